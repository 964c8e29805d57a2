//! All records of a site, linked, as one audience may see them.

use super::{
    Area, Assessment, Bulletin, Calendar, Campaign, Decision, Document, Indicator, Inspection,
    Instruction, Meeting, Person, Problem, Rules, Shelf, Site, Task, Unit,
};

#[derive(Debug)]
pub(crate) struct Project {
    pub(crate) site: Site,
    pub(crate) calendar: Calendar,
    pub(crate) rules: Rules,
    pub(crate) campaigns: Shelf<Campaign>,
    pub(crate) areas: Shelf<Area>,
    pub(crate) units: Shelf<Unit>,
    pub(crate) people: Shelf<Person>,
    pub(crate) tasks: Shelf<Task>,
    pub(crate) meetings: Shelf<Meeting>,
    pub(crate) decisions: Shelf<Decision>,
    pub(crate) documents: Shelf<Document>,
    pub(crate) problems: Shelf<Problem>,
    pub(crate) indicators: Shelf<Indicator>,
    pub(crate) instructions: Shelf<Instruction>,
    pub(crate) inspections: Shelf<Inspection>,
    pub(crate) assessments: Shelf<Assessment>,
    pub(crate) bulletins: Shelf<Bulletin>,
    /// These readers may see every record; else figures count only what they may see.
    pub(crate) sees_all: bool,
    /// How many records were read, seen by this audience or not.
    pub(crate) records: usize,
    /// Whether this audience sees what is internal.
    pub(crate) shows_internal: bool,
}
