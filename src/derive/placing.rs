//! Where an item belongs: its campaign, its areas and its sponsor, its own or its parent's.

use std::collections::HashMap;

use crate::date::Date;
use crate::model::{
    Area, Campaign, Decision, Item, Key, Person, Problem, Project, Seen, Sponsored, Task, Unit,
};

use super::presence::{Presence, cut_rings};
use super::report::Placing;

/// The day's ways up from an area or a unit, and who takes charge of what.
pub(super) struct Ladders {
    pub(super) areas: Vec<Option<Key<Area>>>,
    pub(super) units: Vec<Option<Key<Unit>>>,
    area_sponsors: Vec<Option<Seen<Person>>>,
    /// By the campaign's place.
    sponsorships: Vec<Sponsorships>,
}

/// Sponsorships of one campaign in force at the day; the first written counts.
#[derive(Default)]
struct Sponsorships {
    tasks: HashMap<Key<Task>, Seen<Person>>,
    areas: HashMap<Key<Area>, Seen<Person>>,
    units: HashMap<Key<Unit>, Seen<Person>>,
}

pub(super) fn ladders(project: &Project, day: Date, presence: &Presence) -> Ladders {
    let areas = &project.areas;
    let units = &project.units;
    let mut area_parents: Vec<Option<Key<Area>>> = areas
        .keys()
        .map(|key| areas.at(key, day).parent.as_ref().and_then(Seen::key))
        .map(|parent| parent.filter(|parent| presence.areas[parent.place()]))
        .collect();
    let mut unit_parents: Vec<Option<Key<Unit>>> = units
        .keys()
        .map(|key| units.at(key, day).parent.as_ref().and_then(Seen::key))
        .map(|parent| parent.filter(|parent| presence.units[parent.place()]))
        .collect();
    cut_rings(&mut area_parents, |area| area.place());
    cut_rings(&mut unit_parents, |unit| unit.place());
    Ladders {
        areas: area_parents,
        units: unit_parents,
        area_sponsors: areas
            .keys()
            .map(|key| {
                areas
                    .at(key, day)
                    .sponsor
                    .filter(|_| presence.areas[key.place()])
            })
            .collect(),
        sponsorships: project
            .campaigns
            .keys()
            .map(|key| match presence.campaigns[key.place()] {
                true => sponsorships(project.campaigns.at(key, day), day),
                false => Sponsorships::default(),
            })
            .collect(),
    }
}

fn sponsorships(campaign: &Campaign, day: Date) -> Sponsorships {
    let mut found = Sponsorships::default();
    let in_force = campaign.sponsorships.iter().filter(|sponsorship| {
        sponsorship.from.is_none_or(|from| from <= day) && sponsorship.to.is_none_or(|to| day <= to)
    });
    for sponsorship in in_force {
        let person = sponsorship.person;
        match sponsorship.of {
            Sponsored::Task(Seen::Shown(task)) => {
                found.tasks.entry(task).or_insert(person);
            }
            Sponsored::Area(Seen::Shown(area)) => {
                found.areas.entry(area).or_insert(person);
            }
            Sponsored::Unit(Seen::Shown(unit)) => {
                found.units.entry(unit).or_insert(person);
            }
            // What is hidden from these readers leads to nothing that they see.
            Sponsored::Task(Seen::Hidden)
            | Sponsored::Area(Seen::Hidden)
            | Sponsored::Unit(Seen::Hidden) => {}
        }
    }
    found
}

/// From a rung up to the top, itself first.
pub(super) fn upwards<T>(
    rung: Key<T>,
    parents: &[Option<Key<T>>],
) -> impl Iterator<Item = Key<T>> + '_ {
    std::iter::successors(Some(rung), |at| parents[at.place()])
}

/// The placings of all tasks; a task without areas, campaign or sponsor of its own has its parent's, each by itself.
pub(super) fn task_placings(
    project: &Project,
    day: Date,
    (presence, ladders): (&Presence, &Ladders),
) -> Vec<Option<Placing>> {
    let mut declared: Vec<Option<Placing>> = vec![None; project.tasks.len()];
    for task in &presence.order {
        let item = &project.tasks.at(*task, day).item;
        let parent = presence.parents[task.place()].and_then(|p| declared[p.place()].as_ref());
        declared[task.place()] = Some(inherited(item, parent));
    }
    for task in &presence.order {
        let lead = project.tasks.at(*task, day).item.lead.key();
        let ways = upwards(*task, &presence.parents);
        if let Some(placing) = &mut declared[task.place()] {
            placing.sponsor = sponsor_of(placing, ways, lead, ladders);
        }
    }
    declared
}

