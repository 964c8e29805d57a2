//! One item laid out along a line: lengths and signs, at places of [`WHOLE`](super::WHOLE).

use std::cmp::Ordering;

use crate::decimal::Decimal;
use crate::derive::{ItemFacts, MilestoneFacts, Schedule};
use crate::model::{Item, Milestone};
use crate::site::view::axis::Axis;

use super::{WHOLE, days as days_of};

/// The least length that can be seen.
const LEAST: i64 = 30;

/// Later ones lie above.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Strip {
    pub(crate) pieces: Vec<Piece>,
    pub(crate) signs: Vec<(SignKind, i64)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) kind: PieceKind,
    pub(crate) from: i64,
    pub(crate) to: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PieceKind {
    /// From the start to the limit in force.
    Span,
    /// The same where the start or the limit is not known, or there is no limit.
    Open,
    /// As much of it as has been done.
    Done,
    /// Past the limit in force.
    Late,
    /// From the limit to the day that is expected.
    Forecast,
    Pause,
}

impl PieceKind {
    pub(crate) fn word(self) -> &'static str {
        match self {
            PieceKind::Span => "span",
            PieceKind::Open => "open",
            PieceKind::Done => "done",
            PieceKind::Late => "late",
            PieceKind::Forecast => "forecast",
            PieceKind::Pause => "pause",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SignKind {
    /// The limit before it was extended, struck.
    Original,
    Stone,
    StoneMet,
    /// Done after its day.
    StoneMetLate,
    StoneLate,
    KeyStone,
    KeyStoneMet,
    KeyStoneMetLate,
    KeyStoneLate,
    Finished,
    Cancelled,
    Expected,
    /// It goes on without an end.
    Onward,
    /// Some of its days lie before the axis, or after it.
    Before,
    Beyond,
}

impl SignKind {
    pub(crate) fn word(self) -> &'static str {
        match self {
            SignKind::Original => "original",
            SignKind::Stone => "stone",
            SignKind::StoneMet => "stone-met",
            SignKind::StoneMetLate => "stone-met-late",
            SignKind::StoneLate => "stone-late",
            SignKind::KeyStone => "key-stone",
            SignKind::KeyStoneMet => "key-stone-met",
            SignKind::KeyStoneMetLate => "key-stone-met-late",
            SignKind::KeyStoneLate => "key-stone-late",
            SignKind::Finished => "finished",
            SignKind::Cancelled => "cancelled",
            SignKind::Expected => "expected",
            SignKind::Onward => "onward",
            SignKind::Before => "before",
            SignKind::Beyond => "beyond",
        }
    }
}

pub(crate) fn stone(stone: &Milestone, facts: &MilestoneFacts) -> SignKind {
    let is_late = facts.overdue || facts.days_late > 0;
    match (stone.key, facts.done_on.is_some(), is_late) {
        (false, true, false) => SignKind::StoneMet,
        (false, true, true) => SignKind::StoneMetLate,
        (false, false, true) => SignKind::StoneLate,
        (false, false, false) => SignKind::Stone,
        (true, true, false) => SignKind::KeyStoneMet,
        (true, true, true) => SignKind::KeyStoneMetLate,
        (true, false, true) => SignKind::KeyStoneLate,
        (true, false, false) => SignKind::KeyStone,
    }
}

pub(crate) fn strip((item, facts): (&Item, &ItemFacts), days: &Schedule, axis: Axis) -> Strip {
    let mut strip = Strip::default();
    let along = |day| axis.along(day, WHOLE);
    let mut add = |kind: PieceKind, from: i64, to: i64| {
        let to = to.max(from + LEAST).min(WHOLE);
        let from = from.min(to - LEAST);
        strip.pieces.push(Piece { kind, from, to });
    };
    let from = days.start.map(along);
    let to = days.due.map(along);
    if from.is_some() || to.is_some() {
        let kind = match (from, to) {
            (Some(_), Some(_)) => PieceKind::Span,
            _ => PieceKind::Open,
        };
        let end = days.finished.or(days.cancelled).map(along);
        let to = to.or(end).unwrap_or(WHOLE);
        add(kind, from.unwrap_or(0), to);
    }
    if let (Some(from), Some(to)) = (from, to) {
        let done = (to - from) * whole(facts.credited).clamp(0, 100) / 100;
        if done > 0 {
            add(PieceKind::Done, from, from + done);
        }
    }
    for pause in &days.pauses {
        add(PieceKind::Pause, along(pause.from), along(pause.to));
    }
    if let Some(slip) = days.slip {
        add(PieceKind::Late, along(slip.from), along(slip.to));
    }
    if let (Some(due), Some(forecast)) = (days.due, days.forecast)
        && forecast.days_late > 0
    {
        let from = days.slip.map_or(due, |slip| slip.to);
        if from < forecast.on {
            add(PieceKind::Forecast, along(from), along(forecast.on));
        }
    }
    strip.signs = signs((item, facts), days, axis);
    strip
}

fn signs((item, facts): (&Item, &ItemFacts), days: &Schedule, axis: Axis) -> Vec<(SignKind, i64)> {
    let is_open = days.finished.is_none() && days.cancelled.is_none();
    let goes_on = facts.ongoing && days.start.is_some() && is_open;
    let forecast = days.forecast.map(|forecast| forecast.on);
    let sides: Vec<Ordering> = days_of(item, days)
        .into_iter()
        .map(|day| axis.side(day))
        .collect();
    let days = [
        (SignKind::Original, days.original),
        (SignKind::Expected, forecast),
        (SignKind::Finished, days.finished),
        (SignKind::Cancelled, days.cancelled),
    ];
    let days = days
        .into_iter()
        .filter_map(|(kind, day)| Some((kind, day?)));
    let stones = item.milestones.iter().zip(&facts.milestones);
    let stones = stones.map(|(one, facts)| (stone(one, facts), one.due));
    let signs = days.chain(stones);
    let signs = signs.filter(|(_, day)| axis.side(*day) == Ordering::Equal);
    let signs = signs.map(|(kind, day)| (kind, axis.along(day, WHOLE)));
    let off = [
        (Ordering::Less, (SignKind::Before, 0)),
        (Ordering::Greater, (SignKind::Beyond, WHOLE)),
    ];
    let off = off.into_iter().filter(|(side, _)| sides.contains(side));
    let onward = goes_on.then_some((SignKind::Onward, WHOLE));
    signs
        .chain(onward)
        .chain(off.map(|(_, sign)| sign))
        .collect()
}

pub(crate) fn whole(percent: Decimal) -> i64 {
    percent.round(0).to_string().parse().unwrap_or(0)
}
