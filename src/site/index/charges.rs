//! Who is in charge of what: sponsorships and command of campaigns; and links to decisions that are in doubt, changes that are told.

use crate::derive::Report;
use crate::model::{Campaign, Key, Party, Seen, Sponsored, Sponsorship};

use super::{Index, present};

impl Index {
    pub(super) fn gather_campaigns(&mut self, report: &Report<'_>) {
        let shelf = &report.project.campaigns;
        for key in present(shelf, |k| report.campaigns[k.place()].is_some()) {
            let campaign = shelf.at(key, report.as_of);
            for (place, of) in campaign.sponsorships.iter().enumerate() {
                if let Some(person) = of.person.key() {
                    self.people[person.place()].sponsorships.push((key, place));
                }
                match of.of {
                    Sponsored::Unit(Seen::Shown(unit)) => {
                        self.units[unit.place()].sponsored.push((key, place));
                    }
                    Sponsored::Area(Seen::Shown(area)) => {
                        self.areas[area.place()].sponsored.push((key, place));
                    }
                    _ => {}
                }
            }
            for (place, post) in campaign.command.iter().enumerate() {
                if let Party::Person(Seen::Shown(person)) = post.person {
                    self.people[person.place()].command.push((key, place));
                }
            }
        }
    }

    pub(super) fn gather_suspects(&mut self, report: &Report<'_>) {
        let tasks = &report.project.tasks;
        for (place, link) in report.suspects.iter().enumerate() {
            self.tasks[link.task.place()].suspects.push(place);
            self.suspects.entry(link.decision).or_default().push(place);
            let lead = tasks.at(link.task, report.as_of).item.lead;
            if let Some(unit) = lead.key() {
                self.units[unit.place()].suspects.push(place);
            }
        }
    }

    /// What moved with the calendar alone is not told.
    pub(super) fn gather_told(&mut self) {
        let records = self.changes.iter().flat_map(|(all, _)| &all.records);
        let told = records.filter(|(_, change)| !change.is_calendar_alone());
        self.told = told.map(|(subject, _)| *subject).collect();
    }
}

/// The sponsorships at these places of their campaigns.
pub(crate) fn sponsorships_of<'p>(
    report: &Report<'p>,
    places: &[(Key<Campaign>, usize)],
) -> impl Iterator<Item = &'p Sponsorship> {
    let (campaigns, day) = (&report.project.campaigns, report.as_of);
    let places = places.iter();
    places.map(move |(key, place)| &campaigns.at(*key, day).sponsorships[*place])
}
