//! Indicators: the list by area, and the page of each with its observations, targets and chart.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::date::Date;
use crate::decimal::Decimal;
use crate::derive::IndicatorFacts;
use crate::model::{
    Area, Indicator, IndicatorKind, IndicatorTarget, Key, Observation, Seen, TargetValue,
};
use crate::site::desk::Desk;

use super::attainment::{attained, basis, parts};
use super::indicator_chart::{ChartView, chart};
use super::item::{quantity, say};
use super::limit::{Kept, LINES, RestView, data_file, each, rest};
use super::parts::{Download, Link};
use super::record::{Amended, amendments, web_links};

#[derive(Debug, Serialize)]
pub(crate) struct IndicatorsView {
    pub(crate) counted: String,
    /// By area, in written order; last those without one.
    pub(crate) groups: Vec<IndicatorGroup>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) rest: Option<RestView>,
}

#[derive(Debug, Serialize)]
pub(crate) struct IndicatorGroup {
    pub(crate) area: Link,
    pub(crate) rows: Vec<IndicatorRow>,
}

#[derive(Debug, Serialize)]
pub(crate) struct IndicatorRow {
    pub(crate) link: Link,
    pub(crate) kind: String,
    /// With its unit; of a judgement its text.
    pub(crate) last: String,
    pub(crate) last_on: String,
    pub(crate) source: String,
    pub(crate) provisional: bool,
    /// The one in force, and its day.
    pub(crate) target: String,
    pub(crate) target_by: String,
    pub(crate) attained: String,
    /// How that was made, or why there is none.
    pub(crate) basis: String,
    /// `met`, `unmet` or nothing.
    pub(crate) met: &'static str,
    pub(crate) met_label: String,
}

#[derive(Debug, Serialize)]
pub(crate) struct IndicatorView {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) row: IndicatorRow,
    pub(crate) kind_word: &'static str,
    pub(crate) direction: String,
    pub(crate) unit_of_measure: String,
    /// Since the value before; empty without both.
    pub(crate) change: String,
    pub(crate) baseline: String,
    pub(crate) owner: Link,
    pub(crate) areas: Vec<Link>,
    pub(crate) campaign: Link,
    pub(crate) weight: String,
    pub(crate) chart: Option<ChartView>,
    /// Latest first.
    pub(crate) observations: Vec<ObservationLine>,
    pub(crate) targets: Vec<TargetLine>,
    pub(crate) parts: Vec<PartLine>,
    pub(crate) part_of: Vec<Link>,
    pub(crate) tags: Vec<String>,
    pub(crate) links: Vec<Link>,
    pub(crate) attachments: Vec<Download>,
    pub(crate) amendments: Vec<Amended>,
    pub(crate) body: super::body::BodyView,
}

#[derive(Debug, Serialize)]
pub(crate) struct ObservationLine {
    pub(crate) date: String,
    /// With its unit; empty for a judgement.
    pub(crate) value: String,
    pub(crate) text: String,
    pub(crate) source: String,
    pub(crate) provisional: bool,
    /// A later one was written for the same day.
    pub(crate) replaced: bool,
}

#[derive(Debug, Serialize)]
pub(crate) struct TargetLine {
    pub(crate) by: String,
    pub(crate) value: String,
    pub(crate) in_force: bool,
}

/// A part of a composite indicator.
#[derive(Debug, Serialize)]
pub(crate) struct PartLine {
    pub(crate) link: Link,
    pub(crate) weight: String,
    pub(crate) credited: String,
}

