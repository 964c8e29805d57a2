//! The last part of a route, made of a slug or an id.

use crate::{digest, names};

/// How much of a digest a slug has.
const SLUG: usize = 10;

/// `slug:` if given; an ASCII id in lower case (a name reserved on Windows gets `-1`); else the first 10 base32
/// characters of the SHA-256 of the id in NFC.
pub(super) fn slug_of(given: Option<&str>, id: &str) -> String {
    match given.unwrap_or(id) {
        name if is_ascii_id(name) => {
            let name = name.to_ascii_lowercase();
            if is_reserved(&name) {
                format!("{name}-1")
            } else {
                name
            }
        }
        _ => {
            let digest = digest::Digest::of(names::composed(id).as_bytes());
            digest::base32_lower(&digest.0)[..SLUG].to_owned()
        }
    }
}

/// An id that can stand in a route as it is.
pub(super) fn is_ascii_id(name: &str) -> bool {
    name.is_ascii() && names::is_id(name) && !name.starts_with('.') && !name.ends_with('.')
}

/// Device names that Windows keeps, with any ending.
fn is_reserved(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name);
    let numbered = |front: &str| {
        let rest = stem.strip_prefix(front).unwrap_or_default();
        rest.len() == 1 && rest.as_bytes()[0].is_ascii_digit() && rest != "0"
    };
    matches!(stem, "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

#[cfg(test)]
mod tests {
    use super::{is_reserved, slug_of};

    #[test]
    fn slugs_depend_on_the_id_and_slug_alone() {
        assert_eq!(slug_of(None, "GH-01"), "gh-01");
        assert_eq!(slug_of(Some("plan"), "方案"), "plan");
        assert_eq!(slug_of(None, "con"), "con-1");
        assert_eq!(slug_of(None, "COM1.a"), "com1.a-1");
        // printf '%s' 方案 | sha256sum | xxd -r -p | base32 | cut -c1-10 | tr A-Z a-z
        assert_eq!(slug_of(None, "方案"), "n6kjvq2sfu");
    }

    #[test]
    fn device_names_are_known() {
        assert!(is_reserved("lpt9") && is_reserved("nul.txt"));
        assert!(!is_reserved("com0") && !is_reserved("console") && !is_reserved("com10"));
    }
}
