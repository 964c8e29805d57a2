//! A body as a row of pieces: the parser's events with marks removed, texts joined, and footnotes put in order.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::emphasis::{Marks, mark, unmarked};
use super::{footnotes, links};

/// One step through a body.
#[derive(Debug)]
pub(super) enum Piece<'p> {
    Start(Tag<'p>),
    End(TagEnd),
    /// An image that is alone in its paragraph stands between these two.
    StartFigure,
    EndFigure,
    Text(&'p str),
    /// A bare URL in text.
    Url(&'p str),
    /// What stands between `{{` and `}}`.
    Live(&'p str),
    Code(&'p str),
    /// A code block with its info string, if it is a fenced one.
    CodeBlock(Option<&'p str>, &'p str),
    HtmlBlock(&'p str),
    InlineHtml(&'p str),
    Footnote(&'p str),
    SoftBreak,
    HardBreak,
    Rule,
    Checkbox(bool),
}

pub(super) type Placed<'p> = (Event<'p>, Range<usize>);

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
}

/// Shows every piece of a body with its byte range in the body. Footnotes come last, in the order of their first
/// reference; those without a reference do not come.
pub(super) fn walk(body: &str, see: &mut dyn FnMut(Piece, Range<usize>)) {
    let marked = mark(body);
    let parser = Parser::new_ext(&marked.text, options()).into_offset_iter();
    let mut events: Vec<Placed> = Vec::with_capacity(body.len() / 16);
    events.extend(parser);
    if body.contains("[^") {
        events = footnotes::arrange(events);
    }
    let mut walk = Walk {
        marks: marked.marks,
        original: &|place| marked.original(place),
        text: String::new(),
        runs: Vec::new(),
        code: None,
        html_block: false,
        inside_link: 0,
        figure: false,
        see,
    };
    let mut lone = lone_images(&events).into_iter().peekable();
    for (index, (event, range)) in events.into_iter().enumerate() {
        if lone.next_if_eq(&index).is_some() {
            walk.figure = true;
        }
        walk.event(event, range);
    }
    walk.flush();
}

/// The indexes of the paragraphs that hold one image, linked or not, and nothing else.
fn lone_images(events: &[Placed]) -> Vec<usize> {
    let mut lone = Vec::new();
    let mut paragraph = None;
    let mut images = 0;
    let mut depth = 0;
    let mut other = false;
    for (index, (event, _)) in events.iter().enumerate() {
        match event {
            Event::Start(Tag::Paragraph) => {
                (paragraph, images, depth, other) = (Some(index), 0, 0, false);
            }
            Event::End(TagEnd::Paragraph) => {
                lone.extend(paragraph.take().filter(|_| images == 1 && !other));
            }
            Event::Start(Tag::Image { .. }) => {
                images += usize::from(depth == 0);
                depth += 1;
            }
            Event::End(TagEnd::Image) => depth -= 1,
            Event::Start(Tag::Link { .. }) | Event::End(TagEnd::Link) => {}
            _ => other |= depth == 0,
        }
    }
    lone
}

struct Walk<'w> {
    marks: Option<Marks>,
    original: &'w dyn Fn(usize) -> usize,
    /// Text that has not been shown yet, and where in the body its parts come from.
    text: String,
    runs: Vec<(usize, usize)>,
    code: Option<(Option<String>, Range<usize>)>,
    html_block: bool,
    inside_link: usize,
    figure: bool,
    see: &'w mut dyn FnMut(Piece, Range<usize>),
}

impl Walk<'_> {
    fn event(&mut self, event: Event, range: Range<usize>) {
        let range = (self.original)(range.start)..(self.original)(range.end);
        if let Event::Text(text) = &event {
            if self.code.is_none() {
                self.runs.push((self.text.len(), range.start));
            }
            self.text.push_str(&unmarked(text, self.marks));
            return;
        }
        if let (Event::Html(text), true) = (&event, self.html_block) {
            self.text.push_str(&unmarked(text, self.marks));
            return;
        }
        if !self.html_block && self.code.is_none() {
            self.flush();
        }
        let marks = self.marks;
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Code(text) => (self.see)(Piece::Code(&unmarked(&text, marks)), range),
            Event::Html(text) | Event::InlineHtml(text) => {
                (self.see)(Piece::InlineHtml(&unmarked(&text, marks)), range);
            }
            Event::FootnoteReference(name) => {
                (self.see)(Piece::Footnote(&unmarked(&name, marks)), range);
            }
            Event::SoftBreak => (self.see)(Piece::SoftBreak, range),
            Event::HardBreak => (self.see)(Piece::HardBreak, range),
            Event::Rule => (self.see)(Piece::Rule, range),
            Event::TaskListMarker(done) => (self.see)(Piece::Checkbox(done), range),
            // Mathematics is not switched on.
            Event::Text(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn start(&mut self, tag: Tag, range: Range<usize>) {
        match tag {
            Tag::CodeBlock(kind) => {
                let info = match kind {
                    CodeBlockKind::Fenced(info) => Some(unmarked(&info, self.marks).into_owned()),
                    CodeBlockKind::Indented => None,
                };
                self.code = Some((info, range));
            }
            Tag::HtmlBlock => self.html_block = true,
            Tag::Paragraph if self.figure => (self.see)(Piece::StartFigure, range),
            tag => {
                if matches!(tag, Tag::Link { .. } | Tag::Image { .. }) {
                    self.inside_link += 1;
                }
                (self.see)(Piece::Start(clean(tag, self.marks)), range);
            }
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::CodeBlock => {
                if let Some((info, range)) = self.code.take() {
                    (self.see)(Piece::CodeBlock(info.as_deref(), &self.text), range);
                }
                self.text.clear();
            }
            TagEnd::HtmlBlock => {
                self.html_block = false;
                (self.see)(Piece::HtmlBlock(&self.text), range);
                self.text.clear();
            }
            TagEnd::Paragraph if self.figure => {
                self.figure = false;
                (self.see)(Piece::EndFigure, range);
            }
            tag => {
                if matches!(tag, TagEnd::Link | TagEnd::Image) {
                    self.inside_link -= 1;
                }
                (self.see)(Piece::End(tag), range);
            }
        }
    }

    /// Shows the joined text, cut at figures and bare URLs.
    fn flush(&mut self) {
        if self.text.is_empty() {
            return;
        }
        let text = std::mem::take(&mut self.text);
        // One character is looked for much faster than two.
        let may_link = self.inside_link == 0 && text.contains(':') && text.contains("://");
        if may_link || text.contains('{') && text.contains("{{") {
            self.cut(&text, may_link);
        } else {
            self.show(Piece::Text(&text), 0..text.len());
        }
        self.text = text;
        self.text.clear();
        self.runs.clear();
    }

    fn cut(&mut self, text: &str, may_link: bool) {
        let mut done = 0;
        while done < text.len() {
            let url = may_link.then(|| links::bare_url(text, done)).flatten();
            let live = live(text, done);
            let (range, is_url) = match (url, live) {
                (Some(url), Some(live)) if url.start < live.start => (url, true),
                (_, Some(live)) => (live, false),
                (Some(url), None) => (url, true),
                (None, None) => break,
            };
            if done < range.start {
                self.show(Piece::Text(&text[done..range.start]), done..range.start);
            }
            done = range.end;
            let inner = &text[range.clone()];
            if is_url {
                self.show(Piece::Url(inner), range);
            } else {
                self.show(Piece::Live(inner[2..inner.len() - 2].trim()), range);
            }
        }
        if done < text.len() {
            self.show(Piece::Text(&text[done..]), done..text.len());
        }
    }

    fn show(&mut self, piece: Piece, range: Range<usize>) {
        let place = |at: usize| {
            let run = self.runs.partition_point(|&(start, _)| start <= at);
            let &(start, origin) = self.runs.get(run.saturating_sub(1)).unwrap_or(&(0, 0));
            origin + at.saturating_sub(start)
        };
        // The end is counted from the last character, which may stand in a later run than the first.
        let end = place(range.end.saturating_sub(1)) + 1;
        let range = place(range.start)..end;
        (self.see)(piece, range);
    }
}

/// The first `{{ … }}` at or after a place in a text.
fn live(text: &str, from: usize) -> Option<Range<usize>> {
    let start = from + text[from..].find("{{")?;
    let end = start + 2 + text[start + 2..].find("}}")? + 2;
    Some(start..end)
}

fn clean<'t>(tag: Tag<'t>, marks: Option<Marks>) -> Tag<'t> {
    let clean = |text: CowStr<'t>| match unmarked(&text, marks) {
        Cow::Owned(text) => CowStr::from(text),
        Cow::Borrowed(_) => text,
    };
    match tag {
        Tag::Link {
            link_type,
            dest_url,
            title,
            id,
        } => Tag::Link {
            link_type,
            dest_url: addressed(clean(dest_url), link_type),
            title: clean(title),
            id,
        },
        Tag::Image {
            link_type,
            dest_url,
            title,
            id,
        } => Tag::Image {
            link_type,
            dest_url: clean(dest_url),
            title: clean(title),
            id,
        },
        Tag::Heading {
            level,
            id,
            classes,
            attrs,
        } => Tag::Heading {
            level,
            id: id.map(clean),
            classes,
            attrs,
        },
        Tag::FootnoteDefinition(name) => Tag::FootnoteDefinition(clean(name)),
        tag => tag,
    }
}

/// `<name@example.org>` leads to a mail address.
fn addressed(destination: CowStr, kind: LinkType) -> CowStr {
    if kind == LinkType::Email {
        CowStr::from(format!("mailto:{destination}"))
    } else {
        destination
    }
}
