//! Numbers of persons in a text: mobile telephones and identity cards.

/// Such a number, masked, and where it stands in its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Private {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// The catalogue's name of what it is.
    pub(crate) kind: &'static str,
    /// As it may be shown: `138****1234`.
    pub(crate) masked: String,
}

/// As many digits as a mobile telephone's number has; no other number that is looked for has fewer.
const MOBILE: usize = 11;

/// Looks at every run of digits; a line that is a `contact:` field is left out, since it is always restricted.
pub(super) fn private_numbers(bytes: &[u8]) -> Vec<Private> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(ahead) = bytes.get(at + MOBILE - 1) {
        // No number goes across a byte that is no digit, nor is there room for one before it.
        if !ahead.is_ascii_digit() {
            at += MOBILE;
            continue;
        }
        let before = bytes[at..at + MOBILE]
            .iter()
            .rposition(|b| !b.is_ascii_digit());
        at += before.map_or(0, |place| place + 1);
        let length = bytes[at..]
            .iter()
            .take_while(|b| b.is_ascii_digit())
            .count();
        let joined = at > 0
            && (bytes[at - 1].is_ascii_alphanumeric()
                || matches!(bytes[at - 1], b'.' | b'-' | b'_'));
        let digits = &bytes[at..at + length];
        let end = match length {
            _ if joined => None,
            MOBILE if is_mobile(digits) && !continues(bytes.get(at + length)) => Some(at + length),
            18 if is_identity(digits, digits[17]) && !continues(bytes.get(at + length)) => {
                Some(at + length)
            }
            17 => {
                let last = bytes
                    .get(at + length)
                    .copied()
                    .filter(|b| matches!(b, b'X' | b'x'));
                last.filter(|x| is_identity(digits, *x) && !continues(bytes.get(at + 18)))
                    .map(|_| at + 18)
            }
            _ => None,
        };
        if let Some(end) = end.filter(|_| !is_contact(bytes, at)) {
            found.push(Private {
                start: at,
                end,
                kind: match end - at {
                    MOBILE => "private-phone",
                    _ => "private-identity-card",
                },
                masked: masked(&bytes[at..end]),
            });
        }
        at += length;
    }
    found
}

fn continues(next: Option<&u8>) -> bool {
    next.is_some_and(|b| b.is_ascii_alphanumeric() || *b == b'_')
}

fn is_mobile(digits: &[u8]) -> bool {
    digits[0] == b'1' && (b'3'..=b'9').contains(&digits[1])
}

/// The check character of an identity card, ISO 7064 MOD 11-2.
fn is_identity(digits: &[u8], last: u8) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECKS: &[u8; 11] = b"10X98765432";
    let sum: u32 = WEIGHTS
        .iter()
        .zip(digits)
        .map(|(w, d)| w * u32::from(d - b'0'))
        .sum();
    CHECKS[(sum % 11) as usize] == last.to_ascii_uppercase()
}

fn is_contact(bytes: &[u8], at: usize) -> bool {
    let start = bytes[..at]
        .iter()
        .rposition(|b| *b == b'\n')
        .map_or(0, |p| p + 1);
    bytes[start..at].trim_ascii_start().starts_with(b"contact:")
}

fn masked(number: &[u8]) -> String {
    let text: Vec<char> = number.iter().map(|b| char::from(*b)).collect();
    let (front, back) = if text.len() == MOBILE { (3, 4) } else { (2, 3) };
    let hidden = std::iter::repeat_n('*', text.len() - front - back);
    text[..front]
        .iter()
        .copied()
        .chain(hidden)
        .chain(text[text.len() - back..].iter().copied())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::private_numbers;

    fn masked(text: &str) -> Vec<String> {
        private_numbers(text.as_bytes())
            .into_iter()
            .map(|p| p.masked)
            .collect()
    }

    #[test]
    fn telephones_and_identity_cards_are_found_and_masked() {
        assert_eq!(masked("联系电话13812345678。"), ["138****5678"]);
        // 11010519491231002X is the standard's own example of a check character.
        assert_eq!(masked("身份证 11010519491231002X"), ["11*************02X"]);
    }

    #[test]
    fn a_number_is_found_wherever_it_stands() {
        for before in 0..40 {
            let text = format!(
                "{}13812345678",
                "，1234567890，"
                    .chars()
                    .cycle()
                    .take(before)
                    .collect::<String>()
            );
            let is_apart = !text[..text.len() - 11].ends_with(|c: char| c.is_ascii_digit());
            assert_eq!(masked(&text).len(), usize::from(is_apart), "{text}");
            assert_eq!(
                masked(&format!("{text}。{}", "0".repeat(before))),
                masked(&text)
            );
        }
    }

    #[test]
    fn other_numbers_are_not() {
        for text in [
            "12812345678",
            "138123456789",
            "GF-13812345678",
            "0.13812345678",
            "110105194912310021",
            "2026-06-30",
        ] {
            assert!(masked(text).is_empty(), "{text}");
        }
        assert!(masked("  contact: 13812345678").is_empty());
    }
}
