//! The files that are published in place of a picture: decoded once, turned, made smaller, and written without a word
//! of what the camera or the editor wrote beside the pixels.

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::metadata::Orientation;
use image::{DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder};

use super::area::{Pixels, smaller};
use super::{Fault, Kind, Picture, head, walk};

/// Of JPEG: a photograph loses nothing that can be seen.
const QUALITY: u8 = 82;

/// Pixels as they are written: one or three bytes each, or with the byte of what shines through.
struct Plain {
    bytes: Vec<u8>,
    color: ExtendedColorType,
    channels: usize,
    width: u32,
    height: u32,
}

/// The file of each width, in their order.
pub(crate) fn make(
    picture: &Picture,
    original: &[u8],
    widths: &[u32],
) -> Result<Vec<Vec<u8>>, Fault> {
    let plain = decoded(picture, original)?;
    if (plain.width, plain.height) != (picture.width, picture.height) {
        return Err(Fault::Damaged);
    }
    let each = widths.iter().map(|width| {
        let height = picture.height_at(*width);
        if *width >= plain.width {
            return encoded(
                picture.kind,
                &plain.bytes,
                &plain,
                (plain.width, plain.height),
            );
        }
        let pixels = Pixels {
            bytes: &plain.bytes,
            channels: plain.channels,
            width: plain.width as usize,
            height: plain.height as usize,
        };
        let bytes = smaller(&pixels, *width as usize, height as usize);
        encoded(picture.kind, &bytes, &plain, (*width, height))
    });
    each.collect()
}

fn decoded(picture: &Picture, original: &[u8]) -> Result<Plain, Fault> {
    let form = walk::form(original).ok_or(Fault::NotAnImage)?;
    let mut decoder = head::decoder(form, original)?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut image = DynamicImage::from_decoder(decoder).map_err(head::fault)?;
    image.apply_orientation(orientation);
    let (width, height) = (image.width(), image.height());
    let has_alpha = image.color().has_alpha() && picture.kind == Kind::Drawing;
    let is_grey = !image.color().has_color();
    let (bytes, color, channels) = match (is_grey, has_alpha) {
        (true, false) => (image.into_luma8().into_raw(), ExtendedColorType::L8, 1),
        (true, true) => (
            image.into_luma_alpha8().into_raw(),
            ExtendedColorType::La8,
            2,
        ),
        (false, false) => (image.into_rgb8().into_raw(), ExtendedColorType::Rgb8, 3),
        (false, true) => (image.into_rgba8().into_raw(), ExtendedColorType::Rgba8, 4),
    };
    Ok(Plain {
        bytes,
        color,
        channels,
        width,
        height,
    })
}

fn encoded(
    kind: Kind,
    bytes: &[u8],
    plain: &Plain,
    (width, height): (u32, u32),
) -> Result<Vec<u8>, Fault> {
    let mut out = Vec::with_capacity(bytes.len() / 8);
    let written = match kind {
        Kind::Photograph => {
            let encoder = JpegEncoder::new_with_quality(&mut out, QUALITY);
            encoder.write_image(bytes, width, height, plain.color)
        }
        Kind::Drawing => {
            let (compression, filter) = (CompressionType::Best, FilterType::Adaptive);
            let encoder = PngEncoder::new_with_quality(&mut out, compression, filter);
            encoder.write_image(bytes, width, height, plain.color)
        }
    };
    written.map_err(head::fault)?;
    Ok(out)
}
