//! An entry put into a text: every form, and what is refused.

use super::super::insert::{Unfit, append, list_of_one};

const ENTRY: [(&str, &str); 2] = [("decision", "议-1"), ("on", "2026-07-01")];

/// (what it is, the record, the text before, the text after)
#[rustfmt::skip]
const TABLE: &[(&str, u32, &str, &str)] = &[
    ("a single mapping", 0,
        "id: a\ntitle: 标题\n",
        "id: a\ntitle: 标题\nconfirmed:\n  - decision: 议-1\n    on: 2026-07-01\n"),
    ("CRLF", 0,
        "id: a\r\ntitle: 标题\r\n",
        "id: a\r\ntitle: 标题\r\nconfirmed:\r\n  - decision: 议-1\r\n    on: 2026-07-01\r\n"),
    ("a byte order mark", 0,
        "\u{feff}id: a\n",
        "\u{feff}id: a\nconfirmed:\n  - decision: 议-1\n    on: 2026-07-01\n"),
    ("no line end at the end", 0,
        "id: a\ntitle: 标题",
        "id: a\ntitle: 标题\nconfirmed:\n  - decision: 议-1\n    on: 2026-07-01"),
    ("CRLF, and no line end at the end", 0,
        "id: a\r\ntitle: 标题",
        "id: a\r\ntitle: 标题\r\nconfirmed:\r\n  - decision: 议-1\r\n    on: 2026-07-01"),
    ("comments on and after the last line", 0,
        "id: a # 一\ntitle: '引: 号'  # 二\n\n# 三\n",
        "id: a # 一\ntitle: '引: 号'  # 二\nconfirmed:\n  - decision: 议-1\n    on: 2026-07-01\n\n# 三\n"),
    ("a comment that hangs on the last field", 0,
        "id: a\nnotes:\n  - x\n  # - y\n# z\n",
        "id: a\nnotes:\n  - x\n  # - y\nconfirmed:\n  - decision: 议-1\n    on: 2026-07-01\n# z\n"),
    ("the middle of a list", 1,
        "- id: a\n- id: b\n  title: 乙\n\n# 丙\n- id: c\n",
        "- id: a\n- id: b\n  title: 乙\n  confirmed:\n    - decision: 议-1\n      on: 2026-07-01\n\n# 丙\n- id: c\n"),
    ("a list that is indented, with wide dashes", 0,
        "  -   id: a\n      title: 甲\n  -   id: b\n",
        "  -   id: a\n      title: 甲\n      confirmed:\n        - decision: 议-1\n          on: 2026-07-01\n  -   id: b\n"),
    ("the second document", 1,
        "id: a\n---\nid: b\ntitle: 乙\n---\nid: c\n",
        "id: a\n---\nid: b\ntitle: 乙\nconfirmed:\n  - decision: 议-1\n    on: 2026-07-01\n---\nid: c\n"),
    ("a list there, its dashes below the field", 0,
        "id: a\nconfirmed:\n- decision: x\n  on: 2026-01-01 # 一\n# 二\ntitle: 甲\n",
        "id: a\nconfirmed:\n- decision: x\n  on: 2026-01-01 # 一\n- decision: 议-1\n  on: 2026-07-01\n# 二\ntitle: 甲\n"),
    ("a list there, indented by four, its last entry in braces", 0,
        "id: a\nconfirmed:\n    - {decision: x, on: 2026-01-01}\ntitle: 甲\n",
        "id: a\nconfirmed:\n    - {decision: x, on: 2026-01-01}\n    - {decision: 议-1, on: 2026-07-01}\ntitle: 甲\n"),
    ("a field that is there and empty", 0,
        "id: a\nconfirmed: # 待\ntitle: 甲\n",
        "id: a\nconfirmed: # 待\n  - decision: 议-1\n    on: 2026-07-01\ntitle: 甲\n"),
    ("an empty last field", 0,
        "id: a\nnotes: # 无\n",
        "id: a\nnotes: # 无\nconfirmed:\n  - decision: 议-1\n    on: 2026-07-01\n"),
    ("a block of text, with a line in it that looks like a comment", 0,
        "- id: a\n  body: |\n    一\n    # 二\n\n- id: b\n",
        "- id: a\n  body: |\n    一\n    # 二\n  confirmed:\n    - decision: 议-1\n      on: 2026-07-01\n\n- id: b\n"),
    ("a block of text that keeps its blank lines", 0,
        "- id: a\n  body: |+\n    一\n\n- id: b\n",
        "- id: a\n  body: |+\n    一\n\n  confirmed:\n    - decision: 议-1\n      on: 2026-07-01\n- id: b\n"),
    ("text over several lines", 0,
        "id: a\ntitle: 一\n  二\nnote: \"三\n  四\"\n",
        "id: a\ntitle: 一\n  二\nnote: \"三\n  四\"\nconfirmed:\n  - decision: 议-1\n    on: 2026-07-01\n"),
    ("an anchor that another record uses", 0,
        "- id: a\n  tags: &t [x]\n- id: b\n  tags: *t\n",
        "- id: a\n  tags: &t [x]\n  confirmed:\n    - decision: 议-1\n      on: 2026-07-01\n- id: b\n  tags: *t\n"),
];

