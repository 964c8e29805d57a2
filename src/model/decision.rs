//! A decision 议定事项 of a meeting.

use super::word::worded;
use std::ops::Range;

use crate::date::Date;

use super::{Head, Item, Key, Meeting, Seen, Task, Text, Unit};

#[derive(Debug, Clone)]
pub(crate) struct Decision {
    /// Its id is its own, or the meeting's id and a number; its slug is the anchor on the meeting's page.
    pub(crate) head: Head,
    pub(crate) meeting: Key<Meeting>,
    /// The number of its agenda item, counted from 0; none outside the agenda.
    pub(crate) agenda_place: Option<usize>,
    /// Its line in the text of the minutes, when it was written there.
    pub(crate) line: Option<MinutesLine>,
    pub(crate) text: Text,
    pub(crate) outcome: Option<Outcome>,
    pub(crate) lead: Option<Seen<Unit>>,
    pub(crate) responsible: Vec<Seen<Unit>>,
    pub(crate) supporting: Vec<Seen<Unit>>,
    pub(crate) due: Option<Date>,
    pub(crate) due_text: Option<Text>,
    pub(crate) votes: Option<Text>,
    /// Existing tasks that it changes.
    pub(crate) tasks: Vec<Seen<Task>>,
    /// There when `action: true`: then it is an item of the ledger.
    pub(crate) action: Option<Item>,
}

/// A line of the minutes that is a decision; all ranges are bytes of the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MinutesLine {
    /// From its mark to the end of the line.
    pub(crate) range: Range<usize>,
    /// `@unit`: the lead's, then those of the responsible.
    pub(crate) units: Vec<Range<usize>>,
    /// `{#id}`.
    pub(crate) id: Option<Range<usize>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Outcome {
    Adopted,
    Agreed,
    AgreedInPrinciple,
    Rejected,
    Deferred,
    Noted,
    Directed,
    Authorised,
}

worded!(Outcome {
    Adopted "adopted",
    Agreed "agreed",
    AgreedInPrinciple "agreed_in_principle",
    Rejected "rejected",
    Deferred "deferred",
    Noted "noted",
    Directed "directed",
    Authorised "authorised",
});
