//! The Markdown of a record, as HTML with its links resolved.

use serde::Serialize;

use crate::markdown::{self, Labels, Live, Picture, RawHtml, Reach, Style, Target};
use crate::model::{Body, Head, LinkTarget, RecordRef};
use crate::site::desk::Desk;
use crate::source::Asset;

use super::live::{self, Piece, Pieces, TableView};
use super::parts::Link;

/// A body with fewer headings is read at a glance and has no table of contents.
const WORTH_CONTENTS: usize = 4;

/// A record's Markdown as HTML.
#[derive(Debug, Default, Serialize)]
pub(crate) struct BodyView {
    /// Empty when the record has no body.
    pub(crate) html: String,
    /// The same cut at the tables of its directives, in order; empty when it has none.
    pub(crate) parts: Vec<BodyPart>,
    /// Its headings in order; empty when there are few.
    pub(crate) contents: Vec<ContentsEntry>,
}

#[derive(Debug, Serialize)]
pub(crate) struct ContentsEntry {
    /// From 1, the highest level of the body.
    pub(crate) level: u8,
    pub(crate) id: String,
    pub(crate) text: String,
}

/// A part of a body: HTML, or a table that stands between two parts of it.
#[derive(Debug, Serialize)]
pub(crate) struct BodyPart {
    pub(crate) html: String,
    pub(crate) table: Option<TableView>,
}

/// A record's body, with its live facts as they are at the page's date.
pub(crate) fn body(desk: &Desk<'_>, head: &Head) -> BodyView {
    match head.body_in(desk.language()) {
        Some(body) => body_with(desk, body, &live::pieces(desk, body)),
        None => BodyView::default(),
    }
}

/// A body, with the live facts that were filled in for it now or long ago; those of its directives and figures for
/// which there is no piece stay as they were written.
pub(crate) fn body_with(desk: &Desk<'_>, body: &Body, pieces: &Pieces) -> BodyView {
    let raw = desk.report.project.site.raw_html;
    let words = BodyWords::new(desk);
    let style = Style {
        raw_html: if raw {
            RawHtml::Sanitise
        } else {
            RawHtml::Escape
        },
        id_prefix: "",
        heading_base: heading_base(body.top_level),
        hidden_text: &words.hidden,
        labels: words.labels(),
        live: &|live| match live {
            Live::Figure { range, .. } => match pieces.get(&range.start)? {
                Piece::Figure(text) => Some(markdown::escaped(text)),
                Piece::Directive(_) => None,
            },
            Live::Block { range, .. } => match pieces.get(&range.start)? {
                Piece::Directive(_) => Some(format!("{MARK}{}{MARK_END}", range.start)),
                Piece::Figure(_) => None,
            },
        },
    };
    let resolve = |link: &markdown::Link<'_>| match body.links.get(link.destination) {
        Some(LinkTarget::Asset(asset)) if link.is_image => Target::Picture(picture(desk, asset)),
        Some(target) => resolved(desk, target),
        None if link.reach == Reach::Outside || link.reach == Reach::Anchor => Target::Keep,
        None => Target::Text,
    };
    let rendered = markdown::render(&body.markdown, &style, &resolve);
    let highest = rendered.contents.iter().map(|heading| heading.level).min();
    let entries = rendered.contents.into_iter().map(|heading| ContentsEntry {
        level: heading.level - highest.unwrap_or(0) + 1,
        id: heading.id,
        text: heading.text,
    });
    let contents: Vec<ContentsEntry> = entries.collect();
    BodyView {
        parts: parts(desk, &rendered.html, pieces),
        html: rendered.html,
        contents: if contents.len() < WORTH_CONTENTS {
            Vec::new()
        } else {
            contents
        },
    }
}

/// Stands in the HTML where a directive's table goes. No text of a body can read so: angle brackets in it are written
/// out, and comments of raw HTML are taken away.
const MARK: &str = "<!--live ";
const MARK_END: &str = "-->";

/// The HTML cut at its tables; empty when it has none.
fn parts(desk: &Desk<'_>, html: &str, pieces: &Pieces) -> Vec<BodyPart> {
    if !html.contains(MARK) {
        return Vec::new();
    }
    let mut cut = html.split(MARK);
    let text = |html: &str| BodyPart {
        html: html.to_owned(),
        table: None,
    };
    let mut parts: Vec<BodyPart> = cut.next().map(text).into_iter().collect();
    for rest in cut {
        let (place, html) = rest.split_once(MARK_END).unwrap_or_default();
        let piece = place
            .parse()
            .ok()
            .and_then(|place| pieces.get::<usize>(&place));
        if let Some(Piece::Directive(filled)) = piece {
            parts.push(BodyPart {
                html: String::new(),
                table: Some(live::view(desk, filled)),
            });
        }
        parts.push(text(html));
    }
    parts
}

