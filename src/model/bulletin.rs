//! A bulletin 通报: a numbered edition of a series, at its own as-of date.

use super::word::worded;
use crate::date::Date;
use crate::frozen::{self, Edition, Record};

use super::{Campaign, Head, Language, Party, Seen, Series, Task, Text, Unit};

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
    /// What was released; none: a draft.
    pub(crate) released: Option<Edition>,
}

impl Bulletin {
    /// What is frozen of it, but for its mentions, which have names of their own.
    pub(crate) fn record(&self, language: Language, name: &dyn Fn(&Party) -> String) -> Record {
        let text = |text: &Text| text.wanted(language).to_owned();
        let reviews = self.reviews.iter().map(|review| frozen::Review {
            stage: text(&review.stage),
            who: review.who.as_ref().map(name).unwrap_or_default(),
            on: review.on.map(|on| on.to_string()).unwrap_or_default(),
        });
        let series = self.series.as_ref();
        Record {
            title: text(&self.title),
            series: series.map(|series| series.id.clone()).unwrap_or_default(),
            series_name: series.map(|series| text(&series.name)).unwrap_or_default(),
            number: self.number.to_string(),
            from: self.from.to_string(),
            to: self.to.to_string(),
            as_of: self.as_of.to_string(),
            dated: self.dated.to_string(),
            kind: self.kind.word().to_owned(),
            issuers: self.issuers.iter().map(name).collect(),
            signatory: self.signatory.as_ref().map(name).unwrap_or_default(),
            addressees: self.addressees.iter().map(text).collect(),
            copy_to: self.copy_to.iter().map(text).collect(),
            document_no: self.document_no.clone().unwrap_or_default(),
            urgency: self.urgency.as_ref().map(text).unwrap_or_default(),
            layout: self.layout.word().to_owned(),
            commended: Vec::new(),
            criticised: Vec::new(),
            reviews: reviews.collect(),
            visibility: self.head.visibility.word().to_owned(),
            language: language.tag().to_owned(),
        }
    }

    /// At least one review is recorded, and each with a name and a day by the one that it bears.
    pub(crate) fn is_reviewed(&self) -> bool {
        let in_time = |review: &Review| review.on.is_some_and(|on| on <= self.dated);
        let reviews = &self.reviews;
        !reviews.is_empty() && reviews.iter().all(|one| one.who.is_some() && in_time(one))
    }

    /// Its title as it was released, else as it is written.
    pub(crate) fn title_in(&self, language: Language) -> &str {
        match &self.released {
            Some(edition) => &edition.record.title,
            None => self.title.wanted(language),
        }
    }
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

worded!(BulletinKind {
    Progress "progress",
    Inspection "inspection",
    Assessment "assessment",
    Briefing "briefing",
    Special "special",
    Recheck "recheck",
    Annual "annual",
});

/// How an edition is laid out on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(crate) enum Layout {
    Formal,
    #[default]
    Brief,
    Minutes,
    Plain,
}

worded!(Layout {
    Formal "formal",
    Brief "brief",
    Minutes "minutes",
    Plain "plain",
});

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

impl Erratum {
    /// Whether this is the correction of one text into another: of a whole, or of what stands in it.
    pub(crate) fn names(&self, was: &str, is: &str) -> bool {
        self.was
            .wordings()
            .zip(self.is.wordings())
            .any(|(old, new)| {
                let inside =
                    !was.is_empty() && !is.is_empty() && old.contains(was) && new.contains(is);
                inside || was.contains(old) && was.replace(old, new) == is
            })
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Withdrawal {
    pub(crate) on: Date,
    pub(crate) reason: Option<Text>,
}
