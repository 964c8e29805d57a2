//! What stands in a marked line: its units, its dates and its id, inside the sentence or at its end.

use std::ops::Range;

use super::line::Line;

/// What a part of a line is.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Kind {
    /// By the place among the line's units.
    Unit(usize),
    Iso(String),
    /// `2016年3月11日`, in ISO form.
    Words(String),
    /// As it was written.
    YearLess(String),
    Id(String),
}

impl Kind {
    fn date(&self) -> Option<&String> {
        match self {
            Kind::Iso(date) | Kind::Words(date) => Some(date),
            _ => None,
        }
    }
}

#[derive(Debug)]
struct Part {
    kind: Kind,
    /// In bytes of the line after its mark.
    range: Range<usize>,
}

/// The parts of a line after its mark.
pub(super) struct Parts<'l> {
    rest: &'l str,
    /// Where `rest` begins in the body.
    base: usize,
    units: Vec<(Range<usize>, String)>,
    found: Vec<Part>,
    /// How many of them stand inside the sentence; the others are its end.
    inside: usize,
}

impl Parts<'_> {
    pub(super) fn placed(self, range: Range<usize>, action: bool) -> Line {
        let spot = |part: &Part| self.base + part.range.start..self.base + part.range.end;
        let (text, inside) = self.sentence();
        let (due, two) = match self.due(action) {
            Due::None => (None, None),
            Due::One(part, date) => (Some((spot(part), date.to_owned())), None),
            Due::Two(dates) => (None, Some(dates)),
        };
        let id = self.found.iter().find_map(|part| match &part.kind {
            Kind::Id(id) => Some((spot(part), id.clone())),
            _ => None,
        });
        Line {
            range,
            action,
            text,
            inside,
            units: self.units,
            due,
            two,
            id,
        }
    }

    /// The date at the end is the limit; without one, the one date of the sentence is, where there is a duty.
    fn due(&self, action: bool) -> Due<'_> {
        let dated = |parts: &'_ [Part]| parts.iter().any(|part| part.kind.date().is_some());
        let (sentence, end) = self.found.split_at(self.inside);
        let parts = match dated(end) {
            true => end,
            // Without a unit or an action, a day in a sentence is no limit.
            false if !action && self.units.is_empty() => return Due::None,
            false => sentence,
        };
        let dates: Vec<(&Part, &String)> = parts
            .iter()
            .filter_map(|part| Some((part, part.kind.date()?)))
            .collect();
        let isos = dates
            .iter()
            .filter(|(part, _)| matches!(part.kind, Kind::Iso(_)));
        let isos: Vec<_> = isos.collect();
        match (isos.as_slice(), dates.as_slice()) {
            ([(part, date)], _) | ([], [(part, date)]) => Due::One(part, (*date).clone()),
            (_, [first, second, ..]) => {
                let written =
                    |(part, _): &(&Part, &String)| self.rest[part.range.clone()].to_owned();
                Due::Two([written(first), written(second)])
            }
            _ => {
                let mut all = self.found.iter();
                let found = all.find_map(|part| match &part.kind {
                    Kind::YearLess(written) => Some(Due::One(part, written.clone())),
                    _ => None,
                });
                found.unwrap_or(Due::None)
            }
        }
    }

    /// The text without its end, and where units are named in it.
    fn sentence(&self) -> (String, Vec<(Range<usize>, usize)>) {
        let (inside, end) = self.found.split_at(self.inside);
        let stop = end.first().map_or(self.rest.len(), |part| part.range.start);
        // What ends the sentence may stand between or after the parts of its end.
        let ends = end.iter().map(|part| part.range.end);
        let starts = end.iter().skip(1).map(|part| part.range.start);
        let gaps = ends.zip(starts.chain([self.rest.len()]));
        let stops = |c: &char| matches!(c, '。' | '.' | '！' | '!');
        let after = gaps
            .flat_map(|(from, to)| self.rest[from..to].chars())
            .find(stops);
        let head = self.rest[..stop].trim_end();
        let head = match end.is_empty() {
            true => head,
            false => head.trim_end_matches(['，', '、', ',', ' ', '：', ':', '；', ';', '（', '(']),
        };
        let skipped = head.len() - head.trim_start().len();
        let mut text = head[skipped..].to_owned();
        if !text.ends_with(['。', '.', '！', '!']) {
            text.extend(after);
        }
        let mut units = Vec::new();
        let mut cut: Option<Range<usize>> = None;
        for part in inside {
            let range = part.range.start - skipped..part.range.end - skipped;
            match part.kind {
                Kind::Unit(place) => units.push((range, place)),
                Kind::Id(_) => cut = cut.or(Some(range)),
                _ => {}
            }
        }
        // An id is no part of any sentence.
        if let Some(cut) = cut.filter(|cut| cut.end <= text.len()) {
            for (range, _) in units.iter_mut().filter(|(range, _)| range.start >= cut.end) {
                *range = range.start - cut.len()..range.end - cut.len();
            }
            text.replace_range(cut, "");
        }
        (text, units)
    }
}

enum Due<'p> {
    None,
    One(&'p Part, String),
    Two([String; 2]),
}

