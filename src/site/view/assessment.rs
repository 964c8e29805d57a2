//! Assessments: the list by series, and the page of each with ranks, scores and where every point comes from.

use serde::Serialize;

use crate::decimal::Decimal;
use crate::derive::{AssessmentFacts, GroupResult, UnitScore};
use crate::model::{Assessment, Key, Series, Unit};
use crate::site::desk::Desk;

use super::item::say;
use super::live::Picture;
use super::parts::{Download, Link};
use super::pictures::rank_moves;
use super::record::{Amended, amendments, web_links};
use super::trace::{TraceView, trace};

#[derive(Debug, Serialize)]
pub(crate) struct AssessmentsView {
    pub(crate) series: Vec<SeriesGroup>,
}

#[derive(Debug, Serialize)]
pub(crate) struct SeriesGroup {
    pub(crate) name: String,
    /// Latest period first.
    pub(crate) assessments: Vec<AssessmentLine>,
}

#[derive(Debug, Serialize)]
pub(crate) struct AssessmentLine {
    pub(crate) link: Link,
    pub(crate) period: String,
    /// False: its period has not ended.
    pub(crate) scored: bool,
    /// Units at the top of each group.
    pub(crate) first: Vec<First>,
}

#[derive(Debug, Serialize)]
pub(crate) struct First {
    pub(crate) group: String,
    pub(crate) units: Vec<Link>,
}

#[derive(Debug, Serialize)]
pub(crate) struct AssessmentView {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) series: String,
    pub(crate) period: String,
    pub(crate) campaign: Link,
    /// Of which day every score is; or that the period has not ended.
    pub(crate) stands: String,
    pub(crate) scored: bool,
    /// That scores count only what these readers may see; empty where they see everything.
    pub(crate) partial: String,
    pub(crate) previous: Link,
    pub(crate) groups: Vec<GroupView>,
    pub(crate) criteria: Vec<CriterionLine>,
    /// How a score is made, sentence by sentence.
    pub(crate) how: Vec<String>,
    pub(crate) bands: Vec<BandLine>,
    pub(crate) traces: Vec<TraceView>,
    pub(crate) tags: Vec<String>,
    pub(crate) links: Vec<Link>,
    pub(crate) attachments: Vec<Download>,
    pub(crate) amendments: Vec<Amended>,
    pub(crate) body: super::body::BodyView,
}

#[derive(Debug, Serialize)]
pub(crate) struct GroupView {
    pub(crate) name: String,
    /// Ranks then and now; none without anything to compare with.
    pub(crate) moves: Option<Picture>,
    pub(crate) rows: Vec<ScoreRow>,
    /// Without data for any criterion.
    pub(crate) unranked: Vec<Link>,
}

#[derive(Debug, Serialize)]
pub(crate) struct ScoreRow {
    pub(crate) rank: String,
    /// In the assessment that it is compared with; empty without one.
    pub(crate) was: String,
    pub(crate) unit: Link,
    /// Where its trace stands on the page.
    pub(crate) anchor: String,
    pub(crate) score: String,
    pub(crate) band: String,
    /// With an arrow and in words; empty when there is nothing to compare with.
    pub(crate) movement: String,
    pub(crate) vetoed: bool,
}

#[derive(Debug, Serialize)]
pub(crate) struct CriterionLine {
    pub(crate) name: String,
    pub(crate) kind: String,
    pub(crate) weight: String,
    pub(crate) note: String,
    /// What its s is.
    pub(crate) how: String,
}

#[derive(Debug, Serialize)]
pub(crate) struct BandLine {
    pub(crate) name: String,
    pub(crate) min: String,
}

