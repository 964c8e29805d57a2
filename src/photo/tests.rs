//! Pictures made in the tests themselves: what a camera adds is written by hand, byte for byte.

use image::codecs::gif::GifEncoder;
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, Frame, ImageEncoder, ImageFormat, RgbImage, Rgba, RgbaImage};

use super::{Fault, Kind, Look, Picture, is_candidate, look, make};
use crate::digest::Digest;

/// A picture of three fields: red at the left above, green at the right above, blue below.
fn fields(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let shade = (x % 16) as u8;
        match (x < width / 2, y < height / 2) {
            (true, true) => image::Rgb([220, shade, shade]),
            (false, true) => image::Rgb([shade, 200, shade]),
            (_, false) => image::Rgb([shade, shade, 210]),
        }
    })
}

fn jpeg(picture: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut bytes, 90);
    let (width, height) = picture.dimensions();
    encoder
        .write_image(picture, width, height, ExtendedColorType::Rgb8)
        .unwrap();
    bytes
}

fn png(bytes: &[u8], (width, height): (u32, u32), color: ExtendedColorType) -> Vec<u8> {
    let mut out = Vec::new();
    let encoder = PngEncoder::new(&mut out);
    encoder.write_image(bytes, width, height, color).unwrap();
    out
}

fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
    [&[0xff, marker], &length[..], content].concat()
}

/// Exif with two entries: the orientation, and a folder of the place where it was taken, whose latitude is a text here.
fn exif(orientation: u8) -> Vec<u8> {
    let entry = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
        let (tag, kind) = (tag.to_be_bytes(), kind.to_be_bytes());
        [&tag[..], &kind, &count.to_be_bytes(), &value].concat()
    };
    let mut tiff = b"MM\0\x2a\0\0\0\x08\0\x02".to_vec();
    tiff.extend(entry(0x0112, 3, 1, [0, orientation, 0, 0]));
    tiff.extend(entry(0x8825, 4, 1, [0, 0, 0, 38]));
    tiff.extend([0; 4]);
    assert_eq!(tiff.len(), 38);
    tiff.extend([0, 1]);
    tiff.extend(entry(0x0001, 2, 12, [0, 0, 0, 56]));
    tiff.extend([0; 4]);
    tiff.extend(b"GPS-31.2304N");
    [&b"Exif\0\0"[..], &tiff].concat()
}

/// All that a camera and an editor write into a file, before the picture itself.
fn with_metadata(plain: &[u8], orientation: u8) -> Vec<u8> {
    let xmp = b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>SECRET-XMP</x:xmpmeta>";
    let segments = [
        segment(0xe1, &exif(orientation)),
        segment(0xe1, xmp),
        segment(0xe2, b"ICC_PROFILE\0\x01\x01SECRET-ICC"),
        segment(0xed, b"Photoshop 3.0\08BIM\x04\x04SECRET-IPTC"),
        segment(0xfe, b"SECRET-COMMENT"),
    ];
    [&plain[..2], &segments.concat(), &plain[2..]].concat()
}

fn seen(path: &str, bytes: &[u8]) -> Picture {
    match look(path, bytes) {
        Some(Look::Picture(picture)) => picture,
        other => panic!("{path}: {other:?}"),
    }
}

fn holds(bytes: &[u8], text: &str) -> bool {
    let mut windows = bytes.windows(text.len());
    windows.any(|part| part == text.as_bytes())
}

#[test]
fn nothing_that_a_camera_wrote_is_left() {
    let original = with_metadata(&jpeg(&fields(500, 200)), 1);
    let words = [
        "GPS-31.2304N",
        "SECRET-XMP",
        "SECRET-ICC",
        "SECRET-IPTC",
        "SECRET-COMMENT",
        "Exif",
    ];
    assert!(words.iter().all(|word| holds(&original, word)));
    let picture = seen("a.jpg", &original);
    for made in make(&picture, &original, &[480, 500]).unwrap() {
        assert!(!words.iter().any(|word| holds(&made, word)));
        // Of the segments of an application, the one that says that it is a JPEG file.
        let mut markers = made.windows(2).take(600).filter(|two| two[0] == 0xff);
        assert!(markers.all(|two| !matches!(two[1], 0xe1..=0xef | 0xfe)));
        assert_eq!(
            look("a.jpg", &made),
            Some(Look::Picture(Picture {
                height: picture.height_at(seen("a.jpg", &made).width),
                width: seen("a.jpg", &made).width,
                ..picture
            }))
        );
    }
}

