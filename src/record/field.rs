//! The kinds of value that a field may hold; what is expected is named by stable words that the findings know.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Unexpected, Visitor};

use crate::date::{Date, NoDate};
use crate::decimal::Decimal;
use crate::model::Text;

/// A value read from the text of one scalar.
pub(super) trait Scalar: Sized {
    /// The word for what is expected.
    const EXPECTED: &'static str;
    /// The word for what is wrong with the text, when it is more than not being what is expected.
    fn read(text: &str) -> Result<Self, &'static str>;
}

struct ScalarVisitor<T>(PhantomData<T>);

impl<T: Scalar> Visitor<'_> for ScalarVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::EXPECTED)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        T::read(text).map_err(|expected| E::invalid_value(Unexpected::Str(text), &expected))
    }
}

macro_rules! scalar {
    ($($type:ty),+) => {$(
        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                from.deserialize_str(ScalarVisitor(PhantomData))
            }
        }
    )+};
}

/// An ISO date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Day(pub(crate) Date);

impl Scalar for Day {
    const EXPECTED: &'static str = "date";
    fn read(text: &str) -> Result<Day, &'static str> {
        Date::parse(text.trim()).map(Day).map_err(|why| match why {
            NoDate::WithoutYear => "date-with-year",
            NoDate::NoSuchDay => "date-that-exists",
            NoDate::NotIso => "date",
        })
    }
}

/// A decimal number, written plainly or quoted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Number(pub(crate) Decimal);

impl Scalar for Number {
    const EXPECTED: &'static str = "number";
    fn read(text: &str) -> Result<Number, &'static str> {
        Decimal::parse(text.trim()).map(Number).ok_or("number")
    }
}

/// A whole number from 0 on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Whole(pub(crate) u32);

impl Scalar for Whole {
    const EXPECTED: &'static str = "whole-number";
    fn read(text: &str) -> Result<Whole, &'static str> {
        let digits = text.bytes().all(|b| b.is_ascii_digit());
        digits
            .then(|| text.parse().ok().map(Whole))
            .flatten()
            .ok_or("whole-number")
    }
}

/// `true` or `false`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Flag(pub(crate) bool);

impl Scalar for Flag {
    const EXPECTED: &'static str = "yes-or-no";
    fn read(text: &str) -> Result<Flag, &'static str> {
        match text {
            "true" | "True" | "TRUE" => Ok(Flag(true)),
            "false" | "False" | "FALSE" => Ok(Flag(false)),
            _ => Err("yes-or-no"),
        }
    }
}

/// A whole number from 1 on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FromOne(pub(crate) u32);

impl Scalar for FromOne {
    const EXPECTED: &'static str = "whole-number-from-one";
    fn read(text: &str) -> Result<FromOne, &'static str> {
        match Whole::read(text) {
            Ok(Whole(number)) if number > 0 => Ok(FromOne(number)),
            _ => Err(FromOne::EXPECTED),
        }
    }
}

scalar!(Day, Number, Whole, FromOne, Flag);

/// A text, or a mapping of languages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Words(pub(crate) Text);

struct WordsVisitor;

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct ByLanguage {
    #[serde(alias = "zh-CN")]
    zh: Option<String>,
    #[serde(alias = "en-GB", alias = "en-US")]
    en: Option<String>,
}

impl<'de> Visitor<'de> for WordsVisitor {
    type Value = Words;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Words, E> {
        self.visit_string(text.to_owned())
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Words, E> {
        Ok(Words(if text.is_empty() {
            Text::Empty
        } else {
            Text::Plain(text)
        }))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Words, A::Error> {
        let ByLanguage { zh, en } = ByLanguage::deserialize(MapAccessDeserializer::new(map))?;
        Ok(Words(Text::translated(zh, en)))
    }
}

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Words, D::Error> {
        from.deserialize_any(WordsVisitor)
    }
}

/// A list; a single value is a list of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct List<T>(pub(crate) Vec<T>);

impl<T> Default for List<T> {
    fn default() -> List<T> {
        List(Vec::new())
    }
}

/// Values by names; a name that is there twice is a fault, as in any mapping.
#[derive(Debug, Clone)]
pub(crate) struct Named<K, T>(pub(crate) BTreeMap<K, T>);

impl<K, T> Default for Named<K, T> {
    fn default() -> Named<K, T> {
        Named(BTreeMap::new())
    }
}

struct NamedVisitor<K, T>(PhantomData<(K, T)>);

impl<'de, K: Deserialize<'de> + Ord, T: Deserialize<'de>> Visitor<'de> for NamedVisitor<K, T> {
    type Value = Named<K, T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("mapping")
    }

    fn visit_unit<E: Error>(self) -> Result<Named<K, T>, E> {
        Ok(Named::default())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Named<K, T>, A::Error> {
        let mut all = BTreeMap::new();
        while let Some((name, value)) = map.next_entry()? {
            if all.insert(name, value).is_some() {
                return Err(A::Error::custom("a name that is there twice"));
            }
        }
        Ok(Named(all))
    }
}

impl<'de, K: Deserialize<'de> + Ord, T: Deserialize<'de>> Deserialize<'de> for Named<K, T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Named<K, T>, D::Error> {
        from.deserialize_any(NamedVisitor(PhantomData))
    }
}

struct ListVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for ListVisitor<T> {
    type Value = List<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("list")
    }

    fn visit_unit<E: Error>(self) -> Result<List<T>, E> {
        Ok(List::default())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<List<T>, E> {
        T::deserialize(StrDeserializer::new(text)).map(|one| List(vec![one]))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<List<T>, A::Error> {
        T::deserialize(MapAccessDeserializer::new(map)).map(|one| List(vec![one]))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<List<T>, A::Error> {
        let mut all = Vec::with_capacity(seq.size_hint().unwrap_or(0).min(1024));
        while let Some(one) = seq.next_element()? {
            all.push(one);
        }
        Ok(List(all))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<List<T>, D::Error> {
        from.deserialize_any(ListVisitor(PhantomData))
    }
}
