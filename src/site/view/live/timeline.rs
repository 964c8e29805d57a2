//! The directive `timeline`: each item as a bar from its start to its limit, drawn at build time, above a table of the same.

use crate::date::Date;
use crate::model::{Directive, Field, Item};
use crate::site::desk::Desk;

use super::Filled;
use super::ask::Subject;
use super::items::{list, listed};
use super::picture::{Picture, Shape, Sign, cross, diamond, fitted, label, oblong, path};

const COLUMNS: &[Field] = &[
    Field::Title,
    Field::Lead,
    Field::Start,
    Field::Due,
    Field::Actual,
    Field::Milestones,
    Field::Light,
];

const WIDTH: i64 = 640;
const LEFT: i64 = 10;
const RIGHT: i64 = 630;
/// The first row begins here; above it stand the as-of date and the axis, each on a line of its own.
const TOP: i64 = 44;
/// A title on its own line, and the bar below it.
const ROW: i64 = 44;
const BAR: i64 = 14;
/// A date of the axis, and the room beside it.
const TICK: i64 = 70;

pub(super) fn timeline(desk: &Desk<'_>, directive: &Directive) -> Filled {
    let filled = list(desk, directive, COLUMNS);
    let subjects = listed(desk, directive);
    let bars: Vec<Bar> = subjects.iter().filter_map(|one| bar(desk, *one)).collect();
    Filled {
        picture: draw(desk, &bars).map(Box::new),
        ..filled
    }
}

/// An item as far as it has a place in time.
struct Bar {
    title: String,
    start: Option<Date>,
    /// None: it goes on.
    due: Option<Date>,
    /// There where the limit was extended.
    original: Option<Date>,
    milestones: Vec<(Date, Option<Date>)>,
    /// 0–100.
    done: i64,
}

impl Bar {
    fn days(&self) -> impl Iterator<Item = Date> {
        let milestones = self.milestones.iter();
        let milestones = milestones.flat_map(|(due, done)| [Some(*due), *done]);
        [self.start, self.due, self.original]
            .into_iter()
            .chain(milestones)
            .flatten()
    }
}

/// None without any day.
fn bar(desk: &Desk<'_>, subject: Subject) -> Option<Bar> {
    let facts = subject.facts(desk)?;
    let item: &Item = subject.item(desk)?;
    let milestones = item.milestones.iter().zip(&facts.milestones);
    let light = desk.words.of("light", facts.light.word());
    let title = super::cell::part(desk, subject.reference()).text;
    let bar = Bar {
        title: format!("{title}{}{light}", desk.words.plain("note-mark")),
        start: item.start,
        due: facts.effective_due,
        original: facts
            .original_due
            .filter(|original| Some(*original) != facts.effective_due),
        milestones: milestones
            .map(|(milestone, facts)| (milestone.due, facts.done_on))
            .collect(),
        done: whole(facts.credited),
    };
    let is_placed = bar.days().next().is_some();
    is_placed.then_some(bar)
}

fn whole(percent: crate::decimal::Decimal) -> i64 {
    percent.round(0).to_string().parse().unwrap_or(0)
}

/// Days laid out between the edges.
#[derive(Clone, Copy)]
struct Axis {
    from: Date,
    days: i64,
}

impl Axis {
    fn over(days: impl Iterator<Item = Date>, today: Date) -> Axis {
        let all: Vec<Date> = days.chain([today]).collect();
        let early = all.iter().copied().min().unwrap_or(today);
        let late = all.iter().copied().max().unwrap_or(today);
        let from = early.first_of_month();
        Axis {
            from,
            days: late.last_of_month().days_since(from).max(1),
        }
    }

    fn x(&self, day: Date) -> i64 {
        LEFT + day.days_since(self.from) * (RIGHT - LEFT) / self.days
    }

    /// First days of months, as close as their labels allow.
    fn ticks(&self) -> Vec<Date> {
        let months = |step: i32| {
            let mut day = self.from;
            let mut ticks = Vec::new();
            while day.days_since(self.from) <= self.days {
                ticks.push(day);
                day = day.plus_months(step);
            }
            ticks
        };
        let steps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600];
        let fits = |ticks: &Vec<Date>| {
            let mut pairs = ticks.windows(2);
            pairs.all(|pair| self.x(pair[1]) - self.x(pair[0]) >= TICK)
        };
        let mut all = steps.into_iter().map(months);
        all.find(fits).unwrap_or_else(|| vec![self.from])
    }
}

