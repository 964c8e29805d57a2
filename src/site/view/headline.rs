//! What a leader wants in five seconds besides the lights: what changed, and what needs attention.

use serde::Serialize;

use crate::site::desk::Desk;
use crate::site::route::Page;

use super::changes::{CountOf, counted_items};
use super::parts::Link;

/// The id of the part of the front page that lists what needs attention.
const ATTENTION: &str = "#attention";

#[derive(Debug, Serialize)]
pub(crate) struct Headline {
    /// The day that the figures are compared with, in words; empty: with none.
    pub(crate) since: String,
    /// Of ledger items, by what became of them; only what happened.
    pub(crate) changed: Vec<CountOf>,
    /// The page that tells it item by item; empty without a day to compare with.
    pub(crate) changes: String,
    /// Only what there is; empty: nothing calls.
    pub(crate) attention: Vec<Call>,
}

/// Something that calls for attention: how many, and where they are listed.
#[derive(Debug, Serialize)]
pub(crate) struct Call {
    /// `overdue`, `due-soon`, `stale` or `problems-overdue`.
    pub(crate) word: &'static str,
    pub(crate) count: String,
    pub(crate) link: Link,
}

pub(crate) fn headline(desk: &Desk<'_>) -> Headline {
    let changes = desk.index.changes.as_ref();
    let day = changes.map(|(changes, _)| changes.from);
    Headline {
        since: desk.words.optional_day(day),
        changed: changes
            .map(|(changes, _)| counted_items(desk, changes))
            .unwrap_or_default(),
        changes: day.map(|_| desk.to(Page::Changes(0))).unwrap_or_default(),
        attention: calls(desk),
    }
}

fn calls(desk: &Desk<'_>) -> Vec<Call> {
    let report = desk.report;
    let here = || ATTENTION.to_owned();
    let all = [
        ("overdue", report.whole.overdue.count, here()),
        ("due-soon", report.whole.due_soon, here()),
        ("stale", report.whole.stale, desk.to(Page::NotReported)),
        (
            "problems-overdue",
            report.problem_whole.overdue.count,
            desk.to(Page::Problems),
        ),
    ];
    let there = all.into_iter().filter(|(_, count, _)| *count > 0);
    let calls = there.map(|(word, count, href)| Call {
        word,
        count: count.to_string(),
        link: Link::new(&desk.words.plain(&format!("call-{word}")), href),
    });
    calls.collect()
}
