//! What changed from one edition to another: their figures side by side, then record by record.

use serde::Serialize;

use crate::messages::Arg;
use crate::model::{Bulletin, Key};
use crate::site::comparison::{Comparison, CountGroup, FieldChange};
use crate::site::desk::Desk;
use crate::site::named::named;
use crate::site::route::Page;

use super::bulletin::{edition, to_edition};
use super::item::{Day, iso_day};
use super::kept::{self, Told};
use super::limit::{Kept, RestView, rest};
use super::moves::{Move, moves};
use super::pairs::{self, Chooser, chooser, dated};
use super::parts::Link;

#[derive(Debug, Serialize)]
pub(crate) struct CompareView {
    pub(crate) title: String,
    pub(crate) from: Day,
    pub(crate) to: Day,
    /// The two editions; the earlier one is empty when it is not there for these readers.
    pub(crate) previous: Link,
    pub(crate) this: Link,
    /// The figures of both, where both are known.
    pub(crate) figures: Vec<Move>,
    pub(crate) counts: Vec<CountGroup>,
    pub(crate) records: Vec<ChangedRecord>,
    /// What is left out of them, where there are more than a page has room for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) rest: Option<RestView>,
    /// How many records moved with the calendar alone, in words; empty for none.
    pub(crate) calendar: String,
    /// Other comparisons of the later edition, and of the earlier one.
    pub(crate) choosers: Vec<Chooser>,
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

/// An edition and the one before it.
pub(crate) fn compare(desk: &Desk<'_>, key: Key<Bulletin>) -> Option<CompareView> {
    let bulletin = &desk.report.project.bulletins.chronicle(key).now;
    let Told { comparison, all } = kept::own(desk, key)?;
    let before = with(desk, &comparison.with);
    let calendar = match comparison.calendar {
        0 => String::new(),
        n => desk.words.count("changes-calendar", n),
    };
    let number = to_edition(desk, key).text;
    let series = series_name(desk, bulletin);
    let values = [
        ("series", Arg::Text(series.as_str())),
        ("number", Arg::Text(&number)),
    ];
    let kept = Kept::of(all, comparison.records.len());
    let view = view(desk, comparison, (before, key, Page::Compare(key)));
    Some(CompareView {
        title: desk.words.say("compare-title", &values),
        calendar,
        rest: rest(desk, "rest-changes", kept, Vec::new),
        ..view
    })
}

/// Two editions with others between them.
pub(crate) fn between(
    desk: &Desk<'_>,
    earlier: Key<Bulletin>,
    later: Key<Bulletin>,
) -> Option<CompareView> {
    let steps = pairs::chain(desk, (earlier, later))?.into_iter();
    let mut steps = steps.filter_map(|key| kept::step(desk, key));
    let Told { comparison, all } = kept::between(desk, (earlier, later))?;
    let kept = Kept::of(all, comparison.records.len());
    let bulletin = &desk.report.project.bulletins.chronicle(later).now;
    let pair = pairs::title(desk, (earlier, later));
    let series = series_name(desk, bulletin);
    let values = [
        ("series", Arg::Text(series.as_str())),
        ("pair", Arg::Text(&pair)),
    ];
    let page = Page::Between(earlier, later);
    let view = view(desk, comparison, (Some(earlier), later, page));
    Some(CompareView {
        title: desk.words.say("compare-title-pair", &values),
        calendar: match steps.any(|one| one.calendar > 0) {
            true => desk.words.plain("compare-calendar"),
            false => String::new(),
        },
        rest: rest(desk, "rest-changes", kept, Vec::new),
        ..view
    })
}

fn view(
    desk: &Desk<'_>,
    comparison: Comparison,
    (earlier, later, page): (Option<Key<Bulletin>>, Key<Bulletin>, Page),
) -> CompareView {
    let bulletin = &desk.report.project.bulletins.chronicle(later).now;
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
    let link = |key: Key<Bulletin>| Link::new(&dated(desk, key), desk.to(Page::Bulletin(key)));
    let both = std::iter::once(later).chain(earlier);
    let choosers = both.map(|key| chooser(desk, key, page));
    CompareView {
        title: String::new(),
        from: iso_day(desk, &comparison.from),
        to: iso_day(desk, &comparison.to),
        previous: earlier.map(link).unwrap_or_default(),
        this: link(later),
        figures: moves(desk, earlier, edition(desk, bulletin)),
        counts: comparison.counts,
        records: records.collect(),
        rest: None,
        calendar: String::new(),
        choosers: choosers.filter(|one| one.others.len() > 1).collect(),
    }
}

fn series_name(desk: &Desk<'_>, bulletin: &Bulletin) -> String {
    let series = bulletin.series.as_ref();
    series.map_or(String::new(), |series| desk.words.text(&series.name))
}

/// The edition that this one is compared with, on its own page too; none where it is not here.
pub(crate) fn compared_with(desk: &Desk<'_>, key: Key<Bulletin>) -> Option<Key<Bulletin>> {
    with(desk, &kept::with(desk, key)?)
}

fn with(desk: &Desk<'_>, id: &str) -> Option<Key<Bulletin>> {
    let shelf = &desk.report.project.bulletins;
    let mut there = shelf.keys().filter(|k| desk.report.bulletins[k.place()]);
    there.find(|key| shelf.chronicle(*key).now.head.id == id)
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
