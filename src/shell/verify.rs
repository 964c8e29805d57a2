//! `tongbao verify`: the four checks of a package.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use walkdir::WalkDir;

use crate::archive::{self, Entry, Fault, Kind, Section, Signers, Verdict};
use crate::digest::Hasher;
use crate::messages::Arg;
use crate::output::Refusal;

use super::Ending;
use super::cli::{Checking, Format, Options};
use super::console::{Console, number};

/// What says that a folder is a package.
const DECLARED: &str = "bagit.txt";

/// Checks a package, or each of those that `archive all` has put into a folder.
pub(super) fn verify(options: &Options, wanted: &Checking, console: &Console) -> Ending {
    let packages = packages(&wanted.folder);
    if packages.is_empty() {
        return one(options, wanted, console);
    }
    let mut endings = Vec::with_capacity(packages.len());
    for folder in packages {
        let place = folder.display().to_string();
        console.tell("verify-package", &[("path", Arg::Text(&place))]);
        let wanted = Checking {
            folder,
            ..wanted.clone()
        };
        endings.push(one(options, &wanted, console));
    }
    let hold = endings.iter().filter(|one| **one == Ending::Well).count();
    let values = [
        ("count", Arg::Number(number(endings.len()))),
        ("hold", Arg::Number(number(hold))),
        ("fail", Arg::Number(number(endings.len() - hold))),
    ];
    console.tell("verify-all", &values);
    let refused = endings.iter().find(|one| **one == Ending::Refused);
    let findings = endings.iter().find(|one| **one == Ending::Findings);
    refused.or(findings).copied().unwrap_or(Ending::Well)
}

/// The packages in a folder that is none itself, by name.
fn packages(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut all: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|inner| inner.join(DECLARED).is_file())
        .collect();
    all.sort();
    if folder.join(DECLARED).exists() {
        all.clear();
    }
    all
}

fn one(options: &Options, wanted: &Checking, console: &Console) -> Ending {
    match look(wanted) {
        Ok(verdict) => {
            match options.format {
                Format::Json => console.print(&in_json(&verdict, console)),
                Format::Human | Format::Github => console.print(&for_people(&verdict, console)),
            }
            match verdict.faults.is_empty() {
                true => Ending::Well,
                false => Ending::Findings,
            }
        }
        Err(refusal) => {
            console.refused(&refusal);
            Ending::Refused
        }
    }
}

fn look(wanted: &Checking) -> Result<Verdict, Refusal> {
    let allowed = match &wanted.allowed {
        Some(file) => Some(fs::read(file).map_err(Refusal::at("read", file))?),
        None => None,
    };
    let allowed = allowed.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    let entries = entries(&wanted.folder)?;
    let signers = allowed.as_deref().map(|allowed| Signers {
        allowed,
        identity: wanted.identity.as_deref().unwrap_or_default(),
    });
    let name = wanted.folder.display().to_string();
    Ok(archive::verify(&name, &entries, signers.as_ref()))
}

/// Everything in the folder but the folders in it; links are not followed.
fn entries(top: &Path) -> Result<Vec<Entry>, Refusal> {
    fs::read_dir(top).map_err(Refusal::at("read", top))?;
    let mut entries = Vec::new();
    for found in WalkDir::new(top).min_depth(1).sort_by_file_name() {
        let found = found.map_err(|error| {
            let at = error.path().unwrap_or(top).to_path_buf();
            Refusal::at("read", &at)(error.into())
        })?;
        let is_folder = found.file_type().is_dir();
        // A folder is told by what is in it; one with nothing in it has to be told itself.
        if !is_folder || is_empty(found.path())? {
            entries.push(entry(top, found.path())?);
        }
    }
    Ok(entries)
}

fn is_empty(folder: &Path) -> Result<bool, Refusal> {
    let mut entries = fs::read_dir(folder).map_err(Refusal::at("read", folder))?;
    Ok(entries.next().is_none())
}

