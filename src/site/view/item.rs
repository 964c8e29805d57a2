//! An item as its page shows it: its light with reasons, how each figure was made, and all that is dated on or before D.

use serde::Serialize;

use crate::date::Date;
use crate::decimal::Decimal;
use crate::derive::{ItemFacts, Reason, ReasonValue};
use crate::messages::Arg;
use crate::model::{Item, State, Target};
use crate::site::desk::Desk;

use super::figure::{actual_basis, finished, gap, limit, pace, planned_basis, standing};
use super::parts::{Bar, Download, LightView, Link, bar, iso};

/// A date for people and for machines.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Day {
    pub(crate) iso: String,
    pub(crate) text: String,
}

pub(crate) fn day(desk: &Desk<'_>, date: Date) -> Day {
    Day {
        iso: date.to_string(),
        text: desk.words.day(date),
    }
}

/// A day that was written down as ISO.
pub(crate) fn iso_day(desk: &Desk<'_>, iso: &str) -> Day {
    let date = Date::parse(iso).ok();
    Day {
        iso: iso.to_owned(),
        text: date.map_or_else(|| iso.to_owned(), |date| desk.words.day(date)),
    }
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct ItemView {
    pub(crate) light: LightView,
    /// Why the rules lit a light, with numbers; at least one.
    pub(crate) reasons: Vec<String>,
    /// What replaced the light that the rules gave: who, when, why. Empty when nothing did.
    pub(crate) overridden: String,
    pub(crate) state: String,
    pub(crate) state_word: &'static str,
    pub(crate) pace: String,
    pub(crate) actual: String,
    /// How the actual figure was made.
    pub(crate) actual_basis: String,
    /// With its basis, gap and bar: empty when the item is cancelled.
    pub(crate) planned: String,
    pub(crate) planned_basis: String,
    /// `欠序时进度 18 个百分点`; empty without both figures.
    pub(crate) gap: String,
    pub(crate) bar: Bar,
    pub(crate) start: String,
    pub(crate) due: String,
    /// ISO; empty for ongoing items.
    pub(crate) due_iso: String,
    pub(crate) due_text: String,
    /// There when an extension is in force.
    pub(crate) original_due: String,
    /// `逾期 12 天（8 个工作日）`, `还有 9 天到期`, or empty.
    pub(crate) standing: String,
    pub(crate) finished: String,
    pub(crate) closed: String,
    pub(crate) late_vs_original: bool,
    /// The report owed at the last cut-off is missing.
    pub(crate) stale: bool,
    pub(crate) needs_help: bool,
    pub(crate) target: String,
    pub(crate) weight: String,
    pub(crate) lead: Link,
    pub(crate) responsible: Vec<Link>,
    pub(crate) supporting: Vec<Link>,
    pub(crate) owner: Link,
    pub(crate) liaison: Link,
    pub(crate) milestones: Vec<MilestoneView>,
    /// Newest first.
    pub(crate) progress: Vec<EntryView>,
    pub(crate) extensions: Vec<EventView>,
    pub(crate) closures: Vec<EventView>,
    pub(crate) ratings: Vec<EventView>,
    pub(crate) overrides: Vec<EventView>,
    pub(crate) suspensions: Vec<EventView>,
    pub(crate) cancelled: Vec<EventView>,
    pub(crate) budget: Vec<Amount>,
    pub(crate) plan: Vec<PlanView>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct MilestoneView {
    pub(crate) title: String,
    pub(crate) due: String,
    pub(crate) key: bool,
    pub(crate) weight: String,
    pub(crate) done: bool,
    pub(crate) overdue: bool,
    /// `2025-06-03 完成，迟 3 天` and the like.
    pub(crate) standing: String,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct EntryView {
    /// Its day, and a number where others of that day were written before it: one of its kind among its item's.
    pub(crate) anchor: String,
    pub(crate) date: Day,
    pub(crate) period: String,
    pub(crate) figure: String,
    pub(crate) text: String,
    pub(crate) done: String,
    pub(crate) issues: String,
    pub(crate) next_steps: String,
    pub(crate) needs_help: bool,
    pub(crate) help: String,
    pub(crate) finished: bool,
    pub(crate) forecast: String,
    pub(crate) confidence: String,
    pub(crate) by: Link,
    pub(crate) evidence: Vec<Download>,
}

/// Something that happened to an item: an extension, a step of its closure, a rating.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct EventView {
    /// None when the record gives no day.
    pub(crate) date: Option<Day>,
    pub(crate) what: String,
    pub(crate) by: Link,
    pub(crate) note: String,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Amount {
    pub(crate) label: String,
    pub(crate) amount: String,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct PlanView {
    pub(crate) date: Day,
    pub(crate) percent: String,
}

pub(crate) fn item(desk: &Desk<'_>, item: &Item, facts: &ItemFacts) -> ItemView {
    let words = desk.words;
    let runs = facts.state != State::Cancelled;
    let extended = facts
        .original_due
        .filter(|d| Some(*d) != facts.effective_due);
    ItemView {
        light: desk.light(facts.light),
        reasons: reasons(desk, facts),
        overridden: overridden(desk, facts),
        state: words.of("state", facts.state.word()),
        state_word: facts.state.word(),
        pace: pace(desk, facts),
        actual: words.percent(facts.actual),
        actual_basis: actual_basis(desk, &facts.actual_basis),
        planned: when(runs, || words.percent(facts.planned)),
        planned_basis: when(runs, || planned_basis(desk, &facts.planned_basis)),
        gap: when(runs, || gap(desk, facts.gap)),
        bar: when(runs, || bar(desk, facts.actual, facts.planned)),
        start: words.optional_day(item.start),
        due: match facts.effective_due {
            Some(due) => words.day(due),
            None => words.plain("ongoing"),
        },
        due_iso: iso(facts.effective_due),
        due_text: words.optional(item.due_text.as_ref()),
        original_due: words.optional_day(extended),
        standing: standing(desk, facts),
        finished: finished(desk, facts),
        closed: words.optional_day(facts.closed_on),
        late_vs_original: facts.late_vs_original,
        stale: facts.stale,
        needs_help: facts.needs_help,
        target: item
            .target
            .as_ref()
            .map(|t| target(desk, t))
            .unwrap_or_default(),
        weight: item.weight.to_string(),
        lead: desk.seen_unit(item.lead),
        responsible: desk.units(&item.responsible),
        supporting: desk.units(&item.supporting),
        owner: desk.optional_party(item.owner.as_ref()),
        liaison: desk.optional_party(item.liaison.as_ref()),
        milestones: milestones(desk, item, facts),
        progress: super::journal::progress(desk, item),
        extensions: super::journal::extensions(desk, item),
        closures: super::journal::closures(desk, item),
        ratings: super::journal::ratings(desk, item),
        overrides: super::journal::overrides(desk, item),
        suspensions: super::journal::suspensions(desk, item),
        cancelled: super::journal::cancelled(desk, item),
        budget: budget(desk, item),
        plan: plan(desk, item),
    }
}

/// What is cancelled has no plan any more, and nothing to hold its progress against.
fn when<T: Default>(runs: bool, shown: impl FnOnce() -> T) -> T {
    if runs { shown() } else { T::default() }
}

/// Those of the rules; that it was overridden is told in full beside them.
fn reasons(desk: &Desk<'_>, facts: &ItemFacts) -> Vec<String> {
    let of_rules = facts
        .reasons
        .iter()
        .filter(|reason| reason.code != "overridden");
    of_rules.map(|of| reason(desk, of)).collect()
}

/// The wording of a reason with its numbers; the office's own words for the rule stand before it.
pub(crate) fn reason(desk: &Desk<'_>, reason: &Reason) -> String {
    let mut values: Vec<(&str, Held)> = reason
        .values
        .iter()
        .map(|(name, value)| (*name, held(desk, value)))
        .collect();
    values.push(("limit", Held::Number(limit(desk))));
    let values: Vec<(&str, Arg<'_>)> = values
        .iter()
        .map(|(name, held)| (*name, held.arg()))
        .collect();
    let said = desk.words.say(&reason_id(desk, reason), &values);
    match &reason.text {
        Some(text) => {
            let values = [("text", desk.words.text(text)), ("reason", said)];
            say(desk, "reason-with-text", &values)
        }
        None => said,
    }
}

/// A reason may have a second wording for when nothing more is known: `reason-needs-help-bare`.
fn reason_id(desk: &Desk<'_>, reason: &Reason) -> String {
    let id = format!("reason-{}", reason.code);
    let gap = reason.values.iter().find(|(name, _)| *name == "gap");
    let is_short = matches!(gap, Some((_, ReasonValue::Number(gap))) if gap.is_positive());
    let other = match is_short {
        true => format!("{id}-short"),
        false => format!("{id}-bare"),
    };
    let is_other = (is_short || reason.values.is_empty()) && desk.words.has(&other);
    if is_other { other } else { id }
}

/// A value that a message borrows.
enum Held {
    Text(String),
    Number(Decimal),
    Date(Date),
}

impl Held {
    fn arg(&self) -> Arg<'_> {
        match self {
            Held::Text(text) => Arg::Text(text),
            Held::Number(n) => Arg::Number(*n),
            Held::Date(date) => Arg::Date(*date),
        }
    }
}

fn held(desk: &Desk<'_>, value: &ReasonValue) -> Held {
    match value {
        ReasonValue::Number(n) => Held::Number(*n),
        ReasonValue::Date(date) => Held::Date(*date),
        ReasonValue::Text(text) => Held::Text(desk.words.text(text)),
        ReasonValue::Word(word) => Held::Text(model_word(desk, word)),
    }
}

fn model_word(desk: &Desk<'_>, word: &str) -> String {
    let id = |family: &&str| format!("{family}-{}", word.replace('_', "-"));
    let known = ["state", "pace", "light"]
        .iter()
        .map(id)
        .find(|id| desk.words.has(id));
    known.map_or_else(|| word.to_owned(), |id| desk.words.plain(&id))
}

fn overridden(desk: &Desk<'_>, facts: &ItemFacts) -> String {
    let Some(by) = &facts.overridden else {
        return String::new();
    };
    let words = desk.words;
    let values = [
        ("from", words.of("light", by.from.word())),
        ("to", words.of("light", facts.light.word())),
        ("by", desk.optional_party(by.by.as_ref()).text),
        ("on", words.day(by.on)),
        ("until", words.optional_day(by.until)),
        ("reason", words.optional(by.reason.as_ref())),
    ];
    let values = values
        .each_ref()
        .map(|(name, text)| (*name, Arg::Text(text)));
    let id = if by.until.is_some() {
        "overridden-until"
    } else {
        "overridden"
    };
    words.say(id, &values)
}

pub(crate) fn say(desk: &Desk<'_>, id: &str, values: &[(&str, String)]) -> String {
    let values: Vec<(&str, Arg<'_>)> = values
        .iter()
        .map(|(name, text)| (*name, Arg::Text(text)))
        .collect();
    desk.words.say(id, &values)
}

pub(crate) fn target(desk: &Desk<'_>, target: &Target) -> String {
    let unit = desk.words.optional(target.unit.as_ref());
    let text = desk.words.optional(target.text.as_ref());
    match target.quantity {
        Some(n) if text.is_empty() => quantity(desk, n, &unit),
        Some(n) => say(
            desk,
            "target-with-text",
            &[("quantity", quantity(desk, n, &unit)), ("text", text)],
        ),
        None => text,
    }
}

pub(crate) fn quantity(desk: &Desk<'_>, n: Decimal, unit: &str) -> String {
    if unit.is_empty() {
        return n.to_string();
    }
    say(
        desk,
        "quantity",
        &[("n", n.to_string()), ("unit", unit.to_owned())],
    )
}

fn milestones(desk: &Desk<'_>, item: &Item, facts: &ItemFacts) -> Vec<MilestoneView> {
    let known = item.milestones.iter().zip(&facts.milestones);
    let views = known.map(|(milestone, fact)| {
        let values = [
            ("on", iso(fact.done_on)),
            ("days", fact.days_late.to_string()),
        ];
        let id = match fact.done_on {
            Some(_) if fact.days_late > 0 => "milestone-done-late",
            Some(_) => "milestone-done",
            None if fact.overdue => "milestone-overdue",
            None => "milestone-open",
        };
        MilestoneView {
            title: desk.words.text(&milestone.title),
            due: milestone.due.to_string(),
            key: milestone.key,
            weight: milestone.weight.to_string(),
            done: fact.done_on.is_some(),
            overdue: fact.overdue,
            standing: say(desk, id, &values),
        }
    });
    views.collect()
}

fn budget(desk: &Desk<'_>, item: &Item) -> Vec<Amount> {
    let Some(budget) = item.budget else {
        return Vec::new();
    };
    let lines = [
        ("budget-planned", budget.planned),
        ("budget-available", budget.available),
        ("budget-paid", budget.paid),
    ];
    let known = lines.into_iter();
    let known = known.filter_map(|(id, amount)| Some((id, amount?)));
    let amounts = known.map(|(id, amount)| Amount {
        label: desk.words.plain(id),
        amount: amount.0.to_string(),
    });
    amounts.collect()
}

fn plan(desk: &Desk<'_>, item: &Item) -> Vec<PlanView> {
    let points = item.plan.iter().map(|point| PlanView {
        date: day(desk, point.date),
        percent: format!("{}%", point.percent),
    });
    points.collect()
}
