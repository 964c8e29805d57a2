//! The facts of one item at the as-of date: a leaf by its own record, a parent by its own record and its leaves.

use crate::date::Date;
use crate::decimal::Decimal;
use crate::model::{HelpNeeded, Item, Light, Milestone, Notice, Pace, Project, Rules, State, Text};

use super::course::{Course, course, effective_due, original_due};
use super::leaves::Leaves;
use super::light::{judged, overridden};
use super::months::{MonthEnds, Standing, month_ends, standing};
use super::progress::{actual, capped, last_entry, planned};
use super::report::{ActualBasis, ItemFacts, MilestoneFacts, PlannedBasis, Timing};
use super::reporting::{Cutoffs, Owed, owed};

/// From where the records are read: the project, the day, and the month's ends where the rules ask for them.
#[derive(Clone, Copy)]
pub(super) struct Viewpoint<'p> {
    pub(super) project: &'p Project,
    pub(super) day: Date,
    pub(super) month_ends: Option<MonthEnds<Date>>,
}

impl<'p> Viewpoint<'p> {
    pub(super) fn new(project: &'p Project, day: Date) -> Viewpoint<'p> {
        Viewpoint {
            project,
            day,
            month_ends: month_ends(&project.rules, day),
        }
    }
}

/// What is judged: a task, or a decision.
#[derive(Clone, Copy)]
pub(super) struct Subject<'a> {
    pub(super) item: &'a Item,
    /// A decision with tasks that is no action may have no limit, and is not ongoing for that.
    pub(super) ongoing: bool,
    pub(super) tags: &'a [String],
    pub(super) kind: Option<&'a Text>,
    pub(super) notices: &'a [Notice],
    /// None for a parent: its leaves report, it does not.
    pub(super) cutoffs: Option<Cutoffs>,
    pub(super) in_ledger: bool,
}

/// What a leaf, a parent and a problem make each in its own way.
pub(super) struct Made {
    pub(super) course: Course,
    pub(super) actual: (Option<Decimal>, ActualBasis),
    pub(super) planned: (Option<Decimal>, PlannedBasis),
    pub(super) month_ends: Option<MonthEnds<Standing>>,
    pub(super) owed: Owed,
}

pub(super) fn leaf_facts(view: &Viewpoint, subject: &Subject) -> (ItemFacts, Leaves) {
    let (item, day) = (subject.item, view.day);
    let month_ends = view
        .month_ends
        .map(|ends| ends.map(|end| standing(item, end, &course(item, end))));
    let made = Made {
        course: course(item, day),
        actual: actual(item, day),
        planned: planned(item, day),
        month_ends,
        owed: owed(day, subject.cutoffs, &item.progress, |day| {
            course(item, day)
        }),
    };
    let facts = facts(view, subject, made);
    let leaves = Leaves::one(&facts, item.weight, month_ends);
    (facts, leaves)
}

pub(super) fn parent_facts(view: &Viewpoint, subject: &Subject, leaves: &Leaves) -> ItemFacts {
    let own = course(subject.item, view.day);
    facts(view, subject, made_of(leaves, leaves.course(own)))
}

/// What leaves make: their means, and nothing owed, for they report themselves.
pub(super) fn made_of(leaves: &Leaves, course: Course) -> Made {
    let mean = leaves.mean();
    let actual_basis = mean.actual.map_or(ActualBasis::None, |_| {
        let leaves = leaves.counted;
        ActualBasis::Leaves { leaves }
    });
    let planned_basis = mean.planned.map_or(PlannedBasis::None, |_| {
        let leaves = leaves.planned;
        PlannedBasis::Leaves { leaves }
    });
    Made {
        course,
        actual: (mean.actual, actual_basis),
        planned: (mean.planned, planned_basis),
        month_ends: leaves.month_ends(),
        owed: Owed::default(),
    }
}

/// The limit, and how the day stands to it.
struct Limits {
    original: Option<Date>,
    effective: Option<Date>,
    /// Days past the effective limit, not below 0, of an open item.
    days_overdue: u32,
    days_to_due: Option<u32>,
    late_vs_original: bool,
}

