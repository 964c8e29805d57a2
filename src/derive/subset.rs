//! What any set of ledger items comes to, for tables and figures that choose their items themselves.

use crate::decimal::Decimal;
use crate::model::Item;

use super::report::{Count, ItemFacts, Report, RollUp};
use super::rollup::{Tally, slip};
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

/// An item and its facts; none when it does not exist at D, or has nothing to show.
fn item_facts<'r>(report: &'r Report<'_>, count: Count) -> Option<(&'r Item, &'r ItemFacts)> {
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

/// What several amounts come to; none when there is none of them.
pub(crate) fn sum(amounts: impl IntoIterator<Item = Decimal>) -> Option<Decimal> {
    amounts.into_iter().reduce(|sum, amount| sum + amount)
}

/// By how many percentage points a rate has risen; none without both.
pub(crate) fn risen(now: Option<Decimal>, then: Option<Decimal>) -> Option<Decimal> {
    now.zip(then).map(|(now, then)| now - then)
}
