//! A task 任务 of the ledger.

use crate::date::Date;

use super::{
    Amount, Attachment, Decision, Document, Head, Inspection, Instruction, Item, Meeting, Notice,
    Party, Seen, Text,
};

#[derive(Debug, Clone)]
pub(crate) struct Task {
    pub(crate) head: Head,
    pub(crate) title: Text,
    pub(crate) item: Item,
    pub(crate) parent: Option<Seen<Task>>,
    pub(crate) kind: Option<Text>,
    pub(crate) phase: Option<Text>,
    pub(crate) key: bool,
    pub(crate) origin: Option<TaskOrigin>,
    pub(crate) measures: Vec<Text>,
    pub(crate) depends_on: Vec<Seen<Task>>,
    pub(crate) evidence: Vec<Attachment>,
    pub(crate) notices: Vec<Notice>,
    pub(crate) confirmed: Vec<Confirmation>,
}

/// Where a task came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TaskOrigin {
    pub(crate) meeting: Option<Seen<Meeting>>,
    pub(crate) decision: Option<Seen<Decision>>,
    pub(crate) document: Option<Seen<Document>>,
    pub(crate) inspection: Option<Seen<Inspection>>,
    pub(crate) instruction: Option<Seen<Instruction>>,
    pub(crate) text: Option<Text>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Budget {
    pub(crate) planned: Option<Amount>,
    pub(crate) available: Option<Amount>,
    pub(crate) paid: Option<Amount>,
}

/// That a task carries out a decision as its text then stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Confirmation {
    pub(crate) decision: Seen<Decision>,
    pub(crate) on: Date,
    pub(crate) by: Option<Party>,
    pub(crate) digest: String,
}
