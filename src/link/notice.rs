//! Checks on supervision notices 督办单: their numbers, their days, and that the ladder is not climbed down.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::{Finding, Path, Place};
use crate::model::NoticeKind;
use crate::record::{NoticeRecord, TaskRecord, Written};

use super::linker::Linker;

/// On tasks as they are written, seen by this audience or not: a number that readers may not see is no gap.
pub(super) fn notices(tasks: &[Arc<Written<TaskRecord>>], linker: &mut Linker<'_>) {
    let mut series: BTreeMap<(&str, &str), Vec<(usize, Place)>> = BTreeMap::new();
    for task in tasks {
        for (place, notice) in task.value.notices.0.iter().enumerate() {
            let path = Path::new("notices").place(place);
            if let Some((front, number, back)) = notice.number.as_deref().and_then(numbered) {
                let at = task.origin.at(path.clone().key("number"));
                series.entry((front, back)).or_default().push((number, at));
            }
            let days = (notice.issued_on, notice.closed_on);
            if let (Some(issued), Some(closed)) = days
                && closed.0 < issued.0
            {
                let at = task.origin.at(path.key("closed_on"));
                let early = Finding::error("span-ends-before-start", at);
                let issued = Path::new("notices").place(place).key("issued_on");
                let early = early.and_at("first-here", task.origin.at(issued));
                linker.findings.push(early);
            }
        }
        falls(task, linker);
    }
    for ((front, back), mut numbers) in series {
        numbers.sort();
        let name = format!("{front}…{back}");
        for pair in numbers.windows(2) {
            let [(from, first), (to, place)] = pair else {
                continue;
            };
            if to == from {
                let twice = Finding::warning("number-twice", place.clone());
                let twice = twice.with("series", name.as_str()).with("number", *to);
                linker
                    .findings
                    .push(twice.and_at("first-here", first.clone()));
            } else if *to > from + 1 {
                let gap = Finding::warning("number-gap", place.clone());
                let gap = gap.with("series", name.as_str());
                linker
                    .findings
                    .push(gap.with("from", *from).with("to", *to));
            }
        }
    }
}

/// `示城攻督〔2026〕4号` is the fourth of `示城攻督〔2026〕…号`: the last digits are the number.
fn numbered(text: &str) -> Option<(&str, usize, &str)> {
    let is_digit = |c: char| c.is_ascii_digit();
    let end = text.rfind(is_digit)? + 1;
    let start = text[..end].trim_end_matches(is_digit).len();
    let number = text[start..end].parse().ok()?;
    Some((&text[..start], number, &text[end..]))
}

/// A notice of a lower rung than one that was open when it was issued.
fn falls(task: &Written<TaskRecord>, linker: &mut Linker<'_>) {
    let rung = |notice: &NoticeRecord| notice.kind.map_or(NoticeKind::Notice, |kind| kind.0);
    let all = &task.value.notices.0;
    for (place, notice) in all.iter().enumerate() {
        let Some(issued) = notice.issued_on else {
            continue;
        };
        let is_higher = |earlier: &NoticeRecord| {
            let open = earlier.closed_on.is_none_or(|closed| issued.0 < closed.0);
            let before = earlier.issued_on.is_some_and(|on| on.0 < issued.0);
            before && open && rung(notice) < rung(earlier)
        };
        if let Some(higher) = all.iter().position(is_higher) {
            let path = |place: usize| Path::new("notices").place(place).key("kind");
            let falls = Finding::warning("notice-rung-falls", task.origin.at(path(place)));
            let falls = falls.and_at("first-here", task.origin.at(path(higher)));
            linker.findings.push(falls);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::numbered;

    #[test]
    fn the_last_digits_are_the_number() {
        assert_eq!(
            numbered("示城攻督〔2026〕4号"),
            Some(("示城攻督〔2026〕", 4, "号"))
        );
        assert_eq!(numbered("D-012"), Some(("D-", 12, "")));
        assert_eq!(numbered("督办单"), None);
    }
}
