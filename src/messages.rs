//! Message catalogues: the words for people, by message id; the only module that names `fluent_bundle`.

use std::collections::BTreeMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

/// A value inside a message.
#[derive(Debug, Clone)]
pub(crate) enum Word<'a> {
    Text(&'a str),
    /// A count: it chooses the plural form.
    Count(u32),
}

/// The messages of one language; later sources override earlier ones.
pub(crate) struct Catalogue {
    bundle: FluentBundle<FluentResource>,
    plain: BTreeMap<String, String>,
}

impl Catalogue {
    pub(crate) fn parse(tag: &str, sources: &[&str]) -> Catalogue {
        let language = tag.parse().expect("invariant: the tag of a Language");
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        bundle.set_use_isolating(false);
        let mut ids = Vec::new();
        for source in sources {
            let resource = match FluentResource::try_new((*source).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            ids.extend(
                source
                    .lines()
                    .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
                    .filter_map(|line| line.split_once('='))
                    .map(|(id, _)| id.trim().to_owned()),
            );
            bundle.add_resource_overriding(resource);
        }
        let plain = plain(&bundle, ids);
        Catalogue { bundle, plain }
    }

    pub(crate) fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    /// The message with its values; the id itself when there is no such message.
    pub(crate) fn say(&self, id: &str, values: &[(&str, Word<'_>)]) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|m| m.value()) else {
            return id.to_owned();
        };
        let mut args = FluentArgs::new();
        for (name, value) in values {
            match value {
                Word::Text(text) => args.set((*name).to_owned(), FluentValue::from((*text).to_owned())),
                Word::Count(n) => args.set((*name).to_owned(), FluentValue::from(*n)),
            }
        }
        let mut errors = Vec::new();
        self.bundle
            .format_pattern(pattern, Some(&args), &mut errors)
            .into_owned()
    }

    /// Every message that takes no value, by id.
    pub(crate) fn plain_messages(&self) -> &BTreeMap<String, String> {
        &self.plain
    }
}

fn plain(bundle: &FluentBundle<FluentResource>, ids: Vec<String>) -> BTreeMap<String, String> {
    let mut plain = BTreeMap::new();
    for id in ids {
        let Some(pattern) = bundle.get_message(&id).and_then(|m| m.value()) else {
            continue;
        };
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, None, &mut errors).into_owned();
        if errors.is_empty() {
            plain.insert(id, text);
        }
    }
    plain
}
