//! Released editions: each is given to its bulletin, and what no longer fits it is found.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use crate::diagnostic::{Finding, Origin, Place, Value};
use crate::frozen::{self, Difference, Edition, Fault, Record, Spot};
use crate::model::{Audience, Body, Bulletin, Language, Party, Visibility};
use crate::names::folded;
use crate::parallel;
use crate::record::{BulletinRecord, RecordKind, Records, Written};
use crate::source::{FileId, Source};
use crate::wording::marked;

use super::linker::Linker;

/// How many differences of one edition are told.
const TOLD: usize = 5;

/// Longer texts are cut to what differs.
const LONG: usize = 40;

/// What is known of a bulletin's release before it is linked.
#[derive(Debug)]
pub(super) struct Release {
    /// None: a draft.
    pub(super) edition: Option<Edition>,
    /// Its text as it is written today.
    written: Option<Body>,
}

impl Release {
    /// The closest level that it has or had: what was counted for few is never shown to more.
    pub(super) fn visibility(&self) -> Option<Visibility> {
        let edition = self.edition.as_ref()?;
        Visibility::of_word(&edition.record.visibility)
    }
}

impl Linker<'_> {
    pub(super) fn sees<R>(&self, record: &Written<R>) -> bool {
        !is_out(self.releases.get(&record.origin), self.audience) && self.may_see(&record.head)
    }

    pub(super) fn is_released(&self, origin: Origin) -> bool {
        let release = self.releases.get(&origin);
        release.is_some_and(|release| release.edition.is_some())
    }
}

/// A draft of a bulletin is for those who see what is internal; an edition also for no more than it was released for.
pub(super) fn is_out(release: Option<&Release>, audience: &Audience) -> bool {
    release.is_some_and(|release| match release.visibility() {
        Some(released) => !audience.may_see(released),
        None => !audience.sees_drafts,
    })
}

/// The release of every bulletin. The text of one that is released is what was released, from here on.
pub(super) fn join(
    records: &mut Records,
    source: &Source,
    findings: &mut Vec<Finding>,
) -> HashMap<Origin, Release> {
    let mut frozen: BTreeMap<&str, &[u8]> = source
        .frozen
        .iter()
        .map(|file| (file.path.as_str(), file.bytes.as_slice()))
        .collect();
    let files: Vec<Option<(String, &[u8])>> = records
        .bulletins
        .iter()
        .map(|record| {
            let path = path(source, record.origin.file(), &record.id)?;
            let bytes = frozen.remove(path.as_str())?;
            Some((path, bytes))
        })
        .collect();
    let read = parallel::map(&files, |_, file| {
        let (_, bytes) = file.as_ref()?;
        Some(frozen::read(bytes))
    });
    let mut releases = HashMap::new();
    for (record, read) in records.bulletins.iter_mut().zip(files.iter().zip(read)) {
        let edition = match read {
            (Some((path, _)), Some(read)) => accept(path, read, &record.id, findings),
            _ => None,
        };
        let release = Release {
            written: record.body.clone(),
            edition,
        };
        if let Some(edition) = &release.edition {
            give(record, edition);
        }
        releases.insert(record.origin, release);
    }
    let lost: HashSet<String> = records
        .lost
        .iter()
        .filter(|(kind, _)| *kind == RecordKind::Bulletin)
        .map(|(_, id)| folded(&frozen::file_name(id)).into_owned())
        .collect();
    for path in frozen.into_keys() {
        let name = path.rsplit('/').next().unwrap_or_default();
        if !lost.contains(folded(name).as_ref()) {
            let place = Place::Path(path.to_owned());
            findings.push(Finding::error("edition-without-bulletin", place).with("file", name));
        }
    }
    releases
}

/// Beside the bulletin's own file.
fn path(source: &Source, file: FileId, id: &str) -> Option<String> {
    let own = &source.files.get(file.0 as usize)?.path;
    let (folder, _) = own.rsplit_once('/')?;
    Some(format!("{folder}/{}", frozen::file_name(id)))
}

