//! Which documents hold which term: gathered batch by batch in little memory, then brought together in the order of terms.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};

use super::fold::Terms;

/// The terms of one batch of documents, while they are gathered. Documents are numbered within the batch.
#[derive(Default)]
pub(super) struct Gathering {
    /// First letter, second letter or 0, document, whether in the title: one number, so that sorting is fast.
    pairs: Vec<u64>,
    words: HashMap<String, Vec<u32>>,
}

/// One document, or its title, of which the terms are gathered.
pub(super) struct InDocument<'g> {
    gathering: &'g mut Gathering,
    /// Twice its number, and one more in the title.
    marked: u32,
}

impl Terms for InDocument<'_> {
    fn pair(&mut self, one: char, two: Option<char>) {
        let letters =
            u64::from(u32::from(one)) << 21 | two.map_or(0, |two| u64::from(u32::from(two)));
        let pair = letters << LOW | u64::from(self.marked);
        self.gathering.pairs.push(pair);
    }

    fn word(&mut self, word: &str) {
        let words = &mut self.gathering.words;
        match words.get_mut(word) {
            Some(found) if found.last() == Some(&self.marked) => {}
            Some(found) => found.push(self.marked),
            None => {
                words.insert(word.to_owned(), vec![self.marked]);
            }
        }
    }
}

/// How many bits of a pair are the document and its mark.
const LOW: u32 = 22;

impl Gathering {
    /// Takes the terms of one document, those of its title apart.
    pub(super) fn of(&mut self, document: u32, in_title: bool) -> InDocument<'_> {
        let marked = document << 1 | u32::from(in_title);
        let gathering = self;
        InDocument { gathering, marked }
    }

    /// Everything as one run: for each term in order how much of its key is that of the one before, the rest of the key, and the
    /// steps from document to document.
    pub(super) fn run(mut self) -> Run {
        self.pairs.sort_unstable();
        let mut writer = Writer::default();
        let words = self.words.into_iter();
        let words = words.map(|(word, found)| (word_key(word), found));
        let mut words: Vec<(Vec<u8>, Vec<u32>)> = words.collect();
        words.sort_unstable_by(|one, other| one.0.cmp(&other.0));
        let mut words = words.into_iter().peekable();
        let mut key = Vec::new();
        let mut pairs = self.pairs.as_slice();
        while let Some(pair) = pairs.first() {
            let letters = pair >> LOW;
            let differs = |other: &u64| other >> LOW != letters;
            let same = pairs.iter().position(differs).unwrap_or(pairs.len());
            let documents = pairs[..same]
                .iter()
                .map(|pair| (pair & ((1 << LOW) - 1)) as u32);
            pairs = &pairs[same..];
            pair_key(letters, &mut key);
            while let Some((word, found)) = words.next_if(|(word, _)| *word < key) {
                writer.put(&word, &joined(found.into_iter()));
            }
            writer.put(&key, &joined(documents));
        }
        for (word, found) in words {
            writer.put(&word, &joined(found.into_iter()));
        }
        writer.run
    }
}

/// Keys sort by head, then by the second letter.
fn pair_key(letters: u64, key: &mut Vec<u8>) {
    let letter = |bits: u64| char::from_u32((bits & 0x1f_ffff) as u32).filter(|c| *c != '\0');
    key.clear();
    let mut buffer = [0; 4];
    for (place, c) in [letter(letters >> 21), letter(letters)]
        .into_iter()
        .enumerate()
    {
        if place == 1 {
            key.push(0);
        }
        if let Some(c) = c {
            key.extend_from_slice(c.encode_utf8(&mut buffer).as_bytes());
        }
    }
}

/// The key of a term that is told by its head and its second letter.
pub(super) fn key(head: &str, second: &str, key: &mut Vec<u8>) {
    key.clear();
    key.extend_from_slice(head.as_bytes());
    key.push(0);
    key.extend_from_slice(second.as_bytes());
}

fn word_key(word: String) -> Vec<u8> {
    let mut key = word.into_bytes();
    key.push(0);
    key
}

/// Each document once, marked when any of its entries is.
fn joined(documents: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut all: Vec<u32> = Vec::new();
    for document in documents {
        match all.last_mut() {
            Some(last) if *last >> 1 == document >> 1 => *last |= document & 1,
            _ => all.push(document),
        }
    }
    all
}

/// The terms of a batch, as bytes.
#[derive(Debug, Default)]
pub(super) struct Run {
    bytes: Vec<u8>,
    terms: usize,
}

/// Writes a run term by term, in their order.
#[derive(Default)]
pub(super) struct Writer {
    pub(super) run: Run,
    before: Vec<u8>,
}

