//! A document 文件: plans, rules, notices, news, notes.

use super::word::worded;
use crate::date::Date;

use super::{Area, Campaign, Head, Meeting, Party, Seen, Task, Text, Unit};

#[derive(Debug, Clone)]
pub(crate) struct Document {
    pub(crate) head: Head,
    pub(crate) title: Text,
    pub(crate) date: Date,
    pub(crate) campaign: Option<Seen<Campaign>>,
    pub(crate) kind: DocumentKind,
    pub(crate) author: Option<Party>,
    pub(crate) issuer: Option<Party>,
    pub(crate) document_no: Option<String>,
    pub(crate) areas: Vec<Seen<Area>>,
    pub(crate) meetings: Vec<Seen<Meeting>>,
    pub(crate) tasks: Vec<Seen<Task>>,
    pub(crate) unit: Option<Seen<Unit>>,
    pub(crate) due: Option<Date>,
    pub(crate) submitted_on: Option<Date>,
    pub(crate) retention: Option<Text>,
    pub(crate) archival_code: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(crate) enum DocumentKind {
    Plan,
    Rule,
    Notice,
    News,
    Speech,
    Minutes,
    #[default]
    Note,
    Reference,
    WorkPlan,
}

worded!(DocumentKind {
    Plan "plan",
    Rule "rule",
    Notice "notice",
    News "news",
    Speech "speech",
    Minutes "minutes",
    Note "note",
    Reference "reference",
    WorkPlan "work_plan",
});
