//! Problems, and what they come to, as rows of `facts.json`.

use serde::Serialize;

use crate::date::Date;
use crate::decimal::Decimal;
use crate::model::{Key, Light, Problem, ProblemState};

use super::fact_rows::{ItemRow, Words};
use super::facts::Rows;
use super::report::{ProblemFacts, ProblemRollUp};

/// A row of an item, with the problem's own state, and what only problems have.
#[derive(Debug, Serialize)]
pub(super) struct ProblemRow {
    #[serde(flatten)]
    item: ItemRow,
    found_on: Date,
    severity: Option<u8>,
    rectified_on: Option<Date>,
    reopened_on: Option<Date>,
    returned_on: Option<Date>,
    closed_times: u32,
    reopened_times: u32,
    tasks: Vec<String>,
}

#[derive(Debug, Serialize)]
pub(super) struct ProblemSumsRow {
    whole: ProblemRollUpRow,
    campaigns: Vec<SetRow>,
    areas: Vec<AreaRow>,
    units: Vec<UnitRow>,
}

#[derive(Debug, Serialize)]
struct SetRow {
    id: String,
    #[serde(flatten)]
    own: ProblemRollUpRow,
}

#[derive(Debug, Serialize)]
struct AreaRow {
    id: String,
    #[serde(flatten)]
    own: ProblemRollUpRow,
    with_below: ProblemRollUpRow,
}

#[derive(Debug, Serialize)]
struct UnitRow {
    id: String,
    as_lead: ProblemRollUpRow,
    involved: ProblemRollUpRow,
    as_lead_with_below: ProblemRollUpRow,
    involved_with_below: ProblemRollUpRow,
}

#[derive(Debug, Serialize)]
struct ProblemRollUpRow {
    total: u32,
    by_state: Words<u32>,
    by_light: Words<u32>,
    due_soon_count: u32,
    stale_count: u32,
    overdue_count: u32,
    overdue_rate: Option<Decimal>,
    rectified_count: u32,
    rectified_rate: Option<Decimal>,
    closed_count: u32,
    closure_rate: Option<Decimal>,
    on_time_count: u32,
    on_time_of: u32,
    on_time_rate: Option<Decimal>,
    reopened_count: u32,
    returned_count: u32,
}

pub(super) fn problem_rows(rows: &Rows) -> Vec<ProblemRow> {
    let problems = rows.project().problems.keys().zip(&rows.report.problems);
    problems
        .filter_map(|(key, facts)| Some(row(rows, key, facts.as_ref()?)))
        .collect()
}

fn row(rows: &Rows, key: Key<Problem>, facts: &ProblemFacts) -> ProblemRow {
    let (project, day) = (rows.project(), rows.report.as_of);
    let problem = project.problems.at(key, day);
    let placing = rows.report.problem_placings[key.place()].as_ref();
    let tasks = facts.tasks.iter().map(|task| project.tasks.at(*task, day));
    ProblemRow {
        item: ItemRow {
            id: problem.head.id.clone(),
            title: rows.text(&problem.title),
            lead: rows.lead(problem.lead),
            state: facts.state.word(),
            trend: rows.report.problem_trend(key).known(),
            ..rows.item(&facts.item, &[], rows.more(&facts.item, placing))
        },
        found_on: problem.found_on,
        severity: problem.severity,
        rectified_on: facts.rectified_on,
        reopened_on: facts.reopened_on,
        returned_on: facts.returned_on,
        closed_times: facts.closed_times,
        reopened_times: facts.reopened_times,
        tasks: tasks.map(|task| task.head.id.clone()).collect(),
    }
}

pub(super) fn problem_sums_row(rows: &Rows) -> ProblemSumsRow {
    let (project, report, day) = (rows.project(), rows.report, rows.report.as_of);
    let campaigns = project.campaigns.keys().zip(&report.problem_campaigns);
    let areas = project.areas.keys().zip(&report.problem_areas);
    let units = project.units.keys().zip(&report.problem_units);
    let made = |set: &ProblemRollUp| roll_up(rows, set);
    ProblemSumsRow {
        whole: made(&report.problem_whole),
        campaigns: campaigns
            .filter_map(|(key, set)| {
                Some(SetRow {
                    id: project.campaigns.at(key, day).head.id.clone(),
                    own: made(set.as_ref()?),
                })
            })
            .collect(),
        areas: areas
            .filter_map(|(key, set)| {
                let set = set.as_ref()?;
                Some(AreaRow {
                    id: project.areas.at(key, day).head.id.clone(),
                    own: made(&set.own),
                    with_below: made(&set.with_below),
                })
            })
            .collect(),
        units: units
            .filter_map(|(key, set)| {
                let set = set.as_ref()?;
                Some(UnitRow {
                    id: project.units.at(key, day).head.id.clone(),
                    as_lead: made(&set.as_lead),
                    involved: made(&set.involved),
                    as_lead_with_below: made(&set.as_lead_with_below),
                    involved_with_below: made(&set.involved_with_below),
                })
            })
            .collect(),
    }
}

fn roll_up(rows: &Rows, set: &ProblemRollUp) -> ProblemRollUpRow {
    let states = ProblemState::ALL.iter().zip(set.by_state);
    let lights = Light::ALL.iter().zip(rows.lights).zip(set.by_light);
    let lights = lights.filter(|((_, used), count)| *used || *count > 0);
    ProblemRollUpRow {
        total: set.total,
        by_state: Words(states.map(|(state, count)| (state.word(), count)).collect()),
        by_light: Words(lights.map(|((l, _), count)| (l.word(), count)).collect()),
        due_soon_count: set.due_soon,
        stale_count: set.stale,
        overdue_count: set.overdue.count,
        overdue_rate: set.overdue.percent,
        rectified_count: set.rectified.count,
        rectified_rate: set.rectified.percent,
        closed_count: set.closure.count,
        closure_rate: set.closure.percent,
        on_time_count: set.on_time.count,
        on_time_of: set.on_time.of,
        on_time_rate: set.on_time.percent,
        reopened_count: set.reopened,
        returned_count: set.returned,
    }
}
