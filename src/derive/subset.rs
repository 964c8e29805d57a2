//! What any set of ledger items comes to, for tables and figures that choose their items themselves.

use crate::decimal::Decimal;
use crate::model::{Indicator, Item, Key, Problem, State};

use super::problem_sums::{ProblemTally, problem_slip};
use super::report::{Count, ItemFacts, ProblemRollUp, Rate, Report, RollUp};
use super::rollup::{Tally, rate, slip};
use super::sets::Tallied;

/// The roll-up of these items, each counted as often as it is named; what is no item of the ledger is left out.
pub(crate) fn roll_up(report: &Report, items: impl IntoIterator<Item = Count>) -> RollUp {
    let mut tally = Tally::default();
    for count in items {
        if let Some((item, facts)) = item_facts(report, count).filter(|(_, facts)| facts.in_ledger)
        {
            tally.add(&slip(facts, item.weight, (item.start, report.as_of)));
        }
    }
    tally.roll_up()
}

/// The roll-up of these problems; what does not exist at D is left out.
pub(crate) fn problem_roll_up(
    report: &Report,
    problems: impl IntoIterator<Item = Key<Problem>>,
) -> ProblemRollUp {
    let mut tally = ProblemTally::default();
    for problem in problems {
        if let Some(facts) = &report.problems[problem.place()] {
            tally.add(&problem_slip(facts, report.as_of));
        }
    }
    tally.roll_up()
}

/// How many of these indicators meet their targets, of those of which it is known.
pub(crate) fn targets_met(
    report: &Report,
    indicators: impl IntoIterator<Item = Key<Indicator>>,
) -> Rate {
    let facts = indicators.into_iter();
    let facts = facts.filter_map(|key| report.indicators[key.place()].as_ref());
    let known: Vec<bool> = facts.filter_map(|facts| facts.met).collect();
    let met = known.iter().filter(|met| **met);
    rate(Rate {
        of: small(known.len()),
        count: small(met.count()),
        percent: None,
    })
}

fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// An item and its facts; none when it does not exist at D, or has nothing to show.
pub(super) fn item_facts<'r>(
    report: &'r Report<'_>,
    count: Count,
) -> Option<(&'r Item, &'r ItemFacts)> {
    let (project, day) = (report.project, report.as_of);
    match count {
        Count::Task(task) => Some((
            &project.tasks.at(task, day).item,
            report.tasks[task.place()].as_ref()?,
        )),
        Count::Decision(decision) => Some((
            project.decisions.at(decision, day).action.as_ref()?,
            report.decisions[decision.place()].as_ref()?.as_ref()?,
        )),
    }
}

/// The mean of P, weighted, over those of these items that have one; cancelled and ongoing ones are left out, as of a
/// parent's.
pub(crate) fn planned_mean(
    report: &Report,
    items: impl IntoIterator<Item = Count>,
) -> Option<Decimal> {
    let (mut weights, mut sum) = (Decimal::ZERO, Decimal::ZERO);
    for count in items {
        let Some((item, facts)) = item_facts(report, count) else {
            continue;
        };
        let runs = facts.in_ledger && !facts.ongoing && facts.state != State::Cancelled;
        if let Some(planned) = facts.planned.filter(|_| runs) {
            weights = weights + item.weight;
            sum = sum + item.weight * planned;
        }
    }
    sum.over(weights).map(|mean| mean.round(2))
}

/// What several amounts come to; none when there is none of them.
pub(crate) fn sum(amounts: impl IntoIterator<Item = Decimal>) -> Option<Decimal> {
    amounts.into_iter().reduce(|sum, amount| sum + amount)
}

/// By how many percentage points a rate has risen; none without both.
pub(crate) fn risen(now: Option<Decimal>, then: Option<Decimal>) -> Option<Decimal> {
    now.zip(then).map(|(now, then)| now - then)
}
