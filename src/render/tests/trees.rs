//! Sites in several languages: a tree for each, and ways between them.

use std::collections::BTreeSet;

use super::super::{Presses, Sheet, hold, site};
use super::{Files, built, built_in, followed, text, values};
use crate::date::Date;
use crate::diagnostic::Place;
use crate::model::Language::{self, Chinese, English};
use crate::output::Memory;
use crate::site::office::{OFFICE, public, source, whole};
use crate::{pipeline, theme};

const BOTH: [Language; 2] = [Chinese, English];

/// What stands in a folder, and what stands in none.
fn parted<'f>(files: &'f Files, folder: &str) -> (BTreeSet<&'f str>, BTreeSet<&'f str>) {
    let mut parts = (BTreeSet::new(), BTreeSet::new());
    for path in files.keys() {
        match path.strip_prefix(folder) {
            Some(inside) => parts.0.insert(inside),
            None => parts.1.insert(path.as_str()),
        };
    }
    parts
}

#[test]
fn every_tree_has_the_same_pages_lists_and_feeds() {
    for (languages, folder) in [(BOTH, "en/"), ([English, Chinese], "zh-cn/")] {
        let files = built_in(&whole(), &languages).value;
        let (inside, mut root) = parted(&files, folder);
        root.retain(|path| {
            let shared = ["assets/", "files/", "robots.txt"];
            !shared.iter().any(|one| path.starts_with(one))
        });
        assert_eq!(inside, root);
        assert!(inside.contains("data/tasks.csv") && inside.contains("feed.xml"));
    }
}

/// A built site prints a row once for all its tables, a held one prints each anew.
#[test]
fn pages_of_a_held_site_are_those_of_the_built_one() {
    let source = whole();
    let mut settings = pipeline::settings(&source);
    settings.value.site.languages = BOTH.to_vec();
    let project = pipeline::project(&source, settings, &public()).value;
    let report = pipeline::report(&project, Date::parse("2026-06-30").unwrap());
    let theme = theme::of_site(&source, &project.site).value;
    let drafts = || pipeline::drafts(&project, &source, &public(), &theme);
    let sink = Memory::default();
    site(&report, &theme, (&source.assets, drafts()), &sink).unwrap();
    let presses = Presses::new(&theme).value;
    let held = hold(&report, (&theme, &presses), (&source.assets, drafts()));
    let mut rows = 0;
    let pages = sink.into_files().into_iter();
    for (path, bytes) in pages.filter(|(path, _)| path.ends_with(".html")) {
        let Some(Sheet::Page(page)) = held.print(&path).unwrap() else {
            panic!("{path}: no page");
        };
        assert!(page == bytes, "{path}");
        rows += String::from_utf8(page).unwrap().matches("<td").count();
    }
    assert!(rows > 100, "{rows}");
}

#[test]
fn no_page_of_one_language_stands_where_another_tree_would() {
    let files = built(&whole(), None).value;
    for folder in ["en/", "zh-cn/"] {
        assert!(parted(&files, folder).0.is_empty(), "{folder}");
    }
}

#[test]
fn links_lead_within_their_tree_and_over_to_the_same_page_of_the_other() {
    let files = built_in(&whole(), &BOTH).value;
    assert!(followed(&files) > 600);
    for path in files.keys().filter(|path| path.ends_with(".html")) {
        let page = text(&files, path);
        let (inside, other, tag) = match path.strip_prefix("en/") {
            Some(inside) => (inside, inside.to_owned(), "zh-CN"),
            None => (path.as_str(), format!("en/{path}"), "en"),
        };
        let over = page.split("class=\"languages\"").nth(1).unwrap();
        let over = over.split("</nav>").next().unwrap();
        let address = values(over, "href")[0];
        assert_eq!(super::led(path, address), other, "{path}");
        assert_eq!(
            (values(over, "lang"), values(over, "hreflang")),
            (vec![tag], vec![tag])
        );
        // Apart from that way over, a page leads to its own tree and to the files of the content.
        let elsewhere = values(&page, "href").into_iter().filter(|address| {
            let to = super::led(path, address);
            let is_own = to.starts_with("en/") == path.starts_with("en/");
            !address.contains(':') && !is_own && !to.starts_with("assets/")
        });
        let elsewhere: BTreeSet<&str> = elsewhere.collect();
        assert_eq!(elsewhere, BTreeSet::from([address]), "{inside}");
    }
}

#[test]
fn a_page_speaks_the_language_of_its_tree_and_marks_what_is_in_another() {
    let files = built_in(&source(OFFICE), &BOTH).value;
    let (chinese, english) = (
        text(&files, "tasks/js-2.html"),
        text(&files, "en/tasks/js-2.html"),
    );
    assert!(chinese.starts_with("<!DOCTYPE html>\n<html lang=\"zh-CN\""));
    assert!(english.starts_with("<!DOCTYPE html>\n<html lang=\"en\""));
    assert!(english.contains("Ledger of tasks") && !english.contains("任务台账"));
    let heading = |page: &str| {
        page.split("<h1")
            .nth(1)
            .unwrap()
            .split('>')
            .next()
            .unwrap()
            .to_owned()
    };
    assert_eq!(
        (heading(&chinese).as_str(), heading(&english).as_str()),
        ("", " lang=\"zh-CN\"")
    );
}