/// Those that exist at D, latest period first.
pub(crate) fn known<'a>(desk: &Desk<'a>) -> Vec<(Key<Assessment>, &'a AssessmentFacts)> {
    let report = desk.report;
    let shelf = &report.project.assessments;
    let there = |key: Key<Assessment>| Some((key, report.assessments[key.place()].as_ref()?));
    let mut known: Vec<(Key<Assessment>, &AssessmentFacts)> =
        shelf.keys().filter_map(there).collect();
    known.sort_by_key(|(key, _)| std::cmp::Reverse(shelf.at(*key, report.as_of).to));
    known
}

pub(crate) fn assessments(desk: &Desk<'_>) -> AssessmentsView {
    let shelf = &desk.report.project.assessments;
    let mut series: Vec<SeriesGroup> = Vec::new();
    for (key, facts) in known(desk) {
        let assessment = shelf.at(key, desk.as_of());
        let name = series_name(desk, assessment.series.as_ref());
        let line = AssessmentLine {
            link: desk.assessment(key),
            period: period(desk, assessment),
            scored: facts.scored_on.is_some(),
            first: facts.groups.iter().filter_map(|g| first(desk, g)).collect(),
        };
        match series.iter_mut().find(|group| group.name == name) {
            Some(group) => group.assessments.push(line),
            None => series.push(SeriesGroup {
                name,
                assessments: vec![line],
            }),
        }
    }
    AssessmentsView { series }
}

fn series_name(desk: &Desk<'_>, series: Option<&Series>) -> String {
    series
        .map(|series| desk.words.text(&series.name))
        .unwrap_or_default()
}

fn first(desk: &Desk<'_>, group: &GroupResult) -> Option<First> {
    let first = group
        .ranked
        .iter()
        .filter(|one| one.rank == 1 && !one.vetoed);
    let units: Vec<Link> = first.map(|one| desk.unit(one.unit)).collect();
    (!units.is_empty()).then(|| First {
        group: desk.words.text(&group.name),
        units,
    })
}

fn period(desk: &Desk<'_>, assessment: &Assessment) -> String {
    desk.words.span(Some(assessment.from), Some(assessment.to))
}

/// None when the assessment does not exist at D.
pub(crate) fn assessment(desk: &Desk<'_>, key: Key<Assessment>) -> Option<AssessmentView> {
    let assessment = desk.report.project.assessments.at(key, desk.as_of());
    let facts = desk.report.assessments[key.place()].as_ref()?;
    let words = desk.words;
    let groups = facts.groups.iter();
    let scores = facts.groups.iter().flat_map(|group| &group.ranked);
    Some(AssessmentView {
        id: assessment.head.id.clone(),
        title: words.text(&assessment.title),
        series: series_name(desk, assessment.series.as_ref()),
        period: period(desk, assessment),
        campaign: assessment
            .campaign
            .map(|seen| desk.seen_campaign(seen))
            .unwrap_or_default(),
        stands: match facts.scored_on {
            Some(on) => words.with("scored-on", "date", &words.day(on)),
            None => words.with("not-scored-yet", "date", &words.day(assessment.to)),
        },
        scored: facts.scored_on.is_some(),
        partial: match desk.report.project.sees_all {
            true => String::new(),
            false => words.plain("scores-partial"),
        },
        previous: facts
            .previous
            .map(|previous| desk.assessment(previous))
            .unwrap_or_default(),
        groups: groups
            .map(|group| group_view(desk, (key, facts), group))
            .collect(),
        criteria: criteria(desk, assessment),
        how: how(desk, assessment),
        bands: bands(desk, assessment),
        traces: scores.map(|one| trace(desk, assessment, one)).collect(),
        tags: assessment.head.tags.clone(),
        links: web_links(desk, &assessment.head),
        attachments: desk.downloads(&assessment.head.attachments),
        amendments: amendments(desk, &assessment.head),
        body: super::body::body(desk, &assessment.head),
    })
}

