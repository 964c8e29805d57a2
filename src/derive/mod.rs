//! The showing wing: a project and an as-of date become a report; every number on the site is made here.

mod course;
mod criterion;
mod desk;
mod fact_rows;
mod facts;
mod indicator;
mod indicator_rows;
mod item;
mod leaves;
mod ledger;
mod light;
mod months;
mod placing;
mod presence;
mod problem;
mod problem_rows;
mod problem_sums;
mod progress;
mod reason;
mod report;
mod reporting;
mod rollup;
mod score;
mod score_rows;
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
    ActualBasis, Count, ItemFacts, Placing, PlannedBasis, Rate, Reason, ReasonValue, Report,
    RollUp, Timing,
};
#[allow(
    unused_imports,
    reason = "the words of the facts of problems, indicators and assessments, for whichever view shows them"
)]
pub(crate) use report::{
    AreaProblems, AssessmentFacts, AttainmentBasis, FindingPoints, GroupResult, IndicatorFacts,
    NoAttainment, PartAttainment, PartScore, PointsSum, ProblemFacts, ProblemRollUp, ScoreBasis,
    UnitProblems, UnitScore,
};
