//! From where a parser stopped to what the writer did, for the slips that are made in offices.

use super::line::Line;

/// The words for what was done. `find` gives no others.
#[cfg(test)]
pub(super) const REASONS: [&str; 21] = [
    "bad-character",
    "bad-escape",
    "bad-indent",
    "colon-in-text",
    "merge-conflict",
    "missing-colon",
    "missing-dash",
    "no-space-after-colon",
    "other",
    "special-start",
    "tab-after-colon",
    "tab-indent",
    "text-after-bracket",
    "text-after-quote",
    "unclosed-bracket",
    "unclosed-quote",
    "unexpected-dash",
    "unknown-anchor",
    "wide-bracket",
    "wide-colon",
    "wide-space",
];

/// A word and the bytes to be mended.
pub(super) type Mistake = (&'static str, (usize, usize));

/// What is wrong near the byte where the parser stopped, saying `detail`.
pub(super) fn find(text: &str, at: usize, detail: &str) -> Mistake {
    let says = |words: &[&str]| words.iter().any(|w| detail.contains(w));
    let here = character(text, at);
    if let Some(space) = wide_margin(text, at) {
        space
    } else if says(&["simple key expect"]) {
        no_colon(text, at)
    } else if says(&["mapping values are not allowed"]) {
        colon_too_many(text, at)
    } else if says(&["a tab", "tabs", "tab cannot"]) {
        tab(text, at).unwrap_or(("tab-indent", here))
    } else if says(&["must be followed by a valid YAML whitespace"]) {
        tab(text, at).unwrap_or(("no-space-after-colon", here))
    } else if says(&["expected '-' indicator"]) {
        no_dash(text, at)
    } else if says(&["expected key"]) {
        no_key(text, at)
    } else if says(&["trailing content after"]) {
        ("text-after-quote", (at, Line::at(text, at).end()))
    } else if says(&["escape", "hexadecimal"]) {
        ("bad-escape", escape(text, at))
    } else if says(&["quoted scalar"]) {
        ("unclosed-quote", here)
    } else if says(&["unknown anchor", "without an anchor"]) {
        (alias_or_star(text, at), here)
    } else if says(&["placement of ':'", "flow", "unexpected eof"]) {
        bracket(text, at)
    } else if says(&["unprintable", "byte order mark"]) {
        ("bad-character", here)
    } else if let Some(conflict) = conflict(Line::at(text, at)) {
        conflict
    } else if let Some(open) = open_above(text, at) {
        open
    } else if says(&["indent"]) {
        ("bad-indent", here)
    } else if special(text, at) {
        ("special-start", here)
    } else {
        ("other", here)
    }
}

/// A document that is one text: almost always a mapping whose colons are wrong.
pub(super) fn find_in_text(text: &str, (start, end): (usize, usize)) -> Option<Mistake> {
    let mut line = Line::at(text, start);
    while line.start < end {
        if let Some(slip) = slip(line) {
            return Some(slip);
        }
        line = line.below(text)?;
    }
    None
}

/// A line stands further left than the document's first: one of the two has slipped.
pub(super) fn find_margin(text: &str, first: Line<'_>, at: usize) -> Mistake {
    let line = Line::at(text, at);
    let follows = line
        .above(text)
        .is_some_and(|above| above.start == first.start);
    if follows && first.indent() > line.indent() {
        ("bad-indent", first.indentation())
    } else {
        ("bad-indent", line.indentation())
    }
}

fn character(text: &str, at: usize) -> (usize, usize) {
    let length = text[at..].chars().next().map_or(0, char::len_utf8);
    (at, at + length)
}

/// A line of the document that begins with a wide space: to the parser it is a part of the line above.
fn wide_margin(text: &str, at: usize) -> Option<Mistake> {
    let document = text[..at].rfind("\n---").map_or(0, |start| start + 1);
    let mut line = Some(Line::at(text, document));
    while let Some(here) = line.filter(|line| line.start <= at) {
        if here.text.starts_with(['\u{3000}', '\u{a0}']) && !here.is_silent() {
            return Some(("wide-space", character(text, here.start)));
        }
        line = here.below(text);
    }
    None
}

/// The parser has read a line that should have been `key: value`, and stands behind it.
fn no_colon(text: &str, at: usize) -> Mistake {
    let line = Line::at(text, at);
    let before = text[line.start..at].trim();
    let line = match line.above(text) {
        Some(above) if before.is_empty() => above,
        _ => line,
    };
    slip(line).unwrap_or_else(|| {
        let (start, content) = line.content();
        ("missing-colon", (start, start + content.trim_end().len()))
    })
}

/// The parser has found a colon behind something that is a value already.
fn colon_too_many(text: &str, at: usize) -> Mistake {
    let line = Line::at(text, at);
    let (start, _) = line.content();
    let before = text.get(start..at).unwrap_or_default();
    if let Some(wide) = wide_start(before) {
        return ("wide-bracket", character(text, start + wide));
    }
    // A field's own colon comes first: the next one is its value's.
    if let Some(("wide-colon", place)) = slip(line)
        && text[start..place.0].is_ascii()
    {
        return ("wide-colon", place);
    }
    if before.contains(": ") || before.contains(":\t") {
        return ("colon-in-text", character(text, at));
    }
    let mut above = line.above(text);
    while let Some(line) = above {
        if let Some(slip) = slip(line) {
            return slip;
        }
        let (start, content) = line.content();
        if !content.contains(':') {
            return ("missing-colon", (start, start + content.trim_end().len()));
        }
        if content.contains(": ") || content.trim_end().ends_with(':') {
            break;
        }
        above = line.above(text);
    }
    ("bad-indent", line.indentation())
}

/// A full-width bracket where a value begins.
fn wide_start(content: &str) -> Option<usize> {
    let value = content.find(": ").map_or(0, |colon| colon + 2);
    let begins = |at: &usize| content[*at..].starts_with(['｛', '［', '【']);
    [0, value].into_iter().find(begins)
}

/// Something stands in a list's column without a `-`, or between two columns.
fn no_dash(text: &str, at: usize) -> Mistake {
    let line = Line::at(text, at);
    if let Some(slip) = slip(line) {
        return slip;
    }
    let mut above = line.above(text);
    while let Some(other) = above {
        if other.indent() == line.indent() && other.has_dash() {
            return ("missing-dash", character(text, at));
        }
        above = other.above(text).filter(|o| o.start < other.start);
    }
    ("bad-indent", line.indentation())
}

/// Something stands where only the next key can.
fn no_key(text: &str, at: usize) -> Mistake {
    let line = Line::at(text, at);
    let before = text[line.start..at].trim_end();
    if before.ends_with([']', '}']) {
        return ("text-after-bracket", (at, line.end()));
    }
    if let Some(slip) = slip(line) {
        return slip;
    }
    let same_column = |above: Line<'_>| above.indent() == line.indent();
    if line.has_dash() && line.above(text).is_some_and(same_column) {
        let dash = line.start + line.indent();
        return ("unexpected-dash", (dash, dash + 1));
    }
    ("bad-indent", line.indentation())
}

/// The first tab that stands before a value, from this line on.
fn tab(text: &str, at: usize) -> Option<Mistake> {
    let mut line = Some(Line::at(text, at));
    while let Some(here) = line {
        let margin = here.text.len() - here.text.trim_start_matches([' ', '\t', '-']).len();
        if let Some(tab) = here.text[..margin].find('\t') {
            let start = here.start + tab;
            return Some(("tab-indent", (start, start + 1)));
        }
        if let Some(tab) = here.text.find(":\t") {
            let start = here.start + tab + 1;
            return Some(("tab-after-colon", (start, start + 1)));
        }
        line = here.below(text).filter(|below| below.start <= at + 4096);
    }
    None
}

/// The first escape behind the quote that YAML does not know.
fn escape(text: &str, at: usize) -> (usize, usize) {
    let mut rest = text[at..].char_indices();
    while let Some((place, c)) = rest.next() {
        if c == '\\' {
            let next = rest.next().map_or('\\', |(_, next)| next);
            let known = "0abtnvfre \"/\\N_LP\n\r\t".contains(next);
            let digits = matches!(next, 'x' | 'u' | 'U') && {
                let wanted = match next {
                    'x' => 2,
                    'u' => 4,
                    _ => 8,
                };
                let behind = &text[at + place + 2..];
                behind
                    .chars()
                    .take(wanted)
                    .filter(char::is_ascii_hexdigit)
                    .count()
                    == wanted
            };
            if !known && !digits {
                return (at + place, at + place + 1 + next.len_utf8());
            }
        }
    }
    character(text, at)
}

/// The bracket of a line above that is still open, where the parser has stumbled over what follows it.
fn open_above(text: &str, at: usize) -> Option<Mistake> {
    let open = open_brackets(text, at);
    let is_above = open
        .last()
        .is_some_and(|start| text[*start..at].contains('\n'));
    is_above.then(|| bracket(text, at))
}

/// The bracket that is still open where the parser stopped, or the full-width one that was to close it.
fn bracket(text: &str, at: usize) -> Mistake {
    let open = open_brackets(text, at);
    let Some(&start) = open.last() else {
        return ("unclosed-bracket", character(text, at));
    };
    let line = Line::at(text, start);
    let wide = text[start..line.end()].find(['］', '｝', '】']);
    match wide {
        Some(wide) => ("wide-bracket", character(text, start + wide)),
        None => ("unclosed-bracket", (start, start + 1)),
    }
}

/// The brackets that are open at this byte of a document.
fn open_brackets(text: &str, at: usize) -> Vec<usize> {
    let mut open = Vec::new();
    let document = text[..at].rfind("\n---").map_or(0, |start| start + 1);
    let mut quote = None;
    // What stands before, without spaces: it tells a sign from a character of a text.
    let mut before = '\n';
    for (place, c) in text[document..at].char_indices() {
        let begins = matches!(before, '\n' | ':' | '-' | ',' | '[' | '{');
        match (quote, c) {
            (Some(q), _) if q == c => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') if begins && !open.is_empty() => quote = Some(c),
            (None, '[' | '{') if begins => open.push(document + place),
            (None, ']' | '}') => drop(open.pop()),
            (None, _) => {}
        }
        if c != ' ' {
            before = c;
        }
    }
    open
}

/// `*name` alone is an alias; with more behind it, it was to be bold.
fn alias_or_star(text: &str, at: usize) -> &'static str {
    let rest = text[at + 1..Line::at(text, at).end()].split(" #").next();
    let name = rest
        .unwrap_or_default()
        .trim_end_matches([' ', ',', ']', '}']);
    if name.contains([' ', '*', ':', '：']) {
        "special-start"
    } else {
        "unknown-anchor"
    }
}

