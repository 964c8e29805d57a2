//! Registers: meetings by year, and decisions.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::{Decision, Key, Meeting, Outcome, State, Task, Unit};
use crate::site::desk::Desk;
use crate::site::route::Page;

use super::limit::{Kept, LINES, RestView, data_file, first, rest};
use super::overview::{MeetingBrief, held, meeting_brief, upcoming};
use super::parts::{LightView, Link, iso};

#[derive(Debug, Serialize)]
pub(crate) struct MeetingsView {
    /// The year of this page; empty on the first page.
    pub(crate) year: String,
    pub(crate) years: Vec<YearLink>,
    pub(crate) upcoming: Vec<MeetingBrief>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) upcoming_rest: Option<RestView>,
    /// Latest first.
    pub(crate) meetings: Vec<MeetingBrief>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) rest: Option<RestView>,
    pub(crate) counted: String,
}

#[derive(Debug, Serialize)]
pub(crate) struct YearLink {
    pub(crate) link: Link,
    pub(crate) count: String,
    pub(crate) current: bool,
}

#[derive(Debug, Serialize)]
pub(crate) struct DecisionsView {
    /// The year that is shown; the latest on the first page.
    pub(crate) year: String,
    pub(crate) years: Vec<YearLink>,
    /// By lead, in written order: how many of its decisions are in each state.
    pub(crate) units: Vec<UnitDecisions>,
    pub(crate) states: Vec<String>,
    pub(crate) coverage: Option<super::coverage::CoverageView>,
    pub(crate) counted: String,
    /// By meeting, latest first.
    pub(crate) meetings: Vec<DecisionGroup>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) rest: Option<RestView>,
}

#[derive(Debug, Serialize)]
pub(crate) struct UnitDecisions {
    pub(crate) unit: Link,
    pub(crate) total: String,
    /// In the order of the states.
    pub(crate) counts: Vec<String>,
}

#[derive(Debug, Serialize)]
pub(crate) struct DecisionGroup {
    pub(crate) date: String,
    pub(crate) meeting: Link,
    pub(crate) decisions: Vec<DecisionLine>,
}

#[derive(Debug, Serialize)]
pub(crate) struct DecisionLine {
    pub(crate) id: String,
    pub(crate) text: Link,
    pub(crate) outcome: String,
    pub(crate) lead: Link,
    pub(crate) due: String,
    /// None: nothing is to be done.
    pub(crate) light: Option<LightView>,
    pub(crate) state: String,
    pub(crate) actual: String,
    pub(crate) tasks: Vec<CarriedOut>,
    pub(crate) suspects: Vec<super::suspect::SuspectView>,
}

/// A task that carries a decision out, with its own light.
#[derive(Debug, Serialize)]
pub(crate) struct CarriedOut {
    #[serde(flatten)]
    pub(crate) link: Link,
    pub(crate) light: Option<LightView>,
}

/// Years with a meeting held, latest first.
pub(crate) fn years(desk: &Desk<'_>) -> Vec<i16> {
    let shelf = &desk.report.project.meetings;
    let mut years: Vec<i16> = held(desk)
        .into_iter()
        .map(|key| shelf.at(key, desk.as_of()).date.year())
        .collect();
    years.dedup();
    years
}

/// The first page has the latest few; a year's page has all of it.
pub(crate) fn meetings(desk: &Desk<'_>, year: Option<i16>) -> MeetingsView {
    let shelf = &desk.report.project.meetings;
    let year_of = |key: &Key<Meeting>| shelf.at(*key, desk.as_of()).date.year();
    let all = held(desk);
    let mut shown: Vec<Key<Meeting>> = match year {
        Some(year) => all.iter().copied().filter(|k| year_of(k) == year).collect(),
        None => all.iter().copied().take(12).collect(),
    };
    let years = years(desk).into_iter().map(|of| YearLink {
        link: Link::new(
            &desk.words.with("year", "year", &of.to_string()),
            desk.to(Page::MeetingsOf(of)),
        ),
        count: all.iter().filter(|k| year_of(k) == of).count().to_string(),
        current: year == Some(of),
    });
    let mut ahead = if year.is_none() {
        upcoming(desk)
    } else {
        Vec::new()
    };
    let file = || vec![data_file(desk, "meetings")];
    let upcoming_rest = first(desk, &mut ahead, file);
    let counted = desk.words.count("meetings-count", shown.len());
    let rest = first(desk, &mut shown, file);
    MeetingsView {
        year: year.map(|y| y.to_string()).unwrap_or_default(),
        years: years.collect(),
        upcoming: ahead.into_iter().map(|k| meeting_brief(desk, k)).collect(),
        upcoming_rest,
        counted,
        rest,
        meetings: shown.into_iter().map(|k| meeting_brief(desk, k)).collect(),
    }
}

/// The decisions of a meeting that exist at D.
fn there(desk: &Desk<'_>, meeting: Key<Meeting>) -> Vec<Key<Decision>> {
    let meeting = desk.report.project.meetings.at(meeting, desk.as_of());
    let there = |key: &&Key<Decision>| desk.report.decisions[key.place()].is_some();
    meeting.decisions.iter().filter(there).copied().collect()
}

