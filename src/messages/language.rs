//! The languages that the program speaks and that a text can be written in.

/// A language of the interface or of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Language {
    /// `zh-CN`; texts are keyed `zh` or `zh-CN`.
    Chinese,
    /// `en`.
    English,
}

impl Language {
    pub(crate) const ALL: [Language; 2] = [Language::Chinese, Language::English];

    /// As it is written in the names of files and in settings: `zh`, `zh-CN`, `en`.
    pub(crate) fn of_tag(tag: &str) -> Option<Language> {
        let same = |one: &str| one.eq_ignore_ascii_case(tag);
        let mut all = Language::ALL.into_iter();
        all.find(|one| same(one.tag()) || one.tag().split('-').next().is_some_and(same))
    }

    pub(crate) fn tag(self) -> &'static str {
        match self {
            Language::Chinese => "zh-CN",
            Language::English => "en",
        }
    }

    /// The language that a text or a piece of HTML is written in, told by its script; none where that says nothing.
    /// A Chinese text may hold foreign words and an English one the Chinese names of things: the greater part decides,
    /// where a character weighs as much as two letters.
    pub(crate) fn of_text(text: &str) -> Option<Language> {
        let (mut characters, mut letters, mut words) = (0, 0, 0);
        let (mut in_tag, mut in_word) = (false, false);
        for one in text.chars().take(ENOUGH) {
            in_tag = one == '<' || (in_tag && one != '>');
            let is_latin = one.is_ascii_alphabetic() && !in_tag;
            characters += usize::from(is_chinese(one));
            letters += usize::from(is_latin);
            words += usize::from(is_latin && !in_word);
            in_word = is_latin;
        }
        match (characters, words) {
            (0, 0..2) => None,
            _ if characters * 2 > letters => Some(Language::Chinese),
            _ => Some(Language::English),
        }
    }
}

/// How much of a text is looked at.
const ENOUGH: usize = 4000;

fn is_chinese(one: char) -> bool {
    matches!(one, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3134f}')
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn a_text_is_in_the_language_of_its_greater_part() {
        for text in [
            "背街小巷改造",
            "PM2.5浓度",
            "按 GB 50180 修订规划",
            "<p class=\"note\">已完成</p>",
        ] {
            assert_eq!(Language::of_text(text), Some(Language::Chinese), "{text}");
        }
        for text in ["Back lanes", "the 12345 hotline (市民热线)"] {
            assert_eq!(Language::of_text(text), Some(Language::English), "{text}");
        }
        for text in ["", "2026-06-30", "63.5%", "GDP", "a-1"] {
            assert_eq!(Language::of_text(text), None, "{text}");
        }
    }
}
