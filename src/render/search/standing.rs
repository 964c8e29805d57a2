//! The index of the site before this one, read back: the terms of batches of pages that stand as they were are taken from it.

use std::str::from_utf8;

use crate::output::{Refusal, Sink};

use super::postings::{Numbers, Run, Writer, key};
use super::{Batch, Note, Texts, list, shards};

/// An index, and the batches that it is of.
pub(in crate::render) struct Standing {
    run: Run,
    batches: Vec<Texts>,
}

impl Standing {
    /// None where a file is not there as it was left.
    pub(in crate::render) fn read(
        note: Note,
        sink: &dyn Sink,
    ) -> Result<Option<Standing>, Refusal> {
        let documents: usize = note.batches.iter().map(Texts::documents).sum();
        let width = list::width(documents);
        let mut terms = Terms::default();
        for number in 0..note.index {
            let bytes = sink.last(&shards::path("g", &number.to_string()))?;
            let text = bytes.as_deref().and_then(|bytes| from_utf8(bytes).ok());
            let read = text.and_then(|text| {
                let inside = shards::plain(text, "g", &number.to_string())?;
                terms.add(inside, width)
            });
            if read.is_none() {
                return Ok(None);
            }
        }
        Ok(Some(Standing {
            run: terms.writer.run,
            batches: note.batches,
        }))
    }

    /// The texts of a batch.
    pub(in crate::render) fn texts(&self, batch: usize) -> Option<&Texts> {
        self.batches.get(batch)
    }

    /// With the numbers that its documents have now, as far as their batches stand as they were.
    pub(super) fn beside(self, batches: &[Batch]) -> (Run, Numbers) {
        let mut next = 0;
        let mut numbers = Vec::new();
        for (place, before) in self.batches.iter().enumerate() {
            let now = batches.get(place);
            let stays = now.is_some_and(|batch| batch.run.is_none());
            let count = before.documents() as u32;
            numbers.extend((next..next + count).map(|number| stays.then_some(number)));
            next += now.map_or(0, |batch| batch.documents.len()) as u32;
        }
        (self.run, Numbers::Of(numbers))
    }
}

#[derive(Default)]
struct Terms {
    writer: Writer,
    key: Vec<u8>,
    documents: Vec<u32>,
}

impl Terms {
    /// All of a shard, which `shards` describes; none where it is not written so.
    fn add(&mut self, shard: &str, width: u32) -> Option<()> {
        for group in shard.split(' ') {
            let mut entries = group.split(',');
            let head = entries.next()?;
            for entry in entries {
                let second = entry.chars().next()?;
                let (second, lists) = entry.split_at(second.len_utf8());
                self.documents(lists, width)?;
                let second = if second == "." { "" } else { second };
                key(head, second, &mut self.key);
                self.writer.put(&self.key, &self.documents);
            }
        }
        Some(())
    }

    /// Each is twice its number, and one more where it has the term in a name.
    fn documents(&mut self, lists: &str, width: u32) -> Option<()> {
        let (all, named) = match lists.split_once('.') {
            Some((all, named)) => (all, Some(named)),
            None => (lists, None),
        };
        let all = list::read(all, width)?;
        let named = match named {
            Some("") => all.clone(),
            Some(named) => list::read(named, width)?,
            None => Vec::new(),
        };
        let mut named = named.into_iter().peekable();
        self.documents.clear();
        let marked = |number| number << 1 | u32::from(named.next_if_eq(&number).is_some());
        self.documents.extend(all.into_iter().map(marked));
        Some(())
    }
}
