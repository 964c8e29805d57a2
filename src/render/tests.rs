//! Whole sites in memory: links that lead somewhere, words in both languages, and nothing that may not be seen.

mod again;
mod frame;
mod tables;
mod trees;

use std::collections::{BTreeMap, BTreeSet};

use super::site;
use crate::date::Date;
use crate::diagnostic::{Checked, Place};
use crate::model::{Language, Visibility};
use crate::output::Memory;
use crate::site::office::{OFFICE, public, source, whole};
use crate::source::{File, Source};
use crate::{pipeline, theme};

type Files = BTreeMap<String, Vec<u8>>;

fn built(source: &Source, language: Option<Language>) -> Checked<Files> {
    let languages: Vec<Language> = language.into_iter().collect();
    built_in(source, &languages)
}

/// In the languages that are named, the site's own first; for none as the site says.
fn built_in(source: &Source, languages: &[Language]) -> Checked<Files> {
    let mut settings = pipeline::settings(source);
    if let Some(own) = languages.first() {
        settings.value.site.language = *own;
        settings.value.site.languages = languages.to_vec();
    }
    let project = pipeline::project(source, settings, &public()).value;
    let report = pipeline::report(&project, Date::parse("2026-06-30").unwrap());
    let theme = theme::of_site(source, &project.site).value;
    let sink = Memory::default();
    let drafts = pipeline::drafts(&project, source, &public(), &theme);
    let findings = site(&report, &theme, (&source.assets, drafts), &sink)
        .unwrap()
        .findings;
    let value = sink.into_files();
    Checked { value, findings }
}

fn text(files: &Files, path: &str) -> String {
    String::from_utf8(files[path].clone()).unwrap()
}

/// Values of an attribute in a page.
fn values<'t>(page: &'t str, attribute: &str) -> Vec<&'t str> {
    let mark = format!(" {attribute}=\"");
    page.split(&mark)
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

