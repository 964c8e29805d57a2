//! A file becomes its records: every form in which records may be written.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use crate::date::Date;
use crate::diagnostic::{Finding, Origin, Place, Severity, Value};
use crate::encoding;
use crate::model::{Body, Entry, Extra, Language};
use crate::source::FileId;
use crate::yaml::{self, FaultKind, Limits, Shape};

use super::body::own_bodies;
use super::fault::finding;
use super::head::{HeadRecord, Record};
use super::{
    AreaRecord, AssessmentRecord, BulletinRecord, CalendarRecord, CampaignRecord, DocumentRecord,
    IndicatorRecord, InspectionRecord, InstructionRecord, MeetingRecord, PersonRecord,
    ProblemRecord, RecordKind, SiteRecord, TaskRecord, UnitRecord,
};

/// A record as it was written, with its common fields taken out.
#[derive(Debug, Clone)]
pub(crate) struct Written<T> {
    pub(crate) origin: Origin,
    /// `id:`, else the stem of a file that holds one record; empty when there is neither.
    pub(crate) id: String,
    pub(crate) head: HeadRecord,
    pub(crate) value: T,
    pub(crate) extra: BTreeMap<String, Extra>,
    /// Fields that were left out because of a fault: that they are missing is no finding of its own.
    pub(crate) struck: Vec<String>,
    pub(crate) body: Option<Body>,
    /// The body in languages that are named: none of them is the first choice yet.
    pub(crate) translations: Vec<(Language, Body)>,
    /// The record as it was before each amendment, in the order of `amended`.
    pub(crate) before: Vec<Earlier<T>>,
    /// The file's path without its ending, when the file holds this record alone.
    pub(crate) alone: Option<String>,
}

/// A record as it was before an amendment.
#[derive(Debug, Clone)]
pub(crate) struct Earlier<T> {
    /// The day of the amendment.
    pub(crate) on: Date,
    pub(crate) origin: Origin,
    pub(crate) head: HeadRecord,
    pub(crate) value: T,
}

/// A Markdown file without front matter: a record of its own, or the body of the record beside it.
#[derive(Debug, Clone)]
pub(crate) struct Note {
    pub(crate) file: FileId,
    pub(crate) kind: RecordKind,
    /// Its path without the ending, and without its language.
    pub(crate) stem: String,
    /// `gh-01.en.md` is in English.
    pub(crate) language: Option<Language>,
    pub(crate) body: Body,
}

#[derive(Debug, Clone)]
pub(crate) enum Contents {
    Campaigns(Vec<Arc<Written<CampaignRecord>>>),
    Areas(Vec<Arc<Written<AreaRecord>>>),
    Units(Vec<Arc<Written<UnitRecord>>>),
    People(Vec<Arc<Written<PersonRecord>>>),
    Tasks(Vec<Arc<Written<TaskRecord>>>),
    Meetings(Vec<Arc<Written<MeetingRecord>>>),
    Documents(Vec<Arc<Written<DocumentRecord>>>),
    Problems(Vec<Arc<Written<ProblemRecord>>>),
    Indicators(Vec<Arc<Written<IndicatorRecord>>>),
    Instructions(Vec<Arc<Written<InstructionRecord>>>),
    Inspections(Vec<Arc<Written<InspectionRecord>>>),
    Assessments(Vec<Arc<Written<AssessmentRecord>>>),
    Bulletins(Vec<Arc<Written<BulletinRecord>>>),
    Note(Note),
    /// With the fields that were left out because of a fault.
    Site(Box<SiteRecord>, Vec<String>),
    Calendar(CalendarRecord),
    Nothing,
}

#[derive(Debug, Clone)]
pub(crate) struct ParsedFile {
    pub(crate) contents: Contents,
    /// Ids that the file seems to declare but that could not be read: references to them are no findings.
    pub(crate) lost: Vec<(RecordKind, String)>,
    pub(crate) findings: Vec<Finding>,
}

/// A file as the reading wing sees it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SourceText<'s> {
    pub(crate) file: FileId,
    /// `content/tasks/gh-01.yaml`.
    pub(crate) path: &'s str,
    pub(crate) bytes: &'s [u8],
}

/// The YAML between the `---` lines at the head of a Markdown file, and where its body begins.
pub(crate) enum Front {
    None,
    /// (the YAML, the first byte of the body)
    Matter(Range<usize>, usize),
    NotClosed,
}

