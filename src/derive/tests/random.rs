//! Random programmes: what always holds, and counts made over again without sums.

use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest};
use proptest::test_runner::{Config, TestCaseError};

use crate::date::Date;
use crate::decimal::Decimal;
use crate::derive::changes::{apply, changes, snapshot};
use crate::derive::{
    Count, ItemFacts, Rate, Report, RollUp, decision_on, kinship, report, task_on,
};
use crate::model::{
    Cancellation, HelpNeeded, Item, Key, Light, LightOverride, Limit, Project, Reporting,
    ReportingCadence, Seen, State, Task, Unit, Verdict,
};

use super::programme::{Programme, closure, d, entry, extension, milestone, suspended};

/// A task in numbers; days count from 1 January 2025.
#[derive(Debug, Clone)]
pub(super) struct Sketch {
    lead: usize,
    responsible: Vec<usize>,
    areas: Vec<usize>,
    parent: Option<usize>,
    start: Option<i64>,
    length: Option<i64>,
    exists_from: Option<i64>,
    weight: u32,
    /// (day, percent, finished, help)
    entries: Vec<(i64, Option<u32>, bool, bool)>,
    /// (due, done on, key)
    milestones: Vec<(i64, Option<i64>, bool)>,
    /// (approved on, due)
    extensions: Vec<(i64, i64)>,
    /// (accepted, verified on, closed on)
    closures: Vec<(bool, i64, i64)>,
    cancelled: Option<i64>,
    suspended: Option<(i64, Option<i64>)>,
    overridden: Option<(i64, Option<i64>)>,
}

pub(super) fn day(number: i64) -> Date {
    d("2025-01-01").plus_days(number)
}

pub(super) fn when() -> impl Strategy<Value = i64> {
    0i64..400
}

fn seldom<T: Clone + std::fmt::Debug + 'static>(
    made: impl Strategy<Value = T> + 'static,
) -> impl Strategy<Value = Option<T>> {
    prop_oneof![5 => Just(None), 1 => made.prop_map(Some)]
}

pub(super) fn sketch() -> impl Strategy<Value = Sketch> {
    let places = (
        0usize..5,
        vec(0usize..5, 0..3),
        vec(0usize..4, 0..3),
        seldom(0usize..40),
    );
    let days = (
        seldom(when()),
        prop_oneof![1 => Just(None), 6 => (0i64..300).prop_map(Some)],
        seldom(when()),
        1u32..5,
    );
    let entry = (
        when(),
        prop_oneof![Just(None), (0u32..140).prop_map(Some)],
        prop_oneof![9 => Just(false), 1 => Just(true)],
        prop_oneof![9 => Just(false), 1 => Just(true)],
    );
    let milestone = (
        when(),
        prop_oneof![Just(None), when().prop_map(Some)],
        any::<bool>(),
    );
    let lists = (
        vec(entry, 0..5),
        vec(milestone, 0..4),
        vec((when(), when()), 0..2),
        vec((any::<bool>(), when(), when()), 0..3),
    );
    let ends = (
        seldom(when()),
        seldom((when(), prop_oneof![Just(None), when().prop_map(Some)])),
        seldom((when(), prop_oneof![Just(None), when().prop_map(Some)])),
    );
    (places, days, lists, ends).prop_map(|(places, days, lists, ends)| Sketch {
        lead: places.0,
        responsible: places.1,
        areas: places.2,
        parent: places.3,
        start: days.0.or(Some(20)),
        length: days.1,
        exists_from: days.2,
        weight: days.3,
        entries: lists.0,
        milestones: lists.1,
        extensions: lists.2,
        closures: lists.3,
        cancelled: ends.0,
        suspended: ends.1,
        overridden: ends.2,
    })
}

