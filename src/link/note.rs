//! Markdown files without front matter: the body of the record beside them, or a record of their own.

use std::collections::HashMap;

use crate::date::Date;
use crate::diagnostic::{Finding, Origin, Place};
use crate::markdown;
use crate::model::{Body, Text};
use crate::record::{
    Day, DocumentRecord, HeadRecord, MeetingRecord, Note, RecordKind, Records, Words, Written,
};
use crate::source::Source;

/// Gives every note its place among the records.
pub(super) fn join(records: &mut Records, source: &Source, findings: &mut Vec<Finding>) {
    let mut notes: HashMap<String, Note> = HashMap::new();
    let mut order = Vec::new();
    for note in std::mem::take(&mut records.notes) {
        order.push(note.stem.clone());
        notes.insert(note.stem.clone(), note);
    }
    if order.is_empty() {
        return;
    }
    give(&mut records.campaigns, &mut notes, findings);
    give(&mut records.areas, &mut notes, findings);
    give(&mut records.units, &mut notes, findings);
    give(&mut records.people, &mut notes, findings);
    give(&mut records.tasks, &mut notes, findings);
    give(&mut records.meetings, &mut notes, findings);
    give(&mut records.documents, &mut notes, findings);
    give(&mut records.problems, &mut notes, findings);
    give(&mut records.indicators, &mut notes, findings);
    give(&mut records.instructions, &mut notes, findings);
    give(&mut records.inspections, &mut notes, findings);
    give(&mut records.assessments, &mut notes, findings);
    give(&mut records.bulletins, &mut notes, findings);
    for stem in order {
        let Some(note) = notes.remove(&stem) else {
            continue;
        };
        match note.kind {
            RecordKind::Document => {
                let mut record = alone(note, findings);
                let (title, date) = (record.title.take(), record.date.take());
                records.documents.push(record.written(DocumentRecord {
                    title,
                    date,
                    ..DocumentRecord::default()
                }));
            }
            RecordKind::Meeting => {
                let mut record = alone(note, findings);
                let (title, date) = (record.title.take(), record.date.take());
                records.meetings.push(record.written(MeetingRecord {
                    title,
                    date,
                    ..MeetingRecord::default()
                }));
            }
            _ => findings.push(Finding::error("stray-note", Place::File(note.file))),
        }
    }
    let path = |origin: Origin| {
        source
            .files
            .get(origin.file().0 as usize)
            .map(|file| file.path.as_str())
    };
    records.documents.sort_by_key(|record| path(record.origin));
    records.meetings.sort_by_key(|record| path(record.origin));
}

fn give<T>(
    records: &mut [Written<T>],
    notes: &mut HashMap<String, Note>,
    findings: &mut Vec<Finding>,
) {
    for record in records {
        let Some(note) = record.alone.as_deref().and_then(|stem| notes.remove(stem)) else {
            continue;
        };
        if record.body.is_some() {
            findings.push(Finding::error("body-twice", Place::File(note.file)));
        }
        record.body = Some(note.body);
    }
}

/// A note that is a record: its title from its first heading, its date from its file's name.
struct Alone {
    origin: Origin,
    id: String,
    title: Option<Words>,
    date: Option<Day>,
    body: Body,
    stem: String,
}

fn alone(note: Note, findings: &mut Vec<Finding>) -> Alone {
    let name = note.stem.rsplit('/').next().unwrap_or_default().to_owned();
    let title = markdown::outline(&note.body.markdown)
        .headings
        .into_iter()
        .next()
        .map(|heading| heading.text);
    if title.is_none() {
        findings.push(Finding::error("note-without-title", Place::File(note.file)));
    }
    let date = Date::leading(&name);
    if date.is_none() {
        findings.push(Finding::error("note-without-date", Place::File(note.file)));
    }
    if !crate::names::is_id(&name) {
        findings.push(Finding::error("bad-id", Place::File(note.file)).with("id", name.as_str()));
    }
    // With its finding made, a stand-in keeps the same fault from being reported twice.
    let title = title.unwrap_or_else(|| name.clone());
    let date = date.or(Date::new(1, 1, 1));
    Alone {
        origin: Origin::new(note.file, 0),
        id: name,
        title: Some(Words(Text::Plain(title))),
        date: date.map(Day),
        body: note.body,
        stem: note.stem,
    }
}

impl Alone {
    fn written<T>(self, value: T) -> Written<T> {
        Written {
            origin: self.origin,
            id: self.id,
            head: HeadRecord::default(),
            value,
            extra: std::collections::BTreeMap::new(),
            struck: Vec::new(),
            body: Some(self.body),
            before: Vec::new(),
            alone: Some(self.stem),
        }
    }
}
