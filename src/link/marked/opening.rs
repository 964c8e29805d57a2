//! What a line of the minutes begins with: a mark, something that looks like one, or neither.

use std::ops::Range;

/// What a decision or an action begins with, in any case; a full-width or a plain colon follows.
const MARKS: [(&str, bool); 4] = [
    ("决定", false),
    ("待办", true),
    ("RESOLVED", false),
    ("ACTION", true),
];

/// What people write for them.
const NEAR: [&str; 16] = [
    "决议",
    "议定",
    "议决",
    "决定事项",
    "议定事项",
    "决议事项",
    "待办事项",
    "待办任务",
    "交办",
    "交办事项",
    "DECISION",
    "DECIDED",
    "AGREED",
    "TODO",
    "TO DO",
    "ACTION ITEM",
];

/// What makes a word bold or slanting.
const EMPHASES: [&str; 4] = ["**", "__", "*", "_"];

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Opening {
    Mark(Mark),
    /// In bytes of the line.
    Near(Range<usize>),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    /// Where its word begins.
    pub(super) word: usize,
    /// With its colon and what is around it.
    pub(super) length: usize,
    pub(super) action: bool,
    /// What makes more than the mark bold.
    pub(super) open: Option<&'static str>,
}

/// How a line begins that has no marks of lists before it any more.
pub(super) fn opening(line: &str) -> Option<Opening> {
    let around = EMPHASES.into_iter().find(|mark| line.starts_with(mark));
    let word = around.map_or(0, str::len);
    let (head, rest) = line[word..].split_once(['：', ':'])?;
    let (name, closed) = match around.and_then(|mark| head.strip_suffix(mark)) {
        Some(inner) => (inner.trim(), true),
        None => (head.trim(), false),
    };
    let is = |other: &str| name.eq_ignore_ascii_case(other);
    let Some((_, action)) = MARKS.into_iter().find(|(mark, _)| is(mark)) else {
        let is_near = NEAR.into_iter().any(is);
        let said = rest.trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_'));
        // With nothing after it, it is the heading of what follows.
        return (is_near && !said.is_empty()).then(|| Opening::Near(word..word + name.len()));
    };
    let after = around.filter(|_| !closed);
    let length = line.len() - rest.len();
    Some(Opening::Mark(match after {
        Some(mark) if rest.starts_with(mark) => Mark {
            word,
            length: length + mark.len(),
            action,
            open: None,
        },
        open => Mark {
            word,
            length,
            action,
            open,
        },
    }))
}

/// Without the marks of lists, quotations and boxes to tick before it.
pub(super) fn unlisted(line: &str) -> &str {
    let mut rest = line.trim_start();
    loop {
        let bullet = ["- ", "* ", "+ ", "> ", "[ ] ", "[x] ", ">"]
            .iter()
            .find_map(|mark| rest.strip_prefix(mark));
        let numbered = || {
            let digits = rest.trim_start_matches(|c: char| c.is_ascii_digit());
            let is_number = digits.len() < rest.len();
            let marks = [". ", ") "];
            marks
                .iter()
                .filter(|_| is_number)
                .find_map(|mark| digits.strip_prefix(mark))
        };
        match bullet.or_else(numbered) {
            Some(inner) => rest = inner.trim_start(),
            None => return rest,
        }
    }
}
