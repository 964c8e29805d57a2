//! One record out of the marked tree: a fault is struck out and the record read again, so that all faults come out at once.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::de::DeserializeOwned;

use crate::model::Extra;

use super::de::Reader;
use super::fault::{Fault, FaultKind};
use super::tree::{Kind, Node, Pair};

/// More faults in one record than this are not worth showing.
const MAX_FAULTS: usize = 200;

/// The `x-…` values of a record, by dotted path.
pub(super) type Extras = BTreeMap<String, Extra>;

/// Takes out what no type should see: faults of form, and `x-…` keys.
pub(super) fn tidy(node: &mut Node, path: &str, faults: &mut Vec<Fault>, extras: &mut Extras) {
    match &mut node.kind {
        Kind::Scalar { .. } => {}
        Kind::List(items) => {
            let mut place = 0;
            items.retain_mut(|item| {
                let path = join(path, &place.to_string());
                place += 1;
                let tagged = item.tagged;
                if tagged {
                    note(faults, Fault::new(FaultKind::Tag, item.range()));
                } else {
                    tidy(item, &path, faults, extras);
                }
                !tagged
            });
        }
        Kind::Map(pairs) => {
            if let Some((place, fault)) = lost_dash(pairs) {
                note(faults, fault);
                pairs.truncate(place);
            }
            let mut seen = HashMap::new();
            pairs.retain_mut(|pair| {
                if let Some(fault) = fault_of_form(pair, &mut seen) {
                    note(faults, fault);
                    return false;
                }
                let name = pair.key.text().unwrap_or_default();
                let path = join(path, name);
                if name.starts_with("x-") {
                    extras.insert(path, extra(&pair.value));
                    return false;
                }
                tidy(&mut pair.value, &path, faults, extras);
                true
            });
        }
    }
}

/// Where a mapping begins anew with its first key, an entry of the list above it has lost its dash. One key that is
/// there twice is no more than that.
fn lost_dash(pairs: &[Pair]) -> Option<(usize, Fault)> {
    let first = pairs.first()?.key.text()?;
    let again = 1 + pairs[1..]
        .iter()
        .position(|pair| pair.key.text() == Some(first))?;
    let names = |pairs: &[Pair]| -> BTreeSet<String> {
        pairs
            .iter()
            .filter_map(|pair| Some(pair.key.text()?.to_owned()))
            .collect()
    };
    if names(&pairs[again..])
        .intersection(&names(&pairs[..again]))
        .count()
        < 3
    {
        return None;
    }
    let (reason, detail) = ("missing-dash", String::new());
    let fault = Fault::new(
        FaultKind::Syntax { reason, detail },
        pairs[again].key.range(),
    );
    Some((again, fault))
}

fn note(faults: &mut Vec<Fault>, fault: Fault) {
    if faults.len() < MAX_FAULTS {
        faults.push(fault);
    }
}

fn fault_of_form(pair: &Pair, seen: &mut HashMap<String, (usize, usize)>) -> Option<Fault> {
    let range = pair.key.range();
    let Some(name) = pair.key.text().filter(|name| !name.is_empty()) else {
        return Some(Fault::new(FaultKind::KeyNotText, range));
    };
    if let Some(space) = name
        .chars()
        .next()
        .filter(|c| matches!(c, '\u{3000}' | '\u{a0}'))
    {
        let kind = FaultKind::Syntax {
            reason: "wide-space",
            detail: String::new(),
        };
        return Some(Fault::new(kind, (range.0, range.0 + space.len_utf8())));
    }
    if let Some(fault) = wrong_colon(name, pair) {
        return Some(fault);
    }
    if name == "<<" {
        return Some(Fault::new(FaultKind::MergeKey, range));
    }
    if let Some(&first) = seen.get(name) {
        let name = name.to_owned();
        return Some(Fault::new(FaultKind::DuplicateKey { name, first }, range));
    }
    seen.insert(name.to_owned(), range);
    let tagged = [&pair.key, &pair.value].into_iter().find(|n| n.tagged)?;
    Some(Fault::new(FaultKind::Tag, tagged.range()))
}

/// In braces, `{unit：x}`, `{unit:x}` and `{unit x}` are keys without a value.
fn wrong_colon(name: &str, pair: &Pair) -> Option<Fault> {
    let colon = name
        .find([':', '：', ' '])
        .filter(|_| pair.value.is_null())?;
    let sign = name[colon..].chars().next()?;
    let length = sign.len_utf8();
    let reason = match sign {
        ':' => "no-space-after-colon",
        '：' => "wide-colon",
        _ => "missing-colon",
    };
    let detail = String::new();
    let start = pair.key.start + colon;
    Some(Fault::new(
        FaultKind::Syntax { reason, detail },
        (start, start + length),
    ))
}

fn join(path: &str, step: &str) -> String {
    if path.is_empty() {
        step.to_owned()
    } else {
        format!("{path}.{step}")
    }
}

