//! Random programmes: roll-ups made over again, each figure by a walk of its own.

use proptest::collection::vec;
use proptest::prelude::{prop_assert_eq, proptest};
use proptest::test_runner::TestCaseError;

use crate::date::Date;
use crate::decimal::Decimal;
use crate::derive::{Count, ItemFacts, Rate, Report, RollUp, report};
use crate::model::{Key, Light, Seen, State, Task, Unit};

use super::random::{day, few_cases, programme, sketch};

/// Facts of the ledger's items with what they hang on, found by walking over all of them.
fn counted<'r>(report: &'r Report) -> Vec<(&'r Task, &'r ItemFacts)> {
    let items = report.ledger.iter().map(|count| match count {
        Count::Task(key) => (
            report.project.tasks.at(*key, report.as_of),
            report.tasks[key.place()].as_ref().unwrap(),
        ),
        Count::Decision(_) => unreachable!("no decisions here"),
    });
    items.collect()
}

fn above<T>(key: Key<T>, parent: &dyn Fn(Key<T>) -> Option<Key<T>>) -> Vec<Key<T>> {
    let mut all = vec![key];
    while let Some(next) = parent(*all.last().unwrap()) {
        all.push(next);
    }
    all
}

/// A roll-up made over again, each figure by a walk of its own.
fn walked(items: &[(&Task, &ItemFacts)], as_of: Date) -> RollUp {
    let count = |wanted: &dyn Fn(&Task, &ItemFacts) -> bool| {
        u32::try_from(
            items
                .iter()
                .filter(|(task, facts)| wanted(task, facts))
                .count(),
        )
        .unwrap()
    };
    let cancelled = |facts: &ItemFacts| facts.state == State::Cancelled;
    let rated = |facts: &ItemFacts| !cancelled(facts) && facts.effective_due.is_some();
    let ended = |facts: &ItemFacts| matches!(facts.state, State::Finished | State::Closed);
    let reached = |f: &ItemFacts| {
        rated(f) && (f.effective_due.unwrap() < as_of || f.effective_due == Some(as_of) && ended(f))
    };
    let rate = |counted: u32, of: u32| Rate {
        of,
        count: counted,
        percent: (of > 0).then(|| {
            // Hundredths of a percent, half up, in whole numbers.
            let hundredths = (u64::from(counted) * 20_000 + u64::from(of)) / (2 * u64::from(of));
            Decimal::from_whole(i64::try_from(hundredths).unwrap())
                .over(Decimal::HUNDRED)
                .unwrap()
        }),
    };
    let started = |t: &Task, f: &ItemFacts| rated(f) && t.item.start.is_some_and(|s| s <= as_of);
    let weight: Decimal = items
        .iter()
        .filter(|(_, f)| rated(f))
        .map(|(t, _)| t.item.weight)
        .sum();
    let credit = |(task, facts): &(&Task, &ItemFacts)| {
        let share = match facts.actual {
            _ if ended(facts) => Decimal::HUNDRED,
            Some(actual) if actual > Decimal::HUNDRED => Decimal::HUNDRED,
            other => other.unwrap_or(Decimal::ZERO),
        };
        task.item.weight * share
    };
    let credited: Decimal = items.iter().filter(|(_, f)| rated(f)).map(credit).sum();
    RollUp {
        total: u32::try_from(items.len()).unwrap(),
        excluded_cancelled: count(&|_, f| cancelled(f)),
        excluded_ongoing: count(&|_, f| !cancelled(f) && f.effective_due.is_none()),
        by_state: State::ALL.map(|state| count(&|_, f| f.state == state)),
        by_light: Light::ALL.map(|light| count(&|_, f| f.light == light)),
        by_pace: crate::model::Pace::ALL.map(|pace| count(&|_, f| f.pace == Some(pace))),
        due_soon: count(&|_, f| f.due_soon),
        stale: count(&|_, f| f.stale),
        start: rate(count(&|t, f| started(t, f) && f.begun), count(&started)),
        completion: rate(count(&|_, f| rated(f) && ended(f)), count(&|_, f| rated(f))),
        on_time: rate(
            count(&|_, f| {
                reached(f)
                    && f.finished_on.is_some()
                    && f.finished_on <= f.effective_due
                    && ended(f)
            }),
            count(&|_, f| reached(f)),
        ),
        overdue: rate(
            count(&|_, f| rated(f) && f.days_overdue > 0),
            count(&|_, f| rated(f)),
        ),
        closure: rate(
            count(&|_, f| rated(f) && f.state == State::Closed),
            count(&|_, f| rated(f) && ended(f)),
        ),
        report: rate(
            count(&|_, f| rated(f) && f.report_owed && f.report_in_time),
            count(&|_, f| rated(f) && f.report_owed),
        ),
        weighted_progress: credited.over(weight).map(|mean| mean.round(2)),
    }
}

