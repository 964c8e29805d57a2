//! The lists of sets with their figures: campaigns, areas, units and people, one line for each.

use crate::decimal::Decimal;
use crate::derive::RollUp;
use crate::model::{Head, Light, Text};

use super::desk::Desk;
use super::downloads::{Cell, List, id, list, text};

/// Areas and campaigns with all that is below them, as on their pages.
pub(super) fn campaigns(desk: &Desk<'_>) -> List {
    let shelf = &desk.report.project.campaigns;
    let sets = shelf.keys().zip(&desk.report.campaigns);
    let lines = sets.filter_map(|(key, set)| {
        let campaign = shelf.at(key, desk.as_of());
        let set = &set.as_ref()?.with_below;
        Some(line(desk, (&campaign.head, &campaign.name), set))
    });
    list(desk, "campaigns", &columns(desk), lines.collect())
}

pub(super) fn areas(desk: &Desk<'_>) -> List {
    let shelf = &desk.report.project.areas;
    let sets = shelf.keys().zip(&desk.report.areas);
    let lines = sets.filter_map(|(key, set)| {
        let area = shelf.at(key, desk.as_of());
        let set = &set.as_ref()?.with_below;
        Some(line(desk, (&area.head, &area.name), set))
    });
    list(desk, "areas", &columns(desk), lines.collect())
}

/// What each leads, with every figure; then the lights of what it has a part in.
pub(super) fn units(desk: &Desk<'_>) -> List {
    let shelf = &desk.report.project.units;
    let lights = desk.lights_in_force();
    let sets = shelf.keys().zip(&desk.report.units);
    let lines = sets.filter_map(|(key, facts)| {
        let unit = shelf.at(key, desk.as_of());
        let facts = facts.as_ref()?;
        let mut line = line(desk, (&unit.head, &unit.name), &facts.as_lead);
        line.push(number(facts.involved.total));
        line.extend(lights.iter().map(|l| number(facts.involved.lights(*l))));
        Some(line)
    });
    let mut columns = columns(desk);
    columns.push("involved_total");
    columns.extend(lights.iter().map(|light| involved(*light)));
    list(desk, "units", &columns, lines.collect())
}

/// As sponsors.
pub(super) fn people(desk: &Desk<'_>) -> List {
    let shelf = &desk.report.project.people;
    let sets = shelf.keys().zip(&desk.report.people);
    let lines = sets.filter_map(|(key, set)| {
        let person = shelf.at(key, desk.as_of());
        Some(line(desk, (&person.head, &person.name), set.as_ref()?))
    });
    list(desk, "people", &columns(desk), lines.collect())
}

fn columns(desk: &Desk<'_>) -> Vec<&'static str> {
    let before = ["id", "name", "total", "cancelled", "ongoing"];
    let lights = desk.lights_in_force().into_iter().map(Light::word);
    let after = [
        "overdue",
        "stale",
        "start_rate",
        "completion_rate",
        "on_time_rate",
        "overdue_rate",
        "closure_rate",
        "report_rate",
        "weighted_progress",
    ];
    before.into_iter().chain(lights).chain(after).collect()
}

/// A light's column among what a unit has a part in.
fn involved(light: Light) -> &'static str {
    match light {
        Light::Red => "involved_red",
        Light::Orange => "involved_orange",
        Light::Yellow => "involved_yellow",
        Light::Blue => "involved_blue",
        Light::NoData => "involved_no_data",
        Light::Green => "involved_green",
        Light::Grey => "involved_grey",
        Light::Done => "involved_done",
    }
}

fn line(desk: &Desk<'_>, (head, name): (&Head, &Text), set: &RollUp) -> Vec<Cell> {
    let figure = |n: Option<Decimal>| n.map_or(Cell::Nothing, Cell::Number);
    let mut line = vec![
        id(head),
        text(desk, name),
        number(set.total),
        number(set.excluded_cancelled),
        number(set.excluded_ongoing),
    ];
    let lights = desk.lights_in_force().into_iter();
    line.extend(lights.map(|light| number(set.lights(light))));
    line.extend([
        number(set.overdue.count),
        number(set.stale),
        figure(set.start.percent),
        figure(set.completion.percent),
        figure(set.on_time.percent),
        figure(set.overdue.percent),
        figure(set.closure.percent),
        figure(set.report.percent),
        figure(set.weighted_progress),
    ]);
    line
}

fn number(n: u32) -> Cell {
    Cell::Number(Decimal::from(n))
}
