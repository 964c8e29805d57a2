//! Sponsors 包保领导: each with the units, areas and tasks in their charge, and how these stand.

use serde::Serialize;

use crate::model::{Key, Person};
use crate::site::desk::Desk;

use super::campaign::{SponsorshipView, sponsorship};
use super::live::{TableView, item_table};
use super::parts::{Link, Summary, summary};
use super::person::posts_on;

#[derive(Debug, Serialize)]
pub(crate) struct SponsorsView {
    pub(crate) sponsors: Vec<SponsorView>,
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
    /// Every item that the person answers for.
    pub(crate) items: Option<TableView>,
}

/// Persons who answer for something, in written order.
pub(crate) fn sponsors(desk: &Desk<'_>) -> SponsorsView {
    let people = desk.report.project.people.keys();
    SponsorsView {
        sponsors: people.filter_map(|key| sponsor(desk, key)).collect(),
    }
}

fn sponsor(desk: &Desk<'_>, key: Key<Person>) -> Option<SponsorView> {
    let set = desk.report.people[key.place()].as_ref()?;
    let links = &desk.index.people[key.place()];
    if links.sponsorships.is_empty() && links.areas.is_empty() && links.sponsors.is_empty() {
        return None;
    }
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
        items: item_table(desk, &links.sponsors),
    })
}
