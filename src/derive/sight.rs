//! The conditions of light rules, held against one item.

use crate::decimal::Decimal;
use crate::model::{Condition, Milestone, Notice, NoticeKind, Rating, Text};

use super::item::{Subject, Viewpoint};
use super::light::whole_months;
use super::months::{MonthEnds, Standing, share};
use super::progress::percent;
use super::report::ItemFacts;

/// An item as the rules see it.
pub(super) struct Sight<'a> {
    pub(super) view: &'a Viewpoint<'a>,
    pub(super) subject: &'a Subject<'a>,
    pub(super) facts: &'a ItemFacts,
    pub(super) month_ends: Option<MonthEnds<Standing>>,
}

pub(super) fn holds(condition: &Condition, sight: &Sight) -> bool {
    let facts = sight.facts;
    match condition {
        Condition::State(states) => states.contains(&facts.state),
        Condition::Pace(paces) => facts.pace.is_some_and(|pace| paces.contains(&pace)),
        Condition::Ongoing(wanted) => facts.ongoing == *wanted,
        Condition::Overdue(wanted) => facts.overdue == *wanted,
        Condition::DueSoon(wanted) => facts.due_soon == *wanted,
        Condition::Stale(wanted) => facts.stale == *wanted,
        Condition::NeedsHelp(wanted) => facts.needs_help == *wanted,
        Condition::BeforeStart(wanted) => before_start(sight) == *wanted,
        Condition::Tags(tags) => first_tag(tags, sight).is_some(),
        Condition::Untagged(tags) => first_tag(tags, sight).is_none(),
        Condition::Kind(kinds) => sight.subject.kind.is_some_and(|k| is_one_of(k, kinds)),
        Condition::Rated(levels) => rating(sight).is_some_and(|r| is_one_of(&r.level, levels)),
        figure => bounded(figure, sight),
    }
}

/// Conditions that hold a figure within bounds.
fn bounded(condition: &Condition, sight: &Sight) -> bool {
    let facts = sight.facts;
    match condition {
        Condition::Actual(bounds) => bounds.hold(facts.actual),
        Condition::Planned(bounds) => bounds.hold(facts.planned),
        Condition::Gap(bounds) => bounds.hold(facts.gap),
        Condition::DaysOverdue(bounds) => {
            let days = Decimal::from(facts.days_overdue);
            bounds.hold(facts.effective_due.map(|_| days))
        }
        Condition::DaysToDue(bounds) => bounds.hold(facts.days_to_due.map(Decimal::from)),
        Condition::FinishedDaysLate(bounds) => bounds.hold(finished_days_late(sight)),
        Condition::ForecastDaysLate(bounds) => bounds.hold(forecast_days_late(sight)),
        Condition::MonthsSinceStart(bounds) => bounds.hold(months_since_start(sight)),
        Condition::MilestonesOverdue(bounds) => {
            bounds.hold(Some(Decimal::from(milestones_overdue(sight))))
        }
        Condition::MilestoneDaysLate(bounds) => bounds.hold(Some(days_late(sight, |_| true))),
        Condition::KeyMilestoneDaysLate(bounds) => bounds.hold(Some(days_late(sight, |m| m.key))),
        Condition::MonthShare(bounds) => bounds.hold(month_share(sight)),
        Condition::LastMonthShare(bounds) => bounds.hold(last_month_share(sight)),
        Condition::FundsGap(bounds) => bounds.hold(funds_gap(sight)),
        Condition::OpenNotices(bounds) => bounds.hold(Some(open_notices(sight, None))),
        Condition::OpenNoticesOf(kind, bounds) => {
            bounds.hold(Some(open_notices(sight, Some(*kind))))
        }
        _ => false,
    }
}

fn before_start(sight: &Sight) -> bool {
    let start = sight.subject.item.start;
    start.is_some_and(|start| sight.view.day < start)
}

