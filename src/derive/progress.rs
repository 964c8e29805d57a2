//! Actual and planned progress of one item at a day, each with how it was made.

use crate::date::Date;
use crate::decimal::Decimal;
use crate::model::{Item, Milestone, ProgressEntry};

use super::course::{effective_due, extension, original_due};
use super::report::{ActualBasis, PlannedBasis};

/// `part` of `whole` as a percentage, rounded as it is made; none when there is no whole.
pub(super) fn percent(part: Decimal, whole: Decimal) -> Option<Decimal> {
    let hundredfold = Decimal::HUNDRED * part;
    hundredfold.over(whole).map(|quotient| quotient.round(2))
}

/// A*: what exceeds 100 counts as 100.
pub(super) fn capped(actual: Decimal) -> Decimal {
    actual.min(Decimal::HUNDRED)
}

/// The place of the last entry by the day that `wanted` takes: the latest date, then written order.
pub(super) fn last_entry(
    item: &Item,
    day: Date,
    wanted: impl Fn(&ProgressEntry) -> bool,
) -> Option<usize> {
    let entries = item.progress.iter().enumerate();
    entries
        .filter(|(_, entry)| entry.date <= day && wanted(entry))
        .max_by_key(|(_, entry)| entry.date)
        .map(|(place, _)| place)
}

pub(super) fn actual(item: &Item, day: Date) -> (Option<Decimal>, ActualBasis) {
    by_percent(item, day)
        .or_else(|| by_quantity(item, day))
        .or_else(|| by_milestones_done(item, day))
        .map_or((None, ActualBasis::None), |(a, basis)| (Some(a), basis))
}

fn by_percent(item: &Item, day: Date) -> Option<(Decimal, ActualBasis)> {
    let entry = &item.progress[last_entry(item, day, |entry| entry.percent.is_some())?];
    let basis = ActualBasis::Percent { on: entry.date };
    Some((entry.percent?.round(2), basis))
}

fn by_quantity(item: &Item, day: Date) -> Option<(Decimal, ActualBasis)> {
    let target = item.target.as_ref()?.quantity?;
    let entry = &item.progress[last_entry(item, day, |entry| entry.quantity.is_some())?];
    let quantity = entry.quantity?;
    let basis = ActualBasis::Quantity {
        on: entry.date,
        quantity,
        target,
    };
    Some((percent(quantity, target)?, basis))
}

fn by_milestones_done(item: &Item, day: Date) -> Option<(Decimal, ActualBasis)> {
    let done = |milestone: &&Milestone| milestone.done_on.is_some_and(|on| on <= day);
    let done = weight(item.milestones.iter().filter(done));
    let of = weight(item.milestones.iter());
    Some((percent(done, of)?, ActualBasis::Milestones { done, of }))
}

fn weight<'m>(milestones: impl Iterator<Item = &'m Milestone>) -> Decimal {
    milestones.map(|milestone| milestone.weight).sum()
}

/// P 序时进度: 100 from the effective due date on; before it by the plan, else by milestones, else by days. An ongoing item has none.
pub(super) fn planned(item: &Item, day: Date) -> (Option<Decimal>, PlannedBasis) {
    let Some(due) = effective_due(item, day) else {
        return (None, PlannedBasis::None);
    };
    if due <= day {
        return (Some(Decimal::HUNDRED), PlannedBasis::PastDue);
    }
    if !item.plan.is_empty() {
        return by_plan(item, day, due);
    }
    by_milestones_due(item, day)
        .or_else(|| by_days(item.start?, due, day))
        .map_or((None, PlannedBasis::None), |(p, basis)| (Some(p), basis))
}

/// Linear by calendar days through the points; on a day with several, such as the start, the last one counts.
fn by_plan(item: &Item, day: Date, due: Date) -> (Option<Decimal>, PlannedBasis) {
    let start = item.start.map(|start| (start, Decimal::ZERO));
    let points = item.plan.iter().map(|point| (point.date, point.percent));
    // A new limit replaces the end of the plan: points from the old limit on, or from an earlier new one on, are dropped.
    let end = extension(item, day).map(|_| original_due(item).map_or(due, |old| old.min(due)));
    let points = points.filter(|(date, _)| end.is_none_or(|end| *date < end));
    let points = start.into_iter().chain(points);
    let mut from: Option<(Date, Decimal)> = None;
    let mut to = (due, Decimal::HUNDRED);
    for point in points {
        if day < point.0 {
            to = point;
            break;
        }
        from = Some(point);
    }
    let Some(from) = from else {
        let nothing = (to.0, Decimal::ZERO);
        let basis = PlannedBasis::Plan { from: nothing, to };
        return (Some(Decimal::ZERO), basis);
    };
    let passed = Decimal::from_whole(day.days_since(from.0));
    let of = Decimal::from_whole(to.0.days_since(from.0));
    // One quotient, so that nothing is rounded before the sum is made.
    let numerator = from.1 * of + (to.1 - from.1) * passed;
    let planned = numerator.over(of).map(|quotient| quotient.round(2));
    (planned, PlannedBasis::Plan { from, to })
}

fn by_milestones_due(item: &Item, day: Date) -> Option<(Decimal, PlannedBasis)> {
    let due = weight(item.milestones.iter().filter(|m| m.due <= day));
    let of = weight(item.milestones.iter());
    Some((percent(due, of)?, PlannedBasis::Milestones { due, of }))
}

fn by_days(start: Date, due: Date, day: Date) -> Option<(Decimal, PlannedBasis)> {
    let of = u32::try_from(due.days_since(start)).unwrap_or(0);
    // Up to the start no day has passed, even where start and limit are one day.
    let passed = u32::try_from(day.days_since(start)).unwrap_or(0);
    let planned = match passed {
        0 => Decimal::ZERO,
        _ => percent(Decimal::from(passed), Decimal::from(of))?,
    };
    Some((planned, PlannedBasis::Days { passed, of }))
}
