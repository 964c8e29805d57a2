//! Roll-ups: what the items of a set come to, added item by item.

use crate::date::Date;
use crate::decimal::Decimal;
use crate::model::{Light, Pace, State};

use super::progress::percent;
use super::report::{ItemFacts, Rate, RollUp, UnitFacts, WithBelow};
use super::sets::{AreaSets, Tallied, UnitSets};

/// One item as roll-ups add it: every question already answered.
#[derive(Debug, Clone, Copy)]
pub(super) struct Slip {
    state: usize,
    light: usize,
    pace: Option<usize>,
    excluded: Option<Excluded>,
    due_soon: bool,
    stale: bool,
    start_due: bool,
    begun: bool,
    ended: bool,
    closed: bool,
    limit_reached: bool,
    on_time: bool,
    overdue: bool,
    report_owed: bool,
    report_in_time: bool,
    weight: Decimal,
    /// w·A*.
    weighted: Decimal,
}

/// Shown apart and left out of every rate; what is both counts as cancelled.
#[derive(Debug, Clone, Copy)]
pub(super) enum Excluded {
    Cancelled,
    Ongoing,
}

pub(super) fn slip(facts: &ItemFacts, weight: Decimal, (start, day): (Option<Date>, Date)) -> Slip {
    let ended = has_ended(facts);
    Slip {
        state: place(&State::ALL, facts.state),
        light: place(&Light::ALL, facts.light),
        pace: facts.pace.map(|pace| place(&Pace::ALL, pace)),
        excluded: excluded(facts),
        due_soon: facts.due_soon,
        stale: facts.stale,
        start_due: start.is_some_and(|start| start <= day),
        begun: facts.begun,
        ended,
        closed: facts.state == State::Closed,
        limit_reached: limit_reached(facts, day),
        on_time: on_time(facts),
        overdue: facts.overdue,
        report_owed: facts.report_owed,
        report_in_time: facts.report_in_time,
        weight,
        weighted: weight * facts.credited,
    }
}

pub(super) fn excluded(facts: &ItemFacts) -> Option<Excluded> {
    match facts {
        _ if facts.state == State::Cancelled => Some(Excluded::Cancelled),
        _ if facts.ongoing => Some(Excluded::Ongoing),
        _ => None,
    }
}

fn has_ended(facts: &ItemFacts) -> bool {
    matches!(facts.state, State::Finished | State::Closed)
}

/// The limit is past; or it is this day, and what it is the limit of has ended.
pub(super) fn limit_reached(facts: &ItemFacts, day: Date) -> bool {
    let due = facts.effective_due;
    due.is_some_and(|due| due < day || due == day && has_ended(facts))
}

pub(super) fn on_time(facts: &ItemFacts) -> bool {
    let finish = facts.finished_on.filter(|_| has_ended(facts));
    let limit = finish.zip(facts.effective_due);
    limit.is_some_and(|(on, due)| on <= due)
}

pub(super) fn place<T: PartialEq>(all: &[T], one: T) -> usize {
    let place = all.iter().position(|other| *other == one);
    place.expect("invariant: ALL lists every word")
}

/// A roll-up that is still being added to.
#[derive(Debug, Clone, Default)]
pub(super) struct Tally {
    counts: RollUp,
    weight: Decimal,
    weighted: Decimal,
}

impl Tallied for Tally {
    type Slip = Slip;
    type RolledUp = RollUp;

    fn add(&mut self, slip: &Slip) {
        let counts = &mut self.counts;
        counts.total += 1;
        counts.by_state[slip.state] += 1;
        counts.by_light[slip.light] += 1;
        if let Some(pace) = slip.pace {
            counts.by_pace[pace] += 1;
        }
        counts.due_soon += u32::from(slip.due_soon);
        counts.stale += u32::from(slip.stale);
        match slip.excluded {
            Some(Excluded::Cancelled) => counts.excluded_cancelled += 1,
            Some(Excluded::Ongoing) => counts.excluded_ongoing += 1,
            None => self.rate(slip),
        }
    }

    fn roll_up(self) -> RollUp {
        let counts = self.counts;
        let mean = self.weighted.over(self.weight);
        RollUp {
            start: rate(counts.start),
            completion: rate(counts.completion),
            on_time: rate(counts.on_time),
            overdue: rate(counts.overdue),
            closure: rate(counts.closure),
            report: rate(counts.report),
            weighted_progress: mean.map(|mean| mean.round(2)),
            ..counts
        }
    }
}

impl Tally {
    fn rate(&mut self, slip: &Slip) {
        let counts = &mut self.counts;
        tick(&mut counts.start, (slip.start_due, slip.begun));
        tick(&mut counts.completion, (true, slip.ended));
        tick(&mut counts.on_time, (slip.limit_reached, slip.on_time));
        tick(&mut counts.overdue, (true, slip.overdue));
        tick(&mut counts.closure, (slip.ended, slip.closed));
        tick(&mut counts.report, (slip.report_owed, slip.report_in_time));
        self.weight = self.weight + slip.weight;
        self.weighted = self.weighted + slip.weighted;
    }
}

impl From<AreaSets<RollUp>> for WithBelow {
    fn from(sets: AreaSets<RollUp>) -> WithBelow {
        WithBelow {
            own: sets.own,
            with_below: sets.with_below,
        }
    }
}

impl From<UnitSets<RollUp>> for UnitFacts {
    fn from(sets: UnitSets<RollUp>) -> UnitFacts {
        UnitFacts {
            as_lead: sets.as_lead,
            involved: sets.involved,
            as_lead_with_below: sets.as_lead_with_below,
            involved_with_below: sets.involved_with_below,
        }
    }
}

/// What is counted is always one of those that it is a share of.
pub(super) fn tick(rate: &mut Rate, (of, counted): (bool, bool)) {
    rate.of += u32::from(of);
    rate.count += u32::from(of && counted);
}

pub(super) fn rate(rate: Rate) -> Rate {
    Rate {
        percent: percent(Decimal::from(rate.count), Decimal::from(rate.of)),
        ..rate
    }
}
