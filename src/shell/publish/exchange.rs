//! One site in place of another: the exchange itself, the end of the replaced site, and what a killed build left behind.

use std::fs::{self, Metadata};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::output::Refusal;
use crate::shell::disk::fingerprint;

use super::list::{FILES, INPUTS, List, NOTE, OWN, TIMES, is_absent};
use super::means::Means;
use super::target::Target;
use super::walk::{Kind, Met, walk};

/// Puts the site that stands ready in its place, and tells where the one before stands now.
pub(super) fn swap(target: &Target, means: &Means) -> Result<Option<PathBuf>, Refusal> {
    let (site, staging, retired) = (&target.folder, target.staging(), target.retired());
    let refused = Refusal::at("exchange", site);
    if !exists(site)? {
        means.step()?;
        fs::rename(&staging, site).map_err(refused)?;
        return Ok(None);
    }
    if means.exchange {
        means.step()?;
        match exchange(&staging, site) {
            Ok(()) => return Ok(Some(staging)),
            Err(error) if is_unknown_to_system(&error) => {}
            Err(error) => return Err(refused(error)),
        }
    }
    means.step()?;
    if let Err(error) = fs::rename(site, &retired) {
        return Err(refused(error));
    }
    means.step()?;
    if let Err(error) = fs::rename(&staging, site) {
        // If this fails as well, the next build does it.
        drop(fs::rename(&retired, site));
        return Err(refused(error));
    }
    Ok(Some(retired))
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};

    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_one: &Path, _other: &Path) -> io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}

/// The system, or this file system, has no exchange: `ENOSYS`, `EOPNOTSUPP` or `EINVAL`.
fn is_unknown_to_system(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::Unsupported | ErrorKind::InvalidInput
    )
}

/// Finishes or clears away what a build that was killed left beside the target.
pub(super) fn recover(target: &Target, means: &Means) -> Result<(), Refusal> {
    let (site, staging, retired) = (&target.folder, target.staging(), target.retired());
    let refused = |act| Refusal::at(act, site);
    if exists(&retired)? && !exists(site)? {
        // Killed between the two renames.
        let ready = complete_list(&staging)?.is_some();
        let next = if ready { &staging } else { &retired };
        means.step()?;
        fs::rename(next, site).map_err(refused("recover"))?;
    }
    if exists(&retired)? {
        let list = List::read(&retired)?;
        retire(&retired, target, list.as_ref(), means)?;
    }
    if !exists(&staging)? {
        return Ok(());
    }
    match complete_list(&staging)? {
        Some(list) if was_replaced(&list, site)? => retire(&staging, target, Some(&list), means),
        _ => {
            means.step()?;
            fs::remove_dir_all(&staging).map_err(Refusal::at("recover", &staging))
        }
    }
}

/// The list of a site that was finished; a loss of power may have left half of one.
fn complete_list(folder: &Path) -> Result<Option<List>, Refusal> {
    match List::read(folder) {
        Err(refusal) if refusal.cause.kind() == ErrorKind::InvalidData => Ok(None),
        other => other,
    }
}

/// Whether `list` is of a site that stood at `site` before the one there now, and not of one that never did.
fn was_replaced(list: &List, site: &Path) -> Result<bool, Refusal> {
    let now = List::read(site)?;
    Ok(now.is_some_and(|now| match (list.sequence, now.sequence) {
        (Some(then), Some(now)) => then < now,
        // Not to be told: then nothing of other hands may be lost.
        _ => true,
    }))
}

fn exists(folder: &Path) -> Result<bool, Refusal> {
    match folder.symlink_metadata() {
        Ok(facts) if facts.is_dir() => Ok(true),
        Ok(_) => {
            let file = io::Error::from(ErrorKind::NotADirectory);
            Err(Refusal::at("read-target", folder)(file))
        }
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(Refusal::at("read-target", folder)(error)),
    }
}

/// Removes a site that was replaced: our files, and second names of foreign ones.
///
/// A foreign file that came after the others were carried across is moved to the new site, never removed.
/// The list goes last, so that a killed removal can go on.
pub(super) fn retire(
    old: &Path,
    target: &Target,
    list: Option<&List>,
    means: &Means,
) -> Result<(), Refusal> {
    let none = List::empty(&target.audience);
    let ours = list.unwrap_or(&none);
    for met in walk(old)?.iter().rev() {
        means.step()?;
        settle(met, old, &target.folder, ours)
            .map_err(Refusal::at("retire", &old.join(&met.path)))?;
    }
    for name in [NOTE, INPUTS, TIMES, FILES] {
        means.step()?;
        gone(fs::remove_file(old.join(name))).map_err(Refusal::at("retire", old))?;
    }
    means.step()?;
    gone(fs::remove_dir(old.join(OWN))).map_err(Refusal::at("retire", old))?;
    means.step()?;
    fs::remove_dir(old).map_err(Refusal::at("retire", old))
}

fn gone(removed: io::Result<()>) -> io::Result<()> {
    match removed {
        Err(error) if is_absent(&error) => Ok(()),
        other => other,
    }
}

fn settle(met: &Met, old: &Path, site: &Path, ours: &List) -> io::Result<()> {
    let (at, there) = (old.join(&met.path), site.join(&met.path));
    if let Kind::Folder { empty } = met.kind {
        if empty && !ours.has(met) && is_missing(&there)? {
            fs::create_dir_all(&there)?;
        }
        return fs::remove_dir(&at);
    }
    if ours.has(met) {
        return fs::remove_file(&at);
    }
    if is_missing(&there)? {
        there.parent().map_or(Ok(()), fs::create_dir_all)?;
        return fs::rename(&at, &there);
    }
    if is_same(&at, &there)? {
        return fs::remove_file(&at);
    }
    Err(ErrorKind::AlreadyExists.into())
}

fn is_missing(at: &Path) -> io::Result<bool> {
    match at.symlink_metadata() {
        Ok(_) => Ok(false),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(true),
        Err(error) => Err(error),
    }
}

/// Two names of one file, or two files that say the same.
fn is_same(one: &Path, other: &Path) -> io::Result<bool> {
    let (a, b) = (one.symlink_metadata()?, other.symlink_metadata()?);
    if a.is_symlink() && b.is_symlink() {
        return Ok(fs::read_link(one)? == fs::read_link(other)?);
    }
    if is_one_file(&a, &b) {
        return Ok(true);
    }
    let alike = a.is_file() && b.is_file() && a.len() == b.len();
    Ok(alike && fingerprint(one)? == fingerprint(other)?)
}

#[cfg(unix)]
fn is_one_file(a: &Metadata, b: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;

    (a.dev(), a.ino()) == (b.dev(), b.ino())
}

#[cfg(not(unix))]
fn is_one_file(_a: &Metadata, _b: &Metadata) -> bool {
    false
}
