//! Both readings, faults and places.

mod faults;
mod insert;
mod parity;
mod places;
mod slips;

use serde::Deserialize;

use super::{Fault, FaultKind, Limits, Raw, Reading, Shape, fast, read, read_marked};

#[derive(Debug, Clone, PartialEq, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct Sample {
    id: Option<String>,
    title: Option<String>,
    note: String,
    severity: Option<u8>,
    weight: Option<f64>,
    key: Option<bool>,
    kind: Option<Kind>,
    due: Option<Day>,
    tags: Vec<String>,
    milestones: Vec<Step>,
    period: Option<Period>,
    amended: Vec<Amendment>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Regular,
    OnSite,
}

#[derive(Debug, Clone, PartialEq, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct Step {
    title: Option<String>,
    due: Option<Day>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Period {
    from: String,
    to: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct Amendment {
    on: Option<String>,
    was: Option<Raw>,
}

/// A type that refuses values in its own words.
#[derive(Debug, Clone, PartialEq)]
struct Day(String);

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Day, D::Error> {
        let text = String::deserialize(deserializer)?;
        match text.len() {
            10 => Ok(Day(text)),
            _ => Err(serde::de::Error::custom("date-not-iso")),
        }
    }
}

fn records(text: &str) -> Reading<Sample> {
    read(text, Shape::Records, &Limits::default())
}

fn one(text: &str) -> Sample {
    let mut reading = records(text);
    assert_eq!(reading.faults, [], "{text}");
    assert_eq!(reading.entries.len(), 1, "{text}");
    reading.entries.remove(0).value
}

/// The text without its marks `«` and `»`, and the ranges between them.
fn unmark(marked: &str) -> (String, Vec<(usize, usize)>) {
    let mut text = String::new();
    let mut ranges = Vec::new();
    for c in marked.chars() {
        match c {
            '«' => ranges.push((text.len(), text.len())),
            '»' => ranges.last_mut().expect("a mark opens").1 = text.len(),
            _ => text.push(c),
        }
    }
    (text, ranges)
}

fn ranges(faults: &[Fault]) -> Vec<(usize, usize)> {
    faults
        .iter()
        .map(|fault| (fault.start, fault.end))
        .collect()
}

#[test]
fn scalars_arrive_as_they_are_written() {
    for written in [
        "1.10",
        "0x10",
        "0755",
        "12345678901234567890123",
        "no",
        "2016-03-11",
        "true",
        "1e3",
        "标题",
    ] {
        for text in [
            format!("title: {written}\n"),
            format!("x-a: 1\ntitle: {written}\n"),
        ] {
            assert_eq!(one(&text).title.as_deref(), Some(written), "{text}");
        }
    }
    for nothing in ["", "~", "null"] {
        assert_eq!(one(&format!("id: a\ntitle: {nothing}\n")).title, None);
        assert_eq!(one(&format!("x-a: 1\ntitle: {nothing}\n")).title, None);
    }
    assert_eq!(one("title: '~'\n").title.as_deref(), Some("~"));
    assert_eq!(
        one("x-a: 1\ntitle: \"null\"\n").title.as_deref(),
        Some("null")
    );
    assert_eq!(one("x-a: 1\nseverity: '3'\n").severity, Some(3));
    assert_eq!(
        one("title: |\n  甲\n   乙\n\nid: a\n").title.as_deref(),
        Some("甲\n 乙\n")
    );
}

#[test]
fn a_file_is_a_record_a_list_or_documents() {
    let ids = |text: &str| -> Vec<(u32, Option<String>)> {
        let reading = records(text);
        assert_eq!(reading.faults, [], "{text}");
        reading
            .entries
            .into_iter()
            .map(|e| (e.record, e.value.id))
            .collect()
    };
    let three = vec![
        (0, Some("a".into())),
        (1, Some("b".into())),
        (2, Some("c".into())),
    ];
    for text in [
        "- id: a\n- id: b\n- id: c\n",
        "id: a\n---\nid: b\n---\nid: c\n",
        "---\nid: a\n---\n---\n- id: b\n- id: c\n",
        "\u{feff}# 注\n---\r\nid: a\r\n...\r\n---\r\n- {id: b}\r\n- {id: c}\r\n",
    ] {
        assert_eq!(ids(text), three, "{text}");
        assert_eq!(ids(&format!("{text}  # &a\n")), three, "{text}");
        let marked: Reading<Sample> = read_marked(text, Shape::Records, &Limits::default());
        assert_eq!(marked, records(text), "{text}");
    }
}

