//! One item at another day: what became of a decision by the next meeting, without deriving the whole of that day.

use crate::date::Date;
use crate::model::{Campaign, Decision, Head, Key, Project, Seen, Task};

use super::item::{Subject, Viewpoint, leaf_facts, parent_facts};
use super::leaves::Leaves;
use super::ledger::{bare_item, decision_subject, subject};
use super::report::ItemFacts;
use super::reporting::{Cutoffs, cutoffs};

/// Which tasks may be children of a task, or carry out a decision, in any version of the records; made once for all days.
#[derive(Debug, Default)]
pub(crate) struct Kinship {
    children: Vec<Vec<Key<Task>>>,
    carriers: Vec<Vec<Key<Task>>>,
}

pub(crate) fn kinship(project: &Project) -> Kinship {
    let mut kin = Kinship {
        children: vec![Vec::new(); project.tasks.len()],
        carriers: vec![Vec::new(); project.decisions.len()],
    };
    for (key, task) in project.tasks.iter() {
        let versions = task.before.iter().map(|(_, then)| then);
        for version in versions.chain([&task.now]) {
            if let Some(parent) = version.parent.as_ref().and_then(Seen::key) {
                add(&mut kin.children[parent.place()], key);
            }
            let origin = version.origin.as_ref();
            if let Some(of) = origin.and_then(|origin| origin.decision.as_ref()?.key()) {
                add(&mut kin.carriers[of.place()], key);
            }
        }
    }
    kin
}

fn add<T: PartialEq>(list: &mut Vec<T>, one: T) {
    if !list.contains(&one) {
        list.push(one);
    }
}

/// The facts of a decision as of a day, the same that a report of that day has; none where it has nothing to show or
/// did not exist.
pub(crate) fn decision_on(
    project: &Project,
    kin: &Kinship,
    (key, day): (Key<Decision>, Date),
) -> Option<ItemFacts> {
    let glance = Glance::new(project, kin, day);
    let decision = project.decisions.at(key, day);
    let meeting = project.meetings.at(decision.meeting, day);
    if !exists(&decision.head, day) || !exists(&meeting.head, day) || day < meeting.date {
        return None;
    }
    let tasks = glance.carriers(key, decision);
    let campaign = decision.action.as_ref().and_then(|item| item.campaign);
    let campaign = campaign.or(meeting.campaign);
    if tasks.is_empty() {
        let item = decision.action.as_ref()?;
        let subject = decision_subject(decision, item, glance.cutoffs(campaign));
        return Some(leaf_facts(&glance.view, &subject).0);
    }
    let mut below = Leaves::default();
    let topmost = |task: &&Key<Task>| {
        let mut above = glance.above(**task);
        !above.any(|parent| tasks.contains(&parent))
    };
    for task in tasks.iter().filter(topmost) {
        below.join(&glance.task(*task, &mut Vec::new()).1);
    }
    let bare;
    let item = match &decision.action {
        Some(item) => item,
        None => {
            bare = bare_item(decision, &project.tasks.at(tasks[0], day).item);
            &bare
        }
    };
    let own = decision_subject(decision, item, None);
    let subject = Subject {
        ongoing: decision.action.is_some() && own.ongoing,
        in_ledger: false,
        ..own
    };
    Some(parent_facts(&glance.view, &subject, &below))
}

/// The same of a task.
#[cfg(test)]
pub(crate) fn task_on(
    project: &Project,
    kin: &Kinship,
    (key, day): (Key<Task>, Date),
) -> Option<ItemFacts> {
    let glance = Glance::new(project, kin, day);
    exists(&project.tasks.at(key, day).head, day).then(|| glance.task(key, &mut Vec::new()).0)
}

fn exists(head: &Head, day: Date) -> bool {
    head.exists_from.is_none_or(|from| from <= day)
}

struct Glance<'p> {
    view: Viewpoint<'p>,
    kin: &'p Kinship,
}

impl<'p> Glance<'p> {
    fn new(project: &'p Project, kin: &'p Kinship, day: Date) -> Glance<'p> {
        let view = Viewpoint::new(project, day);
        Glance { view, kin }
    }

    fn read(&self, key: Key<Task>) -> &'p Task {
        self.view.project.tasks.at(key, self.view.day)
    }

    fn there(&self, key: Key<Task>) -> bool {
        exists(&self.read(key).head, self.view.day)
    }

    fn parent(&self, key: Key<Task>) -> Option<Key<Task>> {
        let parent = self.read(key).parent.as_ref().and_then(Seen::key)?;
        self.there(parent).then_some(parent)
    }

    /// Its parents, nearest first; versions of different days may close a ring, which is walked once.
    fn above(&self, key: Key<Task>) -> impl Iterator<Item = Key<Task>> + '_ {
        let first = self.parent(key);
        let steps = self.view.project.tasks.len();
        std::iter::successors(first, |at| self.parent(*at)).take(steps)
    }

    /// A decision's own `tasks`, then tasks whose origin names it, as they are read on the day.
    fn carriers(&self, key: Key<Decision>, decision: &Decision) -> Vec<Key<Task>> {
        let mut all: Vec<Key<Task>> = Vec::new();
        let named = decision.tasks.iter().filter_map(Seen::key);
        named
            .filter(|task| self.there(*task))
            .for_each(|task| add(&mut all, task));
        for task in &self.kin.carriers[key.place()] {
            let origin = self.read(*task).origin.as_ref();
            let of = origin.and_then(|origin| origin.decision.as_ref()?.key());
            if of == Some(key) && self.there(*task) {
                add(&mut all, *task);
            }
        }
        all
    }

    fn task(&self, key: Key<Task>, above: &mut Vec<Key<Task>>) -> (ItemFacts, Leaves) {
        let task = self.read(key);
        let children = self.kin.children[key.place()].iter().copied();
        above.push(key);
        let children: Vec<Key<Task>> = children
            .filter(|child| self.there(*child) && self.parent(*child) == Some(key))
            .filter(|child| !above.contains(child))
            .collect();
        let made = if children.is_empty() {
            let subject = subject(task, true, self.cutoffs(self.campaign(key)));
            leaf_facts(&self.view, &subject)
        } else {
            let mut leaves = Leaves::default();
            for child in children {
                leaves.join(&self.task(child, above).1);
            }
            let facts = parent_facts(&self.view, &subject(task, false, None), &leaves);
            (facts, leaves)
        };
        above.pop();
        made
    }

    /// Its own, else that of the nearest parent that has one.
    fn campaign(&self, key: Key<Task>) -> Option<Seen<Campaign>> {
        let own = self.read(key).item.campaign;
        own.or_else(|| self.above(key).find_map(|up| self.read(up).item.campaign))
    }

    fn cutoffs(&self, campaign: Option<Seen<Campaign>>) -> Option<Cutoffs> {
        let campaign = self
            .view
            .project
            .campaigns
            .at(campaign?.key()?, self.view.day);
        let reporting = campaign.reporting;
        let reporting = reporting.filter(|_| exists(&campaign.head, self.view.day))?;
        Some(cutoffs(reporting, self.view.day))
    }
}
