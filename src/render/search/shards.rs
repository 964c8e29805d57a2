//! The files of a search: what is in each, and how it is written.
//!
//! Every file is one call, `tongbaoSearch(family, name, value)`, for a page on a disk can load nothing but scripts.
//!
//! - `search/index.js`, family `i`, its name is the version: how many documents there are, how many letters a document's number
//!   takes, how many titles a shard of titles has; `bounds`, the first term of each shard of the index; `texts`, for each batch
//!   of pages how many documents each of its shards of text has; types, units, areas and years, each with its documents.
//! - `search/g/<number>.js`: the index. Heads, parted by spaces, each with its entries after commas: the second letter, or a full
//!   stop where there is none, then the documents (`list`), and after another full stop those that have the term in a name,
//!   nothing when that is all of them. The head is a word, or the first letter of a pair. All in the order of letters.
//! - `search/d/<number>.js`: titles, with the address and the day after tabs.
//! - `search/t/<batch>-<part>.js`: texts, as `text` writes them.
//!
//! Documents are numbered in the order of pages.

use std::fmt::Write as _;

use crate::digest::Hasher;
use crate::output::{Refusal, Sink};
use crate::site::{KINDS, Words};

use super::postings::{Found, Numbers, Run, merge};
use super::{Batch, Document, Note, Put, Standing, list};

/// How many bytes of the index a shard has, more or less.
const INDEX: usize = 16 * 1024;
/// How many titles a shard has.
const TITLES: usize = 48;

/// Puts the index and the titles of all batches, and last what says where everything is. Where batches stand as they were, so
/// does the index that they are in.
pub(crate) fn put(
    batches: Vec<Batch>,
    standing: Option<Standing>,
    (choices, words): (&[Vec<Option<String>>; 2], &Words<'_>),
    sink: &dyn Sink,
) -> Result<Put, Refusal> {
    let standing = standing.map(|standing| standing.beside(&batches));
    let mut runs: Vec<(Run, Numbers)> = standing.into_iter().collect();
    let (mut documents, mut texts) = (Vec::new(), Vec::with_capacity(batches.len()));
    let mut digest = Hasher::new();
    for batch in batches {
        digest.update(batch.texts.digest.as_bytes());
        let numbers = Numbers::From(documents.len() as u32);
        runs.extend(batch.run.map(|run| (run, numbers)));
        documents.extend(batch.documents);
        texts.push(batch.texts);
    }
    let width = list::width(documents.len());
    let mut writer = Writer {
        sink,
        width,
        digest,
        files: texts.iter().map(|texts| texts.shards.len()).sum(),
    };
    let bounds = writer.index(&runs)?;
    drop(runs);
    writer.titles(&documents)?;
    let facets = facets(&documents, choices, words, width);
    let mut manifest = String::from("{");
    let _ = write!(
        manifest,
        "documents:{},width:{width},titles:{TITLES}",
        documents.len()
    );
    let counts: Vec<String> = texts.iter().map(counts).collect();
    for (name, value) in [("bounds", bounds.join(" ")), ("texts", counts.join(" "))] {
        let _ = write!(manifest, ",{name}:{}", quoted(&value));
    }
    for (name, facet) in ["kinds", "units", "areas", "years"].into_iter().zip(facets) {
        let _ = write!(manifest, ",{name}:{}", quoted(&facet));
    }
    writer.digest.update(manifest.as_bytes());
    let version = &writer.digest.finish().hex()[..12];
    let manifest = format!("tongbaoSearch(\"i\",\"{version}\",{manifest}}});\n");
    sink.put("search/index.js", manifest.as_bytes())?;
    Ok(Put {
        files: writer.files + 1,
        note: Note {
            index: bounds.len(),
            batches: texts,
        },
    })
}

fn counts(texts: &super::Texts) -> String {
    let counts: Vec<String> = texts.shards.iter().map(usize::to_string).collect();
    counts.join(",")
}

struct Writer<'s> {
    sink: &'s dyn Sink,
    width: u32,
    digest: Hasher,
    files: usize,
}

