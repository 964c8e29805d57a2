//! Days as plain numbers: the tests' own calendar, worked out apart from the program's.

/// Days since 0000-03-01.
pub type Day = i64;

pub fn day(year: i64, month: i64, of_month: i64) -> Day {
    let (y, m) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + of_month - 1
}

/// Year, month and day, found by trying years and months.
pub fn civil(number: Day) -> (i64, i64, i64) {
    let mut year = number / 366;
    while day(year + 1, 1, 1) <= number {
        year += 1;
    }
    let month = (1..=12).rev().find(|month| day(year, *month, 1) <= number);
    let month = month.expect("a year begins with January");
    (year, month, number - day(year, month, 1) + 1)
}

pub fn iso(number: Day) -> String {
    let (year, month, of_month) = civil(number);
    format!("{year:04}-{month:02}-{of_month:02}")
}

/// The same day some months later, or the last of that month.
pub fn plus_months(number: Day, months: i64) -> Day {
    let (year, month, of_month) = civil(number);
    let months = year * 12 + month - 1 + months;
    let first = |months: i64| day(months / 12, months % 12 + 1, 1);
    (first(months) + of_month - 1).min(first(months + 1) - 1)
}
