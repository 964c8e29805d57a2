//! What belongs to a record's package: the pages that it refers to closely, and the files in which they are written.

use std::collections::BTreeSet;

use crate::derive::Report;
use crate::model::{Bulletin, Entry, Head, Key, LinkTarget, Meeting, Paper, RecordRef, Seen};
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
pub(crate) fn find(
    report: &Report<'_>,
    source: &Source,
    asked: &str,
) -> Result<Vec<Page>, Unknown> {
    if asked == "all" {
        let all = everything(report, source);
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
    if kind.is_some_and(|kind| !["meeting", "bulletin"].contains(&kind)) {
        return Err(Unknown::Type);
    }
    let wanted = names::folded(id);
    let known: Vec<(Page, &Head)> = candidates(report, source)
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

/// Every record that can be archived by itself: meetings held and bulletins released.
fn candidates<'r>(
    report: &'r Report<'_>,
    source: &'r Source,
) -> impl Iterator<Item = (Page, &'r Head)> {
    let (meetings, bulletins) = (&report.project.meetings, &report.project.bulletins);
    let held = meetings
        .keys()
        .filter(|key| report.meetings[key.place()])
        .map(|key| (Page::Meeting(key), &meetings.at(key, report.as_of).head));
    let released = bulletins
        .keys()
        .filter(|key| report.bulletins[key.place()])
        .map(|key| (Page::Bulletin(key), &bulletins.at(key, report.as_of).head))
        .filter(|(_, head)| frozen(source, head).is_some());
    held.chain(released)
}

/// What was released of a bulletin: it stands beside it.
fn frozen<'s>(source: &'s Source, head: &Head) -> Option<&'s File> {
    let written = head.origin.field("id").file()?;
    let path = &source.files[written.0 as usize].path;
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let wanted = names::folded(&format!("{folder}/{}.frozen.json", head.id)).into_owned();
    source
        .frozen
        .iter()
        .find(|file| names::folded(&file.path) == wanted)
}

/// The type of a record that can be archived by itself, as `type:id` names it.
pub(super) fn word(page: Page) -> &'static str {
    match page {
        Page::Meeting(_) => "meeting",
        Page::Bulletin(_) => "bulletin",
        _ => "",
    }
}

/// Every meeting whose minutes are there at D, and every bulletin released.
fn everything(report: &Report<'_>, source: &Source) -> Vec<Page> {
    let meetings = &report.project.meetings;
    let has_minutes = |key: Key<Meeting>| {
        let minutes = meetings.at(key, report.as_of).minutes.as_ref();
        minutes.is_some_and(|m| m.dated.is_none_or(|day| day <= report.as_of))
    };
    candidates(report, source)
        .map(|(page, _)| page)
        .filter(|page| match page {
            Page::Meeting(key) => has_minutes(*key),
            _ => true,
        })
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
    match record {
        Page::Meeting(key) => of_meeting(report, index, key, &mut pages),
        Page::Bulletin(key) => of_bulletin(report, key, &mut pages),
        _ => {}
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

/// Tasks and documents that its text leads to, and the tasks that it commends or criticises.
fn of_bulletin(report: &Report<'_>, key: Key<Bulletin>, pages: &mut Vec<Page>) {
    let bulletin = report.project.bulletins.at(key, report.as_of);
    let links = bulletin
        .head
        .body
        .iter()
        .flat_map(|body| body.links.values());
    let linked = links.filter_map(|target| match target {
        LinkTarget::Record(RecordRef::Task(task), _) => task.key().map(Page::Task),
        LinkTarget::Record(RecordRef::Document(document), _) => document.key().map(Page::Document),
        _ => None,
    });
    let named = bulletin.commended.iter().chain(&bulletin.criticised);
    let named = named
        .filter_map(|one| one.task.as_ref()?.key())
        .map(Page::Task);
    let there = |page: &Page| match page {
        Page::Task(key) => report.tasks[key.place()].is_some(),
        Page::Document(key) => report.documents[key.place()],
        _ => false,
    };
    pages.extend(linked.chain(named).filter(there));
}

/// The files in which the records of these pages are written, in the order of their paths.
pub(super) fn sources<'s>(
    report: &Report<'_>,
    source: &'s Source,
    pages: &[Page],
) -> Vec<&'s File> {
    let mut files: BTreeSet<FileId> = BTreeSet::new();
    let mut released = Vec::new();
    for page in pages {
        let Some(head) = head(report, *page) else {
            continue;
        };
        files.extend(written_in(head));
        if matches!(page, Page::Bulletin(_)) {
            released.extend(frozen(source, head));
        }
    }
    files
        .into_iter()
        .map(|file| &source.files[file.0 as usize])
        .chain(released)
        .collect()
}

/// The file of a record, and that of its body.
pub(super) fn written_in(head: &Head) -> impl Iterator<Item = FileId> {
    let translations = head.translations.iter().map(|(_, body)| body);
    let bodies = head.body.iter().chain(translations);
    let body = bodies.filter_map(|body| match body.entry {
        Entry::File { file, .. } => Some(file),
        Entry::Field | Entry::In(_) => None,
    });
    head.origin.field("id").file().into_iter().chain(body)
}

fn head<'r>(report: &'r Report<'_>, page: Page) -> Option<&'r Head> {
    let (project, day) = (report.project, report.as_of);
    match page {
        Page::Meeting(key) => Some(&project.meetings.at(key, day).head),
        Page::Document(key) => Some(&project.documents.at(key, day).head),
        Page::Bulletin(key) => Some(&project.bulletins.at(key, day).head),
        Page::Task(key) => Some(&project.tasks.at(key, day).head),
        _ => None,
    }
}
