//! Suspect links: a decision that was changed after a task was taken on, or last confirmed, to carry it out.

use serde::Serialize;

use crate::derive::Suspect;
use crate::model::{Decision, Key, Task, Unit};
use crate::site::desk::Desk;

use super::item::say;
use super::parts::Link;

#[derive(Debug, Serialize)]
pub(crate) struct SuspectView {
    pub(crate) task: Link,
    pub(crate) decision: Link,
    /// What was changed and when.
    pub(crate) said: String,
    /// What to type once the task was compared with its decision; empty for readers from outside.
    pub(crate) command: String,
}

pub(crate) fn of_task(desk: &Desk<'_>, task: Key<Task>) -> Vec<SuspectView> {
    views(desk, &desk.index.tasks[task.place()].suspects)
}

pub(crate) fn of_decision(desk: &Desk<'_>, decision: Key<Decision>) -> Vec<SuspectView> {
    let places = desk.index.suspects.get(&decision);
    places.map_or_else(Vec::new, |places| views(desk, places))
}

/// Of the tasks that it leads.
pub(crate) fn of_unit(desk: &Desk<'_>, unit: Key<Unit>) -> Vec<SuspectView> {
    views(desk, &desk.index.units[unit.place()].suspects)
}

fn views(desk: &Desk<'_>, places: &[usize]) -> Vec<SuspectView> {
    let links = places.iter().map(|place| &desk.report.suspects[*place]);
    links.map(|link| view(desk, link)).collect()
}

fn view(desk: &Desk<'_>, link: &Suspect) -> SuspectView {
    let (project, day) = (desk.report.project, desk.as_of());
    let id = match (link.changed_on, link.confirmed_on) {
        (Some(_), Some(_)) => "suspect-changed",
        (Some(_), None) => "suspect-since-taken-on",
        (None, _) => "suspect-otherwise",
    };
    let values = [
        ("changed", desk.words.optional_day(link.changed_on)),
        ("confirmed", desk.words.optional_day(link.confirmed_on)),
    ];
    let task = &project.tasks.at(link.task, day).head.id;
    let decision = &project.decisions.at(link.decision, day).head.id;
    SuspectView {
        task: desk.task(link.task),
        decision: desk.decision(link.decision),
        said: say(desk, id, &values),
        command: match project.shows_internal {
            true => format!("tongbao confirm {task} {decision}"),
            false => String::new(),
        },
    }
}
