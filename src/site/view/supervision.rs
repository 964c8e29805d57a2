//! Supervision 督办: what the office has to press for, unit by unit, and the ways to its other lists.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::derive::{Count, ItemFacts, Ladder, ladder, returned};
use crate::model::{Decision, DocumentKind, Item, Key, Notice, NoticeKind, Outcome, Seen, Unit};
use crate::site::desk::Desk;
use crate::site::route::Page;

use super::limit::{
    Kept, LINES, RestView, by_light, data_file, data_files, each, first, foremost, rest,
};
use super::overview::facts;
use super::parts::{Link, Row, iso, row};
use super::pressed_problem;
use super::register::{DecisionLine, decision_line};

#[derive(Debug, Serialize)]
pub(crate) struct SupervisionView {
    /// How many items there are for each reason to press; an item may have several.
    pub(crate) counts: Vec<ReasonCount>,
    /// In written order.
    pub(crate) units: Vec<UnitPressed>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) rest: Option<RestView>,
    /// How many problems there are for each reason; empty without any.
    pub(crate) problem_counts: Vec<ReasonCount>,
    /// Problems of the problem list, in the same way.
    pub(crate) problem_units: Vec<UnitPressed>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) problem_rest: Option<RestView>,
    /// Decisions that ask for work and name no unit and no task.
    pub(crate) unowned: Vec<DecisionLine>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) unowned_rest: Option<RestView>,
    pub(crate) work_plans: Vec<PlanOwed>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) plans_rest: Option<RestView>,
    /// Not reported, sponsors, key periods.
    pub(crate) lists: Vec<Link>,
}

#[derive(Debug, Serialize)]
pub(crate) struct ReasonCount {
    pub(crate) label: String,
    pub(crate) count: String,
}

#[derive(Debug, Serialize)]
pub(crate) struct UnitPressed {
    pub(crate) unit: Link,
    pub(crate) count: String,
    /// Its printable notice.
    pub(crate) sheet: Link,
    pub(crate) items: Vec<Pressed>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Pressed {
    pub(crate) row: Row,
    /// Why it is here, in words; at least one.
    pub(crate) reasons: Vec<String>,
    /// `督办令等2份未办结`; empty without an open notice.
    pub(crate) open: String,
    /// The rung that is due next; empty when none is.
    pub(crate) next: String,
    /// The printable notices of the item.
    pub(crate) sheet: Link,
}

/// A unit that owes a work plan.
#[derive(Debug, Serialize)]
pub(crate) struct PlanOwed {
    pub(crate) unit: Link,
    pub(crate) plan: Link,
    pub(crate) due: String,
    pub(crate) submitted: String,
    pub(crate) state: String,
    /// `in-time`, `late`, `missing` or `owed`.
    pub(crate) word: &'static str,
}

/// Reasons to press an item, in the order in which they are shown.
pub(crate) const REASONS: [&str; 5] = [
    "press-overdue",
    "press-due-soon",
    "press-not-reported",
    "press-returned",
    "press-notice",
];

/// An item that is to be pressed for, with its reasons as places in `REASONS`.
pub(crate) struct Found {
    pub(crate) count: Count,
    pub(crate) lead: Option<Key<Unit>>,
    pub(crate) reasons: Vec<usize>,
    pub(crate) ladder: Ladder,
}

/// Every ledger item that is overdue, due soon, not reported, returned, or under an open notice.
pub(crate) fn found(desk: &Desk<'_>) -> Vec<Found> {
    let all = desk.report.ledger.iter();
    all.filter_map(|count| found_one(desk, *count)).collect()
}

/// The same of the items that a unit leads.
pub(crate) fn found_of(desk: &Desk<'_>, unit: Key<Unit>) -> Vec<Found> {
    let leads = desk.index.units[unit.place()].leads.iter();
    let mine = leads.filter(|count| facts(desk, **count).is_some_and(|facts| facts.in_ledger));
    mine.filter_map(|count| found_one(desk, *count)).collect()
}

fn found_one(desk: &Desk<'_>, count: Count) -> Option<Found> {
    let facts: &ItemFacts = facts(desk, count)?;
    let (item, notices) = item(desk, count)?;
    let ladder = ladder(notices, desk.as_of());
    let holds = [
        facts.overdue,
        facts.due_soon,
        facts.stale,
        returned(item, desk.as_of()).is_some(),
        !ladder.open.is_empty(),
    ];
    let reasons = (0..holds.len()).filter(|at| holds[*at]).collect::<Vec<_>>();
    (!reasons.is_empty()).then(|| Found {
        count,
        lead: item.lead.key(),
        reasons,
        ladder,
    })
}

pub(crate) fn item<'a>(desk: &Desk<'a>, count: Count) -> Option<(&'a Item, &'a [Notice])> {
    let project = desk.report.project;
    match count {
        Count::Task(key) => {
            let task = project.tasks.at(key, desk.as_of());
            Some((&task.item, &task.notices))
        }
        Count::Decision(key) => {
            let decision = project.decisions.at(key, desk.as_of());
            Some((decision.action.as_ref()?, &[]))
        }
    }
}

