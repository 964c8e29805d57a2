//! The chart of one indicator in a body: the drawing of its own page, kept as plain shapes, above a table of what was observed.

use crate::model::{Field, Indicator, Key};
use crate::site::desk::Desk;
use crate::site::view::chart::Drawing;
use crate::site::view::indicator::so_far;
use crate::site::view::indicator_chart::{ChartView, chart};

use super::cell::{column, text};
use super::picture::{Picture, Shape, Sign, path};
use super::{Cell, Filled, Group, Row};

/// Judgements are given no number, and so no drawing: the table has their words.
pub(super) fn observed(desk: &Desk<'_>, key: Key<Indicator>) -> Filled {
    let indicator = desk.report.project.indicators.at(key, desk.as_of());
    if desk.report.indicators[key.place()].is_none() {
        return Filled {
            sentences: vec![desk.words.of("live-none", "indicators")],
            ..Filled::default()
        };
    }
    let values = so_far(desk, indicator);
    let rows: Vec<Row> = values
        .into_iter()
        .map(|one| {
            let said = match (one.value, &one.text) {
                (Some(value), _) => value.to_string(),
                (None, Some(words)) => desk.words.text(words),
                (None, None) => String::new(),
            };
            let note = if one.provisional {
                desk.words.plain("provisional")
            } else {
                String::new()
            };
            let value = Cell { note, ..text(said) };
            let source = desk.words.optional(one.source.as_ref());
            Row {
                cells: vec![text(one.date.to_string()), value, text(source)],
                ..Row::default()
            }
        })
        .collect();
    let fields = [Field::ObservedOn, Field::Observed, Field::Source];
    let columns = fields.map(|field| column(desk, field, "column-title"));
    let is_empty = rows.is_empty();
    let heading = None;
    let filled = Filled {
        picture: chart(desk, indicator).map(|view| Box::new(picture(desk, view))),
        columns: columns.to_vec(),
        groups: vec![Group { heading, rows }],
        ..Filled::default()
    };
    if is_empty {
        return Filled {
            sentences: vec![desk.words.plain("attained-not-observed")],
            ..Filled::default()
        };
    }
    filled
}

fn picture(desk: &Desk<'_>, view: ChartView) -> Picture {
    let drawing = &view.drawing;
    let mut shapes = axes(drawing);
    if !drawing.baseline.is_empty() {
        let line = format!("M{} {}H{}", drawing.left, drawing.baseline, drawing.right);
        shapes.push(path("baseline", line));
    }
    let targets = drawing.targets.iter();
    shapes.extend(targets.map(|target| path("target", target.clone())));
    if !drawing.line.is_empty() {
        shapes.push(path("course-line", format!("M{}", drawing.line)));
    }
    shapes.extend(drawing.marks.iter().map(|mark| {
        if mark.corners.is_empty() {
            path("mark", dot(&mark.x, &mark.y))
        } else {
            path("mark provisional", format!("M{}z", mark.corners))
        }
    }));
    shapes.extend(drawing.labels.iter().map(|one| Shape {
        class: format!("label label-{}", one.word),
        ..said("middle", (&one.x, &one.y), &one.text)
    }));
    Picture {
        title: view.title.clone(),
        description: match drawing.cut {
            true => [view.description.clone(), desk.words.plain("axis-cut")]
                .join(&desk.words.plain("sentence-gap")),
            false => view.description.clone(),
        },
        width: drawing.width,
        height: drawing.height,
        shapes,
        legend: legend(desk, &view),
    }
}

/// A disc about a point.
fn dot(x: &str, y: &str) -> String {
    format!("M{x} {y}m-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z")
}

fn said(anchor: &str, (x, y): (&str, &str), text: &str) -> Shape {
    Shape {
        class: "tick".to_owned(),
        text: text.to_owned(),
        x: x.to_owned(),
        y: y.to_owned(),
        anchor: anchor.to_owned(),
        ..Shape::default()
    }
}

fn axes(drawing: &Drawing) -> Vec<Shape> {
    let mut shapes = Vec::new();
    let moved = |at: &str, by: i64| {
        let at = crate::decimal::Decimal::parse(at).unwrap_or_default();
        (at + crate::decimal::Decimal::from_whole(by)).to_string()
    };
    for value in &drawing.values {
        let line = format!("M{} {}H{}", drawing.left, value.at, drawing.right);
        shapes.push(path("grid", line));
        let x = moved(&drawing.left, -5);
        shapes.push(said("end", (&x, &value.text_at), &value.text));
    }
    for day in &drawing.days {
        shapes.push(path("grid", format!("M{} {}v5", day.at, drawing.bottom)));
        let y = moved(&drawing.bottom, 21);
        shapes.push(said("middle", (&day.text_at, &y), &day.text));
    }
    shapes
}

fn legend(desk: &Desk<'_>, view: &ChartView) -> Vec<Sign> {
    let line = |class: &str| path(class, "M0 6H26".to_owned());
    let sign = |id: &str, shapes: Vec<Shape>| Sign {
        text: desk.words.plain(id),
        shapes,
    };
    let disc = path("mark", dot("13", "6"));
    let mut legend = vec![sign("observed", vec![line("course-line"), disc])];
    if view.provisional {
        let corners = path("mark provisional", "M13 1l5 5l-5 5l-5 -5z".to_owned());
        legend.push(sign(
            "provisional-value",
            vec![line("course-line"), corners],
        ));
    }
    if !view.drawing.targets.is_empty() {
        legend.push(sign("target-until", vec![line("target")]));
    }
    if !view.drawing.baseline.is_empty() {
        legend.push(sign("baseline", vec![line("baseline")]));
    }
    legend
}
