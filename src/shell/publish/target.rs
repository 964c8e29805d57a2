//! The folder that a site is published to, and the reasons why a folder cannot be one.

use std::ffi::OsString;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::output::Refusal;

use super::list;

/// A folder that may be replaced by a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Target {
    /// The site's folder, where assets are copied from.
    pub(super) root: PathBuf,
    /// Where the site goes, links resolved; it need not exist yet.
    pub(super) folder: PathBuf,
    pub(super) audience: String,
}

/// A folder that a site cannot be published to.
#[derive(Debug, thiserror::Error)]
#[error("{} {}", why.word(), path.display())]
pub(crate) struct Unsuitable {
    pub(crate) path: PathBuf,
    pub(crate) why: Why,
}

#[derive(Debug)]
pub(crate) enum Why {
    /// The top of the file system.
    FileSystemRoot,
    /// The user's home, or a folder that holds it.
    Home,
    /// The folder of the site's own sources, or a folder that holds it.
    SiteFolder,
    /// `content` or `themes`, or a folder within or around one.
    SourceFolder {
        source: PathBuf,
    },
    NotAFolder,
    BrokenLink,
    /// Another file system is mounted there, so the folder cannot be exchanged.
    MountPoint,
    /// A folder within a site that this program published.
    InsideSite {
        site: PathBuf,
    },
    /// There are files, and none of them is from this program.
    NotOurs,
    OtherAudience {
        found: String,
    },
    /// It has a list of files that this version cannot read.
    UnknownList,
    Unreachable {
        cause: io::Error,
    },
}

impl Why {
    /// A stable word for the catalogue of messages.
    pub(crate) fn word(&self) -> &'static str {
        match self {
            Why::FileSystemRoot => "file-system-root",
            Why::Home => "home",
            Why::SiteFolder => "site-folder",
            Why::SourceFolder { .. } => "source-folder",
            Why::NotAFolder => "not-a-folder",
            Why::BrokenLink => "broken-link",
            Why::MountPoint => "mount-point",
            Why::InsideSite { .. } => "inside-site",
            Why::NotOurs => "not-ours",
            Why::OtherAudience { .. } => "other-audience",
            Why::UnknownList => "unknown-list",
            Why::Unreachable { .. } => "unreachable",
        }
    }
}

impl Target {
    /// Whether the site at `root` can be published to `out` for `audience`; changes nothing.
    ///
    /// A folder with files in it is taken only if this program made it: files of other hands may be put into a
    /// published site, but a site is not published over them.
    pub(crate) fn check(
        out: &Path,
        root: &Path,
        audience: &str,
        home: Option<&Path>,
    ) -> Result<Target, Unsuitable> {
        let because = |why| Unsuitable {
            path: out.to_owned(),
            why,
        };
        let folder = resolve(out).map_err(because)?;
        let root = root
            .canonicalize()
            .map_err(|cause| because(Why::Unreachable { cause }))?;
        let why = (misplaced(&folder, &root, home))
            .or_else(|| inside_site(&folder))
            .or_else(|| unusable(&folder))
            .or_else(|| taken(&folder, audience));
        match why {
            Some(why) => Err(because(why)),
            None => Ok(Target {
                root,
                folder,
                audience: audience.to_owned(),
            }),
        }
    }

    /// Where the next site is made ready.
    pub(super) fn staging(&self) -> PathBuf {
        self.beside("new")
    }

    /// Where the last site stands while two renames replace it.
    pub(super) fn retired(&self) -> PathBuf {
        self.beside("old")
    }

    pub(super) fn lock(&self) -> PathBuf {
        self.beside("lock")
    }

    fn beside(&self, what: &str) -> PathBuf {
        let mut name = OsString::from(".");
        name.push(self.folder.file_name().unwrap_or_default());
        name.push(format!(".tongbao-{what}"));
        self.folder.with_file_name(name)
    }

