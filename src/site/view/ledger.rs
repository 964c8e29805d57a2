//! The ledger: every item in one table, or split by area where it is long.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::derive::{Count, Report, RollUp};
use crate::model::{Area, Key, Seen, Task};
use crate::site::desk::Desk;
use crate::site::route::Page;
use crate::site::words::number;

use super::item::say;
use super::limit::{LINES, RestView, WHOLE, data_file, numbered};
use super::live::{LedgerGroup, TableView, ledger_table};
use super::parts::{Link, Summary, compared};
use super::sheets::{Sheet, in_part};

/// Above this many lines the ledger is split.
pub(crate) const LONG: usize = 500;

/// Markup of one line of the table, about: for telling a reader how heavy the full page is.
const LINE_BYTES: usize = 700;

#[derive(Debug, Serialize)]
pub(crate) struct LedgerView {
    pub(crate) summary: Summary,
    /// `共 73 项`, and how lines of the table relate to what is counted.
    pub(crate) counted: String,
    /// One group for each area; none where the items stand on other pages.
    pub(crate) table: Option<TableView>,
    /// Pages of a split ledger; empty when it stands on this page.
    pub(crate) parts: Vec<Part>,
    /// The sheets of the area that this one is of, itself without an address; of very many those around it.
    pub(crate) sheets: Vec<Link>,
    /// The full page beside a split ledger.
    pub(crate) full: Link,
    /// Said where there is no full page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) rest: Option<RestView>,
    pub(crate) back: Link,
    pub(crate) timeline: Link,
}

#[derive(Debug, Serialize)]
pub(crate) struct Part {
    pub(crate) link: Link,
    pub(crate) lines: String,
}

/// Lines of the table: (area, lines in written order with their depth).
pub(crate) type Lines = Vec<(Option<Key<Area>>, Vec<(Count, usize)>)>;

pub(crate) fn ledger(desk: &Desk<'_>, page: Page) -> LedgerView {
    let lines = &desk.index.lines;
    let all: usize = lines.iter().map(|(_, group)| group.len()).sum();
    let split = all > LONG;
    let groups: Vec<LedgerGroup<'_>> = match page {
        Page::LedgerIndex => Vec::new(),
        Page::LedgerPart(area, part) => on_sheet(lines, (area, part), LINES).into_iter().collect(),
        _ => lines
            .iter()
            .map(|(area, group)| (*area, &group[..]))
            .collect(),
    };
    let is_index = page == Page::LedgerIndex;
    let has_whole = all <= WHOLE;
    LedgerView {
        summary: compared(
            desk,
            &part_summary(desk.report, page),
            desk.earlier().map(|then| part_summary(then, page)).as_ref(),
        ),
        counted: match page {
            Page::LedgerPart(area, part) => counted_here(desk, (area, part)),
            _ => counted(desk, all),
        },
        table: ledger_table(desk, &groups),
        parts: match is_index {
            true => sheets(lines, LINES).map(|one| part(desk, one)).collect(),
            false => Vec::new(),
        },
        sheets: match page {
            Page::LedgerPart(area, part) => beside(desk, (area, part)),
            _ => Vec::new(),
        },
        full: match split && has_whole && page != Page::LedgerFull {
            true => full(desk, all),
            false => Link::default(),
        },
        rest: (is_index && !has_whole).then(|| no_whole(desk, all)),
        back: match split && !is_index {
            true => Link::new(
                &desk.words.plain("ledger-by-area"),
                desk.to(Page::LedgerIndex),
            ),
            false => Link::default(),
        },
        timeline: timeline(desk, page),
    }
}

/// The sheets of a split ledger: each area on its own, a long one in parts of so many lines.
fn sheets(lines: &Lines, most: usize) -> impl Iterator<Item = Sheet> {
    lines.iter().flat_map(move |(area, group)| {
        let parts = group.len().div_ceil(most).max(1);
        (0..parts).map(|part| (*area, part))
    })
}

/// None where there is no such sheet.
fn on_sheet(lines: &Lines, (area, part): Sheet, most: usize) -> Option<LedgerGroup<'_>> {
    let (_, group) = lines.iter().find(|(known, _)| *known == area)?;
    let here = group.chunks(most).nth(part)?;
    Some((area, here))
}

fn size_of(desk: &Desk<'_>, area: Option<Key<Area>>) -> usize {
    let group = desk.index.lines.iter().find(|(known, _)| *known == area);
    group.map_or(0, |(_, group)| group.len())
}

