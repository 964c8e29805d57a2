//! A build over the site before makes what a build into an empty folder makes, after every kind of edit.

use std::collections::{BTreeMap, BTreeSet};

use super::super::site;
use crate::date::Date;
use crate::model::Language::{Chinese, English};
use crate::output::{Memory, Site};
use crate::site::office::{public, source, whole};
use crate::source::{File, Source};
use crate::{pipeline, theme};

const AS_OF: &str = "2026-06-30";

/// Texts by path; those of themes too.
type Texts = BTreeMap<String, String>;

fn beginning() -> Texts {
    let files = whole().files.into_iter();
    let text = |file: File| String::from_utf8(file.bytes.to_vec()).unwrap();
    files.map(|file| (file.path.clone(), text(file))).collect()
}

fn of(texts: &Texts) -> Source {
    let (themes, files): (Vec<_>, Vec<_>) = texts
        .iter()
        .partition(|(path, _)| path.starts_with("themes/"));
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|(a, b)| (a.as_str(), b.as_str()))
        .collect();
    let themes: Vec<(&str, &str)> = themes
        .iter()
        .map(|(a, b)| (a.as_str(), b.as_str()))
        .collect();
    Source {
        assets: whole().assets,
        themes: source(&themes).files,
        ..source(&files)
    }
}

/// The site, and the paths of what was not kept.
fn build(texts: &Texts, as_of: &str, before: Option<Site>) -> (Site, Vec<String>) {
    let source = of(texts);
    let mut settings = pipeline::settings(&source);
    settings.value.site.languages = vec![Chinese, English];
    let project = pipeline::project(&source, settings, &public()).value;
    let report = pipeline::report(&project, Date::parse(as_of).unwrap());
    let theme = theme::of_site(&source, &project.site).value;
    let sink = Memory::over(before);
    let drafts = pipeline::drafts(&project, &source, &public(), &theme);
    let made = site(&report, &theme, (&source.assets, drafts), &sink).unwrap();
    assert!(made.findings.is_empty(), "{:?}", made.findings);
    sink.into_site()
}

/// Builds over the site before and into nothing; tells what was made, where both come to the same.
fn hold(texts: &Texts, as_of: &str, before: &Site, edit: &str) -> (Site, Vec<String>) {
    let (warm, made) = build(texts, as_of, Some(before.clone()));
    let (cold, _) = build(texts, as_of, None);
    let paths = |site: &Site| site.files.keys().cloned().collect::<BTreeSet<_>>();
    assert_eq!(paths(&warm), paths(&cold), "{edit}");
    for (path, bytes) in &cold.files {
        assert!(warm.files[path] == *bytes, "{edit}: {path}");
    }
    assert!(warm.note == cold.note, "{edit}: the note");
    (warm, made)
}

fn pages(made: &[String]) -> BTreeSet<&str> {
    let made = made.iter().map(String::as_str);
    made.filter(|path| path.ends_with(".html")).collect()
}

/// Each with a text that is there at the beginning, and the one that takes its place.
const EDITS: [(&str, &str, &str); 12] = [
    ("content/tasks/tasks.yaml", "title: 立标志", "title: 立路标"),
    ("content/tasks/tasks.yaml", "quantity: 6,", "quantity: 9,"),
    (
        "content/tasks/tasks.yaml",
        "lead: zjj, visibility: restricted",
        "lead: zjj",
    ),
    ("content/documents/fa.md", "全文。", "全文，增补一句。"),
    ("content/documents/fa.md", "# 总则", "# 总的原则"),
    (
        "content/meetings/lh-01.md",
        "- 决定：先试点",
        "- 决定：先试点\n- 决定：再推开",
    ),
    (
        "content/units/units.yaml",
        "short_name: 市住建局",
        "short_name: 住建局",
    ),
    ("content/areas/areas.yaml", "name: 道路,", "name: 街巷,"),
    ("content/site.yaml", "title: 试验通报", "title: 另一个通报"),
    (
        "content/calendar.yaml",
        "off: [2026-06-19]",
        "off: [2026-06-18]",
    ),
    ("content/people/people.yaml", "name: 林某某", "name: 林某"),
    ("content/campaigns/gj.yaml", "name: 夏季", "name: 盛夏"),
];

