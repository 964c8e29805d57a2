//! What kind of character stands beside a mark or a line break: Chinese, punctuation or neither.

/// Whether a character belongs to Chinese, Japanese or Korean writing, its punctuation and full-width forms included.
///
/// “ ” ‘ ’ … — are shared with Latin writing and are not among them.
pub(super) fn is_cjk(c: char) -> bool {
    c >= '\u{1100}'
        && matches!(
            u32::from(c),
            0x1100..=0x11ff
                | 0x20a9
                | 0x2329..=0x232a
                | 0x2630..=0x2637
                | 0x268a..=0x268f
                | 0x2e80..=0x303e
                | 0x3041..=0xa4c6
                | 0xa960..=0xa97c
                | 0xac00..=0xd7fb
                | 0xf900..=0xfaff
                | 0xfe10..=0xfe19
                | 0xfe30..=0xfe6b
                | 0xff01..=0xffee
                | 0x16fe0..=0x191d2
                | 0x1aff0..=0x1b2fb
                | 0x1d300..=0x1d376
                | 0x1f200..=0x1f202
                | 0x1f210..=0x1f268
                | 0x20000..=0x3fffd
                | 0xe0100..=0xe01ef
        )
}

/// Whether the parser takes a character for punctuation; a test compares this with the parser for every character
/// that is punctuation to it.
pub(super) fn is_punctuation(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_punctuation();
    }
    // Circled letters are letters to Unicode's alphabet and symbols to Markdown.
    let is_circled = matches!(c, 'Ⓐ'..='ⓩ');
    is_circled || !c.is_alphanumeric() && !c.is_whitespace() && !is_silent(c)
}

/// Characters that join or alter others, control text, or have no meaning of their own.
fn is_silent(c: char) -> bool {
    matches!(
        u32::from(c),
        0x80..=0x9f
            | 0xad
            | 0x300..=0x36f
            | 0x200b..=0x200f
            | 0x202a..=0x202e
            | 0x2060..=0x206f
            | 0x20d0..=0x20ff
            | 0x302a..=0x302f
            | 0x3099..=0x309a
            | 0xe000..=0xf8ff
            | 0xfe00..=0xfe0f
            | 0xfe20..=0xfe2f
            | 0xfeff
            | 0xfff0..=0xfffb
            | 0xe0000..
    )
}

/// Whether a line break between two characters must leave no space: both are full-width, and Hangul, which is written
/// with spaces, is not.
pub(super) fn joins_lines(before: char, after: char) -> bool {
    (is_wide(before) && (is_wide(after) || is_shared(after)))
        || (is_shared(before) && is_wide(after))
}

fn is_wide(c: char) -> bool {
    is_cjk(c)
        && !matches!(
            u32::from(c),
            0x1100..=0x11ff
                | 0x3131..=0x318e
                | 0xa960..=0xa97c
                | 0xac00..=0xd7fb
                | 0xff61..=0xffdc
        )
}

/// Punctuation that is full-width in Chinese and narrow elsewhere.
fn is_shared(c: char) -> bool {
    matches!(c, '“' | '”' | '‘' | '’' | '…' | '—' | '·')
}
