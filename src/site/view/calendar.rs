//! The calendar of limits and meetings, and the list of those who have not reported.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::date::Date;
use crate::derive::Count;
use crate::model::{Campaign, Key, Reporting, ReportingCadence, Seen, State, Unit};
use crate::site::desk::Desk;
use crate::site::route::Page;

use super::ledger::LONG;
use super::overview::facts;
use super::parts::{LightView, Link, Row, row};
use super::pictures::{HeatMapView, reporting_of_units};

#[derive(Debug, Serialize)]
pub(crate) struct CalendarView {
    /// The pages of a calendar that is split by month; empty when it stands on this page.
    pub(crate) months: Vec<MonthPage>,
    /// From the month of D on, then the past, latest first.
    pub(crate) ahead: Vec<Month>,
    pub(crate) past: Vec<Month>,
}

#[derive(Debug, Serialize)]
pub(crate) struct MonthPage {
    pub(crate) link: Link,
    pub(crate) count: String,
}

#[derive(Debug, Serialize)]
pub(crate) struct Month {
    pub(crate) anchor: String,
    pub(crate) name: String,
    pub(crate) days: Vec<DayOf>,
}

#[derive(Debug, Serialize)]
pub(crate) struct DayOf {
    pub(crate) date: String,
    pub(crate) weekday: String,
    /// A day off by the office's calendar.
    pub(crate) off: bool,
    pub(crate) today: bool,
    pub(crate) entries: Vec<Entry>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Entry {
    /// `meeting`, `due` or `milestone`.
    pub(crate) kind: &'static str,
    pub(crate) label: String,
    pub(crate) link: Link,
    pub(crate) note: String,
    pub(crate) light: Option<LightView>,
}

#[derive(Debug, Serialize)]
pub(crate) struct NotReportedView {
    /// What was owed by when, in words, one for each campaign that has rules for it.
    pub(crate) rules: Vec<String>,
    pub(crate) counted: String,
    /// Who reported when, at the last cut-offs.
    pub(crate) course: Option<HeatMapView>,
    /// By lead, most items first.
    pub(crate) units: Vec<Late>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Late {
    pub(crate) unit: Link,
    pub(crate) count: String,
    pub(crate) rows: Vec<Row>,
}

/// The first days of the months that have a page of their own: all that hold something, where there is much.
pub(crate) fn months(desk: &Desk<'_>) -> Vec<Date> {
    let counted = counted(desk);
    if counted.values().sum::<usize>() <= LONG {
        return Vec::new();
    }
    counted.into_keys().collect()
}

/// How many entries each month has.
fn counted(desk: &Desk<'_>) -> BTreeMap<Date, usize> {
    let mut months: BTreeMap<Date, usize> = BTreeMap::new();
    let mut add = |day: Date| *months.entry(day.first_of_month()).or_default() += 1;
    let meetings = &desk.report.project.meetings;
    for key in meetings.keys().filter(|k| desk.knows(*k)) {
        add(meetings.at(key, desk.as_of()).date);
    }
    for count in &desk.report.ledger {
        item_dates(desk, *count).for_each(&mut add);
    }
    months
}

/// The limit of an item and the dates of its milestones.
fn item_dates<'a>(desk: &Desk<'a>, count: Count) -> impl Iterator<Item = Date> + use<'a> {
    let project = desk.report.project;
    let item = match count {
        Count::Task(key) => Some(&project.tasks.at(key, desk.as_of()).item),
        Count::Decision(key) => project.decisions.at(key, desk.as_of()).action.as_ref(),
    };
    let facts = facts(desk, count).filter(|_| item.is_some());
    let due = facts.and_then(|facts| {
        facts
            .effective_due
            .filter(|_| facts.state != State::Cancelled)
    });
    let milestones = item.into_iter().flat_map(|item| &item.milestones);
    let milestones = milestones.map(|milestone| milestone.due);
    due.into_iter()
        .chain(milestones.filter(move |_| facts.is_some()))
}

