//! The geometry of an indicator's chart: numbers that SVG attributes take as they stand, and labels that keep apart.

pub(super) mod label;
pub(super) mod scale;

use serde::Serialize;

use crate::date::Date;
use crate::decimal::Decimal;

use label::Labels;
use scale::{Days, Values};

/// Of the drawing, in its own units: about as many as a small screen has points, so that text is never tiny.
const WIDTH: i64 = 420;
pub(in crate::site::view) const HEIGHT: i64 = 260;
pub(in crate::site::view) const TOP: i64 = 20;
pub(in crate::site::view) const RIGHT: i64 = 14;
pub(in crate::site::view) const BOTTOM: i64 = 26;

/// Up to so many values every one is labelled, where there is room.
const LABELLED: usize = 12;

/// What is drawn; dates in order, and none later than the as-of date but those of targets.
#[derive(Debug, Default)]
pub(crate) struct Plot {
    pub(crate) points: Vec<Point>,
    pub(crate) targets: Vec<Aim>,
    pub(crate) baseline: Option<Start>,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct Point {
    pub(crate) date: Date,
    pub(crate) value: Decimal,
    pub(crate) provisional: bool,
}

/// A target, or both ends of a band, with what its label says.
#[derive(Debug)]
pub(crate) struct Aim {
    pub(crate) by: Date,
    pub(crate) low: Decimal,
    pub(crate) high: Decimal,
    pub(crate) text: String,
}

#[derive(Debug)]
pub(crate) struct Start {
    pub(crate) date: Option<Date>,
    pub(crate) value: Decimal,
    pub(crate) text: String,
}

/// A chart without its words. Geometry is text that attributes take.
#[derive(Debug, Serialize)]
pub(crate) struct Drawing {
    pub(crate) width: i64,
    pub(crate) height: i64,
    /// Left and right edge, top and bottom of the field.
    pub(crate) left: String,
    pub(crate) right: String,
    pub(crate) bottom: String,
    pub(crate) values: Vec<Tick>,
    pub(crate) days: Vec<Tick>,
    /// `x,y x,y`, for a polyline; empty with fewer than two values.
    pub(crate) line: String,
    pub(crate) marks: Vec<Mark>,
    /// One path, or two for the ends of a band.
    pub(crate) targets: Vec<String>,
    /// The height of the baseline; empty without one.
    pub(crate) baseline: String,
    pub(crate) labels: Vec<Label>,
    /// Its axis of values does not begin at zero.
    pub(crate) cut: bool,
}

/// A line of the grid with its label.
#[derive(Debug, Serialize)]
pub(crate) struct Tick {
    pub(crate) at: String,
    /// Where its text stands, when that is not the same place.
    pub(crate) text_at: String,
    pub(crate) text: String,
}

#[derive(Debug, Serialize)]
pub(crate) struct Mark {
    pub(crate) x: String,
    pub(crate) y: String,
    /// The four corners of a provisional value's mark; empty for others.
    pub(crate) corners: String,
}

/// A text set about its middle.
#[derive(Debug, Serialize)]
pub(crate) struct Label {
    pub(crate) x: String,
    pub(crate) y: String,
    pub(crate) text: String,
    /// `value`, `target` or `baseline`.
    pub(crate) word: &'static str,
}

/// None when nothing was measured.
pub(crate) fn draw(plot: &Plot) -> Option<Drawing> {
    let first = plot.points.first()?;
    let values = values(plot);
    let days = days(plot, first.date, &values);
    let xy = |date: Date, value: Decimal| (days.x(date), values.y(value));
    let at = |point: &Point| xy(point.date, point.value);
    let line: Vec<String> = plot.points.iter().map(|p| pair(at(p))).collect();
    let baseline = plot.baseline.as_ref().map(|start| values.y(start.value));
    Some(Drawing {
        width: WIDTH,
        height: HEIGHT,
        left: text(days.left),
        right: text(days.right),
        bottom: text(values.bottom),
        values: values.ticks(),
        days: days.ticks(),
        line: if line.len() > 1 {
            line.join(" ")
        } else {
            String::new()
        },
        marks: plot.points.iter().map(|p| mark(p, at(p))).collect(),
        targets: steps(plot, &days, &values),
        baseline: baseline.map(text).unwrap_or_default(),
        labels: labels(plot, &days, &values),
        cut: values.low.is_positive() || values.high.is_negative(),
    })
}

fn values(plot: &Plot) -> Values {
    let mut all: Vec<Decimal> = plot.points.iter().map(|p| p.value).collect();
    all.extend(plot.targets.iter().flat_map(|aim| [aim.low, aim.high]));
    all.extend(plot.baseline.as_ref().map(|start| start.value));
    let (top, bottom) = (whole(TOP), whole(HEIGHT - BOTTOM));
    Values::over(&all, top, bottom)
}

fn days(plot: &Plot, first: Date, values: &Values) -> Days {
    let mut all: Vec<Date> = plot.points.iter().map(|p| p.date).collect();
    all.extend(plot.targets.iter().map(|aim| aim.by));
    all.extend(plot.baseline.as_ref().and_then(|start| start.date));
    let early = all.iter().copied().min().unwrap_or(first);
    let late = all.iter().copied().max().unwrap_or(first);
    let widest = values
        .ticks()
        .into_iter()
        .map(|tick| label::width(&tick.text));
    let left = widest.max().unwrap_or_default() + 8;
    Days::over((early, late), whole(left), whole(WIDTH - RIGHT))
}

fn mark(point: &Point, (x, y): (Decimal, Decimal)) -> Mark {
    let arm = whole(5);
    let corners = [(x, y - arm), (x + arm, y), (x, y + arm), (x - arm, y)];
    Mark {
        x: text(x),
        y: text(y),
        corners: if point.provisional {
            corners.map(pair).join(" ")
        } else {
            String::new()
        },
    }
}

/// A target holds from the one before it to its own day.
fn steps(plot: &Plot, days: &Days, values: &Values) -> Vec<String> {
    let path = |value: fn(&Aim) -> Decimal| {
        let mut path = String::new();
        for (place, aim) in plot.targets.iter().enumerate() {
            let y = text(values.y(value(aim)));
            let x = text(days.x(aim.by));
            if place == 0 {
                path = format!("M{} {y}H{x}", text(days.left));
            } else {
                path.push_str(&format!("V{y}H{x}"));
            }
        }
        path
    };
    let banded = plot.targets.iter().any(|aim| aim.low != aim.high);
    match (plot.targets.is_empty(), banded) {
        (true, _) => Vec::new(),
        (false, false) => vec![path(|aim| aim.low)],
        (false, true) => vec![path(|aim| aim.low), path(|aim| aim.high)],
    }
}

/// The lines of targets and baseline, corner by corner.
fn straight_lines(plot: &Plot, days: &Days, values: &Values) -> Vec<Vec<(Decimal, Decimal)>> {
    let steps = |value: fn(&Aim) -> Decimal| {
        let mut from = days.left;
        let mut corners = Vec::new();
        for aim in &plot.targets {
            let (to, y) = (days.x(aim.by), values.y(value(aim)));
            corners.extend([(from, y), (to, y)]);
            from = to;
        }
        corners
    };
    let level = plot.baseline.as_ref().map(|start| {
        let y = values.y(start.value);
        vec![(days.left, y), (days.right, y)]
    });
    let targets = [steps(|aim| aim.low), steps(|aim| aim.high)];
    targets.into_iter().chain(level).collect()
}

/// What matters most is labelled first; what finds no room stays with the table.
fn labels(plot: &Plot, days: &Days, values: &Values) -> Vec<Label> {
    let at = |point: &Point| (days.x(point.date), values.y(point.value));
    let field = (days.left, days.right);
    let places: Vec<(Decimal, Decimal)> = plot.points.iter().map(at).collect();
    let mut labels = Labels::new(field, &places);
    for line in straight_lines(plot, days, values) {
        labels.keep_clear_of(&line);
    }
    let last = plot.points.len() - 1;
    let mut order = vec![last, 0];
    if plot.points.len() <= LABELLED {
        order.extend(1..last);
    }
    order.dedup();
    let mut points = order.into_iter().map(|place| &plot.points[place]);
    let say = |labels: &mut Labels, point: &Point| {
        labels.about(at(point), point.value.to_string(), "value");
    };
    for point in points.by_ref().take(2) {
        say(&mut labels, point);
    }
    for aim in plot.targets.iter().rev() {
        let end = (days.x(aim.by), values.y(aim.high));
        labels.before(end, aim.text.clone(), "target");
    }
    if let Some(start) = &plot.baseline {
        let y = values.y(start.value);
        labels.after((days.left, y), start.text.clone(), "baseline");
    }
    for point in points {
        say(&mut labels, point);
    }
    labels.into_placed()
}

fn whole(n: i64) -> Decimal {
    Decimal::from_whole(n)
}

fn text(n: Decimal) -> String {
    n.round(1).to_string()
}

fn pair((x, y): (Decimal, Decimal)) -> String {
    format!("{},{}", text(x), text(y))
}

#[cfg(test)]
mod tests;
