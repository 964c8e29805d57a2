//! Problems to press for: what is overdue, due soon, returned or re-opened, under the unit that answers for it.

use std::collections::BTreeMap;

use crate::derive::{ProblemFacts, returned};
use crate::model::{Key, Problem, ProblemState, Seen, Unit};
use crate::site::desk::Desk;
use crate::site::route::Page;

use super::limit::{Kept, LINES, RestView, Weight, data_file, each, foremost, rest, weight};
use super::notice::NoticeLine;
use super::parts::{Link, Row, item_row};
use super::problem::known;
use super::supervision::{Pressed, ReasonCount, UnitPressed};

/// In the order in which they are shown.
const REASONS: [&str; 4] = [
    "press-overdue",
    "press-due-soon",
    "press-returned",
    "press-reopened",
];

/// A problem that is to be pressed for, with its reasons as places in `REASONS`.
pub(crate) struct FoundProblem {
    key: Key<Problem>,
    pub(crate) lead: Option<Seen<Unit>>,
    reasons: Vec<usize>,
}

pub(crate) fn found_problems(desk: &Desk<'_>) -> Vec<FoundProblem> {
    let all = known(desk).map(|(key, facts)| found_one(desk, key, facts));
    all.filter(|one| !one.reasons.is_empty()).collect()
}

fn found_one(desk: &Desk<'_>, key: Key<Problem>, facts: &ProblemFacts) -> FoundProblem {
    let problem = desk.report.project.problems.at(key, desk.as_of());
    let holds = [
        facts.item.overdue,
        facts.item.due_soon,
        was_returned(desk, problem, facts),
        facts.state == ProblemState::Reopened,
    ];
    FoundProblem {
        key,
        lead: problem.lead,
        reasons: (0..holds.len()).filter(|at| holds[*at]).collect(),
    }
}

/// Its closing came back, and nothing has put it right or closed it since; what came back before it was re-opened is
/// no reason any more.
fn was_returned(desk: &Desk<'_>, problem: &Problem, facts: &ProblemFacts) -> bool {
    let Some(on) = returned(&problem.item, desk.as_of()) else {
        return false;
    };
    match facts.state {
        ProblemState::Open | ProblemState::Rectifying => true,
        ProblemState::Reopened => facts.reopened_on.is_some_and(|reopened| reopened <= on),
        ProblemState::Rectified | ProblemState::Closed => false,
    }
}

/// How many problems there are for each reason; none where there is nothing to press for.
pub(crate) fn counts(desk: &Desk<'_>, found: &[FoundProblem]) -> Vec<ReasonCount> {
    let count = |at: usize| found.iter().filter(|one| one.reasons.contains(&at)).count();
    let all = REASONS.iter().enumerate().map(|(at, id)| ReasonCount {
        label: desk.words.plain(id),
        count: count(at).to_string(),
    });
    all.filter(|_| !found.is_empty()).collect()
}

/// Units in written order; then those that these readers may not see, then what no unit answers for.
pub(crate) fn by_unit(
    desk: &Desk<'_>,
    found: Vec<FoundProblem>,
) -> (Vec<UnitPressed>, Option<RestView>) {
    let rank = |lead: Option<Seen<Unit>>| match lead {
        Some(Seen::Shown(key)) => (0, Some(key)),
        Some(Seen::Hidden) => (1, None),
        None => (2, None),
    };
    let mut groups: BTreeMap<_, (Option<Seen<Unit>>, Vec<FoundProblem>)> = BTreeMap::new();
    for one in found {
        let group = groups.entry(rank(one.lead));
        let (_, items) = group.or_insert_with(|| (one.lead, Vec::new()));
        items.push(one);
    }
    let sizes: Vec<usize> = groups.values().map(|(_, items)| items.len()).collect();
    let most = each(&sizes, LINES);
    let kept = Kept::of_groups(&sizes, most);
    let rest = rest(desk, "rest-groups", kept, || {
        vec![data_file(desk, "problems")]
    });
    let made = groups.into_values().map(|(unit, items)| UnitPressed {
        unit: match unit {
            Some(unit) => desk.seen_unit(unit),
            None => Link::text(&desk.words.plain("press-no-lead")),
        },
        count: desk.words.count("of-total", items.len()),
        sheet: match unit.and_then(|unit| unit.key()) {
            Some(unit) if desk.report.units[unit.place()].is_some() => {
                let href = desk.to(Page::NoticeOfUnit(unit));
                Link::new(&desk.words.plain("notice-sheet"), href)
            }
            _ => Link::default(),
        },
        items: foremost(items, most, |one| by_light(desk, one))
            .iter()
            .filter_map(|one| pressed(desk, one))
            .collect(),
    });
    (made.collect(), rest)
}

