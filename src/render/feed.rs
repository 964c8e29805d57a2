//! The feed of meetings, documents and released editions, the map of the site and the note for robots; the only module that names
//! `atom_syndication`.

use atom_syndication::{Entry, Feed, FixedDateTime, Link, Person, Text};

use crate::site::News;

/// Entries of a feed.
const ENTRIES: usize = 50;

/// Where a tree of pages is, and where those of all languages are.
pub(crate) struct Address<'a> {
    pub(crate) base: &'a str,
    pub(crate) language: &'a str,
    /// (language, address) of every tree, its own among them; none where the site has one language.
    pub(crate) all: &'a [(&'a str, String)],
}

impl Address<'_> {
    fn base(&self) -> &str {
        self.base.trim_end_matches('/')
    }

    /// The same route in every language.
    fn same(&self, route: &str) -> impl Iterator<Item = (&str, String)> {
        let all = self.all.iter();
        all.map(move |(tag, base)| (*tag, format!("{}/{route}", base.trim_end_matches('/'))))
    }
}

/// Every id and date is the records' own, so that a reader is told of a thing once.
pub(crate) fn atom(title: &str, address: &Address<'_>, news: &[News]) -> Vec<u8> {
    let base = address.base();
    let others = address.same("feed.xml");
    let others = others.filter(|(tag, _)| *tag != address.language);
    let others = others.map(|(tag, href)| Link {
        hreflang: Some(tag.to_owned()),
        mime_type: Some("application/atom+xml".to_owned()),
        ..link(&href, "alternate")
    });
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
        links: [
            link(&format!("{base}/feed.xml"), "self"),
            link(&format!("{base}/"), "alternate"),
        ]
        .into_iter()
        .chain(others)
        .collect(),
        lang: (!address.all.is_empty()).then(|| address.language.to_owned()),
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

/// What the protocol of site maps allows in one file (sitemaps.org).
const MAPPED: usize = 50_000;

/// Every page that is worth finding, in one map, or in several that the first file lists.
pub(crate) fn site_maps(address: &Address<'_>, routes: &[String]) -> Vec<(String, Vec<u8>)> {
    maps_of(address, routes, MAPPED)
}

fn maps_of(address: &Address<'_>, routes: &[String], most: usize) -> Vec<(String, Vec<u8>)> {
    let whole = SITE_MAP.to_owned();
    if routes.len() <= most {
        return vec![(whole, sitemap(address, routes))];
    }
    let parts = routes.chunks(most).enumerate();
    let parts: Vec<(String, Vec<u8>)> = parts
        .map(|(number, part)| {
            (
                format!("sitemap-{}.xml", number + 1),
                sitemap(address, part),
            )
        })
        .collect();
    let base = escaped(address.base());
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for (name, _) in &parts {
        text.push_str(&format!("<sitemap><loc>{base}/{name}</loc></sitemap>\n"));
    }
    text.push_str("</sitemapindex>\n");
    let mut files = vec![(whole, text.into_bytes())];
    files.extend(parts);
    files
}

const SITE_MAP: &str = "sitemap.xml";

/// Whether a file of this name is one that `site_maps` makes.
pub(crate) fn is_site_map(name: &str) -> bool {
    name.starts_with("sitemap") && name.ends_with(".xml")
}

/// Every page by its full address.
fn sitemap(address: &Address<'_>, routes: &[String]) -> Vec<u8> {
    let base = escaped(address.base());
    let links = if address.all.is_empty() {
        ""
    } else {
        " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\""
    };
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"{links}>\n",
    );
    for route in routes {
        text.push_str(&format!("<url><loc>{base}/{}</loc>", escaped(route)));
        for (tag, href) in address.same(route) {
            text.push_str(&format!(
                "<xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{}\"/>",
                escaped(&href)
            ));
        }
        text.push_str("</url>\n");
    }
    text.push_str("</urlset>\n");
    text.into_bytes()
}

