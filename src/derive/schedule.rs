//! When an item runs: its limits, how far it slipped past the one in force, what its last report expects, and its pauses.

use crate::date::Date;
use crate::model::{Item, State};

use super::report::ItemFacts;

/// The days of one item, as far as they are known at D.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Schedule {
    pub(crate) start: Option<Date>,
    /// The limit in force; none: it goes on.
    pub(crate) due: Option<Date>,
    /// The limit before an extension moved it; none: it was not moved.
    pub(crate) original: Option<Date>,
    pub(crate) finished: Option<Date>,
    pub(crate) cancelled: Option<Date>,
    pub(crate) slip: Option<Slip>,
    pub(crate) forecast: Option<Forecast>,
    /// First and last days, none of them after D.
    pub(crate) pauses: Vec<Pause>,
}

/// Past the limit in force: until it was finished, or until D while it is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Slip {
    pub(crate) from: Date,
    pub(crate) to: Date,
    pub(crate) days: i64,
}

/// What the last report of an open item expects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Forecast {
    pub(crate) on: Date,
    /// After the limit in force; 0 when it is not.
    pub(crate) days_late: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Pause {
    pub(crate) from: Date,
    pub(crate) to: Date,
    /// It has not ended at D.
    pub(crate) now: bool,
}

impl Schedule {
    /// Every day that a drawing of it has to have room for.
    pub(crate) fn days(&self) -> impl Iterator<Item = Date> + '_ {
        let pauses = self.pauses.iter().flat_map(|pause| [pause.from, pause.to]);
        [
            self.start,
            self.due,
            self.original,
            self.finished,
            self.cancelled,
            self.slip.map(|slip| slip.to),
            self.forecast.map(|forecast| forecast.on),
        ]
        .into_iter()
        .flatten()
        .chain(pauses)
    }
}

pub(crate) fn schedule(item: &Item, facts: &ItemFacts, day: Date) -> Schedule {
    let due = facts.effective_due;
    let is_open = matches!(
        facts.state,
        State::NotStarted | State::InProgress | State::Suspended
    );
    let is_cancelled = facts.state == State::Cancelled;
    let finished = facts.finished_on.or(facts.closed_on);
    let finished = finished.filter(|_| !is_cancelled);
    let reached = if is_open { Some(day) } else { finished };
    let slip = due.zip(reached).filter(|(due, to)| due < to);
    let last = facts.last_progress.map(|place| &item.progress[place]);
    let expected = last.and_then(|entry| entry.forecast);
    Schedule {
        start: item.start,
        due,
        original: facts.original_due.filter(|_| facts.original_due != due),
        finished,
        cancelled: item
            .cancelled
            .as_ref()
            .map(|cancelled| cancelled.on)
            .filter(|_| is_cancelled),
        slip: slip.map(|(from, to)| Slip {
            from,
            to,
            days: to.days_since(from),
        }),
        forecast: expected.filter(|_| is_open).map(|on| Forecast {
            on,
            days_late: due.map_or(0, |due| on.days_since(due).max(0)),
        }),
        pauses: pauses(item, day),
    }
}

fn pauses(item: &Item, day: Date) -> Vec<Pause> {
    let begun = item.suspensions.iter().filter(|one| one.span.from <= day);
    let begun = begun.map(|one| {
        let ended = one.span.to.filter(|to| *to < day);
        Pause {
            from: one.span.from,
            to: ended.unwrap_or(day),
            now: ended.is_none(),
        }
    });
    begun.collect()
}
