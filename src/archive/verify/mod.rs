//! The four checks of a package, DA/T 70-2018: authenticity, integrity, usability, safety.

mod listing;
mod look;
mod said;

use std::collections::BTreeMap;

use super::bag::{DECLARATION, DECLARED, INFO, MANIFEST, SIGNATURE, TAG_MANIFEST};
use super::signature::{Standing, standing};
use super::{Signers, format};

/// What stands in a folder, as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    /// From the folder, with `/`; what is not UTF-8 in it is shown as U+FFFD.
    pub(crate) path: String,
    pub(crate) kind: Kind,
    pub(crate) size: u64,
    /// SHA-256 in lower-case hexadecimal.
    pub(crate) digest: String,
    /// All bytes of what is text by its name, else the first.
    pub(crate) bytes: Vec<u8>,
    pub(crate) is_executable: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    File,
    Link,
    EmptyFolder,
    /// Neither file nor folder, or a name that is not UTF-8.
    Other,
}

impl Entry {
    /// Whether all bytes of a file of this name are looked into.
    pub(crate) fn is_read(path: &str) -> bool {
        format::is_text(path) || !path.starts_with("data/")
    }

    /// How many bytes of any other are.
    pub(crate) const HEAD: usize = format::HEAD;
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Section {
    Authenticity,
    Integrity,
    Usability,
    Safety,
}

impl Section {
    pub(crate) const ALL: [Section; 4] = [
        Section::Authenticity,
        Section::Integrity,
        Section::Usability,
        Section::Safety,
    ];

    pub(crate) fn word(self) -> &'static str {
        match self {
            Section::Authenticity => "authenticity",
            Section::Integrity => "integrity",
            Section::Usability => "usability",
            Section::Safety => "safety",
        }
    }
}

/// What is wrong, or worth knowing: a code in words, the file, and what else there is to say.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Fault {
    pub(crate) section: Section,
    pub(crate) path: String,
    pub(crate) code: &'static str,
    pub(crate) detail: String,
}

impl Fault {
    fn new(section: Section, code: &'static str, path: &str, detail: &str) -> Fault {
        let (path, detail) = (path.to_owned(), detail.to_owned());
        Fault {
            section,
            path,
            code,
            detail,
        }
    }
}

/// All that was found, in the order of sections and paths.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Verdict {
    pub(crate) faults: Vec<Fault>,
    /// Known and not wrong: who signed.
    pub(crate) notes: Vec<Fault>,
}

impl Verdict {
    pub(crate) fn of(&self, section: Section) -> impl Iterator<Item = &Fault> {
        self.faults
            .iter()
            .filter(move |fault| fault.section == section)
    }
}

/// The files of a folder, by path.
struct Folder<'e>(BTreeMap<&'e str, &'e Entry>);

impl<'e> Folder<'e> {
    fn file(&self, path: &str) -> Option<&'e Entry> {
        self.0
            .get(path)
            .copied()
            .filter(|entry| entry.kind == Kind::File)
    }

    fn text(&self, path: &str) -> Option<&'e str> {
        let text = std::str::from_utf8(&self.file(path)?.bytes).ok()?;
        Some(text.trim_start_matches('\u{feff}'))
    }

    fn files(&self) -> impl Iterator<Item = &'e Entry> {
        self.0
            .values()
            .copied()
            .filter(|entry| entry.kind == Kind::File)
    }
}

/// Checks a folder as a package; `signers` when it is to be signed by somebody. A folder that declares nothing and has
/// no manifest is none, and nothing else is said of it.
pub(crate) fn verify(name: &str, entries: &[Entry], signers: Option<&Signers<'_>>) -> Verdict {
    let is_there = |own: &str| entries.iter().any(|entry| entry.path == own);
    if !is_there(DECLARED) && !is_there(MANIFEST) {
        return Verdict {
            faults: vec![Fault::new(Section::Integrity, "no-package", name, "")],
            notes: Vec::new(),
        };
    }
    let folder = Folder(
        entries
            .iter()
            .map(|entry| (entry.path.as_str(), entry))
            .collect(),
    );
    let mut verdict = Verdict::default();
    entries_are_files(entries, &mut verdict.faults);
    declaration(&folder, &mut verdict.faults);
    listing::check(&folder, &mut verdict.faults);
    said::check(&folder, &mut verdict.faults);
    look::check(&folder, &mut verdict.faults);
    signed(&folder, signers, &mut verdict);
    verdict.faults.sort();
    verdict.faults.dedup();
    verdict
}

