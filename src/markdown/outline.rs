//! What a body holds, without rendering it: headings, links, code blocks, figures, footnotes.

use std::ops::Range;

use pulldown_cmark::{Tag, TagEnd};

use super::headings::{Ids, heading_id};
use super::links::{Reach, reach};
use super::pieces::{Piece, walk};

/// What other passes need to know of a body. Ranges are bytes of the body.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Outline {
    pub(crate) headings: Vec<OutlineHeading>,
    /// Links, bare URLs and images, in reading order; those of footnotes come last.
    pub(crate) links: Vec<OutlineLink>,
    pub(crate) code_blocks: Vec<CodeBlock>,
    /// `<!-- … -->` outside code.
    pub(crate) comments: Vec<Range<usize>>,
    /// What stands between `{{` and `}}` outside code.
    pub(crate) figures: Vec<(String, Range<usize>)>,
    /// Footnotes that are referred to and written nowhere.
    pub(crate) undefined_footnotes: Vec<(String, Range<usize>)>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OutlineHeading {
    /// The level in the body, from 1 to 6.
    pub(crate) level: u8,
    /// Without a page's prefix.
    pub(crate) id: String,
    /// The id was taken, so that this heading got another than it asked for.
    pub(crate) is_id_taken: bool,
    pub(crate) text: String,
    pub(crate) range: Range<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OutlineLink {
    pub(crate) destination: String,
    pub(crate) title: String,
    /// The link's text, or the image's alternative text.
    pub(crate) text: String,
    pub(crate) reach: Reach,
    pub(crate) is_image: bool,
    pub(crate) range: Range<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CodeBlock {
    /// The words after the fence; none for an indented block.
    pub(crate) info: Option<String>,
    pub(crate) text: String,
    pub(crate) range: Range<usize>,
}

/// Tells what a body holds.
pub(crate) fn outline(body: &str) -> Outline {
    let mut reader = Reader {
        body,
        outline: Outline::default(),
        heading: None,
        wanted: None,
        open: Vec::new(),
        ids: Ids::default(),
    };
    walk(body, &mut |piece, range| reader.piece(piece, range));
    reader.outline
}

struct Reader<'b> {
    body: &'b str,
    outline: Outline,
    heading: Option<OutlineHeading>,
    wanted: Option<String>,
    /// Indexes of the links and images that are open.
    open: Vec<usize>,
    ids: Ids,
}

impl Reader<'_> {
    fn piece(&mut self, piece: Piece, range: Range<usize>) {
        match piece {
            Piece::Start(tag) => self.start(tag, range),
            Piece::End(TagEnd::Link | TagEnd::Image) => {
                self.open.pop();
            }
            Piece::End(TagEnd::Heading(_)) => self.end_heading(),
            Piece::Text(text) => {
                self.text(text);
                self.undefined_footnotes(text, range.start);
            }
            Piece::Code(text) => self.text(text),
            Piece::Url(url) => {
                self.text(url);
                self.link(url, "", range);
                if let Some(link) = self.open.pop() {
                    url.clone_into(&mut self.outline.links[link].text);
                }
            }
            Piece::Live(text) => {
                self.text(&self.body[range.clone()]);
                self.outline.figures.push((text.to_owned(), range));
            }
            Piece::CodeBlock(info, text) => self.outline.code_blocks.push(CodeBlock {
                info: info.map(|info| info.trim().to_owned()),
                text: text.to_owned(),
                range,
            }),
            Piece::HtmlBlock(_) | Piece::InlineHtml(_) => self.comments(range),
            Piece::SoftBreak | Piece::HardBreak => self.text(" "),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag, range: Range<usize>) {
        match tag {
            Tag::Heading { level, id, .. } => {
                self.wanted = id.map(|id| id.to_string());
                self.heading = Some(OutlineHeading {
                    level: level as u8,
                    id: String::new(),
                    is_id_taken: false,
                    text: String::new(),
                    range,
                });
            }
            Tag::Link {
                dest_url, title, ..
            } => self.link(&dest_url, &title, range),
            Tag::Image {
                dest_url, title, ..
            } => {
                self.link(&dest_url, &title, range);
                if let Some(link) = self.outline.links.last_mut() {
                    link.is_image = true;
                }
            }
            _ => {}
        }
    }

    fn link(&mut self, destination: &str, title: &str, range: Range<usize>) {
        self.open.push(self.outline.links.len());
        self.outline.links.push(OutlineLink {
            destination: destination.to_owned(),
            title: title.to_owned(),
            text: String::new(),
            reach: reach(destination),
            is_image: false,
            range,
        });
    }

    /// One that nothing closes goes to the end of its HTML.
    fn comments(&mut self, html: Range<usize>) {
        let mut from = html.start;
        while let Some(step) = self.body[from..html.end].find("<!--") {
            let start = from + step;
            let rest = &self.body[start + 4..html.end];
            from = rest.find("-->").map_or(html.end, |at| start + 4 + at + 3);
            self.outline.comments.push(start..from);
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(heading) = &mut self.heading {
            heading.text.push_str(text);
        }
        for &link in &self.open {
            self.outline.links[link].text.push_str(text);
        }
    }

    fn end_heading(&mut self) {
        let Some(mut heading) = self.heading.take() else {
            return;
        };
        let wanted = self.wanted.take();
        heading.text = heading.text.trim().to_owned();
        heading.id = heading_id(&mut self.ids, wanted.as_deref(), &heading.text);
        heading.is_id_taken = wanted.is_some_and(|wanted| wanted != heading.id);
        self.outline.headings.push(heading);
    }

    /// The parser leaves a reference without a definition as text.
    fn undefined_footnotes(&mut self, text: &str, start: usize) {
        let mut from = text.find('[').unwrap_or(text.len());
        while let Some(step) = text[from..].find("[^") {
            let at = from + step;
            let Some(length) = text[at..].find(']') else {
                return;
            };
            from = at + length + 1;
            let name = &text[at + 2..at + length];
            let place = start + at;
            // Escapes and entities move the text against the body: what does not stand there was not meant so.
            let stands = self.body.get(place..place + length + 1) == Some(&text[at..from]);
            if stands && !name.is_empty() && !name.contains(char::is_whitespace) {
                let range = place..place + length + 1;
                self.outline
                    .undefined_footnotes
                    .push((name.to_owned(), range));
            }
        }
    }
}
