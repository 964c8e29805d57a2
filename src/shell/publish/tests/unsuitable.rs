//! Folders that a site cannot be published to.

use std::path::Path;

use super::{Place, Target, fs, two_pages};
use crate::shell::publish::Why;

fn why(place: &Place, out: &Path) -> Why {
    let home = place.root().join("content/home");
    let checked = Target::check(out, place.root(), "public", Some(&home));
    let unsuitable = checked.expect_err("the folder is suitable");
    assert_eq!(unsuitable.path, out);
    unsuitable.why
}

fn word(place: &Place, out: &str) -> &'static str {
    why(place, &place.root().join(out)).word()
}

#[test]
fn the_sources_and_all_around_them() {
    let place = Place::new();
    fs::create_dir_all(place.root().join("content/tasks")).unwrap();
    assert_eq!(word(&place, "/"), "file-system-root");
    assert_eq!(word(&place, "."), "site-folder");
    assert_eq!(word(&place, ".."), "site-folder");
    assert_eq!(word(&place, "content"), "source-folder");
    assert_eq!(word(&place, "content/tasks"), "source-folder");
    assert_eq!(word(&place, "content/not/there/yet"), "source-folder");
    assert_eq!(word(&place, "x/../content"), "unreachable");
    fs::create_dir(place.root().join("x")).unwrap();
    assert_eq!(word(&place, "x/../content"), "source-folder");
    // Whether or not the site has themes of its own yet.
    assert_eq!(word(&place, "themes"), "source-folder");
    assert_eq!(word(&place, "themes/city"), "source-folder");
}

#[test]
fn a_home_and_what_holds_it() {
    let place = Place::new();
    let elsewhere = tempfile::tempdir().unwrap();
    let home = elsewhere.path().join("home/clerk");
    fs::create_dir_all(home.join("public")).unwrap();
    let check = |out: &Path| Target::check(out, place.root(), "public", Some(&home));
    let word = |out: &Path| check(out).unwrap_err().why.word();
    assert_eq!(word(&home), "home");
    assert_eq!(word(&elsewhere.path().join("home")), "home");
    assert!(check(&home.join("public")).is_ok());
}

#[test]
fn a_folder_that_somebody_else_filled() {
    let place = Place::new();
    fs::create_dir(place.public()).unwrap();
    fs::write(place.at("thesis.doc"), "years of work").unwrap();
    assert_eq!(word(&place, "public"), "not-ours");
    assert_eq!(word(&place, "public/thesis.doc"), "not-a-folder");
    assert_eq!(word(&place, "public/thesis.doc/x"), "unreachable");
}

#[test]
fn a_site_of_another_audience_and_what_is_in_a_site() {
    let place = Place::new();
    place.build(&two_pages());
    let checked = Target::check(&place.public(), place.root(), "internal", None);
    let Why::OtherAudience { found } = checked.unwrap_err().why else {
        panic!("another reason");
    };
    assert_eq!(found, "public");
    let Why::InsideSite { site } = why(&place, &place.at("internal/2016")) else {
        panic!("another reason");
    };
    assert_eq!(site, place.public().canonicalize().unwrap());
}

#[test]
fn a_list_from_another_version() {
    let place = Place::new();
    place.build(&two_pages());
    fs::write(place.at(".tongbao/files"), "tongbao-files 2 public\n").unwrap();
    assert_eq!(word(&place, "public"), "unknown-list");
    fs::write(place.at(".tongbao/files"), [0xff; 10_000]).unwrap();
    assert_eq!(word(&place, "public"), "unknown-list");
}

#[cfg(unix)]
#[test]
fn a_link_is_as_good_as_where_it_leads() {
    use std::os::unix::fs::symlink;

    let place = Place::new();
    let link = |to: &str, name: &str| symlink(to, place.root().join(name)).unwrap();
    link("content", "to-content");
    link("gone", "to-nothing");
    link("published", "public");
    assert_eq!(word(&place, "to-content"), "source-folder");
    assert_eq!(word(&place, "to-content/tasks"), "source-folder");
    assert_eq!(word(&place, "to-nothing"), "broken-link");
    assert_eq!(word(&place, "to-nothing/public"), "broken-link");

    // A good link stays a link, and what it leads to is exchanged.
    fs::create_dir(place.root().join("published")).unwrap();
    place.build(&two_pages());
    place.build(&super::tree(&[("index.html", "HOME")]));
    assert!(place.public().is_symlink());
    assert_eq!(place.found(), super::tree(&[("index.html", "HOME")]));
    let beside = ["content", "public", "published", "to-content", "to-nothing"];
    assert_eq!(place.beside(), beside);
}

#[cfg(target_os = "linux")]
#[test]
fn a_mounted_file_system() {
    let place = Place::new();
    // Mounted on every Linux, and not on the same device as what is above it.
    assert_eq!(why(&place, Path::new("/proc")).word(), "mount-point");
}
