//! The texts of one batch of pages, read while these are printed; of pages that stand as they were, only where one beside them
//! does not.

use std::io::ErrorKind;
use std::path::Path;

use crate::digest::{Digest, Hasher};
use crate::output::{Refusal, Sink};
use crate::site::Entry;

use super::super::tags::find;
use super::postings::Gathering;
use super::{Batch, Document, Texts, fold, shards, text};

/// How many bytes of text a shard has at most, if it is not that of a single record.
const TEXT: usize = 24 * 1024;

/// A page with its records: its own, then the parts that are records too.
pub(in crate::render) struct Sheet {
    pub(in crate::render) title: String,
    pub(in crate::render) route: String,
    pub(in crate::render) entries: Vec<Entry>,
    /// Over all that it is made of; none where nothing is noted for a next build.
    pub(in crate::render) of: Option<Digest>,
}

impl Sheet {
    fn documents(self) -> impl Iterator<Item = Document> {
        let Sheet {
            title,
            route,
            entries,
            ..
        } = self;
        entries.into_iter().map(move |mut entry| Document {
            title: entry.title.take().unwrap_or_else(|| title.clone()),
            route: match &entry.anchor {
                Some(anchor) => format!("{route}#{anchor}"),
                None => route.clone(),
            },
            entry,
        })
    }
}

/// Prints and puts the page with an address that was kept and is not as it was left.
pub(in crate::render) type Again<'s> = &'s dyn Fn(&str) -> Result<Option<String>, Refusal>;

/// A batch while its pages are printed.
pub(in crate::render) struct Reading<'s> {
    number: usize,
    sink: &'s dyn Sink,
    again: Again<'s>,
    /// The texts that stand in its place, as long as all its pages stand as they were.
    standing: Option<&'s Texts>,
    /// Those pages.
    waiting: Vec<Sheet>,
    of: Hasher,
    gathering: Gathering,
    documents: Vec<Document>,
    shards: Vec<usize>,
    texts: Option<shards::Texts>,
    hasher: Hasher,
}

impl<'s> Reading<'s> {
    pub(in crate::render) fn new(
        number: usize,
        (sink, again): (&'s dyn Sink, Again<'s>),
        standing: Option<&'s Texts>,
    ) -> Reading<'s> {
        Reading {
            number,
            sink,
            again,
            standing,
            waiting: Vec::new(),
            of: Hasher::new(),
            gathering: Gathering::default(),
            documents: Vec::new(),
            shards: Vec::new(),
            texts: None,
            hasher: Hasher::new(),
        }
    }

    /// Takes in a page as it was printed; without its text, the one that stands at its address.
    pub(in crate::render) fn page(
        &mut self,
        sheet: Sheet,
        html: Option<&str>,
    ) -> Result<(), Refusal> {
        if let Some(of) = &sheet.of {
            self.of.update(&of.0);
        }
        match html {
            Some(html) => {
                self.catch_up()?;
                self.read(sheet, html)
            }
            None if self.standing.is_some() => {
                self.waiting.push(sheet);
                Ok(())
            }
            None => self.read_again(sheet),
        }
    }

    fn catch_up(&mut self) -> Result<(), Refusal> {
        self.standing = None;
        let mut waiting = std::mem::take(&mut self.waiting).into_iter();
        waiting.try_for_each(|sheet| self.read_again(sheet))
    }

    fn read_again(&mut self, sheet: Sheet) -> Result<(), Refusal> {
        let bytes = self.sink.last(&sheet.route)?;
        let html = match bytes.and_then(|bytes| String::from_utf8(bytes).ok()) {
            Some(html) => Some(html),
            None => (self.again)(&sheet.route)?,
        };
        let Some(html) = html else {
            let changed = ErrorKind::InvalidData.into();
            return Err(Refusal::at("read-target", Path::new(&sheet.route))(changed));
        };
        self.read(sheet, &html)
    }

    fn read(&mut self, sheet: Sheet, html: &str) -> Result<(), Refusal> {
        let anchors = sheet.entries.iter();
        let anchors: Vec<String> = anchors.filter_map(|entry| entry.anchor.clone()).collect();
        let texts = text::texts(html, &anchors);
        let mut both = sheet.documents().zip(texts);
        both.try_for_each(|(document, text)| self.document(document, &text))
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
        let shard = self.shards.len();
        let number = self.number;
        let texts = self
            .texts
            .get_or_insert_with(|| shards::Texts::new(&shards::part(number, shard)));
        texts.add(&names);
        Ok(())
    }

    fn put_texts(&mut self) -> Result<(), Refusal> {
        let Some(texts) = self.texts.take() else {
            return Ok(());
        };
        let path = shards::text_path(self.number, self.shards.len());
        let count = texts.count;
        let file = texts.finish();
        self.hasher.update(&file);
        self.sink.put(&path, &file)?;
        self.shards.push(count);
        Ok(())
    }

    pub(in crate::render) fn finish(mut self) -> Result<Batch, Refusal> {
        let of = std::mem::take(&mut self.of).finish().hex();
        if let Some(standing) = self.standing.filter(|standing| standing.of == of) {
            let parts = 0..standing.shards.len();
            let parts: Vec<String> = parts
                .map(|part| shards::text_path(self.number, part))
                .collect();
            let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
            if self.sink.keep(&parts)? {
                let documents = self.waiting.into_iter().flat_map(Sheet::documents);
                return Ok(Batch {
                    documents: documents.collect(),
                    run: None,
                    texts: standing.clone(),
                });
            }
        }
        self.catch_up()?;
        self.put_texts()?;
        Ok(Batch {
            documents: self.documents,
            run: Some(self.gathering.run()),
            texts: Texts {
                of,
                shards: self.shards,
                digest: self.hasher.finish().hex(),
            },
        })
    }
}
