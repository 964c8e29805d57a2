//! The map of ARCHITECTURE.md held against the source: which room names which, which crate, and how a file is kept.

mod page;
mod rust;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use rust::Token;

/// The longest that a file of the source may be.
const LINES: usize = 400;

/// A file of the source: its path from the top, its place among the modules, and what it says when shipped.
struct File {
    path: String,
    module: Vec<String>,
    tokens: Vec<Token>,
}

impl File {
    /// The top-level module that it belongs to.
    fn room(&self) -> &str {
        self.module.first().map_or("lib", String::as_str)
    }

    /// The room that a path leads to, where it leaves this file's own.
    fn reaches(&self, path: &[String]) -> Option<String> {
        let ups = path.iter().take_while(|part| *part == "super").count();
        let next = match path.first().map(String::as_str) {
            Some("crate" | "tongbao") => 1,
            Some("super") if ups >= self.module.len() => ups,
            _ => return None,
        };
        path.get(next).filter(|room| **room != self.room()).cloned()
    }
}

#[test]
fn the_map_names_every_room_and_no_other() {
    let declared: BTreeSet<String> = top_modules();
    let drawn: BTreeSet<String> = page::map(&page_text()).into_keys().collect();
    assert_eq!(drawn, declared, "rooms of the map, modules of src/lib.rs");
}

#[test]
fn a_room_names_only_what_the_map_allows() {
    let map = page::map(&page_text());
    let mut strays = Vec::new();
    for (edge, files) in edges(&source()) {
        if !map.get(&edge.0).is_some_and(|may| may.contains(&edge.1)) {
            strays.push(format!("{} → {} in {}", edge.0, edge.1, files.join(", ")));
        }
    }
    assert!(strays.is_empty(), "not on the map:\n{}", strays.join("\n"));
}

#[test]
fn the_map_allows_nothing_that_no_one_uses() {
    let used = edges(&source());
    let mut idle = Vec::new();
    for (room, may) in page::map(&page_text()) {
        for other in may {
            if !used.contains_key(&(room.clone(), other.clone())) {
                idle.push(format!("{room} → {other}"));
            }
        }
    }
    assert!(idle.is_empty(), "used by no one:\n{}", idle.join("\n"));
}

#[test]
fn no_arrow_of_the_map_leads_back() {
    let map = page::map(&page_text());
    for start in map.keys() {
        let mut seen = BTreeSet::new();
        let mut next: Vec<&String> = map[start].iter().collect();
        while let Some(room) = next.pop() {
            assert_ne!(room, start, "{start} reaches itself through {seen:?}");
            if seen.insert(room) {
                next.extend(map.get(room).into_iter().flatten());
            }
        }
    }
}

/// The map may be redrawn, this may not.
#[test]
fn the_wings_meet_only_in_the_model() {
    let reading = ["yaml", "record", "link", "config"];
    let showing = ["derive", "site", "theme", "render"];
    let map = page::map(&page_text());
    for (rooms, others) in [(reading, showing), (showing, reading)] {
        for room in rooms {
            let across: Vec<_> = others.iter().filter(|o| map[room].contains(**o)).collect();
            assert!(across.is_empty(), "{room} names {across:?}");
        }
    }
    let model = &map["model"];
    let wings = reading.iter().chain(&showing);
    let back: Vec<_> = wings.filter(|room| model.contains(**room)).collect();
    assert!(back.is_empty(), "model names {back:?}");
}

#[test]
fn an_outside_crate_is_named_where_the_page_says() {
    let files = source();
    let mut real: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for name in dependencies() {
        let rooms = files.iter().filter(|file| {
            let mut paths = rust::paths(&file.tokens).into_iter();
            let word = name.replace('-', "_");
            paths.any(|path| path[0] == word && path.len() > 1)
        });
        let rooms = rooms.map(|file| file.room().to_owned()).collect();
        real.insert(name, rooms);
    }
    let said = page::crates(&page_text());
    for (name, entry) in &said {
        assert_eq!(
            entry.rooms.len() > 1,
            !entry.why_several.is_empty(),
            "{name}: a reason stands where several rooms name a crate, and only there"
        );
    }
    let said: BTreeMap<String, BTreeSet<String>> = said
        .into_iter()
        .map(|(name, entry)| (name, entry.rooms))
        .collect();
    assert_eq!(said, real, "the page, the source");
}

