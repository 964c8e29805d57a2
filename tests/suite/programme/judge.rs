//! What is to be said of one item on one day, straight from the definitions and with whole numbers only.

use super::calendar::{Day, plus_months};
use super::generate::{Entry, Item};

/// Percentages and points in hundredths.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Facts {
    pub state: &'static str,
    pub light: &'static str,
    pub pace: Option<&'static str>,
    pub planned: Option<i128>,
    pub actual: Option<i128>,
    pub gap: Option<i128>,
    pub due: Option<Day>,
    pub days_overdue: Day,
    pub due_soon: bool,
    pub stale: bool,
    pub finished_on: Option<Day>,
    pub closed_on: Option<Day>,
    pub begun: bool,
    pub owed: bool,
    pub in_time: bool,
}

/// The last cut-off whose days of grace have passed, the one before, and the days of grace.
#[derive(Clone, Copy)]
pub struct Cutoffs {
    pub last: Day,
    pub before: Day,
    pub grace: Day,
}

pub const FULL: i128 = 10_000;

/// Half away from zero; nothing here is negative.
pub fn rounded(part: i128, whole: i128) -> i128 {
    assert!(part >= 0 && whole > 0);
    (2 * part + whole) / (2 * whole)
}

/// As a percentage in hundredths; none of nothing.
pub fn percent(part: i128, whole: i128) -> Option<i128> {
    (whole > 0).then(|| rounded(part * FULL, whole))
}

pub fn facts(item: &Item, day: Day, cutoffs: Cutoffs) -> Facts {
    let (state, finished_on, closed_on) = standing(item, day);
    let ended = ["cancelled", "finished", "closed"].contains(&state);
    let open = !ended;
    let due = due(item, day);
    let (planned, actual) = (planned(item, day), actual(item, day));
    let gap = planned.zip(actual).map(|(p, a)| p - a.min(FULL));
    let gap = gap.filter(|_| open);
    let (owed, in_time, stale) = reported(item, day, cutoffs);
    let left = due.filter(|_| open).map(|due| due - day);
    let mut facts = Facts {
        state,
        light: "",
        pace: open.then_some(match gap {
            None => "unknown",
            Some(gap) if gap <= -500 => "ahead",
            Some(gap) if gap < 1000 => "on_schedule",
            Some(gap) if gap <= 3000 => "behind",
            Some(_) => "far_behind",
        }),
        planned,
        actual,
        gap,
        due,
        days_overdue: left.map_or(0, |left| (-left).max(0)),
        due_soon: left.is_some_and(|left| (0..=15).contains(&left)),
        stale,
        finished_on,
        closed_on,
        begun: begun(item, day),
        owed,
        in_time,
    };
    facts.light = light(item, day, &facts);
    facts
}

fn entries(item: &Item, day: Day) -> impl Iterator<Item = &Entry> {
    item.progress.iter().filter(move |entry| entry.date <= day)
}

fn begun(item: &Item, day: Day) -> bool {
    let done = |on: Option<Day>| on.is_some_and(|on| on <= day);
    entries(item, day).next().is_some()
        || item.milestones.iter().any(|m| done(m.done_on))
        || item.closures.iter().any(|c| c.accepted && c.on <= day)
}

/// The state, and when it was finished and closed.
pub fn standing(item: &Item, day: Day) -> (&'static str, Option<Day>, Option<Day>) {
    let closures = || item.closures.iter().filter(|closure| closure.on <= day);
    let returned = closures().filter(|c| !c.accepted).map(|c| c.on).max();
    let accepted = closures().rfind(|closure| closure.accepted);
    let reported = entries(item, day)
        .filter(|entry| entry.finished && returned.is_none_or(|on| entry.date > on))
        .map(|entry| entry.date)
        .min();
    let finished_on =
        reported.or_else(|| accepted.map(|closure| closure.requested_on.unwrap_or(closure.on)));
    let closed_on = accepted.map(|closure| closure.on);
    let suspended = item
        .suspended
        .iter()
        .any(|(from, to)| *from <= day && to.is_none_or(|to| day <= to));
    let state = if item.cancelled.is_some_and(|on| on <= day) {
        "cancelled"
    } else if closed_on.is_some() {
        "closed"
    } else if finished_on.is_some() {
        "finished"
    } else if suspended {
        "suspended"
    } else if begun(item, day) {
        "in_progress"
    } else {
        "not_started"
    };
    (state, finished_on, closed_on)
}

