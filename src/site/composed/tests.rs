//! Comparisons put together come to the comparison of the two ends.

use std::collections::BTreeMap;

use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::{Strategy, prop_assert_eq, proptest};

use crate::derive::Fate;

use super::super::comparison::{Comparison, FieldChange, RecordChange, sides};
use super::{Reading, composed, whole};

/// The fields of a record by their labels; `plan` moves with the calendar.
type Sheet = BTreeMap<&'static str, String>;
type Sheets = BTreeMap<String, Sheet>;

const LABELS: [&str; 4] = ["title", "due", "light", "plan"];

fn silent(record: &RecordChange) -> bool {
    record.categories.is_empty() && record.fields.iter().all(|field| field.label == "plan")
}

/// As it is frozen: who is new has all its fields, who is gone has none, and what the calendar alone moved is counted.
fn compared(from: &Sheets, to: &Sheets) -> Comparison {
    let ids = from.keys().chain(to.keys());
    let ids: std::collections::BTreeSet<&String> = ids.collect();
    let nothing = Sheet::new();
    let mut all = Vec::new();
    for id in ids {
        let (then, now) = (from.get(id), to.get(id));
        let word = match (then, now) {
            (None, _) => Some("new"),
            (_, None) => Some("gone"),
            _ => None,
        };
        let (was, is) = (then.unwrap_or(&nothing), now.unwrap_or(&nothing));
        let text = |sheet: &Sheet, label| sheet.get(label).cloned().unwrap_or_default();
        let labels = LABELS.into_iter().filter(|_| now.is_some());
        let pairs = labels.map(|label| (label, text(was, label), text(is, label)));
        let fields = pairs.filter(|(_, was, is)| was != is);
        let fields: Vec<FieldChange> = fields
            .map(|(label, was, is)| {
                let (was, is) = sides(&was, &is);
                let label = label.to_owned();
                FieldChange { label, was, is }
            })
            .collect();
        if word.is_some() || !fields.is_empty() {
            all.push(RecordChange {
                kind: "task".to_owned(),
                id: id.clone(),
                title: id.clone(),
                categories: word.into_iter().map(str::to_owned).collect(),
                fields,
            });
        }
    }
    let calendar = all.iter().filter(|one| silent(one)).count();
    all.retain(|one| !silent(one));
    Comparison {
        records: all,
        calendar,
        ..Comparison::default()
    }
}

fn fate(record: &RecordChange) -> Fate {
    let has = |word: &str| record.categories.iter().any(|one| one == word);
    match (has("new"), has("gone")) {
        (true, _) => Fate::New,
        (_, true) => Fate::Gone,
        _ => Fate::Stayed,
    }
}

fn put_together(chain: &[Comparison]) -> Comparison {
    held_to(chain, usize::MAX).0
}

/// Of more records than `most`, those first whose light changed.
fn held_to(chain: &[Comparison], most: usize) -> (Comparison, usize) {
    let chain: Vec<&Comparison> = chain.iter().collect();
    let reading = Reading {
        fate: &fate,
        place: &|label| LABELS.iter().position(|one| *one == label).unwrap_or(9),
        is_calendar: &|label| label == "plan",
        categories: &|_, fate| {
            let new = (fate == Fate::New).then(|| "new".to_owned());
            Some(new.into_iter().collect())
        },
        most,
        comes_first: &|label| label == "light",
    };
    composed(&chain, &reading)
}

/// Every field of every record: old, new.
type Told = BTreeMap<(String, String), (String, String)>;

fn told(comparison: &Comparison, wanted: impl Fn(&str) -> bool) -> Told {
    let mut all = Told::new();
    for record in &comparison.records {
        let name = |label: &str| (record.id.clone(), label.to_owned());
        let fate = record.categories.join(" ");
        all.insert(name("fate"), (fate, String::new()));
        for field in record.fields.iter().filter(|field| wanted(&field.label)) {
            let sides = (whole(&field.was), whole(&field.is));
            all.insert(name(&field.label), sides);
        }
    }
    all
}

/// Editions in which records come once and go once at most.
fn editions() -> impl Strategy<Value = Vec<Sheets>> {
    let text = || option::weighted(0.7, proptest::sample::select(vec!["一", "二", "三月底"]));
    let sheet = (text(), text(), 0u8..3).prop_map(|(due, light, plan)| {
        let due = due.map(|due| ("due", due.to_owned()));
        let light = light.map(|light| ("light", light.to_owned()));
        let always = [("title", "题".to_owned()), ("plan", plan.to_string())];
        due.into_iter()
            .chain(light)
            .chain(always)
            .collect::<Sheet>()
    });
    let life = (vec(sheet, 6), 0usize..4, 1usize..7);
    let records = btree_map("[a-d]", life, 1..4);
    (records, 2usize..6).prop_map(|(records, editions)| {
        let at = |edition: usize| {
            let there = records
                .iter()
                .filter(move |(_, (_, from, length))| (*from..from + length).contains(&edition));
            let sheets =
                there.map(move |(id, (sheets, _, _))| (id.clone(), sheets[edition].clone()));
            sheets.collect::<Sheets>()
        };
        (0..editions).map(at).collect()
    })
}

