//! What a type says when it cannot read a node, kept as a fault with its way up to the record.

use std::fmt;

use serde::de::{Error, Expected, Unexpected};

use super::fault::FaultKind;
use super::number;
use super::tree::{Kind, Node};

/// What stopped a reading.
#[derive(Debug)]
pub(super) struct Trouble {
    pub(super) kind: FaultKind,
    pub(super) range: Option<(usize, usize)>,
    /// Numbers of pairs and elements from the fault up to the record.
    pub(super) trail: Vec<usize>,
}

impl Trouble {
    pub(super) fn new(kind: FaultKind) -> Trouble {
        Trouble {
            kind,
            range: None,
            trail: Vec::new(),
        }
    }

    pub(super) fn wrong_type(expected: &str, node: &Node) -> Trouble {
        Trouble::new(FaultKind::WrongType {
            expected: expected.to_owned(),
            found: word_for(node),
        })
    }

    /// The value in which it arose, unless a part of it is already named.
    pub(super) fn in_value(mut self, node: &Node) -> Trouble {
        if self.range.is_none() {
            self.range = Some(node.range());
            match &mut self.kind {
                FaultKind::WrongType { found, .. } => *found = word_for(node),
                FaultKind::BadValue { found, .. } => {
                    *found = node.text().unwrap_or_default().to_owned();
                }
                _ => {}
            }
        }
        self
    }

    pub(super) fn under(mut self, place: usize) -> Trouble {
        self.trail.push(place);
        self
    }
}

/// The word for a thing that was found, as a clerk would call it.
fn word_for(node: &Node) -> &'static str {
    match &node.kind {
        Kind::List(_) => "list",
        Kind::Map(_) => "mapping",
        Kind::Scalar { .. } if node.is_null() => "nothing",
        Kind::Scalar { text, plain: true } if number::float(text).is_some() => "number",
        Kind::Scalar { text, plain: true } if number::truth(text).is_some() => "yes-or-no",
        Kind::Scalar { .. } => "text",
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.kind)
    }
}

impl std::error::Error for Trouble {}

impl Error for Trouble {
    fn custom<T: fmt::Display>(message: T) -> Trouble {
        Trouble::new(FaultKind::BadValue {
            expected: message.to_string(),
            found: String::new(),
        })
    }

    fn invalid_type(_: Unexpected<'_>, expected: &dyn Expected) -> Trouble {
        Trouble::new(FaultKind::WrongType {
            expected: expected.to_string(),
            found: "",
        })
    }

    fn invalid_value(_: Unexpected<'_>, expected: &dyn Expected) -> Trouble {
        Trouble::custom(expected)
    }

    fn invalid_length(_: usize, expected: &dyn Expected) -> Trouble {
        Trouble::custom(expected)
    }

    fn unknown_variant(name: &str, expected: &'static [&'static str]) -> Trouble {
        Trouble::new(FaultKind::UnknownVariant {
            name: name.to_owned(),
            candidates: owned(expected),
        })
    }

    fn unknown_field(name: &str, expected: &'static [&'static str]) -> Trouble {
        Trouble::new(FaultKind::UnknownField {
            name: name.to_owned(),
            candidates: owned(expected),
        })
    }

    fn missing_field(name: &'static str) -> Trouble {
        Trouble::new(FaultKind::MissingField {
            name: name.to_owned(),
        })
    }

    fn duplicate_field(name: &'static str) -> Trouble {
        Trouble::new(FaultKind::DuplicateKey {
            name: name.to_owned(),
            first: (0, 0),
        })
    }
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|&name| name.to_owned()).collect()
}
