//! A build that is killed before any one of its changes on disk, and the build after it.
#![allow(
    clippy::fn_params_excessive_bools,
    reason = "each bool is a means that a system may lack"
)]

use super::super::means::tests::Steps;
use super::{Means, Place, Tree, fs, notes, tree};

/// What stands at the target before the build, with files of other hands.
fn old_site() -> Tree {
    tree(&[
        ("index.html", "old"),
        ("tasks/gh-01.html", "same"),
        ("gone/a.html", "goes"),
    ])
}

fn new_site() -> Tree {
    tree(&[
        ("index.html", "new"),
        ("tasks/gh-01.html", "same"),
        ("fresh/b.html", "comes"),
    ])
}

fn foreign() -> Tree {
    tree(&[
        ("CNAME", "example.test"),
        ("gone/note.txt", "note"),
        ("photos/empty/", ""),
    ])
}

fn with_foreign(mut site: Tree) -> Tree {
    site.extend(foreign());
    site
}

fn published() -> Place {
    let place = Place::new();
    place.build(&old_site());
    fs::write(place.at("CNAME"), "example.test").unwrap();
    fs::write(place.at("gone/note.txt"), "note").unwrap();
    fs::create_dir_all(place.at("photos/empty")).unwrap();
    place
}

fn means(exchange: bool, links: bool, steps: usize) -> Means {
    Means {
        exchange,
        links,
        steps: Steps::until(steps),
    }
}

/// Runs a build that may make `steps` changes; tells whether it came to its end.
fn build_until(place: &Place, exchange: bool, links: bool, steps: usize) -> bool {
    match place.build_by(means(exchange, links, steps), &new_site()) {
        Ok(_) => true,
        Err(refusal) => {
            assert_eq!(refusal.act, "killed", "{refusal}");
            false
        }
    }
}

/// Only beginning, and then giving up: what the next build would find.
fn recover_until(place: &Place, exchange: bool, steps: usize) -> bool {
    match place.begin_by(means(exchange, true, steps)) {
        Ok(_) => true,
        Err(refusal) => {
            assert_eq!(refusal.act, "killed", "{refusal}");
            false
        }
    }
}

/// Kills a build before each of its changes, and hands over the place each time; ends with the build that is not killed.
fn at_every_step(exchange: bool, links: bool, mut check: impl FnMut(&Place, usize)) {
    let mut steps = 0;
    loop {
        let place = published();
        let whole = build_until(&place, exchange, links, steps);
        check(&place, steps);
        if whole {
            // A build of this size takes many changes: else nothing was tried.
            assert!(steps > 20, "{steps}");
            return;
        }
        steps += 1;
    }
}

fn is_one_of_both(place: &Place) -> bool {
    let found = place.found();
    assert!(
        found == with_foreign(old_site()) || found == with_foreign(new_site()),
        "{found:#?}"
    );
    let is_new = found == with_foreign(new_site());
    let site = if is_new { new_site() } else { old_site() };
    let noted = notes::noted(place);
    // Without a note, the next build makes every page.
    assert!(
        noted.is_none() || noted == Some(notes::note(&site)),
        "{noted:?}"
    );
    is_new
}

#[test]
fn with_an_exchange_a_whole_site_is_there_at_every_moment() {
    at_every_step(true, true, |place, _| {
        is_one_of_both(place);
    });
}

#[test]
fn the_next_build_clears_away_and_goes_back_to_nothing() {
    for (exchange, links) in [(true, true), (true, false), (false, true), (false, false)] {
        at_every_step(exchange, links, |place, steps| {
            let was_new = place.public().exists() && is_one_of_both(place);
            assert!(recover_until(place, exchange, usize::MAX), "{steps}");
            let is_new = is_one_of_both(place);
            assert!(is_new || !was_new, "{steps}: back to the old site");
            assert_eq!(place.beside(), ["content", "public"], "{steps}");
            place.build(&new_site());
            assert_eq!(place.found(), with_foreign(new_site()), "{steps}");
        });
    }
}

#[test]
fn without_an_exchange_the_next_start_finishes_the_build() {
    let mut between = 0;
    at_every_step(false, true, |place, steps| {
        if place.public().exists() {
            is_one_of_both(place);
            return;
        }
        between += 1;
        assert!(recover_until(place, false, usize::MAX), "{steps}");
        assert_eq!(place.found(), with_foreign(new_site()), "{steps}");
    });
    assert_eq!(between, 1);
}

#[test]
fn clearing_away_can_be_killed_as_well() {
    for exchange in [true, false] {
        at_every_step(exchange, true, |place, steps| {
            for again in 0.. {
                // A few changes each time: the work of the one before is found half done. Six are the last ones
                // of a removal, of which all but one may be done already.
                let done = recover_until(place, exchange, again.min(6));
                if place.public().exists() {
                    is_one_of_both(place);
                }
                if done && place.beside() == ["content", "public"] {
                    break;
                }
                assert!(again < 100, "{steps}: no end");
            }
            is_one_of_both(place);
        });
    }
}

#[test]
fn a_first_build_that_was_killed_leaves_nothing_behind() {
    for steps in 0..100 {
        let place = Place::new();
        let whole = build_until(&place, true, true, steps);
        if place.public().exists() {
            assert_eq!(place.found(), new_site());
        }
        if whole {
            assert!(steps > 3);
            return;
        }
        let kept = place.public().exists();
        assert!(recover_until(&place, true, usize::MAX));
        let left: &[&str] = if kept {
            &["content", "public"]
        } else {
            &["content"]
        };
        assert_eq!(place.beside(), left);
    }
    panic!("a build never ended");
}

#[test]
fn a_file_that_came_late_is_moved_to_the_new_site() {
    // The changes up to the exchange, found by trying: after it, the old site stands beside the new one.
    at_every_step(true, true, |place, steps| {
        let beside = place.root().join(".public.tongbao-new");
        let exchanged = place.found() == with_foreign(new_site());
        if !exchanged || !beside.join("tasks").exists() {
            return;
        }
        fs::write(beside.join("tasks/late.txt"), "late").unwrap();
        assert!(recover_until(place, true, usize::MAX), "{steps}");
        let mut found = with_foreign(new_site());
        found.insert("tasks/late.txt".to_owned(), "late".to_owned());
        assert_eq!(place.found(), found);
    });
}

#[test]
fn a_late_file_in_the_way_is_told_and_not_removed() {
    let place = published();
    let mut steps = 0;
    // Until a build is killed right after the exchange.
    while !(place.public().exists() && place.found() == with_foreign(new_site())) {
        assert!(!build_until(&place, true, true, steps));
        steps += 1;
    }
    let beside = place.root().join(".public.tongbao-new");
    fs::write(beside.join("CNAME"), "late.test").unwrap();
    fs::remove_file(place.at("CNAME")).unwrap();
    fs::write(place.at("CNAME"), "other.test").unwrap();
    let refusal = place.begin_by(Means::default()).unwrap_err();
    assert_eq!(refusal.act, "retire");
    assert!(refusal.path.ends_with(".public.tongbao-new/CNAME"));
    assert_eq!(fs::read(beside.join("CNAME")).unwrap(), b"late.test");
    assert_eq!(fs::read(place.at("CNAME")).unwrap(), b"other.test");
}
