//! Text for people: catalogues of messages in Chinese and English; the only module that names `fluent_bundle`.

use std::borrow::Cow;
use std::fmt::Write;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentMessage, FluentResource, FluentValue};

use crate::date::Date;
use crate::decimal::Decimal;

mod language;
#[cfg(test)]
mod tests;

pub(crate) use language::Language;

/// A value in a message; the catalogue decides how it reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Arg<'a> {
    Text(&'a str),
    /// Shown with its own digits; chooses the plural form.
    Number(Decimal),
    /// Shown in the reader's form: 2016年3月11日, 11 March 2016.
    Date(Date),
    /// The id of another message, e.g. the name of a record type.
    Word(&'a str),
    /// All of them: joined with 、 or with commas and “and”.
    List(&'a [String]),
    /// One of them: each in quotation marks, joined with 或 or “or”.
    Choice(&'a [String]),
}

/// What keeps a text from being a catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    /// Which of the texts, from 0.
    pub(crate) text: usize,
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// In the words of the parser, for those who write catalogues.
    pub(crate) reason: String,
}

/// The messages of one language.
pub(crate) struct Catalogue {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    ids: Vec<String>,
    /// How a day reads, by month, with marks for its year and its day: dates are said more often than all else. None where
    /// figures choose among words.
    days: OnceLock<Option<Vec<String>>>,
}

/// Stand where a day's pattern has its year and its day.
const YEAR: &str = "\u{e000}";
const DAY: &str = "\u{e001}";

/// How dates and lists read: every catalogue begins with these.
fn forms(language: Language) -> &'static str {
    match language {
        Language::Chinese => include_str!("zh-CN/forms.ftl"),
        Language::English => include_str!("en/forms.ftl"),
    }
}

/// The program's own messages: names of types, findings, the command line.
fn own(language: Language) -> [&'static str; 10] {
    match language {
        Language::Chinese => [
            include_str!("zh-CN/words.ftl"),
            include_str!("zh-CN/yaml.ftl"),
            include_str!("zh-CN/form.ftl"),
            include_str!("zh-CN/links.ftl"),
            include_str!("zh-CN/records.ftl"),
            include_str!("zh-CN/warnings.ftl"),
            include_str!("zh-CN/bulletins.ftl"),
            include_str!("zh-CN/command.ftl"),
            include_str!("zh-CN/archive.ftl"),
            include_str!("zh-CN/serve.ftl"),
        ],
        Language::English => [
            include_str!("en/words.ftl"),
            include_str!("en/yaml.ftl"),
            include_str!("en/form.ftl"),
            include_str!("en/links.ftl"),
            include_str!("en/records.ftl"),
            include_str!("en/warnings.ftl"),
            include_str!("en/bulletins.ftl"),
            include_str!("en/command.ftl"),
            include_str!("en/archive.ftl"),
            include_str!("en/serve.ftl"),
        ],
    }
}

impl Catalogue {
    /// The messages of findings and of the command line.
    pub(crate) fn built_in(language: Language) -> Catalogue {
        Catalogue::parse(language, &own(language))
            .unwrap_or_else(|faults| panic!("invariant: the own catalogues are right: {faults:?}"))
    }

    pub(crate) fn language(&self) -> Language {
        self.language
    }

    /// The messages of these texts; a later text overrides an earlier one.
    pub(crate) fn parse(language: Language, texts: &[&str]) -> Result<Catalogue, Vec<Fault>> {
        let tag = language.tag().parse();
        let mut bundle =
            FluentBundle::new_concurrent(vec![tag.expect("invariant: a tag is well formed")]);
        // The marks that keep directions apart would stand in attributes, feeds and spreadsheets.
        bundle.set_use_isolating(false);
        let own = FluentResource::try_new(forms(language).to_owned())
            .unwrap_or_else(|(_, faults)| panic!("invariant: forms are right: {faults:?}"));
        bundle.add_resource_overriding(own);
        let mut ids = Vec::new();
        let mut faults = Vec::new();
        for (place, text) in texts.iter().enumerate() {
            let plain = text.strip_prefix('\u{feff}').unwrap_or(text);
            let skipped = text.len() - plain.len();
            ids.extend(ids_of(plain).map(str::to_owned));
            match FluentResource::try_new(plain.to_owned()) {
                Ok(resource) => bundle.add_resource_overriding(resource),
                Err((_, errors)) => faults.extend(errors.into_iter().map(|error| Fault {
                    text: place,
                    start: error.pos.start + skipped,
                    end: error.pos.end + skipped,
                    reason: error.kind.to_string(),
                })),
            }
        }
        ids.sort_unstable();
        ids.dedup();
        if faults.is_empty() {
            Ok(Catalogue {
                language,
                bundle,
                ids,
                days: OnceLock::new(),
            })
        } else {
            Err(faults)
        }
    }

    /// The message in words. A message that is not there shows its id, so that nobody overlooks it.
    pub(crate) fn say(&self, id: &str, args: &[(&str, Arg)]) -> String {
        let value = |message: FluentMessage<'_>| {
            let pattern = message.value()?;
            let mut errors = Vec::new();
            let args = self.arguments(args);
            let text = self
                .bundle
                .format_pattern(pattern, Some(&args), &mut errors);
            Some(text.into_owned())
        };
        self.bundle
            .get_message(id)
            .and_then(value)
            .unwrap_or_else(|| format!("⟦{id}⟧"))
    }

    /// A part of a message, `.hint` for example; none where the message has no such part, or where the part
    /// speaks of a value that is not given.
    pub(crate) fn attribute(&self, id: &str, name: &str, args: &[(&str, Arg)]) -> Option<String> {
        let attribute = self.bundle.get_message(id)?.get_attribute(name)?;
        let mut errors: Vec<FluentError> = Vec::new();
        let args = self.arguments(args);
        let text = self
            .bundle
            .format_pattern(attribute.value(), Some(&args), &mut errors)
            .into_owned();
        errors.is_empty().then_some(text)
    }

    pub(crate) fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    /// The messages that need no value, with their ids, in the order of the ids.
    pub(crate) fn plain_messages(&self) -> impl Iterator<Item = (&str, String)> {
        self.ids.iter().filter_map(|id| {
            let message = self.bundle.get_message(id)?;
            let mut errors = Vec::new();
            let text = self
                .bundle
                .format_pattern(message.value()?, None, &mut errors)
                .into_owned();
            errors.is_empty().then_some((id.as_str(), text))
        })
    }

    /// 2016年3月11日, 11 March 2016.
    pub(crate) fn long_date(&self, date: Date) -> String {
        let number = |part: i64| Arg::Number(Decimal::from_whole(part));
        let (year, month, day) = (date.year().into(), date.month().into(), date.day().into());
        match self.days.get_or_init(|| self.patterns()) {
            Some(patterns) => filled(&patterns[usize::from(date.month()) - 1], year, day),
            None => self.day(number(year), month, number(day)),
        }
    }

    fn day(&self, year: Arg<'_>, month: i64, day: Arg<'_>) -> String {
        let month = Arg::Number(Decimal::from_whole(month));
        self.say(
            "date-long",
            &[("year", year), ("month", month), ("day", day)],
        )
    }

    /// By month, if every day of a year reads like its month's pattern.
    fn patterns(&self) -> Option<Vec<String>> {
        const SOME_YEAR: i64 = 2026;
        let number = |part: i64| Arg::Number(Decimal::from_whole(part));
        let each = (1..=12).map(|month| {
            let pattern = self.day(Arg::Text(YEAR), month, Arg::Text(DAY));
            let reads_so = |day: i64| {
                let said = self.day(number(SOME_YEAR), month, number(day));
                said == filled(&pattern, SOME_YEAR, day)
            };
            (1..=31).all(reads_so).then_some(pattern)
        });
        each.collect()
    }

    fn arguments<'a>(&self, args: &[(&'a str, Arg<'a>)]) -> FluentArgs<'a> {
        args.iter()
            .map(|(name, arg)| (Cow::Borrowed(*name), self.value(*arg)))
            .collect()
    }

    fn value<'a>(&self, arg: Arg<'a>) -> FluentValue<'a> {
        match arg {
            Arg::Text(text) => FluentValue::from(text),
            Arg::Number(number) => number_value(number),
            Arg::Date(date) => FluentValue::from(self.long_date(date)),
            Arg::Word(id) => FluentValue::from(self.say(id, &[])),
            Arg::List(items) => FluentValue::from(self.join(items, "list-last")),
            Arg::Choice(items) => {
                let quoted: Vec<String> = items
                    .iter()
                    .map(|item| self.say("quoted", &[("text", Arg::Text(item))]))
                    .collect();
                FluentValue::from(self.join(&quoted, "choice-last"))
            }
        }
    }

    /// `a, b and c`: the last joint is the message named.
    fn join(&self, items: &[String], last: &str) -> String {
        let (between, last) = (self.say("list-between", &[]), self.say(last, &[]));
        let mut text = String::new();
        for (place, item) in items.iter().enumerate() {
            let joint = match items.len() - place {
                _ if place == 0 => "",
                1 => &last,
                _ => &between,
            };
            write!(text, "{joint}{item}").expect("invariant: a string takes any text");
        }
        text
    }
}

fn filled(pattern: &str, year: i64, day: i64) -> String {
    let with_year = pattern.replace(YEAR, &year.to_string());
    with_year.replace(DAY, &day.to_string())
}

/// A number keeps the digits that it has; the rare one that a float cannot hold is shown as text,
/// and takes the plural form of large numbers.
fn number_value(number: Decimal) -> FluentValue<'static> {
    let digits = number.to_string();
    match FluentValue::try_number(&digits) {
        FluentValue::Number(held) if held.as_string() == digits => FluentValue::Number(held),
        _ => FluentValue::from(digits),
    }
}

/// In a catalogue's text a message begins where a line begins with its id and `=`.
fn ids_of(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter_map(|line| {
        let (id, _) = line.split_once('=')?;
        let id = id.trim_end_matches(' ');
        let named = id.starts_with(|c: char| c.is_ascii_alphabetic());
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        (named && id.chars().all(plain)).then_some(id)
    })
}
