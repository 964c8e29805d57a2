//! What a walk over a folder gives, entry by entry.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use tempfile::TempDir;

use super::read_source;
use crate::source::{Obstacle, Source};

const LIMIT: u64 = 100;

fn site(files: &[(&str, &[u8])]) -> TempDir {
    let root = tempfile::tempdir().unwrap();
    fs::create_dir(root.path().join("content")).unwrap();
    for (path, bytes) in files {
        let at = root.path().join(path);
        fs::create_dir_all(at.parent().unwrap()).unwrap();
        fs::write(at, bytes).unwrap();
    }
    root
}

fn read(root: &TempDir) -> Source {
    read_source(root.path(), LIMIT).unwrap()
}

fn paths(files: &[crate::source::File]) -> Vec<&str> {
    files.iter().map(|file| file.path.as_str()).collect()
}

fn asset_paths(source: &Source) -> Vec<&str> {
    let paths = source.assets.iter().map(|asset| asset.path.as_str());
    paths.collect()
}

fn unreadable(source: &Source) -> Vec<(&str, Obstacle)> {
    let all = source.unreadable.iter();
    all.map(|one| (one.path.as_str(), one.why)).collect()
}

#[test]
fn every_file_goes_to_its_part() {
    let root = site(&[
        ("content/site.yaml", b"title: x\n"),
        ("content/tasks/gh-01.YML", b"a"),
        ("content/tasks/note.MD", b"b"),
        ("content/bulletins/2016-1.frozen.json", b"{}"),
        ("content/documents/plan.pdf", b"abc"),
        ("content/assets/leaflet.md", b"not a record"),
        ("themes/city/theme.yaml", b"c"),
        ("themes/city/assets/a.css", b"d"),
        ("elsewhere/tasks/x.yaml", b"never read"),
    ]);
    let source = read(&root);
    assert_eq!(
        paths(&source.files),
        [
            "content/site.yaml",
            "content/tasks/gh-01.YML",
            "content/tasks/note.MD"
        ]
    );
    assert_eq!(*source.files[0].bytes, b"title: x\n");
    assert_eq!(
        paths(&source.frozen),
        ["content/bulletins/2016-1.frozen.json"]
    );
    assert_eq!(
        asset_paths(&source),
        ["content/assets/leaflet.md", "content/documents/plan.pdf"]
    );
    assert_eq!(source.assets[1].size, 3);
    assert_eq!(
        source.assets[1].digest,
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    );
    assert_eq!(
        paths(&source.themes),
        ["themes/city/assets/a.css", "themes/city/theme.yaml"]
    );
    assert_eq!(unreadable(&source), []);
}

#[test]
fn paths_are_in_the_order_of_their_bytes_and_not_of_the_walk() {
    // `-` and `.` come before `/`, so a walk folder by folder would give another order.
    let root = site(&[
        ("content/tasks/a/b.yaml", b""),
        ("content/tasks/a-b.yaml", b""),
        ("content/tasks/a.yaml", b""),
        ("content/tasks/方案.yaml", b""),
        ("content/tasks/B.yaml", b""),
    ]);
    assert_eq!(
        paths(&read(&root).files),
        [
            "content/tasks/B.yaml",
            "content/tasks/a-b.yaml",
            "content/tasks/a.yaml",
            "content/tasks/a/b.yaml",
            "content/tasks/方案.yaml",
        ]
    );
}

#[test]
fn backups_and_lock_files_are_passed_over() {
    let root = site(&[
        ("content/.git/x.yaml", b""),
        ("content/.hidden.yaml", b""),
        ("content/a.yaml~", b""),
        ("content/a.yaml.swp", b""),
        ("content/#a.yaml#", b""),
        ("content/~$ledger.xlsx", b""),
        ("content/assets/THUMBS.DB", b""),
        ("content/old~/a.yaml", b""),
        ("content/#", b"a name of one sign is a file"),
    ]);
    let source = read(&root);
    assert_eq!(paths(&source.files), [] as [&str; 0]);
    assert_eq!(asset_paths(&source), ["content/#"]);
    assert_eq!(unreadable(&source), []);
}

#[test]
fn the_limit_holds_for_what_is_held_in_memory_and_not_for_assets() {
    let root = site(&[
        ("content/tasks/full.yaml", &[b'a'; 100]),
        ("content/tasks/over.yaml", &[b'a'; 101]),
        ("content/assets/map.svg", &[b'a'; 200_000]),
    ]);
    let source = read(&root);
    assert_eq!(paths(&source.files), ["content/tasks/full.yaml"]);
    assert_eq!(source.assets[0].size, 200_000);
    assert_eq!(
        unreadable(&source),
        [(
            "content/tasks/over.yaml",
            Obstacle::TooLarge {
                size: 101,
                limit: 100
            }
        )]
    );
}

#[test]
fn a_large_asset_is_the_same_in_pieces_and_as_a_whole() {
    let bytes: Vec<u8> = (0..200_001u32).map(|n| (n % 251) as u8).collect();
    let root = site(&[("content/assets/a.bin", &bytes)]);
    assert_eq!(
        read(&root).assets[0].digest,
        crate::digest::Digest::of(&bytes).hex()
    );
}