/// How many lines there are; of an area that stands on several sheets, which of them are on this one.
fn counted_here(desk: &Desk<'_>, (area, part): Sheet) -> String {
    let all = size_of(desk, area);
    if all <= LINES {
        return desk.words.count("of-total", all);
    }
    let from = part * LINES;
    let values = [
        ("all", number(all)),
        ("from", number(from + 1)),
        ("to", number(all.min(from + LINES))),
    ];
    desk.words.say("ledger-lines-here", &values)
}

/// The other sheets of an area, this one without an address; none where it stands on one.
fn beside(desk: &Desk<'_>, (area, here): Sheet) -> Vec<Link> {
    let all = size_of(desk, area).div_ceil(LINES);
    numbered(desk, (all, here), |part| Page::LedgerPart(area, part))
}

/// What is said in the place of the whole ledger, where that is too long for a page.
fn no_whole(desk: &Desk<'_>, lines: usize) -> RestView {
    let values = [("lines", number(lines)), ("most", number(WHOLE))];
    let files = ["tasks", "decisions"].map(|name| data_file(desk, name));
    RestView {
        said: desk.words.say("ledger-no-whole", &values),
        all: files.into(),
    }
}

/// The part of the ledger that an area stands in, where it has each of these items; else the ledger.
pub(crate) fn part_with(desk: &Desk<'_>, area: Key<Area>, items: &[Count]) -> Link {
    let root = Some(root_of(desk.report, area));
    let group = desk.index.lines.iter().find(|(known, _)| *known == root);
    let tasks = |count: &Count| match count {
        Count::Task(key) => (Some(*key), None),
        Count::Decision(key) => (None, Some(*key)),
    };
    let group = group.map(|(_, group)| group.as_slice()).unwrap_or_default();
    let there: BTreeSet<_> = group.iter().map(|(count, _)| tasks(count)).collect();
    match items.iter().all(|count| there.contains(&tasks(count))) {
        true => {
            let name = desk
                .words
                .with("ledger-of", "area", &heading(desk, root).text);
            Link::new(&name, desk.to(Page::LedgerPart(root, 0)))
        }
        false => Link::new(&desk.words.plain("menu-tasks"), desk.to(Page::Ledger)),
    }
}

/// The same lines as a drawing.
fn timeline(desk: &Desk<'_>, page: Page) -> Link {
    match page {
        Page::LedgerPart(Some(area), _) => super::timeline::link_of(desk, area),
        _ => Link::new(&desk.words.plain("menu-timeline"), desk.to(Page::Timeline)),
    }
}

/// What the page's own items come to: of a part, its area's; nothing is summed up of what has no area.
fn part_summary(report: &Report<'_>, page: Page) -> RollUp {
    match page {
        Page::LedgerPart(Some(area), _) => {
            let facts = report.areas[area.place()].as_ref();
            facts
                .map(|facts| facts.with_below.clone())
                .unwrap_or_default()
        }
        Page::LedgerPart(None, _) => RollUp::default(),
        _ => report.whole.clone(),
    }
}

/// The ledger's pages: one, or an index, the sheets of each area and, while it can be read, the full table.
pub(crate) fn pages(desk: &Desk<'_>) -> Vec<Page> {
    let lines = &desk.index.lines;
    let all: usize = lines.iter().map(|(_, group)| group.len()).sum();
    if all <= LONG {
        return vec![Page::Ledger];
    }
    let whole = (all <= WHOLE).then_some(Page::LedgerFull);
    let parts = sheets(lines, LINES).map(|(area, part)| Page::LedgerPart(area, part));
    [Page::LedgerIndex]
        .into_iter()
        .chain(whole)
        .chain(parts)
        .collect()
}

fn counted(desk: &Desk<'_>, lines: usize) -> String {
    let counted = desk.report.ledger.len();
    let values = [
        ("counted", counted.to_string()),
        ("lines", lines.to_string()),
        ("parents", lines.saturating_sub(counted).to_string()),
    ];
    let id = if lines == counted {
        "ledger-counted"
    } else {
        "ledger-counted-of"
    };
    say(desk, id, &values)
}

fn full(desk: &Desk<'_>, lines: usize) -> Link {
    let values = [
        ("lines", lines.to_string()),
        ("size", (lines * LINE_BYTES).div_ceil(1024).to_string()),
    ];
    Link::new(
        &say(desk, "ledger-full", &values),
        desk.to(Page::LedgerFull),
    )
}