pub(crate) fn front_matter(text: &str) -> Front {
    let start = bom(text);
    let mut lines = text[start..].split_inclusive('\n');
    // Where a line begins is looked at first: where it ends takes longer.
    let is_mark = |line: &&str| line.starts_with("---") && line.trim_end() == "---";
    let Some(first) = lines.next().filter(is_mark) else {
        return Front::None;
    };
    let yaml_start = start + first.len();
    let mut at = yaml_start;
    for line in lines {
        if is_mark(&line) {
            return Front::Matter(yaml_start..at, at + line.len());
        }
        at += line.len();
    }
    Front::NotClosed
}

/// What a path under `content/` is to be read as.
enum Role {
    Site,
    Calendar,
    Records(RecordKind),
    Unknown(String),
}

fn role(path: &str) -> Role {
    let inside = path.strip_prefix("content/").unwrap_or(path);
    match inside.split_once('/') {
        None if matches!(inside, "site.yaml" | "site.yml") => Role::Site,
        None if matches!(inside, "calendar.yaml" | "calendar.yml") => Role::Calendar,
        None => Role::Unknown(inside.to_owned()),
        Some((folder, _)) => match RecordKind::of_folder(folder) {
            Some(kind) => Role::Records(kind),
            None => Role::Unknown(folder.to_owned()),
        },
    }
}

/// Reads one file; what is wrong in it hides nothing that is right.
pub(crate) fn parse(source: SourceText<'_>, limits: &Limits) -> ParsedFile {
    let mut findings = Vec::new();
    let role = role(source.path);
    let contents = match (&role, text(source, &mut findings)) {
        (_, None) => None,
        (Role::Site, Some(text)) => Some(single::<SiteRecord>(
            source,
            text,
            limits,
            &mut findings,
            |record, struck| Contents::Site(Box::new(record), struck),
        )),
        (Role::Calendar, Some(text)) => Some(single::<CalendarRecord>(
            source,
            text,
            limits,
            &mut findings,
            |record, _| Contents::Calendar(record),
        )),
        (Role::Unknown(folder), Some(_)) => {
            let names = RecordKind::FOLDERS.map(RecordKind::folder);
            // One place for all files of a folder, so that it is told once.
            let folder_path = format!("content/{folder}");
            let place = Place::Path(folder_path.clone());
            let unknown = Finding::error("unknown-folder", place).with("folder", folder_path);
            findings.push(unknown.suggest(crate::names::close(folder, names)));
            Some(Contents::Nothing)
        }
        (Role::Records(kind), Some(text)) => {
            Some(records(*kind, source, text, limits, &mut findings))
        }
    };
    // A file with warnings alone is read whole: what it does not hold is nowhere.
    let is_broken = findings.iter().any(|f| f.severity == Severity::Error);
    let lost = match role {
        Role::Records(kind) if is_broken => lost(kind, source),
        _ => Vec::new(),
    };
    ParsedFile {
        contents: contents.unwrap_or(Contents::Nothing),
        lost,
        findings,
    }
}

/// The ids that a file declares as far as can be seen without reading it as YAML.
pub(crate) fn lost(kind: RecordKind, source: SourceText<'_>) -> Vec<(RecordKind, String)> {
    let text = String::from_utf8_lossy(source.bytes);
    let declared = yaml::declared_ids(&text).into_iter();
    let stem = stem(source.path)
        .rsplit('/')
        .next()
        .unwrap_or_default()
        .to_owned();
    let both: Vec<_> = declared.chain([stem]).map(|id| (kind, id)).collect();
    let decisions = both.iter().filter(|_| kind == RecordKind::Meeting);
    let decisions: Vec<_> = decisions
        .map(|(_, id)| (RecordKind::Decision, id.clone()))
        .collect();
    both.into_iter().chain(decisions).collect()
}

fn text<'s>(source: SourceText<'s>, findings: &mut Vec<Finding>) -> Option<&'s str> {
    const SHOWN: usize = 20;
    let text = match encoding::decode(source.bytes) {
        Ok(text) => text,
        Err(why) => {
            let place = Place::Bytes {
                file: source.file,
                start: why.at,
                end: why.at,
            };
            let encoding = if why.gb18030 { "GB18030" } else { "unknown" };
            findings.push(Finding::error("not-utf8", place).with("encoding", encoding));
            return None;
        }
    };
    if !encoding::may_hold_forbidden(text) {
        return Some(text);
    }
    let before = findings.len();
    for (at, character) in encoding::forbidden(text).take(SHOWN) {
        let place = Place::Bytes {
            file: source.file,
            start: at,
            end: at + character.len_utf8(),
        };
        let name = format!("U+{:04X}", u32::from(character));
        findings.push(Finding::error("forbidden-character", place).with("character", name));
    }
    (findings.len() == before).then_some(text)
}