/// The first of the wanted tags that the item has.
pub(super) fn first_tag<'t>(tags: &'t [String], sight: &Sight) -> Option<&'t String> {
    tags.iter().find(|tag| sight.subject.tags.contains(tag))
}

fn is_one_of(text: &Text, words: &[String]) -> bool {
    text.wordings()
        .any(|wording| words.iter().any(|w| w == wording))
}

/// The last rating by the day.
pub(super) fn rating<'a>(sight: &Sight<'a>) -> Option<&'a Rating> {
    let ratings = sight.subject.item.ratings.iter();
    let given = ratings.filter(|rating| rating.on <= sight.view.day);
    given.max_by_key(|rating| rating.on)
}

pub(super) fn finished_days_late(sight: &Sight) -> Option<Decimal> {
    let late = sight
        .facts
        .finished_on?
        .days_since(sight.facts.effective_due?);
    Some(Decimal::from_whole(late.max(0)))
}

pub(super) fn forecast_days_late(sight: &Sight) -> Option<Decimal> {
    let last = &sight.subject.item.progress[sight.facts.last_progress?];
    let late = last.forecast?.days_since(sight.facts.effective_due?);
    Some(Decimal::from_whole(late))
}

pub(super) fn months_since_start(sight: &Sight) -> Option<Decimal> {
    whole_months(sight.subject.item.start?, sight.view.day)
}

pub(super) fn milestones_overdue(sight: &Sight) -> u32 {
    let overdue = sight.facts.milestones.iter().filter(|m| m.overdue).count();
    u32::try_from(overdue).unwrap_or(u32::MAX)
}

fn days_late(sight: &Sight, wanted: impl Fn(&Milestone) -> bool) -> Decimal {
    let latest = latest_milestone(sight, wanted);
    Decimal::from(latest.map_or(0, |(_, days)| days))
}

/// The milestone that is the most days late and not done, the first of several, with those days.
pub(super) fn latest_milestone<'a>(
    sight: &Sight<'a>,
    wanted: impl Fn(&Milestone) -> bool,
) -> Option<(&'a Milestone, u32)> {
    let milestones = sight.subject.item.milestones.iter();
    let overdue = milestones
        .zip(&sight.facts.milestones)
        .filter(|(milestone, facts)| facts.overdue && wanted(milestone));
    let mut latest: Option<(&Milestone, u32)> = None;
    for (milestone, facts) in overdue {
        if latest.is_none_or(|(_, days)| days < facts.days_late) {
            latest = Some((milestone, facts.days_late));
        }
    }
    latest
}

fn now(sight: &Sight) -> Standing {
    Standing {
        actual: sight.facts.actual.map(|_| sight.facts.credited),
        planned: sight.facts.planned,
    }
}

pub(super) fn month_share(sight: &Sight) -> Option<Decimal> {
    share(sight.month_ends?.last, now(sight))
}

pub(super) fn last_month_share(sight: &Sight) -> Option<Decimal> {
    let ends = sight.month_ends?;
    share(ends.before, ends.last)
}

/// Planned money is what the whole takes, so it is due in the measure of P.
pub(super) fn funds_gap(sight: &Sight) -> Option<Decimal> {
    Some(sight.facts.planned? - funds_paid(sight)?)
}

pub(super) fn funds_paid(sight: &Sight) -> Option<Decimal> {
    let budget = sight.subject.item.budget?;
    percent(budget.paid?.0, budget.planned?.0)
}

pub(super) fn open_notices(sight: &Sight, kind: Option<NoticeKind>) -> Decimal {
    let day = sight.view.day;
    let open = |notice: &&Notice| {
        notice.issued_on <= day && notice.closed_on.is_none_or(|closed| day < closed)
    };
    let notices = sight.subject.notices.iter().filter(open);
    let open = notices.filter(|notice| kind.is_none_or(|kind| notice.kind == kind));
    Decimal::from_whole(i64::try_from(open.count()).unwrap_or(i64::MAX))
}
