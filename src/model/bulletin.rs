//! A bulletin 通报: a numbered edition of a series, at its own as-of date.

use crate::date::Date;

use super::{Campaign, Head, Party, Seen, Series, Task, Text, Unit};

#[derive(Debug, Clone)]
pub(crate) struct Bulletin {
    pub(crate) head: Head,
    pub(crate) title: Text,
    /// None only when `site.yaml` does not know it, which is a finding.
    pub(crate) series: Option<Series>,
    pub(crate) campaign: Option<Seen<Campaign>>,
    pub(crate) number: u32,
    pub(crate) from: Date,
    pub(crate) to: Date,
    /// The day of its figures 截至.
    pub(crate) as_of: Date,
    /// The day that it bears 成文日期.
    pub(crate) dated: Date,
    pub(crate) kind: BulletinKind,
    /// Several: a joint issue 联合发文.
    pub(crate) issuers: Vec<Party>,
    pub(crate) signatory: Option<Party>,
    pub(crate) addressees: Vec<Text>,
    pub(crate) copy_to: Vec<Text>,
    pub(crate) document_no: Option<String>,
    pub(crate) urgency: Option<Text>,
    /// Its own, else its series', else `Brief`.
    pub(crate) layout: Layout,
    pub(crate) commended: Vec<Mention>,
    pub(crate) criticised: Vec<Mention>,
    pub(crate) reviews: Vec<Review>,
    pub(crate) errata: Vec<Erratum>,
    pub(crate) withdrawn: Option<Withdrawal>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(crate) enum BulletinKind {
    #[default]
    Progress,
    Inspection,
    Assessment,
    Briefing,
    Special,
    Recheck,
    Annual,
}

/// How an edition is laid out on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(crate) enum Layout {
    Formal,
    #[default]
    Brief,
    Minutes,
    Plain,
}

/// A unit or a task that an edition commends or criticises.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mention {
    pub(crate) unit: Option<Seen<Unit>>,
    pub(crate) task: Option<Seen<Task>>,
    pub(crate) text: Option<Text>,
}

/// One stage of review 审核.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Review {
    pub(crate) stage: Text,
    pub(crate) who: Option<Party>,
    pub(crate) on: Option<Date>,
}

/// A correction 更正, shown beside what was released and never in place of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Erratum {
    pub(crate) on: Date,
    pub(crate) was: Text,
    pub(crate) is: Text,
    pub(crate) reason: Option<Text>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Withdrawal {
    pub(crate) on: Date,
    pub(crate) reason: Option<Text>,
}
