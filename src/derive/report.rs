//! The report: every fact at one as-of date. Pages and data show it and compute nothing.

use crate::date::Date;
use crate::decimal::Decimal;
use crate::model::{
    Area, Campaign, Decision, Key, Light, Pace, Party, Person, Project, Seen, State, Task, Text,
};

use super::worst::Led;

mod assessment;
mod indicator;
mod problem;

pub(crate) use assessment::{
    AssessmentFacts, FindingPoints, GroupResult, PartScore, PointsSum, ScoreBasis, UnitScore,
};
pub(crate) use indicator::{AttainmentBasis, IndicatorFacts, NoAttainment, PartAttainment};
pub(crate) use problem::{AreaProblems, ProblemFacts, ProblemRollUp, UnitProblems};

/// All facts of a project at a date. Lists stand beside the project's shelves, place by place; none: the record does not exist at D.
#[derive(Debug)]
pub(crate) struct Report<'p> {
    pub(crate) project: &'p Project,
    pub(crate) as_of: Date,
    /// The report of the day that this one is compared with; none: there is no such day.
    pub(crate) earlier: Option<Box<Report<'p>>>,
    /// The series whose editions count when something stays as it was: the main one, for an edition its own.
    pub(crate) series: Option<&'p str>,
    pub(crate) tasks: Vec<Option<ItemFacts>>,
    /// Facts of action decisions and of decisions with tasks; `Some(None)`: it exists and has nothing to show.
    pub(crate) decisions: Vec<Option<Option<ItemFacts>>>,
    /// Where each task and decision belongs, inherited from parents.
    pub(crate) task_placings: Vec<Option<Placing>>,
    pub(crate) decision_placings: Vec<Option<Placing>>,
    pub(crate) campaigns: Vec<Option<WithBelow>>,
    pub(crate) areas: Vec<Option<WithBelow>>,
    pub(crate) units: Vec<Option<UnitFacts>>,
    /// As sponsors.
    pub(crate) people: Vec<Option<RollUp>>,
    /// False: not held by D, it is shown as upcoming and its decisions do not exist.
    pub(crate) meetings: Vec<bool>,
    pub(crate) documents: Vec<bool>,
    pub(crate) problems: Vec<Option<ProblemFacts>>,
    pub(crate) indicators: Vec<Option<IndicatorFacts>>,
    pub(crate) instructions: Vec<bool>,
    pub(crate) inspections: Vec<bool>,
    pub(crate) assessments: Vec<Option<AssessmentFacts>>,
    /// Also those that are not released.
    pub(crate) bulletins: Vec<bool>,
    /// Every ledger item.
    pub(crate) whole: RollUp,
    /// Leaf tasks and action decisions without a task, in written order: what is counted.
    pub(crate) ledger: Vec<Count>,
    /// How many ledger items stand in no area of the usual classification.
    pub(crate) without_area: usize,
    /// Gathered when it is first asked for.
    pub(crate) led: Led,
    /// Children present at D, in written order, by the parent's place.
    pub(crate) children: Vec<Vec<Key<Task>>>,
    /// Tasks that carry out a decision: its `tasks`, then tasks whose origin names it; by the decision's place.
    pub(crate) carried_out_by: Vec<Vec<Key<Task>>>,
    /// Where each problem belongs: its own campaign and areas, else those of its linked tasks, and who answers for it there.
    pub(crate) problem_placings: Vec<Option<Placing>>,
    /// Every problem.
    pub(crate) problem_whole: ProblemRollUp,
    pub(crate) problem_campaigns: Vec<Option<ProblemRollUp>>,
    pub(crate) problem_areas: Vec<Option<AreaProblems>>,
    pub(crate) problem_units: Vec<Option<UnitProblems>>,
    /// Links of tasks to decisions that no longer say what they said when the task was taken on or last confirmed.
    pub(crate) suspects: Vec<Suspect>,
}

/// A task whose decision no longer says what the task was taken on, or last confirmed, to carry out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Suspect {
    pub(crate) task: Key<Task>,
    pub(crate) decision: Key<Decision>,
    /// The last confirmation; none: it never was confirmed.
    pub(crate) confirmed_on: Option<Date>,
    /// The last amendment since then of what the digest is made of; none: nobody has written down that it was changed.
    pub(crate) changed_on: Option<Date>,
}

/// One item of the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Count {
    Task(Key<Task>),
    Decision(Key<Decision>),
}

/// Campaign, areas and sponsor of an item, its own or inherited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Placing {
    pub(crate) campaign: Option<Seen<Campaign>>,
    /// In written order.
    pub(crate) areas: Vec<Seen<Area>>,
    pub(crate) sponsor: Option<Seen<Person>>,
}

