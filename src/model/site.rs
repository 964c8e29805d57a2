//! The site itself: its title, languages, audiences and series.

use super::word::worded;
use std::collections::BTreeMap;

use crate::date::Date;

use super::{Language, Layout, Text};

/// Who may see a record; each level is named by the audiences that see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Visibility {
    Public,
    Internal,
    Restricted,
}

worded!(Visibility {
    Public "public",
    Internal "internal",
    Restricted "restricted",
});

impl Visibility {
    pub(crate) fn of_word(word: &str) -> Option<Visibility> {
        let mut all = Visibility::ALL.into_iter();
        all.find(|level| level.word() == word)
    }
}

/// The readers that a build is made for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Audience {
    pub(crate) name: String,
    pub(crate) sees: Vec<Visibility>,
    /// It sees bulletins that are not released: whoever sees what is internal.
    pub(crate) sees_drafts: bool,
}

impl Audience {
    pub(crate) fn new(name: String, sees: Vec<Visibility>) -> Audience {
        let sees_drafts = sees.contains(&Visibility::Internal);
        Audience {
            name,
            sees,
            sees_drafts,
        }
    }

    /// Those who may see what has this visibility and everything that is less close, drafts of bulletins among it:
    /// what a bulletin of that visibility counts.
    pub(crate) fn up_to(visibility: Visibility) -> Audience {
        let levels = Visibility::ALL.into_iter();
        Audience {
            name: String::new(),
            sees: levels.filter(|level| *level <= visibility).collect(),
            sees_drafts: true,
        }
    }

    pub(crate) fn sees_all(&self) -> bool {
        Visibility::ALL.into_iter().all(|level| self.may_see(level))
    }

    pub(crate) fn may_see(&self, visibility: Visibility) -> bool {
        self.sees.contains(&visibility)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Series {
    pub(crate) id: String,
    pub(crate) name: Text,
    pub(crate) kind: SeriesKind,
    pub(crate) cadence: Option<Text>,
    /// Who issues its editions when they do not say, as written.
    pub(crate) issuers: Vec<String>,
    pub(crate) layout: Option<Layout>,
    /// The series that this one supplements 增刊, numbered apart from it.
    pub(crate) supplement_of: Option<String>,
    /// Numbers begin anew each year.
    pub(crate) by_year: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum SeriesKind {
    Bulletin,
    Meeting,
    Assessment,
}

worded!(SeriesKind {
    Bulletin "bulletin",
    Meeting "meeting",
    Assessment "assessment",
});

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Site {
    pub(crate) title: Text,
    /// Of what stands at the root of the site.
    pub(crate) language: Language,
    /// Every language that the site is built in, in the order in which they are offered; its own is one of them.
    pub(crate) languages: Vec<Language>,
    pub(crate) theme: String,
    pub(crate) as_of: Option<Date>,
    pub(crate) base_url: Option<String>,
    /// A name of the IANA database.
    pub(crate) time_zone: String,
    pub(crate) series: Vec<Series>,
    /// The id of the series whose editions the pages are compared with 主系列.
    pub(crate) main_series: Option<String>,
    pub(crate) audiences: Vec<Audience>,
    /// (title, target) of entries that the site adds to its menu.
    pub(crate) menu: Vec<(Text, String)>,
    pub(crate) raw_html: bool,
    pub(crate) masks: BTreeMap<String, bool>,
}
