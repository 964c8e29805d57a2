//! Text out of bytes; the only module that names `encoding_rs`.

use std::borrow::Cow;

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
    let in_full = || {
        std::str::from_utf8(bytes).map_err(|error| {
            let (_, malformed) = encoding_rs::GB18030.decode_without_bom_handling(bytes);
            NotUtf8 {
                at: error.valid_up_to(),
                gb18030: !malformed,
            }
        })
    };
    text(bytes).map_or_else(in_full, Ok)
}

/// The text, if the bytes are one: as the standard library finds, but many bytes are looked at together, which is faster where
/// they are not ASCII.
pub(crate) fn text(bytes: &[u8]) -> Option<&str> {
    match encoding_rs::UTF_8.decode_without_bom_handling_and_without_replacement(bytes)? {
        Cow::Borrowed(text) => Some(text),
        Cow::Owned(_) => std::str::from_utf8(bytes).ok(),
    }
}

/// Where a character stands that has no place in a text: NUL, control characters other than tab and line ends, and
/// those that turn the direction of text, which nobody sees and which make readers see something else.
pub(crate) fn forbidden(text: &str) -> impl Iterator<Item = (usize, char)> {
    let suspect = |c: char| match c {
        '\t' | '\n' | '\r' => false,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        other => other.is_control(),
    };
    text.char_indices().filter(move |(_, c)| suspect(*c))
}

/// Whether any byte of the text can belong to a forbidden character; far cheaper than looking at every character.
/// Every byte is looked at in the same way and to the end, so that many are compared at once.
pub(crate) fn may_hold_forbidden(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_control = |byte: u8| {
        let may_stand = (byte == b'\t') | (byte == b'\n') | (byte == b'\r');
        (byte < 0x20) & !may_stand | (byte == 0x7f) | (byte == 0xc2)
    };
    // In UTF-8 those that turn the direction of text are E2 80 AA to AE and E2 81 A6 to A9.
    let turns = |[first, second, third]: [u8; 3]| {
        let embeds = (second == 0x80) & (0xaa..=0xae).contains(&third);
        let isolates = (second == 0x81) & (0xa6..=0xa9).contains(&third);
        (first == 0xe2) & (embeds | isolates)
    };
    let threes = bytes.iter().zip(&bytes[1.min(bytes.len())..]);
    let threes = threes.zip(&bytes[2.min(bytes.len())..]);
    bytes
        .iter()
        .fold(false, |any, byte| any | is_control(*byte))
        | threes.fold(false, |any, ((a, b), c)| any | turns([*a, *b, *c]))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop, prop_assert_eq, proptest};

    use super::{decode, forbidden, may_hold_forbidden, text};

    proptest! {
        #[test]
        fn bytes_are_a_text_where_the_standard_library_says_so(
            before in prop::collection::vec("[中é\u{feff}😀a]{0,40}", 0..4),
            wild in prop::collection::vec(any::<u8>(), 0..4),
            cut in 0usize..80,
        ) {
            let mut bytes = before.concat().into_bytes();
            bytes.truncate(bytes.len().max(cut) - cut);
            bytes.extend(wild);
            bytes.extend(before.concat().bytes());
            prop_assert_eq!(text(&bytes), std::str::from_utf8(&bytes).ok());
        }
    }

    #[test]
    fn a_letter_that_is_cut_anywhere_is_no_text() {
        let whole = "通报".repeat(40);
        for end in 0..=whole.len() {
            let part = &whole.as_bytes()[..end];
            assert_eq!(text(part).is_some(), end % 3 == 0, "{end}");
        }
    }

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
        for text in ["\0", "\u{85}", "\u{7f}", "甲\u{202e}", "\u{2066}乙"] {
            assert!(
                may_hold_forbidden(text) && forbidden(text).count() == 1,
                "{text:?}"
            );
        }
        for text in ["“引号”——……", "①②③\t\r\n", "a\u{200b}b"] {
            assert!(
                !may_hold_forbidden(text) && forbidden(text).count() == 0,
                "{text:?}"
            );
        }
    }
}
