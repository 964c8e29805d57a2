//! A finding in words: its headline, the short text at the marked place, and how to mend it.

use crate::messages::{Arg, Catalogue};

use super::{Finding, Severity, Value};

/// What is said about one finding, in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wording {
    pub(crate) severity: String,
    pub(crate) headline: String,
    pub(crate) label: Option<String>,
    pub(crate) hints: Vec<String>,
    /// One for each related place.
    pub(crate) related: Vec<String>,
}

/// As many names as “did you mean” offers.
const OFFERED: usize = 3;

/// Longer values are cut in a message; the place shows them.
const LONGEST_VALUE: usize = 120;

pub(crate) fn word(finding: &Finding, catalogue: &Catalogue) -> Wording {
    let tidied: Vec<(&'static str, Value)> = finding
        .values
        .iter()
        .map(|(name, value)| (*name, tidy_value(value)))
        .collect();
    let args: Vec<(&str, Arg)> = tidied
        .iter()
        .map(|(name, value)| (*name, argument(value)))
        .collect();
    Wording {
        severity: catalogue.say(severity_id(finding.severity), &[]),
        headline: catalogue.say(finding.code, &args),
        label: catalogue.attribute(finding.code, "label", &args),
        hints: hints(finding, &args, catalogue),
        related: finding
            .related
            .iter()
            .map(|(label, _)| catalogue.say(label, &[]))
            .collect(),
    }
}

pub(super) fn severity_id(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "severity-error",
        Severity::Warning => "severity-warning",
        Severity::Note => "severity-note",
    }
}

/// Names that may be meant, then how to mend what the message's words speak of, then the code's own hint.
fn hints(finding: &Finding, args: &[(&str, Arg)], catalogue: &Catalogue) -> Vec<String> {
    let mut hints = Vec::new();
    let names: Vec<String> = finding.suggestions.iter().map(|name| tidy(name)).collect();
    if !names.is_empty() {
        let few = Arg::Choice(&names[..names.len().min(OFFERED)]);
        hints.push(catalogue.say("did-you-mean", &[("names", few)]));
    }
    for (_, arg) in args {
        if let Arg::Word(id) = arg {
            hints.extend(catalogue.attribute(id, "hint", args));
        }
    }
    hints.extend(catalogue.attribute(finding.code, "hint", args));
    hints
}

fn argument(value: &Value) -> Arg<'_> {
    match value {
        Value::Text(text) => Arg::Text(text),
        Value::Number(number) => Arg::Number(*number),
        Value::Date(date) => Arg::Date(*date),
        Value::Word(id) => Arg::Word(id),
        Value::List(items) => Arg::List(items),
    }
}

fn tidy_value(value: &Value) -> Value {
    match value {
        Value::Text(text) => Value::Text(tidy(text)),
        Value::List(items) => Value::List(items.iter().map(|item| tidy(item)).collect()),
        Value::Number(_) | Value::Date(_) | Value::Word(_) => value.clone(),
    }
}

/// A text from a file on one line, not too long, with nothing in it that steers a terminal.
pub(super) fn tidy(text: &str) -> String {
    let mut characters = text.trim().chars();
    let mut tidied: String = characters
        .by_ref()
        .take(LONGEST_VALUE)
        .map(harmless)
        .collect();
    if characters.next().is_some() {
        tidied.push('…');
    }
    tidied
}

/// The character itself, or what stands for it where it cannot be seen or turns the direction of text.
fn harmless(character: char) -> char {
    match character {
        '\n' | '\r' | '\t' => ' ',
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(character)).unwrap_or('\u{fffd}'),
        '\u{7f}'..='\u{9f}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' => '\u{fffd}',
        '\u{2066}'..='\u{2069}' => '\u{fffd}',
        _ => character,
    }
}
