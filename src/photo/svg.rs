//! An SVG is a document that could act: one that acts, or fetches, is not published.

use super::{Fault, Look};

/// Elements that run something, hold another document, or change what a link leads to.
const ACTIVE: [&str; 8] = [
    "script",
    "foreignobject",
    "iframe",
    "object",
    "embed",
    "handler",
    "listener",
    "audio",
];

/// Elements whose address is followed without anybody asking.
const FETCHING: [&str; 7] = ["image", "use", "feimage", "video", "link", "animate", "set"];

pub(super) fn look(bytes: &[u8]) -> Look {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Look::Faulty(Fault::NotAnImage);
    };
    let tags = tags(text);
    let Some(top) = tags.iter().find(|tag| tag.name == "svg") else {
        return Look::Faulty(Fault::NotAnImage);
    };
    match declared(text).or_else(|| tags.iter().find_map(active)) {
        Some(what) => Look::Faulty(Fault::Active(what)),
        None => Look::Vector(size(top)),
    }
}

/// What stands before the picture and could be anything.
fn declared(text: &str) -> Option<&'static str> {
    let lower = text.to_ascii_lowercase();
    let has = |word: &str| lower.contains(word);
    let remote = |address: &str| ["url(http", "url(//"].iter().any(|at| address.contains(at));
    if has("<!entity") {
        Some("<!ENTITY>")
    } else if has("<?xml-stylesheet") {
        Some("<?xml-stylesheet?>")
    } else if has("@import") {
        Some("@import")
    } else if remote(&compact(text)) {
        Some("url()")
    } else {
        None
    }
}

fn active(tag: &Tag) -> Option<&'static str> {
    let is_listed = |list: &[&'static str]| list.iter().copied().find(|name| tag.name == *name);
    if let Some(name) = is_listed(&ACTIVE) {
        return Some(name);
    }
    tag.attributes.iter().find_map(|(name, value)| {
        let address = compact(value);
        let is_link = matches!(name.as_str(), "href" | "src" | "to" | "values" | "from");
        let is_outside = address.contains("//") || address.starts_with("data:text");
        if name.starts_with("on") {
            Some("on…=")
        } else if is_link && address.contains("javascript:") {
            Some("javascript:")
        } else if is_link && is_outside {
            is_listed(&FETCHING)
        } else {
            None
        }
    })
}

/// In lower case, without the signs that browsers pass over in addresses, references to signs resolved.
fn compact(value: &str) -> String {
    let mut plain = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = rest.find('&') {
        plain.push_str(&rest[..at]);
        let end = rest[at..].find(';').map_or(rest.len(), |end| at + end + 1);
        plain.extend(sign(rest[at..end].trim_matches(['&', ';'])));
        rest = &rest[end..];
    }
    plain.push_str(rest);
    let kept = |c: &char| !c.is_whitespace() && !c.is_control() && !matches!(c, '"' | '\'');
    plain.to_ascii_lowercase().chars().filter(kept).collect()
}

fn sign(name: &str) -> Option<char> {
    let number = name.strip_prefix('#')?;
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => number.parse(),
    };
    char::from_u32(code.ok()?)
}

/// Width and height in whole pixels: of the picture itself, else of what it shows.
fn size(top: &Tag) -> Option<(u32, u32)> {
    let value = |wanted: &str| {
        let mut all = top.attributes.iter();
        let found = all.find(|(name, _)| name == wanted);
        found.map(|(_, value)| value.as_str())
    };
    let pixels = |text: &str| whole(text.strip_suffix("px").unwrap_or(text));
    if let (Some(width), Some(height)) = (value("width"), value("height"))
        && let (Some(width), Some(height)) = (pixels(width), pixels(height))
    {
        return Some((width, height));
    }
    let separates = |c: char| c.is_whitespace() || c == ',';
    let numbers = value("viewbox")?.split(separates).filter(|n| !n.is_empty());
    match numbers.map(whole).collect::<Vec<_>>()[..] {
        [_, _, Some(width), Some(height)] => Some((width, height)),
        _ => None,
    }
}

/// A number of pixels, what is behind the point left out.
fn whole(text: &str) -> Option<u32> {
    let (whole, part) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
    let is_number = part.bytes().all(|digit| digit.is_ascii_digit());
    whole
        .parse()
        .ok()
        .filter(|number| is_number && (1..=65_535).contains(number))
}