/// What was read from a file, where it is this bulletin's edition.
fn accept(
    path: &str,
    read: Result<Edition, Fault>,
    id: &str,
    findings: &mut Vec<Finding>,
) -> Option<Edition> {
    let place = || Place::Path(path.to_owned());
    match read {
        Ok(edition) if folded(&edition.id) == folded(id) => return Some(edition),
        Ok(edition) => {
            let other = Finding::error("edition-of-another", place());
            findings.push(other.with("id", edition.id).with("bulletin", id));
        }
        Err(Fault::Json { line }) => {
            let unreadable = Finding::error("edition-unreadable", place());
            findings.push(unreadable.with("line", line));
        }
        Err(Fault::Format(format)) => {
            let later = Finding::error("edition-format", place());
            findings.push(later.with("format", format as usize));
        }
        Err(Fault::Digest { written, real }) => {
            let edited = Finding::error("edition-digest", place());
            findings.push(edited.with("written", written).with("real", real));
        }
    }
    None
}

/// The released text takes the place of the written one, where it stood when both are the same.
fn give(record: &mut Arc<Written<BulletinRecord>>, edition: &Edition) {
    let released = &edition.body.markdown;
    if record.body.as_ref().map(|body| &body.markdown) != Some(released) {
        Arc::make_mut(record).body = Some(Body {
            markdown: released.clone(),
            ..Body::default()
        });
    }
}

/// The edition of a bulletin, held against what is written of it today.
pub(super) fn released(bulletin: &Bulletin, linker: &mut Linker<'_>) -> Option<Edition> {
    let origin = bulletin.head.origin;
    let release = linker.releases.get(&origin.current())?;
    let edition = release.edition.as_ref()?;
    if origin != origin.current() {
        return Some(edition.clone());
    }
    let written = release.written.clone().unwrap_or_default();
    let today = record(bulletin, &edition.record);
    let mut changed = frozen::changed_fields(&edition.record, &today);
    changed.extend(frozen::changed_lines(
        &edition.body.markdown,
        &written.markdown,
    ));
    let edition = edition.clone();
    let place = |at: &Spot| match at {
        Spot::Field(field) => origin.field(field),
        Spot::Line(number) => line(&written, origin, *number),
        Spot::Live(byte) => bytes(&written, origin, *byte..*byte),
        Spot::Counts | Spot::Comparison => origin.field("as_of"),
    };
    let file = path(linker.source, origin.file(), &bulletin.head.id).unwrap_or_default();
    let found = tell(bulletin, changed, ("edition-edited", file, TOLD), &place);
    linker.findings.extend(found);
    Some(edition)
}

/// The record as it is written today, with the names of persons and units as they were released: whose names changed
/// is told where those that the edition was made for are asked.
fn record(bulletin: &Bulletin, released: &Record) -> Record {
    let language = match released.language.as_str() {
        "en" => Language::English,
        _ => Language::Chinese,
    };
    let name = |party: &Party| match party {
        Party::Text(text) => text.wanted(language).to_owned(),
        Party::Person(_) | Party::Unit(_) => String::new(),
    };
    let mut today = bulletin.record(language, &name);
    today.issuers.clone_from(&released.issuers);
    today.signatory.clone_from(&released.signatory);
    today.commended.clone_from(&released.commended);
    today.criticised.clone_from(&released.criticised);
    for (today, released) in today.reviews.iter_mut().zip(&released.reviews) {
        today.who.clone_from(&released.who);
    }
    today
}

