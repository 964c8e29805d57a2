//! Key periods 重点时段 of the campaigns, with the items and milestones that are due in them.

use serde::Serialize;

use crate::derive::Count;
use crate::model::{Campaign, Key, KeyPeriod};
use crate::site::desk::Desk;

use super::about::facts_file;
use super::campaign::within;
use super::limit::{Kept, LINES, RestView, by_light, data_files, first, foremost, rest};
use super::live::{LEDGER_COLUMNS, TableView, flat_table};
use super::overview::facts;
use super::parts::Link;

#[derive(Debug, Serialize)]
pub(crate) struct KeyPeriodsView {
    pub(crate) periods: Vec<PeriodView>,
}

#[derive(Debug, Serialize)]
pub(crate) struct PeriodView {
    pub(crate) name: String,
    pub(crate) campaign: Link,
    pub(crate) term: String,
    pub(crate) now: bool,
    /// Items whose effective limit lies in it.
    pub(crate) items: Option<TableView>,
    pub(crate) milestones: Vec<MilestoneDue>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) milestones_rest: Option<RestView>,
}

#[derive(Debug, Serialize)]
pub(crate) struct MilestoneDue {
    pub(crate) date: String,
    pub(crate) title: String,
    pub(crate) of: Link,
    pub(crate) key: bool,
    pub(crate) state: String,
    pub(crate) overdue: bool,
}

pub(crate) fn key_periods(desk: &Desk<'_>) -> KeyPeriodsView {
    let shelf = &desk.report.project.campaigns;
    let there = shelf
        .keys()
        .filter(|k| desk.report.campaigns[k.place()].is_some());
    let mut periods = Vec::new();
    for key in there {
        for of in &shelf.at(key, desk.as_of()).key_periods {
            periods.push(period(desk, key, of));
        }
    }
    KeyPeriodsView { periods }
}

fn period(desk: &Desk<'_>, campaign: Key<Campaign>, of: &KeyPeriod) -> PeriodView {
    let (from, to) = (Some(of.from), Some(of.to));
    let ledger = desk.report.ledger.iter();
    let mine = ledger.filter(|count| belongs(desk, **count, campaign));
    let mut items = Vec::new();
    let mut milestones = Vec::new();
    for count in mine.copied() {
        let due = facts(desk, count).and_then(|facts| facts.effective_due);
        if due.is_some_and(|due| within(due, from, to)) {
            items.push(count);
        }
        milestones.extend(milestones_in(desk, count, of));
    }
    milestones.sort_by(|one, two| one.date.cmp(&two.date));
    let milestones_rest = first(desk, &mut milestones, || vec![facts_file(desk)]);
    let shown = foremost(items.clone(), LINES, |count| by_light(desk, *count));
    let kept = Kept::of(items.len(), shown.len());
    let rest = rest(desk, "rest-worst", kept, || data_files(desk, &items));
    let table = flat_table(desk, &shown, LEDGER_COLUMNS);
    PeriodView {
        name: desk.words.text(&of.name),
        campaign: desk.campaign(campaign),
        term: desk.words.span(from, to),
        now: within(desk.as_of(), from, to),
        items: table.map(|table| TableView { rest, ..table }),
        milestones,
        milestones_rest,
    }
}

fn belongs(desk: &Desk<'_>, count: Count, campaign: Key<Campaign>) -> bool {
    let placing = match count {
        Count::Task(key) => desk.placing(key),
        Count::Decision(key) => desk.report.decision_placings[key.place()].as_ref(),
    };
    let of = placing.and_then(|placing| placing.campaign);
    of.is_some_and(|of| of.key() == Some(campaign))
}

fn milestones_in(desk: &Desk<'_>, count: Count, of: &KeyPeriod) -> Vec<MilestoneDue> {
    let (Count::Task(key), Some(facts)) = (count, facts(desk, count)) else {
        return Vec::new();
    };
    let task = desk.report.project.tasks.at(key, desk.as_of());
    let all = task.item.milestones.iter().zip(&facts.milestones);
    let inside = all.filter(|(milestone, _)| of.from <= milestone.due && milestone.due <= of.to);
    inside
        .map(|(milestone, facts)| {
            let id = match (facts.done_on, facts.overdue) {
                (Some(_), _) => "milestone-is-done",
                (None, true) => "milestone-is-overdue",
                (None, false) => "milestone-is-open",
            };
            MilestoneDue {
                date: milestone.due.to_string(),
                title: desk.words.text(&milestone.title),
                of: desk.task(key),
                key: milestone.key,
                state: desk.words.plain(id),
                overdue: facts.overdue,
            }
        })
        .collect()
}
