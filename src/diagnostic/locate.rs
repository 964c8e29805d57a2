//! From a place to a file's line and column, by reading that file again.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::source::{File, FileId, Source};

use super::{Finding, Part, Place, Step};

/// Which field of which record is looked for in a file's text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sought<'a> {
    /// The number of the record within the text, from 0.
    pub(crate) record: u32,
    /// 0: as it is now; n: under `amended[n-1].was`.
    pub(crate) version: u16,
    pub(crate) steps: &'a [Step],
    pub(crate) part: Part,
}

/// Where in a YAML text a field stands, in bytes.
pub(crate) type Finder<'t> = Box<dyn Fn(&Sought) -> Option<Range<usize>> + 't>;

/// What other rooms know about the inside of a text; texts come without a byte order mark.
#[derive(Clone, Copy)]
pub(crate) struct Lookup {
    /// Reads a YAML text once, for as many fields as are looked for in it.
    pub(crate) open: for<'t> fn(&'t str) -> Finder<'t>,
    /// The YAML between the `---` lines of a note, in bytes.
    pub(crate) front_matter: fn(&str) -> Option<Range<usize>>,
}

/// Where a finding points, as people and tools read it.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Spot {
    /// None: the site as a whole.
    pub(crate) path: Option<String>,
    /// None: the file as a whole.
    pub(crate) span: Option<Span>,
}

/// Bytes `start..end` of a file. Lines and columns count from 1, columns in characters; a byte order mark counts
/// nowhere. The end is the position after the last character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Span {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) file: FileId,
    pub(crate) line: usize,
    pub(crate) column: usize,
    pub(crate) end_line: usize,
    pub(crate) end_column: usize,
}

/// A finding with its own place and its related places found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Located {
    pub(crate) finding: Finding,
    pub(crate) spot: Spot,
    /// One for each of the finding's related places, in their order.
    pub(crate) related: Vec<Spot>,
}

impl Located {
    /// The files that have to be looked into when it is shown.
    pub(crate) fn files(&self) -> impl Iterator<Item = FileId> {
        let spots = std::iter::once(&self.spot).chain(&self.related);
        spots.filter_map(|spot| Some(spot.span?.file))
    }
}

/// All findings with their places, by path, position and code; what is found twice is kept once.
pub(crate) fn sort(findings: Vec<Finding>, source: &Source, lookup: &Lookup) -> Vec<Located> {
    let mut read = Read::default();
    let mut all: Vec<Located> = findings
        .into_iter()
        .map(|finding| {
            let mut spot = |place: &Place| locate(place, source, lookup, &mut read);
            Located {
                spot: spot(&finding.place),
                related: finding.related.iter().map(|(_, at)| spot(at)).collect(),
                finding,
            }
        })
        .collect();
    all.sort_by_cached_key(order);
    all.dedup_by(|a, b| order(a) == order(b));
    all
}

fn order(located: &Located) -> impl Ord + use<> {
    let finding = &located.finding;
    let labels: Vec<&str> = finding.related.iter().map(|(label, _)| *label).collect();
    (
        located.spot.clone(),
        finding.code,
        finding.values.clone(),
        finding.suggestions.clone(),
        (labels, located.related.clone()),
    )
}

/// What was read of the files so far: many findings may point into one.
#[derive(Default)]
struct Read<'s> {
    /// The bytes of a file where its lines begin.
    lines: BTreeMap<FileId, Vec<usize>>,
    /// The byte of a file where its YAML begins, and what finds fields in it; none: it has no YAML.
    opened: BTreeMap<FileId, Option<(usize, Finder<'s>)>>,
}

