//! What is derived for an indicator: what was last observed, and how far that is on the way to its target.

use crate::decimal::Decimal;
use crate::model::{Indicator, Key};

/// What is derived for an indicator, from what is dated ≤ D alone. Places are those in the record's own lists.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct IndicatorFacts {
    /// Place in `observations` of the last one: the latest date, then written order.
    pub(crate) last: Option<usize>,
    /// The last one of an earlier day: what was written later for the same day stands in place of what was written before.
    pub(crate) previous: Option<usize>,
    /// The last value less the previous one, where both are numbers.
    pub(crate) change: Option<Decimal>,
    /// Place in `targets` of the one in force: the earliest with `by` ≥ D, else the last.
    pub(crate) target: Option<usize>,
    /// A, with 2 decimals; may lie below 0 and above 100.
    pub(crate) attained: Option<Decimal>,
    /// A*: A held to 0–100.
    pub(crate) credited: Option<Decimal>,
    /// The last value reaches the target, exactly and not as rounded. Of a composite: every part does; unknown while no part
    /// fails and one is unknown or hidden.
    pub(crate) met: Option<bool>,
    pub(crate) basis: AttainmentBasis,
}

/// How A was made, with its numbers.
///
/// A share needs something above zero to be a share of: the way from baseline to target, the target of what shall rise, the value
/// of what shall fall. Where that is zero or less (the baseline is already beyond the target, a target or a value is negative), A
/// is 100 when the value meets the target, and none when it does not.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum AttainmentBasis {
    None(NoAttainment),
    /// The share of the way from baseline to target: up 100·(v − b)/(t − b), down 100·(b − v)/(b − t).
    Way {
        value: Decimal,
        baseline: Decimal,
        target: Decimal,
    },
    /// Up, without a baseline: 100·v/t.
    Reached {
        value: Decimal,
        target: Decimal,
    },
    /// Down, without a baseline: 100·t/v.
    LoweredTo {
        value: Decimal,
        target: Decimal,
    },
    /// There is nothing to be a share of, and the value meets the target: 100.
    Met {
        value: Decimal,
        target: Decimal,
    },
    /// Within the band, both ends included: 100.
    InBand {
        value: Decimal,
        low: Decimal,
        high: Decimal,
    },
    /// Outside, as the baseline was: 100·(d_b − d_v)/d_b, where d is the distance to the nearer end of the band.
    ToBand {
        value: Decimal,
        baseline: Decimal,
        low: Decimal,
        high: Decimal,
    },
    /// The weighted mean of the parts' A*, over the parts that have one.
    Parts {
        /// Those that exist at D and are shown, in written order.
        parts: Vec<PartAttainment>,
        /// Left out, because these readers may not see them.
        hidden: u32,
    },
}

/// Why there is no A.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoAttainment {
    /// A judgement is never given a number.
    Qualitative,
    NotObserved,
    NoTarget,
    /// Nothing to be a share of, and the target is not met; or outside a band with no baseline outside it.
    NoScale,
    /// A composite none of whose parts has one.
    NoParts,
}

/// A part of a composite indicator, or an indicator of an assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PartAttainment {
    pub(crate) indicator: Key<Indicator>,
    pub(crate) weight: Decimal,
    /// A*; none: left out of the mean.
    pub(crate) credited: Option<Decimal>,
}