fn extended(item: &Item, day: Day) -> Option<Day> {
    let approved = item
        .extensions
        .iter()
        .filter_map(|(on, due)| Some((on.filter(|on| *on <= day)?, *due)));
    // Of two approved on one day `max_by_key` takes the later written.
    approved.max_by_key(|(on, _)| *on).map(|(_, due)| due)
}

pub fn due(item: &Item, day: Day) -> Option<Day> {
    let original = item.due?;
    Some(extended(item, day).unwrap_or(original))
}

fn actual(item: &Item, day: Day) -> Option<i128> {
    let last = |wanted: fn(&Entry) -> Option<i128>| {
        let given = entries(item, day).filter_map(|entry| Some((entry.date, wanted(entry)?)));
        given.max_by_key(|(date, _)| *date).map(|(_, value)| value)
    };
    if let Some(percent) = last(|entry| entry.percent) {
        return Some(percent);
    }
    if let Some((quantity, target)) = last(|entry| entry.quantity).zip(item.target) {
        return percent(quantity, target * 100);
    }
    let done = |on: Option<Day>| on.is_some_and(|on| on <= day);
    weights(item, |m| done(m.done_on))
}

fn weights(item: &Item, counts: impl Fn(&super::generate::Milestone) -> bool) -> Option<i128> {
    let part = item
        .milestones
        .iter()
        .filter(|m| counts(m))
        .map(|m| m.weight)
        .sum();
    percent(part, item.milestones.iter().map(|m| m.weight).sum())
}

fn planned(item: &Item, day: Day) -> Option<i128> {
    let due = due(item, day)?;
    if due <= day {
        return Some(FULL);
    }
    if item.plan.is_empty() && !item.milestones.is_empty() {
        return weights(item, |milestone| milestone.due <= day);
    }
    let start = item.start?;
    let in_force = extended(item, day).is_some();
    let kept =
        |(at, _): &&(Day, i128)| !in_force || item.due.is_some_and(|original| *at < original);
    let mut points = vec![(start, 0)];
    points.extend(item.plan.iter().filter(kept));
    points.push((due, FULL));
    if day < start {
        return Some(0);
    }
    let after = points.iter().position(|(at, _)| *at > day)?;
    let ((from, low), (to, high)) = (points[after - 1], points[after]);
    let (passed, of) = (i128::from(day - from), i128::from(to - from));
    Some(rounded(low * of + (high - low) * passed, of))
}

/// Owed, in time, and not reported at all.
fn reported(item: &Item, day: Day, cutoffs: Cutoffs) -> (bool, bool, bool) {
    let Cutoffs {
        last,
        before,
        grace,
    } = cutoffs;
    let owed = standing(item, last).0 == "in_progress" && begun(item, before);
    let within = |from: Day, to: Day| item.progress.iter().any(|e| from < e.date && e.date <= to);
    let in_time = owed && within(before + grace, last + grace);
    let late = within(last + grace, day);
    let stale = owed && !in_time && !late && standing(item, day).0 == "in_progress";
    (owed, in_time, stale)
}

fn light(item: &Item, day: Day, facts: &Facts) -> &'static str {
    let waiting = facts.state == "not_started";
    let started = item.start.is_some_and(|start| start <= day);
    let late = |limit: Day, key_only: bool| {
        item.milestones.iter().any(|m| {
            let done = m.done_on.is_some_and(|on| on <= day);
            !done && day - m.due > limit && (m.key || !key_only)
        })
    };
    if ["cancelled", "suspended"].contains(&facts.state)
        || waiting && item.start.is_some_and(|start| day < start)
    {
        return "grey";
    }
    if ["finished", "closed"].contains(&facts.state) {
        return "done";
    }
    let months = item.start.is_some_and(|start| plus_months(start, 3) <= day);
    if facts.days_overdue > 0
        || late(30, true)
        || facts.pace == Some("far_behind")
        || waiting && months
    {
        return "red";
    }
    let last = entries(item, day).max_by_key(|entry| entry.date);
    let low = facts.actual.is_none_or(|actual| actual.min(FULL) < 8000);
    if facts.pace == Some("behind")
        || late(0, false)
        || waiting && started
        || facts.stale
        || last.is_some_and(|entry| entry.needs_help)
        || facts.due_soon && low
    {
        return "yellow";
    }
    let nothing = facts.actual.is_none();
    if nothing && (facts.state == "in_progress" || facts.planned.is_none() && item.due.is_some()) {
        return "no_data";
    }
    "green"
}
