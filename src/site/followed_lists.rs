//! The lists of problems, indicators and scores: one line for each, and for each unit that was scored.

use crate::date::Date;
use crate::decimal::Decimal;
use crate::derive::{GroupResult, UnitScore};
use crate::model::{Assessment, TargetValue};

use super::desk::Desk;
use super::downloads::{Cell, List, date, figure, id, list, party, text, word};
use super::view::{assessment, indicator, problem};

/// None when there is nothing to list.
pub(super) fn problems(desk: &Desk<'_>) -> Option<List> {
    let lines = problem::known(desk).map(|(key, facts)| {
        let problem = desk.report.project.problems.at(key, desk.as_of());
        let placing = desk.report.problem_placings[key.place()].as_ref();
        let areas = placing.map(|p| p.areas.as_slice()).unwrap_or_default();
        let areas = areas.iter().filter_map(|area| area.key());
        let severity = problem.severity.map(u32::from).map(Decimal::from);
        let lead = problem.lead.map(|unit| desk.seen_unit(unit).text);
        vec![
            id(&problem.head),
            text(desk, &problem.title),
            Cell::Texts(areas.map(|area| desk.area(area).text).collect()),
            Cell::Date(problem.found_on),
            figure(severity),
            lead.map_or(Cell::Nothing, Cell::Text),
            date(facts.item.effective_due),
            word(desk, "problem-state", facts.state.word()),
            word(desk, "light", facts.item.light.word()),
            figure(facts.item.actual),
            Cell::Flag(facts.item.overdue),
            number(facts.item.days_overdue),
            date(facts.rectified_on),
            date(facts.closed_on),
            number(facts.reopened_times),
        ]
    });
    let columns = [
        "id",
        "problem",
        "areas",
        "found_on",
        "severity",
        "lead",
        "due",
        "state",
        "light",
        "actual",
        "overdue",
        "days_overdue",
        "rectified_on",
        "closed_on",
        "reopened_times",
    ];
    some(desk, "problems", &columns, lines.collect())
}

/// None when there is nothing to list.
pub(super) fn indicators(desk: &Desk<'_>) -> Option<List> {
    let lines = indicator::known(desk).map(|(key, facts)| {
        let indicator = desk.report.project.indicators.at(key, desk.as_of());
        let last = facts.last.map(|place| &indicator.observations[place]);
        let target = facts.target.map(|place| &indicator.targets[place]);
        let (low, high) = match target.map(|target| target.value) {
            Some(TargetValue::One(value)) => (Some(value), None),
            Some(TargetValue::Band(low, high)) => (Some(low), Some(high)),
            None => (None, None),
        };
        let said = |words: Option<&crate::model::Text>| {
            words.map_or(Cell::Nothing, |words| text(desk, words))
        };
        let areas = indicator.areas.iter().filter_map(|area| area.key());
        let owner = indicator.owner.as_ref();
        vec![
            id(&indicator.head),
            text(desk, &indicator.name),
            word(desk, "indicator-kind", indicator.kind.word()),
            Cell::Texts(areas.map(|area| desk.area(area).text).collect()),
            owner.map_or(Cell::Nothing, |owner| party(desk, owner)),
            figure(last.and_then(|one| one.value)),
            said(indicator.unit_of_measure.as_ref()),
            said(last.and_then(|one| one.text.as_ref())),
            date(last.map(|one| one.date)),
            said(last.and_then(|one| one.source.as_ref())),
            Cell::Flag(last.is_some_and(|one| one.provisional)),
            figure(low),
            figure(high),
            date(target.map(|target| target.by)),
            figure(facts.attained),
            facts.met.map_or(Cell::Nothing, Cell::Flag),
        ]
    });
    let columns = [
        "id",
        "indicator",
        "kind",
        "areas",
        "owner",
        "last_value",
        "unit_of_measure",
        "judgement",
        "last_observed",
        "source",
        "provisional",
        "target",
        "target_high",
        "target_by",
        "attained",
        "met",
    ];
    some(desk, "indicators", &columns, lines.collect())
}

/// None when there is nothing to list.
pub(super) fn assessments(desk: &Desk<'_>) -> Option<List> {
    let shelf = &desk.report.project.assessments;
    let mut lines = Vec::new();
    for (key, facts) in assessment::known(desk) {
        let assessment = shelf.at(key, desk.as_of());
        for group in &facts.groups {
            let scored = group.ranked.iter();
            lines.extend(scored.map(|one| score(desk, (assessment, group), one)));
        }
    }
    let columns = [
        "id",
        "assessment",
        "from",
        "to",
        "group",
        "unit",
        "rank",
        "movement",
        "base",
        "bonuses",
        "deductions",
        "score",
        "band",
        "vetoed",
    ];
    some(desk, "assessments", &columns, lines)
}

fn score(
    desk: &Desk<'_>,
    (assessment, group): (&Assessment, &GroupResult),
    one: &UnitScore,
) -> Vec<Cell> {
    let day = |day: Date| Cell::Date(day);
    vec![
        id(&assessment.head),
        text(desk, &assessment.title),
        day(assessment.from),
        day(assessment.to),
        text(desk, &group.name),
        Cell::Text(desk.unit_on(one.unit, assessment.to).text),
        number(one.rank),
        figure(one.movement.map(Decimal::from_whole)),
        figure(one.base),
        Cell::Number(one.bonuses.total),
        Cell::Number(one.deductions.total),
        figure(one.score),
        Cell::Text(assessment::band(desk, assessment, one)),
        Cell::Flag(one.vetoed),
    ]
}

fn number(n: u32) -> Cell {
    Cell::Number(Decimal::from(n))
}

fn some(
    desk: &Desk<'_>,
    name: &'static str,
    columns: &[&'static str],
    lines: Vec<Vec<Cell>>,
) -> Option<List> {
    (!lines.is_empty()).then(|| list(desk, name, columns, lines))
}
