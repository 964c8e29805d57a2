//! Starts and limits decades away from everything beside them: a slip in the year.

use crate::date::{Date, FAR_YEARS, together};
use crate::diagnostic::{Finding, Path, Place};
use crate::model::{Campaign, Chronicle, Head, Item, Key, Limit, Project, Task};

/// How far up a task's campaign is looked for; tasks that stand below themselves are found elsewhere.
const DEEP: usize = 64;

pub(super) fn far_off(project: &Project, as_of: Date, findings: &mut Vec<Finding>) {
    let others = usual(project, as_of);
    for (_, Chronicle { now, .. }) in project.tasks.iter() {
        let near = near(project, campaign(project, now)).unwrap_or(others);
        item((&now.head, Path::default()), &now.item, near, findings);
    }
    for (_, Chronicle { now, .. }) in project.decisions.iter() {
        let Some(action) = &now.action else {
            continue;
        };
        let own = action.campaign.and_then(|own| own.key());
        let near = near(project, own).unwrap_or(others);
        item((&now.head, Path::new("action")), action, near, findings);
    }
}

/// Where most of what is dated lies.
fn usual(project: &Project, as_of: Date) -> (Date, Date) {
    let tasks = project.tasks.iter().map(|(_, task)| &task.now.item);
    let actions = project.decisions.iter();
    let actions = actions.filter_map(|(_, decision)| decision.now.action.as_ref());
    let mut days: Vec<Date> = tasks
        .chain(actions)
        .flat_map(|item| item.start.into_iter().chain(due(item)))
        .chain([as_of])
        .collect();
    days.sort_unstable();
    let middle = days[(days.len() - 1) / 2];
    together(days, middle)
}

fn due(item: &Item) -> Option<Date> {
    match item.limit {
        Limit::Due(due) => Some(due),
        Limit::Ongoing => None,
    }
}

/// Its own, or that of the nearest task above.
fn campaign(project: &Project, task: &Task) -> Option<Key<Campaign>> {
    let above = |task: &&Task| {
        let parent = task.parent?.key()?;
        Some(&project.tasks.chronicle(parent).now)
    };
    let mut line = std::iter::successors(Some(task), above).take(DEEP);
    line.find_map(|task| task.item.campaign)?.key()
}

/// A campaign's period; its only end is both of them.
fn near(project: &Project, campaign: Option<Key<Campaign>>) -> Option<(Date, Date)> {
    let period = &project.campaigns.chronicle(campaign?).now.period;
    let first = period.start.or(period.end)?;
    Some((first, period.end.unwrap_or(first)))
}

fn item(
    (head, at): (&Head, Path),
    item: &Item,
    (first, last): (Date, Date),
    findings: &mut Vec<Finding>,
) {
    let years = 12 * FAR_YEARS;
    let (first, last) = (first.plus_months(-years), last.plus_months(years));
    let mut look = |date: Date, place: Place| {
        if date < first || date > last {
            findings.push(Finding::warning("date-far-off", place).with("date", date));
        }
    };
    if let Some(start) = item.start {
        look(start, head.origin.at(at.clone().key("start")));
    }
    if let Some(due) = due(item) {
        look(due, head.origin.at(at.clone().key("due")));
    }
    for (n, extension) in item.extensions.iter().enumerate() {
        let place = at.clone().key("extensions").place(n).key("due");
        look(extension.due, head.origin.at(place));
    }
    for (n, milestone) in item.milestones.iter().enumerate() {
        let place = at.clone().key("milestones").place(n).key("due");
        look(milestone.due, head.origin.at(place));
    }
}
