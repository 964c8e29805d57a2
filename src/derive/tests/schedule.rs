//! Slips, forecasts and pauses at the days on which they turn.

use crate::date::Date;
use crate::derive::{Schedule, report, schedule};
use crate::model::{Extension, Limit, Span, Suspension, Task};

use super::programme::{Programme, d};

fn at(day: &str, change: impl FnOnce(&mut Task)) -> Schedule {
    let mut programme = Programme::default();
    let key = programme.task(|task| {
        task.item.start = Some(d("2025-01-01"));
        task.item.limit = Limit::Due(d("2025-06-30"));
        change(task);
    });
    let project = programme.project();
    let report = report(&project, d(day));
    let task = project.tasks.at(key, d(day));
    let facts = report.tasks[key.place()].as_ref().unwrap();
    schedule(&task.item, facts, d(day))
}

fn extended(approved: &str, due: &str) -> Extension {
    Extension {
        asked_on: None,
        approved_on: Some(d(approved)),
        approved_by: None,
        due: d(due),
        reason: None,
    }
}

fn slip(schedule: &Schedule) -> Option<(Date, Date, i64)> {
    schedule.slip.map(|slip| (slip.from, slip.to, slip.days))
}

#[test]
fn an_open_item_slips_from_the_day_after_its_limit() {
    assert_eq!(slip(&at("2025-06-30", |_| {})), None);
    assert_eq!(
        slip(&at("2025-07-01", |_| {})),
        Some((d("2025-06-30"), d("2025-07-01"), 1))
    );
}

#[test]
fn only_an_approved_extension_moves_the_limit() {
    let change =
        |task: &mut Task| task.item.extensions = vec![extended("2025-06-20", "2025-07-31")];
    let before = at("2025-06-19", change);
    assert_eq!((before.due, before.original), (Some(d("2025-06-30")), None));
    let after = at("2025-06-20", change);
    assert_eq!(after.due, Some(d("2025-07-31")));
    assert_eq!(after.original, Some(d("2025-06-30")));
    // June has 30 days and July 31.
    assert_eq!(
        slip(&at("2025-09-01", change)),
        Some((d("2025-07-31"), d("2025-09-01"), 32))
    );
}

#[test]
fn a_pause_ends_with_its_last_day_or_at_the_day() {
    let change = |task: &mut Task| {
        task.item.suspensions = vec![Suspension {
            span: Span {
                from: d("2025-03-01"),
                to: Some(d("2025-03-31")),
            },
            reason: None,
        }];
    };
    assert!(at("2025-02-28", change).pauses.is_empty());
    for (day, to, now) in [
        ("2025-03-10", "2025-03-10", true),
        ("2025-03-31", "2025-03-31", true),
        ("2025-04-01", "2025-03-31", false),
    ] {
        let pauses = at(day, change).pauses;
        assert_eq!(pauses.len(), 1);
        assert_eq!((pauses[0].to, pauses[0].now), (d(to), now), "{day}");
    }
}
