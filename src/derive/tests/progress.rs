//! Planned and actual progress, gap and pace.

use crate::derive::{ActualBasis, PlannedBasis};
use crate::model::{Item, Limit, Pace, ProgressEntry, Target};

use super::programme::{alone, d, due, entry, extension, finished, milestone, n, percent, point};

fn planned(day: &str, change: impl FnOnce(&mut Item)) -> Option<String> {
    alone(day, change).planned.map(|p| p.to_string())
}

#[test]
fn planned_by_calendar_days() {
    // 2026 from 1 January to 30 June: 180 days; to 1 March 59 of them: 32.777…
    for (day, wanted) in [
        ("2025-12-31", "0"),
        ("2026-01-01", "0"),
        ("2026-01-02", "0.56"),
        ("2026-03-01", "32.78"),
        ("2026-06-29", "99.44"),
        ("2026-06-30", "100"),
        ("2026-07-15", "100"),
    ] {
        let made = planned(day, |item| due(item, "2026-01-01", "2026-06-30"));
        assert_eq!(made.as_deref(), Some(wanted), "{day}");
    }
}

#[test]
fn a_leap_day_is_a_day() {
    // 2024: 1 February to 1 April is 60 days, 1 March is the 29th of them.
    let made = planned("2024-03-01", |item| due(item, "2024-02-01", "2024-04-01"));
    assert_eq!(made.as_deref(), Some("48.33"));
    let made = planned("2023-03-01", |item| due(item, "2023-02-01", "2023-04-01"));
    assert_eq!(made.as_deref(), Some("47.46"));
}

#[test]
fn a_start_that_is_the_due_day_is_nothing_and_then_all() {
    let made = |day| planned(day, |item| due(item, "2026-03-11", "2026-03-11"));
    assert_eq!(made("2026-03-10").as_deref(), Some("0"));
    assert_eq!(made("2026-03-11").as_deref(), Some("100"));
}

#[test]
fn planned_through_the_points_of_a_plan() {
    let with_start = |item: &mut Item| {
        due(item, "2026-01-01", "2026-05-01");
        item.plan = vec![point("2026-01-11", "30"), point("2026-04-01", "60")];
    };
    for (day, wanted) in [
        ("2025-12-01", "0"),
        ("2026-01-01", "0"),
        ("2026-01-06", "15"),
        ("2026-01-11", "30"),
        // 80 days and 30 points from there: 27 February is the 47th.
        ("2026-02-27", "47.63"),
        ("2026-04-01", "60"),
        ("2026-04-16", "80"),
        ("2026-05-01", "100"),
    ] {
        assert_eq!(planned(day, with_start).as_deref(), Some(wanted), "{day}");
    }
    let without = |item: &mut Item| {
        item.limit = Limit::Due(d("2026-05-01"));
        item.plan = vec![point("2026-04-01", "60")];
    };
    assert_eq!(planned("2026-03-31", without).as_deref(), Some("0"));
    assert_eq!(planned("2026-04-01", without).as_deref(), Some("60"));
    assert_eq!(planned("2026-04-16", without).as_deref(), Some("80"));
}

#[test]
fn a_point_on_the_day_of_the_start_replaces_nothing() {
    let plan = |item: &mut Item| {
        due(item, "2026-04-01", "2026-04-11");
        item.plan = vec![point("2026-04-01", "50")];
    };
    assert_eq!(planned("2026-03-31", plan).as_deref(), Some("0"));
    assert_eq!(planned("2026-04-01", plan).as_deref(), Some("50"));
    assert_eq!(planned("2026-04-06", plan).as_deref(), Some("75"));
}

#[test]
fn an_extension_replaces_the_end_of_the_plan() {
    let plan = |item: &mut Item| {
        due(item, "2026-01-01", "2026-04-11");
        item.plan = vec![point("2026-04-01", "80"), point("2026-04-11", "95")];
        item.extensions = vec![extension(Some("2026-04-05"), "2026-05-01")];
    };
    // Before it is approved: (04-01, 80) to (04-11, 95).
    assert_eq!(planned("2026-04-04", plan).as_deref(), Some("84.5"));
    // From then on: (04-01, 80) to (05-01, 100).
    assert_eq!(planned("2026-04-07", plan).as_deref(), Some("84"));
    assert_eq!(planned("2026-04-16", plan).as_deref(), Some("90"));
    assert_eq!(planned("2026-05-01", plan).as_deref(), Some("100"));
}

#[test]
fn an_earlier_limit_ends_the_plan_there() {
    let plan = |item: &mut Item| {
        due(item, "2026-01-01", "2026-05-01");
        item.plan = vec![point("2026-02-20", "50"), point("2026-04-01", "60")];
        item.extensions = vec![extension(Some("2026-02-01"), "2026-03-12")];
    };
    // (02-20, 50) to (03-12, 100): twenty days.
    assert_eq!(planned("2026-03-02", plan).as_deref(), Some("75"));
}

