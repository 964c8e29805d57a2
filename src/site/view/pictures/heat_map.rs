//! Who reported when: a row for each unit or task, a cell for each cut-off, with the same in a table.

use serde::Serialize;

use crate::date::Date;
use crate::derive::{Count, Reported, ReportingCourse, item_reporting, unit_reporting};
use crate::messages::Arg;
use crate::model::Light;
use crate::site::desk::Desk;
use crate::site::view::chart::label::width;
use crate::site::view::limit::{Kept, LINES, RestView, rest};
use crate::site::view::live::Picture;
use crate::site::view::live::picture::{Field, Shape, Sign, label, lit, oblong, path};
use crate::site::view::parts::Link;
use crate::site::words::number;

use super::{EDGE, FIELD, ROWS, WIDTH, fitted, of_rows, rows, titled};

const CELL: i64 = 22;
/// The days above the cells.
const HEAD: i64 = 24;
/// A name on a line of its own.
const LINE: i64 = 20;

/// How rows are laid out.
#[derive(Clone, Copy)]
struct Layout {
    /// Where the first cell begins, and from one cell to the next.
    left: i64,
    apart: i64,
    /// Names stand above their cells and not beside them.
    above: bool,
}

impl Layout {
    /// Names stand beside their cells where all of them have room.
    fn of(columns: usize, names: &[(Link, Vec<Reported>)]) -> Layout {
        let beside = Layout {
            left: WIDTH - EDGE - rows(columns) * (CELL + 2),
            apart: CELL + 2,
            above: false,
        };
        let fits = |(link, _): &(Link, Vec<Reported>)| width(&link.text) <= beside.room();
        match names.iter().all(fits) {
            true => beside,
            false => Layout {
                left: EDGE,
                apart: (FIELD / rows(columns)).min(CELL + 12),
                above: true,
            },
        }
    }

    /// For a name.
    fn room(self) -> i64 {
        match self.above {
            true => FIELD,
            false => self.left - EDGE - 6,
        }
    }

    fn row(self) -> i64 {
        match self.above {
            true => LINE + CELL + 4,
            false => CELL + 4,
        }
    }

    /// The left edge of a cell.
    fn x(self, column: usize) -> i64 {
        self.left + rows(column) * self.apart
    }
}

#[derive(Debug, Serialize)]
pub(crate) struct HeatMapView {
    pub(crate) picture: Picture,
    /// ISO, the earliest first.
    pub(crate) cutoffs: Vec<String>,
    pub(crate) rows: Vec<HeatRow>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) rest: Option<RestView>,
}

#[derive(Debug, Serialize)]
pub(crate) struct HeatRow {
    pub(crate) link: Link,
    /// In words, one for each cut-off.
    pub(crate) cells: Vec<String>,
    pub(crate) owed: String,
    pub(crate) in_time: String,
    pub(crate) late: String,
    pub(crate) missing: String,
}

/// Every unit that owed anything; those with the most missing first.
pub(crate) fn reporting_of_units(desk: &Desk<'_>) -> Option<HeatMapView> {
    let course = unit_reporting(desk.report);
    let named = course
        .rows
        .into_iter()
        .map(|(key, cells)| (desk.unit(key), cells));
    let course = ReportingCourse {
        cutoffs: course.cutoffs,
        rows: named.collect(),
    };
    heat_map(desk, &desk.words.plain("heat-map-units"), course)
}

/// What a unit leads, task by task.
pub(crate) fn reporting_of_items(
    desk: &Desk<'_>,
    of: &str,
    items: &[Count],
) -> Option<HeatMapView> {
    let course = item_reporting(desk.report, items);
    let named = course.rows.into_iter().map(|(place, cells)| {
        let link = match items[place] {
            Count::Task(key) => desk.task(key),
            Count::Decision(key) => desk.decision(key),
        };
        (link, cells)
    });
    let course = ReportingCourse {
        cutoffs: course.cutoffs,
        rows: named.collect(),
    };
    heat_map(desk, of, course)
}

