//! What people and tools see, compared with texts that were read by eye.

use super::{LOOKUP, at, source};
use crate::date::Date;
use crate::decimal::Decimal;
use crate::diagnostic::{Finding, Located, Place, Value, github, human, json, sort};
use crate::messages::Catalogue;
use crate::model::Language;
use crate::source::{FileId, Source};

const TASK: &str = "\u{feff}id: gh-01\r
title: 建成区公厕改造\r
lead: 住建局   # 市住房城乡建设局\r
start: 2026-07-01\r
due: 2026-06-30\r
milestones:\r
\t- title: 选址\r
";

const NOTE: &str = "---
id: gh-01
lead: urban
---
见[方案](plan.md)。
";

fn example() -> Source {
    let long = format!(
        "title: {}【错误】{}\n",
        "很长的文字".repeat(60),
        "后面的文字".repeat(60)
    );
    source(&[
        ("content/tasks/a.yaml", TASK.as_bytes()),
        ("content/tasks/b.md", NOTE.as_bytes()),
        ("content/tasks/c.yaml", long.as_bytes()),
        ("content/tasks/d,1:2.yaml", b"title: \xb1\xea\xcc\xe2\n"),
        ("content/tasks/e.yaml", b"id: e\nlead:\n  - a\n  - b\n"),
    ])
}

fn day(text: &str) -> Date {
    Date::parse(text).expect("a date in a test")
}

fn findings(source: &Source) -> Vec<Finding> {
    vec![
        Finding::error("missing-site", Place::Path("content/site.yaml".to_owned())),
        Finding::warning("calendar-year-missing", Place::Site).with("year", Decimal::from(2026)),
        Finding::error("unknown-reference", at(source, 0, "住建局"))
            .with("type", Value::Word("type-unit"))
            .with("id", "住建局")
            .suggest(["zhujian", "zhujianju"].map(str::to_owned).to_vec()),
        Finding::error("due-before-start", at(source, 0, "2026-06-30"))
            .with("due", day("2026-06-30"))
            .with("start", day("2026-07-01"))
            .and_at("start-here", at(source, 0, "2026-07-01")),
        Finding::error("yaml-syntax", at(source, 0, "\t"))
            .with("reason", Value::Word("tab-indent"))
            .with("detail", "while scanning: 50% done\nfound a tab"),
        Finding::error("duplicate-id", at(source, 1, "gh-01"))
            .with("type", Value::Word("type-task"))
            .with("id", "gh-01")
            .and_at("first-here", at(source, 0, "gh-01")),
        Finding::error("cycle", Place::File(FileId(1)))
            .with("field", "parent")
            .with("members", ["a", "b", "c"].map(str::to_owned).to_vec()),
        Finding::error("broken-link", at(source, 1, "plan.md")).with("target", "plan.md"),
        Finding::warning("duplicate-title", at(source, 2, "【错误】")).with("title", "错误"),
        Finding::error(
            "not-utf8",
            Place::Bytes {
                file: FileId(3),
                start: 7,
                end: 11,
            },
        )
        .with("encoding", "GB18030"),
        Finding::note("future-record", at(source, 4, "\n  - a\n  - b"))
            .with("date", day("2027-01-02")),
    ]
}

fn located(source: &Source) -> Vec<Located> {
    sort(findings(source), source, &LOOKUP)
}

fn assert_same(made: &str, expected: &str) {
    for (line, (made, expected)) in made.lines().zip(expected.lines()).enumerate() {
        assert_eq!(made, expected, "line {}", line + 1);
    }
    assert_eq!(made.lines().count(), expected.lines().count());
}

#[test]
fn people_read_findings_in_their_language() {
    let source = example();
    let located = located(&source);
    for (language, expected) in [
        (Language::Chinese, include_str!("human-zh-CN.txt")),
        (Language::English, include_str!("human-en.txt")),
    ] {
        let catalogue = Catalogue::built_in(language);
        assert_same(&human(&located, &source, &catalogue, false), expected);
    }
}

#[test]
fn colour_comes_only_when_it_is_asked_for() {
    let source = example();
    let located = located(&source);
    let catalogue = Catalogue::built_in(Language::Chinese);
    let coloured = human(&located, &source, &catalogue, true);
    let plain = human(&located, &source, &catalogue, false);
    assert!(coloured.contains("\u{1b}["));
    let mut stripped = String::new();
    for (place, part) in coloured.split("\u{1b}[").enumerate() {
        let text = part.split_once('m').filter(|_| place > 0);
        stripped.push_str(text.map_or(part, |(_, text)| text));
    }
    assert_same(&stripped, &plain);
}

#[test]
fn tools_read_one_object_a_line() {
    let source = example();
    let catalogue = Catalogue::built_in(Language::English);
    let made = json(&located(&source), &catalogue);
    assert_same(&made, include_str!("findings.jsonl"));
    for line in made.lines() {
        assert!(serde_json::from_str::<serde_json::Value>(line).is_ok());
    }
}

#[test]
fn github_reads_workflow_commands() {
    let source = example();
    let catalogue = Catalogue::built_in(Language::Chinese);
    let made = github(&located(&source), &catalogue);
    assert_same(&made, include_str!("github.txt"));
}
