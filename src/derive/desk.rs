//! The desk on which the facts of a day are worked out: the day, what exists, and whose progress is owed when.

use crate::date::Date;
use crate::model::Project;

use super::item::Viewpoint;
use super::presence::Presence;
use super::report::Placing;
use super::reporting::{Cutoffs, cutoffs};

/// What every item's facts need besides the item.
pub(super) struct Desk<'p, 'a> {
    pub(super) view: Viewpoint<'p>,
    pub(super) presence: &'a Presence,
    /// By the campaign's place.
    pub(super) cutoffs: Vec<Option<Cutoffs>>,
}

impl Desk<'_, '_> {
    pub(super) fn cutoffs_of(&self, placing: Option<&Placing>) -> Option<Cutoffs> {
        let campaign = placing?.campaign?.key()?;
        self.cutoffs[campaign.place()]
    }
}

pub(super) fn campaign_cutoffs(
    project: &Project,
    day: Date,
    presence: &Presence,
) -> Vec<Option<Cutoffs>> {
    let shelf = &project.campaigns;
    let there = shelf.keys().zip(&presence.campaigns);
    there
        .map(|(campaign, there)| {
            let reporting = shelf.at(campaign, day).reporting.filter(|_| *there)?;
            Some(cutoffs(reporting, day))
        })
        .collect()
}
