//! The parts of an image file one after the other, without decoding any: whether it is whole, and whether it moves.

use super::Fault;

/// What the first bytes of a file say that it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Jpeg,
    Png,
    Gif,
    WebP,
}

/// What the walk met.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Met {
    pub(super) moves: bool,
    /// Coded without loss, or with few colours.
    pub(super) exact: bool,
}

pub(super) fn form(bytes: &[u8]) -> Option<Form> {
    match bytes {
        [0xff, 0xd8, 0xff, ..] => Some(Form::Jpeg),
        [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => Some(Form::Png),
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some(Form::Gif),
        [
            b'R',
            b'I',
            b'F',
            b'F',
            _,
            _,
            _,
            _,
            b'W',
            b'E',
            b'B',
            b'P',
            ..,
        ] => Some(Form::WebP),
        _ => None,
    }
}

/// From the first byte to the last that belongs to the picture.
pub(super) fn walk(form: Form, bytes: &[u8]) -> Result<Met, Fault> {
    let met = match form {
        Form::Jpeg => jpeg(bytes),
        Form::Png => png(bytes),
        Form::Gif => gif(bytes),
        Form::WebP => webp(bytes),
    };
    met.ok_or(Fault::CutShort)
}

fn jpeg(bytes: &[u8]) -> Option<Met> {
    let mut at = 2;
    loop {
        // Between segments, and in coded data, everything up to a marker is passed over.
        while *bytes.get(at)? != 0xff {
            at += 1;
        }
        at += 1;
        match *bytes.get(at)? {
            0xd9 => return Some(Met::default()),
            0xff => {}
            // A byte 0xff of the data itself, and markers that stand alone.
            0x00 | 0x01 | 0xd0..=0xd8 => at += 1,
            _ => at += 1 + usize::from(two(bytes, at + 1)?),
        }
    }
}

fn png(bytes: &[u8]) -> Option<Met> {
    let true_colour = *bytes.get(25)? == 2;
    let mut met = Met {
        moves: false,
        exact: !true_colour,
    };
    let mut at = 8;
    loop {
        let length = usize::try_from(u32::from_be_bytes(array(bytes, at)?)).ok()?;
        let name: [u8; 4] = array(bytes, at + 4)?;
        at = at.checked_add(length)?.checked_add(12)?;
        bytes.get(at - 1)?;
        match &name {
            b"IEND" => return Some(met),
            b"acTL" => met.moves = true,
            _ => {}
        }
    }
}

/// A file without its last byte is common, and no less whole.
fn gif(bytes: &[u8]) -> Option<Met> {
    let mut at = 13 + table(*bytes.get(10)?);
    let mut images = 0;
    loop {
        match bytes.get(at) {
            Some(0x2c) => {
                at = blocks(bytes, at + 11 + table(*bytes.get(at + 9)?))?;
                images += 1;
            }
            Some(0x21) => at = blocks(bytes, at + 2)?,
            _ if images > 0 => break,
            _ => return None,
        }
    }
    Some(Met {
        moves: images > 1,
        exact: true,
    })
}

/// The length of a table of colours.
fn table(packed: u8) -> usize {
    match packed & 0x80 {
        0 => 0,
        _ => 3 << ((packed & 7) + 1),
    }
}

/// The end of a row of blocks, each with its length before it.
fn blocks(bytes: &[u8], start: usize) -> Option<usize> {
    let mut at = start;
    loop {
        match *bytes.get(at)? {
            0 => return Some(at + 1),
            length => at += 1 + usize::from(length),
        }
    }
}

fn webp(bytes: &[u8]) -> Option<Met> {
    let size = usize::try_from(u32::from_le_bytes(array(bytes, 4)?)).ok()?;
    let end = size.checked_add(8)?;
    bytes.get(end.checked_sub(1)?)?;
    let mut met = Met::default();
    let mut at = 12;
    while at + 8 <= end {
        let name: [u8; 4] = array(bytes, at)?;
        let length = usize::try_from(u32::from_le_bytes(array(bytes, at + 4)?)).ok()?;
        match &name {
            b"VP8L" => met.exact = true,
            b"ANIM" => met.moves = true,
            _ => {}
        }
        at = at
            .checked_add(8)?
            .checked_add(length)?
            .checked_add(length % 2)?;
    }
    Some(met)
}

fn two(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(array(bytes, at)?))
}

fn array<const N: usize>(bytes: &[u8], at: usize) -> Option<[u8; N]> {
    bytes.get(at..at.checked_add(N)?)?.try_into().ok()
}
