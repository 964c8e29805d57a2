//! Parents over their leaves, and decisions over their tasks.

use crate::derive::{Count, ItemFacts, report};
use crate::model::{Cancellation, Item, Key, Light, Limit, Seen, State, Task, TaskOrigin, Verdict};

use super::programme::{
    Programme, closure, codes, d, due, entry, facts_of, finished, n, percent, suspended,
};

fn cancelled(on: &str) -> Option<Cancellation> {
    Some(Cancellation {
        on: d(on),
        by: None,
        reason: None,
    })
}

/// A parent from January to December over leaves that each change one item; 181 days from 1 January to 1 July.
fn over(day: &str, leaves: &[&dyn Fn(&mut Item)]) -> ItemFacts {
    parent(day, |_| {}, leaves)
}

fn parent(day: &str, own: impl FnOnce(&mut Item), leaves: &[&dyn Fn(&mut Item)]) -> ItemFacts {
    let mut programme = Programme::default();
    let parent = programme.task(|task| {
        due(&mut task.item, "2026-01-01", "2026-12-31");
        own(&mut task.item);
    });
    for change in leaves {
        programme.task(|task| {
            task.parent = Some(Seen::Shown(parent));
            due(&mut task.item, "2026-01-01", "2026-07-20");
            change(&mut task.item);
        });
    }
    let project = programme.project();
    facts_of(&report(&project, d(day)), parent).clone()
}

#[test]
fn progress_is_the_weighted_mean_of_the_leaves() {
    // 200 days to 20 July: on 11 April 100 of them have passed.
    let facts = over(
        "2026-04-11",
        &[
            &|item| {
                item.weight = n("2");
                item.progress = vec![percent("2026-02-01", "130")];
            },
            &|item| item.progress = vec![percent("2026-02-01", "10"), finished("2026-03-01")],
            &|_| {},
            &|item| {
                item.limit = Limit::Due(d("2026-08-31"));
                item.start = None;
                item.progress = vec![percent("2026-02-01", "33.33")];
            },
            &|item| {
                item.weight = n("50");
                item.cancelled = cancelled("2026-04-11");
            },
            &|item| {
                item.weight = n("50");
                item.limit = Limit::Ongoing;
                item.progress = vec![percent("2026-02-01", "1")];
            },
        ],
    );
    // (2·100 + 100 + 0 + 33.33) / 5 and 50 over the three that have a plan.
    assert_eq!(facts.actual, Some(n("66.67")));
    assert_eq!(facts.planned, Some(n("50")));
    assert_eq!(facts.gap, Some(n("-16.67")));
    assert_eq!(facts.state, State::InProgress);
    assert!(!facts.in_ledger);
    // Its dates are its own.
    assert_eq!(facts.effective_due, Some(d("2026-12-31")));
}

#[test]
fn leaves_of_leaves_count_and_middle_parents_do_not() {
    let mut programme = Programme::default();
    let top = programme.task(|task| due(&mut task.item, "2026-01-01", "2026-12-31"));
    let child = |programme: &mut Programme, parent: Key<Task>, actual: &str| {
        programme.task(|task| {
            task.parent = Some(Seen::Shown(parent));
            due(&mut task.item, "2026-01-01", "2026-12-31");
            task.item.progress = vec![percent("2026-02-01", actual)];
        })
    };
    // The middle's own 99 % is no leaf's; its two leaves and the one beside it weigh the same.
    let middle = child(&mut programme, top, "99");
    child(&mut programme, middle, "10");
    child(&mut programme, middle, "20");
    child(&mut programme, top, "60");
    let project = programme.project();
    let report = report(&project, d("2026-03-01"));
    assert_eq!(facts_of(&report, top).actual, Some(n("30")));
    assert_eq!(facts_of(&report, middle).actual, Some(n("15")));
    assert_eq!(report.whole.total, 3);
    assert_eq!(report.children[top.place()], [middle, Key::new(4)]);
}

