//! Documents by kind, and the page of one.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::derive::Count;
use crate::model::{Document, Key, Meeting, Seen, Task};
use crate::site::desk::Desk;
use crate::site::route::Listed;

use super::limit::{on_page, pages_of};
use super::live::{TableView, item_table};
use super::parts::{Download, Link};
use super::record::{Amended, amendments, web_links};

#[derive(Debug, Serialize)]
pub(crate) struct DocumentsView {
    pub(crate) kinds: Vec<DocumentGroup>,
    /// The pages of a list that is split, with this one without an address; of very many those around it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) pages: Vec<Link>,
}

#[derive(Debug, Serialize)]
pub(crate) struct DocumentGroup {
    pub(crate) word: &'static str,
    pub(crate) kind: String,
    pub(crate) documents: Vec<DocumentLine>,
}

#[derive(Debug, Serialize)]
pub(crate) struct DocumentLine {
    pub(crate) date: String,
    pub(crate) link: Link,
    pub(crate) document_no: String,
    pub(crate) issuer: Link,
}

#[derive(Debug, Serialize)]
pub(crate) struct DocumentView {
    pub(crate) title: String,
    pub(crate) kind: String,
    pub(crate) date: super::item::Day,
    pub(crate) issuer: Link,
    pub(crate) author: Link,
    pub(crate) campaign: Option<Link>,
    pub(crate) document_no: String,
    pub(crate) unit: Link,
    pub(crate) due: String,
    pub(crate) submitted: String,
    pub(crate) retention: String,
    pub(crate) archival_code: String,
    pub(crate) areas: Vec<Link>,
    pub(crate) meetings: Vec<Link>,
    /// Tasks that it names, then tasks that came from it.
    pub(crate) tasks: Option<TableView>,
    pub(crate) tags: Vec<String>,
    pub(crate) links: Vec<Link>,
    pub(crate) attachments: Vec<Download>,
    pub(crate) amendments: Vec<Amended>,
    pub(crate) body: super::body::BodyView,
}

pub(crate) fn documents(desk: &Desk<'_>, part: usize) -> DocumentsView {
    let shelf = &desk.report.project.documents;
    let there = shelf.keys().filter(|k| desk.report.documents[k.place()]);
    let mut keys: Vec<Key<Document>> = there.collect();
    keys.sort_by_key(|key| {
        let document = shelf.at(*key, desk.as_of());
        (document.kind, std::cmp::Reverse((document.date, *key)))
    });
    let pages = pages_of(desk, (Listed::Documents, part), keys.len());
    let mut kinds: Vec<DocumentGroup> = Vec::new();
    for key in on_page(keys, part) {
        let document = shelf.at(key, desk.as_of());
        let word = document.kind.word();
        if kinds.last().is_none_or(|group| group.word != word) {
            kinds.push(DocumentGroup {
                word,
                kind: desk.words.of("document-kind", word),
                documents: Vec::new(),
            });
        }
        if let Some(group) = kinds.last_mut() {
            group.documents.push(document_line(desk, key));
        }
    }
    DocumentsView { kinds, pages }
}

fn document_line(desk: &Desk<'_>, key: Key<Document>) -> DocumentLine {
    let document = desk.report.project.documents.at(key, desk.as_of());
    let issuer = document.issuer.as_ref().or(document.author.as_ref());
    DocumentLine {
        date: document.date.to_string(),
        link: desk.document(key),
        document_no: document.document_no.clone().unwrap_or_default(),
        issuer: issuer
            .map(|p| desk.party_on(p, document.date))
            .unwrap_or_default(),
    }
}

pub(crate) fn document(desk: &Desk<'_>, key: Key<Document>) -> Option<DocumentView> {
    if !desk.report.documents[key.place()] {
        return None;
    }
    let document = desk.report.project.documents.at(key, desk.as_of());
    let links = &desk.index.documents[key.place()];
    let words = desk.words;
    let on = document.date;
    let party = |party: &Option<crate::model::Party>| {
        party
            .as_ref()
            .map(|p| desk.party_on(p, on))
            .unwrap_or_default()
    };
    let mut tasks: Vec<Key<Task>> = document
        .tasks
        .iter()
        .filter_map(Seen::key)
        .chain(links.tasks.iter().copied())
        .collect();
    let mut seen = BTreeSet::new();
    tasks.retain(|task| seen.insert(*task));
    let tasks: Vec<Count> = tasks.into_iter().map(Count::Task).collect();
    let mut meetings: Vec<Seen<Meeting>> = document.meetings.clone();
    for key in &links.meetings {
        let reference = Seen::Shown(*key);
        if !meetings.contains(&reference) {
            meetings.push(reference);
        }
    }
    Some(DocumentView {
        title: words.text(&document.title),
        kind: words.of("document-kind", document.kind.word()),
        date: super::item::day(desk, on),
        issuer: party(&document.issuer),
        author: party(&document.author),
        campaign: document.campaign.map(|seen| desk.seen_campaign(seen)),
        document_no: document.document_no.clone().unwrap_or_default(),
        unit: document.unit.map(|u| desk.seen_unit(u)).unwrap_or_default(),
        due: words.optional_day(document.due),
        submitted: words.optional_day(desk.until_now(document.submitted_on)),
        retention: words.optional(document.retention.as_ref()),
        archival_code: document.archival_code.clone().unwrap_or_default(),
        areas: document.areas.iter().map(|a| desk.seen_area(*a)).collect(),
        meetings: meetings.into_iter().map(|m| desk.seen_meeting(m)).collect(),
        tasks: item_table(desk, &tasks),
        tags: document.head.tags.clone(),
        links: web_links(desk, &document.head),
        attachments: desk.downloads(&document.head.attachments),
        amendments: amendments(desk, &document.head),
        body: super::body::body(desk, &document.head),
    })
}