pub(crate) fn supervision(desk: &Desk<'_>) -> SupervisionView {
    let found = found(desk);
    let problems = pressed_problem::found_problems(desk);
    let counts = REASONS.iter().enumerate().map(|(at, id)| ReasonCount {
        label: desk.words.plain(id),
        count: found
            .iter()
            .filter(|one| one.reasons.contains(&at))
            .count()
            .to_string(),
    });
    let counts = counts.collect();
    let lists = [
        ("not-reported", Page::NotReported),
        ("sponsors", Page::Sponsors),
        ("key-periods", Page::KeyPeriods),
    ];
    let (units, rest) = by_unit(desk, found);
    let problem_counts = pressed_problem::counts(desk, &problems);
    let (problem_units, problem_rest) = pressed_problem::by_unit(desk, problems);
    let mut unowned = unowned(desk);
    let unowned_rest = first(desk, &mut unowned, || vec![data_file(desk, "decisions")]);
    let mut plans = work_plans(desk);
    let plans_rest = first(desk, &mut plans, || {
        let documents = desk.words.plain("menu-documents");
        vec![Link::new(&documents, desk.to(Page::Documents))]
    });
    SupervisionView {
        counts,
        units,
        rest,
        problem_counts,
        problem_units,
        problem_rest,
        unowned: unowned
            .into_iter()
            .map(|key| decision_line(desk, key))
            .collect(),
        unowned_rest,
        work_plans: plans,
        plans_rest,
        lists: lists
            .into_iter()
            .map(|(id, page)| Link::new(&desk.words.plain(&format!("menu-{id}")), desk.to(page)))
            .collect(),
    }
}

/// Units in written order; those that these readers may not see come last. Of very many items each unit has its worst.
fn by_unit(desk: &Desk<'_>, found: Vec<Found>) -> (Vec<UnitPressed>, Option<RestView>) {
    let counts: Vec<Count> = found.iter().map(|one| one.count).collect();
    let mut groups: BTreeMap<(bool, Option<Key<Unit>>), Vec<Found>> = BTreeMap::new();
    for one in found {
        let place = (one.lead.is_none(), one.lead);
        groups.entry(place).or_default().push(one);
    }
    let sizes: Vec<usize> = groups.values().map(Vec::len).collect();
    let most = each(&sizes, LINES);
    let kept = Kept::of_groups(&sizes, most);
    let rest = rest(desk, "rest-groups", kept, || data_files(desk, &counts));
    let units = groups.into_iter().map(|((_, unit), items)| UnitPressed {
        unit: unit.map_or_else(|| desk.hidden(), |unit| desk.unit(unit)),
        count: desk.words.count("of-total", items.len()),
        sheet: unit.map_or_else(Link::default, |unit| {
            let href = desk.to(Page::NoticeOfUnit(unit));
            Link::new(&desk.words.plain("notice-sheet"), href)
        }),
        items: foremost(items, most, |one| by_light(desk, one.count))
            .iter()
            .filter_map(|one| pressed(desk, one))
            .collect(),
    });
    (units.collect(), rest)
}

pub(crate) fn pressed(desk: &Desk<'_>, one: &Found) -> Option<Pressed> {
    let (_, notices) = item(desk, one.count)?;
    let words = desk.words;
    let kind = |kind: NoticeKind| words.of("notice", kind.word());
    let issued = notices.iter().any(|n| n.issued_on <= desk.as_of());
    let sheet = match one.count {
        Count::Task(task) if issued => {
            let href = desk.to(Page::NoticeOfTask(task));
            Link::new(&words.plain("notice-sheet"), href)
        }
        _ => Link::default(),
    };
    let open = one.ladder.rung.map(|rung| {
        let values = [
            ("kind", kind(rung)),
            ("n", one.ladder.open.len().to_string()),
        ];
        super::item::say(desk, "notices-open", &values)
    });
    let next = one.ladder.suggested;
    Some(Pressed {
        row: row(desk, one.count)?,
        reasons: one
            .reasons
            .iter()
            .map(|at| words.plain(REASONS[*at]))
            .collect(),
        open: open.unwrap_or_default(),
        next: next
            .map(|next| words.with("notice-next", "kind", &kind(next)))
            .unwrap_or_default(),
        sheet,
    })
}

/// Decisions that are not rejected, deferred or noted, and have neither a unit nor a task.
pub(crate) fn unowned(desk: &Desk<'_>) -> Vec<Key<Decision>> {
    let project = desk.report.project;
    let keys = project.decisions.keys();
    keys.filter(|key| {
        let decision = project.decisions.at(*key, desk.as_of());
        let idle = matches!(
            decision.outcome,
            Some(Outcome::Rejected | Outcome::Deferred | Outcome::Noted)
        );
        let carried = !desk.report.carried_out_by[key.place()].is_empty();
        let named = carried || !decision.tasks.is_empty();
        desk.report.decisions[key.place()].is_some() && !idle && !named && decision.lead.is_none()
    })
    .collect()
}

/// Every work plan that is owed, in the order of its units.
pub(crate) fn work_plans(desk: &Desk<'_>) -> Vec<PlanOwed> {
    let shelf = &desk.report.project.documents;
    let there = shelf.keys().filter(|k| desk.report.documents[k.place()]);
    let mut owed: Vec<_> = there
        .map(|key| (key, shelf.at(key, desk.as_of())))
        .filter(|(_, document)| document.kind == DocumentKind::WorkPlan)
        .collect();
    let unit = |unit: Option<Seen<Unit>>| unit.and_then(|unit| unit.key());
    owed.sort_by_key(|(key, document)| (unit(document.unit), document.due, *key));
    owed.into_iter()
        .map(|(key, document)| {
            let submitted = desk.until_now(document.submitted_on);
            let past = |by| document.due.is_some_and(|due| by > due);
            let word = match submitted {
                Some(on) if past(on) => "late",
                Some(_) => "in-time",
                None if past(desk.as_of()) => "missing",
                None => "owed",
            };
            PlanOwed {
                unit: document.unit.map(|u| desk.seen_unit(u)).unwrap_or_default(),
                plan: desk.document(key),
                due: iso(document.due),
                submitted: iso(submitted),
                state: desk.words.of("plan", word),
                word,
            }
        })
        .collect()
}
