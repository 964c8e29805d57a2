//! What a directive lists: one record, and the facts that are known of it.

use crate::derive::{Count, ItemFacts};
use crate::model::{Head, Indicator, Item, Key, Problem, RecordRef, Seen, Unit};
use crate::site::desk::Desk;

/// One record that a directive may list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Subject {
    Item(Count),
    Unit(Key<Unit>),
    Problem(Key<Problem>),
    Indicator(Key<Indicator>),
}

impl Subject {
    pub(super) fn reference(self) -> RecordRef {
        match self {
            Subject::Item(Count::Task(key)) => RecordRef::Task(Seen::Shown(key)),
            Subject::Item(Count::Decision(key)) => RecordRef::Decision(Seen::Shown(key)),
            Subject::Unit(key) => RecordRef::Unit(Seen::Shown(key)),
            Subject::Problem(key) => RecordRef::Problem(Seen::Shown(key)),
            Subject::Indicator(key) => RecordRef::Indicator(Seen::Shown(key)),
        }
    }

    pub(super) fn head<'a>(self, desk: &Desk<'a>) -> &'a Head {
        let (project, day) = (desk.report.project, desk.as_of());
        match self {
            Subject::Item(Count::Task(key)) => &project.tasks.at(key, day).head,
            Subject::Item(Count::Decision(key)) => &project.decisions.at(key, day).head,
            Subject::Unit(key) => &project.units.at(key, day).head,
            Subject::Problem(key) => &project.problems.at(key, day).head,
            Subject::Indicator(key) => &project.indicators.at(key, day).head,
        }
    }

    /// What it shares with every item; a decision that is no action has none of its own.
    pub(super) fn item<'a>(self, desk: &Desk<'a>) -> Option<&'a Item> {
        let (project, day) = (desk.report.project, desk.as_of());
        match self {
            Subject::Item(Count::Task(key)) => Some(&project.tasks.at(key, day).item),
            Subject::Item(Count::Decision(key)) => project.decisions.at(key, day).action.as_ref(),
            Subject::Problem(key) => Some(&project.problems.at(key, day).item),
            Subject::Unit(_) | Subject::Indicator(_) => None,
        }
    }

    pub(super) fn facts<'a>(self, desk: &Desk<'a>) -> Option<&'a ItemFacts> {
        match self {
            Subject::Item(Count::Task(key)) => desk.task_facts(key),
            Subject::Item(Count::Decision(key)) => desk.decision_facts(key),
            Subject::Unit(_) | Subject::Problem(_) | Subject::Indicator(_) => None,
        }
    }
}

/// Type and place of a record that is seen: what tells it from all others.
pub(super) fn identity(record: RecordRef) -> Option<(&'static str, usize)> {
    fn place<T>(seen: Seen<T>) -> Option<usize> {
        seen.key().map(Key::place)
    }
    let (kind, place) = match record {
        RecordRef::Campaign(seen) => ("campaign", place(seen)),
        RecordRef::Area(seen) => ("area", place(seen)),
        RecordRef::Unit(seen) => ("unit", place(seen)),
        RecordRef::Person(seen) => ("person", place(seen)),
        RecordRef::Task(seen) => ("task", place(seen)),
        RecordRef::Meeting(seen) => ("meeting", place(seen)),
        RecordRef::Decision(seen) => ("decision", place(seen)),
        RecordRef::Document(seen) => ("document", place(seen)),
        RecordRef::Problem(seen) => ("problem", place(seen)),
        RecordRef::Indicator(seen) => ("indicator", place(seen)),
        RecordRef::Instruction(seen) => ("instruction", place(seen)),
        RecordRef::Inspection(seen) => ("inspection", place(seen)),
        RecordRef::Assessment(seen) => ("assessment", place(seen)),
        RecordRef::Bulletin(seen) => ("bulletin", place(seen)),
    };
    Some((kind, place?))
}
