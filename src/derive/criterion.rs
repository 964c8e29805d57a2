//! What each criterion of an assessment gives a unit: 0 to 100, or nothing where there are no data.

use std::collections::BTreeMap;

use crate::date::Date;
use crate::decimal::Decimal;
use crate::model::{
    Assessment, Campaign, Criterion, CriterionKind, Indicator, Inspection, Item, Key, Party, Seen,
    Unit,
};

use super::course::course;
use super::indicator::{held, mean};
use super::ledger::Items;
use super::progress::percent;
use super::report::{
    FindingPoints, ItemFacts, PartAttainment, Placing, Rate, Report, RollUp, ScoreBasis,
};
use super::reporting::{Cutoffs, cutoffs_within, owed};
use super::rollup::{Tally, excluded, rate, slip};
use super::sets::Tallied;

/// An assessment, and the facts of its last day.
pub(super) struct Marking<'a> {
    pub(super) assessment: &'a Assessment,
    pub(super) then: &'a Report<'a>,
    /// Of the ledger of that day, what belongs to the assessment's campaign.
    items: Vec<(&'a Item, &'a ItemFacts, &'a Placing)>,
    /// By the campaign's place: the cut-offs of the period, where progress is owed.
    cutoffs: BTreeMap<usize, Vec<Cutoffs>>,
}

/// The s of a criterion, and where it comes from.
pub(super) type Marked = (Option<Decimal>, ScoreBasis);