/// An element's beginning; its name and those of its attributes without prefix, in lower case.
struct Tag {
    name: String,
    attributes: Vec<(String, String)>,
}

/// What could be read as a tag is one, even in a comment: a picture without fault has no such thing there.
fn tags(text: &str) -> Vec<Tag> {
    let begins = text.split('<').skip(1);
    let named = begins.filter(|rest| rest.starts_with(|c: char| c.is_alphabetic() || c == '_'));
    named.map(tag).collect()
}

fn tag(rest: &str) -> Tag {
    let stops = |c: char| c.is_whitespace() || c == '>' || c == '/';
    let end = rest.find(stops).unwrap_or(rest.len());
    let mut attributes = Vec::new();
    let name = local(&rest[..end]);
    let mut rest = &rest[end..];
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        let end = rest
            .find(|c: char| c == '=' || stops(c))
            .unwrap_or(rest.len());
        if end == 0 || rest.starts_with('>') {
            break;
        }
        let name = local(&rest[..end]);
        rest = rest[end..].trim_start();
        let Some(after) = rest.strip_prefix('=') else {
            attributes.push((name, String::new()));
            continue;
        };
        let after = after.trim_start();
        let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''));
        let (value, next) = match quote {
            Some(quote) => after[1..].split_once(quote).unwrap_or((&after[1..], "")),
            None => after.split_at(after.find(stops).unwrap_or(after.len())),
        };
        attributes.push((name, value.to_owned()));
        rest = next;
    }
    Tag { name, attributes }
}

fn local(name: &str) -> String {
    let local = name.rsplit(':').next().unwrap_or_default();
    local.to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::{Fault, Look, look};

    #[test]
    fn a_drawing_is_harmless_and_tells_its_size() {
        let svg = |inside: &str| look(format!("<svg {inside}</svg>").as_bytes());
        let sized = [
            ("viewBox=\"0 0 640 400\">", Some((640, 400))),
            ("viewBox='0,0, 12.5 7'>", Some((12, 7))),
            (
                "width=\"20px\" height=\"10\" viewBox=\"0 0 1 1\">",
                Some((20, 10)),
            ),
            (
                "width=\"100%\" height=\"10\" viewBox=\"0 0 3 2\">",
                Some((3, 2)),
            ),
            (">", None),
            (
                "><a href=\"https://example.cn/\"><text>on 1 July</text></a>",
                None,
            ),
            (
                "xmlns:xlink=\"http://www.w3.org/1999/xlink\"><use xlink:href=\"#a\"/>",
                None,
            ),
        ];
        for (inside, size) in sized {
            assert_eq!(svg(inside), Look::Vector(size), "{inside}");
        }
    }

    #[test]
    fn a_drawing_that_acts_or_fetches_is_not_published() {
        let acts = [
            ("><script>1</script>", "script"),
            ("><svg:ScRipt/>", "script"),
            (" onload=\"x()\">", "on…="),
            ("><rect\nOnClick = 'x'/>", "on…="),
            ("><a xlink:href=\" java&#115;cript:x()\"/>", "javascript:"),
            ("><a href='java\tscript:x()'/>", "javascript:"),
            ("><image href=\"https://example.cn/a.png\"/>", "image"),
            (
                "><rect style=\"fill: url( 'https://example.cn/#a')\"/>",
                "url()",
            ),
            ("><foreignObject/>", "foreignobject"),
            ("><!ENTITY a 'b'>", "<!ENTITY>"),
            ("><style>@import 'a.css'</style>", "@import"),
            (
                "><style>a { fill: url('//example.cn/#a') }</style>",
                "url()",
            ),
        ];
        for (inside, what) in acts {
            let found = look(format!("<svg{inside}</svg>").as_bytes());
            assert_eq!(found, Look::Faulty(Fault::Active(what)), "{inside}");
        }
    }

    #[test]
    fn what_is_no_svg_is_none() {
        for text in [&b"<html></html>"[..], b"", b"\xff\xfes\0v\0g\0"] {
            assert_eq!(look(text), Look::Faulty(Fault::NotAnImage));
        }
    }
}
