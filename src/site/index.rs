//! The ways back: for every record the records that refer to it, gathered once for all pages.

mod charges;
mod followed;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::beside::Beside;
use super::edition::Drafts;
use super::named::Named;
use super::view::calendar::Months;
use super::view::kept::Kept;
use super::view::ledger::{Lines, lines};
use crate::derive::{
    Changes, Count, Kinship, Placing, Report, Subject, changes, kinship, red_days, red_runs,
    snapshot,
};
use crate::model::{
    Area, Campaign, Decision, Document, Head, Item, Key, LinkTarget, Meeting, Party, Person,
    RecordRef, Seen, Shelf, Task, Unit,
};

pub(crate) use charges::sponsorships_of;
pub(crate) use followed::Followed;

/// Everything that refers to a record, by the record's place on its shelf.
#[derive(Debug, Default)]
pub(crate) struct Index {
    pub(crate) tasks: Vec<TaskLinks>,
    pub(crate) units: Vec<UnitLinks>,
    pub(crate) people: Vec<PersonLinks>,
    pub(crate) areas: Vec<AreaLinks>,
    pub(crate) meetings: Vec<MeetingLinks>,
    pub(crate) documents: Vec<DocumentLinks>,
    /// The ledger's lines, by area.
    pub(crate) lines: Lines,
    /// What the drafts of bulletins come to.
    pub(crate) drafts: Drafts,
    pub(crate) named: Named,
    /// The comparisons that editions keep.
    pub(crate) kept: Kept,
    /// Problems, inspections, instructions and indicators.
    pub(crate) followed: Followed,
    /// For what became of a decision by another day.
    pub(crate) kin: Kinship,
    /// Since the day that pages are compared with, with the editions for which items have been red.
    pub(crate) changes: Option<(Changes, BTreeMap<Subject, usize>)>,
    /// Those of the changes that are told record by record, in their order.
    pub(crate) told: Vec<Subject>,
    /// Of a decision: its suspect links, by their places in the report.
    pub(crate) suspects: BTreeMap<Key<Decision>, Vec<usize>>,
    /// What the calendar has in each month, made when the first page asks.
    pub(crate) months: OnceLock<Months>,
    /// What stands before and after each record, made when the first page asks.
    pub(crate) beside: OnceLock<Beside>,
}

#[derive(Debug, Default)]
pub(crate) struct TaskLinks {
    pub(crate) needed_by: Vec<Key<Task>>,
    /// Pledges that name it: the meeting and the pledge's place.
    pub(crate) pledges: Vec<(Key<Meeting>, usize)>,
    /// Decisions that it carries out.
    pub(crate) decisions: Vec<Key<Decision>>,
    /// Meetings whose text links to it.
    pub(crate) meetings: Vec<Key<Meeting>>,
    pub(crate) documents: Vec<Key<Document>>,
    /// Its suspect links, by their places in the report.
    pub(crate) suspects: Vec<usize>,
}

#[derive(Debug, Default)]
pub(crate) struct UnitLinks {
    pub(crate) leads: Vec<Count>,
    pub(crate) responsible: Vec<Count>,
    pub(crate) supporting: Vec<Count>,
    pub(crate) pledges: Vec<(Key<Meeting>, usize)>,
    pub(crate) work_plans: Vec<Key<Document>>,
    /// Persons with a post in it, and the post's place.
    pub(crate) posts: Vec<(Key<Person>, usize)>,
    pub(crate) children: Vec<Key<Unit>>,
    pub(crate) areas: Vec<Key<Area>>,
    pub(crate) documents: Vec<Key<Document>>,
    /// Suspect links of the tasks that it leads, by their places in the report.
    pub(crate) suspects: Vec<usize>,
    /// Sponsorships of it: the campaign and their place there.
    pub(crate) sponsored: Vec<(Key<Campaign>, usize)>,
}

#[derive(Debug, Default)]
pub(crate) struct PersonLinks {
    /// Items sponsored, through the item itself or its parent.
    pub(crate) sponsors: Vec<Count>,
    pub(crate) areas: Vec<Key<Area>>,
    pub(crate) chairs: Vec<Key<Meeting>>,
    pub(crate) speaks: Vec<Key<Meeting>>,
    /// Sponsorships of a campaign: its place and theirs.
    pub(crate) sponsorships: Vec<(Key<Campaign>, usize)>,
    pub(crate) command: Vec<(Key<Campaign>, usize)>,
}

#[derive(Debug, Default)]
pub(crate) struct AreaLinks {
    pub(crate) items: Vec<Count>,
    pub(crate) children: Vec<Key<Area>>,
    pub(crate) documents: Vec<Key<Document>>,
    pub(crate) sponsored: Vec<(Key<Campaign>, usize)>,
}

#[derive(Debug, Default)]
pub(crate) struct MeetingLinks {
    pub(crate) documents: Vec<Key<Document>>,
    /// In its series, by date, then written order.
    pub(crate) previous: Option<Key<Meeting>>,
    pub(crate) next: Option<Key<Meeting>>,
    /// How many of its series were held after it, by D.
    pub(crate) later: usize,
    pub(crate) tasks: Vec<Key<Task>>,
}

