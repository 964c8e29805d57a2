//! Cut-offs, what is owed at them, and what came in time.

use crate::derive::ItemFacts;
use crate::derive::report;
use crate::derive::reporting::cutoffs;
use crate::model::{Item, Reporting, ReportingCadence, Seen};

use super::programme::{Programme, codes, d, due, entry, facts_of, finished, suspended};

use ReportingCadence::{Monthly, Quarterly, Weekly};

fn rule(cadence: ReportingCadence, cutoff_day: u8, grace_days: u8) -> Reporting {
    Reporting {
        cadence,
        cutoff_day,
        grace_days,
    }
}

#[test]
fn the_last_cutoff_and_the_one_before() {
    for (cadence, cutoff_day, grace, day, last, before) in [
        // 23 November 2026 is a Monday.
        (Weekly, 1, 0, "2026-11-23", "2026-11-23", "2026-11-16"),
        (Weekly, 2, 0, "2026-11-23", "2026-11-17", "2026-11-10"),
        (Weekly, 7, 0, "2026-11-23", "2026-11-22", "2026-11-15"),
        (Weekly, 1, 1, "2026-11-23", "2026-11-16", "2026-11-09"),
        (Weekly, 1, 1, "2026-11-24", "2026-11-23", "2026-11-16"),
        // Across the year: 1 January 2027 is a Friday.
        (Weekly, 5, 0, "2027-01-01", "2027-01-01", "2026-12-25"),
        (Weekly, 4, 0, "2027-01-01", "2026-12-31", "2026-12-24"),
        (Weekly, 5, 2, "2027-01-02", "2026-12-25", "2026-12-18"),
        (Monthly, 25, 0, "2026-11-25", "2026-11-25", "2026-10-25"),
        (Monthly, 25, 0, "2026-11-24", "2026-10-25", "2026-09-25"),
        (Monthly, 25, 3, "2026-11-27", "2026-10-25", "2026-09-25"),
        (Monthly, 25, 3, "2026-11-28", "2026-11-25", "2026-10-25"),
        // Beyond the month's end.
        (Monthly, 31, 0, "2026-04-30", "2026-04-30", "2026-03-31"),
        (Monthly, 31, 0, "2026-03-30", "2026-02-28", "2026-01-31"),
        (Monthly, 30, 0, "2024-03-01", "2024-02-29", "2024-01-30"),
        (Monthly, 31, 2, "2026-03-02", "2026-02-28", "2026-01-31"),
        (Monthly, 5, 0, "2026-01-04", "2025-12-05", "2025-11-05"),
        (Quarterly, 31, 0, "2026-06-30", "2026-06-30", "2026-03-31"),
        (Quarterly, 31, 0, "2026-06-29", "2026-03-31", "2025-12-31"),
        (Quarterly, 20, 0, "2026-02-28", "2025-12-20", "2025-09-20"),
        (Quarterly, 20, 5, "2026-12-24", "2026-09-20", "2026-06-20"),
        (Quarterly, 20, 5, "2026-12-25", "2026-12-20", "2026-09-20"),
    ] {
        let made = cutoffs(rule(cadence, cutoff_day, grace), d(day));
        assert_eq!(
            made.last,
            d(last),
            "{cadence:?} {cutoff_day}+{grace} on {day}"
        );
        assert_eq!(
            made.before,
            d(before),
            "{cadence:?} {cutoff_day}+{grace} on {day}"
        );
    }
}

/// Due at the end of the year, in a campaign with the 25th of each month and three days of grace.
fn owed(day: &str, change: impl FnOnce(&mut Item)) -> ItemFacts {
    let mut programme = Programme::default();
    let campaign = programme.campaign(|c| c.reporting = Some(rule(Monthly, 25, 3)));
    let task = programme.task(|task| {
        due(&mut task.item, "2026-01-01", "2026-12-31");
        task.item.campaign = Some(Seen::Shown(campaign));
        change(&mut task.item);
    });
    let project = programme.project();
    facts_of(&report(&project, d(day)), task).clone()
}

#[test]
fn in_time_is_after_the_grace_of_the_cutoff_before_and_within_its_own() {
    // C = 25 May, C′ = 25 April: from 29 April to 28 May.
    for (date, in_time, stale) in [
        ("2026-04-28", false, true),
        ("2026-04-29", true, false),
        ("2026-05-28", true, false),
        ("2026-05-29", false, false),
        ("2026-06-02", false, true),
    ] {
        let facts = owed("2026-06-01", |item| {
            item.progress = vec![entry("2026-04-20"), entry(date)];
        });
        assert!(facts.report_owed, "{date}");
        assert_eq!(facts.report_in_time, in_time, "{date}");
        assert_eq!(facts.stale, stale, "{date}");
        assert_eq!(facts.report_cutoff, Some(d("2026-05-25")));
        assert_eq!(codes(&facts).contains(&"stale"), stale, "{date}");
    }
}

#[test]
fn what_had_not_begun_by_the_cutoff_before_owes_nothing() {
    let begun = |date: &str| owed("2026-06-01", |item| item.progress = vec![entry(date)]);
    assert!(begun("2026-04-25").report_owed);
    assert!(!begun("2026-04-26").report_owed);
    assert!(!begun("2026-04-26").stale);
}

#[test]
fn only_what_was_in_progress_at_the_cutoff_owes() {
    let with_finish = |date: &str| {
        owed("2026-06-01", |item| {
            item.progress = vec![entry("2026-03-01"), finished(date)];
        })
    };
    assert!(!with_finish("2026-05-25").report_owed);
    // Finished a day after it: that entry is the report.
    let facts = with_finish("2026-05-26");
    assert!(facts.report_owed && facts.report_in_time && !facts.stale);
    let facts = owed("2026-06-01", |item| {
        item.progress = vec![entry("2026-03-01")];
        item.suspensions = vec![suspended("2026-05-01", Some("2026-05-25"))];
    });
    assert!(!facts.report_owed);
    // In progress at the cut-off, suspended now: owed and not in time, but not stale.
    let facts = owed("2026-06-01", |item| {
        item.progress = vec![entry("2026-03-01")];
        item.suspensions = vec![suspended("2026-05-26", None)];
    });
    assert!(facts.report_owed && !facts.report_in_time && !facts.stale);
}

#[test]
fn the_grace_must_have_run_out() {
    let on = |day: &str| owed(day, |item| item.progress = vec![entry("2026-04-20")]);
    assert_eq!(on("2026-05-27").report_cutoff, Some(d("2026-04-25")));
    assert!(!on("2026-05-27").stale);
    assert_eq!(on("2026-05-28").report_cutoff, Some(d("2026-05-25")));
    assert!(on("2026-05-28").stale);
}

#[test]
fn a_campaign_without_reporting_asks_for_nothing() {
    let mut programme = Programme::default();
    let campaign = programme.campaign(|_| {});
    let task = programme.task(|task| {
        due(&mut task.item, "2026-01-01", "2026-12-31");
        task.item.campaign = Some(Seen::Shown(campaign));
        task.item.progress = vec![entry("2026-01-02")];
    });
    let project = programme.project();
    let report = report(&project, d("2026-06-01"));
    let facts = facts_of(&report, task);
    assert!(!facts.report_owed && !facts.stale && facts.report_cutoff.is_none());
    assert_eq!(report.whole.report.percent, None);
}