#[test]
fn front_matter_is_one_mapping() {
    let kinds = |text: &str| -> Vec<FaultKind> {
        let reading = read::<Sample>(text, Shape::OneMapping, &Limits::default());
        reading.faults.into_iter().map(|fault| fault.kind).collect()
    };
    assert_eq!(kinds("id: a\n"), []);
    assert_eq!(kinds("- id: a\n"), [FaultKind::NotARecord]);
    assert_eq!(kinds("id: a\n---\nid: b\n"), [FaultKind::SecondDocument]);
    assert_eq!(kinds("# 注\n"), [FaultKind::EmptyFile]);
}

#[test]
fn unusual_files_are_left_to_the_marked_reading() {
    let is_fast =
        |text: &str| fast::read::<Sample>(text, Shape::Records, &Limits::default()).is_some();
    for text in [
        "title: R & D\n",
        "title: R&D!\n",
        "note: |\n  ![图](a.png)\n  **重点**\n  a && b\n",
        "tags: [a, b]\nmilestones: [{title: x}]\n",
    ] {
        assert!(is_fast(text), "{text}");
    }
    for text in [
        "title: &a x\n",
        "tags: [&a x, *a]\n",
        "title: !x y\n",
        "? !x y\n: z\n",
        "!x\nid: a\n",
        "x-note: 1\n",
        "amended: [{on: 2026-01-01, was: {title: x}}]\n",
    ] {
        assert!(!is_fast(text), "{text}");
    }
}

#[test]
fn keys_with_x_are_kept() {
    use crate::model::Extra;
    let text = "id: a\nx-note: 1.10\nmilestones:\n  - title: m\n  - {title: n, x-who: [甲, ~]}\n";
    let reading = records(text);
    assert_eq!(reading.faults, []);
    let entry = &reading.entries[0];
    assert_eq!(entry.value.milestones.len(), 2);
    let who = Extra::List(vec![Extra::Text("甲".into()), Extra::Nothing]);
    let kept: Vec<_> = entry.extra.clone().into_iter().collect();
    let note = ("x-note".to_owned(), Extra::Text("1.10".into()));
    assert_eq!(kept, [("milestones.1.x-who".to_owned(), who), note]);
    assert_eq!(entry.struck, Vec::<String>::new());
}

#[test]
fn amendments_give_the_record_as_it_was() {
    let text = "\
title: 今
severity: 3
due: 2026-09-30
amended:
  - {on: 2026-03-01, was: {due: 2026-06-30, severity: ~}}
  - {on: 2026-05-01, was: {due: 2026-08-31, title: 旧}}
  - {on: 2026-04-01}
";
    let reading = records(text);
    assert_eq!(reading.faults, []);
    let seen: Vec<_> = reading.entries[0]
        .before
        .iter()
        .map(|(place, was)| {
            let due = was.due.as_ref().map(|day| day.0.as_str());
            (*place, was.title.as_deref(), was.severity, due)
        })
        .collect();
    // Before March: both amendments undone, the older one last. Before May: the later one alone.
    assert_eq!(
        seen,
        [
            (0, Some("旧"), None, Some("2026-06-30")),
            (1, Some("旧"), Some(3), Some("2026-08-31")),
        ]
    );
}

#[test]
fn text_is_written_so_that_it_is_read_back() {
    let values = [
        "1.10",
        "no",
        "~",
        "甲: 乙",
        "# x",
        " a ",
        "多\n行\n",
        "- x",
        "@a",
        "2016-03-11",
    ];
    for value in values {
        let fields = std::collections::BTreeMap::from([("title", value)]);
        let text = super::to_text(&fields);
        assert_eq!(one(&text).title.as_deref(), Some(value), "{text}");
    }
}
