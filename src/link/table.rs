//! The tables of ids: one for each record type, compared in NFC and without case.

use std::collections::{HashMap, HashSet};

use crate::diagnostic::Origin;
use crate::model::{
    Area, Assessment, Bulletin, Campaign, Decision, Document, Indicator, Inspection, Instruction,
    Key, Meeting, Person, Problem, RecordRef, Seen, Task, Unit,
};
use crate::names::folded;
use crate::record::{RecordKind, Records, Words};

/// A record as the tables know it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Slot {
    pub(super) id: String,
    pub(super) origin: Origin,
    /// Its place among the records of its type, in written order, seen or not.
    pub(super) record: usize,
    /// Its place on the shelf; none when this audience may not see it.
    pub(super) shelf: Option<usize>,
}

/// The ids of one record type.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Table {
    slots: HashMap<String, Slot>,
    /// Ids in files that could not be read.
    lost: HashSet<String>,
    shown: usize,
}

impl Table {
    /// Enters a record; gives the earlier one when the id is taken.
    pub(super) fn enter(
        &mut self,
        id: &str,
        origin: Origin,
        record: usize,
        seen: bool,
    ) -> Option<&Slot> {
        let key = folded(id).into_owned();
        let shelf = seen.then_some(self.shown);
        self.shown += usize::from(seen);
        if self.slots.contains_key(&key) {
            return self.slots.get(&key);
        }
        self.slots.insert(
            key,
            Slot {
                id: id.to_owned(),
                origin,
                record,
                shelf,
            },
        );
        None
    }

    pub(super) fn lose(&mut self, id: &str) {
        self.lost.insert(folded(id).into_owned());
    }

    pub(super) fn find(&self, id: &str) -> Option<&Slot> {
        self.slots.get(folded(id).as_ref())
    }

    pub(super) fn is_lost(&self, id: &str) -> bool {
        self.lost.contains(folded(id).as_ref())
    }

    pub(super) fn ids(&self) -> impl Iterator<Item = &str> {
        self.slots.values().map(|slot| slot.id.as_str())
    }
}

/// The ids of every type.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Tables([Table; 14]);

impl Tables {
    pub(super) fn of(&self, kind: RecordKind) -> &Table {
        &self.0[place(kind)]
    }

    pub(super) fn of_mut(&mut self, kind: RecordKind) -> &mut Table {
        &mut self.0[place(kind)]
    }
}

fn place(kind: RecordKind) -> usize {
    match kind {
        RecordKind::Campaign => 0,
        RecordKind::Area => 1,
        RecordKind::Unit => 2,
        RecordKind::Person => 3,
        RecordKind::Task => 4,
        RecordKind::Meeting => 5,
        RecordKind::Decision => 6,
        RecordKind::Document => 7,
        RecordKind::Problem => 8,
        RecordKind::Indicator => 9,
        RecordKind::Instruction => 10,
        RecordKind::Inspection => 11,
        RecordKind::Assessment => 12,
        RecordKind::Bulletin => 13,
    }
}

/// A noun that records refer to.
pub(super) trait Linked: Sized {
    const KIND: RecordKind;
    fn reference(seen: Seen<Self>) -> RecordRef;
}

macro_rules! linked {
    ($($noun:ident),+) => {$(
        impl Linked for $noun {
            const KIND: RecordKind = RecordKind::$noun;
            fn reference(seen: Seen<$noun>) -> RecordRef {
                RecordRef::$noun(seen)
            }
        }
    )+};
}
linked!(
    Campaign,
    Area,
    Unit,
    Person,
    Task,
    Meeting,
    Decision,
    Document,
    Problem,
    Indicator,
    Instruction,
    Inspection,
    Assessment,
    Bulletin
);

impl Slot {
    pub(super) fn seen<T>(&self) -> Seen<T> {
        self.shelf
            .map_or(Seen::Hidden, |place| Seen::Shown(Key::new(place)))
    }
}

/// The ids of what is often written by its name: units, people and areas.
pub(super) fn names_of(records: &Records) -> HashMap<(RecordKind, String), Vec<String>> {
    let mut named: HashMap<(RecordKind, String), Vec<String>> = HashMap::new();
    let mut note = |kind: RecordKind, id: &str, words: Option<&Words>| {
        for name in words.into_iter().flat_map(|words| words.0.wordings()) {
            let ids = named.entry((kind, name.to_owned())).or_default();
            if !ids.iter().any(|other| other == id) {
                ids.push(id.to_owned());
            }
        }
    };
    for unit in &records.units {
        note(RecordKind::Unit, &unit.id, unit.value.name.as_ref());
        note(RecordKind::Unit, &unit.id, unit.value.short_name.as_ref());
    }
    for person in &records.people {
        note(RecordKind::Person, &person.id, person.value.name.as_ref());
    }
    for area in &records.areas {
        note(RecordKind::Area, &area.id, area.value.name.as_ref());
    }
    named
}
