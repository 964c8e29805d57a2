//! Lists of records: which, in which order, under which headings, with which columns.

use crate::derive::Count;
use crate::model::{Directive, DirectiveKind, Field};
use crate::site::desk::Desk;
use crate::site::view::item::say;
use crate::site::view::limit::LINES;

use super::ask::Subject;
use super::cell::{column, shown};
use super::fact::values;
use super::hold::{Order, holds, order, sort};
use super::lines::{flat, nested, row};
use super::{Filled, Group, Part};

/// What tables of items show where nobody asks for other columns.
pub(crate) const LEDGER_COLUMNS: &[Field] = &[
    Field::Title,
    Field::Light,
    Field::Lead,
    Field::Due,
    Field::Actual,
    Field::Planned,
    Field::Gap,
    Field::State,
    Field::Reason,
];

const DECISION_COLUMNS: &[Field] = &[
    Field::Title,
    Field::Meeting,
    Field::Outcome,
    Field::Lead,
    Field::Due,
    Field::Light,
    Field::State,
];

const PROBLEM_COLUMNS: &[Field] = &[
    Field::Title,
    Field::FoundOn,
    Field::Place,
    Field::Lead,
    Field::Due,
    Field::ProblemState,
    Field::Progress,
];

const INDICATOR_COLUMNS: &[Field] = &[
    Field::Title,
    Field::Measure,
    Field::Baseline,
    Field::Observed,
    Field::ObservedOn,
    Field::Target,
];

const UNIT_COLUMNS: &[Field] = &[
    Field::Title,
    Field::Total,
    Field::Red,
    Field::Yellow,
    Field::Green,
    Field::Done,
    Field::OverdueItems,
    Field::CompletionRate,
    Field::OnTimeRate,
];

/// Ledger items; with `parents`, the tasks above them as well.
pub(super) fn tasks(desk: &Desk<'_>, directive: &Directive) -> Filled {
    list(desk, directive, LEDGER_COLUMNS)
}

pub(super) fn decisions(desk: &Desk<'_>, directive: &Directive) -> Filled {
    list(desk, directive, DECISION_COLUMNS)
}

pub(super) fn problems(desk: &Desk<'_>, directive: &Directive) -> Filled {
    list(desk, directive, PROBLEM_COLUMNS)
}

pub(super) fn indicators(desk: &Desk<'_>, directive: &Directive) -> Filled {
    list(desk, directive, INDICATOR_COLUMNS)
}

/// With what each leads. Units that lead nothing are left out, unless a condition speaks of `total`.
pub(super) fn units(desk: &Desk<'_>, directive: &Directive) -> Filled {
    list(desk, directive, UNIT_COLUMNS)
}

/// Every record for which the conditions hold, in written order.
pub(super) fn chosen(desk: &Desk<'_>, directive: &Directive) -> Vec<Subject> {
    let all = candidates(desk, directive);
    let held = all
        .into_iter()
        .filter(|subject| holds(desk, *subject, &directive.conditions));
    held.collect()
}

fn candidates(desk: &Desk<'_>, directive: &Directive) -> Vec<Subject> {
    let (report, project) = (desk.report, desk.report.project);
    match directive.kind {
        DirectiveKind::Decisions => {
            let there = project.decisions.keys();
            let there = there.filter(|key| report.decisions[key.place()].is_some());
            there
                .map(|key| Subject::Item(Count::Decision(key)))
                .collect()
        }
        DirectiveKind::Problems => {
            let there = project.problems.keys();
            let there = there.filter(|key| report.problems[key.place()].is_some());
            there.map(Subject::Problem).collect()
        }
        DirectiveKind::Indicators => {
            let there = project.indicators.keys();
            let there = there.filter(|key| report.indicators[key.place()].is_some());
            there.map(Subject::Indicator).collect()
        }
        DirectiveKind::Units => {
            let of_total = |one: &crate::model::LiveCondition| one.field == Field::Total;
            let all = directive.conditions.iter().any(of_total);
            let there = project.units.keys().filter(|key| {
                let facts = report.units[key.place()].as_ref();
                facts.is_some_and(|facts| all || facts.as_lead.total > 0)
            });
            there.map(Subject::Unit).collect()
        }
        _ if directive.parents => {
            let tasks = project.tasks.keys();
            let tasks = tasks.filter(|key| report.tasks[key.place()].is_some());
            let decisions = report.ledger.iter().copied();
            let decisions = decisions.filter(|count| matches!(count, Count::Decision(_)));
            tasks
                .map(Count::Task)
                .chain(decisions)
                .map(Subject::Item)
                .collect()
        }
        _ => report.ledger.iter().copied().map(Subject::Item).collect(),
    }
}

