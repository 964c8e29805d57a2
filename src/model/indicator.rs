//! An outcome indicator 指标: baseline, targets, and what was observed. A judgement is never given a number.

use super::word::worded;
use crate::date::Date;
use crate::decimal::Decimal;

use super::{Area, Campaign, Head, Party, Seen, Text};

#[derive(Debug, Clone)]
pub(crate) struct Indicator {
    pub(crate) head: Head,
    pub(crate) name: Text,
    pub(crate) kind: IndicatorKind,
    pub(crate) campaign: Option<Seen<Campaign>>,
    pub(crate) unit_of_measure: Option<Text>,
    /// Where better lies; `Up` when it is not said.
    pub(crate) direction: Direction,
    pub(crate) baseline: Option<Baseline>,
    /// In the order of their days.
    pub(crate) targets: Vec<IndicatorTarget>,
    /// In written order; “last” is the latest date, then written order.
    pub(crate) observations: Vec<Observation>,
    /// Of a composite indicator.
    pub(crate) parts: Vec<IndicatorPart>,
    pub(crate) areas: Vec<Seen<Area>>,
    pub(crate) owner: Option<Party>,
    /// Above zero, default 1.
    pub(crate) weight: Decimal,
}

impl Indicator {
    /// The baseline as it is known at a day: one without a date always is.
    pub(crate) fn baseline_at(&self, day: Date) -> Option<Baseline> {
        let known = |baseline: &Baseline| baseline.date.is_none_or(|on| on <= day);
        self.baseline.filter(known)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum IndicatorKind {
    Numeric,
    Composite,
    Qualitative,
    Survey,
}

worded!(IndicatorKind {
    Numeric "numeric",
    Composite "composite",
    Qualitative "qualitative",
    Survey "survey",
});

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(crate) enum Direction {
    #[default]
    Up,
    Down,
    /// Good between two values.
    Band,
}

worded!(Direction {
    Up "up",
    Down "down",
    Band "band",
});

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Baseline {
    pub(crate) date: Option<Date>,
    pub(crate) value: Decimal,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct IndicatorTarget {
    pub(crate) by: Date,
    pub(crate) value: TargetValue,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TargetValue {
    One(Decimal),
    /// Both ends are in it.
    Band(Decimal, Decimal),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Observation {
    pub(crate) date: Date,
    pub(crate) value: Option<Decimal>,
    /// The judgement of a qualitative indicator, as written.
    pub(crate) text: Option<Text>,
    pub(crate) source: Option<Text>,
    pub(crate) provisional: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct IndicatorPart {
    pub(crate) indicator: Seen<Indicator>,
    /// Above zero, default 1.
    pub(crate) weight: Decimal,
}