    /// Looks again once the lock is held: another build may have come first.
    pub(super) fn recheck(&self) -> Result<(), Refusal> {
        let act = match taken(&self.folder, &self.audience) {
            None => return Ok(()),
            Some(Why::Unreachable { cause }) => {
                return Err(Refusal::at("read-target", &self.folder)(cause));
            }
            Some(why) => why.word(),
        };
        let exists = io::Error::from(ErrorKind::AlreadyExists);
        Err(Refusal::at(act, &self.folder)(exists))
    }
}

/// Why nothing at all is to be written into a folder: the sources stand there, or a published site.
pub(crate) fn occupied(out: &Path, root: &Path) -> Option<Why> {
    let folder = resolve(out).ok()?;
    let root = root.canonicalize().ok()?;
    let why = misplaced(&folder, &root, None).or_else(|| inside_site(&folder))?;
    matches!(why, Why::SourceFolder { .. } | Why::InsideSite { .. }).then_some(why)
}

/// The real place of a folder that need not exist, nor the folders above it.
fn resolve(out: &Path) -> Result<PathBuf, Why> {
    let unreachable = |cause| Why::Unreachable { cause };
    let out = std::path::absolute(out).map_err(unreachable)?;
    match out.canonicalize() {
        Ok(real) => return Ok(real),
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) => return Err(unreachable(error)),
    }
    if out.symlink_metadata().is_ok() {
        return Err(Why::BrokenLink);
    }
    let (Some(above), Some(name)) = (out.parent(), out.file_name()) else {
        return Err(unreachable(ErrorKind::NotFound.into()));
    };
    Ok(resolve(above)?.join(name))
}

fn misplaced(folder: &Path, root: &Path, home: Option<&Path>) -> Option<Why> {
    if folder.parent().is_none() {
        return Some(Why::FileSystemRoot);
    }
    if root.starts_with(folder) {
        return Some(Why::SiteFolder);
    }
    for name in ["content", "themes"] {
        let written = root.join(name);
        let source = written.canonicalize().unwrap_or(written);
        if folder.starts_with(&source) || source.starts_with(folder) {
            return Some(Why::SourceFolder { source });
        }
    }
    let home = home.and_then(|home| home.canonicalize().ok());
    home.is_some_and(|home| home.starts_with(folder))
        .then_some(Why::Home)
}

/// One audience's site within another's would be sent out with it.
fn inside_site(folder: &Path) -> Option<Why> {
    let mut above = folder.ancestors().skip(1);
    let site = above.find(|above| matches!(list::audience_of(above), Ok(Some(_))))?;
    let site = site.to_owned();
    Some(Why::InsideSite { site })
}

fn unusable(folder: &Path) -> Option<Why> {
    match folder.metadata() {
        Ok(facts) if !facts.is_dir() => Some(Why::NotAFolder),
        Ok(facts) => is_mount_point(folder, &facts).then_some(Why::MountPoint),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(cause) => Some(Why::Unreachable { cause }),
    }
}

#[cfg(unix)]
fn is_mount_point(folder: &Path, facts: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;

    let above = folder.parent().and_then(|above| above.metadata().ok());
    above.is_some_and(|above| above.dev() != facts.dev())
}

#[cfg(not(unix))]
fn is_mount_point(_folder: &Path, _facts: &fs::Metadata) -> bool {
    false
}

/// What is in the folder already that does not let this audience's site in.
fn taken(folder: &Path, audience: &str) -> Option<Why> {
    match list::audience_of(folder) {
        Ok(Some(found)) if found == audience => return None,
        Ok(Some(found)) => return Some(Why::OtherAudience { found }),
        Ok(None) => {}
        Err(error) if error.kind() == ErrorKind::InvalidData => return Some(Why::UnknownList),
        Err(cause) => return Some(Why::Unreachable { cause }),
    }
    match fs::read_dir(folder).map(|mut entries| entries.next()) {
        Ok(None) => None,
        Ok(Some(_)) => Some(Why::NotOurs),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(cause) => Some(Why::Unreachable { cause }),
    }
}
