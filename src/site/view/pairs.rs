//! Which editions of a series can be compared with each other, and the ways to those comparisons.

use serde::Serialize;

use crate::messages::Arg;
use crate::model::{Bulletin, Key};
use crate::site::desk::Desk;
use crate::site::route::Page;

use super::bulletin::{is_withdrawn, number, there};
use super::kept::step;
use super::parts::Link;

/// So many of the latest editions of a series are compared in pairs: pages grow with the editions, not with their square.
const LATEST: usize = 12;

/// Where an edition tells of more records than this, pairs across it have no page, but for those with the latest.
const LARGE: usize = 500;

/// An edition, and its comparisons with others.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Chooser {
    /// The edition, with the day of its figures; empty when there is nothing to choose.
    pub(crate) of: String,
    /// To the comparison with each other edition, in the order of their dates.
    pub(crate) others: Vec<Choice>,
    /// Some pairs have no page: their editions are too far back, or too much changed between them.
    pub(crate) left_out: bool,
}

#[derive(Debug, Serialize)]
pub(crate) struct Choice {
    pub(crate) link: Link,
    /// The page that it stands on.
    pub(crate) here: bool,
}

/// Editions of the same series that are there, earliest first.
fn series(desk: &Desk<'_>, key: Key<Bulletin>) -> Vec<Key<Bulletin>> {
    let shelf = &desk.report.project.bulletins;
    let series = |key: Key<Bulletin>| {
        let series = shelf.chronicle(key).now.series.as_ref();
        series.map(|series| series.id.as_str())
    };
    let Some(own) = series(key) else {
        return Vec::new();
    };
    let all = there(desk).into_iter();
    all.filter(|other| series(*other) == Some(own)).collect()
}

fn latest(all: &[Key<Bulletin>]) -> &[Key<Bulletin>] {
    &all[all.len().saturating_sub(LATEST)..]
}

/// Whether an edition is among the latest of its series, which are compared in pairs.
pub(super) fn is_latest(desk: &Desk<'_>, key: Key<Bulletin>) -> bool {
    latest(&series(desk, key)).contains(&key)
}

/// The editions from one to a later one, each compared with the one before, the first of them with the earlier one; none
/// when one between is not there.
pub(super) fn chain(
    desk: &Desk<'_>,
    (earlier, later): (Key<Bulletin>, Key<Bulletin>),
) -> Option<Vec<Key<Bulletin>>> {
    let shelf = &desk.report.project.bulletins;
    let all = series(desk, later);
    let steps = latest(&all);
    let is_far = |key: &Key<Bulletin>| !steps.contains(key);
    if [earlier, later].iter().any(is_far) {
        return None;
    }
    let mut chain = Vec::new();
    let mut at = later;
    while at != earlier {
        let step = step(desk, at)?;
        let before = steps.iter().copied();
        let mut before = before.filter(|key| shelf.chronicle(*key).now.head.id == step.with);
        // Each step leads back, so that this ends whatever the files say.
        let place = |key: Key<Bulletin>| steps.iter().position(|one| *one == key);
        let before = before.next().filter(|key| place(*key) < place(at))?;
        chain.push(at);
        at = before;
    }
    chain.reverse();
    Some(chain)
}

/// The page that compares two editions: one that an edition has anyway, or one of their own.
fn page(desk: &Desk<'_>, (earlier, later): (Key<Bulletin>, Key<Bulletin>)) -> Option<Page> {
    let chain = chain(desk, (earlier, later))?;
    match chain.len() {
        0 => None,
        1 => Some(Page::Compare(later)),
        _ if is_large(desk, &chain) && series(desk, later).last() != Some(&later) => None,
        _ if is_addressable(desk, (earlier, later)) => Some(Page::Between(earlier, later)),
        _ => None,
    }
}

/// Whether some pairs of a series have no page: those that end before the latest edition, with a large step in between.
fn is_short(desk: &Desk<'_>, all: &[Key<Bulletin>]) -> bool {
    let Some((_, [_, steps @ ..])) = latest(all).split_last() else {
        return all.len() > LATEST;
    };
    all.len() > LATEST || steps.len() > 1 && is_large(desk, steps)
}

fn is_large(desk: &Desk<'_>, steps: &[Key<Bulletin>]) -> bool {
    let mut steps = steps.iter().filter_map(|key| step(desk, *key));
    steps.any(|step| step.records.0 > LARGE)
}

