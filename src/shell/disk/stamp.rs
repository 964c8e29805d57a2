//! Names, sizes and times of all input as one digest: told without opening what was not written lately.

use std::fs::{self, Metadata};
use std::path::Path;
use std::time::UNIX_EPOCH;

use walkdir::WalkDir;

use crate::digest::{Digest, Hasher};
use crate::parallel;

use super::{Found, fingerprint, list, real_tops};

/// The digest of what a build at `root` would read; none where that cannot be told by looking.
///
/// A file that was written after `sure`, in nanoseconds since 1970, may change once more within one tick of its disk's
/// clock: it is told by its bytes too.
pub(crate) fn stamp(root: &Path, sure: i64) -> Option<Digest> {
    let inside = real_tops(root).ok()?;
    let mut found = Vec::new();
    for (top, _) in &inside {
        let walk = WalkDir::new(root.join(top)).min_depth(1);
        list(&mut found, root, walk, &inside);
    }
    found.sort_unstable_by(|a, b| a.path().cmp(b.path()));
    let lines = parallel::map(&found, |_, found| match found {
        Found::File { path, at } => line(path, at, sure),
        Found::Obstacle { .. } => None,
    });
    let mut hasher = Hasher::new();
    for line in lines {
        hasher.update(line?.as_bytes());
    }
    Some(hasher.finish())
}

fn line(path: &str, at: &Path, sure: i64) -> Option<String> {
    let facts = fs::metadata(at).ok()?;
    let (size, (written, changed)) = (facts.len(), times(&facts)?);
    let bytes = match written.max(changed) >= sure {
        true => fingerprint(at).ok()?.1.hex(),
        false => String::new(),
    };
    // A name may hold any character but the one that ends it.
    Some(format!("{path}\0{size} {written} {changed} {bytes}\n"))
}

/// When a file was last written, and when anything about it last changed, in nanoseconds since 1970.
pub(crate) fn times(facts: &Metadata) -> Option<(i64, i64)> {
    let since = facts.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    let written = i64::try_from(since.as_nanos()).ok()?;
    Some((written, changed(facts).unwrap_or(written)))
}

#[cfg(unix)]
fn changed(facts: &Metadata) -> Option<i64> {
    use std::os::unix::fs::MetadataExt;

    facts
        .ctime()
        .checked_mul(1_000_000_000)?
        .checked_add(facts.ctime_nsec())
}

#[cfg(not(unix))]
fn changed(_facts: &Metadata) -> Option<i64> {
    None
}