fn extra(node: &Node) -> Extra {
    match &node.kind {
        _ if node.is_null() => Extra::Nothing,
        Kind::Scalar { text, .. } => Extra::Text(text.clone()),
        Kind::List(items) => Extra::List(items.iter().map(extra).collect()),
        Kind::Map(pairs) => {
            let text = |node: &Node| node.text().unwrap_or_default().to_owned();
            Extra::Map(
                pairs
                    .iter()
                    .map(|p| (text(&p.key), extra(&p.value)))
                    .collect(),
            )
        }
    }
}

/// The record's own fields, with the bytes of key and value.
pub(super) fn fields(record: &Node) -> Vec<(String, usize, usize)> {
    let pairs = record.pairs().iter();
    pairs
        .filter_map(|p| {
            Some((
                p.key.text()?.to_owned(),
                p.key.start,
                p.key.end.max(p.value.end),
            ))
        })
        .collect()
}

/// Those in which one of these faults lies.
pub(super) fn fields_with(fields: &[(String, usize, usize)], faults: &[Fault]) -> Vec<String> {
    let mut places: Vec<usize> = faults.iter().map(|fault| fault.start).collect();
    places.sort_unstable();
    let has_fault = |start: usize, end: usize| {
        let first = places.partition_point(|place| *place < start);
        places.get(first).is_some_and(|place| *place <= end)
    };
    let struck = fields
        .iter()
        .filter(|(_, start, end)| has_fault(*start, *end));
    // In braces, a key with a wrong colon holds its value as well.
    let name = |name: &str| {
        name.split([':', '：', ' '])
            .next()
            .unwrap_or_default()
            .trim()
            .to_owned()
    };
    struck.map(|(whole, ..)| name(whole)).collect()
}

/// The record, if it can be read once every fault in it is struck out; `node` is left without them.
pub(super) fn read<T: DeserializeOwned>(node: &mut Node, faults: &mut Vec<Fault>) -> Option<T> {
    for _ in 0..MAX_FAULTS {
        let trouble = match T::deserialize(Reader(node)) {
            Ok(value) => return Some(value),
            Err(trouble) => trouble,
        };
        let range = trouble.range.unwrap_or_else(|| node.range());
        let fault = Fault::new(trouble.kind, range);
        if !faults.contains(&fault) {
            faults.push(fault);
        }
        if trouble.trail.is_empty() {
            return None;
        }
        strike(node, &trouble.trail);
    }
    faults.push(Fault::new(FaultKind::TooManyFaults, node.range()));
    None
}

/// Removes the pair or element to which the trail leads, deepest step first.
fn strike(node: &mut Node, trail: &[usize]) {
    let [above @ .., place] = trail else { return };
    match &mut node.kind {
        Kind::Scalar { .. } => {}
        Kind::List(items) if above.is_empty() => drop(items.remove(*place)),
        Kind::Map(pairs) if above.is_empty() => drop(pairs.remove(*place)),
        Kind::List(items) => strike(&mut items[*place], above),
        Kind::Map(pairs) => strike(&mut pairs[*place].value, above),
    }
}

/// The record as it was before each of its amendments that says what was: (place in `amended`, record).
pub(super) fn before<T: DeserializeOwned>(node: &Node, faults: &mut Vec<Fault>) -> Vec<(usize, T)> {
    let Some(amended) = node.pair("amended") else {
        return Vec::new();
    };
    let mut amendments: Vec<(&str, usize, &Node)> = Vec::new();
    for (place, amendment) in amended.value.items().iter().enumerate() {
        let on = amendment.pair("on").and_then(|p| p.value.text());
        let was = amendment.pair("was").map(|p| &p.value);
        if let (Some(on), Some(was)) = (on, was) {
            amendments.push((on, place, was));
        }
    }
    // The oldest comes last, so that it has the last word.
    amendments.sort_by(|a, b| (b.0, b.1).cmp(&(a.0, a.1)));
    let mut versions = Vec::new();
    for &(on, place, _) in &amendments {
        let mut version = node.clone();
        for (_, _, was) in amendments.iter().filter(|a| a.0 >= on) {
            overlay(&mut version, was);
        }
        if let Some(value) = read(&mut version, faults) {
            versions.push((place, value));
        }
    }
    versions.sort_by_key(|(place, _)| *place);
    versions
}

/// Puts the old values in the place of the new ones; nothing takes a field away.
fn overlay(record: &mut Node, was: &Node) {
    let Kind::Map(pairs) = &mut record.kind else {
        return;
    };
    for old in was.pairs() {
        let place = pairs.iter().position(|p| p.key.text() == old.key.text());
        match place {
            Some(place) if old.value.is_null() => drop(pairs.remove(place)),
            Some(place) => pairs[place] = old.clone(),
            None if old.value.is_null() => {}
            None => pairs.push(old.clone()),
        }
    }
}