#[test]
fn an_entry_comes_to_stand_where_a_person_would_write_it() {
    for (what, record, before, after) in TABLE {
        let made = append(before, *record, "confirmed", &ENTRY);
        let made = made.unwrap_or_else(|unfit| panic!("{what}: {unfit:?}"));
        assert_eq!(made.text, *after, "{what}");
        let entry = made.entry.lines().next().expect("a line");
        assert!(made.text[made.at..].starts_with(entry), "{what}");
    }
}

#[test]
fn what_cannot_be_put_in_without_touching_more_is_refused() {
    for (text, record, why) in [
        ("{id: a, title: 甲}\n", 0, Unfit::Flow),
        ("- {id: a}\n- id: b\n", 0, Unfit::Flow),
        ("id: a\nconfirmed: []\n", 0, Unfit::Flow),
        ("id: a\nconfirmed: [{decision: x}]\n", 0, Unfit::Flow),
        ("id: a\nconfirmed:\n  decision: x\n", 0, Unfit::NotAList),
        ("id: a\nconfirmed: {decision: x}\n", 0, Unfit::NotAList),
        ("id: a\nconfirmed: ~\n", 0, Unfit::NotAList),
        // An anchor's record is another's as well.
        ("- &a\n  id: a\n- *a\n", 0, Unfit::Changes),
        ("- &a\n  id: a\n- *a\n", 1, Unfit::Changes),
        ("id: a\ntitle: 'b\n", 0, Unfit::Changes),
        ("id: a\n", 1, Unfit::Changes),
        ("", 0, Unfit::Changes),
    ] {
        let made = append(text, record, "confirmed", &ENTRY);
        assert_eq!(made.err(), Some(why), "{text:?}");
    }
}

#[test]
fn texts_that_yaml_would_take_for_something_else_are_quoted() {
    for (text, written) in [
        ("zhb-09-2", "zhb-09-2"),
        ("王一", "王一"),
        ("2026-07-01", "2026-07-01"),
        ("007", "\"007\""),
        ("1e5", "\"1e5\""),
        ("null", "\"null\""),
        ("Yes", "\"Yes\""),
        ("-", "\"-\""),
        ("", "\"\""),
        ("一: 二 # 三", "\"一: 二 # 三\""),
        ("“\"\\”\n\t", "\"“\\\"\\\\”\\n\\t\""),
    ] {
        let entry = [("by", text)];
        let list = list_of_one("confirmed", &entry);
        assert_eq!(list, format!("confirmed:\n  - by: {written}"));
        for before in ["id: a\n", "id: a\nconfirmed:\n  - {by: x}\n"] {
            let made = append(before, 0, "confirmed", &entry).expect("it fits");
            assert!(
                made.text.contains(&format!("by: {written}")),
                "{}",
                made.text
            );
        }
    }
}
