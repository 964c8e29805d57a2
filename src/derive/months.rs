//! How an item stood at the ends of the last two months, for rules about a month's share of the target.

use crate::date::Date;
use crate::decimal::Decimal;
use crate::model::{Condition, Item, Rules};

use super::course::Course;
use super::progress::{actual, capped, percent, planned};

/// A* and P at one day; finished counts 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Standing {
    pub(super) actual: Option<Decimal>,
    pub(super) planned: Option<Decimal>,
}

/// Something at the end of last month and at the end of the month before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct MonthEnds<T> {
    pub(super) last: T,
    pub(super) before: T,
}

impl<T> MonthEnds<T> {
    pub(super) fn map<U>(self, change: impl Fn(T) -> U) -> MonthEnds<U> {
        MonthEnds {
            last: change(self.last),
            before: change(self.before),
        }
    }

    pub(super) fn zip<U, V>(self, other: MonthEnds<U>, join: fn(T, U) -> V) -> MonthEnds<V> {
        MonthEnds {
            last: join(self.last, other.last),
            before: join(self.before, other.before),
        }
    }
}

/// The days, where any rule asks for a month's share; most tables do not.
pub(super) fn month_ends(rules: &Rules, day: Date) -> Option<MonthEnds<Date>> {
    let mut conditions = rules.lights.iter().flat_map(|rule| &rule.when);
    let asked = conditions.any(|condition| {
        matches!(
            condition,
            Condition::MonthShare(_) | Condition::LastMonthShare(_)
        )
    });
    let before = |day: Date| day.first_of_month().plus_days(-1);
    asked.then(|| MonthEnds {
        last: before(day),
        before: before(before(day)),
    })
}

/// By how far it had come on that day.
pub(super) fn standing(item: &Item, day: Date, course: &Course) -> Standing {
    let finished = course.finished_on.is_some() || course.closed_on.is_some();
    Standing {
        actual: match finished {
            true => Some(Decimal::HUNDRED),
            false => actual(item, day).0.map(capped),
        },
        planned: planned(item, day).0,
    }
}

/// What was done between two days, as a percentage of what the plan asked for between them; an A missing at the first
/// day counts 0. None where the plan asked for nothing, or nothing is known now.
pub(super) fn share(from: Standing, to: Standing) -> Option<Decimal> {
    let asked = to.planned? - from.planned?;
    let done = to.actual? - from.actual.unwrap_or_default();
    percent(done, asked).filter(|_| asked.is_positive())
}