fn entry(top: &Path, at: &Path) -> Result<Entry, Refusal> {
    let parts = at.strip_prefix(top).unwrap_or(at).components();
    let mut is_utf8 = true;
    let names: Vec<String> = parts
        .map(|part| {
            is_utf8 &= part.as_os_str().to_str().is_some();
            part.as_os_str().to_string_lossy().into_owned()
        })
        .collect();
    let path = names.join("/");
    let facts = at.symlink_metadata().map_err(Refusal::at("read", at))?;
    let kind = match facts.file_type() {
        kind if kind.is_symlink() => Kind::Link,
        kind if kind.is_file() && is_utf8 => Kind::File,
        kind if kind.is_dir() => Kind::EmptyFolder,
        _ => Kind::Other,
    };
    let mut entry = Entry {
        path,
        kind,
        size: 0,
        digest: String::new(),
        bytes: Vec::new(),
        is_executable: is_executable(&facts),
    };
    if kind == Kind::File {
        read(at, &mut entry).map_err(Refusal::at("read", at))?;
    }
    Ok(entry)
}

#[cfg(unix)]
fn is_executable(facts: &fs::Metadata) -> bool {
    use std::os::unix::fs::PermissionsExt;
    facts.is_file() && facts.permissions().mode() & 0o111 != 0
}

#[cfg(not(unix))]
fn is_executable(_: &fs::Metadata) -> bool {
    false
}

/// Size, digest, and as many of the bytes as are looked into.
fn read(at: &Path, entry: &mut Entry) -> std::io::Result<()> {
    let most = if Entry::is_read(&entry.path) {
        usize::MAX
    } else {
        Entry::HEAD
    };
    let mut file = fs::File::open(at)?;
    let mut hasher = Hasher::new();
    let mut piece = vec![0; 64 * 1024];
    loop {
        let length = match file.read(&mut piece) {
            Ok(0) => break,
            Ok(length) => length,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        hasher.update(&piece[..length]);
        entry.size += length as u64;
        let wanted = most.saturating_sub(entry.bytes.len()).min(length);
        entry.bytes.extend_from_slice(&piece[..wanted]);
    }
    entry.digest = hasher.finish().hex();
    Ok(())
}

fn said(fault: &Fault, console: &Console) -> String {
    let values = [
        ("path", Arg::Text(&fault.path)),
        ("detail", Arg::Text(&fault.detail)),
    ];
    console
        .words()
        .say(&format!("verify-{}", fault.code), &values)
}

/// A section each, with all that is wrong in it.
fn for_people(verdict: &Verdict, console: &Console) -> String {
    if let [fault] = verdict.faults.as_slice()
        && fault.code == "no-package"
    {
        return format!("{}\n", said(fault, console));
    }
    let mut text = String::new();
    for section in Section::ALL {
        let faults: Vec<&Fault> = verdict.of(section).collect();
        let unsigned = verdict.notes.iter().any(|note| note.code == "unsigned");
        let holds = if faults.is_empty() && section == Section::Authenticity && unsigned {
            "verify-digests"
        } else if faults.is_empty() {
            "verify-holds"
        } else {
            "verify-fails"
        };
        let name = console
            .words()
            .say(&format!("verify-{}", section.word()), &[]);
        text.push_str(&console.words().say(holds, &[("section", Arg::Text(&name))]));
        text.push('\n');
        let notes = verdict.notes.iter().filter(|note| note.section == section);
        for one in faults.into_iter().chain(notes) {
            text.push_str(&format!("  - {}\n", said(one, console)));
        }
    }
    text
}

fn in_json(verdict: &Verdict, console: &Console) -> String {
    let one = |fault: &Fault| -> Value {
        json!({"code": fault.code, "path": fault.path, "detail": fault.detail, "message": said(fault, console)})
    };
    let mut all = serde_json::Map::new();
    all.insert("holds".to_owned(), verdict.faults.is_empty().into());
    for section in Section::ALL {
        let findings: Vec<Value> = verdict.of(section).map(one).collect();
        let notes = verdict.notes.iter().filter(|note| note.section == section);
        let notes: Vec<Value> = notes.map(one).collect();
        let value = json!({"holds": findings.is_empty(), "findings": findings, "notes": notes});
        all.insert(section.word().to_owned(), value);
    }
    format!("{}\n", Value::Object(all))
}
