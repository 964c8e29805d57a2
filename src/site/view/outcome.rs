//! What became of a meeting's decisions by a day: at the next meeting of the series, and at this one of the last.

use serde::Serialize;

use crate::date::Date;
use crate::derive::{ItemFacts, decision_on};
use crate::model::{Decision, Key, Meeting};
use crate::site::desk::Desk;

use super::item::{Day, day};
use super::parts::{LightView, Link, iso};

/// How a decision stood at the next meeting of its series.
#[derive(Debug, Serialize)]
pub(crate) struct Then {
    pub(crate) meeting: Link,
    pub(crate) date: Day,
    pub(crate) light: LightView,
    pub(crate) state: String,
    pub(crate) actual: String,
    pub(crate) reason: String,
}

/// A decision of the last meeting, as it stood at this one.
#[derive(Debug, Serialize)]
pub(crate) struct Followed {
    pub(crate) id: String,
    pub(crate) text: Link,
    pub(crate) lead: Link,
    pub(crate) due: String,
    /// None: nothing was to be done.
    pub(crate) light: Option<LightView>,
    pub(crate) state: String,
    pub(crate) actual: String,
    pub(crate) reason: String,
}

/// None when there was no next meeting by D, or nothing was to be done.
pub(crate) fn at_next(desk: &Desk<'_>, key: Key<Decision>) -> Option<Then> {
    let project = desk.report.project;
    let decision = project.decisions.at(key, desk.as_of());
    let next = desk.index.meetings[decision.meeting.place()].next?;
    if !desk.report.meetings[next.place()] {
        return None;
    }
    let on = project.meetings.at(next, desk.as_of()).date;
    let facts = decision_on(project, &desk.index.kin, (key, on))?;
    Some(Then {
        meeting: desk.meeting(next),
        date: day(desk, on),
        light: desk.light(facts.light),
        state: desk.words.of("state", facts.state.word()),
        actual: desk.words.percent(facts.actual),
        reason: reason(desk, &facts),
    })
}

fn reason(desk: &Desk<'_>, facts: &ItemFacts) -> String {
    let first = facts.reasons.first();
    first
        .map(|reason| super::item::reason(desk, reason))
        .unwrap_or_default()
}

/// Every decision of a meeting as it stood on a day.
pub(crate) fn followed(desk: &Desk<'_>, meeting: Key<Meeting>, on: Date) -> Vec<Followed> {
    let project = desk.report.project;
    let meeting = project.meetings.at(meeting, desk.as_of());
    let there = |key: &&Key<Decision>| desk.report.decisions[key.place()].is_some();
    let keys = meeting.decisions.iter().filter(there);
    keys.map(|key| {
        let decision = project.decisions.at(*key, on);
        let facts = decision_on(project, &desk.index.kin, (*key, on));
        let words = desk.words;
        let due = facts.as_ref().and_then(|facts| facts.effective_due);
        Followed {
            id: decision.head.id.clone(),
            text: desk.decision(*key),
            lead: decision.lead.map(|u| desk.seen_unit(u)).unwrap_or_default(),
            due: iso(due.or(decision.due)),
            light: facts.as_ref().map(|facts| desk.light(facts.light)),
            state: facts
                .as_ref()
                .map(|facts| words.of("state", facts.state.word()))
                .unwrap_or_default(),
            actual: facts
                .as_ref()
                .map(|facts| words.percent(facts.actual))
                .unwrap_or_default(),
            reason: facts
                .as_ref()
                .map(|facts| reason(desk, facts))
                .unwrap_or_default(),
        }
    })
    .collect()
}
