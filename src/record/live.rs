//! A directive's YAML as it stands in a fence, and the values of a figure's arguments.

use std::fmt;
use std::ops::Range;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use crate::diagnostic::{Finding, Part, Path, Place};
use crate::source::FileId;
use crate::yaml::{self, Limits, Shape};

use super::fault;
use super::field::{Day, Flag, FromOne, List, Named, Words};
use super::head::part;

part!(
    /// What may stand in the fence of any directive.
    DirectiveRecord {
        r#where: Named<String, TestRecord>,
        columns: List<String>,
        sort: List<String>,
        group: Option<String>,
        limit: Option<FromOne>,
        as_of: Option<Day>,
        since: Option<Day>,
        title: Option<Words>,
        parents: Option<Flag>,
        show: Option<String>,
        of: Option<String>,
    }
);

/// What a field is held against: a value, a list of which any will do, or a mapping of conditions.
#[derive(Debug, Clone)]
pub(crate) enum TestRecord {
    AnyOf(Vec<String>),
    Within(Box<WithinRecord>),
}

part!(
    /// Conditions on a field; what kind of value they need depends on the field.
    WithinRecord {
        not: List<String>,
        before: Option<Day>,
        after: Option<Day>,
        min: Option<String>,
        max: Option<String>,
        below: List<String>,
    }
);

struct TestVisitor;

impl<'de> Visitor<'de> for TestVisitor {
    type Value = TestRecord;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<TestRecord, E> {
        Ok(TestRecord::AnyOf(vec![text.to_owned()]))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<TestRecord, A::Error> {
        let mut all = Vec::new();
        while let Some(one) = seq.next_element()? {
            all.push(one);
        }
        Ok(TestRecord::AnyOf(all))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<TestRecord, A::Error> {
        WithinRecord::deserialize(MapAccessDeserializer::new(map))
            .map(|within| TestRecord::Within(Box::new(within)))
    }
}

impl<'de> Deserialize<'de> for TestRecord {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<TestRecord, D::Error> {
        from.deserialize_any(TestVisitor)
    }
}

part!(
    /// An argument of a figure, read as YAML reads a value.
    ArgumentRecord {
        value: Option<TestRecord>,
    }
);

/// A value, and the findings on the way to it: their places count the bytes of the text that was read.
pub(crate) type Read<T> = (Option<T>, Vec<Finding>);

/// Reads a directive's YAML; a fence with nothing in it is a directive without options.
pub(crate) fn directive(text: &str) -> Read<DirectiveRecord> {
    let is_blank = |line: &str| line.trim().is_empty() || line.trim_start().starts_with('#');
    if text.lines().all(is_blank) {
        return (Some(DirectiveRecord::default()), Vec::new());
    }
    read(text)
}

/// Reads what stands after `=` in a figure.
pub(crate) fn argument(text: &str) -> Read<TestRecord> {
    let (record, findings) = read::<ArgumentRecord>(&format!("value: {text}"));
    (record.and_then(|record| record.value), findings)
}

fn read<T: serde::de::DeserializeOwned>(text: &str) -> Read<T> {
    let reading = yaml::read::<T>(text, Shape::OneMapping, &Limits::default());
    let findings = reading.faults.into_iter();
    let findings = findings.map(|fault| fault::finding(FileId(0), 0, fault, "type-directive"));
    let record = reading.entries.into_iter().next().map(|entry| entry.value);
    (record, findings.collect())
}

/// Where a field of a directive stands, in bytes of its text.
pub(crate) fn find(text: &str, path: &Path, part: Part) -> Range<usize> {
    let found = yaml::places(text).locate(0, (0, path.steps()), part == Part::Key);
    found.map_or(0..0, |(start, end)| start..end)
}

/// The finding for a text that cannot be read as what a field holds: `date`, `number`, `yes-or-no` and their kin.
pub(crate) fn misread(expected: &'static str, found: &str, place: Place) -> Finding {
    fault::misread(expected, found, place)
}
