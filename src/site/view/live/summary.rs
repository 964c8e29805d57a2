//! The directive `summary`: what a set of items comes to, in sentences as an office writes them, and in a small table.

use std::cmp::Ordering;

use crate::date::Date;
use crate::decimal::Decimal;
use crate::derive::{RollUp, risen, roll_up};
use crate::messages::Arg;
use crate::model::{Directive, Field, Holds, State};
use crate::site::desk::Desk;

use super::ask::Subject;
use super::cell::{column, text};
use super::items::{chosen, grouped};
use super::set::figure;
use super::{Cell, Filled, Group, Part, Row};

const COLUMNS: &[Field] = &[
    Field::Total,
    Field::Done,
    Field::Red,
    Field::Yellow,
    Field::OverdueItems,
    Field::CompletionRate,
    Field::OnTimeRate,
];

/// Sentences; with `group`, a line of figures for each group, and with `columns` those figures.
pub(super) fn summary(desk: &Desk<'_>, since: Option<&Desk<'_>>, directive: &Directive) -> Filled {
    let all = chosen(desk, directive);
    let set = set_of(desk, &all);
    let mut said = sentences(desk, &set);
    if let Some(since) = since.filter(|since| since.as_of() < desk.as_of()) {
        let then = set_of(since, &chosen(since, directive));
        said.extend(compared(desk, &set, (&then, since.as_of())));
    }
    let sentences = vec![said.join(&desk.words.plain("sentence-gap"))];
    let fields = if directive.columns.is_empty() {
        COLUMNS
    } else {
        &directive.columns
    };
    let rows = match directive.group {
        Some(field) => {
            let groups = grouped(desk, &all, field).into_iter();
            let rows = groups.map(|(heading, members)| {
                let heading = heading.unwrap_or_default();
                line(desk, heading, &set_of(desk, &members), fields)
            });
            rows.collect()
        }
        None if !directive.columns.is_empty() && set.total > 0 => {
            let whole = Part {
                text: desk.words.plain("column-total"),
                ..Part::default()
            };
            vec![line(desk, whole, &set, fields)]
        }
        None => Vec::new(),
    };
    if rows.is_empty() {
        return Filled {
            sentences,
            ..Filled::default()
        };
    }
    let group = directive.group.unwrap_or(Field::Title);
    let first = column(desk, group, "live-column-summary");
    let first = super::Column {
        key: Field::Title.word().to_owned(),
        class: "title-cell".to_owned(),
        ..first
    };
    let columns = fields
        .iter()
        .map(|field| column(desk, *field, "column-title"));
    Filled {
        sentences,
        columns: std::iter::once(first).chain(columns).collect(),
        groups: vec![Group {
            heading: None,
            rows,
        }],
        ..Filled::default()
    }
}

fn set_of(desk: &Desk<'_>, subjects: &[Subject]) -> RollUp {
    let counts = subjects.iter().filter_map(|subject| match subject {
        Subject::Item(count) => Some(*count),
        _ => None,
    });
    roll_up(desk.report, counts)
}

fn line(desk: &Desk<'_>, heading: Part, set: &RollUp, fields: &[Field]) -> Row {
    let head = Cell {
        parts: vec![heading],
        ..Cell::default()
    };
    let cells = fields.iter().map(|field| {
        text(match (field.holds(), figure(set, *field)) {
            (Holds::Percent, figure) => desk.words.percent_cell(figure),
            (_, Some(figure)) => figure.to_string(),
            (_, None) => String::new(),
        })
    });
    Row {
        cells: std::iter::once(head).chain(cells).collect(),
        ..Row::default()
    }
}

pub(super) fn sentences(desk: &Desk<'_>, set: &RollUp) -> Vec<String> {
    let date = desk.words.day(desk.as_of());
    if set.total == 0 {
        return vec![desk.words.with("summary-none", "date", &date)];
    }
    let state = |wanted: State| {
        let place = State::ALL.iter().position(|state| *state == wanted);
        Decimal::from(set.by_state[place.expect("invariant: ALL lists every state")])
    };
    let completion = desk.words.percent_cell(set.completion.percent);
    let id = if set.completion.of == set.total {
        "summary-total"
    } else {
        "summary-total-of"
    };
    let mut said = vec![desk.words.say(
        id,
        &[
            ("date", Arg::Text(&date)),
            ("total", number(set.total)),
            ("done", number(set.completion.count)),
            ("of", number(set.completion.of)),
            ("rate", Arg::Text(&completion)),
            ("running", Arg::Number(state(State::InProgress))),
            ("waiting", Arg::Number(state(State::NotStarted))),
        ],
    )];
    if set.excluded_cancelled + set.excluded_ongoing > 0 {
        let cancelled = ("cancelled", number(set.excluded_cancelled));
        let ongoing = ("ongoing", number(set.excluded_ongoing));
        said.push(desk.words.say("summary-excluded", &[cancelled, ongoing]));
    }
    said.push(lights(desk, set));
    if set.overdue.count == 0 {
        said.push(desk.words.plain("summary-no-overdue"));
    } else {
        let rate = desk.words.percent_cell(set.overdue.percent);
        let values = [("n", number(set.overdue.count)), ("rate", Arg::Text(&rate))];
        said.push(desk.words.say("summary-overdue", &values));
    }
    if set.on_time.of > 0 {
        let rate = desk.words.percent_cell(set.on_time.percent);
        let values = [
            ("of", number(set.on_time.of)),
            ("n", number(set.on_time.count)),
            ("rate", Arg::Text(&rate)),
        ];
        said.push(desk.words.say("summary-on-time", &values));
    }
    said
}

/// Each light that is lit, with its count.
fn lights(desk: &Desk<'_>, set: &RollUp) -> String {
    let lit = desk.lights_in_force().into_iter();
    let lit = lit.filter(|light| set.lights(*light) > 0);
    let counted: Vec<String> = lit
        .map(|light| {
            let label = desk.words.of("light", light.word());
            let values = [
                ("light", Arg::Text(&label)),
                ("n", number(set.lights(light))),
            ];
            desk.words.say("summary-light", &values)
        })
        .collect();
    desk.words
        .with("summary-lights", "lights", &desk.words.list(&counted))
}

/// How the completion rate and the overdue items moved since a date.
pub(super) fn compared(
    desk: &Desk<'_>,
    now: &RollUp,
    (then, since): (&RollUp, Date),
) -> Option<String> {
    let points = risen(now.completion.percent, then.completion.percent)?;
    let id = match points {
        points if points.is_positive() => "summary-risen",
        points if points.is_negative() => "summary-fallen",
        _ => "summary-level",
    };
    let since = desk.words.day(since);
    let points = points.abs().fixed(2);
    let values = [
        ("date", Arg::Text(since.as_str())),
        ("points", Arg::Text(points.as_str())),
    ];
    let rate = desk.words.say(id, &values);
    let (before, after) = (then.overdue.count, now.overdue.count);
    let id = match after.cmp(&before) {
        Ordering::Greater => "summary-overdue-more",
        Ordering::Less => "summary-overdue-fewer",
        Ordering::Equal if after == 0 => "summary-overdue-never",
        Ordering::Equal => "summary-overdue-same",
    };
    let values = [("before", number(before)), ("after", number(after))];
    let overdue = desk.words.say(id, &values);
    let both = [("rate", Arg::Text(&rate)), ("overdue", Arg::Text(&overdue))];
    Some(desk.words.say("summary-moved", &both))
}

fn number(n: u32) -> Arg<'static> {
    Arg::Number(Decimal::from(n))
}
