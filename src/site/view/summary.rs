//! The figures of a set of items as readers see them, beside those of the day that the page is compared with.

use crate::decimal::Decimal;
use crate::derive::{More, Rate, RollUp, figure_trend};
use crate::model::{Light, Pace, State};
use crate::site::desk::Desk;

use super::parts::{RateView, Summary, Tally, TrendView, bar};

/// Without anything to compare with.
pub(crate) fn summary(desk: &Desk<'_>, set: &RollUp) -> Summary {
    compared(desk, set, None)
}

/// `then`: the same set at the day that the page is compared with.
pub(crate) fn compared(desk: &Desk<'_>, set: &RollUp, then: Option<&RollUp>) -> Summary {
    let words = desk.words;
    let counted = |count: fn(&RollUp) -> u32| {
        let then = then.map(|then| Decimal::from(count(then)));
        trend((then, Some(Decimal::from(count(set)))), (More::IsWorse, 0))
    };
    let share = |of: fn(&RollUp) -> Rate, more: More| {
        let then = then.and_then(|then| of(then).percent);
        let now = of(set);
        RateView {
            trend: trend((then, now.percent), (more, 2)),
            ..rate(desk, now)
        }
    };
    let progress = then.and_then(|then| then.weighted_progress);
    Summary {
        total: set.total.to_string(),
        empty: set.total == 0,
        cancelled: set.excluded_cancelled.to_string(),
        ongoing: set.excluded_ongoing.to_string(),
        some_excluded: set.excluded_cancelled + set.excluded_ongoing > 0,
        lights: lights(desk, set, then),
        states: tallies(desk, "state", &State::ALL.map(State::word), &set.by_state),
        paces: tallies(desk, "pace", &Pace::ALL.map(Pace::word), &set.by_pace),
        due_soon: set.due_soon.to_string(),
        stale: set.stale.to_string(),
        stale_trend: counted(|set| set.stale),
        overdue: set.overdue.count.to_string(),
        overdue_trend: counted(|set| set.overdue.count),
        start: share(|set| set.start, More::IsBetter),
        completion: share(|set| set.completion, More::IsBetter),
        on_time: share(|set| set.on_time, More::IsBetter),
        overdue_rate: share(|set| set.overdue, More::IsWorse),
        closure: share(|set| set.closure, More::IsBetter),
        reporting: share(|set| set.report, More::IsBetter),
        progress: words.percent_cell(set.weighted_progress),
        progress_trend: trend((progress, set.weighted_progress), (More::IsBetter, 2)),
        bar: bar(desk, set.weighted_progress, None),
    }
}

/// With so many decimals.
fn trend(
    (then, now): (Option<Decimal>, Option<Decimal>),
    (more, decimals): (More, u32),
) -> TrendView {
    let word = figure_trend(then, now, more).word();
    let moved = then.zip(now).map(|(then, now)| now - then);
    let moved = moved.filter(|moved| !moved.is_zero());
    TrendView {
        word,
        moved: moved.map_or_else(String::new, |moved| signed(moved, decimals)),
    }
}

fn signed(moved: Decimal, decimals: u32) -> String {
    let shown = moved.fixed(decimals).replace('-', "−");
    match moved.is_positive() {
        true => format!("+{shown}"),
        false => shown,
    }
}

fn lights(desk: &Desk<'_>, set: &RollUp, then: Option<&RollUp>) -> Vec<Tally> {
    let lights = desk.lights_in_force().into_iter();
    let shares = set.light_shares(desk.report.project.rules.shares_add_up);
    let share = |light: Light| {
        let mut shares = Light::ALL.iter().zip(&shares);
        shares.find(|(one, _)| **one == light)
    };
    // More of these is worse; of the others it is neither.
    let warns = |light: Light| matches!(light, Light::Red | Light::Orange | Light::Yellow);
    let trend_of = |light: Light| {
        let then = then.filter(|_| warns(light));
        let then = then.map(|then| Decimal::from(then.lights(light)));
        let now = Decimal::from(set.lights(light));
        trend((then, Some(now)), (More::IsWorse, 0))
    };
    lights
        .map(|light| Tally {
            share: desk.words.share(share(light).and_then(|(_, share)| *share)),
            trend: trend_of(light),
            ..tally(desk, "light", light.word(), set.lights(light))
        })
        .collect()
}

fn tallies(desk: &Desk<'_>, family: &str, of: &[&str], counts: &[u32]) -> Vec<Tally> {
    of.iter()
        .zip(counts)
        .map(|(word, count)| tally(desk, family, word, *count))
        .collect()
}

fn tally(desk: &Desk<'_>, family: &str, word: &str, count: u32) -> Tally {
    Tally {
        word: word.replace('_', "-"),
        label: desk.words.of(family, word),
        count: count.to_string(),
        share: String::new(),
        zero: count == 0,
        trend: TrendView::default(),
    }
}

pub(crate) fn rate(desk: &Desk<'_>, rate: Rate) -> RateView {
    RateView {
        percent: desk.words.percent_cell(rate.percent),
        of: if rate.of == 0 {
            String::new()
        } else {
            format!("{}/{}", rate.count, rate.of)
        },
        trend: TrendView::default(),
    }
}
