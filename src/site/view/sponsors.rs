//! Sponsors 包保领导: each with the units, areas and tasks in their charge, and how these stand.

use serde::Serialize;

use crate::model::{Key, Person};
use crate::site::desk::Desk;

use super::campaign::{SponsorshipView, sponsorship};
use super::limit::{Kept, LINES, RestView, SPONSORED, data_file, data_files, each, rest};
use super::live::{TableView, table_within};
use super::parts::{Link, Summary, summary};
use super::person::posts_on;

#[derive(Debug, Serialize)]
pub(crate) struct SponsorsView {
    pub(crate) sponsors: Vec<SponsorView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) rest: Option<RestView>,
}

#[derive(Debug, Serialize)]
pub(crate) struct SponsorView {
    pub(crate) person: Link,
    pub(crate) posts: String,
    /// Of campaigns, past ones too.
    pub(crate) charges: Vec<SponsorshipView>,
    /// Areas that name the person.
    pub(crate) areas: Vec<Link>,
    pub(crate) summary: Summary,
    /// The items that the person answers for; of very many the worst.
    pub(crate) items: Option<TableView>,
}

/// Persons who answer for something, in written order.
pub(crate) fn sponsors(desk: &Desk<'_>) -> SponsorsView {
    let people = desk.report.project.people.keys();
    let mut sponsors: Vec<Key<Person>> = people.filter(|key| answers(desk, *key)).collect();
    let kept = Kept::of(sponsors.len(), sponsors.len().min(SPONSORED));
    sponsors.truncate(SPONSORED);
    let links = |key: &Key<Person>| &desk.index.people[key.place()];
    let sizes = sponsors.iter().map(|key| links(key).sponsors.len());
    let most = each(&sizes.collect::<Vec<_>>(), SPONSORED);
    let shown = sponsors.into_iter();
    SponsorsView {
        sponsors: shown.filter_map(|key| sponsor(desk, key, most)).collect(),
        rest: rest(desk, "rest-first", kept, || vec![data_file(desk, "people")]),
    }
}

fn answers(desk: &Desk<'_>, key: Key<Person>) -> bool {
    let links = &desk.index.people[key.place()];
    let has = !links.sponsorships.is_empty() || !links.areas.is_empty();
    desk.report.people[key.place()].is_some() && (has || !links.sponsors.is_empty())
}

/// With at most so many of the items, for the person's own page lists them.
fn sponsor(desk: &Desk<'_>, key: Key<Person>, most: usize) -> Option<SponsorView> {
    let set = desk.report.people[key.place()].as_ref()?;
    let links = &desk.index.people[key.place()];
    let campaigns = &desk.report.project.campaigns;
    let charges = links.sponsorships.iter().map(|(campaign, place)| {
        let campaign = campaigns.at(*campaign, desk.as_of());
        sponsorship(desk, &campaign.sponsorships[*place])
    });
    Some(SponsorView {
        person: desk.person(key),
        posts: posts_on(desk, key, desk.as_of()),
        charges: charges.collect(),
        areas: links.areas.iter().map(|area| desk.area(*area)).collect(),
        summary: summary(desk, set),
        items: table_within(desk, &links.sponsors, most, |_| places(desk, key)),
    })
}

/// Their own page where it has all of them, and the lists.
fn places(desk: &Desk<'_>, key: Key<Person>) -> Vec<Link> {
    let items = &desk.index.people[key.place()].sponsors;
    let own = Some(desk.person(key)).filter(|_| items.len() <= LINES);
    own.into_iter().chain(data_files(desk, items)).collect()
}
