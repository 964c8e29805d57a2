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
