//! A smaller picture: each of its pixels is the mean of the area that it covers, in whole numbers.

/// Pixels row by row, each of `channels` bytes.
pub(super) struct Pixels<'p> {
    pub(super) bytes: &'p [u8],
    pub(super) channels: usize,
    pub(super) width: usize,
    pub(super) height: usize,
}

/// The picture in a size that is not larger.
pub(super) fn smaller(from: &Pixels<'_>, width: usize, height: usize) -> Vec<u8> {
    let channels = from.channels;
    let row = width * channels;
    let whole = (from.width * from.height) as u64;
    let mut out = Vec::with_capacity(row * height);
    let across = covers(from.width, width);
    let mut sums = vec![0u64; row];
    let mut line = vec![0u64; row];
    for cover in covers(from.height, height) {
        sums.fill(0);
        for (y, weight) in cover.parts() {
            let start = y * from.width * channels;
            let bytes = &from.bytes[start..start + from.width * channels];
            narrow(bytes, channels, &across, &mut line);
            for (sum, part) in sums.iter_mut().zip(&line) {
                *sum += part * weight;
            }
        }
        // A mean of bytes is a byte.
        out.extend(sums.iter().map(|sum| ((sum + whole / 2) / whole) as u8));
    }
    out
}

/// One line, each new pixel the weighted sum of the old ones that it covers.
fn narrow(bytes: &[u8], channels: usize, across: &[Cover], line: &mut [u64]) {
    for (cover, pixel) in across.iter().zip(line.chunks_exact_mut(channels)) {
        pixel.fill(0);
        for (x, weight) in cover.parts() {
            let old = &bytes[x * channels..(x + 1) * channels];
            for (sum, value) in pixel.iter_mut().zip(old) {
                *sum += u64::from(*value) * weight;
            }
        }
    }
}

/// What a new pixel covers of the old ones, where an old one is as wide as there are new ones, and a new one as wide as
/// there are old ones: so all widths are whole.
struct Cover {
    first: usize,
    weights: Vec<u64>,
}

impl Cover {
    fn parts(&self) -> impl Iterator<Item = (usize, u64)> {
        let each = self.weights.iter().enumerate();
        each.map(|(step, weight)| (self.first + step, *weight))
    }
}

fn covers(old: usize, new: usize) -> Vec<Cover> {
    let each = (0..new).map(|place| {
        let (begin, end) = (place * old, (place + 1) * old);
        let (first, last) = (begin / new, (end - 1) / new);
        let weight = |at: usize| ((at + 1) * new).min(end) - (at * new).max(begin);
        let weights = (first..=last).map(|at| weight(at) as u64).collect();
        Cover { first, weights }
    });
    each.collect()
}

#[cfg(test)]
mod tests {
    use super::{Pixels, smaller};

    fn grey(bytes: &[u8], width: usize, to: (usize, usize)) -> Vec<u8> {
        let pixels = Pixels {
            bytes,
            channels: 1,
            width,
            height: bytes.len() / width,
        };
        smaller(&pixels, to.0, to.1)
    }

    #[test]
    fn a_pixel_is_the_mean_of_what_it_covers() {
        assert_eq!(grey(&[10, 20, 30, 40], 2, (1, 1)), [25]);
        assert_eq!(grey(&[0, 30, 60], 3, (1, 1)), [30]);
        // Two of three: the middle one counts half on each side: (2·0 + 30)/3 and (30 + 2·60)/3.
        assert_eq!(grey(&[0, 30, 60], 3, (2, 1)), [10, 50]);
        assert_eq!(grey(&[1, 2], 2, (1, 1)), [2], "half away from zero");
    }

    #[test]
    fn a_picture_in_its_own_size_stays() {
        let bytes: Vec<u8> = (0..60).collect();
        assert_eq!(grey(&bytes, 10, (10, 6)), bytes);
    }

    #[test]
    fn channels_do_not_mix() {
        let pixels = Pixels {
            bytes: &[0, 100, 200, 20, 120, 220],
            channels: 3,
            width: 2,
            height: 1,
        };
        assert_eq!(smaller(&pixels, 1, 1), [10, 110, 210]);
    }
}
