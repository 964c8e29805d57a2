//! Right files: both readings give the same, and every byte range holds what was read.

use proptest::prelude::*;

use super::super::tree::{Kind, Node, parse};
use super::super::{number, read_marked};
use super::{Limits, Reading, Sample, Shape, fast, records};

/// A text, as YAML can write it behind `key: `.
fn text() -> impl Strategy<Value = String> {
    let plain = prop::sample::select(vec![
        "1.10",
        "0x10",
        "0755",
        "12345678901234567890123",
        "no",
        "2016-03-11",
        "~",
        "null",
        "",
        "true",
        "1e3",
        ".inf",
        "标题",
        "a b",
        "甲：乙",
        "it's",
        "a#b",
        "50%",
        "-5",
        "http://x.cn/?a=1&b=2",
    ])
    .prop_map(str::to_owned);
    let words = "[甲乙a-z0-9 :#&*!，。-]{0,12}";
    let single = words.prop_map(|text| format!("'{text}'"));
    let double = (
        words,
        prop::sample::select(vec!["", "\\n", "\\t", "\\u4e2d", "\\\"", "\\\\"]),
    )
        .prop_map(|(text, escape)| format!("\"{text}{escape}{text}\""));
    let block = (
        prop::sample::select(vec!["|", "|-", "|+", ">", ">-"]),
        prop::collection::vec("[甲a-z][甲a-z :#*]{0,8}|", 1..4),
    )
        .prop_map(|(style, lines)| {
            let lines: String = lines.iter().map(|line| format!("\n      {line}")).collect();
            format!("{style}{lines}\n")
        });
    prop_oneof![4 => plain, 2 => single, 2 => double, 1 => block]
}

fn flow_text() -> impl Strategy<Value = String> {
    "[甲乙a-z0-9]{1,6}|'[甲 ,:\\[]{0,5}'|\"[甲 ,:\\]]{0,5}\""
}

fn field() -> impl Strategy<Value = (usize, String)> {
    let numbers = prop::sample::select(vec!["0", "7", "255", "0x1f", "0b11", "+5", "~", ""]);
    let floats = prop::sample::select(vec!["0.5", "1", "-2.50", "1e3", "null", ".5"]);
    let truths = prop::sample::select(vec!["true", "False", "~"]);
    let kinds = prop::sample::select(vec!["regular", "on_site", "'regular'", "\"on_site\""]);
    let list = prop::collection::vec(flow_text(), 0..4);
    let block_list = prop::collection::vec(text(), 1..4);
    prop_oneof![
        text().prop_map(|t| (0, format!("id: {t}"))),
        text().prop_map(|t| (1, format!("title: {t}"))),
        text().prop_map(|t| (2, format!("note: {t}"))),
        numbers.prop_map(|t| (3, format!("severity: {t}"))),
        floats.prop_map(|t| (4, format!("weight: {t}"))),
        truths.prop_map(|t| (5, format!("key: {t}"))),
        kinds.prop_map(|t| (6, format!("kind: {t}"))),
        list.prop_map(|items| (7, format!("tags: [{}]", items.join(", ")))),
        block_list.prop_map(|items| (7, format!("tags:\n    - {}", items.join("\n    - ")))),
        prop::collection::vec(text(), 1..3).prop_map(|titles| {
            let steps: Vec<String> = titles
                .iter()
                .map(|title| format!("\n  - due: 2026-01-01\n    title: {title}"))
                .collect();
            (8, format!("milestones:{}", steps.join("")))
        }),
        (flow_text(), flow_text())
            .prop_map(|(a, b)| (9, format!("period: {{from: {a}, to: {b}}}"))),
    ]
}

fn record() -> impl Strategy<Value = String> {
    prop::collection::vec(field(), 1..8).prop_map(|mut fields| {
        fields.sort_by_key(|(number, _)| *number);
        fields.dedup_by_key(|(number, _)| *number);
        fields
            .iter()
            .map(|(_, field)| format!("{}\n", field.trim_end_matches('\n')))
            .collect()
    })
}

fn file() -> impl Strategy<Value = String> {
    let records = prop::collection::vec(record(), 1..4);
    (records, any::<bool>(), any::<bool>(), any::<bool>()).prop_map(|(records, list, bom, crlf)| {
        let text = if list {
            let item = |record: &String| format!("- {}", record.trim_end().replace('\n', "\n  "));
            records.iter().map(item).collect::<Vec<_>>().join("\n") + "\n"
        } else {
            records.join("---\n")
        };
        let text = if crlf {
            text.replace('\n', "\r\n")
        } else {
            text
        };
        if bom { format!("\u{feff}{text}") } else { text }
    })
}

fn ranges_hold(node: &Node, text: &str) {
    let written = &text[node.start..node.end];
    match &node.kind {
        Kind::Scalar {
            text: read,
            plain: true,
        } if !read.is_empty() => assert_eq!(written, read),
        Kind::Scalar { .. } => {}
        Kind::List(items) => {
            for item in items {
                assert!(
                    node.start <= item.start && item.end <= node.end,
                    "{written:?}"
                );
                ranges_hold(item, text);
            }
        }
        Kind::Map(pairs) => {
            for pair in pairs {
                assert!(
                    node.start <= pair.key.start && pair.value.end <= node.end,
                    "{written:?}"
                );
                ranges_hold(&pair.key, text);
                ranges_hold(&pair.value, text);
            }
        }
    }
    let brackets = [('"', '"'), ('\'', '\''), ('[', ']'), ('{', '}')];
    let plain = matches!(node.kind, Kind::Scalar { plain: true, .. });
    for (open, close) in brackets {
        assert!(
            plain || !written.starts_with(open) || written.ends_with(close),
            "{written:?}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, max_global_rejects: 1_000_000, rng_seed: proptest::test_runner::RngSeed::Fixed(2016), ..ProptestConfig::default() })]

    #[test]
    fn both_readings_give_the_same(text in file()) {
        let fast = fast::read::<Sample>(&text, Shape::Records, &Limits::default());
        let marked: Reading<Sample> = read_marked(&text, Shape::Records, &Limits::default());
        prop_assert_eq!(&marked.faults, &[]);
        // What looks like an anchor or a tag may be left to the marked reading; nothing else may.
        if fast.is_some() || !text.contains(['&', '!']) {
            prop_assert_eq!(fast.as_ref(), Some(&marked.entries), "{}", text);
        }
        for node in parse(&text, 0, &Limits::default()).documents {
            ranges_hold(&node, &text);
        }
    }

    #[test]
    fn numbers_are_read_by_the_same_rules(text in "[+-]{0,2}(0x|0o|0b|\\.)?[0-9a-f_]{0,4}[.e]?[0-9]{0,3}") {
        if let Ok(number) = serde_yaml::from_str::<i64>(&text) {
            prop_assert_eq!(number::integer(&text), Some(i128::from(number)));
        }
        if let Ok(number) = serde_yaml::from_str::<f64>(&text) {
            prop_assert_eq!(number::float(&text), Some(number));
        }
    }

    #[test]
    fn no_text_breaks_the_readings(text in "([a甲:：\\-\"'\\[\\]{}&*!|>#%@,? \t\r\u{feff}]|id|: |- |\n|\n  |\n---\n|<<|x-|amended:|was:|on:){0,40}") {
        let reading = records(&text);
        prop_assert!(!reading.entries.is_empty() || !reading.faults.is_empty());
        for fault in &reading.faults {
            prop_assert!(text.get(fault.start..fault.end).is_some(), "{:?}", fault);
        }
        super::super::declared_ids(&text);
        super::super::locate(&text, 0, (1, &[]), true);
    }
}
