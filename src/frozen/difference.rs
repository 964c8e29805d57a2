//! Where two editions of the same bulletin differ: by row and column, in the texts that a reader sees.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::{Body, Record, Stored};

/// Something that is not as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Difference {
    pub(crate) at: Spot,
    /// Of a table or a list the heading, the row and the column, as far as it has them.
    pub(crate) path: Vec<String>,
    pub(crate) was: String,
    pub(crate) is: String,
}

/// Which part of an edition differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Spot {
    /// A field of the record.
    Field(&'static str),
    /// A line of the text, from 1.
    Line(usize),
    /// The live fact at this byte of the text.
    Live(usize),
    /// A figure of the whole ledger.
    Counts,
    /// What changed since the edition before.
    Comparison,
}

/// Fields of the record that are not as they were released.
pub(crate) fn changed_fields(released: &Record, today: &Record) -> Vec<Difference> {
    let fields = released.fields().into_iter().zip(today.fields());
    let changed = fields.filter(|((_, was), (_, is))| was != is);
    changed
        .map(|((field, was), (_, is))| Difference {
            at: Spot::Field(field),
            path: Vec::new(),
            was,
            is,
        })
        .collect()
}

/// Lines of the text that are not as they were released; lines that came or went stand against nothing.
pub(crate) fn changed_lines(released: &str, today: &str) -> Vec<Difference> {
    let was: Vec<&str> = released.lines().collect();
    let is: Vec<&str> = today.lines().collect();
    let same = |(a, b): &(&&str, &&str)| a == b;
    let before = was.iter().zip(&is).take_while(same).count();
    let (rest_was, rest_is) = (&was[before..], &is[before..]);
    let ends = rest_was.iter().rev().zip(rest_is.iter().rev());
    let after = ends.take_while(same).count();
    let (was, is) = (
        &rest_was[..rest_was.len() - after],
        &rest_is[..rest_is.len() - after],
    );
    let longer = was.len().max(is.len());
    let line = |lines: &[&str], n: usize| lines.get(n).map_or(String::new(), |l| (*l).to_owned());
    let all = (0..longer).map(|n| Difference {
        at: Spot::Line(before + n + 1),
        path: Vec::new(),
        was: line(was, n),
        is: line(is, n),
    });
    all.filter(|one| one.was != one.is).collect()
}

/// Live facts that come to something else today; of each directive, every text that differs.
pub(crate) fn changed_live(released: &Body, today: &Body) -> Vec<Difference> {
    let now: BTreeMap<usize, &Stored> =
        today.live.iter().map(|one| (one.at, &one.filled)).collect();
    let mut all = Vec::new();
    for one in &released.live {
        let is = now
            .get(&one.at)
            .map_or(Value::Null, |stored| stored.value());
        Walk::new(Spot::Live(one.at), &mut all).both(&one.filled.value(), &is);
    }
    all
}

/// Figures of the whole ledger that come to something else today, by the names that a reader knows them by.
pub(crate) fn changed_counts(
    released: &BTreeMap<String, String>,
    today: &BTreeMap<String, String>,
    name: &dyn Fn(&str) -> String,
) -> Vec<Difference> {
    let keys: BTreeSet<&String> = released.keys().chain(today.keys()).collect();
    let text = |counts: &BTreeMap<String, String>, key| counts.get(key).cloned();
    let all = keys.into_iter().map(|key| Difference {
        at: Spot::Counts,
        path: vec![name(key)],
        was: text(released, key).unwrap_or_default(),
        is: text(today, key).unwrap_or_default(),
    });
    all.filter(|one| one.was != one.is).collect()
}

/// What is told of the changes since the edition before, where it is something else today.
pub(crate) fn changed_comparison(
    released: Option<&Stored>,
    today: Option<&Stored>,
) -> Vec<Difference> {
    let value = |stored: Option<&'_ Stored>| stored.map_or(Value::Null, Stored::value);
    let mut all = Vec::new();
    Walk::new(Spot::Comparison, &mut all).both(&value(released), &value(today));
    all
}

