//! Random programmes: what always holds, and counts made over again without sums.

use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest};
use proptest::test_runner::Config;

use crate::date::Date;
use crate::decimal::Decimal;
use crate::derive::{ItemFacts, decision_on, kinship, report, task_on};
use crate::model::{
    Cancellation, HelpNeeded, Item, Key, Light, LightOverride, Limit, Project, Reporting,
    ReportingCadence, Seen, State, Task, Verdict,
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
    /// Another unit led it before that day.
    amended: Option<i64>,
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
        seldom(when()),
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
        amended: ends.3,
    })
}

fn fill(task: &mut Task, sketch: &Sketch, place: usize) {
    // A parent is written before its children, so that there are no rings.
    task.parent = sketch
        .parent
        .filter(|p| *p < place)
        .map(|p| Seen::Shown(Key::new(p)));
    task.head.exists_from = sketch.exists_from.map(day);
    fill_item(&mut task.item, sketch);
}

fn fill_item(item: &mut Item, sketch: &Sketch) {
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

pub(super) fn undecided(sketches: &[Sketch], change: impl Fn(&mut Task)) -> Programme {
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
        let key = programme.task(|task| {
            fill(task, sketch, place);
            change(task);
        });
        if let Some(on) = sketch.amended {
            programme.amend(key, &day(on).to_string(), |was| {
                was.item.lead = Seen::Shown(Key::new((sketch.lead + 1) % 5));
                was.item.responsible.clear();
                was.item.areas.clear();
                was.item.start = Some(day(0));
                was.item.limit = Limit::Due(day(90));
            });
        }
    }
    programme
}

/// How many of its decisions are actions.
pub(super) fn actions(sketches: &[Sketch]) -> usize {
    sketches.len().min(3)
}

/// Decisions of one meeting: actions that are carried on as the first tasks are, reworded since, and one with tasks.
pub(super) fn decisions(
    programme: &mut Programme,
    sketches: &[Sketch],
    change: impl Fn(&mut Item),
) {
    let meeting = programme.meeting("2025-03-01");
    for sketch in &sketches[..actions(sketches)] {
        let key = programme.decision(meeting, |decision| {
            let mut item = Item::bare(Seen::Shown(Key::new(sketch.lead)));
            fill_item(&mut item, sketch);
            change(&mut item);
            decision.lead = Some(item.lead);
            decision.action = Some(item);
        });
        programme.reword(key, &day(150).to_string(), "示例议定事项(原文)");
    }
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
        decisions(&mut decided, &sketches, |_| {});
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
}
