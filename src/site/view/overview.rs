//! The front page: the campaign at a glance.

use serde::Serialize;

use crate::date::Date;
use crate::derive::{Count, ItemFacts, RollUp};
use crate::model::{Area, Campaign, Field, Key, Light, Meeting};
use crate::site::desk::Desk;
use crate::site::route::Page;

use super::bulletin::EditionLine;
use super::headline::{Headline, headline};
use super::live::{LEDGER_COLUMNS, Picture, TableView, flat_table};
use super::parts::{Link, Score, Summary, compared};
use super::pictures::{BurnUpView, LightRow, burn_up_of, light_bars};
use super::problem::ProblemSummary;

/// Lines of each list on the front page.
const FEW: usize = 8;

/// What was last reported is told by day.
const REPORT_COLUMNS: &[Field] = &[
    Field::ReportedOn,
    Field::Title,
    Field::Lead,
    Field::Actual,
    Field::Light,
];

#[derive(Debug, Serialize)]
pub(crate) struct OverviewView {
    pub(crate) headline: Headline,
    pub(crate) campaigns: Vec<CampaignBrief>,
    pub(crate) summary: Summary,
    /// What was finished against what was due; none where there is nothing to draw.
    pub(crate) burn_up: Option<BurnUpView>,
    pub(crate) areas: Vec<Score>,
    /// The lights of the areas as bars; none where nothing is counted.
    pub(crate) area_lights: Option<Picture>,
    /// How many items the table of areas leaves out, in words; empty when none.
    pub(crate) without_area: String,
    pub(crate) overdue: Excerpt,
    /// Red for another reason than being overdue, the farthest behind its plan first.
    pub(crate) other_red: Excerpt,
    pub(crate) due_soon: Excerpt,
    pub(crate) reported: Excerpt,
    pub(crate) next_meetings: Vec<MeetingBrief>,
    pub(crate) last_meetings: Vec<MeetingBrief>,
    /// None without a problem list.
    pub(crate) problems: Option<ProblemSummary>,
    /// Released bulletins, the newest first.
    pub(crate) bulletins: Vec<EditionLine>,
}

#[derive(Debug, Serialize)]
pub(crate) struct CampaignBrief {
    pub(crate) link: Link,
    pub(crate) goal: String,
    pub(crate) period: String,
    pub(crate) key_period: String,
    pub(crate) active: bool,
    pub(crate) summary: Summary,
}

/// The first lines of a list, and how many there are.
#[derive(Debug, Serialize)]
pub(crate) struct Excerpt {
    pub(crate) table: Option<TableView>,
    pub(crate) total: String,
    pub(crate) more: bool,
}

#[derive(Debug, Serialize)]
pub(crate) struct MeetingBrief {
    pub(crate) date: String,
    pub(crate) day: String,
    /// Of a meeting to come: in how many days.
    pub(crate) standing: String,
    pub(crate) link: Link,
    pub(crate) place: String,
    pub(crate) decisions: String,
}

pub(crate) fn overview(desk: &Desk<'_>) -> OverviewView {
    let report = desk.report;
    let campaigns = report.project.campaigns.keys();
    let campaigns = campaigns.filter(|k| report.campaigns[k.place()].is_some());
    OverviewView {
        headline: headline(desk),
        campaigns: campaigns.map(|key| brief(desk, key)).collect(),
        summary: compared(desk, &report.whole, desk.earlier().map(|then| &then.whole)),
        burn_up: burn_up_of(
            desk,
            &desk.words.plain("burn-up-whole"),
            (None, report.ledger.iter().copied()),
        ),
        areas: super::ledger::areas(desk)
            .map(|key| area_score(desk, key, 0))
            .collect(),
        area_lights: area_lights(desk, "", super::ledger::areas(desk)),
        without_area: match report.without_area {
            0 => String::new(),
            n => desk.words.count("items-without-area", n),
        },
        overdue: overdue(desk),
        other_red: other_red(desk),
        due_soon: due_soon(desk),
        reported: reported(desk),
        next_meetings: upcoming(desk)
            .into_iter()
            .take(FEW)
            .map(|k| meeting_brief(desk, k))
            .collect(),
        last_meetings: held(desk)
            .into_iter()
            .take(3)
            .map(|k| meeting_brief(desk, k))
            .collect(),
        problems: (report.problem_whole.total > 0)
            .then(|| super::problem::summary(desk, &report.problem_whole)),
        bulletins: super::bulletin::newest(desk, 3),
    }
}

