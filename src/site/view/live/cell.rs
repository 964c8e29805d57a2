//! Cells: the value of a field as a reader sees it.

use crate::decimal::Decimal;
use crate::derive::{Count, MilestoneFacts};
use crate::messages::Arg;
use crate::model::{
    Field, Holds, Item, Key, Milestone, Party, RecordRef, State, TargetValue, Text, Wanted,
};
use crate::site::desk::Desk;
use crate::site::view::body::record_link;
use crate::site::view::item;
use crate::site::view::parts::{due_note, signed};

use super::ask::{Subject, identity};
use super::fact::{target, values};
use super::{Cell, Column, Part, RecordName};

pub(super) fn column(desk: &Desk<'_>, field: Field, title: &str) -> Column {
    let class = match field.holds() {
        Holds::Number | Holds::Percent => "n",
        Holds::Date => "d",
        Holds::Word(_) | Holds::Flag => "w",
        _ => match field {
            Field::Title => "title-cell",
            Field::Lead => "lead-cell",
            Field::Reason | Field::Milestones => "reason-cell",
            _ => "",
        },
    };
    Column {
        key: field.word().to_owned(),
        label: label(desk, field, title),
        class: class.to_owned(),
    }
}

/// `title`: the message that names what is listed.
fn label(desk: &Desk<'_>, field: Field, title: &str) -> String {
    let word = field.word().replace('_', "-");
    match field {
        Field::Title => desk.words.plain(title),
        _ => {
            let own = format!("field-{word}");
            if desk.words.has(&own) {
                desk.words.plain(&own)
            } else {
                desk.words.plain(&format!("column-{word}"))
            }
        }
    }
}

pub(super) fn text(text: String) -> Cell {
    Cell {
        parts: vec![Part {
            text,
            ..Part::default()
        }],
        ..Cell::default()
    }
}

/// A record by its name, as this audience may see it.
pub(super) fn part(desk: &Desk<'_>, record: RecordRef) -> Part {
    let link = record_link(desk, record);
    Part {
        text: link.text,
        hidden: link.hidden,
        record: name(desk, record).filter(|_| !link.href.is_empty()),
        key: Some(record).filter(|_| !link.href.is_empty()),
    }
}

/// Type and id of a record that is seen.
fn name(desk: &Desk<'_>, record: RecordRef) -> Option<RecordName> {
    let (kind, place) = identity(record)?;
    let (project, day) = (desk.report.project, desk.as_of());
    let head = match kind {
        "campaign" => &project.campaigns.at(Key::new(place), day).head,
        "area" => &project.areas.at(Key::new(place), day).head,
        "unit" => &project.units.at(Key::new(place), day).head,
        "person" => &project.people.at(Key::new(place), day).head,
        "task" => &project.tasks.at(Key::new(place), day).head,
        "meeting" => &project.meetings.at(Key::new(place), day).head,
        "decision" => &project.decisions.at(Key::new(place), day).head,
        "document" => &project.documents.at(Key::new(place), day).head,
        "problem" => &project.problems.at(Key::new(place), day).head,
        "indicator" => &project.indicators.at(Key::new(place), day).head,
        "instruction" => &project.instructions.at(Key::new(place), day).head,
        "inspection" => &project.inspections.at(Key::new(place), day).head,
        "assessment" => &project.assessments.at(Key::new(place), day).head,
        _ => &project.bulletins.at(Key::new(place), day).head,
    };
    Some(RecordName {
        kind: kind.to_owned(),
        id: head.id.clone(),
    })
}

