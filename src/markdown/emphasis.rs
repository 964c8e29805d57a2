//! Bold beside Chinese punctuation: marks the sides of `*` and `~~` runs so that the parser sees a letter there.
//!
//! CommonMark lets a run open or close emphasis by the kind of the characters on its two sides. It takes Chinese
//! punctuation for a word's edge, which it is not: in `**注意：**请` the second run could not close. A private-use
//! character between the run and the punctuation makes the parser see a letter; it is taken out of every event again.
//! A single `~` is a range in Chinese text (`5~10天`), so it is walled in on both sides and stays a character.

use std::borrow::Cow;
use std::collections::HashSet;

use super::chinese::{is_cjk, is_punctuation};

/// The characters that stand beside runs: to the parser the first is a letter, the second is punctuation.
///
/// The second goes between a mark and another run, which must go on seeing punctuation there.
pub(super) type Marks = [char; 2];

/// Both marks come from ranges whose characters have this length.
const MARK_LENGTH: usize = 3;

/// A body ready for the parser.
pub(super) struct Marked<'a> {
    pub(super) text: Cow<'a, str>,
    /// What texts from the parser may hold and the body does not.
    pub(super) marks: Option<Marks>,
    /// Where marks stand in `text`, in order.
    places: Vec<usize>,
}

impl Marked<'_> {
    /// The place in the body for a place in the marked text.
    pub(super) fn original(&self, place: usize) -> usize {
        let before = self.places.partition_point(|&at| at < place);
        place - before * MARK_LENGTH
    }
}

/// Takes the marks out of a text that came from the parser.
pub(super) fn unmarked(text: &str, marks: Option<Marks>) -> Cow<'_, str> {
    match marks {
        Some(marks) if text.contains(marks) => Cow::Owned(text.replace(marks, "")),
        _ => Cow::Borrowed(text),
    }
}

/// Marks what needs it; a body that needs nothing is lent as it is.
pub(super) fn mark(body: &str) -> Marked<'_> {
    let sides = sides(body);
    let marks = if sides.is_empty() { None } else { spare(body) };
    let Some([letter, punctuation]) = marks else {
        return Marked {
            text: Cow::Borrowed(body),
            marks: None,
            places: Vec::new(),
        };
    };
    let mut text = String::with_capacity(body.len() + 2 * sides.len() * MARK_LENGTH);
    let mut places = Vec::with_capacity(2 * sides.len());
    let mut done = 0;
    for side in sides {
        text.push_str(&body[done..side.at]);
        done = side.at;
        let row: &[char] = match (side.beside_run, side.is_before_run) {
            (false, _) => &[letter],
            (true, false) => &[letter, punctuation],
            (true, true) => &[punctuation, letter],
        };
        for &mark in row {
            places.push(text.len());
            text.push(mark);
        }
    }
    text.push_str(&body[done..]);
    Marked {
        text: Cow::Owned(text),
        marks,
        places,
    }
}

/// A private-use character and a mark of old manuscripts that the body does not hold; none if it holds them all.
fn spare(body: &str) -> Option<Marks> {
    let first = ['\u{f0f0}', '\u{2e0e}'];
    if !body.contains(first) {
        return Some(first);
    }
    let held: HashSet<char> = body.chars().collect();
    let letter = ('\u{e000}'..='\u{f8ff}').find(|c| !held.contains(c))?;
    let punctuation = ('\u{2e00}'..='\u{2e2e}').find(|c| !held.contains(c))?;
    Some([letter, punctuation])
}

/// A side of a run where a mark is due.
struct Side {
    at: usize,
    is_before_run: bool,
    /// Another run of delimiters stands on this side.
    beside_run: bool,
}

/// The places in the body where a mark is due, in order.
fn sides(body: &str) -> Vec<Side> {
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
        sides.extend(left.then_some(Side {
            at,
            is_before_run: true,
            beside_run: is_delimiter(before),
        }));
        sides.extend(right.then_some(Side {
            at: end,
            is_before_run: false,
            beside_run: is_delimiter(after),
        }));
        at = end;
    }
    sides
}

fn is_delimiter(c: char) -> bool {
    matches!(c, '*' | '_' | '~')
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