/// The lights of these areas, each with all below it; `of` names what they are parts of, nothing the whole site.
pub(super) fn area_lights(
    desk: &Desk<'_>,
    of: &str,
    areas: impl Iterator<Item = Key<Area>>,
) -> Option<Picture> {
    let sets = areas.filter_map(|key| {
        let set = desk.report.areas[key.place()].as_ref()?;
        Some(LightRow {
            name: desk.area(key).text,
            set: &set.with_below,
        })
    });
    let whole = desk.words.plain("by-area");
    let of = if of.is_empty() { &whole } else { of };
    light_bars(desk, of, &sets.collect::<Vec<_>>(), None)
}

/// What an area and all below it come to.
pub(crate) fn area_score(desk: &Desk<'_>, key: Key<Area>, depth: usize) -> Score {
    let set = desk.report.areas[key.place()].as_ref();
    Score {
        name: desk.area(key),
        depth,
        worst: String::new(),
        summary: compared(
            desk,
            &set.map(|s| s.with_below.clone()).unwrap_or_default(),
            area_then(desk, key),
        ),
    }
}

pub(super) fn area_then<'r>(desk: &Desk<'r>, key: Key<Area>) -> Option<&'r RollUp> {
    let set = desk.earlier()?.areas[key.place()].as_ref()?;
    Some(&set.with_below)
}

pub(crate) fn brief(desk: &Desk<'_>, key: Key<Campaign>) -> CampaignBrief {
    let campaign = desk.report.project.campaigns.at(key, desk.as_of());
    let set = desk.report.campaigns[key.place()].as_ref();
    let now = |p: &&crate::model::KeyPeriod| p.from <= desk.as_of() && desk.as_of() <= p.to;
    CampaignBrief {
        link: Link::new(
            &desk.words.text(&campaign.name),
            desk.to(Page::Campaign(key)),
        ),
        goal: desk.words.optional(campaign.goal.as_ref()),
        period: super::campaign::period(desk, &campaign.period),
        key_period: campaign
            .key_periods
            .iter()
            .find(now)
            .map(|p| desk.words.text(&p.name))
            .unwrap_or_default(),
        active: campaign.active,
        summary: compared(
            desk,
            &set.map(|s| s.with_below.clone()).unwrap_or_default(),
            campaign_then(desk, key),
        ),
    }
}

pub(super) fn campaign_then<'r>(desk: &Desk<'r>, key: Key<Campaign>) -> Option<&'r RollUp> {
    let set = desk.earlier()?.campaigns[key.place()].as_ref()?;
    Some(&set.with_below)
}

/// Items of the ledger with what they are sorted by, worst or newest first.
fn excerpt<K: Ord>(
    desk: &Desk<'_>,
    columns: &[Field],
    rank: impl Fn(Count) -> Option<K>,
) -> Excerpt {
    let ledger = desk.report.ledger.iter();
    let mut ranked: Vec<(K, Count)> = ledger.filter_map(|c| Some((rank(*c)?, *c))).collect();
    ranked.sort_by(|(a, _), (b, _)| b.cmp(a));
    let few = ranked.iter().take(FEW).map(|(_, count)| *count);
    Excerpt {
        table: flat_table(desk, &few.collect::<Vec<_>>(), columns),
        total: ranked.len().to_string(),
        more: ranked.len() > FEW,
    }
}