fn inherited(item: &Item, parent: Option<&Placing>) -> Placing {
    Placing {
        campaign: item.campaign.or(parent.and_then(|p| p.campaign)),
        areas: match parent {
            Some(parent) if item.areas.is_empty() => parent.areas.clone(),
            _ => item.areas.clone(),
        },
        sponsor: item.sponsor.or(parent.and_then(|p| p.sponsor)),
    }
}

/// The person who answers for an item 包保领导; the first of these that names one:
///
/// 1. its own `sponsor`, else that of its nearest parent that has one (both already in `declared`);
/// 2. a sponsorship of its campaign for the task itself, else for its nearest parent;
/// 3. a sponsorship of its campaign for its areas in written order, for each the area itself, else the nearest area above it;
/// 4. the `sponsor` of its areas, in the same order;
/// 5. a sponsorship of its campaign for its lead, else for the nearest unit above it.
///
/// A sponsorship counts from `from` to `to`, both days included; of several for one thing the first written counts.
/// A sponsor whom these readers may not see is one all the same: the search ends there.
pub(super) fn sponsor_of(
    declared: &Placing,
    mut task_and_parents: impl Iterator<Item = Key<Task>>,
    lead: Option<Key<Unit>>,
    ladders: &Ladders,
) -> Option<Seen<Person>> {
    let areas = || {
        let own = declared.areas.iter().filter_map(Seen::key);
        own.flat_map(|area| upwards(area, &ladders.areas))
    };
    let campaign = declared.campaign.and_then(|campaign| campaign.key());
    let sponsorships = campaign.map(|campaign| &ladders.sponsorships[campaign.place()]);
    declared
        .sponsor
        .or_else(|| task_and_parents.find_map(|task| sponsorships?.tasks.get(&task).copied()))
        .or_else(|| areas().find_map(|area| sponsorships?.areas.get(&area).copied()))
        .or_else(|| areas().find_map(|area| ladders.area_sponsors[area.place()]))
        .or_else(|| {
            upwards(lead?, &ladders.units).find_map(|unit| sponsorships?.units.get(&unit).copied())
        })
}

/// The placing of a decision: its campaign is its action's, else its meeting's, else that of the first of its tasks that
/// has one; its areas are its action's, else those of its tasks together, in their order; its sponsor is found as a task's.
pub(super) fn decision_placing(
    decision: &Decision,
    meeting: Option<Seen<Campaign>>,
    tasks: &[&Placing],
    ladders: &Ladders,
) -> Placing {
    let action = decision.action.as_ref();
    let declared = Placing {
        campaign: action.and_then(|item| item.campaign).or(meeting),
        areas: action.map_or_else(Vec::new, |item| item.areas.clone()),
        sponsor: action.and_then(|item| item.sponsor),
    };
    let lead = action.map(|item| item.lead).or(decision.lead);
    of_tasks(declared, lead, tasks, ladders)
}

/// The placing of a problem: its own campaign and areas, else those of its linked tasks as for a decision; its sponsor is
/// found as a task's.
pub(super) fn problem_placing(problem: &Problem, tasks: &[&Placing], ladders: &Ladders) -> Placing {
    let declared = Placing {
        campaign: problem.item.campaign,
        areas: problem.item.areas.clone(),
        sponsor: problem.item.sponsor,
    };
    of_tasks(declared, problem.lead, tasks, ladders)
}

/// What is not declared is that of the tasks: the campaign of the first that has one, and all their areas in their order.
fn of_tasks(
    declared: Placing,
    lead: Option<Seen<Unit>>,
    tasks: &[&Placing],
    ladders: &Ladders,
) -> Placing {
    let mut areas = declared.areas;
    if areas.is_empty() {
        for area in tasks.iter().flat_map(|task| &task.areas) {
            if !areas.contains(area) {
                areas.push(*area);
            }
        }
    }
    let campaign = declared.campaign;
    let declared = Placing {
        campaign: campaign.or_else(|| tasks.iter().find_map(|task| task.campaign)),
        areas,
        sponsor: declared.sponsor,
    };
    let lead = lead.and_then(|lead| lead.key());
    let sponsor = sponsor_of(&declared, std::iter::empty(), lead, ladders);
    Placing {
        sponsor,
        ..declared
    }
}
