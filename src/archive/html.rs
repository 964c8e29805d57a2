//! The tags of a page: finding them, and cutting links that lead out of a package.

use std::collections::BTreeSet;

/// A tag as it stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tag {
    pub(super) start: usize,
    pub(super) end: usize,
    /// In lower case.
    pub(super) name: String,
    pub(super) closes: bool,
    /// Names in lower case, values decoded.
    pub(super) attributes: Vec<(String, String)>,
}

impl Tag {
    pub(super) fn value(&self, name: &str) -> Option<&str> {
        let mut all = self.attributes.iter();
        all.find(|(own, _)| own == name)
            .map(|(_, value)| value.as_str())
    }
}

/// Every tag of a text, in order; comments and declarations are passed over.
pub(super) fn tags(text: &str) -> Vec<Tag> {
    let mut tags: Vec<Tag> = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find('<').map(|found| at + found) {
        let rest = &text[start..];
        at = if rest.starts_with("<!--") {
            rest.find("-->").map_or(text.len(), |end| start + end + 3)
        } else if rest.starts_with("<!") || rest.starts_with("<?") {
            rest.find('>').map_or(text.len(), |end| start + end + 1)
        } else if let Some(tag) = tag(text, start) {
            let end = tag.end;
            tags.push(tag);
            end
        } else {
            start + 1
        };
    }
    tags
}

fn tag(text: &str, start: usize) -> Option<Tag> {
    let mut rest = &text[start + 1..];
    let closes = rest.starts_with('/');
    if closes {
        rest = &rest[1..];
    }
    if !rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let stops = |c: char| c.is_whitespace() || c == '>' || c == '/';
    let length = rest.find(stops).unwrap_or(rest.len());
    let name = rest[..length].to_ascii_lowercase();
    rest = &rest[length..];
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if let Some(after) = rest.strip_prefix('>') {
            let end = text.len() - after.len();
            return Some(Tag {
                start,
                end,
                name,
                closes,
                attributes,
            });
        }
        if rest.is_empty() {
            let end = text.len();
            return Some(Tag {
                start,
                end,
                name,
                closes,
                attributes,
            });
        }
        let (attribute, after) = attribute(rest);
        attributes.push(attribute);
        rest = after;
    }
}

fn attribute(text: &str) -> ((String, String), &str) {
    let ends = |c: char| c.is_whitespace() || matches!(c, '=' | '>' | '/');
    // A stray `=` is the beginning of a name.
    let first = text.chars().next().map_or(0, char::len_utf8);
    let length = text[first..]
        .find(ends)
        .map_or(text.len(), |found| first + found);
    let name = text[..length].to_ascii_lowercase();
    let after = text[length..].trim_start();
    let Some(after) = after.strip_prefix('=') else {
        return ((name, String::new()), &text[length..]);
    };
    let after = after.trim_start();
    let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''));
    let (value, after) = match quote {
        Some(quote) => {
            let inner = &after[1..];
            let end = inner.find(quote).unwrap_or(inner.len());
            (&inner[..end], inner.get(end + 1..).unwrap_or(""))
        }
        None => {
            let end = after
                .find(|c: char| c.is_whitespace() || c == '>')
                .unwrap_or(after.len());
            after.split_at(end)
        }
    };
    ((name, decoded(value)), after)
}

/// The references of HTML that stand for signs which could not stand there themselves.
pub(super) fn decoded(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest
            .char_indices()
            .take(12)
            .find(|(_, c)| *c == ';')
            .map(|(end, _)| end);
        match end.and_then(|end| Some((end, sign(&rest[1..end])?))) {
            Some((end, sign)) => {
                plain.push(sign);
                rest = &rest[end + 1..];
            }
            None => {
                plain.push('&');
                rest = &rest[1..];
            }
        }
    }
    plain + rest
}

fn sign(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "colon" => Some(':'),
        "nbsp" => Some('\u{a0}'),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)
        }
    }
}

/// What a reader sees of a piece of HTML.
pub(super) fn text_of(html: &str) -> String {
    let mut text = String::new();
    let mut at = 0;
    for tag in tags(html) {
        text.push_str(&html[at..tag.start]);
        at = tag.end;
    }
    text.push_str(&html[at..]);
    let words: Vec<String> = decoded(&text)
        .split_whitespace()
        .map(str::to_owned)
        .collect();
    words.join(" ")
}

/// Where a link of a page leads, from the top of the pages; none: out of them.
pub(super) fn resolve(route: &str, link: &str) -> Option<String> {
    let path = link.split(['#', '?']).next().unwrap_or_default();
    if is_remote(link) || path.starts_with('/') || path.contains('\\') {
        return None;
    }
    if path.is_empty() {
        return Some(route.to_owned());
    }
    let mut parts: Vec<&str> = route.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// Whether an address names a scheme or a host.
pub(super) fn is_remote(link: &str) -> bool {
    let link: String = link
        .chars()
        .filter(|c| !c.is_control() && !c.is_whitespace())
        .collect();
    let before = link.split(['/', '#', '?']).next().unwrap_or_default();
    link.starts_with("//") || before.contains(':')
}

/// A page whose links lead to files of the package alone: a link to another page becomes its text, a link to the web its
/// text with the address, a picture from elsewhere its description.
pub(super) fn cut(html: &str, route: &str, inside: &BTreeSet<String>) -> String {
    let stays = |link: &str| resolve(route, link).is_some_and(|path| inside.contains(&path));
    let mut out = String::with_capacity(html.len());
    let mut at = 0;
    // Where the text of a link begins that was cut, and the address to write after it.
    let mut open: Option<(usize, String)> = None;
    for tag in tags(html) {
        let cuts = match (tag.name.as_str(), tag.closes) {
            ("a", false) => tag.value("href").is_some_and(|link| !stays(link)),
            ("a", true) => open.is_some(),
            ("img", false) => tag.value("src").is_some_and(|link| !stays(link)),
            _ => false,
        };
        if !cuts {
            continue;
        }
        out.push_str(&html[at..tag.start]);
        at = tag.end;
        if tag.name == "img" {
            out.push_str(&escaped(tag.value("alt").unwrap_or_default()));
        } else if let Some((from, address)) = open.take() {
            let shown = text_of(&html[from..tag.start]);
            if !address.is_empty() && shown != address {
                out.push_str(&format!(
                    " <span class=\"address\">{}</span>",
                    escaped(&address)
                ));
            }
        } else {
            let link = tag.value("href").unwrap_or_default();
            let address = if is_remote(link) { link } else { "" };
            open = Some((tag.end, address.to_owned()));
        }
    }
    out.push_str(&html[at..]);
    out
}

pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
