//! From a meeting to its decisions and to the tasks that carry each out: a list, and the same drawn.

mod drawing;

use serde::Serialize;

use crate::derive::Count;
use crate::model::{Decision, Key, Meeting, Outcome, Seen, Task};
use crate::site::desk::Desk;

use super::parts::{LightView, Link, row};

use drawing::{Drawing, broad, slim};

/// With more decisions than these it is folded.
const MANY: usize = 6;

#[derive(Debug, Serialize)]
pub(crate) struct ChainView {
    /// How many decisions, and how many tasks carry them out.
    pub(crate) said: String,
    pub(crate) folded: bool,
    pub(crate) meeting: Node,
    /// For a page with room beside, and for a narrow one.
    pub(crate) broad: Drawing,
    pub(crate) slim: Drawing,
}

/// A meeting, a decision or a task, with what follows from it.
#[derive(Debug, Serialize)]
pub(crate) struct Node {
    /// `meeting`, `decision` or `task`.
    pub(crate) kind: &'static str,
    pub(crate) link: Link,
    /// Of a meeting its day, of a decision its outcome, of a task its lead.
    pub(crate) note: String,
    pub(crate) light: Option<LightView>,
    pub(crate) below: Vec<Node>,
}

/// None where nothing was decided, or nothing is known of it yet.
pub(crate) fn chain(desk: &Desk<'_>, key: Key<Meeting>) -> Option<ChainView> {
    let meeting = desk.report.project.meetings.at(key, desk.as_of());
    let there = |key: &&Key<Decision>| desk.report.decisions[key.place()].is_some();
    let decisions = meeting.decisions.iter().filter(there);
    let below: Vec<Node> = decisions.map(|key| decision(desk, *key)).collect();
    if below.is_empty() || !desk.report.meetings[key.place()] {
        return None;
    }
    let tasks = below.iter().map(|node| node.below.len()).sum();
    let said = [
        desk.words.count("chain-decisions", below.len()),
        desk.words.count("chain-tasks", tasks),
    ];
    let root = Node {
        kind: "meeting",
        link: Link::text(&desk.words.text(&meeting.title)),
        note: desk.words.day(meeting.date),
        light: None,
        below,
    };
    Some(ChainView {
        said: desk.words.list(&said),
        folded: root.below.len() > MANY,
        broad: broad(&root),
        slim: slim(&root),
        meeting: root,
    })
}

fn decision(desk: &Desk<'_>, key: Key<Decision>) -> Node {
    let decision = desk.report.project.decisions.at(key, desk.as_of());
    let counts = &desk.report.carried_out_by[key.place()];
    let shown = |task: &&Seen<Task>| task.key().is_some_and(|key| counts.contains(&key));
    let others = decision.tasks.iter().filter(|task| !shown(task));
    let own = row(desk, Count::Decision(key)).filter(|_| counts.is_empty());
    let outcome = decision.outcome.map(Outcome::word);
    Node {
        kind: "decision",
        link: desk.decision(key),
        note: outcome
            .map(|word| desk.words.of("outcome", word))
            .unwrap_or_default(),
        light: own.map(|row| still(row.light)),
        below: counts
            .iter()
            .map(|key| task(desk, *key))
            .chain(others.map(|task| bare(desk.seen_task(*task))))
            .collect(),
    }
}

fn task(desk: &Desk<'_>, key: Key<Task>) -> Node {
    match row(desk, Count::Task(key)) {
        Some(row) => Node {
            note: row.lead.text,
            light: Some(still(row.light)),
            ..bare(row.title)
        },
        None => bare(desk.task(key)),
    }
}

fn bare(link: Link) -> Node {
    Node {
        kind: "task",
        link,
        note: String::new(),
        light: None,
        below: Vec::new(),
    }
}

/// A light without its way.
fn still(light: LightView) -> LightView {
    LightView { trend: "", ..light }
}
