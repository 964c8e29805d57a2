//! State, dates and limits of one item.

use crate::derive::Timing;
use crate::model::{Cancellation, Closure, Limit, State, Verdict};

use super::programme::{
    alone, closure, d, due, entry, extension, finished, milestone, percent, suspended,
};

const ACCEPTED: Option<Verdict> = Some(Verdict::Accepted);
const RETURNED: Option<Verdict> = Some(Verdict::Returned);

#[test]
fn the_due_day_itself_is_on_time() {
    // Tue 30 June 2026; 1 July is a Wednesday, 4 and 5 July are a weekend.
    for (day, overdue, days, work_days, due_soon) in [
        ("2026-06-14", false, 0, 0, false),
        ("2026-06-15", false, 0, 0, true),
        ("2026-06-30", false, 0, 0, true),
        ("2026-07-01", true, 1, 1, false),
        ("2026-07-05", true, 5, 3, false),
        ("2026-07-06", true, 6, 4, false),
    ] {
        let facts = alone(day, |item| due(item, "2026-01-01", "2026-06-30"));
        assert_eq!(facts.overdue, overdue, "{day}");
        assert_eq!(facts.days_overdue, days, "{day}");
        assert_eq!(facts.work_days_overdue, work_days, "{day}");
        assert_eq!(facts.due_soon, due_soon, "{day}");
        assert_eq!(facts.days_to_due.is_none(), overdue, "{day}");
    }
}

#[test]
fn an_extension_counts_from_its_approval_and_keeps_the_original_due() {
    // Approved after the due date: overdue until then, and late against the original all the same.
    let at = |day: &str| {
        alone(day, |item| {
            due(item, "2026-01-01", "2026-03-31");
            item.extensions = vec![
                extension(Some("2026-04-10"), "2026-05-31"),
                extension(None, "2026-12-31"),
                extension(Some("2026-06-05"), "2026-06-30"),
            ];
        })
    };
    for (day, effective, overdue, late) in [
        ("2026-03-31", "2026-03-31", 0, false),
        ("2026-04-09", "2026-03-31", 9, true),
        ("2026-04-10", "2026-05-31", 0, true),
        ("2026-06-04", "2026-05-31", 4, true),
        ("2026-06-05", "2026-06-30", 0, true),
        ("2026-07-01", "2026-06-30", 1, true),
    ] {
        let facts = at(day);
        assert_eq!(facts.original_due, Some(d("2026-03-31")), "{day}");
        assert_eq!(facts.effective_due, Some(d(effective)), "{day}");
        assert_eq!(facts.days_overdue, overdue, "{day}");
        assert_eq!(facts.late_vs_original, late, "{day}");
    }
}

#[test]
fn of_two_extensions_approved_on_one_day_the_later_written_counts() {
    let facts = alone("2026-04-10", |item| {
        due(item, "2026-01-01", "2026-03-31");
        item.extensions = vec![
            extension(Some("2026-04-10"), "2026-08-31"),
            extension(Some("2026-04-10"), "2026-05-31"),
        ];
    });
    assert_eq!(facts.effective_due, Some(d("2026-05-31")));
}

#[test]
fn a_record_goes_through_its_states() {
    let at = |day: &str| {
        alone(day, |item| {
            due(item, "2026-01-01", "2026-06-30");
            item.progress = vec![entry("2026-02-01"), finished("2026-05-01")];
            item.suspensions = vec![suspended("2026-03-01", Some("2026-03-31"))];
            item.closures = vec![closure(
                ACCEPTED,
                [Some("2026-05-05"), Some("2026-05-10"), Some("2026-05-20")],
            )];
            item.cancelled = Some(Cancellation {
                on: d("2026-08-01"),
                by: None,
                reason: None,
            });
        })
    };
    for (day, state) in [
        ("2026-01-31", State::NotStarted),
        ("2026-02-01", State::InProgress),
        ("2026-02-28", State::InProgress),
        ("2026-03-01", State::Suspended),
        ("2026-03-31", State::Suspended),
        ("2026-04-01", State::InProgress),
        ("2026-05-01", State::Finished),
        ("2026-05-19", State::Finished),
        ("2026-05-20", State::Closed),
        ("2026-07-31", State::Closed),
        ("2026-08-01", State::Cancelled),
    ] {
        assert_eq!(at(day).state, state, "{day}");
    }
    assert_eq!(at("2026-05-20").finished_on, Some(d("2026-05-01")));
    assert_eq!(at("2026-05-20").closed_on, Some(d("2026-05-20")));
    assert_eq!(at("2026-05-19").closed_on, None);
}

#[test]
fn a_return_makes_an_item_in_progress_again() {
    let at = |day: &str| {
        alone(day, |item| {
            due(item, "2026-01-01", "2026-06-30");
            item.progress = vec![finished("2026-06-20"), finished("2026-05-01")];
            item.closures = vec![
                closure(RETURNED, [Some("2026-05-03"), Some("2026-05-10"), None]),
                closure(ACCEPTED, [Some("2026-06-21"), None, Some("2026-06-25")]),
            ];
        })
    };
    for (day, state, finished_on) in [
        ("2026-05-09", State::Finished, Some("2026-05-01")),
        ("2026-05-10", State::InProgress, None),
        ("2026-06-19", State::InProgress, None),
        ("2026-06-20", State::Finished, Some("2026-06-20")),
        ("2026-06-25", State::Closed, Some("2026-06-20")),
    ] {
        assert_eq!(at(day).state, state, "{day}");
        assert_eq!(at(day).finished_on, finished_on.map(d), "{day}");
    }
}

