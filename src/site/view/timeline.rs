//! The timeline: each line of the ledger with a strip that shows when it runs, by area.

mod strip;
#[cfg(test)]
mod tests;

use std::cmp::Ordering;

use serde::Serialize;

use crate::date::Date;
use crate::decimal::Decimal;
use crate::derive::{Count, ItemFacts, Schedule, schedule};
use crate::messages::Arg;
use crate::model::{Area, Item, Key};
use crate::site::desk::Desk;
use crate::site::route::Page;

use super::axis::{Axis, percent};
use super::figure::standing;
use super::ledger::{Part, heading};
use super::live::{LedgerGroup, milestone_said};
use super::parts::{LightView, Link, row};
use super::sheets::{Sheet, anchor, count, listed, on_sheet, place_of, sheets};

pub(crate) use strip::{Piece, PieceKind, SignKind, Strip, strip};

/// Places on the line are counted in parts of this.
pub(crate) const WHOLE: i64 = 10_000;

/// How far labels stand apart, and the last place where one begins: on a line of 560 units, and on one of 330.
const WIDE: (i64, i64) = (1000, 9050);
const NARROW: (i64, i64) = (1800, 8400);

#[derive(Debug, Serialize)]
pub(crate) struct TimelineView {
    /// What is drawn, and how many lines of it.
    pub(crate) said: String,
    /// None where nothing is drawn on this page.
    pub(crate) axis: Option<AxisView>,
    pub(crate) groups: Vec<GroupView>,
    /// Pages of a timeline that is split; empty when it stands on this page.
    pub(crate) parts: Vec<Part>,
    pub(crate) back: Link,
}

#[derive(Debug, Serialize)]
pub(crate) struct AxisView {
    pub(crate) ticks: Vec<TickView>,
    pub(crate) today: String,
    pub(crate) today_text: String,
    /// `start` or `end`: to which side of today its text stands.
    pub(crate) anchor: &'static str,
}

#[derive(Debug, Serialize)]
pub(crate) struct TickView {
    pub(crate) x: String,
    /// Empty: a line without a label.
    pub(crate) text: String,
    /// `wide` or `narrow`: where its label has room; empty: everywhere.
    pub(crate) only: &'static str,
}

#[derive(Debug, Serialize)]
pub(crate) struct GroupView {
    pub(crate) anchor: String,
    pub(crate) heading: Link,
    pub(crate) lines: String,
    pub(crate) rows: Vec<LineView>,
}

#[derive(Debug, Serialize)]
pub(crate) struct LineView {
    pub(crate) depth: usize,
    /// A parent: it is not counted.
    pub(crate) heads: bool,
    pub(crate) title: Link,
    pub(crate) id: String,
    pub(crate) key: bool,
    pub(crate) lead: Link,
    pub(crate) light: LightView,
    pub(crate) state: String,
    pub(crate) actual: String,
    /// From its start to the limit in force.
    pub(crate) span: String,
    /// The limit before it was extended.
    pub(crate) original: String,
    /// What else is to be said of its days.
    pub(crate) notes: Vec<String>,
    pub(crate) pieces: Vec<PieceView>,
    pub(crate) signs: Vec<SignView>,
    pub(crate) stones: Vec<StoneView>,
}

/// A length of the strip.
#[derive(Debug, Serialize)]
pub(crate) struct PieceView {
    pub(crate) kind: &'static str,
    pub(crate) x: String,
    pub(crate) width: String,
}

/// A sign at a day.
#[derive(Debug, Serialize)]
pub(crate) struct SignView {
    pub(crate) kind: &'static str,
    pub(crate) x: String,
}

#[derive(Debug, Serialize)]
pub(crate) struct StoneView {
    /// The sign that stands for it on the strip.
    pub(crate) kind: &'static str,
    pub(crate) key: bool,
    pub(crate) said: String,
}