impl Writer<'_> {
    fn put(&mut self, family: &str, name: &str, value: &str) -> Result<(), Refusal> {
        let file = shard(family, name, value);
        self.digest.update(&file);
        self.files += 1;
        self.sink.put(&path(family, name), &file)
    }

    /// Tells the first term of each shard.
    fn index(&mut self, runs: &[(Run, Numbers)]) -> Result<Vec<String>, Refusal> {
        let mut bounds: Vec<String> = Vec::new();
        let (mut text, mut head) = (String::new(), String::new());
        let mut refused = None;
        let width = self.width;
        merge(runs, &mut |(next, second), found: &Found| {
            if text.len() >= INDEX {
                let name = (bounds.len() - 1).to_string();
                if let Err(refusal) = self.put("g", &name, &quoted(&text)) {
                    refused.get_or_insert(refusal);
                }
                text.clear();
            }
            let mut letter = [0; 4];
            let second = second.map_or(".", |c| c.encode_utf8(&mut letter));
            if text.is_empty() {
                bounds.push(format!("{next},{second}"));
            }
            if text.is_empty() || next != head {
                if !text.is_empty() {
                    text.push(' ');
                }
                next.clone_into(&mut head);
                text.push_str(next);
            }
            text.push(',');
            text.push_str(second);
            text.push_str(&list::written(&found.all, width));
            if !found.titles.is_empty() {
                text.push('.');
                if found.titles.len() < found.all.len() {
                    text.push_str(&list::written(&found.titles, width));
                }
            }
        });
        if let Some(refusal) = refused {
            return Err(refusal);
        }
        if !text.is_empty() {
            let name = (bounds.len() - 1).to_string();
            self.put("g", &name, &quoted(&text))?;
        }
        Ok(bounds)
    }

    fn titles(&mut self, documents: &[Document]) -> Result<(), Refusal> {
        for (number, some) in documents.chunks(TITLES).enumerate() {
            let lines = some.iter().map(|document| {
                let date = document
                    .entry
                    .date
                    .map(|day| day.to_string())
                    .unwrap_or_default();
                let title = document.title.replace(char::is_whitespace, " ");
                let line = format!("{title}\t{}\t{date}", document.route);
                quoted(line.trim_end_matches('\t'))
            });
            let lines: Vec<String> = lines.collect();
            self.put(
                "d",
                &number.to_string(),
                &format!("[{}]", lines.join(",\n")),
            )?;
        }
        Ok(())
    }
}

/// A shard of texts while it is filled; it is put while pages are printed.
pub(super) struct Texts {
    file: String,
    /// How many texts it has, and how many bytes they had before they were quoted.
    pub(super) count: usize,
    pub(super) held: usize,
}

impl Texts {
    pub(super) fn new(name: &str) -> Texts {
        let file = format!("{}[", head("t", name));
        let (count, held) = (0, 0);
        Texts { file, count, held }
    }

    pub(super) fn add(&mut self, text: &str) {
        if self.count > 0 {
            self.file.push_str(",\n");
        }
        self.file.reserve(text.len() + 8);
        quote(text, &mut self.file);
        self.count += 1;
        self.held += text.len();
    }

    pub(super) fn finish(mut self) -> Vec<u8> {
        self.file.push(']');
        self.file.push_str(TAIL);
        self.file.into_bytes()
    }
}

/// Where a file stands.
pub(super) fn path(family: &str, name: &str) -> String {
    format!("search/{family}/{name}.js")
}

/// What a shard of texts is called.
pub(super) fn part(batch: usize, part: usize) -> String {
    format!("{batch}-{part}")
}

pub(super) fn text_path(batch: usize, part: usize) -> String {
    path("t", &self::part(batch, part))
}

