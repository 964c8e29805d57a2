//! The numbers of a series: meetings and bulletins follow each other without gaps, year by year or throughout.

use std::collections::BTreeMap;

use crate::date::Date;
use crate::diagnostic::{Finding, Origin};
use crate::model::{Chronicle, Project, SeriesKind};
use crate::record::Records;

use super::linker::Linker;

/// The numbers of each series in each year; year 0 where they run on.
type Numbered = BTreeMap<(String, i16), Vec<(u32, Origin)>>;

/// The editions of each series by year and number, with their as-of dates.
type Days = BTreeMap<String, Vec<((i16, u32), Date, Origin)>>;

/// Meetings, as this audience may see them.
pub(super) fn meetings(project: &Project, linker: &mut Linker<'_>) {
    let mut numbered = Numbered::new();
    for (_, Chronicle { now, .. }) in project.meetings.iter() {
        if let (Some(series), Some(number)) = (&now.series, now.number) {
            let year = if series.by_year { now.date.year() } else { 0 };
            let key = (series.id.clone(), year);
            let entry = (number, now.head.origin);
            numbered.entry(key).or_default().push(entry);
        }
    }
    held(numbered, SeriesKind::Meeting, linker);
}

/// Bulletins as they are written, seen or not: a hidden edition is no gap.
pub(super) fn bulletins(records: &Records, linker: &mut Linker<'_>) {
    let mut numbered = Numbered::new();
    let mut days = Days::new();
    for record in &records.bulletins {
        let value = &record.value;
        let series = value.series.as_deref();
        let series = series.and_then(|id| linker.series_of(id, SeriesKind::Bulletin));
        let (Some(series), Some(number), Some(dated)) = (series, value.number, value.dated) else {
            continue;
        };
        let year = if series.by_year { dated.0.year() } else { 0 };
        let id = series.id.clone();
        numbered
            .entry((id.clone(), year))
            .or_default()
            .push((number.0, record.origin));
        if let Some(as_of) = value.as_of {
            let entry = ((year, number.0), as_of.0, record.origin);
            days.entry(id).or_default().push(entry);
        }
    }
    held(numbered, SeriesKind::Bulletin, linker);
    for editions in days.values_mut() {
        editions.sort_unstable();
        for pair in editions.windows(2) {
            let ((earlier, then, first), (later, now, origin)) = (pair[0], pair[1]);
            if earlier != later && now < then {
                let early = Finding::warning("edition-out-of-order", origin.field("as_of"));
                let early = early.with("as_of", now).with("before", then);
                linker
                    .findings
                    .push(early.and_at("earlier-here", first.field("as_of")));
            }
        }
    }
}

fn held(numbered: Numbered, kind: SeriesKind, linker: &mut Linker<'_>) {
    for ((series, _), mut numbers) in numbered {
        let name = linker.series_of(&series, kind).map(|series| &series.name);
        let name = name.map_or(String::new(), |name| {
            name.wanted(linker.language).to_owned()
        });
        numbers.sort_unstable();
        for pair in numbers.windows(2) {
            let (from, to) = (pair[0].0, pair[1].0);
            let place = pair[1].1.field("number");
            if to > from + 1 {
                let gap = Finding::warning("number-gap", place).with("series", name.as_str());
                linker
                    .findings
                    .push(gap.with("from", from as usize).with("to", to as usize));
            } else if to == from {
                let twice = Finding::warning("number-twice", place).with("series", name.as_str());
                let twice = twice.with("number", to as usize);
                linker
                    .findings
                    .push(twice.and_at("first-here", pair[0].1.field("number")));
            }
        }
    }
}
