//! The way from a record to the one before it and the one after it: tasks as the ledger lists them, what has a date by
//! date, the rest as it was written.

use std::collections::BTreeMap;

use crate::model::{Bulletin, Key, Meeting};

use super::desk::Desk;
use super::index::known;
use super::route::Page;
use super::view::parts::Link;
use super::view::{
    assessment, bulletin, calendar, indicator, inspection, instruction, ledger, problem,
};

/// The page before and the page after each page that stands in a row.
pub(crate) type Beside = BTreeMap<Page, (Option<Page>, Option<Page>)>;

/// The names of both, with their addresses; empty where a row begins or ends.
pub(super) fn links(desk: &Desk<'_>, page: Page) -> (Link, Link) {
    let beside = desk.index.beside.get_or_init(|| beside(desk));
    let name = |page: Option<Page>| page.map(|page| name(desk, page)).unwrap_or_default();
    match beside.get(&page) {
        Some((before, after)) => (name(*before), name(*after)),
        None => (Link::default(), Link::default()),
    }
}

fn beside(desk: &Desk<'_>) -> Beside {
    let mut beside = Beside::new();
    for row in rows(desk) {
        for (place, page) in row.iter().enumerate() {
            let before = place.checked_sub(1).map(|before| row[before]);
            beside.insert(*page, (before, row.get(place + 1).copied()));
        }
    }
    beside
}

fn rows(desk: &Desk<'_>) -> Vec<Vec<Page>> {
    let mut rows = vec![
        ledger::tasks(&desk.index.lines).map(Page::Task).collect(),
        documents(desk),
        problem::known(desk)
            .map(|(k, _)| Page::Problem(k))
            .collect(),
        indicator::known(desk)
            .map(|(k, _)| Page::Indicator(k))
            .collect(),
        calendar::months(desk)
            .into_iter()
            .map(Page::CalendarOf)
            .collect(),
    ];
    // These are listed with the newest first.
    let instructions = instruction::known(desk).into_iter().rev();
    rows.push(instructions.map(Page::Instruction).collect());
    let inspections = inspection::known(desk).into_iter().rev();
    rows.push(inspections.map(Page::Inspection).collect());
    let assessments = assessment::known(desk).into_iter().rev();
    rows.push(assessments.map(|(k, _)| Page::Assessment(k)).collect());
    rows.extend(meetings(desk));
    rows.extend(editions(desk));
    rows.extend(written(desk));
    rows
}

/// What has no order but that in which it was written.
fn written(desk: &Desk<'_>) -> [Vec<Page>; 4] {
    let (report, project) = (desk.report, desk.report.project);
    let areas = project.areas.keys();
    let areas = areas.filter(|k| report.areas[k.place()].is_some());
    let units = project.units.keys();
    let units = units.filter(|k| report.units[k.place()].is_some());
    let people = project.people.keys();
    let people = people.filter(|k| report.people[k.place()].is_some());
    let campaigns = project.campaigns.keys();
    let campaigns = campaigns.filter(|k| report.campaigns[k.place()].is_some());
    [
        areas.map(Page::Area).collect(),
        units.map(Page::Unit).collect(),
        people.map(Page::Person).collect(),
        campaigns.map(Page::Campaign).collect(),
    ]
}

fn documents(desk: &Desk<'_>) -> Vec<Page> {
    let shelf = &desk.report.project.documents;
    let there = shelf.keys().filter(|k| desk.report.documents[k.place()]);
    let mut keys: Vec<_> = there.collect();
    keys.sort_by_key(|key| (shelf.at(*key, desk.as_of()).date, *key));
    keys.into_iter().map(Page::Document).collect()
}

/// Each series by itself; meetings of no series together.
fn meetings(desk: &Desk<'_>) -> Vec<Vec<Page>> {
    let shelf = &desk.report.project.meetings;
    let mut series: BTreeMap<Option<&str>, Vec<Key<Meeting>>> = BTreeMap::new();
    for key in shelf.keys().filter(|k| known(desk.report, *k)) {
        let meeting = shelf.at(key, desk.as_of());
        let name = meeting.series.as_ref().map(|series| series.id.as_str());
        series.entry(name).or_default().push(key);
    }
    let rows = series.into_values().map(|mut keys| {
        keys.sort_by_key(|key| (shelf.at(*key, desk.as_of()).date, *key));
        keys.into_iter().map(Page::Meeting).collect()
    });
    rows.collect()
}

/// Each series of bulletins by itself.
fn editions(desk: &Desk<'_>) -> Vec<Vec<Page>> {
    let shelf = &desk.report.project.bulletins;
    let mut series: BTreeMap<Option<&str>, Vec<Key<Bulletin>>> = BTreeMap::new();
    for key in bulletin::there(desk) {
        let own = shelf.chronicle(key).now.series.as_ref();
        let name = own.map(|series| series.id.as_str());
        series.entry(name).or_default().push(key);
    }
    let rows = series.into_values();
    rows.map(|keys| keys.into_iter().map(Page::Bulletin).collect())
        .collect()
}

fn name(desk: &Desk<'_>, page: Page) -> Link {
    match page {
        Page::Task(key) => desk.task(key),
        Page::Document(key) => desk.document(key),
        Page::Problem(key) => desk.problem(key),
        Page::Indicator(key) => desk.indicator(key),
        Page::Instruction(key) => desk.instruction(key),
        Page::Inspection(key) => desk.inspection(key),
        Page::Assessment(key) => desk.assessment(key),
        Page::Meeting(key) => desk.meeting(key),
        Page::Bulletin(key) => bulletin::to_edition(desk, key),
        Page::Area(key) => desk.area(key),
        Page::Unit(key) => desk.unit(key),
        Page::Person(key) => desk.person(key),
        Page::Campaign(key) => desk.campaign(key),
        Page::CalendarOf(first) => Link::new(&desk.words.month(first), desk.to(page)),
        _ => Link::default(),
    }
}
