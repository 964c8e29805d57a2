//! The showing wing: a project and an as-of date become a report; every number on the site is made here.

mod course;
mod criterion;
mod desk;
mod fact_rows;
mod facts;
mod indicator;
mod item;
mod leaves;
mod ledger;
mod light;
mod months;
mod placing;
mod presence;
mod problem;
mod problem_sums;
mod progress;
mod reason;
mod report;
mod reporting;
mod rollup;
mod score;
mod sets;
mod shares;
mod sight;
#[cfg(test)]
mod tests;

pub(crate) use facts::facts;
pub(crate) use ledger::report;
#[cfg(test)]
pub(crate) use reason::REASON_CODES;
pub(crate) use report::{
    ActualBasis, AreaProblems, AssessmentFacts, AttainmentBasis, Count, FindingPoints, GroupResult,
    IndicatorFacts, ItemFacts, NoAttainment, PartAttainment, PartScore, Placing, PlannedBasis,
    PointsSum, ProblemFacts, ProblemRollUp, Rate, Reason, ReasonValue, Report, RollUp, ScoreBasis,
    Timing, UnitProblems, UnitScore,
};
