//! The sets over which items are rolled up: campaigns, areas, units and sponsors; each item goes once into each of its sets.

use crate::model::{Item, Key, Seen};

use super::placing::{Ladders, upwards};
use super::presence::Presence;
use super::report::{Placing, RollUp, UnitFacts, WithBelow};
use super::rollup::{Slip, Tally};

/// All sets of a site, still being added to.
pub(super) struct Sets<'a> {
    presence: &'a Presence,
    ladders: &'a Ladders,
    whole: Tally,
    campaigns: Vec<Tally>,
    people: Vec<Tally>,
    areas: Vec<Tally>,
    areas_with_below: Vec<Tally>,
    leads: Vec<Tally>,
    leads_with_below: Vec<Tally>,
    involved: Vec<Tally>,
    involved_with_below: Vec<Tally>,
}

/// The roll-ups of all sets; none for a set that does not exist at the day.
pub(super) struct RolledUp {
    pub(super) whole: RollUp,
    pub(super) campaigns: Vec<Option<WithBelow>>,
    pub(super) areas: Vec<Option<WithBelow>>,
    pub(super) units: Vec<Option<UnitFacts>>,
    pub(super) people: Vec<Option<RollUp>>,
}

pub(super) fn sets<'a>(presence: &'a Presence, ladders: &'a Ladders) -> Sets<'a> {
    let (areas, units) = (presence.areas.len(), presence.units.len());
    let empty = |count: usize| vec![Tally::default(); count];
    Sets {
        presence,
        ladders,
        whole: Tally::default(),
        campaigns: empty(presence.campaigns.len()),
        people: empty(presence.people.len()),
        areas: empty(areas),
        areas_with_below: empty(areas),
        leads: empty(units),
        leads_with_below: empty(units),
        involved: empty(units),
        involved_with_below: empty(units),
    }
}

impl Sets<'_> {
    pub(super) fn add(&mut self, item: &Item, placing: &Placing, slip: &Slip) {
        self.whole.add(slip);
        let campaign = shown(
            &placing.campaign.map_or(vec![], |c| vec![c]),
            &self.presence.campaigns,
        );
        into(&mut self.campaigns, &campaign, slip);
        let sponsor = shown(
            &placing.sponsor.map_or(vec![], |s| vec![s]),
            &self.presence.people,
        );
        into(&mut self.people, &sponsor, slip);
        let areas = shown(&placing.areas, &self.presence.areas);
        into(&mut self.areas, &areas, slip);
        let above = with_above(&areas, &self.ladders.areas);
        into(&mut self.areas_with_below, &above, slip);
        let lead = shown(&[item.lead], &self.presence.units);
        into(&mut self.leads, &lead, slip);
        let above = with_above(&lead, &self.ladders.units);
        into(&mut self.leads_with_below, &above, slip);
        let mut involved = lead;
        for unit in shown(&item.responsible, &self.presence.units) {
            if !involved.contains(&unit) {
                involved.push(unit);
            }
        }
        into(&mut self.involved, &involved, slip);
        let above = with_above(&involved, &self.ladders.units);
        into(&mut self.involved_with_below, &above, slip);
    }

    pub(super) fn roll_up(self) -> RolledUp {
        let presence = self.presence;
        let campaigns = self.campaigns.into_iter().map(Tally::roll_up);
        // Nothing stands below a campaign.
        let campaigns = campaigns.map(|own| WithBelow {
            with_below: own.clone(),
            own,
        });
        let areas = self.areas.into_iter().zip(self.areas_with_below);
        let areas = areas.map(|(own, with_below)| WithBelow {
            own: own.roll_up(),
            with_below: with_below.roll_up(),
        });
        let leads = self.leads.into_iter().zip(self.leads_with_below);
        let involved = self.involved.into_iter().zip(self.involved_with_below);
        let units = leads.zip(involved).map(|(lead, involved)| UnitFacts {
            as_lead: lead.0.roll_up(),
            involved: involved.0.roll_up(),
            as_lead_with_below: lead.1.roll_up(),
            involved_with_below: involved.1.roll_up(),
        });
        RolledUp {
            whole: self.whole.roll_up(),
            campaigns: there(campaigns, &presence.campaigns),
            areas: there(areas, &presence.areas),
            units: there(units, &presence.units),
            people: there(
                self.people.into_iter().map(Tally::roll_up),
                &presence.people,
            ),
        }
    }
}

fn there<T>(made: impl Iterator<Item = T>, presence: &[bool]) -> Vec<Option<T>> {
    made.zip(presence)
        .map(|(one, there)| there.then_some(one))
        .collect()
}

/// The sets that these readers see and that exist, each once.
fn shown<T>(named: &[Seen<T>], presence: &[bool]) -> Vec<Key<T>> {
    let mut shown = Vec::with_capacity(named.len());
    for key in named.iter().filter_map(Seen::key) {
        if presence[key.place()] && !shown.contains(&key) {
            shown.push(key);
        }
    }
    shown
}

/// These and everything above them, each once.
fn with_above<T>(rungs: &[Key<T>], parents: &[Option<Key<T>>]) -> Vec<Key<T>> {
    let mut all = Vec::with_capacity(rungs.len() * 2);
    for key in rungs.iter().flat_map(|rung| upwards(*rung, parents)) {
        if !all.contains(&key) {
            all.push(key);
        }
    }
    all
}

fn into<T>(tallies: &mut [Tally], sets: &[Key<T>], slip: &Slip) {
    for set in sets {
        tallies[set.place()].add(slip);
    }
}
