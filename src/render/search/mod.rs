//! The search of a site as static files: an index of letter pairs and words, titles, and the texts themselves, in shards that a
//! page on a disk can load as classic scripts.
//!
//! Texts are taken from the bytes of the pages, batch by batch as these are printed, so that what can be found is what can be
//! seen. `shards` describes the files.

mod fold;
mod list;
mod postings;
mod shards;
#[cfg(test)]
mod tests;
mod text;

use crate::digest::{Digest, Hasher};
use crate::output::{Refusal, Sink};
use crate::site::Entry;

use super::tags::find;

use postings::{Gathering, Run};
pub(super) use shards::put;

/// The theme has a search when it has this among its assets.
pub(super) const SCRIPT: &str = "search.js";

/// How many bytes of text a shard has at most, if it is not that of a single record.
const TEXT: usize = 24 * 1024;

/// What the search knows of a record when its text is put away.
pub(super) struct Document {
    title: String,
    route: String,
    entry: Entry,
}

/// The documents of one batch of pages.
pub(super) struct Batch {
    documents: Vec<Document>,
    run: Run,
    /// How many documents stand in each shard of text.
    shards: Vec<usize>,
    /// Of those shards.
    digest: Digest,
}

/// A batch while its pages are printed.
pub(super) struct Reading<'s> {
    number: usize,
    sink: &'s dyn Sink,
    gathering: Gathering,
    documents: Vec<Document>,
    shards: Vec<usize>,
    texts: Option<shards::Texts>,
    hasher: Hasher,
}

impl<'s> Reading<'s> {
    pub(super) fn new(number: usize, sink: &'s dyn Sink) -> Reading<'s> {
        Reading {
            number,
            sink,
            gathering: Gathering::default(),
            documents: Vec::new(),
            shards: Vec::new(),
            texts: None,
            hasher: Hasher::new(),
        }
    }

    /// Takes in what a page holds: its record, and the parts that are records of their own.
    pub(super) fn page(
        &mut self,
        (title, route): (&str, &str),
        html: &str,
        entries: Vec<Entry>,
    ) -> Result<(), Refusal> {
        if entries.is_empty() {
            return Ok(());
        }
        let anchors = entries.iter().filter_map(|entry| entry.anchor.clone());
        let anchors: Vec<String> = anchors.collect();
        let texts = text::texts(html, &anchors);
        for (mut entry, text) in entries.into_iter().zip(texts) {
            let title = entry.title.take().unwrap_or_else(|| title.to_owned());
            let route = match &entry.anchor {
                Some(anchor) => format!("{route}#{anchor}"),
                None => route.to_owned(),
            };
            let document = Document {
                title,
                route,
                entry,
            };
            self.document(document, &text)?;
        }
        Ok(())
    }

    fn document(&mut self, mut document: Document, text: &str) -> Result<(), Refusal> {
        let number = self.documents.len() as u32;
        let gathering = &mut self.gathering;
        let mut names = String::new();
        for name in &document.entry.names {
            let known = name.is_empty()
                || *name == document.title
                || find(text, name).is_some()
                    && text::lines(text).any(|line| text::holds(line, name));
            if !known {
                names.push_str(&name.replace(char::is_whitespace, " "));
                names.push('\t');
            }
            fold::terms(name, &mut gathering.of(number, true));
        }
        fold::terms(&document.title, &mut gathering.of(number, true));
        // Its day, as tables and addresses write days, whatever the page says of it.
        if let Some(day) = document.entry.date.map(|day| day.to_string()) {
            fold::terms(&day, &mut gathering.of(number, false));
            let is_there = find(text, &day).is_some() && text::lines(text).any(|line| line == day);
            if !is_there {
                names.push_str(&day);
                names.push('\t');
            }
        }
        for line in text::lines(text) {
            fold::terms(line, &mut gathering.of(number, false));
        }
        names.push_str(text);
        document.entry.names = Vec::new();
        self.documents.push(document);
        let held = self.texts.as_ref().map_or(0, |texts| texts.held);
        if held > 0 && held + names.len() > TEXT {
            self.put_texts()?;
        }
        if self.texts.is_none() {
            self.texts = Some(shards::Texts::new(&self.shard()));
        }
        if let Some(texts) = &mut self.texts {
            texts.add(&names);
        }
        Ok(())
    }

    /// The name of the shard that is being filled.
    fn shard(&self) -> String {
        format!("{}-{}", self.number, self.shards.len())
    }

    fn put_texts(&mut self) -> Result<(), Refusal> {
        let Some(texts) = self.texts.take() else {
            return Ok(());
        };
        let (name, count) = (self.shard(), texts.count);
        let file = texts.finish();
        self.hasher.update(&file);
        self.sink.put(&format!("search/t/{name}.js"), &file)?;
        self.shards.push(count);
        Ok(())
    }

    pub(super) fn finish(mut self) -> Result<Batch, Refusal> {
        self.put_texts()?;
        Ok(Batch {
            documents: self.documents,
            run: self.gathering.run(),
            shards: self.shards,
            digest: self.hasher.finish(),
        })
    }
}