fn fill(task: &mut Task, sketch: &Sketch, place: usize) {
    // A parent is written before its children, so that there are no rings.
    task.parent = sketch
        .parent
        .filter(|p| *p < place)
        .map(|p| Seen::Shown(Key::new(p)));
    task.head.exists_from = sketch.exists_from.map(day);
    let item = &mut task.item;
    item.lead = Seen::Shown(Key::new(sketch.lead));
    let lead = sketch.lead;
    item.responsible = sketch
        .responsible
        .iter()
        .filter(|u| **u != lead)
        .map(|u| Seen::Shown(Key::new(*u)))
        .collect();
    item.areas = sketch
        .areas
        .iter()
        .map(|a| Seen::Shown(Key::new(*a)))
        .collect();
    item.campaign = Some(Seen::Shown(Key::new(0)));
    item.start = sketch.start.map(day);
    item.limit = sketch.length.map_or(Limit::Ongoing, |length| {
        Limit::Due(day(sketch.start.unwrap_or(0) + length))
    });
    item.weight = Decimal::from(sketch.weight);
    item.progress = sketch
        .entries
        .iter()
        .map(|(on, percent, finished, help)| {
            let mut made = entry(&day(*on).to_string());
            made.percent = percent.map(Decimal::from);
            made.finished = *finished;
            made.needs_help = if *help {
                HelpNeeded::Yes
            } else {
                HelpNeeded::No
            };
            made
        })
        .collect();
    item.milestones = sketch
        .milestones
        .iter()
        .map(|(due, done, key)| {
            let done = done.map(|on| day(on).to_string());
            let mut made = milestone(&day(*due).to_string(), "1", done.as_deref());
            made.key = *key;
            made
        })
        .collect();
    item.extensions = sketch
        .extensions
        .iter()
        .map(|(on, due)| extension(Some(&day(*on).to_string()), &day(*due).to_string()))
        .collect();
    item.closures = sketch
        .closures
        .iter()
        .map(|(accepted, verified, closed)| {
            let verified = day(*verified).to_string();
            match accepted {
                true => closure(
                    Some(Verdict::Accepted),
                    [None, Some(&verified), Some(&day(*closed).to_string())],
                ),
                false => closure(Some(Verdict::Returned), [None, Some(&verified), None]),
            }
        })
        .collect();
    item.cancelled = sketch.cancelled.map(|on| Cancellation {
        on: day(on),
        by: None,
        reason: None,
    });
    item.suspensions = sketch
        .suspended
        .iter()
        .map(|(from, to)| {
            suspended(
                &day(*from).to_string(),
                to.map(|to| day(to).to_string()).as_deref(),
            )
        })
        .collect();
    item.light_overrides = sketch
        .overridden
        .iter()
        .map(|(on, until)| LightOverride {
            light: Light::Yellow,
            by: None,
            on: day(*on),
            until: until.map(day),
            reason: None,
        })
        .collect();
}

pub(super) fn programme(sketches: &[Sketch], change: impl Fn(&mut Task)) -> Project {
    undecided(sketches, change).project()
}

fn undecided(sketches: &[Sketch], change: impl Fn(&mut Task)) -> Programme {
    let mut programme = Programme::default();
    programme.campaign(|campaign| {
        campaign.reporting = Some(Reporting {
            cadence: ReportingCadence::Monthly,
            cutoff_day: 31,
            grace_days: 3,
        });
    });
    for parent in [None, Some(0), Some(1), None, None] {
        programme.unit(|unit| unit.parent = parent.map(|p| Seen::Shown(Key::new(p))));
    }
    for parent in [None, Some(0), Some(0), Some(2)] {
        programme.area(|area| area.parent = parent.map(|p| Seen::Shown(Key::new(p))));
    }
    for (place, sketch) in sketches.iter().enumerate() {
        programme.task(|task| {
            fill(task, sketch, place);
            change(task);
        });
    }
    programme
}

/// Decisions of one meeting: an action, one with tasks of its own, and one that a task's origin names.
fn decisions(programme: &mut Programme, sketches: &[Sketch]) {
    let meeting = programme.meeting("2025-03-01");
    programme.decision(meeting, |decision| {
        let mut item = crate::model::Item::bare(Seen::Shown(Key::new(1)));
        item.limit = Limit::Due(day(120));
        decision.action = Some(item);
    });
    let places = [0, sketches.len() / 2, sketches.len() - 1];
    programme.decision(meeting, |decision| {
        let tasks = places.map(|place| Seen::Shown(Key::new(place)));
        decision.tasks = tasks.to_vec();
        decision.due = Some(day(200));
    });
}

