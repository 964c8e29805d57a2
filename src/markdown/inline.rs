//! What stands inside a line: links, images, live figures and footnotes.

use std::ops::Range;

use super::links::{reach, write_address};
use super::writer::{Figure, OpenImage, OpenLink, Writer, attribute};
use super::{Link, Live, Picture, RawHtml, Reach, Target};

impl Writer<'_> {
    /// The caller's answer, held to the allow-list.
    fn decide(&self, link: &Link) -> Target {
        if link.reach == Reach::Refused {
            return Target::Text;
        }
        let (target, reach) = match (self.resolve)(link) {
            Target::Href(address) => {
                let reach = reach(&address);
                (Target::Href(address), reach)
            }
            Target::Picture(picture) => {
                let reach = reach(&picture.source);
                match link.is_image {
                    true => (Target::Picture(picture), reach),
                    false => (Target::Href(picture.source), reach),
                }
            }
            Target::Keep => (Target::Href(link.destination.to_owned()), link.reach),
            target => return target,
        };
        match reach {
            Reach::Outside | Reach::Anchor | Reach::Local => target,
            Reach::Record | Reach::Refused => Target::Text,
        }
    }

    pub(super) fn start_link(&mut self, destination: &str, title: &str, range: &Range<usize>) {
        let target = self.decide(&Link {
            destination,
            title,
            reach: reach(destination),
            is_image: false,
            range,
        });
        if target == Target::Hidden {
            self.visible(self.style.hidden_text);
            self.skipped = 1;
            return;
        }
        // An address in angle brackets may stand inside a link's text; a link cannot hold another.
        let is_nested = self.links.iter().any(|link| link.written);
        let written = match &target {
            Target::Href(address) if !is_nested => {
                self.anchor(address, title);
                true
            }
            _ => false,
        };
        self.links.push(OpenLink {
            written,
            at: self.out.len(),
            destination: destination.to_owned(),
        });
    }

    fn anchor(&mut self, address: &str, title: &str) {
        let mut attributes = "href=\"".to_owned();
        write_address(&mut attributes, address);
        attributes.push('"');
        if !title.is_empty() {
            attribute(&mut attributes, "title", title);
        }
        self.tag("a", &attributes);
    }

    pub(super) fn end_link(&mut self) {
        let Some(link) = self.links.pop() else {
            return;
        };
        // A link needs a name.
        if link.written && self.out.len() == link.at {
            self.visible(&link.destination);
        }
        if link.written {
            self.raw("</a>");
        }
    }

    pub(super) fn bare_url(&mut self, url: &str, range: &Range<usize>) {
        let target = self.decide(&Link {
            destination: url,
            title: "",
            reach: reach(url),
            is_image: false,
            range,
        });
        match target {
            Target::Href(address) => {
                self.settle(url.chars().next());
                self.anchor(&address, "");
                self.visible(url);
                self.raw("</a>");
            }
            Target::Hidden => self.visible(self.style.hidden_text),
            Target::Text | Target::Keep | Target::Picture(_) => self.visible(url),
        }
    }

    pub(super) fn start_image(&mut self, destination: &str, title: &str, range: &Range<usize>) {
        let target = self.decide(&Link {
            destination,
            title,
            reach: reach(destination),
            is_image: true,
            range,
        });
        if target == Target::Hidden {
            self.visible(self.style.hidden_text);
            self.skipped = 1;
            return;
        }
        self.settle(None);
        self.image = Some(OpenImage {
            before: std::mem::take(&mut self.out),
            picture: match target {
                Target::Picture(picture) => picture,
                Target::Href(source) => Picture::plain(source),
                Target::Keep | Target::Hidden | Target::Text => Picture::plain(String::new()),
            },
            title: title.to_owned(),
            depth: 0,
        });
    }

    pub(super) fn end_image(&mut self) {
        let Some(image) = self.image.take() else {
            return;
        };
        self.line_break = None;
        self.last = None;
        let text = std::mem::replace(&mut self.out, image.before);
        let picture = image.picture;
        let source = picture.source.trim();
        if source.is_empty() || source.starts_with('#') || has_no_picture(source) {
            self.visible(&text);
            return;
        }
        let mut attributes = "src=\"".to_owned();
        write_address(&mut attributes, source);
        attributes.push('"');
        if !picture.srcset.is_empty() {
            attribute(&mut attributes, "srcset", &picture.srcset);
            attribute(&mut attributes, "sizes", picture.room);
        }
        attribute(&mut attributes, "alt", &text);
        if let Some((width, height)) = picture.size {
            attribute(&mut attributes, "width", &width.to_string());
            attribute(&mut attributes, "height", &height.to_string());
        }
        attributes.push_str(" loading=\"lazy\" decoding=\"async\"");
        match &mut self.figure {
            Some(figure) => figure.caption = Some(image.title),
            None if !image.title.is_empty() => attribute(&mut attributes, "title", &image.title),
            None => {}
        }
        self.tag("img", &attributes);
        if let Some(heading) = &mut self.heading {
            heading.text.push_str(&text);
        }
    }

    pub(super) fn start_figure(&mut self) {
        self.fresh();
        self.figure = Some(Figure {
            at: self.out.len(),
            caption: None,
        });
        self.raw("<figure>");
    }

    /// The title of an image is its caption; where no image was to be shown, its text is a paragraph.
    pub(super) fn end_figure(&mut self) {
        let Some(figure) = self.figure.take() else {
            return;
        };
        let Some(caption) = figure.caption else {
            let end = figure.at + "<figure>".len();
            self.out.replace_range(figure.at..end, "<p>");
            self.raw("</p>\n");
            return;
        };
        if !caption.is_empty() {
            self.raw("<figcaption>");
            self.visible(&caption);
            self.raw("</figcaption>");
        }
        self.raw("</figure>\n");
    }

    pub(super) fn live_figure(&mut self, text: &str, range: Range<usize>) {
        let live = Live::Figure { text, range };
        let Some(html) = (self.style.live)(&live) else {
            self.visible("{{ ");
            self.visible(text);
            self.visible(" }}");
            return;
        };
        // What a figure begins and ends with is known to the caller alone; most are numbers.
        self.settle(None);
        self.last = None;
        self.whole(&html);
        if let Some(heading) = &mut self.heading {
            heading.text.push_str(text_of(&html).trim());
        }
    }

    pub(super) fn inline_html(&mut self, text: &str) {
        match self.style.raw_html {
            RawHtml::Sanitise => self.raw(text),
            RawHtml::Escape => self.visible(text),
        }
    }

    pub(super) fn footnote(&mut self, name: &str) {
        // A number belongs to the word before it, even where a line of the source ended between them.
        self.line_break = self.line_break.take().filter(|_| self.last.is_none());
        let prefix = self.style.id_prefix;
        let (number, count) = self.numbered(name);
        let back = back_id(prefix, number, count);
        let mut id = String::new();
        attribute(&mut id, "class", "footnote-ref");
        attribute(&mut id, "id", &back);
        let mut to = String::from("href=\"#");
        write_address(&mut to, &format!("{prefix}fn:{number}"));
        to.push_str("\" role=\"doc-noteref\"");
        self.tag("sup", &id);
        self.tag("a", &to);
        self.raw(&number.to_string());
        self.raw("</a></sup>");
    }

    /// The number of a footnote, and how often it has been referred to, this time included.
    fn numbered(&mut self, name: &str) -> (usize, usize) {
        let named = &mut self.notes.named;
        let index = match named.iter().position(|(known, _)| known == name) {
            Some(index) => index,
            None => {
                named.push((name.to_owned(), 0));
                named.len() - 1
            }
        };
        named[index].1 += 1;
        (index + 1, named[index].1)
    }

    pub(super) fn start_note(&mut self, name: &str) {
        let number = self.notes.named.iter().position(|(known, _)| known == name);
        // A note whose every reference is inside hidden links is hidden with them.
        let Some(number) = number.map(|index| index + 1) else {
            self.notes.current = None;
            self.skipped = 1;
            return;
        };
        if !self.notes.section_open {
            self.notes.section_open = true;
            let mut attributes = String::from("class=\"footnotes\" role=\"doc-endnotes\"");
            attribute(&mut attributes, "aria-label", self.style.labels.footnotes);
            self.tag("section", &attributes);
            self.raw("\n<ol>\n");
        }
        let mut id = String::new();
        attribute(
            &mut id,
            "id",
            &format!("{}fn:{number}", self.style.id_prefix),
        );
        self.tag("li", &id);
        self.notes.current = Some((number, self.out.len()));
    }

    pub(super) fn end_note(&mut self) {
        let Some((number, begin)) = self.notes.current.take() else {
            return;
        };
        let in_paragraph = self.out[begin..].ends_with("</p>\n");
        if in_paragraph {
            self.out.truncate(self.out.len() - "</p>\n".len());
        } else {
            self.raw("<p>");
        }
        let count = self.notes.named[number - 1].1;
        for turn in 1..=count {
            let mut attributes = String::from("class=\"footnote-back\" href=\"#");
            write_address(
                &mut attributes,
                &back_id(self.style.id_prefix, number, turn),
            );
            attributes.push_str("\" role=\"doc-backlink\"");
            let label = self.style.labels.footnote_back;
            let label = if turn == 1 {
                format!("{label} {number}")
            } else {
                format!("{label} {number}-{turn}")
            };
            attribute(&mut attributes, "aria-label", &label);
            self.raw(" ");
            self.tag("a", &attributes);
            // The variation selector keeps the arrow from being drawn as a picture.
            self.raw("↩\u{fe0e}</a>");
        }
        self.raw("</p>\n</li>\n");
    }

    pub(super) fn end_notes(&mut self) {
        if self.notes.section_open {
            self.raw("</ol>\n</section>\n");
        }
    }
}

fn back_id(prefix: &str, number: usize, turn: usize) -> String {
    if turn == 1 {
        format!("{prefix}fnref:{number}")
    } else {
        format!("{prefix}fnref:{number}-{turn}")
    }
}

/// Mail and telephone numbers lead somewhere, but show no picture.
fn has_no_picture(source: &str) -> bool {
    let scheme = source.split(':').next().unwrap_or_default();
    scheme.eq_ignore_ascii_case("mailto") || scheme.eq_ignore_ascii_case("tel")
}

/// The text of a small piece of HTML, for a table of contents.
fn text_of(html: &str) -> String {
    let mut text = String::new();
    let mut in_tag = false;
    for c in html.chars() {
        match c {
            '<' => in_tag = true,
            '>' => in_tag = false,
            c if !in_tag => text.push(c),
            _ => {}
        }
    }
    text
}
