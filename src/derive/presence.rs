//! What exists at a day, and how it hangs together then: parents, children, and the tasks that carry out a decision.

use crate::date::Date;
use crate::model::{Head, Key, Project, Seen, Shelf, Task};

/// Who is there at a day; every list stands beside its shelf, place by place.
pub(super) struct Presence {
    pub(super) tasks: Vec<bool>,
    pub(super) campaigns: Vec<bool>,
    pub(super) areas: Vec<bool>,
    pub(super) units: Vec<bool>,
    pub(super) people: Vec<bool>,
    pub(super) documents: Vec<bool>,
    pub(super) problems: Vec<bool>,
    pub(super) indicators: Vec<bool>,
    pub(super) instructions: Vec<bool>,
    pub(super) inspections: Vec<bool>,
    pub(super) assessments: Vec<bool>,
    pub(super) bulletins: Vec<bool>,
    /// Held by that day.
    pub(super) meetings: Vec<bool>,
    /// From the date of their meeting.
    pub(super) decisions: Vec<bool>,
    /// Parents that are there and shown; a child of any other is a root.
    pub(super) parents: Vec<Option<Key<Task>>>,
    pub(super) children: Vec<Vec<Key<Task>>>,
    /// Every task that is there, each after its parent.
    pub(super) order: Vec<Key<Task>>,
    pub(super) carried_out_by: Vec<Vec<Key<Task>>>,
}

impl Presence {
    pub(super) fn is_leaf(&self, task: Key<Task>) -> bool {
        self.children[task.place()].is_empty()
    }
}

pub(super) fn presence(project: &Project, day: Date) -> Presence {
    let tasks = there(&project.tasks, day, |task| &task.head);
    let meetings = held(project, day);
    let decisions = taken(project, day, &meetings);
    let parents = parents(project, day, &tasks);
    let children = children(&parents);
    Presence {
        campaigns: there(&project.campaigns, day, |campaign| &campaign.head),
        areas: there(&project.areas, day, |area| &area.head),
        units: there(&project.units, day, |unit| &unit.head),
        people: there(&project.people, day, |person| &person.head),
        documents: there(&project.documents, day, |document| &document.head),
        problems: there(&project.problems, day, |one| &one.head),
        indicators: there(&project.indicators, day, |one| &one.head),
        instructions: there(&project.instructions, day, |one| &one.head),
        inspections: there(&project.inspections, day, |one| &one.head),
        assessments: there(&project.assessments, day, |one| &one.head),
        bulletins: there(&project.bulletins, day, |one| &one.head),
        order: order(&tasks, &parents, &children),
        carried_out_by: carried_out_by(project, day, (&tasks, &decisions)),
        tasks,
        meetings,
        decisions,
        parents,
        children,
    }
}

fn exists(head: &Head, day: Date) -> bool {
    head.exists_from.is_none_or(|from| from <= day)
}

fn there<T>(shelf: &Shelf<T>, day: Date, head: fn(&T) -> &Head) -> Vec<bool> {
    let heads = shelf.keys().map(|key| head(shelf.at(key, day)));
    heads.map(|head| exists(head, day)).collect()
}

fn held(project: &Project, day: Date) -> Vec<bool> {
    let shelf = &project.meetings;
    let meetings = shelf.keys().map(|key| shelf.at(key, day));
    meetings
        .map(|meeting| meeting.date <= day && exists(&meeting.head, day))
        .collect()
}

fn taken(project: &Project, day: Date, held: &[bool]) -> Vec<bool> {
    let shelf = &project.decisions;
    let decisions = shelf.keys().map(|key| shelf.at(key, day));
    decisions
        .map(|decision| held[decision.meeting.place()] && exists(&decision.head, day))
        .collect()
}

fn parents(project: &Project, day: Date, there: &[bool]) -> Vec<Option<Key<Task>>> {
    let shelf = &project.tasks;
    let mut parents: Vec<Option<Key<Task>>> = shelf
        .keys()
        .map(|key| {
            let parent = shelf.at(key, day).parent.as_ref().and_then(Seen::key);
            parent.filter(|parent| there[key.place()] && there[parent.place()])
        })
        .collect();
    cut_rings(&mut parents, |task| task.place());
    parents
}

/// Versions of different days may close a ring that no single day's records have: the link that closes it is let go.
pub(super) fn cut_rings<K: Copy>(parents: &mut [Option<K>], place: fn(K) -> usize) {
    const NEVER: usize = usize::MAX;
    let mut walked = vec![NEVER; parents.len()];
    for start in 0..parents.len() {
        let mut at = start;
        while walked[at] == NEVER {
            walked[at] = start;
            let Some(parent) = parents[at] else { break };
            if walked[place(parent)] == start {
                parents[at] = None;
                break;
            }
            at = place(parent);
        }
    }
}

fn children(parents: &[Option<Key<Task>>]) -> Vec<Vec<Key<Task>>> {
    let mut children = vec![Vec::new(); parents.len()];
    for (place, parent) in parents.iter().enumerate() {
        if let Some(parent) = parent {
            children[parent.place()].push(Key::new(place));
        }
    }
    children
}

fn order(
    there: &[bool],
    parents: &[Option<Key<Task>>],
    children: &[Vec<Key<Task>>],
) -> Vec<Key<Task>> {
    let roots = (0..there.len()).filter(|place| there[*place] && parents[*place].is_none());
    let mut order: Vec<Key<Task>> = roots.map(Key::new).collect();
    let mut next = 0;
    while let Some(task) = order.get(next).copied() {
        order.extend(&children[task.place()]);
        next += 1;
    }
    order
}

/// A decision's own `tasks`, then tasks whose origin names it; each once, and only those that are there and shown.
fn carried_out_by(
    project: &Project,
    day: Date,
    (tasks, decisions): (&[bool], &[bool]),
) -> Vec<Vec<Key<Task>>> {
    let mut by: Vec<Vec<Key<Task>>> = vec![Vec::new(); decisions.len()];
    for decision in project.decisions.keys().filter(|d| decisions[d.place()]) {
        let named = &project.decisions.at(decision, day).tasks;
        for task in named.iter().filter_map(Seen::key) {
            if tasks[task.place()] && !by[decision.place()].contains(&task) {
                by[decision.place()].push(task);
            }
        }
    }
    let own: Vec<usize> = by.iter().map(Vec::len).collect();
    for task in project.tasks.keys().filter(|task| tasks[task.place()]) {
        let origin = project.tasks.at(task, day).origin.as_ref();
        let named = origin.and_then(|origin| origin.decision.as_ref()?.key());
        if let Some(decision) = named.map(Key::place).filter(|place| decisions[*place])
            && !by[decision][..own[decision]].contains(&task)
        {
            by[decision].push(task);
        }
    }
    by
}
