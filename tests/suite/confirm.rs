//! `tongbao confirm`: an entry more in the task's own file, and nothing else there is touched.

use serde_json::Value;

use crate::support::{Run, Site};

const TASK: &str = "id: gai\ntitle: 改造供水管网\nlead: zjj\ndue: 2026-12-31\nstart: 2026-01-05\n\
                    target: {quantity: 8, unit: 公里}\norigin: {decision: shui}\n";
const MEETING: &str = "id: hui\ntitle: 例会\ndate: 2026-03-10\ndecisions:\n  - id: shui\n    text: 改造供水管网8公里\n    lead: zjj\n";
/// What the decision asked before it was amended on 12 May.
const AMENDED: &str = "amended:\n  - on: 2026-05-12\n    reason: 扩大范围\n    was:\n      decisions:\n        - {id: shui, text: 改造供水管网6公里, lead: zjj}\n";

// printf '25:改造供水管网8公里3:zjj1:00:' | sha256sum
const NOW: &str = "292985bf6c3851e1f453e484210900b4242e35607a520cdc5f9d6fe96a037d3b";
// The same with 6 in place of 8.
const THEN: &str = "3861a5d69982237e3d3121b4ffb434d518c475e6df8fd5096b9610945e6fbc21";

fn site(task: &str) -> Site {
    let site = Site::empty();
    site.write(
        "content/site.yaml",
        "title: 示例市\nlanguage: zh-CN\nas_of: 2026-06-30\n",
    );
    site.write("content/units/zjj.yaml", "name: 市住建局\n");
    site.write("content/meetings/hui.yaml", &format!("{MEETING}{AMENDED}"));
    site.write("content/tasks/gai.yaml", task);
    site
}

fn confirm(site: &Site, words: &[&str]) -> Run {
    let all: Vec<&str> = ["confirm"].iter().chain(words).copied().collect();
    site.run(&all)
}

fn suspects(site: &Site, day: &str) -> Vec<Value> {
    let run = site.run(&["facts", "--as-of", day]);
    let facts: Value = serde_json::from_str(&run.out).expect("facts are JSON");
    facts["suspects"].as_array().expect("a list").clone()
}

#[test]
fn a_link_is_suspect_after_the_amendment_until_it_is_confirmed_anew() {
    let site = site(TASK);
    let first = confirm(&site, &["gai", "--on", "2026-04-01", "--by", "王一"]);
    assert_eq!(first.code, 0, "{}", first.err);
    let one = format!(
        "confirmed:\n  - decision: shui\n    on: 2026-04-01\n    by: 王一\n    digest: \"{THEN}\"\n"
    );
    assert_eq!(site.read("content/tasks/gai.yaml"), format!("{TASK}{one}"));
    assert_eq!(first.out, format!("./content/tasks/gai.yaml:8\n{one}"));
    assert!(suspects(&site, "2026-05-11").is_empty());
    let suspect = &suspects(&site, "2026-05-12")[0];
    assert_eq!(suspect["confirmed_on"], "2026-04-01");
    assert_eq!(suspect["changed_on"], "2026-05-12");
    assert_eq!(suspect["digest"], NOW);
    let command = "tongbao confirm gai shui";
    for page in ["tasks/gai", "units/zjj", "meetings/hui", "decisions"] {
        assert_eq!(site.run(&["build"]).code, 0);
        let html = site.read(&format!("public/{page}.html"));
        assert!(html.contains("2026年5月12日"), "{page}: {html}");
        assert!(html.contains(command) || page == "decisions", "{page}");
    }
    // On the as-of date, and without naming the only decision.
    let second = confirm(&site, &["GAI"]);
    assert_eq!(second.code, 0, "{}", second.err);
    let two = format!("  - decision: shui\n    on: 2026-06-30\n    digest: \"{NOW}\"\n");
    assert_eq!(
        site.read("content/tasks/gai.yaml"),
        format!("{TASK}{one}{two}")
    );
    assert_eq!(suspects(&site, "2026-06-29").len(), 1);
    assert!(suspects(&site, "2026-06-30").is_empty());
    site.run(&["build"]);
    assert!(!site.read("public/tasks/gai.html").contains(command));
    // There is nothing left to confirm.
    let third = confirm(&site, &["gai", "shui"]);
    assert_eq!((third.code, third.out.as_str()), (0, ""), "{}", third.err);
    assert_eq!(
        site.read("content/tasks/gai.yaml"),
        format!("{TASK}{one}{two}")
    );
}

