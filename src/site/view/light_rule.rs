//! The rules of lights in words, for the page that tells how to read the site.

use serde::Serialize;

use crate::decimal::Decimal;
use crate::messages::Arg;
use crate::model::{Bounds, Condition, LightRule, State};
use crate::site::desk::Desk;

use super::parts::LightView;

#[derive(Debug, Serialize)]
pub(crate) struct LightLine {
    pub(crate) light: LightView,
    pub(crate) when: String,
}

pub(crate) fn light_line(desk: &Desk<'_>, rule: &LightRule) -> LightLine {
    let when = match &rule.text {
        Some(text) => desk.words.text(text),
        None => usual_rule(desk, &rule.when).unwrap_or_else(|| {
            let all = rule.when.iter();
            let all: Vec<String> = all
                .map(|c| usual(desk, c).unwrap_or_else(|| condition(desk, c)))
                .collect();
            all.join(&desk.words.plain("and-mark"))
        }),
    };
    LightLine {
        light: desk.light(rule.light),
        when,
    }
}

/// Pairs of conditions that offices set so often that they have words of their own.
fn usual_rule(desk: &Desk<'_>, when: &[Condition]) -> Option<String> {
    let [Condition::State(states), Condition::MonthsSinceStart(of)] = when else {
        return None;
    };
    if states[..] != [State::NotStarted] {
        return None;
    }
    let months = only(of, of.min)?;
    if months == Decimal::ZERO {
        return Some(desk.words.plain("when-not-started-though-due"));
    }
    let values = [("months", Arg::Number(months))];
    Some(desk.words.say("when-not-started-months", &values))
}

/// A condition whose bound is of the common sort, in words rather than signs.
fn usual(desk: &Desk<'_>, condition: &Condition) -> Option<String> {
    let say = |id: &str, n: Decimal| desk.words.say(id, &[("n", Arg::Number(n))]);
    match condition {
        Condition::KeyMilestoneDaysLate(of) => {
            Some(say("when-key-milestone-days-late", only(of, of.above)?))
        }
        Condition::MilestonesOverdue(of) => {
            let one = only(of, of.min)? == Decimal::from_whole(1);
            one.then(|| desk.words.plain("when-milestone-overdue"))
        }
        Condition::Actual(of) => Some(say("when-actual-below", only(of, of.below)?)),
        _ => None,
    }
}

/// The bound, when the figure has no other.
fn only(of: &Bounds, bound: Option<Decimal>) -> Option<Decimal> {
    let set = [of.above, of.min, of.below, of.max];
    let alone = !of.none && set.iter().flatten().count() == 1;
    bound.filter(|_| alone)
}

fn condition(desk: &Desk<'_>, condition: &Condition) -> String {
    let words = |family: &str, all: &[&str]| {
        let all: Vec<String> = all.iter().map(|word| desk.words.of(family, word)).collect();
        all.join(&desk.words.plain("or-mark"))
    };
    let flag = |id: &str, yes: bool| {
        let id = if yes {
            format!("when-{id}")
        } else {
            format!("when-not-{id}")
        };
        desk.words.plain(&id)
    };
    let figure = |id: &str, of: &Bounds| {
        let name = desk.words.plain(&format!("figure-{id}"));
        bounds(desk, &name, of)
    };
    match condition {
        Condition::State(states) => {
            let states: Vec<&str> = states.iter().map(|s| s.word()).collect();
            desk.words
                .with("when-state", "states", &words("state", &states))
        }
        Condition::Pace(paces) => {
            let paces: Vec<&str> = paces.iter().map(|p| p.word()).collect();
            desk.words
                .with("when-pace", "paces", &words("pace-said", &paces))
        }
        Condition::Ongoing(yes) => flag("ongoing", *yes),
        Condition::Overdue(yes) => flag("overdue", *yes),
        Condition::DueSoon(yes) => flag("due-soon", *yes),
        Condition::Stale(yes) => flag("stale", *yes),
        Condition::NeedsHelp(yes) => flag("needs-help", *yes),
        Condition::BeforeStart(yes) => flag("before-start", *yes),
        Condition::Untagged(tags) => {
            desk.words
                .with("when-untagged", "tags", &desk.words.list(tags))
        }
        Condition::Rated(levels) => {
            desk.words
                .with("when-rated", "levels", &desk.words.list(levels))
        }
        Condition::Tags(tags) => desk.words.with("when-tags", "tags", &desk.words.list(tags)),
        Condition::Kind(kinds) => desk
            .words
            .with("when-kind", "kinds", &desk.words.list(kinds)),
        Condition::Actual(of) => figure("actual", of),
        Condition::Planned(of) => figure("planned", of),
        Condition::Gap(of) => figure("gap", of),
        Condition::DaysOverdue(of) => figure("days-overdue", of),
        Condition::DaysToDue(of) => figure("days-to-due", of),
        Condition::MonthsSinceStart(of) => figure("months-since-start", of),
        Condition::MilestonesOverdue(of) => figure("milestones-overdue", of),
        Condition::MilestoneDaysLate(of) => figure("milestone-days-late", of),
        Condition::KeyMilestoneDaysLate(of) => figure("key-milestone-days-late", of),
        Condition::MonthShare(of) => figure("month-share", of),
        Condition::LastMonthShare(of) => figure("last-month-share", of),
        Condition::FundsGap(of) => figure("funds-gap", of),
        Condition::OpenNotices(of) => figure("open-notices", of),
        Condition::OpenNoticesOf(kind, of) => {
            let kind = desk.words.of("notice", kind.word());
            let name = desk.words.with("figure-open-notices-of", "kind", &kind);
            bounds(desk, &name, of)
        }
        Condition::FinishedDaysLate(of) => figure("finished-days-late", of),
        Condition::ForecastDaysLate(of) => figure("forecast-days-late", of),
    }
}

/// `欠序时进度 > 30`: the figure's name and its bounds.
fn bounds(desk: &Desk<'_>, name: &str, of: &Bounds) -> String {
    if of.none {
        return desk.words.with("figure-missing", "figure", name);
    }
    let signs = [
        (">", of.above),
        ("≥", of.min),
        ("<", of.below),
        ("≤", of.max),
    ];
    let bounds = signs
        .iter()
        .filter_map(|(sign, n)| Some(format!("{name} {sign} {}", (*n)?)));
    bounds
        .collect::<Vec<_>>()
        .join(&desk.words.plain("and-mark"))
}
