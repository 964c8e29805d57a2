//! What was finished against what was due, month by month, with the same in a table.

use serde::Serialize;

use crate::date::Date;
use crate::decimal::Decimal;
use crate::derive::{BurnPoint, BurnUp, Count, burn_up};
use crate::model::{Campaign, Key};
use crate::site::desk::Desk;
use crate::site::view::chart::label::{Labels, width};
use crate::site::view::chart::scale::{Days, Values};
use crate::site::view::chart::{BOTTOM, HEIGHT, Label, RIGHT, TOP, Tick};
use crate::site::view::item::say;
use crate::site::view::live::Picture;
use crate::site::view::live::picture::{Shape, Sign, path};

use super::{WIDTH, titled};

#[derive(Debug, Serialize)]
pub(crate) struct BurnUpView {
    pub(crate) picture: Picture,
    /// How many items are counted.
    pub(crate) total: String,
    /// The latest first.
    pub(crate) rows: Vec<BurnRow>,
}

#[derive(Debug, Serialize)]
pub(crate) struct BurnRow {
    pub(crate) day: String,
    pub(crate) due: String,
    pub(crate) finished: String,
}

/// A place on the drawing.
type Spot = (Decimal, Decimal);

/// The three lines of the drawing.
struct Lines {
    due: Vec<Spot>,
    finished: Vec<Spot>,
    /// The height of the total.
    total: Decimal,
}

/// None where nothing is counted, or where there is only one day to draw.
pub(crate) fn burn_up_of(
    desk: &Desk<'_>,
    of: &str,
    (campaign, items): (Option<Key<Campaign>>, impl IntoIterator<Item = Count>),
) -> Option<BurnUpView> {
    let made = burn_up(desk.report, campaign, items);
    let (first, last) = (made.points.first()?, made.points.last()?);
    if made.points.len() < 2 {
        return None;
    }
    let values = [
        ("of", of.to_owned()),
        ("from", desk.words.day(first.day)),
        ("to", desk.words.day(last.day)),
        ("due", last.due.to_string()),
        ("finished", last.finished.to_string()),
        ("total", made.total.to_string()),
    ];
    let rows = made.points.iter().rev().map(|point| BurnRow {
        day: point.day.to_string(),
        due: point.due.to_string(),
        finished: point.finished.to_string(),
    });
    Some(BurnUpView {
        picture: Picture {
            title: titled(desk, "burn-up", of),
            description: say(desk, "burn-up-said", &values),
            width: WIDTH,
            height: HEIGHT,
            shapes: shapes(desk, &made, (first.day, last.day)),
            legend: legend(desk),
        },
        total: made.total.to_string(),
        rows: rows.collect(),
    })
}

fn shapes(desk: &Desk<'_>, made: &BurnUp, ends: (Date, Date)) -> Vec<Shape> {
    // Five at least, so that the axis has whole numbers.
    let most = whole(made.total.max(5));
    let (top, bottom) = (
        Decimal::from_whole(TOP),
        Decimal::from_whole(HEIGHT - BOTTOM),
    );
    let values = Values::over(&[Decimal::ZERO, most], top, bottom);
    let widest = values.ticks().iter().map(|tick| width(&tick.text)).max();
    let left = Decimal::from_whole(widest.unwrap_or_default() + 8);
    let days = Days::over(ends, left, Decimal::from_whole(WIDTH - RIGHT));
    let line = |count: fn(&BurnPoint) -> u32| -> Vec<Spot> {
        let points = made.points.iter();
        points
            .map(|point| (days.x(point.day), values.y(whole(count(point)))))
            .collect()
    };
    let lines = Lines {
        due: line(|point| point.due),
        finished: line(|point| point.finished),
        total: values.y(whole(made.total)),
    };
    let mut shapes = axes(&values, &days);
    let across = format!(
        "M{} {}H{}",
        text(days.left),
        text(lines.total),
        text(days.right)
    );
    shapes.push(path("baseline", across));
    shapes.push(path("target", polyline(&lines.due)));
    shapes.push(path("course-line", polyline(&lines.finished)));
    shapes.extend(
        lines
            .due
            .last()
            .map(|spot| path("mark provisional", diamond(*spot))),
    );
    shapes.extend(lines.finished.last().map(|spot| path("mark", disc(*spot))));
    shapes.extend(labels(desk, made, (&lines, &days)));
    shapes
}

fn axes(values: &Values, days: &Days) -> Vec<Shape> {
    let mut shapes = Vec::new();
    for tick in values.ticks() {
        let across = format!("M{} {}H{}", text(days.left), tick.at, text(days.right));
        shapes.push(path("grid", across));
        let x = text(days.left - Decimal::from_whole(5));
        shapes.push(lettering("tick", "end", (x, tick.text_at.clone()), &tick));
    }
    for tick in days.ticks() {
        shapes.push(path("grid", format!("M{} {}v5", tick.at, HEIGHT - BOTTOM)));
        let y = (HEIGHT - BOTTOM + 21).to_string();
        shapes.push(lettering(
            "tick",
            "middle",
            (tick.text_at.clone(), y),
            &tick,
        ));
    }
    shapes
}

