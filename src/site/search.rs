//! What the search knows of a page besides its text: its record's names, units, areas and years, and the decisions that stand on it.

use crate::date::Date;
use crate::derive::{Placing, Report};
use crate::model::{
    Area, Decision, Head, Item, Key, Limit, Meeting, Party, Seen, Task, Text, Unit,
};

use super::route::{Page, decision_route};
use super::words::Words;

/// Types of records as results are arranged.
pub(crate) const KINDS: [&str; 14] = [
    "campaign",
    "area",
    "unit",
    "person",
    "task",
    "decision",
    "problem",
    "indicator",
    "meeting",
    "document",
    "instruction",
    "inspection",
    "assessment",
    "bulletin",
];

/// One record as the search lists it.
#[derive(Debug, Default)]
pub(crate) struct Entry {
    /// One of `KINDS`.
    pub(crate) kind: &'static str,
    /// Of a part of a page; the page's own title otherwise.
    pub(crate) title: Option<String>,
    /// Other names, in every language, and codes.
    pub(crate) names: Vec<String>,
    /// Its own id on the page, when it is a part of it.
    pub(crate) anchor: Option<String>,
    pub(crate) date: Option<Date>,
    pub(crate) units: Vec<Key<Unit>>,
    pub(crate) areas: Vec<Key<Area>>,
    /// Years in which it has its day, or in which it runs.
    pub(crate) years: Vec<i16>,
}

/// The record of a page, then its parts; nothing for a page that is of no record.
pub(crate) fn entries(report: &Report<'_>, page: Page) -> Vec<Entry> {
    let Some(entry) = entry(report, page) else {
        return Vec::new();
    };
    let mut entries = vec![entry];
    if let Page::Meeting(key) = page {
        let meeting = report.project.meetings.at(key, report.as_of);
        let known = meeting.decisions.iter().copied();
        let known = known.filter(|key| report.decisions[key.place()].is_some());
        entries.extend(known.map(|key| decision(report, meeting, key)));
    }
    entries
}

/// The names of units and areas as the search offers them, by place; none for one that no page is of.
pub(crate) fn choices(report: &Report<'_>, words: &Words<'_>) -> [Vec<Option<String>>; 2] {
    let project = report.project;
    let units = project.units.keys().map(|key| {
        report.units[key.place()].as_ref()?;
        let unit = project.units.at(key, report.as_of);
        Some(words.text(unit.name_on(report.as_of)))
    });
    let areas = project.areas.keys().map(|key| {
        report.areas[key.place()].as_ref()?;
        Some(words.text(&project.areas.at(key, report.as_of).name))
    });
    [units.collect(), areas.collect()]
}

fn entry(report: &Report<'_>, page: Page) -> Option<Entry> {
    let (project, day) = (report.project, report.as_of);
    Some(match page {
        Page::Campaign(key) => {
            let campaign = project.campaigns.at(key, day);
            let mut entry = of("campaign", &campaign.head, &[&campaign.name]);
            entry
                .names
                .extend(campaign.aliases.iter().flat_map(wordings));
            entry
        }
        Page::Area(key) => {
            let area = project.areas.at(key, day);
            let mut entry = of("area", &area.head, &[&area.name]);
            entry.names.extend(area.code.clone());
            entry.areas = vec![key];
            entry.units = shown(area.lead.iter());
            entry
        }
        Page::Unit(key) => unit(report, key),
        Page::Person(key) => {
            let person = project.people.at(key, day);
            let mut entry = of("person", &person.head, &[&person.name]);
            let units = person.posts_on(day).filter_map(|post| post.unit.as_ref());
            entry.units = shown(units);
            entry
        }
        Page::Task(key) => task(report, key),
        Page::Problem(key) => {
            let problem = project.problems.at(key, day);
            let mut entry = of("problem", &problem.head, &[&problem.title]);
            entry.take_item(&problem.item);
            entry.units = shown(problem.lead.iter().chain(&problem.item.responsible));
            entry.dated(problem.found_on);
            entry
        }
        Page::Indicator(key) => {
            let indicator = project.indicators.at(key, day);
            let mut entry = of("indicator", &indicator.head, &[&indicator.name]);
            entry.areas = shown(indicator.areas.iter());
            entry
                .units
                .extend(indicator.owner.as_ref().and_then(Party::unit));
            entry
        }
        _ => dated(report, page)?,
    })
}

