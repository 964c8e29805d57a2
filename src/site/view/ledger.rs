//! The ledger: every item in one table, or split by area where it is long.

use serde::Serialize;

use crate::derive::{Count, Report, RollUp};
use crate::model::{Area, Key, Seen, Task};
use crate::site::desk::Desk;
use crate::site::route::Page;

use super::item::say;
use super::live::{TableView, ledger_table};
use super::parts::{Link, Summary, compared};

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
    /// The full page beside a split ledger.
    pub(crate) full: Link,
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
    let on_this_page = |area: Option<Key<Area>>| match page {
        Page::LedgerIndex => false,
        Page::LedgerPart(part) => part == area,
        _ => true,
    };
    let groups = lines.iter().filter(|(area, _)| on_this_page(*area));
    let groups = groups.map(|(area, group)| (*area, group.as_slice()));
    LedgerView {
        summary: compared(
            desk,
            &part_summary(desk.report, page),
            desk.earlier().map(|then| part_summary(then, page)).as_ref(),
        ),
        counted: match page {
            Page::LedgerPart(_) => {
                let here = lines.iter().filter(|(area, _)| on_this_page(*area));
                let here = here.map(|(_, group)| group.len()).sum();
                desk.words.count("of-total", here)
            }
            _ => counted(desk, all),
        },
        table: ledger_table(desk, &groups.collect::<Vec<_>>()),
        parts: if page == Page::LedgerIndex {
            lines
                .iter()
                .map(|(area, group)| part(desk, *area, group.len()))
                .collect()
        } else {
            Vec::new()
        },
        full: if split && page != Page::LedgerFull {
            full(desk, all)
        } else {
            Link::default()
        },
        back: if split && page != Page::LedgerIndex {
            Link::new(
                &desk.words.plain("ledger-by-area"),
                desk.to(Page::LedgerIndex),
            )
        } else {
            Link::default()
        },
        timeline: timeline(desk, page),
    }
}

/// The same lines as a drawing.
fn timeline(desk: &Desk<'_>, page: Page) -> Link {
    match page {
        Page::LedgerPart(Some(area)) => super::timeline::link_of(desk, area),
        _ => Link::new(&desk.words.plain("menu-timeline"), desk.to(Page::Timeline)),
    }
}

/// What the page's own items come to: of a part, its area's; nothing is summed up of what has no area.
fn part_summary(report: &Report<'_>, page: Page) -> RollUp {
    match page {
        Page::LedgerPart(Some(area)) => {
            let facts = report.areas[area.place()].as_ref();
            facts
                .map(|facts| facts.with_below.clone())
                .unwrap_or_default()
        }
        Page::LedgerPart(None) => RollUp::default(),
        _ => report.whole.clone(),
    }
}

/// The ledger's pages: one, or an index, a part for each area and the full table.
pub(crate) fn pages(desk: &Desk<'_>) -> Vec<Page> {
    let lines = &desk.index.lines;
    let all: usize = lines.iter().map(|(_, group)| group.len()).sum();
    if all <= LONG {
        return vec![Page::Ledger];
    }
    let parts = lines.iter().map(|(area, _)| Page::LedgerPart(*area));
    [Page::LedgerIndex, Page::LedgerFull]
        .into_iter()
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

fn part(desk: &Desk<'_>, area: Option<Key<Area>>, lines: usize) -> Part {
    let name = heading(desk, area);
    Part {
        link: Link::new(&name.text, desk.to(Page::LedgerPart(area))),
        lines: desk.words.count("lines", lines),
    }
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
    let mut put = |area: Option<Key<Area>>, count: Count, depth: usize| {
        let place = lines.iter().position(|(known, _)| *known == area);
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
