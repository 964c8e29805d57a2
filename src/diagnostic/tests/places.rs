//! Lines and columns, whatever the file begins with, breaks its lines with or is encoded in.

use super::{LOOKUP, at, source};
use crate::diagnostic::locate::Spot;
use crate::diagnostic::{Finding, Located, Origin, Path, Place, sort};
use crate::source::{FileId, Source};

fn spot(source: &Source, place: Place) -> Spot {
    let finding = Finding::warning("empty-file", place);
    sort(vec![finding], source, &LOOKUP).remove(0).spot
}

/// line:column-line:column
fn position(source: &Source, place: Place) -> String {
    let span = spot(source, place).span.expect("a part of the file");
    format!(
        "{}:{}-{}:{}",
        span.line, span.column, span.end_line, span.end_column
    )
}

#[test]
fn columns_count_characters_from_one() {
    for (text, sought, expected) in [
        ("a: b\n", "b", "1:4-1:5"),
        ("标题: 公厕\n牵头: 住建局\n", "住建局", "2:5-2:8"),
        ("\u{feff}标题: 公厕\n", "公厕", "1:5-1:7"),
        ("\u{feff}a: b\nc: d", "d", "2:4-2:5"),
        ("a: b\r\nc: 丁\r\n", "丁", "2:4-2:5"),
        ("a:\n\tb: c\n", "b", "2:2-2:3"),
        ("a: 😀👍🏽e\u{301} x\n", "x", "1:10-1:11"),
        ("a:\n  - b\n  - 丙\n", "\n  - b\n  - 丙\n", "2:3-3:6"),
        ("a: |\n  b\n  c\nd: e\n", "|\n  b\n  c\n", "1:4-3:4"),
        ("a: |\r\n  b\r\n", "|\r\n  b\r\n", "1:4-2:4"),
    ] {
        let source = source(&[("a.yaml", text.as_bytes())]);
        assert_eq!(
            position(&source, at(&source, 0, sought)),
            expected,
            "{text:?}"
        );
    }
}

#[test]
fn places_are_held_within_the_file_and_to_whole_characters() {
    let source = source(&[("a.yaml", "\u{feff}甲乙\n".as_bytes()), ("b.yaml", b"")]);
    for (file, start, end, expected) in [
        (0, 0, 0, "1:1-1:1"),
        (0, 0, 4, "1:1-1:1"),
        (0, 4, 8, "1:1-1:2"),
        (0, 9, 10, "1:3-1:3"),
        (0, 10, 10, "2:1-2:1"),
        (0, 99, 200, "2:1-2:1"),
        (0, 6, 3, "1:2-1:2"),
        (1, 0, 5, "1:1-1:1"),
    ] {
        let file = FileId(file);
        let place = Place::Bytes { file, start, end };
        assert_eq!(position(&source, place), expected, "{file:?} {start} {end}");
    }
}

#[test]
fn bytes_that_are_no_text_count_as_characters() {
    // GB18030 for 标题; each byte that cannot be read counts once.
    let source = source(&[("a.yaml", b"\xb1\xea\xcc\xe2: a\n")]);
    assert_eq!(position(&source, at(&source, 0, "a")), "1:7-1:8");
    let (file, start, end) = (FileId(0), 1, 3);
    let middle = Place::Bytes { file, start, end };
    assert_eq!(position(&source, middle), "1:2-1:4");
}

#[test]
fn a_field_is_looked_up_in_its_file() {
    let source = source(&[
        ("a.yaml", "\u{feff}id: gh-01\r\nlead: 住建局\r\n".as_bytes()),
        ("b.md", "---\nlead: 住建局\n---\nlead: 正文\n".as_bytes()),
        ("c.md", "\u{feff}---\nid: c\nlead: x\n---\n".as_bytes()),
    ]);
    for (file, expected) in [(0, "2:7-2:10"), (1, "2:7-2:10"), (2, "3:7-3:8")] {
        let place = Origin::new(FileId(file), 0).field("lead");
        assert_eq!(position(&source, place), expected, "file {file}");
    }
}

#[test]
fn a_field_that_is_not_there_is_shown_at_the_nearest_one_above() {
    let source = source(&[("a.yaml", b"id: a\nlead: b\n"), ("b.md", b"text\n")]);
    let origin = Origin::new(FileId(0), 0);
    let below = Path::new("lead").place(2).key("name");
    assert_eq!(position(&source, origin.at(below)), "2:7-2:8");
    assert_eq!(position(&source, origin.field("due")), "1:1-2:8");
    let note = spot(&source, Origin::new(FileId(1), 0).field("date"));
    assert_eq!((note.path.as_deref(), note.span), (Some("b.md"), None));
}

#[test]
fn what_has_no_file_has_no_line() {
    let source = source(&[("a.yaml", b"id: a\n")]);
    assert_eq!(spot(&source, Place::Site), Spot::default());
    for place in [Place::File(FileId(0)), Place::Path("a.yaml".to_owned())] {
        let spot = spot(&source, place);
        assert_eq!((spot.path.as_deref(), spot.span), (Some("a.yaml"), None));
    }
    assert_eq!(spot(&source, Place::File(FileId(7))), Spot::default());
}

#[test]
fn findings_stand_by_path_position_and_code_and_once() {
    let source = source(&[("b.yaml", b"a: 1\nb: 2\n"), ("a.yaml", b"a: 1\n")]);
    let unknown = |place: Place, id: &str| {
        Finding::error("unknown-reference", place).with("id", id.to_owned())
    };
    let empty = |place: Place| Finding::warning("empty-file", place);
    let findings = vec![
        unknown(at(&source, 0, "2"), "x"),
        unknown(at(&source, 0, "1"), "y"),
        empty(at(&source, 0, "2")),
        unknown(Origin::new(FileId(0), 0).field("b"), "x"),
        unknown(at(&source, 0, "2"), "w"),
        empty(Place::File(FileId(1))),
        empty(at(&source, 1, "1")),
        empty(Place::Site),
    ];
    let shown = |located: &Located| {
        let line = located.spot.span.map_or(0, |span| span.line);
        let path = located.spot.path.clone().unwrap_or_default();
        format!("{path}:{line} {}", located.finding.code)
    };
    let sorted = sort(findings.clone(), &source, &LOOKUP);
    let expected = [
        ":0 empty-file",
        "a.yaml:0 empty-file",
        "a.yaml:1 empty-file",
        "b.yaml:1 unknown-reference",
        "b.yaml:2 empty-file",
        "b.yaml:2 unknown-reference",
        "b.yaml:2 unknown-reference",
    ];
    assert_eq!(sorted.iter().map(shown).collect::<Vec<_>>(), expected);
    let mut turned = findings;
    turned.reverse();
    let turned: Vec<String> = sort(turned, &source, &LOOKUP).iter().map(shown).collect();
    assert_eq!(turned, expected);
}
