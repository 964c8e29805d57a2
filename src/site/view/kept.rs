//! The comparisons that editions keep: what the ways between their pages need, and what those pages tell of them.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use serde::de::{IgnoredAny, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::derive::Field;
use crate::frozen::Stored;
use crate::model::{Bulletin, Key};
use crate::parallel;
use crate::site::comparison::{Comparison, RecordChange};
use crate::site::desk::{Desk, Used};
use crate::site::reread;

use super::bulletin::{edition, there};
use super::limit::foremost;
use super::pairs;

/// So many records a comparison tells of; each has several lines.
const TOLD: usize = 500;

/// What is known of the comparison of an edition with the one before, without its records.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Step {
    /// The id of the edition before.
    pub(super) with: String,
    pub(super) records: Number,
    pub(super) calendar: usize,
}

impl Step {
    fn of(comparison: &Comparison) -> Step {
        Step {
            with: comparison.with.clone(),
            records: Number(comparison.records.len()),
            calendar: comparison.calendar,
        }
    }
}

/// How many there are of what is not read.
#[derive(Debug, Default)]
pub(super) struct Number(pub(super) usize);

/// A comparison held to the records that a page tells, and how many changed in all.
#[derive(Debug, Clone)]
pub(super) struct Told {
    pub(super) comparison: Comparison,
    pub(super) all: usize,
}

/// An edition with the one before; with another one, where that is named.
type Pair = (Option<Key<Bulletin>>, Key<Bulletin>);

/// What is read once for a site.
#[derive(Debug, Default)]
pub(crate) struct Kept {
    steps: OnceLock<HashMap<Key<Bulletin>, Step>>,
    told: Mutex<HashMap<Pair, Told>>,
}

impl Kept {
    fn told(&self) -> MutexGuard<'_, HashMap<Pair, Told>> {
        self.told.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn known(&self, pair: Pair, make: impl FnOnce() -> Option<Told>) -> Option<Told> {
        if let Some(told) = self.told().get(&pair) {
            return Some(told.clone());
        }
        let told = make()?;
        self.told().insert(pair, told.clone());
        Some(told)
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Number, D::Error> {
        struct Counting;
        impl<'de> Visitor<'de> for Counting {
            type Value = Number;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a list")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Number, A::Error> {
                let mut number = 0;
                while seq.next_element::<IgnoredAny>()?.is_some() {
                    number += 1;
                }
                Ok(Number(number))
            }
        }
        deserializer.deserialize_seq(Counting)
    }
}

fn changes<'a>(desk: &Desk<'a>, key: Key<Bulletin>) -> Option<&'a Stored> {
    let bulletin = &desk.report.project.bulletins.chronicle(key).now;
    edition(desk, bulletin)?.changes.as_ref()
}

/// The latest editions of each series that are compared with the one before.
fn latest<'a>(desk: &Desk<'a>) -> Vec<(Key<Bulletin>, &'a Stored)> {
    let latest = there(desk).into_iter();
    let latest = latest.filter(|key| pairs::is_latest(desk, *key));
    let kept = latest.filter_map(|key| Some((key, changes(desk, key)?)));
    kept.collect()
}

/// The step to one of the latest editions of its series; none to others, or where nothing comes before.
pub(super) fn step<'a>(desk: &Desk<'a>, key: Key<Bulletin>) -> Option<&'a Step> {
    let steps = desk.index.kept.steps.get_or_init(|| {
        let read = latest(desk).into_iter();
        let read = read.filter_map(|(key, changes)| Some((key, changes.read()?)));
        read.collect()
    });
    steps.get(&key)
}

/// The id of the edition that this one is compared with.
pub(super) fn with(desk: &Desk<'_>, key: Key<Bulletin>) -> Option<String> {
    /// All that is wanted of a comparison that may be long.
    #[derive(Deserialize)]
    struct With {
        with: String,
    }
    if let Some(step) = step(desk, key) {
        return Some(step.with.clone());
    }
    let read: With = changes(desk, key)?.read()?;
    Some(read.with)
}

/// The comparison of an edition with the one before.
pub(super) fn own(desk: &Desk<'_>, key: Key<Bulletin>) -> Option<Told> {
    let make = || Some(cut(desk, &changes(desk, key)?.read()?));
    desk.index.kept.known((None, key), make)
}

/// The comparison of two editions with others between them.
pub(super) fn between(
    desk: &Desk<'_>,
    (earlier, later): (Key<Bulletin>, Key<Bulletin>),
) -> Option<Told> {
    desk.index.kept.known((Some(earlier), later), || {
        let steps = pairs::chain(desk, (earlier, later))?.into_iter();
        let read: Option<Vec<Comparison>> = steps.map(|key| changes(desk, key)?.read()).collect();
        let read = read?;
        Some(whole(desk, &read.iter().collect::<Vec<_>>()))
    })
}