fn heat_map(desk: &Desk<'_>, of: &str, course: ReportingCourse<Link>) -> Option<HeatMapView> {
    let (first, last) = (*course.cutoffs.first()?, *course.cutoffs.last()?);
    let mut all = course.rows;
    let worst = |cells: &[Reported]| {
        let of = |count: fn(&Reported) -> u32| cells.iter().map(count).sum::<u32>();
        (of(|one| one.missing), of(|one| one.late))
    };
    all.sort_by_key(|(_, cells)| std::cmp::Reverse(worst(cells)));
    let drawn = all.len().min(ROWS);
    let kept = Kept::of(all.len(), all.len().min(LINES));
    let layout = Layout::of(course.cutoffs.len(), &all[..drawn]);
    let mut shapes = days(&course.cutoffs, layout);
    for (place, (link, cells)) in all[..drawn].iter().enumerate() {
        let top = HEAD + rows(place) * layout.row();
        let name = fitted(&link.text, layout.room());
        shapes.push(label(("row-label", "start"), (EDGE, top + 16), &name));
        let top = if layout.above { top + LINE } else { top };
        for (column, cell) in cells.iter().enumerate() {
            let field = (layout.x(column), top, CELL, CELL);
            shapes.extend(square(cell, field, true));
        }
    }
    let picture = of_rows(
        desk,
        ("heat-map-said", drawn, all.len()),
        (HEAD + rows(drawn) * layout.row(), shapes),
    );
    let span = desk.words.span(Some(first), Some(last));
    let span = desk.words.with("heat-map-span", "span", &span);
    Some(HeatMapView {
        picture: Picture {
            title: titled(desk, "heat-map", of),
            description: span + &picture.description,
            legend: legend(desk),
            ..picture
        },
        cutoffs: course.cutoffs.iter().map(Date::to_string).collect(),
        rows: all
            .iter()
            .take(LINES)
            .map(|(link, cells)| row(desk, link, cells))
            .collect(),
        rest: rest(desk, "rest-first", kept, Vec::new),
    })
}

/// The last day and every second before it, so that they keep apart and within the drawing.
fn days(cutoffs: &[Date], layout: Layout) -> Vec<Shape> {
    let half = width("00-00") / 2 + 1;
    let places = (0..cutoffs.len()).rev().step_by(2);
    let days = places.map(|place| {
        let day = cutoffs[place];
        let said = format!("{:02}-{:02}", day.month(), day.day());
        let middle = layout.x(place) + CELL / 2;
        let middle = middle.max(half).min(WIDTH - half);
        label(("tick", "middle"), (middle, HEAD - 9), &said)
    });
    days.collect()
}

/// The worst that befell: solid for missing, lines for late, a tick for all in time, a dash where nothing was owed.
fn square(cell: &Reported, field: Field, counted: bool) -> Vec<Shape> {
    let (x, y, width, height) = field;
    let middle = (x + width / 2, y + height / 2 + 4);
    let count = |n: u32| label(("label", "middle"), middle, &n.to_string());
    let mut shapes = Vec::new();
    if cell.missing > 0 {
        shapes.extend(lit(Light::Red, field));
        shapes.extend(counted.then(|| count(cell.missing)));
    } else if cell.late > 0 {
        shapes.extend(lit(Light::Yellow, field));
        shapes.extend(counted.then(|| count(cell.late)));
    } else if cell.owed > 0 {
        let (left, foot) = (x + width / 2 - 5, y + height / 2);
        shapes.push(path("room", oblong(field)));
        shapes.push(path("edge", oblong(field)));
        shapes.push(path("kept", format!("M{left} {foot}l4 4l6 -8")));
    } else {
        let (left, level) = (x + width / 2 - 3, y + height / 2);
        shapes.push(path("none", format!("M{left} {level}h6")));
    }
    shapes
}

fn legend(desk: &Desk<'_>) -> Vec<Sign> {
    let one = |in_time, late, missing| Reported {
        owed: in_time + late + missing,
        in_time,
        late,
        missing,
    };
    let signs = [
        ("heat-map-in-time", one(1, 0, 0)),
        ("heat-map-late", one(0, 1, 0)),
        ("heat-map-missing", one(0, 0, 1)),
        ("heat-map-not-owed", one(0, 0, 0)),
    ];
    let signs = signs.map(|(id, cell)| Sign {
        text: desk.words.plain(id),
        shapes: square(&cell, (7, 1, 12, 10), false),
    });
    signs.into()
}