/// The two slugs can be told apart in one address, and no edition has that address for its own.
fn is_addressable(desk: &Desk<'_>, (earlier, later): (Key<Bulletin>, Key<Bulletin>)) -> bool {
    let shelf = &desk.report.project.bulletins;
    let slug = |key: Key<Bulletin>| shelf.chronicle(key).now.head.slug.as_str();
    let is_plain = |slug: &str| {
        let ends = slug.starts_with('-') || slug.ends_with('-');
        !ends && !slug.contains("--")
    };
    let joined = format!("{}--{}", slug(earlier), slug(later));
    let is_taken = shelf.keys().any(|key| slug(key) == joined);
    is_plain(slug(earlier)) && is_plain(slug(later)) && !is_taken
}

/// The pairs with a page of their own whose later edition this is, other than the one with the edition before.
pub(super) fn between(
    desk: &Desk<'_>,
    later: Key<Bulletin>,
) -> Vec<(Key<Bulletin>, Key<Bulletin>)> {
    let all = series(desk, later);
    let earlier = latest(&all).iter().take_while(|key| **key != later);
    let pages = earlier.filter_map(|earlier| page(desk, (*earlier, later)));
    let pairs = pages.filter_map(|page| match page {
        Page::Between(earlier, later) => Some((earlier, later)),
        _ => None,
    });
    pairs.collect()
}

/// Their pages.
pub(super) fn pages(desk: &Desk<'_>, later: Key<Bulletin>) -> Vec<Page> {
    let pairs = between(desk, later).into_iter();
    pairs
        .map(|(earlier, later)| Page::Between(earlier, later))
        .collect()
}

/// To the comparisons of an edition with all others; `on`: the page where this stands.
pub(super) fn chooser(desk: &Desk<'_>, key: Key<Bulletin>, on: Page) -> Chooser {
    let all = series(desk, key);
    let others = latest(&all).iter().filter(|other| **other != key);
    let others: Vec<Choice> = others
        .filter_map(|other| {
            let in_order = place(&all, *other) < place(&all, key);
            let pair = if in_order {
                (*other, key)
            } else {
                (key, *other)
            };
            let page = page(desk, pair)?;
            Some(choice(desk, (page, *other, page == on)))
        })
        .collect();
    Chooser {
        of: if others.is_empty() {
            String::new()
        } else {
            dated(desk, key)
        },
        left_out: !others.is_empty() && is_short(desk, &all),
        others,
    }
}

/// Every later edition of a series with the earlier ones, latest first.
pub(super) fn table(desk: &Desk<'_>, of: Key<Bulletin>) -> Vec<Chooser> {
    let all = series(desk, of);
    let latest = latest(&all);
    let rows = latest.iter().enumerate().rev().filter_map(|(place, key)| {
        let pairs = latest[..place].iter().rev();
        let others: Vec<Choice> = pairs
            .filter_map(|other| {
                let pair = (*other, *key);
                let page = page(desk, pair)?;
                Some(choice(desk, (page, *other, false)))
            })
            .collect();
        (!others.is_empty()).then(|| Chooser {
            of: dated(desk, *key),
            left_out: is_short(desk, &all),
            others,
        })
    });
    rows.collect()
}

fn place(all: &[Key<Bulletin>], key: Key<Bulletin>) -> Option<usize> {
    all.iter().position(|one| *one == key)
}

fn choice(desk: &Desk<'_>, (page, other, here): (Page, Key<Bulletin>, bool)) -> Choice {
    Choice {
        link: Link::new(&dated(desk, other), desk.to(page)),
        here,
    }
}

/// `第3期与第1期比较`.
pub(super) fn title(desk: &Desk<'_>, (earlier, later): (Key<Bulletin>, Key<Bulletin>)) -> String {
    let bulletins = &desk.report.project.bulletins;
    let name = |key: Key<Bulletin>| number(desk, &bulletins.chronicle(key).now);
    let (earlier, later) = (name(earlier), name(later));
    let values = [
        ("earlier", Arg::Text(earlier.as_str())),
        ("later", Arg::Text(&later)),
    ];
    desk.words.say("compare-pair", &values)
}

/// `第3期（2026-06-30，已撤回）`.
pub(super) fn dated(desk: &Desk<'_>, key: Key<Bulletin>) -> String {
    let bulletin = &desk.report.project.bulletins.chronicle(key).now;
    let (number, day) = (number(desk, bulletin), bulletin.as_of.to_string());
    let values = [
        ("number", Arg::Text(number.as_str())),
        ("date", Arg::Text(&day)),
    ];
    match (&bulletin.released, is_withdrawn(desk, bulletin)) {
        (_, true) => desk.words.say("compare-edition-withdrawn", &values),
        (Some(_), false) => desk.words.say("compare-edition", &values),
        (None, false) => desk.words.say("compare-edition-draft", &values),
    }
}
