//! Lists of records: which, in which order, under which headings, with which columns.

use std::collections::BTreeSet;

use crate::derive::{Above, Count};
use crate::model::{Area, Directive, DirectiveKind, Field, Key, RecordRef, Seen, Task};
use crate::site::desk::Desk;
use crate::site::index::parent;
use crate::site::view::item::say;
use crate::site::view::limit::LINES;
use crate::site::view::worst::worst_note;

use super::ask::Subject;
use super::cell::{cell, column, part, shown};
use super::fact::values;
use super::hold::{Order, holds, order, sort};
use super::table::{
    self, CellView, ColumnView, GroupView, RowKey, RowView, TableView, link, tools, view,
};
use super::{Filled, Group, Part, Row};

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

/// A line of a table of items: what stands there, how deep, and whether it counts as a parent.
#[derive(Debug, Clone, Copy)]
struct Line {
    subject: Subject,
    depth: usize,
    heads: bool,
}

fn row(desk: &Desk<'_>, line: Line, columns: &[Field]) -> Row {
    let cells = columns.iter();
    Row {
        depth: line.depth,
        heads: line.heads,
        cells: cells
            .map(|field| cell(desk, line.subject, *field))
            .collect(),
    }
}

/// Lines without depth.
fn flat(desk: &Desk<'_>, subjects: &[Subject]) -> Vec<Line> {
    let lines = subjects.iter().map(|subject| line(desk, *subject, 0));
    lines.collect()
}

fn line(desk: &Desk<'_>, subject: Subject, depth: usize) -> Line {
    Line {
        subject,
        depth,
        heads: is_parent(desk, subject),
    }
}

fn is_parent(desk: &Desk<'_>, subject: Subject) -> bool {
    match subject {
        Subject::Item(Count::Task(key)) => !desk.report.children[key.place()].is_empty(),
        _ => false,
    }
}

/// Children follow the parent where it stands in the same table; all others keep their order.
fn nested(desk: &Desk<'_>, subjects: &[Subject]) -> Vec<Line> {
    let tasks = subjects.iter().filter_map(|subject| match subject {
        Subject::Item(Count::Task(key)) => Some(*key),
        _ => None,
    });
    let here: BTreeSet<Key<Task>> = tasks.collect();
    let below = |subject: Subject| -> Vec<Subject> {
        let Subject::Item(Count::Task(key)) = subject else {
            return Vec::new();
        };
        let children = desk.report.children[key.place()].iter().copied();
        let children = children.filter(|child| here.contains(child));
        children
            .map(|child| Subject::Item(Count::Task(child)))
            .collect()
    };
    let is_root = |subject: &&Subject| match subject {
        Subject::Item(Count::Task(key)) => {
            let task = desk.report.project.tasks.at(*key, desk.as_of());
            parent(desk.report, task).is_none_or(|parent| !here.contains(&parent))
        }
        _ => true,
    };
    let mut lines = Vec::with_capacity(subjects.len());
    for root in subjects.iter().filter(is_root) {
        let mut stack = vec![(*root, 0)];
        while let Some((subject, depth)) = stack.pop() {
            let children = below(subject);
            lines.push(Line {
                subject,
                depth,
                heads: !children.is_empty(),
            });
            stack.extend(children.into_iter().rev().map(|child| (child, depth + 1)));
        }
    }
    lines
}

/// All of these items in a table, children under their parents; none without a row.
pub(super) fn nested_table(desk: &Desk<'_>, counts: &[Count]) -> Option<TableView> {
    let known: Vec<Subject> = counts
        .iter()
        .filter_map(|count| known(desk, *count))
        .collect();
    shown_table(desk, vec![(None, nested(desk, &known))], LEDGER_COLUMNS)
}

/// The table of these items in their order, with these columns; none without a row.
pub(crate) fn flat_table(
    desk: &Desk<'_>,
    counts: &[Count],
    columns: &[Field],
) -> Option<TableView> {
    let lines: Vec<(Count, usize)> = counts.iter().map(|count| (*count, 0)).collect();
    shown_table(desk, vec![(None, lines_of(desk, &lines))], columns)
}

