//! The directive `timeline`: each item as a bar from its start to its limit, drawn at build time, above a table of the same.

use crate::derive::schedule;
use crate::model::{Directive, Field};
use crate::site::desk::Desk;
use crate::site::view::axis::Axis;
use crate::site::view::timeline::{Piece, PieceKind, SignKind, Strip, WHOLE, days, strip};
use crate::site::view::wrap::wrapped;

use super::Filled;
use super::ask::Subject;
use super::items::{chosen, list, listed};
use super::picture::{Picture, Shape, Sign, cross, diamond, label, oblong, path, slanted, upright};

const COLUMNS: &[Field] = &[
    Field::Title,
    Field::Lead,
    Field::Start,
    Field::Due,
    Field::Actual,
    Field::Milestones,
    Field::Light,
];

/// So many are listed where nobody sets a limit: more are neither read nor quickly drawn.
const LIMIT: usize = 150;

const WIDTH: i64 = 640;
const LEFT: i64 = 10;
const RIGHT: i64 = 630;
/// The first row begins here; above it stand the as-of date and the axis, each on a line of its own.
const TOP: i64 = 44;
/// A line of a title.
const LINE: i64 = 16;
const LETTER: i64 = 12;
/// The bar below the title, and the room around it.
const ROW: i64 = 28;
const BAR: i64 = 14;
/// A date of the axis, and the room beside it.
const TICK: i64 = 70;

pub(super) fn timeline(desk: &Desk<'_>, directive: &Directive) -> Filled {
    let all = chosen(desk, directive).len();
    let left = all.saturating_sub(LIMIT);
    if directive.limit.is_none() && left > 0 {
        let limited = Directive {
            limit: Some(LIMIT),
            ..directive.clone()
        };
        let mut filled = timeline(desk, &limited);
        filled
            .sentences
            .push(desk.words.count("live-not-drawn", left));
        return filled;
    }
    let filled = list(desk, directive, COLUMNS);
    Filled {
        picture: draw(desk, &listed(desk, directive)).map(Box::new),
        ..filled
    }
}

/// An item as far as it has a place in time.
struct Bar {
    title: Vec<String>,
    strip: Strip,
}

/// None where no item has a day.
fn draw(desk: &Desk<'_>, subjects: &[Subject]) -> Option<Picture> {
    let known = subjects.iter().filter_map(|subject| {
        let (item, facts) = (subject.item(desk)?, subject.facts(desk)?);
        let schedule = schedule(item, facts, desk.as_of());
        let days = days(item, &schedule);
        (!days.is_empty()).then_some((*subject, (item, facts), schedule, days))
    });
    let known: Vec<_> = known.collect();
    let all = known.iter().flat_map(|(.., days)| days.iter().copied());
    let axis = Axis::over(all, desk.as_of());
    let bars = known.iter().map(|(subject, of, schedule, _)| Bar {
        title: title(desk, *subject),
        strip: strip(*of, schedule, axis),
    });
    let bars: Vec<Bar> = bars.collect();
    (!bars.is_empty()).then(|| picture(desk, &bars, axis))
}

fn title(desk: &Desk<'_>, subject: Subject) -> Vec<String> {
    let facts = subject.facts(desk);
    let light = facts.map(|facts| desk.words.of("light", facts.light.word()));
    let title = super::cell::part(desk, subject.reference()).text;
    let mark = desk.words.plain("note-mark");
    let text = format!("{title}{mark}{}", light.unwrap_or_default());
    wrapped(&text, RIGHT - LEFT, LETTER)
}

fn picture(desk: &Desk<'_>, bars: &[Bar], axis: Axis) -> Picture {
    let mut rows = Vec::new();
    let mut bottom = TOP;
    for bar in bars {
        rows.extend(drawn(bar, bottom));
        bottom += height(bar);
    }
    let mut shapes = scale(axis, bottom);
    shapes.extend(rows);
    let today = LEFT + axis.along(desk.as_of(), RIGHT - LEFT);
    shapes.push(path("today", format!("M{today} 20V{bottom}")));
    let anchor = if today > WIDTH / 2 { "end" } else { "start" };
    let day = desk.words.day(desk.as_of());
    let said = desk.words.with("picture-as-of", "date", &day);
    shapes.push(label(("label", anchor), (today, 14), &said));
    Picture {
        title: desk.words.plain("live-title-timeline"),
        description: desk.words.count("picture-timeline", bars.len()),
        width: WIDTH,
        height: bottom + 6,
        shapes,
        legend: legend(desk, bars),
    }
}

