//! The tables of ARCHITECTURE.md that a test holds the source against.

use std::collections::{BTreeMap, BTreeSet};

/// Which room may name which.
pub(super) fn map(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    table(text, "## Which room may name which")
        .into_iter()
        .map(|cells| (one(&cells[0]), names(&cells[1]).collect()))
        .collect()
}

/// An outside crate, the rooms that name it, and why there are several.
pub(super) struct Crate {
    pub(super) rooms: BTreeSet<String>,
    pub(super) why_several: String,
}

pub(super) fn crates(text: &str) -> BTreeMap<String, Crate> {
    table(text, "## Outside crates")
        .into_iter()
        .map(|cells| {
            let rooms = names(&cells[1]).collect();
            let why_several = cells[3].clone();
            (one(&cells[0]), Crate { rooms, why_several })
        })
        .collect()
}

/// Files that are longer than a file should be, each with the lines that it may not pass.
pub(super) fn long_files(text: &str) -> BTreeMap<String, usize> {
    table(text, "### Files that wait to be divided")
        .into_iter()
        .map(|cells| {
            let most = cells[1].parse().expect("a number of lines");
            (one(&cells[0]), most)
        })
        .collect()
}

/// The rows of the first table below a heading, without its head.
fn table(text: &str, heading: &str) -> Vec<Vec<String>> {
    let mut lines = text.lines().skip_while(|line| *line != heading);
    assert!(lines.next().is_some(), "ARCHITECTURE.md has “{heading}”");
    lines
        .take_while(|line| !line.starts_with('#'))
        .skip_while(|line| !line.starts_with('|'))
        .take_while(|line| line.starts_with('|'))
        .skip(2)
        .map(|line| {
            let inner = line.trim().trim_start_matches('|').trim_end_matches('|');
            inner
                .split('|')
                .map(|cell| cell.trim().to_owned())
                .collect()
        })
        .collect()
}

/// What stands between backticks.
fn names(cell: &str) -> impl Iterator<Item = String> + '_ {
    cell.split('`').skip(1).step_by(2).map(str::to_owned)
}

fn one(cell: &str) -> String {
    names(cell)
        .next()
        .unwrap_or_else(|| panic!("a name between backticks in “{cell}”"))
}
