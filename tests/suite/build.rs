//! Building: the same site from the same input, whole or not at all, and nothing that a reader may not see.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use crate::support::{Run, Site};

/// Every file with its bytes, but for the times that the program notes for itself.
pub fn published(site: &Site, folder: &str) -> Vec<(String, Vec<u8>)> {
    let mut files = site.files(folder);
    files.retain(|(path, _)| ![".tongbao/times", ".tongbao/inputs"].contains(&path.as_str()));
    assert!(files.iter().any(|(path, _)| path == "index.html"));
    files
}

/// The differing paths, so that a failure is not megabytes of pages.
pub fn differing(one: &[(String, Vec<u8>)], two: &[(String, Vec<u8>)]) -> Vec<String> {
    let other = |(path, bytes): &&(String, Vec<u8>), all: &[(String, Vec<u8>)]| {
        !all.iter().any(|(p, b)| p == path && b == bytes)
    };
    let gone = one.iter().filter(|file| other(file, two));
    let new = two.iter().filter(|file| other(file, one));
    gone.chain(new).map(|(path, _)| path.clone()).collect()
}

pub fn built(run: &Run) {
    assert_eq!((run.code, run.out.as_str()), (0, ""), "{}", run.err);
}

fn modified(site: &Site, folder: &str) -> Vec<(String, SystemTime)> {
    let time = |(path, _): (String, Vec<u8>)| {
        let at = site.path(&format!("{folder}/{path}"));
        let facts = fs::metadata(at).expect("a published file");
        (path, facts.modified().expect("a time"))
    };
    published(site, folder).into_iter().map(time).collect()
}

/// What stands in the site's own folder: no leavings of a build.
fn beside(site: &Site) -> Vec<String> {
    let entries = fs::read_dir(site.path("")).expect("the site's folder");
    let mut names: Vec<String> = entries
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.sort();
    names
}

pub fn new_site() -> Site {
    let site = Site::empty();
    assert_eq!(
        site.run(&["init", ".", "--lang", "en", "--as-of", "2026-03-31"])
            .code,
        0
    );
    let settings = site.read("content/site.yaml");
    site.write(
        "content/site.yaml",
        &settings.replace("\n# as_of:", "\nas_of:"),
    );
    site
}

pub fn change(site: &Site, path: &str, from: &str, to: &str) {
    let text = site.read(path);
    assert!(text.contains(from), "{path}: {from}");
    site.write(path, &text.replace(from, to));
}

