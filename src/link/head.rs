//! The common fields of a record, linked and checked, and the routes that come of them.

use std::collections::BTreeMap;

use crate::diagnostic::{Finding, Origin};
use crate::digest;
use crate::model::{Extra, Head, Text, WebLink};
use crate::names;
use crate::record::{self, HeadRecord, RecordKind, Words};

use super::linker::Linker;
use super::trail::Trail;

impl Linker<'_> {
    pub(super) fn head(
        &mut self,
        mut record: HeadRecord,
        (id, origin): (String, Origin),
        kind: RecordKind,
        extra: BTreeMap<String, Extra>,
    ) -> Head {
        let trail = Trail::record(origin);
        let visibility = self.visibility(&record);
        if let Some(class) = record.classification.as_deref().filter(|c| is_secret(c)) {
            let secret = Finding::error("classified", trail.key("classification").here());
            self.findings.push(secret.with("value", class));
        }
        let slug = self.slug(record.slug.as_deref(), &id, kind, origin);
        let mut amendments = Vec::new();
        for (n, amended) in std::mem::take(&mut record.amended).into_iter().enumerate() {
            let entry = trail.entry("amended", n);
            let entry = entry.trail();
            let on = self.require(amended.on.map(|on| on.0), &entry, "on");
            let by = amended.by.map(|by| self.party(by));
            amendments.extend(on.map(|on| (on, by, amended.reason.map(|r| r.0))));
        }
        let head = Head {
            id,
            origin,
            slug,
            visibility,
            tags: Vec::new(),
            links: Vec::new(),
            attachments: Vec::new(),
            exists_from: None,
            body: None,
            translations: Vec::new(),
            extra,
            amendments,
        };
        self.dressed(record, head)
    }

    /// The head of a record as it was before an amendment. Its id, its route and who may see it are those of today.
    pub(super) fn head_before(&mut self, record: HeadRecord, origin: Origin, now: &Head) -> Head {
        let head = Head {
            origin,
            ..now.clone()
        };
        self.dressed(record, head)
    }

    /// A head with what each version of a record has of its own.
    fn dressed(&mut self, record: HeadRecord, head: Head) -> Head {
        let trail = Trail::record(head.origin);
        let attachments = self.attachments(record.attachments, &trail.key("attachments"));
        let own = self.language;
        let links = record.links.into_iter().enumerate();
        let links = links.filter_map(|(n, link)| {
            self.web_link(link.title, link.url, &trail.entry("links", n).trail())
        });
        let written = record
            .body
            .map(|field| record::settled(record::bodies(field), own));
        // What was written before an amendment is not what is said today in another language.
        let (body, translations) = match written {
            Some((Some(body), translations)) => (Some(body), translations),
            _ => (head.body, head.translations),
        };
        Head {
            tags: record.tags,
            links: links.collect(),
            attachments,
            exists_from: record.added_on.map(|day| day.0),
            body,
            translations,
            ..head
        }
    }

    fn web_link(
        &mut self,
        title: Option<Words>,
        url: Option<String>,
        trail: &Trail<'_>,
    ) -> Option<WebLink> {
        let url = self.require(url, trail, "url")?;
        if !is_web(&url) {
            self.findings
                .push(Finding::error("bad-url", trail.key("url").here()).with("url", url.as_str()));
        }
        let title = title.map_or_else(|| Text::Plain(url.clone()), |title| title.0);
        Some(WebLink { title, url })
    }

    /// The last part of a record's route: `slug:`, an ASCII id in lower case, or a digest of the id.
    fn slug(&mut self, given: Option<&str>, id: &str, kind: RecordKind, origin: Origin) -> String {
        if let Some(slug) = given.filter(|slug| !is_ascii_id(slug)) {
            self.findings
                .push(Finding::error("bad-slug", origin.field("slug")).with("value", slug));
        }
        let slug = slug_of(given, id);
        let taken = self.routes.insert((kind, slug.as_str().into()), origin);
        self.is_entangled |= taken.is_some();
        if let Some(earlier) = taken.filter(|earlier| !self.is_duplicate(kind, id, *earlier)) {
            let route = format!("{}/{slug}.html", kind.folder());
            let twice = Finding::error("same-route", origin.whole()).with("route", route);
            self.findings
                .push(twice.and_at("first-here", earlier.whole()));
        }
        slug
    }

    /// Two records with one id are reported as that, and not as two pages on one route as well.
    fn is_duplicate(&self, kind: RecordKind, id: &str, earlier: Origin) -> bool {
        id.is_empty()
            || self
                .frame
                .tables
                .of(kind)
                .find(id)
                .is_some_and(|slot| slot.origin == earlier)
    }
}

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

fn is_ascii_id(name: &str) -> bool {
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

fn is_secret(class: &str) -> bool {
    ["绝密", "机密", "秘密"]
        .iter()
        .any(|secret| class.trim().starts_with(secret))
}

fn is_web(url: &str) -> bool {
    ["https://", "http://", "mailto:", "tel:"]
        .iter()
        .any(|scheme| url.starts_with(scheme))
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
