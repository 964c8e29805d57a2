//! The burn-up of a set: how many of its items were due by the end of each month, and how many finished.

use crate::date::Date;
use crate::model::{Campaign, Key, State};

use super::report::{Count, ItemFacts, Report};
use super::rollup::excluded;
use super::subset::item_facts;

/// With more points a line is no longer read point by point: then quarters' ends are taken, or years', or those of every
/// so many years.
const POINTS: i64 = 36;
/// Months from one point to the next; the last of them is enough for all the years that there are.
const STEPS: [i64; 9] = [1, 3, 12, 24, 60, 120, 600, 1200, 6000];

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
    let step = STEPS.into_iter().find(|step| span / step <= POINTS);
    let step = step.unwrap_or(6000);
    let mut days = Vec::new();
    let mut month = from.first_of_month();
    while month.last_of_month() < to {
        // From December on, so that every fifth year is 2020 and 2025.
        if (months(month) - 12).rem_euclid(step) == 0 {
            days.push(month.last_of_month());
        }
        // The last day of the calendar is the last of its month, so that this ends.
        month = month.plus_months(1);
    }
    days.push(to);
    days
}

#[cfg(test)]
mod tests {
    use super::days;
    use crate::date::Date;

    #[test]
    fn points_are_bounded_for_any_span() {
        let d = |text| Date::parse(text).unwrap();
        for from in [
            "0000-01-01",
            "1900-05-05",
            "1990-01-01",
            "2020-01-01",
            "9999-12-31",
        ] {
            let all = days(d(from), d("9999-12-31"));
            assert!(all.len() <= 38, "{from}: {}", all.len());
            assert_eq!(all.last(), Some(&d("9999-12-31")));
            assert!(all.windows(2).all(|pair| pair[0] < pair[1]), "{from}");
        }
    }

    #[test]
    fn years_are_taken_where_quarters_are_too_many() {
        let d = |text| Date::parse(text).unwrap();
        // 12 years have 48 quarters.
        let all = days(d("2014-01-01"), d("2026-06-30"));
        assert_eq!((all.len(), all[0]), (13, d("2014-12-31")));
        // 100 years are every fifth.
        let all = days(d("1926-01-01"), d("2026-06-30"));
        assert_eq!(all[..2], [d("1930-12-31"), d("1935-12-31")]);
    }
}
