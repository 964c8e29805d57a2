//! Packages for the records office: other people's tools take them, and every byte that changes is named.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

use crate::audience::{secrets_in, site_with_secrets};
use crate::build::{built, change, differing};
use crate::support::{Run, Site};

const PACKAGE: &str = "package";
const PAGE: &str = "package/data/pages/meetings/dd-03.html";

fn sample() -> Site {
    Site::copy_of("content")
}

/// The sample's package of one meeting.
fn packed() -> Site {
    let site = sample();
    built(&site.run(&["archive", "dd-03", PACKAGE]));
    site
}

fn tool(name: &str, words: &[&str], folder: &Path) -> Output {
    let mut command = Command::new(name);
    command.args(words).current_dir(folder);
    command
        .output()
        .unwrap_or_else(|error| panic!("{name} is needed: {error}"))
}

fn well(output: &Output) {
    let text = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{text}");
}

/// The validator that `tests/run` installs.
fn bagit(bag: &Path) -> Output {
    let python = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/bagit/bin/python");
    let python = python.to_string_lossy().into_owned();
    tool(&python, &["-m", "bagit", "--validate", "."], bag)
}

/// What `verify` found: `section code path`, without the folder of the packages.
fn found(run: &Run) -> Vec<String> {
    let all: Value = serde_json::from_str(&run.out).expect("one JSON object");
    let mut found = Vec::new();
    for section in ["authenticity", "integrity", "usability", "safety"] {
        let findings = all[section]["findings"].as_array().expect("a list");
        assert_eq!(all[section]["holds"], findings.is_empty());
        for one in findings {
            let text = |key: &str| one[key].as_str().expect("a text").to_owned();
            assert!(!text("message").is_empty());
            found.push(format!("{section} {} {}", text("code"), text("path")));
        }
    }
    assert_eq!(all["holds"], found.is_empty());
    assert_eq!(run.code, i32::from(!found.is_empty()), "{}", run.err);
    found
}

fn verify(site: &Site) -> Vec<String> {
    found(&site.run(&["verify", PACKAGE, "--message-format", "json"]))
}

#[test]
fn every_package_of_the_sample_is_taken_by_other_tools() {
    let site = sample();
    built(&site.run(&["archive", "all", "packages"]));
    let mut packages: Vec<PathBuf> = fs::read_dir(site.path("packages"))
        .expect("the packages")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    packages.sort();
    // Counted in the sources: `minutes:` of meetings held by 30 June 2026, and editions that were released.
    let released = |(path, _): &(String, Vec<u8>)| path.ends_with(".frozen.json");
    let editions = site.files("content/bulletins");
    let editions = editions.iter().filter(|file| released(file)).count();
    assert!(editions > 0);
    assert_eq!(packages.len(), minutes_in_the_sample() + editions);
    for package in &packages {
        well(&bagit(package));
        for manifest in ["manifest-sha256.txt", "tagmanifest-sha256.txt"] {
            well(&tool("sha256sum", &["--strict", "-c", manifest], package));
        }
        let run = site.run(&[
            "verify",
            &package.to_string_lossy(),
            "--message-format",
            "json",
        ]);
        assert_eq!(found(&run), Vec::<String>::new());
    }
}

/// Lines `minutes:` under `content/meetings`: each is of one meeting held.
fn minutes_in_the_sample() -> usize {
    let files = sample().files("content/meetings");
    let count = |(_, bytes): (String, Vec<u8>)| {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let is_minutes = |line: &&str| line.trim_start().starts_with("minutes:");
        text.lines().filter(is_minutes).count()
    };
    files.into_iter().map(count).sum()
}

#[test]
fn the_same_records_give_the_same_bytes() {
    let site = sample();
    built(&site.run(&["archive", "meeting:dd-03", "one", "--threads", "1"]));
    built(&site.run(&["archive", "DD-03", "two", "--lang", "en"]));
    let (one, two) = (site.files("one"), site.files("two"));
    assert_eq!(differing(&one, &two), Vec::<String>::new());
    assert!(
        one.iter()
            .any(|(path, _)| path == "data/records/content/meetings/review/dd-03.md")
    );
    let source = site.read("content/meetings/review/dd-03.md");
    assert_eq!(
        site.read("one/data/records/content/meetings/review/dd-03.md"),
        source
    );
    let info = site.read("one/bag-info.txt");
    assert!(
        info.contains("Bagging-Date: 2026-06-30\n")
            && info.contains("External-Identifier: meeting:dd-03\n")
    );
    assert!(!info.contains("Internal-Sender-Identifier"));
    built(&site.run(&["archive", "dd-03", "three", "--source-id", "4f2a"]));
    assert!(
        site.read("three/bag-info.txt")
            .contains("Internal-Sender-Identifier: 4f2a\n")
    );
}

