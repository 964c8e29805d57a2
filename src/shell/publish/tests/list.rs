//! The list of a build as a file.

use super::{Place, fs, tree, two_pages};
use crate::output::Sink;
use crate::shell::publish::list::is_site_path;

#[test]
fn it_is_the_same_in_every_place_and_order() {
    let (one, other) = (Place::new(), Place::new());
    one.build(&two_pages());
    let publication = other.begin();
    publication.put("tasks/gh-01.html", b"task").unwrap();
    publication.put("index.html", b"home").unwrap();
    publication.finish().unwrap();
    let list = |place: &Place| fs::read_to_string(place.at(".tongbao/files")).unwrap();
    assert_eq!(list(&one), list(&other));
    // The digests are from `printf home | sha256sum` and `printf task | sha256sum`.
    assert_eq!(
        list(&one),
        "tongbao-files 1 public\n\
         4ea140588150773ce3aace786aeef7f4049ce100fa649c94fbbddb960f1da942 4 index.html\n\
         0ebb429fa86d481c2630fac53db1c91cffed5d4d41d1021c179444eb67e7ee0b 4 tasks/gh-01.html\n"
    );
}

#[test]
fn one_that_leads_out_of_the_site_is_refused() {
    let place = Place::new();
    place.build(&tree(&[("index.html", "home")]));
    let at = place.at(".tongbao/files");
    let list = fs::read_to_string(&at).unwrap();
    fs::write(&at, list.replace("index.html", "../content/a.md")).unwrap();
    let target = place.target();
    let refusal = super::Publication::begin(target, || ()).unwrap_err();
    assert_eq!(refusal.act, "read-list");
}

#[test]
fn one_that_is_cut_short_is_refused() {
    let place = Place::new();
    place.build(&two_pages());
    let at = place.at(".tongbao/files");
    let list = fs::read(&at).unwrap();
    fs::write(&at, &list[..list.len() - 1]).unwrap();
    let refusal = super::Publication::begin(place.target(), || ()).unwrap_err();
    assert_eq!(refusal.act, "read-list");
    assert_eq!(place.found(), two_pages());
}

#[test]
fn only_paths_within_the_site_are_taken() {
    for good in [
        "a",
        "a/b.html",
        "a b.txt",
        ".nojekyll",
        "a/.tongbao/b",
        "a..b",
    ] {
        assert!(is_site_path(good), "{good}");
    }
    let bad = [
        "",
        "/a",
        "a/",
        "a//b",
        ".",
        "..",
        "a/../b",
        "a\\b",
        "c:/a",
        "方案.html",
        "a\nb",
        ".tongbao",
        ".tongbao/files",
        ".TongBao/files",
    ];
    for bad in bad {
        assert!(!is_site_path(bad), "{bad}");
    }
}