pub(crate) fn timeline(desk: &Desk<'_>, sheet: Option<Sheet>) -> TimelineView {
    let lines = &desk.index.lines;
    let groups = on_sheet(lines, sheet);
    let axis = axis(desk, &groups);
    let split = !sheets(lines).is_empty();
    let whole = desk.to(Page::Timeline);
    TimelineView {
        said: match (split, sheet) {
            (true, None) => desk.words.plain("timeline-split"),
            _ => desk.words.count("timeline-said", count(&groups)),
        },
        axis: axis.map(|axis| axis_view(desk, axis)),
        groups: axis
            .map(|axis| {
                let groups = groups.iter();
                groups.map(|group| drawn(desk, axis, *group)).collect()
            })
            .unwrap_or_default(),
        parts: match sheet {
            None => listed(desk, |(area, part)| Page::TimelineOf(area, part)),
            Some(_) => Vec::new(),
        },
        back: match sheet {
            None => Link::default(),
            Some(_) => Link::new(&desk.words.plain("timeline-by-area"), whole),
        },
    }
}

/// The pages of the timeline: one, or an index and its sheets.
pub(crate) fn pages(desk: &Desk<'_>) -> Vec<Page> {
    let sheets = sheets(&desk.index.lines).into_iter();
    let sheets = sheets.map(|(area, part)| Page::TimelineOf(area, part));
    [Page::Timeline].into_iter().chain(sheets).collect()
}

/// Where the lines of an area are drawn; nothing where it has none.
pub(crate) fn link_of(desk: &Desk<'_>, area: Key<Area>) -> Link {
    let sheet = |(area, part)| Page::TimelineOf(area, part);
    let place = place_of(desk, area, (Page::Timeline, sheet));
    place
        .map(|place| Link::new(&desk.words.plain("menu-timeline"), place))
        .unwrap_or_default()
}

/// What is known of a line; none of what has no facts.
fn known<'d>(desk: &Desk<'d>, count: Count) -> Option<(&'d Item, &'d ItemFacts)> {
    let (project, day) = (desk.report.project, desk.as_of());
    match count {
        Count::Task(key) => Some((&project.tasks.at(key, day).item, desk.task_facts(key)?)),
        Count::Decision(key) => {
            let action = project.decisions.at(key, day).action.as_ref()?;
            Some((action, desk.decision_facts(key)?))
        }
    }
}

/// The days that a line's drawing has to have room for.
pub(crate) fn days(item: &Item, schedule: &Schedule) -> Vec<Date> {
    let stones = item.milestones.iter().map(|stone| stone.due);
    schedule.days().chain(stones).collect()
}

/// None without a line.
fn axis(desk: &Desk<'_>, groups: &[LedgerGroup<'_>]) -> Option<Axis> {
    let lines = groups.iter().flat_map(|(_, lines)| lines.iter());
    let known = lines.filter_map(|(count, _)| known(desk, *count));
    let mut known = known.peekable();
    known.peek()?;
    let days = known.flat_map(|(item, facts)| days(item, &schedule(item, facts, desk.as_of())));
    Some(Axis::over(days, desk.as_of()))
}

fn axis_view(desk: &Desk<'_>, axis: Axis) -> AxisView {
    let (wide, narrow) = (axis.ticks(WHOLE, WIDE.0), axis.ticks(WHOLE, NARROW.0));
    let mut all: Vec<Date> = wide.iter().chain(&narrow).copied().collect();
    all.sort();
    all.dedup();
    let ticks = all.into_iter().map(|day| {
        let place = axis.along(day, WHOLE);
        let is_wide = wide.contains(&day) && place <= WIDE.1;
        let is_narrow = narrow.contains(&day) && place <= NARROW.1;
        TickView {
            x: percent(place),
            text: if is_wide || is_narrow {
                day.to_string()[..7].to_owned()
            } else {
                String::new()
            },
            only: match (is_wide, is_narrow) {
                (true, false) => "wide",
                (false, true) => "narrow",
                _ => "",
            },
        }
    });
    let today = axis.along(desk.as_of(), WHOLE);
    let day = desk.words.day(desk.as_of());
    AxisView {
        ticks: ticks.collect(),
        today: percent(today),
        today_text: desk.words.with("picture-as-of", "date", &day),
        anchor: if today > WHOLE / 2 { "end" } else { "start" },
    }
}

