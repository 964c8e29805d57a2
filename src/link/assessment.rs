//! Assessments, linked and checked.

use crate::decimal::Decimal;
use crate::diagnostic::Finding;
use crate::model::{
    Assessment, Band, Criterion, CriterionKind, Head, ManualScore, Points, ScoreRules, SeriesKind,
    Text, Veto,
};
use crate::record::{
    AssessmentRecord, BandRecord, CriterionRecord, ManualScoreRecord, PointsRecord, VetoRecord,
};

use super::item;
use super::linker::Linker;
use super::trail::Trail;

pub(super) fn assessment(
    record: AssessmentRecord,
    head: Head,
    linker: &mut Linker<'_>,
) -> Assessment {
    let trail = Trail::record(head.origin);
    let title = linker.require_text(record.title, &trail, "title");
    linker.require(record.series.as_ref(), &trail, "series");
    let series = linker.series(record.series, SeriesKind::Assessment, &trail.key("series"));
    let period = linker.require(record.period, &trail, "period");
    let (from, to) = super::bulletin::period(linker, period, &trail);
    let mut head = head;
    head.exists_from = head.exists_from.or(Some(to));
    let criteria = criteria(linker, record.criteria.0, &trail);
    let campaign = record
        .campaign
        .or_else(|| linker.frame.only_campaign.clone());
    let manual_scores = manual_scores(linker, record.manual_scores.0, &criteria, &trail);
    Assessment {
        title,
        series,
        campaign: linker.refer(campaign, &trail.key("campaign")),
        from,
        to,
        groups: record.groups.0.into_iter().map(|words| words.0).collect(),
        manual_scores,
        deductions: points(linker, record.deductions.0, &trail.key("deductions")),
        bonuses: points(linker, record.bonuses.0, &trail.key("bonuses")),
        vetoes: vetoes(linker, record.vetoes.0, &trail.key("vetoes")),
        cap: cap(linker, record.cap.map(|number| number.0), &trail),
        decimals: decimals(linker, record.decimals.map(|whole| whole.0), &trail),
        bands: bands(linker, record.bands.0, &trail.key("bands")),
        criteria,
        head,
    }
}

fn cap(linker: &mut Linker<'_>, written: Option<Decimal>, trail: &Trail<'_>) -> Decimal {
    let cap = written.unwrap_or(linker.frame.scores.cap);
    if !cap.is_positive() {
        let bad = Finding::error("score-not-positive", trail.key("cap").here());
        linker.findings.push(bad.with("value", cap));
    }
    cap
}

fn decimals(linker: &mut Linker<'_>, written: Option<u32>, trail: &Trail<'_>) -> u32 {
    let usual = linker.frame.scores.decimals;
    let decimals = written.unwrap_or(usual);
    if decimals > ScoreRules::MOST_DECIMALS {
        let bad = Finding::error("too-many-decimals", trail.key("decimals").here());
        let bad = bad.with("value", decimals as usize);
        linker
            .findings
            .push(bad.with("most", ScoreRules::MOST_DECIMALS as usize));
        return usual;
    }
    decimals
}

fn criteria(
    linker: &mut Linker<'_>,
    records: Vec<CriterionRecord>,
    trail: &Trail<'_>,
) -> Vec<Criterion> {
    let list = trail.key("criteria");
    if records.is_empty() {
        linker.require::<()>(None, trail, "criteria");
    }
    let mut all: Vec<Criterion> = Vec::with_capacity(records.len());
    for (place, record) in records.into_iter().enumerate() {
        let trail = list.place(place);
        let id = linker.require(record.id, &trail, "id").unwrap_or_default();
        let kind = linker.require(record.kind.map(|word| word.0), &trail, "kind");
        if let Some(earlier) = all
            .iter()
            .position(|other| other.id == id && !id.is_empty())
        {
            let twice = Finding::error("duplicate-id", trail.key("id").here());
            let kind = crate::diagnostic::Value::Word("type-criterion");
            let twice = twice.with("id", id.as_str()).with("type", kind);
            let first = list.place(earlier).key("id").here();
            linker.findings.push(twice.and_at("first-here", first));
        }
        let max = record.max.map_or(Decimal::HUNDRED, |number| number.0);
        if !max.is_positive() {
            let bad = Finding::error("score-not-positive", trail.key("max").here());
            linker.findings.push(bad.with("value", max));
        }
        let name = record.name.map(|words| words.0);
        all.push(Criterion {
            name: name.unwrap_or_else(|| Text::Plain(id.clone())),
            id,
            weight: item::weight(linker, record.weight, &trail),
            kind: kind.unwrap_or(CriterionKind::Manual),
            max,
            indicators: linker.refer_all(record.indicators.0, &trail.key("indicators")),
            note: record.note.map(|words| words.0),
        });
    }
    all
}

