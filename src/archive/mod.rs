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
use crate::site::{Index, Page, Published, Words, published, route};
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
    /// The bytes of a file of the content, as they were when it was listed.
    pub(crate) read: &'t (dyn Fn(&Asset) -> Result<Vec<u8>, Refusal> + Sync),
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
    let printed = Printed::new(terms);
    let Checked {
        value: used,
        mut findings,
    } = render::alone(report, theme, &pages, &printed)?;
    let shown = published(&source.assets, &used);
    let beside = Printed::new(terms);
    findings.extend(render::put_assets(&shown, &beside)?);
    let mut payload = Files::new();
    let mut listed = put_pages(&mut payload, printed, theme, &shown);
    listed.extend(put_assets(&mut payload, beside, &shown));
    let mut files = metadata::Listed::new(&route(report.project, record), listed);
    if terms.records {
        for file in contents::sources(report, source, &pages) {
            let path = format!("data/records/{}", spelt(&file.path));
            files.record(&path, &file.path);
            payload.insert(path, Content::Bytes(file.bytes.to_vec()));
        }
        // What was taken by the camera is evidence: it goes to those who get the sources, as it was taken.
        for asset in originals(&shown) {
            let path = format!("data/records/{}", spelt(&asset.path));
            files.record(&path, &asset.path);
            payload.insert(path, Content::Asset(asset.clone()));
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

/// The originals of the pictures in a package.
fn originals<'a>(shown: &[Published<'a>]) -> Vec<&'a Asset> {
    let made = shown.iter().filter(|file| file.width.is_some());
    let mut all: Vec<&Asset> = made.map(|file| file.asset).collect();
    all.dedup_by_key(|asset| &asset.path);
    all
}

/// Pages with their links cut, and the theme's files; tells the paths of the pages.
fn put_pages(
    payload: &mut Files,
    printed: Printed<'_>,
    theme: &Theme,
    shown: &[Published<'_>],
) -> Vec<(String, String)> {
    let pages = printed.into_files();
    let styles = theme.assets.keys().map(|name| format!("theme/{name}"));
    let mut inside: BTreeSet<String> = pages.keys().cloned().collect();
    inside.extend(styles);
    inside.extend(shown.iter().map(|file| file.route.clone()));
    let mut listed = Vec::new();
    for (route, content) in pages {
        let Content::Bytes(bytes) = content else {
            continue;
        };
        let html = html::cut(&String::from_utf8_lossy(&bytes), &route, &inside);
        let path = format!("data/pages/{route}");
        listed.push((path.clone(), String::new()));
        payload.insert(path, Content::Bytes(html.into_bytes()));
    }
    for (name, part) in &theme.assets {
        let bytes = Content::Bytes(part.bytes.to_vec());
        payload.insert(format!("data/pages/theme/{name}"), bytes);
    }
    listed
}

/// Attachments, and the pictures in their sizes; tells the path of each, and of which file it was made.
fn put_assets(
    payload: &mut Files,
    beside: Printed<'_>,
    shown: &[Published<'_>],
) -> Vec<(String, String)> {
    let mut listed = Vec::new();
    let mut files = beside.into_files();
    for file in shown {
        if let Some(content) = files.remove(&file.route) {
            let path = format!("data/pages/{}", file.route);
            listed.push((path.clone(), file.asset.path.clone()));
            payload.insert(path, content);
        }
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

/// Takes the files of one package.
struct Printed<'t> {
    files: Mutex<Files>,
    terms: &'t Terms<'t>,
}

impl<'t> Printed<'t> {
    fn new(terms: &'t Terms<'t>) -> Printed<'t> {
        let files = Mutex::default();
        Printed { files, terms }
    }

    fn into_files(self) -> Files {
        self.files
            .into_inner()
            .expect("invariant: no writer panicked")
    }

    fn take(&self, path: &str, content: Content) {
        let mut files = self.files.lock().expect("invariant: no writer panicked");
        files.insert(path.to_owned(), content);
    }
}

impl Sink for Printed<'_> {
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Refusal> {
        self.take(path, Content::Bytes(bytes.to_vec()));
        Ok(())
    }

    fn copy(&self, path: &str, asset: &Asset) -> Result<(), Refusal> {
        self.take(path, Content::Asset(asset.clone()));
        Ok(())
    }

    fn keep(&self, _: &[&str]) -> Result<bool, Refusal> {
        Ok(false)
    }

    fn read(&self, asset: &Asset) -> Result<Vec<u8>, Refusal> {
        (self.terms.read)(asset)
    }
}