fn check_sets(report: &Report) -> Result<(), TestCaseError> {
    let (project, as_of) = (report.project, report.as_of);
    let items = counted(report);
    let those = |wanted: &dyn Fn(&Task) -> bool| -> Vec<(&Task, &ItemFacts)> {
        items
            .iter()
            .filter(|(task, _)| wanted(task))
            .copied()
            .collect()
    };
    prop_assert_eq!(&report.whole, &walked(&items, as_of));
    prop_assert_eq!(
        &report.campaigns[0].as_ref().unwrap().own,
        &walked(&items, as_of)
    );
    let unit_parent = |unit: Key<Unit>| project.units.at(unit, as_of).parent?.key();
    for unit in project.units.keys() {
        let made = report.units[unit.place()].as_ref().unwrap();
        let leads = |task: &Task| task.item.lead.key() == Some(unit);
        let takes_part = |task: &Task, unit: Key<Unit>| {
            task.item.lead.key() == Some(unit) || task.item.responsible.contains(&Seen::Shown(unit))
        };
        let below: Vec<Key<Unit>> = project
            .units
            .keys()
            .filter(|other| above(*other, &unit_parent).contains(&unit))
            .collect();
        prop_assert_eq!(&made.as_lead, &walked(&those(&leads), as_of));
        prop_assert_eq!(
            &made.involved,
            &walked(&those(&|t| takes_part(t, unit)), as_of)
        );
        let lead_below = |task: &Task| below.contains(&task.item.lead.key().unwrap());
        prop_assert_eq!(
            &made.as_lead_with_below,
            &walked(&those(&lead_below), as_of)
        );
        let part_below = |task: &Task| below.iter().any(|unit| takes_part(task, *unit));
        prop_assert_eq!(
            &made.involved_with_below,
            &walked(&those(&part_below), as_of)
        );
    }
    for area in project.areas.keys() {
        let made = report.areas[area.place()].as_ref().unwrap();
        let area_parent = |area| project.areas.at(area, as_of).parent?.key();
        let below: Vec<_> = project
            .areas
            .keys()
            .filter(|other| above(*other, &area_parent).contains(&area))
            .collect();
        // Areas of a task, else of its nearest parent that has some and is there.
        let areas_of = |task: &Task| {
            let mut at = task;
            loop {
                let parent = at
                    .parent
                    .and_then(|p| p.key())
                    .filter(|p| report.tasks[p.place()].is_some());
                match parent {
                    Some(parent) if at.item.areas.is_empty() => {
                        at = project.tasks.at(parent, as_of)
                    }
                    _ => return at.item.areas.clone(),
                }
            }
        };
        let own = those(&|task| areas_of(task).contains(&Seen::Shown(area)));
        prop_assert_eq!(&made.own, &walked(&own, as_of));
        let all = those(&|task| {
            areas_of(task)
                .iter()
                .any(|a| below.contains(&a.key().unwrap()))
        });
        prop_assert_eq!(&made.with_below, &walked(&all, as_of));
    }
    Ok(())
}

proptest! {
    #![proptest_config(few_cases())]

    #[test]
    fn roll_ups_are_what_a_walk_counts(sketches in vec(sketch(), 1..300), on in 0i64..420) {
        let project = programme(&sketches, |_| {});
        let report = report(&project, day(on));
        check_sets(&report)?;
        let leads = report.units.iter().flatten().map(|unit| unit.as_lead.total);
        prop_assert_eq!(leads.sum::<u32>(), report.whole.total);
        for set in report.units.iter().flatten().flat_map(|u| [&u.as_lead, &u.involved_with_below]) {
            prop_assert_eq!(set.by_state.iter().sum::<u32>(), set.total);
            prop_assert_eq!(set.by_light.iter().sum::<u32>(), set.total);
        }
    }
}
