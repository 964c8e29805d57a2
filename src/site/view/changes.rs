//! What changed from one day to another, record by record: of the site since its last edition, and from edition to edition.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::date::Date;
use crate::derive::{Change, Changes, Fate, Field, Subject, Value};
use crate::site::comparison::{FieldChange, category_word, sides, text};
use crate::site::desk::Desk;
use crate::site::route::Page;

use super::limit::{RestView, data_file, first, numbered};
use super::parts::Link;

/// Above this many records the page is split.
pub(crate) const LONG: usize = 200;

#[derive(Debug, Serialize)]
pub(crate) struct ChangesView {
    /// Both days in words; empty: there is no earlier day to compare with.
    pub(crate) from: String,
    pub(crate) to: String,
    /// Of what is counted: items, problems, indicators. None on the further pages of a long list.
    pub(crate) counts: Vec<CountsOf>,
    /// Items that are still red, with the number of editions.
    pub(crate) red: Vec<RedView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) red_rest: Option<RestView>,
    pub(crate) groups: Vec<ChangesOf>,
    /// How many records moved with the calendar alone, in words; empty when none did.
    pub(crate) calendar: String,
    /// The pages of a list that is split, with this one without an address; of very many those around it.
    pub(crate) parts: Vec<Link>,
}

#[derive(Debug, Serialize)]
pub(crate) struct CountsOf {
    /// `item`, `problem` or `indicator`.
    pub(crate) word: &'static str,
    pub(crate) label: String,
    pub(crate) counts: Vec<CountOf>,
}

#[derive(Debug, Serialize)]
pub(crate) struct CountOf {
    pub(crate) label: String,
    pub(crate) count: String,
}

#[derive(Debug, Serialize)]
pub(crate) struct RedView {
    pub(crate) link: Link,
    /// In words: for how many editions.
    pub(crate) editions: String,
}

/// Records of one type.
#[derive(Debug, Serialize)]
pub(crate) struct ChangesOf {
    pub(crate) label: String,
    pub(crate) records: Vec<ChangeView>,
}

#[derive(Debug, Serialize)]
pub(crate) struct ChangeView {
    pub(crate) link: Link,
    pub(crate) id: String,
    /// What it comes to.
    pub(crate) categories: Vec<String>,
    /// Nothing stands in the old column: it is new.
    pub(crate) is_new: bool,
    pub(crate) fields: Vec<FieldChange>,
}

/// The site's own page, or one part of it: what changed since the day that its pages are compared with.
pub(crate) fn changes(desk: &Desk<'_>, part: usize) -> ChangesView {
    match &desk.index.changes {
        Some((changes, red)) => comparison(desk, (changes, red), part),
        None => ChangesView {
            from: String::new(),
            to: desk.words.day(desk.as_of()),
            counts: Vec::new(),
            red: Vec::new(),
            red_rest: None,
            groups: Vec::new(),
            calendar: String::new(),
            parts: Vec::new(),
        },
    }
}

/// How many pages the site's changes stand on.
pub(crate) fn parts(desk: &Desk<'_>) -> usize {
    desk.index.told.len().div_ceil(LONG).max(1)
}

/// Records in the order of their types, `part` of those parts in which a long list stands, from 0.
fn comparison(
    desk: &Desk<'_>,
    (changes, red): (&Changes, &BTreeMap<Subject, usize>),
    part: usize,
) -> ChangesView {
    let told = &desk.index.told;
    let moved = changes.records.len() - told.len();
    let all = told.len().div_ceil(LONG);
    let mut groups: Vec<ChangesOf> = Vec::new();
    let here = told.iter().skip(part * LONG).take(LONG);
    let here = here.filter_map(|subject| changes.records.get_key_value(subject));
    for (subject, change) in here {
        let label = desk.words.of("word", subject.word());
        let view = record(desk, *subject, (changes, change));
        match groups.last_mut().filter(|group| group.label == label) {
            Some(group) => group.records.push(view),
            None => groups.push(ChangesOf {
                label,
                records: vec![view],
            }),
        }
    }
    let is_first = part == 0;
    let mut still = match is_first {
        true => still_red(desk, red),
        false => Vec::new(),
    };
    let red_rest = first(desk, &mut still, || {
        vec![data_file(desk, "tasks"), data_file(desk, "problems")]
    });
    ChangesView {
        from: desk.words.day(changes.from),
        to: desk.words.day(changes.to),
        counts: if is_first {
            counts(desk, changes)
        } else {
            Vec::new()
        },
        red: still,
        red_rest,
        groups,
        calendar: match moved {
            0 => String::new(),
            n => desk.words.count("changes-calendar", n),
        },
        parts: numbered(desk, (all, part), Page::Changes),
    }
}