#[test]
fn the_sample_and_a_new_site_build_without_a_warning() {
    let sample = Site::copy_of("content");
    built(&sample.run(&["build", "--deny-warnings"]));
    let pages = published(&sample, "public");
    let pages = pages
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .count();
    assert!(pages >= 150, "{pages} pages");
    for language in ["zh-CN", "en"] {
        let site = Site::empty();
        assert_eq!(site.run(&["init", "new", "--lang", language]).code, 0);
        built(&site.run(&["build", "new", "--deny-warnings"]));
        assert!(site.path("new/public/index.html").is_file());
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let site = Site::copy_of("content");
    let build = |out: &str, threads: &str, environment: &[(&str, &str)]| {
        let words = ["build", "--out", out, "--threads", threads];
        built(&site.run_with(&words, environment));
        published(&site, out)
    };
    let one = build("one", "1", &[("TZ", "Etc/GMT+12"), ("LC_ALL", "C")]);
    let two = build(
        "two",
        "2",
        &[("TZ", "Pacific/Kiritimati"), ("LC_ALL", "tr_TR.UTF-8")],
    );
    assert_eq!(differing(&one, &two), [""; 0]);
    // The same files, made in the opposite order and with other times.
    let again = Site::empty();
    for (path, bytes) in site.files("content").into_iter().rev() {
        let at = again.path(&format!("content/{path}"));
        fs::create_dir_all(at.parent().expect("a folder")).expect("a folder");
        fs::write(at, bytes).expect("a file");
    }
    built(&again.run(&["build"]));
    assert_eq!(differing(&one, &published(&again, "public")), [""; 0]);
}

#[test]
fn without_a_command_the_site_is_built() {
    let site = new_site();
    let run = site.run(&[]);
    built(&run);
    assert!(run.err.starts_with("Built "), "{}", run.err);
    built(&site.run(&["--out", "elsewhere"]));
    built(&site.run(&["--out", "before", "build"]));
    let usual = published(&site, "public");
    assert_eq!(differing(&usual, &published(&site, "elsewhere")), [""; 0]);
    assert_eq!(differing(&usual, &published(&site, "before")), [""; 0]);
}

#[test]
fn the_site_goes_into_public_in_its_own_folder() {
    let site = Site::empty();
    assert_eq!(site.run(&["init", "a/b"]).code, 0);
    built(&site.run(&["build", "a/b"]));
    assert!(site.path("a/b/public/index.html").is_file());
    assert_eq!(beside(&site), ["a"]);
}

#[test]
fn a_failed_build_leaves_the_published_site_as_it_was() {
    let site = new_site();
    built(&site.run(&["build"]));
    let (files, times) = (site.files("public"), modified(&site, "public"));
    let names = beside(&site);
    let task = "content/tasks/task-01.yaml";
    change(&site, task, "lead: housing", "lead: hosing");
    let run = site.run(&["build"]);
    assert_eq!((run.code, run.out.as_str()), (1, ""));
    assert!(run.err.contains("error[unknown-reference]"), "{}", run.err);
    change(&site, task, "lead: hosing", "lead: housing");
    change(&site, task, "target: {quantity: 40, unit: streets}", "");
    assert_eq!(site.run(&["build", "--deny-warnings"]).code, 1);
    site.write("themes/mine/templates/page.html", "{% if %}");
    assert_eq!(site.run(&["build", "--theme", "mine"]).code, 1);
    assert_eq!(site.run(&["build", "--theme", "nobodys"]).code, 2);
    fs::remove_dir_all(site.path("themes")).expect("the broken theme");
    assert!(site.files("public") == files);
    assert_eq!(modified(&site, "public"), times);
    assert_eq!(beside(&site), names);
}

#[test]
fn a_warning_is_shown_with_its_line_when_the_pages_stand() {
    let site = new_site();
    let task = "content/tasks/task-01.yaml";
    change(&site, task, "target: {quantity: 40, unit: streets}", "");
    let run = site.run(&["build"]);
    built(&run);
    let place = "content/tasks/task-01.yaml:4:1\n";
    let line = "4 | title: Repave and drain forty side streets\n";
    assert!(
        run.err.contains(place) && run.err.contains(line),
        "{}",
        run.err
    );
}

#[test]
fn nothing_is_touched_when_nothing_has_changed() {
    let site = new_site();
    built(&site.run(&["build"]));
    let times = modified(&site, "public");
    let folder = |site: &Site| {
        fs::metadata(site.path("public"))
            .expect("the site")
            .modified()
    };
    let changed = folder(&site).expect("a time");
    // Read once more, because of a file that may say something else now.
    site.write(
        "content/site.yaml",
        &(site.read("content/site.yaml") + "# A note.\n"),
    );
    let run = site.run(&["build"]);
    built(&run);
    assert!(run.err.starts_with("Nothing changed"), "{}", run.err);
    assert_eq!(modified(&site, "public"), times);
    assert_eq!(folder(&site).expect("a time"), changed);
}

#[test]
fn only_what_differs_is_written_anew() {
    let site = new_site();
    built(&site.run(&["build"]));
    let (files, times) = (site.files("public"), modified(&site, "public"));
    change(
        &site,
        "content/documents/plan.md",
        "difficulties included",
        "DIFFICULTIES INCLUDED",
    );
    built(&site.run(&["build"]));
    let after = site.files("public");
    assert!(
        site.read("public/documents/plan.html")
            .contains("DIFFICULTIES INCLUDED")
    );
    let same: Vec<&String> = files
        .iter()
        .filter(|file| after.contains(file))
        .map(|(path, _)| path)
        .collect();
    assert!(
        same.len() > files.len() / 2,
        "{} of {}",
        same.len(),
        files.len()
    );
    let new_times = modified(&site, "public");
    for path in same
        .into_iter()
        .filter(|path| !path.starts_with(".tongbao/"))
    {
        let time = |all: &[(String, SystemTime)]| all.iter().find(|(p, _)| p == path).cloned();
        assert_eq!(time(&times), time(&new_times), "{path}");
    }
}

/// A build over what is published makes what one into an empty folder does.
fn builds_as_fresh(site: &Site) {
    built(&site.run(&["build"]));
    built(&site.run(&["build", "--out", "fresh"]));
    let (over, fresh) = (published(site, "public"), published(site, "fresh"));
    assert_eq!(differing(&over, &fresh), [""; 0]);
}

#[test]
fn a_build_over_a_site_makes_what_one_into_an_empty_folder_makes() {
    let site = new_site();
    built(&site.run(&["build"]));
    let plan = "content/documents/plan.md";
    change(
        &site,
        plan,
        "difficulties included",
        "DIFFICULTIES INCLUDED",
    );
    built(&site.run(&["build"]));
    // One page was changed by hand, the text of another and a part of the index are gone.
    site.write("public/index.html", "HAND");
    for lost in ["public/documents/plan.html", "public/search/g/0.js"] {
        fs::remove_file(site.path(lost)).expect("a published file");
    }
    change(
        &site,
        plan,
        "DIFFICULTIES INCLUDED",
        "what was hard included",
    );
    builds_as_fresh(&site);
    let page = site.read("public/documents/plan.html");
    assert!(page.contains("what was hard included"), "{page}");
}

/// Another letter for the first one of a published file, whose size and time stay.
fn rot(site: &Site, path: &str) {
    let at = site.path(path);
    let mut bytes = fs::read(&at).expect("a published file");
    let modified = fs::metadata(&at).and_then(|facts| facts.modified());
    bytes[0] = 0;
    fs::write(&at, bytes).expect("the file is written");
    let file = fs::File::options().write(true).open(&at);
    file.and_then(|file| file.set_modified(modified?))
        .expect("the time is set");
}

#[test]
fn what_is_found_damaged_while_it_is_read_is_made_again() {
    let site = new_site();
    built(&site.run(&["build"]));
    let files = published(&site, "public");
    let mut others: Vec<String> = files
        .iter()
        .map(|(path, _)| path)
        .filter(|path| path.starts_with("tasks/") || path.starts_with("meetings/"))
        .map(|path| format!("public/{path}"))
        .collect();
    others.push("public/search/g/0.js".to_owned());
    assert!(others.len() > 1, "{others:?}");
    for path in &others {
        rot(&site, path);
    }
    let plan = "content/documents/plan.md";
    change(
        &site,
        plan,
        "difficulties included",
        "what was hard included",
    );
    builds_as_fresh(&site);
}

#[test]
fn an_unsuitable_target_is_refused_and_left_alone() {
    let site = new_site();
    site.write("mine/letter.txt", "dear");
    site.write("file", "text");
    built(&site.run(&["build", "--audience", "public", "--out", "for-all"]));
    let before = site.files(".");
    for out in [
        "content",
        "content/tasks",
        "content/new",
        "themes",
        ".",
        "..",
        "/",
        "file",
        "mine",
        "file/below",
        "for-all",
        "for-all/below",
    ] {
        let run = site.run(&["build", "--out", out]);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{out}: {}", run.err);
        assert!(!run.err.is_empty(), "{out}");
    }
    assert!(site.files(".") == before);
    built(&site.run(&["build", "--audience", "public", "--out", "for-all"]));
}

#[test]
fn files_of_others_stay_where_they_are() {
    let site = new_site();
    built(&site.run(&["build"]));
    site.write("public/CNAME", "example.org\n");
    site.write("public/tasks/more/notes.txt", "mine");
    change(
        &site,
        "content/documents/plan.md",
        "difficulties included",
        "all of it",
    );
    built(&site.run(&["build"]));
    assert_eq!(site.read("public/CNAME"), "example.org\n");
    assert_eq!(site.read("public/tasks/more/notes.txt"), "mine");
    fs::remove_file(site.path("content/documents/plan.md")).expect("a record");
    change(
        &site,
        "content/tasks/task-01.yaml",
        "origin: {document: plan}",
        "",
    );
    built(&site.run(&["build"]));
    assert!(!site.path("public/documents/plan.html").exists());
    assert_eq!(site.read("public/CNAME"), "example.org\n");
    // A page is never put over a file of somebody else's.
    site.write("public/documents/document-01.html", "mine");
    assert_eq!(
        site.run(&["new", "document", "--as-of", "2026-03-31"]).code,
        0
    );
    let run = site.run(&["build"]);
    assert_eq!(run.code, 2, "{}", run.err);
    assert_eq!(site.read("public/documents/document-01.html"), "mine");
}

#[test]
fn an_earlier_day_shows_what_was_known_then() {
    let site = new_site();
    built(&site.run(&["build"]));
    built(&site.run(&["build", "--as-of", "2026-03-10", "--out", "then"]));
    let page = "tasks/task-01.html";
    let (now, then) = (
        site.read(&format!("public/{page}")),
        site.read(&format!("then/{page}")),
    );
    // Reported on 28 February and on 29 March.
    for (text, is_then) in [("five are done", true), ("Twelve streets are done", false)] {
        assert!(now.contains(text), "{text}");
        assert_eq!(then.contains(text), is_then, "{text}");
    }
    built(&site.run(&["build", "--as-of", "2026-01-20", "--out", "before"]));
    let before = site.read("before/meetings/meeting-01.html");
    assert!(before.contains("First regular meeting"));
    assert!(!before.contains("720 households") && !before.contains("lists the ten things"));
    // The task came from a meeting that had not been held, so there was no such task.
    assert!(!site.path("before/tasks/task-02.html").exists());
    assert!(Path::exists(&site.path("public/tasks/task-02.html")));
}