#[test]
fn planned_by_milestones() {
    let stones = |item: &mut Item| {
        due(item, "2026-01-01", "2026-06-30");
        item.milestones = vec![
            milestone("2026-02-28", "1", None),
            milestone("2026-04-30", "2", None),
            milestone("2026-06-30", "3", None),
        ];
    };
    assert_eq!(planned("2026-02-27", stones).as_deref(), Some("0"));
    assert_eq!(planned("2026-02-28", stones).as_deref(), Some("16.67"));
    assert_eq!(planned("2026-06-29", stones).as_deref(), Some("50"));
    let extended = |item: &mut Item| {
        stones(item);
        item.extensions = vec![extension(Some("2026-06-01"), "2026-08-31")];
    };
    assert_eq!(planned("2026-06-30", extended).as_deref(), Some("100"));
}

#[test]
fn nothing_is_planned_without_plan_milestones_and_start() {
    let bare = |item: &mut Item| item.limit = Limit::Due(d("2026-06-30"));
    assert_eq!(planned("2026-06-29", bare), None);
    assert_eq!(planned("2026-06-30", bare).as_deref(), Some("100"));
}

#[test]
fn actual_is_the_last_percent_then_quantity_then_milestones() {
    let quantity = |date: &str, number: &str| ProgressEntry {
        quantity: Some(n(number)),
        ..entry(date)
    };
    let target = |number: &str| {
        Some(Target {
            quantity: Some(n(number)),
            unit: None,
            text: None,
        })
    };
    let facts = alone("2026-05-31", |item| {
        due(item, "2026-01-01", "2026-12-31");
        item.target = target("3");
        item.progress = vec![
            percent("2026-04-01", "40"),
            // Written later, dated earlier.
            percent("2026-03-01", "99"),
            quantity("2026-05-01", "2"),
            percent("2026-06-01", "80"),
        ];
    });
    assert_eq!(facts.actual, Some(n("40")));
    assert_eq!(
        facts.actual_basis,
        ActualBasis::Percent {
            on: d("2026-04-01")
        }
    );
    assert_eq!(facts.last_progress, Some(2));

    let facts = alone("2026-05-31", |item| {
        due(item, "2026-01-01", "2026-12-31");
        item.target = target("3");
        item.milestones = vec![milestone("2026-03-01", "1", Some("2026-03-01"))];
        item.progress = vec![quantity("2026-05-01", "1"), quantity("2026-05-01", "2")];
    });
    assert_eq!(facts.actual, Some(n("66.67")));

    // A quantity without a target says nothing; milestones do.
    let facts = alone("2026-05-31", |item| {
        due(item, "2026-01-01", "2026-12-31");
        item.milestones = vec![
            milestone("2026-03-01", "1", Some("2026-05-31")),
            milestone("2026-03-01", "2", Some("2026-06-01")),
        ];
        item.progress = vec![quantity("2026-05-01", "2")];
    });
    assert_eq!(facts.actual, Some(n("33.33")));
    let (done, of) = (n("1"), n("3"));
    assert_eq!(facts.actual_basis, ActualBasis::Milestones { done, of });

    let facts = alone("2026-05-31", |item| {
        due(item, "2026-01-01", "2026-12-31");
        item.progress = vec![quantity("2026-05-01", "2")];
    });
    assert_eq!(facts.actual, None);
    assert_eq!(facts.pace, Some(Pace::Unknown));
}

#[test]
fn more_than_all_counts_as_all() {
    // 1 January to 30 June 2026: 90 of 180 days on 1 April.
    let facts = alone("2026-04-01", |item| {
        due(item, "2026-01-01", "2026-06-30");
        item.progress = vec![percent("2026-03-31", "286")];
    });
    assert_eq!(facts.actual, Some(n("286")));
    assert_eq!(facts.gap, Some(n("-50")));
    assert_eq!(facts.credited, n("100"));
    assert_eq!(
        facts.planned_basis,
        PlannedBasis::Days {
            passed: 90,
            of: 180
        }
    );
}

#[test]
fn thresholds_of_pace_are_met_exactly() {
    for (actual, gap, pace) in [
        ("55.01", "-5.01", Pace::Ahead),
        ("55", "-5", Pace::Ahead),
        ("54.99", "-4.99", Pace::OnSchedule),
        ("40.01", "9.99", Pace::OnSchedule),
        ("40", "10", Pace::Behind),
        ("20", "30", Pace::Behind),
        ("19.99", "30.01", Pace::FarBehind),
        // Rounded when made: 40.005 is 40.01, so the gap is 9.99 and not 9.995.
        ("40.005", "9.99", Pace::OnSchedule),
        ("40.004", "10", Pace::Behind),
    ] {
        let facts = alone("2026-04-01", |item| {
            due(item, "2026-01-01", "2026-06-30");
            item.progress = vec![percent("2026-03-31", actual)];
        });
        assert_eq!(facts.gap, Some(n(gap)), "{actual}");
        assert_eq!(facts.pace, Some(pace), "{actual}");
    }
}

#[test]
fn what_has_ended_has_no_gap_and_no_pace() {
    let facts = alone("2026-04-01", |item| {
        due(item, "2026-01-01", "2026-06-30");
        item.progress = vec![percent("2026-03-01", "20"), finished("2026-03-31")];
    });
    assert_eq!((facts.gap, facts.pace), (None, None));
    assert_eq!(
        (facts.planned, facts.actual),
        (Some(n("50")), Some(n("20")))
    );
    assert_eq!(facts.credited, n("100"));
}