/// A finding for each of the first differences: a note where an erratum names it.
fn tell(
    bulletin: &Bulletin,
    differences: Vec<Difference>,
    (code, file, most): (&'static str, String, usize),
    place: &dyn Fn(&Spot) -> Place,
) -> Vec<Finding> {
    let mut told = Vec::new();
    let more = differences.len().saturating_sub(most);
    for one in differences.into_iter().take(most) {
        let mut errata = bulletin.errata.iter();
        let (was, is) = both(&one.was, &one.is);
        let (was, is) = (shown(&was), shown(&is));
        let found = match errata.find(|erratum| erratum.names(&one.was, &one.is)) {
            Some(erratum) => {
                Finding::note("edition-corrected", place(&one.at)).with("on", erratum.on)
            }
            // What stands in a text is named by its place; the rest by its row and column.
            None if code == "edition-differs" => {
                let at = match one.path.is_empty() {
                    true => Value::Word("what-differs"),
                    false => Value::Text(one.path.join("·")),
                };
                let found = Finding::warning(code, place(&one.at));
                found.with("at", at).with("more", more)
            }
            None => Finding::warning(code, place(&one.at)).with("more", more),
        };
        let found = found.with("was", was).with("is", is);
        told.push(found.and_at("released-here", Place::Path(file.clone())));
    }
    told
}

/// Long texts with what differs in brackets; a text against nothing stays whole.
fn both(was: &str, is: &str) -> (String, String) {
    let is_long = |text: &str| text.chars().nth(LONG).is_some();
    match !was.is_empty() && !is.is_empty() && (is_long(was) || is_long(is)) {
        true => marked(was, is),
        false => (was.to_owned(), is.to_owned()),
    }
}

/// A text as it stood, or the word for nothing.
fn shown(text: &str) -> Value {
    match text.trim() {
        "" => Value::Word("nothing-there"),
        text => Value::Text(text.to_owned()),
    }
}

fn line(body: &Body, origin: Origin, number: usize) -> Place {
    let mut start = 0;
    for (place, line) in body.markdown.split_inclusive('\n').enumerate() {
        let end = start + line.trim_end_matches(['\n', '\r']).len();
        if place + 1 == number {
            return bytes(body, origin, start..end);
        }
        start += line.len();
    }
    bytes(body, origin, start..start)
}

fn bytes(body: &Body, origin: Origin, range: std::ops::Range<usize>) -> Place {
    let length = body.markdown.len();
    let range = range.start.min(length)..range.end.min(length);
    super::body::bytes(body, origin, range)
}

/// How much is told of what differs, and how.
pub(crate) struct Telling<'a> {
    /// Every difference, or only the first of each edition.
    pub(crate) all: bool,
    /// The name of a figure of the whole ledger, and of what else stands in no text, in the words of the site.
    pub(crate) name: &'a dyn Fn(&str) -> String,
}

/// Facts of a released edition that come to something else today.
pub(crate) fn differs(
    bulletin: &Bulletin,
    today: &Edition,
    source: &Source,
    telling: &Telling<'_>,
) -> Vec<Finding> {
    let Some(released) = &bulletin.released else {
        return Vec::new();
    };
    let origin = bulletin.head.origin;
    let mut differences = frozen::changed_live(&released.body, &today.body);
    differences.extend(frozen::changed_counts(
        &released.counts,
        &today.counts,
        telling.name,
    ));
    let (was, is) = (released.changes.as_ref(), today.changes.as_ref());
    let changes = frozen::changed_comparison(was, is).into_iter();
    differences.extend(changes.map(|mut one| {
        one.path.insert(0, (telling.name)("changes"));
        one
    }));
    let mut names = vec!["issuers", "signatory", "commended", "criticised"];
    // Reviews that came or went were found when the record was read.
    if released.record.reviews.len() == today.record.reviews.len() {
        names.push("reviews");
    }
    let fields = frozen::changed_fields(&released.record, &today.record);
    let of_names = |one: &Difference| matches!(one.at, Spot::Field(name) if names.contains(&name));
    differences.extend(fields.into_iter().filter(of_names));
    let body = bulletin.head.body.clone().unwrap_or_default();
    let place = |at: &Spot| match at {
        Spot::Field(field) => origin.field(field),
        Spot::Live(byte) => {
            let rest = body.markdown.get(*byte..).unwrap_or_default();
            let length = match rest.starts_with("{{") {
                true => rest.find("}}").map_or(0, |end| end + 2),
                false => rest.find('\n').unwrap_or(rest.len()),
            };
            bytes(&body, origin, *byte..*byte + length)
        }
        Spot::Line(number) => line(&body, origin, *number),
        Spot::Counts | Spot::Comparison => origin.field("as_of"),
    };
    let most = if telling.all { usize::MAX } else { TOLD };
    let file = path(source, origin.file(), &bulletin.head.id).unwrap_or_default();
    tell(
        bulletin,
        differences,
        ("edition-differs", file, most),
        &place,
    )
}