fn by_light(desk: &Desk<'_>, one: &FoundProblem) -> Weight {
    let facts = desk.report.problems[one.key.place()].as_ref();
    weight(facts.map(|facts| &facts.item))
}

fn pressed(desk: &Desk<'_>, one: &FoundProblem) -> Option<Pressed> {
    let reasons = one.reasons.iter();
    Some(Pressed {
        row: row(desk, one.key)?,
        reasons: reasons.map(|at| desk.words.plain(REASONS[*at])).collect(),
        open: String::new(),
        next: String::new(),
        sheet: Link::default(),
    })
}

/// The line of a problem beside the lines of items; none when it does not exist at D.
fn row(desk: &Desk<'_>, key: Key<Problem>) -> Option<Row> {
    let problem = desk.report.project.problems.at(key, desk.as_of());
    let facts = desk.report.problems[key.place()].as_ref()?;
    let mut row = item_row(desk, &problem.item, &facts.item);
    row.id.clone_from(&problem.head.id);
    row.title = desk.problem(key);
    row.kind = "problem";
    row.state = desk.words.of("problem-state", facts.state.word());
    row.light.trend = desk.report.problem_trend(key).word();
    row.lead = match problem.lead {
        Some(unit) => desk.seen_unit(unit),
        None => Link::default(),
    };
    if facts.item.effective_due.is_none() {
        // It has no limit; that does not make it an ongoing one.
        row.due_note.clear();
    }
    Some(row)
}

/// What stands on the printable notice of a unit; of very many the worst.
pub(crate) fn lines(desk: &Desk<'_>, unit: Key<Unit>) -> (Vec<NoticeLine>, Option<RestView>) {
    let all = desk.index.followed.of_unit(unit).problems.iter();
    let all = all.filter_map(|key| {
        let facts = desk.report.problems[key.place()].as_ref()?;
        Some(found_one(desk, *key, facts))
    });
    let mine = all.filter(|one| one.lead == Some(Seen::Shown(unit)) && !one.reasons.is_empty());
    let mine: Vec<FoundProblem> = mine.collect();
    let all = mine.len();
    let shown = foremost(mine, LINES, |one| by_light(desk, one));
    let rest = rest(desk, "rest-worst", Kept::of(all, shown.len()), || {
        vec![data_file(desk, "problems")]
    });
    let lines = shown.iter().filter_map(|one| line(desk, one));
    (lines.collect(), rest)
}

fn line(desk: &Desk<'_>, one: &FoundProblem) -> Option<NoticeLine> {
    let problem = desk.report.project.problems.at(one.key, desk.as_of());
    let placing = desk.report.problem_placings[one.key.place()].as_ref();
    let leader = placing.and_then(|placing| placing.sponsor);
    let others = problem.item.responsible.iter();
    let others = others.chain(&problem.item.supporting);
    let measures = problem.measures.iter().map(|text| desk.words.text(text));
    let measures: Vec<String> = measures.collect();
    Some(NoticeLine {
        pressed: pressed(desk, one)?,
        source: desk.words.optional(problem.source.as_ref()),
        leader: leader.map(|p| desk.seen_person(p)).unwrap_or_default(),
        supporting: others.map(|unit| desk.seen_unit(*unit)).collect(),
        requirement: measures.join(&desk.words.plain("semicolon")),
    })
}