#[test]
fn no_link_of_a_package_leads_nowhere() {
    let site = sample();
    built(&site.run(&["archive", "all", PACKAGE]));
    let mut links = 0;
    for (path, bytes) in site.files(PACKAGE) {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let Some(folder) = path
            .strip_suffix(".html")
            .and_then(|p| p.rsplit_once('/'))
            .map(|p| p.0)
        else {
            continue;
        };
        assert!(
            !text.contains("<script") && !text.contains("http:") && !text.contains("src=\"http")
        );
        for link in text
            .split("href=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
        {
            let target = link.split('#').next().expect("a part");
            let at = site.path(&format!("{PACKAGE}/{folder}/{target}"));
            assert!(target.is_empty() || at.is_file(), "{path}: {link}");
            links += 1;
        }
    }
    assert!(links > 100, "{links}");
}

type Act = fn(&Site);

/// Everything that can happen to one file, and what is said of it.
const CHANGES: [(&str, Act, &[&str]); 11] = [
    (
        "a byte",
        |s| change(s, PAGE, "<body>", "<bodY>"),
        &["authenticity changed PAGE"],
    ),
    (
        "gone",
        |s| fs::remove_file(s.path(PAGE)).expect("removed"),
        &["integrity missing PAGE", "integrity sum bag-info.txt"],
    ),
    (
        "another name",
        |s| fs::rename(s.path(PAGE), s.path("package/data/pages/x.html")).expect("renamed"),
        &[
            "integrity missing PAGE",
            "integrity unlisted data/pages/x.html",
        ],
    ),
    (
        "added",
        |s| {
            s.write("package/data/new.txt", "new");
        },
        &[
            "integrity unlisted data/new.txt",
            "integrity sum bag-info.txt",
        ],
    ),
    (
        "another title",
        |s| {
            change(
                s,
                "package/data/metadata.json",
                "\"item-title\"",
                "\"title\"",
            )
        },
        &[
            "authenticity changed data/metadata.json",
            "integrity element-missing data/metadata.json",
            "integrity element-twice data/metadata.json",
        ],
    ),
    (
        "another date",
        |s| change(s, "package/bag-info.txt", "2026-06-30", "2026-07-01"),
        &[
            "authenticity changed bag-info.txt",
            "authenticity info-differs bag-info.txt",
        ],
    ),
    (
        "a stray file",
        |s| {
            s.write("package/notes.txt", "x");
        },
        &["safety stray notes.txt"],
    ),
    (
        "a script",
        |s| change(s, PAGE, "</main>", "</main><script>1</script>"),
        &["authenticity changed PAGE", "safety script PAGE"],
    ),
    (
        "a picture from outside",
        |s| {
            change(
                s,
                PAGE,
                "</main>",
                "<img alt=\"\" src=\"//example.org/x.png\"></main>",
            )
        },
        &["usability remote PAGE"],
    ),
    (
        "a heading",
        |s| change(s, PAGE, "<h1>", "<h1>x"),
        &["authenticity page-differs PAGE"],
    ),
    (
        "line ends",
        |s| change(s, "package/manifest-sha256.txt", "\n", "\r\n"),
        &["authenticity changed manifest-sha256.txt"],
    ),
];

#[test]
fn every_change_is_named() {
    let page = "data/pages/meetings/dd-03.html";
    for (name, act, expected) in CHANGES {
        let site = packed();
        act(&site);
        let found = verify(&site);
        for one in expected {
            let one = one.replace("PAGE", page);
            assert!(found.contains(&one), "{name}: {one}\n{found:?}");
        }
        assert!(
            !found.iter().any(|one| one.contains("bad-line")),
            "{name}: {found:?}"
        );
    }
}

#[test]
fn manifests_that_lie_are_seen_through() {
    let site = packed();
    let manifest = site.read("package/manifest-sha256.txt");
    let first = manifest.lines().next().expect("a line");
    let out =
        first.split_once("  ").expect("two parts").0.to_owned() + "  data/../../content/site.yaml";
    site.write(
        "package/manifest-sha256.txt",
        &format!("{manifest}{first}\n{out}\nnonsense\n"),
    );
    site.write(
        "package/bagit.txt",
        &format!("\u{feff}{}", site.read("package/bagit.txt")),
    );
    let found = verify(&site);
    for one in [
        "integrity listed-twice data/metadata.json",
        "safety unsafe-path manifest-sha256.txt",
        "integrity bad-line manifest-sha256.txt",
        "usability bom bagit.txt",
    ] {
        assert!(found.contains(&one.to_owned()), "{one}\n{found:?}");
    }
}

#[cfg(unix)]
#[test]
fn links_and_programs_are_no_part_of_a_package() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let site = packed();
    symlink("/etc/hostname", site.path("package/data/host.txt")).expect("a link");
    fs::set_permissions(site.path(PAGE), fs::Permissions::from_mode(0o755)).expect("a mode");
    let found = verify(&site);
    for one in [
        "safety link data/host.txt",
        "safety program data/pages/meetings/dd-03.html",
    ] {
        assert!(found.contains(&one.to_owned()), "{one}\n{found:?}");
    }
}

