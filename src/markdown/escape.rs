//! Text written so that HTML reads it as text.

/// Writes a text for an element's content or for a quoted attribute.
///
/// Characters that no HTML page may hold become U+FFFD.
pub(super) fn escape(out: &mut String, text: &str) {
    let bytes = text.as_bytes();
    let mut done = 0;
    for (at, &byte) in bytes.iter().enumerate() {
        if !SPECIAL[usize::from(byte)] {
            continue;
        }
        let (instead, length) = match byte {
            b'&' => ("&amp;", 1),
            b'<' => ("&lt;", 1),
            b'>' => ("&gt;", 1),
            b'"' => ("&quot;", 1),
            b'\r' if bytes.get(at + 1) == Some(&b'\n') => ("", 1),
            b'\r' => ("\n", 1),
            0..=0x7f => ("\u{fffd}", 1),
            _ => {
                let Some(c) = text[at..].chars().next().filter(|&c| is_barred(c)) else {
                    continue;
                };
                ("\u{fffd}", c.len_utf8())
            }
        };
        out.push_str(&text[done..at]);
        out.push_str(instead);
        done = at + length;
    }
    out.push_str(&text[done..]);
}

/// Bytes that need a look: HTML's own, controls, and the first bytes of characters that may be barred.
const SPECIAL: [bool; 256] = {
    let mut special = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        special[byte] = byte < 0x20 && byte != 0x09 && byte != 0x0a
            || byte == 0x7f
            || byte == 0x26
            || byte == 0x3c
            || byte == 0x3e
            || byte == 0x22
            || byte == 0xc2
            || byte == 0xef
            || byte >= 0xf0;
        byte += 1;
    }
    special
};

fn is_barred(c: char) -> bool {
    let code = u32::from(c);
    matches!(code, 0x80..=0x9f | 0xfdd0..=0xfdef) || code & 0xfffe == 0xfffe
}