/// Finds the parts. What stands between quotation marks, in code, or is where a link leads, is kept as it is.
pub(super) fn parts<'l>(rest: &'l str, base: usize, longest: &dyn Fn(&str) -> usize) -> Parts<'l> {
    let mut parts = Parts {
        rest,
        base,
        units: Vec::new(),
        found: Vec::new(),
        inside: 0,
    };
    let mut at = 0;
    let mut before = ' ';
    while let Some(c) = rest[at..].chars().next() {
        let tail = &rest[at..];
        let (kind, length) = match part(tail, before, longest) {
            Some((kind, length)) => (Some(kind), length),
            None => (None, quoted(tail).unwrap_or(c.len_utf8())),
        };
        if let Some(kind) = kind {
            let range = at..at + length;
            let kind = match kind {
                Kind::Unit(_) => {
                    let place = parts.units.len();
                    let name = tail[1..length].to_owned();
                    parts.units.push((base + at..base + at + length, name));
                    Kind::Unit(place)
                }
                kind => kind,
            };
            parts.found.push(Part { kind, range });
        }
        before = rest[at..at + length].chars().next_back().unwrap_or(' ');
        at += length;
    }
    parts.inside = end(rest, &parts.found);
    parts
}

fn part(tail: &str, before: char, longest: &dyn Fn(&str) -> usize) -> Option<(Kind, usize)> {
    if let Some(name) = tail.strip_prefix('@').and_then(named(before)) {
        return Some((Kind::Unit(0), 1 + longest(name)));
    }
    if let Some(id) = tail.strip_prefix("{#").and_then(|t| t.split('}').next()) {
        let length = (id.len() + 3).min(tail.len());
        return Some((Kind::Id(id.trim().to_owned()), length));
    }
    if before.is_ascii_digit() {
        return None;
    }
    if let Some(length) = iso(tail) {
        return Some((Kind::Iso(tail[..length].to_owned()), length));
    }
    let (length, date) = in_words(tail)?;
    Some(match date {
        Some(date) => (Kind::Words(date), length),
        None => (Kind::YearLess(tail[..length].to_owned()), length),
    })
}

/// How many parts stand before the end of the sentence. The end is a run of parts with nothing but marks between them,
/// set off from the words before it; a date in words is of the end only after another part of it.
fn end(rest: &str, found: &[Part]) -> usize {
    let is_gap = |text: &str| text.chars().all(is_mark);
    let mut first = found.len();
    let mut after = rest.len();
    for (place, part) in found.iter().enumerate().rev() {
        let is_one = !matches!(part.kind, Kind::YearLess(_));
        if !is_one || !is_gap(&rest[part.range.end..after]) {
            break;
        }
        first = place;
        after = part.range.start;
    }
    while let Some(part) = found.get(first) {
        let is_apart = rest[..part.range.start]
            .chars()
            .next_back()
            .is_none_or(is_mark);
        // An id is set off by its brackets.
        let is_end = is_apart && !matches!(part.kind, Kind::Words(_));
        if is_end || matches!(part.kind, Kind::Id(_)) {
            break;
        }
        first += 1;
        // What follows at once belongs to the same words: 由@甲、@乙.
        while found
            .get(first)
            .is_some_and(|part| matches!(part.kind, Kind::Unit(_)))
        {
            first += 1;
        }
    }
    first
}

fn is_mark(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '，' | '、'
                | ','
                | '；'
                | ';'
                | '：'
                | ':'
                | '。'
                | '.'
                | '！'
                | '!'
                | '（'
                | '）'
                | '('
                | ')'
        )
}

/// The length of what is quoted here, with its marks.
fn quoted(tail: &str) -> Option<usize> {
    const PAIRS: [(&str, &str); 10] = [
        ("“", "”"),
        ("‘", "’"),
        ("《", "》"),
        ("「", "」"),
        ("『", "』"),
        ("<!--", "-->"),
        ("](", ")"),
        ("<", ">"),
        ("`", "`"),
        ("\"", "\""),
    ];
    PAIRS.into_iter().find_map(|(open, close)| {
        let inner = tail.strip_prefix(open)?;
        let length = inner.find(close)?;
        Some(open.len() + length + close.len())
    })
}

/// What follows `@`: letters of any script, digits, `-`, `_`, `.`; after a letter or digit it is an address.
fn named(before: char) -> impl FnOnce(&str) -> Option<&str> {
    move |tail| {
        let inside = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
        let end = tail.find(|c| !inside(c)).unwrap_or(tail.len());
        let name = tail[..end].trim_end_matches('.');
        (!name.is_empty() && !before.is_ascii_alphanumeric()).then_some(name)
    }
}

/// The length of `2016-03-11`, which no further digit follows.
fn iso(tail: &str) -> Option<usize> {
    let head = tail.as_bytes().get(..10)?;
    let shape = head.iter().enumerate().all(|(at, byte)| match at {
        4 | 7 => *byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    let next = tail.as_bytes().get(10);
    (shape && !next.is_some_and(u8::is_ascii_digit)).then_some(10)
}

/// `2016年3月11日` with its ISO form, or `3月11日`, `7月底` and the like without one.
fn in_words(tail: &str) -> Option<(usize, Option<String>)> {
    let (first, rest) = digits(tail)?;
    if let (4, Some(rest)) = (first.len(), rest.strip_prefix('年')) {
        let (month, rest) = digits(rest)?;
        let (day, rest) = digits(rest.strip_prefix('月')?)?;
        let rest = rest.strip_prefix('日')?;
        let date = format!("{first}-{month:0>2}-{day:0>2}");
        return Some((tail.len() - rest.len(), Some(date)));
    }
    let rest = rest.strip_prefix('月').filter(|_| first.len() <= 2)?;
    let day = digits(rest).and_then(|(_, rest)| rest.strip_prefix('日'));
    let rest = day.or_else(|| rest.strip_prefix('底'))?;
    Some((tail.len() - rest.len(), None))
}

fn digits(text: &str) -> Option<(&str, &str)> {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    (end > 0).then(|| text.split_at(end))
}
