//! What is wrong with a command line, in the reader's language.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::messages::{Arg, Catalogue};

/// The fault, what might be meant, and where all uses are told.
pub(super) fn said(error: &clap::Error, words: &Catalogue) -> String {
    let given = |kind| texts(error.get(kind));
    let arg = given(ContextKind::InvalidArg);
    let option = arg.first().map_or("", |arg| arg.as_str());
    let value = given(ContextKind::InvalidValue).concat();
    match error.kind() {
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if value.is_empty() => {
            spoken("usage-no-value", &[("option", Arg::Text(option))], words)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if option.starts_with("--port") => {
            spoken("usage-bad-port", &[("value", Arg::Text(&value))], words)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let choices = given(ContextKind::ValidValue);
            let mut values = vec![("value", Arg::Text(&value)), ("option", Arg::Text(option))];
            if !choices.is_empty() {
                values.push(("choices", Arg::Choice(&choices)));
            }
            spoken("usage-bad-value", &values, words)
        }
        ErrorKind::UnknownArgument => close(option, &given(ContextKind::SuggestedArg), words),
        ErrorKind::InvalidSubcommand => {
            let word = given(ContextKind::InvalidSubcommand).concat();
            close(&word, &given(ContextKind::SuggestedSubcommand), words)
        }
        ErrorKind::MissingRequiredArgument => {
            spoken("usage-missing", &[("missing", Arg::List(&arg))], words)
        }
        ErrorKind::ArgumentConflict => {
            let other = given(ContextKind::PriorArg);
            let other = other.first().map_or(option, |other| other.as_str());
            let both = [("option", Arg::Text(option)), ("other", Arg::Text(other))];
            spoken("usage-conflict", &both, words)
        }
        _ => error.render().to_string(),
    }
}

/// A word that means nothing here.
pub(super) fn unknown(word: &str, words: &Catalogue) -> String {
    close(word, &[], words)
}

fn close(word: &str, meant: &[String], words: &Catalogue) -> String {
    let mut values = vec![("word", Arg::Text(word))];
    if !meant.is_empty() {
        values.push(("meant", Arg::Choice(meant)));
    }
    spoken("usage-unknown", &values, words)
}

fn spoken(id: &str, values: &[(&str, Arg<'_>)], words: &Catalogue) -> String {
    let hint = words.attribute(id, "hint", values);
    let mut lines = vec![words.say(id, values)];
    lines.extend(hint);
    lines.push(words.say("usage-help", &[]));
    lines.join("\n")
}

fn texts(value: Option<&ContextValue>) -> Vec<String> {
    match value {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    }
}
