//! An SVG is a document that could act: only one that is known to show a picture and nothing else is published.

use super::harmless::is_harmless;
use super::markup::{Attribute, Tag, compact, tags};
use super::{Fault, Look, style};

/// What a link may lead to.
const LINKED: [&str; 4] = ["http://", "https://", "mailto:", "tel:"];

/// How much of a name is shown.
const SHOWN: usize = 40;

pub(super) fn look(bytes: &[u8]) -> Look {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Look::Faulty(Fault::NotAnImage);
    };
    let tags = tags(text);
    let Some(top) = tags.iter().find(|tag| tag.name == "svg") else {
        return Look::Faulty(Fault::NotAnImage);
    };
    let declared = declared(text).map(str::to_owned);
    match declared.or_else(|| tags.iter().find_map(active)) {
        Some(what) => Look::Faulty(Fault::Active(what)),
        None => Look::Vector(size(top)),
    }
}

/// What stands before the picture and could be anything.
fn declared(text: &str) -> Option<&'static str> {
    let lower = text.to_ascii_lowercase();
    let has = |word: &str| lower.contains(word);
    if has("<!entity") {
        Some("<!ENTITY>")
    } else if has("<!attlist") {
        Some("<!ATTLIST>")
    } else if has("<?xml-stylesheet") {
        Some("<?xml-stylesheet?>")
    } else if is_otherwise_coded(&lower) {
        Some("encoding=")
    } else {
        None
    }
}

/// Whether a browser would read other signs than are read here.
fn is_otherwise_coded(lower: &str) -> bool {
    let declaration = lower.split_once("<?xml").map_or("", |(_, rest)| rest);
    let declaration = declaration.split_once("?>").map_or("", |(all, _)| all);
    let coded = compact(declaration);
    coded.split_once("encoding=").is_some_and(|(_, name)| {
        let known = ["utf-8", "utf8", "us-ascii", "iso-8859-1"];
        !known.iter().any(|one| name.starts_with(one))
    })
}

fn active(tag: &Tag<'_>) -> Option<String> {
    let name = tag.name.as_str();
    if !is_harmless(name) {
        return Some(name.chars().take(SHOWN).collect());
    }
    if name == "style"
        && let Some(what) = style::sheet(within(tag.after))
    {
        return Some(what.to_owned());
    }
    let found = tag.attributes.iter().find_map(|one| forbidden(name, one));
    found.map(str::to_owned)
}

/// The text of an element without others in it, with what marks it as text left out.
fn within(after: &str) -> &str {
    let inside = after.split_once("</").map_or(after, |(inside, _)| inside);
    let inside = inside.trim();
    let marked = inside.strip_prefix("<![CDATA[");
    marked
        .and_then(|inside| inside.strip_suffix("]]>"))
        .unwrap_or(inside)
}

fn forbidden(element: &str, attribute: &Attribute<'_>) -> Option<&'static str> {
    let Attribute { name, prefix, .. } = attribute;
    let (name, value) = (name.as_str(), attribute.value);
    if *prefix == "xmlns" || name == "xmlns" {
        return None;
    }
    match name {
        "href" => reference(element, &compact(value)),
        "src" => Some("src="),
        "ping" => Some("ping="),
        "base" if *prefix == "xml" => Some("xml:base="),
        // It could make a link lead elsewhere.
        "attributename" if compact(value).contains("href") => Some("attributeName=\"href\""),
        "style" => style::sheet(value),
        _ if name.starts_with("on") => Some("on…="),
        // Words for people and notes of programs are no styles.
        _ if !prefix.is_empty() || name.starts_with("data-") || name.starts_with("aria-") => None,
        _ => style::value(value),
    }
}

/// A link may lead to a page; whatever else refers to something, refers to a part of the drawing.
fn reference(element: &str, address: &str) -> Option<&'static str> {
    let is_part = address.starts_with('#');
    let is_relative = !address.contains([':', '&']);
    let is_link = LINKED.iter().any(|scheme| address.starts_with(scheme)) || is_relative;
    if is_part || address.is_empty() || (element == "a" && is_link) {
        None
    } else if address.starts_with("javascript:") {
        Some("javascript:")
    } else if address.starts_with("data:") {
        Some("data:")
    } else {
        Some("href=")
    }
}

