//! What stands in a published folder: our files, and those of other hands.

use std::fs;
use std::path::{Path, PathBuf};

use crate::output::Refusal;

use super::list::{FILES, INPUTS, NOTE, OWN, TIMES};

/// One entry below a folder.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Met {
    /// Relative to the folder.
    pub(super) path: PathBuf,
    pub(super) kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A folder; an empty one was made by other hands, for this program makes folders for its files alone.
    Folder {
        empty: bool,
    },
    Link,
    /// A file, or something else that can be linked like one.
    File,
}

impl Met {
    /// The path as a list has it, if it can stand in one.
    pub(super) fn listed_as(&self) -> Option<String> {
        let path = self.path.to_str()?;
        Some(if cfg!(windows) {
            path.replace('\\', "/")
        } else {
            path.to_owned()
        })
    }
}

/// Everything below `top` but the publisher's own list, a folder always before what it holds.
pub(super) fn walk(top: &Path) -> Result<Vec<Met>, Refusal> {
    let mut all = Vec::new();
    let mut open = vec![(PathBuf::new(), None)];
    while let Some((folder, place)) = open.pop() {
        let at = top.join(&folder);
        let refused = || Refusal::at("read-target", &at);
        let mut empty = true;
        for entry in fs::read_dir(&at).map_err(refused())? {
            let entry = entry.map_err(refused())?;
            empty = false;
            let path = folder.join(entry.file_name());
            if [OWN, FILES, TIMES, INPUTS, NOTE]
                .iter()
                .any(|own| path == Path::new(own))
            {
                if path == Path::new(OWN) {
                    open.push((path, None));
                }
                continue;
            }
            let kind = entry.file_type().map_err(refused())?;
            let kind = if kind.is_dir() {
                open.push((path.clone(), Some(all.len())));
                Kind::Folder { empty: false }
            } else if kind.is_symlink() {
                Kind::Link
            } else {
                Kind::File
            };
            all.push(Met { path, kind });
        }
        if let Some(place) = place {
            let met: &mut Met = &mut all[place];
            met.kind = Kind::Folder { empty };
        }
    }
    Ok(all)
}
