//! What a leader wants in five seconds besides the lights: what changed, and what needs attention.

use std::cmp::Reverse;

use serde::Serialize;

use crate::derive::{Count, ItemFacts};
use crate::site::desk::Desk;
use crate::site::route::Page;

use super::changes::{CountOf, counted_items};
use super::figure::standing;
use super::overview::{facts, is_other_red};
use super::parts::{Link, row};

/// Overdue items that the first screen names.
const FEW: usize = 3;

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
    /// The longest overdue, the worst first.
    pub(crate) worst: Vec<Urgent>,
}

/// Something that calls for attention: how many, and where they are listed.
#[derive(Debug, Serialize)]
pub(crate) struct Call {
    /// `overdue`, `other-red`, `due-soon`, `stale` or `problems-overdue`.
    pub(crate) word: &'static str,
    pub(crate) count: String,
    pub(crate) link: Link,
}

/// An overdue item in one line.
#[derive(Debug, Serialize)]
pub(crate) struct Urgent {
    pub(crate) link: Link,
    pub(crate) lead: Link,
    /// By how many days.
    pub(crate) standing: String,
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
        worst: worst(desk),
    }
}

fn worst(desk: &Desk<'_>) -> Vec<Urgent> {
    let ledger = desk.report.ledger.iter();
    let overdue = ledger.filter_map(|count| {
        let facts = facts(desk, *count).filter(|facts| facts.overdue)?;
        Some((facts, *count))
    });
    let mut overdue: Vec<(&ItemFacts, Count)> = overdue.collect();
    overdue.sort_by_key(|(facts, _)| Reverse(facts.days_overdue));
    let first = overdue.into_iter().take(FEW);
    let lines = first.filter_map(|(facts, count)| {
        let row = row(desk, count)?;
        Some(Urgent {
            link: row.title,
            lead: row.lead,
            standing: standing(desk, facts),
        })
    });
    lines.collect()
}

fn calls(desk: &Desk<'_>) -> Vec<Call> {
    let report = desk.report;
    let here = || ATTENTION.to_owned();
    let ledger = report.ledger.iter();
    let other_red = ledger.filter(|count| facts(desk, **count).is_some_and(is_other_red));
    let other_red = u32::try_from(other_red.count()).unwrap_or(u32::MAX);
    let all = [
        ("overdue", report.whole.overdue.count, here()),
        ("other-red", other_red, here()),
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
