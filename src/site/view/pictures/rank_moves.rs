//! Ranks then and now: a line from where each unit stood to where it stands.

use crate::derive::{GroupResult, UnitScore};
use crate::model::{Assessment, Key};
use crate::site::desk::Desk;
use crate::site::view::live::Picture;
use crate::site::view::live::picture::{Shape, Sign, label, path};

use super::{EDGE, ROWS, WIDTH, fitted, of_rows, rows, titled};

const ROW: i64 = 26;
/// Which assessment each side is of.
const HEAD: i64 = 26;
/// Between the sides.
const FROM: i64 = 175;
const TO: i64 = WIDTH - FROM;
/// From the end of a line to the rank, and to the name.
const RANK: i64 = 10;
const NAME: i64 = 40;

/// Ranks are those of the group at each time. Units without one then are new on the right; units without one now stand
/// apart on the page. None where there is nothing to compare with, or one unit alone.
pub(crate) fn rank_moves(
    desk: &Desk<'_>,
    of: &str,
    (group, ends): (&GroupResult, (Key<Assessment>, Key<Assessment>)),
) -> Option<Picture> {
    let now = &group.ranked[..group.ranked.len().min(ROWS)];
    let mut then: Vec<(u32, usize)> = now
        .iter()
        .enumerate()
        .filter_map(|(place, one)| Some((one.previous_rank?, place)))
        .collect();
    then.sort_unstable();
    if then.is_empty() || now.len() < 2 {
        return None;
    }
    let middle = |place: usize| HEAD + rows(place) * ROW + ROW / 2;
    let day = desk.report.project.assessments.at(ends.1, desk.as_of()).to;
    let mut shapes = heads(desk, ends);
    for (row, (rank, place)) in then.iter().enumerate() {
        let one = &now[*place];
        shapes.extend(line(one, (middle(row), middle(*place))));
        let name = desk.unit_on(one.unit, day).text;
        shapes.extend(left((&name, *rank), middle(row) + 5));
    }
    for (place, one) in now.iter().enumerate() {
        let name = desk.unit_on(one.unit, day).text;
        shapes.extend(right((&name, one.rank), middle(place) + 5));
        shapes.push(path("mark", dot((TO, middle(place)))));
    }
    Some(Picture {
        title: titled(desk, "rank-moves", of),
        legend: legend(desk),
        ..of_rows(
            desk,
            ("rank-moves-said", now.len(), group.ranked.len()),
            (HEAD + rows(now.len()) * ROW + 4, shapes),
        )
    })
}

/// The rank stands beside the line, the name outside it.
fn left((name, rank): (&str, u32), y: i64) -> [Shape; 2] {
    let name = fitted(name, FROM - NAME - EDGE);
    [
        label(("row-label", "end"), (FROM - RANK, y), &rank.to_string()),
        label(("row-label", "end"), (FROM - NAME, y), &name),
    ]
}

fn right((name, rank): (&str, u32), y: i64) -> [Shape; 2] {
    let name = fitted(name, WIDTH - EDGE - TO - NAME);
    [
        label(("row-label", "start"), (TO + RANK, y), &rank.to_string()),
        label(("row-label", "start"), (TO + NAME, y), &name),
    ]
}

fn heads(desk: &Desk<'_>, (then, now): (Key<Assessment>, Key<Assessment>)) -> Vec<Shape> {
    let shelf = &desk.report.project.assessments;
    let to = |key: Key<Assessment>| {
        let day = desk.words.day(shelf.at(key, desk.as_of()).to);
        desk.words.with("rank-moves-to", "date", &day)
    };
    let room = FROM - RANK - EDGE;
    vec![
        label(("tick", "end"), (FROM - RANK, 15), &fitted(&to(then), room)),
        label(("tick", "start"), (TO + RANK, 15), &fitted(&to(now), room)),
    ]
}

/// Rising lines are strong, falling ones broken, others thin: they are told apart without colour.
fn line(one: &UnitScore, (from, to): (i64, i64)) -> Vec<Shape> {
    let class = match one.movement {
        Some(places) if places > 0 => "rose",
        Some(places) if places < 0 => "fell",
        _ => "held",
    };
    let between = format!("M{FROM} {from}L{TO} {to}");
    vec![path(class, between), path("mark", dot((FROM, from)))]
}

fn dot((x, y): (i64, i64)) -> String {
    format!("M{} {y}a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z", x - 3)
}

fn legend(desk: &Desk<'_>) -> Vec<Sign> {
    let sign = |class: &str| Sign {
        text: desk.words.plain(&format!("rank-moves-{class}")),
        shapes: vec![path(class, "M0 6H26".to_owned())],
    };
    ["rose", "fell", "held"].map(sign).into()
}
