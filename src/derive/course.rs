//! How far an item has come by a day: begun, suspended, returned, finished, closed, cancelled, and when it is due.

use crate::date::Date;
use crate::model::{Closure, Extension, Item, Limit, State, Suspension, Verdict};

/// What has happened to an item by a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Course {
    pub(super) cancelled: bool,
    pub(super) suspended: bool,
    /// A progress entry, a milestone done, or an accepted closure.
    pub(super) begun: bool,
    /// The last return of a closing.
    pub(super) returned_on: Option<Date>,
    pub(super) finished_on: Option<Date>,
    pub(super) closed_on: Option<Date>,
}

impl Course {
    pub(super) fn state(&self) -> State {
        match self {
            Course {
                cancelled: true, ..
            } => State::Cancelled,
            Course {
                closed_on: Some(_), ..
            } => State::Closed,
            Course {
                finished_on: Some(_),
                ..
            } => State::Finished,
            Course {
                suspended: true, ..
            } => State::Suspended,
            // What was returned has been worked on, whether or not anyone reported it.
            _ if self.begun || self.returned_on.is_some() => State::InProgress,
            _ => State::NotStarted,
        }
    }
}

pub(super) fn course(item: &Item, day: Date) -> Course {
    let returned = last_return(item, day);
    let accepted = accepted(item, day, returned);
    let reported = item.progress.iter().any(|entry| entry.date <= day);
    let done = || {
        let milestones = item.milestones.iter();
        milestones.filter_map(|m| m.done_on).any(|on| on <= day)
    };
    Course {
        cancelled: item.cancelled.as_ref().is_some_and(|c| c.on <= day),
        suspended: suspension(item, day).is_some(),
        begun: reported || ever_accepted(item, day) || done(),
        returned_on: returned.map(|(on, _)| on),
        finished_on: reported_finish(item, day, returned)
            .or_else(|| accepted_finish(accepted?, day)),
        closed_on: closed_on(item, day, returned),
    }
}

/// The last return ≤ the day: a closure with the verdict `returned`, dated by `verified_on`; with its place.
fn last_return(item: &Item, day: Date) -> Option<(Date, usize)> {
    let closures = item.closures.iter().enumerate();
    let returns = closures.filter(|(_, closure)| closure.verdict == Some(Verdict::Returned));
    returns
        .filter_map(|(place, closure)| Some((closure.verified_on?, place)))
        .filter(|(on, _)| *on <= day)
        .max()
}

/// The day of an acceptance, seen from `day`: the latest of `verified_on` and `closed_on` by then. Where neither is
/// given at all it counts from the request, the only day that is known.
pub(super) fn accepted_on(closure: &Closure, day: Date) -> Option<Date> {
    if closure.verdict != Some(Verdict::Accepted) {
        return None;
    }
    let days = [closure.verified_on, closure.closed_on];
    match days {
        [None, None] => closure.requested_on.filter(|on| *on <= day),
        _ => days.into_iter().flatten().filter(|on| *on <= day).max(),
    }
}

fn ever_accepted(item: &Item, day: Date) -> bool {
    let mut closures = item.closures.iter();
    closures.any(|closure| accepted_on(closure, day).is_some())
}

/// The last acceptance that no return has followed.
fn accepted(item: &Item, day: Date, returned: Option<(Date, usize)>) -> Option<&Closure> {
    let closures = item.closures.iter().enumerate();
    let accepted = closures.filter_map(|(place, closure)| {
        let on = accepted_on(closure, day)?;
        (Some((on, place)) > returned).then_some((on, place))
    });
    accepted.max().map(|(_, place)| &item.closures[place])
}

/// The first entry with `finished: true` after the last return.
fn reported_finish(item: &Item, day: Date, returned: Option<(Date, usize)>) -> Option<Date> {
    let entries = item.progress.iter();
    entries
        .filter(|entry| entry.finished && entry.date <= day)
        .map(|entry| entry.date)
        .filter(|date| returned.is_none_or(|(on, _)| on < *date))
        .min()
}

/// What was accepted without being reported finished was finished when the closing was asked for, else when it was
/// closed, else when it was verified.
pub(super) fn accepted_finish(closure: &Closure, day: Date) -> Option<Date> {
    let days = [closure.requested_on, closure.closed_on, closure.verified_on];
    days.into_iter().flatten().find(|on| *on <= day)
}

fn closed_on(item: &Item, day: Date, returned: Option<(Date, usize)>) -> Option<Date> {
    let closures = item.closures.iter().enumerate();
    closures
        .filter(|(_, closure)| closure.verdict == Some(Verdict::Accepted))
        .filter_map(|(place, closure)| Some((closure.closed_on?, place)))
        .filter(|(on, place)| *on <= day && Some((*on, *place)) > returned)
        .max()
        .map(|(on, _)| on)
}

/// The last suspension begun by the day, if it has not ended: its last day is still one of it.
pub(super) fn suspension(item: &Item, day: Date) -> Option<&Suspension> {
    let begun = item.suspensions.iter().filter(|s| s.span.from <= day);
    begun
        .max_by_key(|s| s.span.from)
        .filter(|s| s.span.to.is_none_or(|to| day <= to))
}

/// The last extension approved by the day.
pub(super) fn extension(item: &Item, day: Date) -> Option<&Extension> {
    let mut last: Option<(Date, &Extension)> = None;
    for extension in &item.extensions {
        if let Some(on) = extension.approved_on
            && on <= day
            && last.is_none_or(|(before, _)| before <= on)
        {
            last = Some((on, extension));
        }
    }
    last.map(|(_, extension)| extension)
}

pub(super) fn original_due(item: &Item) -> Option<Date> {
    match item.limit {
        Limit::Due(due) => Some(due),
        Limit::Ongoing => None,
    }
}

/// An ongoing item has no limit to extend.
pub(super) fn effective_due(item: &Item, day: Date) -> Option<Date> {
    let original = original_due(item)?;
    Some(extension(item, day).map_or(original, |extension| extension.due))
}
