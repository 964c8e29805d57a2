//! The source: every input file of a site as it was read, before anything looked inside.

use std::sync::Arc;

use crate::photo::Look;

/// A file's number within its source; sources list files in the byte order of their paths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct FileId(pub u32);

/// A text file under `content/` (or a theme's file), with its bytes as they are on disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct File {
    /// Relative to the site's folder, with `/`: `content/tasks/gh-01.yaml`.
    pub(crate) path: String,
    /// Held once, by whoever remembers what was made of it as well.
    pub(crate) bytes: Arc<Vec<u8>>,
}

/// A file that is copied and never read as a record: a handle only, the shell streams it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Asset {
    /// Relative to the site's folder, with `/`: `content/assets/map.svg`.
    pub(crate) path: String,
    pub(crate) size: u64,
    /// SHA-256 in lower-case hexadecimal.
    pub(crate) digest: String,
    /// What it is, if it is an image or called one.
    pub(crate) look: Option<Look>,
}

/// An entry that is there and was not read; the others were, so that no finding hides another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unreadable {
    /// Relative to the site's folder, with `/`; what is not UTF-8 in a name is shown as U+FFFD.
    pub(crate) path: String,
    pub(crate) why: Obstacle,
}

/// Why an entry was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Obstacle {
    /// Larger than a file may be that is held in memory.
    TooLarge { size: u64, limit: u64 },
    /// No reference can spell its name.
    NameNotUtf8,
    /// A symbolic link out of `content/` and `themes/`.
    LinkOutside,
    /// A symbolic link to a folder: followed, it could lead round in a circle or list a record twice.
    LinkToFolder,
    /// A symbolic link to nothing.
    LinkBroken,
    /// Neither file nor folder: a pipe, a socket, a device.
    NotAFile,
    /// The system refused.
    Refused(std::io::ErrorKind),
}

/// All input of one build.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Source {
    /// Record files, notes, `site.yaml` and `calendar.yaml`, sorted by path.
    pub(crate) files: Vec<File>,
    /// Released editions, `….frozen.json` outside `content/assets`, sorted by path.
    pub(crate) frozen: Vec<File>,
    /// Everything else under `content/`, sorted by path.
    pub(crate) assets: Vec<Asset>,
    /// Files of the site's own themes, `themes/<name>/…`, sorted by path.
    pub(crate) themes: Vec<File>,
    /// What was passed over, and why, sorted by path.
    pub(crate) unreadable: Vec<Unreadable>,
}

impl Source {
    /// Lets go of what record files say, but for some of them. Their paths and their numbers stay.
    pub(crate) fn let_go(&mut self, is_kept: impl Fn(FileId) -> bool) {
        let nothing = Arc::default();
        for (place, file) in self.files.iter_mut().enumerate() {
            if !u32::try_from(place).is_ok_and(|number| is_kept(FileId(number))) {
                file.bytes = Arc::clone(&nothing);
            }
        }
    }
}