/// Files that come and go.
const FILES: [(&str, &str); 5] = [
    (
        "content/tasks/a-new.md",
        "---\nid: a-new\ntitle: 新任务\nlead: zjj\ndue: 2026-11-30\n---\n\n排在前面。\n",
    ),
    (
        "content/tasks/z-new.md",
        "---\nid: z-new\ntitle: 又一任务\nlead: zjj\ndue: 2026-11-30\n---\n\n排在后面。\n",
    ),
    (
        "themes/default/templates/404.html",
        "<main><h1>没有</h1></main>",
    ),
    ("themes/default/i18n/zh-CN.ftl", "menu-tasks = 任务清单\n"),
    (
        "themes/default/i18n/en.ftl",
        "menu-tasks = All of the tasks\n",
    ),
];

/// A sequence that looks like chance and is the same each time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        let next = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = next.wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % limit
    }
}

/// Does the edit of that number, or takes it back.
fn edit(texts: &mut Texts, number: usize) -> String {
    if let Some((path, old, new)) = EDITS.get(number) {
        let text = texts.get_mut(*path).unwrap();
        let (from, to) = if text.contains(new) {
            (new, old)
        } else {
            (old, new)
        };
        assert!(text.contains(from), "{path}: {from}");
        *text = text.replacen(from, to, 1);
        return format!("{path}: {to}");
    }
    let (path, text) = FILES[number - EDITS.len()];
    if texts.remove(path).is_none() {
        texts.insert(path.to_owned(), text.to_owned());
    }
    path.to_owned()
}

#[test]
fn every_edit_comes_to_what_a_build_from_nothing_makes() {
    let mut texts = beginning();
    let (mut stands, _) = build(&texts, AS_OF, None);
    for number in 0..EDITS.len() + FILES.len() {
        let told = edit(&mut texts, number);
        stands = hold(&texts, AS_OF, &stands, &told).0;
    }
    let mut chance = Chance(5);
    for _ in 0..20 {
        let mut told = String::new();
        for _ in 0..1 + chance.below(3) {
            told += &edit(&mut texts, chance.below(EDITS.len() + FILES.len()));
        }
        let as_of = [AS_OF, "2026-07-20"][chance.below(2)];
        stands = hold(&texts, as_of, &stands, &told).0;
    }
}

#[test]
fn where_nothing_differs_no_page_is_printed() {
    let texts = beginning();
    let (stands, made) = build(&texts, AS_OF, None);
    assert!(pages(&made).contains("tasks/js-2.html"), "{made:?}");
    let (again, made) = build(&texts, AS_OF, Some(stands.clone()));
    assert!(again == stands);
    assert!(pages(&made).is_empty(), "{made:?}");
    assert!(
        !made.iter().any(|path| path.contains("search/t/")),
        "{made:?}"
    );
}

#[test]
fn an_edited_text_prints_the_page_that_shows_it_and_no_other() {
    let mut texts = beginning();
    let (stands, _) = build(&texts, AS_OF, None);
    let told = edit(&mut texts, 3);
    let (_, made) = hold(&texts, AS_OF, &stands, &told);
    let of_document = |path: &str| path.contains("documents/");
    assert!(
        pages(&made).len() == 2 && pages(&made).into_iter().all(of_document),
        "{made:?}"
    );
}

#[test]
fn other_words_and_templates_print_every_page() {
    let texts = beginning();
    let (stands, _) = build(&texts, AS_OF, None);
    let all = |site: &Site| {
        site.files
            .keys()
            .filter(|path| path.ends_with(".html"))
            .count()
    };
    for number in EDITS.len() + 2..EDITS.len() + FILES.len() {
        let mut texts = texts.clone();
        let told = edit(&mut texts, number);
        let (site, made) = hold(&texts, AS_OF, &stands, &told);
        assert_eq!(pages(&made).len(), all(&site), "{told}");
    }
}

#[test]
fn a_file_that_is_gone_is_made_again() {
    let texts = beginning();
    let (whole, _) = build(&texts, AS_OF, None);
    for path in [
        "tasks/js-2.html",
        "en/index.html",
        "search/t/0-0.js",
        "en/search/g/0.js",
    ] {
        let mut stands = whole.clone();
        assert!(stands.files.remove(path).is_some(), "{path}");
        let (_, made) = hold(&texts, AS_OF, &stands, path);
        assert!(made.iter().any(|one| one == path), "{path}: {made:?}");
    }
}

#[test]
fn a_note_that_says_nothing_or_the_wrong_thing_keeps_no_page() {
    let texts = beginning();
    let (stands, made) = build(&texts, AS_OF, None);
    for note in [
        "",
        "{}",
        "{",
        "[1]",
        &stands.note.replace("pages", "sheets"),
    ] {
        let stands = Site {
            note: note.to_owned(),
            ..stands.clone()
        };
        assert_eq!(hold(&texts, AS_OF, &stands, note).1, made, "{note}");
    }
}
