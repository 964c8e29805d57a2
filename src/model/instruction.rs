//! A leader's instruction 批示.

use crate::date::Date;

use super::{Campaign, Head, Party, Seen, Task, Text, Unit};

#[derive(Debug, Clone)]
pub(crate) struct Instruction {
    pub(crate) head: Head,
    pub(crate) date: Date,
    pub(crate) by: Party,
    pub(crate) text: Text,
    pub(crate) about: Option<Text>,
    pub(crate) campaign: Option<Seen<Campaign>>,
    pub(crate) lead: Option<Seen<Unit>>,
    pub(crate) due: Option<Date>,
    pub(crate) tasks: Vec<Seen<Task>>,
}
