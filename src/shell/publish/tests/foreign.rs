//! Files of other hands in a published site.

use super::{Place, fs, touch, tree, two_pages};
use crate::output::Sink;

#[test]
fn they_are_taken_across() {
    let place = Place::new();
    place.build(&two_pages());
    fs::write(place.at("CNAME"), "example.test").unwrap();
    fs::write(place.at("tasks/.htaccess"), "rules").unwrap();
    fs::create_dir_all(place.at("photos/2016/empty")).unwrap();
    fs::write(place.at("photos/a.jpg"), "photo").unwrap();
    fs::write(place.at(".tongbao/note"), "not in the list").unwrap();
    let outcome = place.build(&tree(&[("index.html", "HOME")]));
    assert_eq!(outcome.kept_foreign, 5);
    assert_eq!(outcome.removed, 1);
    assert_eq!(
        place.found(),
        tree(&[
            ("CNAME", "example.test"),
            ("index.html", "HOME"),
            ("photos/2016/empty/", ""),
            ("photos/a.jpg", "photo"),
            ("tasks/.htaccess", "rules"),
        ])
    );
    assert_eq!(
        fs::read(place.at(".tongbao/note")).unwrap(),
        b"not in the list"
    );
    assert_eq!(place.beside(), ["content", "public"]);
}

#[cfg(unix)]
#[test]
fn they_stay_what_they_are() {
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::{inode, mode};

    let place = Place::new();
    place.build(&two_pages());
    fs::create_dir(place.at("private")).unwrap();
    fs::write(place.at("private/tool.sh"), "run").unwrap();
    let executable = fs::Permissions::from_mode(0o751);
    fs::set_permissions(place.at("private/tool.sh"), executable).unwrap();
    fs::set_permissions(place.at("private"), fs::Permissions::from_mode(0o700)).unwrap();
    symlink("/nowhere/at/all", place.at("dangling")).unwrap();
    symlink("tasks", place.at("ledger")).unwrap();
    let odd = std::ffi::OsStr::from_bytes(b"private/\xd6\xd0");
    fs::write(place.public().join(odd), "old encoding").unwrap();
    let _socket = std::os::unix::net::UnixListener::bind(place.at("socket")).unwrap();
    let before = (
        inode(&place.at("private/tool.sh")),
        inode(&place.at("socket")),
    );

    let outcome = place.build(&tree(&[("tasks/gh-01.html", "changed")]));
    assert_eq!(outcome.kept_foreign, 5);
    assert_eq!(
        (
            inode(&place.at("private/tool.sh")),
            inode(&place.at("socket"))
        ),
        before
    );
    assert_eq!(mode(&place.at("private/tool.sh")), 0o751);
    assert_eq!(mode(&place.at("private")), 0o700);
    assert_eq!(fs::read(place.public().join(odd)).unwrap(), b"old encoding");
    let goal = |name| fs::read_link(place.at(name)).unwrap();
    assert_eq!(goal("dangling").to_str(), Some("/nowhere/at/all"));
    assert_eq!(goal("ledger").to_str(), Some("tasks"));
    assert_eq!(place.beside(), ["content", "public"]);
}

#[test]
fn they_are_never_overwritten() {
    let place = Place::new();
    place.build(&two_pages());
    fs::write(place.at("robots.txt"), "by hand").unwrap();
    let publication = place.begin();
    let refusal = publication.put("robots.txt", b"by us").unwrap_err();
    assert_eq!(refusal.act, "replace-foreign");
    assert!(refusal.path.ends_with("public/robots.txt"));
    drop(publication);
    assert_eq!(fs::read(place.at("robots.txt")).unwrap(), b"by hand");

    // The same bytes are no loss: from then on the file is ours.
    let next = tree(&[("index.html", "home"), ("robots.txt", "by hand")]);
    let outcome = place.build(&next);
    assert_eq!(
        (outcome.written, outcome.unchanged, outcome.removed),
        (0, 2, 1)
    );
    assert!(outcome.exchanged);
    assert_eq!(place.build(&two_pages()).removed, 1);
    assert_eq!(place.found(), two_pages());
}

#[test]
fn a_file_where_a_folder_is_wanted_is_refused_and_so_is_the_reverse() {
    let place = Place::new();
    place.build(&two_pages());
    fs::write(place.at("units"), "a file").unwrap();
    fs::create_dir_all(place.at("about.html/drafts")).unwrap();
    let means = super::Means::default;
    let site = tree(&[("units/u-1.html", "unit")]);
    let refusal = place.build_by(means(), &site).unwrap_err();
    assert_eq!(refusal.act, "replace-foreign");
    assert!(refusal.path.ends_with("public/units"));
    let site = tree(&[("about.html", "about")]);
    let refusal = place.build_by(means(), &site).unwrap_err();
    assert_eq!(refusal.act, "replace-foreign");
    assert!(refusal.path.ends_with("public/about.html"));
    let mut found = two_pages();
    found.insert("units".to_owned(), "a file".to_owned());
    found.insert("about.html/drafts/".to_owned(), String::new());
    assert_eq!(place.found(), found);
    assert_eq!(place.beside(), ["content", "public"]);
}

#[test]
fn a_page_edited_by_hand_that_is_built_no_more_is_kept() {
    let place = Place::new();
    place.build(&two_pages());
    fs::write(place.at("tasks/gh-01.html"), "much work by hand").unwrap();
    let outcome = place.build(&tree(&[("index.html", "home")]));
    assert_eq!((outcome.removed, outcome.kept_foreign), (0, 1));
    assert_eq!(
        place.found(),
        tree(&[
            ("index.html", "home"),
            ("tasks/gh-01.html", "much work by hand")
        ])
    );
}

#[test]
fn a_page_that_was_only_touched_is_not_kept() {
    let place = Place::new();
    place.build(&two_pages());
    touch(&place.at("tasks/gh-01.html"));
    let outcome = place.build(&tree(&[("index.html", "home")]));
    assert_eq!((outcome.removed, outcome.kept_foreign), (1, 0));
    assert_eq!(place.found(), tree(&[("index.html", "home")]));
}

#[test]
fn a_folder_of_ours_that_was_emptied_by_hand_is_no_foreign_one() {
    let place = Place::new();
    place.build(&two_pages());
    fs::remove_file(place.at("tasks/gh-01.html")).unwrap();
    let outcome = place.build(&tree(&[("index.html", "home")]));
    assert_eq!((outcome.removed, outcome.kept_foreign), (1, 0));
    assert_eq!(place.found(), tree(&[("index.html", "home")]));
}
