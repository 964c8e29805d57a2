//! An inspection 督查 and what it found.

use crate::date::Date;
use crate::decimal::Decimal;

use super::{Area, Campaign, Head, Party, Photos, Problem, Seen, Task, Text, Unit};

#[derive(Debug, Clone)]
pub(crate) struct Inspection {
    pub(crate) head: Head,
    pub(crate) title: Text,
    pub(crate) date: Date,
    pub(crate) campaign: Option<Seen<Campaign>>,
    pub(crate) inspectors: Vec<Party>,
    pub(crate) method: Option<Text>,
    pub(crate) areas: Vec<Seen<Area>>,
    pub(crate) units: Vec<Seen<Unit>>,
    pub(crate) tasks: Vec<Seen<Task>>,
    /// The earlier inspection that this one looks back at 回头看.
    pub(crate) follow_up_of: Option<Seen<Inspection>>,
    pub(crate) findings: Vec<InspectionFinding>,
    pub(crate) conclusion: Option<Text>,
    /// What was sent to the inspected, and what they answered.
    pub(crate) feedback: Option<Feedback>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct InspectionFinding {
    /// Its own, or its number from 1: the anchor on the inspection's page.
    pub(crate) id: String,
    pub(crate) text: Text,
    pub(crate) unit: Option<Seen<Unit>>,
    pub(crate) place: Option<Text>,
    /// From 1, the lightest, to 3, the gravest.
    pub(crate) severity: Option<u8>,
    /// Taken off the unit's score; not below zero.
    pub(crate) points: Option<Decimal>,
    pub(crate) photos: Vec<Photos>,
    pub(crate) due: Option<Date>,
    pub(crate) problem: Option<Seen<Problem>>,
    /// In written order.
    pub(crate) rectification: Vec<Rectification>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rectification {
    pub(crate) on: Date,
    pub(crate) text: Text,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Feedback {
    pub(crate) sent_on: Option<Date>,
    pub(crate) response: Option<Text>,
}