fn part(desk: &Desk<'_>, sheet: Sheet) -> Part {
    let lines = on_sheet(&desk.index.lines, sheet, LINES);
    let lines = lines.map_or(0, |(_, lines)| lines.len());
    Part {
        link: Link::new(
            &sheet_name(desk, sheet),
            desk.to(Page::LedgerPart(sheet.0, sheet.1)),
        ),
        lines: desk.words.count("lines", lines),
    }
}

/// The name of its area, with the number of the sheet from the second on.
pub(crate) fn sheet_name(desk: &Desk<'_>, (area, part): Sheet) -> String {
    in_part(desk, heading(desk, area).text, part)
}

pub(crate) fn heading(desk: &Desk<'_>, area: Option<Key<Area>>) -> Link {
    match area {
        Some(area) => desk.area(area),
        None => Link::text(&desk.words.plain("without-area")),
    }
}

/// Tasks under their parents, in written order, by their area; then action decisions.
pub(crate) fn lines(report: &Report<'_>) -> Lines {
    let mut lines: Lines = roots(report).map(|key| (Some(key), Vec::new())).collect();
    lines.push((None, Vec::new()));
    let places = lines.iter().map(|(area, _)| *area).zip(0..);
    let places: BTreeMap<Option<Key<Area>>, usize> = places.collect();
    let mut put = |area: Option<Key<Area>>, count: Count, depth: usize| {
        let place = places.get(&area).copied();
        let place = place.unwrap_or(lines.len() - 1);
        lines[place].1.push((count, depth));
    };
    for root in report.project.tasks.keys() {
        let task = report.project.tasks.at(root, report.as_of);
        let there = report.tasks[root.place()].is_some();
        if !there || crate::site::index::parent(report, task).is_some() {
            continue;
        }
        let placing = report.task_placings[root.place()].as_ref();
        let areas = placing.map(|p| p.areas.as_slice());
        let area = group_of(report, areas.unwrap_or_default());
        let mut stack = vec![(root, 0)];
        while let Some((key, depth)) = stack.pop() {
            put(area, Count::Task(key), depth);
            let children: &[Key<Task>] = &report.children[key.place()];
            stack.extend(children.iter().rev().map(|child| (*child, depth + 1)));
        }
    }
    for count in &report.ledger {
        if let Count::Decision(key) = count {
            let placing = report.decision_placings[key.place()].as_ref();
            let areas = placing.map(|p| p.areas.as_slice());
            put(group_of(report, areas.unwrap_or_default()), *count, 0);
        }
    }
    lines.retain(|(_, group)| !group.is_empty());
    lines
}

/// Every task, in the order of the ledger.
pub(crate) fn tasks(lines: &Lines) -> impl Iterator<Item = Key<Task>> {
    let lines = lines.iter().flat_map(|(_, group)| group);
    lines.filter_map(|(count, _)| match count {
        Count::Task(key) => Some(*key),
        Count::Decision(_) => None,
    })
}

/// Roots of the first classification.
pub(crate) fn areas(desk: &Desk<'_>) -> impl Iterator<Item = Key<Area>> {
    roots(desk.report)
}

fn roots(report: &Report<'_>) -> impl Iterator<Item = Key<Area>> {
    let shelf = &report.project.areas;
    let first = move |key: &Key<Area>| {
        let area = shelf.at(*key, report.as_of);
        report.areas[key.place()].is_some() && area.axis == "area" && area.parent.is_none()
    };
    shelf.keys().filter(first)
}

/// The root, in the first classification, of the first area that stands in it.
fn group_of(report: &Report<'_>, areas: &[Seen<Area>]) -> Option<Key<Area>> {
    let shelf = &report.project.areas;
    let mut keys = areas.iter().filter_map(Seen::key);
    let found = keys.find(|key| shelf.at(*key, report.as_of).axis == "area")?;
    Some(root_of(report, found))
}

/// The area at the top of those above it.
pub(crate) fn root_of(report: &Report<'_>, area: Key<Area>) -> Key<Area> {
    let shelf = &report.project.areas;
    let mut at = area;
    while let Some(parent) = shelf
        .at(at, report.as_of)
        .parent
        .as_ref()
        .and_then(Seen::key)
    {
        at = parent;
    }
    at
}