/// A file that holds one mapping and no record: the settings of the site, the calendar.
fn single<T: serde::de::DeserializeOwned + Default>(
    source: SourceText<'_>,
    text: &str,
    limits: &Limits,
    findings: &mut Vec<Finding>,
    wrap: impl FnOnce(T, Vec<String>) -> Contents,
) -> Contents {
    let reading = yaml::read::<T>(text, Shape::OneMapping, limits);
    findings.extend(
        reading
            .faults
            .into_iter()
            .map(|fault| finding(source.file, 0, fault, "type-site")),
    );
    match reading.entries.into_iter().next() {
        Some(entry) => wrap(entry.value, entry.struck),
        None => wrap(T::default(), Vec::new()),
    }
}

fn records(
    kind: RecordKind,
    source: SourceText<'_>,
    text: &str,
    limits: &Limits,
    findings: &mut Vec<Finding>,
) -> Contents {
    let reader = Reader {
        source,
        text,
        limits,
        kind,
    };
    match kind {
        RecordKind::Campaign => reader.read(findings, Contents::Campaigns),
        RecordKind::Area => reader.read(findings, Contents::Areas),
        RecordKind::Unit => reader.read(findings, Contents::Units),
        RecordKind::Person => reader.read(findings, Contents::People),
        RecordKind::Task => reader.read(findings, Contents::Tasks),
        RecordKind::Meeting => reader.read(findings, Contents::Meetings),
        RecordKind::Document => reader.read(findings, Contents::Documents),
        RecordKind::Problem => reader.read(findings, Contents::Problems),
        RecordKind::Indicator => reader.read(findings, Contents::Indicators),
        RecordKind::Instruction => reader.read(findings, Contents::Instructions),
        RecordKind::Inspection => reader.read(findings, Contents::Inspections),
        RecordKind::Assessment => reader.read(findings, Contents::Assessments),
        RecordKind::Bulletin => reader.read(findings, Contents::Bulletins),
        RecordKind::Decision => unreachable!("decisions have no folder of their own"),
    }
}

/// One file of a record type.
#[derive(Clone, Copy)]
struct Reader<'s> {
    source: SourceText<'s>,
    text: &'s str,
    limits: &'s Limits,
    kind: RecordKind,
}

