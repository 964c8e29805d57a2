//! The course of problems: states, rounds, limits and lights.

use crate::date::Date;
use crate::derive::{ProblemFacts, report};
use crate::model::{
    Cancellation, Closure, Key, Light, Limit, Problem, ProblemState as P, Reopening, Reporting,
    ReportingCadence, Seen, State, Verdict,
};

use super::programme::{
    Programme, closure, codes, d, due, entry, extension, finished, n, percent, t,
};

/// The facts of one problem that stands alone.
fn alone(day: &str, change: impl FnOnce(&mut Problem)) -> ProblemFacts {
    linked(day, |_| {}, change)
}

/// The same beside tasks.
pub(super) fn linked(
    day: &str,
    tasks: impl FnOnce(&mut Programme),
    change: impl FnOnce(&mut Problem),
) -> ProblemFacts {
    let mut programme = Programme::default();
    tasks(&mut programme);
    programme.problem(change);
    let project = programme.project();
    report(&project, d(day)).problems[0]
        .clone()
        .expect("a problem that exists")
}

pub(super) fn asked(on: &str) -> Closure {
    closure(None, [Some(on), None, None])
}

pub(super) fn accepted(asked_on: &str, closed_on: &str) -> Closure {
    closure(
        Some(Verdict::Accepted),
        [Some(asked_on), None, Some(closed_on)],
    )
}

pub(super) fn returned(asked_on: &str, verified_on: &str) -> Closure {
    closure(
        Some(Verdict::Returned),
        [Some(asked_on), Some(verified_on), None],
    )
}

pub(super) fn again(on: &str) -> Reopening {
    Reopening {
        on: d(on),
        reason: Some(t("反弹")),
    }
}

fn on(day: &str) -> Option<Date> {
    Some(d(day))
}

#[test]
fn a_problem_goes_from_open_to_closed() {
    let course = |problem: &mut Problem| {
        problem.item.progress = vec![entry("2025-03-05")];
        problem.item.closures = vec![accepted("2025-03-10", "2025-03-20")];
    };
    // Each fact counts from its own day on.
    for (day, state, item, light) in [
        ("2025-03-04", P::Open, State::NotStarted, Light::NoData),
        (
            "2025-03-05",
            P::Rectifying,
            State::InProgress,
            Light::NoData,
        ),
        (
            "2025-03-09",
            P::Rectifying,
            State::InProgress,
            Light::NoData,
        ),
        ("2025-03-10", P::Rectified, State::Finished, Light::Done),
        ("2025-03-19", P::Rectified, State::Finished, Light::Done),
        ("2025-03-20", P::Closed, State::Closed, Light::Done),
    ] {
        let facts = alone(day, course);
        assert_eq!(facts.state, state, "{day}");
        assert_eq!(facts.item.state, item, "{day}");
        assert_eq!(facts.item.light, light, "{day}");
        assert!(!facts.item.reasons.is_empty(), "{day}");
    }
    let facts = alone("2025-03-20", course);
    assert_eq!(facts.rectified_on, on("2025-03-10"));
    assert_eq!(facts.closed_on, on("2025-03-20"));
    assert_eq!((facts.closed_times, facts.reopened_times), (1, 0));
}

#[test]
fn a_problem_exists_from_its_day() {
    let mut programme = Programme::default();
    let change = |problem: &mut Problem| problem.head.exists_from = on("2025-03-02");
    let key = programme.problem(change);
    let project = programme.project();
    let there = |day| report(&project, d(day)).problems[key.place()].is_some();
    assert!(!there("2025-03-01"));
    assert!(there("2025-03-02"));
}

#[test]
fn a_returned_request_no_longer_counts() {
    let course = |problem: &mut Problem| {
        problem.item.closures = vec![returned("2025-03-10", "2025-03-15")];
    };
    // Asked for on the 10th; returned on the 15th, and so open again, though nobody reported any work.
    assert_eq!(alone("2025-03-09", course).state, P::Open);
    let before = alone("2025-03-14", course);
    assert_eq!(before.state, P::Rectified);
    assert_eq!(before.rectified_on, on("2025-03-10"));
    assert_eq!(before.returned_on, None);
    let after = alone("2025-03-15", course);
    assert_eq!(after.state, P::Rectifying);
    assert_eq!(after.rectified_on, None);
    assert_eq!(after.returned_on, on("2025-03-15"));

    // Asked for once more: on the day of the return it is the later one of the list.
    let twice = |problem: &mut Problem| {
        problem.item.closures = vec![returned("2025-03-10", "2025-03-15"), asked("2025-03-15")];
    };
    let facts = alone("2025-03-15", twice);
    assert_eq!(facts.state, P::Rectified);
    assert_eq!(facts.rectified_on, on("2025-03-15"));
    assert_eq!(facts.returned_on, on("2025-03-15"));
}

