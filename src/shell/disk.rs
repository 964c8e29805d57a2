//! Reading: one walk over `content/` and `themes/` gives the source of a build.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use crate::digest::{Digest, Hasher};
use crate::output::Refusal;
use crate::parallel;
use crate::photo::{self, Fault, Look};
use crate::source::{Asset, File, Obstacle, Source, Unreadable};

pub(crate) use self::stamp::{stamp, times};

const CONTENT: &str = "content";
const THEMES: &str = "themes";

/// How much of a large file is held at a time.
const PIECE: usize = 64 * 1024;

/// Reads all input of the site at `root`; a file that is held in memory may have `limit` bytes.
///
/// Only a missing or unreadable `content/` is refused; whatever else cannot be read is listed in the source.
/// Passed over without a word: names that begin with a dot, backups and lock files of editors and office
/// programs (`…~`, `….swp`, `#…#`, `~$…`), and the droppings of file managers.
pub(crate) fn read_source(root: &Path, limit: u64) -> Result<Source, Refusal> {
    let inside = real_tops(root)?;
    let mut source = Source::default();
    let mut found = Vec::new();
    for (top, _) in &inside {
        let walk = WalkDir::new(root.join(top)).min_depth(1);
        list(&mut found, root, walk, &inside);
    }
    fill(&mut source, found, limit);
    Ok(source)
}

/// Reads again what may have changed: files and folders below `root`, there or gone. Tells whether anything did.
pub(crate) fn renew(
    source: &mut Source,
    root: &Path,
    limit: u64,
    changed: &BTreeSet<PathBuf>,
) -> Result<bool, Refusal> {
    let inside = real_tops(root)?;
    let mut after = Source::default();
    let mut before = Source::default();
    let mut found = Vec::new();
    for at in changed {
        let path = shown(at, root);
        let mut steps = path.split('/');
        let is_below = inside
            .iter()
            .any(|(top, _)| steps.clone().next() == Some(top));
        if !is_below || steps.any(passed_over) {
            continue;
        }
        take(source, &path, &mut before);
        if at.symlink_metadata().is_ok() {
            let walk = WalkDir::new(at).follow_root_links(false);
            list(&mut found, root, walk, &inside);
        }
    }
    // A folder and a file in it may both be named.
    found.sort_unstable_by(|a, b| a.path().cmp(b.path()));
    found.dedup_by(|a, b| a.path() == b.path());
    fill(&mut after, found, limit);
    sort(&mut before);
    let is_new = before != after;
    source.files.append(&mut after.files);
    source.frozen.append(&mut after.frozen);
    source.themes.append(&mut after.themes);
    source.assets.append(&mut after.assets);
    source.unreadable.append(&mut after.unreadable);
    sort(source);
    Ok(is_new)
}

