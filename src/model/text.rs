//! What every record has: texts, its head, its body, its links and attachments.

use std::collections::BTreeMap;

use crate::date::Date;
use crate::diagnostic::Origin;
use crate::messages::Language;
use crate::source::Asset;

use super::{
    Area, Assessment, Bulletin, Campaign, Decision, Document, Few, Indicator, Inspection,
    Instruction, Key, Meeting, Person, Problem, Seen, Task, Unit, Visibility,
};

/// A text as it was written, in one language or several.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub(crate) enum Text {
    #[default]
    Empty,
    /// Written once, for every language.
    Plain(String),
    /// `{zh: …, en: …}`; held apart, since a site has many texts and few of them in two languages.
    Translated(Box<Wordings>),
}

/// A text in the languages that it is written in, at least one.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Wordings {
    pub(crate) zh: Option<String>,
    pub(crate) en: Option<String>,
}

impl Wordings {
    fn wanted(&self, language: Language) -> &str {
        let (own, other) = match language {
            Language::Chinese => (&self.zh, &self.en),
            Language::English => (&self.en, &self.zh),
        };
        own.as_deref().or(other.as_deref()).unwrap_or_default()
    }
}

impl Text {
    /// In languages that are named; empty when it is written in none of them.
    pub(crate) fn translated(zh: Option<String>, en: Option<String>) -> Text {
        match (zh, en) {
            (None, None) => Text::Empty,
            (zh, en) => Text::Translated(Box::new(Wordings { zh, en })),
        }
    }

    /// In the wanted language, else as it is written.
    pub(crate) fn wanted(&self, language: Language) -> &str {
        match self {
            Text::Empty => "",
            Text::Plain(text) => text,
            Text::Translated(wordings) => wordings.wanted(language),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.wanted(Language::Chinese).is_empty()
    }

    /// Every wording, for search and for checks.
    pub(crate) fn wordings(&self) -> impl Iterator<Item = &str> {
        let (one, two) = match self {
            Text::Empty => (None, None),
            Text::Plain(text) => (Some(text.as_str()), None),
            Text::Translated(both) => (both.zh.as_deref(), both.en.as_deref()),
        };
        one.into_iter().chain(two)
    }
}

/// The Markdown of a record, and where it stands so that a finding can name its line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Body {
    pub(crate) markdown: String,
    pub(crate) entry: Entry,
    /// What each link and image of it points at, by its destination as written; web addresses are not listed.
    pub(crate) links: Few<String, LinkTarget>,
    /// Its directives and figures; one with a fault is left out, and shown as it was written.
    pub(crate) live: super::LiveFacts,
    /// The level of its highest heading, from 1; 0 before it was looked at.
    pub(crate) top_level: u8,
}

/// What a link in a body points at, as this audience sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum LinkTarget {
    /// A record's page, or an anchor on it.
    Record(RecordRef, Option<String>),
    /// A file of `content/`.
    Asset(Box<Asset>),
    /// A heading of the same body.
    Anchor(String),
}

/// A reference to a record of any type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RecordRef {
    Campaign(Seen<Campaign>),
    Area(Seen<Area>),
    Unit(Seen<Unit>),
    Person(Seen<Person>),
    Task(Seen<Task>),
    Meeting(Seen<Meeting>),
    Decision(Seen<Decision>),
    Document(Seen<Document>),
    Problem(Seen<Problem>),
    Indicator(Seen<Indicator>),
    Instruction(Seen<Instruction>),
    Inspection(Seen<Inspection>),
    Assessment(Seen<Assessment>),
    Bulletin(Seen<Bulletin>),
}

/// Where a body's text begins.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) enum Entry {
    /// In the record's `body:` field.
    #[default]
    Field,
    /// In the same field, under a language.
    In(Language),
    /// At a byte of a Markdown file.
    File {
        file: crate::source::FileId,
        offset: usize,
    },
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct WebLink {
    pub(crate) title: Text,
    pub(crate) url: String,
}

/// A file of `content/`, checked to be there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Attachment {
    pub(crate) title: Text,
    pub(crate) file: Asset,
}

/// A value under an `x-…` key, as written.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(untagged)]
pub(crate) enum Extra {
    Nothing,
    Text(String),
    List(Vec<Extra>),
    Map(BTreeMap<String, Extra>),
}

/// What a record of any type has.
#[derive(Debug, Clone)]
pub(crate) struct Head {
    pub(crate) id: String,
    /// Where it was written: only `diagnostic` looks inside.
    pub(crate) origin: Origin,
    /// The last part of its route; depends on the id and `slug:` alone.
    pub(crate) slug: String,
    pub(crate) visibility: Visibility,
    pub(crate) tags: Vec<String>,
    pub(crate) links: Vec<WebLink>,
    pub(crate) attachments: Vec<Attachment>,
    /// The day from which the record exists; none: always. (`added_on`, else its date, else its origin's date.)
    pub(crate) exists_from: Option<Date>,
    /// In the site's own language, else as it is written.
    pub(crate) body: Option<Body>,
    /// In other languages.
    pub(crate) translations: Vec<(Language, Body)>,
    pub(crate) extra: BTreeMap<String, Extra>,
    /// (on, by, reason) of each amendment, as written.
    pub(crate) amendments: Vec<(Date, Option<Party>, Option<Text>)>,
}

impl Head {
    /// The body in the wanted language, else the one that there is.
    pub(crate) fn body_in(&self, language: Language) -> Option<&Body> {
        let mut all = self.translations.iter();
        let own = all.find(|(of, _)| *of == language);
        own.map(|(_, body)| body).or(self.body.as_ref())
    }
}

/// Someone named: a person or unit of the records, or just text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Party {
    Person(Seen<Person>),
    Unit(Seen<Unit>),
    Text(Text),
}

impl Party {
    pub(crate) fn unit(&self) -> Option<Key<Unit>> {
        match self {
            Party::Unit(unit) => unit.key(),
            Party::Person(_) | Party::Text(_) => None,
        }
    }
}
