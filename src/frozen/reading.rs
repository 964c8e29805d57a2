//! What a reader of an edition meets: its whole text, and the records that it names.

use std::collections::BTreeSet;

use serde_json::Value;

use super::difference::text;
use super::{Edition, Stored};

/// The records that an edition names, by the word of their type and their id.
pub(crate) fn named(edition: &Edition) -> BTreeSet<(String, String)> {
    let mut all = BTreeSet::new();
    let live = edition.body.live.iter().map(|one| &one.filled);
    for Stored(value) in live.chain(&edition.changes) {
        gather(value, &mut all);
    }
    all
}

fn gather(value: &Value, all: &mut BTreeSet<(String, String)>) {
    match value {
        Value::Array(list) => list.iter().for_each(|one| gather(one, all)),
        Value::Object(fields) => {
            let word = |key: &str| fields.get(key)?.as_str().map(str::to_owned);
            // A cell calls the type of a record so, an entry of a comparison its kind.
            if let (Some(kind), Some(id)) = (word("type").or_else(|| word("kind")), word("id")) {
                all.insert((kind, id));
            }
            fields.values().for_each(|one| gather(one, all));
        }
        _ => {}
    }
}

/// Whether a text stands in an edition as a reader sees it; spaces and marks of emphasis do not count.
pub(crate) fn says(edition: &Edition, sought: &str) -> bool {
    let bare = |text: &str| -> String {
        let counts = |c: &char| !c.is_whitespace() && !matches!(c, '*' | '`' | '_');
        text.chars().filter(counts).collect()
    };
    bare(&whole(edition)).contains(&bare(sought))
}

/// Fields, the text with its figures filled in, tables cell by cell, and what changed since the edition before.
fn whole(edition: &Edition) -> String {
    let fields = edition.record.fields();
    let mut all: Vec<String> = fields.into_iter().map(|(_, text)| text).collect();
    let mut prose = String::new();
    let markdown = edition.body.markdown.as_str();
    let mut done = 0;
    for one in &edition.body.live {
        let shown = text(&one.filled.0);
        let (Some(before), Some(rest)) = (markdown.get(done..one.at), markdown.get(one.at..))
        else {
            continue;
        };
        prose.push_str(before);
        done = one.at;
        match rest.find("}}").filter(|_| rest.starts_with("{{")) {
            Some(end) => {
                prose.push_str(&shown);
                done += end + 2;
            }
            None => all.push(shown),
        }
    }
    prose.push_str(markdown.get(done..).unwrap_or_default());
    all.push(prose);
    all.extend(edition.changes.iter().map(|Stored(value)| text(value)));
    all.join("\n")
}