fn overdue(desk: &Desk<'_>) -> Excerpt {
    excerpt(desk, LEDGER_COLUMNS, |count| {
        let facts = facts(desk, count)?;
        facts.overdue.then_some(facts.days_overdue)
    })
}

fn other_red(desk: &Desk<'_>) -> Excerpt {
    excerpt(desk, LEDGER_COLUMNS, |count| {
        let facts = facts(desk, count)?;
        is_other_red(facts).then_some(facts.gap)
    })
}

/// Red for another reason than being overdue.
pub(super) fn is_other_red(facts: &ItemFacts) -> bool {
    facts.light == Light::Red && !facts.overdue
}

fn due_soon(desk: &Desk<'_>) -> Excerpt {
    excerpt(desk, LEDGER_COLUMNS, |count| {
        let facts = facts(desk, count)?;
        facts
            .due_soon
            .then_some(std::cmp::Reverse(facts.effective_due))
    })
}

fn reported(desk: &Desk<'_>) -> Excerpt {
    excerpt(desk, REPORT_COLUMNS, |count| last_entry(desk, count))
}

pub(crate) fn facts<'a>(desk: &Desk<'a>, count: Count) -> Option<&'a crate::derive::ItemFacts> {
    match count {
        Count::Task(key) => desk.task_facts(key),
        Count::Decision(key) => desk.decision_facts(key),
    }
}

pub(crate) fn last_entry(desk: &Desk<'_>, count: Count) -> Option<Date> {
    let project = desk.report.project;
    let facts = facts(desk, count)?;
    let item = match count {
        Count::Task(key) => &project.tasks.at(key, desk.as_of()).item,
        Count::Decision(key) => project.decisions.at(key, desk.as_of()).action.as_ref()?,
    };
    desk.last_report(item, facts)
}

/// Meetings after D, soonest first.
pub(crate) fn upcoming(desk: &Desk<'_>) -> Vec<Key<Meeting>> {
    let mut keys = meetings(desk, |date| date > desk.as_of());
    keys.reverse();
    keys
}

/// Meetings on or before D, latest first.
pub(crate) fn held(desk: &Desk<'_>) -> Vec<Key<Meeting>> {
    let mut keys = meetings(desk, |date| date <= desk.as_of());
    keys.retain(|key| desk.report.meetings[key.place()]);
    keys
}

fn meetings(desk: &Desk<'_>, when: impl Fn(Date) -> bool) -> Vec<Key<Meeting>> {
    let shelf = &desk.report.project.meetings;
    let date = |key: &Key<Meeting>| shelf.at(*key, desk.as_of()).date;
    let there = shelf.keys().filter(|k| desk.knows(*k));
    let mut keys: Vec<Key<Meeting>> = there.filter(|k| when(date(k))).collect();
    keys.sort_by_key(|key| std::cmp::Reverse((date(key), *key)));
    keys
}

pub(crate) fn meeting_brief(desk: &Desk<'_>, key: Key<Meeting>) -> MeetingBrief {
    let meeting = desk.report.project.meetings.at(key, desk.as_of());
    let held = meeting.date <= desk.as_of();
    let decisions = if held { meeting.decisions.len() } else { 0 };
    MeetingBrief {
        date: meeting.date.to_string(),
        day: desk.words.day(meeting.date),
        standing: ahead(desk, meeting.date),
        link: desk.meeting(key),
        place: desk.words.optional(meeting.place.as_ref()),
        decisions: if decisions == 0 {
            String::new()
        } else {
            desk.words.count("decisions-count", decisions)
        },
    }
}

/// From D on, and not from today; empty for what is past.
fn ahead(desk: &Desk<'_>, date: Date) -> String {
    match usize::try_from(date.days_since(desk.as_of())) {
        Ok(days) if days > 0 => desk.words.count("days-ahead", days),
        _ => String::new(),
    }
}