impl Reader<'_> {
    fn read<T: Record>(
        self,
        findings: &mut Vec<Finding>,
        wrap: impl FnOnce(Vec<Arc<Written<T>>>) -> Contents,
    ) -> Contents {
        if !self.source.path.ends_with(".md") {
            return wrap(self.written(0..self.text.len(), Shape::Records, None, findings));
        }
        match front_matter(self.text) {
            Front::Matter(yaml, body) => {
                let body = Some(self.body(body)).filter(|body| !body.markdown.trim().is_empty());
                wrap(self.written(yaml, Shape::OneMapping, body, findings))
            }
            Front::None if self.text[bom(self.text)..].trim().is_empty() => {
                let place = Place::File(self.source.file);
                findings.push(Finding::warning("empty-file", place));
                Contents::Nothing
            }
            Front::None => {
                let (file, kind) = (self.source.file, self.kind);
                let (stem, language) = tagged(stem(self.source.path));
                Contents::Note(Note {
                    file,
                    kind,
                    stem: stem.to_owned(),
                    language,
                    body: self.body(bom(self.text)),
                })
            }
            Front::NotClosed => {
                let place = Place::Bytes {
                    file: self.source.file,
                    start: bom(self.text),
                    end: bom(self.text) + 3,
                };
                findings.push(Finding::error("front-matter-not-closed", place));
                Contents::Nothing
            }
        }
    }

    fn body(self, offset: usize) -> Body {
        let entry = Entry::File {
            file: self.source.file,
            offset,
        };
        Body {
            markdown: self.text[offset..].to_owned(),
            entry,
            ..Body::default()
        }
    }

    fn written<T: Record>(
        self,
        yaml: Range<usize>,
        shape: Shape,
        body: Option<Body>,
        findings: &mut Vec<Finding>,
    ) -> Vec<Arc<Written<T>>> {
        let offset = yaml.start;
        // Front matter with nothing in it lacks its fields; the file is not empty.
        let text = match shape {
            Shape::OneMapping if is_silent(&self.text[yaml.clone()]) => "{}",
            Shape::OneMapping | Shape::Records => &self.text[yaml],
        };
        let reading = yaml::read::<T>(text, shape, self.limits);
        let file = self.source.file;
        // Other faults in it do not make a file one of several records.
        let of_others = |fault: &yaml::Fault| fault.record.is_some_and(|record| record > 0);
        let single = matches!(&reading.entries[..], [one] if one.record == 0)
            && !reading.faults.iter().any(of_others);
        let alone = single || shape == Shape::OneMapping;
        for fault in reading.faults {
            let is_prose = shape == Shape::OneMapping && fault.kind == FaultKind::NotARecord;
            let mut found = finding(file, offset, fault, self.kind.label());
            if is_prose {
                found.code = "front-matter-not-yaml";
            }
            findings.push(found);
        }
        let stem = alone.then(|| stem(self.source.path));
        let mut body = body;
        let mut one = |entry: yaml::Entry<T>| {
            let origin = Origin::new(file, entry.record);
            let mut value = entry.value;
            let mut head = value.take_head();
            let id = match own_id(&mut head, stem) {
                Some((id, is_written)) => {
                    findings.extend(bad_id(&id, is_written, origin));
                    id
                }
                None => {
                    if !crate::names::is_one_of(&entry.struck, "id") {
                        let missing = Finding::error("missing-field", origin.whole());
                        let missing = missing.with("field", "id");
                        findings.push(missing.with("type", Value::Word(self.kind.label())));
                    }
                    String::new()
                }
            };
            let (body, translations) = own_bodies(&mut head, body.take(), origin, findings);
            let dated = |place: usize| head.amended.get(place).and_then(|a| a.on);
            let before = entry.before.into_iter().filter_map(|(place, mut value)| {
                let head = value.take_head();
                let origin = origin.before_amendment(place);
                let on = dated(place)?.0;
                Some(Earlier {
                    on,
                    origin,
                    head,
                    value,
                })
            });
            let before = before.collect();
            let alone = stem.map(str::to_owned);
            Written {
                origin,
                id,
                head,
                value,
                extra: entry.extra,
                struck: entry.struck,
                body,
                translations,
                before,
                alone,
            }
        };
        // Collected in place, a few bytes would go on holding the room of all that was read.
        let mut records = Vec::with_capacity(reading.entries.len());
        records.extend(reading.entries.into_iter().map(&mut one).map(Arc::new));
        records
    }
}

/// The id, and whether it is written; else it is the file's name.
fn own_id(head: &mut HeadRecord, stem: Option<&str>) -> Option<(String, bool)> {
    let from_stem = || stem.and_then(|s| s.rsplit('/').next()).map(str::to_owned);
    let written = head.id.take().map(|id| (id, true));
    written.or_else(|| from_stem().map(|id| (id, false)))
}

fn bad_id(id: &str, is_written: bool, origin: Origin) -> Option<Finding> {
    let place = || match is_written {
        true => origin.field("id"),
        false => origin.whole(),
    };
    (!crate::names::is_id(id)).then(|| Finding::error("bad-id", place()).with("id", id))
}

/// Nothing but empty lines and comments.
fn is_silent(yaml: &str) -> bool {
    yaml.lines()
        .all(|line| line.trim().is_empty() || line.trim_start().starts_with('#'))
}

fn bom(text: &str) -> usize {
    if text.starts_with('\u{feff}') {
        '\u{feff}'.len_utf8()
    } else {
        0
    }
}

/// A path without its ending, cut before the language that it ends in: `gh-01.en`.
fn tagged(stem: &str) -> (&str, Option<Language>) {
    let cut = stem
        .rsplit_once('.')
        .filter(|(rest, _)| !rest.ends_with('/'));
    let cut = cut.and_then(|(rest, tag)| Some((rest, Language::of_tag(tag)?)));
    cut.map_or((stem, None), |(rest, language)| (rest, Some(language)))
}

/// A path without its ending.
fn stem(path: &str) -> &str {
    [".md", ".yaml", ".yml"]
        .iter()
        .find_map(|end| path.strip_suffix(end))
        .unwrap_or(path)
}