#[test]
fn the_figures_of_both_languages_are_the_same() {
    let files = built_in(&whole(), &BOTH).value;
    let read = |path: &str| serde_json::from_slice::<serde_json::Value>(&files[path]).unwrap();
    let (own, other) = (read("data/tasks.json"), read("en/data/tasks.json"));
    let lines = own
        .as_array()
        .unwrap()
        .iter()
        .zip(other.as_array().unwrap());
    assert_eq!(
        own.as_array().unwrap().len(),
        other.as_array().unwrap().len()
    );
    let mut compared = 0;
    for (one, two) in lines {
        for field in [
            "id",
            "state",
            "light",
            "planned",
            "actual",
            "gap",
            "days_overdue",
        ] {
            assert_eq!(one[field], two[field]);
            compared += 1;
        }
    }
    assert!(compared > 20);
}

#[test]
fn a_site_in_one_language_says_nothing_of_others() {
    let one = built(&whole(), None).value;
    for (path, bytes) in one.iter().filter(|(path, _)| !path.starts_with("theme/")) {
        let text = String::from_utf8_lossy(bytes);
        assert!(
            !text.contains("hreflang") && !text.contains("\"languages\""),
            "{path}"
        );
        assert!(
            !path.ends_with(".html") || text.matches(" lang=").count() == 1,
            "{path}"
        );
    }
    // The lists of its own language are the same, whatever stands beside them.
    let both = built_in(&whole(), &BOTH).value;
    for path in one.keys().filter(|path| path.starts_with("data/")) {
        assert_eq!(one[path], both[path], "{path}");
    }
}

#[test]
fn machines_are_told_of_every_tree() {
    let files = built_in(&whole(), &BOTH).value;
    let map = text(&files, "en/sitemap.xml");
    assert!(
        map.contains("<loc>https://example.org/t/en/tasks/js-2.html</loc>"),
        "{map}"
    );
    assert!(map.contains("hreflang=\"zh-CN\" href=\"https://example.org/t/tasks/js-2.html\""));
    assert!(text(&files, "robots.txt").contains("Sitemap: https://example.org/t/en/sitemap.xml"));
    let feed = text(&files, "en/feed.xml");
    assert!(
        feed.contains("xml:lang=\"en\"") && feed.contains("https://example.org/t/en/"),
        "{feed}"
    );
}

const TWO_TEXTS: &[(&str, &str)] = &[
    (
        "content/documents/2026-03-01-fangan.md",
        "# 实施方案\n\n先修人民路。\n",
    ),
    (
        "content/documents/2026-03-01-fangan.en.md",
        "# The plan\n\nWith [the first task](task:js-2).\n",
    ),
    (
        "content/tasks/liang.yaml",
        "title: {zh: 修两座桥, en: Repair two bridges}\nlead: zjj\nareas: [js]\nstart: 2026-01-01\ndue: 2026-12-31\n\
         target: {text: 修好}\nbody: {zh: 桥在河上。, en: Both cross the river.}\n",
    ),
];

#[test]
fn a_body_is_read_in_the_language_of_the_page() {
    let all: Vec<(&str, &str)> = OFFICE.iter().chain(TWO_TEXTS).copied().collect();
    let files = built_in(&source(&all), &BOTH).value;
    for (path, own, other) in [
        (
            "documents/2026-03-01-fangan.html",
            "先修人民路",
            "With <a href=\"../tasks/js-2.html\"",
        ),
        ("tasks/liang.html", "桥在河上", "Both cross the river"),
        ("tasks/liang.html", "修两座桥", "Repair two bridges"),
    ] {
        let (chinese, english) = (text(&files, path), text(&files, &format!("en/{path}")));
        assert!(
            chinese.contains(own) && !chinese.contains(other),
            "{path}: {own}"
        );
        assert!(
            english.contains(other) && !english.contains(own),
            "{path}: {other}"
        );
    }
    // In one language, the body of the other stands in for none.
    let english = built_in(&source(&all), &[English]).value;
    assert!(text(&english, "tasks/liang.html").contains("Both cross the river"));
    assert!(text(&english, "documents/2026-03-01-fangan.html").contains("With <a"));
}

#[test]
fn what_is_wrong_in_a_translated_body_is_found_there() {
    let broken = [(
        "content/documents/2026-03-01-fangan.en.md",
        "# The plan\n\nSee [nothing](task:nowhere).\n",
    )];
    let all: Vec<(&str, &str)> = OFFICE
        .iter()
        .chain(&TWO_TEXTS[..1])
        .chain(&broken)
        .copied()
        .collect();
    let source = source(&all);
    let project = pipeline::project(&source, pipeline::settings(&source), &public());
    let found: Vec<_> = project
        .findings
        .iter()
        .filter(|one| one.code == "unknown-reference")
        .collect();
    let [found] = found[..] else {
        panic!("{:?}", project.findings)
    };
    let Place::Bytes { file, .. } = found.place else {
        panic!("{found:?}")
    };
    let path = &source.files[usize::try_from(file.0).unwrap()].path;
    assert_eq!(path, broken[0].0);
}