/// Reads all comparisons side by side, makes what their pages tell, and lets them go: they take far more room than that.
/// Without it, each page reads what it needs when it is first asked for.
pub(crate) fn prepare(desk: &Desk<'_>) {
    if !desk.index.kept.told().is_empty() {
        return;
    }
    let latest = latest(desk);
    let read = parallel::map(&latest, |_, (key, changes)| Some((*key, changes.read()?)));
    let all: HashMap<Key<Bulletin>, Comparison> = read.into_iter().flatten().collect();
    // What is read once tells the steps too.
    desk.index.kept.steps.get_or_init(|| {
        let steps = latest.iter().filter_map(|(key, changes)| {
            let step = all.get(key).map(Step::of);
            Some((*key, step.or_else(|| changes.read())?))
        });
        steps.collect()
    });
    let own = latest.iter().map(|(key, _)| (None, *key));
    let between = latest
        .iter()
        .flat_map(|(key, _)| pairs::between(desk, *key));
    let between = between.map(|(earlier, later)| (Some(earlier), later));
    let wanted: Vec<Pair> = own.chain(between).collect();
    let (report, index, words) = (desk.report, desk.index, desk.words);
    let told = parallel::map(&wanted, |_, pair| {
        let used = Used::default();
        let desk = &Desk {
            report,
            index,
            words,
            root: "",
            top: "",
            used: &used,
            rows: None,
        };
        let told = match *pair {
            (None, key) => cut(desk, all.get(&key)?),
            (Some(earlier), later) => {
                let steps = pairs::chain(desk, (earlier, later))?.into_iter();
                let read: Option<Vec<&Comparison>> = steps.map(|key| all.get(&key)).collect();
                whole(desk, &read?)
            }
        };
        Some((*pair, told))
    });
    desk.index.kept.told().extend(told.into_iter().flatten());
}

fn whole(desk: &Desk<'_>, chain: &[&Comparison]) -> Told {
    let (comparison, all) = reread::between(desk, chain, TOLD);
    Told { comparison, all }
}

/// Those whose light changed, then the others, in the order of all.
fn cut(desk: &Desk<'_>, comparison: &Comparison) -> Told {
    held_to(desk, comparison, TOLD)
}

fn held_to(desk: &Desk<'_>, comparison: &Comparison, most: usize) -> Told {
    let light = desk.words.of_editions().of("field", Field::Light.word());
    let is_lit = |record: &RecordChange| record.fields.iter().any(|field| field.label == light);
    let records = foremost(comparison.records.iter().collect(), most, |one| {
        !is_lit(one)
    });
    let all = comparison.records.len();
    let comparison = Comparison {
        with: comparison.with.clone(),
        from: comparison.from.clone(),
        to: comparison.to.clone(),
        counts: comparison.counts.clone(),
        records: records.into_iter().cloned().collect(),
        calendar: comparison.calendar,
    };
    Told { comparison, all }
}

#[cfg(test)]
mod tests {
    use super::super::limit::{Kept, rest};
    use super::{Number, Step, held_to, prepare};
    use crate::site::comparison::{Comparison, FieldChange, RecordChange};
    use crate::site::office::{at_desk, source};

    const SITE: &str = "title: 试验\nlanguage: zh-CN\nas_of: 2026-06-30\n";

    fn record(id: &str, label: &str) -> RecordChange {
        RecordChange {
            id: id.to_owned(),
            fields: vec![FieldChange {
                label: label.to_owned(),
                ..FieldChange::default()
            }],
            ..RecordChange::default()
        }
    }

    #[test]
    fn of_many_changes_those_of_lights_are_told_first_and_the_others_counted() {
        let records = vec![
            record("a", "标题"),
            record("b", "亮灯"),
            record("c", "标题"),
            record("d", "亮灯"),
        ];
        let comparison = Comparison {
            records,
            ..Comparison::default()
        };
        at_desk(&source(&[("content/site.yaml", SITE)]), |desk| {
            let told = held_to(desk, &comparison, 3);
            let records = &told.comparison.records;
            let ids: Vec<&str> = records.iter().map(|one| &*one.id).collect();
            assert_eq!(ids, ["a", "b", "d"]);
            let kept = Kept::of(told.all, records.len());
            assert_eq!(
                rest(desk, "rest-changes", kept, Vec::new).unwrap().said,
                "共4条有变动，此处先列灯号有变的，共列3条，另有1条未列出。"
            );
            let told = held_to(desk, &comparison, 4);
            assert_eq!((told.comparison.records.len(), told.all), (4, 4));
            // Nothing to prepare is no fault, and neither is to do it twice.
            prepare(desk);
            prepare(desk);
        });
    }

    #[test]
    fn a_step_is_known_without_its_records() {
        let text =
            r#"{"with":"a","from":"2026-01-31","records":[{"id":"x"},{"id":"y"}],"calendar":3}"#;
        let Step {
            with,
            records: Number(records),
            calendar,
        } = serde_json::from_str(text).unwrap();
        assert_eq!((with.as_str(), records, calendar), ("a", 2, 3));
        assert!(serde_json::from_str::<Step>(r#"{"records":3}"#).is_err());
    }
}
