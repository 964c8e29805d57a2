//! What is wrong in a directive or figure is found at its own line and column, wherever the body stands.

use super::{base, brief};

/// A directive with one fault of each kind of value, one on each line.
const FENCE: [&str; 10] = [
    "```tasks",
    "where:",
    "  light: [red, purpel]",
    "  areas: {below: guihau}",
    "  due: {before: 2026-13-01}",
    "  actual: {min: viel}",
    "  overdue: maybe",
    "colums: [title]",
    "limit: many",
    "```",
];

/// (code, line of the fence from 0, column from 1)
const FAULTS: [(&str, usize, usize); 7] = [
    ("unknown-value", 2, 16),
    ("unknown-reference", 3, 18),
    ("impossible-date", 4, 17),
    ("bad-number", 5, 17),
    ("bad-value", 6, 12),
    ("unknown-option", 7, 1),
    ("bad-value", 8, 8),
];

fn expected(file: &str, (line, column): (usize, usize)) -> Vec<String> {
    let faults = FAULTS.iter();
    let places = faults.map(|(code, down, along)| {
        let (line, column) = (line + down, column + along);
        format!("{code} {file}:{line}:{column}")
    });
    places.collect()
}

#[test]
fn in_a_note() {
    let site = base();
    let head = "---\ntitle: 情况\ndate: 2026-01-05\n---\n\n中文一行。\n\n";
    site.write(
        "content/documents/note.md",
        &format!("{head}{}\n", FENCE.join("\n")),
    );
    assert_eq!(brief(&site), expected("content/documents/note.md", (8, 0)));
}

#[test]
fn in_a_field_of_one_of_several_records() {
    let site = base();
    let body = FENCE.map(|line| format!("    {line}\n")).concat();
    let other = "- id: one\n  title: 一\n  date: 2026-01-05\n  body: |\n    ```tasks\n    limit: 3\n    ```\n";
    let text =
        format!("{other}- id: two\n  title: 二\n  date: 2026-01-06\n  body: |\n    头。\n\n{body}");
    site.write("content/documents/all.yaml", &text);
    assert_eq!(
        brief(&site),
        expected("content/documents/all.yaml", (14, 4))
    );
}

#[test]
fn further_in_and_with_line_ends_of_windows() {
    let site = base();
    let head = "---\r\ntitle: 情况\r\ndate: 2026-01-05\r\n---\r\n\r\n- 一项\r\n\r\n";
    let fence = FENCE.map(|line| format!("  {line}\r\n")).concat();
    site.write("content/documents/note.md", &format!("{head}{fence}"));
    assert_eq!(brief(&site), expected("content/documents/note.md", (8, 2)));
}

#[test]
fn the_same_line_twice_is_told_apart() {
    let site = base();
    let text = "id: a\ntitle: 一\ndate: 2026-01-05\nbody: |\n  共{{ count() }}项。\n\n  {{ cuont() }}\n\n  {{ cuont() }}\n";
    site.write("content/documents/a.yaml", text);
    let at = |line| format!("unknown-figure content/documents/a.yaml:{line}:3");
    assert_eq!(brief(&site), [at(7), at(9)]);
}

#[test]
fn values_of_figures_are_checked_as_those_of_lists() {
    let site = base();
    let text = "---\ntitle: 情况\ndate: 2026-01-05\n---\n\n{{ count(light=\"purpel\") }}\n\n{{ rate(\"complete\") }}\n\n{{ count(area=[guihua, nowhere]) }}\n\n{{ date(\"2026-02-30\") }}\n\n{{ count(as_of=\"6月底\") }}\n\n{{ count(light={before: 2026-01-01}) }}\n";
    site.write("content/documents/note.md", text);
    let codes = [
        ("unknown-value", 6),
        ("unknown-value", 8),
        ("unknown-reference", 10),
        ("impossible-date", 12),
        ("year-less-date", 14),
        ("unfit-condition", 16),
    ];
    let expected = codes.map(|(code, line)| format!("{code} content/documents/note.md:{line}:1"));
    assert_eq!(brief(&site), expected);
}

#[test]
fn code_is_nobodys_figure() {
    let site = base();
    let text = "---\ntitle: 情况\ndate: 2026-01-05\n---\n\n`{{ nothing() }}`\n\n    {{ nothing() }}\n\n```text\n{{ nothing() }}\n```\n\n```json\n{\"where\": 1}\n```\n";
    site.write("content/documents/note.md", text);
    assert_eq!(brief(&site), [""; 0]);
}
