//! The words of one language: messages, dates and figures as a reader sees them.

use std::sync::Arc;

use std::collections::HashMap;

use crate::date::Date;
use crate::decimal::Decimal;
use crate::messages::{Arg, Catalogue};
use crate::model::{Language, Text};

/// Stands where a month's pattern has its year.
const YEAR: &str = "\u{e000}";

/// A catalogue, and what was read from it once.
pub(crate) struct Words<'c> {
    pub(crate) language: Language,
    catalogue: &'c Catalogue,
    /// How a month of a year reads.
    months: Vec<String>,
    plain: HashMap<String, String>,
    /// The words of the site's own language, where these are of another.
    own: Option<Arc<Words<'c>>>,
}

impl<'c> Words<'c> {
    pub(crate) fn new(language: Language, catalogue: &'c Catalogue) -> Words<'c> {
        let month = |month: u32| {
            let month = Arg::Number(Decimal::from(month));
            catalogue.say("year-month", &[("year", Arg::Text(YEAR)), ("month", month)])
        };
        Words {
            language,
            catalogue,
            months: (1..=12).map(month).collect(),
            plain: catalogue
                .plain_messages()
                .map(|(id, text)| (id.to_owned(), text))
                .collect(),
            own: None,
        }
    }

    /// The words of another language beside those of the site's own.
    pub(crate) fn beside(self, own: &Arc<Words<'c>>) -> Words<'c> {
        Words {
            own: Some(Arc::clone(own)),
            ..self
        }
    }

    /// The words in which editions are written: those of the site's own language.
    pub(crate) fn of_editions(&self) -> &Words<'c> {
        self.own.as_deref().unwrap_or(self)
    }

    pub(crate) fn has(&self, id: &str) -> bool {
        self.catalogue.has(id)
    }

    /// A message without values.
    pub(crate) fn plain(&self, id: &str) -> String {
        match self.plain.get(id) {
            Some(text) => text.clone(),
            None => self.catalogue.say(id, &[]),
        }
    }

    /// `state-finished` and the like: the word for a word of the model.
    pub(crate) fn of(&self, family: &str, word: &str) -> String {
        self.plain(&format!("{family}-{}", word.replace('_', "-")))
    }

    pub(crate) fn say(&self, id: &str, values: &[(&str, Arg<'_>)]) -> String {
        self.catalogue.say(id, values)
    }

    /// A message with one text.
    pub(crate) fn with(&self, id: &str, name: &str, text: &str) -> String {
        self.say(id, &[(name, Arg::Text(text))])
    }

    /// A message with one count.
    pub(crate) fn count(&self, id: &str, n: usize) -> String {
        self.say(id, &[("n", number(n))])
    }

    pub(crate) fn text(&self, text: &Text) -> String {
        text.wanted(self.language).to_owned()
    }

    pub(crate) fn optional(&self, text: Option<&Text>) -> String {
        text.map(|t| self.text(t)).unwrap_or_default()
    }

    /// `2016年3月11日`, `11 March 2016`.
    pub(crate) fn day(&self, date: Date) -> String {
        self.catalogue.long_date(date)
    }

    pub(crate) fn month(&self, date: Date) -> String {
        let pattern = &self.months[usize::from(date.month()) - 1];
        pattern.replace(YEAR, &date.year().to_string())
    }

    pub(crate) fn optional_day(&self, date: Option<Date>) -> String {
        date.map(|d| self.day(d)).unwrap_or_default()
    }

    /// `2024年3月11日至2027年3月31日`, with an open end where there is none; empty without either.
    pub(crate) fn span(&self, from: Option<Date>, to: Option<Date>) -> String {
        self.span_of(&self.optional_day(from), &self.optional_day(to))
    }

    /// The same of days in words; an empty one is open.
    pub(crate) fn span_of(&self, from: &str, to: &str) -> String {
        let values = [("from", Arg::Text(from)), ("to", Arg::Text(to))];
        match (from.is_empty(), to.is_empty()) {
            (false, false) => self.say("span-from-to", &values),
            (false, true) => self.say("span-from", &values),
            (true, false) => self.say("span-to", &values),
            (true, true) => String::new(),
        }
    }

    /// `63.5%`, or a dash where there is no figure.
    pub(crate) fn percent(&self, figure: Option<Decimal>) -> String {
        match figure {
            Some(n) => format!("{n}%"),
            None => self.plain("no-figure"),
        }
    }

    /// A share with its one decimal.
    pub(crate) fn share(&self, figure: Option<Decimal>) -> String {
        figure.map_or_else(String::new, |n| format!("{}%", n.fixed(1)))
    }

    /// With two decimals, for columns.
    pub(crate) fn percent_cell(&self, figure: Option<Decimal>) -> String {
        match figure {
            Some(n) => format!("{}%", n.fixed(2)),
            None => self.plain("no-figure"),
        }
    }

    /// Texts one after another: `甲、乙、丙`, `a, b, c`.
    pub(crate) fn list(&self, texts: &[String]) -> String {
        texts.join(&self.plain("list-mark"))
    }
}

/// A count as a value of a message.
pub(crate) fn number(n: usize) -> Arg<'static> {
    Arg::Number(Decimal::from_whole(i64::try_from(n).unwrap_or(i64::MAX)))
}
