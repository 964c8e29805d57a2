//! Text out of bytes; the only module that names `encoding_rs`.

/// Why bytes are no UTF-8 text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NotUtf8 {
    /// The first byte that does not fit.
    pub(crate) at: usize,
    /// The bytes read well as GB18030, which WPS and Notepad still write.
    pub(crate) gb18030: bool,
}

/// The text, with a byte order mark left in its place so that offsets hold.
pub(crate) fn decode(bytes: &[u8]) -> Result<&str, NotUtf8> {
    std::str::from_utf8(bytes).map_err(|error| {
        let (_, malformed) = encoding_rs::GB18030.decode_without_bom_handling(bytes);
        NotUtf8 {
            at: error.valid_up_to(),
            gb18030: !malformed,
        }
    })
}

/// Where a character stands that has no place in a text: NUL and control characters other than tab and line ends.
pub(crate) fn forbidden(text: &str) -> impl Iterator<Item = (usize, char)> {
    let suspect = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r');
    text.char_indices().filter(move |(_, c)| suspect(*c))
}

/// Whether any byte of the text can belong to a forbidden character; far cheaper than looking at every character.
pub(crate) fn may_hold_forbidden(text: &str) -> bool {
    text.bytes()
        .any(|b| (b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r')) || b == 0x7f || b == 0xc2)
}

#[cfg(test)]
mod tests {
    use super::{decode, forbidden};

    #[test]
    fn gb18030_is_recognised() {
        let (bytes, _, _) = encoding_rs::GB18030.encode("标题: 老城区管网改造");
        assert!(decode(&bytes).unwrap_err().gb18030);
        assert_eq!(
            decode(b"ok \xff\xff\xff").unwrap_err(),
            super::NotUtf8 {
                at: 3,
                gb18030: false
            }
        );
        assert_eq!(decode("标题".as_bytes()), Ok("标题"));
    }

    #[test]
    fn control_characters_are_found_and_line_ends_are_not() {
        let found: Vec<_> = forbidden("a\0b\t\r\n中\u{85}\u{7f}").collect();
        assert_eq!(found, [(1, '\0'), (9, '\u{85}'), (11, '\u{7f}')]);
    }
}