fn lettering(class: &str, anchor: &str, (x, y): (String, String), tick: &Tick) -> Shape {
    Shape {
        class: class.to_owned(),
        text: tick.text.clone(),
        x,
        y,
        anchor: anchor.to_owned(),
        ..Shape::default()
    }
}

/// How many at the last day; what finds no room stands in the description and in the table.
fn labels(desk: &Desk<'_>, made: &BurnUp, (lines, days): (&Lines, &Days)) -> Vec<Shape> {
    let mut labels = Labels::new((days.left, days.right), &lines.finished);
    labels.keep_clear_of(&lines.due);
    let said = |id: &str, n: u32| desk.words.count(id, n as usize);
    if let (Some(point), Some(finished), Some(due)) =
        (made.points.last(), lines.finished.last(), lines.due.last())
    {
        // The higher of the two has its text above it, so that the texts stand as their marks do.
        let done = said("burn-up-finished", point.finished);
        let wanted = said("burn-up-due", point.due);
        if point.finished > point.due {
            labels.about(*finished, done, "value");
            labels.under(*due, wanted, "target");
        } else {
            labels.about(*due, wanted, "target");
            labels.under(*finished, done, "value");
        }
    }
    let total = said("burn-up-total", made.total);
    labels.after((days.left, lines.total), total, "baseline");
    let placed = labels.into_placed().into_iter();
    placed.map(lettered).collect()
}

fn lettered(label: Label) -> Shape {
    Shape {
        class: format!("label label-{}", label.word),
        text: label.text,
        x: label.x,
        y: label.y,
        anchor: "middle".to_owned(),
        ..Shape::default()
    }
}

fn legend(desk: &Desk<'_>) -> Vec<Sign> {
    let level = || "M0 6H26".to_owned();
    let middle = (Decimal::from_whole(13), Decimal::from_whole(6));
    let sign = |id: &str, shapes: Vec<Shape>| Sign {
        text: desk.words.plain(id),
        shapes,
    };
    vec![
        sign(
            "burn-up-line-finished",
            vec![path("course-line", level()), path("mark", disc(middle))],
        ),
        sign(
            "burn-up-line-due",
            vec![
                path("target", level()),
                path("mark provisional", diamond(middle)),
            ],
        ),
        sign("burn-up-line-total", vec![path("baseline", level())]),
    ]
}

fn whole(n: u32) -> Decimal {
    Decimal::from(n)
}

fn text(n: Decimal) -> String {
    n.round(1).to_string()
}

fn polyline(spots: &[Spot]) -> String {
    let mut path = String::new();
    for (x, y) in spots {
        path.push(if path.is_empty() { 'M' } else { 'L' });
        path.push_str(&format!("{} {}", text(*x), text(*y)));
    }
    path
}

fn disc((x, y): Spot) -> String {
    let left = text(x - Decimal::from_whole(4));
    format!("M{left} {}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z", text(y))
}

fn diamond((x, y): Spot) -> String {
    let top = text(y - Decimal::from_whole(5));
    format!("M{} {top}l5 5l-5 5l-5 -5z", text(x))
}

#[cfg(test)]
mod tests {
    use super::burn_up_of;
    use crate::derive::Count;
    use crate::site::office::{at_desk, source};

    const SITE: &str = "title: 试验\nlanguage: zh-CN\nas_of: 2026-06-30\ndefault_visibility: public\n\
                        audiences: {public: [public]}\n";
    const UNITS: &str = "- {id: a, name: 甲局}\n";

    /// Twelve items: so many were due in March, so many were finished in May.
    fn labels(due: usize, finished: usize) -> Vec<String> {
        let task = |n: usize| {
            let due = if n < due { "2026-03-31" } else { "2026-12-31" };
            let done = if n < finished {
                ", progress: {date: 2026-05-10, percent: 100, finished: true}"
            } else {
                ""
            };
            format!(
                "- {{id: t{n}, title: 第{n}项, lead: a, start: 2026-01-01, due: {due}{done}}}\n"
            )
        };
        let tasks: String = (0..12).map(task).collect();
        let files = [
            ("content/site.yaml", SITE),
            ("content/units/u.yaml", UNITS),
            ("content/tasks/t.yaml", tasks.as_str()),
        ];
        at_desk(&source(&files), |desk| {
            let all = desk.report.project.tasks.keys().map(Count::Task);
            let view = burn_up_of(desk, "全部", (None, all)).unwrap();
            let shapes = view.picture.shapes.into_iter();
            let labels = shapes.filter(|shape| shape.class.starts_with("label "));
            labels.map(|shape| shape.class).collect()
        })
    }

    #[test]
    fn each_figure_is_written_once_at_most() {
        for (due, finished) in [(5, 5), (6, 3), (3, 6), (6, 0)] {
            let labels = labels(due, finished);
            let times = |class: &str| labels.iter().filter(|one| *one == class).count();
            assert_eq!(
                times("label label-value"),
                1,
                "{due} {finished}: {labels:?}"
            );
            assert!(
                times("label label-target") <= 1,
                "{due} {finished}: {labels:?}"
            );
            assert!(
                times("label label-baseline") <= 1,
                "{due} {finished}: {labels:?}"
            );
        }
    }
}
