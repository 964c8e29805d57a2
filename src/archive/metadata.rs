//! What is said of a package's record: core metadata of an electronic document (GB/T 33480-2016) and of an electronic record
//! (DA/T 46-2009), as far as the records have it, in JSON, in XML and in the bag's own lines.

use serde::{Deserialize, Serialize};

use crate::date::Date;

use super::describe::Described;
use super::{Terms, html};

/// The form of `metadata.json`.
pub(super) const FORM: &str = "tongbao-archive-1";

pub(super) const DOCUMENT: &str = "GB/T 33480-2016";
pub(super) const RECORD: &str = "DA/T 46-2009";

/// The elements, in the order of their standards, and whether a record cannot do without. Each is listed in every sheet, empty
/// where the record says nothing of the kind, for the archive to fill in.
pub(super) const ELEMENTS: [(&str, &str, bool); 32] = [
    (DOCUMENT, "identifier", true),
    (DOCUMENT, "genre", true),
    (DOCUMENT, "copy-number", false),
    (DOCUMENT, "classification", false),
    (DOCUMENT, "urgency", false),
    (DOCUMENT, "issuer-mark", false),
    (DOCUMENT, "document-number", false),
    (DOCUMENT, "signatory", false),
    (DOCUMENT, "title", true),
    (DOCUMENT, "addressees", false),
    (DOCUMENT, "attachments", false),
    (DOCUMENT, "issuer", true),
    (DOCUMENT, "dated", true),
    (DOCUMENT, "note", false),
    (DOCUMENT, "copy-to", false),
    (DOCUMENT, "printed-by", false),
    (DOCUMENT, "printed-on", false),
    (DOCUMENT, "disclosure", false),
    (RECORD, "aggregation", true),
    (RECORD, "fonds", false),
    (RECORD, "creator", true),
    (RECORD, "electronic-number", true),
    (RECORD, "archival-code", false),
    (RECORD, "retention", false),
    (RECORD, "year", true),
    (RECORD, "class", false),
    (RECORD, "item-no", false),
    (RECORD, "item-title", true),
    (RECORD, "keywords", false),
    (RECORD, "responsible", true),
    (RECORD, "date", true),
    (RECORD, "place", false),
];

/// All that `metadata.json` holds.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sheet {
    pub(super) form: String,
    /// `meeting:ID`.
    pub(super) record: String,
    /// The page that shows it, from the bag's top.
    pub(super) page: String,
    pub(super) as_of: String,
    pub(super) audience: String,
    pub(super) source_id: String,
    /// Whether the files in which the records are written are here.
    pub(super) records_included: bool,
    pub(super) items: Vec<Item>,
    pub(super) files: Vec<Piece>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Item {
    pub(super) standard: String,
    pub(super) element: String,
    /// The element's name, in the site's language.
    pub(super) name: String,
    pub(super) value: String,
    /// How the page shows it; empty where it shows nothing of the kind.
    pub(super) shown: String,
}

/// A page, an attachment or a source file, numbered from 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Piece {
    pub(super) no: usize,
    pub(super) path: String,
    /// Where the site has it; empty for what was made.
    pub(super) source: String,
}

/// The files of a package in their order: the record's own page first.
pub(super) struct Listed(Vec<Piece>);

impl Listed {
    pub(super) fn new(route: &str, files: Vec<(String, String)>) -> Listed {
        let own = format!("data/pages/{route}");
        let (first, others): (Vec<_>, Vec<_>) =
            files.into_iter().partition(|(path, _)| *path == own);
        let mut listed = Listed(Vec::new());
        for (path, source) in first.into_iter().chain(others) {
            listed.record(&path, &source);
        }
        listed
    }

    pub(super) fn record(&mut self, path: &str, source: &str) {
        let no = self.0.len() + 1;
        let (path, source) = (path.to_owned(), source.to_owned());
        self.0.push(Piece { no, path, source });
    }
}

/// What there is to be said, and of what.
pub(super) struct About<'a> {
    pub(super) described: &'a Described,
    pub(super) files: &'a Listed,
    pub(super) terms: &'a Terms<'a>,
    pub(super) as_of: Date,
}

fn sheet(about: &About<'_>) -> Sheet {
    let Described { record, values, .. } = about.described;
    let value = |element: &str| values.iter().find(|(own, ..)| *own == element);
    let items = ELEMENTS.iter().map(|(standard, element, _)| {
        let known = value(element).filter(|(_, value, _)| !value.is_empty());
        let (value, shown) = known.map_or(("", ""), |(_, value, shown)| (value, shown));
        Item {
            standard: (*standard).to_owned(),
            element: (*element).to_owned(),
            name: about
                .terms
                .words
                .say(&format!("archive-element-{element}"), &[]),
            value: value.to_owned(),
            shown: shown.to_owned(),
        }
    });
    Sheet {
        form: FORM.to_owned(),
        record: record.clone(),
        page: about
            .files
            .0
            .first()
            .map(|file| file.path.clone())
            .unwrap_or_default(),
        as_of: about.as_of.to_string(),
        audience: about.terms.audience.to_owned(),
        source_id: about.terms.source_id.unwrap_or_default().to_owned(),
        records_included: about.terms.records,
        items: items.collect(),
        files: about.files.0.clone(),
    }
}

pub(super) fn json(about: &About<'_>) -> Vec<u8> {
    let mut text = serde_json::to_vec_pretty(&sheet(about)).expect("invariant: plain keys");
    text.push(b'\n');
    text
}

/// The same, for those who read XML.
pub(super) fn xml(about: &About<'_>) -> Vec<u8> {
    let sheet = sheet(about);
    let text = |text: &str| html::escaped(&text.replace(|c: char| c.is_control(), " "));
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.push_str(&format!(
        "<metadata form=\"{}\" record=\"{}\" page=\"{}\" as-of=\"{}\" audience=\"{}\" source-id=\"{}\" records-included=\"{}\">\n",
        sheet.form,
        text(&sheet.record),
        text(&sheet.page),
        sheet.as_of,
        text(&sheet.audience),
        text(&sheet.source_id),
        sheet.records_included,
    ));
    for item in &sheet.items {
        let (name, value) = (text(&item.name), text(&item.value));
        let (standard, element) = (&item.standard, &item.element);
        out.push_str(&format!(
            "  <item standard=\"{standard}\" element=\"{element}\" name=\"{name}\">{value}</item>\n"
        ));
    }
    for file in &sheet.files {
        let (path, source) = (text(&file.path), text(&file.source));
        out.push_str(&format!(
            "  <file no=\"{}\" path=\"{path}\" source=\"{source}\"/>\n",
            file.no
        ));
    }
    out.push_str("</metadata>\n");
    out.into_bytes()
}

/// The lines of `bag-info.txt`, but for the sum that the bag makes of itself.
pub(super) fn info(about: &About<'_>) -> Vec<(&'static str, String)> {
    let Described {
        record,
        title,
        issuer,
        class,
        ..
    } = about.described;
    let given = |text: Option<&str>| text.unwrap_or_default().to_owned();
    vec![
        ("Source-Organization", issuer.clone()),
        ("External-Identifier", record.clone()),
        ("External-Description", title.clone()),
        ("Bagging-Date", about.as_of.to_string()),
        ("Bag-Group-Identifier", class.clone()),
        ("Internal-Sender-Identifier", given(about.terms.source_id)),
        (
            "Bag-Software-Agent",
            format!("tongbao {}", env!("CARGO_PKG_VERSION")),
        ),
    ]
}
