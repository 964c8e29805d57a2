//! Markdown files without front matter: the body of the record beside them, or a record of their own.

use std::collections::HashMap;
use std::sync::Arc;

use crate::date::Date;
use crate::diagnostic::{Finding, Origin, Place};
use crate::markdown;
use crate::model::{Body, Language, Text};
use crate::record::{
    self, Day, DocumentRecord, HeadRecord, MeetingRecord, Note, RecordKind, Records, Words, Written,
};
use crate::source::{FileId, Source};

/// Notes that have no place yet, by their path without its ending and by the language that they name.
type Notes = HashMap<(String, Option<Language>), Note>;

/// Gives every note its place among the records, and every record the body that stands for it.
pub(super) fn join(
    records: &mut Records,
    source: &Source,
    own: Language,
    findings: &mut Vec<Finding>,
) {
    let mut notes = Notes::new();
    let mut order = Vec::new();
    for note in std::mem::take(&mut records.notes) {
        let name = (note.stem.clone(), note.language);
        order.push(name.clone());
        notes.insert(name, note);
    }
    // A record of its own comes before what is said of it in other languages.
    order.sort_by_key(|(_, language)| *language);
    let mut giving = Giving {
        notes,
        own,
        findings,
    };
    giving.give(&mut records.campaigns);
    giving.give(&mut records.areas);
    giving.give(&mut records.units);
    giving.give(&mut records.people);
    giving.give(&mut records.tasks);
    giving.give(&mut records.meetings);
    giving.give(&mut records.documents);
    giving.give(&mut records.problems);
    giving.give(&mut records.indicators);
    giving.give(&mut records.instructions);
    giving.give(&mut records.inspections);
    giving.give(&mut records.assessments);
    giving.give(&mut records.bulletins);
    for name in order {
        let Some(note) = giving.notes.remove(&name) else {
            continue;
        };
        giving.stand_alone(note, records);
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

struct Giving<'f> {
    notes: Notes,
    /// The site's own language.
    own: Language,
    findings: &'f mut Vec<Finding>,
}

impl Giving<'_> {
    fn give<T: Clone>(&mut self, records: &mut [Arc<Written<T>>]) {
        for record in records {
            if !self.has(record) && record.translations.is_empty() {
                // Nothing is given to it, and nothing is to be settled.
                continue;
            }
            let record = Arc::make_mut(record);
            if let Some(stem) = record.alone.clone() {
                if let Some(note) = self.notes.remove(&(stem.clone(), None)) {
                    if record.body.is_some() {
                        self.twice(note.file);
                    }
                    record.body = Some(note.body);
                }
                self.translate(record, &stem);
            }
            self.settle(record);
        }
    }

    /// Whether there is a note beside a record.
    fn has<T>(&self, record: &Written<T>) -> bool {
        let of_all = Language::ALL.map(Some).into_iter().chain([None]);
        let mut names = record.alone.iter().flat_map(|stem| {
            let of_all = of_all.clone();
            of_all.map(|language| (stem.clone(), language))
        });
        !self.notes.is_empty() && names.any(|name| self.notes.contains_key(&name))
    }

    /// The bodies beside a record that name their language.
    fn translate<T>(&mut self, record: &mut Written<T>, stem: &str) {
        for language in Language::ALL {
            let Some(note) = self.notes.remove(&(stem.to_owned(), Some(language))) else {
                continue;
            };
            let there = record.translations.iter().any(|(one, _)| *one == language);
            if there || (record.body.is_some() && language == self.own) {
                self.twice(note.file);
            }
            record.translations.push((language, note.body));
        }
    }

    fn settle<T>(&mut self, record: &mut Written<T>) {
        let bodies = (record.body.take(), std::mem::take(&mut record.translations));
        (record.body, record.translations) = record::settled(bodies, self.own);
    }

    fn twice(&mut self, file: FileId) {
        let twice = Finding::error("body-twice", Place::File(file));
        self.findings.push(twice);
    }

    /// A note beside which there is no record is one, in the folders that take such notes.
    fn stand_alone(&mut self, note: Note, records: &mut Records) {
        if note.language.is_some() {
            let stray = Finding::error("stray-translation", Place::File(note.file));
            self.findings.push(stray);
            return;
        }
        let stem = note.stem.clone();
        match note.kind {
            RecordKind::Document => {
                let mut record = alone(note, self.findings);
                let (title, date) = (record.title.take(), record.date.take());
                let mut record = record.written(DocumentRecord {
                    title,
                    date,
                    ..DocumentRecord::default()
                });
                self.translate(&mut record, &stem);
                self.settle(&mut record);
                records.documents.push(Arc::new(record));
            }
            RecordKind::Meeting => {
                let mut record = alone(note, self.findings);
                let (title, date) = (record.title.take(), record.date.take());
                let mut record = record.written(MeetingRecord {
                    title,
                    date,
                    ..MeetingRecord::default()
                });
                self.translate(&mut record, &stem);
                self.settle(&mut record);
                records.meetings.push(Arc::new(record));
            }
            _ => {
                let stray = Finding::error("stray-note", Place::File(note.file));
                self.findings.push(stray);
            }
        }
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
            translations: Vec::new(),
            before: Vec::new(),
            alone: Some(self.stem),
        }
    }
}
