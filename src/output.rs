//! Where finished files go: a sink takes each file as it is made, so the whole site is never held in memory.

use std::path::Path;

use crate::source::Asset;

/// The world refused: what was being done, to which path, and what it answered.
#[derive(Debug, thiserror::Error)]
#[error("{act} {path}: {cause}")]
pub(crate) struct Refusal {
    /// A stable word for the act, e.g. `write`; the catalogue of messages has the sentence.
    pub(crate) act: &'static str,
    pub(crate) path: String,
    pub(crate) cause: std::io::Error,
}

impl Refusal {
    /// For `map_err`: what was being done to which path.
    pub(crate) fn at(act: &'static str, path: &Path) -> impl FnOnce(std::io::Error) -> Refusal {
        move |cause| Refusal {
            act,
            path: path.display().to_string(),
            cause,
        }
    }
}

/// Takes the files of a site, in any order and from several threads.
///
/// Paths are relative, with `/`, ASCII, and never leave the site.
pub(crate) trait Sink: Sync {
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Refusal>;
    /// Copies an asset without holding it in memory.
    fn copy(&self, path: &str, asset: &Asset) -> Result<(), Refusal>;
    /// Takes files that the site before this one has, for whoever knows that they would be made again just as they are; all
    /// of them or, when one is not there as it was left, none: false, and they have to be made and put.
    fn keep(&self, paths: &[&str]) -> Result<bool, Refusal>;
    /// The bytes of an asset, as they were when it was listed.
    fn read(&self, asset: &Asset) -> Result<Vec<u8>, Refusal>;
    /// The bytes of a file of the site before this one, where it is there as it was left. One that turns out not to be is kept no
    /// longer: it has to be put.
    fn last(&self, _: &str) -> Result<Option<Vec<u8>>, Refusal> {
        Ok(None)
    }
    /// What was noted with the site before this one, if this very program made it.
    fn noted(&self) -> Option<&str> {
        None
    }
    /// Leaves a note with this site, for the build of the next.
    fn note(&self, _: String) {}
}

#[cfg(test)]
pub(crate) use memory::{Memory, Site};

#[cfg(test)]
mod memory {
    //! A sink that tests look into.

    use std::collections::BTreeMap;
    use std::io::ErrorKind;
    use std::path::Path;
    use std::sync::Mutex;

    use super::{Asset, Refusal, Sink};

    /// A sink in memory.
    #[derive(Debug, Default)]
    pub(crate) struct Memory {
        files: Mutex<BTreeMap<String, Vec<u8>>>,
        /// The bytes of assets, by their path.
        pub(crate) originals: BTreeMap<String, Vec<u8>>,
        before: Option<Site>,
        note: Mutex<Option<String>>,
        put: Mutex<Vec<String>>,
    }

    /// What one build leaves to the next.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub(crate) struct Site {
        pub(crate) files: BTreeMap<String, Vec<u8>>,
        pub(crate) note: String,
    }

    impl Memory {
        /// One that takes the place of a site.
        pub(crate) fn over(before: Option<Site>) -> Memory {
            Memory {
                before,
                ..Memory::default()
            }
        }

        /// All that was put, by path.
        pub(crate) fn into_files(self) -> BTreeMap<String, Vec<u8>> {
            self.files
                .into_inner()
                .expect("invariant: no writer panicked")
        }

        /// The site as the next build finds it, and the paths of what was made and not kept, in order.
        pub(crate) fn into_site(self) -> (Site, Vec<String>) {
            let mut put = self
                .put
                .into_inner()
                .expect("invariant: no writer panicked");
            put.sort();
            let note = self.note.into_inner();
            let note = note.expect("invariant: no writer panicked");
            let files = self.files.into_inner();
            let site = Site {
                files: files.expect("invariant: no writer panicked"),
                note: note.unwrap_or_default(),
            };
            (site, put)
        }
    }

    impl Sink for Memory {
        fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Refusal> {
            let mut files = self.files.lock().expect("invariant: no writer panicked");
            let free = files.insert(path.to_owned(), bytes.to_vec()).is_none();
            assert!(free, "{path} was taken");
            let mut put = self.put.lock().expect("invariant: no writer panicked");
            put.push(path.to_owned());
            Ok(())
        }

        fn copy(&self, path: &str, asset: &Asset) -> Result<(), Refusal> {
            self.put(path, asset.digest.as_bytes())
        }

        fn keep(&self, paths: &[&str]) -> Result<bool, Refusal> {
            let before = self.before.iter().map(|site| &site.files);
            let there = |path: &&str| {
                let bytes = before.clone().find_map(|files| files.get(*path))?;
                Some(((*path).to_owned(), bytes.clone()))
            };
            let found: Option<Vec<(String, Vec<u8>)>> = paths.iter().map(there).collect();
            let mut files = self.files.lock().expect("invariant: no writer panicked");
            for (path, bytes) in found.iter().flatten() {
                let free = files.insert(path.clone(), bytes.clone()).is_none();
                assert!(free, "{path} was taken");
            }
            Ok(found.is_some())
        }

        fn last(&self, path: &str) -> Result<Option<Vec<u8>>, Refusal> {
            let before = self.before.as_ref();
            Ok(before.and_then(|site| site.files.get(path).cloned()))
        }

        fn noted(&self) -> Option<&str> {
            self.before.as_ref().map(|site| site.note.as_str())
        }

        fn note(&self, note: String) {
            let mut kept = self.note.lock().expect("invariant: no writer panicked");
            *kept = Some(note);
        }

        fn read(&self, asset: &Asset) -> Result<Vec<u8>, Refusal> {
            let bytes = self.originals.get(&asset.path).cloned();
            let none = || Refusal::at("read", Path::new(&asset.path))(ErrorKind::NotFound.into());
            bytes.ok_or_else(none)
        }
    }
}
