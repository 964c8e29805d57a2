//! The work-day calendar out of calendar.yaml.

use crate::date::Weekday;
use crate::diagnostic::{Finding, Origin, Path, Value};
use crate::model::Calendar;
use crate::record::{CalendarRecord, Day, List};

/// Days off and worked days; the weekend is Saturday and Sunday where nothing else is written.
pub(super) fn read(
    record: CalendarRecord,
    origin: Origin,
    findings: &mut Vec<Finding>,
) -> Calendar {
    let weekend = match record.weekend {
        None => Calendar::default().weekend,
        Some(names) => {
            let mut days = Vec::new();
            for (place, name) in names.0.into_iter().enumerate() {
                match weekday(&name) {
                    Some(day) => days.push(day),
                    None => {
                        let at = origin.at(Path::new("weekend").place(place));
                        let names = WEEKDAYS.map(|(name, _)| name);
                        let unknown =
                            Finding::error("unknown-value", at).with("value", name.as_str());
                        let candidates = names.map(str::to_owned).to_vec();
                        findings.push(unknown.with("candidates", Value::List(candidates)));
                    }
                }
            }
            days
        }
    };
    let days = |list: List<Day>| list.0.into_iter().map(|day| day.0).collect();
    Calendar {
        weekend,
        off: days(record.off),
        work: days(record.work),
    }
}

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("mon", Weekday::Monday),
    ("tue", Weekday::Tuesday),
    ("wed", Weekday::Wednesday),
    ("thu", Weekday::Thursday),
    ("fri", Weekday::Friday),
    ("sat", Weekday::Saturday),
    ("sun", Weekday::Sunday),
];

fn weekday(name: &str) -> Option<Weekday> {
    WEEKDAYS
        .iter()
        .find(|(word, _)| *word == name)
        .map(|(_, day)| *day)
}
