//! The feed of meetings, documents and released editions, the map of the site and the note for robots; the only module that names
//! `atom_syndication`.

use atom_syndication::{Entry, Feed, FixedDateTime, Link, Person, Text};

use crate::site::News;

/// Entries of a feed.
const ENTRIES: usize = 50;

/// Every id and date is the records' own, so that a reader is told of a thing once.
pub(crate) fn atom(title: &str, base: &str, news: &[News]) -> Vec<u8> {
    let base = base.trim_end_matches('/');
    let entries = news.iter().take(ENTRIES).map(|news| entry(base, news));
    let entries: Vec<Entry> = entries.collect();
    let feed = Feed {
        title: Text::plain(title),
        id: format!("{base}/"),
        updated: entries.first().map(|e| e.updated).unwrap_or_default(),
        authors: vec![Person {
            name: title.to_owned(),
            ..Person::default()
        }],
        links: vec![
            link(&format!("{base}/feed.xml"), "self"),
            link(&format!("{base}/"), "alternate"),
        ],
        entries,
        ..Feed::default()
    };
    let mut bytes = feed
        .write_to(Vec::new())
        .expect("invariant: memory takes any feed");
    bytes.push(b'\n');
    bytes
}

fn entry(base: &str, news: &News) -> Entry {
    let address = format!("{base}/{}", news.route);
    Entry {
        title: Text::plain(&news.title),
        id: address.clone(),
        updated: midnight(&news.date.to_string()),
        links: vec![link(&address, "alternate")],
        summary: (!news.summary.is_empty()).then(|| Text::plain(&news.summary)),
        ..Entry::default()
    }
}

/// Records have days, feeds want moments: the day begins in UTC, wherever the site is built.
fn midnight(day: &str) -> FixedDateTime {
    format!("{day}T00:00:00+00:00").parse().unwrap_or_default()
}

fn link(href: &str, rel: &str) -> Link {
    Link {
        href: href.to_owned(),
        rel: rel.to_owned(),
        ..Link::default()
    }
}

/// Every page that is worth finding, by its full address.
pub(crate) fn sitemap(base: &str, routes: &[String]) -> Vec<u8> {
    let base = escaped(base.trim_end_matches('/'));
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for route in routes {
        text.push_str(&format!(
            "<url><loc>{base}/{}</loc></url>\n",
            escaped(route)
        ));
    }
    text.push_str("</urlset>\n");
    text.into_bytes()
}

pub(crate) fn robots(base: &str) -> Vec<u8> {
    let base = base.trim_end_matches('/');
    format!("User-agent: *\nAllow: /\nSitemap: {base}/sitemap.xml\n").into_bytes()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::{atom, sitemap};
    use crate::date::Date;
    use crate::site::News;

    fn news(route: &str, date: &str) -> News {
        News {
            title: "例会 & 调度".to_owned(),
            route: route.to_owned(),
            date: Date::parse(date).unwrap(),
            summary: String::new(),
        }
    }

    #[test]
    fn a_feed_dates_and_names_things_by_their_records() {
        let all = [
            news("meetings/b.html", "2026-06-12"),
            news("documents/a.html", "2026-05-01"),
        ];
        let text = String::from_utf8(atom("通报", "https://example.org/x/", &all)).unwrap();
        assert!(
            text.contains("<updated>2026-06-12T00:00:00+00:00</updated>"),
            "{text}"
        );
        assert!(
            text.contains("<id>https://example.org/x/meetings/b.html</id>"),
            "{text}"
        );
        assert!(text.contains("例会 &amp; 调度"), "{text}");
        assert_eq!(
            atom("通报", "https://example.org/x/", &all),
            text.into_bytes()
        );
    }

    #[test]
    fn a_site_map_has_full_addresses() {
        let bytes = sitemap("https://example.org/?a&b/", &["tasks/x.html".to_owned()]);
        let text = String::from_utf8(bytes).unwrap();
        assert!(
            text.contains("<loc>https://example.org/?a&amp;b/tasks/x.html</loc>"),
            "{text}"
        );
    }
}
