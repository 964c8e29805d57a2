//! The lists that readers can take away: one line for each record, as text and as JSON.

use serde::Serialize;
use serde::ser::SerializeMap;

use crate::date::Date;
use crate::decimal::Decimal;
use crate::derive::ItemFacts;
use crate::model::{Head, Item, Outcome, Party, Seen, Text, Unit};

use super::desk::Desk;
use super::{followed_lists, scorecards};

/// A list with its columns: JSON has their keys, a spreadsheet their labels.
#[derive(Debug)]
pub(crate) struct List {
    pub(crate) name: &'static str,
    pub(crate) columns: Vec<&'static str>,
    pub(crate) labels: Vec<String>,
    pub(crate) lines: Vec<Vec<Cell>>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub(crate) enum Cell {
    Nothing,
    Text(String),
    Number(Decimal),
    Date(Date),
    Flag(bool),
    Texts(Vec<String>),
    Word(Word),
}

/// A word of the model: programs get the code, spreadsheets what readers call it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Word {
    pub(crate) code: &'static str,
    pub(crate) label: String,
}

impl Serialize for Word {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code)
    }
}

impl Serialize for List {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let lines = self.lines.iter().map(|cells| Line {
            columns: &self.columns,
            cells,
        });
        serializer.collect_seq(lines)
    }
}

struct Line<'l> {
    columns: &'l [&'static str],
    cells: &'l [Cell],
}

impl Serialize for Line<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.columns.len()))?;
        for (column, cell) in self.columns.iter().zip(self.cells) {
            map.serialize_entry(column, cell)?;
        }
        map.end()
    }
}

pub(crate) fn lists(desk: &Desk<'_>) -> Vec<List> {
    let mut lists = vec![tasks(desk), decisions(desk), meetings(desk)];
    lists.extend(followed_lists::problems(desk));
    lists.extend(followed_lists::indicators(desk));
    lists.extend(followed_lists::assessments(desk));
    lists.extend([
        scorecards::campaigns(desk),
        scorecards::areas(desk),
        scorecards::units(desk),
        scorecards::people(desk),
    ]);
    lists
}

