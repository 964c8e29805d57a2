//! Indicators as rows of `facts.json`.

use serde::Serialize;

use crate::date::Date;
use crate::decimal::Decimal;
use crate::model::{Indicator, Observation, TargetValue};

use super::facts::Rows;
use super::report::{AttainmentBasis, NoAttainment, PartAttainment};

#[derive(Debug, Serialize)]
pub(super) struct IndicatorRow {
    id: String,
    name: String,
    last: Option<ObservationRow>,
    previous: Option<ObservationRow>,
    change: Option<Decimal>,
    target: Option<TargetRow>,
    attained_percent: Option<Decimal>,
    credited_percent: Option<Decimal>,
    met: Option<bool>,
    #[serde(flatten)]
    basis: BasisRow,
}

#[derive(Debug, Serialize)]
struct ObservationRow {
    date: Date,
    value: Option<Decimal>,
    text: Option<String>,
    provisional: bool,
}

/// Both ends of a band; else `low` and `high` are the one value.
#[derive(Debug, Serialize)]
struct TargetRow {
    by: Date,
    low: Decimal,
    high: Decimal,
}

#[derive(Debug, Serialize)]
struct BasisRow {
    /// How the attained percent was made, or why there is none.
    attained_basis: &'static str,
    baseline: Option<Decimal>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    parts: Vec<PartRow>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hidden_parts: Option<u32>,
}

#[derive(Debug, Serialize)]
pub(super) struct PartRow {
    indicator: String,
    weight: Decimal,
    credited_percent: Option<Decimal>,
}

pub(super) fn indicator_rows(rows: &Rows) -> Vec<IndicatorRow> {
    let (project, day) = (rows.project(), rows.report.as_of);
    let indicators = project.indicators.keys().zip(&rows.report.indicators);
    let made = indicators.filter_map(|(key, facts)| {
        let (indicator, facts) = (project.indicators.at(key, day), facts.as_ref()?);
        let observed = |place: usize| observation(rows, &indicator.observations[place]);
        Some(IndicatorRow {
            id: indicator.head.id.clone(),
            name: rows.text(&indicator.name),
            last: facts.last.map(observed),
            previous: facts.previous.map(observed),
            change: facts.change,
            target: facts.target.map(|place| target(indicator, place)),
            attained_percent: facts.attained,
            credited_percent: facts.credited,
            met: facts.met,
            basis: basis(rows, &facts.basis),
        })
    });
    made.collect()
}

fn observation(rows: &Rows, observation: &Observation) -> ObservationRow {
    ObservationRow {
        date: observation.date,
        value: observation.value,
        text: observation.text.as_ref().map(|text| rows.text(text)),
        provisional: observation.provisional,
    }
}

fn target(indicator: &Indicator, place: usize) -> TargetRow {
    let target = &indicator.targets[place];
    let (low, high) = match target.value {
        TargetValue::One(one) => (one, one),
        TargetValue::Band(low, high) => (low, high),
    };
    TargetRow {
        by: target.by,
        low,
        high,
    }
}

fn basis(rows: &Rows, basis: &AttainmentBasis) -> BasisRow {
    let (word, baseline) = match basis {
        AttainmentBasis::None(NoAttainment::Qualitative) => ("qualitative", None),
        AttainmentBasis::None(NoAttainment::NotObserved) => ("not_observed", None),
        AttainmentBasis::None(NoAttainment::NoTarget) => ("no_target", None),
        AttainmentBasis::None(NoAttainment::NoScale) => ("no_scale", None),
        AttainmentBasis::None(NoAttainment::NoParts) => ("no_parts", None),
        AttainmentBasis::Way { baseline, .. } => ("way", Some(*baseline)),
        AttainmentBasis::Reached { .. } => ("reached", None),
        AttainmentBasis::LoweredTo { .. } => ("lowered_to", None),
        AttainmentBasis::Met { .. } => ("met", None),
        AttainmentBasis::InBand { .. } => ("in_band", None),
        AttainmentBasis::ToBand { baseline, .. } => ("to_band", Some(*baseline)),
        AttainmentBasis::Parts { .. } => ("parts", None),
    };
    let (parts, hidden_parts) = match basis {
        AttainmentBasis::Parts { parts, hidden } => (part_rows(rows, parts), Some(*hidden)),
        _ => (Vec::new(), None),
    };
    BasisRow {
        attained_basis: word,
        baseline,
        parts,
        hidden_parts,
    }
}

pub(super) fn part_rows(rows: &Rows, parts: &[PartAttainment]) -> Vec<PartRow> {
    let (project, day) = (rows.project(), rows.report.as_of);
    let made = parts.iter().map(|part| PartRow {
        indicator: project.indicators.at(part.indicator, day).head.id.clone(),
        weight: part.weight,
        credited_percent: part.credited,
    });
    made.collect()
}
