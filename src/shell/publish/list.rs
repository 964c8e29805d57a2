//! The list of what a build wrote: it marks a folder as ours, names its audience, and tells our files from all others.
//!
//! `.tongbao/files` is the same on every machine; what belongs to this disk alone stands in `.tongbao/times`,
//! `.tongbao/inputs` and `.tongbao/pages`.

use std::collections::BTreeMap;
use std::fs::{self, File, Metadata};
use std::io::{self, BufRead, BufReader, ErrorKind, Read, Write};
use std::path::Path;
use std::time::UNIX_EPOCH;

use crate::digest::Digest;
use crate::output::Refusal;

use super::walk::{Kind, Met};

/// The folder within a site that is the publisher's own.
pub(super) const OWN: &str = ".tongbao";
pub(super) const FILES: &str = ".tongbao/files";
pub(super) const TIMES: &str = ".tongbao/times";
pub(super) const INPUTS: &str = ".tongbao/inputs";
pub(super) const NOTE: &str = ".tongbao/pages";
const PART: &str = ".tongbao/files.part";

const FILES_HEAD: &str = "tongbao-files 1 ";
const TIMES_HEAD: &str = "tongbao-times 1 ";

/// A file as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) digest: Digest,
    pub(super) size: u64,
    /// Nanoseconds since 1970; without it, the file's bytes have to be compared.
    pub(super) modified: Option<i64>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct List {
    pub(super) audience: String,
    /// One more with each publication: tells a site that was not yet published from one that was replaced.
    pub(super) sequence: Option<u64>,
    pub(super) entries: BTreeMap<String, Entry>,
}

impl List {
    pub(super) fn empty(audience: &str) -> List {
        List {
            audience: audience.to_owned(),
            sequence: None,
            entries: BTreeMap::new(),
        }
    }

    /// Whether an entry is a file of ours, or a folder that was made for one.
    pub(super) fn has(&self, met: &Met) -> bool {
        let Some(path) = met.listed_as() else {
            return false;
        };
        match met.kind {
            Kind::Folder { .. } => {
                let within = format!("{path}/");
                let next = self.entries.range(within.clone()..).next();
                next.is_some_and(|(file, _)| file.starts_with(&within))
            }
            Kind::Link | Kind::File => self.entries.contains_key(&path),
        }
    }

    /// The list within `folder`, if there is one.
    pub(super) fn read(folder: &Path) -> Result<Option<List>, Refusal> {
        let at = folder.join(FILES);
        let text = match fs::read_to_string(&at) {
            Ok(text) => text,
            Err(error) if is_absent(&error) => return Ok(None),
            Err(error) => return Err(Refusal::at("read-list", &at)(error)),
        };
        let Some(mut list) = parse(&text) else {
            let unknown = io::Error::from(ErrorKind::InvalidData);
            return Err(Refusal::at("read-list", &at)(unknown));
        };
        // Without its times a list still holds: it only makes the next build compare bytes.
        if let Ok(times) = fs::read_to_string(folder.join(TIMES)) {
            list.add_times(&times, &Digest::of(text.as_bytes()));
        }
        Ok(Some(list))
    }

    fn add_times(&mut self, times: &str, of: &Digest) -> Option<()> {
        let (head, lines) = times.split_once('\n')?;
        let (sequence, digest) = head.strip_prefix(TIMES_HEAD)?.split_once(' ')?;
        let times: Vec<i64> = lines.lines().map_while(|line| line.parse().ok()).collect();
        if digest != of.hex() || times.len() != self.entries.len() {
            return None;
        }
        self.sequence = sequence.parse().ok();
        for (entry, time) in self.entries.values_mut().zip(times) {
            entry.modified = Some(time);
        }
        Some(())
    }