#[test]
fn the_front_matter_of_a_note_is_written_and_its_body_is_not() {
    let front = TASK.replace('\n', "\r\n");
    let body = "---\r\n\r\n正文\r\n\r\nconfirmed: no\r\n";
    let site = site("[]\n");
    site.write(
        "content/tasks/gai.md",
        &format!("\u{feff}---\r\n{front}# 末\r\n{body}"),
    );
    std::fs::remove_file(site.path("content/tasks/gai.yaml")).expect("a file");
    let run = confirm(&site, &["gai"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let entry = format!(
        "confirmed:\r\n  - decision: shui\r\n    on: 2026-06-30\r\n    digest: \"{NOW}\"\r\n"
    );
    let expected = format!("\u{feff}---\r\n{front}{entry}# 末\r\n{body}");
    assert_eq!(site.read("content/tasks/gai.md"), expected);
    assert!(
        run.out.starts_with("./content/tasks/gai.md:9\n"),
        "{}",
        run.out
    );
}

#[test]
fn what_is_not_clear_is_not_written() {
    let several = MEETING.to_owned()
        + "  - id: lu\n    text: 修路\n    lead: zjj\n    tasks: gai\n  - {id: deng, text: 装灯, lead: zjj}\n";
    let site = site(TASK);
    site.write("content/meetings/hui.yaml", &several);
    let before = site.files("content");
    // (words, what is said)
    for (words, said) in [
        (&["gai"][..], "shui、lu"),
        (&["gai", "deng"], "shui、lu"),
        (&["gai", "nothing"], "shui、lu"),
        (&["gia"], "gai"),
        (&["gai", "--on", "2026-03-09"], "2026-03-09"),
    ] {
        let run = confirm(&site, words);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{words:?}");
        assert!(run.err.contains(said), "{words:?}: {}", run.err);
    }
    assert_eq!(site.files("content"), before);
    assert_eq!(confirm(&site, &["gai", "lu"]).code, 0);
}

#[test]
fn a_form_that_cannot_be_added_to_is_left_and_the_entry_is_told() {
    let brackets = "- {id: gai, title: 改, lead: zjj, due: 2026-12-31, target: {quantity: 8}, origin: {decision: shui}}\n";
    let single =
        format!("{TASK}confirmed: {{decision: shui, on: 2026-04-01, digest: \"{THEN}\"}}\n");
    for task in [brackets, &single] {
        let site = site(task);
        let run = confirm(&site, &["gai"]);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{}", run.err);
        assert!(run.err.contains(NOW), "{}", run.err);
        assert_eq!(site.read("content/tasks/gai.yaml"), task);
    }
    // What nobody could read is told by its finding.
    let site = site(&TASK.replace("zjj", "nobody"));
    let run = confirm(&site, &["gai"]);
    assert_eq!((run.code, run.out.as_str()), (1, ""), "{}", run.err);
    // Nor is a text written that the site could not be read with.
    let site = self::site(TASK);
    let run = confirm(&site, &["gai", "--by", "王\u{202e}一"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""), "{}", run.err);
    assert_eq!(site.read("content/tasks/gai.yaml"), TASK);
}

#[cfg(unix)]
#[test]
fn the_file_keeps_its_permissions_and_nothing_is_left_beside_it() {
    use std::os::unix::fs::PermissionsExt;
    let site = site(TASK);
    let at = site.path("content/tasks/gai.yaml");
    let mode = || std::fs::metadata(&at).expect("a file").permissions().mode() & 0o777;
    let set = |mode| {
        let permissions = std::fs::Permissions::from_mode(mode);
        std::fs::set_permissions(&at, permissions).expect("a file of ours");
    };
    set(0o444);
    let run = confirm(&site, &["gai"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""), "{}", run.err);
    assert_eq!(site.read("content/tasks/gai.yaml"), TASK);
    set(0o640);
    assert_eq!(confirm(&site, &["gai"]).code, 0);
    assert_eq!(mode(), 0o640);
    assert_eq!(site.files("content/tasks").len(), 1);
}
