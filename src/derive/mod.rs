//! The showing wing: a project and an as-of date become a report; every number on the site is made here.

mod changes;
mod course;
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
mod progress;
mod reason;
mod report;
mod reporting;
mod rollup;
mod score;
mod sets;
mod shares;
mod sight;
mod subset;
mod suspect;
#[cfg(test)]
mod tests;
mod trend;

pub(crate) use changes::{
    Change, Changes, Fate, Field, Subject, Value, changes, red_runs, snapshot,
};
pub(crate) use facts::facts;
pub(crate) use ledger::report;
#[cfg(test)]
pub(crate) use reason::REASON_CODES;
pub(crate) use report::{
    ActualBasis, AssessmentFacts, Count, IndicatorFacts, ItemFacts, Placing, PlannedBasis,
    ProblemFacts, Rate, Reason, ReasonValue, Report, RollUp, Timing,
};

pub(crate) use subset::{risen, roll_up, sum};
pub(crate) use trend::Trend;
