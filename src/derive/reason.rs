//! Why a rule matched, in codes with numbers: the catalogues of the theme have the words.

use crate::decimal::Decimal;
use crate::model::{Bounds, Condition, HelpNeeded, LightRule, Milestone, Pace, State};

use super::course::suspension;
use super::light::of_pace;
use super::report::{Reason, ReasonValue};
use super::sight::{
    Sight, finished_days_late, first_tag, forecast_days_late, funds_gap, funds_paid,
    last_month_share, latest_milestone, milestones_overdue, month_share, months_since_start,
    open_notices, rating,
};

type Values = Vec<(&'static str, ReasonValue)>;

/// Every code that a reason may have; a catalogue has a wording for each.
#[cfg(test)]
pub(crate) const REASON_CODES: &[&str] = &[
    "actual",
    "ahead-of-schedule",
    "before-start",
    "behind-schedule",
    "by-rule",
    "cancelled",
    "closed",
    "due-soon",
    "due-soon-behind",
    "due-soon-without-figure",
    "far-behind-schedule",
    "finished",
    "finished-late",
    "forecast-late",
    "funds-behind",
    "in-order",
    "in-progress",
    "key-milestone-late",
    "kind",
    "last-month-share",
    "milestone-late",
    "milestones-overdue",
    "month-share",
    "months-since-start",
    "needs-help",
    "no-figure",
    "no-figure-no-plan",
    "no-plan",
    "not-started",
    "not-started-months",
    "not-started-though-due",
    "on-schedule",
    "ongoing",
    "ongoing-in-order",
    "open-notices",
    "overdue",
    "overridden",
    "pace-unknown",
    "planned",
    "rated",
    "stale",
    "suspended",
    "tagged",
];

pub(super) fn reason(code: &'static str, values: Values) -> Reason {
    Reason {
        code,
        values,
        text: None,
    }
}

pub(super) fn number(name: &'static str, number: Decimal) -> (&'static str, ReasonValue) {
    (name, ReasonValue::Number(number))
}

impl Reason {
    pub(super) fn says_the_same(&self, other: &Reason) -> bool {
        self.code == other.code && self.values == other.values
    }
}

/// The reasons of a rule that matched, at least one. A condition that only narrows another one, such as a state beside
/// a figure, gives none of its own. The office's own words go with the first.
pub(super) fn reasons_of(rule: &LightRule, place: usize, sight: &Sight) -> Vec<Reason> {
    let each = rule
        .when
        .iter()
        .filter_map(|c| of_condition(c, rule, sight));
    let mut reasons: Vec<Reason> = each.collect();
    if reasons.is_empty() {
        let names_state = rule.when.iter().any(|c| matches!(c, Condition::State(_)));
        reasons.push(match names_state {
            true => of_state(sight),
            false => reason("by-rule", vec![number("rule", whole(place + 1))]),
        });
    }
    reasons[0].text = rule.text.clone();
    reasons
}

fn whole(count: usize) -> Decimal {
    Decimal::from_whole(i64::try_from(count).unwrap_or(i64::MAX))
}

fn of_state(sight: &Sight) -> Reason {
    let (item, facts) = (sight.subject.item, sight.facts);
    let (code, day) = match facts.state {
        State::Cancelled => ("cancelled", ("on", item.cancelled.as_ref().map(|c| c.on))),
        State::Suspended => {
            let suspension = suspension(item, sight.view.day);
            ("suspended", ("from", suspension.map(|s| s.span.from)))
        }
        State::Finished => ("finished", ("on", facts.finished_on)),
        State::Closed => ("closed", ("on", facts.closed_on)),
        State::InProgress => ("in-progress", ("on", None)),
        State::NotStarted => ("not-started", ("on", None)),
    };
    let day = day.1.map(|date| (day.0, ReasonValue::Date(date)));
    reason(code, day.into_iter().collect())
}

fn of_condition(condition: &Condition, rule: &LightRule, sight: &Sight) -> Option<Reason> {
    let facts = sight.facts;
    match condition {
        Condition::Pace(_) => facts.pace.map(|pace| of_pace(pace, facts)),
        Condition::Gap(bounds) if !bounds.none => facts.gap.map(|gap| of_gap(gap, sight)),
        Condition::Gap(_) => Some(of_pace(Pace::Unknown, facts)),
        Condition::Overdue(true) => Some(overdue(sight)),
        Condition::DaysOverdue(_) => facts.overdue.then(|| overdue(sight)),
        Condition::DueSoon(true) => due_soon(rule, sight),
        Condition::DaysToDue(bounds) if !bounds.none => due_soon(rule, sight),
        Condition::Actual(bounds) => of_actual(bounds, rule, sight),
        Condition::Planned(bounds) => of_planned(bounds, rule, sight),
        Condition::BeforeStart(true) => Some(reason("before-start", start(sight))),
        Condition::MonthsSinceStart(bounds) => months(bounds, sight),
        Condition::Ongoing(true) => Some(reason("ongoing", Vec::new())),
        Condition::Stale(true) => {
            let cutoff = facts.report_cutoff;
            let cutoff = cutoff.map(|on| ("cutoff", ReasonValue::Date(on)));
            Some(reason("stale", cutoff.into_iter().collect()))
        }
        Condition::NeedsHelp(true) => Some(needs_help(sight)),
        Condition::MilestonesOverdue(_) => match milestones_overdue(sight) {
            0 => None,
            count => Some(reason(
                "milestones-overdue",
                vec![number("count", Decimal::from(count))],
            )),
        },
        Condition::MilestoneDaysLate(_) => milestone_late("milestone-late", sight, |_| true),
        Condition::KeyMilestoneDaysLate(_) => {
            milestone_late("key-milestone-late", sight, |milestone| milestone.key)
        }
        other => of_other(other, sight),
    }
}

/// Conditions that the usual table has no use for.
fn of_other(condition: &Condition, sight: &Sight) -> Option<Reason> {
    let one = |code, name, figure: Option<Decimal>| {
        figure.map(|figure| reason(code, vec![number(name, figure)]))
    };
    match condition {
        Condition::Tags(tags) => first_tag(tags, sight).map(|tag| {
            let tag = crate::model::Text::Plain(tag.clone());
            reason("tagged", vec![("tag", ReasonValue::Text(tag))])
        }),
        Condition::Kind(_) => {
            let kind = ReasonValue::Text(sight.subject.kind?.clone());
            Some(reason("kind", vec![("kind", kind)]))
        }
        Condition::Rated(_) => {
            let rating = rating(sight)?;
            let level = ("level", ReasonValue::Text(rating.level.clone()));
            let on = ("on", ReasonValue::Date(rating.on));
            Some(reason("rated", vec![level, on]))
        }
        Condition::FinishedDaysLate(_) => one("finished-late", "days", finished_days_late(sight)),
        Condition::ForecastDaysLate(_) => one("forecast-late", "days", forecast_days_late(sight)),
        Condition::MonthShare(_) => one("month-share", "share", month_share(sight)),
        Condition::LastMonthShare(_) => one("last-month-share", "share", last_month_share(sight)),
        Condition::OpenNotices(_) => one("open-notices", "count", Some(open_notices(sight, None))),
        Condition::OpenNoticesOf(kind, _) => {
            let count = open_notices(sight, Some(*kind));
            one("open-notices", "count", Some(count))
        }
        Condition::FundsGap(_) => {
            let points = number("points", funds_gap(sight)?);
            let planned = number("planned", sight.facts.planned?);
            let paid = number("paid", funds_paid(sight)?);
            Some(reason("funds-behind", vec![points, planned, paid]))
        }
        _ => None,
    }
}

/// A gap under bounds of its own is told by its size, whatever the thresholds of pace are.
fn of_gap(gap: Decimal, sight: &Sight) -> Reason {
    let pace = match sight.facts.pace {
        Some(Pace::OnSchedule) | None if gap.is_positive() => Pace::Behind,
        Some(pace) => pace,
        None => Pace::Unknown,
    };
    of_pace(pace, sight.facts)
}

fn overdue(sight: &Sight) -> Reason {
    let facts = sight.facts;
    let mut values = vec![
        number("days", Decimal::from(facts.days_overdue)),
        number("work_days", Decimal::from(facts.work_days_overdue)),
    ];
    values.extend(due(sight));
    reason("overdue", values)
}

fn due(sight: &Sight) -> Option<(&'static str, ReasonValue)> {
    let due = sight.facts.effective_due?;
    Some(("due", ReasonValue::Date(due)))
}

fn start(sight: &Sight) -> Values {
    let start = sight.subject.item.start;
    start
        .map(|start| ("start", ReasonValue::Date(start)))
        .into_iter()
        .collect()
}

/// Nearness of the limit, with what the same rule asks of A.
fn due_soon(rule: &LightRule, sight: &Sight) -> Option<Reason> {
    let days = number("days", Decimal::from(sight.facts.days_to_due?));
    let mut values: Values = vec![days];
    values.extend(due(sight));
    let actual = rule.when.iter().find_map(|condition| match condition {
        Condition::Actual(bounds) => Some(bounds),
        _ => None,
    });
    let code = match (actual, sight.facts.actual) {
        (Some(bounds), _) if bounds.none => "due-soon-without-figure",
        (Some(_), Some(figure)) => {
            values.push(number("actual", figure));
            "due-soon-behind"
        }
        _ => "due-soon",
    };
    Some(reason(code, values))
}

fn asks(rule: &LightRule, wanted: fn(&Condition) -> bool) -> bool {
    rule.when.iter().any(wanted)
}

fn of_actual(bounds: &Bounds, rule: &LightRule, sight: &Sight) -> Option<Reason> {
    // Nearness of the limit tells of A itself.
    if asks(rule, |c| {
        matches!(c, Condition::DueSoon(true) | Condition::DaysToDue(_))
    }) {
        return None;
    }
    let no_plan = asks(
        rule,
        |c| matches!(c, Condition::Planned(bounds) if bounds.none),
    );
    match (bounds.none, no_plan) {
        (true, true) => Some(reason("no-figure-no-plan", Vec::new())),
        (true, false) => Some(reason("no-figure", Vec::new())),
        (false, _) => Some(reason(
            "actual",
            vec![number("actual", sight.facts.actual?)],
        )),
    }
}

fn of_planned(bounds: &Bounds, rule: &LightRule, sight: &Sight) -> Option<Reason> {
    if bounds.none {
        let no_figure = asks(
            rule,
            |c| matches!(c, Condition::Actual(bounds) if bounds.none),
        );
        return (!no_figure).then(|| reason("no-plan", Vec::new()));
    }
    Some(reason(
        "planned",
        vec![number("planned", sight.facts.planned?)],
    ))
}

/// A start that has come: for what is not started it is the reproach, and months are told where the rule counts them.
fn months(bounds: &Bounds, sight: &Sight) -> Option<Reason> {
    let counted = bounds.min.is_some_and(Decimal::is_positive) || bounds.above.is_some();
    let months = number("months", months_since_start(sight)?);
    let mut values = start(sight);
    let not_started = sight.facts.state == State::NotStarted;
    if not_started && !counted {
        return Some(reason("not-started-though-due", values));
    }
    values.push(months);
    let code = match not_started {
        true => "not-started-months",
        false => "months-since-start",
    };
    Some(reason(code, values))
}

fn needs_help(sight: &Sight) -> Reason {
    let last = sight
        .facts
        .last_progress
        .map(|place| &sight.subject.item.progress[place]);
    let text = match last.map(|entry| &entry.needs_help) {
        Some(HelpNeeded::With(text)) => Some(("text", ReasonValue::Text(text.clone()))),
        _ => None,
    };
    reason("needs-help", text.into_iter().collect())
}

fn milestone_late(
    code: &'static str,
    sight: &Sight,
    wanted: fn(&Milestone) -> bool,
) -> Option<Reason> {
    let (milestone, days) = latest_milestone(sight, wanted)?;
    let title = ("milestone", ReasonValue::Text(milestone.title.clone()));
    Some(reason(
        code,
        vec![title, number("days", Decimal::from(days))],
    ))
}
