//! Ids and names: how they are compared, what may be one, and which are close; the only module that names
//! `unicode_normalization` and `strsim`.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The form in which ids are compared: NFC, without case.
pub(crate) fn folded(id: &str) -> Cow<'_, str> {
    if id.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) {
        return Cow::Borrowed(id);
    }
    Cow::Owned(id.nfc().flat_map(char::to_lowercase).nfc().collect())
}

/// NFC: what digests of ids are made of.
pub(crate) fn composed(id: &str) -> Cow<'_, str> {
    match is_nfc_quick(id.chars()) {
        IsNormalized::Yes => Cow::Borrowed(id),
        IsNormalized::No | IsNormalized::Maybe => Cow::Owned(id.nfc().collect()),
    }
}

/// Letters of any script, digits, `-`, `_`, `.`; never a path.
pub(crate) fn is_id(id: &str) -> bool {
    let mark = unicode_normalization::char::is_combining_mark;
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.') || mark(c);
    !id.is_empty() && id.chars().all(fits) && id.chars().any(|c| c != '.')
}

/// The names close enough to what was written to be meant, best first, three at most.
pub(crate) fn close<'n>(written: &str, names: impl IntoIterator<Item = &'n str>) -> Vec<String> {
    const MOST: usize = 3;
    let wanted = folded(written);
    let mut near: Vec<(usize, &str)> = names
        .into_iter()
        .filter(|name| name.chars().count().abs_diff(wanted.chars().count()) <= 4)
        .map(|name| (strsim::damerau_levenshtein(&wanted, &folded(name)), name))
        .filter(|(distance, name)| {
            *distance * 3 <= wanted.chars().count().max(name.chars().count()).max(3)
        })
        .collect();
    near.sort_unstable();
    near.dedup_by(|a, b| a.1 == b.1);
    // What is further off than the best is hardly ever meant.
    let best = near.first().map(|(distance, _)| *distance);
    near.into_iter()
        .take_while(|(distance, _)| Some(*distance) == best)
        .take(MOST)
        .map(|(_, name)| name.to_owned())
        .collect()
}

/// Whether a field is among those that were left out because of a fault, under its own name or a misspelt one.
pub(crate) fn is_one_of(struck: &[String], field: &str) -> bool {
    struck
        .iter()
        .any(|one| one == field || !close(one, [field]).is_empty())
}

#[cfg(test)]
mod tests {
    use super::{close, folded, is_id};

    #[test]
    fn ids_are_compared_in_nfc_and_without_case() {
        assert_eq!(folded("Cafe\u{301}"), folded("CAFÉ"));
        assert_eq!(folded("龙山-01"), "龙山-01");
        assert_ne!(folded("a"), folded("b"));
    }

    #[test]
    fn a_path_is_no_id() {
        for id in ["gh-01", "龙山区", "a.b_c", "٣"] {
            assert!(is_id(id), "{id}");
        }
        for id in ["", "..", ".", "a/b", "a b", "a\\b", "a:b", "a？"] {
            assert!(!is_id(id), "{id}");
        }
    }

    #[test]
    fn close_names_are_offered_best_first() {
        let names = ["gongyong", "guihua", "zhujian", "gongan"];
        assert_eq!(close("gongyon", names), ["gongyong"]);
        assert_eq!(close("gonyan", names), ["gongan"]);
        assert!(close("x", names).is_empty());
    }
}
