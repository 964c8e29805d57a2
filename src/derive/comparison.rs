//! With which day pages are compared: the one that was asked for, else that of the latest edition that is out.

use crate::date::Date;
use crate::model::{Bulletin, Key, Project};

use super::known::Known;
use super::ledger::{report, report_again};
use super::report::Report;

/// A series' editions with figures of before a day, the latest first. An edition counts that was released, had
/// appeared when it is looked for, and was not withdrawn by then; a draft is compared with nothing.
fn editions_before(
    project: &Project,
    series: &str,
    (as_of, on): (Date, Date),
) -> Vec<Key<Bulletin>> {
    let shelf = &project.bulletins;
    let mut editions: Vec<Key<Bulletin>> = shelf
        .keys()
        .filter(|key| {
            let edition = shelf.at(*key, on);
            let own = edition.series.as_ref();
            let withdrawn = edition.withdrawn.as_ref().map(|withdrawn| withdrawn.on);
            own.is_some_and(|own| own.id == series)
                && edition.released.is_some()
                && edition.as_of < as_of
                && edition.dated <= on
                && withdrawn.is_none_or(|day| on < day)
        })
        .collect();
    editions.sort_unstable_by_key(|key| {
        let edition = shelf.at(*key, on);
        std::cmp::Reverse((edition.as_of, edition.dated, edition.number, *key))
    });
    editions
}

/// The days of the figures of a series' editions that are before a day, newest first, each once.
pub(crate) fn edition_days(project: &Project, series: &str, before: Date) -> Vec<Date> {
    let editions = editions_before(project, series, (before, before)).into_iter();
    let mut days: Vec<Date> = editions
        .map(|key| project.bulletins.at(key, before).as_of)
        .collect();
    days.dedup();
    days
}

/// The edition that a bulletin is compared with: the latest before it in its own series that stood on the day that it
/// bears. What is withdrawn later changes nothing for it.
pub(crate) fn edition_before(project: &Project, key: Key<Bulletin>) -> Option<Key<Bulletin>> {
    let bulletin = &project.bulletins.chronicle(key).now;
    let series = &bulletin.series.as_ref()?.id;
    let days = (bulletin.as_of, bulletin.dated);
    let mut before = editions_before(project, series, days).into_iter();
    before.find(|other| *other != key)
}

/// What a page at a day is compared with: the day that was asked for, else that of the main series' latest edition;
/// none: nothing to compare with.
pub(crate) fn comparison_day(project: &Project, as_of: Date, since: Option<Date>) -> Option<Date> {
    let main = project.site.main_series.as_deref();
    let latest = || edition_days(project, main?, as_of).first().copied();
    since.or_else(latest).filter(|day| *day < as_of)
}

/// The days over which red is counted back: the day itself, and those of a series' editions before it. An edition of that
/// day is the day itself; a day that is only compared with is no edition.
pub(crate) fn red_days(project: &Project, series: Option<&str>, to: Date) -> Vec<Date> {
    let before = series.map(|series| edition_days(project, series, to));
    std::iter::once(to)
        .chain(before.unwrap_or_default())
        .collect()
}

/// Every fact at a day, and beside it every fact at the day that it is compared with.
pub(crate) fn compared_report(project: &Project, as_of: Date, since: Option<Date>) -> Report<'_> {
    compared_report_again(project, as_of, since, &mut Known::default())
}

/// The same, with what is known from before.
pub(crate) fn compared_report_again<'p>(
    project: &'p Project,
    as_of: Date,
    since: Option<Date>,
    known: &mut Known,
) -> Report<'p> {
    let day = comparison_day(project, as_of, since);
    Report {
        earlier: day.map(|day| Box::new(report(project, day))),
        ..report_again(project, as_of, known)
    }
}

/// The same for editions of one series and one day, beside those of the edition that they are compared with.
pub(crate) fn edition_report<'p>(
    project: &'p Project,
    series: Option<&'p str>,
    (as_of, before): (Date, Option<Date>),
) -> Report<'p> {
    Report {
        earlier: before.map(|day| Box::new(report(project, day))),
        series,
        ..report(project, as_of)
    }
}
