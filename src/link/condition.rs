//! Conditions of directives and figures: each value is read as what its field holds.

use crate::date::{Date, NoDate};
use crate::decimal::Decimal;
use crate::diagnostic::{Finding, Place, Value};
use crate::model::{
    DirectiveKind, Field, Holds, LiveCondition, RecordRef, RefKind, Test, Wanted, Within,
};
use crate::names;
use crate::record::RecordKind;
use crate::record::live::{TestRecord, WithinRecord, misread};

use super::body::reference;
use super::linker::Linker;

/// Stands for a field without a value.
const NOTHING: &str = "none";

/// Where a value of a condition stands: its operator, and its place in a list.
pub(super) type At<'a> = &'a dyn Fn(Option<&str>, Option<usize>) -> Place;

pub(super) struct Conditions<'l, 's> {
    pub(super) linker: &'l mut Linker<'s>,
}

impl Conditions<'_, '_> {
    pub(super) fn unknown(&mut self, name: &str, kind: DirectiveKind, place: Place) {
        let all = kind.conditions().iter().map(|field| field.word());
        let unknown = Finding::error("unknown-filter", place)
            .with("name", name)
            .with("directive", kind.word())
            .with("candidates", super::live::words(kind.conditions()));
        self.linker
            .findings
            .push(unknown.suggest(names::close(name, all)));
    }

    /// None when it cannot be held against anything; then something was found.
    pub(super) fn condition(
        &mut self,
        field: Field,
        test: TestRecord,
        at: At<'_>,
    ) -> Option<LiveCondition> {
        if field.holds() == Holds::Shown {
            self.unfit("where", field, at(None, None));
            return None;
        }
        let test = match test {
            TestRecord::AnyOf(texts) => Test::AnyOf(self.all(field, &texts, (None, at))),
            TestRecord::Within(within) => Test::Within(self.within(field, &within, at)),
        };
        Some(LiveCondition { field, test })
    }

    fn within(&mut self, field: Field, record: &WithinRecord, at: At<'_>) -> Within {
        let holds = field.holds();
        let is_date = holds == Holds::Date;
        let is_ordered = is_date || matches!(holds, Holds::Number | Holds::Percent);
        let is_tree = matches!(holds, Holds::Record(kind) if kind.is_tree());
        let operators = [
            ("before", record.before.is_some(), is_date),
            ("after", record.after.is_some(), is_date),
            ("min", record.min.is_some(), is_ordered),
            ("max", record.max.is_some(), is_ordered),
            ("below", !record.below.0.is_empty(), is_tree),
        ];
        let unfit: Vec<&str> = operators
            .iter()
            .filter(|(_, is_there, fits)| *is_there && !fits)
            .map(|(operator, ..)| *operator)
            .collect();
        for operator in &unfit {
            self.unfit(operator, field, at(Some(operator), None));
        }
        let mut bound = |operator: &str, text: Option<&String>| {
            let text = text.filter(|_| is_ordered)?;
            self.wanted(field, text, at(Some(operator), None))
        };
        let (min, max) = (
            bound("min", record.min.as_ref()),
            bound("max", record.max.as_ref()),
        );
        let below = if is_tree {
            self.all(field, &record.below.0, (Some("below"), at))
        } else {
            Vec::new()
        };
        let record_of = |wanted| match wanted {
            Wanted::Record(record) => Some(record),
            _ => None,
        };
        Within {
            not: self.all(field, &record.not.0, (Some("not"), at)),
            before: record.before.map(|day| day.0),
            after: record.after.map(|day| day.0),
            min,
            max,
            below: below.into_iter().filter_map(record_of).collect(),
        }
    }

    fn unfit(&mut self, operator: &str, field: Field, place: Place) {
        let unfit = Finding::error("unfit-condition", place);
        let unfit = unfit.with("operator", operator).with("field", field.word());
        self.linker.findings.push(unfit);
    }

    fn all(
        &mut self,
        field: Field,
        texts: &[String],
        (operator, at): (Option<&str>, At<'_>),
    ) -> Vec<Wanted> {
        let each = texts.iter().enumerate();
        each.filter_map(|(n, text)| self.wanted(field, text, at(operator, Some(n))))
            .collect()
    }

    fn wanted(&mut self, field: Field, text: &str, place: Place) -> Option<Wanted> {
        match field.holds() {
            Holds::Record(kind) => {
                return self.record(kind, text, place).map(|found| match found {
                    Some(record) => Wanted::Record(record),
                    None => Wanted::Nothing,
                });
            }
            _ if text == NOTHING => return Some(Wanted::Nothing),
            _ => {}
        }
        let read = match field.holds() {
            Holds::Number | Holds::Percent => {
                let figure = text.trim().trim_end_matches('%');
                Decimal::parse(figure).map(Wanted::Number).ok_or("number")
            }
            Holds::Date => date(text).map(Wanted::Date),
            Holds::Flag => match text {
                "true" => Ok(Wanted::Flag(true)),
                "false" => Ok(Wanted::Flag(false)),
                _ => Err("yes-or-no"),
            },
            Holds::Word(words) => return self.word(words, text, place),
            Holds::Text | Holds::Shown | Holds::Record(_) => Ok(Wanted::Text(text.to_owned())),
        };
        match read {
            Ok(wanted) => Some(wanted),
            Err(expected) => {
                self.linker.findings.push(misread(expected, text, place));
                None
            }
        }
    }

    fn word(&mut self, words: &'static [&'static str], text: &str, place: Place) -> Option<Wanted> {
        if let Some(word) = words.iter().find(|word| **word == text) {
            return Some(Wanted::Word(word));
        }
        self.linker.findings.push(unknown_value(text, words, place));
        None
    }

    /// `Some(None)`: no record at all is wanted.
    fn record(&mut self, kind: RefKind, id: &str, place: Place) -> Option<Option<RecordRef>> {
        let kind = record_kind(kind);
        let table = self.linker.frame.tables.of(kind);
        if let Some(slot) = table.find(id) {
            return Some(Some(reference(kind, slot)));
        }
        if id == NOTHING {
            return Some(None);
        }
        if !table.is_lost(id) {
            let unknown = self.linker.unknown(kind, id, place);
            self.linker.findings.push(unknown);
        }
        None
    }
}

fn record_kind(kind: RefKind) -> RecordKind {
    match kind {
        RefKind::Unit => RecordKind::Unit,
        RefKind::Person => RecordKind::Person,
        RefKind::Area => RecordKind::Area,
        RefKind::Campaign => RecordKind::Campaign,
        RefKind::Task => RecordKind::Task,
        RefKind::Meeting => RecordKind::Meeting,
        RefKind::Decision => RecordKind::Decision,
        RefKind::Document => RecordKind::Document,
    }
}

/// A date, or the word for what is wrong with it.
pub(super) fn date(text: &str) -> Result<Date, &'static str> {
    Date::parse(text.trim()).map_err(|why| match why {
        NoDate::WithoutYear => "date-with-year",
        NoDate::NoSuchDay => "date-that-exists",
        NoDate::NotIso => "date",
    })
}

/// A word that is none of a closed list.
pub(super) fn unknown_value(text: &str, words: &[&str], place: Place) -> Finding {
    let candidates = words.iter().map(|word| (*word).to_owned()).collect();
    Finding::error("unknown-value", place)
        .with("value", text)
        .with("candidates", Value::List(candidates))
        .suggest(names::close(text, words.iter().copied()))
}
