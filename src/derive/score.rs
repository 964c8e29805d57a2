//! Scores, ranks and moves of assessments, made of the facts of the last day of each period.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::date::Date;
use crate::decimal::Decimal;
use crate::model::{Assessment, Criterion, Key, Points, Text, Unit};

use super::criterion::{Marked, Marking, marked};
use super::known::Known;
use super::ledger::unscored;
use super::report::{AssessmentFacts, GroupResult, PartScore, PointsSum, Report, UnitScore};

/// One report is made for each day on which a period ends, and the assessments of a series in the order of these days.
pub(super) fn assessments(report: &Report) -> Vec<Option<AssessmentFacts>> {
    let (project, day) = (report.project, report.as_of);
    let shelf = &project.assessments;
    let there = shelf
        .keys()
        .filter(|key| report.assessments[key.place()].is_some());
    let mut ended: Vec<(Key<Assessment>, &Assessment)> = there
        .map(|key| (key, shelf.at(key, day)))
        .filter(|(_, assessment)| assessment.to <= day)
        .collect();
    ended.sort_by_key(|(key, assessment)| (assessment.to, *key));
    let mut reports: BTreeMap<Date, Report> = BTreeMap::new();
    let mut all = report.assessments.clone();
    for (key, assessment) in &ended {
        let then = reports
            .entry(assessment.to)
            .or_insert_with(|| unscored(project, assessment.to, &mut Known::default()));
        let mut earlier = ended.iter().filter(|(_, other)| {
            let same = other.series.is_some() && id(other) == id(assessment);
            same && other.to < assessment.to
        });
        let previous = earlier.next_back().map(|(key, _)| *key);
        let before = previous.and_then(|key| all[key.place()].as_ref());
        let marking = Marking::new(assessment, then);
        let groups = groups(&marking, day, before);
        all[key.place()] = Some(AssessmentFacts {
            scored_on: Some(assessment.to),
            previous,
            groups,
        });
    }
    all
}

fn id(assessment: &Assessment) -> Option<&str> {
    Some(assessment.series.as_ref()?.id.as_str())
}

/// Both name the same group, in any language.
fn is_same(one: &Text, other: &Text) -> bool {
    one.wordings().any(|a| other.wordings().any(|b| a == b))
}

fn groups(marking: &Marking, day: Date, before: Option<&AssessmentFacts>) -> Vec<GroupResult> {
    let members = members(marking);
    let mut names: Vec<&Text> = marking.assessment.groups.iter().collect();
    if names.is_empty() {
        for (_, group) in &members {
            if !names.iter().any(|name| is_same(name, group)) {
                names.push(group);
            }
        }
    }
    let result = |name: &Text| {
        let units = members.iter().filter(|(_, group)| is_same(group, name));
        let results = before.map_or(&[][..], |facts| &facts.groups);
        let before = results.iter().find(|group| is_same(&group.name, name));
        let mut unranked = Vec::new();
        let mut scored = Vec::new();
        for (unit, _) in units {
            match scored_unit(marking, *unit, day) {
                Some(score) => scored.push(score),
                None => unranked.push(*unit),
            }
        }
        GroupResult {
            name: name.clone(),
            ranked: ranked(scored, before),
            unranked,
        }
    };
    names.into_iter().map(result).collect()
}

/// Units that exist and are active on the last day, each with its group.
fn members<'a>(marking: &Marking<'a>) -> Vec<(Key<Unit>, &'a Text)> {
    let (then, last) = (marking.then, marking.assessment.to);
    let units = &then.project.units;
    let there = units.keys().filter(|key| then.units[key.place()].is_some());
    there
        .filter_map(|key| {
            let unit = units.at(key, last);
            let (from, to) = unit.active;
            let active = from.is_none_or(|from| from <= last) && to.is_none_or(|to| last <= to);
            Some((key, unit.group.as_ref()?)).filter(|_| active)
        })
        .collect()
}

/// A unit that has a score and no rank yet.
struct Scored {
    unit: Key<Unit>,
    parts: Vec<PartScore>,
    /// With the assessment's decimals, to be shown.
    base: Option<Decimal>,
    bonuses: PointsSum,
    deductions: PointsSum,
    free: Option<Decimal>,
    score: Option<Decimal>,
    band: Option<usize>,
    vetoes: Vec<usize>,
}

