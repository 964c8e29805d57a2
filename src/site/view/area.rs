//! Work areas: the tree with its figures, and the page of each.

use serde::Serialize;

use crate::derive::Count;
use crate::model::{Area, Key, Seen};
use crate::site::desk::Desk;
use crate::site::index::sponsorships_of;
use crate::site::route::Page;

use super::campaign::{SponsorshipView, sponsorship};
use super::followed::{FollowedView, of_area};
use super::ledger::part_with;
use super::limit::{LINES, RestView, data_file, data_files, first};
use super::live::{Picture, TableView, table_within};
use super::overview::area_lights;
use super::parts::{Download, Link, Score, Summary, compared};
use super::pictures::{BurnUpView, behind_bars, burn_up_of};
use super::record::{Amended, amendments, web_links};
use super::task::Dated;

#[derive(Debug, Serialize)]
pub(crate) struct AreasView {
    /// One tree for each classification.
    pub(crate) axes: Vec<Axis>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Axis {
    /// Empty for the first classification.
    pub(crate) name: String,
    pub(crate) areas: Vec<AreaLine>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) rest: Option<RestView>,
    /// The lights of those at the root of the tree.
    pub(crate) lights: Option<Picture>,
}

#[derive(Debug, Serialize)]
pub(crate) struct AreaLine {
    #[serde(flatten)]
    pub(crate) score: Score,
    pub(crate) code: String,
    pub(crate) lead: Link,
    pub(crate) sponsor: Link,
}

#[derive(Debug, Serialize)]
pub(crate) struct AreaView {
    pub(crate) name: String,
    pub(crate) code: String,
    pub(crate) parent: Link,
    pub(crate) children: Vec<Score>,
    /// The lights of the areas below it.
    pub(crate) lights: Option<Picture>,
    pub(crate) lead: Link,
    pub(crate) sponsor: Link,
    pub(crate) sponsorships: Vec<SponsorshipView>,
    /// With everything below it.
    pub(crate) summary: Summary,
    /// Its own items; shown apart where there are areas below.
    pub(crate) own: Summary,
    pub(crate) burn_up: Option<BurnUpView>,
    /// Items that fall short of their plan.
    pub(crate) behind: Option<Picture>,
    pub(crate) items: Option<TableView>,
    /// Its lines on the timeline; empty where it has none.
    pub(crate) timeline: Link,
    /// Its lines against the units; empty where it has none.
    pub(crate) matrix: Link,
    pub(crate) followed: FollowedView,
    pub(crate) documents: Vec<Dated>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) documents_rest: Option<RestView>,
    pub(crate) links: Vec<Link>,
    pub(crate) attachments: Vec<Download>,
    pub(crate) amendments: Vec<Amended>,
    pub(crate) body: super::body::BodyView,
}

pub(crate) fn areas(desk: &Desk<'_>) -> AreasView {
    let report = desk.report;
    let mut axes: Vec<Axis> = Vec::new();
    let mut roots: Vec<Vec<Key<Area>>> = Vec::new();
    for key in report.project.areas.keys() {
        let area = report.project.areas.at(key, desk.as_of());
        if report.areas[key.place()].is_none() || !is_root(desk, area) {
            continue;
        }
        let name = axis_name(&area.axis);
        let place = axes.iter().position(|axis| axis.name == name);
        let place = place.unwrap_or_else(|| {
            axes.push(Axis {
                name,
                areas: Vec::new(),
                rest: None,
                lights: None,
            });
            roots.push(Vec::new());
            axes.len() - 1
        });
        roots[place].push(key);
        for (key, depth) in tree(desk, key) {
            axes[place].areas.push(line(desk, key, depth));
        }
    }
    for (axis, roots) in axes.iter_mut().zip(roots) {
        axis.rest = first(desk, &mut axis.areas, || vec![data_file(desk, "areas")]);
        axis.lights = area_lights(desk, &axis.name, roots.into_iter());
    }
    AreasView { axes }
}

fn axis_name(axis: &str) -> String {
    if axis == "area" {
        String::new()
    } else {
        axis.to_owned()
    }
}

fn is_root(desk: &Desk<'_>, area: &Area) -> bool {
    let parent = area.parent.as_ref().and_then(Seen::key);
    parent.is_none_or(|key| desk.report.areas[key.place()].is_none())
}

