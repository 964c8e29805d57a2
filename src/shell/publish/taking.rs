//! Files on their way into the next site: as they stand in the one before, or written anew.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::Path;
use std::sync::MutexGuard;

use crate::digest::Digest;
use crate::output::{Refusal, Sink};
use crate::shell::disk;
use crate::source::Asset;

use super::carry::{self, is_untouched};
use super::list::{Entry, is_absent, is_site_path, modified};
use super::{How, Publication, Taken};

impl Publication {
    /// Takes a file: as it stands at the target if it is there with these bytes, else as `write` makes it.
    fn take(
        &self,
        path: &str,
        wanted: (u64, Digest),
        write: impl FnOnce(&mut fs::File) -> io::Result<(u64, Digest)>,
    ) -> Result<(), Refusal> {
        assert!(is_site_path(path), "invariant: a sink's path: {path:?}");
        let free = self.lock_taken().insert(path.to_owned(), None).is_none();
        assert!(free, "invariant: every path is taken once: {path}");
        let taken = match self.standing(path, wanted)? {
            Some(taken) => taken,
            None => {
                let at = self.target.staging().join(path);
                self.means.step()?;
                let entry = write_new(&at, write).map_err(Refusal::at("write", &at))?;
                let how = How::Written;
                Taken { entry, how }
            }
        };
        self.lock_taken().insert(path.to_owned(), Some(taken));
        Ok(())
    }

    /// What the last build wrote at a path.
    fn listed(&self, path: &str) -> Option<&Entry> {
        self.last.as_ref()?.entries.get(path)
    }

    fn lock_taken(&self) -> MutexGuard<'_, BTreeMap<String, Option<Taken>>> {
        self.taken.lock().expect("invariant: no writer panicked")
    }

    fn lock_damaged(&self) -> MutexGuard<'_, BTreeSet<String>> {
        self.damaged.lock().expect("invariant: no writer panicked")
    }

    /// The file at the target, if it has these bytes; costs one look at the file, or none when the list says no.
    fn standing(
        &self,
        path: &str,
        (size, digest): (u64, Digest),
    ) -> Result<Option<Taken>, Refusal> {
        let Some(last) = &self.last else {
            return Ok(None);
        };
        let listed = last.entries.get(path);
        if listed.is_some_and(|entry| (entry.size, entry.digest) != (size, digest)) {
            return Ok(None);
        }
        if self.lock_damaged().contains(path) {
            return Ok(None);
        }
        let at = self.target.folder.join(path);
        let expected = listed.copied().unwrap_or(Entry {
            digest,
            size,
            modified: None,
        });
        match is_untouched(&at, &expected) {
            Ok(true) => {}
            Err(error) if is_absent(&error) => return Ok(None),
            Err(error) => return Err(Refusal::at("read-target", &at)(error)),
            Ok(false) if listed.is_some() => return Ok(None),
            Ok(false) => {
                let exists = io::Error::from(ErrorKind::AlreadyExists);
                return Err(Refusal::at("replace-foreign", &at)(exists));
            }
        }
        let how = listed.map_or(How::Adopted, |_| How::Kept);
        let mut entry = expected;
        if entry.modified.is_none() {
            let facts = at.metadata().map_err(Refusal::at("read-target", &at))?;
            entry.modified = modified(&facts);
        }
        Ok(Some(Taken { entry, how }))
    }
}

fn write_new(
    at: &Path,
    write: impl FnOnce(&mut fs::File) -> io::Result<(u64, Digest)>,
) -> io::Result<Entry> {
    let mut file = carry::create(at)?;
    let (size, digest) = write(&mut file)?;
    let modified = modified(&file.metadata()?);
    Ok(Entry {
        digest,
        size,
        modified,
    })
}

impl Sink for Publication {
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Refusal> {
        let wanted = (bytes.len() as u64, Digest::of(bytes));
        self.take(path, wanted, |file| {
            file.write_all(bytes)?;
            Ok(wanted)
        })
    }

    fn copy(&self, path: &str, asset: &Asset) -> Result<(), Refusal> {
        let digest = Digest::from_hex(&asset.digest).expect("invariant: an asset has a digest");
        let from = self.target.root.join(&asset.path);
        // The new file has plain permissions: what is executable in the sources is not so on the site. Its digest
        // is taken from what went over, because the source can change after it was read.
        self.take(path, (asset.size, digest), |file| {
            disk::pour(&mut fs::File::open(&from)?, file)
        })
        .map_err(|refusal| match refusal.act {
            "write" => Refusal {
                act: "copy",
                path: from.display().to_string(),
                ..refusal
            },
            _ => refusal,
        })
    }

    fn keep(&self, paths: &[&str]) -> Result<bool, Refusal> {
        let mut all = Vec::with_capacity(paths.len());
        for path in paths {
            let Some(entry) = self.listed(path) else {
                return Ok(false);
            };
            let Some(taken) = self.standing(path, (entry.size, entry.digest))? else {
                return Ok(false);
            };
            all.push(taken);
        }
        let mut ours = self.lock_taken();
        for (path, taken) in paths.iter().zip(all) {
            let free = ours.insert((*path).to_owned(), Some(taken)).is_none();
            assert!(free, "invariant: every path is taken once: {path}");
        }
        Ok(true)
    }

    fn read(&self, asset: &Asset) -> Result<Vec<u8>, Refusal> {
        disk::asset_bytes(&self.target.root, asset)
    }

    fn last(&self, path: &str) -> Result<Option<Vec<u8>>, Refusal> {
        let Some(entry) = self.listed(path) else {
            return Ok(None);
        };
        let at = self.target.folder.join(path);
        let bytes = match fs::read(&at) {
            Ok(bytes) => Some(bytes),
            Err(error) if is_absent(&error) => None,
            Err(error) => return Err(Refusal::at("read-target", &at)(error)),
        };
        let as_left = bytes.filter(|bytes| Digest::of(bytes) == entry.digest);
        if as_left.is_none() {
            self.lock_damaged().insert(path.to_owned());
            self.lock_taken().remove(path);
        }
        Ok(as_left)
    }

    fn noted(&self) -> Option<&str> {
        self.note.last()
    }

    fn note(&self, note: String) {
        self.note.leave(note);
    }
}
