//! What a reader can read on a page, taken from its bytes: nothing is found that is not there to see.

use crate::render::tags::{every, find, next_tag};

/// The texts of a page: that of its record, and one for each of the parts that are records of their own.
///
/// Lines are parted by tabs; after an empty one comes the id that the next ones stand under, so that a hit can be linked to.
/// `parts` are the ids of those parts.
pub(super) fn texts(page: &str, parts: &[String]) -> Vec<String> {
    let Some(start) = find(page, "<main") else {
        return vec![String::new(); parts.len() + 1];
    };
    let end = page.rfind("</main>").unwrap_or(page.len());
    let mut reader = Reader {
        parts,
        out: vec![Out::default(); parts.len() + 1],
        line: String::new(),
        open: Vec::new(),
        now: Place::default(),
    };
    reader.read(&page[start..end.max(start)]);
    reader.out.into_iter().map(|out| out.text).collect()
}

/// Whether a line holds a name that is not part of a longer word.
pub(super) fn holds(line: &str, name: &str) -> bool {
    let part = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    line.match_indices(name).any(|(at, _)| {
        let (before, after) = (&line[..at], &line[at + name.len()..]);
        !part(before.chars().next_back()) && !part(after.chars().next())
    })
}

/// The lines of a text as `texts` writes it.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut anchor = false;
    text.split('\t').filter(move |field| {
        let was_anchor = std::mem::take(&mut anchor);
        if was_anchor {
            return false;
        }
        anchor = field.is_empty();
        !field.is_empty()
    })
}

#[derive(Debug, Clone, Default)]
struct Out<'h> {
    text: String,
    anchor: &'h str,
}

/// Where in a page the reader is.
#[derive(Debug, Clone, Copy, Default)]
struct Place<'h> {
    skips: bool,
    /// In the text that was written for the record, of which nothing is left out.
    in_body: bool,
    part: usize,
    anchor: &'h str,
}

struct Reader<'h> {
    parts: &'h [String],
    out: Vec<Out<'h>>,
    line: String,
    /// Elements that are open, with the place before each.
    open: Vec<(&'h str, Place<'h>)>,
    now: Place<'h>,
}

impl<'h> Reader<'h> {
    fn read(&mut self, html: &'h str) {
        let mut done = 0;
        while let Some((start, end)) = next_tag(html, done) {
            self.text(&html[done..start]);
            done = end;
            if html[start..end].starts_with("<!--") {
                continue;
            }
            let skipped = self.now.skips;
            self.tag(&html[start + 1..end - 1]);
            if self.now.skips && !skipped {
                done = self.skip(html, done);
            }
        }
        self.text(&html[done..]);
        self.end_line();
    }

    /// Behind the element that was opened last, of which nothing is read.
    fn skip(&mut self, html: &'h str, mut done: usize) -> usize {
        let name = self.open.last().map_or("", |(name, _)| name);
        let (open, close) = (format!("<{name}"), format!("</{name}"));
        let is_whole = |rest: &str| !rest.starts_with(|c: char| c.is_ascii_alphanumeric());
        let mut depth = 1;
        while let Some(length) = find(&html[done..], &close) {
            let inside = &html[done..done + length];
            let inner = every(inside, &open).filter(|at| is_whole(&inside[at + open.len()..]));
            depth += inner.count();
            done += length + close.len();
            depth -= usize::from(is_whole(&html[done..]));
            if depth == 0 {
                self.close(name);
                return find(&html[done..], ">").map_or(html.len(), |end| done + end + 1);
            }
        }
        html.len()
    }

    fn tag(&mut self, tag: &'h str) {
        if let Some(name) = tag.strip_prefix('/') {
            self.close(name.trim());
            return;
        }
        let end = tag.find(|c: char| c.is_ascii_whitespace() || c == '/');
        let (name, rest) = tag.split_at(end.unwrap_or(tag.len()));
        let is_left_open = !is_void(name) && !tag.ends_with('/');
        if !is_inline(name) {
            self.end_line();
        }
        let attributes = Attributes::of(rest);
        if name == "img" {
            self.text(attributes.alt);
        }
        if is_left_open {
            self.enter(name, &attributes);
        }
    }