#[test]
fn without_content_nothing_is_read() {
    let root = tempfile::tempdir().unwrap();
    let refusal = read_source(root.path(), LIMIT).unwrap_err();
    assert_eq!(refusal.act, "read");
    assert_eq!(Path::new(&refusal.path), root.path().join("content"));
    assert_eq!(refusal.cause.kind(), ErrorKind::NotFound);

    fs::write(root.path().join("content"), b"").unwrap();
    let refusal = read_source(root.path(), LIMIT).unwrap_err();
    assert_eq!(refusal.cause.kind(), ErrorKind::NotADirectory);
}

#[cfg(unix)]
mod unix {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;

    use super::{
        ErrorKind, LIMIT, Obstacle, asset_paths, fs, paths, read, read_source, site, unreadable,
    };

    #[test]
    fn links_are_followed_to_files_inside_and_nowhere_else() {
        let root = site(&[
            ("content/tasks/a.yaml", b"a"),
            ("secret.yaml", b"secret"),
            ("content/assets/map.svg", b"map"),
        ]);
        let content = root.path().join("content");
        symlink("tasks/a.yaml", content.join("b.yaml")).unwrap();
        symlink("../secret.yaml", content.join("c.yaml")).unwrap();
        symlink("/etc/passwd", content.join("d.md")).unwrap();
        symlink("tasks", content.join("folder")).unwrap();
        symlink(".", content.join("tasks/round")).unwrap();
        symlink("gone", content.join("gone.yaml")).unwrap();
        fs::create_dir_all(root.path().join("themes/city")).unwrap();
        let logo = root.path().join("themes/city/logo.svg");
        symlink("../../content/assets/map.svg", logo).unwrap();

        let source = read(&root);
        assert_eq!(
            paths(&source.files),
            ["content/b.yaml", "content/tasks/a.yaml"]
        );
        assert_eq!(*source.files[0].bytes, b"a");
        assert_eq!(*source.themes[0].bytes, b"map");
        assert_eq!(
            unreadable(&source),
            [
                ("content/c.yaml", Obstacle::LinkOutside),
                ("content/d.md", Obstacle::LinkOutside),
                ("content/folder", Obstacle::LinkToFolder),
                ("content/gone.yaml", Obstacle::LinkBroken),
                ("content/tasks/round", Obstacle::LinkToFolder),
            ]
        );
    }

    #[test]
    fn links_in_a_circle_end() {
        let root = site(&[("content/a.yaml", b"a")]);
        let content = root.path().join("content");
        symlink("y.yaml", content.join("x.yaml")).unwrap();
        symlink("x.yaml", content.join("y.yaml")).unwrap();
        let source = read(&root);
        assert_eq!(paths(&source.files), ["content/a.yaml"]);
        let seen: Vec<&str> = unreadable(&source).iter().map(|one| one.0).collect();
        assert_eq!(seen, ["content/x.yaml", "content/y.yaml"]);
    }

    #[test]
    fn the_content_folder_itself_may_not_lead_out() {
        let outside = site(&[("content/a.yaml", b"a")]);
        let root = tempfile::tempdir().unwrap();
        let content = root.path().join("content");
        symlink(outside.path().join("content"), &content).unwrap();
        let refusal = read_source(root.path(), LIMIT).unwrap_err();
        assert_eq!(refusal.act, "follow-link");

        // Elsewhere within the site is fine.
        fs::remove_file(&content).unwrap();
        fs::create_dir(root.path().join("data")).unwrap();
        fs::write(root.path().join("data/b.yaml"), b"b").unwrap();
        symlink("data", &content).unwrap();
        assert_eq!(paths(&read(&root).files), ["content/b.yaml"]);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_name_that_is_not_utf8_is_told_and_hides_nothing() {
        let root = site(&[("content/tasks/a.yaml", b"a")]);
        let tasks = root.path().join("content/tasks");
        fs::write(tasks.join(OsStr::from_bytes(b"\xd6\xd0.yaml")), b"").unwrap();
        let folder = tasks.join(OsStr::from_bytes(b"\xff"));
        fs::create_dir(&folder).unwrap();
        fs::write(folder.join("inner.yaml"), b"").unwrap();
        let source = read(&root);
        assert_eq!(paths(&source.files), ["content/tasks/a.yaml"]);
        assert_eq!(
            unreadable(&source),
            [
                ("content/tasks/\u{fffd}", Obstacle::NameNotUtf8),
                ("content/tasks/\u{fffd}\u{fffd}.yaml", Obstacle::NameNotUtf8),
            ]
        );
    }

    #[test]
    fn a_socket_is_no_file() {
        let root = site(&[]);
        let _socket = UnixListener::bind(root.path().join("content/s.yaml")).unwrap();
        let source = read(&root);
        assert_eq!(asset_paths(&source), [] as [&str; 0]);
        assert_eq!(
            unreadable(&source),
            [("content/s.yaml", Obstacle::NotAFile)]
        );
    }

    #[test]
    fn a_broken_folder_of_themes_is_refused() {
        let root = site(&[]);
        symlink("gone", root.path().join("themes")).unwrap();
        let refusal = read_source(root.path(), LIMIT).unwrap_err();
        assert_eq!(refusal.act, "read");
        assert_eq!(refusal.cause.kind(), ErrorKind::NotFound);
    }
}
