//! What the words of a frozen comparison stand for: read back into fields and values, as far as it can be.

use std::collections::{BTreeMap, HashMap};

use crate::decimal::Decimal;
use crate::derive::{Change, Fate, Field, Value};
use crate::model::Category;
use crate::model::{Light, State};

use super::comparison::{Comparison, RecordChange, Run, category_word, label};
use super::composed::{KINDS, Reading, composed, whole};
use super::desk::Desk;

/// The whole of several comparisons that follow one another, `most` of its records, and how many all are: those whose
/// light changed come first.
pub(crate) fn between(desk: &Desk<'_>, chain: &[&Comparison], most: usize) -> (Comparison, usize) {
    let desk = &Desk {
        words: desk.words.of_editions(),
        rows: None,
        ..*desk
    };
    let fields = Field::ALL.iter();
    let labels: HashMap<String, Field> = fields.map(|one| (label(desk, *one), *one)).collect();
    let new = |kind: &str| category_word(desk, kind, Category::New);
    let kinds = KINDS.map(|kind| (kind, new(kind)));
    let fate = |record: &RecordChange| {
        let known = kinds.iter().find(|(kind, _)| *kind == record.kind);
        match known {
            Some((_, new)) => fate(new, record),
            None => fate(&new(&record.kind), record),
        }
    };
    let place = |label: &str| labels.get(label).map_or(usize::MAX, |one| *one as usize);
    let is_calendar = |label: &str| {
        let field = labels.get(label);
        matches!(field, Some(Field::Planned | Field::Gap | Field::Pace))
    };
    let categories = |record: &RecordChange, fate: Fate| {
        let change = change(desk, &labels, (record, fate))?;
        let all = change.categories().into_iter();
        let word = |category| category_word(desk, &record.kind, category);
        Some(all.map(word).collect())
    };
    let reading = Reading {
        fate: &fate,
        place: &place,
        is_calendar: &is_calendar,
        categories: &categories,
        most,
        comes_first: &|label| labels.get(label) == Some(&Field::Light),
    };
    composed(chain, &reading)
}

/// Of a record that went, nothing but that is told; one that came is called so.
fn fate(new: &String, record: &RecordChange) -> Fate {
    match (&record.fields[..], &record.categories[..]) {
        ([], [_]) => Fate::Gone,
        (_, told) if told.contains(new) => Fate::New,
        _ => Fate::Stayed,
    }
}

/// None when a field has another name now, or a value that tells its category has another word.
fn change(
    desk: &Desk<'_>,
    labels: &HashMap<String, Field>,
    (record, fate): (&RecordChange, Fate),
) -> Option<Change> {
    let mut fields = BTreeMap::new();
    for one in &record.fields {
        let field = *labels.get(&one.label)?;
        let was = value(desk, (&record.kind, field), &one.was)?;
        let is = value(desk, (&record.kind, field), &one.is)?;
        fields.insert(field, (was, is));
    }
    Some(Change {
        fate,
        counted: false,
        fields,
    })
}

/// Of most fields it is enough to know that there is a value; the inner none: there is none.
fn value(desk: &Desk<'_>, (kind, field): (&str, Field), runs: &[Run]) -> Option<Option<Value>> {
    let text = whole(runs);
    if text.is_empty() {
        return Some(None);
    }
    let is = |family: &str, word: &str| desk.words.of(family, word) == text;
    let value = match field {
        Field::Light => {
            let mut lights = Light::ALL.into_iter();
            Value::Light(lights.find(|light| is("light", light.word()))?)
        }
        Field::State if kind != "problem" => {
            let mut states = State::ALL.into_iter();
            Value::State(states.find(|state| is("state", state.word()))?)
        }
        Field::Actual => {
            let number: Decimal = Decimal::parse(text.strip_suffix('%')?)?;
            Value::Number(number)
        }
        _ => Value::Yes,
    };
    Some(Some(value))
}
