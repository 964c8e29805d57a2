//! The work-day calendar of the office.

use std::collections::BTreeSet;

use crate::date::{Date, Weekday};

/// In the order of the days from Monday on.
const WEEK: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

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

    /// Work days after `from` up to and with `to`; 0 when `to` is no later.
    ///
    /// Whole weeks are reckoned, and only days off and worked days between the two are looked at.
    pub(crate) fn work_days_after(&self, from: Date, to: Date) -> u32 {
        let days = to.days_since(from);
        if days <= 0 {
            return 0;
        }
        let first = from.plus_days(1);
        let rests = |day: Date| self.weekend.contains(&day.weekday());
        let works = WEEK.map(|weekday| !self.weekend.contains(&weekday));
        // Any seven days in a row hold each weekday once.
        let (weeks, rest) = (days / 7, days % 7);
        let week = count(works.iter().filter(|works| **works));
        let from_monday = first.weekday() as usize - Weekday::Monday as usize;
        let in_turn = works.iter().cycle().skip(from_monday);
        let rest = usize::try_from(rest).unwrap_or(0);
        let tail = count(in_turn.take(rest).filter(|works| **works));
        let gained = count(self.work.range(first..=to).filter(|d| rests(**d)));
        let off = self.off.range(first..=to);
        let lost = count(off.filter(|d| !rests(**d) && !self.work.contains(d)));
        u32::try_from(weeks * week + tail + gained - lost).unwrap_or(u32::MAX)
    }
}

fn count<T>(days: impl Iterator<Item = T>) -> i64 {
    i64::try_from(days.count()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::collection::btree_set;
    use proptest::prelude::{Just, Strategy, prop_assert_eq, prop_oneof, proptest};
    use proptest::test_runner::Config;

    use super::Calendar;
    use crate::date::{Date, Weekday};

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

    fn any_calendar() -> impl Strategy<Value = Calendar> {
        let days = || btree_set((0i64..400).prop_map(|n| new_year().plus_days(n)), 0..40);
        let weekends = prop_oneof![
            Just(vec![]),
            Just(vec![Weekday::Saturday, Weekday::Sunday]),
            Just(vec![Weekday::Friday]),
            Just(vec![Weekday::Sunday, Weekday::Sunday]),
        ];
        (weekends, days(), days()).prop_map(|(weekend, off, work)| Calendar { weekend, off, work })
    }

    fn new_year() -> Date {
        Date::parse("2024-01-01").unwrap()
    }

    proptest! {
        #![proptest_config(Config { failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(2016), ..Config::default() })]
        #[test]
        fn reckoned_work_days_are_those_that_a_walk_counts(
            calendar in any_calendar(), from in -20i64..420, days in -5i64..420,
        ) {
            let from = new_year().plus_days(from);
            let walked = (1..=days).filter(|n| calendar.is_work_day(from.plus_days(*n))).count();
            let reckoned = calendar.work_days_after(from, from.plus_days(days));
            prop_assert_eq!(reckoned as usize, walked);
        }
    }
}
