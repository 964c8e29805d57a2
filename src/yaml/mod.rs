//! YAML in two readings: straight into structs, and, where that fails, with the place of every fault.
//!
//! The only room that names `serde_yaml` and `saphyr_parser`; it knows nothing of what the fields mean.

mod de;
mod fast;
mod fault;
mod insert;
mod line;
mod mistake;
mod number;
mod place;
mod record;
mod syntax;
#[cfg(test)]
mod tests;
mod tree;
mod trouble;

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserialize, DeserializeOwned, Deserializer, Error, Visitor};

use crate::model::Extra;

use syntax::Candidates;
use tree::{Kind, Node};

pub(crate) use fault::{Fault, FaultKind};
pub(crate) use insert::{Inserted, Unfit, append, list_of_one};
pub(crate) use place::{declared_ids, places};

/// How much one file may ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Limits {
    /// Lists and mappings inside each other; never more than 128.
    pub(crate) max_depth: usize,
    /// Values, lists and mappings that aliases may add.
    pub(crate) max_aliases: usize,
    pub(crate) max_records: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            max_depth: 64,
            max_aliases: 10_000,
            max_records: 100_000,
        }
    }
}

impl Limits {
    fn depth(&self) -> usize {
        self.max_depth.min(128)
    }
}

/// What a text may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A mapping, a list of mappings, or several documents of either.
    Records,
    /// One mapping, as in front matter.
    OneMapping,
}

/// What was read, and all that was wrong, in the order of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reading<T> {
    pub(crate) entries: Vec<Entry<T>>,
    pub(crate) faults: Vec<Fault>,
}

/// A record. Fields and list elements with faults are left out of it, so that places in a list with a fault count
/// what is left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry<T> {
    /// Its number in the file, from 0; what is no record is counted too.
    pub(crate) record: u32,
    pub(crate) value: T,
    /// The `x-…` values; nested ones by dotted path, `milestones.0.x-note`.
    pub(crate) extra: BTreeMap<String, Extra>,
    /// The record before each amendment with `was`, by the amendment's place in `amended`.
    pub(crate) before: Vec<(usize, T)>,
    /// The record's own fields that were left out, wholly or in part, because of a fault.
    pub(crate) struck: Vec<String>,
}

impl<T> Entry<T> {
    fn new(record: u32, value: T) -> Entry<T> {
        Entry {
            record,
            value,
            extra: BTreeMap::new(),
            before: Vec::new(),
            struck: Vec::new(),
        }
    }
}

/// A mapping that stays unread here: the type of `was` in an amendment, whose values turn up in `Entry::before`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Raw;

/// Known to the marked reading alone.
const RAW: &str = "tongbao::yaml::Raw";

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Raw, D::Error> {
        deserializer.deserialize_newtype_struct(RAW, RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("mapping")
    }

    fn visit_unit<E: Error>(self) -> Result<Raw, E> {
        Ok(Raw)
    }

    /// The fast reading comes by here and gives up.
    fn visit_newtype_struct<D: Deserializer<'de>>(self, _: D) -> Result<Raw, D::Error> {
        Err(D::Error::custom("left to the marked reading"))
    }
}

/// Reads a text: straight into structs, and again with places if anything is wrong with it.
///
/// A tag (`!name`) and a merge key (`<<`) are faults; anchors and aliases are read within the limits.
pub(crate) fn read<T: DeserializeOwned>(text: &str, shape: Shape, limits: &Limits) -> Reading<T> {
    match fast::read(text, shape, limits) {
        Some(entries) => Reading {
            entries,
            faults: Vec::new(),
        },
        None => read_marked(text, shape, limits),
    }
}

fn read_marked<T: DeserializeOwned>(text: &str, shape: Shape, limits: &Limits) -> Reading<T> {
    let Candidates { nodes, mut faults } = syntax::candidates(text, shape, limits);
    let mut broken: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for fault in &faults {
        broken
            .entry(fault.record.unwrap_or(u32::MAX))
            .or_default()
            .push(fault.start);
    }
    let mut entries = Vec::new();
    for (number, node) in (0..).zip(nodes) {
        let broken = broken.get(&number).map(Vec::as_slice).unwrap_or_default();
        if node.is_null() && !broken.is_empty() {
            // All that it held has been told.
            continue;
        }
        let first = faults.len();
        let refused = refusal(text, &node, (number, shape), limits);
        let column = node.start - line::Line::at(text, node.start).start;
        match refused {
            Some(fault) => faults.push(fault),
            None => entries.extend(entry(number, node, &mut faults).map(|mut entry| {
                let lost = broken
                    .iter()
                    .flat_map(|at| place::fields_at(text, *at, column));
                entry.struck.extend(lost);
                entry.struck.sort();
                entry.struck.dedup();
                entry
            })),
        }
        for fault in &mut faults[first..] {
            fault.record = Some(number);
        }
        if number as usize >= limits.max_records {
            break;
        }
    }
    if entries.is_empty() && faults.is_empty() {
        faults.push(Fault::new(FaultKind::EmptyFile, (0, 0)));
    }
    for fault in &mut faults {
        (fault.start, fault.end) = place::first_line(text, (fault.start, fault.end));
    }
    faults.sort_by_key(|fault| (fault.start, fault.end));
    Reading { entries, faults }
}

/// Why this candidate cannot be a record of the file.
fn refusal(
    text: &str,
    node: &Node,
    (number, shape): (u32, Shape),
    limits: &Limits,
) -> Option<Fault> {
    let kind = match &node.kind {
        _ if number as usize >= limits.max_records => FaultKind::TooManyRecords,
        _ if node.tagged => FaultKind::Tag,
        Kind::Map(_) if shape == Shape::OneMapping && number > 0 => FaultKind::SecondDocument,
        Kind::Map(_) => return None,
        Kind::Scalar { plain: true, .. } => match mistake::find_in_text(text, node.range()) {
            Some((reason, range)) => {
                let detail = String::new();
                return Some(Fault::new(FaultKind::Syntax { reason, detail }, range));
            }
            None => FaultKind::NotARecord,
        },
        Kind::Scalar { .. } | Kind::List(_) => FaultKind::NotARecord,
    };
    Some(Fault::new(kind, node.range()))
}

fn entry<T: DeserializeOwned>(
    number: u32,
    mut node: Node,
    faults: &mut Vec<Fault>,
) -> Option<Entry<T>> {
    let mut own = Vec::new();
    let fields = record::fields(&node);
    let mut extra = BTreeMap::new();
    record::tidy(&mut node, "", &mut own, &mut extra);
    let read = record::read(&mut node, &mut own).map(|value| {
        let before = record::before(&node, &mut own);
        let struck = record::fields_with(&fields, &own);
        Entry {
            extra,
            before,
            struck,
            ..Entry::new(number, value)
        }
    });
    faults.extend(own);
    read
}

/// A value as YAML, for new records.
#[cfg(test)]
pub(crate) fn to_text<T: serde::Serialize>(value: &T) -> String {
    serde_yaml::to_string(value).expect("invariant: plain values can be written")
}
