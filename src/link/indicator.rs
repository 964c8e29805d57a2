//! Indicators, linked and checked.

use crate::decimal::Decimal;
use crate::diagnostic::Finding;
use crate::model::{
    Baseline, Direction, Head, Indicator, IndicatorKind, IndicatorPart, IndicatorTarget,
    Observation, TargetValue,
};
use crate::record::{
    IndicatorPartRecord, IndicatorRecord, IndicatorTargetRecord, ObservationRecord,
};

use super::item;
use super::linker::Linker;
use super::trail::Trail;

pub(super) fn indicator(record: IndicatorRecord, head: Head, linker: &mut Linker<'_>) -> Indicator {
    let trail = Trail::record(head.origin);
    let kind = linker.require(record.kind.map(|word| word.0), &trail, "kind");
    let kind = kind.unwrap_or(IndicatorKind::Qualitative);
    let direction = record.direction.map(|word| word.0).unwrap_or_default();
    let baseline = record.baseline.and_then(|baseline| {
        let trail = trail.key("baseline");
        let value = linker.require(baseline.value.map(|number| number.0), &trail, "value");
        Some(Baseline {
            date: baseline.date.map(|day| day.0),
            value: value?,
        })
    });
    let targets = targets(linker, record.targets.0, direction, &trail.key("targets"));
    let observations = observations(
        linker,
        record.observations.0,
        kind,
        &trail.key("observations"),
    );
    let parts = parts(linker, record.parts.0, kind, &trail);
    let campaign = record
        .campaign
        .or_else(|| linker.frame.only_campaign.clone());
    Indicator {
        name: linker.require_text(record.name, &trail, "name"),
        kind,
        campaign: linker.refer(campaign, &trail.key("campaign")),
        unit_of_measure: record.unit_of_measure.map(|words| words.0),
        direction,
        baseline,
        targets,
        observations,
        parts,
        areas: linker.refer_all(record.areas.0, &trail.key("areas")),
        owner: linker.optional_party(record.owner),
        weight: item::weight(linker, record.weight, &trail),
        head,
    }
}

fn targets(
    linker: &mut Linker<'_>,
    records: Vec<IndicatorTargetRecord>,
    direction: Direction,
    trail: &Trail<'_>,
) -> Vec<IndicatorTarget> {
    let mut all: Vec<IndicatorTarget> = Vec::with_capacity(records.len());
    for (place, record) in records.into_iter().enumerate() {
        let trail = trail.place(place);
        let by = linker.require(record.by.map(|day| day.0), &trail, "by");
        let values: Vec<Decimal> = record.value.0.iter().map(|number| number.0).collect();
        let value = match (direction, &values[..]) {
            (_, []) => {
                linker.require::<Decimal>(None, &trail, "value");
                None
            }
            (Direction::Band, [low, high]) if low <= high => Some(TargetValue::Band(*low, *high)),
            (Direction::Up | Direction::Down, [one]) => Some(TargetValue::One(*one)),
            (_, values) => {
                let bad = Finding::error("bad-target", trail.key("value").here());
                let bad = bad.with("count", values.len());
                let is_band = direction == Direction::Band;
                linker
                    .findings
                    .push(bad.with("kind", if is_band { "band" } else { "one" }));
                None
            }
        };
        let (Some(by), Some(value)) = (by, value) else {
            continue;
        };
        if all.iter().any(|other| other.by == by) {
            let twice = Finding::error("target-twice", trail.key("by").here());
            linker.findings.push(twice.with("date", by));
            continue;
        }
        all.push(IndicatorTarget { by, value });
    }
    all.sort_by_key(|target| target.by);
    all
}

fn observations(
    linker: &mut Linker<'_>,
    records: Vec<ObservationRecord>,
    kind: IndicatorKind,
    trail: &Trail<'_>,
) -> Vec<Observation> {
    let mut all = Vec::with_capacity(records.len());
    for (place, record) in records.into_iter().enumerate() {
        let trail = trail.place(place);
        let Some(date) = linker.require(record.date.map(|day| day.0), &trail, "date") else {
            continue;
        };
        let value = record.value.map(|number| number.0);
        let text = record.text.map(|words| words.0);
        if value.is_none() && text.is_none() && !linker.is_struck(&trail, "observations") {
            let empty = Finding::error("empty-observation", trail.here());
            linker.findings.push(empty);
        }
        if kind == IndicatorKind::Qualitative && value.is_some() {
            let made_up = Finding::error("number-for-judgement", trail.key("value").here());
            linker.findings.push(made_up);
        }
        if value.is_some() && record.source.is_none() {
            let without = Finding::warning("observation-without-source", trail.here());
            linker.findings.push(without);
        }
        all.push(Observation {
            date,
            value: value.filter(|_| kind != IndicatorKind::Qualitative),
            text,
            source: record.source.map(|words| words.0),
            provisional: record.provisional.0,
        });
    }
    all
}

fn parts(
    linker: &mut Linker<'_>,
    records: Vec<IndicatorPartRecord>,
    kind: IndicatorKind,
    trail: &Trail<'_>,
) -> Vec<IndicatorPart> {
    let list = trail.key("parts");
    let is_composite = kind == IndicatorKind::Composite;
    let is_struck = linker.is_struck_field(trail.origin(), "parts");
    if is_composite == records.is_empty() && !is_struck {
        let code = if is_composite {
            "composite-without-parts"
        } else {
            "parts-without-composite"
        };
        linker.findings.push(Finding::error(code, list.here()));
    }
    let mut all = Vec::with_capacity(records.len());
    for (place, record) in records.into_iter().enumerate() {
        let trail = list.place(place);
        linker.require(record.indicator.as_ref(), &trail, "indicator");
        let weight = item::weight(linker, record.weight, &trail);
        let indicator = linker.refer(record.indicator, &trail.key("indicator"));
        all.extend(indicator.map(|indicator| IndicatorPart { indicator, weight }));
    }
    all
}
