//! What is said of a package's record: core metadata of an electronic document (GB/T 33480-2016) and of an electronic record
//! (DA/T 46-2009), as far as the records have it, in JSON, in XML and in the bag's own lines.

use serde::{Deserialize, Serialize};

use crate::date::Date;
use crate::derive::Report;
use crate::messages::Catalogue;
use crate::model::{Attachment, Key, Meeting, Party, Seen, Text};
use crate::site::{Page, Words};

use super::{Terms, contents, html};

/// The form of `metadata.json`.
pub(super) const FORM: &str = "tongbao-archive-1";

pub(super) const DOCUMENT: &str = "GB/T 33480-2016";
pub(super) const RECORD: &str = "DA/T 46-2009";

/// The elements, in the order of their standards, and whether a record cannot do without.
pub(super) const ELEMENTS: [(&str, &str, bool); 18] = [
    (DOCUMENT, "identifier", true),
    (DOCUMENT, "genre", true),
    (DOCUMENT, "document-number", false),
    (DOCUMENT, "signatory", false),
    (DOCUMENT, "title", true),
    (DOCUMENT, "attachments", false),
    (DOCUMENT, "issuer", true),
    (DOCUMENT, "dated", true),
    (RECORD, "aggregation", true),
    (RECORD, "creator", true),
    (RECORD, "electronic-number", true),
    (RECORD, "archival-code", false),
    (RECORD, "year", true),
    (RECORD, "class", false),
    (RECORD, "item-title", true),
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

/// The values of a record's elements, with how its page shows them.
pub(super) struct Described {
    record: String,
    title: String,
    issuer: String,
    class: String,
    values: Vec<(&'static str, String, String)>,
}

/// What there is to be said, and of what.
pub(super) struct About<'a> {
    pub(super) described: &'a Described,
    pub(super) files: &'a Listed,
    pub(super) terms: &'a Terms<'a>,
    pub(super) as_of: Date,
}

pub(super) fn describe(
    report: &Report<'_>,
    words: &Words<'_>,
    record: Page,
    own: &Catalogue,
) -> Described {
    match record {
        Page::Meeting(key) => meeting(report, words, key, own),
        _ => unreachable!("invariant: `find` gives no other pages"),
    }
}

fn meeting(
    report: &Report<'_>,
    words: &Words<'_>,
    key: Key<Meeting>,
    own: &Catalogue,
) -> Described {
    let project = report.project;
    let meeting = project.meetings.at(key, report.as_of);
    let issued = |day: &Date| *day <= report.as_of;
    let minutes = meeting
        .minutes
        .as_ref()
        .filter(|m| m.dated.as_ref().is_none_or(issued));
    let number = minutes.and_then(|m| m.number.clone()).unwrap_or_default();
    let signatory = minutes.and_then(|m| party(report, words, m.signatory.as_ref()?));
    let dated = minutes.and_then(|m| m.dated).unwrap_or(meeting.date);
    let (title, issuer) = (words.text(&meeting.title), office(report, words, meeting));
    let class = words.optional(meeting.series.as_ref().map(|series| &series.name));
    let record = format!("{}:{}", contents::word(Page::Meeting(key)), meeting.head.id);
    let unseen = String::new;
    let values = vec![
        ("identifier", record.clone(), unseen()),
        ("genre", own.say("archive-minutes", &[]), unseen()),
        ("document-number", number.clone(), number),
        ("signatory", signatory.unwrap_or_default(), unseen()),
        ("title", title.clone(), title.clone()),
        (
            "attachments",
            attachments(words, &meeting.head.attachments),
            unseen(),
        ),
        ("issuer", issuer.clone(), unseen()),
        ("dated", dated.to_string(), words.day(dated)),
        ("aggregation", own.say("archive-item", &[]), unseen()),
        ("creator", issuer.clone(), unseen()),
        ("electronic-number", record.clone(), unseen()),
        ("archival-code", unseen(), unseen()),
        ("year", meeting.date.year().to_string(), unseen()),
        ("class", class.clone(), class.clone()),
        ("item-title", title.clone(), title.clone()),
        ("responsible", issuer.clone(), unseen()),
        ("date", meeting.date.to_string(), words.day(meeting.date)),
        ("place", words.optional(meeting.place.as_ref()), unseen()),
    ];
    Described {
        record,
        title,
        issuer,
        class,
        values,
    }
}

/// The campaign's office, else the site.
fn office(report: &Report<'_>, words: &Words<'_>, meeting: &Meeting) -> String {
    let project = report.project;
    let campaign = meeting.campaign.as_ref().and_then(Seen::key);
    let campaign = campaign.map(|key| project.campaigns.at(key, report.as_of));
    let office = campaign.and_then(|campaign| campaign.office.as_ref()?.key());
    match office {
        Some(unit) => {
            let unit = project.units.at(unit, report.as_of);
            words.text(unit.name_on(meeting.date))
        }
        None => words.text(&project.site.title),
    }
}

fn party(report: &Report<'_>, words: &Words<'_>, party: &Party) -> Option<String> {
    let (project, day) = (report.project, report.as_of);
    let name: &Text = match party {
        Party::Person(person) => &project.people.at(person.key()?, day).name,
        Party::Unit(unit) => &project.units.at(unit.key()?, day).name,
        Party::Text(text) => text,
    };
    Some(words.text(name))
}

fn attachments(words: &Words<'_>, list: &[Attachment]) -> String {
    let titles = list.iter().enumerate().map(|(place, file)| {
        let title = words.text(&file.title);
        let name = file.path.rsplit('/').next().unwrap_or_default();
        format!(
            "{}. {}",
            place + 1,
            if title.is_empty() { name } else { &title }
        )
    });
    titles.collect::<Vec<_>>().join("; ")
}

fn sheet(about: &About<'_>) -> Sheet {
    let Described { record, values, .. } = about.described;
    let value = |element: &str| values.iter().find(|(own, ..)| *own == element);
    let items = ELEMENTS.iter().filter_map(|(standard, element, _)| {
        let (_, value, shown) = value(element).filter(|(_, value, _)| !value.is_empty())?;
        Some(Item {
            standard: (*standard).to_owned(),
            element: (*element).to_owned(),
            name: about
                .terms
                .words
                .say(&format!("archive-element-{element}"), &[]),
            value: value.clone(),
            shown: shown.clone(),
        })
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
