//! The `body:` of a record: one text, or one for each language.

use crate::diagnostic::{Finding, Origin, Path};
use crate::model::{Body, Entry, Language, Text, Wordings};

use super::field::Words;
use super::head::HeadRecord;

/// A body as it is written for all, and those that name their language.
pub(crate) type Bodies = (Option<Body>, Vec<(Language, Body)>);

pub(crate) fn bodies(field: Words) -> Bodies {
    let body = |markdown: String, entry: Entry| Body {
        markdown,
        entry,
        ..Body::default()
    };
    match field.0 {
        Text::Empty => (Some(Body::default()), Vec::new()),
        Text::Plain(text) => (Some(body(text, Entry::Field)), Vec::new()),
        Text::Translated(wordings) => {
            let Wordings { zh, en } = *wordings;
            let both = [(Language::Chinese, zh), (Language::English, en)].into_iter();
            let written = both.filter_map(|(one, text)| Some((one, body(text?, Entry::In(one)))));
            (None, written.collect())
        }
    }
}

/// What the field says, beside the text of the file; to have both is too much.
pub(super) fn own_bodies(
    head: &mut HeadRecord,
    body: Option<Body>,
    origin: Origin,
    findings: &mut Vec<Finding>,
) -> Bodies {
    let Some(field) = head.body.take() else {
        return (body, Vec::new());
    };
    if body.is_some() {
        findings.push(Finding::error("body-twice", origin.at(Path::new("body"))));
    }
    let (plain, translations) = bodies(field);
    (body.or(plain), translations)
}

/// The body that stands for the record, with those that are left for other languages: the one in the site's own
/// language, else the one for all, else the first.
pub(crate) fn settled((plain, mut translations): Bodies, own: Language) -> Bodies {
    let at_own = translations.iter().position(|(one, _)| *one == own);
    let place = match (&plain, at_own) {
        (_, Some(place)) => Some(place),
        (None, None) if !translations.is_empty() => Some(0),
        _ => None,
    };
    match place {
        Some(place) => (Some(translations.remove(place).1), translations),
        None => (plain, translations),
    }
}
