//! Lines of a table of items: how deep each stands, and its row, printed once where many tables have it.

use std::collections::BTreeSet;

use crate::derive::{Above, Count};
use crate::model::{Area, Field, Key, RecordRef, Seen, Task};
use crate::site::desk::Desk;
use crate::site::index::parent;
use crate::site::view::worst::worst_note;

use super::ask::Subject;
use super::cell::{cell, column, part};
use super::items::LEDGER_COLUMNS;
use super::table::{
    self, CellView, ColumnView, GroupView, RowKey, RowView, TableView, link, tools, view,
};
use super::{Filled, Part, Row};

/// A line of a table of items: what stands there, how deep, and whether it counts as a parent.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    subject: Subject,
    depth: usize,
    heads: bool,
}

pub(super) fn row(desk: &Desk<'_>, line: Line, columns: &[Field]) -> Row {
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
pub(super) fn flat(desk: &Desk<'_>, subjects: &[Subject]) -> Vec<Line> {
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
pub(super) fn nested(desk: &Desk<'_>, subjects: &[Subject]) -> Vec<Line> {
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
