//! Problems, indicators, inspections and instructions, as the pages of what they concern show them.

use serde::Serialize;

use crate::derive::ProblemRollUp;
use crate::model::{Area, Campaign, Indicator, Inspection, Instruction, Key, Problem, Task, Unit};
use crate::site::desk::Desk;
use crate::site::route::Page;

use super::indicator::IndicatorRow;
use super::limit::{RestView, data_file, first};
use super::parts::Link;
use super::problem::{ProblemRow, ProblemSummary};
use super::task::Dated;

#[derive(Debug, Default, Serialize)]
pub(crate) struct FollowedView {
    /// None where there is none.
    pub(crate) problem_summary: Option<ProblemSummary>,
    pub(crate) problems: Vec<ProblemRow>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) problem_rest: Option<RestView>,
    pub(crate) indicators: Vec<IndicatorRow>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) indicator_rest: Option<RestView>,
    pub(crate) inspections: Vec<Dated>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) inspection_rest: Option<RestView>,
    pub(crate) instructions: Vec<Dated>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) instruction_rest: Option<RestView>,
}

/// What stands in one place of the index.
#[derive(Default)]
struct Found<'a> {
    set: Option<&'a ProblemRollUp>,
    problems: Vec<Key<Problem>>,
    indicators: &'a [Key<Indicator>],
    inspections: &'a [Key<Inspection>],
    instructions: &'a [Key<Instruction>],
}

pub(crate) fn of_task(desk: &Desk<'_>, key: Key<Task>) -> FollowedView {
    let links = desk.index.followed.of_task(key);
    let found = Found {
        problems: links.problems.clone(),
        inspections: &links.inspections,
        instructions: &links.instructions,
        ..Found::default()
    };
    view(desk, found)
}

/// What it leads or is responsible for.
pub(crate) fn of_unit(desk: &Desk<'_>, key: Key<Unit>) -> FollowedView {
    let links = desk.index.followed.of_unit(key);
    let facts = desk.report.problem_units[key.place()].as_ref();
    let found = Found {
        set: facts.map(|facts| &facts.involved),
        problems: links.problems.clone(),
        indicators: &links.indicators,
        inspections: &links.inspections,
        instructions: &links.instructions,
    };
    view(desk, found)
}

/// With the problems of the areas below it.
pub(crate) fn of_area(desk: &Desk<'_>, key: Key<Area>) -> FollowedView {
    let links = desk.index.followed.of_area(key);
    let below = super::area::tree(desk, key).into_iter();
    let mut problems: Vec<Key<Problem>> = below
        .flat_map(|(key, _)| desk.index.followed.of_area(key).problems.iter().copied())
        .collect();
    problems.sort();
    problems.dedup();
    let facts = desk.report.problem_areas[key.place()].as_ref();
    let found = Found {
        set: facts.map(|facts| &facts.with_below),
        problems,
        indicators: &links.indicators,
        inspections: &links.inspections,
        ..Found::default()
    };
    view(desk, found)
}

pub(crate) fn of_campaign(desk: &Desk<'_>, key: Key<Campaign>) -> FollowedView {
    let links = desk.index.followed.of_campaign(key);
    let found = Found {
        set: desk.report.problem_campaigns[key.place()].as_ref(),
        problems: links.problems.clone(),
        indicators: &links.indicators,
        inspections: &links.inspections,
        ..Found::default()
    };
    view(desk, found)
}

fn view(desk: &Desk<'_>, found: Found<'_>) -> FollowedView {
    let set = found.set.filter(|set| set.total > 0);
    let page = |section: &str, page: Page| {
        let text = desk.words.plain(&format!("menu-{section}"));
        vec![Link::new(&text, desk.to(page))]
    };
    let mut indicators = found.indicators.to_vec();
    let indicator_rest = first(desk, &mut indicators, || {
        vec![data_file(desk, "indicators")]
    });
    let mut inspections = found.inspections.to_vec();
    let inspection_rest = first(desk, &mut inspections, || {
        page("inspections", Page::Inspections)
    });
    let mut instructions = found.instructions.to_vec();
    let instruction_rest = first(desk, &mut instructions, || {
        page("instructions", Page::Instructions)
    });
    let instructions = instructions.into_iter().map(|key| Dated {
        date: instruction_date(desk, key),
        link: desk.instruction(key),
    });
    let (problems, problem_rest) = super::problem::table(desk, &found.problems);
    FollowedView {
        problem_summary: set.map(|set| super::problem::summary(desk, set)),
        problems,
        problem_rest,
        indicators: super::indicator::table(desk, indicators.into_iter()),
        indicator_rest,
        inspections: super::inspection::dated(desk, &inspections),
        inspection_rest,
        instructions: instructions.collect(),
        instruction_rest,
    }
}

fn instruction_date(desk: &Desk<'_>, key: Key<Instruction>) -> String {
    let shelf = &desk.report.project.instructions;
    shelf.at(key, desk.as_of()).date.to_string()
}
