//! Assessments as rows of `facts.json`: every score with the source of every point.

use serde::Serialize;

use crate::date::Date;
use crate::decimal::Decimal;
use crate::model::{Assessment, Key, Points, Text, Unit};

use super::facts::Rows;
use super::indicator_rows::{PartRow, part_rows};
use super::report::{
    AssessmentFacts, GroupResult, PartScore, PointsSum, Rate, ScoreBasis, UnitScore,
};

#[derive(Debug, Serialize)]
pub(super) struct AssessmentRow {
    id: String,
    title: String,
    series: Option<String>,
    from: Date,
    to: Date,
    scored_on: Option<Date>,
    /// True: these readers may not see everything, and the scores count only what they may see.
    counts_visible_only: bool,
    previous: Option<String>,
    groups: Vec<GroupRow>,
}

#[derive(Debug, Serialize)]
struct GroupRow {
    name: String,
    ranked: Vec<ScoreRow>,
    unranked: Vec<String>,
}

#[derive(Debug, Serialize)]
struct ScoreRow {
    unit: String,
    rank: u32,
    tied: bool,
    score: Option<Decimal>,
    band: Option<String>,
    vetoed: bool,
    veto_reasons: Vec<Option<String>>,
    previous_rank: Option<u32>,
    movement: Option<i64>,
    base: Option<Decimal>,
    bonuses: PointsSumRow,
    deductions: PointsSumRow,
    parts: Vec<PartScoreRow>,
    left_out: Vec<String>,
}

#[derive(Debug, Serialize)]
struct PointsSumRow {
    total: Decimal,
    entries: Vec<PointsRow>,
}

#[derive(Debug, Serialize)]
struct PointsRow {
    points: Decimal,
    reason: Option<String>,
    source: Option<String>,
    on: Option<Date>,
}

