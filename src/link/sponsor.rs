//! Who sponsors what: where a campaign has sponsors, every task has one.

use std::collections::HashSet;

use crate::diagnostic::Finding;
use crate::model::{Chronicle, Project, Seen, Sponsored, Task};

use super::linker::Linker;

/// A leaf task without a sponsor of its own, of its parents, of its areas or of its lead is a warning, where its
/// campaign has sponsors.
pub(super) fn check(project: &Project, linker: &mut Linker<'_>) {
    let named = project
        .campaigns
        .iter()
        .flat_map(|(_, campaign)| &campaign.now.sponsorships);
    let sponsored: Vec<Sponsored> = named.map(|sponsorship| sponsorship.of).collect();
    let areas = project
        .areas
        .iter()
        .any(|(_, area)| area.now.sponsor.is_some());
    if sponsored.is_empty() && !areas {
        return;
    }
    let parents: HashSet<usize> = project
        .tasks
        .iter()
        .filter_map(|(_, task)| task.now.parent?.key())
        .map(|key| key.place())
        .collect();
    for (key, Chronicle { now, .. }) in project.tasks.iter() {
        let over = now.item.cancelled.is_some();
        if !over
            && !parents.contains(&key.place())
            && !has_sponsor(project, now, &sponsored, linker)
        {
            linker.findings.push(Finding::warning(
                "no-sponsor",
                now.head.origin.field("sponsor"),
            ));
        }
    }
}

fn has_sponsor(
    project: &Project,
    task: &Task,
    sponsored: &[Sponsored],
    linker: &Linker<'_>,
) -> bool {
    let mut at = Some(task);
    let mut steps = 0;
    while let Some(task) = at {
        let item = &task.item;
        let by_area = item.areas.iter().any(|area| {
            let record = area.key().map(|key| &project.areas.chronicle(key).now);
            // What this audience may not see is taken to be in order.
            record.is_none_or(|area| area.sponsor.is_some())
                || sponsored.contains(&Sponsored::Area(*area))
        });
        let by_unit = item.lead == Seen::Hidden || sponsored.contains(&Sponsored::Unit(item.lead));
        let by_hidden = task.parent == Some(Seen::Hidden);
        // Nor is anything said of a field that could not be read.
        let by_fault = ["sponsor", "lead", "parent", "areas"]
            .iter()
            .any(|field| linker.is_struck_field(task.head.origin, field));
        if by_fault || item.sponsor.is_some() || by_area || by_unit || by_hidden {
            return true;
        }
        steps += 1;
        let parent = task
            .parent
            .and_then(|parent| parent.key())
            .filter(|_| steps <= project.tasks.len());
        if parent.is_some_and(|key| sponsored.contains(&Sponsored::Task(Seen::Shown(key)))) {
            return true;
        }
        at = parent.map(|key| &project.tasks.chronicle(key).now);
    }
    false
}
