//! Placeholders of a text, such as `{today+3m}`, filled in.

use crate::date::Date;

/// A text with each placeholder that has a value replaced, in one pass, so that nothing inside a value is taken for one.
/// Braces around anything else are YAML's and stay.
pub(in crate::shell) fn filled(text: &str, value: impl Fn(&str) -> Option<String>) -> String {
    let mut all = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        all.push_str(&rest[..open]);
        rest = &rest[open + 1..];
        let named = rest.find('}').map(|close| rest.split_at(close));
        match named.and_then(|(name, after)| Some((value(name)?, &after[1..]))) {
            Some((value, after)) => {
                all.push_str(&value);
                rest = after;
            }
            None => all.push('{'),
        }
    }
    all.push_str(rest);
    all
}

/// Lines that need what the site does not have yet become comments, with the placeholder's name in its place.
pub(super) fn without(text: &str, missing: &[&str]) -> String {
    let named: Vec<String> = missing.iter().map(|name| format!("{{{name}}}")).collect();
    let line = |line: &str| {
        let lacking = named.iter().any(|name| line.contains(name));
        match lacking && !line.trim_start().starts_with('#') {
            true => format!("# {line}"),
            false => line.to_owned(),
        }
    };
    let text: String = text.split_inclusive('\n').map(line).collect();
    filled(&text, |name| {
        missing.contains(&name).then(|| name.to_owned())
    })
}

/// `today`, or `year` for its year, or either some days or months away: `today-5d`, `year+12m`.
pub(super) fn day(name: &str, today: Date) -> Option<String> {
    if let Some(away) = name.strip_prefix("today") {
        return Some(moved(today, away)?.to_string());
    }
    let away = name.strip_prefix("year")?;
    Some(moved(today, away)?.year().to_string())
}

fn moved(today: Date, away: &str) -> Option<Date> {
    if away.is_empty() {
        return Some(today);
    }
    let (number, unit) = away.split_at_checked(away.len() - 1)?;
    let number: i32 = number.parse().ok()?;
    match unit {
        "d" => Some(today.plus_days(i64::from(number))),
        "m" => Some(today.plus_months(number)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{day, filled, without};
    use crate::date::Date;

    #[test]
    fn only_what_has_a_value_is_filled_in_and_only_once() {
        let value = |name: &str| match name {
            "a" => Some("{b}".to_owned()),
            "b" => Some("二".to_owned()),
            _ => None,
        };
        assert_eq!(
            filled("x: {a: {a}, c: {b}} {c} {", value),
            "x: {a: {b}, c: 二} {c} {"
        );
    }

    #[test]
    fn lines_without_a_value_become_comments() {
        let text = "lead: {unit}\n# to: {unit}\ntitle: {title}\n";
        assert_eq!(
            without(text, &["unit"]),
            "# lead: unit\n# to: unit\ntitle: {title}\n"
        );
    }

    #[test]
    fn days_move_by_days_and_months() {
        let today = Date::new(2028, 3, 31).expect("a day");
        let day = |name| day(name, today);
        assert_eq!(day("today").as_deref(), Some("2028-03-31"));
        assert_eq!(day("today-1m").as_deref(), Some("2028-02-29"));
        assert_eq!(day("today+1d").as_deref(), Some("2028-04-01"));
        assert_eq!(day("year-12m").as_deref(), Some("2027"));
        for no_day in [
            "today+1w", "todaym", "today+", "yearly", "tomorrow", "today+é",
        ] {
            assert_eq!(day(no_day), None, "{no_day}");
        }
    }
}
