//! Builds into folders of their own, and what stands there afterwards.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, SystemTime};

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use tempfile::TempDir;

use super::means::Means;
use super::{Outcome, Publication, Target};
use crate::digest::Digest;
use crate::output::{Refusal, Sink};
use crate::source::Asset;

mod foreign;
mod killed;
mod list;
mod notes;
mod pictures;
mod unsuitable;

/// Paths and texts, as put and as found on disk.
type Tree = BTreeMap<String, String>;

fn tree(files: &[(&str, &str)]) -> Tree {
    let own = |&(path, text): &(&str, &str)| (path.to_owned(), text.to_owned());
    files.iter().map(own).collect()
}

/// A folder with a site's sources, and `public` in it.
struct Place {
    root: TempDir,
}

impl Place {
    fn new() -> Place {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join("content")).unwrap();
        Place { root }
    }

    fn root(&self) -> &Path {
        self.root.path()
    }

    fn public(&self) -> PathBuf {
        self.root().join("public")
    }

    fn at(&self, path: &str) -> PathBuf {
        self.public().join(path)
    }

    fn target(&self) -> Target {
        Target::check(&self.public(), self.root(), "public", None).unwrap()
    }

    fn begin(&self) -> Publication {
        self.begin_by(Means::default()).unwrap()
    }

    fn begin_by(&self, means: Means) -> Result<Publication, Refusal> {
        Publication::begin_by(means, self.target(), || panic!("nobody else builds"))
    }

    fn build(&self, site: &Tree) -> Outcome {
        self.build_by(Means::default(), site).unwrap()
    }

    fn build_by(&self, means: Means, site: &Tree) -> Result<Outcome, Refusal> {
        let mut publication = self.begin_by(means)?;
        for (path, text) in site {
            publication.put(path, text.as_bytes())?;
        }
        notes::remember(&mut publication, site);
        publication.finish()
    }

    /// What a reader finds.
    fn found(&self) -> Tree {
        let mut all = Tree::new();
        gather(&self.public(), "", &mut all);
        all
    }

    /// Names in the site's folder: nothing is left beside the target.
    fn beside(&self) -> Vec<String> {
        names(self.root())
    }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let name = |entry: fs::DirEntry| entry.file_name().into_string().unwrap();
    let mut names: Vec<String> = entries.map(|entry| name(entry.unwrap())).collect();
    names.sort();
    names
}

/// Files with their text, links with their goal, empty folders with nothing; without the publisher's list.
fn gather(folder: &Path, prefix: &str, all: &mut Tree) {
    for name in names(folder) {
        let (at, path) = (folder.join(&name), format!("{prefix}{name}"));
        if path == ".tongbao" {
            continue;
        }
        let facts = at.symlink_metadata().unwrap();
        if facts.is_symlink() {
            let goal = fs::read_link(&at).unwrap();
            all.insert(path, format!("-> {}", goal.display()));
        } else if !facts.is_dir() {
            let text = fs::read(&at).unwrap();
            all.insert(path, String::from_utf8(text).unwrap());
        } else if names(&at).is_empty() {
            all.insert(path + "/", String::new());
        } else {
            gather(&at, &(path + "/"), all);
        }
    }
}

/// Makes a file look as if it was written at another time.
fn touch(at: &Path) {
    let file = File::options().write(true).open(at).unwrap();
    let later = file.metadata().unwrap().modified().unwrap() + Duration::from_secs(5);
    file.set_modified(later).unwrap();
}

fn written_at(at: &Path) -> SystemTime {
    at.symlink_metadata().unwrap().modified().unwrap()
}

#[cfg(unix)]
fn inode(at: &Path) -> u64 {
    use std::os::unix::fs::MetadataExt;

    at.symlink_metadata().unwrap().ino()
}

#[cfg(unix)]
fn mode(at: &Path) -> u32 {
    use std::os::unix::fs::MetadataExt;

    at.symlink_metadata().unwrap().mode() & 0o7777
}

fn two_pages() -> Tree {
    tree(&[("index.html", "home"), ("tasks/gh-01.html", "task")])
}

