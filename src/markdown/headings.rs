//! The ids of headings: readable, stable, and once each in a body.

use std::collections::HashMap;

/// The ids given so far in one body.
#[derive(Default)]
pub(super) struct Ids {
    given: HashMap<String, u32>,
}

/// The id for a heading: the one its author wrote, else one made of its text; a repeated one gets -2, -3.
pub(super) fn heading_id(ids: &mut Ids, wanted: Option<&str>, text: &str) -> String {
    let slug = match wanted.map(cleaned) {
        Some(wanted) if !wanted.is_empty() => wanted,
        _ => slug(text),
    };
    let slug = if slug.is_empty() {
        "section".to_owned()
    } else {
        slug
    };
    let mut count = *ids.given.get(&slug).unwrap_or(&0);
    let id = loop {
        count += 1;
        let id = if count == 1 {
            slug.clone()
        } else {
            format!("{slug}-{count}")
        };
        if count == 1 || !ids.given.contains_key(&id) {
            break id;
        }
    };
    ids.given.insert(slug, count);
    ids.given.entry(id.clone()).or_insert(1);
    id
}

/// An author's id without what an id or a link to it could not hold.
fn cleaned(wanted: &str) -> String {
    let holds = |c: &char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    wanted.chars().filter(holds).collect()
}

/// Letters and digits of any script in lower case, everything else as single hyphens.
fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_alphanumeric() || c == '_' {
            slug.extend(c.to_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}