/// What is derived for one item (task, parent task, action decision, or decision with tasks).
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ItemFacts {
    pub(crate) state: State,
    pub(crate) begun: bool,
    pub(crate) light: Light,
    /// At least one, each with its numbers, in the order of the table.
    pub(crate) reasons: Vec<Reason>,
    /// There when an override stands in place of the light that the table gave.
    pub(crate) overridden: Option<Overridden>,
    /// None for cancelled, finished and closed items.
    pub(crate) pace: Option<Pace>,
    /// 序时进度 P.
    pub(crate) planned: Option<Decimal>,
    pub(crate) planned_basis: PlannedBasis,
    /// A, may exceed 100.
    pub(crate) actual: Option<Decimal>,
    pub(crate) actual_basis: ActualBasis,
    /// P − A*, in percentage points.
    pub(crate) gap: Option<Decimal>,
    /// None: ongoing.
    pub(crate) original_due: Option<Date>,
    pub(crate) effective_due: Option<Date>,
    /// 0 when not overdue.
    pub(crate) days_overdue: u32,
    pub(crate) work_days_overdue: u32,
    pub(crate) overdue: bool,
    pub(crate) due_soon: bool,
    /// Calendar days until effective_due, when open and not past it.
    pub(crate) days_to_due: Option<u32>,
    pub(crate) late_vs_original: bool,
    pub(crate) finished_on: Option<Date>,
    pub(crate) closed_on: Option<Date>,
    pub(crate) timing: Option<Timing>,
    /// Progress was owed at the last cut-off.
    pub(crate) report_owed: bool,
    pub(crate) report_in_time: bool,
    /// 未按时报送.
    pub(crate) stale: bool,
    /// The last cut-off whose grace has run out; none where nothing is ever owed.
    pub(crate) report_cutoff: Option<Date>,
    pub(crate) needs_help: bool,
    /// Place in `item.progress` of the last entry dated ≤ D.
    pub(crate) last_progress: Option<usize>,
    pub(crate) milestones: Vec<MilestoneFacts>,
    /// It is counted in roll-ups.
    pub(crate) in_ledger: bool,
    pub(crate) ongoing: bool,
    /// 0–100: A*, 100 when finished, 0 without A: what weighted progress sums.
    pub(crate) credited: Decimal,
}

/// How a finish stands to the effective due date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Timing {
    Early,
    OnTime,
    Late,
}

/// How A was made.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum ActualBasis {
    None,
    /// Reported as a percent, on that day.
    Percent {
        on: Date,
    },
    /// A reported quantity over the target's.
    Quantity {
        on: Date,
        quantity: Decimal,
        target: Decimal,
    },
    Milestones {
        done: Decimal,
        of: Decimal,
    },
    /// The weighted mean of this many leaves.
    Leaves {
        leaves: u32,
    },
}

/// How P was made.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum PlannedBasis {
    None,
    /// Past the time limit: 100.
    PastDue,
    /// Between two points of the plan; before the first, `from` is nothing on that first day.
    Plan {
        from: (Date, Decimal),
        to: (Date, Decimal),
    },
    Milestones {
        due: Decimal,
        of: Decimal,
    },
    /// By calendar days from start to the limit.
    Days {
        passed: u32,
        of: u32,
    },
    Leaves {
        leaves: u32,
    },
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Reason {
    /// A stable word such as `overdue` or `behind-schedule`; the wording stands in the theme's catalogue.
    pub(crate) code: &'static str,
    pub(crate) values: Vec<(&'static str, ReasonValue)>,
    /// The office's own words for the rule, when it gave some.
    pub(crate) text: Option<Text>,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum ReasonValue {
    Number(Decimal),
    Date(Date),
    Text(Text),
    /// A word of the model (a state, a pace).
    Word(&'static str),
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Overridden {
    /// What the table gave.
    pub(crate) from: Light,
    pub(crate) by: Option<Party>,
    pub(crate) on: Date,
    pub(crate) until: Option<Date>,
    pub(crate) reason: Option<Text>,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct MilestoneFacts {
    /// ≤ D.
    pub(crate) done_on: Option<Date>,
    /// Not done and D > due.
    pub(crate) overdue: bool,
    /// Days late: of doing it, or so far.
    pub(crate) days_late: u32,
}

/// A set's own items, and those of everything below it.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct WithBelow {
    pub(crate) own: RollUp,
    pub(crate) with_below: RollUp,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct UnitFacts {
    pub(crate) as_lead: RollUp,
    /// Lead or responsible; double-counts across units.
    pub(crate) involved: RollUp,
    pub(crate) as_lead_with_below: RollUp,
    pub(crate) involved_with_below: RollUp,
}

/// A roll-up over a set of ledger items. Rates are percentages with 2 decimals; none: the denominator is zero.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct RollUp {
    pub(crate) total: u32,
    pub(crate) excluded_cancelled: u32,
    pub(crate) excluded_ongoing: u32,
    /// In the order of `State::ALL`.
    pub(crate) by_state: [u32; 6],
    /// In the order of `Light::ALL`.
    pub(crate) by_light: [u32; 8],
    /// In the order of `Pace::ALL`.
    pub(crate) by_pace: [u32; 5],
    pub(crate) due_soon: u32,
    pub(crate) stale: u32,
    /// Each rate with its numerator and denominator, so that a reader can check it.
    pub(crate) start: Rate,
    pub(crate) completion: Rate,
    pub(crate) on_time: Rate,
    pub(crate) overdue: Rate,
    pub(crate) closure: Rate,
    pub(crate) report: Rate,
    pub(crate) weighted_progress: Option<Decimal>,
}

#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Rate {
    pub(crate) of: u32,
    pub(crate) count: u32,
    pub(crate) percent: Option<Decimal>,
}

impl RollUp {
    /// Each light's share of all items, with one decimal, in the order of `Light::ALL`; none: nothing is counted.
    pub(crate) fn light_shares(&self, add_up: bool) -> Vec<Option<Decimal>> {
        super::shares::shares(&self.by_light, add_up)
    }

    pub(crate) fn lights(&self, light: Light) -> u32 {
        let place = Light::ALL.iter().position(|l| *l == light);
        self.by_light[place.expect("invariant: ALL lists every light")]
    }
}
