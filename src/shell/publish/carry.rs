//! Into the next site without writing them again: our files that stay as they are, and the files of other hands.

use std::fs::{self, File, FileTimes};
use std::io::{self, ErrorKind};
use std::path::Path;

use crate::output::Refusal;

use super::list::{Entry, is_absent, modified};
use super::means::Means;
use super::walk::{Kind, Met};

/// Puts the file at `from` also at `to`: as a second name of the same file, or as a copy where that fails.
/// Tells when it was last written if that may have changed.
pub(super) fn link(from: &Path, to: &Path, means: &Means) -> io::Result<Option<i64>> {
    if means.links {
        let linked = match fs::hard_link(from, to) {
            Err(error) if error.kind() == ErrorKind::NotFound => {
                make_folder(to)?;
                fs::hard_link(from, to)
            }
            other => other,
        };
        match linked {
            Ok(()) => return Ok(None),
            Err(error) if is_conflict(&error) || is_absent(&error) => return Err(error),
            Err(_) => {}
        }
    }
    copy(from, to)
}

/// A server tells readers when a page was last changed, and a copy is no change: it keeps the time.
fn copy(from: &Path, to: &Path) -> io::Result<Option<i64>> {
    let facts = from.symlink_metadata()?;
    if !facts.is_file() {
        // A pipe must not even be opened.
        return Err(ErrorKind::Unsupported.into());
    }
    let mut made = create(to)?;
    io::copy(&mut File::open(from)?, &mut made)?;
    made.set_permissions(facts.permissions())?;
    made.set_times(FileTimes::new().set_modified(facts.modified()?))?;
    Ok(modified(&made.metadata()?))
}

/// A new file, and the folders above it if need be.
pub(super) fn create(at: &Path) -> io::Result<File> {
    match File::create_new(at) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            make_folder(at)?;
            File::create_new(at)
        }
        other => other,
    }
}

fn make_folder(of: &Path) -> io::Result<()> {
    of.parent().map_or(Ok(()), fs::create_dir_all)
}

/// Something stands at that path already, or at one above it.
fn is_conflict(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::AlreadyExists | ErrorKind::NotADirectory | ErrorKind::IsADirectory
    )
}

/// Takes an entry of other hands from one folder into another; where a new page is in its way the build is refused.
pub(super) fn across(met: &Met, from: &Path, to: &Path, means: &Means) -> Result<(), Refusal> {
    let (source, goal) = (from.join(&met.path), to.join(&met.path));
    means.step()?;
    let carry = || {
        if !goal.parent().is_some_and(Path::exists) {
            make_folders_alike(&met.path, from, to)?;
        }
        match met.kind {
            Kind::Folder { .. } => make_alike(&source, &goal),
            Kind::Link => copy_link(&source, &goal),
            Kind::File => link(&source, &goal, means).map(|_| ()),
        }
    };
    carry().map_err(|error| {
        let act = if is_conflict(&error) {
            "replace-foreign"
        } else {
            "carry"
        };
        Refusal::at(act, &source)(error)
    })
}

/// Folders above a foreign entry, with the permissions that they had.
fn make_folders_alike(path: &Path, from: &Path, to: &Path) -> io::Result<()> {
    let mut above: Vec<&Path> = path.ancestors().skip(1).collect();
    while let Some(folder) = above.pop() {
        match make_alike(&from.join(folder), &to.join(folder)) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists && to.join(folder).is_dir() => {}
            other => other?,
        }
    }
    Ok(())
}

fn make_alike(source: &Path, goal: &Path) -> io::Result<()> {
    fs::create_dir(goal)?;
    fs::set_permissions(goal, source.metadata()?.permissions())
}

#[cfg(unix)]
fn copy_link(source: &Path, goal: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(fs::read_link(source)?, goal)
}

#[cfg(windows)]
fn copy_link(source: &Path, goal: &Path) -> io::Result<()> {
    let to = fs::read_link(source)?;
    match source.metadata() {
        Ok(facts) if facts.is_dir() => std::os::windows::fs::symlink_dir(to, goal),
        _ => std::os::windows::fs::symlink_file(to, goal),
    }
}

/// Whether the file at `at` is still as it was written.
pub(super) fn is_untouched(at: &Path, entry: &Entry) -> io::Result<bool> {
    let facts = at.symlink_metadata()?;
    if !facts.is_file() || facts.len() != entry.size {
        return Ok(false);
    }
    if entry.modified.is_some() && modified(&facts) == entry.modified {
        return Ok(true);
    }
    Ok(crate::shell::disk::fingerprint(at)?.1 == entry.digest)
}
