//! The showing wing: a project and an as-of date become a report; every number on the site is made here.

mod report;

pub(crate) use report::{
    ActualBasis, Count, ItemFacts, MilestoneFacts, Overridden, PlannedBasis, Rate, Reason,
    ReasonValue, Report, RollUp, Timing, UnitFacts, WithBelow,
};