#[test]
fn the_public_package_holds_nothing_internal() {
    let site = site_with_secrets();
    let run = site.run(&[
        "archive",
        "meeting-01",
        "open",
        "--audience",
        "public",
        "--lang",
        "en",
    ]);
    built(&run);
    assert!(run.err.contains("source files stay out"), "{}", run.err);
    assert_eq!(secrets_in(&site, "open"), []);
    assert!(!site.path("open/data/records").exists());
    built(&site.run(&["archive", "meeting-01", "inside"]));
    let found = secrets_in(&site, "inside");
    assert!(
        found.iter().any(|(_, word)| *word == "zebra-discussion"),
        "{found:?}"
    );
}

#[test]
fn a_source_file_with_more_than_the_audience_may_see_is_not_copied() {
    let site = site_with_secrets();
    let file = "content/meetings/meeting-01.md";
    let text = site.read(file);
    site.write(
        file,
        &format!("{text}\nSee [that](task:zebra-restricted).\n"),
    );
    let words = ["archive", "meeting-01", "inside", "--lang", "en"];
    let run = site.run(&words);
    assert_eq!(run.code, 2);
    assert!(
        run.err.contains(file) && run.err.contains("zebra-restricted"),
        "{}",
        run.err
    );
    assert!(!site.path("inside").exists());
    built(&site.run(&[&words[..], &["--without-records"]].concat()));
    let found = secrets_in(&site, "inside");
    assert!(
        found.iter().all(|(_, word)| *word != "zebra-restricted"),
        "{found:?}"
    );
}

#[test]
fn a_folder_with_something_in_it_is_left_alone() {
    let site = sample();
    site.write("package/mine.txt", "mine");
    let before = site.files("");
    for words in [
        ["archive", "dd-03", PACKAGE],
        ["archive", "dd-3", "new"],
        ["archive", "task:js-05", "new"],
        ["archive", "nothing-like-it", "new"],
    ] {
        let run = site.run(&words);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{words:?}");
    }
    assert_eq!(differing(&before, &site.files("")), Vec::<String>::new());
    fs::create_dir(site.path("empty")).expect("a folder");
    built(&site.run(&["archive", "dd-03", "empty"]));
    assert!(site.path("empty/bagit.txt").is_file());
}

#[test]
fn a_signature_is_what_ssh_makes_of_it() {
    let site = sample();
    let top = site.path("");
    for key in ["office", "other"] {
        well(&tool(
            "ssh-keygen",
            &["-q", "-t", "ed25519", "-N", "", "-C", "x", "-f", key],
            &top,
        ));
        let public = site.read(&format!("{key}.pub"));
        site.write(
            &format!("{key}.allowed"),
            &format!("{key}@example.org {public}"),
        );
    }
    for folder in [PACKAGE, "again"] {
        built(&site.run(&["archive", "dd-03", folder, "--sign", "office"]));
    }
    let signature = "tagmanifest-sha256.txt.sig";
    assert_eq!(
        site.read(&format!("{PACKAGE}/{signature}")),
        site.read(&format!("again/{signature}"))
    );
    well(&bagit(&site.path(PACKAGE)));
    let script = format!(
        "ssh-keygen -Y verify -f office.allowed -I office@example.org -n tongbao-archive -s {PACKAGE}/{signature} \
         < {PACKAGE}/tagmanifest-sha256.txt"
    );
    well(&tool("sh", &["-c", &script], &top));
    let ask = |who: &str| {
        let (allowed, who) = (format!("{who}.allowed"), format!("{who}@example.org"));
        let words = [
            "verify",
            PACKAGE,
            "--message-format",
            "json",
            "--allowed-signers",
            &allowed,
            "--identity",
            &who,
        ];
        found(&site.run(&words))
    };
    assert_eq!(ask("office"), Vec::<String>::new());
    assert_eq!(
        ask("other"),
        [format!("authenticity signature-of-another {signature}")]
    );
    let tags = format!("{PACKAGE}/tagmanifest-sha256.txt");
    site.write(&tags, &format!("{}\n", site.read(&tags)));
    assert_eq!(
        ask("office"),
        [format!("authenticity signature-wrong {signature}")]
    );
}

