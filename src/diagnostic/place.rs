//! Where a finding points: a byte range of a file, or a field of a record that is looked up only when it is shown.

use crate::source::FileId;

/// The record from which a noun came. Passes carry it and hand it on; only `diagnostic` looks inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Origin {
    pub(super) file: FileId,
    /// The number of the record within its file, from 0.
    pub(super) record: u32,
    /// 0: as it is now; n: as it was before the amendment `amended[n-1]`.
    pub(super) version: u16,
}

impl Origin {
    pub(crate) fn new(file: FileId, record: u32) -> Origin {
        Origin {
            file,
            record,
            version: 0,
        }
    }

    /// The same in the file of another number.
    pub(crate) fn of_file(self, file: FileId) -> Origin {
        Origin { file, ..self }
    }

    /// The same record as it was before its amendment at this place of `amended`.
    pub(crate) fn before_amendment(self, place: usize) -> Origin {
        Origin {
            version: u16::try_from(place + 1).unwrap_or(u16::MAX),
            ..self
        }
    }

    /// The record as it is now, whatever version this is of.
    pub(crate) fn current(self) -> Origin {
        Origin { version: 0, ..self }
    }

    pub(crate) fn file(self) -> FileId {
        self.file
    }

    /// The number of the record within its file, from 0.
    pub(crate) fn record(self) -> u32 {
        self.record
    }

    /// The record as a whole.
    pub(crate) fn whole(self) -> Place {
        Place::Field {
            origin: self,
            path: Path::default(),
            part: Part::Value,
        }
    }

    /// A field of it: `origin.at(path!["progress", 2, "percent"])` in words.
    pub(crate) fn at(self, path: Path) -> Place {
        Place::Field {
            origin: self,
            path,
            part: Part::Value,
        }
    }

    pub(crate) fn field(self, name: &'static str) -> Place {
        self.at(Path::new(name))
    }
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Step {
    Key(String),
    /// A place in a list, from 0. A single value where a list is expected is its own place 0.
    Place(usize),
}

/// The way from a record to one of its fields.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(crate) struct Path(pub(super) Vec<Step>);

impl Path {
    pub(crate) fn new(key: &str) -> Path {
        Path(vec![Step::Key(key.to_owned())])
    }

    pub(crate) fn key(mut self, key: &str) -> Path {
        self.0.push(Step::Key(key.to_owned()));
        self
    }

    pub(crate) fn place(mut self, place: usize) -> Path {
        self.0.push(Step::Place(place));
        self
    }

    /// The key at this place of the way.
    pub(crate) fn key_at(&self, at: usize) -> Option<&str> {
        match self.0.get(at)? {
            Step::Key(key) => Some(key),
            Step::Place(_) => None,
        }
    }

    /// The place in a list at this place of the way.
    pub(crate) fn place_at(&self, at: usize) -> Option<usize> {
        match self.0.get(at)? {
            Step::Key(_) => None,
            Step::Place(place) => Some(*place),
        }
    }

    pub(crate) fn steps(&self) -> &[Step] {
        &self.0
    }
}

/// Which part of a `key: value` is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Part {
    Key,
    Value,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Place {
    /// The site as a whole: no file to show.
    Site,
    /// A file that was not read, or an asset, by its path.
    Path(String),
    /// A file as a whole.
    File(FileId),
    /// Bytes `start..end` of a file.
    Bytes {
        file: FileId,
        start: usize,
        end: usize,
    },
    /// A field of a record; a field that is not there is shown at the nearest one above it.
    Field {
        origin: Origin,
        path: Path,
        part: Part,
    },
    /// A part of one line of a text field of a record, which a block of YAML holds line by line as it is.
    Line {
        origin: Origin,
        path: Path,
        line: Line,
    },
}

/// A line of a text, found again by what stands on it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Line {
    /// Without the space around it.
    text: String,
    /// How many lines above it in the text read the same.
    before: usize,
    /// The part that is meant, in bytes of `text`.
    start: usize,
    end: usize,
}

impl Line {
    /// The line of a text on which a range begins.
    pub(crate) fn of(text: &str, range: &std::ops::Range<usize>) -> Line {
        let start = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
        let whole = text[start..].lines().next().unwrap_or_default();
        let line = whole.trim_ascii();
        let from = start + (whole.len() - whole.trim_ascii_start().len());
        let within = |at: usize| at.saturating_sub(from).min(line.len());
        let above = text[..start].lines();
        Line {
            text: line.to_owned(),
            before: above.filter(|other| other.trim_ascii() == line).count(),
            start: within(range.start),
            end: within(range.end),
        }
    }

    /// Where it stands in the bytes of a file after a place; none when no line there reads so.
    pub(super) fn find(&self, bytes: &[u8], from: usize) -> Option<std::ops::Range<usize>> {
        let mut at = from;
        let mut before = self.before;
        for line in bytes.get(from..)?.split_inclusive(|byte| *byte == b'\n') {
            let trimmed = line.trim_ascii();
            if trimmed == self.text.as_bytes() {
                if before == 0 {
                    let indent = line.len() - line.trim_ascii_start().len();
                    return Some(at + indent + self.start..at + indent + self.end);
                }
                before -= 1;
            }
            at += line.len();
        }
        None
    }
}

impl Place {
    /// The record's own field in which it is.
    pub(crate) fn field(&self) -> Option<&str> {
        match self {
            Place::Field { path, .. } | Place::Line { path, .. } => match path.0.first()? {
                Step::Key(key) => Some(key),
                Step::Place(_) => None,
            },
            Place::Site | Place::Path(_) | Place::File(_) | Place::Bytes { .. } => None,
        }
    }

    /// The file in which it is becomes another.
    pub(crate) fn number(&mut self, own: FileId) {
        match self {
            Place::Site | Place::Path(_) => {}
            Place::File(file) | Place::Bytes { file, .. } => *file = own,
            Place::Field { origin, .. } | Place::Line { origin, .. } => origin.file = own,
        }
    }

    /// The file in which it is, when it is in one that was read.
    pub(crate) fn file(&self) -> Option<FileId> {
        match self {
            Place::Site | Place::Path(_) => None,
            Place::File(file) | Place::Bytes { file, .. } => Some(*file),
            Place::Field { origin, .. } | Place::Line { origin, .. } => Some(origin.file),
        }
    }
}
