//! One build at a time for one target: a locked file beside it, gone when nobody builds.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use crate::output::Refusal;

/// Held while a build writes; the system gives it back if the build is killed.
#[derive(Debug)]
pub(super) struct Lock {
    file: File,
    at: PathBuf,
}

impl Lock {
    /// Waits until no other build has the lock; `waiting` is called once if that takes any time.
    pub(super) fn take(at: &Path, waiting: impl FnOnce()) -> Result<Lock, Refusal> {
        let mut waiting = Some(waiting);
        loop {
            let file = File::options()
                .create(true)
                .truncate(false)
                .write(true)
                .open(at)
                .map_err(Refusal::at("lock", at))?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::Error(error)) => return Err(Refusal::at("lock", at)(error)),
                Err(TryLockError::WouldBlock) => {
                    if let Some(tell) = waiting.take() {
                        tell();
                    }
                    file.lock().map_err(Refusal::at("lock", at))?;
                }
            }
            // The one before may have removed the file while this one waited for it: then it locks nobody out.
            if is_at(&file, at).map_err(Refusal::at("lock", at))? {
                let at = at.to_owned();
                return Ok(Lock { file, at });
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Where an open file cannot be removed it stays, and the next build uses it again.
        if cfg!(unix) {
            drop(fs::remove_file(&self.at));
        }
        drop(self.file.unlock());
    }
}

#[cfg(unix)]
fn is_at(file: &File, at: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;

    let held = file.metadata()?;
    match fs::metadata(at) {
        Ok(there) => Ok((held.dev(), held.ino()) == (there.dev(), there.ino())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

#[cfg(not(unix))]
fn is_at(_file: &File, _at: &Path) -> io::Result<bool> {
    Ok(true)
}
