//! One marked line of a meeting's minutes, cut into its parts.

use std::ops::Range;

use crate::markdown;

/// What a decision or an action begins with; a full-width or a plain colon follows.
const MARKS: [(&str, bool); 4] = [
    ("决定", false),
    ("待办", true),
    ("RESOLVED", false),
    ("ACTION", true),
];

/// A marked line; all ranges are bytes of the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// From the mark to the end of the line.
    pub(super) range: Range<usize>,
    pub(super) action: bool,
    /// Without units, id and ISO date; Markdown as it was written.
    pub(super) text: String,
    /// As written after `@`.
    pub(super) units: Vec<(Range<usize>, String)>,
    /// The one date of the line in ISO form, or one without a year as it was written.
    pub(super) due: Option<(Range<usize>, String)>,
    pub(super) id: Option<(Range<usize>, String)>,
}

/// Whether it is worth looking.
pub(super) fn may_hold(body: &str) -> bool {
    MARKS.iter().any(|(mark, _)| body.contains(mark))
}

/// The marked lines of a body, but for those inside code. `longest` tells how much of a text is the name of a unit.
pub(super) fn lines(body: &str, longest: &dyn Fn(&str) -> usize) -> Vec<Line> {
    let code = markdown::outline(body).code_blocks;
    let mut found = Vec::new();
    let mut start = 0;
    for written in body.split_inclusive('\n') {
        let line = written.trim_end();
        let skipped = line.len() - unlisted(line).len();
        let from = start + skipped;
        let in_code = code.iter().any(|block| block.range.contains(&from));
        if let Some((mark, action)) = mark(&line[skipped..]).filter(|_| !in_code) {
            let rest = &line[skipped + mark..];
            found.push(parts(rest, from + mark, longest).placed(from..start + line.len(), action));
        }
        start += written.len();
    }
    found
}

