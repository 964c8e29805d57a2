//! What a browser is answered.

use std::path::PathBuf;

use crate::photo::Picture;

pub(super) const HTML: &str = "text/html; charset=utf-8";
pub(super) const JSON: &str = "application/json";
pub(super) const TEXT: &str = "text/plain; charset=utf-8";

/// An answer to a browser.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) kind: &'static str,
    pub(super) content: Content,
}

pub(super) enum Content {
    Made(Vec<u8>),
    OnDisk(PathBuf),
    /// Of this width, to be made of the file there.
    Picture(PathBuf, Picture, u32),
}

pub(super) fn made(status: u16, kind: &'static str, bytes: impl Into<Vec<u8>>) -> Answer {
    Answer {
        status,
        kind,
        content: Content::Made(bytes.into()),
    }
}

/// What a browser needs to know of a file.
pub(super) fn kind(address: &str) -> &'static str {
    let ending = address.rsplit('.').next().unwrap_or_default();
    match ending.to_ascii_lowercase().as_str() {
        "html" | "htm" => HTML,
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => JSON,
        "csv" => "text/csv; charset=utf-8",
        "xml" => "application/xml",
        "txt" => TEXT,
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "ics" => "text/calendar; charset=utf-8",
        "pdf" => "application/pdf",
        _ => "application/octet-stream",
    }
}
