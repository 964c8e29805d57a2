//! Findings are placed, ordered and shown as they should be.

mod places;
mod shown;
mod table;

use crate::source::{File, FileId, Source};

use super::locate::Sought;
use super::{Finder, Lookup, Place, Step};

/// A source of these files, numbered in the order in which they are given.
fn source(files: &[(&str, &[u8])]) -> Source {
    let files = files.iter().map(|(path, bytes)| File {
        path: (*path).to_owned(),
        bytes: bytes.to_vec().into(),
    });
    Source {
        files: files.collect(),
        ..Source::default()
    }
}

/// Where `text` stands in a file for the first time.
fn at(source: &Source, file: u32, text: &str) -> Place {
    let bytes = &source.files[file as usize].bytes;
    let start = bytes
        .windows(text.len())
        .position(|window| window == text.as_bytes())
        .expect("the text is in the file");
    Place::Bytes {
        file: FileId(file),
        start,
        end: start + text.len(),
    }
}

/// Finds the value of the last key among lines of `key: value`, in the text as a whole when no key is given.
fn simple_field(text: &str, sought: &Sought) -> Option<std::ops::Range<usize>> {
    let Some(Step::Key(key)) = sought.steps.last() else {
        return sought.steps.is_empty().then_some(0..text.len());
    };
    let start = text.find(&format!("{key}: "))? + key.len() + 2;
    let length = text[start..].find(['\n', '\r'])?;
    Some(start..start + length)
}

fn simple_front_matter(text: &str) -> Option<std::ops::Range<usize>> {
    let rest = text.strip_prefix("---\n")?;
    Some(4..4 + rest.find("---\n")?)
}

fn simple_open(text: &str) -> Finder<'_> {
    Box::new(move |sought| simple_field(text, sought))
}

const LOOKUP: Lookup = Lookup {
    open: simple_open,
    front_matter: simple_front_matter,
};
