//! Raw HTML made harmless, while what this room wrote itself keeps its ids, classes and roles.
//!
//! The cleaner reads the whole page, for only then are elements balanced. It cannot tell our tags from an author's, so
//! ours carry one attribute with a number, under a name that the body does not hold and which no entity can spell; all
//! other attributes of ours are put back afterwards in its place.

use std::collections::{HashMap, HashSet};

/// What is ours on a page that is to be cleaned.
pub(super) struct Own {
    name: String,
    kept: Vec<String>,
}

impl Own {
    pub(super) fn new(body: &str) -> Own {
        let lower = body.to_ascii_lowercase();
        let mut number = 0_u32;
        let mut name = "own0".to_owned();
        while lower.contains(&name) {
            number += 1;
            name = format!("own{number}");
        }
        Own {
            name,
            kept: Vec::new(),
        }
    }

    /// What stands for attributes until they are put back.
    pub(super) fn attributes(&mut self, attributes: &str) -> String {
        self.kept.push(format!(" {attributes}"));
        format!(" {}=\"{}\"", self.name, self.kept.len() - 1)
    }

    /// What stands for a piece of HTML until it is put back.
    pub(super) fn whole(&mut self, html: &str) -> String {
        self.kept.push(html.to_owned());
        format!("<wbr {}=\"{}\">", self.name, self.kept.len() - 1)
    }
}

const ELEMENTS: [&str; 61] = [
    "a",
    "abbr",
    "b",
    "bdi",
    "bdo",
    "blockquote",
    "br",
    "caption",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "section",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "u",
    "ul",
    "wbr",
];

/// Attributes that an author's element may keep.
const ATTRIBUTES: [(&str, &[&str]); 9] = [
    ("a", &["href", "hreflang"]),
    ("blockquote", &["cite"]),
    ("col", &["span"]),
    ("details", &["open"]),
    ("img", &["alt", "height", "src", "width"]),
    ("ol", &["reversed", "start"]),
    ("q", &["cite"]),
    ("td", &["colspan", "rowspan"]),
    ("th", &["colspan", "rowspan", "scope"]),
];

/// Cleans a page and puts back what is ours.
pub(super) fn finish(html: &str, own: Own) -> String {
    let mut cleaner = ammonia::Builder::empty();
    cleaner
        .tags(ELEMENTS.into_iter().collect())
        .clean_content_tags(["script", "style"].into_iter().collect())
        .tag_attributes(allowed_attributes())
        .generic_attributes(
            ["dir", "lang", "title", own.name.as_str()]
                .into_iter()
                .collect(),
        )
        .url_schemes(["http", "https", "mailto", "tel"].into_iter().collect())
        // Only a Markdown link can be resolved; what is relative here would break when the page moves.
        .url_relative(ammonia::UrlRelative::Deny)
        .link_rel(None);
    put_back(&cleaner.clean(html).to_string(), &own)
}

fn allowed_attributes() -> HashMap<&'static str, HashSet<&'static str>> {
    let set = |names: &[&'static str]| names.iter().copied().collect();
    ATTRIBUTES
        .iter()
        .map(|&(element, names)| (element, set(names)))
        .collect()
}

/// In cleaned HTML a `<` begins a tag and nothing else, and a quote inside a value is escaped.
fn put_back(clean: &str, own: &Own) -> String {
    let mut out = String::with_capacity(clean.len() * 2);
    let mut rest = clean;
    let mut used = HashSet::new();
    while let Some(start) = rest.find('<') {
        let name = rest[start + 1..]
            .bytes()
            .take_while(u8::is_ascii_alphanumeric)
            .count();
        let after = start + 1 + name;
        let Some((number, length)) = numbered(&rest[after..], &own.name) else {
            out.push_str(&rest[..after]);
            rest = &rest[after..];
            continue;
        };
        let kept = own.kept.get(number).map_or("", String::as_str);
        // A cleaner that mends crossed tags may repeat one of ours; an id must not be repeated.
        let kept = if used.insert(number) { kept } else { "" };
        if &rest[start..after] == "<wbr" {
            out.push_str(&rest[..start]);
            out.push_str(kept);
            rest = rest[after + length..].strip_prefix('>').unwrap_or_default();
        } else {
            out.push_str(&rest[..after]);
            out.push_str(kept);
            rest = &rest[after + length..];
        }
    }
    out.push_str(rest);
    out
}

/// The number in ` own0="12"` at the start of a text, and the length of the whole.
fn numbered(text: &str, name: &str) -> Option<(usize, usize)> {
    let digits = text
        .strip_prefix(' ')?
        .strip_prefix(name)?
        .strip_prefix("=\"")?;
    let end = digits.find('"')?;
    Some((digits[..end].parse().ok()?, 1 + name.len() + 2 + end + 1))
}
