//! Footnotes moved to the end of a body, in the order of their first reference.

use std::collections::{BTreeMap, HashSet};

use pulldown_cmark::{Event, Tag, TagEnd};

use super::pieces::Placed;

/// Puts the definitions last, as they are referred to; a definition that nothing refers to falls away.
pub(super) fn arrange(events: Vec<Placed>) -> Vec<Placed> {
    let mut main = Vec::with_capacity(events.len());
    let mut open: Vec<(String, Vec<Placed>)> = Vec::new();
    let mut definitions: BTreeMap<String, Vec<Placed>> = BTreeMap::new();
    for (event, range) in events {
        if let Event::Start(Tag::FootnoteDefinition(name)) = &event {
            open.push((name.to_string(), Vec::new()));
        }
        let ends = matches!(event, Event::End(TagEnd::FootnoteDefinition));
        let target = open.last_mut().map_or(&mut main, |(_, events)| events);
        target.push((event, range));
        if ends && let Some((name, events)) = open.pop() {
            // The first of two definitions with one name holds, as with link definitions.
            definitions.entry(name).or_insert(events);
        }
    }
    let mut next = 0;
    let mut seen = HashSet::new();
    while next < main.len() {
        let name = match &main[next].0 {
            Event::FootnoteReference(name) if seen.insert(name.to_string()) => name.to_string(),
            _ => {
                next += 1;
                continue;
            }
        };
        if let Some(mut events) = definitions.remove(&name) {
            main.append(&mut events);
        }
        next += 1;
    }
    main
}
