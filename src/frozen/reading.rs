//! What a reader of an edition meets: its whole text, and the records that it names.

use std::collections::BTreeSet;
use std::fmt;

use serde::Deserializer;
use serde::de::{DeserializeSeed, MapAccess, SeqAccess, Visitor};

use super::Edition;
use super::difference::text;

/// The records that an edition names, by the word of their type and their id.
pub(crate) fn named(edition: &Edition) -> BTreeSet<(String, String)> {
    let mut all = BTreeSet::new();
    let live = edition.body.live.iter().map(|one| &one.filled);
    for stored in live.chain(&edition.changes) {
        let mut reader = serde_json::Deserializer::from_str(&stored.0);
        let seek = Seek {
            all: &mut all,
            is_wanted: false,
        };
        let read = seek.deserialize(&mut reader);
        read.expect("invariant: what is stored is JSON");
    }
    all
}

/// Goes through a value without building it; tells a text that is wanted.
struct Seek<'a> {
    all: &'a mut BTreeSet<(String, String)>,
    is_wanted: bool,
}

impl<'de> DeserializeSeed<'de> for Seek<'_> {
    type Value = Option<String>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seek<'_> {
    type Value = Option<String>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("any value")
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(self.is_wanted.then(|| text.to_owned()))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        loop {
            let seek = Seek {
                all: &mut *self.all,
                is_wanted: false,
            };
            if seq.next_element_seed(seek)?.is_none() {
                return Ok(None);
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut found: [Option<String>; 3] = Default::default();
        while let Some(place) = map.next_key_seed(Name)? {
            let text = map.next_value_seed(Seek {
                all: &mut *self.all,
                is_wanted: place.is_some(),
            })?;
            if let Some(place) = place {
                found[place] = text;
            }
        }
        let [of_cell, of_entry, id] = found;
        if let (Some(kind), Some(id)) = (of_cell.or(of_entry), id) {
            self.all.insert((kind, id));
        }
        Ok(None)
    }
}

/// The place of a name among those that are sought; none for another.
struct Name;

impl<'de> DeserializeSeed<'de> for Name {
    type Value = Option<usize>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Name {
    type Value = Option<usize>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a name")
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        // A cell calls the type of a record so, an entry of a comparison its kind.
        let names = ["type", "kind", "id"];
        Ok(names.iter().position(|name| *name == text))
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
        let shown = text(&one.filled.value());
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
    all.extend(edition.changes.iter().map(|stored| text(&stored.value())));
    all.join("\n")
}
