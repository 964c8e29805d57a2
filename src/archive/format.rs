//! Formats of files that a package may hold, told by name and by their first bytes.

/// Endings that are taken, with the bytes that such a file begins with; none: it is text.
const FORMATS: [(&str, &[&[u8]]); 22] = [
    ("html", &[]),
    ("css", &[]),
    ("json", &[]),
    ("xml", &[]),
    ("svg", &[]),
    ("txt", &[]),
    ("csv", &[]),
    ("md", &[]),
    ("yaml", &[]),
    ("yml", &[]),
    ("pdf", &[b"%PDF-"]),
    ("ofd", &[b"PK\x03\x04"]),
    ("png", &[b"\x89PNG\r\n\x1a\n"]),
    ("jpg", &[b"\xff\xd8\xff"]),
    ("jpeg", &[b"\xff\xd8\xff"]),
    ("tif", &[b"II*\0", b"MM\0*"]),
    ("tiff", &[b"II*\0", b"MM\0*"]),
    ("docx", &[b"PK\x03\x04"]),
    ("xlsx", &[b"PK\x03\x04"]),
    ("wps", &[b"\xd0\xcf\x11\xe0", b"PK\x03\x04"]),
    ("et", &[b"\xd0\xcf\x11\xe0", b"PK\x03\x04"]),
    ("rtf", &[b"{\\rtf"]),
];

/// First bytes of programs.
const PROGRAMS: [&[u8]; 6] = [
    b"\x7fELF",
    b"MZ",
    b"#!",
    b"\xcf\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",
    b"\xfe\xed\xfa\xcf",
];

/// How many first bytes are needed to tell.
pub(super) const HEAD: usize = 16;

/// What a file of this name should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Text,
    Binary(&'static [&'static [u8]]),
    /// Not on the list.
    Unknown,
}

pub(super) fn of(path: &str) -> Format {
    let ending = ending(path);
    match FORMATS.iter().find(|(own, _)| *own == ending) {
        Some((_, [])) => Format::Text,
        Some((_, starts)) => Format::Binary(starts),
        None => Format::Unknown,
    }
}

pub(super) fn ending(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or_default();
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    ending.unwrap_or_default().to_ascii_lowercase()
}

pub(super) fn is_program(head: &[u8]) -> bool {
    PROGRAMS.iter().any(|start| head.starts_with(start))
}

/// Whether a file is text by its name, so that its bytes are looked into.
pub(super) fn is_text(path: &str) -> bool {
    of(path) == Format::Text
}
