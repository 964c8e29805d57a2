//! Watching folders: bursts of changes are told as one; the only module that names `notify`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, ModifyKind};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

/// A burst is over when so long nothing more has come.
const QUIET: Duration = Duration::from_millis(10);

/// The same after a file was closed or had come into its place: whoever saves one file is done by then.
const DONE: Duration = Duration::from_millis(4);

/// However long a burst goes on, by then what has come is told.
const LONGEST: Duration = Duration::from_millis(200);

/// What has changed on disk.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Changed {
    /// Files and folders, there or gone.
    Paths(BTreeSet<PathBuf>),
    /// More than the system could tell: anything.
    Anything,
}

/// Tells of changes below some folders of a root until the program ends, or `tell` wants no more.
pub(super) struct Watch {
    watcher: RecommendedWatcher,
    events: Receiver<notify::Result<Event>>,
    root: PathBuf,
    folders: &'static [&'static str],
}

/// From here on every change is noticed. A folder that is not there yet is watched as soon as it is.
pub(super) fn watch(root: &Path, folders: &'static [&'static str]) -> std::io::Result<Watch> {
    let (sender, events) = mpsc::channel();
    let watcher = notify::recommended_watcher(sender).map_err(refused)?;
    let root = root.to_path_buf();
    let mut watch = Watch {
        watcher,
        events,
        root,
        folders,
    };
    watch
        .watcher
        .watch(&watch.root, RecursiveMode::NonRecursive)
        .map_err(refused)?;
    for folder in folders {
        watch.enter(&watch.root.join(folder)).map_err(refused)?;
    }
    Ok(watch)
}

impl Watch {
    pub(super) fn run(mut self, mut tell: impl FnMut(Changed) -> bool) {
        while let Ok(first) = self.events.recv() {
            let mut changed = Changed::Paths(BTreeSet::new());
            let mut quiet = self.note(first, &mut changed);
            let begun = Instant::now();
            while begun.elapsed() < LONGEST {
                match self.events.recv_timeout(quiet) {
                    Ok(event) => quiet = self.note(event, &mut changed),
                    Err(RecvTimeoutError::Timeout) => break,
                    Err(RecvTimeoutError::Disconnected) => return,
                }
            }
            let is_nothing = matches!(&changed, Changed::Paths(paths) if paths.is_empty());
            if !is_nothing && !tell(changed) {
                return;
            }
        }
    }

    fn enter(&mut self, folder: &Path) -> notify::Result<()> {
        if folder.is_dir() {
            self.watcher.watch(folder, RecursiveMode::Recursive)?;
        }
        Ok(())
    }

    /// Tells how long more is waited for after this event.
    fn note(&mut self, event: notify::Result<Event>, changed: &mut Changed) -> Duration {
        let Ok(event) = event else {
            *changed = Changed::Anything;
            return QUIET;
        };
        if event.need_rescan() {
            *changed = Changed::Anything;
        }
        // Reading a file is no change of it, and this program reads them.
        let closed = EventKind::Access(AccessKind::Close(AccessMode::Write));
        if event.kind.is_access() && event.kind != closed {
            return QUIET;
        }
        let is_in_place = matches!(event.kind, EventKind::Modify(ModifyKind::Name(_)));
        let is_done = event.kind == closed || is_in_place;
        for path in event.paths {
            let Ok(inside) = path.strip_prefix(&self.root) else {
                continue;
            };
            let Some(top) = self.folders.iter().find(|top| inside.starts_with(top)) else {
                continue;
            };
            if inside == Path::new(top) {
                // The folder itself came or went: whatever was in it before was not seen.
                let _ = self.enter(&path);
                *changed = Changed::Anything;
            }
            if let Changed::Paths(paths) = changed {
                paths.insert(path);
            }
        }
        if is_done { DONE } else { QUIET }
    }
}

fn refused(error: notify::Error) -> std::io::Error {
    match error.kind {
        notify::ErrorKind::Io(error) => error,
        kind => std::io::Error::other(notify::Error::new(kind)),
    }
}
