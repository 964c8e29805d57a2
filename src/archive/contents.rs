//! What belongs to a record's package: the pages that it refers to closely, and the files in which they are written.

use std::collections::BTreeSet;

use crate::derive::Report;
use crate::model::{Head, Key, Meeting, Paper, Seen};
use crate::names;
use crate::site::{Index, Page, route};
use crate::source::{File, FileId, Source};

/// What was asked for is not there, or is not one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Unknown {
    /// No record has this id; ids that are near.
    Record(Vec<String>),
    /// `task:…`: records of this type are not archived by themselves.
    Type,
    /// Records of several types have this id: `type:id` of each.
    Several(Vec<String>),
    /// `all`, and nothing has minutes or was released.
    Nothing,
}

/// The records that `all`, an id or `type:id` asks for.
pub(crate) fn find(report: &Report<'_>, asked: &str) -> Result<Vec<Page>, Unknown> {
    if asked == "all" {
        let all = everything(report);
        return if all.is_empty() {
            Err(Unknown::Nothing)
        } else {
            Ok(all)
        };
    }
    let (kind, id) = match asked.split_once(':') {
        Some((kind, id)) => (Some(kind), id),
        None => (None, asked),
    };
    if kind.is_some_and(|kind| kind != "meeting") {
        return Err(Unknown::Type);
    }
    let wanted = names::folded(id);
    let known: Vec<(Page, &Head)> = candidates(report)
        .filter(|(page, _)| kind.is_none_or(|kind| kind == word(*page)))
        .collect();
    let found: Vec<&(Page, &Head)> = known
        .iter()
        .filter(|(_, head)| names::folded(&head.id) == wanted)
        .collect();
    match found[..] {
        [(page, _)] => Ok(vec![*page]),
        [] => {
            let ids = known.iter().map(|(_, head)| head.id.as_str());
            Err(Unknown::Record(names::close(id, ids)))
        }
        _ => {
            let several = found
                .iter()
                .map(|(page, head)| format!("{}:{}", word(*page), head.id));
            Err(Unknown::Several(several.collect()))
        }
    }
}

/// Every record that can be archived by itself.
fn candidates<'r>(report: &'r Report<'_>) -> impl Iterator<Item = (Page, &'r Head)> {
    let meetings = &report.project.meetings;
    let seen = meetings.keys().filter(|key| report.meetings[key.place()]);
    seen.map(|key| (Page::Meeting(key), &meetings.at(key, report.as_of).head))
}

/// The type of a record that can be archived by itself, as `type:id` names it.
pub(super) fn word(page: Page) -> &'static str {
    match page {
        Page::Meeting(_) => "meeting",
        _ => "",
    }
}

/// Every meeting whose minutes are there at D.
fn everything(report: &Report<'_>) -> Vec<Page> {
    let meetings = &report.project.meetings;
    let with_minutes = |key: &Key<Meeting>| {
        let minutes = meetings.at(*key, report.as_of).minutes.as_ref();
        let issued = minutes.is_some_and(|m| m.dated.is_none_or(|day| day <= report.as_of));
        report.meetings[key.place()] && issued
    };
    meetings
        .keys()
        .filter(with_minutes)
        .map(Page::Meeting)
        .collect()
}

/// The folder of a record's package among others: `meetings-2024-05`.
pub(crate) fn name(report: &Report<'_>, record: Page) -> String {
    let route = route(report.project, record);
    route.trim_end_matches(".html").replace('/', "-")
}

/// The record's page, those of what it refers to closely, and how to read them.
pub(super) fn pages(report: &Report<'_>, index: &Index, record: Page) -> Vec<Page> {
    let mut pages = vec![record];
    if let Page::Meeting(key) = record {
        of_meeting(report, index, key, &mut pages);
    }
    pages.push(Page::About);
    let mut seen = BTreeSet::new();
    pages.retain(|page| seen.insert(*page));
    pages
}

/// Its papers, the documents read out and those that name it; the tasks that carry out what it decided.
fn of_meeting(report: &Report<'_>, index: &Index, key: Key<Meeting>, pages: &mut Vec<Page>) {
    let project = report.project;
    let meeting = project.meetings.at(key, report.as_of);
    let links = &index.meetings[key.place()];
    let papers = meeting.agenda.iter().flat_map(|item| &item.papers);
    let papers = papers.filter_map(|paper| match paper {
        Paper::Document(document) => document.key(),
        Paper::File(_) => None,
    });
    let read_out = meeting
        .readouts
        .iter()
        .filter_map(|r| r.document.as_ref()?.key());
    let documents = papers
        .chain(read_out)
        .chain(links.documents.iter().copied());
    let documents = documents.filter(|key| report.documents[key.place()]);
    pages.extend(documents.map(Page::Document));
    let mut tasks = Vec::new();
    for decision in &meeting.decisions {
        tasks.extend(report.carried_out_by[decision.place()].iter().copied());
        let named = &project.decisions.at(*decision, report.as_of).tasks;
        tasks.extend(named.iter().filter_map(Seen::key));
    }
    tasks.extend(&links.tasks);
    let tasks = tasks
        .into_iter()
        .filter(|key| report.tasks[key.place()].is_some());
    pages.extend(tasks.map(Page::Task));
}

/// The files in which the records of these pages are written, in the order of their paths.
pub(super) fn sources<'s>(
    report: &Report<'_>,
    source: &'s Source,
    pages: &[Page],
) -> Vec<&'s File> {
    let mut files: BTreeSet<FileId> = BTreeSet::new();
    for head in pages.iter().filter_map(|page| head(report, *page)) {
        files.extend(written_in(head));
    }
    files
        .into_iter()
        .map(|file| &source.files[file.0 as usize])
        .collect()
}

/// The file of a record, and that of its body.
pub(super) fn written_in(head: &Head) -> impl Iterator<Item = FileId> {
    let body = head.body.as_ref().and_then(|body| match body.entry {
        crate::model::Entry::File { file, .. } => Some(file),
        crate::model::Entry::Field => None,
    });
    head.origin.field("id").file().into_iter().chain(body)
}

fn head<'r>(report: &'r Report<'_>, page: Page) -> Option<&'r Head> {
    let (project, day) = (report.project, report.as_of);
    match page {
        Page::Meeting(key) => Some(&project.meetings.at(key, day).head),
        Page::Document(key) => Some(&project.documents.at(key, day).head),
        Page::Task(key) => Some(&project.tasks.at(key, day).head),
        _ => None,
    }
}
