//! What an image file is, from its head: its kind, its size, and what speaks against it.

use std::io::Cursor;

use image::{ImageDecoder, ImageError, ImageFormat, ImageReader};

use super::walk::{self, Form};
use super::{Fault, HUGE_BYTES, HUGE_PIXELS, Kind, Look, MOST_PIXELS, Picture, WIDTHS, svg};

/// Names of files that hold a picture which this program reads.
const READ: [&str; 7] = ["jpg", "jpeg", "jfif", "png", "apng", "gif", "webp"];

/// Names of files that hold a picture which this program cannot read.
const FOREIGN: [&str; 21] = [
    "heic", "heif", "hif", "avif", "tif", "tiff", "bmp", "dib", "jp2", "jxl", "psd", "dng", "cr2",
    "cr3", "nef", "nrw", "arw", "raf", "orf", "rw2", "pef",
];

/// What stands behind `ftyp` in photographs of telephones and cameras.
const BRANDS: [&[u8]; 9] = [
    b"heic", b"heix", b"heim", b"hevc", b"mif1", b"msf1", b"avif", b"avis", b"crx ",
];

/// Whether a file has to be looked at, by its name or its first bytes.
pub(crate) fn is_candidate(path: &str, first: &[u8]) -> bool {
    let ending = ending(path);
    let is_named = |names: &[&str]| names.contains(&ending.as_str());
    is_named(&READ)
        || is_named(&FOREIGN)
        || ending == "svg"
        || is_foreign(first)
        || walk::form(first).is_some()
}

/// Whether a file begins as TIFF (and most that cameras call raw), HEIC, AVIF, JPEG 2000, JPEG XL, BMP or PSD do.
fn is_foreign(first: &[u8]) -> bool {
    let begins: [&[u8]; 6] = [
        b"II*\0",
        b"MM\0*",
        b"8BPS\0\x01",
        b"\0\0\0\x0cjP  \r\n\x87\n",
        b"\0\0\0\x0cJXL \r\n\x87\n",
        b"FUJIFILMCCD-RAW",
    ];
    let at = |from: usize, to: usize| first.get(from..to).unwrap_or_default();
    begins.iter().any(|begin| first.starts_with(begin))
        || (at(4, 8) == b"ftyp" && BRANDS.contains(&at(8, 12)))
        || (at(0, 2) == b"BM" && at(6, 10) == b"\0\0\0\0")
}

/// What a file is; none when it is no image and is not called one.
pub(crate) fn look(path: &str, bytes: &[u8]) -> Option<Look> {
    if let Some(form) = walk::form(bytes) {
        let picture = picture(form, bytes);
        return Some(picture.map_or_else(Look::Faulty, Look::Picture));
    }
    let ending = ending(path);
    if is_foreign(bytes) || FOREIGN.contains(&ending.as_str()) {
        return Some(Look::Foreign);
    }
    if ending == "svg" {
        return Some(svg::look(bytes));
    }
    READ.contains(&ending.as_str())
        .then_some(Look::Faulty(Fault::NotAnImage))
}

fn ending(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.rsplit_once('.')
        .map(|(_, ending)| ending.to_ascii_lowercase())
        .unwrap_or_default()
}

fn picture(form: Form, bytes: &[u8]) -> Result<Picture, Fault> {
    let met = walk::walk(form, bytes)?;
    let mut decoder = decoder(form, bytes)?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if pixels > MOST_PIXELS || width.max(height) > u32::from(u16::MAX) {
        return Err(Fault::TooManyPixels { width, height });
    }
    if pixels == 0 {
        return Err(Fault::Damaged);
    }
    let (width, height) = match is_turned(&mut decoder) {
        true => (height, width),
        false => (width, height),
    };
    // A drawing has large plain areas, and takes far less than a byte for a pixel.
    let is_dense = width > WIDTHS[0] && bytes.len() as u64 > pixels;
    let is_photograph = match form {
        Form::Jpeg => true,
        Form::Gif => false,
        Form::Png => is_dense && !met.exact && !decoder.color_type().has_alpha(),
        Form::WebP => !met.exact && !decoder.color_type().has_alpha(),
    };
    Ok(Picture {
        width,
        height,
        kind: match is_photograph {
            true => Kind::Photograph,
            false => Kind::Drawing,
        },
        moves: met.moves,
        huge: pixels > HUGE_PIXELS || bytes.len() as u64 > HUGE_BYTES,
    })
}

/// A reader of the pixels; it has read the head.
pub(super) fn decoder(form: Form, bytes: &[u8]) -> Result<impl ImageDecoder, Fault> {
    let format = match form {
        Form::Jpeg => ImageFormat::Jpeg,
        Form::Png => ImageFormat::Png,
        Form::Gif => ImageFormat::Gif,
        Form::WebP => ImageFormat::WebP,
    };
    let reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.into_decoder().map_err(fault)
}

pub(super) fn fault(_: ImageError) -> Fault {
    Fault::Damaged
}

fn is_turned(decoder: &mut impl ImageDecoder) -> bool {
    // Damaged words of a camera turn nothing.
    let orientation = decoder.orientation().map(|one| one.to_exif());
    orientation.is_ok_and(|number| number >= 5)
}