pub(super) fn facts(view: &Viewpoint, subject: &Subject, made: Made) -> ItemFacts {
    let (item, day, rules) = (subject.item, view.day, &view.project.rules);
    let state = made.course.state();
    let limits = limits(item, day, &made.course);
    let (planned, planned_basis) = made.planned;
    let (actual, actual_basis) = made.actual;
    let ended = matches!(state, State::Cancelled | State::Finished | State::Closed);
    let gap = planned.zip(actual).map(|(p, a)| p - capped(a));
    let gap = gap.filter(|_| !ended);
    let last_progress = last_entry(item, day, |_| true);
    let overdue = limits.days_overdue > 0;
    let calendar = &view.project.calendar;
    let past = limits.effective.filter(|_| overdue);
    let Owed {
        owed,
        in_time,
        stale,
        cutoff,
    } = made.owed;
    let unlit = ItemFacts {
        state,
        begun: made.course.begun,
        light: Light::Green,
        reasons: Vec::new(),
        overridden: None,
        pace: (!ended).then(|| pace(gap, rules)),
        planned,
        planned_basis,
        actual,
        actual_basis,
        gap,
        original_due: limits.original,
        effective_due: limits.effective,
        days_overdue: limits.days_overdue,
        work_days_overdue: past.map_or(0, |due| calendar.work_days_after(due, day)),
        overdue,
        due_soon: limits
            .days_to_due
            .is_some_and(|days| days <= rules.due_soon_days),
        days_to_due: limits.days_to_due,
        late_vs_original: limits.late_vs_original,
        finished_on: made.course.finished_on,
        closed_on: made.course.closed_on,
        timing: timing(&made.course, limits.effective),
        report_owed: owed,
        report_in_time: in_time,
        stale,
        report_cutoff: cutoff,
        needs_help: last_progress.is_some_and(|p| item.progress[p].needs_help != HelpNeeded::No),
        last_progress,
        milestones: item
            .milestones
            .iter()
            .map(|m| milestone_facts(m, day))
            .collect(),
        in_ledger: subject.in_ledger,
        ongoing: subject.ongoing,
        credited: credited(state, actual),
    };
    lit(view, subject, (unlit, made.month_ends))
}

/// The facts in the light of the table, or of the override that stands in its place.
fn lit(
    view: &Viewpoint,
    subject: &Subject,
    (unlit, month_ends): (ItemFacts, Option<MonthEnds<Standing>>),
) -> ItemFacts {
    let judgement = judged(view, subject, (&unlit, month_ends));
    let judgement = overridden(subject.item, view.day, judgement);
    ItemFacts {
        light: judgement.light,
        reasons: judgement.reasons,
        overridden: judgement.overridden,
        ..unlit
    }
}

fn limits(item: &Item, day: Date, course: &Course) -> Limits {
    let original = original_due(item);
    let effective = effective_due(item, day);
    let open = matches!(
        course.state(),
        State::NotStarted | State::InProgress | State::Suspended
    );
    let to_due = effective.filter(|_| open).map(|due| due.days_since(day));
    // A finished item was as late as its finish, an open one is as late as the day.
    let reached = if open { Some(day) } else { course.finished_on };
    Limits {
        original,
        effective,
        days_overdue: to_due.map_or(0, |days| u32::try_from(-days).unwrap_or(0)),
        days_to_due: to_due.and_then(|days| u32::try_from(days).ok()),
        late_vs_original: reached.zip(original).is_some_and(|(on, due)| due < on),
    }
}

fn pace(gap: Option<Decimal>, rules: &Rules) -> Pace {
    match gap {
        None => Pace::Unknown,
        Some(gap) if gap <= -rules.ahead_points => Pace::Ahead,
        Some(gap) if gap < rules.behind_points => Pace::OnSchedule,
        Some(gap) if gap <= rules.far_behind_points => Pace::Behind,
        Some(_) => Pace::FarBehind,
    }
}

fn timing(course: &Course, due: Option<Date>) -> Option<Timing> {
    let finished_on = course.finished_on?;
    Some(match finished_on.cmp(&due?) {
        std::cmp::Ordering::Less => Timing::Early,
        std::cmp::Ordering::Equal => Timing::OnTime,
        std::cmp::Ordering::Greater => Timing::Late,
    })
}

fn credited(state: State, actual: Option<Decimal>) -> Decimal {
    match state {
        State::Finished | State::Closed => Decimal::HUNDRED,
        _ => actual.map(capped).unwrap_or_default(),
    }
}

fn milestone_facts(milestone: &Milestone, day: Date) -> MilestoneFacts {
    let done_on = milestone.done_on.filter(|on| *on <= day);
    let late = done_on.unwrap_or(day).days_since(milestone.due);
    MilestoneFacts {
        done_on,
        overdue: done_on.is_none() && milestone.due < day,
        days_late: u32::try_from(late).unwrap_or(0),
    }
}