#[test]
fn a_parent_is_finished_with_the_last_of_its_leaves() {
    let done = |on: &'static str| move |item: &mut Item| item.progress = vec![finished(on)];
    let gone = |item: &mut Item| item.cancelled = cancelled("2026-02-01");
    let forever = |item: &mut Item| item.limit = Limit::Ongoing;
    let facts = over(
        "2026-04-11",
        &[&done("2026-03-01"), &done("2026-03-20"), &gone, &forever],
    );
    assert_eq!(facts.state, State::Finished);
    assert_eq!(facts.finished_on, Some(d("2026-03-20")));
    assert_eq!(
        (facts.light, codes(&facts)),
        (Light::Done, vec!["finished"])
    );
    let facts = over("2026-03-10", &[&done("2026-03-01"), &done("2026-03-20")]);
    assert_eq!((facts.state, facts.finished_on), (State::InProgress, None));
    let facts = over("2026-02-10", &[&done("2026-03-01"), &done("2026-03-20")]);
    assert_eq!(facts.state, State::NotStarted);
    let facts = over("2026-02-10", &[&gone, &gone]);
    assert_eq!(
        (facts.state, facts.actual, facts.planned),
        (State::NotStarted, None, None)
    );
}

#[test]
fn only_ongoing_leaves_begin_a_parent() {
    let forever = |item: &mut Item| {
        item.limit = Limit::Ongoing;
        item.progress = vec![entry("2026-02-01")];
    };
    assert_eq!(over("2026-02-10", &[&forever]).state, State::InProgress);
    assert_eq!(
        over("2026-02-10", &[&forever, &|_| {}]).state,
        State::NotStarted
    );
}

#[test]
fn a_parents_own_end_comes_first() {
    let open = |_: &mut Item| {};
    let done = |item: &mut Item| item.progress = vec![finished("2026-03-01")];
    let facts = parent(
        "2026-04-11",
        |item| item.cancelled = cancelled("2026-04-01"),
        &[&open],
    );
    assert_eq!(facts.state, State::Cancelled);
    let facts = parent(
        "2026-04-11",
        |item| item.progress = vec![finished("2026-04-01")],
        &[&open],
    );
    assert_eq!(
        (facts.state, facts.finished_on),
        (State::Finished, Some(d("2026-04-01")))
    );
    assert_eq!(facts.credited, n("100"));
    let stopped = suspended("2026-03-15", Some("2026-04-11"));
    let at = |day: &str| {
        parent(
            day,
            |item| item.suspensions = vec![stopped.clone()],
            &[&done],
        )
    };
    assert_eq!(
        (at("2026-04-11").state, at("2026-04-11").finished_on),
        (State::Suspended, None)
    );
    assert_eq!(at("2026-04-12").state, State::Finished);
    // Its closing was returned after all its leaves had finished.
    let returned = closure(Some(Verdict::Returned), [None, Some("2026-04-01"), None]);
    let facts = parent(
        "2026-04-11",
        |item| item.closures = vec![returned],
        &[&done],
    );
    assert_eq!((facts.state, facts.finished_on), (State::InProgress, None));
    let accepted = closure(Some(Verdict::Accepted), [None, None, Some("2026-04-02")]);
    let facts = parent(
        "2026-04-11",
        |item| item.closures = vec![accepted],
        &[&done],
    );
    assert_eq!(
        (facts.state, facts.closed_on),
        (State::Closed, Some(d("2026-04-02")))
    );
}

#[test]
fn a_child_that_does_not_exist_yet_leaves_a_leaf() {
    let mut programme = Programme::default();
    let parent = programme.task(|task| due(&mut task.item, "2026-01-01", "2026-12-31"));
    programme.task(|task| {
        task.parent = Some(Seen::Shown(parent));
        task.head.exists_from = Some(d("2026-05-01"));
        due(&mut task.item, "2026-05-01", "2026-12-31");
    });
    let project = programme.project();
    let before = report(&project, d("2026-04-30"));
    assert_eq!(before.ledger, [Count::Task(Key::new(0))]);
    assert!(before.tasks[1].is_none() && before.task_placings[1].is_none());
    let after = report(&project, d("2026-05-01"));
    assert_eq!(after.ledger, [Count::Task(Key::new(1))]);
}

fn action(start_due: (&str, &str)) -> Option<Item> {
    let mut action = Item::bare(Seen::Shown(Key::new(0)));
    due(&mut action, start_due.0, start_due.1);
    Some(action)
}

fn origin(decision: Key<crate::model::Decision>) -> Option<TaskOrigin> {
    Some(TaskOrigin {
        meeting: None,
        decision: Some(Seen::Shown(decision)),
        document: None,
        inspection: None,
        instruction: None,
        text: None,
    })
}

