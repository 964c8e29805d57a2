//! Markdown to safe HTML, with Chinese line breaks and emphasis right.
//!
//! Three passes read a body: `render` makes HTML, `outline` tells what a body holds, `plain` gives its text for search
//! and excerpts. Every link goes to the caller, who alone knows records and routes; this room keeps schemes that could
//! run or carry content (`javascript:`, `data:`) out of the page, whatever the caller answers.

mod blocks;
mod chinese;
mod emphasis;
mod escape;
mod footnotes;
mod headings;
mod inline;
mod links;
mod outline;
mod pieces;
mod plain;
mod sanitise;
mod writer;

#[cfg(test)]
mod oracle_tests;
#[cfg(test)]
mod property_tests;
#[cfg(test)]
mod tests;

use std::ops::Range;

pub(crate) use links::Reach;
pub(crate) use outline::{CodeBlock, Outline, OutlineLink, outline};
pub(crate) use plain::plain;
pub(crate) use writer::render;

/// A text written so that Markdown reads it as text.
pub(crate) fn backslashed(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_punctuation() {
            written.push('\\');
        }
        written.push(c);
    }
    written
}

/// A text written so that HTML reads it as text.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape::escape(&mut out, text);
    out
}

/// A link, bare URL or image as it stands in a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Link<'a> {
    pub(crate) destination: &'a str,
    pub(crate) title: &'a str,
    pub(crate) reach: Reach,
    pub(crate) is_image: bool,
    /// Where it stands in the body, in bytes.
    pub(crate) range: &'a Range<usize>,
}

/// What a link in a body points at, as decided by the caller.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Target {
    /// The destination stays as it was written.
    Keep,
    Href(String),
    /// An image in sizes; for a link, its source alone.
    Picture(Picture),
    /// The whole link is replaced by `Style::hidden_text`.
    Hidden,
    /// The link is dropped, its text stays.
    Text,
}

/// An image whose sizes are known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Picture {
    pub(crate) source: String,
    /// Addresses with their widths, as `srcset` has them; empty where there is one size only.
    pub(crate) srcset: String,
    /// What `sizes` says beside it.
    pub(crate) room: &'static str,
    /// Width and height, so that its place is kept while it loads.
    pub(crate) size: Option<(u32, u32)>,
}

impl Picture {
    /// An image of which nothing but its address is known.
    fn plain(source: String) -> Picture {
        Picture {
            source,
            srcset: String::new(),
            room: "",
            size: None,
        }
    }
}

/// What becomes of HTML in a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RawHtml {
    /// It is shown as it was typed.
    Escape,
    /// Harmless elements stay, without ids, classes, styles and scripts.
    Sanitise,
}

/// A live fact in a body, to be filled in by the caller.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Live<'a> {
    /// What stands between `{{` and `}}` inside a sentence.
    Figure { text: &'a str, range: Range<usize> },
    /// A fenced code block; most are code, some are directives.
    Block {
        info: &'a str,
        text: &'a str,
        range: Range<usize>,
    },
}

/// How a body is written.
#[derive(Clone, Copy)]
pub(crate) struct Style<'a> {
    pub(crate) raw_html: RawHtml,
    /// Goes before every id, so that two bodies can share a page.
    pub(crate) id_prefix: &'a str,
    /// The level that the note's first level becomes: 2 where the page has its own first heading.
    pub(crate) heading_base: u8,
    pub(crate) hidden_text: &'a str,
    pub(crate) labels: Labels<'a>,
    /// HTML for a live fact; `None` leaves the code or the braces as they were written.
    pub(crate) live: &'a dyn Fn(&Live) -> Option<String>,
}

/// Texts for people that a body's HTML needs, in the language of the page.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Labels<'a> {
    /// Names the list of footnotes.
    pub(crate) footnotes: &'a str,
    /// Names the way back from a footnote; its number follows.
    pub(crate) footnote_back: &'a str,
    /// Names a table that can be scrolled; its number follows.
    pub(crate) table: &'a str,
    /// Names a block of code that can be scrolled; its number follows.
    pub(crate) code: &'a str,
    pub(crate) task_done: &'a str,
    pub(crate) task_open: &'a str,
    pub(crate) note: &'a str,
    pub(crate) tip: &'a str,
    pub(crate) important: &'a str,
    pub(crate) warning: &'a str,
    pub(crate) caution: &'a str,
}

/// A body as HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rendered {
    pub(crate) html: String,
    pub(crate) contents: Vec<Heading>,
}

/// A heading of a rendered body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Heading {
    /// The level on the page, from `Style::heading_base` to 6.
    pub(crate) level: u8,
    /// The id on the page, its prefix included.
    pub(crate) id: String,
    pub(crate) text: String,
}