#[test]
fn only_the_shell_touches_the_world() {
    let printing = ["print", "println", "eprint", "eprintln", "dbg"];
    let mut found = Vec::new();
    for file in source() {
        if matches!(file.room(), "shell" | "main") {
            continue;
        }
        for path in rust::paths(&file.tokens) {
            let path: Vec<&str> = path.iter().map(String::as_str).collect();
            let world = matches!(
                path[..],
                ["std", "fs" | "env" | "net" | "process" | "thread", ..]
                    | ["std", "time", "SystemTime" | "Instant", ..]
                    | ["std", "io", "stdin" | "stdout" | "stderr", ..]
            );
            if world {
                found.push(format!("{}: {}", file.path, path.join("::")));
            }
        }
        let called = rust::macros(&file.tokens);
        found.extend(
            printing
                .iter()
                .filter(|name| called.contains(**name))
                .map(|name| format!("{}: {name}!", file.path)),
        );
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_file_opens_with_what_it_is_for() {
    let silent: Vec<String> = rust_files(&["src", "tests", "benches", "fuzz"])
        .into_iter()
        .filter(|(_, text)| !text.starts_with("//! "))
        .map(|(path, _)| path)
        .collect();
    assert!(silent.is_empty(), "{}", silent.join("\n"));
}

#[test]
fn every_allow_has_its_reason() {
    let bare: Vec<String> = rust_files(&["src", "tests", "benches", "fuzz"])
        .into_iter()
        .filter(|(_, text)| rust::allows_without_reason(&rust::tokens(text)) > 0)
        .map(|(path, _)| path)
        .collect();
    assert!(bare.is_empty(), "{}", bare.join("\n"));
}

#[test]
fn files_are_short_and_the_long_ones_shrink() {
    let waiting = page::long_files(&page_text());
    let mut faults = Vec::new();
    let mut long = BTreeSet::new();
    for (path, text) in rust_files(&["src"]) {
        let lines = text.lines().count();
        if lines <= LINES {
            continue;
        }
        if waiting.get(&path).is_none_or(|most| lines > *most) {
            faults.push(format!("{path}: {lines} lines"));
        }
        long.insert(path);
    }
    let mended = waiting.keys().filter(|path| !long.contains(*path));
    faults.extend(mended.map(|path| format!("{path} no longer belongs in the table")));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_top_holds_nothing_but_what_is_meant_to_be_there() {
    let meant = [
        "ARCHITECTURE.md",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "Cargo.lock",
        "Cargo.toml",
        "LICENSE",
        "README.md",
        "README.zh-CN.md",
        "benches",
        "clippy.toml",
        "content",
        "deny.toml",
        "fuzz",
        "rustfmt.toml",
        "src",
        "tests",
        "themes",
        // What a build leaves, kept out of the repository by .gitignore.
        "public",
        "target",
    ];
    let strays: Vec<String> = fs::read_dir(top())
        .expect("the top is there")
        .map(|entry| entry.expect("an entry").file_name())
        .map(|name| name.into_string().expect("a name in UTF-8"))
        .filter(|name| !name.starts_with('.') && !name.starts_with("public-"))
        .filter(|name| !meant.contains(&name.as_str()))
        .collect();
    assert!(strays.is_empty(), "{}", strays.join("\n"));
}

/// The tests above are worth what their reading of Rust is worth.
#[test]
fn paths_are_seen_wherever_they_are_written() {
    let text = r##"
        //! crate::comment
        use crate::{alpha::{self, A}, beta as b};
        use super::super::gamma;
        /* crate::inner /* crate::nested */ crate::still */
        #[serde(with = "crate::delta::text")]
        const QUOTED: (&str, char, &str) = ("crate :: no", '"', r#"crate::raw "#);
        fn f<'a>(x: &'a str) -> impl Fn() + use<'a> { crate::epsilon::make::<crate::zeta::Z>(x) }
        #[cfg(test)]
        mod tests { use crate::eta; fn g() { crate::theta::h() } }
        #[cfg(test)]
        mod apart;
        fn last() { crate::iota::i() }
    "##;
    let read = rust::shipped(text);
    let file = File {
        path: String::new(),
        module: vec!["room".to_owned(), "part".to_owned()],
        tokens: read.tokens,
    };
    let seen: BTreeSet<String> = rust::paths(&file.tokens)
        .iter()
        .filter_map(|path| file.reaches(path))
        .collect();
    let expected = ["alpha", "beta", "delta", "epsilon", "gamma", "iota", "zeta"];
    assert_eq!(seen, expected.map(str::to_owned).into());
    assert_eq!(read.test_modules, ["apart".to_owned()].into());
}

#[test]
fn calls_and_allows_are_seen() {
    let text = r#"
        #[allow(dead_code)] fn a() { println!("x") }
        #[allow(dead_code, reason = "the next room uses it")] fn b() {}
        #[cfg_attr(unix, allow(unused))] fn c() { let println = 1 != 2; }
    "#;
    let tokens = rust::tokens(text);
    assert_eq!(rust::allows_without_reason(&tokens), 2);
    assert_eq!(rust::macros(&tokens), ["println".to_owned()].into());
}

/// Which room names which, with the files that do.
fn edges(files: &[File]) -> BTreeMap<(String, String), Vec<String>> {
    let mut found: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    for file in files
        .iter()
        .filter(|file| !matches!(file.room(), "lib" | "main"))
    {
        let reached: BTreeSet<String> = rust::paths(&file.tokens)
            .iter()
            .filter_map(|path| file.reaches(path))
            .collect();
        for room in reached {
            let edge = (file.room().to_owned(), room);
            found.entry(edge).or_default().push(file.path.clone());
        }
    }
    found
}

/// Every file that is shipped.
fn source() -> Vec<File> {
    let mut files = Vec::new();
    let mut for_tests: Vec<Vec<String>> = Vec::new();
    for (path, text) in rust_files(&["src"]) {
        let module = module(&path);
        let read = rust::shipped(&text);
        for name in read.test_modules {
            for_tests.push(module.iter().cloned().chain([name]).collect());
        }
        files.push(File {
            path,
            module,
            tokens: read.tokens,
        });
    }
    files.retain(|file| !for_tests.iter().any(|test| file.module.starts_with(test)));
    files
}

/// `src/link/item.rs` is `link::item`, `src/link/mod.rs` is `link`.
fn module(path: &str) -> Vec<String> {
    let inner = path.strip_prefix("src/").expect("a file of the source");
    let stem = inner.strip_suffix(".rs").expect("a file of Rust");
    let mut parts: Vec<String> = stem.split('/').map(str::to_owned).collect();
    if matches!(parts.last().map(String::as_str), Some("mod" | "lib")) {
        parts.pop();
    }
    parts
}

fn top_modules() -> BTreeSet<String> {
    let lib = fs::read_to_string(top().join("src/lib.rs")).expect("src/lib.rs");
    let tokens = rust::shipped(&lib).tokens;
    tokens
        .windows(3)
        .filter_map(|three| match three {
            [Token::Word(word), Token::Word(name), Token::Mark(';')] if word == "mod" => {
                Some(name.clone())
            }
            _ => None,
        })
        .collect()
}

fn dependencies() -> Vec<String> {
    let text = fs::read_to_string(top().join("Cargo.toml")).expect("Cargo.toml");
    let mut lines = text.lines().skip_while(|line| *line != "[dependencies]");
    lines.next().expect("Cargo.toml has dependencies");
    lines
        .take_while(|line| !line.starts_with('['))
        .filter_map(|line| line.split_once('='))
        .map(|(name, _)| name.trim().to_owned())
        .collect()
}

fn page_text() -> String {
    fs::read_to_string(top().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md")
}

fn top() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file of Rust below these folders of the top, by its path, in order.
fn rust_files(folders: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut open: Vec<PathBuf> = folders.iter().map(|name| top().join(name)).collect();
    while let Some(folder) = open.pop() {
        let Ok(entries) = fs::read_dir(&folder) else {
            continue;
        };
        for entry in entries {
            let at = entry.expect("an entry").path();
            let name = at.file_name().and_then(|name| name.to_str()).unwrap_or("");
            if at.is_dir() {
                let foreign = name.starts_with('.') || matches!(name, "target" | "node_modules");
                open.extend((!foreign).then_some(at));
            } else if name.ends_with(".rs") {
                let path = at.strip_prefix(top()).expect("below the top");
                let path = path.to_str().expect("a path in UTF-8").to_owned();
                found.push((path, fs::read_to_string(&at).expect("a file of Rust")));
            }
        }
    }
    found.sort();
    assert!(found.len() > 10, "the source was found");
    found
}
