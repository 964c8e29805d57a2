//! The showing wing: a project and an as-of date become a report; every number on the site is made here.

mod burn_up;
mod changes;
mod comparison;
mod course;
mod course_rows;
mod criterion;
mod desk;
mod fact_rows;
mod facts;
mod glance;
mod indicator;
mod indicator_rows;
mod item;
mod known;
mod ladder;
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
mod reporting_course;
mod rollup;
mod schedule;
mod score;
mod score_rows;
mod sets;
mod shares;
mod sight;
mod subset;
mod suspect;
mod task_rows;
#[cfg(test)]
mod tests;
mod trend;
mod worst;

pub(crate) use burn_up::{BurnPoint, BurnUp, burn_up};
pub(crate) use changes::{
    Change, Changes, Fate, Field, Snapshot, Subject, Value, changes, red_runs, snapshot,
};
pub(crate) use comparison::{
    compared_report, compared_report_again, edition_before, edition_report, red_days,
};
pub(crate) use facts::facts;
#[cfg(test)]
pub(crate) use glance::task_on;
pub(crate) use glance::{Kinship, decision_on, kinship};
pub(crate) use known::Known;
#[cfg(test)]
pub(crate) use ladder::next_rung;
pub(crate) use ladder::{Ladder, ladder, returned};
pub(crate) use ledger::report;
#[cfg(test)]
pub(crate) use reason::REASON_CODES;
pub(crate) use report::{
    ActualBasis, Count, ItemFacts, MilestoneFacts, Placing, PlannedBasis, Rate, Reason,
    ReasonValue, Report, RollUp, Suspect, Timing, UnitFacts,
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
pub(crate) use schedule::{Schedule, schedule};

pub(crate) use reporting_course::{Reported, ReportingCourse, item_reporting, unit_reporting};
pub(crate) use subset::{planned_mean, problem_roll_up, risen, roll_up, sum, targets_met};
pub(crate) use suspect::decision_digest;
pub(crate) use trend::{More, Trend, figure_trend};
pub(crate) use worst::{Above, Worst, worst_below};