fn group_view(
    desk: &Desk<'_>,
    (key, facts): (Key<Assessment>, &AssessmentFacts),
    group: &GroupResult,
) -> GroupView {
    let assessment = desk.report.project.assessments.at(key, desk.as_of());
    let compared = facts.previous.is_some();
    let rows = group.ranked.iter().map(|one| ScoreRow {
        rank: rank(desk, one),
        was: one
            .previous_rank
            .map(|rank| desk.words.count("rank", rank as usize))
            .unwrap_or_default(),
        unit: desk.unit_on(one.unit, assessment.to),
        anchor: anchor(desk, one.unit),
        score: figure(desk, assessment, one.score),
        band: band(desk, assessment, one),
        movement: movement(desk, one, compared),
        vetoed: one.vetoed,
    });
    let name = desk.words.text(&group.name);
    GroupView {
        moves: facts
            .previous
            .and_then(|then| rank_moves(desk, &name, (group, (then, key)))),
        name,
        rows: rows.collect(),
        unranked: group
            .unranked
            .iter()
            .map(|unit| desk.unit_on(*unit, assessment.to))
            .collect(),
    }
}

pub(crate) fn anchor(desk: &Desk<'_>, unit: Key<Unit>) -> String {
    let unit = &desk.report.project.units.chronicle(unit).now;
    format!("unit-{}", unit.head.slug)
}

/// With the decimals of the assessment.
pub(crate) fn figure(desk: &Desk<'_>, assessment: &Assessment, figure: Option<Decimal>) -> String {
    let fixed = figure.map(|figure| figure.fixed(assessment.decimals));
    fixed.unwrap_or_else(|| desk.words.plain("no-figure"))
}

pub(crate) fn rank(desk: &Desk<'_>, one: &UnitScore) -> String {
    let id = if one.tied { "rank-tied" } else { "rank" };
    desk.words.count(id, one.rank as usize)
}

pub(crate) fn band(desk: &Desk<'_>, assessment: &Assessment, one: &UnitScore) -> String {
    let band = one.band.and_then(|place| assessment.bands.get(place));
    band.map(|band| desk.words.text(&band.name))
        .unwrap_or_default()
}

fn movement(desk: &Desk<'_>, one: &UnitScore, compared: bool) -> String {
    let places = |n: i64| usize::try_from(n.abs()).unwrap_or_default();
    match one.movement {
        Some(0) => desk.words.plain("movement-none"),
        Some(n) if n > 0 => desk.words.count("movement-up", places(n)),
        Some(n) => desk.words.count("movement-down", places(n)),
        None if compared => desk.words.plain("movement-new"),
        None => String::new(),
    }
}

fn criteria(desk: &Desk<'_>, assessment: &Assessment) -> Vec<CriterionLine> {
    let lines = assessment.criteria.iter().map(|criterion| {
        let word = criterion.kind.word();
        CriterionLine {
            name: desk.words.text(&criterion.name),
            kind: desk.words.of("criterion", word),
            weight: criterion.weight.to_string(),
            note: desk.words.optional(criterion.note.as_ref()),
            how: desk.words.with(
                &format!("criterion-{}-how", word.replace('_', "-")),
                "max",
                &criterion.max.to_string(),
            ),
        }
    });
    lines.collect()
}

fn how(desk: &Desk<'_>, assessment: &Assessment) -> Vec<String> {
    let words = desk.words;
    let mut lines = vec![words.plain("score-how-base")];
    lines.push(words.plain("score-how-missing"));
    let cap = [
        ("cap", assessment.cap.to_string()),
        ("decimals", assessment.decimals.to_string()),
    ];
    lines.push(say(desk, "score-how-sum", &cap));
    lines.push(words.plain("score-how-rank"));
    if !assessment.vetoes.is_empty() {
        lines.push(words.plain("score-how-veto"));
    }
    lines
}

fn bands(desk: &Desk<'_>, assessment: &Assessment) -> Vec<BandLine> {
    let bands = assessment.bands.iter();
    bands
        .map(|band| BandLine {
            name: desk.words.text(&band.name),
            min: band.min.to_string(),
        })
        .collect()
}
