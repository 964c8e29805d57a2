//! The tags of an SVG, read so that nothing that a browser takes for one is missed.

/// An element's beginning. Names stand without prefix, in lower case.
pub(super) struct Tag<'t> {
    pub(super) name: String,
    pub(super) attributes: Vec<Attribute<'t>>,
    /// The text from the end of the tag to the end of the file.
    pub(super) after: &'t str,
}

pub(super) struct Attribute<'t> {
    pub(super) name: String,
    /// Empty where there is none.
    pub(super) prefix: &'t str,
    pub(super) value: &'t str,
}

/// What could be read as a tag is one, even in a comment: a picture without fault has no such thing there.
pub(super) fn tags(text: &str) -> Vec<Tag<'_>> {
    let begins = text.match_indices('<').map(|(at, _)| &text[at + 1..]);
    let named = begins.filter(|rest| rest.starts_with(|c: char| c.is_alphabetic() || c == '_'));
    named.map(tag).collect()
}

fn tag(whole: &str) -> Tag<'_> {
    // No value may hold the sign with which another tag begins.
    let head = whole.split('<').next().unwrap_or_default();
    let mut rest = head;
    let stops = |c: char| c.is_whitespace() || c == '>' || c == '/';
    let end = rest.find(stops).unwrap_or(rest.len());
    let mut attributes = Vec::new();
    let (_, name) = split(&rest[..end]);
    rest = &rest[end..];
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        let end = rest
            .find(|c: char| c == '=' || stops(c))
            .unwrap_or(rest.len());
        if end == 0 || rest.starts_with('>') {
            break;
        }
        let (prefix, name) = split(&rest[..end]);
        rest = rest[end..].trim_start();
        let Some(after) = rest.strip_prefix('=') else {
            let value = "";
            attributes.push(Attribute {
                name,
                prefix,
                value,
            });
            continue;
        };
        let after = after.trim_start();
        let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''));
        let (value, next) = match quote {
            Some(quote) => after[1..].split_once(quote).unwrap_or((&after[1..], "")),
            None => after.split_at(after.find(stops).unwrap_or(after.len())),
        };
        attributes.push(Attribute {
            name,
            prefix,
            value,
        });
        rest = next;
    }
    Tag {
        name,
        attributes,
        after: &whole[head.len() - rest.strip_prefix('>').unwrap_or(rest).len()..],
    }
}

/// The prefix and the local name.
fn split(name: &str) -> (&str, String) {
    let (prefix, local) = name.rsplit_once(':').unwrap_or(("", name));
    (prefix, local.to_ascii_lowercase())
}

/// In lower case, without the signs that browsers pass over in addresses, references to signs resolved. What a
/// reference by a name stands for is not known here: its `&` stays.
pub(super) fn compact(value: &str) -> String {
    let mut plain = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = rest.find('&') {
        plain.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let known = rest
            .split_once(';')
            .and_then(|(name, after)| Some((sign(name)?, after)));
        let (sign, after) = known.unwrap_or(('&', rest));
        plain.push(sign);
        rest = after;
    }
    plain.push_str(rest);
    let kept = |c: &char| !c.is_whitespace() && !c.is_control() && !matches!(c, '"' | '\'');
    plain.to_ascii_lowercase().chars().filter(kept).collect()
}

fn sign(name: &str) -> Option<char> {
    match name {
        "quot" => return Some('"'),
        "apos" => return Some('\''),
        "lt" => return Some('<'),
        "gt" => return Some('>'),
        _ => {}
    }
    let number = name.strip_prefix('#')?;
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => number.parse(),
    };
    char::from_u32(code.ok()?)
}