/// The colour that is the strongest, of the pixels around the middle of a corner's field.
fn corners(bytes: &[u8]) -> [usize; 4] {
    let picture = image::load_from_memory(bytes).unwrap().into_rgb8();
    let (width, height) = picture.dimensions();
    [(1, 1), (3, 1), (1, 3), (3, 3)].map(|(x, y)| {
        let pixel = picture.get_pixel(width * x / 4, height * y / 4).0;
        (0..3).max_by_key(|channel| pixel[*channel]).unwrap()
    })
}

#[test]
fn a_picture_stands_as_the_camera_was_held() {
    let plain = jpeg(&fields(240, 160));
    // Where the fields of the picture (red, green, blue, blue) are when it stands upright, from the definition of
    // the tag in Exif 2.3: which side of the picture row 0 and column 0 are.
    let upright = [
        (1, (240, 160), [0, 1, 2, 2]),
        (2, (240, 160), [1, 0, 2, 2]),
        (3, (240, 160), [2, 2, 1, 0]),
        (4, (240, 160), [2, 2, 0, 1]),
        (5, (160, 240), [0, 2, 1, 2]),
        (6, (160, 240), [2, 0, 2, 1]),
        (7, (160, 240), [2, 1, 2, 0]),
        (8, (160, 240), [1, 2, 0, 2]),
    ];
    for (orientation, (width, height), expected) in upright {
        let original = with_metadata(&plain, orientation);
        let picture = seen("a.jpg", &original);
        assert_eq!(
            (picture.width, picture.height),
            (width, height),
            "{orientation}"
        );
        let made = make(&picture, &original, &[120]).unwrap();
        assert_eq!(corners(&made[0]), expected, "{orientation}");
        let small = seen("a.jpg", &made[0]);
        assert_eq!((small.width, small.height), (120, height * 120 / width));
    }
}

#[test]
fn the_same_original_gives_the_same_bytes_everywhere() {
    let original = with_metadata(&jpeg(&fields(1300, 777)), 6);
    let picture = seen("a.jpg", &original);
    assert_eq!(picture.widths(), [480, 777]);
    let made = make(&picture, &original, &[480, 777]).unwrap();
    assert_eq!(made, make(&picture, &original, &[480, 777]).unwrap());
    let alone = make(&picture, &original, &[777]).unwrap();
    assert_eq!(alone[0], made[1], "whatever else is made of it");
    // If these change, published pictures change with the program: `RECIPE` has to change with them.
    let digests: Vec<String> = made.iter().map(|bytes| Digest::of(bytes).hex()).collect();
    assert_eq!(
        digests
            .iter()
            .map(|digest| &digest[..16])
            .collect::<Vec<_>>(),
        ["49a070c8e154e173", "ed6f4bcedb3cdbd2"]
    );
    let drawing = png(&fields(500, 300), (500, 300), ExtendedColorType::Rgb8);
    let picture = seen("a.png", &drawing);
    assert_eq!(picture.kind, Kind::Drawing);
    let made = make(&picture, &drawing, &[500]).unwrap();
    assert_eq!(Digest::of(&made[0]).hex()[..16], *"154f94ffebaf49e6");
}

#[test]
fn a_drawing_keeps_every_pixel_and_what_shines_through() {
    let clear = RgbaImage::from_fn(700, 20, |x, y| Rgba([x as u8, y as u8, 7, (x / 3) as u8]));
    let original = png(&clear, (700, 20), ExtendedColorType::Rgba8);
    let picture = seen("map.png", &original);
    assert_eq!((picture.kind, picture.widths()), (Kind::Drawing, vec![700]));
    let made = make(&picture, &original, &[700]).unwrap();
    let again = image::load_from_memory_with_format(&made[0], ImageFormat::Png).unwrap();
    assert_eq!(again.into_rgba8(), clear);
}

#[test]
fn words_in_a_png_are_left_out() {
    let plain = png(&fields(40, 30), (40, 30), ExtendedColorType::Rgb8);
    // After the header of 33 bytes; the sum of a chunk that is not needed does not matter to any reader.
    let text = b"Comment\0SECRET";
    let length = u32::try_from(text.len()).unwrap().to_be_bytes();
    let chunk = [&length[..], b"tEXt", text, &sum(b"tEXtComment\0SECRET")].concat();
    let original = [&plain[..33], &chunk, &plain[33..]].concat();
    assert!(holds(&original, "SECRET"));
    let made = make(&seen("a.png", &original), &original, &[40]).unwrap();
    assert!(!holds(&made[0], "SECRET") && !holds(&made[0], "tEXt"));
}

