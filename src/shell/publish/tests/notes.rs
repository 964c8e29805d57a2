//! What is noted with a site for the next, and what the next takes over by it.

use super::super::Inputs;
use super::{Place, Publication, Tree, fs, touch, tree, two_pages};
use crate::digest::Digest;
use crate::output::Sink;

fn program() -> Digest {
    Digest::of(b"program")
}

/// What is noted with a site here.
pub(super) fn note(site: &Tree) -> String {
    format!("{site:?}\n")
}

/// What a build leaves for the next one.
pub(super) fn remember(publication: &mut Publication, site: &Tree) {
    publication.made_by(program());
    publication.note(note(site));
    publication.remember(Inputs {
        sure: 0,
        digest: Digest::of(note(site).as_bytes()),
        pages: site.len(),
    });
}

pub(super) fn noted(place: &Place) -> Option<String> {
    let text = fs::read_to_string(place.at(".tongbao/pages")).ok()?;
    let note = text.split_once('\n').map(|(_, note)| note.to_owned());
    assert!(note.is_some(), "{text}");
    note
}

/// What a build by a program would find noted.
fn found(place: &Place, program: Digest) -> Option<String> {
    let mut publication = place.begin();
    assert_eq!(publication.noted(), None, "before it is known whose it is");
    publication.made_by(program);
    publication.noted().map(str::to_owned)
}

#[test]
fn a_note_is_for_the_program_that_left_it() {
    let place = Place::new();
    assert_eq!(found(&place, program()), None);
    place.build(&two_pages());
    assert_eq!(found(&place, program()), Some(note(&two_pages())));
    assert_eq!(found(&place, Digest::of(b"another")), None);
    let mut changed = fs::read(place.at(".tongbao/pages")).unwrap();
    *changed.iter_mut().rev().nth(1).unwrap() ^= 1;
    fs::write(place.at(".tongbao/pages"), changed).unwrap();
    assert_eq!(found(&place, program()), None, "another letter in the note");
    fs::write(place.at(".tongbao/pages"), [0xff, b'\n']).unwrap();
    assert_eq!(found(&place, program()), None);
}

#[test]
fn another_program_leaves_its_own_note_with_a_site_that_stays() {
    let place = Place::new();
    place.build(&two_pages());
    let mut publication = place.begin();
    publication.made_by(Digest::of(b"another"));
    publication.note("new".to_owned());
    for path in two_pages().keys() {
        assert!(publication.keep(&[path]).unwrap());
    }
    assert!(!publication.finish().unwrap().exchanged);
    assert_eq!(found(&place, program()), None);
    let new = Some("new".to_owned());
    assert_eq!(found(&place, Digest::of(b"another")), new);
}

#[test]
fn a_note_is_of_the_files_that_were_written_with_it() {
    let place = Place::new();
    place.build(&two_pages());
    let note = fs::read(place.at(".tongbao/pages")).unwrap();
    let publication = place.begin();
    publication.put("index.html", b"other").unwrap();
    publication.finish().unwrap();
    // As a program leaves it that takes it for a file of other hands.
    fs::write(place.at(".tongbao/pages"), note).unwrap();
    assert_eq!(found(&place, program()), None);
}

#[test]
fn a_site_without_a_note_leaves_none() {
    let place = Place::new();
    place.build(&two_pages());
    let publication = place.begin();
    publication.put("index.html", b"other").unwrap();
    assert!(publication.finish().unwrap().exchanged);
    assert_eq!(noted(&place), None);
}

#[test]
fn files_are_taken_all_together_or_not_at_all() {
    let place = Place::new();
    place.build(&two_pages());
    fs::write(place.at("tasks/gh-01.html"), "HAND").unwrap();
    touch(&place.at("tasks/gh-01.html"));
    let publication = place.begin();
    assert!(
        !publication
            .keep(&["index.html", "tasks/gh-01.html"])
            .unwrap()
    );
    assert!(!publication.keep(&["index.html", "none.html"]).unwrap());
    // Nothing was taken, so that it can be made.
    publication.put("tasks/gh-01.html", b"task").unwrap();
    assert!(publication.keep(&["index.html"]).unwrap());
    publication.finish().unwrap();
    assert_eq!(place.found(), two_pages());
}

#[test]
fn bytes_of_the_last_build_are_told_where_no_hand_was_laid_on_them() {
    let place = Place::new();
    assert_eq!(place.begin().last("index.html").unwrap(), None);
    place.build(&tree(&[
        ("index.html", "home"),
        ("a.html", "a"),
        ("b.html", "b"),
    ]));
    fs::write(place.at("a.html"), "A").unwrap();
    fs::remove_file(place.at("b.html")).unwrap();
    fs::write(place.at("c.html"), "foreign").unwrap();
    let publication = place.begin();
    let home = publication.last("index.html").unwrap();
    assert_eq!(home.as_deref(), Some(&b"home"[..]));
    for path in ["a.html", "b.html", "c.html"] {
        assert_eq!(publication.last(path).unwrap(), None, "{path}");
    }
}

#[test]
fn what_is_kept_and_not_found_as_it_was_left_is_put_anew() {
    let place = Place::new();
    let pages = two_pages();
    place.build(&pages);
    let publication = place.begin();
    let paths: Vec<&str> = pages.keys().map(String::as_str).collect();
    assert!(publication.keep(&paths).unwrap());
    let path = paths[0];
    assert!(publication.last(path).unwrap().is_some());
    fs::remove_file(place.at(path)).unwrap();
    assert_eq!(publication.last(path).unwrap(), None);
    publication.put(path, pages[path].as_bytes()).unwrap();
    publication.finish().unwrap();
    assert_eq!(fs::read_to_string(place.at(path)).unwrap(), pages[path]);
}