/// What it lists, in order, as far as it lists them: as many as a page has room for where it does not say.
pub(super) fn listed(desk: &Desk<'_>, directive: &Directive) -> Vec<Subject> {
    let mut all = chosen(desk, directive);
    sort(desk, &mut all, &directive.sort);
    all.truncate(directive.limit.unwrap_or(LINES));
    all
}

pub(super) fn list(desk: &Desk<'_>, directive: &Directive, columns: &[Field]) -> Filled {
    let total = chosen(desk, directive).len();
    let kind = match directive.kind {
        DirectiveKind::Timeline => DirectiveKind::Tasks,
        kind => kind,
    };
    if total == 0 {
        return Filled {
            sentences: vec![desk.words.of("live-none", kind.word())],
            ..Filled::default()
        };
    }
    let columns = if directive.columns.is_empty() {
        columns
    } else {
        &directive.columns
    };
    let all = listed(desk, directive);
    let counted = format!("live-total-{}", kind.word());
    let note = left_out(desk, &counted, (total, all.len()));
    let groups = match directive.group {
        Some(field) => grouped(desk, &all, field),
        None => vec![(None, all)],
    };
    let nests = directive.parents && directive.sort.is_empty();
    let groups = groups.into_iter().map(|(heading, subjects)| Group {
        heading,
        rows: {
            let lines = match nests {
                true => nested(desk, &subjects),
                false => flat(desk, &subjects),
            };
            lines.iter().map(|line| row(desk, *line, columns)).collect()
        },
    });
    let title = format!("live-column-{}", kind.word());
    Filled {
        note,
        columns: columns.iter().map(|f| column(desk, *f, &title)).collect(),
        groups: groups.collect(),
        ..Filled::default()
    }
}

/// How many there are, and how many of them the table leaves out.
pub(super) fn left_out(desk: &Desk<'_>, counted: &str, (all, shown): (usize, usize)) -> String {
    let total = desk.words.count(counted, all);
    if shown == all {
        return total;
    }
    let left = (all - shown).to_string();
    say(desk, "live-left-out", &[("total", total), ("left", left)])
}

/// By the first value of a field; headings in the order of closed lists and of the records, then what has no value.
pub(super) fn grouped(
    desk: &Desk<'_>,
    all: &[Subject],
    field: Field,
) -> Vec<(Option<Part>, Vec<Subject>)> {
    let mut groups: Vec<(Option<Order>, Option<Part>, Vec<Subject>)> = Vec::new();
    for subject in all {
        let values = values(desk, *subject, field);
        let key = values.first().map(|value| order(field, value));
        match groups.iter_mut().find(|(other, ..)| *other == key) {
            Some((.., members)) => members.push(*subject),
            None => {
                let heading = match values.first() {
                    Some(value) => shown(desk, field, value),
                    None => Part {
                        text: desk.words.plain("live-no-value"),
                        ..Part::default()
                    },
                };
                groups.push((key, Some(heading), vec![*subject]));
            }
        }
    }
    // Free texts have no order of their own: they stay as they first came.
    groups.sort_by_key(|(key, ..)| match key {
        Some(Order::Text(_)) => (0, None),
        Some(key) => (0, Some(key.clone())),
        None => (1, None),
    });
    groups
        .into_iter()
        .map(|(_, heading, members)| (heading, members))
        .collect()
}