/// Records that have a day.
fn dated(report: &Report<'_>, page: Page) -> Option<Entry> {
    let (project, day) = (report.project, report.as_of);
    let mut entry;
    match page {
        Page::Meeting(key) => {
            let meeting = project.meetings.at(key, day);
            entry = of("meeting", &meeting.head, &[&meeting.title]);
            entry.dated(meeting.date);
        }
        Page::Document(key) => {
            let document = project.documents.at(key, day);
            entry = of("document", &document.head, &[&document.title]);
            entry.names.extend(document.document_no.clone());
            entry.areas = shown(document.areas.iter());
            let parties = [&document.issuer, &document.author].into_iter().flatten();
            entry.units = shown(document.unit.iter());
            entry.units.extend(parties.filter_map(Party::unit));
            entry.dated(document.date);
        }
        Page::Instruction(key) => {
            let instruction = project.instructions.at(key, day);
            entry = of("instruction", &instruction.head, &[]);
            entry.units = shown(instruction.lead.iter());
            entry.dated(instruction.date);
        }
        Page::Inspection(key) => {
            let inspection = project.inspections.at(key, day);
            entry = of("inspection", &inspection.head, &[&inspection.title]);
            entry.areas = shown(inspection.areas.iter());
            entry.units = shown(inspection.units.iter());
            entry.dated(inspection.date);
        }
        Page::Assessment(key) => {
            let assessment = project.assessments.at(key, day);
            entry = of("assessment", &assessment.head, &[&assessment.title]);
            entry.dated(assessment.to);
        }
        Page::Bulletin(key) => {
            let bulletin = project.bulletins.at(key, day);
            // What was released keeps the title that it was released with.
            entry = of("bulletin", &bulletin.head, &[]);
            entry.units = bulletin.issuers.iter().filter_map(Party::unit).collect();
            entry.dated(bulletin.dated);
        }
        _ => return None,
    }
    Some(entry)
}

fn unit(report: &Report<'_>, key: Key<Unit>) -> Entry {
    let unit = report.project.units.at(key, report.as_of);
    let now = unit.name_on(report.as_of);
    let mut entry = of("unit", &unit.head, &[now]);
    entry
        .names
        .extend(unit.short_name.iter().flat_map(wordings));
    // A name that lasts until today or longer is today's; what comes after it is not known yet.
    let past = unit.former_names.iter();
    let past = past.filter(|(_, until)| until.is_none_or(|until| until < report.as_of));
    entry
        .names
        .extend(past.flat_map(|(name, _)| wordings(name)));
    entry.units = vec![key];
    entry
}

fn task(report: &Report<'_>, key: Key<Task>) -> Entry {
    let task = report.project.tasks.at(key, report.as_of);
    let mut entry = of("task", &task.head, &[&task.title]);
    entry.take_item(&task.item);
    entry.take_areas(report.task_placings[key.place()].as_ref());
    entry
}

fn decision(report: &Report<'_>, meeting: &Meeting, key: Key<Decision>) -> Entry {
    let decision = report.project.decisions.at(key, report.as_of);
    let mut entry = of("decision", &decision.head, &[]);
    let text = decision.text.wordings().next().unwrap_or_default();
    entry.title = Some(shortened(text));
    if let Some(item) = &decision.action {
        entry.take_item(item);
    }
    entry.units = shown(decision.lead.iter().chain(&decision.responsible));
    entry.take_areas(report.decision_placings[key.place()].as_ref());
    entry.years.clear();
    entry.dated(meeting.date);
    let route = decision_route(report.project, key);
    entry.anchor = route.split_once('#').map(|(_, anchor)| anchor.to_owned());
    entry
}

fn of(kind: &'static str, head: &Head, titles: &[&Text]) -> Entry {
    let mut names = vec![head.id.clone()];
    names.extend(titles.iter().flat_map(|title| wordings(title)));
    Entry {
        kind,
        names,
        ..Entry::default()
    }
}

fn wordings(text: &Text) -> impl Iterator<Item = String> {
    text.wordings().map(str::to_owned)
}

/// What readers may see of some references, each once.
fn shown<'s, T: 's>(references: impl Iterator<Item = &'s Seen<T>>) -> Vec<Key<T>> {
    let mut keys: Vec<Key<T>> = Vec::new();
    for key in references.filter_map(Seen::key) {
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys
}

/// How much of a text without a title stands for one.
const TITLE: usize = 48;

fn shortened(text: &str) -> String {
    let line = text.split('\n').next().unwrap_or_default();
    match line.char_indices().nth(TITLE) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}

impl Entry {
    fn dated(&mut self, day: Date) {
        self.date = Some(day);
        if !self.years.contains(&day.year()) {
            self.years.push(day.year());
        }
    }

    fn take_item(&mut self, item: &Item) {
        let lead = std::iter::once(&item.lead);
        self.units = shown(lead.chain(&item.responsible));
        self.areas = shown(item.areas.iter());
        let due = match item.limit {
            Limit::Due(day) => Some(day),
            Limit::Ongoing => None,
        };
        let first = item.start.or(due);
        if let (Some(first), Some(last)) = (first, due.or(first)) {
            // A slip of the pen in a year shall not make a list of thousands.
            let last = last.year().min(first.year().saturating_add(20));
            self.years = (first.year()..=last).collect();
        }
    }

    /// Its own areas, or those of what it stands under.
    fn take_areas(&mut self, placing: Option<&Placing>) {
        if let Some(placing) = placing {
            self.areas = shown(placing.areas.iter());
        }
    }
}
