//! The source: every input file of a site as it was read, before anything looked inside.

/// A file's number within its source; sources list files in the byte order of their paths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A text file under `content/` (or a theme's file), with its bytes as they are on disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Relative to the site's folder, with `/`: `content/tasks/gh-01.yaml`.
    pub path: String,
    pub bytes: Vec<u8>,
}

/// A file that is copied and never read as a record: a handle only, the shell streams it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// Relative to the site's folder, with `/`: `content/assets/map.svg`.
    pub path: String,
    pub size: u64,
    /// SHA-256 in lower-case hexadecimal.
    pub digest: String,
}

/// All input of one build.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Source {
    /// Record files, notes, `site.yaml` and `calendar.yaml`, sorted by path.
    pub files: Vec<File>,
    /// Everything else under `content/`, sorted by path.
    pub assets: Vec<Asset>,
    /// Files of the site's own themes, `themes/<name>/…`, sorted by path.
    pub themes: Vec<File>,
}