/// Width and height in whole pixels: of the picture itself, else of what it shows.
fn size(top: &Tag<'_>) -> Option<(u32, u32)> {
    let value = |wanted: &str| {
        let mut all = top.attributes.iter();
        let found = all.find(|one| one.name == wanted);
        found.map(|one| one.value)
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
            (
                "><style><![CDATA[ @media (prefers-color-scheme: dark) { a { fill: url('#b') } } ]]></style>",
                None,
            ),
            // A font, in whose code `//` stands by chance.
            (
                "><style>@font-face { src: url(data:font/woff2;base64,d09G//8=) }</style>",
                None,
            ),
            (
                "><rect style=\"font-family: &quot;Noto Sans&quot;\" fill=\"url(#b)\" data-note='a\\b//c'/>",
                None,
            ),
            (
                "><metadata><rdf:RDF><cc:Work rdf:about=''><dc:type rdf:resource='http://purl.org/x'/></cc:Work></rdf:RDF></metadata>",
                None,
            ),
            ("><a href=\"mailto:a@example.cn?a=1&amp;b=2\"/>", None),
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
            ("><a href='javascript&colon;x()'/>", "href="),
            ("><a href='data:text/html,x'/>", "data:"),
            ("><a href='#a' ping='https://example.cn/'/>", "ping="),
            (
                "><set attributeName='xlink:href' to='x'/>",
                "attributeName=\"href\"",
            ),
            ("><foreignObject/>", "foreignobject"),
            ("><inkscape:script/>", "script"),
            ("><h:img src='https://example.cn/a.png'/>", "img"),
            ("><!ENTITY a 'b'>", "<!ENTITY>"),
            ("><!ATTLIST svg onload CDATA 'x()'>", "<!ATTLIST>"),
            ("><?xml version='1.0' encoding='ISO-2022-JP'?>", "encoding="),
        ];
        for (inside, what) in acts {
            let found = look(format!("<svg{inside}</svg>").as_bytes());
            assert_eq!(
                found,
                Look::Faulty(Fault::Active(what.to_owned())),
                "{inside}"
            );
        }
    }

    #[test]
    fn a_drawing_refers_to_nothing_outside_of_itself() {
        let refers = [
            ("<image href=\"https://example.cn/a.png\"/>", "image"),
            ("<image href=\"data:image/jpeg;base64,/9j/4AAQ\"/>", "image"),
            ("<feImage href='#a'/>", "feimage"),
            ("<use href='data:image/svg+xml;base64,PHN2Zz4='/>", "data:"),
            ("<pattern xlink:href='other.svg#a'/>", "href="),
            ("<textPath href='https://example.cn/a.svg#b'/>", "href="),
            ("<linearGradient x:href='//example.cn/a.svg#b'/>", "href="),
            ("<g xml:base='https://example.cn/'/>", "xml:base="),
            (
                "<rect style=\"fill: url( 'https://example.cn/#a')\"/>",
                "url()",
            ),
            ("<rect fill='url(/**/https://example.cn/#a)'/>", "url()"),
            (
                "<rect fill='url(data:image/png;base64,iVBORw0K)'/>",
                "data:",
            ),
            ("<rect fill='u\\72l(https://example.cn/#a)'/>", "\\"),
            ("<rect mask='image-set(\"a.png\" 1x)'/>", "image-set("),
            ("<rect style='fill: u&#x5c;72l(a.svg)'/>", "\\"),
        ];
        for (inside, what) in refers {
            let found = look(format!("<svg>{inside}</svg>").as_bytes());
            assert_eq!(
                found,
                Look::Faulty(Fault::Active(what.to_owned())),
                "{inside}"
            );
        }
    }

    #[test]
    fn a_sheet_fetches_nothing_and_hides_nothing() {
        let sheets = [
            ("@import 'a.css'", "@import"),
            ("@im&#112;ort 'a.css'", "@import"),
            ("@\\69mport 'a.css'", "\\"),
            ("@namespace 'a'", "@"),
            ("a { fill: u\\72l(https://example.cn/#a) }", "\\"),
            ("a { fill: url('//example.cn/#a') }", "url()"),
            ("a { fill: url(a.svg#b) }", "url()"),
            ("a { fill: url(/**/https://example.cn/#a) }", "/*"),
            (
                "a { mask: image-set(\"https://example.cn/a\" 1x) }",
                "image-set(",
            ),
            ("a { mask: -webkit-image-set('a.png' 1x) }", "image-set("),
            ("a { mask: url(data:image/png;base64,iVBORw0K) }", "data:"),
            ("a { --b: 'https://example.cn/' }", "//"),
            ("a { fill: ur<!-- -->l(https://example.cn/#a) }", "<"),
            ("a { fill: ur<![CDATA[l(https://example.cn/#a)]]> }", "<"),
            ("a { fill: &b; }", "&"),
        ];
        for (sheet, what) in sheets {
            for sheet in [
                format!("<style>{sheet}</style>"),
                format!("<svg:style type='text/css'>{sheet}</svg:style>"),
            ] {
                let found = look(format!("<svg>{sheet}</svg>").as_bytes());
                assert_eq!(
                    found,
                    Look::Faulty(Fault::Active(what.to_owned())),
                    "{sheet}"
                );
            }
        }
    }

    #[test]
    fn what_is_no_svg_is_none() {
        for text in [&b"<html></html>"[..], b"", b"\xff\xfes\0v\0g\0"] {
            assert_eq!(look(text), Look::Faulty(Fault::NotAnImage));
        }
    }
}
