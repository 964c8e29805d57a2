//! Packages for the records office: which pages and files belong to a record, laid out as a BagIt bag, and its check.

mod bag;
mod contents;
mod describe;
mod format;
mod html;
mod metadata;
mod secret;
mod signature;
mod verify;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

use crate::derive::Report;
use crate::diagnostic::Checked;
use crate::messages::Catalogue;
use crate::output::{Refusal, Sink};
use crate::render;
use crate::site::{Index, Page, Words, asset_route, route};
use crate::source::{Asset, Source};
use crate::theme::Theme;

pub(crate) use contents::{Unknown, find, name};
pub(crate) use secret::secrets;
pub(crate) use signature::{KeyFault, Signers, sign};
pub(crate) use verify::{Entry, Fault, Kind, Section, Verdict, verify};

/// A file of a package: its bytes, or a file of the content that the shell copies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Content {
    Bytes(Vec<u8>),
    Asset(Asset),
}

/// The files of a package, by their path from its top.
pub(crate) type Files = BTreeMap<String, Content>;

/// What was asked of a package.
pub(crate) struct Terms<'t> {
    /// The name of the audience; empty for those who may see what is public and internal.
    pub(crate) audience: &'t str,
    /// The commit of the sources, where it was given.
    pub(crate) source_id: Option<&'t str>,
    /// Whether the source files go in.
    pub(crate) records: bool,
    /// The program's own words, in the site's language.
    pub(crate) words: &'t Catalogue,
}

/// The package of one record.
pub(crate) fn package(
    report: &Report<'_>,
    theme: &Theme,
    source: &Source,
    (record, terms): (Page, &Terms<'_>),
) -> Result<Checked<Files>, Refusal> {
    let index = Index::new(report);
    let pages = contents::pages(report, &index, record);
    let printed = Printed::default();
    let Checked {
        value: used,
        findings,
    } = render::alone(report, theme, &pages, &printed)?;
    let mut payload = Files::new();
    let listed = put_pages(&mut payload, printed, theme, (source, &used));
    let mut files = metadata::Listed::new(&route(report.project, record), listed);
    if terms.records {
        for file in contents::sources(report, source, &pages) {
            let path = format!("data/records/{}", spelt(&file.path));
            files.record(&path, &file.path);
            payload.insert(path, Content::Bytes(file.bytes.clone()));
        }
    }
    let words = Words::new(report.project.site.language, &theme.catalogue);
    let described = describe::describe(report, &words, record, terms.words);
    let about = metadata::About {
        described: &described,
        files: &files,
        terms,
        as_of: report.as_of,
    };
    let json = metadata::json(&about);
    let xml = metadata::xml(&about);
    payload.insert("data/metadata.json".to_owned(), Content::Bytes(json));
    payload.insert("data/metadata.xml".to_owned(), Content::Bytes(xml));
    let value = bag::bag(payload, &metadata::info(&about));
    Ok(Checked { value, findings })
}

/// Whether the record's own page is in its package: some records have none yet.
pub(crate) fn shows(report: &Report<'_>, files: &Files, record: Page) -> bool {
    let path = format!("data/pages/{}", route(report.project, record));
    files.contains_key(&path)
}

/// Pages with their links cut, the theme's files and the attachments; tells the routes of all.
fn put_pages(
    payload: &mut Files,
    printed: Printed,
    theme: &Theme,
    (source, used): (&Source, &BTreeSet<String>),
) -> Vec<(String, String)> {
    let pages = printed.into_pages();
    let assets: Vec<&Asset> = source
        .assets
        .iter()
        .filter(|asset| used.contains(&asset.path))
        .collect();
    let styles = theme.assets.keys().map(|name| format!("theme/{name}"));
    let mut inside: BTreeSet<String> = pages.keys().cloned().collect();
    inside.extend(styles);
    inside.extend(assets.iter().map(|asset| asset_route(&asset.path)));
    let mut listed = Vec::new();
    for (route, bytes) in pages {
        let html = html::cut(&String::from_utf8_lossy(&bytes), &route, &inside);
        let path = format!("data/pages/{route}");
        listed.push((path.clone(), String::new()));
        payload.insert(path, Content::Bytes(html.into_bytes()));
    }
    for (name, part) in &theme.assets {
        let bytes = Content::Bytes(part.bytes.to_vec());
        payload.insert(format!("data/pages/theme/{name}"), bytes);
    }
    for asset in assets {
        let path = format!("data/pages/{}", asset_route(&asset.path));
        listed.push((path.clone(), asset.path.clone()));
        payload.insert(path, Content::Asset(asset.clone()));
    }
    listed
}

/// A path of the site in a form that every manifest and every tool spells alike: what a manifest would have to encode is
/// written as `~` and two digits.
fn spelt(path: &str) -> String {
    let odd = |c: char| {
        c.is_control() || matches!(c, '%' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|')
    };
    let spell = |c: char| match odd(c) {
        true => format!("~{:02x}", u32::from(c)),
        false => c.to_string(),
    };
    path.chars().map(spell).collect()
}

/// Takes the pages of one package.
#[derive(Default)]
struct Printed(Mutex<BTreeMap<String, Vec<u8>>>);

impl Printed {
    fn into_pages(self) -> BTreeMap<String, Vec<u8>> {
        self.0.into_inner().expect("invariant: no writer panicked")
    }
}

impl Sink for Printed {
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Refusal> {
        let mut pages = self.0.lock().expect("invariant: no writer panicked");
        pages.insert(path.to_owned(), bytes.to_vec());
        Ok(())
    }

    fn copy(&self, _: &str, _: &Asset) -> Result<(), Refusal> {
        Ok(())
    }
}