proptest! {
    #[test]
    fn steps_put_together_are_the_whole_way(editions in editions()) {
        let steps: Vec<Comparison> = editions.windows(2).map(|pair| compared(&pair[0], &pair[1])).collect();
        let whole_way = compared(&editions[0], &editions[editions.len() - 1]);
        let made = put_together(&steps);
        let no_plan = |label: &str| label != "plan";
        prop_assert_eq!(told(&made, no_plan), told(&whole_way, no_plan));
        // What goes with the calendar is told rightly or not at all.
        let all = told(&whole_way, |_| true);
        for (name, sides) in told(&made, |_| true) {
            prop_assert_eq!(Some(&sides), all.get(&name));
        }
        // With nothing left out of the steps, it is told in full.
        if steps.iter().all(|step| step.calendar == 0) {
            prop_assert_eq!(told(&made, |_| true), all);
        }
    }
}

fn sheets(records: &[(&str, &[(&'static str, &str)])]) -> Sheets {
    let sheet = |fields: &[(&'static str, &str)]| {
        let fields = fields.iter();
        fields
            .map(|(label, text)| (*label, (*text).to_owned()))
            .collect()
    };
    let records = records.iter();
    records
        .map(|(id, fields)| ((*id).to_owned(), sheet(fields)))
        .collect()
}

#[test]
fn of_many_records_those_of_lights_stay_and_all_are_counted() {
    let edition = |of: [(&str, &'static str, &str); 4]| {
        let records = of.map(|(id, label, text)| (id, [(label, text)]));
        let records = records.each_ref().map(|(id, fields)| (*id, &fields[..]));
        sheets(&records)
    };
    let [title, light] = ["title", "light"];
    let a = edition([
        ("a", title, "一"),
        ("b", light, "红"),
        ("c", title, "一"),
        ("d", light, "红"),
    ]);
    let b = edition([
        ("a", title, "二"),
        ("b", light, "黄"),
        ("c", title, "二"),
        ("d", light, "红"),
    ]);
    let c = edition([
        ("a", title, "三"),
        ("b", light, "绿"),
        ("c", title, "一"),
        ("d", light, "黄"),
    ]);
    let steps = [compared(&a, &b), compared(&b, &c)];
    let ids = |made: &Comparison| -> Vec<String> {
        made.records.iter().map(|one| one.id.clone()).collect()
    };
    // The title of c came back to what it was.
    let (whole, all) = held_to(&steps, 3);
    assert_eq!(
        (ids(&whole).as_slice(), all),
        (["a", "b", "d"].map(str::to_owned).as_slice(), 3)
    );
    let (cut, all) = held_to(&steps, 2);
    assert_eq!(
        (ids(&cut).as_slice(), all),
        (["b", "d"].map(str::to_owned).as_slice(), 3)
    );
    assert_eq!(cut.records, whole.records[1..]);
}

#[test]
fn words_are_marked_between_the_two_ends() {
    let a = sheets(&[("t", &[("title", "修路"), ("due", "改造公厕18座")])]);
    let b = sheets(&[("t", &[("title", "修桥"), ("due", "改造公厕19座")])]);
    let c = sheets(&[("t", &[("title", "修路"), ("due", "改造公厕20座")])]);
    let made = put_together(&[compared(&a, &b), compared(&b, &c)]);
    assert_eq!(made, compared(&a, &c));
    let marked: Vec<&str> = made.records[0].fields[0]
        .is
        .iter()
        .filter(|run| run.changed)
        .map(|run| run.text.as_str())
        .collect();
    assert_eq!(marked, ["20"]);
}

#[test]
fn a_record_that_went_and_came_back_is_told_with_what_it_has_now() {
    let here = sheets(&[("t", &[("title", "题"), ("due", "一")])]);
    let back = sheets(&[("t", &[("title", "题"), ("due", "二")])]);
    let gone = Sheets::new();
    let made = put_together(&[compared(&here, &gone), compared(&gone, &back)]);
    assert_eq!(made.records[0].categories, ["gone", "new"]);
    assert_eq!(whole(&made.records[0].fields[1].is), "二");
    let nothing = put_together(&[compared(&gone, &here), compared(&here, &gone)]);
    assert_eq!(nothing.records, []);
}
