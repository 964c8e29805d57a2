//! How many lines a page may have, which of many stand on it, and what is said of the others.

#[cfg(test)]
mod tests;

use std::cmp::Reverse;

use serde::Serialize;

use crate::derive::{Count, ItemFacts};
use crate::messages::Arg;
use crate::model::Light;
use crate::site::desk::Desk;
use crate::site::route::{Listed, Page};
use crate::site::words::number;

use super::item::say;
use super::overview::facts;
use super::parts::Link;

/// Lines of one table or list: a page of them opens at once, and can still be read by somebody.
pub(crate) const LINES: usize = 2_000;

/// Lines of the whole ledger in one table; a longer one has only its parts.
pub(crate) const WHOLE: usize = 20_000;

/// Lines of all sponsors together on the page that lists them, for each has a page of their own.
pub(crate) const SPONSORED: usize = 500;

/// Pages that one of them leads to by name; of more the first, the last and those around it.
const NAMED: usize = 20;
const AROUND: usize = 3;

/// What a page says of lines that it leaves out.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct RestView {
    /// How many there are, which of them stand here, and how many do not.
    pub(crate) said: String,
    /// Where all of them are; empty where they are in no one place.
    pub(crate) all: Vec<Link>,
}

/// How many lines there are, how many of them stand on the page, and at most how many of one group.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Kept {
    pub(crate) all: usize,
    pub(crate) shown: usize,
    pub(crate) each: usize,
}

impl Kept {
    pub(crate) fn of(all: usize, shown: usize) -> Kept {
        Kept {
            all,
            shown,
            each: shown,
        }
    }

    /// Groups of these sizes, of which at most `each` lines stand on the page.
    pub(crate) fn of_groups(sizes: &[usize], each: usize) -> Kept {
        Kept {
            all: sizes.iter().sum(),
            shown: sizes.iter().map(|size| each.min(*size)).sum(),
            each,
        }
    }
}

/// The sentence for it, with the places where all lines are; none where nothing is left out.
pub(crate) fn rest(
    desk: &Desk<'_>,
    id: &str,
    kept: Kept,
    all: impl FnOnce() -> Vec<Link>,
) -> Option<RestView> {
    let values: [(&str, Arg<'_>); 4] = [
        ("all", number(kept.all)),
        ("shown", number(kept.shown)),
        ("each", number(kept.each)),
        ("left", number(kept.all.saturating_sub(kept.shown))),
    ];
    (kept.shown < kept.all).then(|| RestView {
        said: desk.words.say(id, &values),
        all: all(),
    })
}

/// Holds a list to the lines that there is room for, the first ones, and says so.
pub(crate) fn first<T>(
    desk: &Desk<'_>,
    lines: &mut Vec<T>,
    all: impl FnOnce() -> Vec<Link>,
) -> Option<RestView> {
    let kept = Kept::of(lines.len(), lines.len().min(LINES));
    lines.truncate(LINES);
    rest(desk, "rest-first", kept, all)
}

/// How many lines a group may have so that all together have `room`: what small ones leave is for the others. One line
/// stands in any case.
pub(crate) fn each(sizes: &[usize], room: usize) -> usize {
    let mut sizes = sizes.to_vec();
    sizes.sort_unstable();
    let mut room = room;
    for (place, size) in sizes.iter().enumerate() {
        let share = room / (sizes.len() - place);
        if *size > share {
            return share.max(1);
        }
        room -= size;
    }
    sizes.last().copied().unwrap_or(room)
}

/// The `most` of them with the least rank, in the order in which all stood.
pub(crate) fn foremost<T, R: Ord>(all: Vec<T>, most: usize, rank: impl Fn(&T) -> R) -> Vec<T> {
    if all.len() <= most {
        return all;
    }
    let mut places: Vec<usize> = (0..all.len()).collect();
    places.sort_by_cached_key(|place| rank(&all[*place]));
    let mut stays = vec![false; all.len()];
    for place in places.into_iter().take(most) {
        stays[place] = true;
    }
    let kept = all.into_iter().zip(stays).filter(|(_, stays)| *stays);
    kept.map(|(one, _)| one).collect()
}

/// The worst light first, of one light what is overdue the longest; what has none comes last.
pub(crate) type Weight = (bool, Option<Light>, Reverse<u32>);

pub(crate) fn weight(facts: Option<&ItemFacts>) -> Weight {
    let light = facts.map(|facts| facts.light);
    let overdue = facts.map_or(0, |facts| facts.days_overdue);
    (light.is_none(), light, Reverse(overdue))
}

pub(crate) fn by_light(desk: &Desk<'_>, count: Count) -> Weight {
    weight(facts(desk, count))
}

/// A list that readers can take away.
pub(crate) fn data_file(desk: &Desk<'_>, name: &str) -> Link {
    let title = desk.words.plain(&format!("data-{name}"));
    let values = [("title", title), ("kind", "CSV".to_owned())];
    let href = format!("{}data/{name}.csv", desk.root);
    Link::new(&say(desk, "data-file", &values), href)
}

/// The lists in which these items are.
pub(crate) fn data_files(desk: &Desk<'_>, counts: &[Count]) -> Vec<Link> {
    let is_task = |count: &Count| matches!(count, Count::Task(_));
    let has = [
        ("tasks", counts.iter().any(is_task)),
        ("decisions", counts.iter().any(|count| !is_task(count))),
    ];
    let has = has.into_iter().filter(|(_, has)| *has);
    has.map(|(name, _)| data_file(desk, name)).collect()
}

/// Which of so many pages one of them leads to, counted from 0; itself among them.
pub(crate) fn near(pages: usize, here: usize) -> Vec<usize> {
    if pages <= NAMED {
        return (0..pages).collect();
    }
    let last = pages - 1;
    let around = here.saturating_sub(AROUND).max(1)..(here + AROUND + 1).min(last);
    [0].into_iter().chain(around).chain([last]).collect()
}

/// What stands on a page of a list, from 0.
pub(crate) fn on_page<T>(all: Vec<T>, page: usize) -> impl Iterator<Item = T> {
    all.into_iter().skip(page * LINES).take(LINES)
}

/// The pages of a list of so many lines, as one of them names them: itself without an address; none where all is on it.
pub(crate) fn pages_of(desk: &Desk<'_>, (list, here): (Listed, usize), lines: usize) -> Vec<Link> {
    numbered(desk, (lines.div_ceil(LINES), here), |page| list.page(page))
}

/// Pages by their numbers, the one that stands open without an address; none where there is only one.
pub(crate) fn numbered(
    desk: &Desk<'_>,
    (pages, here): (usize, usize),
    page: impl Fn(usize) -> Page,
) -> Vec<Link> {
    if pages < 2 {
        return Vec::new();
    }
    let link = |place: usize| {
        let text = desk.words.count("page-number", place + 1);
        match place == here {
            true => Link::text(&text),
            false => Link::new(&text, desk.to(page(place))),
        }
    };
    near(pages, here).into_iter().map(link).collect()
}