pub(crate) fn calendar(desk: &Desk<'_>, page: Page) -> CalendarView {
    let split = months(desk);
    let only = match page {
        Page::CalendarOf(first) => Some(first),
        _ if split.is_empty() => None,
        _ => Some(desk.as_of().first_of_month()),
    };
    let within = |day: Date| only.is_none_or(|first| day.first_of_month() == first);
    let mut days: BTreeMap<Date, Vec<Entry>> = BTreeMap::new();
    let meetings = &desk.report.project.meetings;
    for key in meetings.keys().filter(|k| desk.knows(*k)) {
        let meeting = meetings.at(key, desk.as_of());
        if !within(meeting.date) {
            continue;
        }
        days.entry(meeting.date).or_default().push(Entry {
            kind: "meeting",
            label: desk.words.plain("word-meeting"),
            link: desk.meeting(key),
            note: desk.words.optional(meeting.place.as_ref()),
            light: None,
        });
    }
    for count in &desk.report.ledger {
        if item_dates(desk, *count).any(within) {
            item_days(desk, *count, &mut days);
        }
    }
    days.retain(|day, _| within(*day));
    let this_month = desk.as_of().first_of_month();
    let mut months: BTreeMap<Date, Vec<DayOf>> = BTreeMap::new();
    for (date, entries) in days {
        let day = day_of(desk, date, entries);
        months.entry(date.first_of_month()).or_default().push(day);
    }
    let past = months.range(..this_month).rev();
    let past_keys: Vec<Date> = past.map(|(first, _)| *first).collect();
    let mut take = |first: Date| month(desk, first, months.remove(&first).unwrap_or_default());
    let past: Vec<Month> = past_keys.into_iter().map(&mut take).collect();
    let ahead_keys: Vec<Date> = months.keys().copied().collect();
    let mut take = |first: Date| month(desk, first, months.remove(&first).unwrap_or_default());
    let ahead: Vec<Month> = ahead_keys.into_iter().map(&mut take).collect();
    let months = if split.is_empty() {
        Vec::new()
    } else {
        month_pages(desk)
    };
    // A page of one month is read as it stands, whether the month is over or not.
    let (ahead, past): (Vec<Month>, Vec<Month>) = match only {
        Some(_) => ([past, ahead].into_iter().flatten().collect(), Vec::new()),
        None => (ahead, past),
    };
    CalendarView {
        months,
        ahead,
        past,
    }
}

fn month_pages(desk: &Desk<'_>) -> Vec<MonthPage> {
    let counted = counted(desk);
    let pages = counted.into_iter().map(|(first, count)| MonthPage {
        link: Link::new(&desk.words.month(first), desk.to(Page::CalendarOf(first))),
        count: desk.words.count("of-total", count),
    });
    pages.collect()
}

fn month(desk: &Desk<'_>, first: Date, days: Vec<DayOf>) -> Month {
    Month {
        anchor: format!("m{:04}-{:02}", first.year(), first.month()),
        name: desk.words.month(first),
        days,
    }
}

fn day_of(desk: &Desk<'_>, date: Date, entries: Vec<Entry>) -> DayOf {
    DayOf {
        date: date.to_string(),
        weekday: desk
            .words
            .plain(&format!("weekday-{}", date.weekday() as u8)),
        off: !desk.report.project.calendar.is_work_day(date),
        today: date == desk.as_of(),
        entries,
    }
}

/// Its limit, and its milestones.
fn item_days(desk: &Desk<'_>, count: Count, days: &mut BTreeMap<Date, Vec<Entry>>) {
    let Some(facts) = facts(desk, count) else {
        return;
    };
    let project = desk.report.project;
    let (link, item) = match count {
        Count::Task(key) => {
            let task = project.tasks.at(key, desk.as_of());
            (desk.task(key), Some(&task.item))
        }
        Count::Decision(key) => {
            let decision = project.decisions.at(key, desk.as_of());
            (desk.decision(key), decision.action.as_ref())
        }
    };
    let Some(item) = item else {
        return;
    };
    let lead = desk.seen_unit(item.lead).text;
    if let Some(due) = facts
        .effective_due
        .filter(|_| facts.state != State::Cancelled)
    {
        days.entry(due).or_default().push(Entry {
            kind: "due",
            label: desk.words.plain("word-due"),
            link: link.clone(),
            note: lead,
            light: Some(desk.light(facts.light)),
        });
    }
    for milestone in &item.milestones {
        days.entry(milestone.due).or_default().push(Entry {
            kind: "milestone",
            label: desk.words.plain("word-milestone"),
            link: link.clone(),
            note: desk.words.text(&milestone.title),
            light: None,
        });
    }
}

pub(crate) fn not_reported(desk: &Desk<'_>) -> NotReportedView {
    let mut late: Vec<(Seen<Unit>, Vec<Row>)> = Vec::new();
    let mut counted = 0;
    for count in &desk.report.ledger {
        if !facts(desk, *count).is_some_and(|f| f.stale) {
            continue;
        }
        let (Some(lead), Some(row)) = (lead(desk, *count), row(desk, *count)) else {
            continue;
        };
        counted += 1;
        match late.iter_mut().find(|(unit, _)| *unit == lead) {
            Some((_, rows)) => rows.push(row),
            None => late.push((lead, vec![row])),
        }
    }
    late.sort_by_key(|(_, rows)| std::cmp::Reverse(rows.len()));
    NotReportedView {
        rules: cut_offs(desk),
        counted: desk.words.count("not-reported-count", counted),
        course: reporting_of_units(desk),
        units: late
            .into_iter()
            .map(|(unit, rows)| Late {
                unit: desk.seen_unit(unit),
                count: rows.len().to_string(),
                rows,
            })
            .collect(),
    }
}

fn lead(desk: &Desk<'_>, count: Count) -> Option<Seen<Unit>> {
    let project = desk.report.project;
    match count {
        Count::Task(key) => Some(project.tasks.at(key, desk.as_of()).item.lead),
        Count::Decision(key) => project.decisions.at(key, desk.as_of()).lead,
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
