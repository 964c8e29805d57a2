//! The table of codes, the catalogues and the constructors agree.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::diagnostic::codes::code;
use crate::diagnostic::wording::word;
use crate::diagnostic::{Counts, Finding, Place, Severity, Value, codes, count, explain};
use crate::messages::Catalogue;
use crate::model::Language;

const LANGUAGES: [Language; 2] = [Language::Chinese, Language::English];

fn finding(name: &'static str, values: &[&'static str]) -> Finding {
    let finding = Finding::error(name, Place::Site);
    values.iter().fold(finding, |finding, value| {
        finding.with(value, Value::Text(format!("the-{value}")))
    })
}

#[test]
fn every_code_stands_once_and_in_words() {
    let names: BTreeSet<&str> = codes().map(|code| code.name).collect();
    assert_eq!(names.len(), codes().count());
    for name in names {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        assert!(name.chars().all(plain), "{name}");
    }
}

#[test]
fn every_message_shows_each_of_its_values_and_no_other() {
    for language in LANGUAGES {
        let catalogue = Catalogue::built_in(language);
        for code in codes() {
            let whole = word(&finding(code.name, code.values), &catalogue);
            let said = format!("{} {:?} {:?}", whole.headline, whole.label, whole.hints);
            assert!(!said.contains("{$") && !said.contains('⟦'), "{said}");
            for value in code.values {
                let others: Vec<&str> =
                    code.values.iter().copied().filter(|v| v != value).collect();
                let less = word(&finding(code.name, &others), &catalogue);
                assert_ne!(whole, less, "{} {value} {}", code.name, language.tag());
            }
        }
    }
}

#[test]
fn every_code_is_explained_in_a_few_lines() {
    for language in LANGUAGES {
        let catalogue = Catalogue::built_in(language);
        for code in codes() {
            let text = explain(code.name, &catalogue)
                .unwrap_or_else(|| panic!("{} {}", code.name, language.tag()));
            let lines = text.lines().count();
            assert!((3..=18).contains(&lines), "{} has {lines} lines", code.name);
        }
        assert_eq!(explain("no-such-code", &catalogue), None);
    }
    let english = Catalogue::built_in(Language::English);
    let expected = "error[plan-point-twice]\n\nThere can be one figure a day in a plan. \
                    Remove one of them, or mend the date.\n";
    assert_eq!(
        explain("plan-point-twice", &english).as_deref(),
        Some(expected)
    );
}

#[test]
fn the_way_to_mend_comes_from_the_words_too() {
    let catalogue = Catalogue::built_in(Language::English);
    let finding = Finding::error("yaml-syntax", Place::Site)
        .with("reason", Value::Word("tab-indent"))
        .with("detail", "found a tab");
    let wording = word(&finding, &catalogue);
    assert_eq!(wording.headline, "a tab is used for indentation");
    assert_eq!(
        wording.hints,
        [
            "use spaces, two for each level.",
            "in the parser's words: found a tab"
        ]
    );
}

#[test]
fn a_few_names_are_offered_and_all_that_can_be_written_is_listed() {
    let catalogue = Catalogue::built_in(Language::English);
    let names = ["a", "b", "c", "d"].map(str::to_owned).to_vec();
    let finding = Finding::error("unknown-value", Place::Site)
        .with("candidates", names.clone())
        .suggest(names);
    assert_eq!(
        word(&finding, &catalogue).hints,
        [
            "did you mean “a”, “b” or “c”?",
            "what can stand here: a, b, c and d"
        ]
    );
}

#[test]
fn values_from_files_cannot_steer_a_terminal_or_fill_it() {
    let catalogue = Catalogue::built_in(Language::English);
    let headline = |value: &str| {
        let finding = Finding::error("bad-id", Place::Site).with("id", value);
        word(&finding, &catalogue).headline
    };
    assert_eq!(
        headline("a\u{1b}[31m\nb\u{202e}\u{85}c"),
        "“a␛[31m b��c” cannot be an id"
    );
    let long = headline(&"长".repeat(5000));
    assert_eq!(long.matches('长').count(), 120);
    assert!(long.contains("长…”"));
}

#[test]
fn findings_are_counted_by_severity() {
    let findings = [
        Finding::warning("no-target", Place::Site),
        Finding::error("bad-id", Place::Site),
        Finding::note("future-record", Place::Site),
        Finding::error("bad-id", Place::Site),
    ];
    let expected = Counts {
        errors: 2,
        warnings: 1,
        notes: 1,
    };
    assert_eq!(count(&findings), expected);
}

/// The program's own text files below `folder`.
#[allow(
    clippy::disallowed_methods,
    reason = "the test reads the program's own text"
)]
fn texts(folder: &Path) -> Vec<(PathBuf, String)> {
    let entries = std::fs::read_dir(folder).expect("a folder of the program");
    let mut texts = Vec::new();
    for entry in entries {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            texts.extend(self::texts(&path));
        } else if path.extension().is_some_and(|end| end == "rs") {
            let text = std::fs::read_to_string(&path).expect("a text");
            texts.push((path, text));
        }
    }
    texts
}

/// The texts that stand in quotes right after `call`, in the program's own text, with the file of each.
fn literals(call: &str) -> Vec<(PathBuf, String)> {
    let mut all = Vec::new();
    let own = Path::new(file!()).file_name();
    for (path, text) in texts(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
        // What this file looks for stands in quotes itself.
        if path.file_name() == own {
            continue;
        }
        for rest in text.split(call).skip(1) {
            let literal = rest.trim_start().strip_prefix('"');
            let Some(literal) = literal.and_then(|rest| rest.split('"').next()) else {
                continue;
            };
            all.push((path.clone(), literal.to_owned()));
        }
    }
    all
}

#[test]
fn every_finding_that_is_made_is_in_the_table_with_its_severity() {
    for (call, severity) in [
        ("Finding::error(", Severity::Error),
        ("Finding::warning(", Severity::Warning),
        ("Finding::note(", Severity::Note),
    ] {
        let made = literals(call);
        assert!(!made.is_empty(), "nobody calls {call}");
        for (path, name) in made {
            let known = code(&name).map(|code| code.severity);
            assert_eq!(known, Some(severity), "{}: {name}", path.display());
        }
    }
}

#[test]
fn every_word_that_findings_use_is_in_the_catalogues() {
    let catalogue = Catalogue::built_in(Language::Chinese);
    for call in ["Value::Word(", ".and_at("] {
        let used = literals(call);
        assert!(!used.is_empty(), "nobody calls {call}");
        for (path, word) in used {
            assert!(catalogue.has(&word), "{}: {word}", path.display());
        }
    }
}