/// No links, no pipes, no programs, and at the top nothing that a package does not have.
fn entries_are_files(entries: &[Entry], faults: &mut Vec<Fault>) {
    let own = [DECLARED, INFO, MANIFEST, TAG_MANIFEST, SIGNATURE];
    for entry in entries {
        let path = &entry.path;
        let mut wrong = |code| faults.push(Fault::new(Section::Safety, code, path, ""));
        match entry.kind {
            Kind::Link => wrong("link"),
            Kind::EmptyFolder => {
                wrong("empty-folder");
                continue;
            }
            Kind::Other => wrong("special"),
            Kind::File if entry.is_executable || format::is_program(&entry.bytes) => {
                wrong("program")
            }
            Kind::File => {}
        }
        if !path.starts_with("data/") && !own.contains(&path.as_str()) {
            wrong(if path == "fetch.txt" {
                "fetch"
            } else {
                "stray"
            });
        }
    }
}

fn declaration(folder: &Folder<'_>, faults: &mut Vec<Fault>) {
    let Some(file) = folder.file(DECLARED) else {
        faults.push(Fault::new(Section::Integrity, "missing", DECLARED, ""));
        return;
    };
    let bytes = file
        .bytes
        .strip_prefix(b"\xef\xbb\xbf")
        .unwrap_or(&file.bytes);
    let text = String::from_utf8_lossy(bytes)
        .replace("\r\n", "\n")
        .replace('\r', "\n");
    if text.trim_end() != DECLARATION.trim_end() {
        faults.push(Fault::new(Section::Usability, "declaration", DECLARED, ""));
    }
    for name in [DECLARED, INFO, MANIFEST, TAG_MANIFEST] {
        let Some(file) = folder.file(name) else {
            continue;
        };
        if file.bytes.starts_with(b"\xef\xbb\xbf") {
            faults.push(Fault::new(Section::Usability, "bom", name, ""));
        }
        if std::str::from_utf8(&file.bytes).is_err() {
            faults.push(Fault::new(Section::Usability, "not-utf8", name, ""));
        }
    }
}

fn signed(folder: &Folder<'_>, signers: Option<&Signers<'_>>, verdict: &mut Verdict) {
    let authenticity =
        |code, detail: &str| Fault::new(Section::Authenticity, code, SIGNATURE, detail);
    let Some(signature) = folder.file(SIGNATURE) else {
        match signers {
            Some(_) => verdict.faults.push(authenticity("signature-missing", "")),
            None => verdict.notes.push(authenticity("unsigned", "")),
        }
        return;
    };
    // Without the list there is nothing that a signature could be of; that is told already.
    let Some(listing) = folder.file(TAG_MANIFEST) else {
        return;
    };
    match (standing(&listing.bytes, &signature.bytes, signers), signers) {
        (
            Standing::Fits {
                key,
                is_known: true,
            },
            Some(signers),
        ) => {
            let who = format!("{} {key}", signers.identity);
            verdict.notes.push(authenticity("signed", &who));
        }
        (Standing::Fits { key, .. }, None) => {
            verdict.notes.push(authenticity("signed-by-key", &key));
        }
        (Standing::Fits { key, .. }, Some(_)) => {
            verdict
                .faults
                .push(authenticity("signature-of-another", &key));
        }
        (Standing::Unreadable, _) => verdict
            .faults
            .push(authenticity("signature-unreadable", "")),
        (Standing::Namespace(name), _) => {
            verdict
                .faults
                .push(authenticity("signature-namespace", &name));
        }
        (Standing::Wrong, _) => verdict.faults.push(authenticity("signature-wrong", "")),
    }
}
