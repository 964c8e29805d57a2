//! The tags of a page, found in one pass over its bytes; the only module that names `memchr`.

use memchr::{memchr, memmem};

/// The next tag or comment from `at` on, with its ends. A `<` that begins no name begins no tag, and a `>` inside of
/// quotes ends none.
pub(super) fn next_tag(html: &str, mut at: usize) -> Option<(usize, usize)> {
    let bytes = html.as_bytes();
    loop {
        let start = at + memchr(b'<', &bytes[at..])?;
        match bytes.get(start + 1)? {
            b'!' if bytes[start..].starts_with(b"<!--") => {
                let end = find(&html[start..], "-->").map_or(html.len(), |n| start + n + 3);
                return Some((start, end));
            }
            b'/' | b'a'..=b'z' | b'A'..=b'Z' => {
                return tag_end(bytes, start + 2).map(|end| (start, end));
            }
            _ => at = start + 1,
        }
    }
}

/// Behind the `>` of a tag of which `at` is inside.
fn tag_end(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        match bytes.get(at)? {
            b'>' => return Some(at + 1),
            quote @ (b'"' | b'\'') => at += 2 + memchr(*quote, &bytes[at + 1..])?,
            _ => at += 1,
        }
    }
}

/// Where a text first stands.
pub(super) fn find(html: &str, text: &str) -> Option<usize> {
    memmem::find(html.as_bytes(), text.as_bytes())
}

/// Everywhere where a text stands.
pub(super) fn every<'h>(html: &'h str, text: &'h str) -> impl Iterator<Item = usize> + 'h {
    memmem::find_iter(html.as_bytes(), text.as_bytes())
}