#[test]
fn what_was_finished_on_the_day_of_the_return_is_what_was_returned() {
    for (day, state) in [
        ("2026-05-10", State::InProgress),
        ("2026-05-11", State::Finished),
    ] {
        let facts = alone("2026-06-01", |item| {
            due(item, "2026-01-01", "2026-06-30");
            item.progress = vec![finished(day)];
            item.closures = vec![closure(RETURNED, [None, Some("2026-05-10"), None])];
        });
        assert_eq!(facts.state, state, "{day}");
    }
}

#[test]
fn a_return_after_the_closing_opens_it_again() {
    let facts = alone("2026-06-01", |item| {
        due(item, "2026-01-01", "2026-06-30");
        item.progress = vec![finished("2026-04-01")];
        item.closures = vec![
            closure(ACCEPTED, [None, None, Some("2026-04-10")]),
            closure(RETURNED, [None, Some("2026-05-10"), None]),
        ];
    });
    assert_eq!(facts.state, State::InProgress);
    assert_eq!((facts.finished_on, facts.closed_on), (None, None));
}

#[test]
fn accepted_without_a_finished_entry_is_finished_when_it_was_requested() {
    let accepted = |days: [Option<&str>; 3]| closure(ACCEPTED, days);
    let at = |day: &str, closure: Closure| {
        alone(day, |item| {
            due(item, "2026-01-01", "2026-06-30");
            item.closures = vec![closure.clone()];
        })
    };
    let asked = [Some("2026-05-05"), Some("2026-05-10"), Some("2026-05-20")];
    // The request alone is no acceptance.
    assert_eq!(at("2026-05-09", accepted(asked)).state, State::NotStarted);
    let verified = at("2026-05-10", accepted(asked));
    assert_eq!(verified.state, State::Finished);
    assert!(verified.begun);
    assert_eq!(verified.finished_on, Some(d("2026-05-05")));
    let unasked = at("2026-05-20", accepted([None, None, Some("2026-05-20")]));
    assert_eq!(unasked.state, State::Closed);
    assert_eq!(unasked.finished_on, Some(d("2026-05-20")));
    // Nothing but the request is dated.
    let undated = at("2026-05-20", accepted([Some("2026-05-05"), None, None]));
    assert_eq!(undated.state, State::Finished);
    assert_eq!(undated.finished_on, Some(d("2026-05-05")));
}

#[test]
fn a_hundred_percent_is_not_finished() {
    let facts = alone("2026-06-01", |item| {
        due(item, "2026-01-01", "2026-06-30");
        item.progress = vec![percent("2026-05-01", "100")];
    });
    assert_eq!(facts.state, State::InProgress);
}

#[test]
fn a_milestone_done_begins_an_item() {
    let at = |day: &str| {
        alone(day, |item| {
            due(item, "2026-01-01", "2026-06-30");
            item.milestones = vec![milestone("2026-03-31", "1", Some("2026-03-20"))];
        })
    };
    assert_eq!(at("2026-03-19").state, State::NotStarted);
    assert_eq!(at("2026-03-20").state, State::InProgress);
}

#[test]
fn the_last_suspension_counts_and_moves_no_limit() {
    let at = |day: &str| {
        alone(day, |item| {
            due(item, "2026-01-01", "2026-06-30");
            item.progress = vec![entry("2026-02-01")];
            item.suspensions = vec![
                suspended("2026-05-01", Some("2026-05-10")),
                suspended("2026-03-01", None),
            ];
        })
    };
    assert_eq!(at("2026-04-30").state, State::Suspended);
    assert_eq!(at("2026-05-10").state, State::Suspended);
    assert_eq!(at("2026-05-11").state, State::InProgress);
    let late = alone("2026-07-02", |item| {
        due(item, "2026-01-01", "2026-06-30");
        item.suspensions = vec![suspended("2026-03-01", None)];
    });
    assert_eq!(late.state, State::Suspended);
    assert_eq!(late.days_overdue, 2);
}

#[test]
fn a_finish_is_early_on_time_or_late() {
    for (day, timing, late) in [
        ("2026-06-29", Timing::Early, false),
        ("2026-06-30", Timing::OnTime, false),
        ("2026-07-01", Timing::Late, true),
    ] {
        let facts = alone("2026-12-31", |item| {
            due(item, "2026-01-01", "2026-06-30");
            item.progress = vec![finished(day)];
        });
        assert_eq!(facts.timing, Some(timing));
        assert_eq!(facts.late_vs_original, late, "{day}");
        assert_eq!(facts.days_overdue, 0);
    }
}

#[test]
fn an_ongoing_item_has_no_limit() {
    let facts = alone("2026-12-31", |item| {
        item.limit = Limit::Ongoing;
        item.start = Some(d("2026-01-01"));
        item.progress = vec![percent("2026-02-01", "40")];
    });
    assert!(facts.ongoing);
    assert_eq!((facts.original_due, facts.effective_due), (None, None));
    assert_eq!((facts.planned, facts.gap), (None, None));
    assert!(!facts.overdue && !facts.due_soon && !facts.late_vs_original);
}
