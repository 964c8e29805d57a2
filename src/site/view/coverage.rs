//! How well the decisions are covered: without an owner, not reported on since, and carried from meeting to meeting.

use serde::Serialize;

use crate::derive::Count;
use crate::model::{Decision, Item, Key, Outcome, State};
use crate::site::desk::Desk;

use super::limit::{RestView, data_file, first};
use super::parts::{LightView, Link, iso};
use super::register::{DecisionLine, decision_line};

#[derive(Debug, Serialize)]
pub(crate) struct CoverageView {
    /// Neither a unit nor a task.
    pub(crate) unowned: Vec<DecisionLine>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) unowned_rest: Option<RestView>,
    /// Open items without a report since the meeting that set them.
    pub(crate) silent: Vec<Silent>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) silent_rest: Option<RestView>,
    /// Still open after later meetings of the series, oldest first.
    pub(crate) carried: Vec<Carried>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) carried_rest: Option<RestView>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Silent {
    pub(crate) item: Link,
    pub(crate) decision: Link,
    pub(crate) lead: Link,
    pub(crate) light: LightView,
    pub(crate) set_on: String,
    /// Of its last report, before the meeting; empty without one.
    pub(crate) reported: String,
}

#[derive(Debug, Serialize)]
pub(crate) struct Carried {
    pub(crate) decision: Link,
    pub(crate) id: String,
    pub(crate) meeting: Link,
    pub(crate) lead: Link,
    pub(crate) due: String,
    pub(crate) light: LightView,
    pub(crate) state: String,
    /// Days since the meeting.
    pub(crate) days: String,
    /// How many meetings of the series were held since.
    pub(crate) meetings: String,
}

pub(crate) fn coverage(desk: &Desk<'_>) -> CoverageView {
    let keys = desk.report.project.decisions.keys();
    let there: Vec<Key<Decision>> = keys
        .filter(|key| desk.report.decisions[key.place()].is_some())
        .collect();
    let mut carried: Vec<(i64, Carried)> = there
        .iter()
        .filter_map(|key| self::carried(desk, *key))
        .collect();
    carried.sort_by_key(|(days, _)| std::cmp::Reverse(*days));
    let files = |names: &[&str]| names.iter().map(|name| data_file(desk, name)).collect();
    let carried_rest = first(desk, &mut carried, || files(&["decisions"]));
    let mut silent: Vec<Silent> = there.iter().flat_map(|key| silent(desk, *key)).collect();
    let silent_rest = first(desk, &mut silent, || files(&["tasks", "decisions"]));
    let mut unowned = super::supervision::unowned(desk);
    let unowned_rest = first(desk, &mut unowned, || files(&["decisions"]));
    CoverageView {
        unowned: unowned
            .into_iter()
            .map(|key| decision_line(desk, key))
            .collect(),
        unowned_rest,
        silent,
        silent_rest,
        carried: carried.into_iter().map(|(_, one)| one).collect(),
        carried_rest,
    }
}

fn is_open(state: State) -> bool {
    matches!(
        state,
        State::NotStarted | State::InProgress | State::Suspended
    )
}

/// The leaf tasks of a decision, or the action itself, open and without an entry on or after the day of the meeting.
fn silent(desk: &Desk<'_>, key: Key<Decision>) -> Vec<Silent> {
    let project = desk.report.project;
    let decision = project.decisions.at(key, desk.as_of());
    let set_on = project.meetings.at(decision.meeting, desk.as_of()).date;
    let tasks = &desk.report.carried_out_by[key.place()];
    let leaf = |task: &&Key<crate::model::Task>| desk.report.children[task.place()].is_empty();
    let tasks = tasks.iter().filter(leaf).map(|task| {
        let of = &project.tasks.at(*task, desk.as_of()).item;
        (Count::Task(*task), desk.task(*task), of)
    });
    let own = decision.action.as_ref();
    let own = own.filter(|_| desk.report.carried_out_by[key.place()].is_empty());
    let own = own.map(|item| (Count::Decision(key), desk.decision(key), item));
    let all: Vec<(Count, Link, &Item)> = tasks.chain(own).collect();
    let all = all.into_iter().filter_map(|(count, link, item)| {
        let facts = super::overview::facts(desk, count)?;
        let last = desk.last_report(item, facts);
        let quiet = last.is_none_or(|last| last < set_on);
        (quiet && is_open(facts.state)).then(|| Silent {
            item: link,
            decision: desk.decision(key),
            lead: desk.seen_unit(item.lead),
            light: desk.light(facts.light),
            set_on: set_on.to_string(),
            reported: iso(last),
        })
    });
    all.collect()
}

/// Whether there is anything to be carried out: it was not turned down or merely heard, somebody has it or a task
/// carries it out, and not all of its tasks were given up.
fn is_to_be_done(desk: &Desk<'_>, key: Key<Decision>, decision: &Decision) -> bool {
    if matches!(decision.outcome, Some(Outcome::Rejected | Outcome::Noted)) {
        return false;
    }
    let by = &desk.report.carried_out_by[key.place()];
    let stands = |task: &Key<crate::model::Task>| {
        let facts = desk.task_facts(*task);
        facts.is_some_and(|facts| facts.state != State::Cancelled)
    };
    if !by.is_empty() {
        return by.iter().any(stands);
    }
    let is_owned = decision.lead.is_some() || !decision.responsible.is_empty();
    decision.action.is_some() || is_owned || !decision.tasks.is_empty()
}

fn carried(desk: &Desk<'_>, key: Key<Decision>) -> Option<(i64, Carried)> {
    let project = desk.report.project;
    let decision = project.decisions.at(key, desk.as_of());
    if !is_to_be_done(desk, key, decision) {
        return None;
    }
    let facts = desk
        .decision_facts(key)
        .filter(|facts| is_open(facts.state))?;
    let later = desk.index.meetings[decision.meeting.place()].later;
    let on = project.meetings.at(decision.meeting, desk.as_of()).date;
    let days = desk.as_of().days_since(on);
    (later > 0).then(|| {
        let one = Carried {
            decision: desk.decision(key),
            id: decision.head.id.clone(),
            meeting: desk.meeting(decision.meeting),
            lead: decision.lead.map(|u| desk.seen_unit(u)).unwrap_or_default(),
            due: iso(facts.effective_due),
            light: desk.light(facts.light),
            state: desk.words.of("state", facts.state.word()),
            days: days.to_string(),
            meetings: later.to_string(),
        };
        (days, one)
    })
}
