//! The worst light below a unit or a task, and the items that cause it.

use std::sync::OnceLock;

use crate::model::{Key, Light, Seen, Task, Unit};

use super::placing::upwards;
use super::presence::cut_rings;
use super::report::{Count, Report};

/// What stands above items.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Above {
    /// Items that it leads, or that a unit below it leads.
    Unit(Key<Unit>),
    /// The leaves below it, but not itself.
    Task(Key<Task>),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Worst {
    pub(crate) light: Light,
    /// Only those with this light, in the order of the ledger.
    pub(crate) causes: Vec<Count>,
}

/// None: no item of the ledger is below. Lights are worst in the order of the table, so that grey is worse than done.
pub(crate) fn worst_below(report: &Report<'_>, above: Above) -> Option<Worst> {
    let below;
    let below = match above {
        Above::Unit(unit) => led_below(report, unit),
        Above::Task(task) => {
            below = leaves(report, task);
            &below
        }
    };
    let lights = below.iter().copied();
    let lights: Vec<(Light, Count)> = lights
        .filter_map(|count| Some((light(report, count)?, count)))
        .collect();
    let worst = lights.iter().map(|(light, _)| *light).min()?;
    let causes = lights.into_iter().filter(|(light, _)| *light == worst);
    Some(Worst {
        light: worst,
        causes: causes.map(|(_, count)| count).collect(),
    })
}

/// What each unit leads, or one below it, in the order of the ledger.
#[derive(Debug, Default)]
pub(crate) struct Led(OnceLock<Vec<Vec<Count>>>);

/// Led by a unit or by one below it.
fn led_below<'r>(report: &'r Report<'_>, unit: Key<Unit>) -> &'r [Count] {
    &report.led.0.get_or_init(|| led(report))[unit.place()]
}

/// Gathered once for all units: many units would go through the ledger many times.
fn led(report: &Report<'_>) -> Vec<Vec<Count>> {
    let (project, day) = (report.project, report.as_of);
    let parents = project.units.keys().map(|key| {
        let parent = project.units.at(key, day).parent.as_ref();
        let parent = parent.and_then(Seen::key);
        parent.filter(|parent| report.units[parent.place()].is_some())
    });
    let mut parents: Vec<Option<Key<Unit>>> = parents.collect();
    cut_rings(&mut parents, |unit| unit.place());
    let mut all = vec![Vec::new(); parents.len()];
    for count in &report.ledger {
        let lead = match *count {
            Count::Task(key) => Some(&project.tasks.at(key, day).item.lead),
            Count::Decision(key) => project.decisions.at(key, day).lead.as_ref(),
        };
        let lead = lead.and_then(Seen::key);
        for rung in lead.iter().flat_map(|lead| upwards(*lead, &parents)) {
            all[rung.place()].push(*count);
        }
    }
    all
}

/// Of everything below a task what has nothing below itself, in written order.
fn leaves(report: &Report<'_>, task: Key<Task>) -> Vec<Count> {
    let mut below = report.children[task.place()].clone();
    let mut next = 0;
    while let Some(key) = below.get(next) {
        below.extend(&report.children[key.place()]);
        next += 1;
    }
    below.retain(|key| report.children[key.place()].is_empty());
    below.sort_unstable();
    below.into_iter().map(Count::Task).collect()
}

fn light(report: &Report<'_>, count: Count) -> Option<Light> {
    let facts = match count {
        Count::Task(key) => report.tasks[key.place()].as_ref(),
        Count::Decision(key) => report.decisions[key.place()].as_ref()?.as_ref(),
    };
    facts.map(|facts| facts.light)
}
