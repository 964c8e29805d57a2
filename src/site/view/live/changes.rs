//! The directive `changes`: what is not as it was on an earlier day, counted by what it came to, then record by record.

use std::collections::BTreeMap;

use crate::date::Date;
use crate::derive::Count;
use crate::derive::{
    Change, Changes, Fate, Field as Followed, Snapshot, Subject as Record, Value,
    changes as compared, snapshot,
};
use crate::messages::Arg;
use crate::model::{Category, Directive, Field, LiveCondition, RecordRef, Wanted};
use crate::site::desk::Desk;
use crate::site::view::item::say;
use crate::site::view::limit::LINES;
use crate::site::words::number;

use super::ask::Subject;
use super::cell::{cell, column, part, text};
use super::hold::{holds, passes, sort};
use super::items::{grouped, left_out};
use super::{Cell, Filled, Group, Part, Row};

const COLUMNS: &[Field] = &[
    Field::Title,
    Field::Lead,
    Field::What,
    Field::Was,
    Field::Is,
];

/// A record, and what became of it in as far as the directive asks for it.
struct Line<'c> {
    record: Record,
    change: &'c Change,
    categories: Vec<Category>,
}

/// Two desks, and what every record says at each.
struct Pair<'d, 'p> {
    now: &'d Desk<'p>,
    then: &'d Desk<'p>,
    new: Snapshot,
    old: Snapshot,
}

impl<'d, 'p> Pair<'d, 'p> {
    /// The desk at which a record can be asked.
    fn desk(&self, change: &Change) -> &'d Desk<'p> {
        match change.fate {
            Fate::Gone => self.then,
            _ => self.now,
        }
    }
}

/// Since a day before the page's own; without such a day it says so.
pub(super) fn changes(desk: &Desk<'_>, since: Option<&Desk<'_>>, directive: &Directive) -> Filled {
    let said = |sentence: String| Filled {
        sentences: vec![sentence],
        ..Filled::default()
    };
    let Some(then) = since.filter(|since| since.as_of() < desk.as_of()) else {
        return said(desk.words.plain("live-no-since"));
    };
    let pair = Pair {
        now: desk,
        then,
        new: snapshot(desk.report),
        old: snapshot(then.report),
    };
    let all = compared(&pair.old, &pair.new);
    let lines = lines(&pair, &all, directive);
    let date = desk.words.day(then.as_of());
    if lines.is_empty() {
        return said(desk.words.with("live-changes-none", "date", &date));
    }
    let counts = [
        ("date", Arg::Text(date.as_str())),
        ("all", Arg::Text(&counts(desk, &lines))),
    ];
    let sentences = vec![desk.words.say("live-changes-since", &counts)];
    Filled {
        sentences,
        ..table(&pair, &lines, directive)
    }
}

/// Parents and decisions carried out by tasks are left out, as in every count, unless parents are asked for.
fn lines<'c>(pair: &Pair<'_, '_>, all: &'c Changes, directive: &Directive) -> Vec<Line<'c>> {
    let (of_categories, others): (Vec<LiveCondition>, Vec<LiveCondition>) = directive
        .conditions
        .iter()
        .cloned()
        .partition(|condition| condition.field == Field::Category);
    let lines = all.records.iter().filter_map(|(record, change)| {
        let is_item = matches!(record, Record::Task(_) | Record::Decision(_));
        if is_item && !change.counted && !directive.parents {
            return None;
        }
        let desk = pair.desk(change);
        let wanted = |category: &Category| {
            let values = [Wanted::Word(category.word())];
            let mut conditions = of_categories.iter();
            conditions.all(|condition| passes(desk, condition, &values))
        };
        let categories: Vec<Category> = change.categories().into_iter().filter(wanted).collect();
        let holds = !categories.is_empty() && holds(desk, subject(*record), &others);
        holds.then_some(Line {
            record: *record,
            change,
            categories,
        })
    });
    lines.collect()
}

fn subject(record: Record) -> Subject {
    match record {
        Record::Task(key) => Subject::Item(Count::Task(key)),
        Record::Decision(key) => Subject::Item(Count::Decision(key)),
        Record::Problem(key) => Subject::Problem(key),
        Record::Indicator(key) => Subject::Indicator(key),
    }
}

