//! Figures in words: how each was made, and how an item stands to its plan and its limit.

use crate::decimal::Decimal;
use crate::derive::{ActualBasis, ItemFacts, PlannedBasis, Timing};
use crate::messages::Arg;
use crate::model::Pace;
use crate::site::desk::Desk;

use super::item::say;

pub(crate) fn actual_basis(desk: &Desk<'_>, basis: &ActualBasis) -> String {
    let words = desk.words;
    match basis {
        ActualBasis::None => words.plain("actual-none"),
        ActualBasis::Percent { on } => words.with("actual-percent", "on", &words.day(*on)),
        ActualBasis::Quantity {
            on,
            quantity,
            target,
        } => say(
            desk,
            "actual-quantity",
            &[
                ("on", words.day(*on)),
                ("quantity", quantity.to_string()),
                ("target", target.to_string()),
            ],
        ),
        ActualBasis::Milestones { done, of } => say(
            desk,
            "actual-milestones",
            &[("done", done.to_string()), ("of", of.to_string())],
        ),
        ActualBasis::Leaves { leaves } => words.count("actual-leaves", *leaves as usize),
    }
}

pub(crate) fn planned_basis(desk: &Desk<'_>, basis: &PlannedBasis) -> String {
    let words = desk.words;
    match basis {
        PlannedBasis::None => words.plain("planned-none"),
        PlannedBasis::PastDue => words.plain("planned-past-due"),
        PlannedBasis::Plan { from, to } => say(
            desk,
            "planned-plan",
            &[
                ("from", words.day(from.0)),
                ("from-percent", words.percent(Some(from.1))),
                ("to", words.day(to.0)),
                ("to-percent", words.percent(Some(to.1))),
            ],
        ),
        PlannedBasis::Milestones { due, of } => say(
            desk,
            "planned-milestones",
            &[("due", due.to_string()), ("of", of.to_string())],
        ),
        PlannedBasis::Days { passed, of } => say(
            desk,
            "planned-days",
            &[("passed", passed.to_string()), ("of", of.to_string())],
        ),
        PlannedBasis::Leaves { leaves } => words.count("planned-leaves", *leaves as usize),
    }
}

pub(crate) fn gap(desk: &Desk<'_>, gap: Option<Decimal>) -> String {
    match gap {
        None => String::new(),
        Some(n) if n.is_positive() => desk.words.with("gap-behind", "points", &n.to_string()),
        Some(n) if n.is_zero() => desk.words.plain("gap-none"),
        Some(n) => desk.words.with("gap-ahead", "points", &n.abs().to_string()),
    }
}

pub(crate) fn standing(desk: &Desk<'_>, facts: &ItemFacts) -> String {
    let words = desk.words;
    if facts.overdue {
        let values = [
            ("days", Arg::Number(Decimal::from(facts.days_overdue))),
            (
                "work-days",
                Arg::Number(Decimal::from(facts.work_days_overdue)),
            ),
        ];
        return words.say("days-overdue", &values);
    }
    match facts.days_to_due {
        Some(0) => words.plain("due-today"),
        Some(days) => words.count("days-to-due", days as usize),
        None => String::new(),
    }
}

pub(crate) fn finished(desk: &Desk<'_>, facts: &ItemFacts) -> String {
    let Some(on) = facts.finished_on else {
        return String::new();
    };
    let id = match facts.timing {
        Some(Timing::Early) => "finished-early",
        Some(Timing::OnTime) => "finished-on-time",
        Some(Timing::Late) => "finished-late",
        None => "finished-on",
    };
    desk.words.with(id, "on", &desk.words.day(on))
}

/// What goes with the gap in one sentence: an overdue item is not on schedule, however small its gap; one that is a little
/// below its plan is so within a limit.
pub(crate) fn pace(desk: &Desk<'_>, facts: &ItemFacts) -> String {
    let is_short = facts.gap.is_some_and(|gap| gap.is_positive());
    match facts.pace {
        _ if facts.overdue => desk.words.plain("pace-said-overdue"),
        Some(Pace::OnSchedule) if is_short => {
            let limit = [("limit", Arg::Number(limit(desk)))];
            desk.words.say("pace-said-on-schedule-short", &limit)
        }
        Some(pace) => desk.words.of("pace-said", pace.word()),
        None => String::new(),
    }
}

/// From how many points below its plan an item is behind.
pub(crate) fn limit(desk: &Desk<'_>) -> Decimal {
    desk.report.project.rules.behind_points
}
