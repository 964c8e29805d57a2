//! A fault of a YAML text becomes a finding.

use crate::date::Date;
use crate::decimal::Decimal;
use crate::diagnostic::{Finding, Place, Value};
use crate::names;
use crate::source::FileId;
use crate::yaml::{Fault, FaultKind};

/// `offset`: where the YAML begins in its file; `kind`: the catalogue's name of the record type.
pub(super) fn finding(file: FileId, offset: usize, fault: Fault, kind: &'static str) -> Finding {
    let place = Place::Bytes {
        file,
        start: offset + fault.start,
        end: offset + fault.end,
    };
    let error = |code| Finding::error(code, place.clone());
    match fault.kind {
        FaultKind::Syntax { reason, detail } => {
            let found = error("yaml-syntax").with("reason", Value::Word(reason));
            // The parser's own words help nobody who is told what to do.
            if reason == "other" {
                found.with("detail", detail)
            } else {
                found
            }
        }
        // A text by language has no other fields than its languages.
        FaultKind::UnknownField { name, candidates } if candidates.iter().any(|c| c == "zh-CN") => {
            error("bad-language").with("language", name)
        }
        // A directive has no fields of one's own.
        FaultKind::UnknownField { name, candidates } if kind == "type-directive" => {
            let close = names::close(&name, candidates.iter().map(String::as_str));
            error("unknown-option")
                .with("name", name)
                .with("candidates", Value::List(candidates))
                .suggest(close)
        }
        FaultKind::UnknownField { name, candidates } => {
            let close = names::close(&name, candidates.iter().map(String::as_str));
            error("unknown-field").with("field", name).suggest(close)
        }
        FaultKind::UnknownVariant { name, candidates } => {
            let close = names::close(&name, candidates.iter().map(String::as_str));
            error("unknown-value")
                .with("value", name)
                .with("candidates", Value::List(candidates))
                .suggest(close)
        }
        FaultKind::BadValue { expected, found } if found.is_empty() => error("wrong-type")
            .with("expected", Value::Word(expected_word(&expected)))
            .with("found", Value::Word("nothing")),
        FaultKind::BadValue { expected, found } => misread(&expected, &found, place.clone()),
        FaultKind::WrongType { expected, found } => error("wrong-type")
            .with("expected", Value::Word(expected_word(&expected)))
            .with("found", Value::Word(found)),
        FaultKind::DuplicateKey { name, first } => error("duplicate-key").with("key", name).and_at(
            "first-here",
            Place::Bytes {
                file,
                start: offset + first.0,
                end: offset + first.1,
            },
        ),
        FaultKind::MissingField { name } => error("missing-field")
            .with("field", name)
            .with("type", Value::Word(kind)),
        FaultKind::TooDeep => error("too-deep"),
        FaultKind::TooManyAliases => error("too-many-aliases"),
        FaultKind::TooManyRecords => error("too-many-records"),
        FaultKind::NotARecord => error("not-a-record"),
        FaultKind::KeyNotText => error("key-not-text"),
        FaultKind::Tag => error("yaml-tag"),
        FaultKind::TooManyFaults => error("too-many-faults"),
        FaultKind::SecondDocument => error("second-document"),
        FaultKind::MergeKey => error("merge-key"),
        FaultKind::EmptyFile => Finding::warning("empty-file", place),
    }
}

/// A text that is not what a field holds.
pub(super) fn misread(expected: &str, found: &str, place: Place) -> Finding {
    let meant = meant(expected, found);
    bad_value(expected, place)
        .with("value", found)
        .suggest(meant.into_iter().collect())
}

/// The value that was most likely meant.
fn meant(expected: &str, found: &str) -> Option<String> {
    match expected {
        "date" | "date-that-exists" => Date::meant(found).map(|day| day.to_string()),
        "number" | "whole-number" => {
            let number = Decimal::meant(found)?.to_string();
            (expected == "number" || number.bytes().all(|b| b.is_ascii_digit())).then_some(number)
        }
        "yes-or-no" => match found {
            "是" | "yes" | "Yes" | "on" | "True" | "TRUE" => Some("true".to_owned()),
            "否" | "no" | "No" | "off" | "False" | "FALSE" => Some("false".to_owned()),
            _ => None,
        },
        _ => None,
    }
}

fn bad_value(expected: &str, place: Place) -> Finding {
    match expected {
        "date" => Finding::error("bad-date", place),
        "date-with-year" => Finding::error("year-less-date", place),
        "date-that-exists" => Finding::error("impossible-date", place),
        "number" | "whole-number" => Finding::error("bad-number", place),
        other => {
            Finding::error("bad-value", place).with("expected", Value::Word(expected_word(other)))
        }
    }
}

/// The catalogue's name of what a field expects.
fn expected_word(expected: &str) -> &'static str {
    match expected {
        "text" => "expected-text",
        "list" => "expected-list",
        "date" | "date-with-year" | "date-that-exists" => "expected-date",
        "number" => "expected-number",
        "whole-number" => "expected-whole-number",
        "whole-number-from-one" => "expected-whole-number-from-one",
        "yes-or-no" => "expected-yes-or-no",
        "yes-or-text" => "expected-yes-or-text",
        "word" => "expected-word",
        "paper" => "expected-paper",
        "attendee" | "attendee-or-group" => "expected-attendee",
        "bounds" => "expected-bounds",
        _ => "expected-mapping",
    }
}
