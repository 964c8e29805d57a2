//! Lists of documents as short text: Golomb-Rice codes in letters that need no escape.

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// So many ones in a row say that a number follows as it is.
const ESCAPE: u32 = 20;

/// How many letters hold any number below `documents`.
pub(super) fn width(documents: usize) -> u32 {
    let mut width = 1;
    while documents > 1 << (6 * width) {
        width += 1;
    }
    width
}

/// Ascending numbers, each below 64 to the power of `width`.
///
/// One number: its digits. More: a letter for k, then in bits, the first from the left, the first number in as many bits as its
/// digits have, and for each step to the next less one, s: s >> k ones and a zero, then the lowest k bits of s; or twenty ones
/// and s as the first number is written. What is left of the last letter is filled with ones.
pub(super) fn written(numbers: &[u32], width: u32) -> String {
    let Some((first, rest)) = numbers.split_first() else {
        return String::new();
    };
    let whole = 6 * width;
    let mut bits = Bits::default();
    if rest.is_empty() {
        bits.push(*first, whole);
        return bits.finish();
    }
    let steps = || numbers.windows(2).map(|pair| pair[1] - pair[0] - 1);
    let k = best(&steps, (rest.len(), whole));
    bits.push(k, 6);
    bits.push(*first, whole);
    for step in steps() {
        let ones = step >> k;
        if ones < ESCAPE {
            bits.push((1 << (ones + 1)) - 2, ones + 1);
            bits.push(step & ((1 << k) - 1), k);
        } else {
            bits.push((1 << ESCAPE) - 1, ESCAPE);
            bits.push(step, whole);
        }
    }
    bits.finish()
}

/// The numbers that were written so; none where a text was not.
pub(super) fn read(text: &str, width: u32) -> Option<Vec<u32>> {
    let whole = 6 * width;
    let mut bits = BitsOf::new(text)?;
    if text.len() == width as usize {
        return Some(vec![bits.take(whole)?]);
    }
    let k = bits.take(6).filter(|k| *k < 32)?;
    let mut all = vec![bits.take(whole)?];
    loop {
        let ones = bits.ones(ESCAPE);
        let step = if ones == ESCAPE {
            bits.take(whole)?
        } else if bits.take(1).is_none() {
            return Some(all);
        } else {
            ones << k | bits.take(k)?
        };
        let next = all.last()?.checked_add(step)?.checked_add(1)?;
        all.push(next);
    }
}

/// The k with the fewest bits, near that of the mean.
fn best<I: Iterator<Item = u32>>(steps: &dyn Fn() -> I, (count, whole): (usize, u32)) -> u32 {
    let sum: u64 = steps().map(u64::from).sum();
    let mean = sum / count as u64;
    let near = 64 - mean.leading_zeros();
    let cost = |k: u32| -> u64 {
        let one = |step: u32| match step >> k {
            ones if ones < ESCAPE => ones + 1 + k,
            _ => ESCAPE + whole,
        };
        steps().map(|step| u64::from(one(step))).sum()
    };
    (near.saturating_sub(4)..=near)
        .min_by_key(|k| cost(*k))
        .unwrap_or(0)
}

#[derive(Default)]
struct Bits {
    out: String,
    held: u64,
    count: u32,
}

impl Bits {
    fn push(&mut self, value: u32, bits: u32) {
        self.held = self.held << bits | u64::from(value);
        self.count += bits;
        while self.count >= 6 {
            self.count -= 6;
            let letter = (self.held >> self.count) & 63;
            self.out.push(char::from(LETTERS[letter as usize]));
        }
        self.held &= (1 << self.count) - 1;
    }

    fn finish(mut self) -> String {
        if self.count > 0 {
            let missing = 6 - self.count;
            self.push((1 << missing) - 1, missing);
        }
        self.out
    }
}

/// The bits of a text that are not read yet, those that are at hand at the top.
struct BitsOf<'t> {
    rest: std::slice::Iter<'t, u8>,
    held: u64,
    count: u32,
}

impl<'t> BitsOf<'t> {
    fn new(text: &'t str) -> Option<BitsOf<'t>> {
        let known = |letter: &u8| DIGITS[usize::from(*letter)] < 64;
        text.as_bytes().iter().all(known).then(|| BitsOf {
            rest: text.as_bytes().iter(),
            held: 0,
            count: 0,
        })
    }

    /// At least as many as the longest of numbers has, where there are so many left.
    fn fill(&mut self) {
        while self.count <= 64 - 6 {
            let Some(letter) = self.rest.next() else {
                return;
            };
            let digit = u64::from(DIGITS[usize::from(*letter)]);
            self.count += 6;
            self.held |= digit << (64 - self.count);
        }
    }

    fn take(&mut self, bits: u32) -> Option<u32> {
        self.fill();
        if bits > self.count.min(32) {
            return None;
        }
        let value = self.held.checked_shr(64 - bits).unwrap_or(0);
        self.held <<= bits;
        self.count -= bits;
        Some(value as u32)
    }

    /// Takes the ones that come next, so many at most.
    fn ones(&mut self, most: u32) -> u32 {
        self.fill();
        let ones = self.held.leading_ones().min(most).min(self.count);
        self.held <<= ones;
        self.count -= ones;
        ones
    }
}

/// What each letter stands for; 64: it is none of them.
const DIGITS: [u8; 256] = {
    let mut digits = [64; 256];
    let mut digit = 0;
    while digit < 64 {
        digits[LETTERS[digit] as usize] = digit as u8;
        digit += 1;
    }
    digits
};
