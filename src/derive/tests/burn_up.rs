//! Burn-ups worked out by hand: what was due and what was finished by the end of each month.

use crate::derive::{BurnUp, burn_up, report};
use crate::model::{Cancellation, Limit, Project, Verdict};

use super::programme::{Programme, closure, d, due, entry, extension, finished};

fn points(made: &BurnUp) -> Vec<(String, u32, u32)> {
    let points = made.points.iter();
    points
        .map(|point| (point.day.to_string(), point.due, point.finished))
        .collect()
}

fn expected(points: &[(&str, u32, u32)]) -> Vec<(String, u32, u32)> {
    let points = points.iter();
    points
        .map(|(day, due, done)| ((*day).to_owned(), *due, *done))
        .collect()
}

/// Six items of which four count, in a campaign with this period.
fn office(start: &str, end: Option<&str>) -> Project {
    let mut programme = Programme::default();
    programme.campaign(|campaign| {
        campaign.period.start = Some(d(start));
        campaign.period.end = end.map(d);
    });
    // Due on the last day of January, finished on the third of February.
    programme.task(|task| {
        due(&mut task.item, "2026-01-05", "2026-01-31");
        task.item.progress = vec![finished("2026-02-03")];
    });
    // Its limit was put off in March; what matters is the limit in force.
    programme.task(|task| {
        due(&mut task.item, "2026-01-05", "2026-02-15");
        task.item.extensions = vec![extension(Some("2026-03-10"), "2026-04-30")];
    });
    // Finished in January, returned in February: it is not finished.
    programme.task(|task| {
        due(&mut task.item, "2026-01-05", "2026-02-28");
        task.item.progress = vec![finished("2026-01-20")];
        let days = [Some("2026-01-25"), Some("2026-02-10"), None];
        task.item.closures = vec![closure(Some(Verdict::Returned), days)];
    });
    // Closed without being reported finished: finished when the closing was asked for.
    programme.task(|task| {
        due(&mut task.item, "2026-01-05", "2026-05-31");
        let days = [Some("2026-03-01"), Some("2026-03-05"), Some("2026-03-08")];
        task.item.closures = vec![closure(Some(Verdict::Accepted), days)];
    });
    programme.task(|task| {
        due(&mut task.item, "2026-01-05", "2026-02-01");
        task.item.progress = vec![entry("2026-01-10")];
        task.item.cancelled = Some(Cancellation {
            on: d("2026-02-20"),
            by: None,
            reason: None,
        });
    });
    programme.task(|task| {
        task.item.limit = Limit::Ongoing;
        task.item.progress = vec![entry("2026-01-10")];
    });
    programme.project()
}

#[test]
fn due_and_finished_are_counted_at_the_ends_of_months() {
    let project = office("2026-01-05", None);
    let report = report(&project, d("2026-03-20"));
    let made = burn_up(&report, None, report.ledger.iter().copied());
    assert_eq!(made.total, 4);
    // Due: 31 January; then 28 February; the one put off is due in April.
    let wanted = [
        ("2026-01-31", 1, 0),
        ("2026-02-28", 2, 1),
        ("2026-03-20", 2, 2),
    ];
    assert_eq!(points(&made), expected(&wanted));
    // The last point says what the completion rate says: 2 of 4.
    assert_eq!(
        (report.whole.completion.count, report.whole.completion.of),
        (2, 4)
    );
}

#[test]
fn what_was_not_yet_known_counts_as_it_was_known() {
    let project = office("2026-01-05", None);
    let report = report(&project, d("2026-02-28"));
    let made = burn_up(&report, None, report.ledger.iter().copied());
    // Nobody has put off the second limit yet, nor asked to close the fourth task.
    let wanted = [("2026-01-31", 1, 0), ("2026-02-28", 3, 1)];
    assert_eq!(points(&made), expected(&wanted));
}

#[test]
fn a_campaign_that_is_over_is_drawn_to_its_end_or_its_last_finish() {
    for (end, last) in [
        ("2026-02-15", "2026-03-01"),
        ("2026-03-12", "2026-03-12"),
        ("2026-12-31", "2026-03-20"),
    ] {
        let project = office("2026-01-05", Some(end));
        let report = report(&project, d("2026-03-20"));
        let made = burn_up(&report, None, report.ledger.iter().copied());
        assert_eq!(
            made.points.last().map(|point| point.day),
            Some(d(last)),
            "{end}"
        );
    }
}

#[test]
fn long_periods_have_the_ends_of_quarters_and_of_years() {
    for (start, count, first) in [
        // 36 months before this one, and this day.
        ("2023-03-05", 37, "2023-03-31"),
        // 37 months: quarters from March 2023 to December 2025, and this day.
        ("2023-02-05", 13, "2023-03-31"),
        // 22 years that are over, and this one.
        ("2004-06-05", 23, "2004-12-31"),
        // Of 110 years every fifth, from 1920 to 2025, and this day.
        ("1916-06-05", 23, "1920-12-31"),
    ] {
        let project = office(start, None);
        let report = report(&project, d("2026-03-20"));
        let made = burn_up(&report, None, report.ledger.iter().copied());
        assert_eq!(made.points.len(), count, "{start}");
        assert_eq!(made.points[0].day, d(first), "{start}");
    }
}

#[test]
fn nothing_to_count_is_nothing_to_draw() {
    let mut programme = Programme::default();
    programme.task(|task| task.item.limit = Limit::Ongoing);
    let project = programme.project();
    let report = report(&project, d("2026-03-20"));
    let made = burn_up(&report, None, report.ledger.iter().copied());
    assert_eq!(made, BurnUp::default());
}