/// An area and all below it, in written order, with their depth.
pub(crate) fn tree(desk: &Desk<'_>, root: Key<Area>) -> Vec<(Key<Area>, usize)> {
    let mut found = Vec::new();
    let mut stack = vec![(root, 0)];
    while let Some((key, depth)) = stack.pop() {
        found.push((key, depth));
        let children = &desk.index.areas[key.place()].children;
        stack.extend(children.iter().rev().map(|child| (*child, depth + 1)));
    }
    found
}

fn line(desk: &Desk<'_>, key: Key<Area>, depth: usize) -> AreaLine {
    let area = desk.report.project.areas.at(key, desk.as_of());
    AreaLine {
        score: super::overview::area_score(desk, key, depth),
        code: area.code.clone().unwrap_or_default(),
        lead: area.lead.map(|u| desk.seen_unit(u)).unwrap_or_default(),
        sponsor: area
            .sponsor
            .map(|p| desk.seen_person(p))
            .unwrap_or_default(),
    }
}

pub(crate) fn area(desk: &Desk<'_>, key: Key<Area>) -> Option<AreaView> {
    let area = desk.report.project.areas.at(key, desk.as_of());
    let set = desk.report.areas[key.place()].as_ref()?;
    let links = &desk.index.areas[key.place()];
    let below = links.children.iter();
    let items = with_below(desk, key);
    let area_name = desk.words.text(&area.name);
    let (documents, documents_rest) = documents_of(desk, &links.documents);
    let then = desk
        .earlier()
        .and_then(|then| then.areas[key.place()].as_ref());
    Some(AreaView {
        name: desk.words.text(&area.name),
        code: area.code.clone().unwrap_or_default(),
        parent: area.parent.map(|a| desk.seen_area(a)).unwrap_or_default(),
        children: below
            .map(|child| super::overview::area_score(desk, *child, 0))
            .collect(),
        lights: area_lights(desk, &area_name, links.children.iter().copied()),
        lead: area.lead.map(|u| desk.seen_unit(u)).unwrap_or_default(),
        sponsor: area
            .sponsor
            .map(|p| desk.seen_person(p))
            .unwrap_or_default(),
        sponsorships: sponsorships_of(desk.report, &links.sponsored)
            .map(|s| sponsorship(desk, s))
            .collect(),
        summary: compared(desk, &set.with_below, super::overview::area_then(desk, key)),
        own: compared(desk, &set.own, then.map(|then| &then.own)),
        burn_up: burn_up_of(desk, &area_name, (None, items.iter().copied())),
        behind: behind_bars(desk, &area_name, &items),
        items: table_within(desk, &items, LINES, |all| places(desk, key, all)),
        timeline: super::timeline::link_of(desk, key),
        matrix: super::matrix::link_of(desk, key),
        followed: of_area(desk, key),
        documents,
        documents_rest,
        links: web_links(desk, &area.head),
        attachments: desk.downloads(&area.head.attachments),
        amendments: amendments(desk, &area.head),
        body: super::body::body(desk, &area.head),
    })
}

/// Where all its items are: in its part of the ledger where that has each of them, else in the ledger as a whole.
fn places(desk: &Desk<'_>, key: Key<Area>, items: &[Count]) -> Vec<Link> {
    let mut places = vec![part_with(desk, key, items)];
    places.extend(data_files(desk, items));
    places
}

/// Its items and those of the areas below it, each once, in written order.
fn with_below(desk: &Desk<'_>, key: Key<Area>) -> Vec<Count> {
    let areas = tree(desk, key).into_iter();
    let mut counts: Vec<Count> = areas
        .flat_map(|(key, _)| desk.index.areas[key.place()].items.iter().copied())
        .collect();
    counts.sort_by_key(|count| match count {
        Count::Task(key) => (0, key.place()),
        Count::Decision(key) => (1, key.place()),
    });
    counts.dedup();
    counts
}

/// The documents of an area or a unit, as far as there is room.
pub(crate) fn documents_of(
    desk: &Desk<'_>,
    keys: &[Key<crate::model::Document>],
) -> (Vec<Dated>, Option<RestView>) {
    let mut documents = dated_documents(desk, keys);
    let rest = first(desk, &mut documents, || {
        let all = desk.words.plain("menu-documents");
        vec![Link::new(&all, desk.to(Page::Documents))]
    });
    (documents, rest)
}

pub(crate) fn dated_documents(desk: &Desk<'_>, keys: &[Key<crate::model::Document>]) -> Vec<Dated> {
    let shelf = &desk.report.project.documents;
    keys.iter()
        .map(|key| Dated {
            date: shelf.at(*key, desk.as_of()).date.to_string(),
            link: desk.document(*key),
        })
        .collect()
}
