//! Places of fields, looked up when a finding is shown.

use crate::diagnostic::Step;

use super::super::{declared_ids, places};
use super::unmark;

fn path(steps: &str) -> Vec<Step> {
    let step = |step: &str| match step.parse() {
        Ok(place) => Step::Place(place),
        Err(_) => Step::Key(step.to_owned()),
    };
    steps.split_whitespace().map(step).collect()
}

#[test]
fn fields_are_found_again() {
    // (text with the place marked, record, version, path, whether the key is meant)
    let table = [
        ("id: a\ntitle: «标题»\n", 0, 0, "title", false),
        ("id: a\n«title»: 标题\n", 0, 0, "title", true),
        ("id: a\ntitle: «'引: 号'»\n", 0, 0, "title", false),
        ("id: a\n«title»:\nnote: x\n", 0, 0, "title", false),
        ("- id: 甲\n- id: «乙»\n", 1, 0, "id", false),
        ("id: 甲\n---\n# 注\nid: «乙»\n", 1, 0, "id", false),
        (
            "progress:\n  - text: 一\n  - text: «二»\n",
            0,
            0,
            "progress 1 text",
            false,
        ),
        (
            "progress:\n- text: 一\n- «text: 二»\n",
            0,
            0,
            "progress 1",
            false,
        ),
        (
            "progress:\n- text: 一\n- «text: 二»\n  date: x\n",
            0,
            0,
            "progress 1 percent",
            false,
        ),
        ("closure: {note: «结»}\n", 0, 0, "closure 0 note", false),
        ("areas: «规划»\n", 0, 0, "areas 0", false),
        ("areas: [甲, «乙»]\n", 0, 0, "areas 1", false),
        ("areas: «[甲, 乙]»\n", 0, 0, "areas", false),
        ("«areas»: [甲, 乙]\n", 0, 0, "areas 5", false),
        ("«closure»:\n  note: 结\n", 0, 0, "closure verdict", false),
        ("«id: a»\nnote: x\n", 0, 0, "title", false),
        ("«id: a»\nnote: x\n", 0, 0, "", false),
        ("note: |\n  «多»\n  行\nid: a\n", 0, 0, "note", false),
        (
            "due: 1\namended:\n- {on: x, was: {due: «0»}}\n",
            0,
            1,
            "due",
            false,
        ),
        (
            "due: «1»\namended:\n- {on: x, was: {title: 0}}\n",
            0,
            1,
            "due",
            false,
        ),
        (
            "due: 1\namended: {on: x, was: {«due»: 0}}\n",
            0,
            1,
            "due",
            true,
        ),
        ("due: «1»\n", 0, 7, "due", false),
        ("id: b: c\ndue: «1»\n", 0, 0, "due", false),
    ];
    for (marked, record, version, steps, key) in table {
        for (front, ending) in [("", "\n"), ("\u{feff}", "\n"), ("# 注释\n", "\r\n")] {
            let (text, expected) = unmark(&format!("{front}{marked}").replace('\n', ending));
            let found = places(&text).locate(record, (version, &path(steps)), key);
            assert_eq!(found, Some(expected[0]), "{text:?} {steps}");
        }
    }
    assert_eq!(places("id: a\n").locate(1, (0, &path("id")), false), None);
    assert_eq!(places("").locate(0, (0, &[]), false), None);
}

#[test]
fn ids_are_seen_in_broken_files() {
    let text = "\
- id: a
  title：甲
- id: \"乙-1\"  # 注
  lead: x
- {id: c, title: [}
\t- id：d
id: 'e'
identity: no
  grid: no
id:
";
    assert_eq!(declared_ids(text), ["a", "乙-1", "c", "d", "e"]);
    assert_eq!(declared_ids("\u{feff}id: 甲\r\n"), ["甲"]);
}
