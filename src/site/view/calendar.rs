//! The calendar of limits, milestones and meetings.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::date::Date;
use crate::derive::Count;
use crate::model::{Key, Meeting, State};
use crate::site::desk::Desk;
use crate::site::route::Page;

use super::about::facts_file;
use super::ledger::LONG;
use super::limit::{Kept, LINES, RestView, data_file, each, foremost, rest};
use super::overview::facts;
use super::parts::{LightView, Link};

/// Which entries of a full day stand before others.
const KINDS: [&str; 3] = ["meeting", "due", "milestone"];

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
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) rest: Option<RestView>,
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

/// What a month has: its meetings, the ledger's items with a limit or a milestone in it, and how many entries these make.
#[derive(Debug, Default)]
pub(crate) struct Held {
    meetings: Vec<Key<Meeting>>,
    items: Vec<Count>,
    entries: usize,
}

/// By the first day of the month.
pub(crate) type Months = BTreeMap<Date, Held>;

/// The first days of the months that have a page of their own: all that hold something, where there is much.
pub(crate) fn months(desk: &Desk<'_>) -> Vec<Date> {
    let held = held(desk);
    if held.values().map(|month| month.entries).sum::<usize>() <= LONG {
        return Vec::new();
    }
    held.keys().copied().collect()
}

fn held<'a>(desk: &Desk<'a>) -> &'a Months {
    let index = desk.index;
    index.months.get_or_init(|| gathered(desk))
}

fn gathered(desk: &Desk<'_>) -> Months {
    let mut months = Months::new();
    let meetings = &desk.report.project.meetings;
    for key in meetings.keys().filter(|k| desk.knows(*k)) {
        let day = meetings.at(key, desk.as_of()).date;
        let month = months.entry(day.first_of_month()).or_default();
        month.meetings.push(key);
        month.entries += 1;
    }
    for count in &desk.report.ledger {
        for day in item_dates(desk, *count) {
            let month = months.entry(day.first_of_month()).or_default();
            if month.items.last() != Some(count) {
                month.items.push(*count);
            }
            month.entries += 1;
        }
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
    let (held, this_month) = (held(desk), desk.as_of().first_of_month());
    let is_split = !months(desk).is_empty();
    let only = match page {
        Page::CalendarOf(first) => Some(first),
        _ => is_split.then_some(this_month),
    };
    let here = held
        .iter()
        .filter(|(first, _)| only.is_none_or(|only| only == **first));
    // A page of one month is read as it stands, whether the month is over or not.
    let (ahead, past): (Vec<_>, Vec<_>) =
        here.partition(|(first, _)| only.is_some() || **first >= this_month);
    let made = |(first, held): (&Date, &Held)| month(desk, *first, held);
    CalendarView {
        months: if is_split {
            month_pages(desk)
        } else {
            Vec::new()
        },
        ahead: ahead.into_iter().map(made).collect(),
        past: past.into_iter().rev().map(made).collect(),
    }
}

fn month_pages(desk: &Desk<'_>) -> Vec<MonthPage> {
    let pages = held(desk).iter().map(|(first, held)| MonthPage {
        link: Link::new(&desk.words.month(*first), desk.to(Page::CalendarOf(*first))),
        count: desk.words.count("of-total", held.entries),
    });
    pages.collect()
}

fn month(desk: &Desk<'_>, first: Date, held: &Held) -> Month {
    let mut days: BTreeMap<Date, Vec<Entry>> = BTreeMap::new();
    let meetings = &desk.report.project.meetings;
    for key in &held.meetings {
        let meeting = meetings.at(*key, desk.as_of());
        days.entry(meeting.date).or_default().push(Entry {
            kind: "meeting",
            label: desk.words.plain("word-meeting"),
            link: desk.meeting(*key),
            note: desk.words.optional(meeting.place.as_ref()),
            light: None,
        });
    }
    for count in &held.items {
        item_days(desk, *count, &mut days);
    }
    days.retain(|day, _| day.first_of_month() == first);
    let sizes: Vec<usize> = days.values().map(Vec::len).collect();
    let most = each(&sizes, LINES);
    let days = days.into_iter().map(|(date, entries)| {
        let entries = foremost(entries, most, |entry| {
            KINDS.iter().position(|kind| *kind == entry.kind)
        });
        day_of(desk, date, entries)
    });
    Month {
        anchor: format!("m{:04}-{:02}", first.year(), first.month()),
        name: desk.words.month(first),
        days: days.collect(),
        rest: rest(desk, "rest-days", Kept::of_groups(&sizes, most), || {
            vec![data_file(desk, "meetings"), facts_file(desk)]
        }),
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
