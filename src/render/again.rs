//! Which pages stand already as they would be printed again. A page is printed from its view by templates and words that are the
//! same for all pages; where neither differs from what is noted with the site before, its bytes do not either.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::digest::{Digest, Hasher};
use crate::site::view::SiteView;
use crate::site::{Composed, Entry};
use crate::theme::Theme;

use super::search;

/// What is noted with a site for the build of the next: trees by their folder.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Note(BTreeMap<String, Tree>);

/// What is noted of the pages of one language.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Tree {
    /// Over what all of them are printed with.
    press: String,
    /// Over what each is printed from, by its address.
    pages: BTreeMap<String, String>,
    pub(super) search: Option<search::Note>,
}

impl Note {
    /// Nothing, where it was written otherwise.
    pub(super) fn read(text: Option<&str>) -> Note {
        let note = text.and_then(|text| serde_json::from_str(text).ok());
        note.unwrap_or_default()
    }

    pub(super) fn text(&self) -> String {
        serde_json::to_string(self).expect("invariant: a note is plain data")
    }

    /// What was noted of a tree; nothing, where its pages would be printed with something else now.
    pub(super) fn take(&mut self, folder: &str, press: &Digest) -> Tree {
        let noted = self.0.remove(folder);
        let press = press.hex();
        let noted = noted.filter(|tree| tree.press == press);
        noted.unwrap_or_else(|| Tree {
            press,
            pages: BTreeMap::new(),
            search: None,
        })
    }

    pub(super) fn add(&mut self, folder: &str, tree: Option<Tree>) {
        self.0.extend(tree.map(|tree| (folder.to_owned(), tree)));
    }
}

impl Tree {
    /// The same press, with pages and search as they are now.
    pub(super) fn with(self, pages: Vec<(String, Digest)>, search: Option<search::Note>) -> Tree {
        let pages = pages.into_iter();
        Tree {
            pages: pages.map(|(route, of)| (route, of.hex())).collect(),
            search,
            ..self
        }
    }

    pub(super) fn has(&self, route: &str, of: &Digest) -> bool {
        self.pages
            .get(route)
            .is_some_and(|known| *known == of.hex())
    }
}

/// Over all that the pages of a language are printed with.
pub(super) fn press(theme: &Theme, language: &str, shared: &SiteView) -> Digest {
    let mut hasher = Hasher::new();
    hasher.update(theme.digest.hex().as_bytes());
    hasher.update(language.as_bytes());
    let mut room = Vec::new();
    write(shared, &mut room);
    hasher.update(&room);
    hasher.finish()
}

/// Over all that a page is printed from, and what the search takes of its records beside the page itself.
pub(super) fn page(composed: &Composed, entries: &[Entry], room: &mut Vec<u8>) -> Digest {
    let told = entries.iter().map(|entry| {
        let date = entry.date.map(|day| day.to_string());
        (&entry.title, &entry.names, &entry.anchor, date)
    });
    let told: Vec<_> = told.collect();
    let all = (composed.template, &composed.page, &composed.view, told);
    room.clear();
    write(&all, room);
    Digest::of(room)
}

/// With the names of fields, as some are left out when they are empty.
fn write(value: &impl Serialize, room: &mut Vec<u8>) {
    let mut writer = rmp_serde::Serializer::new(room).with_struct_map();
    let written = value.serialize(&mut writer);
    written.expect("invariant: views are plain data");
}
