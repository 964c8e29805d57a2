//! Figures of sets: what a unit leads, or any items that a directive has chosen.

use crate::decimal::Decimal;
use crate::derive::RollUp;
use crate::model::{Field, Key, Light, RecordRef, Unit, Wanted};
use crate::site::desk::Desk;

use super::fact::texts;

/// A figure of a set; none: there is nothing in its denominator, or the field is no figure.
pub(super) fn figure(set: &RollUp, field: Field) -> Option<Decimal> {
    let light = |light| Some(Decimal::from(set.lights(light)));
    match field {
        Field::Total => Some(Decimal::from(set.total)),
        Field::Red => light(Light::Red),
        Field::Orange => light(Light::Orange),
        Field::Yellow => light(Light::Yellow),
        Field::Blue => light(Light::Blue),
        Field::NoData => light(Light::NoData),
        Field::Green => light(Light::Green),
        Field::Grey => light(Light::Grey),
        Field::Done => light(Light::Done),
        Field::OverdueItems => Some(Decimal::from(set.overdue.count)),
        Field::StaleItems => Some(Decimal::from(set.stale)),
        Field::DueSoonItems => Some(Decimal::from(set.due_soon)),
        Field::StartRate => set.start.percent,
        Field::CompletionRate => set.completion.percent,
        Field::OnTimeRate => set.on_time.percent,
        Field::OverdueRate => set.overdue.percent,
        Field::ClosureRate => set.closure.percent,
        Field::ReportRate => set.report.percent,
        Field::WeightedProgress => set.weighted_progress,
        _ => None,
    }
}

/// A unit by its own fields, and by what it leads.
pub(super) fn unit_values(desk: &Desk<'_>, key: Key<Unit>, field: Field) -> Vec<Wanted> {
    let unit = desk.report.project.units.at(key, desk.as_of());
    match field {
        Field::Title => texts(desk, &unit.name),
        Field::UnitKind => unit
            .kind
            .map(|kind| Wanted::Word(kind.word()))
            .into_iter()
            .collect(),
        Field::Level => unit
            .level
            .as_ref()
            .map(|t| texts(desk, t))
            .unwrap_or_default(),
        Field::Group => unit
            .group
            .as_ref()
            .map(|t| texts(desk, t))
            .unwrap_or_default(),
        Field::ParentUnit => unit
            .parent
            .map(|parent| Wanted::Record(RecordRef::Unit(parent)))
            .into_iter()
            .collect(),
        _ => {
            let facts = desk.report.units[key.place()].as_ref();
            let figure = facts.and_then(|facts| figure(&facts.as_lead, field));
            figure.map(Wanted::Number).into_iter().collect()
        }
    }
}
