//! The burn-up of a set: how many of its items were due by the end of each month, and how many finished.

use crate::date::Date;
use crate::model::{Campaign, Key, State};

use super::report::{Count, ItemFacts, Report};
use super::rollup::excluded;
use super::subset::item_facts;

/// With more points a line is no longer read point by point: then quarters' ends are taken, or years'.
const POINTS: i64 = 36;

/// Cancelled and ongoing items are in none of the figures, so that the last point is what the completion rate says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct BurnUp {
    pub(crate) total: u32,
    /// In the order of their days; none where there is nothing to draw.
    pub(crate) points: Vec<BurnPoint>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct BurnPoint {
    pub(crate) day: Date,
    /// Whose limit in force at D is this day or before.
    pub(crate) due: u32,
    /// Finished or closed at D, and finished on this day or before.
    pub(crate) finished: u32,
}

/// The points are the ends of months from the start of the campaign, without one of the earliest start of any; where no
/// campaign has a start, from the first limit or finish. The last point is D, or, once the campaign is over, its end or
/// the last finish after it.
pub(crate) fn burn_up(
    report: &Report,
    campaign: Option<Key<Campaign>>,
    items: impl IntoIterator<Item = Count>,
) -> BurnUp {
    let facts = items
        .into_iter()
        .filter_map(|count| item_facts(report, count));
    let counted = facts
        .map(|(_, facts)| facts)
        .filter(|facts| facts.in_ledger && excluded(facts).is_none());
    let (mut due, mut finished, mut total) = (Vec::new(), Vec::new(), 0);
    for facts in counted {
        total += 1;
        due.extend(facts.effective_due);
        finished.extend(finish(facts));
    }
    due.sort_unstable();
    finished.sort_unstable();
    let (start, end) = period(report, campaign);
    let first = due.first().into_iter().chain(finished.first()).min();
    let Some(start) = start.or(first.copied()).filter(|_| total > 0) else {
        return BurnUp::default();
    };
    let over = end.map(|end| end.max(finished.last().copied().unwrap_or(end)));
    let to = over.map_or(report.as_of, |over| over.min(report.as_of));
    let by = |days: &[Date], day: Date| {
        u32::try_from(days.partition_point(|one| *one <= day)).unwrap_or(u32::MAX)
    };
    let points = days(start, to).into_iter().map(|day| BurnPoint {
        day,
        due: by(&due, day),
        finished: by(&finished, day),
    });
    BurnUp {
        total,
        points: points.collect(),
    }
}

/// Of what has ended; what was finished and then returned has not.
fn finish(facts: &ItemFacts) -> Option<Date> {
    let ended = matches!(facts.state, State::Finished | State::Closed);
    facts.finished_on.or(facts.closed_on).filter(|_| ended)
}

/// Of one campaign, or of all together; a period without an end has none for all.
fn period(report: &Report, campaign: Option<Key<Campaign>>) -> (Option<Date>, Option<Date>) {
    let shelf = &report.project.campaigns;
    let there = shelf.keys().filter(|key| {
        report.campaigns[key.place()].is_some() && campaign.is_none_or(|one| one == *key)
    });
    let periods = there.map(|key| &shelf.at(key, report.as_of).period);
    let periods: Vec<_> = periods
        .filter(|period| period.start.is_some_and(|start| start <= report.as_of))
        .collect();
    let ends: Option<Vec<Date>> = periods.iter().map(|period| period.end).collect();
    (
        periods.iter().filter_map(|period| period.start).min(),
        ends.and_then(|ends| ends.into_iter().max()),
    )
}

/// The ends of months, quarters or years before the last day, and that day.
fn days(from: Date, to: Date) -> Vec<Date> {
    let months = |day: Date| i64::from(day.year()) * 12 + i64::from(day.month());
    let span = months(to) - months(from);
    let step = [1, 3].into_iter().find(|step| span / step <= POINTS);
    let step = step.unwrap_or(12);
    let mut days = Vec::new();
    let mut month = from.first_of_month();
    while month.last_of_month() < to {
        if i64::from(month.month()) % step == 0 {
            days.push(month.last_of_month());
        }
        month = month.plus_months(1);
    }
    days.push(to);
    days
}
