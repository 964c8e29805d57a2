//! Bold beside Chinese punctuation: marks the sides of `*` and `~~` runs so that the parser sees a letter there.
//!
//! CommonMark lets a run open or close emphasis by the kind of the characters on its two sides. It takes Chinese
//! punctuation for a word's edge, which it is not: in `**注意：**请` the second run could not close. A private-use
//! character between the run and the punctuation makes the parser see a letter; it is taken out of every event again.
//! A single `~` is a range in Chinese text (`5~10天`), so it is walled in on both sides and stays a character.

use std::borrow::Cow;

use super::chinese::{is_cjk, is_punctuation};

/// A body ready for the parser.
pub(super) struct Marked<'a> {
    pub(super) text: Cow<'a, str>,
    mark: Option<char>,
    /// Where marks stand in `text`, in order.
    places: Vec<usize>,
}

impl Marked<'_> {
    /// The place in the body for a place in the marked text.
    pub(super) fn original(&self, place: usize) -> usize {
        let Some(mark) = self.mark else {
            return place;
        };
        let before = self.places.partition_point(|&at| at < place);
        place - before * mark.len_utf8()
    }

    /// Whether a text from the parser may hold marks.
    pub(super) fn mark(&self) -> Option<char> {
        self.mark
    }
}

/// Takes the marks out of a text that came from the parser.
pub(super) fn unmarked(text: &str, mark: Option<char>) -> Cow<'_, str> {
    match mark {
        Some(mark) if text.contains(mark) => Cow::Owned(text.replace(mark, "")),
        _ => Cow::Borrowed(text),
    }
}

/// Marks what needs it; a body that needs nothing is lent as it is.
pub(super) fn mark(body: &str) -> Marked<'_> {
    let sides = sides(body);
    let spare = if sides.is_empty() { None } else { spare(body) };
    let Some(mark) = spare else {
        return Marked {
            text: Cow::Borrowed(body),
            mark: None,
            places: Vec::new(),
        };
    };
    let mut text = String::with_capacity(body.len() + sides.len() * mark.len_utf8());
    let mut places = Vec::with_capacity(sides.len());
    let mut done = 0;
    for side in sides {
        text.push_str(&body[done..side]);
        places.push(text.len());
        text.push(mark);
        done = side;
    }
    text.push_str(&body[done..]);
    Marked {
        text: Cow::Owned(text),
        mark: Some(mark),
        places,
    }
}

/// A private-use character that the body does not hold.
fn spare(body: &str) -> Option<char> {
    let first = '\u{f0f0}';
    if !body.contains(first) {
        return Some(first);
    }
    let held: std::collections::HashSet<char> = body.chars().collect();
    ('\u{e000}'..='\u{f8ff}')
        .chain('\u{f0000}'..='\u{ffffd}')
        .find(|c| !held.contains(c))
}

/// The places in the body where a mark is due, in order.
fn sides(body: &str) -> Vec<usize> {
    let bytes = body.as_bytes();
    let mut sides = Vec::new();
    let mut at = 0;
    while let Some(step) = bytes[at..]
        .iter()
        .position(|b| matches!(b, b'*' | b'~' | b'\\'))
    {
        at += step;
        let byte = bytes[at];
        if byte == b'\\' {
            let escapes = bytes.get(at + 1).is_some_and(u8::is_ascii_punctuation);
            at += if escapes { 2 } else { 1 };
            continue;
        }
        let end = at + bytes[at..].iter().take_while(|&&b| b == byte).count();
        let before = body[..at].chars().next_back().unwrap_or('\n');
        let after = body[end..].chars().next().unwrap_or('\n');
        let (left, right) = match (byte, end - at) {
            (b'~', 1) => wall(before, after),
            (b'~', 3..) => (false, false),
            _ => due(visible_before(before, &body[..at]), after),
        };
        sides.extend(left.then_some(at));
        sides.extend(right.then_some(end));
        at = end;
    }
    sides
}

/// Whether a mark is due on the left and on the right of a run.
fn due(before: char, after: char) -> (bool, bool) {
    // The sides of a cell are for the parser's table rules alone.
    if before.is_whitespace() || after.is_whitespace() || before == '|' || after == '|' {
        return (false, false);
    }
    if !is_cjk(before) && !is_cjk(after) {
        return (false, false);
    }
    match (is_punctuation(before), is_punctuation(after)) {
        (true, false) => (true, false),
        (false, true) => (false, true),
        _ => (false, false),
    }
}

/// Whether a single `~` could be taken for a delimiter, and so needs both sides marked.
fn wall(before: char, after: char) -> (bool, bool) {
    let edge = |c: char| c.is_whitespace() || is_punctuation(c);
    let opens = !after.is_whitespace() && edge(before);
    let closes = !before.is_whitespace() && edge(after);
    let needed = (opens || closes) && before != '|' && after != '|';
    (needed, needed)
}

/// The character before a run, past a variation selector, which only alters the shape of the one before it.
fn visible_before(before: char, text: &str) -> char {
    if !matches!(before, '\u{fe00}'..='\u{fe0e}') {
        return before;
    }
    text.chars().rev().nth(1).unwrap_or(before)
}