#[test]
fn the_first_build_makes_the_folder() {
    let place = Place::new();
    let outcome = place.build(&two_pages());
    assert_eq!(place.found(), two_pages());
    assert_eq!((outcome.written, outcome.unchanged), (2, 0));
    assert_eq!(place.beside(), ["content", "public"]);
}

#[test]
fn folders_above_the_target_are_made() {
    let place = Place::new();
    let out = place.root().join("out/2016/public");
    let target = Target::check(&out, place.root(), "public", None).unwrap();
    let publication = Publication::begin(target, || ()).unwrap();
    publication.put("a.html", b"a").unwrap();
    publication.finish().unwrap();
    assert_eq!(fs::read(out.join("a.html")).unwrap(), b"a");
}

#[test]
fn an_empty_folder_is_taken_and_keeps_its_permissions() {
    let place = Place::new();
    fs::create_dir(place.public()).unwrap();
    #[cfg(unix)]
    fs::set_permissions(
        place.public(),
        std::os::unix::fs::PermissionsExt::from_mode(0o750),
    )
    .unwrap();
    place.build(&two_pages());
    assert_eq!(place.found(), two_pages());
    assert_eq!(place.beside(), ["content", "public"]);
    #[cfg(unix)]
    assert_eq!(mode(&place.public()), 0o750);
}

#[test]
fn a_site_without_files_is_a_site() {
    let place = Place::new();
    place.build(&two_pages());
    let outcome = place.build(&Tree::new());
    assert_eq!(outcome.removed, 2);
    assert_eq!(place.found(), Tree::new());
    assert!(!place.build(&Tree::new()).exchanged);
}

#[cfg(unix)]
#[test]
fn nothing_is_touched_when_nothing_differs() {
    let place = Place::new();
    place.build(&two_pages());
    let paths = [
        "",
        "index.html",
        "tasks",
        "tasks/gh-01.html",
        ".tongbao/files",
        ".tongbao/times",
    ];
    let facts = || {
        let fact = |path: &&str| (inode(&place.at(path)), written_at(&place.at(path)));
        paths.iter().map(fact).collect::<Vec<_>>()
    };
    let before = facts();
    let outcome = place.build(&two_pages());
    assert_eq!(
        outcome,
        Outcome {
            unchanged: 2,
            ..Outcome::default()
        }
    );
    assert_eq!(facts(), before);
    assert_eq!(place.beside(), ["content", "public"]);
}

#[cfg(unix)]
#[test]
fn only_what_differs_is_written() {
    let place = Place::new();
    place.build(&two_pages());
    let (home, task) = (
        inode(&place.at("index.html")),
        inode(&place.at("tasks/gh-01.html")),
    );
    let next = tree(&[
        ("index.html", "HOME"),
        ("tasks/gh-01.html", "task"),
        ("new/a.html", "a"),
    ]);
    let outcome = place.build(&next);
    assert_eq!(place.found(), next);
    assert_eq!(
        (outcome.written, outcome.unchanged, outcome.removed),
        (2, 1, 0)
    );
    assert!(outcome.exchanged);
    assert_eq!(inode(&place.at("tasks/gh-01.html")), task);
    assert_ne!(inode(&place.at("index.html")), home);
    assert!(!place.build(&next).exchanged);
}

#[test]
fn what_is_built_no_more_goes_with_its_folder() {
    let place = Place::new();
    place.build(&two_pages());
    let next = tree(&[("index.html", "home")]);
    let outcome = place.build(&next);
    assert_eq!(
        (outcome.written, outcome.unchanged, outcome.removed),
        (0, 1, 1)
    );
    assert_eq!(place.found(), next);
}

#[test]
fn a_page_edited_or_lost_by_hand_is_written_again() {
    let place = Place::new();
    place.build(&two_pages());
    fs::write(place.at("index.html"), "HAND").unwrap();
    touch(&place.at("index.html"));
    fs::remove_file(place.at("tasks/gh-01.html")).unwrap();
    let outcome = place.build(&two_pages());
    assert_eq!(outcome.written, 2);
    assert_eq!(place.found(), two_pages());
}

