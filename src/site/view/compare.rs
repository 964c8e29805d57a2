//! What changed from the edition before to this one, record by record.

use serde::Serialize;

use crate::frozen::Edition;
use crate::messages::Arg;
use crate::model::{Bulletin, Key};
use crate::site::comparison::{Comparison, CountGroup, FieldChange};
use crate::site::desk::Desk;
use crate::site::named::named;
use crate::site::route::Page;

use super::bulletin::{edition, to_edition};
use super::item::{Day, iso_day};
use super::parts::Link;

#[derive(Debug, Serialize)]
pub(crate) struct CompareView {
    pub(crate) title: String,
    pub(crate) from: Day,
    pub(crate) to: Day,
    pub(crate) previous: Link,
    pub(crate) this: Link,
    pub(crate) counts: Vec<CountGroup>,
    pub(crate) records: Vec<ChangedRecord>,
    /// How many records moved with the calendar alone, in words; empty for none.
    pub(crate) calendar: String,
}

#[derive(Debug, Serialize)]
pub(crate) struct ChangedRecord {
    pub(crate) id: String,
    pub(crate) title: Link,
    pub(crate) categories: String,
    pub(crate) fields: Vec<FieldChange>,
}

/// Whether an edition is known to have one before it.
pub(crate) fn is_compared(desk: &Desk<'_>, key: Key<Bulletin>) -> bool {
    let bulletin = &desk.report.project.bulletins.chronicle(key).now;
    edition(desk, bulletin).is_some_and(|edition| edition.changes.is_some())
}

pub(crate) fn compare(desk: &Desk<'_>, key: Key<Bulletin>) -> Option<CompareView> {
    let shelf = &desk.report.project.bulletins;
    let bulletin = &shelf.chronicle(key).now;
    let changes = edition(desk, bulletin)?.changes.as_ref()?;
    let comparison: Comparison = changes.read()?;
    let before = with(desk, &comparison);
    let records = comparison.records.into_iter().map(|record| {
        let reference = named(desk, &record.kind, &record.id);
        let href = reference.map(|one| super::body::record_link(desk, one).href);
        ChangedRecord {
            title: Link::new(&record.title, href.unwrap_or_default()),
            id: record.id,
            categories: desk.words.list(&record.categories),
            fields: record.fields,
        }
    });
    let this = to_edition(desk, key);
    let series = bulletin.series.as_ref();
    let series = series.map_or(String::new(), |series| desk.words.text(&series.name));
    Some(CompareView {
        title: desk.words.say(
            "compare-title",
            &[
                ("series", Arg::Text(&series)),
                ("number", Arg::Text(&this.text)),
            ],
        ),
        from: iso_day(desk, &comparison.from),
        to: iso_day(desk, &comparison.to),
        previous: before.map(|key| to_edition(desk, key)).unwrap_or_default(),
        this,
        counts: comparison.counts,
        records: records.collect(),
        calendar: match comparison.calendar {
            0 => String::new(),
            n => desk.words.count("changes-calendar", n),
        },
    })
}

/// The edition that this one is compared with, on its own page too; none where it is not here.
pub(crate) fn compared_with(desk: &Desk<'_>, edition: &Edition) -> Option<Key<Bulletin>> {
    with(desk, &edition.changes.as_ref()?.read()?)
}

fn with(desk: &Desk<'_>, comparison: &Comparison) -> Option<Key<Bulletin>> {
    let shelf = &desk.report.project.bulletins;
    let mut there = shelf.keys().filter(|k| desk.report.bulletins[k.place()]);
    there.find(|key| shelf.chronicle(*key).now.head.id == comparison.with)
}

/// The way to the comparison of an edition; empty when there is none.
pub(crate) fn to_comparison(desk: &Desk<'_>, key: Key<Bulletin>) -> Link {
    match is_compared(desk, key) {
        true => Link::new(
            &desk.words.plain("compare-link"),
            desk.to(Page::Compare(key)),
        ),
        false => Link::default(),
    }
}
