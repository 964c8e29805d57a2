//! Who has not reported: what was owed by the last cut-offs, and what is missing, unit by unit.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::date::Date;
use crate::derive::Count;
use crate::model::{Campaign, Key, Reporting, ReportingCadence, Seen, Unit};
use crate::site::desk::Desk;

use super::limit::{Kept, LINES, RestView, by_light, data_files, each, foremost, rest};
use super::overview::facts;
use super::parts::{Link, Row, row};
use super::pictures::{HeatMapView, reporting_of_units};

#[derive(Debug, Serialize)]
pub(crate) struct NotReportedView {
    /// What was owed by when, in words, one for each campaign that has rules for it.
    pub(crate) rules: Vec<String>,
    pub(crate) counted: String,
    /// Who reported when, at the last cut-offs.
    pub(crate) course: Option<HeatMapView>,
    /// By lead, most items first.
    pub(crate) units: Vec<Late>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) rest: Option<RestView>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Late {
    pub(crate) unit: Link,
    pub(crate) count: String,
    pub(crate) rows: Vec<Row>,
}

pub(crate) fn not_reported(desk: &Desk<'_>) -> NotReportedView {
    let mut late: Vec<(Seen<Unit>, Vec<Count>)> = Vec::new();
    let mut places: BTreeMap<Option<Key<Unit>>, usize> = BTreeMap::new();
    for count in &desk.report.ledger {
        let stale = facts(desk, *count).is_some_and(|f| f.stale);
        let Some(lead) = lead(desk, *count).filter(|_| stale) else {
            continue;
        };
        let place = *places.entry(lead.key()).or_insert_with(|| {
            late.push((lead, Vec::new()));
            late.len() - 1
        });
        late[place].1.push(*count);
    }
    late.sort_by_key(|(_, counts)| std::cmp::Reverse(counts.len()));
    let sizes: Vec<usize> = late.iter().map(|(_, counts)| counts.len()).collect();
    let most = each(&sizes, LINES);
    let kept = Kept::of_groups(&sizes, most);
    let all = late.iter().flat_map(|(_, counts)| counts.iter().copied());
    let rest = rest(desk, "rest-groups", kept, || {
        data_files(desk, &all.collect::<Vec<_>>())
    });
    let units = late.into_iter().map(|(unit, counts)| Late {
        unit: desk.seen_unit(unit),
        count: counts.len().to_string(),
        rows: foremost(counts, most, |count| by_light(desk, *count))
            .into_iter()
            .filter_map(|count| row(desk, count))
            .collect(),
    });
    NotReportedView {
        rules: cut_offs(desk),
        counted: desk.words.count("not-reported-count", kept.all),
        course: reporting_of_units(desk),
        units: units.collect(),
        rest,
    }
}

/// None of what has no line of its own.
fn lead(desk: &Desk<'_>, count: Count) -> Option<Seen<Unit>> {
    let project = desk.report.project;
    match count {
        Count::Task(key) => Some(project.tasks.at(key, desk.as_of()).item.lead),
        Count::Decision(key) => {
            let decision = project.decisions.at(key, desk.as_of());
            decision.action.as_ref()?;
            decision.lead
        }
    }
}

/// `截止日 2026年6月25日，宽限3天`: the last cut-off whose grace is over, for each campaign with rules.
pub(crate) fn cut_offs(desk: &Desk<'_>) -> Vec<String> {
    let shelf = &desk.report.project.campaigns;
    let there = shelf
        .keys()
        .filter(|k| desk.report.campaigns[k.place()].is_some());
    there.filter_map(|key| cut_off_words(desk, key)).collect()
}

/// For each campaign with rules: what is owed and when, then the last cut-off.
pub(crate) fn rules_and_cut_offs(desk: &Desk<'_>) -> Vec<String> {
    let shelf = &desk.report.project.campaigns;
    let there = shelf
        .keys()
        .filter(|k| desk.report.campaigns[k.place()].is_some());
    there
        .flat_map(|key| [reporting_rule(desk, key), cut_off_words(desk, key)])
        .flatten()
        .collect()
}

fn reporting_rule(desk: &Desk<'_>, key: Key<Campaign>) -> Option<String> {
    let campaign = desk.report.project.campaigns.at(key, desk.as_of());
    campaign.reporting?;
    let values = [
        ("campaign", desk.words.text(&campaign.name)),
        ("rule", super::campaign::reporting(desk, campaign)),
    ];
    Some(super::item::say(desk, "reporting-rule", &values))
}

fn cut_off_words(desk: &Desk<'_>, key: Key<Campaign>) -> Option<String> {
    let campaign = desk.report.project.campaigns.at(key, desk.as_of());
    let reporting = campaign.reporting?;
    let cut_off = last_cut_off(reporting, desk.as_of());
    let values = [
        ("campaign", desk.words.text(&campaign.name)),
        ("on", desk.words.day(cut_off)),
        ("grace", reporting.grace_days.to_string()),
        (
            "until",
            desk.words
                .day(cut_off.plus_days(i64::from(reporting.grace_days))),
        ),
    ];
    Some(super::item::say(desk, "cut-off", &values))
}

/// The last cut-off with its grace over at D.
fn last_cut_off(reporting: Reporting, as_of: Date) -> Date {
    let latest = as_of.plus_days(-i64::from(reporting.grace_days));
    let day = i64::from(reporting.cutoff_day);
    if reporting.cadence == ReportingCadence::Weekly {
        let back = (i64::from(latest.weekday() as u8) - day).rem_euclid(7);
        return latest.plus_days(-back);
    }
    let quarterly = reporting.cadence == ReportingCadence::Quarterly;
    let mut month = latest.first_of_month();
    loop {
        let last = month.last_of_month();
        let cut_off = month.plus_days(day - 1).min(last);
        let counts = !quarterly || month.month().is_multiple_of(3);
        if counts && cut_off <= latest {
            return cut_off;
        }
        let before = month.plus_days(-1).first_of_month();
        if before == month {
            // The calendar's first day.
            return cut_off;
        }
        month = before;
    }
}

#[cfg(test)]
mod tests {
    use super::last_cut_off;
    use crate::date::Date;
    use crate::model::{Reporting, ReportingCadence};

    #[test]
    fn the_last_cut_off_is_the_one_whose_grace_is_over() {
        let d = |text| Date::parse(text).unwrap();
        let rule = |cadence, cutoff_day, grace_days| Reporting {
            cadence,
            cutoff_day,
            grace_days,
        };
        use ReportingCadence::{Monthly, Quarterly, Weekly};
        for (rule, as_of, cut_off) in [
            (rule(Monthly, 25, 3), "2026-06-30", "2026-06-25"),
            (rule(Monthly, 25, 3), "2026-06-28", "2026-06-25"),
            (rule(Monthly, 25, 3), "2026-06-27", "2026-05-25"),
            (rule(Monthly, 31, 0), "2026-03-01", "2026-02-28"),
            (rule(Weekly, 5, 0), "2026-11-23", "2026-11-20"),
            (rule(Weekly, 1, 0), "2026-11-23", "2026-11-23"),
            (rule(Quarterly, 20, 5), "2026-06-24", "2026-03-20"),
        ] {
            assert_eq!(last_cut_off(rule, d(as_of)), d(cut_off), "{as_of}");
        }
        // With the calendar's first day it ends.
        let early = d("0000-01-01").plus_days(-10_000_000);
        assert!(last_cut_off(rule(Quarterly, 20, 5), early) >= early);
    }
}