#[test]
fn a_site_whose_times_were_lost_is_compared_by_its_bytes() {
    let place = Place::new();
    place.build(&two_pages());
    touch(&place.at("index.html"));
    assert!(!place.build(&two_pages()).exchanged);
    fs::remove_file(place.at(".tongbao/times")).unwrap();
    assert!(!place.build(&two_pages()).exchanged);

    fs::write(place.at("index.html"), "HAND").unwrap();
    assert_eq!(place.build(&two_pages()).written, 1);
    assert_eq!(place.found(), two_pages());
}

#[test]
fn a_build_that_is_given_up_leaves_all_as_it_was() {
    let place = Place::new();
    place.build(&two_pages());
    let publication = place.begin();
    publication.put("index.html", b"new").unwrap();
    assert_eq!(
        place.beside(),
        [
            ".public.tongbao-lock",
            ".public.tongbao-new",
            "content",
            "public"
        ]
    );
    drop(publication);
    assert_eq!(place.found(), two_pages());
    assert_eq!(place.beside(), ["content", "public"]);
}

#[test]
fn files_come_from_many_threads() {
    let place = Place::new();
    let file = |n: usize| (format!("tasks/{}/{n}.html", n % 7), format!("task {n}"));
    let site: Tree = (0..300).map(file).collect();
    for outcome in [(300, 0), (0, 300)] {
        let publication = place.begin();
        let files: Vec<_> = site.iter().collect();
        let put = |&(path, text): &(&String, &String)| publication.put(path, text.as_bytes());
        files.par_iter().try_for_each(put).unwrap();
        let done = publication.finish().unwrap();
        assert_eq!((done.written, done.unchanged), outcome);
    }
    assert_eq!(place.found(), site);
}

#[test]
#[should_panic(expected = "invariant: every path is taken once: a.html")]
fn a_path_put_twice_is_a_bug() {
    let publication = Place::new().begin();
    publication.put("a.html", b"a").unwrap();
    drop(publication.put("a.html", b"a"));
}

#[test]
fn the_links_of_a_build_are_the_last_builds_files_even_by_copy() {
    let place = Place::new();
    place.build(&two_pages());
    let before = written_at(&place.at("tasks/gh-01.html"));
    let next = tree(&[("index.html", "HOME"), ("tasks/gh-01.html", "task")]);
    let means = Means {
        links: false,
        ..Means::default()
    };
    let outcome = place.build_by(means, &next).unwrap();
    assert_eq!((outcome.written, outcome.unchanged), (1, 1));
    assert_eq!(place.found(), next);
    assert_eq!(written_at(&place.at("tasks/gh-01.html")), before);
    assert!(!place.build(&next).exchanged);
}

#[test]
fn without_an_exchange_two_renames_do() {
    let place = Place::new();
    let means = || Means {
        exchange: false,
        ..Means::default()
    };
    place.build_by(means(), &two_pages()).unwrap();
    let next = tree(&[("index.html", "HOME")]);
    assert!(place.build_by(means(), &next).unwrap().exchanged);
    assert_eq!(place.found(), next);
    assert_eq!(place.beside(), ["content", "public"]);
}

fn asset(place: &Place, path: &str, bytes: &[u8]) -> Asset {
    let at = place.root().join(path);
    fs::create_dir_all(at.parent().unwrap()).unwrap();
    fs::write(at, bytes).unwrap();
    Asset {
        path: path.to_owned(),
        size: bytes.len() as u64,
        digest: Digest::of(bytes).hex(),
        look: None,
    }
}

fn publish_asset(place: &Place, asset: &Asset) -> Outcome {
    let publication = place.begin();
    publication.copy("assets/a.bin", asset).unwrap();
    publication.finish().unwrap()
}

#[test]
fn an_asset_is_copied_once() {
    let place = Place::new();
    let bytes = vec![b'x'; 200_000];
    let map = asset(&place, "content/assets/a.bin", &bytes);
    #[cfg(unix)]
    fs::set_permissions(
        place.root().join(&map.path),
        std::os::unix::fs::PermissionsExt::from_mode(0o755),
    )
    .unwrap();
    assert_eq!(publish_asset(&place, &map).written, 1);
    assert_eq!(fs::read(place.at("assets/a.bin")).unwrap(), bytes);
    #[cfg(unix)]
    assert_eq!(mode(&place.at("assets/a.bin")) & 0o111, 0);

    // The source is not even opened again.
    fs::remove_file(place.root().join(&map.path)).unwrap();
    assert!(!publish_asset(&place, &map).exchanged);
}

