//! Texts set on lines of a drawing, which has no lines of its own: how wide they are, and where they may be broken.

/// May not begin a line.
const CLOSING: &str = "、，。；：！？）》〉”’】〕」』…—·%％℃)]},.;:!?";
/// May not end one.
const OPENING: &str = "（《〈“‘【〔「『([{";

/// About how wide a text is: a Chinese character is as wide as it is high.
pub(crate) fn width(text: &str, size: i64) -> i64 {
    text.chars().map(|c| letter(c, size)).sum()
}

fn letter(c: char, size: i64) -> i64 {
    if c.is_ascii() {
        (size * 7 + 11) / 12
    } else {
        size
    }
}

/// The lines of a text that has this much room; a word is broken only where it alone is too wide.
pub(crate) fn wrapped(text: &str, room: i64, size: i64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        if width(&line, size) + width(piece.trim_end(), size) <= room {
            line.push_str(piece);
            continue;
        }
        if !line.trim().is_empty() {
            lines.push(line.trim().to_owned());
        }
        line = String::new();
        for c in piece.chars() {
            if width(&line, size) + letter(c, size) > room && !line.is_empty() {
                lines.push(line.clone());
                line.clear();
            }
            line.push(c);
        }
    }
    if !line.trim().is_empty() {
        lines.push(line.trim().to_owned());
    }
    lines
}

/// What has to stay together: a word with the space after it, a character with the marks that hold on to it.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut before: Option<char> = None;
    for (place, c) in text.char_indices() {
        if before.is_some_and(|before| may_break(before, c)) {
            pieces.push(&text[start..place]);
            start = place;
        }
        before = Some(c);
    }
    if start < text.len() {
        pieces.push(&text[start..]);
    }
    pieces
}

fn may_break(before: char, after: char) -> bool {
    if CLOSING.contains(after) || OPENING.contains(before) || after == ' ' {
        return false;
    }
    before == ' ' || !before.is_ascii() || !after.is_ascii()
}

#[cfg(test)]
mod tests {
    use super::{width, wrapped};

    #[test]
    fn texts_are_measured_by_their_characters() {
        assert_eq!(width("任务A", 12), 31);
        // 14 for each character, 9 for the letter: seven twelfths of 14, rounded up.
        assert_eq!(width("任务A", 14), 37);
    }

    #[test]
    fn marks_hold_on_to_their_characters() {
        // Room for four characters.
        assert_eq!(wrapped("修好人民路。", 48, 12), ["修好人民", "路。"]);
        assert_eq!(wrapped("修好人民，再说", 48, 12), ["修好人", "民，再说"]);
        assert_eq!(wrapped("修好路《方案》", 48, 12), ["修好路", "《方案》"]);
    }

    #[test]
    fn words_stay_whole_where_they_can() {
        // Room for ten letters.
        assert_eq!(
            wrapped("open the pipe works", 70, 12),
            ["open the", "pipe works"]
        );
        assert_eq!(wrapped("abcdefghijklm", 70, 12), ["abcdefghij", "klm"]);
        assert_eq!(wrapped("在2026年底前", 48, 12), ["在2026", "年底前"]);
        assert!(wrapped("", 48, 12).is_empty());
    }
}