pub(super) fn cell(desk: &Desk<'_>, subject: Subject, field: Field) -> Cell {
    let words = desk.words;
    match field {
        Field::Title => title(desk, subject),
        Field::Light => match subject.facts(desk) {
            Some(facts) => Cell {
                light: facts.light.word().to_owned(),
                trend: match subject {
                    Subject::Item(count) => desk.trend(count).word().to_owned(),
                    _ => String::new(),
                },
                ..text(words.of("light", facts.light.word()))
            },
            None => Cell::default(),
        },
        Field::Due => due(desk, subject),
        Field::Gap => match subject.facts(desk) {
            Some(facts) => {
                let runs = facts.state != State::Cancelled;
                let gap = facts.gap.filter(|_| runs);
                text(gap.map_or_else(|| words.plain("no-figure"), signed))
            }
            None => Cell::default(),
        },
        Field::Actual | Field::Planned => text(progress(desk, subject, field)),
        Field::Reason => {
            let reasons = subject.facts(desk).map(|facts| facts.reasons.as_slice());
            let first = reasons.and_then(<[_]>::first);
            text(
                first
                    .map(|reason| item::reason(desk, reason))
                    .unwrap_or_default(),
            )
        }
        Field::Progress | Field::Issues | Field::NextSteps => text(latest(desk, subject, field)),
        Field::Milestones => text(milestones(desk, subject)),
        Field::Target => text(target_text(desk, subject)),
        Field::FoundBy | Field::Owner => party(desk, subject, field),
        _ => plain(desk, subject, field),
    }
}

/// All values of a field, one after another.
fn plain(desk: &Desk<'_>, subject: Subject, field: Field) -> Cell {
    let mut values = values(desk, subject, field);
    // Other wordings of a text are for conditions alone.
    if field.holds() == Holds::Text && field != Field::Tags {
        values.truncate(1);
    }
    if values.is_empty() && matches!(field.holds(), Holds::Percent) {
        return text(desk.words.plain("no-figure"));
    }
    Cell {
        parts: values
            .iter()
            .map(|value| shown(desk, field, value))
            .collect(),
        ..Cell::default()
    }
}

pub(super) fn shown(desk: &Desk<'_>, field: Field, value: &Wanted) -> Part {
    let words = desk.words;
    let text = match value {
        Wanted::Nothing => String::new(),
        Wanted::Text(text) => text.clone(),
        Wanted::Number(number) if field.holds() == Holds::Percent => {
            words.percent_cell(Some(*number))
        }
        Wanted::Number(number) if field == Field::Change && number.is_positive() => {
            format!("+{number}")
        }
        Wanted::Number(number) => number.to_string().replace('-', "−"),
        Wanted::Date(date) => date.to_string(),
        Wanted::Flag(true) => words.plain("field-yes"),
        Wanted::Flag(false) => String::new(),
        Wanted::Word(word) => words.of(family(field), word),
        Wanted::Record(record) => return part(desk, *record),
    };
    Part {
        text,
        ..Part::default()
    }
}

/// The messages that name the words of a field.
fn family(field: Field) -> &'static str {
    match field {
        Field::State => "state",
        Field::Pace => "pace",
        Field::Outcome => "outcome",
        Field::UnitKind => "unit-kind",
        Field::Record => "word",
        Field::ProblemState => "field-problem-state",
        Field::IndicatorKind => "field-indicator-kind",
        Field::RecordType => "word",
        Field::Category => "change",
        _ => "light",
    }
}

fn title(desk: &Desk<'_>, subject: Subject) -> Cell {
    let is_key = match subject {
        Subject::Item(Count::Task(key)) => desk.report.project.tasks.at(key, desk.as_of()).key,
        _ => false,
    };
    let shows_id = !matches!(subject, Subject::Unit(_));
    Cell {
        parts: vec![part(desk, subject.reference())],
        tag: if is_key {
            desk.words.plain("key")
        } else {
            String::new()
        },
        id: if shows_id {
            subject.head(desk).id.clone()
        } else {
            String::new()
        },
        ..Cell::default()
    }
}

fn due(desk: &Desk<'_>, subject: Subject) -> Cell {
    let cell = plain(desk, subject, Field::Due);
    let note = match (subject, subject.facts(desk)) {
        // A decision without a limit that is no action is not ongoing: nothing is to be done.
        (Subject::Item(_), Some(facts)) if facts.ongoing || facts.effective_due.is_some() => {
            due_note(desk, facts)
        }
        (Subject::Problem(_), Some(facts)) if facts.effective_due.is_some() => {
            due_note(desk, facts)
        }
        _ => String::new(),
    };
    Cell { note, ..cell }
}