/// What became of ledger items, by category.
pub(crate) fn counted_items(desk: &Desk<'_>, changes: &Changes) -> Vec<CountOf> {
    let items = counts(desk, changes)
        .into_iter()
        .find(|of| of.word == "item");
    items.map(|of| of.counts).unwrap_or_default()
}

fn counts(desk: &Desk<'_>, changes: &Changes) -> Vec<CountsOf> {
    let counts = changes.counts();
    let of = |what: &'static str| {
        let own = counts.iter().filter(|(of, ..)| *of == what);
        let own = own.map(|(_, category, n)| CountOf {
            label: category_word(desk, what, *category),
            count: n.to_string(),
        });
        CountsOf {
            word: what,
            label: desk.words.of("changes-of", what),
            counts: own.collect(),
        }
    };
    let all = ["item", "problem", "indicator"].into_iter().map(of);
    all.filter(|of| !of.counts.is_empty()).collect()
}

fn still_red(desk: &Desk<'_>, red: &BTreeMap<Subject, usize>) -> Vec<RedView> {
    let still = red.iter().filter(|(_, editions)| **editions > 1);
    let mut still: Vec<(&Subject, &usize)> = still.collect();
    still.sort_by_key(|(subject, editions)| (std::cmp::Reverse(**editions), **subject));
    let still = still.into_iter().map(|(subject, editions)| RedView {
        link: link(desk, *subject),
        editions: desk.words.count("changes-editions", *editions),
    });
    still.collect()
}

fn link(desk: &Desk<'_>, subject: Subject) -> Link {
    match subject {
        Subject::Task(key) => desk.task(key),
        Subject::Problem(key) => desk.problem(key),
        Subject::Decision(key) => desk.decision(key),
        Subject::Indicator(key) => desk.indicator(key),
    }
}

fn record(desk: &Desk<'_>, subject: Subject, (changes, change): (&Changes, &Change)) -> ChangeView {
    let project = desk.report.project;
    let gone = change.fate == Fate::Gone;
    let day = if gone { changes.from } else { changes.to };
    let title = subject.title(project, day).wanted(desk.language());
    let fields = change.fields.iter();
    // What is counted is told by the counts.
    let fields = fields.filter(|(field, _)| !gone && **field != Field::Counted);
    let fields = fields.map(|(field, (old, new))| {
        let said = |value: &Option<Value>, day: Date| match value {
            Some(value) => text(desk, *field, value, day),
            None => String::new(),
        };
        let (was, is) = sides(&said(old, changes.from), &said(new, changes.to));
        FieldChange {
            label: desk.words.of("field", field.word()),
            was,
            is,
        }
    });
    let categories = change.categories().into_iter();
    ChangeView {
        link: match gone {
            true => Link::text(title),
            false => link(desk, subject),
        },
        id: subject.id(project, day).to_owned(),
        categories: categories
            .map(|category| category_word(desk, subject.word(), category))
            .collect(),
        is_new: change.fate == Fate::New,
        fields: fields.collect(),
    }
}

/// A message that counts pages: `第 2 页`.
pub(crate) fn part_title(desk: &Desk<'_>, part: usize) -> String {
    desk.words.count("changes-page", part + 1)
}
