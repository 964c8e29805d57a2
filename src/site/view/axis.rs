//! Days laid out along a line, for drawings that show when things are.

use std::cmp::Ordering;

use crate::date::{Date, together};

/// Whole months, from the first day of one to the last of another.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Axis {
    from: Date,
    days: i64,
}

impl Axis {
    /// Has room for today and for these days, but for those that are far from all others: one mistyped year would leave
    /// no room for the rest.
    pub(crate) fn over(days: impl Iterator<Item = Date>, today: Date) -> Axis {
        let (early, late) = together(days, today);
        let from = early.first_of_month();
        Axis {
            from,
            days: late.last_of_month().days_since(from).max(1),
        }
    }

    /// How far along a line of this length a day is; days off the line stand at its ends.
    pub(crate) fn along(&self, day: Date, length: i64) -> i64 {
        day.days_since(self.from).clamp(0, self.days) * length / self.days
    }

    /// Before it, on it or after it.
    pub(crate) fn side(&self, day: Date) -> Ordering {
        match day.days_since(self.from) {
            away if away < 0 => Ordering::Less,
            away if away > self.days => Ordering::Greater,
            _ => Ordering::Equal,
        }
    }

    /// First days of months, no closer than `apart` on a line of this length.
    pub(crate) fn ticks(&self, length: i64, apart: i64) -> Vec<Date> {
        let months = |step: i32| {
            let mut day = self.from;
            let mut ticks = Vec::new();
            while day.days_since(self.from) <= self.days {
                ticks.push(day);
                let next = day.plus_months(step);
                if next <= day {
                    // The calendar's last day.
                    break;
                }
                day = next;
            }
            ticks
        };
        let steps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12_000];
        let fits = |ticks: &Vec<Date>| {
            let mut pairs = ticks.windows(2);
            pairs.all(|pair| self.along(pair[1], length) - self.along(pair[0], length) >= apart)
        };
        let mut all = steps.into_iter().map(months);
        all.find(fits).unwrap_or_else(|| vec![self.from])
    }
}

/// A place of 10,000 as an SVG attribute takes it: 1234 is `12.34%`.
pub(crate) fn percent(place: i64) -> String {
    format!("{}.{:02}%", place / 100, place % 100)
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering;

    use super::{Axis, percent};
    use crate::date::Date;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    /// January to April 2026 has 31 + 28 + 31 + 30 = 120 days, and 119 from its first to its last.
    fn spring() -> Axis {
        let days = ["2026-01-20", "2026-04-02"].map(day);
        Axis::over(days.into_iter(), day("2026-02-14"))
    }

    #[test]
    fn days_stand_where_they_are_counted() {
        let axis = spring();
        for (on, place) in [
            ("2026-01-01", 0),
            // 31 of 119.
            ("2026-02-01", 2605),
            // 90 of 119.
            ("2026-04-01", 7563),
            ("2026-04-30", 10_000),
            // Off the line.
            ("2025-06-01", 0),
            ("2027-06-01", 10_000),
        ] {
            assert_eq!(axis.along(day(on), 10_000), place, "{on}");
        }
        assert_eq!(percent(2605), "26.05%");
        assert_eq!(percent(7), "0.07%");
        assert_eq!(percent(10_000), "100.00%");
    }

    #[test]
    fn ticks_keep_their_distance() {
        let axis = spring();
        let months = |ticks: Vec<Date>| ticks.iter().map(|on| on.month()).collect::<Vec<_>>();
        // February is the narrowest: 28 of 119 days are 2352 of 10,000; with rounding 2353.
        assert_eq!(months(axis.ticks(10_000, 2352)), [1, 2, 3, 4]);
        assert_eq!(months(axis.ticks(10_000, 2400)), [1, 3]);
        assert_eq!(months(axis.ticks(10_000, 9000)), [1]);
    }

    #[test]
    fn the_calendars_last_day_ends_it() {
        let last = day("9999-12-31");
        for from in ["9999-11-03", "2026-01-20", "9999-12-31"] {
            let first = day(from).first_of_month();
            let axis = Axis {
                from: first,
                days: last.days_since(first),
            };
            assert_eq!(axis.along(last, 10_000), 10_000, "{from}");
            let ticks = axis.ticks(10_000, 1000);
            assert_eq!(ticks[0], day(from).first_of_month(), "{from}");
            assert!(ticks.windows(2).all(|pair| pair[0] < pair[1]), "{from}");
        }
    }

    #[test]
    fn a_day_far_from_all_others_is_not_on_it() {
        let days = ["2026-01-20", "2206-12-31", "1926-01-01"].map(day);
        let axis = Axis::over(days.into_iter(), day("2026-02-14"));
        assert_eq!(axis.along(day("2026-02-28"), 10_000), 10_000);
        assert_eq!(axis.side(day("2026-01-01")), Ordering::Equal);
        assert_eq!(axis.side(day("2026-02-28")), Ordering::Equal);
        assert_eq!(axis.side(day("2206-12-31")), Ordering::Greater);
        assert_eq!(axis.side(day("1926-01-01")), Ordering::Less);
    }

    #[test]
    fn today_is_always_on_it() {
        let none: [Date; 0] = [];
        let axis = Axis::over(none.into_iter(), day("2026-02-15"));
        // 14 of 27.
        assert_eq!(axis.along(day("2026-02-15"), 10_000), 5185);
    }
}