/// Moves what stands at a path or below it from one source into another.
fn take(source: &mut Source, path: &str, taken: &mut Source) {
    let is_there = |one: &str| {
        let rest = one.strip_prefix(path);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let files = |from: &mut Vec<File>, to: &mut Vec<File>| {
        to.extend(from.extract_if(.., |file| is_there(&file.path)));
    };
    files(&mut source.files, &mut taken.files);
    files(&mut source.frozen, &mut taken.frozen);
    files(&mut source.themes, &mut taken.themes);
    let assets = source.assets.extract_if(.., |asset| is_there(&asset.path));
    taken.assets.extend(assets);
    let unreadable = source.unreadable.extract_if(.., |one| is_there(&one.path));
    taken.unreadable.extend(unreadable);
}

fn fill(source: &mut Source, found: Vec<Found>, limit: u64) {
    let parts: Vec<Part> = parallel::map_owned(found, |found| match found {
        Found::File { path, at } => read(path, &at, limit),
        Found::Obstacle { path, why } => Part::Unreadable(Unreadable { path, why }),
    });
    for part in parts {
        match part {
            Part::File(file) => source.files.push(file),
            Part::Frozen(file) => source.frozen.push(file),
            Part::Theme(file) => source.themes.push(file),
            Part::Asset(asset) => source.assets.push(asset),
            Part::Unreadable(unreadable) => source.unreadable.push(unreadable),
        }
    }
    sort(source);
}

/// The folders to walk, by name, with the place where each really is: links may lead there and nowhere else.
fn real_tops(root: &Path) -> Result<Vec<(&'static str, PathBuf)>, Refusal> {
    let site = root.canonicalize().map_err(Refusal::at("read", root))?;
    let mut tops = Vec::new();
    for top in [CONTENT, THEMES] {
        let at = root.join(top);
        if top == THEMES && at.symlink_metadata().is_err() {
            continue;
        }
        let real = at.canonicalize().map_err(Refusal::at("read", &at))?;
        if !real.starts_with(&site) {
            let outside = io::Error::from(ErrorKind::PermissionDenied);
            return Err(Refusal::at("follow-link", &at)(outside));
        }
        fs::read_dir(&at).map_err(Refusal::at("read", &at))?;
        tops.push((top, real));
    }
    Ok(tops)
}

/// What the walk met: a file that looks readable, or something that is none.
enum Found {
    File { path: String, at: PathBuf },
    Obstacle { path: String, why: Obstacle },
}

impl Found {
    fn path(&self) -> &str {
        match self {
            Found::File { path, .. } | Found::Obstacle { path, .. } => path,
        }
    }
}

/// What became of a file that was met.
enum Part {
    File(File),
    Frozen(File),
    Theme(File),
    Asset(Asset),
    Unreadable(Unreadable),
}

fn list(found: &mut Vec<Found>, root: &Path, walk: WalkDir, inside: &[(&str, PathBuf)]) {
    let mut walk = walk.into_iter();
    while let Some(entry) = walk.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let path = shown(error.path().unwrap_or(root), root);
                let kind = error.io_error().map_or(ErrorKind::Other, io::Error::kind);
                let why = Obstacle::Refused(kind);
                found.push(Found::Obstacle { path, why });
                continue;
            }
        };
        let folder = entry.file_type().is_dir();
        let name = entry.file_name().to_str();
        let why = match name {
            Some(name) if passed_over(name) => {
                if folder {
                    walk.skip_current_dir();
                }
                continue;
            }
            Some(_) if folder => continue,
            Some(_) => obstacle(&entry, inside),
            None => Some(Obstacle::NameNotUtf8),
        };
        // Nothing below a folder can be named when the folder itself cannot.
        if folder {
            walk.skip_current_dir();
        }
        let path = shown(entry.path(), root);
        let at = entry.into_path();
        found.push(match why {
            None => Found::File { path, at },
            Some(why) => Found::Obstacle { path, why },
        });
    }
}

fn passed_over(name: &str) -> bool {
    name.starts_with('.')
        || name.starts_with("~$")
        || name.ends_with('~')
        || name.ends_with(".swp")
        || (name.len() > 1 && name.starts_with('#') && name.ends_with('#'))
        || ["Thumbs.db", "desktop.ini"]
            .iter()
            .any(|dropping| name.eq_ignore_ascii_case(dropping))
}

/// What stands against reading an entry that is no folder; a pipe must not even be opened, it would wait for ever.
fn obstacle(entry: &DirEntry, inside: &[(&str, PathBuf)]) -> Option<Obstacle> {
    let kind = entry.file_type();
    if kind.is_file() {
        return None;
    }
    if !kind.is_symlink() {
        return Some(Obstacle::NotAFile);
    }
    let real = match entry.path().canonicalize() {
        Ok(real) => real,
        Err(error) if error.kind() == ErrorKind::NotFound => return Some(Obstacle::LinkBroken),
        Err(error) => return Some(Obstacle::Refused(error.kind())),
    };
    if !inside.iter().any(|(_, top)| real.starts_with(top)) {
        return Some(Obstacle::LinkOutside);
    }
    match real.metadata() {
        Ok(facts) if facts.is_file() => None,
        Ok(facts) if facts.is_dir() => Some(Obstacle::LinkToFolder),
        Ok(_) => Some(Obstacle::NotAFile),
        Err(error) => Some(Obstacle::Refused(error.kind())),
    }
}

/// The path as the source has it: relative to the site's folder, with `/`.
fn shown(path: &Path, root: &Path) -> String {
    let parts = path.strip_prefix(root).unwrap_or(path).components();
    let names: Vec<_> = parts
        .map(|part| part.as_os_str().to_string_lossy())
        .collect();
    names.join("/")
}

/// The least that the file of a released edition may have.
const FROZEN_BYTES: u64 = 64 * 1024 * 1024;

fn read(path: String, at: &Path, limit: u64) -> Part {
    let as_part: fn(File) -> Part = if path.starts_with("themes/") {
        Part::Theme
    } else if path.starts_with("content/assets/") {
        return read_asset(path, at);
    } else if has_ending(&path, &[".md", ".yaml", ".yml"]) {
        Part::File
    } else if has_ending(&path, &[".frozen.json"]) {
        Part::Frozen
    } else {
        return read_asset(path, at);
    };
    // What was released is read again, however long its tables are.
    let limit = match has_ending(&path, &[".frozen.json"]) {
        true => limit.max(FROZEN_BYTES),
        false => limit,
    };
    match read_limited(at, limit) {
        Ok(bytes) => as_part(File {
            path,
            bytes: bytes.into(),
        }),
        Err(why) => Part::Unreadable(Unreadable { path, why }),
    }
}