#[test]
fn an_asset_that_changed_after_it_was_read_is_listed_as_it_was_copied() {
    let place = Place::new();
    let read = asset(&place, "content/assets/a.bin", b"read");
    let copied = asset(&place, "content/assets/a.bin", b"copied");
    assert_eq!(publish_asset(&place, &read).written, 1);
    assert_eq!(publish_asset(&place, &copied).unchanged, 1);
}

#[test]
fn two_builds_at_once_come_one_after_the_other() {
    let place = Place::new();
    let first = place.begin();
    first.put("index.html", b"first").unwrap();
    let (told, heard) = mpsc::channel();
    thread::scope(|scope| {
        let second = scope.spawn(|| {
            let publication =
                Publication::begin(place.target(), || told.send(()).unwrap()).unwrap();
            publication.put("index.html", b"first").unwrap();
            publication.finish().unwrap()
        });
        heard.recv().unwrap();
        assert!(!place.public().exists());
        first.finish().unwrap();
        // It waited for the first, and so it found the first's list.
        assert_eq!(second.join().unwrap().unchanged, 1);
    });
    assert!(heard.try_recv().is_err());
    assert_eq!(place.beside(), ["content", "public"]);
}

#[test]
fn a_folder_that_another_audience_took_first_is_refused() {
    let place = Place::new();
    let target = place.target();
    let internal = Target::check(&place.public(), place.root(), "internal", None).unwrap();
    let first = Publication::begin(internal, || ()).unwrap();
    first.put("index.html", b"internal").unwrap();
    first.finish().unwrap();
    let refusal = Publication::begin(target, || ()).unwrap_err();
    assert_eq!(refusal.act, "other-audience");
    assert_eq!(place.found(), tree(&[("index.html", "internal")]));
}

#[test]
fn a_refusal_names_act_and_path_and_harms_nothing() {
    let place = Place::new();
    place.build(&two_pages());
    // No file system takes a name of this length.
    let name = "a".repeat(300);
    let publication = place.begin();
    publication.put("index.html", b"new").unwrap();
    let refusal = publication.put(&name, b"").unwrap_err();
    assert_eq!(refusal.act, "read-target");
    assert!(refusal.path.ends_with(&name));
    drop(publication);

    let publication = place.begin();
    let gone = Asset {
        path: "content/assets/gone.bin".to_owned(),
        size: 1,
        digest: Digest::of(b"x").hex(),
        look: None,
    };
    let refusal = publication.copy("gone.bin", &gone).unwrap_err();
    assert_eq!(refusal.act, "copy");
    assert!(refusal.path.ends_with("content/assets/gone.bin"));
    drop(publication);

    fs::create_dir(place.root().join(".public.tongbao-lock")).unwrap();
    let refusal = place.begin_by(Means::default()).unwrap_err();
    assert_eq!(refusal.act, "lock");
    fs::remove_dir(place.root().join(".public.tongbao-lock")).unwrap();

    fs::write(place.root().join(".public.tongbao-new"), "").unwrap();
    let refusal = place.begin_by(Means::default()).unwrap_err();
    assert_eq!(refusal.act, "read-target");
    assert!(refusal.path.ends_with(".public.tongbao-new"));
    fs::remove_file(place.root().join(".public.tongbao-new")).unwrap();

    assert_eq!(place.found(), two_pages());
    assert_eq!(place.beside(), ["content", "public"]);
}

#[test]
fn a_first_build_that_is_refused_leaves_nothing() {
    let place = Place::new();
    let name = "a".repeat(300);
    let publication = place.begin();
    publication.put("index.html", b"new").unwrap();
    let refusal = publication.put(&name, b"").unwrap_err();
    assert_eq!(refusal.act, "write");
    drop(publication);
    assert_eq!(place.beside(), ["content"]);
}
