//! Findings: each code by a fixture with its whole text in both languages, and what holds for all of them.

mod fixtures;
mod forms;
mod limits;
mod live;
mod marked;
mod shown;
mod together;

use serde_json::Value;

use crate::support::Site;

/// A finding as tools read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub code: String,
    pub severity: String,
    pub file: String,
    pub line: u64,
    pub column: u64,
    pub suggestions: Vec<String>,
}

/// What `tongbao check` finds, in the order in which it is printed.
pub fn found(site: &Site) -> Vec<Found> {
    found_by(site, "check")
}

fn found_by(site: &Site, act: &str) -> Vec<Found> {
    let run = site.run(&[act, "--message-format", "json", "--lang", "en"]);
    run.out.lines().map(read).collect()
}

fn read(line: &str) -> Found {
    let value: Value = serde_json::from_str(line).unwrap_or_else(|e| panic!("{e}: {line}"));
    let text = |key: &str| value[key].as_str().unwrap_or_default().to_owned();
    let number = |key: &str| value[key].as_u64().unwrap_or_default();
    let names = value["suggestions"].as_array().expect("a list of names");
    Found {
        code: text("code"),
        severity: text("severity"),
        file: text("file"),
        line: number("line"),
        column: number("column"),
        suggestions: names
            .iter()
            .filter_map(|name| Some(name.as_str()?.to_owned()))
            .collect(),
    }
}

/// The findings as `code file:line:column`.
pub fn brief(site: &Site) -> Vec<String> {
    let each = found(site).into_iter();
    each.map(|f| format!("{} {}:{}:{}", f.code, f.file, f.line, f.column))
        .collect()
}

/// The small site that fixtures are laid over; nothing is wrong in it.
pub fn base() -> Site {
    let site = Site::empty();
    fixtures::lay("base", &site);
    site
}