impl Writer {
    /// Each document is twice its number, and one more where the term is in its title.
    pub(super) fn put(&mut self, key: &[u8], documents: &[u32]) {
        let shared = self
            .before
            .iter()
            .zip(key)
            .take_while(|(a, b)| a == b)
            .count();
        let bytes = &mut self.run.bytes;
        // A key has at most 32 letters of at most three bytes, or two letters.
        bytes.extend([shared as u8, (key.len() - shared) as u8]);
        bytes.extend_from_slice(&key[shared..]);
        number(bytes, documents.len() as u32);
        let mut last = 0;
        for document in documents {
            number(bytes, document - last);
            last = *document;
        }
        self.before.clear();
        self.before.extend_from_slice(key);
        self.run.terms += 1;
    }
}

fn number(bytes: &mut Vec<u8>, mut value: u32) {
    while value >= 128 {
        bytes.push((value & 127) as u8 | 128);
        value >>= 7;
    }
    bytes.push(value as u8);
}

/// Which documents of the site those of a run are.
pub(super) enum Numbers {
    /// They follow one another from this one on.
    From(u32),
    /// For each its number, none where it is not among them.
    Of(Vec<Option<u32>>),
}

impl Numbers {
    fn of(&self, document: u32) -> Option<u32> {
        match self {
            Numbers::From(first) => Some(first + document),
            Numbers::Of(all) => *all.get(document as usize)?,
        }
    }
}

/// A run that is being read.
struct Cursor<'r> {
    rest: &'r [u8],
    terms: usize,
    key: Vec<u8>,
    numbers: &'r Numbers,
}

impl Cursor<'_> {
    /// Reads the next key; its documents are next.
    fn advance(&mut self) -> bool {
        if self.terms == 0 {
            return false;
        }
        self.terms -= 1;
        let (shared, length) = (usize::from(self.rest[0]), usize::from(self.rest[1]));
        self.key.truncate(shared);
        self.key.extend_from_slice(&self.rest[2..2 + length]);
        self.rest = &self.rest[2 + length..];
        true
    }

    fn number(&mut self) -> u32 {
        let (mut value, mut shift) = (0, 0);
        loop {
            let byte = self.rest[0];
            self.rest = &self.rest[1..];
            value |= u32::from(byte & 127) << shift;
            if byte < 128 {
                return value;
            }
            shift += 7;
        }
    }

    fn documents(&mut self, into: &mut Found) {
        let mut last = 0;
        for _ in 0..self.number() {
            last += self.number();
            let Some(document) = self.numbers.of(last >> 1) else {
                continue;
            };
            into.all.push(document);
            if last & 1 == 1 {
                into.titles.push(document);
            }
        }
    }
}

/// The documents of one term, in order.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) all: Vec<u32>,
    /// Those that hold it in their title or in another of their names.
    pub(super) titles: Vec<u32>,
}

/// Is told of a term: its head, its second letter, its documents.
type Each<'e> = dyn FnMut((&str, Option<char>), &Found) + 'e;

impl Found {
    fn tell(&mut self, key: &[u8], each: &mut Each<'_>) {
        if self.all.is_empty() {
            return;
        }
        // Documents of one run may stand between those of another.
        for list in [&mut self.all, &mut self.titles] {
            if !list.is_sorted() {
                list.sort_unstable();
            }
        }
        let key = std::str::from_utf8(key).expect("invariant: keys are made of letters");
        let (head, second) = key
            .split_once('\0')
            .expect("invariant: every key has its parting");
        each((head, second.chars().next()), self);
        self.all.clear();
        self.titles.clear();
    }
}

/// Every term of all runs in order, with its head, its second letter and its documents.
pub(super) fn merge(runs: &[(Run, Numbers)], each: &mut Each<'_>) {
    let mut cursors: Vec<Cursor<'_>> = Vec::with_capacity(runs.len());
    let mut waiting = BinaryHeap::with_capacity(runs.len());
    for (place, (run, numbers)) in runs.iter().enumerate() {
        let mut cursor = Cursor {
            rest: &run.bytes,
            terms: run.terms,
            key: Vec::new(),
            numbers,
        };
        if cursor.advance() {
            waiting.push(Reverse((cursor.key.clone(), place)));
        }
        cursors.push(cursor);
    }
    let mut found = Found::default();
    let mut key: Vec<u8> = Vec::new();
    while let Some(Reverse((next, place))) = waiting.pop() {
        if next != key {
            found.tell(&key, each);
        }
        key.clone_from(&next);
        let cursor = &mut cursors[place];
        cursor.documents(&mut found);
        if cursor.advance() {
            let mut reused = next;
            reused.clone_from(&cursor.key);
            waiting.push(Reverse((reused, place)));
        }
    }
    found.tell(&key, each);
}