pub(super) fn list(
    desk: &Desk<'_>,
    name: &'static str,
    columns: &[&'static str],
    lines: Vec<Vec<Cell>>,
) -> List {
    let label = |column: &&str| match column.strip_prefix("involved_") {
        Some(of) => {
            let of = desk.words.of("column", of);
            desk.words.with("column-involved", "column", &of)
        }
        None => desk.words.of("column", column),
    };
    List {
        name,
        columns: columns.to_vec(),
        labels: columns.iter().map(label).collect(),
        lines,
    }
}

const ITEM: [&str; 20] = [
    "lead",
    "responsible",
    "supporting",
    "start",
    "due",
    "effective_due",
    "state",
    "light",
    "pace",
    "planned",
    "actual",
    "gap",
    "overdue",
    "days_overdue",
    "work_days_overdue",
    "finished_on",
    "closed_on",
    "stale",
    "counted",
    "last_reported",
];

fn tasks(desk: &Desk<'_>) -> List {
    let shelf = &desk.report.project.tasks;
    let mut lines = Vec::new();
    for key in shelf.keys() {
        let Some(facts) = desk.task_facts(key) else {
            continue;
        };
        let task = shelf.at(key, desk.as_of());
        let placing = desk.placing(key);
        let parent = super::index::parent(desk.report, task);
        let areas = placing.map(|p| p.areas.as_slice()).unwrap_or_default();
        let areas = areas.iter().filter_map(Seen::key);
        let areas = areas.map(|a| desk.area(a).text).collect();
        let mut line = vec![
            id(&task.head),
            text(desk, &task.title),
            parent.map_or(Cell::Nothing, |p| id(desk.head_of_task(p))),
            Cell::Texts(areas),
            placing
                .and_then(|p| p.sponsor)
                .map_or(Cell::Nothing, |p| Cell::Text(desk.seen_person(p).text)),
        ];
        line.extend(item(desk, &task.item, facts));
        lines.push(line);
    }
    let own: [&'static str; 5] = ["id", "title", "parent", "areas", "sponsor"];
    let columns: Vec<&'static str> = own.into_iter().chain(ITEM).collect();
    list(desk, "tasks", &columns, lines)
}

fn item(desk: &Desk<'_>, item: &Item, facts: &ItemFacts) -> Vec<Cell> {
    let number = |n: u32| Cell::Number(Decimal::from(n));
    let units =
        |units: &[Seen<Unit>]| Cell::Texts(units.iter().map(|u| desk.seen_unit(*u).text).collect());
    vec![
        Cell::Text(desk.seen_unit(item.lead).text),
        units(&item.responsible),
        units(&item.supporting),
        date(item.start),
        date(facts.original_due),
        date(facts.effective_due),
        word(desk, "state", facts.state.word()),
        word(desk, "light", facts.light.word()),
        facts
            .pace
            .map_or(Cell::Nothing, |p| word(desk, "pace", p.word())),
        figure(facts.planned),
        figure(facts.actual),
        figure(facts.gap),
        Cell::Flag(facts.overdue),
        number(facts.days_overdue),
        number(facts.work_days_overdue),
        date(facts.finished_on),
        date(facts.closed_on),
        Cell::Flag(facts.stale),
        Cell::Flag(facts.in_ledger),
        date(desk.last_report(item, facts)),
    ]
}

fn decisions(desk: &Desk<'_>) -> List {
    let project = desk.report.project;
    let mut lines = Vec::new();
    for key in project.decisions.keys() {
        if desk.report.decisions[key.place()].is_none() {
            continue;
        }
        let decision = project.decisions.at(key, desk.as_of());
        let meeting = project.meetings.at(decision.meeting, desk.as_of());
        let facts = desk.decision_facts(key);
        let lead = decision.lead.map(|u| Cell::Text(desk.seen_unit(u).text));
        let outcome = decision.outcome.map(Outcome::word);
        let tasks = desk.report.carried_out_by[key.place()].iter();
        let tasks = tasks.map(|t| desk.head_of_task(*t).id.clone()).collect();
        lines.push(vec![
            id(&decision.head),
            text(desk, &decision.text),
            id(&meeting.head),
            Cell::Date(meeting.date),
            outcome.map_or(Cell::Nothing, |o| Cell::Text(desk.words.of("outcome", o))),
            lead.unwrap_or(Cell::Nothing),
            date(decision.due),
            facts.map_or(Cell::Nothing, |f| word(desk, "state", f.state.word())),
            facts.map_or(Cell::Nothing, |f| word(desk, "light", f.light.word())),
            facts
                .and_then(|f| f.actual)
                .map_or(Cell::Nothing, Cell::Number),
            Cell::Texts(tasks),
        ]);
    }
    let columns = [
        "id", "text", "meeting", "date", "outcome", "lead", "due", "state", "light", "actual",
        "tasks",
    ];
    list(desk, "decisions", &columns, lines)
}

fn meetings(desk: &Desk<'_>) -> List {
    let shelf = &desk.report.project.meetings;
    let there = shelf.keys().filter(|k| desk.knows(*k));
    let lines = there.map(|key| {
        let meeting = shelf.at(key, desk.as_of());
        let held = desk.report.meetings[key.place()];
        let decisions = if held { meeting.decisions.len() } else { 0 };
        vec![
            id(&meeting.head),
            text(desk, &meeting.title),
            Cell::Date(meeting.date),
            Cell::Text(desk.words.of("meeting-kind", meeting.kind.word())),
            meeting
                .place
                .as_ref()
                .map_or(Cell::Nothing, |p| text(desk, p)),
            meeting
                .chair
                .as_ref()
                .map_or(Cell::Nothing, |p| party(desk, p)),
            Cell::Number(Decimal::from_whole(
                i64::try_from(decisions).unwrap_or(i64::MAX),
            )),
        ]
    });
    let columns = ["id", "title", "date", "kind", "place", "chair", "decisions"];
    list(desk, "meetings", &columns, lines.collect())
}

pub(super) fn id(head: &Head) -> Cell {
    Cell::Text(head.id.clone())
}

pub(super) fn text(desk: &Desk<'_>, text: &Text) -> Cell {
    Cell::Text(desk.words.text(text))
}

pub(super) fn word(desk: &Desk<'_>, family: &str, code: &'static str) -> Cell {
    let label = desk.words.of(family, code);
    Cell::Word(Word { code, label })
}

pub(super) fn party(desk: &Desk<'_>, party: &Party) -> Cell {
    Cell::Text(desk.party(party).text)
}

pub(super) fn date(date: Option<Date>) -> Cell {
    date.map_or(Cell::Nothing, Cell::Date)
}

pub(super) fn figure(figure: Option<Decimal>) -> Cell {
    figure.map_or(Cell::Nothing, Cell::Number)
}
