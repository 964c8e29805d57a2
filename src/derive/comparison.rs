//! With which day pages are compared: the one that was asked for, else that of the latest edition that is out.

use crate::date::Date;
use crate::model::{Bulletin, Project};

use super::ledger::report;
use super::report::Report;

/// A draft is compared with nothing.
fn is_released(bulletin: &Bulletin) -> bool {
    bulletin.released.is_some()
}

/// The days of the figures of a series' editions that are before a day, newest first, each once. An edition counts
/// that was released, had appeared by that day and was not withdrawn by it.
pub(crate) fn edition_days(project: &Project, series: &str, before: Date) -> Vec<Date> {
    let shelf = &project.bulletins;
    let editions = shelf.keys().map(|key| shelf.at(key, before));
    let of_series = editions.filter(|edition| {
        let own = edition.series.as_ref();
        own.is_some_and(|own| own.id == series) && is_released(edition)
    });
    let out = of_series.filter(|edition| {
        let withdrawn = edition.withdrawn.as_ref().map(|w| w.on);
        edition.dated <= before && withdrawn.is_none_or(|on| before < on)
    });
    let mut days: Vec<Date> = out.map(|edition| edition.as_of).collect();
    days.retain(|day| *day < before);
    days.sort_unstable_by(|a, b| b.cmp(a));
    days.dedup();
    days
}

/// What a page at a day is compared with: the day that was asked for, else that of the main series' latest edition;
/// none: nothing to compare with.
pub(crate) fn comparison_day(project: &Project, as_of: Date, since: Option<Date>) -> Option<Date> {
    let main = project.site.main_series.as_deref();
    let latest = || edition_days(project, main?, as_of).first().copied();
    since.or_else(latest).filter(|day| *day < as_of)
}

/// The days over which red is counted back: the day itself, and those of the main series' editions before it. An
/// edition of that day is the day itself; a day that is only compared with is no edition.
pub(crate) fn red_days(project: &Project, to: Date) -> Vec<Date> {
    let main = project.site.main_series.as_deref();
    let before = main.map(|series| edition_days(project, series, to));
    std::iter::once(to)
        .chain(before.unwrap_or_default())
        .collect()
}

/// Every fact at a day, and beside it every fact at the day that it is compared with.
pub(crate) fn compared_report(project: &Project, as_of: Date, since: Option<Date>) -> Report<'_> {
    let day = comparison_day(project, as_of, since);
    Report {
        earlier: day.map(|day| Box::new(report(project, day))),
        ..report(project, as_of)
    }
}
