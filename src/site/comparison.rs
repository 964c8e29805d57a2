//! What changed from one edition to the next, as plain data that is frozen with the edition.

use serde::{Deserialize, Deserializer, Serialize};

use crate::date::Date;
use crate::derive::{self, Change, Changes, Fate, Field, Report, Subject, Value};
use crate::messages::Arg;
use crate::model::Category;
use crate::model::{Bulletin, Seen, Unit};

use super::desk::Desk;
use super::view::parts::signed;
use crate::wording::{Stretch, stretches};

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Comparison {
    /// The id of the edition before.
    pub(crate) with: String,
    /// ISO.
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) counts: Vec<CountGroup>,
    pub(crate) records: Vec<RecordChange>,
    /// Of how many records only the planned progress moved on with the calendar.
    pub(crate) calendar: usize,
}

/// Ledger items, problems or indicators.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct CountGroup {
    pub(crate) of: String,
    /// (category, number).
    pub(crate) counts: Vec<(String, usize)>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct RecordChange {
    /// Its type's word, and its id.
    pub(crate) kind: String,
    pub(crate) id: String,
    pub(crate) title: String,
    #[serde(deserialize_with = "without_room")]
    pub(crate) categories: Vec<String>,
    #[serde(deserialize_with = "without_room")]
    pub(crate) fields: Vec<FieldChange>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct FieldChange {
    pub(crate) label: String,
    /// Empty: it was not there.
    #[serde(deserialize_with = "without_room")]
    pub(crate) was: Vec<Run>,
    /// Empty: it is no longer there.
    #[serde(deserialize_with = "without_room")]
    pub(crate) is: Vec<Run>,
}

/// A piece of a text, and whether it differs from the other side.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Run {
    pub(crate) text: String,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) changed: bool,
}

/// A list that takes no more than it holds: of most there is one entry, and of such lists a comparison has tens of thousands.
fn without_room<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Vec<T>, D::Error> {
    Vec::deserialize(deserializer).map(|mut list| {
        list.shrink_to_fit();
        list
    })
}

/// From the figures of the edition before to those of the desk.
pub(crate) fn comparison(desk: &Desk<'_>, before: &Bulletin, then: &Report<'_>) -> Comparison {
    let changes = derive::changes(&derive::snapshot(then), &derive::snapshot(desk.report));
    let records = changes.records.iter();
    let told = records.clone().filter(|(_, one)| !one.is_calendar_alone());
    Comparison {
        with: before.head.id.clone(),
        from: changes.from.to_string(),
        to: changes.to.to_string(),
        counts: counts(desk, &changes),
        records: told
            .map(|(subject, change)| record(desk, &changes, (*subject, change)))
            .collect(),
        calendar: records.filter(|(_, one)| one.is_calendar_alone()).count(),
    }
}

fn counts(desk: &Desk<'_>, changes: &Changes) -> Vec<CountGroup> {
    let mut groups: Vec<CountGroup> = Vec::new();
    for (of, category, n) in changes.counts() {
        let category = category_word(desk, of, category);
        let of = desk.words.of("changes-of", of);
        if groups.last().is_none_or(|group| group.of != of) {
            let counts = Vec::new();
            groups.push(CountGroup { of, counts });
        }
        let last = groups.last_mut().expect("invariant: a group was put in");
        last.counts.push((category, n));
    }
    groups
}

fn record(
    desk: &Desk<'_>,
    changes: &Changes,
    (subject, change): (Subject, &Change),
) -> RecordChange {
    let project = desk.report.project;
    let is_gone = change.fate == Fate::Gone;
    let day = if is_gone { changes.from } else { changes.to };
    let categories = change.categories().into_iter();
    let fields = change.fields.iter().filter(|_| !is_gone);
    let fields = fields.filter(|(field, _)| **field != Field::Counted);
    let fields = fields.map(|(field, (old, new))| {
        let shown = |value: &Option<Value>| {
            let value = value.as_ref();
            value.map_or(String::new(), |value| text(desk, *field, value, day))
        };
        let (was, is) = sides(&shown(old), &shown(new));
        FieldChange {
            label: desk.words.of("field", field.word()),
            was,
            is,
        }
    });
    RecordChange {
        kind: subject.word().to_owned(),
        id: subject.id(project, day).to_owned(),
        title: desk.words.text(subject.title(project, day)),
        categories: categories
            .map(|category| category_word(desk, subject.word(), category))
            .collect(),
        fields: fields.collect(),
    }
}

/// What a field is called.
pub(crate) fn label(desk: &Desk<'_>, field: Field) -> String {
    desk.words.of("field", field.word())
}