/// A walk through two values side by side, and where it is.
struct Walk<'a> {
    at: Spot,
    path: Vec<String>,
    /// Of the table that it is in, the labels of its columns.
    columns: Vec<String>,
    all: &'a mut Vec<Difference>,
}

impl Walk<'_> {
    fn new(at: Spot, all: &mut Vec<Difference>) -> Walk<'_> {
        Walk {
            at,
            path: Vec::new(),
            columns: Vec::new(),
            all,
        }
    }

    fn tell(&mut self, was: String, is: String) {
        // What no reader sees differs: a mark that follows from the other side.
        if was == is {
            return;
        }
        self.all.push(Difference {
            at: self.at.clone(),
            path: self.path.clone(),
            was,
            is,
        });
    }

    /// Entry by entry where both are alike, else as a whole.
    fn both(&mut self, was: &Value, is: &Value) {
        if was == is {
            return;
        }
        let is_shown = is_shown(was) && is_shown(is);
        if is_shown && text(was) != text(is) {
            return self.tell(text(was), text(is));
        }
        match (was, is) {
            (Value::Object(was), Value::Object(is)) => self.objects(was, is),
            (Value::Array(was), Value::Array(is)) => self.lists(was, is),
            (was, is) => self.tell(text(was), text(is)),
        }
    }

    fn objects(&mut self, was: &Map<String, Value>, is: &Map<String, Value>) {
        let outer = self.columns.clone();
        if let Some(Value::Array(columns)) = is.get("columns") {
            self.columns = columns.iter().map(name).collect();
        }
        let keys: BTreeSet<&String> = was.keys().chain(is.keys()).collect();
        for key in keys {
            let side = |side: &Map<String, Value>| side.get(key).cloned().unwrap_or_default();
            let (was, is) = (side(was), side(is));
            match (key.as_str(), &was, &is) {
                // A table that came or went is told by its rows.
                ("columns", was, is) if text(was).is_empty() || text(is).is_empty() => {}
                ("cells", Value::Array(was), Value::Array(is)) if was.len() == is.len() => {
                    self.cells(was, is);
                }
                _ => self.both(&was, &is),
            }
        }
        self.columns = outer;
    }

    fn cells(&mut self, was: &[Value], is: &[Value]) {
        for (place, (was, is)) in was.iter().zip(is).enumerate() {
            let column = self.columns.get(place).cloned().unwrap_or_default();
            self.within(column, |walk| walk.both(was, is));
        }
    }

    fn lists(&mut self, was: &[Value], is: &[Value]) {
        let (Some(old), Some(new)) = (by_identity(was), by_identity(is)) else {
            return self.unnamed(was, is);
        };
        let find = |all: &[(String, &Value)], identity: &String| -> Option<Value> {
            let found = all.iter().find(|one| one.0 == *identity);
            found.map(|one| one.1.clone())
        };
        let come = new.iter().filter(|one| find(&old, &one.0).is_none());
        for (identity, value) in old.iter().chain(come) {
            let name = name(value);
            let (was, is) = (find(&old, identity), find(&new, identity));
            self.within(name, |walk| match (was, is) {
                (Some(was), Some(is)) => walk.both(&was, &is),
                (was, is) => walk.tell(
                    was.as_ref().map(text).unwrap_or_default(),
                    is.as_ref().map(text).unwrap_or_default(),
                ),
            });
        }
        let order = |all: &[(String, &Value)]| -> Vec<String> {
            all.iter().map(|one| one.0.clone()).collect()
        };
        let (before, after) = (order(&old), order(&new));
        let names = |all: &[Value]| -> Vec<String> { all.iter().map(name).collect() };
        if before != after
            && before.len() == after.len()
            && before.iter().all(|one| after.contains(one))
        {
            self.tell(names(was).join("\n"), names(is).join("\n"));
        }
    }

    /// Entries without names: in their places, or those that came against those that went.
    fn unnamed(&mut self, was: &[Value], is: &[Value]) {
        if was.len() == is.len() {
            for (was, is) in was.iter().zip(is) {
                self.both(was, is);
            }
            return;
        }
        let gone = was.iter().filter(|one| !is.contains(one));
        let gone: Vec<String> = gone.map(text).collect();
        let new = is.iter().filter(|one| !was.contains(one));
        let new: Vec<String> = new.map(text).collect();
        for place in 0..gone.len().max(new.len()) {
            let at = |list: &[String]| list.get(place).cloned().unwrap_or_default();
            self.tell(at(&gone), at(&new));
        }
    }

    fn within(&mut self, name: String, act: impl FnOnce(&mut Self)) {
        let depth = self.path.len();
        if !name.is_empty() {
            self.path.push(name);
        }
        act(self);
        self.path.truncate(depth);
    }
}

