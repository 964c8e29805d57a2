//! The writing of a body's HTML: its state, and the few ways by which text and tags get onto the page.

use std::fmt::Write;
use std::ops::Range;

use pulldown_cmark::{Alignment, TagEnd};

use super::chinese::joins_lines;
use super::escape::escape;
use super::headings::Ids;
use super::pieces::{Piece, walk};
use super::sanitise::{Own, finish};
use super::{Heading, Link, Picture, RawHtml, Rendered, Style, Target};

/// A body as HTML, each link decided by `resolve`.
pub(crate) fn render(body: &str, style: &Style, resolve: &dyn Fn(&Link) -> Target) -> Rendered {
    let own = match style.raw_html {
        RawHtml::Escape => None,
        RawHtml::Sanitise => Some(Own::new(body)),
    };
    let mut writer = Writer {
        style,
        resolve,
        out: String::with_capacity(body.len() * 3 / 2),
        own,
        last: None,
        line_break: None,
        skipped: 0,
        lists: 0,
        item: 0,
        heading: None,
        contents: Vec::new(),
        ids: Ids::default(),
        links: Vec::new(),
        image: None,
        figure: None,
        table: Table::default(),
        notes: Notes::default(),
        codes: 0,
    };
    walk(body, &mut |piece, range| writer.piece(piece, range));
    writer.end_notes();
    let html = match writer.own {
        None => writer.out,
        Some(own) => finish(&writer.out, own),
    };
    Rendered {
        html,
        contents: writer.contents,
    }
}

pub(super) struct Writer<'w> {
    pub(super) style: &'w Style<'w>,
    pub(super) resolve: &'w dyn Fn(&Link) -> Target,
    pub(super) out: String,
    /// What is ours on a page with raw HTML; none where raw HTML is escaped.
    pub(super) own: Option<Own>,
    /// The last visible character of the block.
    pub(super) last: Option<char>,
    /// Where a line of the source ended, until the next visible character decides what becomes of the break.
    pub(super) line_break: Option<usize>,
    /// How many elements of a hidden link are open.
    pub(super) skipped: usize,
    pub(super) lists: usize,
    /// Where the last list item's attributes go.
    pub(super) item: usize,
    pub(super) heading: Option<OpenHeading>,
    pub(super) contents: Vec<Heading>,
    pub(super) ids: Ids,
    pub(super) links: Vec<OpenLink>,
    pub(super) image: Option<OpenImage>,
    pub(super) figure: Option<Figure>,
    pub(super) table: Table,
    pub(super) notes: Notes,
    pub(super) codes: usize,
}

pub(super) struct OpenHeading {
    /// Where its attributes go.
    pub(super) at: usize,
    pub(super) level: u8,
    pub(super) wanted: Option<String>,
    pub(super) text: String,
}

pub(super) struct OpenLink {
    /// Whether an `a` was written.
    pub(super) written: bool,
    /// Where its content begins.
    pub(super) at: usize,
    pub(super) destination: String,
}

pub(super) struct OpenImage {
    /// What was written before it, while its text is gathered.
    pub(super) before: String,
    /// Without a source where no picture may be shown.
    pub(super) picture: Picture,
    pub(super) title: String,
    pub(super) depth: usize,
}

pub(super) struct Figure {
    pub(super) at: usize,
    pub(super) caption: Option<String>,
}

#[derive(Default)]
pub(super) struct Table {
    pub(super) count: usize,
    pub(super) alignments: Vec<Alignment>,
    pub(super) column: usize,
    pub(super) in_head: bool,
    /// Where the cell's tag begins and where its content does.
    pub(super) cell: (usize, usize),
}

#[derive(Default)]
pub(super) struct Notes {
    /// Names in the order of their numbers, with the count of references written so far.
    pub(super) named: Vec<(String, usize)>,
    pub(super) section_open: bool,
    /// The number of the note being written, and where its item begins.
    pub(super) current: Option<(usize, usize)>,
}

