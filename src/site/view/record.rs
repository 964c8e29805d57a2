//! What pages of every record type show of its head.

use serde::Serialize;

use crate::model::Head;
use crate::site::desk::Desk;

use super::item::{Day, day};
use super::parts::Link;

#[derive(Debug, Serialize)]
pub(crate) struct Amended {
    pub(crate) date: Day,
    pub(crate) by: Link,
    pub(crate) reason: String,
}

/// Amendments that hold at D: later ones are not yet made.
pub(crate) fn amendments(desk: &Desk<'_>, head: &Head) -> Vec<Amended> {
    let made = head
        .amendments
        .iter()
        .filter(|(on, _, _)| *on <= desk.as_of());
    made.map(|(on, by, reason)| Amended {
        date: day(desk, *on),
        by: by
            .as_ref()
            .map(|b| desk.party_on(b, *on))
            .unwrap_or_default(),
        reason: desk.words.optional(reason.as_ref()),
    })
    .collect()
}

pub(crate) fn web_links(desk: &Desk<'_>, head: &Head) -> Vec<Link> {
    let links = head.links.iter();
    links
        .map(|link| {
            let title = desk.words.text(&link.title);
            let text = if title.is_empty() { &link.url } else { &title };
            web_link(text, Some(&link.url))
        })
        .collect()
}

/// A link out of the site, for addresses that a reader can safely follow; else the text alone.
pub(crate) fn web_link(text: &str, url: Option<&String>) -> Link {
    let safe = |url: &&String| {
        let lower = url.to_ascii_lowercase();
        ["https://", "http://", "mailto:"]
            .iter()
            .any(|scheme| lower.starts_with(scheme))
    };
    Link::new(text, url.filter(safe).cloned().unwrap_or_default())
}