/// Endings are compared without case, because a file from Windows may be called `README.MD`.
fn has_ending(path: &str, endings: &[&str]) -> bool {
    endings.iter().any(|ending| {
        let start = path.len().checked_sub(ending.len());
        start
            .and_then(|start| path.get(start..))
            .is_some_and(|end| end.eq_ignore_ascii_case(ending))
    })
}

fn read_limited(at: &Path, limit: u64) -> Result<Vec<u8>, Obstacle> {
    let refused = |error: io::Error| Obstacle::Refused(error.kind());
    let file = fs::File::open(at).map_err(refused)?;
    let size = file.metadata().map_err(refused)?.len();
    if size > limit {
        return Err(Obstacle::TooLarge { size, limit });
    }
    // One byte more than is expected, so that the end is seen without growing the buffer.
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0) + 1);
    let mut held = file.take(limit.saturating_add(1));
    held.read_to_end(&mut bytes).map_err(refused)?;
    let size = bytes.len() as u64;
    if size > limit {
        return Err(Obstacle::TooLarge { size, limit });
    }
    Ok(bytes)
}

fn read_asset(path: String, at: &Path) -> Part {
    match listed(&path, at) {
        Ok((size, digest, look)) => {
            let digest = digest.hex();
            Part::Asset(Asset {
                path,
                size,
                digest,
                look,
            })
        }
        Err(error) => {
            let why = Obstacle::Refused(error.kind());
            Part::Unreadable(Unreadable { path, why })
        }
    }
}

/// Size and digest of a file, and what it is. An image is held for a moment, anything else goes by in pieces.
fn listed(path: &str, at: &Path) -> io::Result<(u64, Digest, Option<Look>)> {
    let mut file = fs::File::open(at)?;
    let mut first = Vec::new();
    file.by_ref().take(16).read_to_end(&mut first)?;
    if !photo::is_candidate(path, &first) {
        let (size, digest) = pour(&mut first.chain(file), &mut io::sink())?;
        return Ok((size, digest, None));
    }
    let mut bytes = first;
    let most = photo::MOST_BYTES - bytes.len() as u64;
    file.by_ref().take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > photo::MOST_BYTES {
        let (size, digest) = pour(&mut bytes.chain(file), &mut io::sink())?;
        return Ok((size, digest, Some(Look::Faulty(Fault::TooManyBytes))));
    }
    let look = photo::look(path, &bytes);
    Ok((bytes.len() as u64, Digest::of(&bytes), look))
}

/// The bytes of an asset, if they still are what was listed.
pub(super) fn asset_bytes(root: &Path, asset: &Asset) -> Result<Vec<u8>, Refusal> {
    let at = root.join(&asset.path);
    let bytes = fs::read(&at).map_err(Refusal::at("read", &at))?;
    if Digest::of(&bytes).hex() != asset.digest {
        let changed = io::Error::from(ErrorKind::ResourceBusy);
        return Err(Refusal::at("read", &at)(changed));
    }
    Ok(bytes)
}

/// A small file when it is there and can be read: the settings, before the limits that they set are known.
pub(super) fn small_file(at: &Path) -> Option<Vec<u8>> {
    const SMALL: u64 = 1024 * 1024;
    read_limited(at, SMALL).ok()
}

/// Size and digest of a file, read in pieces.
pub(super) fn fingerprint(at: &Path) -> io::Result<(u64, Digest)> {
    pour(&mut fs::File::open(at)?, &mut io::sink())
}

/// Copies in pieces, and tells how much went over and its digest.
pub(super) fn pour(from: &mut impl Read, to: &mut impl io::Write) -> io::Result<(u64, Digest)> {
    let mut piece = vec![0; PIECE];
    let mut hasher = Hasher::new();
    let mut size = 0;
    loop {
        let length = match from.read(&mut piece) {
            Ok(0) => return Ok((size, hasher.finish())),
            Ok(length) => length,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        hasher.update(&piece[..length]);
        to.write_all(&piece[..length])?;
        size += length as u64;
    }
}

fn sort(source: &mut Source) {
    for files in [&mut source.files, &mut source.frozen, &mut source.themes] {
        files.sort_unstable_by(|a, b| a.path.cmp(&b.path));
    }
    source.assets.sort_unstable_by(|a, b| a.path.cmp(&b.path));
    source
        .unreadable
        .sort_unstable_by(|a, b| a.path.cmp(&b.path));
}

mod stamp;
#[cfg(test)]
mod tests;
