//! Roll-ups: what the items of a set come to, added item by item.

use crate::date::Date;
use crate::decimal::Decimal;
use crate::model::{Light, Pace, State};

use super::progress::percent;
use super::report::{ItemFacts, Rate, RollUp};

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
enum Excluded {
    Cancelled,
    Ongoing,
}

pub(super) fn slip(facts: &ItemFacts, weight: Decimal, (start, day): (Option<Date>, Date)) -> Slip {
    let ended = matches!(facts.state, State::Finished | State::Closed);
    let due = facts.effective_due;
    let limit_reached = due.is_some_and(|due| due < day || due == day && ended);
    let finish = facts.finished_on.filter(|_| ended);
    Slip {
        state: place(&State::ALL, facts.state),
        light: place(&Light::ALL, facts.light),
        pace: facts.pace.map(|pace| place(&Pace::ALL, pace)),
        excluded: match facts {
            _ if facts.state == State::Cancelled => Some(Excluded::Cancelled),
            _ if facts.ongoing => Some(Excluded::Ongoing),
            _ => None,
        },
        due_soon: facts.due_soon,
        stale: facts.stale,
        start_due: start.is_some_and(|start| start <= day),
        begun: facts.begun,
        ended,
        closed: facts.state == State::Closed,
        limit_reached,
        on_time: finish.zip(due).is_some_and(|(on, due)| on <= due),
        overdue: facts.overdue,
        report_owed: facts.report_owed,
        report_in_time: facts.report_in_time,
        weight,
        weighted: weight * facts.credited,
    }
}

fn place<T: PartialEq>(all: &[T], one: T) -> usize {
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

impl Tally {
    pub(super) fn add(&mut self, slip: &Slip) {
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

    pub(super) fn roll_up(self) -> RollUp {
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

/// What is counted is always one of those that it is a share of.
fn tick(rate: &mut Rate, (of, counted): (bool, bool)) {
    rate.of += u32::from(of);
    rate.count += u32::from(of && counted);
}

fn rate(rate: Rate) -> Rate {
    Rate {
        percent: percent(Decimal::from(rate.count), Decimal::from(rate.of)),
        ..rate
    }
}