fn manual_scores(
    linker: &mut Linker<'_>,
    records: Vec<ManualScoreRecord>,
    criteria: &[Criterion],
    trail: &Trail<'_>,
) -> Vec<ManualScore> {
    let list = trail.key("manual_scores");
    let mut all: Vec<(usize, ManualScore)> = Vec::with_capacity(records.len());
    for (place, record) in records.into_iter().enumerate() {
        let trail = list.place(place);
        linker.require(record.unit.as_ref(), &trail, "unit");
        let unit = linker.refer(record.unit, &trail.key("unit"));
        let criterion = linker.require(record.criterion, &trail, "criterion");
        let criterion = criterion.and_then(|id| known(linker, &id, criteria, &trail));
        let score = linker.require(record.score.map(|number| number.0), &trail, "score");
        let by = linker.optional_party(record.by);
        let (Some(unit), Some(criterion), Some(score)) = (unit, criterion, score) else {
            continue;
        };
        let max = criteria[criterion].max;
        if score.is_negative() || max < score {
            let outside = Finding::error("score-out-of-range", trail.key("score").here());
            linker
                .findings
                .push(outside.with("value", score).with("max", max));
        }
        let same = |(_, other): &&(usize, ManualScore)| {
            unit.key().is_some() && other.unit == unit && other.criterion == criterion
        };
        if let Some((earlier, _)) = all.iter().find(same) {
            let twice = Finding::error("scored-twice", trail.here());
            let first = list.place(*earlier).here();
            linker.findings.push(twice.and_at("first-here", first));
            continue;
        }
        let reason = record.reason.map(|words| words.0);
        let score = ManualScore {
            unit,
            criterion,
            score,
            reason,
            by,
        };
        all.push((place, score));
    }
    all.into_iter().map(|(_, score)| score).collect()
}

/// The place of the criterion of this id; it has to be scored by hand.
fn known(
    linker: &mut Linker<'_>,
    id: &str,
    criteria: &[Criterion],
    trail: &Trail<'_>,
) -> Option<usize> {
    let place = criteria.iter().position(|criterion| criterion.id == id);
    let by_hand = place.filter(|place| criteria[*place].kind == CriterionKind::Manual);
    if by_hand.is_none() {
        let trail = trail.key("criterion");
        let unknown = Finding::error("unknown-criterion", trail.here()).with("id", id);
        let manual = criteria
            .iter()
            .filter(|criterion| criterion.kind == CriterionKind::Manual)
            .map(|criterion| criterion.id.clone());
        linker.findings.push(unknown.suggest(manual.collect()));
    }
    by_hand
}

fn points(linker: &mut Linker<'_>, records: Vec<PointsRecord>, trail: &Trail<'_>) -> Vec<Points> {
    let mut all = Vec::with_capacity(records.len());
    for (place, record) in records.into_iter().enumerate() {
        let trail = trail.place(place);
        linker.require(record.unit.as_ref(), &trail, "unit");
        let unit = linker.refer(record.unit, &trail.key("unit"));
        let points = linker.require(record.points.map(|number| number.0), &trail, "points");
        if let Some(bad) = points.filter(|points| !points.is_positive()) {
            let finding = Finding::error("score-not-positive", trail.key("points").here());
            linker.findings.push(finding.with("value", bad));
        }
        if record.reason.is_none() {
            linker.require::<()>(None, &trail, "reason");
        }
        let (Some(unit), Some(points)) = (unit, points) else {
            continue;
        };
        all.push(Points {
            unit,
            points,
            reason: record.reason.map(|words| words.0),
            source: record.source.map(|words| words.0),
            on: record.on.map(|day| day.0),
        });
    }
    all
}

fn vetoes(linker: &mut Linker<'_>, records: Vec<VetoRecord>, trail: &Trail<'_>) -> Vec<Veto> {
    let mut all = Vec::with_capacity(records.len());
    for (place, record) in records.into_iter().enumerate() {
        let trail = trail.place(place);
        linker.require(record.unit.as_ref(), &trail, "unit");
        linker.require(record.reason.as_ref(), &trail, "reason");
        let unit = linker.refer(record.unit, &trail.key("unit"));
        let reason = record.reason.map(|words| words.0);
        all.extend(unit.map(|unit| Veto { unit, reason }));
    }
    all
}

fn bands(linker: &mut Linker<'_>, records: Vec<BandRecord>, trail: &Trail<'_>) -> Vec<Band> {
    if records.is_empty() {
        return linker.frame.scores.bands.clone();
    }
    let mut all: Vec<Band> = Vec::with_capacity(records.len());
    for (place, record) in records.into_iter().enumerate() {
        let trail = trail.place(place);
        let name = linker.require_text(record.name, &trail, "name");
        let min = linker.require(record.min.map(|number| number.0), &trail, "min");
        let Some(min) = min else { continue };
        if all.iter().any(|other| other.min == min) {
            let twice = Finding::error("band-twice", trail.key("min").here());
            linker.findings.push(twice.with("value", min));
        }
        all.push(Band { name, min });
    }
    all.sort_by_key(|band| std::cmp::Reverse(band.min));
    all
}
