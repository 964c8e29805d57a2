//! A decision on its meeting's page: what was decided, for whom, and what became of it.

use serde::Serialize;

use crate::derive::Count;
use crate::model::{Decision, Key, Meeting, Seen, Task, Unit};
use crate::site::desk::Desk;

use super::item::EntryView;
use super::journal::progress;
use super::live::{TableView, item_table};
use super::parts::{Link, Row, row};

#[derive(Debug, Serialize)]
pub(crate) struct DecisionView {
    pub(crate) id: String,
    pub(crate) anchor: String,
    pub(crate) text: String,
    pub(crate) outcome: String,
    pub(crate) action: bool,
    pub(crate) lead: Link,
    pub(crate) responsible: Vec<Link>,
    pub(crate) supporting: Vec<Link>,
    pub(crate) due: String,
    pub(crate) due_text: String,
    pub(crate) votes: String,
    /// An action of its own: its line, and its latest report.
    pub(crate) item: Vec<Row>,
    pub(crate) latest: Vec<EntryView>,
    /// Tasks that carry it out.
    pub(crate) tasks: Option<TableView>,
    /// Those of them that were not confirmed since it was changed.
    pub(crate) suspects: Vec<super::suspect::SuspectView>,
    /// Its line in the minutes below; empty when it is not written there.
    pub(crate) line: String,
    /// How it stood at the next meeting of the series, when that was held.
    pub(crate) then: Option<super::outcome::Then>,
    /// Tasks that it names and that have no facts here.
    pub(crate) tasks_text: Vec<Link>,
}

/// Those under an agenda item, or those outside the agenda.
pub(crate) fn decisions(
    desk: &Desk<'_>,
    meeting: &Meeting,
    place: Option<usize>,
) -> Vec<DecisionView> {
    let shelf = &desk.report.project.decisions;
    let there = |k: &&Key<Decision>| desk.report.decisions[k.place()].is_some();
    let keys = meeting.decisions.iter().filter(there);
    keys.filter(|k| shelf.at(**k, desk.as_of()).agenda_place == place)
        .map(|k| decision(desk, *k))
        .collect()
}

pub(crate) fn decision(desk: &Desk<'_>, key: Key<Decision>) -> DecisionView {
    let project = desk.report.project;
    let decision = project.decisions.at(key, desk.as_of());
    let on = project.meetings.at(decision.meeting, desk.as_of()).date;
    let words = desk.words;
    let unit = |unit: &Seen<Unit>| match unit {
        Seen::Shown(key) => desk.unit_on(*key, on),
        Seen::Hidden => desk.hidden(),
    };
    let counts = desk.report.carried_out_by[key.place()].iter();
    let counts: Vec<Count> = counts.map(|t| Count::Task(*t)).collect();
    let shown = |task: &&Seen<Task>| task.key().is_some_and(|k| counts.contains(&Count::Task(k)));
    let mut latest = decision
        .action
        .as_ref()
        .map(|item| progress(desk, item))
        .unwrap_or_default();
    latest.truncate(1);
    DecisionView {
        id: decision.head.id.clone(),
        anchor: decision.head.slug.clone(),
        text: words.text(&decision.text),
        outcome: decision
            .outcome
            .map(|o| words.of("outcome", o.word()))
            .unwrap_or_default(),
        action: decision.action.is_some(),
        lead: decision.lead.as_ref().map(unit).unwrap_or_default(),
        responsible: decision.responsible.iter().map(unit).collect(),
        supporting: decision.supporting.iter().map(unit).collect(),
        due: words.optional_day(decision.due),
        due_text: words.optional(decision.due_text.as_ref()),
        votes: words.optional(decision.votes.as_ref()),
        item: if counts.is_empty() {
            row(desk, Count::Decision(key)).into_iter().collect()
        } else {
            Vec::new()
        },
        latest,
        line: super::minutes::line_anchor(decision),
        then: super::outcome::at_next(desk, key),
        tasks: item_table(desk, &counts),
        suspects: super::suspect::of_decision(desk, key),
        tasks_text: decision
            .tasks
            .iter()
            .filter(|task| !shown(task))
            .map(|task| desk.seen_task(*task))
            .collect(),
    }
}
