//! The sets over which items and problems are rolled up: campaigns, areas, units and sponsors; each goes once into each of its sets.

use crate::model::{Item, Key, Seen, Unit};

use super::placing::{Ladders, upwards};
use super::presence::Presence;
use super::report::Placing;

/// What is added to, slip by slip, until it is rolled up.
pub(super) trait Tallied: Default + Clone {
    type Slip;
    type RolledUp;
    fn add(&mut self, slip: &Self::Slip);
    fn roll_up(self) -> Self::RolledUp;
}

/// All sets of a site, still being added to.
pub(super) struct Sets<'a, T> {
    presence: &'a Presence,
    ladders: &'a Ladders,
    whole: T,
    campaigns: Vec<T>,
    people: Vec<T>,
    areas: Vec<T>,
    areas_with_below: Vec<T>,
    leads: Vec<T>,
    leads_with_below: Vec<T>,
    involved: Vec<T>,
    involved_with_below: Vec<T>,
}

/// The roll-ups of all sets; none for a set that does not exist at the day.
pub(super) struct RolledUp<R> {
    pub(super) whole: R,
    pub(super) campaigns: Vec<Option<R>>,
    pub(super) areas: Vec<Option<AreaSets<R>>>,
    pub(super) units: Vec<Option<UnitSets<R>>>,
    /// As sponsors.
    pub(super) people: Vec<Option<R>>,
}

pub(super) struct AreaSets<R> {
    pub(super) own: R,
    pub(super) with_below: R,
}

pub(super) struct UnitSets<R> {
    pub(super) as_lead: R,
    pub(super) involved: R,
    pub(super) as_lead_with_below: R,
    pub(super) involved_with_below: R,
}

pub(super) fn sets<'a, T: Tallied>(presence: &'a Presence, ladders: &'a Ladders) -> Sets<'a, T> {
    let (areas, units) = (presence.areas.len(), presence.units.len());
    let empty = |count: usize| vec![T::default(); count];
    Sets {
        presence,
        ladders,
        whole: T::default(),
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

impl<T: Tallied> Sets<'_, T> {
    pub(super) fn add(&mut self, item: &Item, placing: &Placing, slip: &T::Slip) {
        self.whole.add(slip);
        let campaign = one(placing.campaign, &self.presence.campaigns);
        into(&mut self.campaigns, campaign, slip);
        let sponsor = one(placing.sponsor, &self.presence.people);
        into(&mut self.people, sponsor, slip);
        let areas = shown(&placing.areas, &self.presence.areas);
        into(&mut self.areas, areas.iter().copied(), slip);
        let above = with_above(&areas, &self.ladders.areas);
        into(&mut self.areas_with_below, above, slip);
        let lead = one(Some(item.lead), &self.presence.units);
        into(&mut self.leads, lead, slip);
        // On the way up from one unit no other stands twice.
        let above = lead
            .into_iter()
            .flat_map(|lead| upwards(lead, &self.ladders.units));
        into(&mut self.leads_with_below, above, slip);
        let mut involved: Vec<Key<Unit>> = lead.into_iter().collect();
        for unit in shown(&item.responsible, &self.presence.units) {
            if !involved.contains(&unit) {
                involved.push(unit);
            }
        }
        into(&mut self.involved, involved.iter().copied(), slip);
        let above = with_above(&involved, &self.ladders.units);
        into(&mut self.involved_with_below, above, slip);
    }

    pub(super) fn roll_up(self) -> RolledUp<T::RolledUp> {
        let presence = self.presence;
        let areas = self.areas.into_iter().zip(self.areas_with_below);
        let areas = areas.map(|(own, with_below)| AreaSets {
            own: own.roll_up(),
            with_below: with_below.roll_up(),
        });
        let leads = self.leads.into_iter().zip(self.leads_with_below);
        let involved = self.involved.into_iter().zip(self.involved_with_below);
        let units = leads.zip(involved).map(|(lead, involved)| UnitSets {
            as_lead: lead.0.roll_up(),
            involved: involved.0.roll_up(),
            as_lead_with_below: lead.1.roll_up(),
            involved_with_below: involved.1.roll_up(),
        });
        let campaigns = self.campaigns.into_iter().map(T::roll_up);
        let people = self.people.into_iter().map(T::roll_up);
        RolledUp {
            whole: self.whole.roll_up(),
            campaigns: there(campaigns, &presence.campaigns),
            areas: there(areas, &presence.areas),
            units: there(units, &presence.units),
            people: there(people, &presence.people),
        }
    }
}

fn there<T>(made: impl Iterator<Item = T>, presence: &[bool]) -> Vec<Option<T>> {
    made.zip(presence)
        .map(|(one, there)| there.then_some(one))
        .collect()
}

/// The set, where these readers see it and it exists.
fn one<T>(named: Option<Seen<T>>, presence: &[bool]) -> Option<Key<T>> {
    let key = named.as_ref().and_then(Seen::key);
    key.filter(|key| presence[key.place()])
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

fn into<T: Tallied, S>(tallies: &mut [T], sets: impl IntoIterator<Item = Key<S>>, slip: &T::Slip) {
    for set in sets {
        tallies[set.place()].add(slip);
    }
}
