//! A build that would make the same once more: left out, and never when anything might be different.

use std::fs::{self, File};
use std::time::SystemTime;

use crate::build::{built, change, new_site, published};
use crate::support::{Run, Site};

const NOTHING: &str = "Nothing to do";
const PLAN: &str = "content/documents/plan.md";

fn left_out(run: &Run) -> bool {
    assert_eq!(run.code, 0, "{}", run.err);
    run.err.contains(NOTHING)
}

fn written(site: &Site, path: &str) -> SystemTime {
    let facts = fs::metadata(site.path(path)).expect("a file");
    facts.modified().expect("a time")
}

fn set_written(site: &Site, path: &str, time: SystemTime) {
    let file = File::options().write(true).open(site.path(path));
    file.and_then(|file| file.set_modified(time))
        .expect("a time can be set");
}

#[test]
fn a_build_with_nothing_to_do_is_left_out() {
    let site = new_site();
    assert!(!left_out(&site.run(&["build"])));
    let before = published(&site, "public");
    assert!(left_out(&site.run(&["build"])));
    assert!(left_out(&site.run(&["build", "--deny-warnings"])));
    assert!(published(&site, "public") == before);
    // What a site was made of is not for its readers.
    let noted = site.read("public/.tongbao/inputs");
    let words: Vec<&str> = noted.split_whitespace().collect();
    assert_eq!((words.len(), words[3].len()), (5, 64));
    assert!(!noted.contains("content"));
}

#[test]
fn an_edit_is_seen_whatever_its_length_and_time() {
    let site = new_site();
    // Once when the file was written just now, once when it is old: other means tell then.
    for (from, to, old) in [
        ("difficulties", "DIFFICULTIES", false),
        ("DIFFICULTIES", "Difficulties", true),
    ] {
        if old {
            let then = SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_700_000_000);
            set_written(&site, PLAN, then);
        }
        built(&site.run(&["build"]));
        assert!(left_out(&site.run(&["build"])));
        let time = written(&site, PLAN);
        change(&site, PLAN, from, to);
        set_written(&site, PLAN, time);
        assert!(!left_out(&site.run(&["build"])));
        assert!(site.read("public/documents/plan.html").contains(to));
    }
}

#[test]
fn files_that_come_go_or_have_another_name_are_seen() {
    let site = new_site();
    built(&site.run(&["build"]));
    site.write(
        "content/documents/more.md",
        "---\ntitle: More\ndate: 2026-03-02\n---\n\nText.\n",
    );
    assert!(!left_out(&site.run(&["build"])));
    assert!(left_out(&site.run(&["build"])));
    let (from, to) = ("content/documents/more.md", "content/documents/much.md");
    fs::rename(site.path(from), site.path(to)).expect("a new name");
    assert!(!left_out(&site.run(&["build"])));
    fs::remove_file(site.path(to)).expect("a file to remove");
    assert!(!left_out(&site.run(&["build"])));
    assert!(!site.path("public/documents/more.html").exists());
}

#[test]
fn a_site_that_does_not_stand_as_it_was_left_is_made_whole() {
    let site = new_site();
    built(&site.run(&["build"]));
    let before = published(&site, "public");
    fs::remove_file(site.path("public/about.html")).expect("a page");
    assert!(!left_out(&site.run(&["build"])));
    assert!(published(&site, "public") == before);
    let settings = "public/data/facts.json";
    let text = site.read(settings);
    assert!(text.contains('1'));
    site.write(settings, &text.replacen('1', "2", 1));
    assert!(!left_out(&site.run(&["build"])));
}

#[test]
fn another_day_theme_or_folder_is_another_build() {
    let site = new_site();
    built(&site.run(&["build"]));
    assert!(!left_out(&site.run(&["build", "--as-of", "2026-04-30"])));
    assert!(left_out(&site.run(&["build", "--as-of", "2026-04-30"])));
    assert!(!left_out(&site.run(&["build"])));
    assert!(!left_out(&site.run(&["build", "--theme", "plain"])));
    assert!(!left_out(&site.run(&["build", "--since", "2026-02-28"])));
    assert!(!left_out(&site.run(&["build", "--out", "elsewhere"])));
    assert!(left_out(&site.run(&["build", "--out", "elsewhere"])));
}

#[test]
fn findings_are_said_with_every_build() {
    let site = new_site();
    change(
        &site,
        "content/site.yaml",
        "time_zone:",
        "languages: [en, en]\ntime_zone:",
    );
    for _ in 0..2 {
        let run = site.run(&["build"]);
        assert!(run.err.contains("language-twice"), "{}", run.err);
        assert!(!left_out(&run));
    }
}
