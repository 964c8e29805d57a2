//! The page of an edition, and the list of all by series and year.

use serde::Serialize;

use crate::frozen::Edition;
use crate::model::{Bulletin, Key, Visibility};
use crate::site::desk::Desk;
use crate::site::edition::restored;
use crate::site::route::Page;

use super::body::{BodyView, body, body_with, excerpt_with};
use super::item::{Day, day};
use super::moves::{Move, moves};
use super::pairs::{Chooser, chooser, table};
use super::parts::{Download, Link};
use super::record::{Amended, amendments, web_links};

#[derive(Debug, Serialize)]
pub(crate) struct BulletinsView {
    pub(crate) counted: String,
    /// In the order of `site.yaml`.
    pub(crate) series: Vec<SeriesGroup>,
}

#[derive(Debug, Serialize)]
pub(crate) struct SeriesGroup {
    pub(crate) name: String,
    /// Of the series that it supplements; empty for others.
    pub(crate) supplement_of: String,
    /// Latest first.
    pub(crate) years: Vec<YearGroup>,
    /// Editions that can be compared with earlier ones, latest first.
    pub(crate) pairs: Vec<Chooser>,
}

#[derive(Debug, Serialize)]
pub(crate) struct YearGroup {
    pub(crate) year: String,
    /// Latest first.
    pub(crate) editions: Vec<EditionLine>,
}

#[derive(Debug, Serialize)]
pub(crate) struct EditionLine {
    pub(crate) number: String,
    pub(crate) link: Link,
    pub(crate) as_of: String,
    pub(crate) dated: String,
    pub(crate) state: Standing,
}

/// Where an edition stands: `draft`, `review`, `released` or `withdrawn`, and the word for it.
#[derive(Debug, Serialize)]
pub(crate) struct Standing {
    pub(crate) word: &'static str,
    pub(crate) label: String,
}

#[derive(Debug, Serialize)]
pub(crate) struct BulletinView {
    pub(crate) title: String,
    /// `formal`, `brief`, `minutes` or `plain`.
    pub(crate) layout: String,
    pub(crate) state: Standing,
    pub(crate) series: String,
    pub(crate) number: String,
    pub(crate) kind: String,
    pub(crate) issuers: Vec<String>,
    pub(crate) as_of: Day,
    pub(crate) dated: Day,
    pub(crate) period: String,
    pub(crate) document_no: String,
    pub(crate) urgency: String,
    pub(crate) signatory: String,
    pub(crate) addressees: String,
    pub(crate) copy_to: String,
    /// It is not for everyone.
    pub(crate) internal: bool,
    pub(crate) commended: Vec<String>,
    pub(crate) criticised: Vec<String>,
    pub(crate) reviews: Vec<ReviewLine>,
    pub(crate) withdrawn: Option<Withdrawn>,
    pub(crate) errata: Vec<ErratumLine>,
    pub(crate) body: BodyView,
    /// What the ledger came to then and in the edition that it is compared with, where both are known.
    pub(crate) moves: Vec<Move>,
    /// The latest before it that had not been withdrawn.
    pub(crate) compared_with: Link,
    /// To what changed since then, record by record.
    pub(crate) compare: Link,
    /// To its comparisons with other editions.
    pub(crate) chooser: Chooser,
    pub(crate) previous: Link,
    pub(crate) next: Link,
    /// SHA-256 of what was released; empty for a draft.
    pub(crate) digest: String,
    pub(crate) tags: Vec<String>,
    pub(crate) links: Vec<Link>,
    pub(crate) attachments: Vec<Download>,
    pub(crate) amendments: Vec<Amended>,
}

#[derive(Debug, Serialize)]
pub(crate) struct ReviewLine {
    pub(crate) stage: String,
    pub(crate) who: String,
    /// ISO.
    pub(crate) on: String,
}

#[derive(Debug, Serialize)]
pub(crate) struct Withdrawn {
    pub(crate) on: Day,
    pub(crate) reason: String,
}

#[derive(Debug, Serialize)]
pub(crate) struct ErratumLine {
    pub(crate) on: Day,
    pub(crate) was: String,
    pub(crate) is: String,
    pub(crate) reason: String,
}

/// The list of bulletins, each of them, and what changed in it, where there are any.
pub(crate) fn pages(desk: &Desk<'_>) -> Vec<Page> {
    let there = there(desk);
    let list = (!there.is_empty()).then_some(Page::Bulletins);
    let compared = there.iter().copied();
    let compared = compared.filter(|key| super::compare::is_compared(desk, *key));
    let compared: Vec<Page> = compared.map(Page::Compare).collect();
    let pairs = there.iter().flat_map(|key| super::pairs::pages(desk, *key));
    let pairs: Vec<Page> = pairs.collect();
    let each = there.into_iter().map(Page::Bulletin);
    let all = list.into_iter().chain(each).chain(compared);
    all.chain(pairs).collect()
}

