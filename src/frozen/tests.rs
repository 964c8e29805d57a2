//! Editions written and read, and what is told of their differences.

use std::collections::BTreeMap;

use serde_json::json;

use super::{
    Body, Difference, Edition, Fault, Live, Record, Spot, Stored, changed_comparison,
    changed_counts, changed_fields, changed_lines, changed_live, read, write,
};

fn edition() -> Edition {
    let record = Record {
        title: "攻坚简报".to_owned(),
        number: "3".to_owned(),
        addressees: vec!["各县（区）".to_owned(), "市直各部门".to_owned()],
        ..Record::default()
    };
    let body = Body {
        markdown: "共 {{ count() }} 项。\n".to_owned(),
        live: vec![live(4, json!("18"))],
    };
    let counts = BTreeMap::from([("total".to_owned(), "18".to_owned())]);
    Edition::new("jb-03", record, body, (counts, None))
}

fn live(at: usize, value: serde_json::Value) -> Live {
    let filled = Stored::of(&value);
    Live { at, filled }
}

fn differs(at: Spot, was: &str, is: &str) -> Difference {
    differs_in(at, &[], was, is)
}

fn differs_in(at: Spot, path: &[&str], was: &str, is: &str) -> Difference {
    Difference {
        at,
        path: path.iter().map(|&name| name.to_owned()).collect(),
        was: was.to_owned(),
        is: is.to_owned(),
    }
}

#[test]
fn what_was_written_is_read_back_byte_for_byte() {
    let bytes = write(&edition());
    let again = read(&bytes).expect("an edition");
    assert_eq!(again, edition());
    assert_eq!(write(&again), bytes);
    assert!(bytes.ends_with(b"}\n"));
}

#[test]
fn the_layout_of_the_file_is_free_and_its_content_is_not() {
    let text = String::from_utf8(write(&edition())).expect("text");
    let windows = text.replace('\n', "\r\n");
    assert_eq!(read(windows.as_bytes()), Ok(edition()));
    for (was, is) in [
        ("攻坚简报", "攻坚通报"),
        ("\"18\"", "\"19\""),
        ("项。", "件。"),
    ] {
        let edited = text.replacen(was, is, 1);
        let fault = read(edited.as_bytes()).expect_err("a digest that does not hold");
        assert!(matches!(fault, Fault::Digest { .. }), "{was}: {fault:?}");
    }
}

