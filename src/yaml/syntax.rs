//! Documents that are no YAML: what was meant, where it is to be mended, and how the rest is read all the same.

use super::Limits;
use super::fault::Fault;
use super::tree::{self, Kind, Node};

/// Everything in a text that could be a record, in order, and the faults of syntax on the way.
pub(super) fn candidates(text: &str, limits: &Limits) -> (Vec<Node>, Vec<Fault>) {
    let mut from = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let mut nodes = Vec::new();
    let mut faults = Vec::new();
    loop {
        let (documents, stop) = tree::parse(text, from, limits);
        nodes.extend(documents);
        let Some(stop) = stop else { break };
        faults.push(Fault::new(stop.kind, (stop.at, stop.at)));
        match next_document(text, stop.at.max(stop.document)) {
            Some(next) => from = next,
            None => break,
        }
    }
    (nodes.into_iter().flat_map(records_of).collect(), faults)
}

fn records_of(document: Node) -> Vec<Node> {
    match document.kind {
        _ if document.is_null() => Vec::new(),
        Kind::List(items) if !document.tagged => items,
        _ => vec![document],
    }
}

/// The first `---` line that begins after this byte.
fn next_document(text: &str, after: usize) -> Option<usize> {
    let mut start = after + text[after..].find('\n')? + 1;
    loop {
        let line = text[start..].lines().next()?;
        if line == "---" || line.starts_with("--- ") {
            return Some(start);
        }
        start += text[start..].find('\n')? + 1;
    }
}
