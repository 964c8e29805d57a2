//! A finding, and the value that comes with the findings made on the way to it.

use crate::date::Date;
use crate::decimal::Decimal;

use super::Place;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Severity {
    Error,
    Warning,
    Note,
}

/// A value that a message shows; the catalogue decides how.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Value {
    Text(String),
    Number(Decimal),
    Date(Date),
    /// The key of a message in the catalogue, e.g. the name of a record type.
    Word(&'static str),
    List(Vec<String>),
}

/// What is wrong, where, and with which values; the words for it stand in the catalogues under its code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Finding {
    /// A stable word such as `unknown-reference`.
    pub(crate) code: &'static str,
    pub(crate) severity: Severity,
    pub(crate) place: Place,
    pub(crate) values: Vec<(&'static str, Value)>,
    /// Close names, best first, for “did you mean …?”.
    pub(crate) suggestions: Vec<String>,
    /// Other places that belong to it, each with the key of its label, e.g. `first-here`.
    pub(crate) related: Vec<(&'static str, Place)>,
}

impl Finding {
    pub(crate) fn error(code: &'static str, place: Place) -> Finding {
        Finding::new(code, Severity::Error, place)
    }

    pub(crate) fn warning(code: &'static str, place: Place) -> Finding {
        Finding::new(code, Severity::Warning, place)
    }

    pub(crate) fn note(code: &'static str, place: Place) -> Finding {
        Finding::new(code, Severity::Note, place)
    }

    fn new(code: &'static str, severity: Severity, place: Place) -> Finding {
        Finding {
            code,
            severity,
            place,
            values: Vec::new(),
            suggestions: Vec::new(),
            related: Vec::new(),
        }
    }

    pub(crate) fn with(mut self, name: &'static str, value: impl Into<Value>) -> Finding {
        self.values.push((name, value.into()));
        self
    }

    pub(crate) fn suggest(mut self, names: Vec<String>) -> Finding {
        self.suggestions = names;
        self
    }

    pub(crate) fn and_at(mut self, label: &'static str, place: Place) -> Finding {
        self.related.push((label, place));
        self
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::Text(text.to_owned())
    }
}
impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::Text(text)
    }
}
impl From<Date> for Value {
    fn from(date: Date) -> Value {
        Value::Date(date)
    }
}
impl From<Decimal> for Value {
    fn from(number: Decimal) -> Value {
        Value::Number(number)
    }
}
impl From<Vec<String>> for Value {
    fn from(items: Vec<String>) -> Value {
        Value::List(items)
    }
}
impl From<usize> for Value {
    fn from(number: usize) -> Value {
        Value::Number(Decimal::from_whole(
            i64::try_from(number).unwrap_or(i64::MAX),
        ))
    }
}

/// The best value that a pass could make, and all that it found on the way.
#[derive(Debug, Clone)]
pub(crate) struct Checked<T> {
    pub(crate) value: T,
    pub(crate) findings: Vec<Finding>,
}

impl<T> Checked<T> {
    /// The value; what was found joins `all`.
    pub(crate) fn into(self, all: &mut Vec<Finding>) -> T {
        all.extend(self.findings);
        self.value
    }
}