/// Everything dated after a day taken off a record; a verdict goes with its day.
pub(super) fn forget(item: &mut Item, after: Date) {
    let known = |on: &Option<Date>| on.filter(|on| *on <= after);
    item.progress.retain(|entry| entry.date <= after);
    for milestone in &mut item.milestones {
        milestone.done_on = known(&milestone.done_on);
    }
    item.extensions
        .retain(|extension| known(&extension.approved_on).is_some());
    for closure in &mut item.closures {
        closure.verified_on = known(&closure.verified_on);
        closure.closed_on = known(&closure.closed_on);
    }
    item.closures
        .retain(|closure| closure.verified_on.is_some() || closure.closed_on.is_some());
    item.cancelled = item
        .cancelled
        .take()
        .filter(|cancelled| cancelled.on <= after);
    item.suspensions
        .retain(|suspension| suspension.span.from <= after);
    item.light_overrides.retain(|by_hand| by_hand.on <= after);
}

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

/// Few, since each holds hundreds of items; a failing one is printed and leaves no file behind.
pub(super) fn few_cases() -> Config {
    Config {
        failure_persistence: None,
        rng_seed: proptest::test_runner::RngSeed::Fixed(2016),
        ..Config::with_cases(24)
    }
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

    #[test]
    fn what_lies_after_the_day_changes_nothing(sketches in vec(sketch(), 1..60), on in 0i64..420) {
        let all = programme(&sketches, |_| {});
        let known = programme(&sketches, |task| forget(&mut task.item, day(on)));
        let (all, known) = (report(&all, day(on)), report(&known, day(on)));
        for (one, two) in all.tasks.iter().zip(&known.tasks) {
            // Entries later in the file may be gone, so the last one's place may move.
            let place_apart = |facts: &Option<ItemFacts>| facts.clone().map(|facts| ItemFacts { last_progress: None, ..facts });
            prop_assert_eq!(place_apart(one), place_apart(two));
        }
        prop_assert_eq!(all.whole, known.whole);
        prop_assert_eq!(all.units, known.units);
        prop_assert_eq!(all.ledger, known.ledger);
    }

    #[test]
    fn a_glance_at_one_item_sees_what_the_report_of_that_day_has(sketches in vec(sketch(), 1..60), on in 0i64..420) {
        let mut decided = undecided(&sketches, |_| {});
        decisions(&mut decided, &sketches);
        let project = decided.project();
        let kin = kinship(&project);
        let report = report(&project, day(on));
        for (key, facts) in project.tasks.keys().zip(&report.tasks) {
            prop_assert_eq!(&task_on(&project, &kin, (key, day(on))), facts);
        }
        for (key, facts) in project.decisions.keys().zip(&report.decisions) {
            let facts = facts.clone().flatten();
            prop_assert_eq!(decision_on(&project, &kin, (key, day(on))), facts);
        }
    }

    #[test]
    fn every_light_has_reasons_in_known_words(sketches in vec(sketch(), 1..60), on in 0i64..420) {
        let project = programme(&sketches, |_| {});
        let report = report(&project, day(on));
        for facts in report.tasks.iter().flatten() {
            prop_assert!(!facts.reasons.is_empty());
            for reason in &facts.reasons {
                prop_assert!(crate::derive::REASON_CODES.contains(&reason.code), "{}", reason.code);
            }
            let ended = matches!(facts.state, State::Cancelled | State::Finished | State::Closed);
            prop_assert_eq!(facts.pace.is_none(), ended);
            prop_assert_eq!(facts.days_overdue > 0, facts.overdue);
            prop_assert!(facts.work_days_overdue <= facts.days_overdue);
            prop_assert_eq!(matches!(facts.light, Light::Done), matches!(facts.state, State::Finished | State::Closed));
        }
    }

    #[test]
    fn snapshots_see_nothing_that_lies_ahead(sketches in vec(sketch(), 1..60), on in 0i64..420) {
        let all = programme(&sketches, |_| {});
        let known = programme(&sketches, |task| forget(&mut task.item, day(on)));
        let at = |project| snapshot(&report(project, day(on)));
        prop_assert_eq!(at(&all), at(&known));
    }

    #[test]
    fn changes_carry_a_snapshot_from_day_to_day(sketches in vec(sketch(), 1..60), days in [0i64..420, 0i64..420, 0i64..420]) {
        let project = programme(&sketches, |_| {});
        let [a, b, c] = days.map(|on| snapshot(&report(&project, day(on))));
        prop_assert!(changes(&a, &a).records.is_empty());
        let mut carried = a.clone();
        apply(&mut carried, &changes(&a, &b));
        prop_assert_eq!(&carried, &b);
        apply(&mut carried, &changes(&b, &c));
        prop_assert_eq!(&carried, &c);
    }
}
