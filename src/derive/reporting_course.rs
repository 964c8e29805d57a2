//! Who reported when: what the items of each unit, or each item by itself, owed at the last cut-offs, and what came.

use std::collections::{BTreeMap, BTreeSet};

use crate::date::Date;
use crate::model::{Item, Key, Project, Seen, Unit};

use super::ledger::Items;
use super::report::{Count, Placing, Report};
use super::reporting::{Cutoffs, Outcome, last_cutoffs, outcome};

/// So many cut-offs: a year of months.
const CUTOFFS: usize = 12;

/// Rows of cells, one for each cut-off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ReportingCourse<K> {
    /// The earliest first, from the first at which anything was owed.
    pub(crate) cutoffs: Vec<Date>,
    /// Those that owed anything, by key.
    pub(crate) rows: Vec<(K, Vec<Reported>)>,
}

/// What was owed at a cut-off, and what became of it; the three kinds add up to what was owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Reported {
    pub(crate) owed: u32,
    /// After the grace of the cut-off before, and within that of its own.
    pub(crate) in_time: u32,
    /// After its grace, and before that of the next cut-off ran out, or by D.
    pub(crate) late: u32,
    /// Neither.
    pub(crate) missing: u32,
}

impl Reported {
    fn add(&mut self, outcome: Outcome) {
        self.owed += 1;
        match outcome {
            Outcome::InTime => self.in_time += 1,
            Outcome::Late => self.late += 1,
            Outcome::Missing => self.missing += 1,
        }
    }
}

/// Of every unit, by what it leads; a lead that these readers may not see has no row.
pub(crate) fn unit_reporting(report: &Report) -> ReportingCourse<Key<Unit>> {
    let items = Items::of(report);
    let led = report.ledger.iter().filter_map(|count| {
        let (item, _, placing) = items.counted(*count)?;
        Some((item.lead.key()?, item, placing))
    });
    course_of(report, led)
}

/// Of each of these items by its place among them.
pub(crate) fn item_reporting(report: &Report, counts: &[Count]) -> ReportingCourse<usize> {
    let items = Items::of(report);
    let counted = counts.iter().enumerate().filter_map(|(place, count)| {
        let (item, facts, placing) = items.counted(*count)?;
        facts.in_ledger.then_some((place, item, placing))
    });
    course_of(report, counted)
}

fn course_of<'a, K: Ord + Copy>(
    report: &Report,
    items: impl Iterator<Item = (K, &'a Item, &'a Placing)>,
) -> ReportingCourse<K> {
    let campaigns = by_campaign(report.project, report);
    let days: BTreeSet<Date> = campaigns
        .iter()
        .flatten()
        .map(|(cutoffs, _)| cutoffs.last)
        .collect();
    let skipped = days.len().saturating_sub(CUTOFFS);
    let days: Vec<Date> = days.into_iter().skip(skipped).collect();
    let mut rows: BTreeMap<K, Vec<Reported>> = BTreeMap::new();
    for (key, item, placing) in items {
        let campaign = placing.campaign.as_ref().and_then(Seen::key);
        let Some(cutoffs) = campaign.map(|key| &campaigns[key.place()]) else {
            continue;
        };
        for (cutoffs, closes) in cutoffs {
            let Ok(column) = days.binary_search(&cutoffs.last) else {
                continue;
            };
            if let Some(outcome) = outcome(item, *cutoffs, *closes) {
                let row = rows
                    .entry(key)
                    .or_insert_with(|| vec![Reported::default(); days.len()]);
                row[column].add(outcome);
            }
        }
    }
    trimmed(days, rows.into_iter().collect())
}

/// The cut-offs before anything was owed are left away.
fn trimmed<K>(mut cutoffs: Vec<Date>, mut rows: Vec<(K, Vec<Reported>)>) -> ReportingCourse<K> {
    let first = (0..cutoffs.len())
        .find(|column| rows.iter().any(|(_, row)| row[*column].owed > 0))
        .unwrap_or(cutoffs.len());
    cutoffs.drain(..first);
    for (_, row) in &mut rows {
        row.drain(..first);
    }
    ReportingCourse { cutoffs, rows }
}

/// By the campaign's place: its last cut-offs, and until when what came after each was late and not missing.
fn by_campaign(project: &Project, report: &Report) -> Vec<Vec<(Cutoffs, Date)>> {
    let shelf = &project.campaigns;
    let cutoffs = shelf.keys().map(|key| {
        let there = report.campaigns[key.place()].is_some();
        let reporting = shelf.at(key, report.as_of).reporting;
        let Some(reporting) = reporting.filter(|_| there) else {
            return Vec::new();
        };
        last_cutoffs(reporting, report.as_of, CUTOFFS)
    });
    cutoffs.collect()
}
