//! Pictures that were made are not made again: counted by the originals that are read.

use std::collections::BTreeSet;
use std::fs;
use std::sync::atomic::{AtomicUsize, Ordering};

use image::{ExtendedColorType, ImageEncoder, codecs::jpeg::JpegEncoder};

use super::{Outcome, Place, Publication};
use crate::digest::Digest;
use crate::output::{Refusal, Sink};
use crate::source::Asset;
use crate::{photo, render, site};

/// A sink that counts the originals that are asked for.
struct Counted<'p> {
    publication: &'p Publication,
    read: AtomicUsize,
}

impl Sink for Counted<'_> {
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Refusal> {
        self.publication.put(path, bytes)
    }

    fn copy(&self, path: &str, asset: &Asset) -> Result<(), Refusal> {
        self.publication.copy(path, asset)
    }

    fn keep(&self, paths: &[&str]) -> Result<bool, Refusal> {
        self.publication.keep(paths)
    }

    fn read(&self, asset: &Asset) -> Result<Vec<u8>, Refusal> {
        self.read.fetch_add(1, Ordering::Relaxed);
        self.publication.read(asset)
    }
}

fn photograph(place: &Place, name: &str, (width, shade): (u32, u8)) -> Asset {
    let mut bytes = Vec::new();
    let pixels = vec![shade; width as usize * 30];
    let encoder = JpegEncoder::new(&mut bytes);
    encoder
        .write_image(&pixels, width, 30, ExtendedColorType::L8)
        .unwrap();
    let path = format!("content/assets/{name}");
    let at = place.root().join(&path);
    fs::create_dir_all(at.parent().unwrap()).unwrap();
    fs::write(at, &bytes).unwrap();
    Asset {
        size: bytes.len() as u64,
        digest: Digest::of(&bytes).hex(),
        look: photo::look(&path, &bytes),
        path,
    }
}

/// Publishes the pictures; tells how many originals were read.
fn publish(place: &Place, assets: &[Asset]) -> (usize, Outcome) {
    let publication = place.begin();
    let used: BTreeSet<_> = assets
        .iter()
        .map(|asset| (asset.path.clone(), site::Use::Shown))
        .collect();
    let sink = Counted {
        publication: &publication,
        read: AtomicUsize::new(0),
    };
    let files = site::published(assets, &used);
    assert!(render::put_assets(&files, &sink).unwrap().is_empty());
    let read = sink.read.into_inner();
    (read, publication.finish().unwrap())
}

#[test]
fn a_picture_that_stands_is_neither_read_nor_made_again() {
    let place = Place::new();
    let mut assets = vec![
        photograph(&place, "a.jpg", (1000, 90)),
        photograph(&place, "b.jpg", (400, 120)),
    ];
    let (read, outcome) = publish(&place, &assets);
    // 480, 960 and 1000 of one, 400 of the other.
    assert_eq!((read, outcome.written), (2, 4));
    let cold = all(&place);

    let (read, outcome) = publish(&place, &assets);
    assert_eq!((read, outcome.written, outcome.exchanged), (0, 0, false));
    assert_eq!(all(&place), cold);

    assets[1] = photograph(&place, "b.jpg", (400, 200));
    let (read, outcome) = publish(&place, &assets);
    assert_eq!((read, outcome.written, outcome.removed), (1, 1, 1));

    // What somebody changed on the site is made again.
    let name = cold.iter().find(|(name, _)| name.ends_with("-480.jpg"));
    let (name, bytes) = name.unwrap();
    fs::remove_file(place.at("assets").join(name)).unwrap();
    let (read, outcome) = publish(&place, &assets);
    assert_eq!((read, outcome.written), (1, 1));
    assert_eq!(&fs::read(place.at("assets").join(name)).unwrap(), bytes);
}

fn all(place: &Place) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(place.at("assets")).unwrap();
    let mut all: Vec<(String, Vec<u8>)> = entries
        .map(|entry| {
            let at = entry.unwrap().path();
            let name = at.file_name().unwrap().to_string_lossy().into_owned();
            (name, fs::read(at).unwrap())
        })
        .collect();
    all.sort();
    all
}

#[test]
fn an_original_that_changed_while_it_was_built_is_not_mixed_with_what_was_listed() {
    let place = Place::new();
    let listed = photograph(&place, "a.jpg", (400, 90));
    photograph(&place, "a.jpg", (400, 10));
    let publication = place.begin();
    let refusal = publication.read(&listed).unwrap_err();
    assert_eq!(refusal.act, "read");
}