fn height(bar: &Bar) -> i64 {
    let lines = i64::try_from(bar.title.len()).unwrap_or(1);
    lines * LINE + ROW
}

/// Lines at the months, with their dates where there is room for them.
fn scale(axis: Axis, bottom: i64) -> Vec<Shape> {
    let ticks = axis.ticks(RIGHT - LEFT, TICK).into_iter();
    let shapes = ticks.flat_map(|day| {
        let x = LEFT + axis.along(day, RIGHT - LEFT);
        let line = path("grid", format!("M{x} 34V{bottom}"));
        let month = &day.to_string()[..7];
        let text = label(("tick", "start"), (x + 3, 38), month);
        let has_room = x + TICK <= WIDTH;
        [Some(line), Some(text).filter(|_| has_room)]
    });
    shapes.flatten().collect()
}

/// Where a place of [`WHOLE`] is on this drawing.
fn x(place: i64) -> i64 {
    LEFT + place * (RIGHT - LEFT) / WHOLE
}

fn drawn(bar: &Bar, top: i64) -> Vec<Shape> {
    let lines = (1..).zip(&bar.title);
    let mut shapes: Vec<Shape> = lines
        .map(|(number, text)| {
            label(
                ("row-label", "start"),
                (LEFT, top + number * LINE - 2),
                text,
            )
        })
        .collect();
    let y = top + height(bar) - ROW + 4;
    for piece in &bar.strip.pieces {
        shapes.extend(length(piece, y));
    }
    for (kind, place) in &bar.strip.signs {
        shapes.extend(sign(*kind, (x(*place), y + BAR / 2)));
    }
    shapes
}

fn length(piece: &Piece, y: i64) -> Vec<Shape> {
    let (from, to) = (x(piece.from), x(piece.to));
    let field = (from, y, (to - from).max(2), BAR);
    match piece.kind {
        PieceKind::Span => vec![path("room", oblong(field)), path("edge", oblong(field))],
        PieceKind::Open => vec![
            path("room", oblong(field)),
            path("edge open", oblong(field)),
        ],
        PieceKind::Done => vec![path("done", oblong((field.0, y + 3, field.2, BAR - 6)))],
        PieceKind::Late => vec![
            path("late", slanted(field, 5, true)),
            path("edge", oblong(field)),
        ],
        PieceKind::Forecast => vec![path("edge open", oblong(field))],
        PieceKind::Pause => vec![
            path("pause", upright(field, 5)),
            path("edge", oblong(field)),
        ],
    }
}

/// About a point.
fn sign(kind: SignKind, (x, y): (i64, i64)) -> Vec<Shape> {
    let at = (x, y);
    let inner = |class: &str| path(class, diamond(at, 6));
    let outer = || path("stone", diamond(at, 9));
    let struck = || path("original", cross(at, 3));
    let crossed = || path("cut", cross(at, 3));
    match kind {
        SignKind::Original => {
            let line = format!("M{x} {}v{}M{} {}l10 -10", y - 10, 20, x - 5, y + 5);
            vec![path("original", line)]
        }
        SignKind::Stone => vec![inner("stone")],
        SignKind::StoneMet => vec![inner("stone met")],
        SignKind::StoneMetLate => vec![inner("stone met"), crossed()],
        SignKind::StoneLate => vec![inner("stone"), struck()],
        SignKind::KeyStone => vec![outer(), inner("stone")],
        SignKind::KeyStoneMet => vec![outer(), inner("stone met")],
        SignKind::KeyStoneMetLate => vec![outer(), inner("stone met"), crossed()],
        SignKind::KeyStoneLate => vec![outer(), inner("stone"), struck()],
        SignKind::Finished => {
            let tick = format!("M{} {y}l4 5l7 -11", x - 5);
            vec![path("halo", tick.clone()), path("tick-sign", tick)]
        }
        SignKind::Cancelled => vec![path("halo", cross(at, 5)), path("tick-sign", cross(at, 5))],
        SignKind::Expected => {
            let down = format!("M{} {}h10l-5 7z", x - 5, y - BAR / 2 - 3);
            vec![path("stone", down)]
        }
        SignKind::Onward => {
            let ahead = format!("M{} {}l6 6l-6 6", x - 8, y - 6);
            vec![path("tick-sign", ahead)]
        }
        SignKind::Before => twice(format!("M{} {}l-6 6l6 6m7 -12l-6 6l6 6", x + 7, y - 6)),
        SignKind::Beyond => twice(format!("M{} {}l6 6l-6 6m-7 -12l6 6l-6 6", x - 7, y - 6)),
    }
}