#[test]
fn a_problem_comes_back_and_is_closed_again() {
    let course = |problem: &mut Problem| {
        problem.item.progress = vec![entry("2025-02-01")];
        problem.item.closures = vec![
            accepted("2025-03-10", "2025-03-20"),
            accepted("2025-05-10", "2025-05-20"),
        ];
        problem.reopened = vec![again("2025-04-01")];
    };
    for (day, state, reopened_on, closed_on, times) in [
        ("2025-03-31", P::Closed, None, on("2025-03-20"), (1, 0)),
        ("2025-04-01", P::Reopened, on("2025-04-01"), None, (1, 1)),
        // It stays re-opened while its closing is asked for again.
        ("2025-05-10", P::Reopened, on("2025-04-01"), None, (1, 1)),
        ("2025-05-20", P::Closed, None, on("2025-05-20"), (2, 1)),
    ] {
        let facts = alone(day, course);
        assert_eq!(facts.state, state, "{day}");
        assert_eq!(facts.reopened_on, reopened_on, "{day}");
        assert_eq!(facts.closed_on, closed_on, "{day}");
        assert_eq!((facts.closed_times, facts.reopened_times), times, "{day}");
    }
    // Re-opened is in progress again; what put it right the first time does not the second.
    assert_eq!(alone("2025-04-01", course).item.state, State::InProgress);
    assert_eq!(alone("2025-04-01", course).rectified_on, None);
    assert_eq!(alone("2025-05-20", course).rectified_on, on("2025-05-10"));
}

#[test]
fn only_what_was_closed_comes_back() {
    let closed = vec![accepted("2025-03-10", "2025-03-20")];
    for (day, state) in [
        // The day of the closing is not after it.
        ("2025-03-20", P::Closed),
        ("2025-03-21", P::Reopened),
        ("2025-03-01", P::Closed),
    ] {
        let facts = alone("2025-06-01", |problem| {
            problem.item.closures.clone_from(&closed);
            problem.reopened = vec![again(day)];
        });
        assert_eq!(facts.state, state, "{day}");
    }
    // Twice in a row is once; on one day, what was closed is opened before it is closed again.
    let facts = alone("2025-06-01", |problem| {
        problem.item.closures = vec![closed[0].clone(), accepted("2025-04-01", "2025-04-02")];
        problem.reopened = vec![again("2025-04-01"), again("2025-04-02")];
    });
    assert_eq!(facts.state, P::Closed);
    assert_eq!((facts.closed_times, facts.reopened_times), (2, 1));
}

#[test]
fn a_return_after_a_closing_opens_it_without_reopening() {
    let facts = alone("2025-06-01", |problem| {
        problem.item.closures = vec![
            accepted("2025-03-10", "2025-03-20"),
            returned("2025-03-25", "2025-04-01"),
        ];
    });
    assert_eq!(facts.state, P::Rectifying);
    assert_eq!(facts.closed_on, None);
    assert_eq!(facts.reopened_times, 0);
}

#[test]
fn tasks_put_a_problem_right() {
    let tasks = |programme: &mut Programme| {
        programme.task(|task| {
            due(&mut task.item, "2025-01-01", "2025-06-30");
            task.item.progress = vec![percent("2025-03-01", "50"), finished("2025-04-10")];
        });
        programme.task(|task| {
            due(&mut task.item, "2025-01-01", "2025-06-30");
            task.item.progress = vec![finished("2025-05-10")];
        });
        // Neither of these keeps it from being rectified.
        programme.task(|task| task.item.limit = Limit::Ongoing);
        programme.task(|task| {
            due(&mut task.item, "2025-01-01", "2025-06-30");
            task.item.cancelled = Some(Cancellation {
                on: d("2025-02-01"),
                by: None,
                reason: None,
            });
        });
    };
    let all = |problem: &mut Problem| {
        problem.tasks = (0..4).map(|place| Seen::Shown(Key::new(place))).collect();
    };
    // Begun with the first entry of a linked task.
    assert_eq!(linked("2025-02-28", tasks, all).state, P::Open);
    let half = linked("2025-03-01", tasks, all);
    assert_eq!(half.state, P::Rectifying);
    // A: the mean of 50 and nothing; P: 59 of 180 days for both, 32.78.
    assert_eq!(half.item.actual, Some(n("25")));
    assert_eq!(half.item.planned, Some(n("32.78")));
    assert_eq!(half.item.gap, Some(n("7.78")));
    assert_eq!(linked("2025-05-09", tasks, all).state, P::Rectifying);
    let done = linked("2025-05-10", tasks, all);
    assert_eq!(done.state, P::Rectified);
    assert_eq!(done.rectified_on, on("2025-05-10"));
    assert_eq!(done.item.actual, Some(n("100")));
    assert_eq!(done.tasks.len(), 4);
}