/// What a change comes to: of a problem in words of its own, where it has some.
pub(crate) fn category_word(desk: &Desk<'_>, of: &str, category: Category) -> String {
    let word = category.word();
    let own = format!("change-{of}-{}", word.replace('_', "-"));
    match desk.words.has(&own) {
        true => desk.words.plain(&own),
        false => desk.words.of("change", word),
    }
}

/// A value in words; units by their short names of that day.
pub(crate) fn text(desk: &Desk<'_>, field: Field, value: &Value, day: Date) -> String {
    let words = desk.words;
    match value {
        Value::Yes => words.plain("changes-yes"),
        Value::Light(light) => words.of("light", light.word()),
        Value::State(state) => words.of("state", state.word()),
        Value::ProblemState(state) => words.of("changes-problem", state.word()),
        Value::Pace(pace) => words.of("pace", pace.word()),
        Value::Outcome(outcome) => words.of("outcome", outcome.word()),
        Value::Number(n) if field.is_percent() => format!("{n}%"),
        Value::Number(n) if field == Field::Gap => signed(*n),
        Value::Number(n) => n.to_string(),
        Value::Band(low, high) => {
            let (low, high) = (low.to_string(), high.to_string());
            let values = [("low", Arg::Text(&low)), ("high", Arg::Text(&high))];
            words.say("changes-band", &values)
        }
        Value::Date(date) => date.to_string(),
        Value::Text(text) => words.text(text),
        Value::Unit(one) => unit(desk, *one, day),
        Value::Units(units) => {
            let names: Vec<String> = units.iter().map(|one| unit(desk, *one, day)).collect();
            words.list(&names)
        }
    }
}

fn unit(desk: &Desk<'_>, unit: Seen<Unit>, day: Date) -> String {
    match unit.key() {
        Some(key) => {
            let unit = desk.report.project.units.at(key, day);
            desk.words
                .text(unit.short_name.as_ref().unwrap_or(&unit.name))
        }
        None => desk.hidden().text,
    }
}

/// Both texts, with the words marked that the other does not have in their place.
pub(crate) fn sides(was: &str, is: &str) -> (Vec<Run>, Vec<Run>) {
    let (mut old, mut new) = (Vec::new(), Vec::new());
    for stretch in stretches(was, is) {
        match stretch {
            Stretch::Same(text) => {
                add(&mut old, (&text, false));
                add(&mut new, (&text, false));
            }
            Stretch::Gone(text) => add(&mut old, (&text, true)),
            Stretch::New(text) => add(&mut new, (&text, true)),
        }
    }
    (old, new)
}

fn add(runs: &mut Vec<Run>, (text, changed): (&str, bool)) {
    match runs.last_mut().filter(|last| last.changed == changed) {
        Some(last) => last.text.push_str(text),
        None if text.is_empty() => {}
        None => runs.push(run(text, changed)),
    }
}

fn run(text: &str, changed: bool) -> Run {
    let text = text.to_owned();
    Run { text, changed }
}

#[cfg(test)]
mod tests {
    use super::{Run, sides};

    fn marked(runs: &[Run]) -> String {
        let each = runs.iter().map(|run| match run.changed {
            true => format!("[{}]", run.text),
            false => run.text.clone(),
        });
        each.collect()
    }

    #[test]
    fn only_what_differs_is_marked() {
        for (was, is, old, new) in [
            ("2026-06-30", "2026-09-30", "[2026-06-30]", "[2026-09-30]"),
            (
                "改造公厕18座",
                "改造公厕20座",
                "改造公厕[18]座",
                "改造公厕[20]座",
            ),
            (
                "市住建局、市城管局",
                "市住建局",
                "市住建局[、市城管局]",
                "市住建局",
            ),
            (
                "repair the road",
                "repair both roads",
                "repair [the] [road]",
                "repair [both] [roads]",
            ),
            ("", "新", "", "[新]"),
            ("一样", "一样", "一样", "一样"),
        ] {
            let (a, b) = sides(was, is);
            assert_eq!((marked(&a).as_str(), marked(&b).as_str()), (old, new));
        }
    }

    #[test]
    fn both_sides_read_as_they_were_written() {
        let (was, is) = ("完成80%，较上月提高5个百分点。", "完成 85 %，持平。");
        let (a, b) = sides(was, is);
        let text = |runs: &[Run]| runs.iter().map(|r| r.text.clone()).collect::<String>();
        assert_eq!((text(&a).as_str(), text(&b).as_str()), (was, is));
    }

    #[test]
    fn very_long_texts_are_marked_as_a_whole() {
        let long = "长".repeat(700);
        let (a, _) = sides(&long, "短");
        assert_eq!(a.len(), 1);
        assert!(a[0].changed);
    }
}
