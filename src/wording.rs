//! The words in which two texts differ; the only module that names `similar`.

use similar::{Algorithm, DiffTag, capture_diff_slices};

/// A stretch of two texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Stretch {
    Same(String),
    /// In the old text alone.
    Gone(String),
    /// In the new text alone.
    New(String),
}

/// Longer texts are not laid side by side word by word: what has so many words differs in more than a reader follows.
const MOST: usize = 600;

/// Both texts as one run of stretches: those that are the same and those that are gone are the old text, those that are
/// the same and those that are new are the new one. A word is a run of letters of a script with spaces between
/// words, a number or a date; of Chinese and of marks every character is one.
pub(crate) fn stretches(old: &str, new: &str) -> Vec<Stretch> {
    let (before, after) = (words(old), words(new));
    if before.len().max(after.len()) > MOST {
        let stretches = [Stretch::Gone(old.to_owned()), Stretch::New(new.to_owned())];
        return stretches.into();
    }
    let mut all = Vec::new();
    for step in capture_diff_slices(Algorithm::Myers, &before, &after) {
        let (tag, old, new) = step.as_tag_tuple();
        let (old, new) = (before[old].concat(), after[new].concat());
        match tag {
            DiffTag::Equal => all.push(Stretch::Same(old)),
            DiffTag::Delete => all.push(Stretch::Gone(old)),
            DiffTag::Insert => all.push(Stretch::New(new)),
            DiffTag::Replace => all.extend([Stretch::Gone(old), Stretch::New(new)]),
        }
    }
    all
}

/// As much of what is the same stands on each side of what differs.
const BESIDE: usize = 12;

/// Both texts cut to what differs, which stands in brackets, and a little beside it.
pub(crate) fn marked(old: &str, new: &str) -> (String, String) {
    let (mut was, mut is) = (String::new(), String::new());
    let all = stretches(old, new);
    for (place, stretch) in all.iter().enumerate() {
        match stretch {
            Stretch::Same(text) => {
                let (first, last) = (place == 0, place + 1 == all.len());
                let text = shortened(text, (first, last));
                was.push_str(&text);
                is.push_str(&text);
            }
            Stretch::Gone(text) => was.extend(["[", text.as_str(), "]"]),
            Stretch::New(text) => is.extend(["[", text.as_str(), "]"]),
        }
    }
    (was, is)
}

/// What is the same keeps its ends beside what differs: at the beginning of a text the last of it, at the end the first.
fn shortened(text: &str, (is_first, is_last): (bool, bool)) -> String {
    let letters: Vec<char> = text.chars().collect();
    let front = if is_first { 0 } else { BESIDE };
    let back = if is_last { 0 } else { BESIDE };
    if letters.len() <= front + back + 1 {
        return text.to_owned();
    }
    let (front, back) = (&letters[..front], &letters[letters.len() - back..]);
    let parts = [
        front.iter().collect(),
        "…".to_owned(),
        back.iter().collect(),
    ];
    parts.concat()
}

fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let kind = kind(first);
        let end = match kind {
            Kind::Alone => first.len_utf8(),
            _ => rest.find(|c| self::kind(c) != kind).unwrap_or(rest.len()),
        };
        let (word, after) = rest.split_at(end);
        words.push(word);
        rest = after;
    }
    words
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Of a number or a date.
    Digit,
    Letter,
    Alone,
}

/// The writing of East Asia sets no spaces between words.
fn kind(c: char) -> Kind {
    match c {
        c if c.is_ascii_digit() || c == '.' || c == '-' => Kind::Digit,
        c if c.is_alphabetic() && c < '\u{2e80}' => Kind::Letter,
        _ => Kind::Alone,
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST, Stretch, marked, stretches, words};

    fn same(text: &str) -> Stretch {
        Stretch::Same(text.to_owned())
    }

    fn gone(text: &str) -> Stretch {
        Stretch::Gone(text.to_owned())
    }

    fn new(text: &str) -> Stretch {
        Stretch::New(text.to_owned())
    }

    #[test]
    fn latin_is_cut_into_words_and_chinese_into_characters() {
        assert_eq!(
            words("新建 A12 route，3公里"),
            [
                "新", "建", " ", "A", "12", " ", "route", "，", "3", "公", "里"
            ]
        );
    }

    #[test]
    fn what_differs_is_marked_by_word() {
        assert_eq!(
            stretches("repair 12 bridges", "repair 120 bridges"),
            [same("repair "), gone("12"), new("120"), same(" bridges")]
        );
        assert_eq!(
            stretches("完成主体工程", "完成全部主体"),
            [same("完成"), new("全部"), same("主体"), gone("工程")]
        );
        assert_eq!(stretches("", "新"), [new("新")]);
        assert_eq!(stretches("旧", ""), [gone("旧")]);
        assert_eq!(stretches("同", "同"), [same("同")]);
        assert!(stretches("", "").is_empty());
    }

    #[test]
    fn long_texts_are_set_beside_each_other_whole() {
        let long = "长".repeat(MOST + 1);
        assert_eq!(stretches(&long, "短"), [gone(&long), new("短")]);
    }

    #[test]
    fn a_long_text_is_cut_to_what_differs() {
        let text = |number: &str| {
            format!(
                "这一段讲的是全市背街小巷整治的总体进展情况：已完成{number}条，其余各条按计划推进，年底以前全部完成。"
            )
        };
        assert_eq!(
            marked(&text("18"), &text("19")),
            (
                "…治的总体进展情况：已完成[18]条，其余各条按计划推进，…".to_owned(),
                "…治的总体进展情况：已完成[19]条，其余各条按计划推进，…".to_owned()
            )
        );
        assert_eq!(
            marked("甲乙", "甲丙"),
            ("甲[乙]".to_owned(), "甲[丙]".to_owned())
        );
    }
}
