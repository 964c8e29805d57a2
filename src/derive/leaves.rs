//! What the leaves below a parent come to: sums that are made leaf by leaf and joined from the bottom up.

use crate::date::Date;
use crate::decimal::Decimal;
use crate::model::State;

use super::course::Course;
use super::months::{MonthEnds, Standing};
use super::report::ItemFacts;

/// Cancelled and ongoing leaves are in none of the sums.
#[derive(Debug, Clone, Default)]
pub(super) struct Leaves {
    pub(super) counted: u32,
    /// Leaves that have a P.
    pub(super) planned: u32,
    now: Sums,
    month_ends: Option<MonthEnds<Sums>>,
    open: u32,
    last_finish: Option<Date>,
    begun: bool,
    ongoing: u32,
    ongoing_begun: bool,
}

#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sums {
    /// Σ w, and Σ w·A* where finished counts 100 and a missing A nothing.
    weight: Decimal,
    actual: Decimal,
    /// The same of P, over the leaves that have one.
    planned_weight: Decimal,
    planned: Decimal,
}

impl Sums {
    fn of(weight: Decimal, standing: Standing) -> Sums {
        let planned = standing.planned;
        Sums {
            weight,
            actual: weight * standing.actual.unwrap_or_default(),
            planned_weight: planned.map_or(Decimal::ZERO, |_| weight),
            planned: weight * planned.unwrap_or_default(),
        }
    }

    fn plus(self, other: Sums) -> Sums {
        Sums {
            weight: self.weight + other.weight,
            actual: self.actual + other.actual,
            planned_weight: self.planned_weight + other.planned_weight,
            planned: self.planned + other.planned,
        }
    }

    fn mean(self) -> Standing {
        let mean = |sum: Decimal, weight| sum.over(weight).map(|mean| mean.round(2));
        Standing {
            actual: mean(self.actual, self.weight),
            planned: mean(self.planned, self.planned_weight),
        }
    }
}

impl Leaves {
    pub(super) fn one(
        leaf: &ItemFacts,
        weight: Decimal,
        month_ends: Option<MonthEnds<Standing>>,
    ) -> Leaves {
        if leaf.state == State::Cancelled {
            return Leaves::default();
        }
        if leaf.ongoing {
            return Leaves {
                ongoing: 1,
                ongoing_begun: leaf.begun,
                ..Leaves::default()
            };
        }
        let now = Standing {
            actual: Some(leaf.credited),
            planned: leaf.planned,
        };
        Leaves {
            counted: 1,
            planned: u32::from(leaf.planned.is_some()),
            now: Sums::of(weight, now),
            month_ends: month_ends.map(|ends| ends.map(|standing| Sums::of(weight, standing))),
            open: u32::from(!matches!(leaf.state, State::Finished | State::Closed)),
            last_finish: leaf.finished_on,
            begun: leaf.begun,
            ..Leaves::default()
        }
    }

    pub(super) fn join(&mut self, other: &Leaves) {
        self.counted += other.counted;
        self.planned += other.planned;
        self.now = self.now.plus(other.now);
        self.month_ends = match (self.month_ends, other.month_ends) {
            (Some(one), Some(two)) => Some(one.zip(two, Sums::plus)),
            (one, two) => one.or(two),
        };
        self.open += other.open;
        self.last_finish = self.last_finish.max(other.last_finish);
        self.begun |= other.begun;
        self.ongoing += other.ongoing;
        self.ongoing_begun |= other.ongoing_begun;
    }

    /// The weighted means: A of all, P of the leaves that have one.
    pub(super) fn mean(&self) -> Standing {
        self.now.mean()
    }

    pub(super) fn month_ends(&self) -> Option<MonthEnds<Standing>> {
        self.month_ends.map(|ends| ends.map(Sums::mean))
    }

    /// A parent's own cancellation, closure, finish or suspension comes first. Else it is finished when all its leaves
    /// are (and none was finished before its own closing was returned), begun when one of them is. Where all its leaves
    /// are ongoing, it is begun when one of those is.
    pub(super) fn course(&self, own: Course) -> Course {
        let all = self.counted > 0 && self.open == 0;
        let finish = self.last_finish.filter(|_| all && !own.suspended);
        let only_ongoing = self.counted == 0 && self.ongoing > 0;
        Course {
            begun: self.begun || only_ongoing && self.ongoing_begun,
            finished_on: own
                .finished_on
                .or(finish.filter(|on| own.returned_on.is_none_or(|returned| returned < *on))),
            ..own
        }
    }
}
