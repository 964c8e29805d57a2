//! Themes as they are loaded.

use std::collections::BTreeSet;

use include_dir::Dir;

use super::{BUILT_IN, load, words};
use crate::model::Language;
use crate::source::{File, Source};

fn ids(language: &str) -> BTreeSet<String> {
    let lines = words(language).unwrap().lines();
    let ids = lines.filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()));
    ids.map(|line| line.split_once(" =").unwrap().0.to_owned())
        .collect()
}

#[test]
fn both_languages_have_the_same_messages() {
    let (zh, en) = (ids("zh-CN"), ids("en"));
    let apart: Vec<_> = zh.symmetric_difference(&en).collect();
    assert!(apart.is_empty() && zh.len() > 100, "{apart:?}");
}

#[test]
fn every_reason_has_its_wording() {
    let known = ids("zh-CN");
    for code in crate::derive::REASON_CODES {
        assert!(known.contains(&format!("reason-{code}")), "{code}");
    }
}

fn site(files: &[(&str, &str)]) -> Source {
    let themes = files.iter().map(|(path, text)| File {
        path: (*path).to_owned(),
        bytes: text.as_bytes().to_vec().into(),
    });
    Source {
        themes: themes.collect(),
        ..Source::default()
    }
}

#[test]
fn a_sites_own_files_replace_the_built_in_ones_one_by_one() {
    let source = site(&[
        ("themes/city/templates/404.html", "gone"),
        ("themes/city/assets/logo.svg", "<svg/>"),
        ("themes/other/templates/index.html", "not this one"),
        ("themes/city/i18n/zh-CN.ftl", "menu-tasks = 任务清单\n"),
        (
            "themes/city/theme.yaml",
            "# ours\ncontract: 4\naccent: \"red\"\n",
        ),
    ]);
    let theme = load(&source, "city", Language::Chinese);
    assert!(theme.findings.is_empty());
    let theme = theme.value;
    assert_eq!(theme.templates["404.html"].text(), "gone");
    assert_eq!(
        theme.templates["404.html"].path.as_deref(),
        Some("themes/city/templates/404.html")
    );
    assert_ne!(theme.templates["index.html"].text(), "not this one");
    assert!(theme.assets.contains_key("logo.svg") && theme.assets.contains_key("site.css"));
    assert_eq!(theme.settings["accent"], "red");
    assert_eq!(theme.catalogue.say("menu-tasks", &[]), "任务清单");
    assert_eq!(theme.catalogue.say("menu-units", &[]), "单位");
}

#[test]
fn a_theme_for_another_version_of_the_views_is_found() {
    let codes = |text: &str| {
        let findings = load(
            &site(&[("themes/city/theme.yaml", text)]),
            "city",
            Language::English,
        )
        .findings;
        findings.iter().map(|one| one.code).collect::<Vec<_>>()
    };
    assert_eq!(codes("contract: 1\n"), ["theme-contract"]);
    assert_eq!(codes("extends: plain\ncontract: 99\n"), ["theme-contract"]);
    assert!(codes("accent: red\n").is_empty());
    let version = crate::site::view::VERSION;
    assert!(codes(&format!("contract: {version}\n")).is_empty());
}

#[test]
fn broken_messages_are_found() {
    let source = site(&[("themes/default/i18n/en.ftl", "fine = yes\nbroken = {\n")]);
    let theme = load(&source, "default", Language::English);
    assert_eq!(theme.findings[0].code, "message-error");
    assert_eq!(theme.value.catalogue.say("menu-units", &[]), "Units");
}

#[test]
fn the_plain_theme_has_the_words_and_templates_of_the_default_and_none_of_its_assets() {
    let theme = load(&Source::default(), "plain", Language::English).value;
    assert_eq!(theme.assets.keys().collect::<Vec<_>>(), ["plain.css"]);
    assert!(theme.templates.contains_key("task.html"));
    let base = theme.templates["base.html"].text();
    assert!(base.contains("theme/plain.css") && !base.contains("<script"));
    assert_eq!(theme.catalogue.say("menu-units", &[]), "Units");
}

#[test]
fn a_whole_copy_of_a_theme_is_that_theme() {
    let plain = BUILT_IN.iter().filter(|(name, _)| *name == "plain");
    let mut open: Vec<&Dir<'_>> = plain.map(|(_, folder)| folder).collect();
    let mut copy = Vec::new();
    while let Some(folder) = open.pop() {
        open.extend(folder.dirs());
        copy.extend(folder.files().map(|file| File {
            path: format!("themes/plain/{}", file.path().display()),
            bytes: file.contents().to_vec().into(),
        }));
    }
    assert!(copy.len() >= 3, "theme.yaml, a template, a sheet");
    let source = Source {
        themes: copy,
        ..Source::default()
    };
    let copied = load(&source, "plain", Language::English).value;
    let known = load(&Source::default(), "plain", Language::English).value;
    assert!(copied.assets.keys().eq(known.assets.keys()));
    assert_eq!(
        copied.assets["plain.css"].text(),
        known.assets["plain.css"].text()
    );
}

#[test]
fn the_official_theme_stands_on_the_default_and_adds_one_sheet() {
    let official = load(&Source::default(), "official", Language::Chinese).value;
    let default = load(&Source::default(), "default", Language::Chinese).value;
    assert_eq!(official.settings["sheet"], "official.css");
    let mut added: Vec<&String> = official.assets.keys().collect();
    added.retain(|name| !default.assets.contains_key(*name));
    assert_eq!(added, ["official.css"]);
    assert_eq!(official.assets.len(), default.assets.len() + 1);
    // Settings of the theme below hold for a site's own theme, but for those that it gives itself.
    let source = site(&[("themes/city/theme.yaml", "extends: official\nseal: none\n")]);
    let city = load(&source, "city", Language::Chinese).value;
    assert_eq!(city.settings["sheet"], "official.css");
    assert_eq!(city.settings["seal"], "none");
    let source = site(&[
        ("themes/city/theme.yaml", "assets: own\n"),
        ("themes/city/assets/city.css", "p {}"),
    ]);
    let city = load(&source, "city", Language::Chinese).value;
    assert_eq!(city.assets.keys().collect::<Vec<_>>(), ["city.css"]);
}

#[test]
fn a_sites_own_theme_can_extend_the_plain_one_and_nothing_unknown() {
    let extends = |name: &str| {
        let source = site(&[("themes/city/theme.yaml", &format!("extends: {name}\n"))]);
        load(&source, "city", Language::English)
    };
    let plain = extends("plain");
    assert!(plain.findings.is_empty() && !plain.value.assets.contains_key("tables.js"));
    let unknown = extends("plane");
    assert_eq!(unknown.findings[0].code, "unknown-theme");
    let all = ["default", "official", "plain"].map(str::to_owned).to_vec();
    let themes = ("themes", crate::diagnostic::Value::List(all));
    assert!(unknown.findings[0].values.contains(&themes));
    assert!(unknown.value.assets.contains_key("tables.js"));
}