/// The one text of a file, where no letter of it had to be quoted.
pub(super) fn plain<'t>(text: &'t str, family: &str, name: &str) -> Option<&'t str> {
    let value = text.strip_prefix(&head(family, name))?.strip_suffix(TAIL)?;
    let inside = value.strip_prefix('"')?.strip_suffix('"')?;
    (!inside.contains(['"', '\\'])).then_some(inside)
}

fn shard(family: &str, name: &str, value: &str) -> Vec<u8> {
    format!("{}{value}{TAIL}", head(family, name)).into_bytes()
}

/// What stands before the value of a file, and what behind it.
fn head(family: &str, name: &str) -> String {
    format!("tongbaoSearch(\"{family}\",\"{name}\",")
}

const TAIL: &str = ");\n";

/// For each choice, parted by tabs, its words and its documents: types, units, areas and years. What has no documents is
/// left out.
fn facets(
    documents: &[Document],
    choices: &[Vec<Option<String>>; 2],
    words: &Words<'_>,
    width: u32,
) -> [String; 4] {
    let mut kinds = vec![Vec::new(); KINDS.len()];
    let mut years: std::collections::BTreeMap<i16, Vec<u32>> = std::collections::BTreeMap::new();
    let mut units = vec![Vec::new(); choices[0].len()];
    let mut areas = vec![Vec::new(); choices[1].len()];
    for (number, document) in (0..).zip(documents) {
        let entry = &document.entry;
        let kind = KINDS.iter().position(|kind| *kind == entry.kind);
        kinds[kind.expect("invariant: KINDS lists every type")].push(number);
        entry
            .years
            .iter()
            .for_each(|year| years.entry(*year).or_default().push(number));
        entry
            .units
            .iter()
            .for_each(|key| units[key.place()].push(number));
        entry
            .areas
            .iter()
            .for_each(|key| areas[key.place()].push(number));
    }
    let joined = |all: Vec<(String, Vec<u32>)>| {
        let some = all.into_iter().filter(|(_, found)| !found.is_empty());
        let written = some.map(|(word, mut found)| {
            found.dedup();
            format!("{word}\t{}", list::written(&found, width))
        });
        written.collect::<Vec<_>>().join("\t")
    };
    let named = |names: &[Option<String>], found: Vec<Vec<u32>>| {
        let both = names.iter().zip(found);
        both.filter_map(|(name, found)| Some((name.clone()?, found)))
            .collect()
    };
    let kinds = KINDS.iter().zip(kinds);
    let kinds = kinds.map(|(kind, found)| (words.of("word", kind), found));
    let years = years.into_iter().rev();
    [
        joined(kinds.collect()),
        joined(named(&choices[0], units)),
        joined(named(&choices[1], areas)),
        joined(
            years
                .map(|(year, found)| (year.to_string(), found))
                .collect(),
        ),
    ]
}

fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    quote(text, &mut out);
    out
}

/// A text as a script writes it; tabs stay as they are.
fn quote(text: &str, out: &mut String) {
    out.push('"');
    let mut done = 0;
    // The two ends of a line that only scripts know begin with the last of these.
    let is_open = |b: &u8| !matches!(b, b'"' | b'\\' | b'\n' | b'\r' | 0xe2);
    while let Some(more) = text.as_bytes()[done..].iter().position(|b| !is_open(b)) {
        let (open, rest) = text[done..].split_at(more);
        out.push_str(open);
        let mut letters = rest.chars();
        match letters.next() {
            Some(c @ ('"' | '\\')) => out.extend(['\\', c]),
            Some('\n') => out.push_str("\\n"),
            Some('\r') => out.push_str("\\r"),
            Some('\u{2028}') => out.push_str("\\u2028"),
            Some('\u{2029}') => out.push_str("\\u2029"),
            other => out.extend(other),
        }
        done = text.len() - letters.as_str().len();
    }
    out.push_str(&text[done..]);
    out.push('"');
}