/// Bulletins have their figures as of a date of their own.
pub(crate) fn own_date(desk: &Desk<'_>, page: Page) -> Option<Day> {
    match page {
        Page::Bulletin(key) | Page::Compare(key) | Page::Between(_, key) => {
            let bulletin = &desk.report.project.bulletins.chronicle(key).now;
            Some(day(desk, bulletin.as_of))
        }
        _ => None,
    }
}

/// Bulletins that are there at D, by number within their year.
pub(crate) fn there(desk: &Desk<'_>) -> Vec<Key<Bulletin>> {
    let shelf = &desk.report.project.bulletins;
    let keys = shelf.keys().filter(|k| desk.report.bulletins[k.place()]);
    let mut keys: Vec<Key<Bulletin>> = keys.collect();
    keys.sort_by_key(|key| {
        let bulletin = &shelf.chronicle(*key).now;
        (bulletin.dated, bulletin.number, *key)
    });
    keys
}

pub(crate) fn bulletins(desk: &Desk<'_>) -> BulletinsView {
    let project = desk.report.project;
    let all = there(desk);
    let shelf = &project.bulletins;
    let name_of = |id: &str| {
        let series = project.site.series.iter().find(|series| series.id == id);
        series.map_or(String::new(), |series| desk.words.text(&series.name))
    };
    let mut series = Vec::new();
    let ids = project.site.series.iter().map(|one| Some(one.id.as_str()));
    for id in ids.chain([None]) {
        let is_of = |key: &Key<Bulletin>| {
            let own = shelf.chronicle(*key).now.series.as_ref();
            own.map(|own| own.id.as_str()) == id
        };
        let mut years: Vec<YearGroup> = Vec::new();
        let newest = all.iter().copied().rfind(|key| is_of(key));
        for key in all.iter().copied().filter(is_of).rev() {
            let year = shelf.chronicle(key).now.dated.year().to_string();
            if years.last().is_none_or(|last| last.year != year) {
                let editions = Vec::new();
                years.push(YearGroup { year, editions });
            }
            let group = years.last_mut().expect("invariant: a year was just put in");
            group.editions.push(line(desk, key));
        }
        let whole = project
            .site
            .series
            .iter()
            .find(|one| Some(one.id.as_str()) == id);
        let supplement_of = whole.and_then(|whole| whole.supplement_of.as_deref());
        if !years.is_empty() {
            series.push(SeriesGroup {
                name: id.map(name_of).unwrap_or_default(),
                supplement_of: supplement_of.map(name_of).unwrap_or_default(),
                pairs: newest.map(|key| table(desk, key)).unwrap_or_default(),
                years,
            });
        }
    }
    BulletinsView {
        counted: desk.words.count("bulletins-count", all.len()),
        series,
    }
}

/// The newest editions that are released and stand.
pub(crate) fn newest(desk: &Desk<'_>, most: usize) -> Vec<EditionLine> {
    let all = there(desk).into_iter().rev();
    let standing = all.map(|key| line(desk, key));
    standing
        .filter(|line| line.state.word == "released")
        .take(most)
        .collect()
}

fn line(desk: &Desk<'_>, key: Key<Bulletin>) -> EditionLine {
    let bulletin = &desk.report.project.bulletins.chronicle(key).now;
    EditionLine {
        number: number(desk, bulletin),
        link: desk.bulletin(key),
        as_of: bulletin.as_of.to_string(),
        dated: bulletin.dated.to_string(),
        state: standing(desk, bulletin),
    }
}

/// `第3期`, `No. 3`.
pub(super) fn number(desk: &Desk<'_>, bulletin: &Bulletin) -> String {
    let text = bulletin.number.to_string();
    let released = bulletin.released.as_ref();
    let text = released.map_or(text.as_str(), |edition| &edition.record.number);
    desk.words.with("edition-number", "n", text)
}

pub(super) fn is_withdrawn(desk: &Desk<'_>, bulletin: &Bulletin) -> bool {
    let withdrawn = bulletin.withdrawn.as_ref();
    withdrawn.is_some_and(|withdrawn| withdrawn.on <= desk.as_of())
}

fn standing(desk: &Desk<'_>, bulletin: &Bulletin) -> Standing {
    let word = match (&bulletin.released, is_withdrawn(desk, bulletin)) {
        (_, true) => "withdrawn",
        (Some(_), false) => "released",
        (None, false) if bulletin.reviews.is_empty() => "draft",
        (None, false) => "review",
    };
    let label = desk.words.of("edition", word);
    Standing { word, label }
}