#[derive(Debug, Default)]
pub(crate) struct DocumentLinks {
    /// Tasks that came from it.
    pub(crate) tasks: Vec<Key<Task>>,
    /// Meetings at which it was read out.
    pub(crate) meetings: Vec<Key<Meeting>>,
}

impl Index {
    pub(crate) fn new(report: &Report<'_>) -> Index {
        let project = report.project;
        let mut index = Index {
            tasks: fill(&project.tasks),
            units: fill(&project.units),
            people: fill(&project.people),
            areas: fill(&project.areas),
            meetings: fill(&project.meetings),
            documents: fill(&project.documents),
            lines: lines(report),
            drafts: Drafts::new(),
            kept: Kept::default(),
            named: Named::default(),
            followed: Followed::default(),
            kin: kinship(project),
            beside: OnceLock::new(),
            changes: report.earlier.as_deref().map(|then| {
                let days = red_days(project, report.series, report.as_of);
                let red = red_runs(project, &days);
                (changes(&snapshot(then), &snapshot(report)), red)
            }),
            told: Vec::new(),
            suspects: BTreeMap::new(),
            months: OnceLock::new(),
        };
        index.gather_tasks(report);
        index.gather_decisions(report);
        index.gather_places(report);
        index.gather_meetings(report);
        index.gather_documents(report);
        index.gather_campaigns(report);
        index.gather_suspects(report);
        index.gather_followed(report);
        index.gather_told();
        index
    }

    fn gather_tasks(&mut self, report: &Report<'_>) {
        let shelf = &report.project.tasks;
        for key in shelf.keys().filter(|k| report.tasks[k.place()].is_some()) {
            let task = shelf.at(key, report.as_of);
            self.gather_placing(Count::Task(key), report.task_placings[key.place()].as_ref());
            for needed in task.depends_on.iter().filter_map(Seen::key) {
                self.tasks[needed.place()].needed_by.push(key);
            }
            if let Some(origin) = &task.origin {
                if let Some(document) = origin.document.as_ref().and_then(Seen::key) {
                    self.documents[document.place()].tasks.push(key);
                }
                if let Some(meeting) = origin.meeting.as_ref().and_then(Seen::key) {
                    self.meetings[meeting.place()].tasks.push(key);
                }
            }
            self.gather_units(Count::Task(key), &task.item);
        }
    }

    fn gather_units(&mut self, count: Count, item: &Item) {
        if let Some(unit) = item.lead.key() {
            self.units[unit.place()].leads.push(count);
        }
        for unit in item.responsible.iter().filter_map(Seen::key) {
            self.units[unit.place()].responsible.push(count);
        }
        for unit in item.supporting.iter().filter_map(Seen::key) {
            self.units[unit.place()].supporting.push(count);
        }
    }

    fn gather_decisions(&mut self, report: &Report<'_>) {
        let shelf = &report.project.decisions;
        for key in shelf.keys() {
            if report.decisions[key.place()].is_none() {
                continue;
            }
            for task in &report.carried_out_by[key.place()] {
                self.tasks[task.place()].decisions.push(key);
            }
            let decision = shelf.at(key, report.as_of);
            let count = Count::Decision(key);
            if let Some(unit) = decision.lead.as_ref().and_then(Seen::key) {
                self.units[unit.place()].leads.push(count);
            }
            for unit in decision.responsible.iter().filter_map(Seen::key) {
                self.units[unit.place()].responsible.push(count);
            }
            for unit in decision.supporting.iter().filter_map(Seen::key) {
                self.units[unit.place()].supporting.push(count);
            }
            if decision.action.is_some() && report.carried_out_by[key.place()].is_empty() {
                self.gather_placing(count, report.decision_placings[key.place()].as_ref());
            }
        }
    }

    fn gather_placing(&mut self, count: Count, placing: Option<&Placing>) {
        let Some(placing) = placing else {
            return;
        };
        for area in placing.areas.iter().filter_map(Seen::key) {
            self.areas[area.place()].items.push(count);
        }
        if let Some(person) = placing.sponsor.as_ref().and_then(Seen::key) {
            self.people[person.place()].sponsors.push(count);
        }
    }

    fn gather_places(&mut self, report: &Report<'_>) {
        let project = report.project;
        for key in present(&project.areas, |k| report.areas[k.place()].is_some()) {
            let area = project.areas.at(key, report.as_of);
            if let Some(parent) = area.parent.as_ref().and_then(Seen::key) {
                self.areas[parent.place()].children.push(key);
            }
            if let Some(unit) = area.lead.as_ref().and_then(Seen::key) {
                self.units[unit.place()].areas.push(key);
            }
            if let Some(person) = area.sponsor.as_ref().and_then(Seen::key) {
                self.people[person.place()].areas.push(key);
            }
        }
        for key in present(&project.units, |k| report.units[k.place()].is_some()) {
            let unit = project.units.at(key, report.as_of);
            if let Some(parent) = unit.parent.as_ref().and_then(Seen::key) {
                self.units[parent.place()].children.push(key);
            }
        }
        for key in present(&project.people, |k| report.people[k.place()].is_some()) {
            let person = project.people.at(key, report.as_of);
            for (place, post) in person.posts.iter().enumerate() {
                if let Some(unit) = post.unit.as_ref().and_then(Seen::key) {
                    self.units[unit.place()].posts.push((key, place));
                }
            }
        }
    }

