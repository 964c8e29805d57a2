//! Parts that several views share.


use serde::Serialize;

use crate::date::Date;
use crate::decimal::Decimal;
use crate::derive::{Count, ItemFacts, Rate, RollUp};
use crate::messages::Arg;
use crate::model::{Item, Light, Pace, State};
use crate::site::desk::Desk;

/// A name, with an address when its record has a page in this site at D.
#[derive(Debug, Clone, Default, Serialize, PartialEq, Eq)]
pub(crate) struct Link {
    pub(crate) text: String,
    /// Empty: text alone.
    pub(crate) href: String,
    /// This audience may not see what stands here.
    pub(crate) hidden: bool,
}

impl Link {
    pub(crate) fn new(text: &str, href: String) -> Link {
        let text = text.to_owned();
        let hidden = false;
        Link { text, href, hidden }
    }

    pub(crate) fn text(text: &str) -> Link {
        Link::new(text, String::new())
    }
}

/// A file to open or keep.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Download {
    pub(crate) title: String,
    pub(crate) href: String,
    /// Its kind and size in words.
    pub(crate) note: String,
}

/// A light: `word` for classes, `label` for readers.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct LightView {
    pub(crate) word: String,
    pub(crate) label: String,
}

/// A figure that counts, with the words for what it counts.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Tally {
    pub(crate) word: String,
    pub(crate) label: String,
    pub(crate) count: String,
    /// Of all, for lights: `10.1%`; empty elsewhere and when nothing is counted.
    pub(crate) share: String,
    /// Nothing was counted.
    pub(crate) zero: bool,
}

/// A rate: `66.67%` and `14/21`.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct RateView {
    pub(crate) percent: String,
    /// Empty when nothing is in the denominator.
    pub(crate) of: String,
}

/// The geometry of a bar of progress: numbers from 0 to 100 for SVG attributes.
#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct Bar {
    pub(crate) actual: String,
    /// Empty when nothing was planned.
    pub(crate) planned: String,
    /// The same in words.
    pub(crate) text: String,
}

/// One line of a table of items.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Row {
    pub(crate) id: String,
    pub(crate) title: Link,
    /// `task`, `parent` (not counted) or `decision`.
    pub(crate) kind: &'static str,
    /// Under its parents in this table; 0 at the root.
    pub(crate) depth: usize,
    /// Its children follow in this table.
    pub(crate) heads: bool,
    pub(crate) lead: Link,
    /// ISO; empty for ongoing items.
    pub(crate) due: String,
    /// What is to be said of the limit: ongoing, or the original date.
    pub(crate) due_note: String,
    pub(crate) actual: String,
    pub(crate) planned: String,
    pub(crate) gap: String,
    pub(crate) state: String,
    pub(crate) light: LightView,
    /// The first reason of the light.
    pub(crate) reason: String,
    /// ISO, of the last progress entry; empty without one.
    pub(crate) reported: String,
    /// Empty when not overdue.
    pub(crate) days_overdue: String,
    pub(crate) days_to_due: String,
    pub(crate) key: bool,
}

/// The figures of a set of items.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Summary {
    pub(crate) total: String,
    pub(crate) empty: bool,
    pub(crate) cancelled: String,
    pub(crate) ongoing: String,
    /// Something is left out of the rates.
    pub(crate) some_excluded: bool,
    pub(crate) lights: Vec<Tally>,
    pub(crate) states: Vec<Tally>,
    pub(crate) paces: Vec<Tally>,
    pub(crate) due_soon: String,
    pub(crate) stale: String,
    pub(crate) overdue: String,
    pub(crate) start: RateView,
    pub(crate) completion: RateView,
    pub(crate) on_time: RateView,
    pub(crate) overdue_rate: RateView,
    pub(crate) closure: RateView,
    pub(crate) reporting: RateView,
    pub(crate) progress: String,
    pub(crate) bar: Bar,
}

/// A named set with its figures: one line of a scorecard.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Score {
    pub(crate) name: Link,
    /// Depth in a tree, 0 at its root.
    pub(crate) depth: usize,
    pub(crate) summary: Summary,
}

pub(crate) fn summary(desk: &Desk<'_>, set: &RollUp) -> Summary {
    let words = desk.words;
    Summary {
        total: set.total.to_string(),
        empty: set.total == 0,
        cancelled: set.excluded_cancelled.to_string(),
        ongoing: set.excluded_ongoing.to_string(),
        some_excluded: set.excluded_cancelled + set.excluded_ongoing > 0,
        lights: light_tallies(desk, set),
        states: tallies(desk, "state", &State::ALL.map(State::word), &set.by_state),
        paces: tallies(desk, "pace", &Pace::ALL.map(Pace::word), &set.by_pace),
        due_soon: set.due_soon.to_string(),
        stale: set.stale.to_string(),
        overdue: set.overdue.count.to_string(),
        start: rate(desk, set.start),
        completion: rate(desk, set.completion),
        on_time: rate(desk, set.on_time),
        overdue_rate: rate(desk, set.overdue),
        closure: rate(desk, set.closure),
        reporting: rate(desk, set.report),
        progress: words.percent_cell(set.weighted_progress),
        bar: bar(desk, set.weighted_progress, None),
    }
}