#[test]
fn entries_of_lists_have_one_line_each_and_other_parts_their_own() {
    let changes = Stored::of(
        &json!({"records": [{"id": "a", "fields": [{"is": []}]}, {"id": "b"}], "with": "jb-02"}),
    );
    let plain = edition();
    let edition = Edition::new(
        "jb-03",
        plain.record,
        plain.body,
        (plain.counts, Some(changes)),
    );
    let text = String::from_utf8(write(&edition)).expect("text");
    for part in [
        "{\n  \"format\": 1,\n",
        "    \"addressees\": [\n      \"各县（区）\",\n      \"市直各部门\"\n    ],\n    \"copy_to\": [],\n",
        "    \"live\": [\n      {\"at\":4,\"filled\":\"18\"}\n    ]\n  },\n",
        "    \"records\": [\n      {\"fields\":[{\"is\":[]}],\"id\":\"a\"},\n      {\"id\":\"b\"}\n    ],\n    \"with\": \"jb-02\"\n  },\n",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    // As it was laid out before, and without any layout.
    let value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    for other in [
        serde_json::to_string_pretty(&value),
        serde_json::to_string(&value),
    ] {
        let other = other.expect("text");
        assert_ne!(other, text);
        assert_eq!(read(other.as_bytes()).as_ref(), Ok(&edition), "{other}");
    }
}

#[test]
fn a_value_may_be_written_in_other_ways_but_has_to_be_json() {
    let told = |text: &str| {
        let changes = Stored::of(&json!({"kind": "task", "id": text}));
        let plain = edition();
        let others = (plain.counts, Some(changes));
        let edition = Edition::new("jb-03", plain.record, plain.body, others);
        let text = String::from_utf8(write(&edition)).expect("text");
        (edition, text)
    };
    let (edition, text) = told("a/b");
    let id = "\"id\": \"a/b\"";
    assert!(text.contains(id), "{text}");
    // Escapes, a key twice of which the last holds, and keys in another order.
    for other in ["\"id\": \"\\u0061\\/b\"", "\"id\": \"x\", \"id\": \"a/b\""] {
        let other = text.replace(id, other);
        assert_eq!(read(other.as_bytes()).as_ref(), Ok(&edition), "{other}");
    }
    let turned = text.replace("\"kind\": \"task\"", "\"kind\": \"task\", \"id\": \"a/b\"");
    assert_eq!(read(turned.as_bytes()), Ok(edition));
    let deep = format!("\"id\": {}1{}", "[".repeat(300), "]".repeat(300));
    let before = text.split(id).next().expect("a beginning");
    let own = before.lines().count();
    for broken in ["\"id\": \"\\ud83d\"", deep.as_str()] {
        let broken = text.replace(id, broken);
        let fault = read(broken.as_bytes()).expect_err("no JSON");
        assert_eq!(fault, Fault::Json { line: own }, "{broken}");
    }
    // A name that the reader keeps for itself.
    let kept = text.replace(id, "\"id\": {\"$serde_json::private::Number\": \"x\"}");
    let fault = read(kept.as_bytes()).expect_err("no number");
    assert!(matches!(fault, Fault::Json { .. }), "{fault:?}");
    // Letters that stand by number in the one way to write them.
    let (odd, text) = told("a\u{1}\"\\ {[b\n");
    assert_eq!(read(text.as_bytes()), Ok(odd));
}

#[test]
fn what_is_no_edition_is_said() {
    let Err(Fault::Json { line }) = read(b"{\n  \"format\": 1,\n") else {
        panic!("a broken file was read");
    };
    assert_eq!(line, 3);
    assert_eq!(
        read(br#"{"format": 2, "new": true}"#),
        Err(Fault::Format(2))
    );
    let odd = String::from_utf8(write(&edition())).expect("text");
    let odd = odd.replacen("\"format\"", "\"extra\": 1, \"format\"", 1);
    assert!(matches!(read(odd.as_bytes()), Err(Fault::Json { .. })));
}

#[test]
fn fields_are_told_with_both_texts() {
    let was = edition().record;
    let is = Record {
        number: "4".to_owned(),
        addressees: vec!["各县（区）".to_owned()],
        ..was.clone()
    };
    assert_eq!(
        changed_fields(&was, &is),
        [
            differs(Spot::Field("number"), "3", "4"),
            differs(
                Spot::Field("addressees"),
                "各县（区）\n市直各部门",
                "各县（区）"
            ),
        ]
    );
    assert_eq!(changed_fields(&was, &was), []);
}

#[test]
fn lines_are_held_against_those_in_their_place() {
    let was = "一\n二\n三\n四\n";
    assert_eq!(changed_lines(was, was), []);
    assert_eq!(
        changed_lines(was, "一\n二改\n三\n四\n"),
        [differs(Spot::Line(2), "二", "二改")]
    );
    assert_eq!(
        changed_lines(was, "一\n三\n四\n"),
        [differs(Spot::Line(2), "二", "")]
    );
    assert_eq!(
        changed_lines(was, "一\n二\n三\n四\n五\n"),
        [differs(Spot::Line(5), "", "五")]
    );
}

#[test]
fn live_facts_are_told_figure_by_figure_and_row_by_row() {
    let row = |text: &str| json!({"cells": [{"parts": [{"text": text}]}]});
    let body = |figure: &str, rows: serde_json::Value| Body {
        markdown: String::new(),
        live: vec![
            live(4, json!(figure)),
            live(20, json!({"directive": "tasks", "rows": rows})),
        ],
    };
    let was = body("18", json!([row("公厕"), row("停车场")]));
    let more = body("19", json!([row("公厕"), row("停车场"), row("停车楼")]));
    assert_eq!(
        changed_live(&was, &more),
        [
            differs(Spot::Live(4), "18", "19"),
            differs_in(Spot::Live(20), &["停车楼"], "", "停车楼"),
        ]
    );
    let gone = body("18", json!([row("停车场")]));
    assert_eq!(
        changed_live(&was, &gone),
        [differs_in(Spot::Live(20), &["公厕"], "公厕", "")]
    );
}

/// A cell is told by the heading, the row and the column; ids and classes only where no text differs.
#[test]
fn cells_are_told_by_row_and_column() {
    let cell = |text: &str, id: &str| json!({"parts": [{"text": text, "record": {"id": id}}]});
    let table = |red: &str, lead: (&str, &str)| Body {
        markdown: String::new(),
        live: vec![live(
            7,
            json!({
                "columns": [{"label": "县区"}, {"label": "红灯"}, {"label": "牵头单位"}],
                "groups": [{"heading": {"text": "建设"}, "rows": [
                    {"cells": [cell("松汀区", "songting"), cell("0", ""), cell("甲局", "jia")]},
                    {"cells": [cell("望澜区", "wanglan"), cell(red, ""), cell(lead.0, lead.1)]},
                ]}],
            }),
        )],
    };
    let was = table("2", ("市住建局", "zjj"));
    assert_eq!(
        changed_live(&was, &table("1", ("市城管局", "csgl"))),
        [
            differs_in(Spot::Live(7), &["建设", "望澜区", "红灯"], "2", "1"),
            differs_in(
                Spot::Live(7),
                &["建设", "望澜区", "牵头单位"],
                "市住建局",
                "市城管局"
            ),
        ]
    );
    assert_eq!(
        changed_live(&was, &table("2", ("市住建局", "zjj2"))),
        [differs_in(
            Spot::Live(7),
            &["建设", "望澜区", "牵头单位"],
            "zjj",
            "zjj2"
        )]
    );
}

#[test]
fn figures_and_comparisons_are_told_by_their_names() {
    let counts = |total: &str| BTreeMap::from([("total".to_owned(), total.to_owned())]);
    let name = |key: &str| format!("<{key}>");
    assert_eq!(
        changed_counts(&counts("18"), &counts("19"), &name),
        [differs_in(Spot::Counts, &["<total>"], "18", "19")]
    );
    assert_eq!(changed_counts(&counts("18"), &counts("18"), &name), []);
    let told = |new: u8, was: &str| {
        Stored::of(&json!({
            "counts": [{"of": "台账事项", "counts": [["新增", new]]}],
            "records": [{"kind": "task", "id": "js-02", "title": "修桥", "fields": [
                {"label": "实际进度", "was": [{"text": was, "changed": true}, {"text": "%"}],
                 "is": [{"text": "80"}, {"text": "%"}]},
            ]}],
        }))
    };
    let was = told(2, "73.5");
    assert_eq!(
        changed_comparison(Some(&was), Some(&told(3, "75"))),
        [
            differs_in(Spot::Comparison, &["台账事项", "新增"], "2", "3"),
            differs_in(
                Spot::Comparison,
                &["修桥", "实际进度"],
                "73.5% → 80%",
                "75% → 80%"
            ),
        ]
    );
    assert_eq!(changed_comparison(Some(&was), Some(&was)), []);
}
