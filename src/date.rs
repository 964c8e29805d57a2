//! Dates: ISO days, months, quarters and weeks; the only module that names `jiff`.

use std::fmt;

use jiff::civil;
use jiff::{Span, ToSpan};

/// A calendar day, `2016-03-11`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Date(civil::Date);

/// Why a text is no date.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum NoDate {
    /// `3-11`, `3月11日`: the year is never guessed.
    WithoutYear,
    /// `2026-02-30`: the form is right, there is no such day.
    NoSuchDay,
    /// Anything else.
    NotIso,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) enum Weekday {
    Monday = 1,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

/// As many as there are in the calendar, and more than there are from any of its days.
const ALL_DAYS: i64 = 7_304_484;
const ALL_MONTHS: i32 = 239_976;

impl Date {
    /// None when there is no such day.
    pub(crate) fn new(year: i16, month: u8, day: u8) -> Option<Date> {
        let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        civil::Date::new(year, month, day).ok().map(Date)
    }

    /// Reads `2016-03-11` and nothing else.
    pub(crate) fn parse(text: &str) -> Result<Date, NoDate> {
        let fits = |(place, byte): (usize, u8)| match place {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        };
        if text.len() != "2016-03-11".len() || !text.bytes().enumerate().all(fits) {
            return Err(match lacks_year(text) {
                true => NoDate::WithoutYear,
                false => NoDate::NotIso,
            });
        }
        let number = |digits: &str| digits.parse::<i16>().expect("invariant: digits only");
        let two = |digits: &str| u8::try_from(number(digits)).expect("invariant: two digits");
        Date::new(number(&text[..4]), two(&text[5..7]), two(&text[8..])).ok_or(NoDate::NoSuchDay)
    }

    /// The day that was most likely meant by a text that is no ISO date: `2026年3月11日`, `2026/3/11`, `20260311`,
    /// `11.03.2026`, and `2026-31-03`, where no month has that number.
    pub(crate) fn meant(text: &str) -> Option<Date> {
        let text = plain_digits(text.trim());
        let known = |c: char| c.is_ascii_digit() || " 年月日号-/.,".contains(c);
        let numbers: Vec<&str> = text
            .split(|c: char| !c.is_ascii_digit())
            .filter(|number| !number.is_empty())
            .collect();
        let [first, second, third] = match numbers[..] {
            [y, m, d] if y.len() == 4 && m.len() <= 2 && d.len() <= 2 => [y, m, d],
            // Whether day or month comes first, only one above 12 can tell.
            [d, m, y] if y.len() == 4 && [d, m].iter().any(|n| n.len() == 2 && **n > *"12") => {
                [y, m, d]
            }
            [all] if all.len() == 8 => [&all[..4], &all[4..6], &all[6..]],
            _ => return None,
        };
        let (year, month, day) = (
            first.parse().ok()?,
            second.parse().ok()?,
            third.parse().ok()?,
        );
        let found = Date::new(year, month, day).or_else(|| Date::new(year, day, month));
        found.filter(|_| text.chars().all(known))
    }

    /// The ISO date at the front of a text, as in `2016-03-11-launch`.
    pub(crate) fn leading(text: &str) -> Option<Date> {
        text.get(..10).and_then(|front| Date::parse(front).ok())
    }

    pub(crate) fn year(self) -> i16 {
        self.0.year()
    }

    pub(crate) fn month(self) -> u8 {
        self.0.month().unsigned_abs()
    }

    pub(crate) fn day(self) -> u8 {
        self.0.day().unsigned_abs()
    }

    pub(crate) fn weekday(self) -> Weekday {
        match self.0.weekday() {
            civil::Weekday::Monday => Weekday::Monday,
            civil::Weekday::Tuesday => Weekday::Tuesday,
            civil::Weekday::Wednesday => Weekday::Wednesday,
            civil::Weekday::Thursday => Weekday::Thursday,
            civil::Weekday::Friday => Weekday::Friday,
            civil::Weekday::Saturday => Weekday::Saturday,
            civil::Weekday::Sunday => Weekday::Sunday,
        }
    }

    /// Calendar days from `earlier` to this day; negative when `earlier` is later.
    pub(crate) fn days_since(self, earlier: Date) -> i64 {
        self.number() - earlier.number()
    }

    /// Days since 0000-03-01 in the proleptic Gregorian calendar.
    fn number(self) -> i64 {
        let (year, month) = (i64::from(self.year()), i64::from(self.month()));
        let (y, m) = if month > 2 {
            (year, month - 3)
        } else {
            (year - 1, month + 9)
        };
        365 * y + y.div_euclid(4) - y.div_euclid(100)
            + y.div_euclid(400)
            + (153 * m + 2) / 5
            + i64::from(self.day())
            - 1
    }

    /// Held to the calendar's first and last day.
    pub(crate) fn plus_days(self, days: i64) -> Date {
        let days = days.clamp(-ALL_DAYS, ALL_DAYS);
        self.plus(i32::try_from(days).ok().map(|d| d.days()))
    }

    /// The same day `months` later, clamped to the month's last day.
    pub(crate) fn plus_months(self, months: i32) -> Date {
        self.plus(Some(months.clamp(-ALL_MONTHS, ALL_MONTHS).months()))
    }

    fn plus(self, span: Option<Span>) -> Date {
        Date(self.0.saturating_add(span.unwrap_or_default()))
    }

    pub(crate) fn first_of_month(self) -> Date {
        Date(self.0.first_of_month())
    }

    pub(crate) fn last_of_month(self) -> Date {
        Date(self.0.last_of_month())
    }

    /// Today in a time zone of the IANA database; none when there is no such zone.
    pub(crate) fn from_unix_seconds(seconds: i64, zone: &str) -> Option<Date> {
        let zone = jiff::tz::TimeZone::get(zone).ok()?;
        let instant = jiff::Timestamp::from_second(seconds).ok()?;
        Some(Date(instant.to_zoned(zone).date()))
    }
}

/// Further than this many years from every other day, a day is mistyped rather than far.
pub(crate) const FAR_YEARS: i32 = 20;

/// The first and the last of those days that belong together with one of them: from it on, none is far from the one
/// before.
pub(crate) fn together(days: impl IntoIterator<Item = Date>, with: Date) -> (Date, Date) {
    let mut days: Vec<Date> = days.into_iter().collect();
    days.sort_unstable();
    let (mut early, mut late) = (with, with);
    for day in days.iter().filter(|day| **day > with) {
        if *day > late.plus_months(12 * FAR_YEARS) {
            break;
        }
        late = *day;
    }
    for day in days.iter().rev().filter(|day| **day < with) {
        if *day < early.plus_months(-12 * FAR_YEARS) {
            break;
        }
        early = *day;
    }
    (early, late)
}

/// Whether the IANA database has a time zone of this name.
pub(crate) fn is_time_zone(name: &str) -> bool {
    jiff::tz::TimeZone::get(name).is_ok()
}

/// A month or a day is named, and no year: `3月11日`, `03-11`, `6月底前`, `by 11 March`.
fn lacks_year(text: &str) -> bool {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let text = plain_digits(text);
    let numbers: Vec<&str> = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|n| !n.is_empty())
        .collect();
    if text.contains('年') || numbers.iter().any(|number| number.len() > 2) {
        return false;
    }
    let is_pair = text
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '-' | '/' | '.'));
    let is_number = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    let counts = |unit: char| {
        let before = text
            .split_once(unit)
            .and_then(|(before, _)| before.chars().next_back());
        before.is_some_and(is_number)
    };
    let is_month = |word: &str| {
        MONTHS
            .iter()
            .any(|month| word.to_ascii_lowercase().starts_with(month))
    };
    is_pair && numbers.len() == 2
        || counts('月')
        || counts('日')
        || counts('号')
        || !numbers.is_empty() && text.split(' ').any(is_month)
}

