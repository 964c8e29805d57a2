//! Exact decimal numbers, rounded half away from zero; the only module that names `rust_decimal`.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Mul, Neg, Sub};

use rust_decimal::prelude::FromStr;
use rust_decimal::{Decimal as Inner, RoundingStrategy};

/// An exact decimal number: `0.1` is a tenth.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(crate) struct Decimal(Inner);

/// The most digits before the point, and after it: beyond them sums and products would no longer be exact.
const WHOLE: usize = 18;
const PART: usize = 9;

impl Decimal {
    pub(crate) const ZERO: Decimal = Decimal(Inner::ZERO);
    pub(crate) const ONE: Decimal = Decimal(Inner::ONE);
    pub(crate) const HUNDRED: Decimal = Decimal(Inner::ONE_HUNDRED);

    pub(crate) fn from_whole(number: i64) -> Decimal {
        Decimal(Inner::from(number))
    }

    /// Reads `12`, `-3.50` and the like: plain digits, no exponent, no grouping.
    pub(crate) fn parse(text: &str) -> Option<Decimal> {
        let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
        let plain = digits.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
        if whole.len() > WHOLE || part.len() > PART {
            return None;
        }
        if !plain || !digits.starts_with(|c: char| c.is_ascii_digit()) || digits.ends_with('.') {
            return None;
        }
        Inner::from_str(text).ok().map(|d| Decimal(d.normalize()))
    }

    /// The number that was most likely meant by a text that is no plain number: `1,250`, `20%`, `32座`, `１２`.
    pub(crate) fn meant(text: &str) -> Option<Decimal> {
        let plain: String = text
            .trim()
            .chars()
            .filter(|c| !matches!(c, ',' | '，' | ' '))
            .map(|c| match c {
                '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10).unwrap_or(c),
                '．' => '.',
                '－' => '-',
                other => other,
            })
            .collect();
        let end = plain.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | '-')));
        let (number, unit) = plain.split_at(end.unwrap_or(plain.len()));
        // What multiplies a number is left to the writer.
        let is_unit = !unit.contains(|c: char| c.is_ascii_digit() || "十百千万亿分".contains(c));
        Decimal::parse(number).filter(|_| is_unit)
    }

    /// Rounded to `places` decimals, half away from zero.
    pub(crate) fn round(self, places: u32) -> Decimal {
        let rounded = self
            .0
            .round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
        Decimal(rounded.normalize())
    }

    /// The quotient, exact to 28 digits; none when the divisor is zero.
    pub(crate) fn over(self, divisor: Decimal) -> Option<Decimal> {
        self.0
            .checked_div(divisor.0)
            .map(|d| Decimal(d.normalize()))
    }

    pub(crate) fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    pub(crate) fn is_negative(self) -> bool {
        self < Decimal::ZERO
    }

    pub(crate) fn is_positive(self) -> bool {
        self > Decimal::ZERO
    }

    pub(crate) fn abs(self) -> Decimal {
        Decimal(self.0.abs())
    }

    /// With exactly `places` decimals, for columns of figures.
    pub(crate) fn fixed(self, places: u32) -> String {
        format!("{:.*}", places as usize, self.round(places).0)
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.normalize())
    }
}

impl fmt::Debug for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl Add for Decimal {
    type Output = Decimal;
    fn add(self, other: Decimal) -> Decimal {
        Decimal(self.0.saturating_add(other.0))
    }
}

impl Sub for Decimal {
    type Output = Decimal;
    fn sub(self, other: Decimal) -> Decimal {
        Decimal(self.0.saturating_sub(other.0))
    }
}

impl Mul for Decimal {
    type Output = Decimal;
    fn mul(self, other: Decimal) -> Decimal {
        Decimal(self.0.saturating_mul(other.0))
    }
}

impl Neg for Decimal {
    type Output = Decimal;
    fn neg(self) -> Decimal {
        Decimal(-self.0)
    }
}

impl Sum for Decimal {
    fn sum<I: Iterator<Item = Decimal>>(numbers: I) -> Decimal {
        numbers.fold(Decimal::ZERO, Add::add)
    }
}

impl From<u32> for Decimal {
    fn from(number: u32) -> Decimal {
        Decimal(Inner::from(number))
    }
}

/// A JSON number with the digits that it has, never through a float.
impl serde::Serialize for Decimal {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let number: serde_json::Number = self
            .to_string()
            .parse()
            .map_err(serde::ser::Error::custom)?;
        number.serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::Decimal;

    fn d(text: &str) -> Decimal {
        Decimal::parse(text).expect("a number in a test")
    }

    #[test]
    fn halves_round_away_from_zero() {
        for (text, rounded) in [
            ("0.125", "0.13"),
            ("-0.125", "-0.13"),
            ("2.675", "2.68"),
            ("1.005", "1.01"),
        ] {
            assert_eq!(d(text).round(2), d(rounded), "{text}");
        }
    }

    #[test]
    fn a_third_has_no_half() {
        assert_eq!(d("100").over(d("3")).map(|q| q.round(2)), Some(d("33.33")));
        assert_eq!(d("200").over(d("3")).map(|q| q.round(2)), Some(d("66.67")));
        assert_eq!(d("1").over(Decimal::ZERO), None);
    }

    #[test]
    fn what_is_no_plain_number_is_refused() {
        for text in [
            "",
            "1e3",
            "1,000",
            ".5",
            "5.",
            "0x10",
            "１",
            "NaN",
            "--1",
            "1.2.3",
            "1234567890123456789",
            "0.1234567891",
        ] {
            assert_eq!(Decimal::parse(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_in_json_keep_their_digits() {
        let json = serde_json::to_string(&vec![d("0.1"), d("100"), d("33.30"), d("-2.5")]).unwrap();
        assert_eq!(json, "[0.1,100,33.3,-2.5]");
    }
}
