//! Faults of content: all of a file in one run, each at its place.

use std::fmt::Write as _;

use super::{Fault, FaultKind, Limits, Reading, Sample, Shape, ranges, read, records, unmark};

fn wrong(expected: &str, found: &'static str) -> FaultKind {
    FaultKind::WrongType {
        expected: expected.to_owned(),
        found,
    }
}

fn bad(expected: &str, found: &str) -> FaultKind {
    FaultKind::BadValue {
        expected: expected.to_owned(),
        found: found.to_owned(),
    }
}

fn unknown(name: &str, candidates: &[&str]) -> FaultKind {
    FaultKind::UnknownField {
        name: name.to_owned(),
        candidates: candidates.iter().map(|&c| c.to_owned()).collect(),
    }
}

#[test]
fn every_fault_of_content_has_its_place() {
    let variant = FaultKind::UnknownVariant {
        name: "onsite".to_owned(),
        candidates: vec!["regular".to_owned(), "on_site".to_owned()],
    };
    let missing = FaultKind::MissingField {
        name: "from".to_owned(),
    };
    let twice = FaultKind::DuplicateKey {
        name: "title".to_owned(),
        first: (0, 5),
    };
    let table = [
        (
            "milestones:\n  - {«titel»: 甲}\n",
            unknown("titel", &["title", "due"]),
        ),
        ("id: a\nseverity: «高»\n", wrong("number", "text")),
        ("id: a\nseverity: «[3]»\n", wrong("number", "list")),
        ("id: a\nseverity: «300»\n", bad("u8", "300")),
        ("id: a\nkey: «是»\n", wrong("yes-or-no", "text")),
        ("id: a\ntitle: «{zh: 甲}»\n", wrong("text", "mapping")),
        ("id: a\ntags: «甲»\n", wrong("list", "text")),
        ("id: a\ntags: «3.5»\n", wrong("list", "number")),
        (
            "id: a\nmilestones:\n  - due: 2026-01-01\n  - «甲»\n",
            wrong("mapping", "text"),
        ),
        ("id: a\ndue: «6月底»\n", bad("date-not-iso", "6月底")),
        (
            "milestones:\n  - title: 甲\n    due: «2026»\n",
            bad("date-not-iso", "2026"),
        ),
        ("id: a\nkind: «onsite»\n", variant),
        ("id: a\nkind: «[regular]»\n", wrong("word", "list")),
        ("period: «{to: x}»\n", missing),
        ("title: 甲\nid: a\n«title»: 乙\n", twice),
        ("id: a\n«[a, b]»: c\n", FaultKind::KeyNotText),
        (
            "id: &a b\nperiod: {«<<»: *a, from: x}\n",
            FaultKind::MergeKey,
        ),
        ("id: a\ntitle: «!x 甲»\n", FaultKind::Tag),
        (
            "id: a\namended: [{on: x, was: «甲»}]\n",
            wrong("mapping", "text"),
        ),
        ("- id: a\n- «甲»\n- id: c\n", FaultKind::NotARecord),
        ("- id: a\n-\n«»- id: c\n", FaultKind::NotARecord),
    ];
    for (marked, kind) in table {
        let (text, expected) = unmark(marked);
        let faults = records(&text).faults;
        let kinds: Vec<&FaultKind> = faults.iter().map(|fault| &fault.kind).collect();
        assert_eq!(kinds, [&kind], "{text}");
        if expected[0].0 < expected[0].1 {
            assert_eq!(ranges(&faults), expected, "{text} {faults:?}");
        }
    }
}

#[test]
fn all_faults_of_all_records_come_at_once() {
    let marked = "\
- id: a
  «titel»: 甲
  severity: «x»
  milestones:
    - due: «明天»
    - {title: 乙, «du»: 2026-01-01}
  tags: [b]
- «3»
- id: c
  kind: «z»
  title: 丙
";
    for ending in ["\n", "\r\n"] {
        let (text, expected) = unmark(&marked.replace('\n', ending));
        let reading = records(&text);
        assert_eq!(ranges(&reading.faults), expected, "{:#?}", reading.faults);
        let numbers: Vec<_> = reading
            .faults
            .iter()
            .filter_map(|fault| fault.record)
            .collect();
        assert_eq!(numbers, [0, 0, 0, 0, 1, 2]);
        let seen: Vec<_> = reading
            .entries
            .iter()
            .map(|e| (e.record, e.value.id.as_deref(), e.struck.join(" ")))
            .collect();
        assert_eq!(
            seen,
            [
                (0, Some("a"), "milestones severity titel".to_owned()),
                (2, Some("c"), "kind".to_owned()),
            ]
        );
        assert_eq!(reading.entries[0].value.tags, ["b"]);
        assert_eq!(reading.entries[0].value.milestones.len(), 2);
    }
}

