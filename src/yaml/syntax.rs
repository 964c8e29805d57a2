//! Reads a text that may be broken: what cannot be read is blanked out, and the rest is read all the same.

use super::fault::{Fault, FaultKind};
use super::line::Line;
use super::mistake;
use super::tree::{self, Kind, Node, Stop};
use super::{Limits, Shape};

/// More than these in one file are not worth showing.
const MAX_FAULTS: usize = 50;
/// Bytes that may be read again for the sake of further faults.
const MAX_REREAD: usize = 1 << 26;

/// Everything in a text that could be a record, in order, and the faults of syntax on the way.
pub(super) struct Candidates {
    pub(super) nodes: Vec<Node>,
    pub(super) faults: Vec<Fault>,
}

pub(super) fn candidates(text: &str, shape: Shape, limits: &Limits) -> Candidates {
    let mut from = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let mut nodes = Vec::new();
    let mut faults: Vec<Fault> = Vec::new();
    let mut readable = std::borrow::Cow::Borrowed(text);
    let mut blanked = 0;
    let mut reread = 0;
    loop {
        let parsed = tree::parse(&readable, from, limits);
        nodes.extend(parsed.documents);
        faults.extend(parsed.idle_anchors.into_iter().map(idle_anchor));
        let Some(stop) = parsed.stop else { break };
        let fault = explain(&readable, &stop);
        let is_new = fault.start >= blanked;
        if is_new {
            faults.push(fault.clone());
        }
        reread += text.len() - stop.document;
        let goes_on = is_new && can_be_blanked(&fault) && reread < MAX_REREAD;
        if faults.len() >= MAX_FAULTS || fault.kind == FaultKind::TooManyAliases {
            break;
        }
        let region = region(&readable, &stop, &fault);
        if goes_on && !readable[region.0..region.1].trim().is_empty() {
            blanked = region.1;
            blank(readable.to_mut(), region);
            from = stop.document;
        } else if let Some(next) = next_document(text, stop.at.max(stop.document)) {
            // What was found in the document given up belongs to no record.
            blanked = next;
            from = next;
        } else {
            break;
        }
    }
    if shape == Shape::Records {
        nodes = nodes.into_iter().flat_map(records_of).collect();
    }
    nodes.retain(|node| !(shape == Shape::OneMapping && node.is_null()));
    for fault in &mut faults {
        fault.record = record_at(&readable, &nodes, fault.start);
    }
    Candidates { nodes, faults }
}

/// Of a conflict of versions there is more than the one line.
fn can_be_blanked(fault: &Fault) -> bool {
    match fault.kind {
        FaultKind::Syntax { reason, .. } => reason != "merge-conflict",
        _ => false,
    }
}

fn idle_anchor(at: usize) -> Fault {
    let kind = FaultKind::Syntax {
        reason: "special-start",
        detail: "anchor that nothing refers to".to_owned(),
    };
    Fault::new(kind, (at, at + 1))
}

fn explain(text: &str, stop: &Stop) -> Fault {
    match &stop.kind {
        FaultKind::Syntax { detail, .. } if detail.contains("recursion limit") => {
            Fault::new(FaultKind::TooDeep, (stop.at, stop.at + 1))
        }
        FaultKind::Syntax { detail, .. } => {
            let (reason, range) = if detail.contains("expected <document start>") {
                let first = Line::at(text, first_content(text, stop.document));
                mistake::find_margin(text, first, stop.at)
            } else {
                mistake::find(text, stop.at, detail)
            };
            let detail = detail.clone();
            Fault::new(FaultKind::Syntax { reason, detail }, range)
        }
        kind => Fault::new(kind.clone(), (stop.at, stop.at + 1)),
    }
}

/// The bytes to be left out so that the rest can be read: the line's content and what hangs on it.
fn region(text: &str, stop: &Stop, fault: &Fault) -> (usize, usize) {
    let line = Line::at(text, fault.start);
    let is_misplaced = matches!(&fault.kind, FaultKind::Syntax { reason, .. }
        if matches!(*reason, "bad-indent" | "missing-dash" | "unexpected-dash"));
    let (start, _) = line.content();
    let column = soft_column(text, line).unwrap_or(start - line.start);
    let is_root_list = Line::at(text, first_content(text, stop.document)).has_dash();
    let mut end = line.end();
    let mut next = line.below(text);
    while let Some(below) = next {
        let hangs = below.is_silent()
            || below.indent() > column
            || is_misplaced && below.indent() >= line.indent().max(1)
            || !line.has_dash() && below.has_dash() && below.indent() == column && !is_root_list
            || column > 0 && below.indent() == column && below.has_dash() && !line.has_dash();
        if !hangs || below.is_marker() {
            break;
        }
        if !below.is_silent() {
            end = below.end();
        }
        next = below.below(text);
    }
    let start = if is_misplaced { line.start } else { start };
    (start, end)
}

/// Tabs and wide spaces are no indentation to the parser, but they are to the writer: what hangs on a line that begins
/// with them is told by the line below it.
fn soft_column(text: &str, line: Line<'_>) -> Option<usize> {
    let inner = line.text.trim_start_matches(' ');
    if !inner.starts_with(['\t', '\u{3000}', '\u{a0}']) {
        return None;
    }
    let inner = inner.trim();
    let entry = inner.strip_prefix("- ").unwrap_or("");
    let opens = inner.ends_with([':', '|', '>'])
        || entry.contains(": ") && !entry.starts_with(['{', '[', '"', '\'']);
    let mut below = line.below(text);
    while let Some(silent) = below.filter(Line::is_silent) {
        below = silent.below(text);
    }
    Some(match below {
        Some(below) if opens => below.indent().saturating_sub(1),
        _ => usize::MAX,
    })
}

fn first_content(text: &str, document: usize) -> usize {
    let mut line = Line::at(text, document);
    while line.is_silent() || line.is_marker() {
        match line.below(text) {
            Some(below) => line = below,
            None => break,
        }
    }
    line.start
}

fn blank(text: &mut String, (start, end): (usize, usize)) {
    let spaces: String = text[start..end]
        .bytes()
        .map(|b| {
            if matches!(b, b'\n' | b'\r') {
                char::from(b)
            } else {
                ' '
            }
        })
        .collect();
    text.replace_range(start..end, &spaces);
}

fn records_of(document: Node) -> Vec<Node> {
    match document.kind {
        _ if document.is_null() => Vec::new(),
        Kind::List(items) if !document.tagged => items,
        _ => vec![document],
    }
}

/// The record in which a blanked byte stood.
fn record_at(text: &str, nodes: &[Node], at: usize) -> Option<u32> {
    let next = nodes.partition_point(|node| node.start <= at);
    let is_front = nodes
        .get(next)
        .is_some_and(|node| text[at..node.start].trim().is_empty());
    let number = if is_front { next } else { next.checked_sub(1)? };
    let between = text.get(nodes[number].start..at).unwrap_or_default();
    (!between.contains("\n---")).then(|| u32::try_from(number).ok())?
}

/// The first `---` line that begins after this byte.
fn next_document(text: &str, after: usize) -> Option<usize> {
    let mut start = after + text[after..].find('\n')? + 1;
    loop {
        if Line::at(text, start).is_marker() {
            return Some(start);
        }
        start += text[start..].find('\n')? + 1;
    }
}
