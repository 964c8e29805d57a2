//! Parts that several views share.

use serde::Serialize;

use crate::date::Date;
use crate::decimal::Decimal;
use crate::derive::{Count, ItemFacts};
use crate::messages::Arg;
use crate::model::{Item, State};
use crate::site::desk::Desk;

pub(crate) use super::summary::{compared, rate, summary};

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
    /// Since the day that the page is compared with: `better`, `same`, `worse`; empty: nothing is said.
    pub(crate) trend: &'static str,
}

/// How a figure stands to that of the day that the page is compared with.
#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct TrendView {
    /// `better`, `same`, `worse`; empty: nothing is said.
    pub(crate) word: &'static str,
    /// By how much it moved, signed; empty when it did not.
    pub(crate) moved: String,
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
    pub(crate) trend: TrendView,
}

/// A rate: `66.67%` and `14/21`.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct RateView {
    pub(crate) percent: String,
    /// Empty when nothing is in the denominator.
    pub(crate) of: String,
    pub(crate) trend: TrendView,
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
    /// `task`, `parent` (not counted), `decision` or `problem`.
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
    pub(crate) stale_trend: TrendView,
    pub(crate) overdue: String,
    pub(crate) overdue_trend: TrendView,
    pub(crate) start: RateView,
    pub(crate) completion: RateView,
    pub(crate) on_time: RateView,
    pub(crate) overdue_rate: RateView,
    pub(crate) closure: RateView,
    pub(crate) reporting: RateView,
    pub(crate) progress: String,
    pub(crate) progress_trend: TrendView,
    pub(crate) bar: Bar,
}

/// A named set with its figures: one line of a scorecard.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Score {
    pub(crate) name: Link,
    /// Depth in a tree, 0 at its root.
    pub(crate) depth: usize,
    /// Of a unit: the worst light below it, with the first of its causes; empty elsewhere, and where none calls.
    pub(crate) worst: String,
    pub(crate) summary: Summary,
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

/// How far a percentage reaches along so much room, in whole units; what is beyond 0 and 100 is held there.
pub(crate) fn along(percent: Decimal, room: i64) -> i64 {
    let held = percent.max(Decimal::ZERO).min(Decimal::HUNDRED);
    let along = (held * Decimal::from_whole(room)).over(Decimal::HUNDRED);
    let along = along.unwrap_or_default().round(0);
    along.to_string().parse().unwrap_or_default()
}

/// The line of a task or of a decision; none when it does not exist at D or has no facts.
pub(crate) fn row(desk: &Desk<'_>, count: Count) -> Option<Row> {
    let project = desk.report.project;
    match count {
        Count::Task(key) => {
            let task = project.tasks.at(key, desk.as_of());
            let facts = desk.task_facts(key)?;
            let mut row = item_row(desk, &task.item, facts);
            row.light.trend = desk.trend(count).word();
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
            row.light.trend = desk.trend(count).word();
            row.id.clone_from(&decision.head.id);
            row.title = desk.decision(key);
            row.kind = "decision";
            Some(row)
        }
    }
}

/// What items have in common; the id, the title and what kind it is are the record's.
pub(super) fn item_row(desk: &Desk<'_>, item: &Item, facts: &ItemFacts) -> Row {
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