fn draw(desk: &Desk<'_>, bars: &[Bar]) -> Option<Picture> {
    if bars.is_empty() {
        return None;
    }
    let axis = Axis::over(bars.iter().flat_map(Bar::days), desk.as_of());
    let rows = i64::try_from(bars.len()).unwrap_or(i64::MAX);
    let bottom = TOP + rows * ROW;
    let mut shapes = Vec::new();
    for day in axis.ticks() {
        let x = axis.x(day);
        let month = &day.to_string()[..7];
        let anchor = if x + TICK > RIGHT { "end" } else { "start" };
        shapes.push(path("grid", format!("M{x} 34V{bottom}")));
        let beside = if anchor == "end" { x - 3 } else { x + 3 };
        shapes.push(label(("tick", anchor), (beside, 38), month));
    }
    for (row, bar) in (0..).zip(bars) {
        shapes.extend(drawn(bar, axis, TOP + row * ROW));
    }
    let today = axis.x(desk.as_of());
    shapes.push(path("today", format!("M{today} 20V{bottom}")));
    let anchor = if today > WIDTH / 2 { "end" } else { "start" };
    let said = desk
        .words
        .with("picture-as-of", "date", &desk.as_of().to_string());
    shapes.push(label(("label", anchor), (today, 14), &said));
    let title = desk.words.plain("live-title-timeline");
    Some(Picture {
        title,
        description: desk.words.count("picture-timeline", bars.len()),
        width: WIDTH,
        height: bottom + 6,
        shapes,
        legend: legend(desk),
    })
}

fn drawn(bar: &Bar, axis: Axis, top: i64) -> Vec<Shape> {
    let y = top + 20;
    let middle = y + BAR / 2;
    let from = bar.start.map_or(LEFT, |day| axis.x(day));
    let to = bar.due.map_or(RIGHT, |day| axis.x(day)).max(from + 2);
    let text = fitted(&bar.title, RIGHT - LEFT);
    let mut shapes = vec![label(("row-label", "start"), (LEFT, top + 14), &text)];
    // Where no start is known, or there is no end, that side of the bar stays open.
    let (left, right) = (bar.start.is_some(), bar.due.is_some());
    let mut edge = format!("M{from} {y}H{to}M{from} {}H{to}", y + BAR);
    if left {
        edge.push_str(&format!("M{from} {y}v{BAR}"));
    }
    if right {
        edge.push_str(&format!("M{to} {y}v{BAR}"));
    }
    shapes.push(path("room", oblong((from, y, to - from, BAR))));
    let done = (to - from) * bar.done.clamp(0, 100) / 100;
    if done > 0 && right {
        shapes.push(path("done", oblong((from, y + 3, done, BAR - 6))));
    }
    shapes.push(path("edge", edge));
    if let Some(original) = bar.original {
        let x = axis.x(original);
        shapes.push(path("original", format!("M{x} {}v{}", y - 3, BAR + 6)));
        shapes.push(path("original", cross((x, y + BAR + 3), 3)));
    }
    for (due, done) in &bar.milestones {
        let class = if done.is_some() { "stone met" } else { "stone" };
        shapes.push(path(class, diamond((axis.x(*due), middle), 6)));
    }
    shapes
}

fn legend(desk: &Desk<'_>) -> Vec<Sign> {
    let sign = |id: &str, shapes: Vec<Shape>| Sign {
        text: desk.words.plain(id),
        shapes,
    };
    vec![
        sign(
            "picture-span",
            vec![
                path("room", oblong((1, 1, 24, 10))),
                path("done", oblong((1, 3, 12, 6))),
                path("edge", oblong((1, 1, 24, 10))),
            ],
        ),
        sign(
            "picture-original",
            vec![
                path("original", "M13 0v8".to_owned()),
                path("original", cross((13, 8), 3)),
            ],
        ),
        sign("picture-stone", vec![path("stone", diamond((13, 6), 5))]),
        sign(
            "picture-stone-met",
            vec![path("stone met", diamond((13, 6), 5))],
        ),
        sign("picture-today", vec![path("today", "M13 0v12".to_owned())]),
    ]
}