/// CRC-32 as PNG has it, bit by bit.
fn sum(bytes: &[u8]) -> [u8; 4] {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = (sum >> 1) ^ (0xedb8_8320 * (sum & 1));
        }
    }
    (!sum).to_be_bytes()
}

#[test]
fn a_dense_png_is_a_photograph_and_becomes_jpeg() {
    let mut state = 1u32;
    let noise = RgbImage::from_fn(500, 40, |_, _| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let [_, a, b, c] = state.to_le_bytes();
        image::Rgb([a, b, c])
    });
    let original = png(&noise, (500, 40), ExtendedColorType::Rgb8);
    let picture = seen("a.png", &original);
    assert_eq!((picture.kind, picture.ending()), (Kind::Photograph, "jpg"));
    assert_eq!(picture.widths(), [480, 500]);
}

#[test]
fn of_a_picture_that_moves_the_first_image_is_published() {
    let mut bytes = Vec::new();
    let mut encoder = GifEncoder::new(&mut bytes);
    let frame = |level: u8| Frame::new(RgbaImage::from_pixel(9, 5, Rgba([level, 0, 0, 255])));
    encoder.encode_frames([frame(250), frame(10)]).unwrap();
    drop(encoder);
    let picture = seen("a.gif", &bytes);
    assert!(picture.moves);
    let made = make(&picture, &bytes, &[9]).unwrap();
    let shown = image::load_from_memory(&made[0]).unwrap().into_rgb8();
    assert_eq!(shown.get_pixel(4, 2).0, [250, 0, 0]);

    let mut one = Vec::new();
    let mut encoder = GifEncoder::new(&mut one);
    encoder.encode_frame(frame(250)).unwrap();
    drop(encoder);
    assert!(!seen("a.gif", &one).moves);
}

#[test]
fn a_file_that_is_cut_short_or_damaged_is_told_and_nothing_panics() {
    let jpeg = with_metadata(&jpeg(&fields(120, 80)), 6);
    let png = png(&fields(60, 40), (60, 40), ExtendedColorType::Rgb8);
    for (path, bytes) in [("a.jpg", &jpeg), ("a.png", &png)] {
        for end in 0..bytes.len() {
            let found = look(path, &bytes[..end]);
            assert!(
                matches!(found, Some(Look::Faulty(_))),
                "{path} {end}: {found:?}"
            );
        }
        let mut state = 7u32;
        for _ in 0..60 {
            let mut hurt = bytes.clone();
            for _ in 0..4 {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let at = (state >> 8) as usize % hurt.len();
                hurt[at] ^= (state & 0xff) as u8 | 1;
            }
            if let Some(Look::Picture(picture)) = look(path, &hurt)
                && u64::from(picture.width) * u64::from(picture.height) < 1_000_000
            {
                let _ = make(&picture, &hurt, &picture.widths());
            }
        }
    }
    assert_eq!(look("a.jpg", b""), Some(Look::Faulty(Fault::NotAnImage)));
    assert_eq!(
        look("a.jpg", b"<html>"),
        Some(Look::Faulty(Fault::NotAnImage))
    );
    assert_eq!(look("a.heic", b"x"), Some(Look::Foreign));
    // Whatever they are called.
    for first in [
        &b"\0\0\0\x18ftypheic\0\0\0\0"[..],
        b"\0\0\0\x20ftypavif\0\0\0\0",
        b"II*\0\x08\0\0\0",
        b"MM\0*\0\0\0\x08",
        b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0",
    ] {
        for name in ["a", "a.jpg", "a.bin"] {
            assert!(is_candidate(name, first), "{name}");
            assert_eq!(look(name, first), Some(Look::Foreign), "{name}");
        }
    }
    assert_eq!(look("film.mp4", b"\0\0\0\x18ftypmp42\0\0\0\0"), None);
    assert_eq!(look("a.pdf", b"%PDF"), None);
}

/// A PNG of a few bytes that says it is 60,000 pixels wide and high.
#[test]
fn a_small_file_with_a_vast_picture_is_not_decoded() {
    let header = b"IHDR\0\0\xea\x60\0\0\xea\x60\x08\x02\0\0\0";
    let chunk = |content: &[u8]| {
        let length = u32::try_from(content.len() - 4).unwrap().to_be_bytes();
        [&length[..], content, &sum(content)].concat()
    };
    let parts = [chunk(header), chunk(b"IDAT\x78\x9c"), chunk(b"IEND")].concat();
    let bytes = [&b"\x89PNG\r\n\x1a\n"[..], &parts].concat();
    let vast = Fault::TooManyPixels {
        width: 60_000,
        height: 60_000,
    };
    assert_eq!(look("a.png", &bytes), Some(Look::Faulty(vast)));
}
