//! Figures inside sentences, `{{ count(light="red") }}`: their names and arguments, read and checked.

use crate::date::Date;
use crate::diagnostic::{Finding, Place, Severity};
use crate::model::{Asks, DirectiveKind, Field, Figure, Holds, LiveCondition, RateName, named};
use crate::names;
use crate::record::live::{TestRecord, argument, misread};

use super::condition::{Conditions, date, unknown_value};
use super::linker::Linker;

const NAMES: [&str; 5] = ["count", "rate", "sum", "days", "date"];

/// What can be counted.
const COUNTED: [DirectiveKind; 5] = [
    DirectiveKind::Tasks,
    DirectiveKind::Decisions,
    DirectiveKind::Units,
    DirectiveKind::Problems,
    DirectiveKind::Indicators,
];

/// What can be added up; the sum of percentages says nothing.
const ADDED: [Field; 6] = [
    Field::Weight,
    Field::DaysOverdue,
    Field::WorkDaysOverdue,
    Field::BudgetPlanned,
    Field::BudgetAvailable,
    Field::BudgetPaid,
];

/// A figure; none when something in it is wrong, which was found then.
pub(super) fn figure(text: &str, place: &Place, linker: &mut Linker<'_>) -> Option<Figure> {
    let before = linker.findings.len();
    let mut reader = Reader { linker, place };
    let figure = reader.read(text);
    let found = &linker.findings[before..];
    figure.filter(|_| found.iter().all(|f| f.severity != Severity::Error))
}

/// The parts of `name(first, argument=value, …)`.
struct Call<'t> {
    name: &'t str,
    first: Option<&'t str>,
    /// Each with the text of its value.
    arguments: Vec<(&'t str, &'t str)>,
}

struct Reader<'r, 'l> {
    linker: &'r mut Linker<'l>,
    place: &'r Place,
}

impl Reader<'_, '_> {
    fn read(&mut self, text: &str) -> Option<Figure> {
        let name = text.split('(').next().unwrap_or_default().trim();
        if !NAMES.contains(&name) {
            let unknown = self.error("unknown-figure").with("name", name);
            self.linker
                .findings
                .push(unknown.suggest(names::close(name, NAMES)));
            return None;
        }
        let Some(call) = call(text) else {
            let unread = self.error("figure-syntax").with("figure", text);
            self.linker.findings.push(unread);
            return None;
        };
        let mut as_of = None;
        let mut rest = Vec::new();
        for (name, value) in call.arguments.iter().copied() {
            if name == "as_of" {
                as_of = self.day(value);
            } else {
                rest.push((name, value));
            }
        }
        let (asks, rest) = self.asks(&call, rest)?;
        let kind = match asks {
            Asks::Count(kind) => Some(kind),
            Asks::Rate(_) | Asks::Sum(_) | Asks::LatestDate(_) => Some(DirectiveKind::Tasks),
            Asks::Days(..) | Asks::Date(_) => None,
        };
        let mut conditions = Vec::new();
        for (name, value) in rest {
            conditions.extend(self.condition(kind, (call.name, name), value));
        }
        Some(Figure {
            asks,
            conditions,
            as_of,
        })
    }

