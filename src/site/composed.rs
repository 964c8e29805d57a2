//! What changed between any two editions, put together from the frozen comparisons of those in between: nothing is derived anew.

use std::collections::{BTreeSet, HashMap};

use crate::derive::Fate;

use super::comparison::{Comparison, FieldChange, RecordChange, Run, sides};
use super::view::limit::foremost;

/// How the words of frozen comparisons are to be read, and how much of them is told.
pub(crate) struct Reading<'r> {
    /// What became of a record, by what was told of it.
    pub(crate) fate: &'r dyn Fn(&RecordChange) -> Fate,
    /// The place of a field among all, by its label.
    pub(crate) place: &'r dyn Fn(&str) -> usize,
    /// The field moves with the calendar alone: a change of nothing else is counted and not told.
    pub(crate) is_calendar: &'r dyn Fn(&str) -> bool,
    /// What fields of a record with that fate come to, in words; none when they cannot be read.
    pub(crate) categories: &'r dyn Fn(&RecordChange, Fate) -> Option<Vec<String>>,
    /// Of more records than this, those come first of which a field with such a label changed.
    pub(crate) most: usize,
    pub(crate) comes_first: &'r dyn Fn(&str) -> bool,
}

/// One record in each of the comparisons, none where it is not told of.
type Life<'c> = [Option<&'c RecordChange>];

/// What a record comes to over all comparisons, in their own words.
struct Net<'l, 'c> {
    life: &'l Life<'c>,
    fate: Fate,
    /// It went and came again in between.
    came_back: bool,
    fields: Vec<(&'c str, Ends<'c>)>,
}

/// From the first edition of the first comparison to the last edition of the last, with the number of all records that
/// changed; each comparison begins where the one before ends. Counts are left out: which records stand in the ledger is
/// not kept with them.
pub(crate) fn composed(chain: &[&Comparison], reading: &Reading<'_>) -> (Comparison, usize) {
    let (Some(first), Some(last)) = (chain.first(), chain.last()) else {
        return (Comparison::default(), 0);
    };
    let (names, lives) = lives(chain);
    let silent: Vec<bool> = chain.iter().map(|one| one.calendar > 0).collect();
    let mut net: Vec<(Name<'_>, Net<'_, '_>)> = names
        .into_iter()
        .zip(lives.chunks(chain.len()))
        .filter_map(|(name, life)| Some((name, net(life, &silent, reading)?)))
        .collect();
    net.sort_unstable_by_key(|(name, _)| *name);
    let all = net.len();
    let net = foremost(net, reading.most, |(_, one)| {
        let mut labels = one.fields.iter().map(|(label, _)| label);
        !labels.any(|label| (reading.comes_first)(label))
    });
    let comparison = Comparison {
        with: first.with.clone(),
        from: first.from.clone(),
        to: last.to.clone(),
        counts: Vec::new(),
        records: net
            .into_iter()
            .filter_map(|(_, net)| told(&net, reading))
            .collect(),
        calendar: 0,
    };
    (comparison, all)
}

/// The kind and the id of a record, after the place of its kind.
type Name<'c> = (usize, &'c str, &'c str);

/// Every record that is told of, and their lives one after the other.
fn lives<'c>(chain: &[&'c Comparison]) -> (Vec<Name<'c>>, Vec<Option<&'c RecordChange>>) {
    let (mut names, mut lives) = (Vec::new(), Vec::new());
    let mut places: HashMap<(&str, &str), usize> = HashMap::new();
    for (step, comparison) in chain.iter().enumerate() {
        for record in &comparison.records {
            let (kind, id) = (record.kind.as_str(), record.id.as_str());
            let place = *places.entry((kind, id)).or_insert_with(|| {
                names.push((kind_place(kind), kind, id));
                lives.resize(lives.len() + chain.len(), None);
                names.len() - 1
            });
            lives[place * chain.len() + step] = Some(record);
        }
    }
    (names, lives)
}

/// The types of records that comparisons tell of, in the order in which they do.
pub(crate) const KINDS: [&str; 4] = ["task", "problem", "decision", "indicator"];

fn kind_place(kind: &str) -> usize {
    let place = KINDS.iter().position(|one| *one == kind);
    place.unwrap_or(KINDS.len())
}

/// None when it comes to nothing that is told.
fn net<'l, 'c>(life: &'l Life<'c>, silent: &[bool], reading: &Reading<'_>) -> Option<Net<'l, 'c>> {
    let mut told = life.iter().copied().flatten();
    let first = told.next()?;
    let last = told.next_back().unwrap_or(first);
    let fate = match ((reading.fate)(first), (reading.fate)(last)) {
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
    let came_back = fate == Fate::Stayed && came.is_some();
    let moved = |(label, _): &(&str, Ends<'_>)| !(reading.is_calendar)(label);
    if fate == Fate::Stayed && !came_back && !fields.iter().any(moved) {
        return None;
    }
    Some(Net {
        life,
        fate,
        came_back,
        fields,
    })
}

/// A record as it is told, the words marked in which the two texts of a field differ.
fn told(net: &Net<'_, '_>, reading: &Reading<'_>) -> Option<RecordChange> {
    let told: Vec<&RecordChange> = net.life.iter().copied().flatten().collect();
    let last = told.last()?;
    let fields = net.fields.iter().map(|(label, ends)| {
        let (was, is) = sides(&whole(ends.was), &whole(ends.is));
        let label = (*label).to_owned();
        FieldChange { label, was, is }
    });
    let mut record = RecordChange {
        kind: last.kind.clone(),
        id: last.id.clone(),
        title: last.title.clone(),
        categories: Vec::new(),
        fields: fields.collect(),
    };
    let read = (reading.categories)(&record, net.fate).filter(|_| !net.came_back);
    record.categories = match (net.fate, read) {
        (Fate::Gone, _) => last.categories.clone(),
        (_, Some(read)) => read,
        (_, None) => union(&told),
    };
    Some(record)
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
fn fields<'c>(
    (life, came): (&Life<'c>, Option<usize>),
    silent: &[bool],
    reading: &Reading<'_>,
) -> Vec<(&'c str, Ends<'c>)> {
    let from = came.unwrap_or(0);
    let mut all: Vec<(&'c str, Ends<'c>)> = Vec::new();
    for (step, one) in life.iter().enumerate().skip(from) {
        for field in one.iter().flat_map(|one| &one.fields) {
            let known = all.iter_mut().find(|(label, _)| *label == field.label);
            match known {
                Some((_, ends)) => (ends.steps.1, ends.is) = (step, &field.is),
                None => {
                    let (steps, was, is) = ((step, step), &field.was, &field.is);
                    all.push((&field.label, Ends { steps, was, is }));
                }
            }
        }
    }
    // Where nothing is told of a record, what goes with the calendar may have moved all the same.
    let unsure = |steps: std::ops::Range<usize>| {
        let mut steps = steps;
        steps.any(|step| life[step].is_none() && silent[step])
    };
    all.retain(|(label, ends)| {
        let (begins, last) = ends.steps;
        let calendar = (reading.is_calendar)(label);
        let is_unsure = calendar && (unsure(from..begins) || unsure(last + 1..life.len()));
        !is_unsure && !letters(ends.was).eq(letters(ends.is))
    });
    all.sort_by_key(|(label, _)| ((reading.place)(label), *label));
    all
}

fn letters(runs: &[Run]) -> impl Iterator<Item = u8> + '_ {
    runs.iter().flat_map(|run| run.text.bytes())
}

/// The text of one side.
pub(crate) fn whole(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

#[cfg(test)]
mod tests;
