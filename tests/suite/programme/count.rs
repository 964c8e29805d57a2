//! The counts over a made-up programme, item by item and set by set.

use std::collections::{BTreeMap, BTreeSet};

use super::calendar::Day;
use super::generate::{self, AREAS, PEOPLE, Programme, UNITS};
use super::judge::{Cutoffs, FULL, Facts, facts, rounded};

/// A leaf task, or an action decision without tasks.
pub struct Item {
    pub id: String,
    pub facts: Facts,
    item: generate::Item,
    areas: BTreeSet<usize>,
    sponsor: Option<usize>,
}

#[derive(Default)]
pub struct Counted {
    pub tasks: Vec<Item>,
    pub decisions: Vec<Item>,
    /// Each parent's P and A.
    pub parents: Vec<(String, Option<i128>, Option<i128>)>,
    pub campaign: Set,
    pub areas: Vec<Set>,
    pub people: Vec<Set>,
    pub leads: Vec<Set>,
    pub involved: Vec<Set>,
}

/// A share is what counts, of how many.
#[derive(Default)]
pub struct Set {
    pub id: usize,
    pub total: i128,
    pub excluded: BTreeMap<&'static str, i128>,
    pub by_state: BTreeMap<&'static str, i128>,
    pub by_light: BTreeMap<&'static str, i128>,
    pub by_pace: BTreeMap<&'static str, i128>,
    pub start: (i128, i128),
    pub completion: (i128, i128),
    pub on_time: (i128, i128),
    pub overdue: (i128, i128),
    pub closure: (i128, i128),
    pub report: (i128, i128),
    pub weighted: i128,
    pub weight: i128,
}

/// What there is on a day.
struct There<'p> {
    programme: &'p Programme,
    day: Day,
}

impl There<'_> {
    /// From the day it was added, else from that of the meeting it comes from.
    fn task(&self, task: usize) -> bool {
        let task = &self.programme.tasks[task];
        let origin = task
            .origin
            .map(|(meeting, _)| self.programme.meetings[meeting].date);
        task.added_on.or(origin).is_none_or(|from| from <= self.day)
    }

    fn parent(&self, task: usize) -> Option<usize> {
        let parent = self.programme.tasks[task].parent;
        parent.filter(|parent| self.task(*parent))
    }
}

pub fn count(programme: &Programme, day: Day, cutoffs: Cutoffs) -> Counted {
    let there = There { programme, day };
    let tasks: Vec<usize> = (0..programme.tasks.len())
        .filter(|task| there.task(*task))
        .collect();
    let mut children: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for task in &tasks {
        if let Some(parent) = there.parent(*task) {
            children.entry(parent).or_default().push(*task);
        }
    }
    let mut counted = Counted::default();
    for task in &tasks {
        if children.contains_key(task) {
            continue;
        }
        let own = &programme.tasks[*task];
        let parent = there.parent(*task).map(|parent| &programme.tasks[parent]);
        let areas = match parent {
            Some(parent) if own.areas.is_empty() => &parent.areas,
            _ => &own.areas,
        };
        let by_area = || areas.iter().find_map(|area| programme.area_sponsors[*area]);
        counted.tasks.push(Item {
            id: format!("t{task}"),
            facts: facts(own, day, cutoffs),
            item: own.clone(),
            areas: areas.iter().copied().collect(),
            sponsor: own
                .sponsor
                .or(parent.and_then(|p| p.sponsor))
                .or_else(by_area),
        });
    }
    for (parent, children) in &children {
        let leaves = counted
            .tasks
            .iter()
            .filter(|leaf| children.iter().any(|child| leaf.id == format!("t{child}")));
        let (planned, actual) = means(leaves);
        counted
            .parents
            .push((format!("t{parent}"), planned, actual));
    }
    counted.decisions = decisions(&there, &tasks, cutoffs);
    sets(&mut counted, day);
    counted
}

/// Action decisions of meetings that were held, without a task.
fn decisions(there: &There<'_>, tasks: &[usize], cutoffs: Cutoffs) -> Vec<Item> {
    let programme = there.programme;
    let mut found = Vec::new();
    // The order of the files, which is that of their names.
    let mut order: Vec<usize> = (0..programme.meetings.len()).collect();
    order.sort_by_key(|meeting| format!("m{meeting}.yaml"));
    for meeting in order {
        let held = &programme.meetings[meeting];
        for (place, decision) in held.decisions.iter().enumerate() {
            let named = |task: &usize| {
                decision.tasks.contains(task)
                    || programme.tasks[*task].origin == Some((meeting, Some(place)))
            };
            if held.date <= there.day && decision.is_action && !tasks.iter().any(named) {
                found.push(Item {
                    id: format!("m{meeting}-{place}"),
                    facts: facts(&decision.item, there.day, cutoffs),
                    item: decision.item.clone(),
                    areas: BTreeSet::new(),
                    sponsor: None,
                });
            }
        }
    }
    found
}

