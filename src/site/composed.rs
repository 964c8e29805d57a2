//! What changed between any two editions, put together from the frozen comparisons of those in between: nothing is derived anew.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::OnceLock;

use crate::derive::Fate;
use crate::model::{Bulletin, Key};

use super::comparison::{Comparison, FieldChange, RecordChange, Run, sides};

/// The comparisons of editions with the one before, read once for a site, when first asked.
#[derive(Debug, Default)]
pub(crate) struct Kept(OnceLock<HashMap<Key<Bulletin>, Comparison>>);

impl Kept {
    pub(crate) fn get(
        &self,
        key: Key<Bulletin>,
        all: impl FnOnce() -> HashMap<Key<Bulletin>, Comparison>,
    ) -> Option<&Comparison> {
        self.0.get_or_init(all).get(&key)
    }
}

/// How the words of frozen comparisons are to be read.
pub(crate) struct Reading<'r> {
    /// What became of a record, by what was told of it.
    pub(crate) fate: &'r dyn Fn(&RecordChange) -> Fate,
    /// The place of a field among all, by its label.
    pub(crate) place: &'r dyn Fn(&str) -> usize,
    /// The field moves with the calendar alone: a change of nothing else is counted and not told.
    pub(crate) is_calendar: &'r dyn Fn(&str) -> bool,
    /// What fields of a record with that fate come to, in words; none when they cannot be read.
    pub(crate) categories: &'r dyn Fn(&RecordChange, Fate) -> Option<Vec<String>>,
}

/// One record in each of the comparisons, none where it is not told of.
type Life<'c> = Vec<Option<&'c RecordChange>>;

/// From the first edition of the first comparison to the last edition of the last; each begins where the one before ends.
/// Counts are left out: which records stand in the ledger is not kept with them. Where the texts differ is not marked yet.
pub(crate) fn composed(chain: &[&Comparison], reading: &Reading<'_>) -> Comparison {
    let (Some(first), Some(last)) = (chain.first(), chain.last()) else {
        return Comparison::default();
    };
    let mut lives: BTreeMap<(usize, &str, &str), Life<'_>> = BTreeMap::new();
    for (step, comparison) in chain.iter().enumerate() {
        for record in &comparison.records {
            let name = (kind_place(&record.kind), &*record.kind, &*record.id);
            let life = lives.entry(name).or_insert_with(|| vec![None; chain.len()]);
            life[step] = Some(record);
        }
    }
    let silent: Vec<bool> = chain.iter().map(|one| one.calendar > 0).collect();
    let records = lives.values();
    Comparison {
        with: first.with.clone(),
        from: first.from.clone(),
        to: last.to.clone(),
        counts: Vec::new(),
        records: records
            .filter_map(|life| record(life, &silent, reading))
            .collect(),
        calendar: 0,
    }
}

fn kind_place(kind: &str) -> usize {
    let kinds = ["task", "problem", "decision", "indicator"];
    let place = kinds.iter().position(|one| *one == kind);
    place.unwrap_or(kinds.len())
}

fn record(life: &Life<'_>, silent: &[bool], reading: &Reading<'_>) -> Option<RecordChange> {
    let told: Vec<&RecordChange> = life.iter().copied().flatten().collect();
    let fate_of = |one: &&RecordChange| (reading.fate)(one);
    let (first, last) = (told.first()?, told.last()?);
    let fate = match (fate_of(first), fate_of(last)) {
        (Fate::New, Fate::Gone) => return None,
        (_, Fate::Gone) => Fate::Gone,
        (Fate::New, _) => Fate::New,
        _ => Fate::Stayed,
    };
    // What was told before a record came, came back or went says nothing of its fields at the end.
    let came = life.iter().rposition(|one| {
        let fate = one.map(reading.fate);
        fate == Some(Fate::New)
    });
    let fields = match fate {
        Fate::Gone => Vec::new(),
        _ => fields((life, came), silent, reading),
    };
    let mut whole = RecordChange {
        kind: last.kind.clone(),
        id: last.id.clone(),
        title: last.title.clone(),
        categories: Vec::new(),
        fields,
    };
    let moved = |field: &FieldChange| !(reading.is_calendar)(&field.label);
    let came_back = fate == Fate::Stayed && came.is_some();
    if fate == Fate::Stayed && !came_back && !whole.fields.iter().any(moved) {
        return None;
    }
    let read = (reading.categories)(&whole, fate).filter(|_| !came_back);
    whole.categories = match (fate, read) {
        (Fate::Gone, _) => last.categories.clone(),
        (_, Some(read)) => read,
        (_, None) => union(&told),
    };
    Some(whole)
}

/// Every category that was told, once, in the order in which they came.
fn union(told: &[&RecordChange]) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let all = told.iter().flat_map(|one| &one.categories);
    all.filter(|word| seen.insert(word.as_str()))
        .cloned()
        .collect()
}

/// The first and the last step that tell of a field, with the old text of the one and the new text of the other.
struct Ends<'c> {
    steps: (usize, usize),
    was: &'c [Run],
    is: &'c [Run],
}

/// The old text of the first comparison that tells of a field, and the new one of the last.
fn fields(
    (life, came): (&Life<'_>, Option<usize>),
    silent: &[bool],
    reading: &Reading<'_>,
) -> Vec<FieldChange> {
    let from = came.unwrap_or(0);
    let mut ends: BTreeMap<(usize, &str), Ends<'_>> = BTreeMap::new();
    for (step, one) in life.iter().enumerate().skip(from) {
        for field in one.iter().flat_map(|one| &one.fields) {
            let name = ((reading.place)(&field.label), field.label.as_str());
            let first = Ends {
                steps: (step, step),
                was: &field.was,
                is: &field.is,
            };
            let end = ends.entry(name).or_insert(first);
            (end.steps.1, end.is) = (step, &field.is);
        }
    }
    // Where nothing is told of a record, what goes with the calendar may have moved all the same.
    let unsure = |steps: std::ops::Range<usize>| {
        let mut steps = steps;
        steps.any(|step| life[step].is_none() && silent[step])
    };
    let fields = ends.into_iter().filter_map(|((_, label), end)| {
        let (begins, ends) = end.steps;
        let calendar = (reading.is_calendar)(label);
        if calendar && (unsure(from..begins) || unsure(ends + 1..life.len())) {
            return None;
        }
        let (was, is) = (whole(end.was), whole(end.is));
        if was == is {
            return None;
        }
        let label = label.to_owned();
        let (was, is) = (unmarked(was), unmarked(is));
        Some(FieldChange { label, was, is })
    });
    fields.collect()
}

fn unmarked(text: String) -> Vec<Run> {
    let changed = false;
    let run = (!text.is_empty()).then_some(Run { text, changed });
    run.into_iter().collect()
}

/// Marks where the two texts of each field differ; it takes longer than all the rest, so only what is shown is marked.
pub(crate) fn mark(records: &mut [RecordChange]) {
    for field in records.iter_mut().flat_map(|record| &mut record.fields) {
        (field.was, field.is) = sides(&whole(&field.was), &whole(&field.is));
    }
}

/// The text of one side.
pub(crate) fn whole(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

#[cfg(test)]
mod tests;
