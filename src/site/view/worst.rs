//! The worst light below a unit or a parent task, with the items that cause it.

use serde::Serialize;

use crate::derive::{Above, Count, Worst, worst_below};
use crate::messages::Arg;
use crate::model::Light;
use crate::site::desk::Desk;
use crate::site::words::number;

use super::parts::{LightView, Link};

/// How many causes the note of a row names.
const FEW: usize = 3;

/// How many the page of a unit or a task names: they stand in one sentence.
const MANY: usize = 100;

#[derive(Debug, Clone, Serialize)]
pub(crate) struct WorstView {
    pub(crate) light: LightView,
    /// Those with this light; none where it calls for nothing.
    pub(crate) causes: Vec<Link>,
    /// How many more there are; empty where all are named.
    pub(crate) more: String,
}

pub(crate) fn worst(desk: &Desk<'_>, above: Above) -> Option<WorstView> {
    let worst = worst_below(desk.report, above)?;
    let causes = match calls(worst.light) {
        true => &worst.causes[..],
        false => &[],
    };
    let shown = causes.iter().take(MANY);
    Some(WorstView {
        light: desk.light(worst.light),
        more: match causes.len().saturating_sub(MANY) {
            0 => String::new(),
            left => desk.words.count("worst-below-more", left),
        },
        causes: shown.map(|one| cause(desk, *one)).collect(),
    })
}

/// The same as the note of a row: the light and the first of its causes; empty where it calls for nothing.
pub(crate) fn worst_note(desk: &Desk<'_>, above: Above) -> String {
    let Some(Worst { light, causes }) =
        worst_below(desk.report, above).filter(|worst| calls(worst.light))
    else {
        return String::new();
    };
    let words = desk.words;
    let few = causes.iter().take(FEW);
    let names: Vec<String> = few.map(|one| cause(desk, *one).text).collect();
    let names = words.list(&names);
    let light = words.of("light", light.word());
    let values = [
        ("light", Arg::Text(light.as_str())),
        ("names", Arg::Text(&names)),
        ("left", number(causes.len().saturating_sub(FEW))),
    ];
    words.say("worst-below-note", &values)
}

/// Something is to be done about it.
fn calls(light: Light) -> bool {
    matches!(light, Light::Red | Light::Orange | Light::Yellow)
}

fn cause(desk: &Desk<'_>, count: Count) -> Link {
    match count {
        Count::Task(key) => desk.task(key),
        Count::Decision(key) => desk.decision(key),
    }
}