impl Item {
    fn excluded(&self) -> Option<&'static str> {
        match self.facts.state {
            "cancelled" => Some("cancelled"),
            _ if self.item.due.is_none() => Some("ongoing"),
            _ => None,
        }
    }

    fn ended(&self) -> bool {
        ["finished", "closed"].contains(&self.facts.state)
    }

    /// A*: finished counts 100, nothing known counts nothing.
    fn credit(&self) -> i128 {
        if self.ended() {
            return FULL;
        }
        self.facts.actual.map_or(0, |actual| actual.min(FULL))
    }
}

fn means<'i>(leaves: impl Iterator<Item = &'i Item>) -> (Option<i128>, Option<i128>) {
    let (mut planned, mut actual) = ((0, 0), (0, 0));
    for leaf in leaves.filter(|leaf| leaf.excluded().is_none()) {
        let weight = leaf.item.weight;
        actual = (actual.0 + weight * leaf.credit(), actual.1 + weight);
        if let Some(p) = leaf.facts.planned {
            planned = (planned.0 + weight * p, planned.1 + weight);
        }
    }
    let mean = |(sum, of): (i128, i128)| (of > 0).then(|| rounded(sum, of));
    (mean(planned), mean(actual))
}

fn sets(counted: &mut Counted, day: Day) {
    let all = || counted.tasks.iter().chain(&counted.decisions);
    let set = |id: usize, belongs: &dyn Fn(&Item) -> bool| {
        let mut set = Set {
            id,
            ..Set::default()
        };
        all()
            .filter(|item| belongs(item))
            .for_each(|item| set.add(item, day));
        set
    };
    let campaign = set(0, &|_| true);
    let areas = (0..AREAS)
        .map(|n| set(n, &|item| item.areas.contains(&n)))
        .collect();
    let people = (0..PEOPLE)
        .map(|n| set(n, &|item| item.sponsor == Some(n)))
        .collect();
    let leads = (0..UNITS)
        .map(|n| set(n, &|item| item.item.lead == n))
        .collect();
    let involved = |n: usize| {
        set(n, &|item| {
            item.item.lead == n || item.item.responsible.contains(&n)
        })
    };
    let involved = (0..UNITS).map(involved).collect();
    (counted.campaign, counted.areas, counted.people) = (campaign, areas, people);
    (counted.leads, counted.involved) = (leads, involved);
}

impl Set {
    fn add(&mut self, item: &Item, day: Day) {
        let facts = &item.facts;
        self.total += 1;
        *self.by_state.entry(facts.state).or_default() += 1;
        *self.by_light.entry(facts.light).or_default() += 1;
        if let Some(pace) = facts.pace {
            *self.by_pace.entry(pace).or_default() += 1;
        }
        if let Some(why) = item.excluded() {
            *self.excluded.entry(why).or_default() += 1;
            return;
        }
        let started = item.item.start.is_some_and(|start| start <= day);
        let ended = item.ended();
        let reached = facts
            .due
            .is_some_and(|due| due < day || due == day && ended);
        let punctual = facts
            .finished_on
            .zip(facts.due)
            .is_some_and(|(on, due)| on <= due);
        share(&mut self.start, (started, facts.begun));
        share(&mut self.completion, (true, ended));
        share(&mut self.on_time, (reached, ended && punctual));
        share(&mut self.overdue, (true, facts.days_overdue > 0));
        share(&mut self.closure, (ended, facts.state == "closed"));
        share(&mut self.report, (facts.owed, facts.in_time));
        self.weighted += item.item.weight * item.credit();
        self.weight += item.item.weight;
    }
}

fn share((part, whole): &mut (i128, i128), (of, counts): (bool, bool)) {
    *whole += i128::from(of);
    *part += i128::from(of && counts);
}

impl Counted {
    /// Every state, light and pace is there, and every rate has something to be a rate of.
    pub fn is_worth_it(&self) -> bool {
        let set = &self.campaign;
        let all = |counts: &BTreeMap<&str, i128>, kinds: usize| {
            counts.len() == kinds && counts.values().all(|count| *count >= 5)
        };
        let rates = [set.start, set.on_time, set.overdue, set.closure, set.report];
        set.total > 1000
            && self.decisions.len() > 30
            && self.parents.len() > 200
            && all(&set.by_state, 6)
            && all(&set.by_light, 6)
            && all(&set.by_pace, 5)
            && all(&set.excluded, 2)
            && rates.iter().all(|(part, whole)| *part > 0 && part < whole)
    }
}
