//! How a figure or a light stands to that of an earlier date.

use crate::decimal::Decimal;
use crate::model::{Decision, Key, Light, Problem, Task};

use super::report::{ItemFacts, Report};

/// Which way something went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Trend {
    Better,
    Same,
    Worse,
    /// Nothing to compare with, or no better and no worse.
    #[default]
    None,
}

impl Trend {
    /// For data and catalogues; empty: nothing is said.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Trend::Better => "better",
            Trend::Same => "same",
            Trend::Worse => "worse",
            Trend::None => "",
        }
    }

    /// The word, where something is said.
    pub(super) fn known(self) -> Option<&'static str> {
        Some(self.word()).filter(|word| !word.is_empty())
    }
}

/// What more of a figure means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum More {
    /// Completion, on-time, closure, report and start rate, weighted progress.
    IsBetter,
    /// Overdue rate, items overdue, red, orange or yellow, and those not reported in time.
    IsWorse,
}

/// Lights are ordered worst first; moves to or from grey and no_data are neither better nor worse.
pub(crate) fn light_trend(then: Option<Light>, now: Light) -> Trend {
    let unplaced = |light: Light| matches!(light, Light::Grey | Light::NoData);
    match then {
        None => Trend::None,
        Some(then) if then == now => Trend::Same,
        Some(then) if unplaced(then) || unplaced(now) => Trend::None,
        Some(then) if then < now => Trend::Better,
        Some(_) => Trend::Worse,
    }
}

/// Figures as they are shown are set against each other, so that what a reader sees decides.
pub(crate) fn figure_trend(then: Option<Decimal>, now: Option<Decimal>, more: More) -> Trend {
    let Some((then, now)) = then.zip(now) else {
        return Trend::None;
    };
    match now.cmp(&then) {
        std::cmp::Ordering::Equal => Trend::Same,
        order if order.is_gt() == (more == More::IsBetter) => Trend::Better,
        _ => Trend::Worse,
    }
}

impl Report<'_> {
    /// Of a task's light since the day that this report is compared with.
    pub(crate) fn task_trend(&self, key: Key<Task>) -> Trend {
        let of = |report: &Report<'_>| report.tasks[key.place()].as_ref().map(light);
        self.trend(of)
    }

    /// Of a decision's light.
    pub(crate) fn decision_trend(&self, key: Key<Decision>) -> Trend {
        let of = |report: &Report<'_>| {
            let facts = report.decisions[key.place()].as_ref();
            facts.and_then(Option::as_ref).map(light)
        };
        self.trend(of)
    }

    /// Of a problem's light.
    pub(crate) fn problem_trend(&self, key: Key<Problem>) -> Trend {
        let of = |report: &Report<'_>| {
            let facts = report.problems[key.place()].as_ref();
            facts.map(|facts| light(&facts.item))
        };
        self.trend(of)
    }

    fn trend(&self, light: impl Fn(&Report<'_>) -> Option<Light>) -> Trend {
        let then = self.earlier.as_deref().and_then(&light);
        light(self).map_or(Trend::None, |now| light_trend(then, now))
    }
}

fn light(facts: &ItemFacts) -> Light {
    facts.light
}
