//! An assessment 考核: criteria with weights, what was scored by hand, bonuses, deductions and vetoes.

use super::word::worded;
use crate::date::Date;
use crate::decimal::Decimal;

use super::{Campaign, Head, Indicator, Party, Seen, Series, Text, Unit};

#[derive(Debug, Clone)]
pub(crate) struct Assessment {
    pub(crate) head: Head,
    pub(crate) title: Text,
    /// None only when `site.yaml` does not know it, which is a finding.
    pub(crate) series: Option<Series>,
    pub(crate) campaign: Option<Seen<Campaign>>,
    pub(crate) from: Date,
    /// Every score is that of this day.
    pub(crate) to: Date,
    /// Groups of units that are assessed, in this order; empty: every group that a unit names.
    pub(crate) groups: Vec<Text>,
    pub(crate) criteria: Vec<Criterion>,
    pub(crate) manual_scores: Vec<ManualScore>,
    pub(crate) deductions: Vec<Points>,
    pub(crate) bonuses: Vec<Points>,
    pub(crate) vetoes: Vec<Veto>,
    /// This and the next two are those of `site.yaml` where it does not say.
    pub(crate) cap: Decimal,
    pub(crate) decimals: u32,
    /// From the highest `min` down.
    pub(crate) bands: Vec<Band>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Criterion {
    pub(crate) id: String,
    pub(crate) name: Text,
    /// Above zero.
    pub(crate) weight: Decimal,
    pub(crate) kind: CriterionKind,
    /// The full mark of a manual score, default 100.
    pub(crate) max: Decimal,
    /// Those that an `indicator` criterion looks at; empty: all that the unit owns.
    pub(crate) indicators: Vec<Seen<Indicator>>,
    pub(crate) note: Option<Text>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum CriterionKind {
    Progress,
    OnTime,
    Closure,
    Reporting,
    Inspection,
    Indicator,
    Manual,
}

worded!(CriterionKind {
    Progress "progress",
    OnTime "on_time",
    Closure "closure",
    Reporting "reporting",
    Inspection "inspection",
    Indicator "indicator",
    Manual "manual",
});

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ManualScore {
    pub(crate) unit: Seen<Unit>,
    /// The criterion's place.
    pub(crate) criterion: usize,
    pub(crate) score: Decimal,
    pub(crate) reason: Option<Text>,
    pub(crate) by: Option<Party>,
}

/// A bonus or a deduction, above zero.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Points {
    pub(crate) unit: Seen<Unit>,
    pub(crate) points: Decimal,
    pub(crate) reason: Option<Text>,
    pub(crate) source: Option<Text>,
    pub(crate) on: Option<Date>,
}

/// 一票否决.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Veto {
    pub(crate) unit: Seen<Unit>,
    pub(crate) reason: Option<Text>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Band {
    pub(crate) name: Text,
    pub(crate) min: Decimal,
}