fn special(text: &str, at: usize) -> bool {
    text[at..].starts_with(|c: char| "@%`*&!|>[]{},?-#:".contains(c))
}

/// What version control leaves where two writers changed one line.
fn conflict(line: Line<'_>) -> Option<Mistake> {
    let marks = ["<<<<<<< ", "=======", ">>>>>>> "];
    let is_conflict = marks.iter().any(|mark| line.text.starts_with(mark));
    is_conflict.then(|| ("merge-conflict", (line.start, line.end())))
}

/// A slip that shows in the line alone.
fn slip(line: Line<'_>) -> Option<Mistake> {
    let (start, content) = line.content();
    let first = content.chars().next()?;
    if let Some(conflict) = conflict(line) {
        return Some(conflict);
    }
    if matches!(first, '\u{3000}' | '\u{a0}') {
        return Some(("wide-space", (start, start + first.len_utf8())));
    }
    if matches!(first, '－' | '—' | '–' | '•' | '·') {
        return Some(("missing-dash", (start, start + first.len_utf8())));
    }
    let colon = content.find([':', '：'])?;
    let key = content[..colon].trim_end();
    let behind = &content[colon..];
    let is_key = !key.is_empty() && !key.contains([' ', '"', '\'', '[', '{', '，', '。', '#']);
    let colon_range = |length: usize| (start + colon, start + colon + length);
    if !is_key {
        None
    } else if behind.starts_with('：') {
        Some(("wide-colon", colon_range('：'.len_utf8())))
    } else if behind.starts_with("://")
        || behind[1..].trim_start_matches(' ').len() < behind.len() - 1
    {
        None
    } else if behind.len() > 1 && !behind[1..].starts_with('\t') {
        Some(("no-space-after-colon", colon_range(1)))
    } else {
        None
    }
}