/// The maps of all languages, that of the root first.
pub(crate) fn robots(address: &Address<'_>) -> Vec<u8> {
    let base = address.base();
    let own = format!("{base}/{SITE_MAP}");
    let mut text = format!("User-agent: *\nAllow: /\nSitemap: {own}\n");
    for (_, map) in address.same(SITE_MAP).filter(|(_, map)| *map != own) {
        text.push_str(&format!("Sitemap: {map}\n"));
    }
    text.into_bytes()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::{Address, atom, is_site_map, maps_of, robots, sitemap};
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

    fn at(base: &str) -> Address<'_> {
        Address {
            base,
            language: "zh-CN",
            all: &[],
        }
    }

    #[test]
    fn a_feed_dates_and_names_things_by_their_records() {
        let all = [
            news("meetings/b.html", "2026-06-12"),
            news("documents/a.html", "2026-05-01"),
        ];
        let address = at("https://example.org/x/");
        let text = String::from_utf8(atom("通报", &address, &all)).unwrap();
        assert!(
            text.contains("<updated>2026-06-12T00:00:00+00:00</updated>"),
            "{text}"
        );
        assert!(
            text.contains("<id>https://example.org/x/meetings/b.html</id>"),
            "{text}"
        );
        assert!(text.contains("例会 &amp; 调度"), "{text}");
        assert!(
            !text.contains("hreflang") && !text.contains("xml:lang"),
            "{text}"
        );
        assert_eq!(atom("通报", &address, &all), text.into_bytes());
    }

    #[test]
    fn a_site_map_has_full_addresses() {
        let address = at("https://example.org/?a&b/");
        let bytes = sitemap(&address, &["tasks/x.html".to_owned()]);
        let text = String::from_utf8(bytes).unwrap();
        assert!(
            text.contains("<loc>https://example.org/?a&amp;b/tasks/x.html</loc></url>"),
            "{text}"
        );
        let robots = String::from_utf8(robots(&at("https://example.org"))).unwrap();
        assert_eq!(
            robots,
            "User-agent: *\nAllow: /\nSitemap: https://example.org/sitemap.xml\n"
        );
    }

    #[test]
    fn what_is_too_much_for_one_map_stands_in_several() {
        let address = at("https://example.org");
        let routes = ["a.html", "b.html", "c.html"].map(str::to_owned);
        let all = |most| -> Vec<(String, String)> {
            let files = maps_of(&address, &routes, most).into_iter();
            let text = |bytes| String::from_utf8(bytes).unwrap();
            files.map(|(name, bytes)| (name, text(bytes))).collect()
        };
        assert_eq!(all(3).len(), 1);
        let files = all(2);
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]);
        assert!(names.iter().all(|name| is_site_map(name)));
        let pages = |text: &str| text.matches("<url>").count();
        let counts: Vec<usize> = files.iter().map(|(_, text)| pages(text)).collect();
        assert_eq!(counts, [0, 2, 1]);
        let index = &files[0].1;
        assert!(index.contains("<sitemap><loc>https://example.org/sitemap-2.xml</loc></sitemap>"));
        assert!(files[2].1.contains("<loc>https://example.org/c.html</loc>"));
    }

    #[test]
    fn trees_of_several_languages_name_each_other() {
        let all = [
            ("zh-CN", "https://example.org/x".to_owned()),
            ("en", "https://example.org/x/en/".to_owned()),
        ];
        let address = Address {
            base: "https://example.org/x/en/",
            language: "en",
            all: &all,
        };
        let text = |bytes| String::from_utf8(bytes).unwrap();
        let map = text(sitemap(&address, &["tasks/x.html".to_owned()]));
        let alternate = |tag: &str, href: &str| {
            format!("<xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{href}\"/>")
        };
        assert!(map.contains("<loc>https://example.org/x/en/tasks/x.html</loc>"));
        assert!(map.contains(&alternate("zh-CN", "https://example.org/x/tasks/x.html")));
        assert!(map.contains(&alternate("en", "https://example.org/x/en/tasks/x.html")));
        let feed = text(atom("Reports", &address, &[]));
        assert!(feed.contains("xml:lang=\"en\""), "{feed}");
        assert!(
            feed.contains("href=\"https://example.org/x/feed.xml\""),
            "{feed}"
        );
        let robots = text(robots(&Address {
            base: "https://example.org/x",
            language: "zh-CN",
            ..address
        }));
        let maps: Vec<&str> = robots.lines().skip(2).collect();
        assert_eq!(
            maps,
            [
                "Sitemap: https://example.org/x/sitemap.xml",
                "Sitemap: https://example.org/x/en/sitemap.xml"
            ]
        );
    }
}
