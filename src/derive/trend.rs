//! How a figure or a light stands to that of an earlier date, and what the worst light below a set is.

use crate::model::Light;

/// Which way something went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trend {
    Better,
    Same,
    Worse,
    /// Nothing to compare with, or no better and no worse.
    None,
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
