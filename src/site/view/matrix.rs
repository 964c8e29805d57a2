//! Who does what: the lines of the ledger against the units that have a part in them, by area.

#[cfg(test)]
mod tests;

use serde::Serialize;

use crate::derive::Count;
use crate::model::{Area, Item, Key, Seen, Unit};
use crate::site::desk::Desk;
use crate::site::route::Page;

use super::ledger::{Part, heading};
use super::live::LedgerGroup;
use super::parts::{Link, row};
use super::sheets::{Sheet, anchor, count, listed, on_sheet, place_of, sheets};

/// How many units stand side by side: as many as a sheet of paper takes.
const COLUMNS: usize = 20;

#[derive(Debug, Serialize)]
pub(crate) struct MatrixView {
    pub(crate) said: String,
    pub(crate) tables: Vec<MatrixTable>,
    /// Pages of a matrix that is split; empty when it stands on this page.
    pub(crate) parts: Vec<Part>,
    pub(crate) back: Link,
}

/// An area's lines against the units that have a part in them; where these are many, some of them.
#[derive(Debug, Serialize)]
pub(crate) struct MatrixTable {
    /// Empty for a table that carries on the one before.
    pub(crate) heading: Link,
    pub(crate) anchor: String,
    pub(crate) caption: String,
    pub(crate) units: Vec<Link>,
    pub(crate) rows: Vec<MatrixRow>,
}

#[derive(Debug, Serialize)]
pub(crate) struct MatrixRow {
    pub(crate) depth: usize,
    pub(crate) heads: bool,
    pub(crate) title: Link,
    pub(crate) id: String,
    /// One for each unit: `lead`, `responsible`, `supporting`; nothing where it has no part.
    pub(crate) cells: Vec<Vec<&'static str>>,
}

/// Units in the order of their records; those that may not be seen stand together, last.
type Column = (bool, Option<Key<Unit>>);

pub(crate) fn matrix(desk: &Desk<'_>, sheet: Option<Sheet>) -> MatrixView {
    let lines = &desk.index.lines;
    let groups = on_sheet(lines, sheet);
    let split = !sheets(lines).is_empty();
    MatrixView {
        said: match (split, sheet) {
            (true, None) => desk.words.plain("timeline-split"),
            _ => desk.words.count("matrix-said", count(&groups)),
        },
        tables: groups
            .iter()
            .flat_map(|group| tables(desk, *group))
            .collect(),
        parts: match sheet {
            None => listed(desk, |(area, part)| Page::MatrixOf(area, part)),
            Some(_) => Vec::new(),
        },
        back: match sheet {
            None => Link::default(),
            Some(_) => Link::new(&desk.words.plain("matrix-by-area"), desk.to(Page::Matrix)),
        },
    }
}

/// The pages of the matrix: one, or an index and its sheets.
pub(crate) fn pages(desk: &Desk<'_>) -> Vec<Page> {
    let sheets = sheets(&desk.index.lines).into_iter();
    let sheets = sheets.map(|(area, part)| Page::MatrixOf(area, part));
    [Page::Matrix].into_iter().chain(sheets).collect()
}

/// Where the lines of an area stand; nothing where it has none.
pub(crate) fn link_of(desk: &Desk<'_>, area: Key<Area>) -> Link {
    let sheet = |(area, part)| Page::MatrixOf(area, part);
    let place = place_of(desk, area, (Page::Matrix, sheet));
    place
        .map(|place| Link::new(&desk.words.plain("menu-matrix"), place))
        .unwrap_or_default()
}

fn tables(desk: &Desk<'_>, (area, lines): LedgerGroup<'_>) -> Vec<MatrixTable> {
    let known = lines.iter().filter_map(|(count, depth)| {
        let roles = roles(item(desk, *count)?);
        Some((*count, *depth, roles))
    });
    let known: Vec<_> = known.collect();
    let mut columns: Vec<Column> = known
        .iter()
        .flat_map(|(.., roles)| roles.iter().map(|(column, _)| *column))
        .collect();
    columns.sort();
    columns.dedup();
    let name = heading(desk, area);
    // Tables of a like width, none wider than that.
    let wide = columns
        .len()
        .div_ceil(columns.len().div_ceil(COLUMNS).max(1));
    let chunks = columns.chunks(wide.max(1)).enumerate();
    let tables = chunks.map(|(place, columns)| MatrixTable {
        heading: if place == 0 {
            name.clone()
        } else {
            Link::default()
        },
        anchor: match place {
            0 => anchor(desk, area),
            _ => String::new(),
        },
        caption: caption(desk, &name.text, (place * wide + 1, columns.len(), place)),
        units: columns.iter().map(|(_, unit)| shown(desk, *unit)).collect(),
        rows: known
            .iter()
            .filter_map(|(count, depth, roles)| line(desk, (*count, *depth), (roles, columns)))
            .collect(),
    });
    tables.collect()
}

fn item<'d>(desk: &Desk<'d>, count: Count) -> Option<&'d Item> {
    let (project, day) = (desk.report.project, desk.as_of());
    match count {
        Count::Task(key) => Some(&project.tasks.at(key, day).item),
        Count::Decision(key) => project.decisions.at(key, day).action.as_ref(),
    }
}

/// Each unit with what it is to an item.
fn roles(item: &Item) -> Vec<(Column, &'static str)> {
    let lead = std::iter::once((&item.lead, "lead"));
    let responsible = item.responsible.iter().map(|unit| (unit, "responsible"));
    let supporting = item.supporting.iter().map(|unit| (unit, "supporting"));
    let all = lead.chain(responsible).chain(supporting);
    all.map(|(unit, role)| match unit {
        Seen::Shown(key) => ((false, Some(*key)), role),
        Seen::Hidden => ((true, None), role),
    })
    .collect()
}

fn shown(desk: &Desk<'_>, unit: Option<Key<Unit>>) -> Link {
    unit.map_or_else(|| desk.hidden(), |unit| desk.unit(unit))
}

fn caption(desk: &Desk<'_>, area: &str, (first, many, place): (usize, usize, usize)) -> String {
    let values = [
        ("area", area.to_owned()),
        ("from", first.to_string()),
        ("to", (first + many - 1).to_string()),
    ];
    let id = match (place, many) {
        (0, _) => "matrix-caption",
        (_, 1) => "matrix-caption-one",
        _ => "matrix-caption-more",
    };
    super::item::say(desk, id, &values)
}

/// None where no unit of these columns has a part in it.
fn line(
    desk: &Desk<'_>,
    (count, depth): (Count, usize),
    (roles, columns): (&[(Column, &'static str)], &[Column]),
) -> Option<MatrixRow> {
    let has_part = roles.iter().any(|(column, _)| columns.contains(column));
    let row = row(desk, count).filter(|_| has_part)?;
    let cell = |column: &Column| {
        let here = roles.iter().filter(|(other, _)| other == column);
        let mut here: Vec<&'static str> = here.map(|(_, role)| *role).collect();
        here.dedup();
        here
    };
    Some(MatrixRow {
        depth,
        heads: row.kind == "parent",
        title: row.title,
        id: row.id,
        cells: columns.iter().map(cell).collect(),
    })
}
