//! What changed from one edition to another: their figures side by side, then record by record.

use serde::{Deserialize, Serialize};

use crate::derive::Field;
use crate::frozen::Edition;
use crate::messages::Arg;
use crate::model::{Bulletin, Key};
use crate::site::comparison::{Comparison, CountGroup, FieldChange, RecordChange};
use crate::site::desk::Desk;
use crate::site::named::named;
use crate::site::reread;
use crate::site::route::Page;

use super::bulletin::{edition, to_edition};
use super::item::{Day, iso_day};
use super::limit::{Kept, RestView, foremost, rest};
use super::moves::{Move, moves};
use super::pairs::{self, Chooser, chain, chooser, dated};
use super::parts::Link;

/// So many records a comparison tells of; each has several lines.
const TOLD: usize = 500;

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
    let shelf = &desk.report.project.bulletins;
    let bulletin = &shelf.chronicle(key).now;
    let changes = edition(desk, bulletin)?.changes.as_ref()?;
    let read: Comparison;
    let comparison = match pairs::kept(desk, key) {
        Some(kept) => kept,
        None => {
            read = changes.read()?;
            &read
        }
    };
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
    let (comparison, rest) = within(desk, comparison, TOLD);
    let view = view(desk, comparison, (before, key, Page::Compare(key)));
    Some(CompareView {
        title: desk.words.say("compare-title", &values),
        calendar,
        rest,
        ..view
    })
}

/// Holds a comparison to so many records: those whose light changed, then the others, in the order of all.
fn within(desk: &Desk<'_>, comparison: &Comparison, most: usize) -> (Comparison, Option<RestView>) {
    let light = desk.words.of_editions().of("field", Field::Light.word());
    let is_lit = |record: &RecordChange| record.fields.iter().any(|field| field.label == light);
    let all = comparison.records.len();
    let records = foremost(comparison.records.iter().collect(), most, |one| {
        !is_lit(one)
    });
    let kept = Kept::of(all, records.len());
    let rest = rest(desk, "rest-changes", kept, Vec::new);
    let comparison = Comparison {
        with: comparison.with.clone(),
        from: comparison.from.clone(),
        to: comparison.to.clone(),
        counts: comparison.counts.clone(),
        records: records.into_iter().cloned().collect(),
        calendar: comparison.calendar,
    };
    (comparison, rest)
}

/// Two editions with others between them.
pub(crate) fn between(
    desk: &Desk<'_>,
    earlier: Key<Bulletin>,
    later: Key<Bulletin>,
) -> Option<CompareView> {
    let chain = chain(desk, (earlier, later))?;
    let (comparison, all) = reread::between(desk, &chain, TOLD);
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
        calendar: match chain.iter().any(|one| one.calendar > 0) {
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
pub(crate) fn compared_with(desk: &Desk<'_>, edition: &Edition) -> Option<Key<Bulletin>> {
    /// All that is wanted of a comparison that may be long.
    #[derive(Deserialize)]
    struct With {
        with: String,
    }
    let comparison: With = edition.changes.as_ref()?.read()?;
    with(desk, &comparison.with)
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

#[cfg(test)]
mod tests {
    use super::within;
    use crate::site::comparison::{Comparison, FieldChange, RecordChange};
    use crate::site::office::{at_desk, source};

    const SITE: &str = "title: 试验\nlanguage: zh-CN\nas_of: 2026-06-30\n";

    fn record(id: &str, label: &str) -> RecordChange {
        RecordChange {
            id: id.to_owned(),
            fields: vec![FieldChange {
                label: label.to_owned(),
                ..FieldChange::default()
            }],
            ..RecordChange::default()
        }
    }

    #[test]
    fn of_many_changes_those_of_lights_are_told_first_and_the_others_counted() {
        let records = vec![
            record("a", "标题"),
            record("b", "亮灯"),
            record("c", "标题"),
            record("d", "亮灯"),
        ];
        let comparison = Comparison {
            records,
            ..Comparison::default()
        };
        at_desk(&source(&[("content/site.yaml", SITE)]), |desk| {
            let (kept, rest) = within(desk, &comparison, 3);
            let ids: Vec<&str> = kept.records.iter().map(|one| &*one.id).collect();
            assert_eq!(ids, ["a", "b", "d"]);
            assert_eq!(
                rest.unwrap().said,
                "共4条有变动，此处先列灯号有变的，共列3条，另有1条未列出。"
            );
            let (kept, rest) = within(desk, &comparison, 4);
            assert_eq!((kept.records.len(), rest.is_none()), (4, true));
        });
    }
}