fn row(desk: &Desk<'_>, link: &Link, cells: &[Reported]) -> HeatRow {
    let sum = |count: fn(&Reported) -> u32| cells.iter().map(count).sum::<u32>().to_string();
    HeatRow {
        link: link.clone(),
        cells: cells.iter().map(|cell| said(desk, cell)).collect(),
        owed: sum(|cell| cell.owed),
        in_time: sum(|cell| cell.in_time),
        late: sum(|cell| cell.late),
        missing: sum(|cell| cell.missing),
    }
}

/// `按时2、未报1`; a dash where nothing was owed.
fn said(desk: &Desk<'_>, cell: &Reported) -> String {
    let kinds = [
        ("heat-map-cell-in-time", cell.in_time),
        ("heat-map-cell-late", cell.late),
        ("heat-map-cell-missing", cell.missing),
    ];
    let said = kinds.into_iter().filter(|(_, n)| *n > 0);
    let said: Vec<String> = said
        .map(|(id, n)| {
            let values: [(&str, Arg<'_>); 1] = [("n", number(n as usize))];
            desk.words.say(id, &values)
        })
        .collect();
    match said.is_empty() {
        true => desk.words.plain("no-figure"),
        false => desk.words.list(&said),
    }
}

#[cfg(test)]
mod tests {
    use super::{Layout, days, square};
    use crate::date::Date;
    use crate::derive::Reported;
    use crate::site::view::chart::label::width;
    use crate::site::view::parts::Link;

    fn layout(columns: usize, name: &str) -> Layout {
        Layout::of(columns, &[(Link::text(name), Vec::new())])
    }

    #[test]
    fn names_stand_beside_their_cells_where_they_have_room() {
        // Twelve cells of 24 end at 412, so that they begin at 124; less 14 it is seven characters of 15.
        let beside = layout(12, "市城市管理局");
        assert!(!beside.above && beside.x(0) == 124 && beside.x(11) + 24 == 412);
        let above = layout(12, "实现居民小区生活垃圾分类");
        assert!(above.above && above.x(0) == 8);
        assert!(above.x(11) + 22 <= 412);
        // One cut-off leaves room for more.
        assert!(!layout(1, "实现居民小区生活垃圾分类").above);
    }

    #[test]
    fn days_keep_apart_and_inside() {
        let cutoffs: Vec<Date> = (0..12)
            .map(|n| Date::parse("2025-07-25").unwrap().plus_months(n))
            .collect();
        for name in ["甲", "实现居民小区生活垃圾分类"] {
            let shown = days(&cutoffs, layout(12, name));
            let texts: Vec<&str> = shown.iter().map(|shape| shape.text.as_str()).collect();
            assert_eq!(
                texts,
                ["06-25", "04-25", "02-25", "12-25", "10-25", "08-25"]
            );
            let middles = shown.iter().map(|shape| shape.x.parse::<i64>().unwrap());
            let middles: Vec<i64> = middles.collect();
            let half = width("06-25") / 2;
            assert!(middles[0] + half <= 420 && middles[5] - half >= 0);
            assert!(middles.windows(2).all(|pair| pair[1] + 2 * half <= pair[0]));
        }
    }

    #[test]
    fn the_worst_of_a_cell_is_told_without_colour() {
        let cell = |in_time, late, missing| {
            let owed = in_time + late + missing;
            let cell = Reported {
                owed,
                in_time,
                late,
                missing,
            };
            let shapes = square(&cell, (0, 0, 22, 22), true);
            let classes = shapes.iter().map(|shape| shape.class.clone());
            let text = shapes.iter().map(|shape| shape.text.clone());
            (
                classes.collect::<Vec<_>>().join(" "),
                text.collect::<String>(),
            )
        };
        let said = |classes: &str, text: &str| (classes.to_owned(), text.to_owned());
        assert_eq!(cell(2, 1, 3), said("fill light-red edge label", "3"));
        assert_eq!(
            cell(2, 1, 0),
            said("fill light-yellow hatch edge label", "1")
        );
        assert_eq!(cell(2, 0, 0), said("room edge kept", ""));
        assert_eq!(cell(0, 0, 0), said("none", ""));
    }
}