    /// What it is, and the arguments that are conditions.
    fn asks<'t>(
        &mut self,
        call: &Call<'t>,
        rest: Vec<(&'t str, &'t str)>,
    ) -> Option<(Asks, Vec<(&'t str, &'t str)>)> {
        let first = call.first.map(plain);
        let asks = match (call.name, first) {
            ("count", None) => Asks::Count(DirectiveKind::Tasks),
            ("count", Some(word)) => {
                let words = COUNTED.map(DirectiveKind::word);
                let place = self.one_of(word, &words)?;
                Asks::Count(COUNTED[place])
            }
            ("rate", Some(word)) => {
                let place = self.one_of(word, &RateName::ALL.map(RateName::word))?;
                Asks::Rate(RateName::ALL[place])
            }
            ("sum", Some(word)) => {
                let place = self.one_of(word, &ADDED.map(Field::word))?;
                Asks::Sum(ADDED[place])
            }
            ("date", None) => Asks::Date(None),
            ("date", Some(word)) => match named(word, DirectiveKind::Tasks.conditions()) {
                Some(field) if field.holds() == Holds::Date => Asks::LatestDate(field),
                _ => Asks::Date(Some(self.day(word)?)),
            },
            ("days", first) => {
                let mut ends = (None, first.and_then(|word| self.day(word)));
                let mut others = Vec::new();
                for (name, value) in rest {
                    match name {
                        "from" => ends.0 = self.day(value),
                        "to" => ends.1 = self.day(value),
                        _ => others.push((name, value)),
                    }
                }
                return Some((Asks::Days(ends.0, ends.1), others));
            }
            (name, _) => {
                let missing = self.error("figure-syntax").with("figure", name);
                self.linker.findings.push(missing);
                return None;
            }
        };
        Some((asks, rest))
    }

    fn condition(
        &mut self,
        kind: Option<DirectiveKind>,
        (figure, name): (&str, &str),
        value: &str,
    ) -> Option<LiveCondition> {
        let among = kind.map_or(&[][..], DirectiveKind::conditions);
        let Some(field) = named(name, among) else {
            let dates: &[&str] = if kind.is_none() { &["from", "to"] } else { &[] };
            let all = among.iter().map(|field| field.word());
            let all = all.chain(["as_of"]).chain(dates.iter().copied());
            let unknown = self.error("unknown-argument").with("name", name);
            let unknown = unknown.with("figure", figure);
            self.linker
                .findings
                .push(unknown.suggest(names::close(name, all)));
            return None;
        };
        let test = self.test(value)?;
        let place = self.place;
        let mut reader = Conditions {
            linker: self.linker,
        };
        reader.condition(field, test, &|_, _| place.clone())
    }

    fn test(&mut self, value: &str) -> Option<TestRecord> {
        let (test, findings) = argument(value);
        for finding in findings {
            self.linker.findings.push(Finding {
                place: self.place.clone(),
                related: Vec::new(),
                ..finding
            });
        }
        test
    }

    fn one_of(&mut self, word: &str, words: &[&str]) -> Option<usize> {
        let found = words.iter().position(|one| *one == word);
        if found.is_none() {
            let unknown = unknown_value(word, words, self.place.clone());
            self.linker.findings.push(unknown);
        }
        found
    }

    fn day(&mut self, value: &str) -> Option<Date> {
        let text = plain(value);
        date(text)
            .map_err(|expected| {
                let misread = misread(expected, text, self.place.clone());
                self.linker.findings.push(misread);
            })
            .ok()
    }

    fn error(&self, code: &'static str) -> Finding {
        Finding::error(code, self.place.clone())
    }
}

/// A value without its quotation marks.
fn plain(value: &str) -> &str {
    let inner = |mark: char| value.strip_prefix(mark)?.strip_suffix(mark);
    inner('"').or_else(|| inner('\'')).unwrap_or(value)
}

/// None when the brackets do not fit, or an argument without a name does not come first.
fn call(text: &str) -> Option<Call<'_>> {
    let text = text.trim();
    let Some((name, inside)) = text.split_once('(') else {
        return Some(Call {
            name: text,
            first: None,
            arguments: Vec::new(),
        });
    };
    let parts = split(inside.strip_suffix(')')?)?;
    let mut first = None;
    let mut arguments = Vec::new();
    for (number, part) in parts.into_iter().enumerate() {
        match part.split_once('=') {
            Some((name, value)) if is_name(name.trim()) && !value.trim().is_empty() => {
                arguments.push((name.trim(), value.trim()));
            }
            _ if number == 0 && !part.is_empty() && !part.contains('=') => first = Some(part),
            _ => return None,
        }
    }
    let name = name.trim();
    Some(Call {
        name,
        first,
        arguments,
    })
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
}

/// Cut at the commas that stand in no quotation marks and no brackets.
fn split(text: &str) -> Option<Vec<&str>> {
    let mut parts = Vec::new();
    let (mut start, mut depth, mut mark) = (0, 0_u32, None);
    for (at, c) in text.char_indices() {
        match (mark, c) {
            (Some(open), c) if c == open => mark = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => mark = Some(c),
            (None, '[' | '{') => depth += 1,
            (None, ']' | '}') => depth = depth.checked_sub(1)?,
            (None, ',') if depth == 0 => {
                parts.push(text[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    let last = text[start..].trim();
    if !parts.is_empty() || !last.is_empty() {
        parts.push(last);
    }
    (depth == 0 && mark.is_none()).then_some(parts)
}