#[test]
fn a_fault_in_what_was_is_told_once() {
    let marked = "\
title: 今
amended:
  - {on: 2026-03-01, was: {due: «六月», severity: 1}}
  - {on: 2026-05-01, was: {«titel»: 旧, severity: 2}}
";
    let (text, expected) = unmark(marked);
    let reading = records(&text);
    assert_eq!(ranges(&reading.faults), expected, "{:#?}", reading.faults);
    let severities: Vec<_> = reading.entries[0]
        .before
        .iter()
        .map(|(_, was)| was.severity)
        .collect();
    assert_eq!(severities, [Some(1), Some(2)]);
}

#[test]
fn aliases_are_copies_within_limits() {
    let reading = records("- id: a\n  tags: &t [x, y]\n- id: b\n  tags: *t\n");
    assert_eq!(reading.faults, []);
    assert_eq!(reading.entries[1].value.tags, ["x", "y"]);
    for (text, detail) in [
        (
            "id: a\ntags: &t [x, *t]\n",
            "alias without an anchor before it",
        ),
        (
            "id: &t a\n---\ntags: [*t]\n",
            "alias without an anchor before it",
        ),
    ] {
        let faults = records(text).faults;
        let found = faults.iter().any(|fault| match &fault.kind {
            FaultKind::Syntax {
                reason,
                detail: said,
            } => *reason == "unknown-anchor" && said == detail,
            _ => false,
        });
        assert!(found, "{text} {faults:?}");
    }
}

#[test]
fn what_asks_for_too_much_is_refused() {
    let mut laughs = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..30 {
        let alias = format!("*a{}", level - 1);
        let list = vec![alias; 9].join(", ");
        writeln!(laughs, "a{level}: &a{level} [{list}]").expect("written to memory");
    }
    let deep = 100_000;
    let steps: String = (0..500).map(|n| format!("{}a:\n", " ".repeat(n))).collect();
    let many = Limits {
        max_records: 2,
        ..Limits::default()
    };
    let table = [
        (laughs, FaultKind::TooManyAliases),
        (format!("id: {}", "[".repeat(deep)), FaultKind::TooDeep),
        (
            format!("id: {}{}", "[".repeat(deep), "]".repeat(deep)),
            FaultKind::TooDeep,
        ),
        (format!("id: {}", "{a: ".repeat(deep)), FaultKind::TooDeep),
        (format!("id:\n {}x", "- ".repeat(deep)), FaultKind::TooDeep),
        ("? ".repeat(deep), FaultKind::TooDeep),
        (steps, FaultKind::TooDeep),
        (
            "- id: a\n- id: b\n- id: c\n- id: d\n".to_owned(),
            FaultKind::TooManyRecords,
        ),
    ];
    for (text, kind) in table {
        let reading: Reading<Sample> = read(&text, Shape::Records, &many);
        let kinds: Vec<&FaultKind> = reading.faults.iter().map(|fault| &fault.kind).collect();
        assert_eq!(kinds, [&kind], "{}", &text[..40]);
    }
}

#[test]
fn a_record_stops_telling_at_some_point() {
    let text: String = (0..1000).map(|n| format!("k{n}: 1\n")).collect();
    let faults = records(&text).faults;
    assert_eq!(faults.len(), 201);
    assert!(
        faults
            .iter()
            .any(|fault| fault.kind == FaultKind::TooManyFaults)
    );
    let text: String = (0..1000).map(|_| "id: a\n").collect();
    let twice = |fault: &Fault| matches!(fault.kind, FaultKind::DuplicateKey { .. });
    let faults = records(&text).faults;
    assert_eq!(faults.iter().filter(|fault| twice(fault)).count(), 200);
}
