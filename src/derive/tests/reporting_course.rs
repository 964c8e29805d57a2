//! What came in time, late or not at all at one cut-off after the other, worked out by hand.

use crate::derive::{Reported, item_reporting, report, unit_reporting};
use crate::model::{Item, Key, Limit, Project, Reporting, ReportingCadence, Seen};

use super::programme::{Programme, d, due, entry, finished};

/// Everybody owes on the 25th, with three days of grace; each item is led by the unit of this place.
fn office(items: Vec<(usize, Vec<&str>)>) -> Project {
    let mut programme = Programme::default();
    let campaign = programme.campaign(|campaign| {
        campaign.reporting = Some(Reporting {
            cadence: ReportingCadence::Monthly,
            cutoff_day: 25,
            grace_days: 3,
        });
    });
    for _ in 0..2 {
        programme.unit(|_| {});
    }
    for (lead, dates) in items {
        programme.task(|task| {
            due(&mut task.item, "2026-01-01", "2026-12-31");
            task.item.campaign = Some(Seen::Shown(campaign));
            task.item.lead = Seen::Shown(Key::new(lead));
            task.item.progress = dates.into_iter().map(entry).collect();
        });
    }
    programme.project()
}

fn cell(in_time: u32, late: u32, missing: u32) -> Reported {
    Reported {
        owed: in_time + late + missing,
        in_time,
        late,
        missing,
    }
}

#[test]
fn each_cut_off_has_what_came_in_time_late_or_not_at_all() {
    // Begun in January; on 26 April for the 25th; nothing in May but on 1 June; and one on 20 June.
    let dates = vec![
        "2026-01-10",
        "2026-02-20",
        "2026-04-26",
        "2026-06-01",
        "2026-06-20",
    ];
    let project = office(vec![(0, dates)]);
    let report = report(&project, d("2026-06-30"));
    let course = item_reporting(&report, &report.ledger);
    // Nothing was owed in January: it had not begun by 25 December.
    let days = [
        "2026-02-25",
        "2026-03-25",
        "2026-04-25",
        "2026-05-25",
        "2026-06-25",
    ];
    assert_eq!(course.cutoffs, days.map(d));
    let row = vec![
        cell(1, 0, 0),
        // Nothing until 28 March; that of 26 April came before the next grace ran out.
        cell(0, 1, 0),
        cell(1, 0, 0),
        cell(0, 1, 0),
        cell(1, 0, 0),
    ];
    assert_eq!(course.rows, vec![(0, row)]);
}

#[test]
fn a_report_after_the_next_grace_is_missing_at_the_cut_off_before() {
    let project = office(vec![(0, vec!["2026-01-10", "2026-04-29"])]);
    let report = report(&project, d("2026-05-30"));
    let course = item_reporting(&report, &report.ledger);
    // 29 April is a day too late for April's, and in time for May's.
    let row = vec![cell(0, 0, 1), cell(0, 0, 1), cell(0, 1, 0), cell(1, 0, 0)];
    assert_eq!(course.rows, vec![(0, row)]);
}

#[test]
fn units_add_up_what_they_lead_and_agree_with_the_report_rate() {
    let project = office(vec![
        (0, vec!["2026-03-10", "2026-05-20"]),
        (0, vec!["2026-03-10"]),
        (1, vec!["2026-03-10", "2026-05-29"]),
    ]);
    let report = report(&project, d("2026-05-31"));
    let course = unit_reporting(&report);
    assert_eq!(course.cutoffs, [d("2026-04-25"), d("2026-05-25")]);
    let rows = vec![
        // By 25 April nobody had said anything since March.
        (Key::new(0), vec![cell(0, 1, 1), cell(1, 0, 1)]),
        (Key::new(1), vec![cell(0, 0, 1), cell(0, 1, 0)]),
    ];
    assert_eq!(course.rows, rows);
    // In time 1 of 3 at the last cut-off, as the roll-up has it; and one is stale.
    assert_eq!((report.whole.report.count, report.whole.report.of), (1, 3));
    assert_eq!(report.whole.stale, 1);
}

#[test]
fn what_is_finished_owes_no_longer_and_what_is_ongoing_does() {
    let mut project = office(vec![
        (0, vec!["2026-03-10", "2026-04-20"]),
        (0, vec!["2026-03-10"]),
    ]);
    let change = |project: &mut Project, place: usize, change: fn(&mut Item)| {
        let mut tasks = project.tasks.nouns_mut();
        change(&mut tasks.nth(place).expect("a task").now.item);
    };
    change(&mut project, 0, |item| {
        item.progress.push(finished("2026-05-02"))
    });
    change(&mut project, 1, |item| item.limit = Limit::Ongoing);
    let report = report(&project, d("2026-05-31"));
    let course = item_reporting(&report, &report.ledger);
    let rows = vec![
        (0, vec![cell(1, 0, 0), cell(0, 0, 0)]),
        (1, vec![cell(0, 0, 1), cell(0, 0, 1)]),
    ];
    assert_eq!(course.rows, rows);
}

#[test]
fn at_most_twelve_cut_offs_are_looked_at() {
    let project = office(vec![(0, vec!["2024-01-10"])]);
    let report = report(&project, d("2026-05-31"));
    let course = unit_reporting(&report);
    assert_eq!(course.cutoffs.len(), 12);
    assert_eq!(course.cutoffs[0], d("2025-06-25"));
    assert_eq!(course.cutoffs[11], d("2026-05-25"));
}

#[test]
fn who_owes_nothing_has_no_row() {
    let project = office(vec![(0, vec![]), (1, vec!["2026-05-20"])]);
    let report = report(&project, d("2026-05-31"));
    let course = unit_reporting(&report);
    assert!(course.cutoffs.is_empty() && course.rows.is_empty());
}
