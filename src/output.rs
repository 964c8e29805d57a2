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
    /// Takes the file that a site before this one has at a path whose name tells all that it is made from; false when
    /// there is none, and it has to be made and put.
    fn keep(&self, path: &str) -> Result<bool, Refusal>;
    /// The bytes of an asset, as they were when it was listed.
    fn read(&self, asset: &Asset) -> Result<Vec<u8>, Refusal>;
}

#[cfg(test)]
pub(crate) use memory::Memory;

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
    }

    impl Memory {
        /// All that was put, by path.
        pub(crate) fn into_files(self) -> BTreeMap<String, Vec<u8>> {
            self.files
                .into_inner()
                .expect("invariant: no writer panicked")
        }
    }

    impl Sink for Memory {
        fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Refusal> {
            let mut files = self.files.lock().expect("invariant: no writer panicked");
            files.insert(path.to_owned(), bytes.to_vec());
            Ok(())
        }

        fn copy(&self, path: &str, asset: &Asset) -> Result<(), Refusal> {
            self.put(path, asset.digest.as_bytes())
        }

        fn keep(&self, _: &str) -> Result<bool, Refusal> {
            Ok(false)
        }

        fn read(&self, asset: &Asset) -> Result<Vec<u8>, Refusal> {
            let bytes = self.originals.get(&asset.path).cloned();
            let none = || Refusal::at("read", Path::new(&asset.path))(ErrorKind::NotFound.into());
            bytes.ok_or_else(none)
        }
    }
}