    fn enter(&mut self, name: &'h str, attributes: &Attributes<'h>) {
        let mut before = self.now;
        self.now.in_body |= attributes.class == "body";
        self.now.skips = attributes.is_hidden
            || attributes.class.starts_with("footnote-")
            || is_never_read(name)
            || is_picture(name, attributes.class)
            || !self.now.in_body && (is_label(name) || attributes.search == "skip");
        if !attributes.id.is_empty() && name != "main" {
            self.now.anchor = attributes.id;
            let mut parts = self.parts.iter();
            if let Some(part) = parts.position(|part| part == attributes.id) {
                self.now.part = part + 1;
            }
            // What follows a heading stands under it.
            if matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6") {
                before.anchor = attributes.id;
            }
        }
        self.open.push((name, before));
    }

    fn close(&mut self, name: &str) {
        if !is_inline(name) {
            self.end_line();
        }
        let Some(at) = self.open.iter().rposition(|(open, _)| *open == name) else {
            return;
        };
        self.now = self.open[at].1;
        self.open.truncate(at);
    }

    fn text(&mut self, text: &str) {
        if self.now.skips || text.is_empty() {
            return;
        }
        let mut rest = text;
        while let Some(at) = rest.bytes().position(|b| b == b'&') {
            self.push(&rest[..at]);
            let (c, length) = entity(&rest[at..]);
            self.push(c.encode_utf8(&mut [0; 4]));
            rest = &rest[at + length..];
        }
        self.push(rest);
    }

    /// Spaces of any kind become one; what has no width is left out.
    fn push(&mut self, text: &str) {
        let mut done = 0;
        while let Some(plain) = text.as_bytes()[done..].iter().position(|b| is_odd(*b)) {
            let (plain, rest) = text[done..].split_at(plain);
            self.line.push_str(plain);
            let mut letters = rest.chars();
            let Some(c) = letters.next() else {
                return;
            };
            if is_kept(c) {
                self.line.push(c);
            } else if (c.is_whitespace() || c == '\u{3000}')
                && !self.line.is_empty()
                && !self.line.ends_with(' ')
            {
                self.line.push(' ');
            }
            done = text.len() - letters.as_str().len();
        }
        self.line.push_str(&text[done..]);
    }

    fn end_line(&mut self) {
        let line = self.line.trim_end();
        if !line.is_empty() {
            let out = &mut self.out[self.now.part];
            if out.anchor != self.now.anchor {
                out.anchor = self.now.anchor;
                if !out.text.is_empty() {
                    out.text.push('\t');
                }
                out.text.push('\t');
                out.text.push_str(out.anchor);
            }
            if !out.text.is_empty() {
                out.text.push('\t');
            }
            out.text.push_str(line);
        }
        self.line.clear();
    }
}

/// What of a tag's attributes matters here, as it is written; empty where there is none.
#[derive(Default)]
struct Attributes<'h> {
    id: &'h str,
    class: &'h str,
    alt: &'h str,
    /// `data-search`.
    search: &'h str,
    /// From everybody, or from those who have the page read to them.
    is_hidden: bool,
}

impl<'h> Attributes<'h> {
    fn of(text: &'h str) -> Attributes<'h> {
        let mut found = Attributes::default();
        let mut rest = text.trim_start();
        while !rest.is_empty() {
            let end = rest
                .bytes()
                .position(|b| b == b'=' || b.is_ascii_whitespace());
            let (name, after) = rest.split_at(end.unwrap_or(rest.len()));
            let (value, after) = match after.strip_prefix("=\"") {
                Some(inside) => inside.split_once('"').unwrap_or((inside, "")),
                None => ("", after.strip_prefix('=').unwrap_or(after)),
            };
            match name {
                "id" => found.id = value,
                "class" => found.class = value,
                "alt" => found.alt = value,
                "data-search" => found.search = value,
                "hidden" => found.is_hidden = true,
                "aria-hidden" => found.is_hidden |= value == "true",
                _ => {}
            }
            rest = after.trim_start();
        }
        found
    }
}

fn is_inline(name: &str) -> bool {
    matches!(
        name,
        "a" | "abbr"
            | "b"
            | "bdi"
            | "bdo"
            | "cite"
            | "code"
            | "data"
            | "del"
            | "dfn"
            | "em"
            | "i"
            | "img"
            | "ins"
            | "kbd"
            | "mark"
            | "q"
            | "rp"
            | "rt"
            | "ruby"
            | "s"
            | "samp"
            | "small"
            | "span"
            | "strong"
            | "sub"
            | "sup"
            | "svg"
            | "time"
            | "u"
            | "var"
            | "wbr"
    )
}

fn is_void(name: &str) -> bool {
    matches!(
        name,
        "br" | "col" | "hr" | "img" | "input" | "source" | "track" | "wbr"
    )
}

/// What nobody reads, or reads as the way to somewhere else.
fn is_never_read(name: &str) -> bool {
    matches!(name, "script" | "style" | "svg" | "nav" | "template")
}

/// A drawing of figures: what is written below it explains the drawing, in a record's own text too.
fn is_picture(name: &str, class: &str) -> bool {
    let mut classes = class.split_ascii_whitespace();
    match name {
        "figure" => classes.any(|class| class == "chart"),
        "ul" => classes.any(|class| class == "legend"),
        _ => false,
    }
}

/// Words that stand on every page of their kind; the title is kept apart.
fn is_label(name: &str) -> bool {
    matches!(name, "h1" | "dt" | "thead" | "caption")
}

/// Neither a space nor without width.
fn is_kept(c: char) -> bool {
    !(c.is_whitespace() || c == '\u{3000}' || is_without_width(c))
}

/// The first byte of a letter that may be a space or without width: Chinese punctuation begins so, and few Chinese characters.
fn is_odd(byte: u8) -> bool {
    matches!(byte, 0..=b' ' | 0x7f | 0xc2 | 0xe1..=0xe3 | 0xef)
}

fn is_without_width(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}' | '\u{feff}')
        || c.is_control()
}

/// The letter that an entity at the start of `text` stands for, and its length; an ampersand by itself stands for itself.
fn entity(text: &str) -> (char, usize) {
    let plain = ('&', 1);
    let Some(end) = text.bytes().take(10).position(|b| b == b';') else {
        return plain;
    };
    let name = &text[1..end];
    let number = |digits: &str, base: u32| {
        u32::from_str_radix(digits, base)
            .ok()
            .and_then(char::from_u32)
    };
    let letter = match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some(' '),
        _ => match name.strip_prefix('#') {
            Some(digits) => match digits.strip_prefix(['x', 'X']) {
                Some(digits) => number(digits, 16),
                None => number(digits, 10),
            },
            None => None,
        },
    };
    letter.map_or(plain, |letter| (letter, end + 1))
}
