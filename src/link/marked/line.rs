//! One marked line of a meeting's minutes, cut into its parts.

use std::ops::Range;

use crate::markdown;

use super::opening::{Opening, opening, unlisted};
use super::parts::parts;

/// A marked line; all ranges but those of `inside` are bytes of the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// From the mark to the end of the line.
    pub(super) range: Range<usize>,
    pub(super) action: bool,
    /// As it was written, but for the units, the date and the id at its end.
    pub(super) text: String,
    /// Where units are named inside the text, in bytes of the text, with their place among `units`.
    pub(super) inside: Vec<(Range<usize>, usize)>,
    /// As written after `@`.
    pub(super) units: Vec<(Range<usize>, String)>,
    /// The one date of the line in ISO form, or one without a year as it was written.
    pub(super) due: Option<(Range<usize>, String)>,
    /// Two dates of which nobody can tell which is the limit.
    pub(super) two: Option<[String; 2]>,
    pub(super) id: Option<(Range<usize>, String)>,
}

impl Line {
    /// What the mark has opened is closed in the text.
    fn begin_with(&mut self, open: &str) {
        self.text.insert_str(0, open);
        for (range, _) in &mut self.inside {
            *range = range.start + open.len()..range.end + open.len();
        }
    }
}

/// What the text of some minutes has.
#[derive(Debug, Default)]
pub(super) struct Read {
    pub(super) lines: Vec<Line>,
    /// Lines that begin with what looks like a mark and is none: where it stands, and how it reads.
    pub(super) near: Vec<(Range<usize>, String)>,
}

/// Whether it is worth looking.
pub(super) fn may_hold(body: &str) -> bool {
    body.lines().any(|line| opening(unlisted(line)).is_some())
}

/// The marked lines of a body, but for those inside code and comments. `longest` tells how much of a text is the name of
/// a unit.
pub(super) fn lines(body: &str, longest: &dyn Fn(&str) -> usize) -> Read {
    let outline = markdown::outline(body);
    let code = outline.code_blocks.into_iter().map(|block| block.range);
    let skipped: Vec<Range<usize>> = code.chain(outline.comments).collect();
    let mut read = Read::default();
    let mut start = 0;
    for written in body.split_inclusive('\n') {
        let line = written.trim_end();
        let before = line.len() - unlisted(line).len();
        let from = start + before;
        let end = start + line.len();
        start += written.len();
        let found = opening(&line[before..]);
        let Some(found) = found.filter(|_| !skipped.iter().any(|range| range.contains(&from)))
        else {
            continue;
        };
        match found {
            Opening::Near(range) => {
                let word = line[before..][range.clone()].to_owned();
                read.near.push((from + range.start..from + range.end, word));
            }
            Opening::Mark(mark) => {
                let rest = &line[before + mark.length..];
                let whole = mark.open.and_then(|open| rest.strip_suffix(open));
                let parts = parts(whole.unwrap_or(rest), from + mark.length, longest);
                let mut found = parts.placed(from + mark.word..end, mark.action);
                if let Some(open) = mark.open.filter(|_| whole.is_none()) {
                    found.begin_with(open);
                }
                read.lines.push(found);
            }
        }
    }
    read
}

#[cfg(test)]
mod tests;