/// Without the marks of lists, quotations and boxes to tick before it.
fn unlisted(line: &str) -> &str {
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

/// The length of the mark with its colon, and whether it makes an action.
fn mark(line: &str) -> Option<(usize, bool)> {
    MARKS.iter().find_map(|(mark, action)| {
        let rest = line.strip_prefix(mark)?;
        let rest = rest.strip_prefix('：').or_else(|| rest.strip_prefix(':'))?;
        Some((line.len() - rest.len(), *action))
    })
}

#[derive(Default)]
struct Parts {
    text: String,
    units: Vec<(Range<usize>, String)>,
    full: Vec<(Range<usize>, String)>,
    iso: Vec<(Range<usize>, String)>,
    year_less: Option<(Range<usize>, String)>,
    id: Option<(Range<usize>, String)>,
}

impl Parts {
    fn placed(self, range: Range<usize>, action: bool) -> Line {
        // One ISO date is the limit; else one date in words; of several nobody can tell which is meant.
        let full = (self.full.len() == 1).then(|| self.full[0].clone());
        let due = match self.iso.as_slice() {
            [one] => Some(one.clone()),
            [] => full,
            _ => None,
        };
        let none = self.iso.is_empty() && self.full.is_empty();
        // Without a unit or an action, a day in a sentence is no limit.
        let meant = none && (action || !self.units.is_empty());
        let year_less = self.year_less.filter(|_| meant);
        Line {
            range,
            action,
            text: tidy(&self.text),
            units: self.units,
            due: due.or(year_less),
            id: self.id,
        }
    }
}

fn parts(rest: &str, base: usize, longest: &dyn Fn(&str) -> usize) -> Parts {
    let mut parts = Parts::default();
    let mut at = 0;
    let mut before = ' ';
    while let Some(c) = rest[at..].chars().next() {
        let tail = &rest[at..];
        let spot = |length: usize| base + at..base + at + length;
        let length = if let Some(name) = tail.strip_prefix('@').and_then(named(before)) {
            let length = longest(name);
            let range = base + at..base + at + 1 + length;
            parts.units.push((range, name[..length].to_owned()));
            1 + length
        } else if let Some(id) = tail.strip_prefix("{#").and_then(|t| t.split('}').next()) {
            let length = (id.len() + 3).min(tail.len());
            parts.id = parts.id.or(Some((spot(length), id.trim().to_owned())));
            length
        } else if let Some(length) = iso(tail).filter(|_| !before.is_ascii_digit()) {
            parts.iso.push((spot(length), tail[..length].to_owned()));
            length
        } else if let Some((length, date)) = in_words(tail).filter(|_| !before.is_ascii_digit()) {
            match date {
                Some(date) => parts.full.push((spot(length), date)),
                None => {
                    let one = (spot(length), tail[..length].to_owned());
                    parts.year_less = parts.year_less.or(Some(one));
                }
            }
            parts.text.push_str(&tail[..length]);
            length
        } else {
            parts.text.push(c);
            c.len_utf8()
        };
        before = rest[at..at + length].chars().next_back().unwrap_or(' ');
        at += length;
    }
    parts
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

/// Without what the parts taken out have left behind.
fn tidy(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !tidy.is_empty() {
            tidy.push(' ');
        }
        tidy.push_str(word);
    }
    for (from, to) in [
        (" ，", "，"),
        (" 。", "。"),
        (" ；", "；"),
        (" .", "."),
        (" ,", ","),
    ] {
        tidy = tidy.replace(from, to);
    }
    let tidy = tidy.trim_end_matches(['，', '、', ',', ' ', '：', ':']);
    tidy.trim_start_matches(['，', '、', ',', ' ']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::{Line, lines};

    fn read(body: &str) -> Vec<Line> {
        // Knows one unit, 财政局.
        lines(body, &|name| {
            if name.starts_with("财政局") {
                "财政局".len()
            } else {
                name.len()
            }
        })
    }

    fn names(line: &Line) -> Vec<&str> {
        line.units.iter().map(|(_, name)| name.as_str()).collect()
    }

    #[test]
    fn a_line_has_units_a_limit_and_an_id() {
        let body = "前文\n\n- 待办：核定缺口 @czj @mzj 2026-07-31 {#zhb-10-9}\n";
        let [line] = &read(body)[..] else { panic!() };
        assert!(line.action);
        assert_eq!(line.text, "核定缺口");
        assert_eq!(names(line), ["czj", "mzj"]);
        assert_eq!(line.due.as_ref().unwrap().1, "2026-07-31");
        assert_eq!(line.id.as_ref().unwrap().1, "zhb-10-9");
        for (range, written) in [
            (
                &line.range,
                "待办：核定缺口 @czj @mzj 2026-07-31 {#zhb-10-9}",
            ),
            (&line.units[1].0, "@mzj"),
            (&line.due.as_ref().unwrap().0, "2026-07-31"),
            (&line.id.as_ref().unwrap().0, "{#zhb-10-9}"),
        ] {
            assert_eq!(&body[range.clone()], written);
        }
    }

    #[test]
    fn the_mark_stands_at_the_beginning_and_outside_code() {
        let body = "会议作出决定：不算\n```\nACTION: no @x\n```\n    决定：也不算\n\nRESOLVED: yes\n1. 决定：算\n> 待办: 也算\n";
        let found = read(body);
        let texts: Vec<&str> = found.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(texts, ["yes", "算", "也算"]);
        assert_eq!(found.iter().filter(|line| line.action).count(), 1);
    }

    #[test]
    fn a_date_in_words_stays_in_the_sentence() {
        let line = read("待办：2016年3月11日前由@财政局牵头报送").remove(0);
        assert_eq!(line.due.unwrap().1, "2016-03-11");
        assert_eq!(line.text, "2016年3月11日前由牵头报送");
        assert_eq!(line.units[0].1, "财政局");
    }

    #[test]
    fn of_several_dates_the_iso_one_is_meant_or_none() {
        let due = |text: &str| read(text).remove(0).due.map(|(_, due)| due);
        assert_eq!(
            due("待办：按2016年3月1日方案办 2016-04-01").unwrap(),
            "2016-04-01"
        );
        assert_eq!(due("待办：2016年3月1日至2016年4月1日"), None);
        assert_eq!(due("待办：3月11日前办"), Some("3月11日".to_owned()));
        assert_eq!(due("决定：3月11日起施行"), None);
        assert_eq!(due("决定：3月底前办 @x"), Some("3月底".to_owned()));
    }

    #[test]
    fn an_address_names_no_unit() {
        let line = read("ACTION: write to a@b.example @x.").remove(0);
        assert_eq!(names(&line), ["x"]);
        assert_eq!(line.text, "write to a@b.example.");
    }
}