/// Where a relative address leads from a page.
fn led(from: &str, address: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in address.split('/') {
        match part {
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[test]
fn every_link_leads_to_a_file_and_to_a_place_in_it() {
    let followed = followed(&built(&whole(), None).value);
    assert!(followed > 300, "{followed}");
}

/// Every link of every page leads to a file that is there, and to an id in it; tells how many there are.
fn followed(files: &Files) -> usize {
    let pages: Vec<&String> = files
        .keys()
        .filter(|path| path.ends_with(".html"))
        .collect();
    let ids: BTreeMap<&str, BTreeSet<String>> = pages
        .iter()
        .map(|path| {
            let page = text(files, path);
            (
                path.as_str(),
                values(&page, "id").into_iter().map(str::to_owned).collect(),
            )
        })
        .collect();
    let mut followed = 0;
    for path in &pages {
        let page = text(files, path);
        let addresses = values(&page, "href")
            .into_iter()
            .chain(values(&page, "src"));
        for address in addresses.filter(|address| !address.contains(':')) {
            let (file, anchor) = address.split_once('#').unwrap_or((address, ""));
            let to = if file.is_empty() {
                (*path).clone()
            } else {
                led(path, file)
            };
            assert!(files.contains_key(&to), "{path}: {address}");
            assert!(
                anchor.is_empty() || ids[to.as_str()].contains(anchor),
                "{path}: {address}"
            );
            followed += 1;
        }
    }
    followed
}

#[test]
fn ids_are_used_once_on_a_page() {
    let files = built(&whole(), None).value;
    for path in files.keys().filter(|path| path.ends_with(".html")) {
        let page = text(&files, path);
        let ids = values(&page, "id");
        let once: BTreeSet<&&str> = ids.iter().collect();
        assert_eq!(once.len(), ids.len(), "{path}: {ids:?}");
    }
}

#[test]
fn no_message_is_missing_in_either_language() {
    for language in [Language::Chinese, Language::English] {
        let built = built(&whole(), Some(language));
        assert!(built.findings.is_empty(), "{:?}", built.findings);
        for (path, bytes) in &built.value {
            let text = String::from_utf8_lossy(bytes);
            assert!(!text.contains('⟦') && !text.contains("{$"), "{path}");
        }
    }
}

#[test]
fn what_this_audience_may_not_see_is_in_no_byte() {
    assert!(!public().may_see(Visibility::Restricted));
    let files = built_in(&whole(), &[Language::Chinese, Language::English]).value;
    assert!(files.keys().any(|path| path.starts_with("en/tasks/")));
    for (path, bytes) in &files {
        let text = String::from_utf8_lossy(bytes);
        for secret in [
            "不可外传的事",
            "保密单位",
            "只在内部说的话",
            "mi-1",
            "不公开的问题",
            "只给少数人看的批示",
        ] {
            assert!(!text.contains(secret), "{path}: {secret}");
        }
    }
    let task = text(&files, "tasks/js-1-1.html");
    assert!(task.contains("此处不显示"));
}

#[test]
fn what_lies_ahead_of_the_date_is_not_shown() {
    let files = built(&whole(), None).value;
    for (path, bytes) in &files {
        let text = String::from_utf8_lossy(bytes);
        assert!(
            ["后来的事", "未来的决定", "后来发现的问题", "之后的清理"]
                .iter()
                .all(|later| !text.contains(later)),
            "{path}"
        );
    }
    assert!(text(&files, "meetings/lh-02.html").contains("下半年安排"));
}

#[test]
fn a_meeting_names_a_unit_as_it_was_then_called() {
    let files = built(&source(OFFICE), None).value;
    assert!(text(&files, "meetings/lh-01.html").contains("市建设局"));
    assert!(!text(&files, "tasks/js-2.html").contains("市建设局"));
}

#[test]
fn text_from_records_is_escaped() {
    let files = built(&source(OFFICE), None).value;
    let task = text(&files, "tasks/js-1-1.html");
    assert!(task.contains("改造 &lt;人民路&gt;") && !task.contains("<人民路>"));
}

#[test]
fn pages_hold_no_style_or_script_of_their_own() {
    let files = built(&whole(), None).value;
    for path in files.keys().filter(|path| path.ends_with(".html")) {
        let page = text(&files, path);
        assert!(
            !page.contains("<style") && values(&page, "style").is_empty(),
            "{path}"
        );
        let scripts = page.matches("<script").count();
        assert_eq!(scripts, page.matches("<script src=").count(), "{path}");
        assert!(!page.contains(" onclick="), "{path}");
    }
}

#[test]
fn two_builds_give_the_same_bytes() {
    let source = whole();
    assert_eq!(built(&source, None).value, built(&source, None).value);
}

fn with_template(name: &str, text: &str) -> Source {
    let mut source = whole();
    source.themes.push(File {
        path: format!("themes/default/templates/{name}"),
        bytes: text.as_bytes().to_vec().into(),
    });
    source
}

#[test]
fn a_template_that_cannot_be_read_is_found_at_its_line() {
    let built = built(&with_template("404.html", "<p>\n{% if %}\n"), None);
    let finding = &built.findings[0];
    assert_eq!((finding.code, built.findings.len()), ("template-error", 1));
    assert_eq!(
        finding.place,
        Place::Path("themes/default/templates/404.html".to_owned())
    );
    assert!(
        finding.values.contains(&("line", 2usize.into())),
        "{finding:?}"
    );
}

#[test]
fn a_template_that_names_what_is_not_there_is_found_once() {
    let built = built(
        &with_template("task.html", "<p>\n\n{{ view.colour }}\n"),
        None,
    );
    let finding = &built.findings[0];
    assert_eq!((finding.code, built.findings.len()), ("template-error", 1));
    assert!(
        finding.values.contains(&("line", 3usize.into())),
        "{finding:?}"
    );
    assert!(built.value.contains_key("index.html") && !built.value.contains_key("tasks/js-2.html"));
}

#[test]
fn a_sites_own_template_has_the_whole_view() {
    let built = built(
        &with_template(
            "task.html",
            "{{ view.id }} {{ view.facts.state }} {{ t.menu_tasks }}",
        ),
        None,
    );
    assert_eq!(
        text(&built.value, "tasks/js-2.html"),
        "js-2 未启动 任务台账"
    );
}

#[test]
fn a_long_ledger_is_split_by_area_and_says_how_heavy_the_whole_is() {
    let tasks: String = (0..520)
        .map(|n| {
            let area = if n % 2 == 0 { "js" } else { "js-lu" };
            format!(
                "- {{id: lang-{n}, title: 整治第{n}号点位的占道经营, lead: zjj, areas: [{area}], start: 2026-01-01, due: 2026-12-31, target: {{text: 全部}}}}\n"
            )
        })
        .collect();
    let mut files = OFFICE.to_vec();
    files.push(("content/tasks/long.yaml", &tasks));
    let files = built(&source(&files), None).value;
    let index = text(&files, "tasks.html");
    assert!(index.contains("href=\"ledger-js.html\"") && index.contains("href=\"tasks-all.html\""));
    assert!(!index.contains("lang-7") && text(&files, "ledger-js.html").contains("lang-7"));
    // One decision of the office belongs to no area.
    assert!(text(&files, "ledger.html").contains("报送清单"));
    let said = index
        .split("约")
        .nth(1)
        .and_then(|rest| rest.split(' ').next())
        .unwrap();
    let (said, is) = (
        said.parse::<usize>().unwrap(),
        files["tasks-all.html"].len() / 1024,
    );
    assert!(said.abs_diff(is) * 5 < is, "said {said} KB, is {is} KB");
    // Each part says what stands on it, and the calendar of so many limits is split as well.
    assert!(index.contains("计入统计") && !text(&files, "ledger-js.html").contains("计入统计"));
    let calendar = text(&files, "calendar.html");
    assert!(calendar.contains("href=\"calendar-2026-12.html\"") && !calendar.contains("lang-7"));
    assert!(text(&files, "calendar-2026-12.html").contains("lang-7"));
}

#[test]
fn a_theme_has_a_search_when_it_brings_the_script() {
    let files = built(&whole(), None).value;
    assert!(text(&files, "search.html").contains("search/index.js"));
    assert!(text(&files, "index.html").contains("href=\"search.html\""));
    let index = text(&files, "search/index.js");
    assert!(index.starts_with("tongbaoSearch(\"i\",") && index.contains("任务\t"));
    let mut source = whole();
    let settings = source
        .files
        .iter_mut()
        .find(|file| file.path == "content/site.yaml");
    let settings = std::sync::Arc::make_mut(&mut settings.unwrap().bytes);
    settings.extend_from_slice(b"theme: plain\n");
    let files = built(&source, None).value;
    assert!(files.contains_key("theme/plain.css"));
    assert!(files.keys().all(|path| !path.contains("search")));
    assert!(
        files
            .values()
            .all(|bytes| !String::from_utf8_lossy(bytes).contains("search.html"))
    );
}

#[test]
fn the_search_has_the_texts_of_records_and_other_names_of_theirs() {
    let files = built(&whole(), None).value;
    let put_together = |family: &str| -> String {
        let shards = files
            .keys()
            .filter(|path| path.starts_with(&format!("search/{family}/")));
        shards.map(|path| text(&files, path)).collect()
    };
    let texts = put_together("t");
    for words in [
        "补上短板。",
        "市建设局",
        "按期完成",
        "缺料",
        "督〔2026〕1号",
        "<人民路>",
        "先试点",
    ] {
        let there = texts.contains(words) || put_together("d").contains(words);
        assert!(there, "{words}");
    }
    for words in ["后来的事", "不可外传", "保密单位", "只在内部说的话"] {
        assert!(!texts.contains(words), "{words}");
    }
    assert!(put_together("d").contains("meetings/lh-01.html#lh-01-1\t2026-02-02"));
}
