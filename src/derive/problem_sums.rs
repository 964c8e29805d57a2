//! What the problems of each set come to, added problem by problem.

use crate::model::{Light, ProblemState};

use super::desk::Desk;
use super::placing::Ladders;
use super::report::{AreaProblems, Placing, ProblemFacts, ProblemRollUp, UnitProblems};
use super::rollup::{limit_reached, on_time, place, rate, tick};
use super::sets::{AreaSets, RolledUp, Sets, Tallied, UnitSets, sets};

/// One problem as roll-ups add it.
#[derive(Debug, Clone, Copy)]
pub(super) struct ProblemSlip {
    state: usize,
    light: usize,
    due_soon: bool,
    stale: bool,
    overdue: bool,
    rectified: bool,
    closed: bool,
    limit_reached: bool,
    on_time: bool,
    reopened: bool,
    returned: bool,
}

fn slip(facts: &ProblemFacts, desk: &Desk) -> ProblemSlip {
    let rectified = matches!(facts.state, ProblemState::Rectified | ProblemState::Closed);
    ProblemSlip {
        state: place(&ProblemState::ALL, facts.state),
        light: place(&Light::ALL, facts.item.light),
        due_soon: facts.item.due_soon,
        stale: facts.item.stale,
        overdue: facts.item.overdue,
        rectified,
        closed: facts.state == ProblemState::Closed,
        limit_reached: limit_reached(&facts.item, desk.view.day),
        on_time: on_time(&facts.item),
        reopened: facts.reopened_times > 0,
        returned: facts.returned_on.is_some(),
    }
}

/// A roll-up that is still being added to.
#[derive(Debug, Clone, Default)]
pub(super) struct ProblemTally(ProblemRollUp);

impl Tallied for ProblemTally {
    type Slip = ProblemSlip;
    type RolledUp = ProblemRollUp;

    fn add(&mut self, slip: &ProblemSlip) {
        let counts = &mut self.0;
        counts.total += 1;
        counts.by_state[slip.state] += 1;
        counts.by_light[slip.light] += 1;
        counts.due_soon += u32::from(slip.due_soon);
        counts.stale += u32::from(slip.stale);
        counts.reopened += u32::from(slip.reopened);
        counts.returned += u32::from(slip.returned);
        tick(&mut counts.overdue, (true, slip.overdue));
        tick(&mut counts.rectified, (true, slip.rectified));
        tick(&mut counts.closure, (slip.rectified, slip.closed));
        tick(&mut counts.on_time, (slip.limit_reached, slip.on_time));
    }

    fn roll_up(self) -> ProblemRollUp {
        let counts = self.0;
        ProblemRollUp {
            overdue: rate(counts.overdue),
            rectified: rate(counts.rectified),
            closure: rate(counts.closure),
            on_time: rate(counts.on_time),
            ..counts
        }
    }
}

pub(super) fn problems_summed(
    (desk, ladders): (&Desk, &Ladders),
    problems: &[Option<ProblemFacts>],
    placings: &[Option<Placing>],
) -> RolledUp<ProblemRollUp> {
    let mut sets: Sets<ProblemTally> = sets(desk.presence, ladders);
    let shelf = &desk.view.project.problems;
    for ((key, facts), placing) in shelf.keys().zip(problems).zip(placings) {
        if let (Some(facts), Some(placing)) = (facts, placing) {
            let problem = shelf.at(key, desk.view.day);
            sets.add(&problem.item, placing, &slip(facts, desk));
        }
    }
    sets.roll_up()
}

impl From<AreaSets<ProblemRollUp>> for AreaProblems {
    fn from(sets: AreaSets<ProblemRollUp>) -> AreaProblems {
        AreaProblems {
            own: sets.own,
            with_below: sets.with_below,
        }
    }
}

impl From<UnitSets<ProblemRollUp>> for UnitProblems {
    fn from(sets: UnitSets<ProblemRollUp>) -> UnitProblems {
        UnitProblems {
            as_lead: sets.as_lead,
            involved: sets.involved,
            as_lead_with_below: sets.as_lead_with_below,
            involved_with_below: sets.involved_with_below,
        }
    }
}