#[test]
fn a_key_that_cannot_sign_is_refused() {
    let site = sample();
    let top = site.path("");
    well(&tool(
        "ssh-keygen",
        &["-q", "-t", "ed25519", "-N", "secret", "-f", "locked"],
        &top,
    ));
    well(&tool(
        "ssh-keygen",
        &["-q", "-t", "ecdsa", "-N", "", "-f", "ecdsa"],
        &top,
    ));
    for (key, said) in [
        ("locked", "passphrase"),
        ("ecdsa", "Ed25519"),
        ("locked.pub", "not a private key"),
    ] {
        let run = site.run(&["archive", "dd-03", PACKAGE, "--sign", key, "--lang", "en"]);
        assert_eq!(run.code, 2, "{key}");
        assert!(run.err.contains(said), "{key}: {}", run.err);
        assert!(!site.path(PACKAGE).exists());
    }
}

#[test]
fn a_whole_site_can_be_plain() {
    let site = sample();
    built(&site.run(&["build", "--theme", "plain", "--deny-warnings"]));
    let files = site.files("public");
    let themes: Vec<&str> = files
        .iter()
        .filter_map(|(path, _)| path.strip_prefix("theme/"))
        .collect();
    assert_eq!(themes, ["plain.css"]);
    let pages = files.iter().filter(|(path, _)| path.ends_with(".html"));
    for (path, bytes) in pages {
        let text = String::from_utf8_lossy(bytes);
        assert!(
            text.contains("theme/plain.css\"") && !text.contains("<script"),
            "{path}"
        );
    }
}

#[test]
fn packages_of_all_records_are_checked_each_and_summed_up() {
    let site = Site::copy_of("content");
    let made = site.run(&["archive", "all", "packages", "--lang", "en"]);
    assert_eq!(made.code, 0, "{}", made.err);
    let run = site.run(&["verify", "packages", "--lang", "en"]);
    assert_eq!(run.code, 0, "{}", run.out);
    let count = std::fs::read_dir(site.path("packages"))
        .expect("packages")
        .count();
    let sum = format!("Checked {count} packages: {count} hold, 0 do not.");
    assert!(run.err.contains(&sum), "{}", run.err);
    assert!(run.out.contains("nobody signed it"), "{}", run.out);

    let first = std::fs::read_dir(site.path("packages"))
        .expect("packages")
        .next();
    let first = first.expect("one").expect("one").path();
    std::fs::create_dir(first.join("data/empty")).expect("a folder");
    let run = site.run(&["verify", "packages", "--lang", "en"]);
    assert_eq!(run.code, 1, "{}", run.out);
    assert!(
        run.out.contains("data/empty is an empty folder"),
        "{}",
        run.out
    );
}

#[test]
fn a_folder_that_is_no_package_is_called_so() {
    let site = Site::empty();
    site.write("notes/a.txt", "a");
    let run = site.run(&["verify", "notes", "--lang", "en"]);
    assert_eq!(run.code, 1);
    assert_eq!(run.out, "notes is not a package: it has no bagit.txt\n");
}

#[test]
fn packages_do_not_go_among_sources_or_into_a_published_site() {
    let site = Site::copy_of("content");
    assert_eq!(site.run(&["build"]).code, 0);
    for (folder, said) in [
        ("content/packages", "content or themes"),
        ("themes/packages", "content or themes"),
        ("public/packages", "published site"),
    ] {
        let run = site.run(&["archive", "all", folder, "--lang", "en"]);
        assert_eq!(run.code, 2, "{folder}: {}", run.err);
        assert!(run.err.contains(said), "{}", run.err);
        assert!(!site.path(folder).exists());
    }
}
