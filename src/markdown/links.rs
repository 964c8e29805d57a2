//! Where a link may lead: the allow-list of URL schemes, the writing of addresses, and bare URLs in text.

/// What kind of destination a link names, by its form alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    /// `http`, `https`, `mailto` or `tel`.
    Outside,
    /// A record by type and id: `task:GH-01`.
    Record,
    /// `#heading` on the same page.
    Anchor,
    /// A path relative to the body's file or to the site.
    Local,
    /// Any other scheme, or an address that no browser could read: never written as a link.
    Refused,
}

const RECORD_SCHEMES: [&str; 14] = [
    "area",
    "assessment",
    "bulletin",
    "campaign",
    "decision",
    "document",
    "indicator",
    "inspection",
    "instruction",
    "meeting",
    "person",
    "problem",
    "task",
    "unit",
];

/// The kind of a destination.
pub(crate) fn reach(destination: &str) -> Reach {
    // Browsers drop control characters inside an address, so that `java\tscript:` would come to life.
    if destination.chars().any(char::is_control) {
        return Reach::Refused;
    }
    let destination = destination.trim();
    if destination.starts_with('#') {
        return Reach::Anchor;
    }
    let Some((scheme, rest)) = scheme(destination) else {
        let remote = destination.starts_with("//") || destination.starts_with('\\');
        return if remote { Reach::Refused } else { Reach::Local };
    };
    match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" if has_host(rest) => Reach::Outside,
        "mailto" | "tel" if !rest.is_empty() => Reach::Outside,
        lower if RECORD_SCHEMES.contains(&lower) && !rest.is_empty() => Reach::Record,
        _ => Reach::Refused,
    }
}

/// The scheme and what follows its colon. A colon after anything that no scheme may hold belongs to a path.
fn scheme(destination: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = destination.split_once(':')?;
    let starts = scheme.starts_with(|c: char| c.is_ascii_alphabetic());
    let holds = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    (starts && scheme.chars().all(holds)).then_some((scheme, rest))
}

fn has_host(rest: &str) -> bool {
    let Some(rest) = rest.strip_prefix("//") else {
        return false;
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) => (host, port),
        None => (authority, ""),
    };
    port.len() <= 5
        && port.bytes().all(|b| b.is_ascii_digit())
        && host.starts_with(char::is_alphanumeric)
        && host.ends_with(char::is_alphanumeric)
        && !host.contains("..")
        && host
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '-' | '.'))
}

/// Writes an address for an attribute: what no URL may hold is percent-encoded, what HTML reads is escaped.
pub(super) fn write_address(out: &mut String, address: &str) {
    let address = address.trim();
    let bytes = address.as_bytes();
    let mut fragment = false;
    for (at, c) in address.char_indices() {
        let keep = match c {
            '&' => {
                out.push_str("&amp;");
                continue;
            }
            '%' => bytes.len() > at + 2 && bytes[at + 1..at + 3].iter().all(u8::is_ascii_hexdigit),
            '#' => !std::mem::replace(&mut fragment, true),
            '"' | '<' | '>' | '[' | ']' | '\\' | '^' | '`' | '{' | '|' | '}' => false,
            _ => c.is_ascii_graphic() || (!c.is_ascii() && is_address_character(c)),
        };
        if keep {
            out.push(c);
        } else {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                out.push('%');
                for digit in [byte >> 4, byte & 15] {
                    out.push(char::from(b"0123456789ABCDEF"[usize::from(digit)]));
                }
            }
        }
    }
}

fn is_address_character(c: char) -> bool {
    !c.is_whitespace()
        && !matches!(u32::from(c), 0x80..=0x9f | 0xfdd0..=0xfdef | 0xe000..=0xf8ff | 0xe0000..)
        && u32::from(c) & 0xfffe != 0xfffe
}

/// The first bare URL at or after a place in a text.
///
/// It ends before the first character that is not ASCII: Chinese prose goes on without a space after an address.
pub(super) fn bare_url(text: &str, from: usize) -> Option<std::ops::Range<usize>> {
    let mut from = from;
    while let Some(step) = text[from..].find("://") {
        let colon = from + step;
        from = colon + 3;
        let head = &text[..colon];
        let length = match head.get(colon.saturating_sub(5)..) {
            Some(word) if word.eq_ignore_ascii_case("https") => 5,
            _ => match head.get(colon.saturating_sub(4)..) {
                Some(word) if word.eq_ignore_ascii_case("http") => 4,
                _ => continue,
            },
        };
        let start = colon - length;
        if head[..start].ends_with(|c: char| c.is_ascii_alphanumeric()) {
            continue;
        }
        let tail = &text[from..];
        let stops =
            |c: char| !c.is_ascii_graphic() || matches!(c, '<' | '>' | '"' | '`' | '{' | '}');
        let end = from + trimmed(&tail[..tail.find(stops).unwrap_or(tail.len())]);
        if reach(&text[start..end]) == Reach::Outside {
            return Some(start..end);
        }
    }
    None
}

/// The length of an address without the punctuation of the sentence around it.
fn trimmed(tail: &str) -> usize {
    let mut tail = tail;
    while let Some(last) = tail.chars().next_back() {
        let count = |c: char| tail.matches(c).count();
        let outside = match last {
            ')' => count(')') > count('('),
            ']' => count(']') > count('['),
            _ => matches!(
                last,
                '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '_' | '~' | '|'
            ),
        };
        if !outside {
            break;
        }
        tail = &tail[..tail.len() - 1];
    }
    tail.len()
}