fn light_tallies(desk: &Desk<'_>, set: &RollUp) -> Vec<Tally> {
    let lights = desk.lights_in_force().into_iter();
    let shares = set.light_shares(desk.report.project.rules.shares_add_up);
    let share = |light: Light| {
        Light::ALL
            .iter()
            .zip(&shares)
            .find(|(one, _)| **one == light)
    };
    lights
        .map(|light| Tally {
            share: desk.words.share(share(light).and_then(|(_, share)| *share)),
            ..tally(desk, "light", light.word(), set.lights(light))
        })
        .collect()
}

fn tallies(desk: &Desk<'_>, family: &str, of: &[&str], counts: &[u32]) -> Vec<Tally> {
    of.iter()
        .zip(counts)
        .map(|(word, count)| tally(desk, family, word, *count))
        .collect()
}

fn tally(desk: &Desk<'_>, family: &str, word: &str, count: u32) -> Tally {
    Tally {
        word: word.replace('_', "-"),
        label: desk.words.of(family, word),
        count: count.to_string(),
        share: String::new(),
        zero: count == 0,
    }
}

pub(crate) fn rate(desk: &Desk<'_>, rate: Rate) -> RateView {
    RateView {
        percent: desk.words.percent_cell(rate.percent),
        of: if rate.of == 0 {
            String::new()
        } else {
            format!("{}/{}", rate.count, rate.of)
        },
    }
}

pub(crate) fn bar(desk: &Desk<'_>, actual: Option<Decimal>, planned: Option<Decimal>) -> Bar {
    let drawn = |figure: Decimal| figure.max(Decimal::ZERO).min(Decimal::HUNDRED).to_string();
    let values = [
        ("actual", desk.words.percent(actual)),
        ("planned", desk.words.percent(planned)),
    ];
    let values = values
        .each_ref()
        .map(|(name, text)| (*name, Arg::Text(text)));
    let id = if planned.is_some() {
        "bar-both"
    } else {
        "bar-actual"
    };
    Bar {
        actual: drawn(actual.unwrap_or_default()),
        planned: planned.map(drawn).unwrap_or_default(),
        text: desk.words.say(id, &values),
    }
}

/// The line of a task or of a decision; none when it does not exist at D or has no facts.
pub(crate) fn row(desk: &Desk<'_>, count: Count) -> Option<Row> {
    let project = desk.report.project;
    match count {
        Count::Task(key) => {
            let task = project.tasks.at(key, desk.as_of());
            let facts = desk.task_facts(key)?;
            let mut row = item_row(desk, &task.item, facts);
            row.id.clone_from(&task.head.id);
            row.title = desk.task(key);
            row.key = task.key;
            if !desk.report.children[key.place()].is_empty() {
                row.kind = "parent";
            }
            Some(row)
        }
        Count::Decision(key) => {
            let decision = project.decisions.at(key, desk.as_of());
            let facts = desk.decision_facts(key)?;
            let mut row = item_row(desk, decision.action.as_ref()?, facts);
            row.id.clone_from(&decision.head.id);
            row.title = desk.decision(key);
            row.kind = "decision";
            Some(row)
        }
    }
}

fn item_row(desk: &Desk<'_>, item: &Item, facts: &ItemFacts) -> Row {
    let words = desk.words;
    let optional = |n: Option<u32>| n.map(|n| n.to_string()).unwrap_or_default();
    let runs = facts.state != State::Cancelled;
    Row {
        id: String::new(),
        title: Link::default(),
        kind: "task",
        depth: 0,
        heads: false,
        lead: desk.seen_unit(item.lead),
        due: iso(facts.effective_due),
        due_note: due_note(desk, facts),
        actual: words.percent(facts.actual),
        planned: words.percent(facts.planned.filter(|_| runs)),
        gap: facts
            .gap
            .filter(|_| runs)
            .map(signed)
            .unwrap_or_else(|| words.plain("no-figure")),
        state: words.of("state", facts.state.word()),
        light: desk.light(facts.light),
        reason: facts
            .reasons
            .first()
            .map(|reason| super::item::reason(desk, reason))
            .unwrap_or_default(),
        reported: iso(desk.last_report(item, facts)),
        days_overdue: optional(Some(facts.days_overdue).filter(|n| *n > 0)),
        days_to_due: optional(facts.days_to_due),
        key: false,
    }
}

pub(crate) fn due_note(desk: &Desk<'_>, facts: &ItemFacts) -> String {
    match (facts.original_due, facts.effective_due) {
        (_, None) => desk.words.plain("ongoing"),
        (Some(original), Some(effective)) if original != effective => {
            desk.words.with("originally", "date", &original.to_string())
        }
        _ => String::new(),
    }
}

/// P − A* as readers take it: behind is negative.
pub(crate) fn signed(gap: Decimal) -> String {
    let shown = -gap;
    if shown.is_positive() {
        format!("+{shown}")
    } else {
        shown.to_string().replace('-', "−")
    }
}

pub(crate) fn iso(date: Option<Date>) -> String {
    date.map(|d| d.to_string()).unwrap_or_default()
}