#[test]
fn tasks_finished_before_it_came_back_do_not_put_it_right_again() {
    let tasks = |programme: &mut Programme| {
        programme.task(|task| task.item.progress = vec![finished("2025-03-05")]);
        programme.task(|task| {
            due(&mut task.item, "2025-01-01", "2025-06-30");
            task.item.progress = vec![finished("2025-03-05")];
        });
    };
    let course = |problem: &mut Problem| {
        problem.tasks = vec![Seen::Shown(Key::new(1)), Seen::Hidden];
        problem.item.closures = vec![
            accepted("2025-03-10", "2025-03-20"),
            returned("2025-04-10", "2025-04-20"),
        ];
        problem.reopened = vec![again("2025-04-01")];
    };
    let facts = linked("2025-04-30", tasks, course);
    assert_eq!(facts.state, P::Reopened);
    assert_eq!(facts.item.state, State::InProgress);
    assert_eq!(facts.rectified_on, None);
    assert_eq!(facts.returned_on, on("2025-04-20"));
    assert_eq!(facts.tasks, vec![Key::new(1)]);
}

#[test]
fn the_limit_is_that_of_an_item() {
    let until = |day: &str, change: &dyn Fn(&mut Problem)| {
        alone(day, |problem| {
            // 2024 has a leap day.
            problem.item.limit = Limit::Due(d("2024-02-29"));
            change(problem);
        })
    };
    let open = |_: &mut Problem| {};
    let on_day = until("2024-02-29", &open);
    assert!(!on_day.item.overdue && on_day.item.due_soon);
    assert_eq!(on_day.item.days_to_due, Some(0));
    let late = until("2024-03-01", &open);
    assert!(late.item.overdue);
    assert_eq!(late.item.days_overdue, 1);
    assert_eq!(late.item.light, Light::Red);
    assert_eq!(codes(&late.item)[0], "overdue");
    // 15 days before the limit it is near, 16 days before it is not.
    assert!(until("2024-02-14", &open).item.due_soon);
    assert!(!until("2024-02-13", &open).item.due_soon);

    // Put right is not overdue, but late by the day on which it was put right.
    let rectified = |problem: &mut Problem| problem.item.closures = vec![asked("2024-03-01")];
    let facts = until("2024-03-31", &rectified);
    assert!(!facts.item.overdue && facts.item.late_vs_original);
    assert_eq!(facts.item.light, Light::Done);
    // Came back: as late as the day.
    let back = |problem: &mut Problem| {
        problem.item.closures = vec![accepted("2024-02-20", "2024-02-25")];
        problem.reopened = vec![again("2024-03-05")];
    };
    let facts = until("2024-03-10", &back);
    assert!(facts.item.overdue);
    assert_eq!(facts.item.days_overdue, 10);
    assert_eq!(facts.item.light, Light::Red);
}

#[test]
fn without_a_limit_a_problem_is_not_ongoing() {
    let facts = alone("2025-06-01", |problem| {
        problem.item.progress = vec![percent("2025-05-30", "40")];
    });
    assert!(!facts.item.ongoing && !facts.item.overdue && !facts.item.in_ledger);
    assert_eq!(facts.item.effective_due, None);
    assert_eq!(facts.item.planned, None);
    assert_eq!(facts.item.light, Light::Green);
    assert_eq!(codes(&facts.item), vec!["in-order"]);
}

#[test]
fn progress_is_owed_by_a_problem_without_tasks() {
    let facts = |day: &str, change: &dyn Fn(&mut Problem)| {
        let mut programme = Programme::default();
        let campaign = programme.campaign(|campaign| {
            campaign.reporting = Some(Reporting {
                cadence: ReportingCadence::Monthly,
                cutoff_day: 25,
                grace_days: 3,
            });
        });
        programme.problem(|problem| {
            problem.item.campaign = Some(Seen::Shown(campaign));
            problem.item.progress = vec![entry("2025-02-01")];
            change(problem);
        });
        let project = programme.project();
        report(&project, d(day)).problems[0].clone().expect("there")
    };
    let silent = |_: &mut Problem| {};
    // Begun by 25 February, in progress on 25 March, whose grace ends on the 28th.
    assert!(!facts("2025-03-27", &silent).item.stale);
    let stale = facts("2025-03-28", &silent);
    assert!(stale.item.stale && stale.item.report_owed);
    assert_eq!(stale.item.light, Light::Yellow);
    // A closing that was asked for by the cut-off leaves nothing owed.
    let asked_for = |problem: &mut Problem| problem.item.closures = vec![asked("2025-03-25")];
    assert!(!facts("2025-03-28", &asked_for).item.report_owed);
}

#[test]
fn an_extension_of_a_task_moves_no_limit_of_its_problem() {
    let tasks = |programme: &mut Programme| {
        programme.task(|task| {
            due(&mut task.item, "2025-01-01", "2025-03-31");
            // Approved after the limit had passed.
            task.item.extensions = vec![extension(Some("2025-04-05"), "2025-05-31")];
        });
    };
    let facts = linked("2025-04-10", tasks, |problem| {
        problem.tasks = vec![Seen::Shown(Key::new(0))];
        problem.item.limit = Limit::Due(d("2025-03-31"));
    });
    assert!(facts.item.overdue);
    assert_eq!(facts.item.days_overdue, 10);
    // P of the task: 99 of 150 days.
    assert_eq!(facts.item.planned, Some(n("66")));
}
