//! The trace of a score: where every point of a unit comes from.

use serde::Serialize;

use crate::derive::UnitScore;
use crate::model::{Assessment, Points};
use crate::site::desk::Desk;

use super::assessment::{anchor, band, figure, rank};
use super::item::say;
use super::parts::{Link, iso};
use super::score_source::{SourceView, source};

/// Where every point of a unit comes from.
#[derive(Debug, Serialize)]
pub(crate) struct TraceView {
    pub(crate) anchor: String,
    pub(crate) unit: Link,
    pub(crate) rank: String,
    pub(crate) score: String,
    pub(crate) band: String,
    pub(crate) parts: Vec<PartRow>,
    pub(crate) base: String,
    pub(crate) bonuses: Vec<PointsLine>,
    pub(crate) deductions: Vec<PointsLine>,
    pub(crate) bonus_total: String,
    pub(crate) deduction_total: String,
    /// Criteria without data, and that the others' weights were rescaled; empty when all had some.
    pub(crate) left_out: String,
    /// Reasons of a veto; a veto without one is said to be so.
    pub(crate) vetoes: Vec<String>,
    /// The sum in figures: `86.5 + 2 − 1 = 87.5`, and what held it.
    pub(crate) sum: String,
}

#[derive(Debug, Serialize)]
pub(crate) struct PartRow {
    pub(crate) name: String,
    pub(crate) s: String,
    pub(crate) weight: String,
    pub(crate) points: String,
    pub(crate) source: SourceView,
}

#[derive(Debug, Serialize)]
pub(crate) struct PointsLine {
    pub(crate) points: String,
    pub(crate) reason: String,
    pub(crate) source: String,
    pub(crate) date: String,
}

pub(crate) fn trace(desk: &Desk<'_>, assessment: &Assessment, one: &UnitScore) -> TraceView {
    let words = desk.words;
    let named = |place: &usize| words.text(&assessment.criteria[*place].name);
    let left_out: Vec<String> = one.left_out.iter().map(named).collect();
    let parts = one.parts.iter().map(|part| PartRow {
        name: named(&part.criterion),
        s: part
            .s
            .map_or_else(|| words.plain("no-figure"), |s| s.fixed(2)),
        weight: part.weight.to_string(),
        points: part
            .points
            .map_or_else(|| words.plain("no-figure"), |n| n.fixed(2)),
        source: source(desk, &part.basis),
    });
    let vetoes = one.vetoes.iter().map(|place| {
        let reason = words.optional(assessment.vetoes[*place].reason.as_ref());
        if reason.is_empty() {
            words.plain("veto-without-reason")
        } else {
            reason
        }
    });
    TraceView {
        anchor: anchor(desk, one.unit),
        unit: desk.unit_on(one.unit, assessment.to),
        rank: rank(desk, one),
        score: figure(desk, assessment, one.score),
        band: band(desk, assessment, one),
        parts: parts.collect(),
        base: figure(desk, assessment, one.base),
        bonuses: points(desk, &assessment.bonuses, &one.bonuses.entries),
        deductions: points(desk, &assessment.deductions, &one.deductions.entries),
        bonus_total: one.bonuses.total.to_string(),
        deduction_total: one.deductions.total.to_string(),
        left_out: if left_out.is_empty() {
            String::new()
        } else {
            words.with("left-out", "criteria", &words.list(&left_out))
        },
        vetoes: vetoes.collect(),
        sum: sum(desk, assessment, one),
    }
}

fn points(desk: &Desk<'_>, all: &[Points], places: &[usize]) -> Vec<PointsLine> {
    let given = places.iter().map(|place| &all[*place]);
    let lines = given.map(|points| PointsLine {
        points: points.points.to_string(),
        reason: desk.words.optional(points.reason.as_ref()),
        source: desk.words.optional(points.source.as_ref()),
        date: iso(points.on),
    });
    lines.collect()
}

fn sum(desk: &Desk<'_>, assessment: &Assessment, one: &UnitScore) -> String {
    let values = [
        ("base", figure(desk, assessment, one.base)),
        ("bonuses", one.bonuses.total.to_string()),
        ("deductions", one.deductions.total.to_string()),
        ("score", figure(desk, assessment, one.score)),
        ("cap", assessment.cap.to_string()),
    ];
    let Some(free) = one.free else {
        return desk.words.plain("no-figure");
    };
    let id = if free > assessment.cap {
        "score-sum-capped"
    } else if free.is_negative() {
        "score-sum-floored"
    } else {
        "score-sum"
    };
    say(desk, id, &values)
}
