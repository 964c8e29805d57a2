//! Style sheets within an SVG: one that fetches, or hides what it says, is told by what gives it away.

use super::markup::compact;

/// What may follow an `@`.
const RULES: [&str; 4] = ["media", "font-face", "keyframes", "supports"];

/// Functions other than `url()` that take an address.
const FUNCTIONS: [&str; 3] = ["image-set(", "image(", "src("];

/// Fonts within the sheet itself.
const FONTS: [&str; 4] = [
    "data:font/",
    "data:application/font",
    "data:application/x-font",
    "data:application/vnd.ms-fontobject",
];

/// A whole sheet or a `style` attribute: what in it is not allowed.
pub(super) fn sheet(text: &str) -> Option<&'static str> {
    let text = compact(text);
    // Without these, nothing can be written otherwise than it is read here.
    if let Some(hidden) = ["\\", "/*", "&", "<"]
        .into_iter()
        .find(|one| text.contains(one))
    {
        return Some(hidden);
    }
    let (rest, fetched) = without_own(&text);
    let mut rules = rest.split('@').skip(1);
    if rest.contains("@import") {
        Some("@import")
    } else if rules.any(|rule| !RULES.iter().any(|one| rule.starts_with(one))) {
        Some("@")
    } else {
        fetched
            .or_else(|| function(&rest))
            .or_else(|| rest.contains("//").then_some("//"))
    }
}

/// An attribute that browsers may read as a value of a style.
pub(super) fn value(text: &str) -> Option<&'static str> {
    let text = compact(text);
    if text.contains('\\') {
        return Some("\\");
    }
    let (rest, fetched) = without_own(&text);
    fetched.or_else(|| function(&rest))
}

fn function(text: &str) -> Option<&'static str> {
    FUNCTIONS.into_iter().find(|name| text.contains(name))
}

/// The text without the addresses within the file itself, and whether there are others.
fn without_own(text: &str) -> (String, Option<&'static str>) {
    const URL: &str = "url(";
    let mut pieces = text.split(URL);
    let mut rest = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (address, after) = piece.split_once(')').unwrap_or((piece, ""));
        if !is_own(address) {
            let is_data = address.starts_with("data:");
            return (rest, Some(if is_data { "data:" } else { "url()" }));
        }
        rest.push_str(after);
    }
    (rest, None)
}

fn is_own(address: &str) -> bool {
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    if let Some(name) = address.strip_prefix('#') {
        return name.chars().all(is_name);
    }
    let is_coded = |c: char| is_name(c) || matches!(c, '/' | '+' | '=' | ';' | ',' | ':');
    FONTS.iter().any(|font| address.starts_with(font)) && address.chars().all(is_coded)
}