/// Full-width digits and marks as plain ones.
fn plain_digits(text: &str) -> String {
    let plain = |c: char| match c {
        '０'..='９' => {
            char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')).unwrap_or(c)
        }
        '－' | '—' | '–' => '-',
        '／' => '/',
        '．' => '.',
        other => other,
    };
    text.chars().map(plain).collect()
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:04}-{:02}-{:02}",
            self.year(),
            self.month(),
            self.day()
        )
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl serde::Serialize for Date {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::{Date, NoDate, Weekday, together};

    fn d(text: &str) -> Date {
        Date::parse(text).expect("a date in a test")
    }

    #[test]
    fn only_iso_dates_of_real_days_are_read() {
        assert_eq!(d("2016-03-11").to_string(), "2016-03-11");
        for (text, why) in [
            ("2026-02-30", NoDate::NoSuchDay),
            ("2026-13-01", NoDate::NoSuchDay),
            ("2025-02-29", NoDate::NoSuchDay),
            ("03-11", NoDate::WithoutYear),
            ("3月11日", NoDate::WithoutYear),
            ("3/11", NoDate::WithoutYear),
            ("2016/3/11", NoDate::NotIso),
            ("2016-3-11", NoDate::NotIso),
            ("6月底前", NoDate::WithoutYear),
            ("三月底", NoDate::WithoutYear),
            ("３月１１日", NoDate::WithoutYear),
            ("15日", NoDate::WithoutYear),
            ("11 March", NoDate::WithoutYear),
            ("by Mar 11", NoDate::WithoutYear),
            ("2026年6月底前", NoDate::NotIso),
            ("年底", NoDate::NotIso),
            ("尽快", NoDate::NotIso),
            ("maybe", NoDate::NotIso),
            ("", NoDate::NotIso),
        ] {
            assert_eq!(Date::parse(text), Err(why), "{text}");
        }
    }

    #[test]
    fn a_day_that_is_written_in_another_way_is_guessed() {
        for (text, day) in [
            ("2026年3月1日", "2026-03-01"),
            ("2026/3/1", "2026-03-01"),
            ("2026.03.01", "2026-03-01"),
            ("2026-3-1", "2026-03-01"),
            ("20260301", "2026-03-01"),
            ("２０２６－０３－０１", "2026-03-01"),
            ("2026-31-03", "2026-03-31"),
            ("31.03.2026", "2026-03-31"),
            ("3/31/2026", "2026-03-31"),
        ] {
            assert_eq!(Date::meant(text), Some(d(day)), "{text}");
        }
        for text in [
            "2026-02-30",
            "2026",
            "2026年3月",
            "3/1/2026",
            "26-03-01",
            "2026-03-01前后",
        ] {
            assert_eq!(Date::meant(text), None, "{text}");
        }
    }

    #[test]
    fn adding_months_clamps_to_the_last_day() {
        assert_eq!(d("2024-01-31").plus_months(1), d("2024-02-29"));
        assert_eq!(d("2023-11-30").plus_months(3), d("2024-02-29"));
        assert_eq!(d("2024-03-31").plus_months(-1), d("2024-02-29"));
    }

    #[test]
    fn days_belong_together_until_one_is_far() {
        let days = [
            "2206-12-31",
            "2026-01-01",
            "2045-12-31",
            "1901-01-01",
            "2010-05-05",
        ]
        .map(d);
        let ends = together(days, d("2026-06-30"));
        assert_eq!(ends, (d("2010-05-05"), d("2045-12-31")));
        // Twenty years are not too many, a day more is.
        let ends = together([d("2046-06-30")], d("2026-06-30"));
        assert_eq!(ends.1, d("2046-06-30"));
        let ends = together([d("2046-07-01")], d("2026-06-30"));
        assert_eq!(ends.1, d("2026-06-30"));
    }

    #[test]
    fn sums_are_held_to_the_calendar() {
        let last = d("9999-12-31");
        assert_eq!(d("2026-06-30").plus_days(i64::MAX), last);
        assert_eq!(d("2026-06-30").plus_days(10_000_000), last);
        assert_eq!(d("2026-06-30").plus_months(i32::MAX), last);
        assert!(d("2026-06-30").plus_days(i64::MIN) < d("0000-01-01"));
    }

    #[test]
    fn days_are_calendar_days() {
        assert_eq!(d("2024-03-01").days_since(d("2024-02-28")), 2);
        assert_eq!(d("2023-03-01").days_since(d("2023-02-28")), 1);
        assert_eq!(d("2000-01-01").days_since(d("2100-01-01")), -36525);
        assert_eq!(d("2026-06-30").plus_days(-181), d("2025-12-31"));
    }

    #[test]
    fn weekdays_and_zones() {
        assert_eq!(d("2026-11-23").weekday(), Weekday::Monday);
        assert_eq!(Date::leading("2016-03-11-launch"), Some(d("2016-03-11")));
        assert_eq!(
            Date::from_unix_seconds(1_782_835_200, "Asia/Shanghai"),
            Some(d("2026-07-01"))
        );
        assert_eq!(
            Date::from_unix_seconds(1_782_835_200, "Etc/UTC"),
            Some(d("2026-06-30"))
        );
    }
}
