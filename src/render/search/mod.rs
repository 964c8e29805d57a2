//! The search of a site as static files: an index of letter pairs and words, titles, and the texts themselves, in shards that a
//! page on a disk can load as classic scripts.
//!
//! Texts are taken from the bytes of the pages, batch by batch as these are printed, so that what can be found is what can be
//! seen. `shards` describes the files.

mod fold;
mod list;
mod postings;
mod reading;
mod shards;
mod standing;
#[cfg(test)]
mod tests;
mod text;

use serde::{Deserialize, Serialize};

use crate::site::Entry;

use postings::Run;
pub(super) use reading::{Reading, Sheet};
pub(super) use shards::put;
pub(super) use standing::Standing;

/// The theme has a search when it has this among its assets.
pub(super) const SCRIPT: &str = "search.js";

/// What the search knows of a record when its text is put away.
struct Document {
    title: String,
    route: String,
    entry: Entry,
}

/// The documents of one batch of pages.
pub(super) struct Batch {
    documents: Vec<Document>,
    /// None where they are those of the site before, and the index that stands has their terms.
    run: Option<Run>,
    texts: Texts,
}

/// The texts of a batch, as they are noted for the next build.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Texts {
    /// Over what their pages are made of.
    of: String,
    /// How many documents stand in each shard.
    shards: Vec<usize>,
    /// Of those shards.
    digest: String,
}

impl Texts {
    fn documents(&self) -> usize {
        self.shards.iter().sum()
    }
}

/// What is noted of a search for the next build.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Note {
    /// How many shards the index has.
    index: usize,
    batches: Vec<Texts>,
}

/// What was put, and what is noted of it.
pub(super) struct Put {
    pub(super) files: usize,
    pub(super) note: Note,
}
