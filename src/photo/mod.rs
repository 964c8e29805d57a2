//! Pictures: what an image file is, and the files without metadata that are published in its place; the only room that
//! names `image`.
//!
//! The same original gives the same bytes on every machine. Sizes are made with whole numbers alone; decoding a JPEG
//! uses what the processor has, in whole numbers that come to the same; the encoders know no processor. When one of
//! them writes other bytes than before, a test fails and `RECIPE` gets a new number.

mod area;
mod harmless;
mod head;
mod make;
mod markup;
mod style;
mod svg;
#[cfg(test)]
mod tests;
mod walk;

use crate::digest::Digest;

pub(crate) use head::{is_candidate, look};
pub(crate) use make::make;

/// How pictures are made: a new number gives every published picture a new name, so that none of the old way is kept.
const RECIPE: &str = "tongbao picture 1";

/// The widths in which a photograph is published, as far as it has them.
pub(crate) const WIDTHS: [u32; 3] = [480, 960, 1600];

/// An image file that is larger is not read.
pub(crate) const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// A picture that has more pixels is not decoded: it would take hundreds of megabytes.
pub(crate) const MOST_PIXELS: u64 = 120_000_000;

/// What an office is told of: readers never see more than a small part of it.
const HUGE_PIXELS: u64 = 40_000_000;
const HUGE_BYTES: u64 = 20 * 1024 * 1024;

/// What an image file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Look {
    Picture(Picture),
    /// A harmless SVG, with its width and height where it has them. It is published as it is.
    Vector(Option<(u32, u32)>),
    /// Of a kind that this program cannot read, so that nothing can be made of it: HEIC, TIFF, and the like.
    Foreign,
    Faulty(Fault),
}

/// A picture of pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Picture {
    /// As it is seen: turned as the camera says.
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) kind: Kind,
    /// Only the first of its images is published.
    pub(crate) moves: bool,
    /// Far larger than any reader can see.
    pub(crate) huge: bool,
}

/// What becomes of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// JPEG in several sizes.
    Photograph,
    /// PNG in its own size, pixel for pixel.
    Drawing,
}

/// Why an image file cannot be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Called an image, and none inside.
    NotAnImage,
    /// It ends before its end.
    CutShort,
    /// What is in it makes no picture.
    Damaged,
    TooManyPixels {
        width: u32,
        height: u32,
    },
    TooManyBytes,
    /// An SVG that holds this.
    Active(String),
}

impl Picture {
    /// The widths of the files in which pages show it, the smallest first; never more than it has.
    pub(crate) fn widths(&self) -> Vec<u32> {
        let largest = WIDTHS[WIDTHS.len() - 1];
        if self.kind == Kind::Drawing || self.width <= WIDTHS[0] {
            return vec![self.width];
        }
        let mut widths: Vec<u32> = WIDTHS.into_iter().filter(|w| *w < self.width).collect();
        if self.width <= largest {
            widths.push(self.width);
        }
        widths
    }

    /// The height of its file of this width.
    pub(crate) fn height_at(&self, width: u32) -> u32 {
        let (all, whole) = (u64::from(self.height), u64::from(self.width));
        let height = (all * u64::from(width) + whole / 2) / whole;
        u32::try_from(height.max(1)).expect("invariant: no file is higher than its original")
    }

    pub(crate) fn ending(&self) -> &'static str {
        match self.kind {
            Kind::Photograph => "jpg",
            Kind::Drawing => "png",
        }
    }
}

/// What stands in the names of the files made of an original: of the same name, they have the same bytes.
pub(crate) fn key(digest: &str) -> String {
    let made_from = format!("{RECIPE} {digest}");
    Digest::of(made_from.as_bytes()).hex()[..12].to_owned()
}
