//! The ways back to problems, inspections, instructions and indicators.

use std::collections::BTreeSet;

use crate::derive::Report;
use crate::model::{
    Area, Campaign, Indicator, Inspection, Instruction, Key, Problem, Seen, Task, Unit,
};

use super::{Index, add, fill, present};

/// By the place on its shelf of the record that is referred to.
#[derive(Debug, Default)]
pub(crate) struct Followed {
    pub(crate) tasks: Vec<TaskFollowed>,
    pub(crate) units: Vec<UnitFollowed>,
    pub(crate) areas: Vec<AreaFollowed>,
    pub(crate) campaigns: Vec<CampaignFollowed>,
    /// Findings of inspections that name a problem: the inspection and the finding's place.
    pub(crate) problems: Vec<Vec<(Key<Inspection>, usize)>>,
    pub(crate) inspections: Vec<InspectionFollowed>,
    /// Tasks that came from an instruction.
    pub(crate) instructions: Vec<Vec<Key<Task>>>,
    /// Indicators that an indicator is a part of.
    pub(crate) indicators: Vec<Vec<Key<Indicator>>>,
}

#[derive(Debug, Default)]
pub(crate) struct TaskFollowed {
    pub(crate) problems: Vec<Key<Problem>>,
    pub(crate) inspections: Vec<Key<Inspection>>,
    pub(crate) instructions: Vec<Key<Instruction>>,
}

#[derive(Debug, Default)]
pub(crate) struct UnitFollowed {
    /// That it leads or is responsible for.
    pub(crate) problems: Vec<Key<Problem>>,
    /// That found something of it, or had it in their scope.
    pub(crate) inspections: Vec<Key<Inspection>>,
    pub(crate) instructions: Vec<Key<Instruction>>,
    pub(crate) indicators: Vec<Key<Indicator>>,
}

#[derive(Debug, Default)]
pub(crate) struct AreaFollowed {
    pub(crate) problems: Vec<Key<Problem>>,
    pub(crate) indicators: Vec<Key<Indicator>>,
    pub(crate) inspections: Vec<Key<Inspection>>,
}

#[derive(Debug, Default)]
pub(crate) struct CampaignFollowed {
    pub(crate) problems: Vec<Key<Problem>>,
    pub(crate) indicators: Vec<Key<Indicator>>,
    pub(crate) inspections: Vec<Key<Inspection>>,
}

#[derive(Debug, Default)]
pub(crate) struct InspectionFollowed {
    pub(crate) tasks: Vec<Key<Task>>,
    /// Later ones that looked back at it.
    pub(crate) followed_by: Vec<Key<Inspection>>,
}

impl Followed {
    fn new(report: &Report<'_>) -> Followed {
        let project = report.project;
        Followed {
            tasks: fill(&project.tasks),
            units: fill(&project.units),
            areas: fill(&project.areas),
            campaigns: fill(&project.campaigns),
            problems: fill(&project.problems),
            inspections: fill(&project.inspections),
            instructions: fill(&project.instructions),
            indicators: fill(&project.indicators),
        }
    }
}

impl Index {
    pub(super) fn gather_followed(&mut self, report: &Report<'_>) {
        self.followed = Followed::new(report);
        let followed = &mut self.followed;
        followed.gather_problems(report);
        followed.gather_inspections(report);
        followed.gather_instructions(report);
        followed.gather_indicators(report);
        followed.gather_origins(report);
    }
}

impl Followed {
    fn gather_problems(&mut self, report: &Report<'_>) {
        let shelf = &report.project.problems;
        for key in present(shelf, |k| report.problems[k.place()].is_some()) {
            let problem = shelf.at(key, report.as_of);
            let units = problem.lead.iter().chain(&problem.item.responsible);
            for unit in units.filter_map(Seen::key) {
                add(&mut self.units[unit.place()].problems, key);
            }
            for task in problem.tasks.iter().filter_map(Seen::key) {
                add(&mut self.tasks[task.place()].problems, key);
            }
            let Some(placing) = &report.problem_placings[key.place()] else {
                continue;
            };
            for area in placing.areas.iter().filter_map(Seen::key) {
                add(&mut self.areas[area.place()].problems, key);
            }
            if let Some(campaign) = placing.campaign.as_ref().and_then(Seen::key) {
                self.campaigns[campaign.place()].problems.push(key);
            }
        }
    }