/// Free of what lies below.
fn twice(line: String) -> Vec<Shape> {
    vec![path("halo", line.clone()), path("tick-sign", line)]
}

/// What stands for what, of that which is drawn.
fn legend(desk: &Desk<'_>, bars: &[Bar]) -> Vec<Sign> {
    let entry = |id: &str, shapes: Vec<Shape>| Sign {
        text: desk.words.plain(id),
        shapes,
    };
    let has_piece = |kind: PieceKind| {
        let mut all = bars.iter().flat_map(|bar| &bar.strip.pieces);
        all.any(|piece| piece.kind == kind)
    };
    let has_sign = |kind: SignKind| {
        let mut all = bars.iter().flat_map(|bar| &bar.strip.signs);
        all.any(|(other, _)| *other == kind)
    };
    let mut legend = vec![entry("picture-span", span_sign())];
    for (kind, id) in PIECES {
        if has_piece(kind) {
            legend.push(entry(id, piece_sign(kind)));
        }
    }
    for (kind, id) in SIGNS {
        if has_sign(kind) {
            legend.push(entry(id, sign(kind, (13, 6))));
        }
    }
    let today = path("today", "M13 0v12".to_owned());
    legend.push(entry("picture-today", vec![today]));
    legend
}

const PIECES: [(PieceKind, &str); 4] = [
    (PieceKind::Open, "timeline-open"),
    (PieceKind::Late, "timeline-slip"),
    (PieceKind::Forecast, "timeline-to-forecast"),
    (PieceKind::Pause, "timeline-pause"),
];

const SIGNS: [(SignKind, &str); 15] = [
    (SignKind::Original, "picture-original"),
    (SignKind::Stone, "picture-stone"),
    (SignKind::StoneMet, "picture-stone-met"),
    (SignKind::StoneMetLate, "picture-stone-met-late"),
    (SignKind::StoneLate, "picture-stone-late"),
    (SignKind::KeyStone, "picture-key-stone"),
    (SignKind::KeyStoneMet, "picture-key-stone-met"),
    (SignKind::KeyStoneMetLate, "picture-key-stone-met-late"),
    (SignKind::KeyStoneLate, "picture-key-stone-late"),
    (SignKind::Expected, "picture-expected"),
    (SignKind::Finished, "picture-finished"),
    (SignKind::Cancelled, "picture-cancelled"),
    (SignKind::Onward, "picture-onward"),
    (SignKind::Before, "picture-before"),
    (SignKind::Beyond, "picture-beyond"),
];

/// The field of a sign of the legend.
const FIELD: (i64, i64, i64, i64) = (1, 1, 24, 10);

fn span_sign() -> Vec<Shape> {
    vec![
        path("room", oblong(FIELD)),
        path("done", oblong((1, 3, 12, 6))),
        path("edge", oblong(FIELD)),
    ]
}

fn piece_sign(kind: PieceKind) -> Vec<Shape> {
    let edge = path("edge", oblong(FIELD));
    match kind {
        PieceKind::Late => vec![path("late", slanted(FIELD, 5, true)), edge],
        PieceKind::Pause => vec![path("pause", upright(FIELD, 5)), edge],
        _ => vec![path("edge open", oblong(FIELD))],
    }
}
