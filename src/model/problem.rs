//! A problem 问题 of the problem list, closed by itself 销号 and not with its tasks.

use super::word::worded;
use crate::date::Date;

use super::{Attachment, Head, Item, Party, Seen, Task, Text, Unit};

#[derive(Debug, Clone)]
pub(crate) struct Problem {
    pub(crate) head: Head,
    pub(crate) title: Text,
    pub(crate) found_on: Date,
    pub(crate) found_by: Option<Party>,
    pub(crate) source: Option<Text>,
    pub(crate) place: Option<Text>,
    /// From 1, the lightest, to 3, the gravest.
    pub(crate) severity: Option<u8>,
    /// The unit that answers for it, when one is named.
    pub(crate) lead: Option<Seen<Unit>>,
    pub(crate) measures: Vec<Text>,
    /// Tasks that put it right: while one of them is unfinished, its own report of being finished does not count.
    pub(crate) tasks: Vec<Seen<Task>>,
    /// What it shares with a task, so that its limit, its progress and its light are judged alike: areas, campaign,
    /// units, progress and closures. Without a lead that part of it is `Seen::Hidden`; without a due date it is `Ongoing`.
    pub(crate) item: Item,
    /// In written order.
    pub(crate) reopened: Vec<Reopening>,
    pub(crate) photos: Vec<Photos>,
}

/// A problem that came back 反弹.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reopening {
    pub(crate) on: Date,
    pub(crate) reason: Option<Text>,
}

/// The same place before and after; at least one of the two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Photos {
    pub(crate) before: Option<Attachment>,
    pub(crate) after: Option<Attachment>,
    pub(crate) caption: Option<Text>,
    pub(crate) alt: Option<Text>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum ProblemState {
    Open,
    /// A linked task has begun, or progress was reported.
    Rectifying,
    /// All its tasks are finished, or its closing was asked for; of one without tasks, it was reported finished.
    Rectified,
    Closed,
    /// It came back after it was closed.
    Reopened,
}

worded!(ProblemState {
    Open "open",
    Rectifying "rectifying",
    Rectified "rectified",
    Closed "closed",
    Reopened "reopened",
});