/// Each milestone with its day, and whether it is done.
fn milestones(desk: &Desk<'_>, subject: Subject) -> String {
    let (Some(item), Some(facts)) = (subject.item(desk), subject.facts(desk)) else {
        return String::new();
    };
    let milestones = item.milestones.iter().zip(&facts.milestones);
    let said: Vec<String> = milestones
        .map(|(milestone, facts)| milestone_said(desk, milestone, facts))
        .collect();
    desk.words.list(&said)
}

/// A milestone with its day, and whether it is done.
pub(crate) fn milestone_said(
    desk: &Desk<'_>,
    milestone: &Milestone,
    facts: &MilestoneFacts,
) -> String {
    let (id, day) = match facts.done_on {
        Some(done) if facts.days_late > 0 => ("live-stone-met-late", done),
        Some(done) => ("live-stone-met", done),
        None if facts.overdue => ("live-stone-late", milestone.due),
        None => ("live-stone", milestone.due),
    };
    let title = desk.words.text(&milestone.title);
    let values = [
        ("title", Arg::Text(&title)),
        ("date", Arg::Text(&desk.words.day(day))),
        ("due", Arg::Text(&desk.words.day(milestone.due))),
        ("days", Arg::Number(Decimal::from(facts.days_late))),
    ];
    desk.words.say(id, &values)
}

fn progress(desk: &Desk<'_>, subject: Subject, field: Field) -> String {
    let Some(facts) = subject.facts(desk) else {
        return String::new();
    };
    let runs = facts.state != State::Cancelled;
    desk.words.percent(match field {
        Field::Actual => facts.actual,
        _ => facts.planned.filter(|_| runs),
    })
}

/// What the last report says.
fn latest(desk: &Desk<'_>, subject: Subject, field: Field) -> String {
    let Some(item) = subject.item(desk) else {
        return String::new();
    };
    let last = match subject.facts(desk) {
        Some(facts) => facts.last_progress,
        None => last_entry(desk, item),
    };
    let Some(entry) = last.and_then(|place| item.progress.get(place)) else {
        return String::new();
    };
    let words = |text: &Option<Text>| desk.words.optional(text.as_ref());
    match field {
        Field::Issues => words(&entry.issues),
        Field::NextSteps => words(&entry.next_steps),
        _ => Some(words(&entry.text))
            .filter(|text| !text.is_empty())
            .unwrap_or_else(|| words(&entry.done)),
    }
}

/// The latest by date, then by written order.
fn last_entry(desk: &Desk<'_>, item: &Item) -> Option<usize> {
    let entries = item.progress.iter().enumerate();
    let known = entries.filter(|(_, entry)| entry.date <= desk.as_of());
    known
        .max_by_key(|(place, entry)| (entry.date, *place))
        .map(|(place, _)| place)
}

fn target_text(desk: &Desk<'_>, subject: Subject) -> String {
    match subject {
        Subject::Indicator(key) => match target(desk, key) {
            Some((by, value)) => {
                let value = match value {
                    TargetValue::One(value) => value.to_string(),
                    TargetValue::Band(from, to) => format!("{from}–{to}"),
                };
                item::say(
                    desk,
                    "live-target",
                    &[("by", by.to_string()), ("value", value)],
                )
            }
            None => String::new(),
        },
        _ => {
            let target = subject.item(desk).and_then(|item| item.target.as_ref());
            target
                .map(|target| item::target(desk, target))
                .unwrap_or_default()
        }
    }
}

fn party(desk: &Desk<'_>, subject: Subject, field: Field) -> Cell {
    let (project, day) = (desk.report.project, desk.as_of());
    let party = match (subject, field) {
        (Subject::Problem(key), Field::FoundBy) => &project.problems.at(key, day).found_by,
        (Subject::Indicator(key), Field::Owner) => &project.indicators.at(key, day).owner,
        _ => return Cell::default(),
    };
    match party {
        Some(Party::Person(seen)) => linked(desk, RecordRef::Person(*seen)),
        Some(Party::Unit(seen)) => linked(desk, RecordRef::Unit(*seen)),
        Some(Party::Text(words)) => text(desk.words.text(words)),
        None => Cell::default(),
    }
}

fn linked(desk: &Desk<'_>, record: RecordRef) -> Cell {
    Cell {
        parts: vec![part(desk, record)],
        ..Cell::default()
    }
}
