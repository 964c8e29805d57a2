//! What the ledger came to in two editions, side by side, as both were frozen.

use serde::Serialize;

use crate::frozen::Edition;
use crate::model::{Bulletin, Key, Light};
use crate::site::desk::Desk;

use super::bulletin::edition;

/// A figure of this edition beside the same of the one before.
#[derive(Debug, Serialize)]
pub(crate) struct Move {
    pub(crate) label: String,
    pub(crate) was: String,
    pub(crate) is: String,
    pub(crate) same: bool,
}

/// What the ledger came to in this edition and in an earlier one.
pub(super) fn moves(
    desk: &Desk<'_>,
    previous: Option<Key<Bulletin>>,
    now: Option<&Edition>,
) -> Vec<Move> {
    let shelf = &desk.report.project.bulletins;
    let then = previous.and_then(|key| edition(desk, &shelf.chronicle(key).now));
    let (Some(then), Some(now)) = (then, now) else {
        return Vec::new();
    };
    let words = desk.words;
    let percent = |figure: &String| match figure.is_empty() {
        true => words.plain("no-figure"),
        false => format!("{figure}%"),
    };
    let mut moves = Vec::new();
    let mut tell = |name: &str, label: String, show: &dyn Fn(&String) -> String| {
        if let (Some(was), Some(is)) = (then.counts.get(name), now.counts.get(name)) {
            let same = was == is;
            let (was, is) = (show(was), show(is));
            moves.push(Move {
                label,
                was,
                is,
                same,
            });
        }
    };
    tell("total", words.plain("edition-total"), &String::clone);
    for name in ["completion_rate", "weighted_progress"] {
        tell(name, words.of("edition", name), &percent);
    }
    for light in Light::ALL {
        let name = format!("light.{}", light.word());
        let is_zero = |edition: &Edition| edition.counts.get(&name).is_none_or(|n| n == "0");
        if !is_zero(then) || !is_zero(now) {
            tell(&name, words.of("light", light.word()), &String::clone);
        }
    }
    tell("overdue", words.plain("edition-overdue"), &String::clone);
    moves
}
