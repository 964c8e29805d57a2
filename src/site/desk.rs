//! What stands ready while one page is written: the report, the ways back, the words, and the page's own place.

use std::cell::RefCell;
use std::collections::BTreeSet;

use crate::date::Date;
use crate::derive::{Count, ItemFacts, Placing, Report, Trend};
use crate::model::{
    Area, Assessment, Bulletin, Campaign, Decision, Document, Head, Indicator, Inspection,
    Instruction, Item, Key, Language, Light, Meeting, Party, Person, Problem, Seen, Task, Text,
    Unit,
};
use crate::source::Asset;

use super::index::{Index, known};
use super::picture::Use;
use super::route::{Page, decision_route, route};
use super::view::live::Rows;
use super::view::parts::{LightView, Link};
use super::words::Words;

#[derive(Clone, Copy)]
pub(crate) struct Desk<'a> {
    pub(crate) report: &'a Report<'a>,
    pub(crate) index: &'a Index,
    pub(crate) words: &'a Words<'a>,
    /// What every link to a page of this tree begins with.
    pub(crate) root: &'static str,
    /// What every link to a file of the content begins with, which stands once for all trees.
    pub(crate) top: &'static str,
    /// Files of `content/` that this page refers to.
    pub(crate) used: &'a Used,
    /// Rows that were printed before; none where pages stand alone.
    pub(crate) rows: Option<&'a dyn Rows>,
}

/// Paths of assets, noted as a page is written.
#[derive(Debug, Default)]
pub(crate) struct Used(RefCell<BTreeSet<(String, Use)>>);

impl Used {
    pub(super) fn note(&self, asset: &Asset, how: Use) {
        self.0.borrow_mut().insert((asset.path.clone(), how));
    }

    pub(crate) fn all(&self) -> BTreeSet<(String, Use)> {
        self.0.borrow().clone()
    }
}

impl<'a> Desk<'a> {
    pub(crate) fn as_of(&self) -> Date {
        self.report.as_of
    }

    pub(crate) fn language(&self) -> Language {
        self.words.language
    }

    pub(crate) fn to(&self, page: Page) -> String {
        format!("{}{}", self.root, route(self.report.project, page))
    }

    /// A link when the record exists at D, else its text alone.
    fn link(&self, text: &str, page: Page, there: bool) -> Link {
        let href = if there { self.to(page) } else { String::new() };
        Link::new(text, href)
    }

    pub(crate) fn hidden(&self) -> Link {
        Link {
            text: self.words.plain("not-shown-here"),
            href: String::new(),
            hidden: true,
        }
    }

    fn seen<T>(&self, reference: Seen<T>, show: impl Fn(Key<T>) -> Link) -> Link {
        match reference {
            Seen::Shown(key) => show(key),
            Seen::Hidden => self.hidden(),
        }
    }

    pub(crate) fn task(&self, key: Key<Task>) -> Link {
        let task = self.report.project.tasks.at(key, self.as_of());
        let there = self.report.tasks[key.place()].is_some();
        self.link(task.title.wanted(self.language()), Page::Task(key), there)
    }

    pub(crate) fn seen_task(&self, reference: Seen<Task>) -> Link {
        self.seen(reference, |key| self.task(key))
    }

    pub(crate) fn area(&self, key: Key<Area>) -> Link {
        let area = self.report.project.areas.at(key, self.as_of());
        let there = self.report.areas[key.place()].is_some();
        self.link(area.name.wanted(self.language()), Page::Area(key), there)
    }

    pub(crate) fn seen_area(&self, reference: Seen<Area>) -> Link {
        self.seen(reference, |key| self.area(key))
    }

    pub(crate) fn campaign(&self, key: Key<Campaign>) -> Link {
        let campaign = self.report.project.campaigns.at(key, self.as_of());
        let there = self.report.campaigns[key.place()].is_some();
        let name = campaign.name.wanted(self.language());
        self.link(name, Page::Campaign(key), there)
    }

    /// A unit by its short name as of D.
    pub(crate) fn seen_campaign(&self, reference: Seen<Campaign>) -> Link {
        self.seen(reference, |key| self.campaign(key))
    }

    pub(crate) fn unit(&self, key: Key<Unit>) -> Link {
        let unit = self.report.project.units.at(key, self.as_of());
        let name = unit.short_name.as_ref().unwrap_or(&unit.name);
        self.unit_as(key, name)
    }