/// Years with decisions, latest first.
pub(crate) fn decision_years(desk: &Desk<'_>) -> Vec<i16> {
    let shelf = &desk.report.project.meetings;
    let with = held(desk)
        .into_iter()
        .filter(|key| !there(desk, *key).is_empty());
    let mut years: Vec<i16> = with
        .map(|key| shelf.at(key, desk.as_of()).date.year())
        .collect();
    years.dedup();
    years
}

/// The first page has the coverage and the latest year; a year's page has all of it.
pub(crate) fn decisions(desk: &Desk<'_>, year: Option<i16>) -> DecisionsView {
    let shelf = &desk.report.project.meetings;
    let years = decision_years(desk);
    let shown = year.or(years.first().copied());
    let (counted, groups) = of_year(desk, shown);
    let listed = groups.iter().map(|group| group.decisions.len()).sum();
    let count = |of: i16| {
        let of_year = |key: &Key<Meeting>| shelf.at(*key, desk.as_of()).date.year() == of;
        let meetings = held(desk).into_iter().filter(of_year);
        meetings.map(|key| there(desk, key).len()).sum::<usize>()
    };
    let year_link = |of: i16| YearLink {
        link: Link::new(
            &desk.words.with("year", "year", &of.to_string()),
            desk.to(Page::DecisionsOf(of)),
        ),
        count: count(of).to_string(),
        current: year == Some(of),
    };
    let first = year.is_none();
    DecisionsView {
        year: shown.map(|year| year.to_string()).unwrap_or_default(),
        years: years.into_iter().map(year_link).collect(),
        units: if first { by_unit(desk) } else { Vec::new() },
        states: State::ALL
            .iter()
            .map(|state| desk.words.of("state", state.word()))
            .collect(),
        coverage: first.then(|| super::coverage::coverage(desk)),
        counted: desk.words.count("decisions-count", counted),
        meetings: groups,
        rest: rest(desk, "rest-first", Kept::of(counted, listed), || {
            vec![data_file(desk, "decisions")]
        }),
    }
}

/// How many decisions a year has, and those that there is room for, by meeting, the latest first.
fn of_year(desk: &Desk<'_>, year: Option<i16>) -> (usize, Vec<DecisionGroup>) {
    let shelf = &desk.report.project.meetings;
    let (mut counted, mut groups) = (0, Vec::new());
    for key in held(desk) {
        let meeting = shelf.at(key, desk.as_of());
        if Some(meeting.date.year()) != year {
            continue;
        }
        let decisions = there(desk, key);
        let room = LINES.saturating_sub(counted);
        counted += decisions.len();
        let shown = decisions.into_iter().take(room);
        let shown: Vec<DecisionLine> = shown.map(|d| decision_line(desk, d)).collect();
        if !shown.is_empty() {
            groups.push(DecisionGroup {
                date: meeting.date.to_string(),
                meeting: desk.meeting(key),
                decisions: shown,
            });
        }
    }
    (counted, groups)
}

fn by_unit(desk: &Desk<'_>) -> Vec<UnitDecisions> {
    let project = desk.report.project;
    let mut units: BTreeMap<Key<Unit>, (usize, [usize; 6])> = BTreeMap::new();
    for key in project.decisions.keys() {
        let lead = project.decisions.at(key, desk.as_of()).lead;
        let lead = lead.and_then(|lead| lead.key());
        let Some(lead) = lead.filter(|_| desk.report.decisions[key.place()].is_some()) else {
            continue;
        };
        let (total, states) = units.entry(lead).or_default();
        *total += 1;
        let state = desk.decision_facts(key).map(|facts| facts.state);
        if let Some(at) = State::ALL.iter().position(|one| Some(*one) == state) {
            states[at] += 1;
        }
    }
    units
        .into_iter()
        .map(|(unit, (total, states))| UnitDecisions {
            unit: desk.unit(unit),
            total: total.to_string(),
            counts: states.iter().map(usize::to_string).collect(),
        })
        .collect()
}

pub(crate) fn decision_line(desk: &Desk<'_>, key: Key<crate::model::Decision>) -> DecisionLine {
    let decision = desk.report.project.decisions.at(key, desk.as_of());
    let facts = desk.decision_facts(key);
    let words = desk.words;
    let outcome = decision.outcome.map(Outcome::word);
    let tasks = desk.report.carried_out_by[key.place()].iter();
    DecisionLine {
        id: decision.head.id.clone(),
        text: desk.decision(key),
        outcome: outcome.map(|w| words.of("outcome", w)).unwrap_or_default(),
        lead: decision.lead.map(|u| desk.seen_unit(u)).unwrap_or_default(),
        due: iso(facts.and_then(|f| f.effective_due).or(decision.due)),
        light: facts.map(|f| desk.light(f.light)),
        state: facts
            .map(|f| words.of("state", f.state.word()))
            .unwrap_or_default(),
        actual: facts.map(|f| words.percent(f.actual)).unwrap_or_default(),
        tasks: tasks.map(|task| carried_out(desk, *task)).collect(),
        suspects: super::suspect::of_decision(desk, key),
    }
}

pub(crate) fn carried_out(desk: &Desk<'_>, task: Key<Task>) -> CarriedOut {
    let facts = desk.task_facts(task);
    CarriedOut {
        link: desk.task(task),
        light: facts.map(|facts| desk.light(facts.light)),
    }
}
