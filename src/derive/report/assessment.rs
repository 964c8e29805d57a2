//! What is derived for an assessment: scores with the source of every point, ranks within groups, and moves since the last one.

use crate::date::Date;
use crate::decimal::Decimal;
use crate::model::{Assessment, Inspection, Key, Party, Text, Unit};

use super::{PartAttainment, Rate};

/// The scores and ranks of an assessment. Its own record is read at D, everything that it scores at its period's last day.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct AssessmentFacts {
    /// The day of which its scores are; none: the period has not ended by D, and nothing is scored.
    pub(crate) scored_on: Option<Date>,
    /// The assessment of its series that it is compared with: the last whose period ended before this one's.
    pub(crate) previous: Option<Key<Assessment>>,
    /// In the order of the assessment; without groups of its own in the order of the units.
    pub(crate) groups: Vec<GroupResult>,
}

/// A group of units: those that exist and are active on the last day of the period and name this group.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct GroupResult {
    pub(crate) name: Text,
    /// By rank; those of one rank in the order of the units. A vetoed unit is ranked, last, even if it has no score.
    pub(crate) ranked: Vec<UnitScore>,
    /// No criterion has data for them, so that they have no score; a bonus or a deduction gives them none either.
    pub(crate) unranked: Vec<Key<Unit>>,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct UnitScore {
    pub(crate) unit: Key<Unit>,
    /// Beside the assessment's criteria, place by place.
    pub(crate) parts: Vec<PartScore>,
    /// Σ w·s / Σ w over the criteria with data, as it is shown: with the assessment's decimals. None without data.
    pub(crate) base: Option<Decimal>,
    pub(crate) bonuses: PointsSum,
    pub(crate) deductions: PointsSum,
    /// Σ w·s / Σ w + bonuses − deductions, rounded once to the assessment's decimals, and not yet held to anything.
    pub(crate) free: Option<Decimal>,
    /// The same held to 0–cap. Only a vetoed unit is ranked without one.
    pub(crate) score: Option<Decimal>,
    /// By score, the same for equals, and the next one after as many as stand before it: 1, 2, 3, 3, 5. Vetoed units share the rank after
    /// all others.
    pub(crate) rank: u32,
    /// Another unit of the group has the same rank.
    pub(crate) tied: bool,
    /// Its rank in the same group of the previous assessment.
    pub(crate) previous_rank: Option<u32>,
    /// Places won since then; below 0 when lost.
    pub(crate) movement: Option<i64>,
    /// Place in the assessment's `bands`: the highest whose `min` is reached, the lowest for a vetoed unit.
    pub(crate) band: Option<usize>,
    pub(crate) vetoed: bool,
    /// Places in the assessment's `vetoes`.
    pub(crate) vetoes: Vec<usize>,
    /// Places of the criteria without data: the weights of the others are rescaled.
    pub(crate) left_out: Vec<usize>,
}

/// What one criterion gives a unit.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PartScore {
    /// The criterion's place.
    pub(crate) criterion: usize,
    /// 0–100 with 2 decimals; none: no data.
    pub(crate) s: Option<Decimal>,
    pub(crate) weight: Decimal,
    /// w·s / Σ w with 2 decimals, or as many as the assessment has if these are more; none without data. The sum of these may differ from `base` in the last digit.
    pub(crate) points: Option<Decimal>,
    pub(crate) basis: ScoreBasis,
}

/// Where an s comes from. What an assessment with a campaign looks at is of that campaign; one without looks at everything.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum ScoreBasis {
    /// Weighted progress of the ledger items that it leads, cancelled and ongoing ones left out.
    Progress { items: u32 },
    /// Finished by the limit, of the items whose limit lies within the period; one whose limit is the last day counts once it is finished.
    OnTime(Rate),
    /// Closed, of those finished or closed.
    Closure(Rate),
    /// Reported in time, of all that was owed at the cut-offs whose grace ran out within the period: so each cut-off belongs to one period.
    Reporting { rate: Rate, cutoffs: u32 },
    /// 100 less the points of its findings, not below 0.
    Inspection {
        /// Dated within the period, with the unit in their scope or in a finding; none: nobody looked, and there are no data.
        inspections: Vec<Key<Inspection>>,
        /// On this unit, with points.
        findings: Vec<FindingPoints>,
        points: Decimal,
    },
    /// The weighted mean of A* on the last day, over those that have one: of the criterion's indicators those that the unit or no unit owns;
    /// without such a list all that it owns.
    Indicator {
        indicators: Vec<PartAttainment>,
        /// Left out, because these readers may not see them.
        hidden: u32,
    },
    /// 100·score / max, held to 0–100.
    Manual {
        score: Decimal,
        max: Decimal,
        reason: Option<Text>,
        by: Option<Party>,
    },
    /// Not scored by hand.
    NotScored,
}

/// Points that an inspection's finding takes off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FindingPoints {
    pub(crate) inspection: Key<Inspection>,
    /// The finding's place in the inspection as it is read on the last day of the period; an amendment may have moved it since.
    pub(crate) finding: usize,
    /// The finding's id, its anchor on the inspection's page.
    pub(crate) id: String,
    pub(crate) points: Decimal,
}

/// Bonuses or deductions of a unit; those dated after D do not count yet.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct PointsSum {
    pub(crate) total: Decimal,
    /// Places in the assessment's `bonuses` or `deductions`.
    pub(crate) entries: Vec<usize>,
}