    /// A unit by the name that it had on a day, where history matters.
    pub(crate) fn unit_on(&self, key: Key<Unit>, day: Date) -> Link {
        let unit = self.report.project.units.at(key, self.as_of());
        let then = unit.name_on(day);
        if *then == unit.name {
            self.unit(key)
        } else {
            self.unit_as(key, then)
        }
    }

    fn unit_as(&self, key: Key<Unit>, name: &Text) -> Link {
        let there = self.report.units[key.place()].is_some();
        self.link(name.wanted(self.language()), Page::Unit(key), there)
    }

    pub(crate) fn seen_unit(&self, reference: Seen<Unit>) -> Link {
        self.seen(reference, |key| self.unit(key))
    }

    pub(crate) fn units(&self, references: &[Seen<Unit>]) -> Vec<Link> {
        references.iter().map(|r| self.seen_unit(*r)).collect()
    }

    pub(crate) fn person(&self, key: Key<Person>) -> Link {
        let person = self.report.project.people.at(key, self.as_of());
        let there = self.report.people[key.place()].is_some();
        self.link(
            person.name.wanted(self.language()),
            Page::Person(key),
            there,
        )
    }

    pub(crate) fn seen_person(&self, reference: Seen<Person>) -> Link {
        self.seen(reference, |key| self.person(key))
    }

    pub(crate) fn meeting(&self, key: Key<Meeting>) -> Link {
        let meeting = self.report.project.meetings.at(key, self.as_of());
        let there = self.knows(key);
        self.link(
            meeting.title.wanted(self.language()),
            Page::Meeting(key),
            there,
        )
    }

    pub(crate) fn knows(&self, key: Key<Meeting>) -> bool {
        known(self.report, key)
    }