    fn gather_inspections(&mut self, report: &Report<'_>) {
        let shelf = &report.project.inspections;
        for key in present(shelf, |k| report.inspections[k.place()]) {
            let inspection = shelf.at(key, report.as_of);
            let found = inspection.findings.iter().filter_map(|f| f.unit.as_ref());
            let units = inspection.units.iter().chain(found);
            for unit in units.filter_map(Seen::key) {
                add(&mut self.units[unit.place()].inspections, key);
            }
            for area in inspection.areas.iter().filter_map(Seen::key) {
                add(&mut self.areas[area.place()].inspections, key);
            }
            for task in inspection.tasks.iter().filter_map(Seen::key) {
                add(&mut self.tasks[task.place()].inspections, key);
            }
            for (place, finding) in inspection.findings.iter().enumerate() {
                if let Some(problem) = finding.problem.as_ref().and_then(Seen::key) {
                    self.problems[problem.place()].push((key, place));
                }
            }
            if let Some(earlier) = inspection.follow_up_of.as_ref().and_then(Seen::key) {
                self.inspections[earlier.place()].followed_by.push(key);
            }
            if let Some(campaign) = inspection.campaign.as_ref().and_then(Seen::key) {
                self.campaigns[campaign.place()].inspections.push(key);
            }
        }
    }

    fn gather_instructions(&mut self, report: &Report<'_>) {
        let shelf = &report.project.instructions;
        for key in present(shelf, |k| report.instructions[k.place()]) {
            let instruction = shelf.at(key, report.as_of);
            if let Some(unit) = instruction.lead.as_ref().and_then(Seen::key) {
                self.units[unit.place()].instructions.push(key);
            }
            for task in instruction.tasks.iter().filter_map(Seen::key) {
                add(&mut self.tasks[task.place()].instructions, key);
                let tasks = &mut self.instructions[key.place()];
                if !tasks.contains(&task) {
                    tasks.push(task);
                }
            }
        }
    }

    fn gather_indicators(&mut self, report: &Report<'_>) {
        let shelf = &report.project.indicators;
        for key in present(shelf, |k| report.indicators[k.place()].is_some()) {
            let indicator = shelf.at(key, report.as_of);
            for area in indicator.areas.iter().filter_map(Seen::key) {
                add(&mut self.areas[area.place()].indicators, key);
            }
            if let Some(unit) = indicator.owner.as_ref().and_then(|owner| owner.unit()) {
                self.units[unit.place()].indicators.push(key);
            }
            for part in indicator.parts.iter().filter_map(|p| p.indicator.key()) {
                add(&mut self.indicators[part.place()], key);
            }
            if let Some(campaign) = indicator.campaign.as_ref().and_then(Seen::key) {
                self.campaigns[campaign.place()].indicators.push(key);
            }
        }
    }

    /// Tasks that say themselves where they came from.
    fn gather_origins(&mut self, report: &Report<'_>) {
        let shelf = &report.project.tasks;
        let named = self.instructions.iter().zip(0..);
        let named = named.flat_map(|(tasks, from)| tasks.iter().map(move |task| (from, *task)));
        let named: BTreeSet<(usize, Key<Task>)> = named.collect();
        for key in present(shelf, |k| report.tasks[k.place()].is_some()) {
            let Some(origin) = &shelf.at(key, report.as_of).origin else {
                continue;
            };
            if let Some(from) = origin.inspection.as_ref().and_then(Seen::key) {
                add(&mut self.inspections[from.place()].tasks, key);
            }
            let from = origin.instruction.as_ref().and_then(Seen::key);
            let from = from.filter(|from| !named.contains(&(from.place(), key)));
            if let Some(from) = from {
                self.instructions[from.place()].push(key);
            }
        }
    }
}

/// Where an area's own records stand, and a unit's.
impl Followed {
    pub(crate) fn of_area(&self, key: Key<Area>) -> &AreaFollowed {
        &self.areas[key.place()]
    }

    pub(crate) fn of_unit(&self, key: Key<Unit>) -> &UnitFollowed {
        &self.units[key.place()]
    }

    pub(crate) fn of_task(&self, key: Key<Task>) -> &TaskFollowed {
        &self.tasks[key.place()]
    }

    pub(crate) fn of_campaign(&self, key: Key<Campaign>) -> &CampaignFollowed {
        &self.campaigns[key.place()]
    }
}