/// Every entry with what it is known by; none when one has no such thing, or two have the same.
fn by_identity(all: &[Value]) -> Option<Vec<(String, &Value)>> {
    let named: Option<Vec<_>> = all.iter().map(|one| Some((identity(one)?, one))).collect();
    let named = named?;
    let each: BTreeSet<&String> = named.iter().map(|one| &one.0).collect();
    (each.len() == named.len()).then_some(named)
}

/// What an entry of a list is known by: its id, else its name.
fn identity(value: &Value) -> Option<String> {
    if let Some(Value::Array(cells)) = value.get("cells") {
        return identity(cells.first()?);
    }
    let text = |key: &str| Some(value.get(key)?.as_str()?.to_owned());
    let own = text("id").filter(|id| !id.is_empty());
    own.or_else(|| Some(name(value)).filter(|name| !name.is_empty()))
}

/// How a reader knows an entry of a list: by its title, its label, its heading, or the first cell of its row.
fn name(value: &Value) -> String {
    let own = match value {
        Value::Array(pair) => pair.first().filter(|_| pair.len() == 2),
        Value::Object(fields) => ["title", "label", "of", "heading"]
            .iter()
            .find_map(|key| fields.get(*key))
            .or_else(|| fields.get("cells")?.as_array()?.first())
            .or_else(|| fields.get("parts")),
        _ => None,
    };
    own.map(text).unwrap_or_default()
}

/// A text as it is shown: parts of one, or a value beside the one before it.
fn is_shown(value: &Value) -> bool {
    match value {
        Value::Object(fields) => {
            let is_pair = fields.contains_key("was") && fields.contains_key("is");
            is_pair || fields.contains_key("text") || fields.contains_key("parts")
        }
        _ => false,
    }
}

/// The texts of a value one after another, as a reader would meet them.
pub(super) fn text(value: &Value) -> String {
    let mut all = Vec::new();
    gather(value, &mut all);
    all.join(" ")
}

fn gather(value: &Value, all: &mut Vec<String>) {
    match value {
        Value::String(text) if !text.is_empty() => all.push(text.clone()),
        Value::Number(number) => all.push(number.to_string()),
        Value::Array(list) => list.iter().for_each(|one| gather(one, all)),
        Value::Object(fields) => match (fields.get("was"), fields.get("is")) {
            (Some(was), Some(is)) => {
                let run = |side: &Value| side.as_array().map(|runs| joined(runs));
                let sides = [run(was), run(is)].map(Option::unwrap_or_default);
                all.push(sides.join(" → "));
            }
            // The texts of a table's row stand in its cells; ids and keys are not shown.
            _ => match fields.get("text").or_else(|| fields.get("parts")) {
                Some(shown) => gather(shown, all),
                None => {
                    let shown = fields
                        .iter()
                        .filter(|(key, _)| !HIDDEN.contains(&key.as_str()));
                    shown.for_each(|(_, one)| gather(one, all));
                }
            },
        },
        Value::String(_) | Value::Bool(_) | Value::Null => {}
    }
}

/// What a text that is told whole leaves out: what no reader is shown.
const HIDDEN: [&str; 4] = ["id", "kind", "key", "class"];

/// Runs of one text, as they are set: without a space between them.
fn joined(runs: &[Value]) -> String {
    runs.iter().map(text).collect()
}