#[derive(Debug, Serialize)]
struct PartScoreRow {
    criterion: String,
    kind: &'static str,
    weight: Decimal,
    s: Option<Decimal>,
    points: Option<Decimal>,
    #[serde(flatten)]
    basis: BasisRow,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum BasisRow {
    Progress {
        items: u32,
    },
    Rate {
        count: u32,
        of: u32,
        #[serde(skip_serializing_if = "Option::is_none")]
        cutoffs: Option<u32>,
    },
    Inspection {
        inspections: Vec<String>,
        findings: Vec<FindingRow>,
        points_off: Decimal,
    },
    Indicator {
        indicators: Vec<PartRow>,
        hidden_indicators: u32,
    },
    Manual {
        given: Decimal,
        max: Decimal,
        reason: Option<String>,
        by: Option<String>,
    },
    NotScored {},
}

#[derive(Debug, Serialize)]
struct FindingRow {
    inspection: String,
    finding: String,
    points: Decimal,
}

pub(super) fn assessment_rows(rows: &Rows) -> Vec<AssessmentRow> {
    let assessments = rows.project().assessments.keys();
    let made = assessments
        .zip(&rows.report.assessments)
        .filter_map(|(key, facts)| Some(row(rows, key, facts.as_ref()?)));
    made.collect()
}

fn row(rows: &Rows, key: Key<Assessment>, facts: &AssessmentFacts) -> AssessmentRow {
    let (shelf, day) = (&rows.project().assessments, rows.report.as_of);
    let assessment = shelf.at(key, day);
    let id = |key| shelf.at(key, day).head.id.clone();
    let groups = facts.groups.iter();
    AssessmentRow {
        id: id(key),
        title: rows.text(&assessment.title),
        series: assessment.series.as_ref().map(|series| series.id.clone()),
        from: assessment.from,
        to: assessment.to,
        scored_on: facts.scored_on,
        counts_visible_only: !rows.project().sees_all,
        previous: facts.previous.map(id),
        groups: groups
            .map(|group| of_group(rows, assessment, group))
            .collect(),
    }
}

fn of_group(rows: &Rows, assessment: &Assessment, group: &GroupResult) -> GroupRow {
    let ranked = group.ranked.iter();
    GroupRow {
        name: rows.text(&group.name),
        ranked: ranked
            .map(|score| of_unit(rows, assessment, score))
            .collect(),
        unranked: group
            .unranked
            .iter()
            .map(|unit| unit_id(rows, *unit))
            .collect(),
    }
}

fn unit_id(rows: &Rows, unit: Key<Unit>) -> String {
    let units = &rows.project().units;
    units.at(unit, rows.report.as_of).head.id.clone()
}

fn of_unit(rows: &Rows, assessment: &Assessment, score: &UnitScore) -> ScoreRow {
    let text = |text: &Option<Text>| text.as_ref().map(|text| rows.text(text));
    let criterion = |place: &usize| assessment.criteria[*place].id.clone();
    let vetoes = score.vetoes.iter();
    let band = score.band.map(|place| &assessment.bands[place].name);
    ScoreRow {
        unit: unit_id(rows, score.unit),
        rank: score.rank,
        tied: score.tied,
        score: score.score,
        band: band.map(|name| rows.text(name)),
        vetoed: score.vetoed,
        veto_reasons: vetoes
            .map(|place| text(&assessment.vetoes[*place].reason))
            .collect(),
        previous_rank: score.previous_rank,
        movement: score.movement,
        base: score.base,
        bonuses: of_points(rows, &assessment.bonuses, &score.bonuses),
        deductions: of_points(rows, &assessment.deductions, &score.deductions),
        parts: score
            .parts
            .iter()
            .map(|part| of_part(rows, assessment, part))
            .collect(),
        left_out: score.left_out.iter().map(criterion).collect(),
    }
}

fn of_points(rows: &Rows, all: &[Points], sum: &PointsSum) -> PointsSumRow {
    let text = |text: &Option<Text>| text.as_ref().map(|text| rows.text(text));
    let entries = sum.entries.iter().map(|place| &all[*place]);
    PointsSumRow {
        total: sum.total,
        entries: entries
            .map(|entry| PointsRow {
                points: entry.points,
                reason: text(&entry.reason),
                source: text(&entry.source),
                on: entry.on,
            })
            .collect(),
    }
}

fn of_part(rows: &Rows, assessment: &Assessment, part: &PartScore) -> PartScoreRow {
    let criterion = &assessment.criteria[part.criterion];
    PartScoreRow {
        criterion: criterion.id.clone(),
        kind: criterion.kind.word(),
        weight: part.weight,
        s: part.s,
        points: part.points,
        basis: basis(rows, &part.basis),
    }
}

fn basis(rows: &Rows, basis: &ScoreBasis) -> BasisRow {
    let (project, day) = (rows.project(), rows.report.as_of);
    let of_rate = |rate: &Rate, cutoffs| BasisRow::Rate {
        count: rate.count,
        of: rate.of,
        cutoffs,
    };
    let inspected = |key| project.inspections.at(key, day);
    match basis {
        ScoreBasis::Progress { items } => BasisRow::Progress { items: *items },
        ScoreBasis::OnTime(rate) | ScoreBasis::Closure(rate) => of_rate(rate, None),
        ScoreBasis::Reporting { rate, cutoffs } => of_rate(rate, Some(*cutoffs)),
        ScoreBasis::Inspection {
            inspections,
            findings,
            points,
        } => BasisRow::Inspection {
            inspections: inspections
                .iter()
                .map(|key| inspected(*key).head.id.clone())
                .collect(),
            findings: findings
                .iter()
                .map(|one| FindingRow {
                    inspection: inspected(one.inspection).head.id.clone(),
                    finding: one.id.clone(),
                    points: one.points,
                })
                .collect(),
            points_off: *points,
        },
        ScoreBasis::Indicator { indicators, hidden } => BasisRow::Indicator {
            indicators: part_rows(rows, indicators),
            hidden_indicators: *hidden,
        },
        ScoreBasis::Manual {
            score,
            max,
            reason,
            by,
        } => BasisRow::Manual {
            given: *score,
            max: *max,
            reason: reason.as_ref().map(|text| rows.text(text)),
            by: by.as_ref().and_then(|by| rows.party(by)),
        },
        ScoreBasis::NotScored => BasisRow::NotScored {},
    }
}