impl<'a> Marking<'a> {
    pub(super) fn new(assessment: &'a Assessment, then: &'a Report<'a>) -> Marking<'a> {
        let items = Items::of(then);
        let counted = then.ledger.iter().filter_map(|count| items.counted(*count));
        let campaigns = &then.project.campaigns;
        let there = campaigns
            .keys()
            .filter(|key| then.campaigns[key.place()].is_some());
        let cutoffs = there.filter_map(|key| {
            let reporting = campaigns.at(key, assessment.to).reporting?;
            let within = cutoffs_within(reporting, assessment.from, assessment.to);
            Some((key.place(), within))
        });
        Marking {
            assessment,
            then,
            items: counted
                .filter(|(_, _, placing)| belongs(assessment, placing.campaign))
                .collect(),
            cutoffs: cutoffs.collect(),
        }
    }

    fn led_by(&self, unit: Key<Unit>) -> impl Iterator<Item = (&Item, &ItemFacts, &Placing)> {
        let led = move |item: &Item| item.lead.key() == Some(unit);
        self.items
            .iter()
            .copied()
            .filter(move |(item, _, _)| led(item))
    }

    fn is_within(&self, day: Date) -> bool {
        self.assessment.from <= day && day <= self.assessment.to
    }

    fn roll_up(&self, unit: Key<Unit>, wanted: impl Fn(&ItemFacts) -> bool) -> RollUp {
        let mut tally = Tally::default();
        for (item, facts, _) in self.led_by(unit).filter(|(_, facts, _)| wanted(facts)) {
            tally.add(&slip(facts, item.weight, (item.start, self.then.as_of)));
        }
        tally.roll_up()
    }
}

/// An assessment without a campaign looks at everything.
fn belongs(assessment: &Assessment, campaign: Option<Seen<Campaign>>) -> bool {
    assessment.campaign.is_none() || assessment.campaign == campaign
}

pub(super) fn marked(marking: &Marking, unit: Key<Unit>, place: usize) -> Marked {
    let criterion = &marking.assessment.criteria[place];
    match criterion.kind {
        CriterionKind::Progress => {
            let all = marking.roll_up(unit, |_| true);
            let items = all.total - all.excluded_cancelled - all.excluded_ongoing;
            (all.weighted_progress, ScoreBasis::Progress { items })
        }
        CriterionKind::OnTime => {
            let due_within = |facts: &ItemFacts| {
                let due = facts.effective_due;
                due.is_some_and(|due| marking.is_within(due))
            };
            let rate = marking.roll_up(unit, due_within).on_time;
            (rate.percent, ScoreBasis::OnTime(rate))
        }
        CriterionKind::Closure => {
            let rate = marking.roll_up(unit, |_| true).closure;
            (rate.percent, ScoreBasis::Closure(rate))
        }
        CriterionKind::Reporting => reporting(marking, unit),
        CriterionKind::Inspection => inspection(marking, unit),
        CriterionKind::Indicator => indicator(marking, unit, criterion),
        CriterionKind::Manual => manual(marking, unit, place),
    }
}

fn reporting(marking: &Marking, unit: Key<Unit>) -> Marked {
    let mut counts = Rate::default();
    let mut looked_at: BTreeMap<usize, usize> = BTreeMap::new();
    let led = marking.led_by(unit);
    for (item, _, placing) in led.filter(|(_, facts, _)| excluded(facts).is_none()) {
        let campaign = placing.campaign.and_then(|campaign| campaign.key());
        let Some(campaign) = campaign.map(Key::place) else {
            continue;
        };
        let Some(cutoffs) = marking.cutoffs.get(&campaign) else {
            continue;
        };
        looked_at.insert(campaign, cutoffs.len());
        for cutoff in cutoffs {
            let to = marking.assessment.to;
            let then = owed(to, Some(*cutoff), &item.progress, |day| course(item, day));
            counts.of += u32::from(then.owed);
            counts.count += u32::from(then.in_time);
        }
    }
    let rate = rate(counts);
    let cutoffs = u32::try_from(looked_at.values().sum::<usize>()).unwrap_or(u32::MAX);
    (rate.percent, ScoreBasis::Reporting { rate, cutoffs })
}

fn inspection(marking: &Marking, unit: Key<Unit>) -> Marked {
    let (shelf, then) = (&marking.then.project.inspections, marking.then);
    let named = |seen: Option<&Seen<Unit>>| seen.and_then(Seen::key) == Some(unit);
    let touches = |inspection: &Inspection| {
        let found = &inspection.findings;
        inspection.units.iter().any(|one| named(Some(one)))
            || found.iter().any(|finding| named(finding.unit.as_ref()))
    };
    let there = shelf.keys().filter(|key| then.inspections[key.place()]);
    let dated = there.map(|key| (key, shelf.at(key, then.as_of)));
    let looked: Vec<(Key<Inspection>, &Inspection)> = dated
        .filter(|(_, one)| marking.is_within(one.date))
        .filter(|(_, one)| belongs(marking.assessment, one.campaign) && touches(one))
        .collect();
    let findings = looked.iter().flat_map(|(key, one)| {
        let found = one.findings.iter().enumerate();
        let found = found.filter(|(_, finding)| named(finding.unit.as_ref()));
        found.filter_map(|(place, finding)| {
            Some(FindingPoints {
                inspection: *key,
                finding: place,
                id: finding.id.clone(),
                points: finding.points?,
            })
        })
    });
    let findings: Vec<FindingPoints> = findings.collect();
    let points: Decimal = findings.iter().map(|finding| finding.points).sum();
    let s = held(Decimal::HUNDRED - points).round(2);
    let basis = ScoreBasis::Inspection {
        inspections: looked.iter().map(|(key, _)| *key).collect(),
        findings,
        points,
    };
    ((!looked.is_empty()).then_some(s), basis)
}

fn indicator(marking: &Marking, unit: Key<Unit>, criterion: &Criterion) -> Marked {
    let (shelf, then) = (&marking.then.project.indicators, marking.then);
    let at = |key| shelf.at(key, then.as_of);
    let owner = |one: &Indicator| match &one.owner {
        Some(Party::Unit(owner)) => Some(*owner),
        _ => None,
    };
    let owned = |one: &Indicator| owner(one).and_then(|owner| owner.key()) == Some(unit);
    let named = criterion.indicators.iter();
    let wanted: Vec<Key<Indicator>> = match criterion.indicators.is_empty() {
        true => shelf
            .keys()
            .filter(|key| owned(at(*key)) && belongs(marking.assessment, at(*key).campaign))
            .collect(),
        false => named
            .clone()
            .filter_map(Seen::key)
            .filter(|key| owned(at(*key)) || owner(at(*key)).is_none())
            .collect(),
    };
    let parts = wanted.into_iter().filter_map(|indicator| {
        let facts = then.indicators[indicator.place()].as_ref()?;
        Some(PartAttainment {
            indicator,
            weight: at(indicator).weight,
            credited: facts.credited,
        })
    });
    let indicators: Vec<PartAttainment> = parts.collect();
    let hidden = named.filter(|one| one.key().is_none()).count();
    let s = mean(&indicators);
    let hidden = u32::try_from(hidden).unwrap_or(u32::MAX);
    (s, ScoreBasis::Indicator { indicators, hidden })
}

fn manual(marking: &Marking, unit: Key<Unit>, place: usize) -> Marked {
    let mut given = marking.assessment.manual_scores.iter();
    let given = given.find(|one| one.criterion == place && one.unit.key() == Some(unit));
    let Some(given) = given else {
        return (None, ScoreBasis::NotScored);
    };
    let max = marking.assessment.criteria[place].max;
    let basis = ScoreBasis::Manual {
        score: given.score,
        max,
        reason: given.reason.clone(),
        by: given.by.clone(),
    };
    (percent(given.score, max).map(held), basis)
}
