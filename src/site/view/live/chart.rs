//! The directive `chart`: lights or progress group by group, or an indicator against its targets, above a table of the same.

use crate::decimal::Decimal;
use crate::derive::{Count, RollUp, planned_mean, roll_up};
use crate::messages::Arg;
use crate::model::{Directive, Field, Light, Of, RecordRef, Seen, Show};
use crate::site::desk::Desk;
use crate::site::words::number;

use super::ask::Subject;
use super::cell::{column, text};
use super::items::{chosen, grouped, left_out};
use super::observed::observed;
use super::picture::{Picture, Shape, Sign, fitted, label, lit, oblong, path, width};
use super::{Cell, Filled, Group, Part, Row};

const WIDTH: i64 = 640;
const LEFT: i64 = 10;
/// How long the longest bar is.
const LONGEST: i64 = 600;
const TOP: i64 = 6;
/// A name on its own line, and the bar below it.
const ROW: i64 = 46;
const BAR: i64 = 18;

pub(super) fn chart(desk: &Desk<'_>, directive: &Directive) -> Filled {
    match (directive.show, &directive.of) {
        (Show::Indicator, Some(Of::Record(RecordRef::Indicator(Seen::Shown(key))))) => {
            observed(desk, *key)
        }
        (Show::Indicator, _) => none(desk, "indicators"),
        (show, _) => of_items(desk, (show, directive)),
    }
}

fn none(desk: &Desk<'_>, kind: &str) -> Filled {
    Filled {
        sentences: vec![desk.words.of("live-none", kind)],
        ..Filled::default()
    }
}

/// What the items of one bar come to.
struct Set {
    name: Part,
    sum: RollUp,
    planned: Option<Decimal>,
}

fn of_items(desk: &Desk<'_>, (show, directive): (Show, &Directive)) -> Filled {
    let all = chosen(desk, directive);
    let whole = Part {
        text: desk.words.plain("column-total"),
        ..Part::default()
    };
    let groups = match directive.group {
        Some(field) => grouped(desk, &all, field),
        None => vec![(Some(whole), all)],
    };
    let total = groups.len();
    let groups = groups.into_iter().take(directive.limit.unwrap_or(total));
    let sets: Vec<Set> = groups
        .map(|(name, members)| set(desk, name.unwrap_or_default(), &members))
        .filter(|set| set.sum.total > 0)
        .collect();
    if sets.is_empty() {
        return none(desk, "tasks");
    }
    let field = directive.group.unwrap_or(Field::Title);
    let name = super::Column {
        key: Field::Title.word().to_owned(),
        class: "title-cell".to_owned(),
        ..column(desk, field, "live-column-summary")
    };
    let (picture, fields, rows) = match show {
        Show::Progress => progress(desk, &sets),
        _ => lights(desk, &sets),
    };
    let columns = fields.iter().map(|f| column(desk, *f, "column-title"));
    Filled {
        note: match directive.group {
            Some(_) => left_out(desk, "live-total-sets", (total, sets.len())),
            None => String::new(),
        },
        columns: std::iter::once(name).chain(columns).collect(),
        groups: vec![Group {
            heading: None,
            rows,
        }],
        picture: Some(Box::new(picture)),
        ..Filled::default()
    }
}

fn set(desk: &Desk<'_>, name: Part, members: &[Subject]) -> Set {
    let items: Vec<Count> = members
        .iter()
        .filter_map(|subject| match subject {
            Subject::Item(count) => Some(*count),
            _ => None,
        })
        .collect();
    Set {
        name,
        sum: roll_up(desk.report, items.iter().copied()),
        planned: planned_mean(desk.report, items),
    }
}

fn field_of(light: Light) -> Field {
    match light {
        Light::Red => Field::Red,
        Light::Orange => Field::Orange,
        Light::Yellow => Field::Yellow,
        Light::Blue => Field::Blue,
        Light::NoData => Field::NoData,
        Light::Green => Field::Green,
        Light::Grey => Field::Grey,
        Light::Done => Field::Done,
    }
}

fn row(set: &Set, cells: impl Iterator<Item = Cell>) -> Row {
    let head = Cell {
        parts: vec![set.name.clone()],
        ..Cell::default()
    };
    Row {
        cells: std::iter::once(head).chain(cells).collect(),
        ..Row::default()
    }
}

