//! Progress owed at cut-offs: whether it came in time, late, or not at all 未按时报送.

use crate::date::{Date, Weekday};
use crate::model::{Item, ProgressEntry, Reporting, ReportingCadence, State};

use super::course::{Course, course};

/// The last cut-off whose grace has run out by the day, and the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cutoffs {
    pub(super) last: Date,
    pub(super) before: Date,
    /// An entry after the first of these days and up to the second is in time.
    in_time: (Date, Date),
}

/// What an item owed at the last cut-off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Owed {
    pub(super) owed: bool,
    pub(super) in_time: bool,
    pub(super) stale: bool,
    pub(super) cutoff: Option<Date>,
}

pub(super) fn cutoffs(reporting: Reporting, day: Date) -> Cutoffs {
    let grace_days = i64::from(reporting.grace_days);
    let last = cutoff_by(reporting, day.plus_days(-grace_days));
    let before = cutoff_by(reporting, last.plus_days(-1));
    Cutoffs {
        last,
        before,
        in_time: (before.plus_days(grace_days), last.plus_days(grace_days)),
    }
}

/// The last cut-off on or before a day.
fn cutoff_by(reporting: Reporting, day: Date) -> Date {
    let months = match reporting.cadence {
        ReportingCadence::Weekly => return weekday_by(reporting.cutoff_day, day),
        ReportingCadence::Monthly => 1,
        ReportingCadence::Quarterly => 3,
    };
    let mut month = day.first_of_month();
    if months == 3 {
        // On to the quarter's last month, which holds its cut-off.
        month = month.plus_months(i32::from((3 - day.month() % 3) % 3));
    }
    let cutoff = in_month(month, reporting.cutoff_day);
    if cutoff <= day {
        cutoff
    } else {
        in_month(month.plus_months(-months), reporting.cutoff_day)
    }
}

/// Beyond the month's end it is the last day.
fn in_month(month: Date, cutoff_day: u8) -> Date {
    let day = month.plus_days(i64::from(cutoff_day.max(1)) - 1);
    day.min(month.last_of_month())
}

fn weekday_by(cutoff_day: u8, day: Date) -> Date {
    let since_monday = day.weekday() as i64 - Weekday::Monday as i64;
    let wanted = i64::from(cutoff_day.clamp(1, 7)) - 1;
    day.plus_days(-(since_monday - wanted).rem_euclid(7))
}

/// Owed by what was in progress at the cut-off and begun by the one before, on the record as it is read now;
/// `course` tells how far it had come on any day.
pub(super) fn owed(
    day: Date,
    cutoffs: Option<Cutoffs>,
    progress: &[ProgressEntry],
    course: impl Fn(Date) -> Course,
) -> Owed {
    let Some(cutoffs) = cutoffs else {
        return Owed::default();
    };
    if course(cutoffs.last).state() != State::InProgress || !course(cutoffs.before).begun {
        return Owed {
            cutoff: Some(cutoffs.last),
            ..Owed::default()
        };
    }
    let (opens, ends) = cutoffs.in_time;
    let mut dates = progress.iter().map(|entry| entry.date);
    let in_time = dates.clone().any(|date| opens < date && date <= ends);
    let later = dates.any(|date| ends < date && date <= day);
    Owed {
        owed: true,
        in_time,
        stale: !in_time && !later && course(day).state() == State::InProgress,
        cutoff: Some(cutoffs.last),
    }
}

/// Every cut-off whose grace ran out between two days, both included, the last one first.
pub(super) fn cutoffs_within(reporting: Reporting, from: Date, to: Date) -> Vec<Cutoffs> {
    let mut all = Vec::new();
    let mut next = cutoffs(reporting, to);
    // Its grace runs out on the last day on which an entry is in time.
    while from <= next.in_time.1 {
        all.push(next);
        let earlier = cutoffs(reporting, next.in_time.1.plus_days(-1));
        if next.last <= earlier.last {
            // The first day that there is.
            break;
        }
        next = earlier;
    }
    all
}

/// What became of a report that was owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    InTime,
    Late,
    Missing,
}

/// The last cut-offs whose grace had run out by a day, at most so many, the last one first; each with the day until
/// which a report counts as late and not as missing: the end of the next one's grace, and for the last the day itself.
pub(super) fn last_cutoffs(reporting: Reporting, day: Date, most: usize) -> Vec<(Cutoffs, Date)> {
    let mut all: Vec<(Cutoffs, Date)> = Vec::with_capacity(most);
    let mut closes = day;
    let mut next = cutoffs(reporting, day);
    while all.len() < most && all.last().is_none_or(|(last, _)| next.last < last.last) {
        all.push((next, closes));
        closes = next.in_time.1;
        next = cutoffs(reporting, closes.plus_days(-1));
    }
    all
}

/// None: nothing was owed. The record is read as it is now.
pub(super) fn outcome(item: &Item, cutoffs: Cutoffs, closes: Date) -> Option<Outcome> {
    let report = owed(closes, Some(cutoffs), &item.progress, |day| {
        course(item, day)
    });
    let (_, ends) = cutoffs.in_time;
    let mut dates = item.progress.iter().map(|entry| entry.date);
    report.owed.then(|| {
        if report.in_time {
            Outcome::InTime
        } else if dates.any(|date| ends < date && date <= closes) {
            Outcome::Late
        } else {
            Outcome::Missing
        }
    })
}
