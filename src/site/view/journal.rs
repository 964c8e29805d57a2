//! What happened to an item, as far as it is dated on or before D.

use crate::model::{Extension, HelpNeeded, Item, ProgressEntry, Verdict};
use crate::site::desk::Desk;

use super::item::{EntryView, EventView, day, quantity, say};
use super::parts::Link;

/// Newest first; of one day, the later written first.
pub(crate) fn progress(desk: &Desk<'_>, item: &Item) -> Vec<EntryView> {
    let mut entries: Vec<(usize, &ProgressEntry)> = item
        .progress
        .iter()
        .enumerate()
        .filter(|(_, entry)| entry.date <= desk.as_of())
        .collect();
    entries.sort_by_key(|(place, entry)| std::cmp::Reverse((entry.date, *place)));
    entries
        .into_iter()
        .map(|(place, _)| entry(desk, item, place))
        .collect()
}

/// `2026-03-11`, and `2026-03-11-2` for the second that was written of that day.
fn anchor(item: &Item, place: usize) -> String {
    let date = item.progress[place].date;
    let before = item.progress[..place].iter().filter(|e| e.date == date);
    match before.count() {
        0 => date.to_string(),
        n => format!("{date}-{}", n + 1),
    }
}

fn entry(desk: &Desk<'_>, item: &Item, place: usize) -> EntryView {
    let entry = &item.progress[place];
    let words = desk.words;
    let unit = item.target.as_ref().and_then(|t| t.unit.as_ref());
    let mut figures = Vec::new();
    figures.extend(entry.percent.map(|p| words.percent(Some(p))));
    figures.extend(
        entry
            .quantity
            .map(|n| quantity(desk, n, &words.optional(unit))),
    );
    let help = match &entry.needs_help {
        HelpNeeded::With(text) => words.text(text),
        HelpNeeded::Yes | HelpNeeded::No => String::new(),
    };
    EntryView {
        anchor: anchor(item, place),
        date: day(desk, entry.date),
        period: words.optional(entry.period.as_ref()),
        figure: words.list(&figures),
        text: words.optional(entry.text.as_ref()),
        done: words.optional(entry.done.as_ref()),
        issues: words.optional(entry.issues.as_ref()),
        next_steps: words.optional(entry.next_steps.as_ref()),
        needs_help: entry.needs_help != HelpNeeded::No,
        help,
        finished: entry.finished,
        forecast: words.optional_day(entry.forecast),
        confidence: words.optional(entry.confidence.as_ref()),
        by: entry
            .by
            .as_ref()
            .map(|by| desk.party_on(by, entry.date))
            .unwrap_or_default(),
        evidence: desk.downloads(&entry.evidence),
    }
}

/// In written order: approved ones, and those asked for and not yet decided at D.
pub(crate) fn extensions(desk: &Desk<'_>, item: &Item) -> Vec<EventView> {
    let known = item.extensions.iter().filter(|extension| {
        let first = extension.asked_on.or(extension.approved_on);
        desk.until_now(first).is_some()
    });
    known.map(|e| extension(desk, e)).collect()
}

fn extension(desk: &Desk<'_>, extension: &Extension) -> EventView {
    let words = desk.words;
    let approved = desk.until_now(extension.approved_on);
    let id = if approved.is_some() {
        "extension-approved"
    } else {
        "extension-asked"
    };
    let values = [
        ("due", words.day(extension.due)),
        ("asked", words.optional_day(extension.asked_on)),
    ];
    EventView {
        date: approved.or(extension.asked_on).map(|d| day(desk, d)),
        what: say(desk, id, &values),
        by: approved
            .and(extension.approved_by.as_ref())
            .map(|by| desk.party(by))
            .unwrap_or_default(),
        note: words.optional(extension.reason.as_ref()),
    }
}

/// Each step of each closure: requested, verified, publicised, closed or returned.
pub(crate) fn closures(desk: &Desk<'_>, item: &Item) -> Vec<EventView> {
    let mut events = Vec::new();
    for closure in &item.closures {
        let mut step = |date: Option<crate::date::Date>, id: &str, by: Link, note: String| {
            if let Some(date) = desk.until_now(date) {
                events.push(EventView {
                    date: Some(day(desk, date)),
                    what: desk.words.plain(id),
                    by,
                    note,
                });
            }
        };
        let returned = closure.verdict == Some(Verdict::Returned);
        let note = desk.words.optional(closure.note.as_ref());
        let verifier = desk.optional_party(closure.verifier.as_ref());
        step(
            closure.requested_on,
            "closure-requested",
            Link::default(),
            String::new(),
        );
        if returned {
            step(closure.verified_on, "closure-returned", verifier, note);
            continue;
        }
        let (verified_note, closed_note) = match desk.until_now(closure.closed_on) {
            Some(_) => (String::new(), note),
            None => (note, String::new()),
        };
        step(
            closure.verified_on,
            "closure-verified",
            verifier,
            verified_note,
        );
        if let Some(span) = closure.publicised {
            let until = desk.words.span(Some(span.from), span.to);
            step(
                Some(span.from),
                "closure-publicised",
                Link::default(),
                until,
            );
        }
        step(
            closure.closed_on,
            "closure-closed",
            Link::default(),
            closed_note,
        );
    }
    events
}

pub(crate) fn ratings(desk: &Desk<'_>, item: &Item) -> Vec<EventView> {
    let given = item.ratings.iter().filter(|r| r.on <= desk.as_of());
    given
        .map(|rating| EventView {
            date: Some(day(desk, rating.on)),
            what: desk.words.text(&rating.level),
            by: desk.optional_party(rating.by.as_ref()),
            note: desk.words.optional(rating.text.as_ref()),
        })
        .collect()
}

pub(crate) fn overrides(desk: &Desk<'_>, item: &Item) -> Vec<EventView> {
    let words = desk.words;
    let given = item.light_overrides.iter().filter(|o| o.on <= desk.as_of());
    given
        .map(|given| {
            let light = words.of("light", given.light.word());
            let until = words.optional_day(given.until);
            let id = if given.until.is_some() {
                "override-until"
            } else {
                "override"
            };
            EventView {
                date: Some(day(desk, given.on)),
                what: say(desk, id, &[("light", light), ("until", until)]),
                by: desk.optional_party(given.by.as_ref()),
                note: words.optional(given.reason.as_ref()),
            }
        })
        .collect()
}

pub(crate) fn suspensions(desk: &Desk<'_>, item: &Item) -> Vec<EventView> {
    let begun = item
        .suspensions
        .iter()
        .filter(|s| s.span.from <= desk.as_of());
    begun
        .map(|suspension| EventView {
            date: Some(day(desk, suspension.span.from)),
            what: desk
                .words
                .span(Some(suspension.span.from), suspension.span.to),
            by: Link::default(),
            note: desk.words.optional(suspension.reason.as_ref()),
        })
        .collect()
}

pub(crate) fn cancelled(desk: &Desk<'_>, item: &Item) -> Vec<EventView> {
    let cancelled = item.cancelled.as_ref().filter(|c| c.on <= desk.as_of());
    cancelled
        .map(|c| EventView {
            date: Some(day(desk, c.on)),
            what: desk.words.plain("state-cancelled"),
            by: desk.optional_party(c.by.as_ref()),
            note: desk.words.optional(c.reason.as_ref()),
        })
        .into_iter()
        .collect()
}