    /// Writes the list into `folder`, which has none yet.
    ///
    /// Only the list is forced to the disk. After a loss of power the site's newest files may be short; the folder
    /// is still known as ours then, and the next build sees their sizes and writes them again.
    pub(super) fn write(&self, folder: &Path) -> Result<(), Refusal> {
        let mut text = format!("{FILES_HEAD}{}\n", self.audience);
        let mut times = String::new();
        for (path, entry) in &self.entries {
            text += &format!("{} {} {path}\n", entry.digest.hex(), entry.size);
            times += &format!("{}\n", entry.modified.unwrap_or(i64::MIN));
        }
        let of = Digest::of(text.as_bytes()).hex();
        let times = format!("{TIMES_HEAD}{} {of}\n{times}", self.sequence.unwrap_or(0));
        let own = folder.join(OWN);
        fs::create_dir_all(&own).map_err(Refusal::at("write-list", &own))?;
        let at = folder.join(TIMES);
        fs::write(&at, times).map_err(Refusal::at("write-list", &at))?;
        let part = folder.join(PART);
        let written = File::create_new(&part).and_then(|mut file| {
            file.write_all(text.as_bytes())?;
            file.sync_all()
        });
        written.map_err(Refusal::at("write-list", &part))?;
        // It has its name only when it is whole: a folder with a list is a whole site.
        fs::rename(&part, folder.join(FILES)).map_err(Refusal::at("write-list", &part))
    }
}

/// Whose site `folder` holds; `None` if none of ours, `InvalidData` if a list that this program cannot read.
pub(super) fn audience_of(folder: &Path) -> io::Result<Option<String>> {
    let file = match File::open(folder.join(FILES)) {
        Ok(file) => file,
        Err(error) if is_absent(&error) => return Ok(None),
        Err(error) => return Err(error),
    };
    let mut head = String::new();
    // No audience has a name of this length: what goes on and on is no list.
    BufReader::new(file.take(4096)).read_line(&mut head)?;
    match head.strip_suffix('\n').and_then(audience) {
        Some(audience) => Ok(Some(audience.to_owned())),
        None => Err(ErrorKind::InvalidData.into()),
    }
}

fn audience(head: &str) -> Option<&str> {
    head.strip_prefix(FILES_HEAD)
}

fn parse(text: &str) -> Option<List> {
    let mut lines = text.strip_suffix('\n')?.split('\n');
    let audience = audience(lines.next()?)?.to_owned();
    let mut entries = BTreeMap::new();
    for line in lines {
        let (digest, rest) = line.split_once(' ')?;
        let (size, path) = rest.split_once(' ')?;
        let entry = Entry {
            digest: Digest::from_hex(digest)?,
            size: size.parse().ok()?,
            modified: None,
        };
        // A path that leads out of the site was not written by this program, and must never be removed by it.
        if !is_site_path(path) || entries.insert(path.to_owned(), entry).is_some() {
            return None;
        }
    }
    Some(List {
        audience,
        sequence: None,
        entries,
    })
}

/// Whether a path is one that a sink takes: relative, with `/`, printable ASCII, within the site, and not in our own folder.
pub(super) fn is_site_path(path: &str) -> bool {
    let good = |part: &str| {
        let signs = part.bytes().all(|b| b == b' ' || b.is_ascii_graphic());
        signs && !matches!(part, "" | "." | "..") && !part.contains(['\\', ':'])
    };
    let top = path.split('/').next();
    path.split('/').all(good) && !top.is_some_and(|top| top.eq_ignore_ascii_case(OWN))
}

/// When a file was last written, as it stands in a list.
pub(super) fn modified(facts: &Metadata) -> Option<i64> {
    let time = facts.modified().ok()?;
    match time.duration_since(UNIX_EPOCH) {
        Ok(after) => i64::try_from(after.as_nanos()).ok(),
        Err(before) => i64::try_from(before.duration().as_nanos()).ok().map(|n| -n),
    }
}

/// Nothing of that name, or nothing that could hold that name.
pub(super) fn is_absent(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}
