//! Conditions held against records, and the order into which records are put.

use std::cmp::Ordering;

use crate::date::Date;
use crate::decimal::Decimal;
use crate::model::{Field, Holds, LiveCondition, RecordRef, Seen, SortKey, Test, Wanted, Within};
use crate::names::folded;
use crate::site::desk::Desk;

use super::ask::{Subject, identity};
use super::fact::values;

/// Whether all conditions hold for a record.
pub(super) fn holds(desk: &Desk<'_>, subject: Subject, conditions: &[LiveCondition]) -> bool {
    conditions.iter().all(|condition| {
        let values = values(desk, subject, condition.field);
        match &condition.test {
            Test::AnyOf(wanted) => wanted.iter().any(|one| is_among(one, &values)),
            Test::Within(within) => is_within(desk, within, (condition.field, &values)),
        }
    })
}

fn is_among(wanted: &Wanted, values: &[Wanted]) -> bool {
    match wanted {
        Wanted::Nothing => values.is_empty(),
        wanted => values.iter().any(|value| is_same(wanted, value)),
    }
}

fn is_same(wanted: &Wanted, value: &Wanted) -> bool {
    match (wanted, value) {
        (Wanted::Text(one), Wanted::Text(other)) => folded(one) == folded(other),
        // Two records that may not be seen are not known to be one.
        (Wanted::Record(one), Wanted::Record(other)) => {
            identity(*one).is_some_and(|one| identity(*other) == Some(one))
        }
        (one, other) => one == other,
    }
}

fn is_within(desk: &Desk<'_>, within: &Within, (field, values): (Field, &[Wanted])) -> bool {
    let date = |value: &Wanted| match value {
        Wanted::Date(date) => Some(*date),
        _ => None,
    };
    let any = |test: &dyn Fn(&Wanted) -> bool| values.iter().any(test);
    let compare = |value: &Wanted, bound: &Wanted| order(field, value).cmp(&order(field, bound));
    !within.not.iter().any(|one| is_among(one, values))
        && within
            .before
            .is_none_or(|day| any(&|value| date(value).is_some_and(|date| date < day)))
        && within
            .after
            .is_none_or(|day| any(&|value| date(value).is_some_and(|date| date > day)))
        && within
            .min
            .as_ref()
            .is_none_or(|bound| is_bound(bound, values, &|value| compare(value, bound).is_ge()))
        && within
            .max
            .as_ref()
            .is_none_or(|bound| is_bound(bound, values, &|value| compare(value, bound).is_le()))
        && (within.below.is_empty() || any(&|value| is_below(desk, value, &within.below)))
}

fn is_bound(bound: &Wanted, values: &[Wanted], test: &dyn Fn(&Wanted) -> bool) -> bool {
    *bound == Wanted::Nothing && values.is_empty() || values.iter().any(test)
}

/// One of these records, or somewhere below one of them.
fn is_below(desk: &Desk<'_>, value: &Wanted, roots: &[RecordRef]) -> bool {
    let Wanted::Record(record) = value else {
        return false;
    };
    let roots: Vec<_> = roots.iter().filter_map(|root| identity(*root)).collect();
    let mut at = Some(*record);
    // Versions of different days may make a ring: nothing is deeper than there are records.
    for _ in 0..=desk.report.project.records {
        let Some(here) = at else { return false };
        if identity(here).is_some_and(|here| roots.contains(&here)) {
            return true;
        }
        at = above(desk, here);
    }
    false
}

fn above(desk: &Desk<'_>, record: RecordRef) -> Option<RecordRef> {
    let (project, day) = (desk.report.project, desk.as_of());
    match record {
        RecordRef::Area(Seen::Shown(key)) => project.areas.at(key, day).parent.map(RecordRef::Area),
        RecordRef::Unit(Seen::Shown(key)) => project.units.at(key, day).parent.map(RecordRef::Unit),
        RecordRef::Task(Seen::Shown(key)) => project.tasks.at(key, day).parent.map(RecordRef::Task),
        _ => None,
    }
}

/// By what a value is put in order.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Order {
    /// Place in a closed list, or on a shelf.
    Place(usize),
    Number(Decimal),
    Date(Date),
    Text(String),
    /// What may not be seen comes after all others.
    Last,
}

pub(super) fn order(field: Field, value: &Wanted) -> Order {
    match value {
        Wanted::Nothing => Order::Last,
        Wanted::Text(text) => Order::Text(text.clone()),
        Wanted::Number(number) => Order::Number(*number),
        Wanted::Date(date) => Order::Date(*date),
        // What is so comes before what is not.
        Wanted::Flag(is_so) => Order::Place(usize::from(!is_so)),
        Wanted::Word(word) => match field.holds() {
            Holds::Word(words) => words
                .iter()
                .position(|one| one == word)
                .map_or(Order::Last, Order::Place),
            _ => Order::Text((*word).to_owned()),
        },
        Wanted::Record(record) => {
            identity(*record).map_or(Order::Last, |(_, place)| Order::Place(place))
        }
    }
}

/// Puts records in order, by the first key that tells two apart; those that none does stay as they were. What has no
/// value comes last, whichever way the others go.
pub(super) fn sort(desk: &Desk<'_>, subjects: &mut [Subject], keys: &[SortKey]) {
    if keys.is_empty() {
        return;
    }
    subjects.sort_by_cached_key(|subject| {
        let of_key = |key: &SortKey| {
            let values = values(desk, *subject, key.field);
            let first = values.first().map(|value| order(key.field, value));
            Ranked {
                order: first,
                falling: key.falling,
            }
        };
        keys.iter().map(of_key).collect::<Vec<_>>()
    });
}

#[derive(PartialEq, Eq)]
struct Ranked {
    order: Option<Order>,
    falling: bool,
}

impl Ord for Ranked {
    fn cmp(&self, other: &Ranked) -> Ordering {
        match (&self.order, &other.order) {
            (Some(one), Some(two)) if self.falling => two.cmp(one),
            (Some(one), Some(two)) => one.cmp(two),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => Ordering::Equal,
        }
    }
}

impl PartialOrd for Ranked {
    fn partial_cmp(&self, other: &Ranked) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
