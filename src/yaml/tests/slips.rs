//! Slips that make a file no YAML: the word for each, and the character to be mended.

use super::super::mistake::REASONS;
use super::{FaultKind, ranges, records, unmark};

/// The text with the place of each fault between marks, and the words for them.
const SLIPS: &[(&str, &[&str])] = &[
    ("id: a\n«\t»title: x\nnote: y\n", &["tab-indent"]),
    ("id: a\ntags:\n«\t»- x\nnote: y\n", &["tab-indent"]),
    ("id: a\ntags:\n  - x\n«\t»- y\n", &["tab-indent"]),
    ("note: |\n«\t»a\nid: a\n", &["tab-indent"]),
    ("id: a\ntitle«：»标题\n", &["wide-colon"]),
    ("title«：»标题\nid: a\n", &["wide-colon"]),
    ("title«：»标题\nnote：x\n", &["wide-colon"]),
    (
        "- id: a\n- id«：»b\n  title: 乙\n- id: c\n",
        &["wide-colon"],
    ),
    ("id: a\ntitle«:»标题\nnote: x\n", &["no-space-after-colon"]),
    ("title«:»标题\n", &["no-space-after-colon"]),
    ("id: a\n«随便写的»\nnote: x\n", &["missing-colon"]),
    ("id: a\ntitle: «\"»标题\nnote: x\n", &["unclosed-quote"]),
    (
        "id: a\ntitle: «\"»标题”\nnote: \"y\"\n",
        &["unclosed-quote"],
    ),
    (
        "id: a\ntitle: \"标题\" «续»\nnote: x\n",
        &["text-after-quote"],
    ),
    ("title: 'it'«s'»\nid: a\n", &["text-after-quote"]),
    ("id: a\ntitle: \"a«\\d»\"\n", &["bad-escape"]),
    ("id: a\n«  »title: b\nnote: x\n", &["bad-indent"]),
    ("«  »id: a\ntitle: b\nnote: x\n", &["bad-indent"]),
    ("id: a\ntags:\n  - a\n« »- b\n - c\n", &["bad-indent"]),
    (
        "- id: a\n  title: b\n« »note: c\n- id: b\n",
        &["bad-indent"],
    ),
    ("id: a\n«　»title: b\n", &["wide-space"]),
    ("tags:\n  - a\n  «－» b\n", &["missing-dash"]),
    ("- id: a\n«i»d: b\n", &["missing-dash"]),
    ("id: a\n«-» b\nnote: x\n", &["unexpected-dash"]),
    ("id: a\ntitle: «@»甲\n", &["special-start"]),
    ("id: a\ntitle: «%»50\n", &["special-start"]),
    ("id: a\ntitle: «`»甲`\n", &["special-start"]),
    ("id: a\ntitle: «!»甲 乙\n", &["special-start"]),
    ("id: a\ntitle: «&»甲 乙\n", &["special-start"]),
    ("id: a\ntitle: «>» 乙\n", &["special-start"]),
    ("id: a\ntitle: «-» 乙\n", &["special-start"]),
    ("id: a\ntitle: «*»*重点** 乙\n", &["special-start"]),
    ("id: a\ntitle: «*»甲\n", &["unknown-anchor"]),
    (
        "id: a\ntitle: [甲] «乙»\nnote: x\n",
        &["text-after-bracket"],
    ),
    ("id: a\ntitle: 甲«:» 乙\nnote: x\n", &["colon-in-text"]),
    ("- title: see a«:» b\n- id: b\n", &["colon-in-text"]),
    ("id: a\ntitle«：»{zh: 甲, en: b}\n", &["wide-colon"]),
    ("id: a\ntags: «[»a, b\nnote: x\n", &["unclosed-bracket"]),
    (
        "id: a\nperiod: «{»from: b\nnote: x\n",
        &["unclosed-bracket"],
    ),
    ("id: a\ntags: [a, b«］»\nnote: x\n", &["wide-bracket"]),
    ("id: a«\u{0}»b\n", &["bad-character"]),
    (
        "«<<<<<<< HEAD»\nid: a\n=======\nid: b\n>>>>>>> x\n",
        &["merge-conflict"],
    ),
    // Several at once, and what stands between them is read.
    (
        "id: a\ntitle«：»甲\nnote: «@»x\nseverity: 2\ntags: «[»b\nkey: true\n",
        &["wide-colon", "special-start", "unclosed-bracket"],
    ),
    (
        "---\nid: «\"»a\n---\nid: b\n---\nid: c\ntitle«：»丙\n",
        &["unclosed-quote", "wide-colon"],
    ),
];

#[test]
fn every_slip_has_its_word_and_its_place() {
    for ending in ["\n", "\r\n"] {
        for front in ["", "\u{feff}", "# 注\n", "note: 一\n---\n"] {
            for (marked, reasons) in SLIPS {
                let (text, expected) = unmark(&format!("{front}{marked}").replace('\n', ending));
                let reading = records(&text);
                assert_eq!(
                    ranges(&reading.faults),
                    expected,
                    "{text:?} {:#?}",
                    reading.faults
                );
                let found: Vec<&str> = reading.faults.iter().map(|f| word(&f.kind)).collect();
                assert_eq!(&found, reasons, "{text:?}");
                assert!(found.iter().all(|word| REASONS.contains(word)), "{found:?}");
            }
        }
    }
}

fn word(kind: &FaultKind) -> &str {
    match kind {
        FaultKind::Syntax { reason, .. } => reason,
        other => panic!("not a fault of syntax: {other:?}"),
    }
}

#[test]
fn what_is_not_broken_is_read() {
    let reading =
        records("- id: a\n- id：b\n  title: 乙\n- id: c\n  title: @丙\n  note: x\n---\nid: d\n");
    let seen: Vec<_> = reading
        .entries
        .iter()
        .map(|e| {
            (
                e.record,
                e.value.id.as_deref(),
                e.value.title.as_deref(),
                e.struck.join(" "),
            )
        })
        .collect();
    assert_eq!(
        seen,
        [
            (0, Some("a"), None, String::new()),
            (1, None, Some("乙"), "id".to_owned()),
            (2, Some("c"), None, "title".to_owned()),
            (3, Some("d"), None, String::new()),
        ]
    );
    let records: Vec<_> = reading.faults.iter().map(|fault| fault.record).collect();
    assert_eq!(records, [Some(1), Some(2)]);
    assert_eq!(reading.entries[2].value.note, "x");
}