fn drawn(desk: &Desk<'_>, axis: Axis, (area, lines): LedgerGroup<'_>) -> GroupView {
    let rows = lines.iter();
    GroupView {
        anchor: anchor(desk, area),
        heading: heading(desk, area),
        lines: desk.words.count("lines", lines.len()),
        rows: rows
            .filter_map(|(count, depth)| line(desk, axis, (*count, *depth)))
            .collect(),
    }
}

fn line(desk: &Desk<'_>, axis: Axis, (count, depth): (Count, usize)) -> Option<LineView> {
    let (item, facts) = known(desk, count)?;
    let row = row(desk, count)?;
    let schedule = schedule(item, facts, desk.as_of());
    let strip = strip((item, facts), &schedule, axis);
    let stones = item.milestones.iter().zip(&facts.milestones);
    Some(LineView {
        depth,
        heads: row.kind == "parent",
        title: row.title,
        id: row.id,
        key: row.key,
        lead: row.lead,
        light: LightView {
            trend: "",
            ..row.light
        },
        state: row.state,
        actual: row.actual,
        span: desk.words.span(schedule.start, schedule.due),
        original: desk.words.optional_day(schedule.original),
        notes: off(desk, axis, days(item, &schedule))
            .into_iter()
            .chain(notes(desk, facts, &schedule))
            .collect(),
        pieces: strip.pieces.iter().map(piece_view).collect(),
        signs: strip
            .signs
            .iter()
            .map(|(kind, place)| SignView {
                kind: kind.word(),
                x: percent(*place),
            })
            .collect(),
        stones: stones
            .map(|(stone, facts)| StoneView {
                kind: strip::stone(stone, facts).word(),
                key: stone.key,
                said: milestone_said(desk, stone, facts),
            })
            .collect(),
    })
}

fn piece_view(piece: &Piece) -> PieceView {
    PieceView {
        kind: piece.kind.word(),
        x: percent(piece.from),
        width: percent(piece.to - piece.from),
    }
}

/// The days for which the axis has no room.
fn off(desk: &Desk<'_>, axis: Axis, mut days: Vec<Date>) -> Option<String> {
    days.retain(|day| axis.side(*day) != Ordering::Equal);
    days.sort_unstable();
    days.dedup();
    let days: Vec<String> = days.into_iter().map(|day| desk.words.day(day)).collect();
    let said = || {
        desk.words
            .with("timeline-off", "days", &desk.words.list(&days))
    };
    (!days.is_empty()).then(said)
}

/// What the strip shows beside its two ends, in words.
fn notes(desk: &Desk<'_>, facts: &ItemFacts, schedule: &Schedule) -> Vec<String> {
    let words = desk.words;
    let mut notes = Vec::new();
    if schedule.start.is_none() && schedule.due.is_none() && !facts.ongoing {
        notes.push(words.plain("timeline-undated"));
    }
    if facts.ongoing {
        notes.push(words.plain("ongoing"));
    }
    if let Some(on) = schedule.cancelled {
        notes.push(words.with("timeline-cancelled", "on", &words.day(on)));
        return notes;
    }
    if let Some(on) = schedule.finished.map(|on| words.day(on)) {
        let days = schedule.slip.map_or(0, |slip| slip.days);
        let late = Arg::Number(Decimal::from_whole(days));
        let id = match days {
            0 => "timeline-finished",
            _ => "timeline-finished-late",
        };
        notes.push(words.say(id, &[("on", Arg::Text(&on)), ("days", late)]));
    }
    notes.push(standing(desk, facts));
    if let Some(forecast) = schedule.forecast {
        let on = words.day(forecast.on);
        let days = Decimal::from_whole(forecast.days_late);
        let values = [("on", Arg::Text(&on)), ("days", Arg::Number(days))];
        let id = match forecast.days_late {
            0 => "timeline-forecast",
            _ => "timeline-forecast-late",
        };
        notes.push(words.say(id, &values));
    }
    for pause in &schedule.pauses {
        let to = Some(pause.to).filter(|_| !pause.now);
        let span = words.span(Some(pause.from), to);
        notes.push(words.with("timeline-paused", "span", &span));
    }
    notes.retain(|note| !note.is_empty());
    notes
}
