//! An item 事项: what a task and an action decision have in common, from which every fact is derived.

use super::word::worded;
use crate::date::Date;
use crate::decimal::Decimal;

use super::{Area, Attachment, Campaign, Light, Party, Person, Seen, Text, Unit};

/// Item, time limit, responsible party, and all that is reported on them.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    /// The one unit that answers for it.
    pub(crate) lead: Seen<Unit>,
    pub(crate) responsible: Vec<Seen<Unit>>,
    pub(crate) supporting: Vec<Seen<Unit>>,
    pub(crate) owner: Option<Party>,
    pub(crate) liaison: Option<Party>,
    /// Its own sponsor; a task without one has its parent's.
    pub(crate) sponsor: Option<Seen<Person>>,
    /// Its own areas; a task without any has its parent's.
    pub(crate) areas: Vec<Seen<Area>>,
    /// Its own campaign, or the only one of the site; a task without one has its parent's.
    pub(crate) campaign: Option<Seen<Campaign>>,
    pub(crate) start: Option<Date>,
    pub(crate) limit: Limit,
    pub(crate) due_text: Option<Text>,
    pub(crate) target: Option<Target>,
    /// In the order of their dates.
    pub(crate) plan: Vec<PlanPoint>,
    pub(crate) milestones: Vec<Milestone>,
    /// In written order; “last” is the latest date, then written order.
    pub(crate) progress: Vec<ProgressEntry>,
    pub(crate) extensions: Vec<Extension>,
    pub(crate) closures: Vec<Closure>,
    pub(crate) ratings: Vec<Rating>,
    pub(crate) light_overrides: Vec<LightOverride>,
    pub(crate) cancelled: Option<Cancellation>,
    pub(crate) suspensions: Vec<Suspension>,
    pub(crate) budget: Option<super::Budget>,
    pub(crate) weight: Decimal,
}

impl Item {
    /// An item of which nothing but its lead is known.
    pub(crate) fn bare(lead: Seen<Unit>) -> Item {
        Item {
            lead,
            responsible: Vec::new(),
            supporting: Vec::new(),
            owner: None,
            liaison: None,
            sponsor: None,
            areas: Vec::new(),
            campaign: None,
            start: None,
            limit: Limit::Ongoing,
            due_text: None,
            target: None,
            plan: Vec::new(),
            milestones: Vec::new(),
            progress: Vec::new(),
            extensions: Vec::new(),
            closures: Vec::new(),
            ratings: Vec::new(),
            light_overrides: Vec::new(),
            cancelled: None,
            suspensions: Vec::new(),
            budget: None,
            weight: Decimal::ONE,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Limit {
    /// The original due date.
    Due(Date),
    /// No end date 常态化推进.
    Ongoing,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Target {
    /// Above zero.
    pub(crate) quantity: Option<Decimal>,
    pub(crate) unit: Option<Text>,
    pub(crate) text: Option<Text>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PlanPoint {
    pub(crate) date: Date,
    pub(crate) percent: Decimal,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Milestone {
    pub(crate) id: Option<String>,
    pub(crate) title: Text,
    pub(crate) due: Date,
    /// Above zero, default 1.
    pub(crate) weight: Decimal,
    pub(crate) done_on: Option<Date>,
    pub(crate) key: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ProgressEntry {
    pub(crate) date: Date,
    pub(crate) percent: Option<Decimal>,
    pub(crate) quantity: Option<Decimal>,
    pub(crate) text: Option<Text>,
    pub(crate) by: Option<Party>,
    pub(crate) period: Option<Text>,
    pub(crate) done: Option<Text>,
    pub(crate) issues: Option<Text>,
    pub(crate) next_steps: Option<Text>,
    pub(crate) needs_help: HelpNeeded,
    pub(crate) finished: bool,
    pub(crate) forecast: Option<Date>,
    pub(crate) confidence: Option<Text>,
    pub(crate) evidence: Vec<Attachment>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum HelpNeeded {
    No,
    Yes,
    With(Text),
}

/// A later time limit, in force once approved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Extension {
    pub(crate) asked_on: Option<Date>,
    pub(crate) approved_on: Option<Date>,
    pub(crate) approved_by: Option<Party>,
    pub(crate) due: Date,
    pub(crate) reason: Option<Text>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) from: Date,
    pub(crate) to: Option<Date>,
}

/// Closing 销号: requested, verified, publicised, closed. Finished is not closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Closure {
    pub(crate) requested_on: Option<Date>,
    pub(crate) verified_on: Option<Date>,
    pub(crate) verifier: Option<Party>,
    pub(crate) publicised: Option<Span>,
    pub(crate) closed_on: Option<Date>,
    pub(crate) verdict: Option<Verdict>,
    pub(crate) note: Option<Text>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    Accepted,
    Returned,
}

worded!(Verdict {
    Accepted "accepted",
    Returned "returned",
});

/// A declared judgement, beside the derived light.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rating {
    pub(crate) level: Text,
    pub(crate) by: Option<Party>,
    pub(crate) on: Date,
    pub(crate) text: Option<Text>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LightOverride {
    pub(crate) light: Light,
    pub(crate) by: Option<Party>,
    pub(crate) on: Date,
    pub(crate) until: Option<Date>,
    pub(crate) reason: Option<Text>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cancellation {
    pub(crate) on: Date,
    pub(crate) by: Option<Party>,
    pub(crate) reason: Option<Text>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Suspension {
    pub(crate) span: Span,
    pub(crate) reason: Option<Text>,
}

/// A supervision notice 督办单.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Notice {
    pub(crate) number: Option<String>,
    pub(crate) kind: NoticeKind,
    pub(crate) issued_on: Date,
    pub(crate) issuer: Option<Party>,
    pub(crate) due: Option<Date>,
    pub(crate) signed_for: Option<(Option<Party>, Option<Date>)>,
    pub(crate) response: Option<(Option<Date>, Option<Text>)>,
    pub(crate) closed_on: Option<Date>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum NoticeKind {
    Reminder,
    Notice,
    Order,
    Yellow,
    Red,
}

worded!(NoticeKind {
    Reminder "reminder",
    Notice "notice",
    Order "order",
    Yellow "yellow",
    Red "red",
});

/// Money as a decimal string.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Amount(pub(crate) Decimal);
