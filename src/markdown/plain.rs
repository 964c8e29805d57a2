//! The text of a body without marks, for search and excerpts.

use std::ops::Range;

use pulldown_cmark::{Tag, TagEnd};

use super::chinese::joins_lines;
use super::links::{Reach, reach};
use super::pieces::{Piece, walk};
use super::{Link, Target};

/// The text of a body: one line for each paragraph, heading, item and table row.
///
/// Code blocks stay out, for most are directives; raw HTML stays out too. `resolve` is asked as in `render`, so that a
/// hidden link's text cannot get into a search index; `figure` gives the text of the live
/// figure that stands at a byte of the body.
pub(crate) fn plain(
    body: &str,
    hidden_text: &str,
    resolve: &dyn Fn(&Link) -> Target,
    figure: &dyn Fn(usize) -> String,
) -> String {
    let mut reader = Reader {
        hidden_text,
        resolve,
        figure,
        out: String::with_capacity(body.len()),
        soft_break: false,
        skipped: 0,
    };
    walk(body, &mut |piece, range| reader.piece(piece, range));
    reader.out.truncate(reader.out.trim_end().len());
    reader.out
}

struct Reader<'r> {
    hidden_text: &'r str,
    resolve: &'r dyn Fn(&Link) -> Target,
    figure: &'r dyn Fn(usize) -> String,
    out: String,
    soft_break: bool,
    skipped: usize,
}

impl Reader<'_> {
    fn piece(&mut self, piece: Piece, range: Range<usize>) {
        if self.skipped > 0 {
            match piece {
                Piece::Start(_) => self.skipped += 1,
                Piece::End(_) => self.skipped -= 1,
                _ => {}
            }
            return;
        }
        match piece {
            Piece::Start(Tag::Link {
                dest_url, title, ..
            }) => {
                self.link(&dest_url, &title, (false, range));
            }
            Piece::Start(Tag::Image {
                dest_url, title, ..
            }) => {
                self.link(&dest_url, &title, (true, range));
            }
            Piece::Url(url) => {
                self.link(url, "", (false, range));
                if self.skipped == 0 {
                    self.text(url);
                }
                self.skipped = 0;
            }
            Piece::End(
                TagEnd::Emphasis
                | TagEnd::Strong
                | TagEnd::Strikethrough
                | TagEnd::Link
                | TagEnd::Image,
            ) => {}
            Piece::End(TagEnd::TableCell) => self.out.push(' '),
            Piece::End(_) | Piece::EndFigure | Piece::Rule => self.line(),
            Piece::Start(Tag::List(_)) => self.line(),
            Piece::Text(text) | Piece::Code(text) => self.text(text),
            Piece::Live(_) => self.text(&(self.figure)(range.start)),
            Piece::SoftBreak => self.soft_break = true,
            Piece::HardBreak => self.line(),
            _ => {}
        }
    }

    fn link(&mut self, destination: &str, title: &str, (is_image, range): (bool, Range<usize>)) {
        let link = Link {
            destination,
            title,
            reach: reach(destination),
            is_image,
            range: &range,
        };
        if link.reach != Reach::Refused && (self.resolve)(&link) == Target::Hidden {
            self.text(self.hidden_text);
            self.skipped = 1;
        }
    }

    fn text(&mut self, text: &str) {
        let Some(first) = text.chars().next() else {
            return;
        };
        let last = self.out.chars().next_back();
        if std::mem::take(&mut self.soft_break)
            && last.is_some_and(|last| !last.is_whitespace() && !joins_lines(last, first))
        {
            self.out.push(' ');
        }
        self.out.push_str(text);
    }

    fn line(&mut self) {
        self.soft_break = false;
        let end = self.out.trim_end().len();
        self.out.truncate(end);
        if !self.out.is_empty() {
            self.out.push('\n');
        }
    }
}
