//! The rules by which facts are judged: pace, nearness of a limit, and the table of lights.

use super::word::worded;
use crate::decimal::Decimal;

use super::{Band, NoticeKind, Text};

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

worded!(Light {
    Red "red",
    Orange "orange",
    Yellow "yellow",
    Blue "blue",
    NoData "no_data",
    Green "green",
    Grey "grey",
    Done "done",
});

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum State {
    NotStarted,
    InProgress,
    Suspended,
    Finished,
    Closed,
    Cancelled,
}

worded!(State {
    NotStarted "not_started",
    InProgress "in_progress",
    Suspended "suspended",
    Finished "finished",
    Closed "closed",
    Cancelled "cancelled",
});

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Pace {
    Ahead,
    OnSchedule,
    Behind,
    FarBehind,
    Unknown,
}

worded!(Pace {
    Ahead "ahead",
    OnSchedule "on_schedule",
    Behind "behind",
    FarBehind "far_behind",
    Unknown "unknown",
});

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
    /// It has one of these tags.
    Tags(Vec<String>),
    /// It has none of these tags, such as one for a good reason or for an entry in the statistics.
    Untagged(Vec<String>),
    Kind(Vec<String>),
    /// The level of its last rating is one of these, whatever the language.
    Rated(Vec<String>),
    /// D < start; without a start it is never before it.
    BeforeStart(bool),
    Actual(Bounds),
    Planned(Bounds),
    /// P − A* in percentage points.
    Gap(Bounds),
    /// 0 when not overdue; missing without a limit.
    DaysOverdue(Bounds),
    /// effective_due − D of an item that is open and not past it.
    DaysToDue(Bounds),
    /// finished_on − effective_due, not below 0; missing when not finished.
    FinishedDaysLate(Bounds),
    /// The last entry's forecast − effective_due, below 0 when it is earlier.
    ForecastDaysLate(Bounds),
    /// Whole months since start, missing before it: `{min: 3}` holds from start + 3 months on, `{min: 0}` from start on.
    MonthsSinceStart(Bounds),
    MilestonesOverdue(Bounds),
    /// The most days that a milestone not yet done is late.
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
    /// The same for one kind of notice.
    OpenNoticesOf(NoticeKind, Bounds),
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
    /// Shares of a whole are made to add up to 100.0.
    pub(crate) shares_add_up: bool,
    pub(crate) scores: ScoreRules,
    /// In order; the last resort is green.
    pub(crate) lights: Vec<LightRule>,
    /// The document that sets the rules.
    pub(crate) basis: Option<Text>,
}

/// What holds for an assessment that does not say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ScoreRules {
    /// The highest score.
    pub(crate) cap: Decimal,
    pub(crate) decimals: u32,
    /// From the highest `min` down.
    pub(crate) bands: Vec<Band>,
}

impl ScoreRules {
    /// The most decimals that a score may have.
    pub(crate) const MOST_DECIMALS: u32 = 6;
}

impl Default for ScoreRules {
    fn default() -> ScoreRules {
        ScoreRules {
            cap: Decimal::HUNDRED,
            decimals: 2,
            bands: Vec::new(),
        }
    }
}

impl Bounds {
    pub(crate) fn missing() -> Bounds {
        Bounds {
            none: true,
            ..Bounds::default()
        }
    }

    pub(crate) fn at_least(number: i64) -> Bounds {
        Bounds {
            min: Some(Decimal::from_whole(number)),
            ..Bounds::default()
        }
    }

    pub(crate) fn above(number: i64) -> Bounds {
        Bounds {
            above: Some(Decimal::from_whole(number)),
            ..Bounds::default()
        }
    }

    pub(crate) fn below(number: i64) -> Bounds {
        Bounds {
            below: Some(Decimal::from_whole(number)),
            ..Bounds::default()
        }
    }
}

impl LightRule {
    pub(crate) fn new(light: Light, when: Vec<Condition>) -> LightRule {
        LightRule {
            light,
            when,
            text: None,
        }
    }
}

/// What holds where an office sets nothing else.
impl Default for Rules {
    fn default() -> Rules {
        Rules {
            ahead_points: Decimal::from_whole(5),
            behind_points: Decimal::from_whole(10),
            far_behind_points: Decimal::from_whole(30),
            due_soon_days: 15,
            shares_add_up: false,
            scores: ScoreRules::default(),
            lights: usual_lights(),
            basis: None,
        }
    }
}

fn usual_lights() -> Vec<LightRule> {
    use Condition as C;
    let not_started = || C::State(vec![State::NotStarted]);
    let grey = |when| LightRule::new(Light::Grey, when);
    let red = |when| LightRule::new(Light::Red, when);
    let yellow = |when| LightRule::new(Light::Yellow, when);
    let no_data = |when| LightRule::new(Light::NoData, when);
    vec![
        grey(vec![C::State(vec![State::Cancelled, State::Suspended])]),
        grey(vec![not_started(), C::BeforeStart(true)]),
        LightRule::new(
            Light::Done,
            vec![C::State(vec![State::Finished, State::Closed])],
        ),
        red(vec![C::Overdue(true)]),
        red(vec![C::KeyMilestoneDaysLate(Bounds::above(30))]),
        red(vec![C::Pace(vec![Pace::FarBehind])]),
        red(vec![
            not_started(),
            C::MonthsSinceStart(Bounds::at_least(3)),
        ]),
        yellow(vec![C::Pace(vec![Pace::Behind])]),
        yellow(vec![C::MilestonesOverdue(Bounds::at_least(1))]),
        yellow(vec![
            not_started(),
            C::MonthsSinceStart(Bounds::at_least(0)),
        ]),
        yellow(vec![C::Stale(true)]),
        yellow(vec![C::NeedsHelp(true)]),
        yellow(vec![C::DueSoon(true), C::Actual(Bounds::missing())]),
        yellow(vec![C::DueSoon(true), C::Actual(Bounds::below(80))]),
        no_data(vec![
            C::State(vec![State::InProgress]),
            C::Actual(Bounds::missing()),
        ]),
        no_data(vec![
            C::Actual(Bounds::missing()),
            C::Planned(Bounds::missing()),
            C::Ongoing(false),
        ]),
    ]
}