#[test]
fn an_action_without_tasks_is_counted_and_one_with_tasks_is_not() {
    let mut programme = Programme::default();
    let meeting = programme.meeting("2026-03-11");
    let alone = programme.decision(meeting, |decision| {
        decision.action = action(("2026-03-11", "2026-03-31"));
    });
    let carried = programme.decision(meeting, |decision| {
        decision.action = action(("2026-03-11", "2026-04-30"));
        decision.tasks = vec![
            Seen::Shown(Key::new(1)),
            Seen::Hidden,
            Seen::Shown(Key::new(1)),
        ];
    });
    let noted = programme.decision(meeting, |_| {});
    let hidden = programme.decision(meeting, |decision| {
        decision.action = action(("2026-03-11", "2026-04-30"));
        decision.tasks = vec![Seen::Hidden];
    });
    let by_origin = programme.task(|task| {
        task.origin = origin(carried);
        due(&mut task.item, "2026-03-11", "2026-04-30");
        task.item.progress = vec![percent("2026-04-01", "80")];
    });
    let named = programme.task(|task| {
        due(&mut task.item, "2026-03-11", "2026-04-30");
        task.item.progress = vec![percent("2026-04-01", "20")];
    });
    let project = programme.project();
    let after = report(&project, d("2026-04-02"));
    assert_eq!(after.carried_out_by[carried.place()], [named, by_origin]);
    let (own, shown) = (
        &after.decisions[alone.place()],
        &after.decisions[carried.place()],
    );
    let own = own.as_ref().unwrap().as_ref().unwrap();
    assert!(own.in_ledger && own.overdue);
    let shown = shown.as_ref().unwrap().as_ref().unwrap();
    assert_eq!((shown.actual, shown.in_ledger), (Some(n("50")), false));
    assert_eq!(after.decisions[noted.place()], Some(None));
    let counted = [
        Count::Task(by_origin),
        Count::Task(named),
        Count::Decision(alone),
        Count::Decision(hidden),
    ];
    assert_eq!(after.ledger, counted);
    assert_eq!(after.whole.total, 4);
    // Before the meeting there are no decisions.
    let before = report(&project, d("2026-03-10"));
    assert_eq!(before.meetings, [false]);
    assert_eq!(before.decisions, [None, None, None, None]);
    assert!(before.carried_out_by.iter().all(Vec::is_empty));
}

#[test]
fn a_decision_over_a_task_and_its_child_counts_the_leaf_once() {
    let mut programme = Programme::default();
    let meeting = programme.meeting("2026-03-11");
    let decision = programme.decision(meeting, |decision| {
        decision.tasks = [0, 1, 2].map(|place| Seen::Shown(Key::new(place))).into();
    });
    let parent = programme.task(|task| due(&mut task.item, "2026-03-11", "2026-04-30"));
    programme.task(|task| {
        task.parent = Some(Seen::Shown(parent));
        due(&mut task.item, "2026-03-11", "2026-04-30");
        task.item.progress = vec![percent("2026-04-01", "90")];
    });
    programme.task(|task| {
        due(&mut task.item, "2026-03-11", "2026-04-30");
        task.item.progress = vec![percent("2026-04-01", "10")];
    });
    let project = programme.project();
    let report = report(&project, d("2026-04-02"));
    let facts = report.decisions[decision.place()]
        .as_ref()
        .unwrap()
        .as_ref()
        .unwrap();
    assert_eq!(facts.actual, Some(n("50")));
    // It sets no limit of its own, and is not ongoing for that.
    assert_eq!((facts.effective_due, facts.ongoing), (None, false));
}

#[test]
fn a_parent_owes_no_report_of_its_own() {
    let mut programme = Programme::default();
    let campaign = programme.campaign(|campaign| {
        campaign.reporting = Some(crate::model::Reporting {
            cadence: crate::model::ReportingCadence::Monthly,
            cutoff_day: 25,
            grace_days: 0,
        });
    });
    let parent = programme.task(|task| {
        due(&mut task.item, "2026-01-01", "2026-12-31");
        task.item.campaign = Some(Seen::Shown(campaign));
    });
    let child = programme.task(|task| {
        task.parent = Some(Seen::Shown(parent));
        due(&mut task.item, "2026-01-01", "2026-12-31");
        task.item.progress = vec![entry("2026-01-02")];
    });
    let project = programme.project();
    let report = report(&project, d("2026-05-01"));
    assert!(facts_of(&report, child).stale);
    assert!(!facts_of(&report, parent).stale);
    let rate = report.whole.report;
    assert_eq!((rate.count, rate.of, rate.percent), (0, 1, Some(n("0"))));
}
