//! What is said of an id that no record has.

use crate::diagnostic::{Finding, Place, Value};
use crate::record::RecordKind;

/// With the ids that may be meant, or where those of this kind are written; with neither where none was looked for.
pub(super) fn unknown(
    (kind, id): (RecordKind, &str),
    place: Place,
    close: Option<Vec<String>>,
) -> Finding {
    let unknown = Finding::error("unknown-reference", place).with("id", id);
    let unknown = unknown.with("type", Value::Word(kind.label()));
    match close {
        Some(close) if close.is_empty() => {}
        close => return unknown.suggest(close.unwrap_or_default()),
    }
    let none_like = match kind {
        RecordKind::Decision => "no-such-decision",
        _ => "no-such-record",
    };
    let unknown = unknown.with("none_like", Value::Word(none_like));
    unknown.with("folder", kind.folder())
}

#[cfg(test)]
mod tests {
    use super::unknown;
    use crate::diagnostic::{Place, Value};
    use crate::record::RecordKind;

    #[test]
    fn where_ids_are_written_is_said_only_when_none_is_like_it() {
        let told = |kind, close| {
            let finding = unknown((kind, "x"), Place::Site, close);
            let mut values = finding.values.iter();
            let hint = values.find_map(|(name, value)| match (*name, value) {
                ("none_like", Value::Word(word)) => Some(*word),
                _ => None,
            });
            (hint, finding.suggestions.len())
        };
        let near = || Some(vec!["y".to_owned()]);
        assert_eq!(told(RecordKind::Unit, near()), (None, 1));
        assert_eq!(
            told(RecordKind::Unit, Some(Vec::new())),
            (Some("no-such-record"), 0)
        );
        assert_eq!(
            told(RecordKind::Decision, Some(Vec::new())),
            (Some("no-such-decision"), 0)
        );
        // None was looked for, as too many are unknown.
        assert_eq!(told(RecordKind::Unit, None), (None, 0));
    }
}
