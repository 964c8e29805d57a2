//! What is derived for the problem list: each problem's course and light, and what the problems of a set come to.

use crate::date::Date;
use crate::model::{Key, Light, ProblemState, Task};

use super::{ItemFacts, Rate};

/// What is derived for a problem of the problem list, from what is dated ≤ D alone.
///
/// Its course is cut into rounds: a return and a re-opening each begin a new one, and what put it right before counts no more.
///
/// - **Linked tasks** are those of `tasks` that exist at D and that these readers see. Of hidden ones nothing is shown, but
///   whether they are finished is not known, so that where there are any not all are.
/// - **Begun**: an entry of progress, a linked task that has begun and is not cancelled, or a closing asked for or accepted.
/// - **Put right**: the first day of the round on which a closing was asked for (and not returned since) or accepted, or the
///   last of its tasks was finished. An entry of its own that says `finished` counts as well where no task is left to finish, from
///   the day of the last of them on. Cancelled and ongoing tasks are left out of “all its tasks”; where nothing else is linked,
///   its tasks do not put it right.
/// - **Closed**: an accepted closing with `closed_on` ≤ D that no return or re-opening has followed.
/// - **Re-opened**: a `reopened` date after the day of the closing; one on that day or while it is open changes nothing. It
///   stays re-opened until it is closed again, also while its closing is asked for once more.
///
/// For the table of lights a rectified problem is finished, a closed one closed, and rectifying and re-opened ones are in
/// progress; an open one is not started. So only what is open, rectifying or re-opened can be overdue, and a re-opened problem is
/// as late as its limit is past; whether what was put right came in time is judged by `rectified_on` alone. A problem without
/// `due` is not ongoing: it has no limit, and counts like any other. A and P are those of the leaves of its linked tasks, as for
/// a parent; without any, shown or hidden, A is its own progress, and it owes progress at its campaign's cut-offs like an item.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ProblemFacts {
    pub(crate) state: ProblemState,
    /// Light, reasons, limit, A and P; never in the ledger.
    pub(crate) item: ItemFacts,
    /// When it was put right; there while it is rectified or closed.
    pub(crate) rectified_on: Option<Date>,
    /// There while it is closed.
    pub(crate) closed_on: Option<Date>,
    /// There while it is re-opened.
    pub(crate) reopened_on: Option<Date>,
    /// The last re-opening, also one that was followed by another closing.
    pub(crate) last_reopened_on: Option<Date>,
    /// The last return of its closing, also one that was followed by an acceptance.
    pub(crate) returned_on: Option<Date>,
    pub(crate) closed_times: u32,
    pub(crate) reopened_times: u32,
    /// Linked tasks that exist at D and are shown, in written order, each once.
    pub(crate) tasks: Vec<Key<Task>>,
}

/// What the problems of a set come to. No problem is left out: one without a limit is in every rate but `on_time`.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct ProblemRollUp {
    pub(crate) total: u32,
    /// In the order of `ProblemState::ALL`.
    pub(crate) by_state: [u32; 5],
    /// In the order of `Light::ALL`.
    pub(crate) by_light: [u32; 8],
    pub(crate) due_soon: u32,
    pub(crate) stale: u32,
    /// Overdue of all.
    pub(crate) overdue: Rate,
    /// Rectified or closed, of all.
    pub(crate) rectified: Rate,
    /// Closed, of those rectified or closed.
    pub(crate) closure: Rate,
    /// Put right by the limit, of those whose limit is past, or has come and is met.
    pub(crate) on_time: Rate,
    /// Re-opened at least once, whatever they are now.
    pub(crate) reopened: u32,
    /// Whose closing was returned at least once, whatever they are now.
    pub(crate) returned: u32,
}

impl ProblemRollUp {
    pub(crate) fn states(&self, state: ProblemState) -> u32 {
        let place = ProblemState::ALL.iter().position(|s| *s == state);
        self.by_state[place.expect("invariant: ALL lists every state")]
    }

    pub(crate) fn lights(&self, light: Light) -> u32 {
        let place = Light::ALL.iter().position(|l| *l == light);
        self.by_light[place.expect("invariant: ALL lists every light")]
    }
}

/// The problems of an area, and those of everything below it too.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct AreaProblems {
    pub(crate) own: ProblemRollUp,
    pub(crate) with_below: ProblemRollUp,
}

/// The problems of a unit. A problem without a lead is in no unit's count as lead.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct UnitProblems {
    pub(crate) as_lead: ProblemRollUp,
    /// Lead or responsible; double-counts across units.
    pub(crate) involved: ProblemRollUp,
    pub(crate) as_lead_with_below: ProblemRollUp,
    pub(crate) involved_with_below: ProblemRollUp,
}