/// How many items, problems and indicators came to what, in words.
fn counts(desk: &Desk<'_>, lines: &[Line<'_>]) -> String {
    let mut counts: BTreeMap<(usize, Category), usize> = BTreeMap::new();
    for line in lines {
        let kind = match line.record {
            Record::Task(_) | Record::Decision(_) => 0,
            Record::Problem(_) => 1,
            Record::Indicator(_) => 2,
        };
        for category in &line.categories {
            *counts.entry((kind, *category)).or_default() += 1;
        }
    }
    let words = desk.words;
    let said = ["item", "problem", "indicator"].into_iter().enumerate();
    let said = said.filter_map(|(kind, word)| {
        let of_kind = counts.iter().filter(|((of, _), _)| *of == kind);
        let each: Vec<String> = of_kind
            .map(|((_, category), n)| {
                let what = words.of("change", category.word());
                let values = [("what", Arg::Text(what.as_str())), ("n", number(*n))];
                words.say(&format!("live-changed-{word}"), &values)
            })
            .collect();
        (!each.is_empty()).then(|| {
            let of = words.of("changes-of", word);
            let all = words.list(&each);
            let values = [("label", Arg::Text(of.as_str())), ("text", Arg::Text(&all))];
            words.say("changes-pair", &values)
        })
    });
    let said: Vec<String> = said.collect();
    said.join(&words.plain("semicolon"))
}

/// A heading, and each record under it with what it came to.
type Headed = (Part, Vec<(Subject, Option<Category>)>);

