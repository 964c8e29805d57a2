//! The Markdown of a record, as HTML with its links resolved.

use crate::markdown::{self, Labels, RawHtml, Reach, Style, Target};
use crate::model::{Head, LinkTarget, RecordRef};
use crate::site::desk::Desk;
use crate::site::route::asset_route;

use super::parts::Link;

/// Empty when the record has no body.
pub(crate) fn body(desk: &Desk<'_>, head: &Head) -> String {
    let Some(body) = &head.body else {
        return String::new();
    };
    let raw = desk.report.project.site.raw_html;
    let words = BodyWords::new(desk);
    let style = Style {
        raw_html: if raw {
            RawHtml::Sanitise
        } else {
            RawHtml::Escape
        },
        id_prefix: "",
        heading_base: heading_base(&body.markdown),
        hidden_text: &words.hidden,
        labels: words.labels(),
        live: &|_| None,
    };
    let resolve = |link: &markdown::Link<'_>| match body.links.get(link.destination) {
        Some(target) => resolved(desk, target),
        None if link.reach == Reach::Outside || link.reach == Reach::Anchor => Target::Keep,
        None => Target::Text,
    };
    markdown::render(&body.markdown, &style, &resolve).html
}

/// The page has its own first heading, so a body's highest level becomes the second, whichever level that is.
fn heading_base(markdown: &str) -> u8 {
    let headings = markdown::outline(markdown).headings;
    let highest = headings.iter().map(|heading| heading.level).min();
    3u8.saturating_sub(highest.unwrap_or(1)).max(1)
}

fn resolved(desk: &Desk<'_>, target: &LinkTarget) -> Target {
    match target {
        LinkTarget::Anchor(anchor) => Target::Href(format!("#{anchor}")),
        LinkTarget::Asset(path) => {
            desk.used.note(path);
            Target::Href(format!("{}{}", desk.root, asset_route(path)))
        }
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

fn record_link(desk: &Desk<'_>, record: RecordRef) -> Link {
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