fn locate<'s>(place: &Place, source: &'s Source, lookup: &Lookup, read: &mut Read<'s>) -> Spot {
    let (id, range) = match place {
        Place::Site => return Spot::default(),
        Place::Path(path) => {
            return Spot {
                path: Some(path.clone()),
                span: None,
            };
        }
        Place::File(id) => (*id, None),
        Place::Bytes { file, start, end } => (*file, Some(*start..*end)),
        Place::Field { origin, path, part } => {
            let sought = Sought {
                record: origin.record,
                version: origin.version,
                steps: path.steps(),
                part: *part,
            };
            (
                origin.file,
                find_field(origin.file, &sought, (source, lookup), read),
            )
        }
        Place::Line { origin, path, line } => {
            let sought = Sought {
                record: origin.record,
                version: origin.version,
                steps: path.steps(),
                part: Part::Value,
            };
            let field = find_field(origin.file, &sought, (source, lookup), read);
            let bytes = file(source, origin.file).map_or(&[][..], |file| file.bytes.as_slice());
            let found = field.as_ref().and_then(|at| line.find(bytes, at.start));
            (origin.file, found.or(field))
        }
    };
    let Some(file) = file(source, id) else {
        return Spot::default();
    };
    let starts = read
        .lines
        .entry(id)
        .or_insert_with(|| line_starts(&file.bytes));
    Spot {
        path: Some(file.path.clone()),
        span: range.map(|range| span(id, &file.bytes, starts, range)),
    }
}

pub(super) fn file(source: &Source, id: FileId) -> Option<&File> {
    source.files.get(usize::try_from(id.0).ok()?)
}

/// The field's bytes in its file; the nearest field above it when it is not there.
fn find_field<'s>(
    file: FileId,
    sought: &Sought,
    (source, lookup): (&'s Source, &Lookup),
    read: &mut Read<'s>,
) -> Option<Range<usize>> {
    let opened = read.opened.entry(file);
    let (offset, finder) = opened
        .or_insert_with(|| open(self::file(source, file)?, lookup))
        .as_ref()?;
    let found = (0..=sought.steps.len()).rev().find_map(|kept| {
        let steps = &sought.steps[..kept];
        finder(&Sought { steps, ..*sought })
    })?;
    Some(found.start + offset..found.end + offset)
}

/// The byte where a file's YAML begins, and what finds fields in it.
fn open<'s>(file: &'s File, lookup: &Lookup) -> Option<(usize, Finder<'s>)> {
    let skipped = mark_length(&file.bytes);
    let text = std::str::from_utf8(&file.bytes[skipped..]).ok()?;
    let yaml = if file.path.ends_with(".md") {
        (lookup.front_matter)(text)?
    } else {
        0..text.len()
    };
    let start = yaml.start;
    Some((skipped + start, (lookup.open)(text.get(yaml)?)))
}

/// The length of the byte order mark.
fn mark_length(bytes: &[u8]) -> usize {
    if bytes.starts_with(b"\xef\xbb\xbf") {
        3
    } else {
        0
    }
}

fn line_starts(bytes: &[u8]) -> Vec<usize> {
    let after = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
    std::iter::once(mark_length(bytes))
        .chain(after.map(|(place, _)| place + 1))
        .collect()
}

/// Held within the file and to whole characters, without line ends before and after it.
fn span(file: FileId, bytes: &[u8], starts: &[usize], range: Range<usize>) -> Span {
    let first = mark_length(bytes);
    let mut start = whole(bytes, range.start).max(first);
    let mut end = whole(bytes, range.end).max(start);
    while end > start && matches!(bytes[end - 1], b'\n' | b'\r') {
        end -= 1;
    }
    // What begins with the end of a line is shown from its first character on the lines below.
    if matches!(bytes[start..end].first(), Some(b'\n' | b'\r')) {
        let visible = bytes[start..end]
            .iter()
            .position(|b| !b.is_ascii_whitespace());
        start += visible.unwrap_or(0);
    }
    let (line, column) = position(bytes, starts, start);
    let (end_line, end_column) = position(bytes, starts, end);
    Span {
        start,
        end,
        file,
        line,
        column,
        end_line,
        end_column,
    }
}

/// Where the character begins that `place` is within; bytes that are no UTF-8 stand for themselves.
fn whole(bytes: &[u8], place: usize) -> usize {
    let held = place.min(bytes.len());
    (held.saturating_sub(3)..held)
        .find(|at| {
            let rest = &bytes[*at..bytes.len().min(at + 4)];
            let character = rest.utf8_chunks().next().map(|chunk| chunk.valid());
            let length = character.and_then(|text| text.chars().next());
            length.is_some_and(|first| at + first.len_utf8() > held)
        })
        .unwrap_or(held)
}

fn position(bytes: &[u8], starts: &[usize], place: usize) -> (usize, usize) {
    let line = starts.partition_point(|start| *start <= place).max(1);
    let before = &bytes[starts[line - 1].min(place)..place];
    (line, String::from_utf8_lossy(before).chars().count() + 1)
}
