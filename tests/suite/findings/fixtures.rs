//! One fixture for each code: a folder laid over `base`, and the whole text that it is to bring, in both languages.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::{base, found, found_by};
use crate::support::Site;

/// Codes of themes, which are read when pages are made.
const OF_THEMES: [&str; 3] = ["template-error", "message-error", "theme-contract"];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/findings")
}

/// Copies the files of a fixture into a site, over what is there.
pub fn lay(case: &str, site: &Site) {
    let from = folder().join(case);
    for part in ["content", "themes"] {
        if from.join(part).is_dir() {
            copy(&from.join(part), &site.path(part));
        }
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder to copy into");
    for entry in fs::read_dir(from).expect("a folder of a fixture") {
        let at = entry.expect("an entry").path();
        let target = to.join(at.file_name().expect("a name"));
        if at.is_dir() {
            copy(&at, &target);
        } else {
            fs::copy(&at, &target).expect("a file to copy");
        }
    }
}

/// What no text file of a repository can hold.
fn make(code: &str, site: &Site) {
    const TASK: &str =
        "title: 改造建成区公厕\nlead: zjj\ndue: 2026-12-31\ntarget: {quantity: 32}\n";
    let write = |path: &str, bytes: &[u8]| {
        let at = site.path(path);
        fs::create_dir_all(at.parent().expect("a file is in a folder")).expect("a folder");
        fs::write(at, bytes).expect("a file of a test");
    };
    match code {
        // 标题 and 公厕 as GB18030 has them; and bytes that no encoding has.
        "not-utf8" => {
            let gb = b"title: \xb1\xea\xcc\xe2 \xb9\xab\xb2\xde\nlead: zjj\n";
            write("content/tasks/gb.yaml", gb);
            write("content/tasks/odd.yaml", b"title: a\nlead: \xff\xff\xff\n");
        }
        "forbidden-character" => {
            let nul = TASK.replace("公厕", "公\0厕");
            write("content/tasks/nul.yaml", nul.as_bytes());
            let bell = "# 走访\n\n老街\u{7}很长，路\u{202e}很窄。\n";
            write("content/documents/2026-04-02-walk.md", bell.as_bytes());
        }
        "too-many-faults" => {
            let odd: String = (0..210).map(|n| format!("odd-{n}: 1\n")).collect();
            write("content/tasks/gh-02.yaml", (odd + TASK).as_bytes());
        }
        "missing-site" => fs::remove_file(site.path("content/site.yaml")).expect("a file"),
        "unreadable-file" => broken_link(&site.path("content/tasks/gh-02.yaml")),
        _ => {}
    }
}

#[cfg(unix)]
fn broken_link(path: &Path) {
    std::os::unix::fs::symlink("nowhere.yaml", path).expect("a link");
}

fn site_of(code: &str) -> Site {
    let site = base();
    lay(code, &site);
    make(code, &site);
    site
}

/// What has to be run for a code to be found.
fn act(code: &str) -> &'static str {
    match OF_THEMES.contains(&code) {
        true => "build",
        false => "check",
    }
}

/// Every code that `tongbao explain` lists.
pub fn codes() -> Vec<String> {
    let list = Site::empty().run(&["explain", "--lang", "en"]);
    assert_eq!(list.code, 0, "{}", list.err);
    list.out.lines().map(str::to_owned).collect()
}

#[test]
fn nothing_is_wrong_with_the_base() {
    let run = base().run(&["check", "--deny-warnings"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert_eq!(found(&base()), []);
}

#[test]
fn every_code_has_a_fixture() {
    let codes: BTreeSet<String> = codes().into_iter().collect();
    assert!(codes.len() > 80, "{codes:?}");
    let folders = fs::read_dir(folder()).expect("the fixtures");
    let names: BTreeSet<String> = folders
        .map(|entry| entry.expect("an entry").file_name())
        .map(|name| name.into_string().expect("a name in ASCII"))
        .filter(|name| name != "base")
        .collect();
    assert_eq!(names, codes);
}

/// The time that a run took is nobody's to expect.
fn masked(text: &str) -> String {
    let is_time = |word: &str| {
        let digits = word.split_once('.');
        digits.is_some_and(|(a, b)| {
            b.len() == 1 && (a.to_owned() + b).bytes().all(|c| c.is_ascii_digit())
        })
    };
    let lines = text.lines().map(|line| {
        let words = line
            .split(' ')
            .map(|word| if is_time(word) { "0.0" } else { word });
        words.collect::<Vec<_>>().join(" ")
    });
    lines.map(|line| line + "\n").collect()
}

/// The text without the hundreds of faults that it takes to have too many.
fn own_part(code: &str, text: &str) -> String {
    let is_filler = |part: &str| code == "too-many-faults" && part.contains("[unknown-field]");
    let parts = text.split("\n\n").filter(|part| !is_filler(part));
    parts.collect::<Vec<_>>().join("\n\n")
}

#[test]
fn every_fixture_brings_its_code_and_its_text() {
    let update = std::env::var_os("UPDATE_FIXTURES").is_some();
    let mut wrong = Vec::new();
    for code in &codes() {
        let act = act(code);
        let site = site_of(code);
        let mut found = found_by(&site, act);
        if code == "too-many-faults" {
            found.retain(|one| one.code != "unknown-field");
        }
        // A record that fewer may see is not in what the edition comes to today.
        if code == "shown-in-edition" {
            found.retain(|one| one.code != "edition-differs");
        }
        if found.is_empty() || found.iter().any(|one| one.code != *code) {
            wrong.push(format!("{code}: {found:#?}"));
        }
        for language in ["zh-CN", "en"] {
            let run = site.run(&[act, "--lang", language]);
            let (made, path) = (
                masked(&own_part(code, &run.err)),
                folder().join(code).join(format!("expected.{language}.txt")),
            );
            if update {
                fs::create_dir_all(folder().join(code)).expect("a folder");
                fs::write(&path, &made).expect("an expected text");
            }
            let expected = fs::read_to_string(&path).unwrap_or_default();
            if made != expected {
                wrong.push(format!("{code} {language}:\n{made}\nis not\n{expected}"));
            }
            let is_error = found.iter().any(|one| one.severity == "error");
            assert_eq!(run.code, i32::from(is_error), "{code}");
            assert!(
                !made.contains("{$") && !made.contains("{ $") && !made.contains('⟦'),
                "{made}"
            );
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