/// None: no criterion has data, and it is not vetoed.
fn scored_unit(marking: &Marking, unit: Key<Unit>, day: Date) -> Option<Scored> {
    let assessment = marking.assessment;
    let criteria = assessment.criteria.iter();
    let marks: Vec<Marked> = (0..criteria.len())
        .map(|place| marked(marking, unit, place))
        .collect();
    let known = || {
        criteria
            .clone()
            .zip(&marks)
            .filter_map(|(c, m)| Some((c.weight, m.0?)))
    };
    let weights: Decimal = known().map(|(weight, _)| weight).sum();
    let sum: Decimal = known().map(|(weight, s)| weight * s).sum();
    let bonuses = points(&assessment.bonuses, unit, day);
    let deductions = points(&assessment.deductions, unit, day);
    let vetoes = assessment.vetoes.iter().enumerate();
    let vetoes = vetoes.filter(|(_, veto)| veto.unit.key() == Some(unit));
    let vetoes: Vec<usize> = vetoes.map(|(place, _)| place).collect();
    let base = sum.over(weights);
    if base.is_none() && vetoes.is_empty() {
        return None;
    }
    // Rounded once, at the end: what a rounded base lost or won could decide a rank.
    let free = base.map(|base| base + bonuses.total - deductions.total);
    let free = free.map(|free| free.round(assessment.decimals));
    let score = free.map(|free| free.min(assessment.cap).max(Decimal::ZERO));
    let mut bands = assessment.bands.iter();
    let reached = score.and_then(|score| bands.position(|band| band.min <= score));
    Some(Scored {
        unit,
        parts: parts(&assessment.criteria, marks, (weights, assessment.decimals)),
        base: base.map(|base| base.round(assessment.decimals)),
        bonuses,
        deductions,
        free,
        score,
        band: match vetoes.is_empty() {
            true => reached,
            false => assessment.bands.len().checked_sub(1),
        },
        vetoes,
    })
}

fn parts(
    criteria: &[Criterion],
    marks: Vec<Marked>,
    (weights, decimals): (Decimal, u32),
) -> Vec<PartScore> {
    let marked = criteria.iter().zip(marks).enumerate();
    let parts = marked.map(|(place, (criterion, (s, basis)))| {
        let points = s.and_then(|s| (criterion.weight * s).over(weights));
        PartScore {
            criterion: place,
            s,
            weight: criterion.weight,
            points: points.map(|points| points.round(decimals.max(2))),
            basis,
        }
    });
    parts.collect()
}

/// Those of a unit that are not dated after the day.
fn points(all: &[Points], unit: Key<Unit>, day: Date) -> PointsSum {
    let own = all.iter().enumerate().filter(|(_, points)| {
        points.unit.key() == Some(unit) && points.on.is_none_or(|on| on <= day)
    });
    PointsSum {
        total: own.clone().map(|(_, points)| points.points).sum(),
        entries: own.map(|(place, _)| place).collect(),
    }
}

/// Standard competition ranking by the rounded score; the vetoed share the place after all others, in the order of the units.
fn ranked(mut scored: Vec<Scored>, before: Option<&GroupResult>) -> Vec<UnitScore> {
    let vetoed = |one: &Scored| !one.vetoes.is_empty();
    // What a vetoed unit scored does not rank it.
    let counts = |one: &Scored| one.score.filter(|_| !vetoed(one));
    scored.sort_by_key(|one| Reverse(counts(one)));
    let ahead = |one: &Scored| {
        let others = scored.iter().map(counts);
        others.filter(|other| counts(one) < *other).count()
    };
    let ranks: Vec<usize> = scored.iter().map(|one| 1 + ahead(one)).collect();
    let tied: Vec<bool> = ranks
        .iter()
        .map(|rank| ranks.iter().filter(|other| *other == rank).count() > 1)
        .collect();
    let of_before = |unit| {
        let mut ranked = before?.ranked.iter();
        ranked.find(|score| score.unit == unit).map(|s| s.rank)
    };
    let ranked = scored.into_iter().zip(ranks).zip(tied);
    let ranked = ranked.map(|((one, rank), tied)| {
        let previous_rank = of_before(one.unit);
        let rank = u32::try_from(rank).unwrap_or(u32::MAX);
        UnitScore {
            unit: one.unit,
            left_out: left_out(&one.parts),
            parts: one.parts,
            base: one.base,
            bonuses: one.bonuses,
            deductions: one.deductions,
            free: one.free,
            score: one.score,
            rank,
            tied,
            previous_rank,
            movement: previous_rank.map(|before| i64::from(before) - i64::from(rank)),
            band: one.band,
            vetoed: !one.vetoes.is_empty(),
            vetoes: one.vetoes,
        }
    });
    ranked.collect()
}

fn left_out(parts: &[PartScore]) -> Vec<usize> {
    let without = parts.iter().filter(|part| part.s.is_none());
    without.map(|part| part.criterion).collect()
}