/// Those that exist at D, in written order.
pub(crate) fn known<'a>(
    desk: &Desk<'a>,
) -> impl Iterator<Item = (Key<Indicator>, &'a IndicatorFacts)> + use<'a> {
    let report = desk.report;
    let keys = report.project.indicators.keys();
    keys.filter_map(|key| Some((key, report.indicators[key.place()].as_ref()?)))
}

pub(crate) fn indicators(desk: &Desk<'_>) -> IndicatorsView {
    let project = desk.report.project;
    let mut groups: BTreeMap<_, Vec<Key<Indicator>>> = BTreeMap::new();
    let mut counted = 0;
    for (key, _) in known(desk) {
        counted += 1;
        let areas = project.indicators.at(key, desk.as_of()).areas.iter();
        let areas = areas.filter_map(Seen::key).map(Some);
        let mut areas: Vec<Option<Key<Area>>> = areas
            .filter(|area| area.is_some_and(|area| desk.report.areas[area.place()].is_some()))
            .collect();
        areas.sort();
        areas.dedup();
        if areas.is_empty() {
            areas.push(None);
        }
        for area in areas {
            groups.entry((area.is_none(), area)).or_default().push(key);
        }
    }
    let sizes: Vec<usize> = groups.values().map(Vec::len).collect();
    let most = each(&sizes, LINES);
    let groups = groups.into_iter().map(|((_, area), keys)| IndicatorGroup {
        area: area.map(|area| desk.area(area)).unwrap_or_default(),
        rows: table(desk, keys.into_iter().take(most)),
    });
    IndicatorsView {
        counted: desk.words.count("of-total", counted),
        groups: groups.filter(|g| !g.rows.is_empty()).collect(),
        rest: rest(
            desk,
            "rest-groups-first",
            Kept::of_groups(&sizes, most),
            || vec![data_file(desk, "indicators")],
        ),
    }
}

pub(crate) fn table(
    desk: &Desk<'_>,
    keys: impl Iterator<Item = Key<Indicator>>,
) -> Vec<IndicatorRow> {
    keys.filter_map(|key| row(desk, key)).collect()
}

pub(crate) fn row(desk: &Desk<'_>, key: Key<Indicator>) -> Option<IndicatorRow> {
    let indicator = desk.report.project.indicators.at(key, desk.as_of());
    let facts = desk.report.indicators[key.place()].as_ref()?;
    let words = desk.words;
    let last = facts.last.map(|place| &indicator.observations[place]);
    let target = facts.target.map(|place| &indicator.targets[place]);
    let met = match facts.met {
        Some(true) => "met",
        Some(false) => "unmet",
        None => "",
    };
    Some(IndicatorRow {
        link: desk.indicator(key),
        kind: words.of("indicator-kind", indicator.kind.word()),
        last: last
            .map(|one| observed(desk, indicator, one))
            .unwrap_or_default(),
        last_on: last.map(|one| one.date.to_string()).unwrap_or_default(),
        source: words.optional(last.and_then(|one| one.source.as_ref())),
        provisional: last.is_some_and(|one| one.provisional),
        target: target
            .map(|one| wanted(desk, indicator, one))
            .unwrap_or_default(),
        target_by: target.map(|one| one.by.to_string()).unwrap_or_default(),
        attained: attained(desk, facts),
        basis: basis(desk, facts),
        met,
        met_label: if met.is_empty() {
            String::new()
        } else {
            words.of("target", met)
        },
    })
}

/// A value with its unit, else the judgement as written.
fn observed(desk: &Desk<'_>, indicator: &Indicator, one: &Observation) -> String {
    match one.value {
        Some(value) => measured(desk, indicator, value),
        None => desk.words.optional(one.text.as_ref()),
    }
}

pub(crate) fn measured(desk: &Desk<'_>, indicator: &Indicator, value: Decimal) -> String {
    let unit = desk.words.optional(indicator.unit_of_measure.as_ref());
    if unit == "%" {
        return format!("{value}%");
    }
    quantity(desk, value, &unit)
}

fn wanted(desk: &Desk<'_>, indicator: &Indicator, target: &IndicatorTarget) -> String {
    match target.value {
        TargetValue::One(value) => measured(desk, indicator, value),
        TargetValue::Band(low, high) => {
            let high = measured(desk, indicator, high);
            say(desk, "band", &[("low", low.to_string()), ("high", high)])
        }
    }
}

/// None when the indicator does not exist at D.
pub(crate) fn indicator(desk: &Desk<'_>, key: Key<Indicator>) -> Option<IndicatorView> {
    let indicator = desk.report.project.indicators.at(key, desk.as_of());
    let facts = desk.report.indicators[key.place()].as_ref()?;
    let words = desk.words;
    let part_of = desk.index.followed.indicators[key.place()].iter();
    Some(IndicatorView {
        id: indicator.head.id.clone(),
        name: words.text(&indicator.name),
        row: row(desk, key)?,
        kind_word: indicator.kind.word(),
        direction: direction(desk, indicator),
        unit_of_measure: words.optional(indicator.unit_of_measure.as_ref()),
        change: facts.change.map(signed).unwrap_or_default(),
        baseline: baseline(desk, indicator),
        owner: desk.optional_party(indicator.owner.as_ref()),
        areas: indicator.areas.iter().map(|a| desk.seen_area(*a)).collect(),
        campaign: indicator
            .campaign
            .map(|seen| desk.seen_campaign(seen))
            .unwrap_or_default(),
        weight: indicator.weight.to_string(),
        chart: chart(desk, indicator),
        observations: observations(desk, indicator),
        targets: targets(desk, indicator, facts),
        parts: parts(desk, indicator),
        part_of: part_of.map(|of| desk.indicator(*of)).collect(),
        tags: indicator.head.tags.clone(),
        links: web_links(desk, &indicator.head),
        attachments: desk.downloads(&indicator.head.attachments),
        amendments: amendments(desk, &indicator.head),
        body: super::body::body(desk, &indicator.head),
    })
}

/// Where better lies, for what has numbers.
fn direction(desk: &Desk<'_>, indicator: &Indicator) -> String {
    if indicator.kind == IndicatorKind::Qualitative {
        return String::new();
    }
    desk.words.of("direction", indicator.direction.word())
}

fn signed(change: Decimal) -> String {
    if change.is_positive() {
        format!("+{change}")
    } else {
        change.to_string().replace('-', "−")
    }
}

fn baseline(desk: &Desk<'_>, indicator: &Indicator) -> String {
    let Some(baseline) = indicator.baseline_at(desk.as_of()) else {
        return String::new();
    };
    let value = measured(desk, indicator, baseline.value);
    match baseline.date {
        Some(date) => {
            let values = [("value", value), ("date", desk.words.day(date))];
            say(desk, "baseline-of", &values)
        }
        None => value,
    }
}

/// Up to D, latest first; of one day the last written first.
fn observations(desk: &Desk<'_>, indicator: &Indicator) -> Vec<ObservationLine> {
    let mut known: Vec<&Observation> = so_far(desk, indicator);
    known.reverse();
    let mut before: Option<Date> = None;
    let lines = known.into_iter().map(|one| {
        let replaced = before == Some(one.date);
        before = Some(one.date);
        ObservationLine {
            date: one.date.to_string(),
            value: one
                .value
                .map(|value| measured(desk, indicator, value))
                .unwrap_or_default(),
            text: desk.words.optional(one.text.as_ref()),
            source: desk.words.optional(one.source.as_ref()),
            provisional: one.provisional,
            replaced,
        }
    });
    lines.collect()
}

/// By day, then as written.
pub(crate) fn so_far<'i>(desk: &Desk<'_>, indicator: &'i Indicator) -> Vec<&'i Observation> {
    let known = indicator.observations.iter();
    let mut known: Vec<&Observation> = known.filter(|one| one.date <= desk.as_of()).collect();
    known.sort_by_key(|one| one.date);
    known
}

fn targets(desk: &Desk<'_>, indicator: &Indicator, facts: &IndicatorFacts) -> Vec<TargetLine> {
    let targets = indicator.targets.iter().enumerate();
    let lines = targets.map(|(place, target)| TargetLine {
        by: target.by.to_string(),
        value: wanted(desk, indicator, target),
        in_force: facts.target == Some(place),
    });
    lines.collect()
}