/// An area, and the lines of the ledger that stand under it, each with its depth.
pub(crate) type LedgerGroup<'l> = (Option<Key<Area>>, &'l [(Count, usize)]);

/// Lines of the ledger under the areas that they belong to, each line with its depth; none without a row.
pub(crate) fn ledger_table(desk: &Desk<'_>, groups: &[LedgerGroup<'_>]) -> Option<TableView> {
    let groups = groups.iter().map(|(area, lines)| {
        let heading = match area {
            Some(key) => part(desk, RecordRef::Area(Seen::Shown(*key))),
            None => Part {
                text: desk.words.plain("without-area"),
                ..Part::default()
            },
        };
        (Some(heading), lines_of(desk, lines))
    });
    shown_table(desk, groups.collect(), LEDGER_COLUMNS)
}

fn shown_table(
    desk: &Desk<'_>,
    groups: Vec<(Option<Part>, Vec<Line>)>,
    columns: &[Field],
) -> Option<TableView> {
    let count: usize = groups.iter().map(|(_, lines)| lines.len()).sum();
    if count == 0 {
        return None;
    }
    let shown = columns.iter();
    let shown = shown.map(|field| column(desk, *field, "column-title"));
    let filled = Filled {
        as_of: desk.as_of().to_string(),
        columns: shown.collect(),
        ..Filled::default()
    };
    let mut table = view(desk, &filled);
    table.tools = tools(count);
    let groups = groups.into_iter().map(|(heading, lines)| GroupView {
        heading: heading.as_ref().map(|part| link(desk, part)),
        rows: lines
            .iter()
            .map(|line| shown_row(desk, *line, (columns, &table.columns)))
            .collect(),
    });
    table.groups = groups.collect();
    Some(table)
}

/// A row, printed if its item was printed before in a row like it.
fn shown_row(desk: &Desk<'_>, line: Line, (columns, heads): (&[Field], &[ColumnView])) -> RowView {
    let rows = desk.rows.filter(|_| columns == LEDGER_COLUMNS);
    let (Some(rows), Subject::Item(count)) = (rows, line.subject) else {
        return made_row(desk, line, columns);
    };
    let key = RowKey {
        count,
        depth: line.depth,
        heads: line.heads,
        root: desk.root,
    };
    let printed = rows.known(&key).map(|html| RowView {
        depth: line.depth,
        heads: line.heads,
        cells: Vec::new(),
        html: Some(html),
    });
    printed.unwrap_or_else(|| {
        let row = made_row(desk, line, columns);
        match rows.print(key, &row, heads) {
            Some(html) => RowView {
                cells: Vec::new(),
                html: Some(html),
                ..row
            },
            None => row,
        }
    })
}

/// Beside a parent's light stands the worst one below it.
fn made_row(desk: &Desk<'_>, line: Line, columns: &[Field]) -> RowView {
    let mut shown = table::row(desk, &row(desk, line, columns));
    let light = columns.iter().position(|field| *field == Field::Light);
    if let (true, Some(light), Subject::Item(Count::Task(key))) = (line.heads, light, line.subject)
        && let CellView::Rich(cell) = &mut shown.cells[light]
    {
        cell.note = worst_note(desk, Above::Task(key));
    }
    shown
}

fn lines_of(desk: &Desk<'_>, lines: &[(Count, usize)]) -> Vec<Line> {
    let lines = lines.iter();
    let known = lines.filter_map(|(count, depth)| Some((known(desk, *count)?, *depth)));
    known
        .map(|(subject, depth)| line(desk, subject, depth))
        .collect()
}

/// A decision that is no action has a line of its own nowhere but among the decisions.
pub(super) fn known(desk: &Desk<'_>, count: Count) -> Option<Subject> {
    let subject = Subject::Item(count);
    subject.facts(desk)?;
    subject.item(desk).map(|_| subject)
}
