//! Changes as JSON: stable words, ids for references, numbers and dates as they are.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};

use crate::date::Date;
use crate::derive::{Change, Changes, Fate, Subject, Trend, Value};
use crate::model::{Language, Project, Seen, Unit};

pub(super) fn rows(
    project: &Project,
    language: Language,
    (changes, red): (&Changes, &BTreeMap<Subject, usize>),
) -> Json {
    let counts = changes.counts();
    let counts = counts.iter().map(
        |(of, category, count)| json!({"of": of, "category": category.word(), "count": count}),
    );
    let records = changes.records.iter().map(|(subject, change)| {
        let day = if change.fate == Fate::Gone {
            changes.from
        } else {
            changes.to
        };
        row(project, language, (*subject, day), change)
    });
    let still = red.iter().filter(|(_, editions)| **editions > 1);
    let still = still.map(|(subject, editions)| {
        let id = subject.id(project, changes.to);
        json!({"type": subject.word(), "id": id, "editions": editions})
    });
    json!({
        "from": changes.from,
        "to": changes.to,
        "counts": counts.collect::<Vec<_>>(),
        "records": records.collect::<Vec<_>>(),
        "still_red": still.collect::<Vec<_>>(),
    })
}

fn row(
    project: &Project,
    language: Language,
    (subject, day): (Subject, Date),
    change: &Change,
) -> Json {
    let value = |value: &Option<Value>| value.as_ref().map(|v| plain(project, language, day, v));
    let fields = change.fields.iter().map(
        |(field, (old, new))| json!({"field": field.word(), "old": value(old), "new": value(new)}),
    );
    let categories = change.categories().into_iter().map(|c| c.word());
    json!({
        "type": subject.word(),
        "id": subject.id(project, day),
        "title": subject.title(project, day).wanted(language),
        "fate": match change.fate { Fate::New => "new", Fate::Stayed => "stayed", Fate::Gone => "gone" },
        "in_ledger": change.counted,
        "categories": categories.collect::<Vec<_>>(),
        "progress_delta": change.progress_delta(),
        "light_trend": match change.light_trend() {
            Trend::Better => Some("better"),
            Trend::Worse => Some("worse"),
            Trend::Same | Trend::None => None,
        },
        "fields": fields.collect::<Vec<_>>(),
    })
}

fn plain(project: &Project, language: Language, day: Date, value: &Value) -> Json {
    match value {
        Value::Yes => json!(true),
        Value::Light(light) => json!(light.word()),
        Value::State(state) => json!(state.word()),
        Value::ProblemState(state) => json!(state.word()),
        Value::Pace(pace) => json!(pace.word()),
        Value::Outcome(outcome) => json!(outcome.word()),
        Value::Number(number) => json!(number),
        Value::Band(low, high) => json!([low, high]),
        Value::Date(date) => json!(date),
        Value::Text(text) => json!(text.wanted(language)),
        Value::Unit(unit) => json!(unit_id(project, *unit, day)),
        Value::Units(units) => {
            let ids = units.iter().filter_map(|u| unit_id(project, *u, day));
            json!(ids.collect::<Vec<_>>())
        }
    }
}

/// None: this audience may not see it.
fn unit_id(project: &Project, unit: Seen<Unit>, day: Date) -> Option<&str> {
    Some(&project.units.at(unit.key()?, day).head.id)
}
