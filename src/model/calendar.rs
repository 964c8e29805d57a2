//! The work-day calendar of the office.

use std::collections::BTreeSet;

use crate::date::{Date, Weekday};

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Calendar {
    pub(crate) weekend: Vec<Weekday>,
    /// Days off that would be work days.
    pub(crate) off: BTreeSet<Date>,
    /// Worked days that would be days off.
    pub(crate) work: BTreeSet<Date>,
}

impl Default for Calendar {
    fn default() -> Calendar {
        let weekend = vec![Weekday::Saturday, Weekday::Sunday];
        Calendar {
            weekend,
            off: BTreeSet::new(),
            work: BTreeSet::new(),
        }
    }
}

impl Calendar {
    pub(crate) fn is_work_day(&self, day: Date) -> bool {
        self.work.contains(&day)
            || !(self.off.contains(&day) || self.weekend.contains(&day.weekday()))
    }

    /// Whether the office has entered any day of this year; without, only weekends are off.
    pub(crate) fn covers(&self, year: i16) -> bool {
        self.off
            .iter()
            .chain(&self.work)
            .any(|day| day.year() == year)
    }

    /// Work days after `from` up to and with `to`.
    pub(crate) fn work_days_after(&self, from: Date, to: Date) -> u32 {
        let days = to.days_since(from);
        let counted = (1..=days)
            .filter(|n| self.is_work_day(from.plus_days(*n)))
            .count();
        u32::try_from(counted).unwrap_or(u32::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::Calendar;
    use crate::date::Date;

    #[test]
    fn days_off_and_worked_weekends_count_as_the_office_says() {
        let d = |text| Date::parse(text).unwrap();
        let calendar = Calendar {
            off: [d("2025-01-28"), d("2025-01-29")].into(),
            work: [d("2025-01-26")].into(),
            ..Calendar::default()
        };
        // Fri 24 → Sat 25 off, Sun 26 worked, Mon 27, Tue 28 off, Wed 29 off, Thu 30.
        assert_eq!(
            calendar.work_days_after(d("2025-01-24"), d("2025-01-30")),
            3
        );
        assert_eq!(
            calendar.work_days_after(d("2025-01-30"), d("2025-01-30")),
            0
        );
        assert!(calendar.covers(2025) && !calendar.covers(2026));
    }
}