/// The text of a record's body without marks, cut after some characters; empty when it has no body.
pub(crate) fn excerpt(desk: &Desk<'_>, head: &Head, length: usize) -> String {
    match head.body_in(desk.language()) {
        Some(body) => excerpt_with(desk, body, &live::pieces(desk, body), length),
        None => String::new(),
    }
}

/// The same with live facts that were filled in before.
pub(crate) fn excerpt_with(desk: &Desk<'_>, body: &Body, pieces: &Pieces, length: usize) -> String {
    let hidden = desk.hidden().text;
    let resolve = |link: &markdown::Link<'_>| match body.links.get(link.destination) {
        Some(LinkTarget::Record(record, _)) if record_link(desk, *record).hidden => Target::Hidden,
        _ => Target::Text,
    };
    let figure = |at: usize| match pieces.get(&at) {
        Some(Piece::Figure(text)) => text.clone(),
        _ => String::new(),
    };
    let text = markdown::plain(&body.markdown, &hidden, &resolve, &figure);
    let cut: String = text.chars().take(length).collect();
    if cut.len() < text.len() {
        format!("{cut}…")
    } else {
        cut
    }
}

/// The page has its own first heading, so a body's highest level becomes the second, whichever level that is.
fn heading_base(top_level: u8) -> u8 {
    3u8.saturating_sub(top_level.max(1)).max(1)
}

/// How wide a picture of a body is: as the page on a narrow screen, as the text on a wide one.
const ROOM: &str = "(min-width: 740px) 704px, 100vw";

fn picture(desk: &Desk<'_>, asset: &Asset) -> Picture {
    let sizes = desk.picture(asset);
    Picture {
        source: sizes.src,
        srcset: sizes.srcset,
        room: ROOM,
        size: sizes.size,
    }
}

fn resolved(desk: &Desk<'_>, target: &LinkTarget) -> Target {
    match target {
        LinkTarget::Anchor(anchor) => Target::Href(format!("#{anchor}")),
        LinkTarget::Asset(asset) => Target::Href(desk.file(asset)),
        LinkTarget::Record(record, anchor) => {
            let link = record_link(desk, *record);
            match (link.hidden, link.href.is_empty(), anchor) {
                (true, _, _) => Target::Hidden,
                (_, true, _) => Target::Text,
                (_, _, Some(anchor)) if !link.href.contains('#') => {
                    Target::Href(format!("{}#{anchor}", link.href))
                }
                _ => Target::Href(link.href),
            }
        }
    }
}

pub(crate) fn record_link(desk: &Desk<'_>, record: RecordRef) -> Link {
    match record {
        RecordRef::Campaign(seen) => seen
            .key()
            .map_or_else(|| desk.hidden(), |k| desk.campaign(k)),
        RecordRef::Area(seen) => desk.seen_area(seen),
        RecordRef::Unit(seen) => desk.seen_unit(seen),
        RecordRef::Person(seen) => desk.seen_person(seen),
        RecordRef::Task(seen) => desk.seen_task(seen),
        RecordRef::Meeting(seen) => desk.seen_meeting(seen),
        RecordRef::Decision(seen) => desk.seen_decision(seen),
        RecordRef::Document(seen) => desk.seen_document(seen),
        RecordRef::Problem(seen) => desk.seen_problem(seen),
        RecordRef::Indicator(seen) => desk.seen_indicator(seen),
        RecordRef::Instruction(seen) => desk.seen_instruction(seen),
        RecordRef::Inspection(seen) => desk.seen_inspection(seen),
        RecordRef::Assessment(seen) => desk.seen_assessment(seen),
        RecordRef::Bulletin(seen) => desk.seen_bulletin(seen),
    }
}

/// Texts for people that a body's HTML needs.
struct BodyWords {
    hidden: String,
    texts: [String; 11],
}

/// In the order of `Labels`.
const LABELS: [&str; 11] = [
    "body-footnotes",
    "body-footnote-back",
    "body-table",
    "body-code",
    "body-task-done",
    "body-task-open",
    "body-note",
    "body-tip",
    "body-important",
    "body-warning",
    "body-caution",
];

impl BodyWords {
    fn new(desk: &Desk<'_>) -> BodyWords {
        BodyWords {
            hidden: desk.words.plain("not-shown-here"),
            texts: LABELS.map(|id| desk.words.plain(id)),
        }
    }

    fn labels(&self) -> Labels<'_> {
        let [
            footnotes,
            footnote_back,
            table,
            code,
            task_done,
            task_open,
            note,
            tip,
            important,
            warning,
            caution,
        ] = &self.texts;
        Labels {
            footnotes,
            footnote_back,
            table,
            code,
            task_done,
            task_open,
            note,
            tip,
            important,
            warning,
            caution,
        }
    }
}
