//! Photographs from the camera to the page, through the program itself.

use crate::support::{Run, Site};

/// A photograph of 500 by 300 pixels, turned by the camera, with the place where it was taken.
const TURNED: &[u8] = include_bytes!("photos/turned.jpg");
/// 40 by 30 pixels.
const SMALL: &[u8] = include_bytes!("photos/small.png");

const PLACE: &[u8] = b"GPS-31.2304N";

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

fn site() -> Site {
    let site = crate::findings::base();
    site.write(
        "content/problems/wt.yaml",
        "- id: wt-1\n  title: 便民街井盖沉降\n  found_on: 2026-02-02\n  photos: [{before: shots/turned.jpg, after: shots/small.png, caption: 便民街, alt: 路面}]\n\
         - id: wt-2\n  title: 内部登记的问题\n  found_on: 2026-02-02\n  visibility: internal\n  photos: [{before: hidden.jpg, alt: 路面}]\n",
    );
    site.write(
        "content/documents/plan.md",
        "---\ntitle: 改造纪实\ndate: 2026-01-05\nattachments: [{title: 原图, file: shots/turned.jpg}]\n---\n\n![路面](shots/turned.jpg \"井盖\")\n\n[看大图](shots/small.png)\n",
    );
    let put = |path: &str, bytes: &[u8]| {
        let at = site.path(&format!("content/assets/{path}"));
        std::fs::create_dir_all(at.parent().expect("a folder")).expect("a folder");
        std::fs::write(at, bytes).expect("a picture");
    };
    put("shots/turned.jpg", TURNED);
    put("shots/small.png", SMALL);
    // Another file than the one that is public: a comment more.
    let comment = b"\xff\xfe\0\x08hidden";
    put(
        "hidden.jpg",
        &[&TURNED[..2], comment, &TURNED[2..]].concat(),
    );
    site
}

fn build(site: &Site, more: &[&str]) -> Run {
    let words = ["build", "--as-of", "2026-06-30", "--lang", "en"];
    let run = site.run(&[&words[..], more].concat());
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    run
}

fn pictures(site: &Site, folder: &str) -> Vec<(String, Vec<u8>)> {
    let files = site.files(folder).into_iter();
    files
        .filter(|(path, _)| path.starts_with("assets/") || path.starts_with("files/"))
        .collect()
}

#[test]
fn no_original_is_published_and_no_place_is_told() {
    assert!(holds(TURNED, PLACE));
    let site = site();
    build(&site, &["--audience", "public"]);
    let files = site.files("public");
    assert!(!files.iter().any(|(_, bytes)| holds(bytes, PLACE)));
    assert!(
        !files
            .iter()
            .any(|(_, bytes)| bytes == TURNED || bytes == SMALL)
    );
    let names: Vec<String> = pictures(&site, "public")
        .into_iter()
        .map(|(path, _)| {
            let (front, width) = path.rsplit_once('-').expect("a width");
            let (name, key) = front.rsplit_once('-').expect("a key");
            assert_eq!(key.len(), 12, "{path}");
            format!("{name} {width}")
        })
        .collect();
    // The camera lay on its side: it is 300 pixels wide. The picture of the hidden problem is not there.
    assert_eq!(names, ["assets/small 40.png", "assets/turned 300.jpg"]);
    build(&site, &["--audience", "internal", "--out", "inside"]);
    assert_eq!(pictures(&site, "inside").len(), 3);
}

#[test]
fn pages_keep_the_place_of_a_picture_and_name_its_sizes() {
    let site = Site::copy_of("content");
    build(&site, &[]);
    let page = site.read("public/problems/wt-12.html");
    let pictures: Vec<&str> = page.split("<img ").skip(1).collect();
    assert_eq!(pictures.len(), 2);
    for picture in pictures {
        let tag = picture.split('>').next().expect("a tag");
        let value = |name: &str| {
            let rest = tag.split_once(&format!("{name}=\"")).expect(name).1;
            rest.split('"').next().unwrap_or_default().to_owned()
        };
        let set = value("srcset");
        let widths: Vec<&str> = set
            .split(", ")
            .filter_map(|one| one.split(' ').nth(1))
            .collect();
        assert_eq!(widths, ["480w", "960w", "1600w"]);
        for address in set.split(", ").filter_map(|one| one.split(' ').next()) {
            let file = address.strip_prefix("../").expect("from the root");
            assert!(site.path("public").join(file).is_file(), "{file}");
        }
        assert!(!value("sizes").is_empty() && !value("alt").is_empty());
        assert_eq!(
            (value("width"), value("height")),
            ("1600".into(), "1200".into())
        );
        assert_eq!(
            (value("loading"), value("decoding")),
            ("lazy".into(), "async".into())
        );
    }
}

#[test]
fn the_same_pictures_come_of_any_number_of_threads_and_of_a_second_build() {
    let site = site();
    build(&site, &["--threads", "1", "--out", "one"]);
    build(&site, &["--threads", "4", "--out", "four"]);
    let one = pictures(&site, "one");
    assert!(!one.is_empty());
    assert_eq!(one, pictures(&site, "four"));
    build(&site, &["--out", "one"]);
    assert_eq!(one, pictures(&site, "one"));
}

#[test]
fn a_picture_whose_middle_is_damaged_stops_the_build_and_names_the_file() {
    let site = site();
    let mut bytes = SMALL.to_vec();
    // Within the packed pixels, behind the header of 33 bytes and that of the chunk: its sum is wrong then.
    bytes[60] ^= 0x55;
    std::fs::write(site.path("content/assets/shots/small.png"), bytes).expect("a picture");
    assert_eq!(site.run(&["check", "--lang", "en"]).code, 0);
    let run = site.run(&["build", "--as-of", "2026-06-30", "--lang", "en"]);
    assert_eq!(run.code, 1, "{}{}", run.out, run.err);
    let told = run.out + &run.err;
    assert!(told.contains("broken-image") && told.contains("content/assets/shots/small.png"));
    assert!(!site.path("public/index.html").exists());
}

#[test]
fn a_package_has_the_original_only_for_those_who_get_the_sources() {
    let site = site();
    site.write(
        "content/meetings/dd-02.yaml",
        "id: dd-02\ntitle: 第2次调度会\ndate: 2026-03-03\nkind: site\nattachments: [{title: 现场, file: shots/turned.jpg}]\n",
    );
    for (audience, originals) in [("public", 0), ("internal", 1)] {
        let out = format!("bag-{audience}");
        let words = ["archive", "meeting:dd-02", &out, "--as-of", "2026-06-30"];
        let run = site.run(&[&words[..], &["--audience", audience, "--lang", "en"]].concat());
        assert_eq!(run.code, 0, "{}{}", run.out, run.err);
        let files = site.files(&out);
        let told: Vec<&String> = files
            .iter()
            .filter(|(_, bytes)| holds(bytes, PLACE))
            .map(|(path, _)| path)
            .collect();
        assert_eq!(told.len(), originals, "{told:?}");
        let original = "data/records/content/assets/shots/turned.jpg";
        assert!(told.iter().all(|path| *path == original));
        assert!(
            files
                .iter()
                .any(|(path, _)| path.starts_with("data/pages/assets/turned-"))
        );
        let run = site.run(&["verify", &out, "--lang", "en"]);
        assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    }
}
