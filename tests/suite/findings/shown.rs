//! How findings leave the program: exit codes, the three formats, and `explain`.

use serde_json::Value;

use super::base;
use super::fixtures::codes;
use crate::support::Site;

/// One error, one warning and one note.
fn site() -> Site {
    let site = base();
    site.write(
        "content/tasks/gh-02.yaml",
        "title: 编制公厕专项规划\nlead: gl\nstart: 2026-01-01\ndue: 2026-12-31\ntarget: {quantity: 3}\nprogress:\n  - {date: 2062-06-01, quantity: 1}\n",
    );
    site
}

#[test]
fn errors_fail_and_warnings_do_only_when_denied() {
    let site = base();
    assert_eq!(site.run(&["check"]).code, 0);
    site.write("content/assets/unused.txt", "x");
    assert_eq!(site.run(&["check"]).code, 0);
    let denied = site.run(&["check", "--deny-warnings", "--lang", "en"]);
    assert_eq!(denied.code, 1);
    assert!(denied.err.contains("error[unused-asset]"), "{}", denied.err);
    assert!(denied.err.contains("1 error, 0 warnings"), "{}", denied.err);
    site.write("content/tasks/gh-02.yaml", "title: 甲\nlead: 没有\n");
    assert_eq!(site.run(&["check"]).code, 1);
}

#[test]
fn the_language_is_the_sites_or_the_one_asked_for() {
    let site = site();
    assert!(site.run(&["check"]).err.contains("错误[unknown-reference]"));
    assert!(
        site.run(&["check", "--lang", "en"])
            .err
            .contains("error[unknown-reference]")
    );
    site.write(
        "content/site.yaml",
        "title: A\nlanguage: en\nas_of: 2026-06-30\n",
    );
    assert!(
        site.run(&["check"])
            .err
            .contains("error[unknown-reference]")
    );
    assert!(
        site.run(&["check", "--lang", "zh-CN"])
            .err
            .contains("错误[unknown-reference]")
    );
}

#[test]
fn tools_read_a_line_for_each() {
    let run = site().run(&["check", "--message-format", "json", "--lang", "en"]);
    assert_eq!(run.code, 1);
    let lines: Vec<Value> = run
        .out
        .lines()
        .map(|line| serde_json::from_str(line).expect("a line of JSON"))
        .collect();
    let kept = [
        "code",
        "severity",
        "file",
        "line",
        "column",
        "end_column",
        "suggestions",
    ];
    let seen: Vec<Vec<&Value>> = lines
        .iter()
        .map(|line| kept.iter().map(|key| &line[*key]).collect())
        .collect();
    let file = "content/tasks/gh-02.yaml";
    let expected = [
        serde_json::json!(["duplicate-title", "warning", file, 1, 8, 16, []]),
        serde_json::json!(["unknown-reference", "error", file, 2, 7, 9, []]),
        serde_json::json!(["future-record", "note", file, 7, 12, 22, []]),
    ];
    assert_eq!(serde_json::json!(seen), serde_json::json!(expected));
    assert_eq!(lines[0]["related"][0]["file"], "content/tasks/gh-01.yaml");
    assert_eq!(lines[1]["message"], "there is no unit called “gl”");
    assert_eq!(lines[2]["hint"], "check the year.");
}

#[test]
fn github_reads_a_command_for_each() {
    let run = site().run(&["check", "--message-format", "github", "--lang", "en"]);
    assert_eq!(run.code, 1);
    let fronts: Vec<&str> = run
        .out
        .lines()
        .map(|line| line.rsplit_once("::").expect("a command").0)
        .collect();
    let file = "file=content/tasks/gh-02.yaml";
    assert_eq!(
        fronts,
        [
            format!("::warning {file},line=1,col=8,title=duplicate-title"),
            format!("::error {file},line=2,col=7,title=unknown-reference"),
            format!("::notice {file},line=7,col=12,title=future-record"),
        ]
    );
}

#[test]
fn every_code_is_explained_in_both_languages() {
    let site = Site::empty();
    for code in codes() {
        let said = ["zh-CN", "en"].map(|language| {
            let run = site.run(&["explain", &code, "--lang", language]);
            assert_eq!(run.code, 0, "{code} {}", run.err);
            assert!(run.out.contains(&format!("[{code}]")), "{}", run.out);
            assert!(run.out.lines().count() >= 3, "{}", run.out);
            assert!(
                !run.out.contains("{$") && !run.out.contains('⟦'),
                "{}",
                run.out
            );
            run.out
        });
        let is_chinese = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
        assert!(is_chinese(&said[0]), "{}", said[0]);
        assert_ne!(said[0], said[1]);
    }
    let unknown = site.run(&["explain", "no-such-code", "--lang", "en"]);
    assert_eq!((unknown.code, unknown.out.as_str()), (2, ""));
}