/// Bars as long as their sets are large, cut into the lights.
fn lights(desk: &Desk<'_>, sets: &[Set]) -> (Picture, Vec<Field>, Vec<Row>) {
    let lit_here = |light: &Light| sets.iter().any(|set| set.sum.lights(*light) > 0);
    let all: Vec<Light> = Light::ALL.into_iter().filter(lit_here).collect();
    let largest = sets.iter().map(|set| i64::from(set.sum.total)).max();
    let largest = largest.unwrap_or(1).max(1);
    let mut shapes = Vec::new();
    for (place, set) in (0..).zip(sets) {
        let top = TOP + place * ROW;
        let total = set.sum.total as usize;
        let values = [("name", Arg::Text(&set.name.text)), ("n", number(total))];
        let name = desk.words.say("picture-set", &values);
        let name = fitted(&name, LONGEST);
        shapes.push(label(("row-label", "start"), (LEFT, top + 14), &name));
        let mut before = 0;
        for light in &all {
            let count = i64::from(set.sum.lights(*light));
            let from = LEFT + before * LONGEST / largest;
            before += count;
            let to = LEFT + before * LONGEST / largest;
            if count > 0 {
                shapes.extend(lit(*light, (from, top + 20, to - from, BAR)));
                shapes.extend(counted((from, to), top + 33, count));
            }
        }
    }
    let mut fields = vec![Field::Total];
    fields.extend(all.iter().map(|light| field_of(*light)));
    let rows = sets.iter().map(|set| {
        let of_light = all.iter().map(|light| set.sum.lights(*light));
        let counts = std::iter::once(set.sum.total).chain(of_light);
        row(set, counts.map(|count| text(count.to_string())))
    });
    let rows = rows.collect();
    let legend = all.iter().map(|light| Sign {
        text: desk.words.of("light", light.word()),
        shapes: lit(*light, (1, 1, 24, 10)),
    });
    let picture = Picture {
        title: desk.words.plain("picture-lights"),
        description: desk.words.count("picture-lights-said", sets.len()),
        legend: legend.collect(),
        ..sized(sets.len(), shapes, 0)
    };
    (picture, fields, rows)
}

/// The count in the middle of its part of the bar; where there is no room the table has it alone.
fn counted((from, to): (i64, i64), y: i64, count: i64) -> Option<Shape> {
    let said = count.to_string();
    let fits = width(&said) + 4 <= to - from;
    fits.then(|| label(("label", "middle"), ((from + to) / 2, y), &said))
}

fn sized(sets: usize, shapes: Vec<Shape>, below: i64) -> Picture {
    let rows = i64::try_from(sets).unwrap_or(i64::MAX);
    Picture {
        width: WIDTH,
        height: TOP + rows * ROW + below,
        shapes,
        ..Picture::default()
    }
}

/// What is done as a bar, what was planned as a line across it.
fn progress(desk: &Desk<'_>, sets: &[Set]) -> (Picture, Vec<Field>, Vec<Row>) {
    let x = |percent: Decimal| {
        let along = percent * Decimal::from_whole(LONGEST / 100);
        LEFT + along.round(0).to_string().parse::<i64>().unwrap_or(0)
    };
    let bottom = TOP + i64::try_from(sets.len()).unwrap_or(i64::MAX) * ROW;
    let mut shapes = Vec::new();
    for percent in [0, 25, 50, 75, 100] {
        let at = LEFT + percent * LONGEST / 100;
        shapes.push(path("grid", format!("M{at} {TOP}V{bottom}")));
        let anchor = if percent == 0 { "start" } else { "middle" };
        let said = format!("{percent}%");
        shapes.push(label(("tick", anchor), (at, bottom + 14), &said));
    }
    for (place, set) in (0..).zip(sets) {
        let top = TOP + place * ROW;
        let (actual, planned) = (set.sum.weighted_progress, set.planned);
        let (done, wanted) = (desk.words.percent(actual), desk.words.percent(planned));
        let values = [
            ("name", Arg::Text(set.name.text.as_str())),
            ("actual", Arg::Text(&done)),
            ("planned", Arg::Text(&wanted)),
        ];
        let name = fitted(&desk.words.say("picture-against", &values), LONGEST);
        shapes.push(label(("row-label", "start"), (LEFT, top + 14), &name));
        shapes.push(path("room", oblong((LEFT, top + 20, LONGEST, BAR))));
        if let Some(actual) = actual {
            let bar = (LEFT, top + 23, x(actual) - LEFT, BAR - 6);
            shapes.push(path("done", oblong(bar)));
        }
        shapes.push(path("edge", oblong((LEFT, top + 20, LONGEST, BAR))));
        if let Some(planned) = planned {
            let line = format!("M{} {}v{}", x(planned), top + 18, BAR + 4);
            shapes.push(path("planned", line));
        }
    }
    let rows = progress_rows(desk, sets);
    let sign = |id: &str, shapes: Vec<Shape>| Sign {
        text: desk.words.plain(id),
        shapes,
    };
    let picture = Picture {
        title: desk.words.plain("picture-progress"),
        description: desk.words.count("picture-progress-said", sets.len()),
        legend: vec![
            sign(
                "column-weighted-progress",
                vec![path("done", oblong((1, 2, 24, 8)))],
            ),
            sign(
                "column-planned",
                vec![path("planned", "M13 0v12".to_owned())],
            ),
        ],
        ..sized(sets.len(), shapes, 20)
    };
    let fields = vec![
        Field::Total,
        Field::WeightedProgress,
        Field::Planned,
        Field::Gap,
    ];
    (picture, fields, rows)
}

fn progress_rows(desk: &Desk<'_>, sets: &[Set]) -> Vec<Row> {
    let rows = sets.iter().map(|set| {
        let (actual, planned) = (set.sum.weighted_progress, set.planned);
        let gap = actual
            .zip(planned)
            .map(|(actual, planned)| planned - actual);
        let cells = [
            set.sum.total.to_string(),
            desk.words.percent_cell(actual),
            desk.words.percent_cell(planned),
            gap.map_or_else(
                || desk.words.plain("no-figure"),
                crate::site::view::parts::signed,
            ),
        ];
        row(set, cells.into_iter().map(text))
    });
    rows.collect()
}