    /// Campaign, areas and sponsor of a task, its own or inherited.
    pub(crate) fn placing(&self, key: Key<Task>) -> Option<&'a Placing> {
        self.report.task_placings[key.place()].as_ref()
    }

    pub(crate) fn seen_meeting(&self, reference: Seen<Meeting>) -> Link {
        self.seen(reference, |key| self.meeting(key))
    }

    pub(crate) fn document(&self, key: Key<Document>) -> Link {
        let document = self.report.project.documents.at(key, self.as_of());
        let there = self.report.documents[key.place()];
        self.link(
            document.title.wanted(self.language()),
            Page::Document(key),
            there,
        )
    }

    pub(crate) fn seen_document(&self, reference: Seen<Document>) -> Link {
        self.seen(reference, |key| self.document(key))
    }

    pub(crate) fn problem(&self, key: Key<Problem>) -> Link {
        let problem = self.report.project.problems.at(key, self.as_of());
        let there = self.report.problems[key.place()].is_some();
        let text = &problem.title;
        self.link(text.wanted(self.language()), Page::Problem(key), there)
    }

    pub(crate) fn seen_problem(&self, reference: Seen<Problem>) -> Link {
        self.seen(reference, |key| self.problem(key))
    }

    pub(crate) fn indicator(&self, key: Key<Indicator>) -> Link {
        let indicator = self.report.project.indicators.at(key, self.as_of());
        let there = self.report.indicators[key.place()].is_some();
        let text = &indicator.name;
        self.link(text.wanted(self.language()), Page::Indicator(key), there)
    }

    pub(crate) fn seen_indicator(&self, reference: Seen<Indicator>) -> Link {
        self.seen(reference, |key| self.indicator(key))
    }

    pub(crate) fn instruction(&self, key: Key<Instruction>) -> Link {
        let instruction = self.report.project.instructions.at(key, self.as_of());
        let there = self.report.instructions[key.place()];
        let text = instruction.about.as_ref().unwrap_or(&instruction.text);
        self.link(text.wanted(self.language()), Page::Instruction(key), there)
    }

    pub(crate) fn seen_instruction(&self, reference: Seen<Instruction>) -> Link {
        self.seen(reference, |key| self.instruction(key))
    }

    pub(crate) fn inspection(&self, key: Key<Inspection>) -> Link {
        let inspection = self.report.project.inspections.at(key, self.as_of());
        let there = self.report.inspections[key.place()];
        let text = &inspection.title;
        self.link(text.wanted(self.language()), Page::Inspection(key), there)
    }

    pub(crate) fn seen_inspection(&self, reference: Seen<Inspection>) -> Link {
        self.seen(reference, |key| self.inspection(key))
    }

    pub(crate) fn assessment(&self, key: Key<Assessment>) -> Link {
        let assessment = self.report.project.assessments.at(key, self.as_of());
        let there = self.report.assessments[key.place()].is_some();
        let text = &assessment.title;
        self.link(text.wanted(self.language()), Page::Assessment(key), there)
    }

    pub(crate) fn seen_assessment(&self, reference: Seen<Assessment>) -> Link {
        self.seen(reference, |key| self.assessment(key))
    }

    pub(crate) fn bulletin(&self, key: Key<Bulletin>) -> Link {
        let bulletin = self.report.project.bulletins.at(key, self.as_of());
        let there = self.report.bulletins[key.place()];
        self.link(
            bulletin.title_in(self.language()),
            Page::Bulletin(key),
            there,
        )
    }

    pub(crate) fn seen_bulletin(&self, reference: Seen<Bulletin>) -> Link {
        self.seen(reference, |key| self.bulletin(key))
    }

    pub(crate) fn decision(&self, key: Key<Decision>) -> Link {
        let project = self.report.project;
        let decision = project.decisions.at(key, self.as_of());
        let there = self.report.decisions[key.place()].is_some();
        let href = if there {
            format!("{}{}", self.root, decision_route(project, key))
        } else {
            String::new()
        };
        Link::new(decision.text.wanted(self.language()), href)
    }

    pub(crate) fn seen_decision(&self, reference: Seen<Decision>) -> Link {
        self.seen(reference, |key| self.decision(key))
    }

    /// A person or unit with a page, or the text as it was written; units by their name on that day.
    pub(crate) fn party_on(&self, party: &Party, day: Date) -> Link {
        match party {
            Party::Person(person) => self.seen_person(*person),
            Party::Unit(Seen::Shown(unit)) => self.unit_on(*unit, day),
            Party::Unit(Seen::Hidden) => self.hidden(),
            Party::Text(text) => Link::text(text.wanted(self.language())),
        }
    }

    pub(crate) fn party(&self, party: &Party) -> Link {
        self.party_on(party, self.as_of())
    }

    pub(crate) fn optional_party(&self, party: Option<&Party>) -> Link {
        party.map(|p| self.party(p)).unwrap_or_default()
    }

    pub(crate) fn light(&self, light: Light) -> LightView {
        LightView {
            word: light.word().replace('_', "-"),
            label: self.words.of("light", light.word()),
            trend: "",
        }
    }

    /// How an item's light stands to the day that this page is compared with.
    pub(crate) fn trend(&self, count: Count) -> Trend {
        match count {
            Count::Task(key) => self.report.task_trend(key),
            Count::Decision(key) => self.report.decision_trend(key),
        }
    }

    /// What this page is compared with.
    pub(crate) fn earlier(&self) -> Option<&'a Report<'a>> {
        self.report.earlier.as_deref()
    }

    /// Lights that the table of lights can give, and any other that occurs: what every count is split by.
    pub(crate) fn lights_in_force(&self) -> Vec<Light> {
        let configured = &self.report.project.rules.lights;
        let lights = Light::ALL.into_iter().filter(|light| {
            !matches!(light, Light::Orange | Light::Blue)
                || self.report.whole.lights(*light) > 0
                || configured.iter().any(|rule| rule.light == *light)
        });
        lights.collect()
    }

    /// Days of the past and of today only.
    pub(crate) fn until_now(&self, date: Option<Date>) -> Option<Date> {
        date.filter(|d| *d <= self.as_of())
    }

    pub(crate) fn task_facts(&self, key: Key<Task>) -> Option<&'a ItemFacts> {
        self.report.tasks[key.place()].as_ref()
    }

    pub(crate) fn decision_facts(&self, key: Key<Decision>) -> Option<&'a ItemFacts> {
        self.report.decisions[key.place()].as_ref()?.as_ref()
    }

    /// The last progress entry's day.
    pub(crate) fn last_report(&self, item: &Item, facts: &ItemFacts) -> Option<Date> {
        facts.last_progress.map(|place| item.progress[place].date)
    }

    pub(crate) fn head_of_task(&self, key: Key<Task>) -> &'a Head {
        &self.report.project.tasks.at(key, self.as_of()).head
    }
}
