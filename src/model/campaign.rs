//! A campaign 活动.

use super::word::worded;
use crate::date::Date;

use super::{Area, Document, Head, Party, Person, Seen, Task, Text, Unit};

#[derive(Debug, Clone)]
pub(crate) struct Campaign {
    pub(crate) head: Head,
    pub(crate) name: Text,
    pub(crate) aliases: Vec<Text>,
    pub(crate) period: Period,
    pub(crate) goal: Option<Text>,
    pub(crate) basis: Vec<Basis>,
    pub(crate) principles: Vec<Text>,
    pub(crate) requirements: Vec<Text>,
    pub(crate) key_periods: Vec<KeyPeriod>,
    pub(crate) command: Vec<CommandPost>,
    pub(crate) office: Option<Seen<Unit>>,
    pub(crate) inspectorates: Vec<Seen<Unit>>,
    pub(crate) charter: Option<Seen<Document>>,
    pub(crate) reporting: Option<Reporting>,
    pub(crate) sponsorships: Vec<Sponsorship>,
    pub(crate) rating_scale: Vec<Text>,
    pub(crate) active: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Period {
    pub(crate) start: Option<Date>,
    pub(crate) end: Option<Date>,
    /// As written, `3年左右`.
    pub(crate) text: Option<Text>,
    pub(crate) approx: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Basis {
    pub(crate) title: Text,
    pub(crate) issuer: Option<Party>,
    pub(crate) document_no: Option<String>,
    pub(crate) date: Option<Date>,
    pub(crate) url: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct KeyPeriod {
    pub(crate) name: Text,
    pub(crate) from: Date,
    pub(crate) to: Date,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CommandPost {
    pub(crate) role: Text,
    pub(crate) person: Party,
}

/// When progress is owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Reporting {
    pub(crate) cadence: ReportingCadence,
    /// 1–7 (Monday = 1) for weekly, else a day of the month, held to its last day.
    pub(crate) cutoff_day: u8,
    pub(crate) grace_days: u8,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ReportingCadence {
    Weekly,
    Monthly,
    Quarterly,
}

worded!(ReportingCadence {
    Weekly "weekly",
    Monthly "monthly",
    Quarterly "quarterly",
});

/// A leader who takes charge 包保.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sponsorship {
    pub(crate) person: Seen<Person>,
    pub(crate) of: Sponsored,
    pub(crate) from: Option<Date>,
    pub(crate) to: Option<Date>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sponsored {
    Unit(Seen<Unit>),
    Area(Seen<Area>),
    Task(Seen<Task>),
}
