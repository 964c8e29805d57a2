//! What is done of each task against what was planned of it by now.

use crate::derive::{Count, ItemFacts};
use crate::messages::Arg;
use crate::model::State;
use crate::site::desk::Desk;
use crate::site::view::chart::label::width;
use crate::site::view::live::Picture;
use crate::site::view::live::picture::{Shape, Sign, label, oblong, path};
use crate::site::view::overview::facts;
use crate::site::view::parts::along;

use super::{EDGE, FIELD, ROWS, TOP, of_rows, row_name, rows, titled};

/// A title with its figures on a line of their own, and the bar below it.
const ROW: i64 = 44;
const BAR: i64 = 16;
/// Of a list: those that are furthest behind.
const FEW: usize = 10;

/// Items in the order of their table: the children of a task.
pub(crate) fn progress_bars(desk: &Desk<'_>, of: &str, items: &[Count]) -> Option<Picture> {
    let known = items
        .iter()
        .filter_map(|count| Some((*count, facts(desk, *count)?)))
        .filter(|(_, facts)| facts.state != State::Cancelled)
        .filter(|(_, facts)| facts.actual.is_some() || facts.planned.is_some());
    let known: Vec<(Count, &ItemFacts)> = known.collect();
    drawn(desk, ("progress-bars-said", of), (&known, ROWS))
}

/// Of a list those that fall short of their plan, the furthest behind first.
pub(crate) fn behind_bars(desk: &Desk<'_>, of: &str, items: &[Count]) -> Option<Picture> {
    let known = items
        .iter()
        .filter_map(|count| Some((*count, facts(desk, *count)?)))
        .filter(|(_, facts)| facts.in_ledger && facts.gap.is_some_and(|gap| gap.is_positive()));
    let mut known: Vec<(Count, &ItemFacts)> = known.collect();
    known.sort_by_key(|(_, facts)| std::cmp::Reverse(facts.gap));
    drawn(desk, ("behind-bars-said", of), (&known, FEW))
}

fn drawn(
    desk: &Desk<'_>,
    (said, of): (&str, &str),
    (items, most): (&[(Count, &ItemFacts)], usize),
) -> Option<Picture> {
    let first = &items[..items.len().min(most)];
    if first.is_empty() {
        return None;
    }
    let mut shapes = Vec::new();
    for (top, (count, facts)) in (0..).map(|place| TOP + place * ROW).zip(first) {
        shapes.extend(row(desk, (*count, facts), top));
    }
    let id = if said == "behind-bars-said" {
        "behind-bars"
    } else {
        "progress-bars"
    };
    Some(Picture {
        title: titled(desk, id, of),
        legend: legend(desk),
        ..of_rows(
            desk,
            (said, first.len(), items.len()),
            (TOP + rows(first.len()) * ROW, shapes),
        )
    })
}

fn row(desk: &Desk<'_>, (count, facts): (Count, &ItemFacts), top: i64) -> Vec<Shape> {
    let title = match count {
        Count::Task(key) => desk.task(key).text,
        Count::Decision(key) => desk.decision(key).text,
    };
    let actual = desk.words.percent(facts.actual);
    let planned = desk.words.percent(facts.planned);
    let values = [
        ("actual", Arg::Text(&actual)),
        ("planned", Arg::Text(&planned)),
    ];
    let figures = desk.words.say("progress-figures", &values);
    let bar = (EDGE, top + 20, FIELD, BAR);
    let mut shapes = vec![
        row_name(&title, top, FIELD - width(&figures) - 12),
        label(("row-label", "end"), (EDGE + FIELD, top + 14), &figures),
        path("room", oblong(bar)),
    ];
    if let Some(actual) = facts.actual {
        let done = (EDGE, top + 23, along(actual, FIELD), BAR - 6);
        shapes.push(path("done", oblong(done)));
    }
    shapes.push(path("edge", oblong(bar)));
    if let Some(planned) = facts.planned {
        let x = EDGE + along(planned, FIELD);
        shapes.push(path("planned", format!("M{x} {}v{}", top + 19, BAR + 3)));
    }
    shapes
}

fn legend(desk: &Desk<'_>) -> Vec<Sign> {
    let sign = |id: &str, shapes: Vec<Shape>| Sign {
        text: desk.words.plain(id),
        shapes,
    };
    vec![
        sign("column-actual", vec![path("done", oblong((1, 2, 24, 8)))]),
        sign(
            "column-planned",
            vec![path("planned", "M13 0v12".to_owned())],
        ),
    ]
}