impl Writer<'_> {
    fn piece(&mut self, piece: Piece, range: Range<usize>) {
        if self.skipped > 0 {
            match piece {
                Piece::Start(_) => self.skipped += 1,
                Piece::End(_) => self.skipped -= 1,
                _ => {}
            }
            return;
        }
        if let Some(image) = &mut self.image {
            match piece {
                Piece::Start(_) => image.depth += 1,
                Piece::End(_) if image.depth == 0 => self.end_image(),
                Piece::End(_) => image.depth -= 1,
                piece => self.text_only(piece),
            }
            return;
        }
        match piece {
            Piece::Start(tag) => self.start(tag, &range),
            Piece::End(TagEnd::Link) => self.end_link(),
            Piece::End(tag) => self.end(tag),
            Piece::StartFigure => self.start_figure(),
            Piece::EndFigure => self.end_figure(),
            Piece::Text(text) => self.visible(text),
            Piece::Url(url) => self.bare_url(url, &range),
            Piece::Live(text) => self.live_figure(text, range),
            Piece::Code(text) => {
                self.raw("<code>");
                self.visible(text);
                self.raw("</code>");
            }
            Piece::CodeBlock(info, text) => self.code_block(info, text, range),
            Piece::HtmlBlock(text) => self.html_block(text),
            Piece::InlineHtml(text) => self.inline_html(text),
            Piece::Footnote(name) => self.footnote(name),
            Piece::SoftBreak => self.soft_break(),
            Piece::HardBreak => {
                self.raw("<br>\n");
                self.last = None;
                if let Some(heading) = &mut self.heading {
                    heading.text.push(' ');
                }
            }
            Piece::Rule => self.raw("<hr>\n"),
            Piece::Checkbox(done) => self.checkbox(done),
        }
    }

    /// Of an image's content only the text counts.
    fn text_only(&mut self, piece: Piece) {
        match piece {
            Piece::Text(text) | Piece::Code(text) | Piece::Url(text) => self.visible(text),
            Piece::Live(text) => {
                self.visible("{{ ");
                self.visible(text);
                self.visible(" }}");
            }
            Piece::SoftBreak => self.soft_break(),
            Piece::HardBreak => self.visible(" "),
            _ => {}
        }
    }

    fn soft_break(&mut self) {
        if self.line_break.is_none() {
            self.line_break = Some(self.out.len());
        }
    }

    /// Decides an open line break, now that the next visible character is known (none: it is no character).
    pub(super) fn settle(&mut self, next: Option<char>) {
        let Some(at) = self.line_break.take() else {
            return;
        };
        let joined = matches!((self.last, next), (Some(a), Some(b)) if joins_lines(a, b));
        if !joined {
            self.out.insert(at, '\n');
            if let Some(heading) = &mut self.heading {
                heading.text.push(' ');
            }
        }
    }

    /// Writes text that readers see.
    pub(super) fn visible(&mut self, text: &str) {
        let Some(first) = text.chars().next() else {
            return;
        };
        self.settle(Some(first));
        self.last = text.chars().next_back();
        if self.image.is_some() {
            self.out.push_str(text);
            return;
        }
        escape(&mut self.out, text);
        if let Some(heading) = &mut self.heading {
            heading.text.push_str(text);
        }
    }

    /// Writes markup that has no attributes.
    pub(super) fn raw(&mut self, html: &str) {
        self.out.push_str(html);
    }

    /// Writes a tag of ours with its attributes, which are escaped already.
    pub(super) fn tag(&mut self, name: &str, attributes: &str) {
        self.out.push('<');
        self.out.push_str(name);
        let at = self.out.len();
        self.attributes(at, attributes);
        self.out.push('>');
    }

    /// Puts attributes into a tag of ours that was written without.
    pub(super) fn attributes(&mut self, at: usize, attributes: &str) {
        if attributes.is_empty() {
            return;
        }
        let stands = match &mut self.own {
            None => format!(" {attributes}"),
            Some(own) => own.attributes(attributes),
        };
        self.out.insert_str(at, &stands);
    }

    /// Writes HTML that is ours and finished.
    pub(super) fn whole(&mut self, html: &str) {
        match &mut self.own {
            None => self.out.push_str(html),
            Some(own) => {
                let stands = own.whole(html);
                self.out.push_str(&stands);
            }
        }
    }

    /// Begins a block: no line goes on from the block before.
    pub(super) fn fresh(&mut self) {
        self.line_break = None;
        self.last = None;
    }
}

/// An attribute with its value escaped.
pub(super) fn attribute(attributes: &mut String, name: &str, value: &str) {
    if !attributes.is_empty() {
        attributes.push(' ');
    }
    // Writing to a string cannot fail.
    let _ = write!(attributes, "{name}=\"");
    escape(attributes, value);
    attributes.push('"');
}
