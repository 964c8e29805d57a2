//! A unit 单位: any organisation.

use super::word::worded;
use crate::date::Date;

use super::{Head, Party, Seen, Text};

#[derive(Debug, Clone)]
pub(crate) struct Unit {
    pub(crate) head: Head,
    pub(crate) name: Text,
    pub(crate) short_name: Option<Text>,
    /// (name, last day on which it was valid), in written order.
    pub(crate) former_names: Vec<(Text, Option<Date>)>,
    pub(crate) kind: Option<UnitKind>,
    pub(crate) level: Option<Text>,
    pub(crate) parent: Option<Seen<Unit>>,
    /// Units are ranked within it.
    pub(crate) group: Option<Text>,
    pub(crate) head_person: Option<Party>,
    pub(crate) liaison: Option<Party>,
    /// Restricted, always: none when this audience may not see it.
    pub(crate) contact: Option<Text>,
    pub(crate) active: (Option<Date>, Option<Date>),
}

impl Unit {
    /// The name that was valid on a day.
    pub(crate) fn name_on(&self, day: Date) -> &Text {
        let former = self
            .former_names
            .iter()
            .filter_map(|(name, until)| until.map(|u| (u, name)));
        former
            .filter(|(until, _)| day <= *until)
            .min_by_key(|(until, _)| *until)
            .map_or(&self.name, |(_, n)| n)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum UnitKind {
    Department,
    County,
    Zone,
    Enterprise,
    School,
    TaskForce,
    Committee,
    Team,
    External,
}

worded!(UnitKind {
    Department "department",
    County "county",
    Zone "zone",
    Enterprise "enterprise",
    School "school",
    TaskForce "task_force",
    Committee "committee",
    Team "team",
    External "external",
});