/// The beginning of what was released.
pub(crate) fn excerpt(desk: &Desk<'_>, bulletin: &Bulletin, length: usize) -> String {
    match (&bulletin.released, &bulletin.head.body) {
        (Some(edition), Some(body)) => excerpt_with(desk, body, &restored(edition), length),
        _ => String::new(),
    }
}

/// What was released, else what a draft comes to now.
pub(super) fn edition<'a>(desk: &Desk<'a>, bulletin: &'a Bulletin) -> Option<&'a Edition> {
    let drafts = &desk.index.drafts;
    let draft = || drafts.get(&bulletin.head.id);
    bulletin.released.as_ref().or_else(draft)
}

pub(crate) fn bulletin(desk: &Desk<'_>, key: Key<Bulletin>) -> Option<BulletinView> {
    if !desk.report.bulletins[key.place()] {
        return None;
    }
    let bulletin = &desk.report.project.bulletins.chronicle(key).now;
    let words = desk.words;
    let edition = edition(desk, bulletin);
    let made = bulletin.record(words.language, &|party| desk.party(party).text);
    let record = edition.map_or(&made, |edition| &edition.record);
    let (previous, next) = beside(desk, key);
    let compared = super::compare::compared_with(desk, key);
    let body = match (edition, &bulletin.head.body) {
        (Some(edition), Some(body)) => body_with(desk, body, &restored(edition)),
        _ => body(desk, &bulletin.head),
    };
    let reviews = record.reviews.iter().map(|review| ReviewLine {
        stage: review.stage.clone(),
        who: review.who.clone(),
        on: review.on.clone(),
    });
    let errata = bulletin.errata.iter().filter(|one| one.on <= desk.as_of());
    let errata = errata.map(|one| ErratumLine {
        on: day(desk, one.on),
        was: words.text(&one.was),
        is: words.text(&one.is),
        reason: words.optional(one.reason.as_ref()),
    });
    let withdrawn = bulletin.withdrawn.as_ref();
    let withdrawn = withdrawn.filter(|one| one.on <= desk.as_of());
    Some(BulletinView {
        title: record.title.clone(),
        layout: record.layout.clone(),
        state: standing(desk, bulletin),
        series: record.series_name.clone(),
        number: number(desk, bulletin),
        kind: words.of("bulletin-kind", &record.kind),
        issuers: record.issuers.clone(),
        as_of: day(desk, bulletin.as_of),
        dated: day(desk, bulletin.dated),
        period: words.span(Some(bulletin.from), Some(bulletin.to)),
        document_no: record.document_no.clone(),
        urgency: record.urgency.clone(),
        signatory: record.signatory.clone(),
        addressees: words.list(&record.addressees),
        copy_to: words.list(&record.copy_to),
        internal: record.visibility != Visibility::Public.word(),
        commended: record.commended.clone(),
        criticised: record.criticised.clone(),
        reviews: reviews.collect(),
        withdrawn: withdrawn.map(|one| Withdrawn {
            on: day(desk, one.on),
            reason: words.optional(one.reason.as_ref()),
        }),
        errata: errata.collect(),
        body,
        moves: moves(desk, compared, edition),
        compared_with: compared.map(|k| to_edition(desk, k)).unwrap_or_default(),
        compare: super::compare::to_comparison(desk, key),
        chooser: chooser(desk, key, Page::Bulletin(key)),
        previous: previous.map(|k| to_edition(desk, k)).unwrap_or_default(),
        next: next.map(|k| to_edition(desk, k)).unwrap_or_default(),
        digest: bulletin
            .released
            .as_ref()
            .map(|edition| edition.digest.clone())
            .unwrap_or_default(),
        tags: bulletin.head.tags.clone(),
        links: web_links(desk, &bulletin.head),
        attachments: desk.downloads(&bulletin.head.attachments),
        amendments: amendments(desk, &bulletin.head),
    })
}

/// The edition before and the one after it in its series.
pub(crate) fn beside(
    desk: &Desk<'_>,
    key: Key<Bulletin>,
) -> (Option<Key<Bulletin>>, Option<Key<Bulletin>>) {
    let shelf = &desk.report.project.bulletins;
    let series = |key: Key<Bulletin>| {
        let series = shelf.chronicle(key).now.series.as_ref();
        series.map(|series| series.id.as_str())
    };
    let all = there(desk).into_iter();
    let same: Vec<Key<Bulletin>> = all.filter(|other| series(*other) == series(key)).collect();
    let Some(place) = same.iter().position(|other| *other == key) else {
        return (None, None);
    };
    let before = place.checked_sub(1).map(|before| same[before]);
    (before, same.get(place + 1).copied())
}

pub(crate) fn to_edition(desk: &Desk<'_>, key: Key<Bulletin>) -> Link {
    let bulletin = &desk.report.project.bulletins.chronicle(key).now;
    Link::new(&number(desk, bulletin), desk.to(Page::Bulletin(key)))
}
