//! Changes in words: counts first, then record by record with old and new values.

use std::collections::BTreeMap;

use crate::date::Date;
use crate::derive::{Change, Changes, Fate, Field, Subject, Value};
use crate::messages::{Arg, Catalogue};
use crate::model::{Language, Project, Seen, Unit};
use crate::shell::console::number;

pub(super) struct Teller<'a> {
    pub(super) project: &'a Project,
    pub(super) language: Language,
    pub(super) words: &'a Catalogue,
    pub(super) is_markdown: bool,
}

impl Teller<'_> {
    pub(super) fn tell(&self, changes: &Changes, red: &BTreeMap<Subject, usize>) -> String {
        let days = [changes.from.to_string(), changes.to.to_string()];
        let values = [("from", Arg::Text(&days[0])), ("to", Arg::Text(&days[1]))];
        let mut lines = vec![self.head(1, &self.words.say("changes-between", &values))];
        lines.extend(self.counts(changes));
        let still = red.iter().filter(|(_, editions)| **editions > 1);
        let still: Vec<String> = still
            .map(|(subject, editions)| {
                let name = self.name(*subject, changes.to);
                let n = Arg::Number(number(*editions));
                let values = [("name", Arg::Text(&name)), ("n", n)];
                self.words.say("changes-red-for", &values)
            })
            .collect();
        if !still.is_empty() {
            lines.push(self.head(2, &self.plain("changes-still-red")));
            lines.extend(still.iter().map(|name| format!("- {name}")));
        }
        let records = changes.records.iter();
        let (told, moved): (Vec<_>, Vec<_>) = records.partition(|(_, c)| !c.is_calendar_alone());
        for (subject, change) in told {
            lines.extend(self.record(*subject, change, changes));
        }
        if !moved.is_empty() {
            let values = [("n", Arg::Number(number(moved.len())))];
            lines.push(format!("\n{}", self.words.say("changes-calendar", &values)));
        }
        if changes.records.is_empty() {
            lines.push(self.plain("changes-none"));
        }
        lines.join("\n") + "\n"
    }

    fn plain(&self, id: &str) -> String {
        self.words.say(id, &[])
    }

    fn word(&self, family: &str, word: &str) -> String {
        self.plain(&format!("{family}-{}", word.replace('_', "-")))
    }

    fn head(&self, level: usize, text: &str) -> String {
        let gap = if level > 1 { "\n" } else { "" };
        match self.is_markdown {
            true => format!("{gap}{} {text}\n", "#".repeat(level)),
            false => format!("{gap}{text}"),
        }
    }

    fn counts(&self, changes: &Changes) -> Vec<String> {
        let counts = changes.counts();
        let line = |of: &'static str| {
            let of_it = counts.iter().filter(|(what, ..)| *what == of);
            let said: Vec<String> = of_it
                .map(|(_, category, n)| {
                    let category = self.word("change", category.word());
                    let values = [
                        ("what", Arg::Text(&category)),
                        ("n", Arg::Number(number(*n))),
                    ];
                    self.words.say("changes-count", &values)
                })
                .collect();
            (!said.is_empty()).then(|| self.pair(&self.word("changes-of", of), &self.list(&said)))
        };
        ["item", "problem", "indicator"]
            .into_iter()
            .filter_map(line)
            .collect()
    }

    fn list(&self, texts: &[String]) -> String {
        texts.join(&self.plain("list-mark"))
    }

    fn pair(&self, label: &str, text: &str) -> String {
        let values = [("label", Arg::Text(label)), ("text", Arg::Text(text))];
        format!("- {}", self.words.say("changes-pair", &values))
    }

    fn name(&self, subject: Subject, day: Date) -> String {
        let title = subject.title(self.project, day).wanted(self.language);
        let id = subject.id(self.project, day);
        let title = self.written(title);
        let values = [("id", Arg::Text(id)), ("title", Arg::Text(&title))];
        self.words.say("changes-record", &values)
    }

    fn record(&self, subject: Subject, change: &Change, changes: &Changes) -> Vec<String> {
        let gone = change.fate == Fate::Gone;
        let day = if gone { changes.from } else { changes.to };
        let mut lines = vec![self.head(2, &self.name(subject, day))];
        let categories = change.categories().into_iter();
        let categories: Vec<String> = categories.map(|c| self.word("change", c.word())).collect();
        if !categories.is_empty() {
            lines.push(self.pair(&self.plain("changes-what"), &self.list(&categories)));
        }
        for (field, (old, new)) in change.fields.iter().filter(|_| !gone) {
            let shown = |value: &Option<Value>| self.value(*field, value.as_ref(), day);
            let (old, new) = (shown(old), shown(new));
            let text = match change.fate {
                Fate::New => new,
                _ => {
                    let values = [("old", Arg::Text(&old)), ("new", Arg::Text(&new))];
                    self.words.say("changes-old-new", &values)
                }
            };
            let label = self.word("field", field.word());
            lines.push(self.pair(&label, &text));
        }
        lines
    }

    fn value(&self, field: Field, value: Option<&Value>, day: Date) -> String {
        match value {
            None => self.plain("no-figure"),
            Some(Value::Yes) => self.plain("changes-yes"),
            Some(Value::Light(light)) => self.word("light", light.word()),
            Some(Value::State(state)) => self.word("state", state.word()),
            Some(Value::ProblemState(state)) => self.word("changes-problem", state.word()),
            Some(Value::Pace(pace)) => self.word("pace", pace.word()),
            Some(Value::Outcome(outcome)) => self.word("outcome", outcome.word()),
            Some(Value::Number(n)) => match field {
                // As readers take it: behind is negative.
                Field::Gap => (-*n).to_string(),
                _ if field.is_percent() => format!("{n}%"),
                _ => n.to_string(),
            },
            Some(Value::Band(low, high)) => {
                let (low, high) = (low.to_string(), high.to_string());
                let values = [("low", Arg::Text(&low)), ("high", Arg::Text(&high))];
                self.words.say("changes-band", &values)
            }
            Some(Value::Date(date)) => date.to_string(),
            Some(Value::Text(text)) => self.written(text.wanted(self.language)),
            Some(Value::Unit(unit)) => self.unit(*unit, day),
            Some(Value::Units(units)) => {
                let names: Vec<String> = units.iter().map(|u| self.unit(*u, day)).collect();
                self.list(&names)
            }
        }
    }

    fn unit(&self, unit: Seen<Unit>, day: Date) -> String {
        let Some(key) = unit.key() else {
            return self.plain("not-shown-here");
        };
        let unit = self.project.units.at(key, day);
        let name = unit.short_name.as_ref().unwrap_or(&unit.name);
        self.written(name.wanted(self.language))
    }

    /// Text as it was written, on one line; in Markdown no mark of it means anything.
    fn written(&self, text: &str) -> String {
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if !self.is_markdown {
            return line;
        }
        let marks = "\\`*_{}[]<>#|&~";
        line.chars().fold(String::new(), |mut safe, c| {
            if marks.contains(c) {
                safe.push('\\');
            }
            safe.push(c);
            safe
        })
    }
}