fn headed(
    desk: &Desk<'_>,
    (lines, subjects): (&[Line<'_>], &[Subject]),
    group: Option<Field>,
) -> Vec<Headed> {
    let field = group.filter(|field| *field != Field::Category);
    if let Some(field) = field {
        let groups = grouped(desk, subjects, field).into_iter();
        let all = |subject: Subject| {
            let line = line_of(lines, subject);
            let categories = line.map(|line| line.categories.clone()).unwrap_or_default();
            categories.into_iter().map(move |c| (subject, Some(c)))
        };
        groups
            .map(|(heading, members)| {
                let members = members.into_iter().flat_map(all).collect();
                (heading.unwrap_or_default(), members)
            })
            .collect()
    } else {
        let of = |category: Category| {
            let all = subjects.iter().copied();
            let all = all.filter(|subject| {
                line_of(lines, *subject).is_some_and(|line| line.categories.contains(&category))
            });
            all.map(|subject| (subject, Some(category)))
                .collect::<Vec<_>>()
        };
        let heading = |category: Category, n: usize| Part {
            text: desk.words.say(
                "live-change-heading",
                &[
                    ("what", Arg::Text(&desk.words.of("change", category.word()))),
                    ("n", number(n)),
                ],
            ),
            ..Part::default()
        };
        let all = Category::ALL
            .into_iter()
            .map(|category| (category, of(category)));
        let all = all.filter(|(_, members)| !members.is_empty());
        all.map(|(category, members)| (heading(category, members.len()), members))
            .collect()
    }
}

/// Under what it came to, unless other groups are asked for.
fn table(pair: &Pair<'_, '_>, lines: &[Line<'_>], directive: &Directive) -> Filled {
    let desk = pair.now;
    let by_category = directive.group.is_none_or(|field| field == Field::Category);
    let mut columns = match directive.columns.is_empty() {
        true => COLUMNS.to_vec(),
        false => directive.columns.clone(),
    };
    if !by_category && directive.columns.is_empty() {
        columns.insert(1, Field::Category);
    }
    let mut subjects: Vec<Subject> = lines.iter().map(|line| subject(line.record)).collect();
    sort(desk, &mut subjects, &directive.sort);
    let groups = headed(desk, (lines, &subjects), directive.group);
    let total: usize = groups.iter().map(|(_, members)| members.len()).sum();
    let mut room = directive.limit.unwrap_or(LINES);
    let note = left_out(desk, "live-total-changes", (total, room.min(total)));
    let mut filled: Vec<Group> = Vec::new();
    for (heading, members) in groups {
        let here = members.len().min(room);
        room -= here;
        let rows = members.into_iter().take(here);
        let rows = rows.filter_map(|(subject, category)| {
            Some(row(pair, line_of(lines, subject)?, (category?, &columns)))
        });
        filled.push(Group {
            heading: Some(heading),
            rows: rows.collect(),
        });
    }
    filled.retain(|group| !group.rows.is_empty());
    let columns = columns.iter();
    Filled {
        note,
        columns: columns
            .map(|field| column(desk, *field, "live-column-changes"))
            .collect(),
        groups: filled,
        ..Filled::default()
    }
}

fn line_of<'l, 'c>(lines: &'l [Line<'c>], wanted: Subject) -> Option<&'l Line<'c>> {
    // They stand in the order of their records.
    let wanted = record(wanted)?;
    let place = lines.binary_search_by_key(&wanted, |line| line.record);
    place.ok().map(|place| &lines[place])
}

fn record(subject: Subject) -> Option<Record> {
    match subject {
        Subject::Item(Count::Task(key)) => Some(Record::Task(key)),
        Subject::Item(Count::Decision(key)) => Some(Record::Decision(key)),
        Subject::Problem(key) => Some(Record::Problem(key)),
        Subject::Indicator(key) => Some(Record::Indicator(key)),
        Subject::Unit(_) => None,
    }
}

fn row(pair: &Pair<'_, '_>, line: &Line<'_>, (category, columns): (Category, &[Field])) -> Row {
    let desk = pair.desk(line.change);
    let field = followed(line, category);
    let value = |snapshot: &Snapshot, desk: &Desk<'_>| {
        let fields = snapshot.records.get(&line.record);
        let value = field.and_then(|field| Some((field, fields?.get(&field)?)));
        value.map_or_else(Cell::default, |(field, value)| said(desk, field, value))
    };
    let cells = columns.iter().map(|column| match column {
        Field::Category => text(desk.words.of("change", category.word())),
        Field::What => {
            text(field.map_or_else(String::new, |field| desk.words.of("field", field.word())))
        }
        Field::Was => value(&pair.old, pair.then),
        Field::Is => value(&pair.new, pair.now),
        column => cell(desk, subject(line.record), *column),
    });
    Row {
        cells: cells.collect(),
        ..Row::default()
    }
}

/// The field in which a reader sees what happened; none where there is nothing beside the word for it.
fn followed(line: &Line<'_>, category: Category) -> Option<Followed> {
    let is_problem = matches!(line.record, Record::Problem(_));
    let first = |fields: &[Followed]| {
        let mut fields = fields.iter().copied();
        fields.find(|field| line.change.has(*field))
    };
    match category {
        Category::New | Category::Gone if matches!(line.record, Record::Indicator(_)) => {
            first(&[Followed::ObservedValue, Followed::ObservedText])
        }
        Category::Closed if !is_problem => Some(Followed::ClosedOn),
        Category::Finished => Some(Followed::FinishedOn),
        Category::Returned => Some(Followed::ReturnedOn),
        Category::NewlyOverdue => Some(Followed::EffectiveDue),
        Category::Recovered | Category::Worsened => Some(Followed::Light),
        Category::DueChanged => first(&[Followed::EffectiveDue, Followed::DueText]),
        Category::LeadChanged => Some(Followed::Lead),
        Category::TargetChanged => first(&[
            Followed::TargetQuantity,
            Followed::TargetUnit,
            Followed::TargetText,
        ]),
        Category::Progress => Some(Followed::Actual),
        Category::Moved => first(&[
            Followed::ObservedValue,
            Followed::ObservedText,
            Followed::ObservedOn,
        ]),
        _ => Some(Followed::State),
    }
}

fn said(desk: &Desk<'_>, field: Followed, value: &Value) -> Cell {
    let words = desk.words;
    match value {
        Value::Yes => text(words.plain("field-yes")),
        Value::Light(light) => Cell {
            light: light.word().to_owned(),
            ..text(words.of("light", light.word()))
        },
        Value::State(state) => text(words.of("state", state.word())),
        Value::ProblemState(state) => text(words.of("field-problem-state", state.word())),
        Value::Pace(pace) => text(words.of("pace", pace.word())),
        Value::Outcome(outcome) => text(words.of("outcome", outcome.word())),
        Value::Number(figure) if field == Followed::Actual => text(words.percent(Some(*figure))),
        Value::Number(figure) => text(figure.to_string()),
        Value::Date(date) => text(Date::to_string(date)),
        Value::Band(low, high) => {
            let values = [("low", low.to_string()), ("high", high.to_string())];
            text(say(desk, "band", &values))
        }
        Value::Text(said) => text(words.text(said)),
        Value::Unit(unit) => units(desk, std::slice::from_ref(unit)),
        Value::Units(all) => units(desk, all),
    }
}

fn units(desk: &Desk<'_>, all: &[crate::model::Seen<crate::model::Unit>]) -> Cell {
    let all = all.iter().map(|unit| part(desk, RecordRef::Unit(*unit)));
    Cell {
        parts: all.collect(),
        ..Cell::default()
    }
}
