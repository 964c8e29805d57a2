//! What changed between two dates: the fields of every record with their old and new values, and what can be read from those.

mod category;
mod snapshot;

use std::collections::{BTreeMap, BTreeSet};

use crate::date::Date;

pub(crate) use category::red_runs;
pub(crate) use snapshot::{Field, Fields, Snapshot, Subject, Value, snapshot};

/// Everything that is not at `to` as it was at `from`. What is not listed did not change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Changes {
    pub(crate) from: Date,
    pub(crate) to: Date,
    pub(crate) records: BTreeMap<Subject, Change>,
}

/// What became of one record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Change {
    pub(crate) fate: Fate,
    /// It is an item of the ledger at the later date, or was one when it went.
    pub(crate) counted: bool,
    /// In the order of the fields; none: the field was not there, or no longer is.
    pub(crate) fields: BTreeMap<Field, (Option<Value>, Option<Value>)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    New,
    Stayed,
    Gone,
}

impl Change {
    pub(crate) fn old(&self, field: Field) -> Option<&Value> {
        self.fields.get(&field)?.0.as_ref()
    }

    pub(crate) fn now(&self, field: Field) -> Option<&Value> {
        self.fields.get(&field)?.1.as_ref()
    }

    pub(crate) fn has(&self, field: Field) -> bool {
        self.fields.contains_key(&field)
    }

    /// Nothing was done: the plan moved on with the calendar.
    pub(crate) fn is_calendar_alone(&self) -> bool {
        let moved = |field: &Field| matches!(field, Field::Planned | Field::Gap | Field::Pace);
        self.fate == Fate::Stayed && self.fields.keys().all(moved)
    }
}

pub(crate) fn changes(from: &Snapshot, to: &Snapshot) -> Changes {
    let subjects: BTreeSet<&Subject> = from.records.keys().chain(to.records.keys()).collect();
    let records = subjects.into_iter().filter_map(|subject| {
        let change = change(from.records.get(subject), to.records.get(subject))?;
        Some((*subject, change))
    });
    Changes {
        from: from.as_of,
        to: to.as_of,
        records: records.collect(),
    }
}

fn change(old: Option<&Fields>, new: Option<&Fields>) -> Option<Change> {
    let fate = match (old, new) {
        (None, _) => Fate::New,
        (_, None) => Fate::Gone,
        _ => Fate::Stayed,
    };
    let value = |fields: Option<&Fields>, field: &Field| fields.and_then(|f| f.get(field).cloned());
    let both = old.into_iter().chain(new).flat_map(BTreeMap::keys);
    let names: BTreeSet<&Field> = both.collect();
    let pairs = names
        .into_iter()
        .map(|field| (*field, (value(old, field), value(new, field))));
    let fields: BTreeMap<_, _> = pairs.filter(|(_, (old, new))| old != new).collect();
    let counted = new.or(old).is_some_and(|f| f.contains_key(&Field::Counted));
    let changed = fate != Fate::Stayed || !fields.is_empty();
    changed.then_some(Change {
        fate,
        counted,
        fields,
    })
}

/// Carries a snapshot from the first date of changes to the second.
#[cfg(test)]
pub(crate) fn apply(snapshot: &mut Snapshot, changes: &Changes) {
    snapshot.as_of = changes.to;
    for (subject, change) in &changes.records {
        if change.fate == Fate::Gone {
            snapshot.records.remove(subject);
            continue;
        }
        let record = snapshot.records.entry(*subject).or_default();
        for (field, (_, new)) in &change.fields {
            match new {
                Some(value) => record.insert(*field, value.clone()),
                None => record.remove(field),
            };
        }
    }
}
