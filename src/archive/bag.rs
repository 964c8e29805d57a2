//! A payload becomes a bag of RFC 8493: its declaration, its manifests and what is said of it.

use crate::digest::Digest;

use super::{Content, Files};

pub(super) const DECLARATION: &str = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
pub(super) const DECLARED: &str = "bagit.txt";
pub(super) const INFO: &str = "bag-info.txt";
pub(super) const MANIFEST: &str = "manifest-sha256.txt";
pub(super) const TAG_MANIFEST: &str = "tagmanifest-sha256.txt";
pub(super) const SIGNATURE: &str = "tagmanifest-sha256.txt.sig";

/// The bag of a payload, whose paths begin with `data/`; `info` is what is said of it, label by label.
pub(super) fn bag(payload: Files, info: &[(&'static str, String)]) -> Files {
    let manifest = manifest(&payload);
    let (size, count) = oxum(&payload);
    let mut said: String = info
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(label, value)| format!("{label}: {}\n", one_line(value)))
        .collect();
    said.push_str(&format!("Payload-Oxum: {size}.{count}\n"));
    let mut tags = Files::new();
    let texts = [
        (DECLARED, DECLARATION.to_owned()),
        (INFO, said),
        (MANIFEST, manifest),
    ];
    for (name, text) in texts {
        tags.insert(name.to_owned(), Content::Bytes(text.into_bytes()));
    }
    let tag_manifest = self::manifest(&tags).into_bytes();
    tags.insert(TAG_MANIFEST.to_owned(), Content::Bytes(tag_manifest));
    tags.extend(payload);
    tags
}

/// A line for each file, in the order of their paths, as `sha256sum` writes it.
fn manifest(files: &Files) -> String {
    let lines = files.iter().map(|(path, content)| {
        let digest = match content {
            Content::Bytes(bytes) => Digest::of(bytes).hex(),
            Content::Asset(asset) => asset.digest.clone(),
        };
        format!("{digest}  {}\n", encoded(path))
    });
    lines.collect()
}

fn oxum(payload: &Files) -> (u64, usize) {
    let sizes = payload.values().map(|content| match content {
        Content::Bytes(bytes) => bytes.len() as u64,
        Content::Asset(asset) => asset.size,
    });
    (sizes.sum(), payload.len())
}

/// RFC 8493, 2.1.3: line ends and the percent sign, and nothing else.
fn encoded(path: &str) -> String {
    path.replace('%', "%25")
        .replace('\n', "%0A")
        .replace('\r', "%0D")
}

/// The path that `encoded` wrote; digits in either case.
pub(super) fn decoded(path: &str) -> String {
    let mut plain = path.to_owned();
    for (code, sign) in [
        ("%0A", "\n"),
        ("%0a", "\n"),
        ("%0D", "\r"),
        ("%0d", "\r"),
        ("%25", "%"),
    ] {
        plain = plain.replace(code, sign);
    }
    plain
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
