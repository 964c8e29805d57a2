//! The chart of an indicator, with its words.

use serde::Serialize;

use crate::model::{Indicator, TargetValue};
use crate::site::desk::Desk;

use super::chart::{Aim, Drawing, Plot, Point, Start, draw};
use super::indicator::{measured, so_far};
use super::item::say;

#[derive(Debug, Serialize)]
pub(crate) struct ChartView {
    #[serde(flatten)]
    pub(crate) drawing: Drawing,
    pub(crate) title: String,
    /// The same in words.
    pub(crate) description: String,
    /// Some value in it is provisional.
    pub(crate) provisional: bool,
}

/// None for judgements: they are given no number.
pub(crate) fn chart(desk: &Desk<'_>, indicator: &Indicator) -> Option<ChartView> {
    let mut points: Vec<Point> = Vec::new();
    for one in so_far(desk, indicator) {
        let Some(value) = one.value else { continue };
        let point = Point {
            date: one.date,
            value,
            provisional: one.provisional,
        };
        match points.last_mut().filter(|last| last.date == one.date) {
            Some(same_day) => *same_day = point,
            None => points.push(point),
        }
    }
    let plot = plot(desk, indicator, points);
    let (first, last) = (plot.points.first()?, plot.points.last()?);
    let values = [
        ("name", desk.words.text(&indicator.name)),
        ("n", plot.points.len().to_string()),
        ("from", desk.words.day(first.date)),
        ("first", measured(desk, indicator, first.value)),
        ("to", desk.words.day(last.date)),
        ("last", measured(desk, indicator, last.value)),
    ];
    let id = if plot.points.len() > 1 {
        "chart-description"
    } else {
        "chart-description-one"
    };
    Some(ChartView {
        drawing: draw(&plot)?,
        title: say(desk, "chart-title", &values[..1]),
        description: say(desk, id, &values),
        provisional: plot.points.iter().any(|point| point.provisional),
    })
}

fn plot(desk: &Desk<'_>, indicator: &Indicator, points: Vec<Point>) -> Plot {
    let aims = indicator.targets.iter().map(|target| {
        let (low, high) = match target.value {
            TargetValue::One(value) => (value, value),
            TargetValue::Band(low, high) => (low, high),
        };
        let said = match target.value {
            TargetValue::One(value) => value.to_string(),
            TargetValue::Band(low, high) => {
                let values = [("low", low.to_string()), ("high", high.to_string())];
                say(desk, "band", &values)
            }
        };
        Aim {
            by: target.by,
            low,
            high,
            text: desk.words.with("chart-target", "value", &said),
        }
    });
    let begun = indicator.baseline_at(desk.as_of()).map(|baseline| Start {
        date: baseline.date,
        value: baseline.value,
        text: desk
            .words
            .with("chart-baseline", "value", &baseline.value.to_string()),
    });
    Plot {
        points,
        targets: aims.collect(),
        baseline: begun,
    }
}
