//! The rules by which facts are judged: pace, nearness of a limit, and the table of lights.

use crate::decimal::Decimal;

use super::Text;

/// A status light 亮灯, worst first: this order is the order of comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Light {
    Red,
    /// By configuration only.
    Orange,
    Yellow,
    /// By configuration only: nearing a limit.
    Blue,
    NoData,
    Green,
    Grey,
    Done,
}

impl Light {
    pub(crate) const ALL: [Light; 8] = [
        Light::Red,
        Light::Orange,
        Light::Yellow,
        Light::Blue,
        Light::NoData,
        Light::Green,
        Light::Grey,
        Light::Done,
    ];

    /// The word in records, data and class names.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Light::Red => "red",
            Light::Orange => "orange",
            Light::Yellow => "yellow",
            Light::Blue => "blue",
            Light::NoData => "no_data",
            Light::Green => "green",
            Light::Grey => "grey",
            Light::Done => "done",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum State {
    NotStarted,
    InProgress,
    Suspended,
    Finished,
    Closed,
    Cancelled,
}

impl State {
    pub(crate) const ALL: [State; 6] = [
        State::NotStarted,
        State::InProgress,
        State::Suspended,
        State::Finished,
        State::Closed,
        State::Cancelled,
    ];

    pub(crate) fn word(self) -> &'static str {
        match self {
            State::NotStarted => "not_started",
            State::InProgress => "in_progress",
            State::Suspended => "suspended",
            State::Finished => "finished",
            State::Closed => "closed",
            State::Cancelled => "cancelled",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Pace {
    Ahead,
    OnSchedule,
    Behind,
    FarBehind,
    Unknown,
}

impl Pace {
    pub(crate) const ALL: [Pace; 5] = [
        Pace::Ahead,
        Pace::OnSchedule,
        Pace::Behind,
        Pace::FarBehind,
        Pace::Unknown,
    ];

    pub(crate) fn word(self) -> &'static str {
        match self {
            Pace::Ahead => "ahead",
            Pace::OnSchedule => "on_schedule",
            Pace::Behind => "behind",
            Pace::FarBehind => "far_behind",
            Pace::Unknown => "unknown",
        }
    }
}

/// `{above, min, below, max}` of a number, or `none`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Bounds {
    /// The figure has to be missing.
    pub(crate) none: bool,
    pub(crate) above: Option<Decimal>,
    pub(crate) min: Option<Decimal>,
    pub(crate) below: Option<Decimal>,
    pub(crate) max: Option<Decimal>,
}

impl Bounds {
    /// A missing figure is within no bounds but `none`.
    pub(crate) fn hold(&self, figure: Option<Decimal>) -> bool {
        match figure {
            None => self.none,
            Some(n) => {
                !self.none
                    && self.above.is_none_or(|b| n > b)
                    && self.min.is_none_or(|b| n >= b)
                    && self.below.is_none_or(|b| n < b)
                    && self.max.is_none_or(|b| n <= b)
            }
        }
    }
}

/// One condition of a light rule; figures of an item are named as in `facts`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Condition {
    State(Vec<State>),
    Pace(Vec<Pace>),
    Ongoing(bool),
    Overdue(bool),
    DueSoon(bool),
    Stale(bool),
    NeedsHelp(bool),
    Tags(Vec<String>),
    Kind(Vec<String>),
    /// D < start.
    BeforeStart(bool),
    Actual(Bounds),
    Planned(Bounds),
    /// P − A* in percentage points.
    Gap(Bounds),
    DaysOverdue(Bounds),
    /// effective_due − D, not below 0.
    DaysToDue(Bounds),
    /// Whole months since start: `{min: 3}` holds from start + 3 months on.
    MonthsSinceStart(Bounds),
    MilestonesOverdue(Bounds),
    /// The most days that a milestone not done is late, or was done late.
    MilestoneDaysLate(Bounds),
    /// The same for key milestones.
    KeyMilestoneDaysLate(Bounds),
    /// 100 · (A* now − A* at the end of last month) / (P now − P then): the share of this month's target.
    MonthShare(Bounds),
    /// The same for the whole of last month.
    LastMonthShare(Bounds),
    /// P − 100 · paid / planned budget, in percentage points.
    FundsGap(Bounds),
    /// Supervision notices issued and not closed.
    OpenNotices(Bounds),
}

/// “First match”: when all conditions hold, the light is lit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LightRule {
    pub(crate) light: Light,
    pub(crate) when: Vec<Condition>,
    /// The office's own words for it.
    pub(crate) text: Option<Text>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rules {
    /// `ahead` when gap ≤ −ahead.
    pub(crate) ahead_points: Decimal,
    /// `on_schedule` when gap < behind.
    pub(crate) behind_points: Decimal,
    /// `behind` when gap ≤ far_behind; `far_behind` above.
    pub(crate) far_behind_points: Decimal,
    pub(crate) due_soon_days: u32,
    /// In order; the last resort is green.
    pub(crate) lights: Vec<LightRule>,
    /// The document that sets the rules.
    pub(crate) basis: Option<Text>,
}