    fn gather_meetings(&mut self, report: &Report<'_>) {
        let shelf = &report.project.meetings;
        let mut series: BTreeMap<&str, Vec<Key<Meeting>>> = BTreeMap::new();
        for key in present(shelf, |k| known(report, k)) {
            let meeting = shelf.at(key, report.as_of);
            if let Some(of) = &meeting.series {
                series.entry(of.id.as_str()).or_default().push(key);
            }
            if let Some(Party::Person(Seen::Shown(person))) = &meeting.chair {
                self.people[person.place()].chairs.push(key);
            }
            if !report.meetings[key.place()] {
                continue;
            }
            for task in mentioned(&meeting.head) {
                add(&mut self.tasks[task.place()].meetings, key);
            }
            for (place, pledge) in meeting.pledges.iter().enumerate() {
                if let Some(unit) = pledge.unit.key() {
                    self.units[unit.place()].pledges.push((key, place));
                }
                for task in pledge.tasks.iter().filter_map(Seen::key) {
                    self.tasks[task.place()].pledges.push((key, place));
                }
            }
            for readout in &meeting.readouts {
                if let Some(document) = readout.document.as_ref().and_then(Seen::key) {
                    self.documents[document.place()].meetings.push(key);
                }
            }
            for speech in &meeting.speeches {
                if let Party::Person(Seen::Shown(person)) = speech.who {
                    add(&mut self.people[person.place()].speaks, key);
                }
            }
        }
        for keys in series.values_mut() {
            keys.sort_by_key(|key| (shelf.at(*key, report.as_of).date, *key));
            for pair in keys.windows(2) {
                self.meetings[pair[0].place()].next = Some(pair[1]);
                self.meetings[pair[1].place()].previous = Some(pair[0]);
            }
            let mut later = 0;
            for key in keys.iter().rev() {
                self.meetings[key.place()].later = later;
                later += usize::from(report.meetings[key.place()]);
            }
        }
    }

    fn gather_documents(&mut self, report: &Report<'_>) {
        let shelf = &report.project.documents;
        for key in present(shelf, |k| report.documents[k.place()]) {
            let document = shelf.at(key, report.as_of);
            for meeting in document.meetings.iter().filter_map(Seen::key) {
                self.meetings[meeting.place()].documents.push(key);
            }
            let named = document.tasks.iter().filter_map(Seen::key);
            for task in named.chain(mentioned(&document.head)) {
                add(&mut self.tasks[task.place()].documents, key);
            }
            for area in document.areas.iter().filter_map(Seen::key) {
                self.areas[area.place()].documents.push(key);
            }
            let work_plan = document.kind == crate::model::DocumentKind::WorkPlan;
            let unit = document.unit.as_ref().and_then(Seen::key);
            if let Some(unit) = unit.filter(|_| work_plan) {
                self.units[unit.place()].work_plans.push(key);
            } else if let Some(unit) = unit.or(document.issuer.as_ref().and_then(Party::unit)) {
                self.units[unit.place()].documents.push(key);
            }
        }
    }
}

/// A meeting is known at D when it was held, or when it lies ahead and its record is not of a later day.
pub(crate) fn known(report: &Report<'_>, key: Key<Meeting>) -> bool {
    let meeting = report.project.meetings.at(key, report.as_of);
    let from = meeting.head.exists_from;
    report.meetings[key.place()]
        || from.is_none_or(|from| from <= report.as_of || from == meeting.date)
}

/// Tasks that a record's body links to.
fn mentioned(head: &Head) -> impl Iterator<Item = Key<Task>> {
    let links = head.body.iter().flat_map(|body| body.links.values());
    links.filter_map(|target| match target {
        LinkTarget::Record(RecordRef::Task(task), _) => task.key(),
        _ => None,
    })
}

/// What is gathered record by record comes to a list in one go: where it is not the last, it is not there at all.
fn add<T: PartialEq>(list: &mut Vec<T>, one: T) {
    if list.last() != Some(&one) {
        list.push(one);
    }
}

/// The parent of a task, when it exists at D.
pub(crate) fn parent(report: &Report<'_>, task: &Task) -> Option<Key<Task>> {
    task.parent
        .as_ref()
        .and_then(Seen::key)
        .filter(|parent| report.tasks[parent.place()].is_some())
}

fn present<T>(shelf: &Shelf<T>, there: impl Fn(Key<T>) -> bool) -> impl Iterator<Item = Key<T>> {
    shelf.keys().filter(move |key| there(*key))
}

fn fill<T, L: Default>(shelf: &Shelf<T>) -> Vec<L> {
    shelf.keys().map(|_| L::default()).collect()
}
