//! Words of closed lists, such as a unit's kind, and the values of the model that they stand for.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Error, Visitor};

use crate::model::{
    AgendaKind, BulletinKind, CriterionKind, Direction, DocumentKind, IndicatorKind, Language,
    Layout, Light, MeetingKind, MinutesState, NoticeKind, Outcome, Pace, ReportingCadence,
    SeriesKind, Session, State, UnitKind, Verdict, Visibility, Worded,
};

/// A word of the closed list of `T`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Word<T>(pub(crate) T);

pub(super) trait Listed: Copy + 'static {
    const NAMES: &'static [&'static str];
    const VALUES: &'static [Self];
}

/// Lists of the model are taken as they are.
macro_rules! listed {
    ($($type:ty),+ $(,)?) => {
        $(impl Listed for $type {
            const NAMES: &'static [&'static str] = <$type as Worded>::WORDS;
            const VALUES: &'static [$type] = <$type as Worded>::VALUES;
        })+
    };
}

listed!(
    Visibility,
    SeriesKind,
    ReportingCadence,
    UnitKind,
    Verdict,
    NoticeKind,
    MeetingKind,
    Session,
    AgendaKind,
    Outcome,
    MinutesState,
    DocumentKind,
    IndicatorKind,
    Direction,
    CriterionKind,
    BulletinKind,
    Layout,
    Light,
    State,
    Pace,
);

macro_rules! words {
    ($type:ty { $($name:literal => $value:expr),+ $(,)? }) => {
        impl Listed for $type {
            const NAMES: &'static [&'static str] = &[$($name),+];
            const VALUES: &'static [$type] = &[$($value),+];
        }
    };
}

words!(Language { "zh-CN" => Language::Chinese, "zh" => Language::Chinese, "en" => Language::English });

/// How shares of a whole are rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sharing {
    /// Each by itself.
    Round,
    /// By largest remainder.
    SumTo100,
}

/// Within what units are ranked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RankedBy {
    /// Their group, the only way that there is: naming it says what holds anyway.
    Group,
}

words!(RankedBy { "group" => RankedBy::Group });
words!(Sharing { "round" => Sharing::Round, "sum_to_100" => Sharing::SumTo100 });

struct WordVisitor<T>(PhantomData<T>);

impl<T: Listed> Visitor<'_> for WordVisitor<T> {
    type Value = Word<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("word")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Word<T>, E> {
        let place = T::NAMES.iter().position(|name| *name == text);
        place
            .map(|p| Word(T::VALUES[p]))
            .ok_or_else(|| E::unknown_variant(text, T::NAMES))
    }
}

impl<'de, T: Listed> Deserialize<'de> for Word<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Word<T>, D::Error> {
        from.deserialize_str(WordVisitor(PhantomData))
    }
}
