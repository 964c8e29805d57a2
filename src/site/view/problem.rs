//! The problem list, the page of each problem, and the problems that other pages show.

use serde::Serialize;

use crate::derive::{Count, ProblemFacts, ProblemRollUp};
use crate::model::{Closure, Key, Problem, ProblemState, Seen, Task, Verdict};
use crate::site::desk::Desk;

use super::course::{StepView, course};
use super::item::{Day, ItemView, day, item, reason};
use super::limit::{Kept, LINES, RestView, data_file, first, foremost, rest, weight};
use super::live::{TableView, item_table};
use super::parts::{Download, LightView, Link, RateView, Tally, TrendView, iso, rate};
use super::photo::{PhotosView, photos};
use super::record::{Amended, amendments, web_links};

/// Those that want something done come first.
const ORDER: [ProblemState; 4] = [
    ProblemState::Reopened,
    ProblemState::Open,
    ProblemState::Rectifying,
    ProblemState::Rectified,
];

#[derive(Debug, Serialize)]
pub(crate) struct ProblemsView {
    pub(crate) summary: ProblemSummary,
    /// Not closed, by state.
    pub(crate) groups: Vec<ProblemGroup>,
    /// Latest closed first.
    pub(crate) closed: Vec<ClosedProblem>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) closed_rest: Option<RestView>,
    pub(crate) areas: Vec<ProblemScore>,
    /// By lead.
    pub(crate) units: Vec<ProblemScore>,
}

#[derive(Debug, Serialize)]
pub(crate) struct ProblemGroup {
    pub(crate) word: &'static str,
    pub(crate) name: String,
    pub(crate) rows: Vec<ProblemRow>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) rest: Option<RestView>,
}

#[derive(Debug, Serialize)]
pub(crate) struct ProblemScore {
    pub(crate) name: Link,
    pub(crate) summary: ProblemSummary,
}

/// The figures of a set of problems.
#[derive(Debug, Serialize)]
pub(crate) struct ProblemSummary {
    pub(crate) total: String,
    pub(crate) empty: bool,
    /// With shares, in the order of a problem's course.
    pub(crate) states: Vec<Tally>,
    pub(crate) lights: Vec<Tally>,
    pub(crate) overdue: String,
    pub(crate) rectified: RateView,
    pub(crate) closure: RateView,
    pub(crate) on_time: RateView,
    pub(crate) reopened: String,
    pub(crate) returned: String,
}

/// One line of a table of problems.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ProblemRow {
    pub(crate) id: String,
    pub(crate) title: Link,
    pub(crate) state: String,
    pub(crate) state_word: &'static str,
    pub(crate) light: LightView,
    /// The first reason of the light.
    pub(crate) reason: String,
    pub(crate) lead: Link,
    pub(crate) found: String,
    /// Empty without a limit.
    pub(crate) due: String,
    pub(crate) severity: String,
}

#[derive(Debug, Serialize)]
pub(crate) struct ClosedProblem {
    #[serde(flatten)]
    pub(crate) row: ProblemRow,
    pub(crate) closed: String,
    pub(crate) verifier: Link,
    pub(crate) publicised: String,
}

#[derive(Debug, Serialize)]
pub(crate) struct ProblemView {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) state: String,
    pub(crate) state_word: &'static str,
    pub(crate) severity: String,
    pub(crate) facts: ItemView,
    pub(crate) found: Day,
    pub(crate) found_by: Link,
    pub(crate) source: String,
    pub(crate) place: String,
    pub(crate) lead: Link,
    /// Empty without a limit.
    pub(crate) due: String,
    pub(crate) areas: Vec<Link>,
    pub(crate) campaign: Link,
    pub(crate) measures: Vec<String>,
    pub(crate) course: Vec<StepView>,
    pub(crate) tasks: Option<TableView>,
    /// Tasks that it names and that have no facts here.
    pub(crate) tasks_text: Vec<Link>,
    pub(crate) photos: Vec<PhotosView>,
    /// Findings of inspections that name it.
    pub(crate) inspections: Vec<FoundIn>,
    pub(crate) tags: Vec<String>,
    pub(crate) links: Vec<Link>,
    pub(crate) attachments: Vec<Download>,
    pub(crate) amendments: Vec<Amended>,
    pub(crate) body: super::body::BodyView,
}

#[derive(Debug, Serialize)]
pub(crate) struct FoundIn {
    pub(crate) date: String,
    pub(crate) inspection: Link,
    pub(crate) text: String,
}

pub(crate) fn severity(desk: &Desk<'_>, severity: Option<u8>) -> String {
    severity
        .map(|n| desk.words.plain(&format!("severity-{n}")))
        .unwrap_or_default()
}

pub(crate) fn problems(desk: &Desk<'_>) -> ProblemsView {
    let report = desk.report;
    let known: Vec<(Key<Problem>, &ProblemFacts)> = known(desk).collect();
    let of = |state: ProblemState| known.iter().filter(move |(_, f)| f.state == state);
    let groups = ORDER.map(|state| {
        let keys: Vec<Key<Problem>> = of(state).map(|(key, _)| *key).collect();
        let (rows, rest) = table(desk, &keys);
        ProblemGroup {
            word: state.word(),
            name: desk.words.of("problem-state", state.word()),
            rows,
            rest,
        }
    });
    let mut done: Vec<(Key<Problem>, &ProblemFacts)> = of(ProblemState::Closed).copied().collect();
    done.sort_by_key(|(_, facts)| std::cmp::Reverse(facts.closed_on));
    let closed_rest = first(desk, &mut done, || vec![data_file(desk, "problems")]);
    ProblemsView {
        summary: summary(desk, &report.problem_whole),
        groups: groups.into_iter().filter(|g| !g.rows.is_empty()).collect(),
        closed: done
            .into_iter()
            .filter_map(|(key, facts)| closed(desk, key, facts))
            .collect(),
        closed_rest,
        areas: areas(desk),
        units: units(desk),
    }
}

/// Those that exist at D, in written order.
pub(crate) fn known<'a>(
    desk: &Desk<'a>,
) -> impl Iterator<Item = (Key<Problem>, &'a ProblemFacts)> + use<'a> {
    let report = desk.report;
    let keys = report.project.problems.keys();
    keys.filter_map(|key| Some((key, report.problems[key.place()].as_ref()?)))
}

fn areas(desk: &Desk<'_>) -> Vec<ProblemScore> {
    let keys = desk.report.project.areas.keys();
    let lines = keys.filter_map(|key| {
        let set = desk.report.problem_areas[key.place()].as_ref()?;
        score(desk, desk.area(key), &set.own)
    });
    lines.collect()
}

fn units(desk: &Desk<'_>) -> Vec<ProblemScore> {
    let keys = desk.report.project.units.keys();
    let lines = keys.filter_map(|key| {
        let set = desk.report.problem_units[key.place()].as_ref()?;
        score(desk, desk.unit(key), &set.as_lead)
    });
    lines.collect()
}

fn score(desk: &Desk<'_>, name: Link, set: &ProblemRollUp) -> Option<ProblemScore> {
    let summary = summary(desk, set);
    (set.total > 0).then_some(ProblemScore { name, summary })
}

pub(crate) fn summary(desk: &Desk<'_>, set: &ProblemRollUp) -> ProblemSummary {
    let words = desk.words;
    let shares = set.state_shares(desk.report.project.rules.shares_add_up);
    let states = ProblemState::ALL.iter().zip(shares);
    let states = states.map(|(state, share)| Tally {
        word: state.word().to_owned(),
        label: words.of("problem-state", state.word()),
        count: set.states(*state).to_string(),
        share: words.share(share),
        zero: set.states(*state) == 0,
        trend: TrendView::default(),
    });
    let lights = desk.lights_in_force().into_iter();
    let lights = lights.map(|light| Tally {
        word: light.word().replace('_', "-"),
        label: words.of("light", light.word()),
        count: set.lights(light).to_string(),
        share: String::new(),
        zero: set.lights(light) == 0,
        trend: TrendView::default(),
    });
    ProblemSummary {
        total: set.total.to_string(),
        empty: set.total == 0,
        states: states.collect(),
        lights: lights.collect(),
        overdue: set.overdue.count.to_string(),
        rectified: rate(desk, set.rectified),
        closure: rate(desk, set.closure),
        on_time: rate(desk, set.on_time),
        reopened: set.reopened.to_string(),
        returned: set.returned.to_string(),
    }
}

/// Lines for problems that exist at D; of very many those with the worst lights.
pub(crate) fn table(desk: &Desk<'_>, keys: &[Key<Problem>]) -> (Vec<ProblemRow>, Option<RestView>) {
    let facts = |key: &Key<Problem>| desk.report.problems[key.place()].as_ref();
    let there = keys.iter().copied();
    let there: Vec<Key<Problem>> = there.filter(|key| facts(key).is_some()).collect();
    let all = there.len();
    let shown = foremost(there, LINES, |key| {
        weight(facts(key).map(|facts| &facts.item))
    });
    let rest = rest(desk, "rest-worst", Kept::of(all, shown.len()), || {
        vec![data_file(desk, "problems")]
    });
    let rows = shown.into_iter().filter_map(|key| row(desk, key));
    (rows.collect(), rest)
}

fn row(desk: &Desk<'_>, key: Key<Problem>) -> Option<ProblemRow> {
    let problem = desk.report.project.problems.at(key, desk.as_of());
    let facts = desk.report.problems[key.place()].as_ref()?;
    Some(ProblemRow {
        id: problem.head.id.clone(),
        title: desk.problem(key),
        state: desk.words.of("problem-state", facts.state.word()),
        state_word: facts.state.word(),
        light: desk.light(facts.item.light),
        reason: facts
            .item
            .reasons
            .first()
            .map(|first| reason(desk, first))
            .unwrap_or_default(),
        lead: problem
            .lead
            .map(|unit| desk.seen_unit(unit))
            .unwrap_or_default(),
        found: problem.found_on.to_string(),
        due: iso(facts.item.effective_due),
        severity: severity(desk, problem.severity),
    })
}

fn closed(desk: &Desk<'_>, key: Key<Problem>, facts: &ProblemFacts) -> Option<ClosedProblem> {
    let problem = desk.report.project.problems.at(key, desk.as_of());
    let by = problem.item.closures.iter().rev().find(|closure| {
        closure.verdict == Some(Verdict::Accepted) && closure.closed_on == facts.closed_on
    });
    let span = |closure: &Closure| closure.publicised;
    let span = by.and_then(span).filter(|span| span.from <= desk.as_of());
    Some(ClosedProblem {
        row: row(desk, key)?,
        closed: iso(facts.closed_on),
        verifier: desk.optional_party(by.and_then(|closure| closure.verifier.as_ref())),
        publicised: span
            .map(|span| desk.words.span_of(&span.from.to_string(), &iso(span.to)))
            .unwrap_or_default(),
    })
}

/// None when the problem does not exist at D.
pub(crate) fn problem(desk: &Desk<'_>, key: Key<Problem>) -> Option<ProblemView> {
    let problem = desk.report.project.problems.at(key, desk.as_of());
    let facts = desk.report.problems[key.place()].as_ref()?;
    let placing = desk.report.problem_placings[key.place()].as_ref();
    let words = desk.words;
    let counts: Vec<Count> = facts.tasks.iter().map(|t| Count::Task(*t)).collect();
    let shown = |task: &Seen<Task>| task.key().is_some_and(|key| facts.tasks.contains(&key));
    let others = problem.tasks.iter().filter(|task| !shown(task));
    Some(ProblemView {
        id: problem.head.id.clone(),
        title: words.text(&problem.title),
        state: words.of("problem-state", facts.state.word()),
        state_word: facts.state.word(),
        severity: severity(desk, problem.severity),
        facts: item(desk, &problem.item, &facts.item),
        found: day(desk, problem.found_on),
        found_by: problem
            .found_by
            .as_ref()
            .map(|party| desk.party_on(party, problem.found_on))
            .unwrap_or_default(),
        source: words.optional(problem.source.as_ref()),
        place: words.optional(problem.place.as_ref()),
        lead: problem
            .lead
            .map(|unit| desk.seen_unit(unit))
            .unwrap_or_default(),
        due: words.optional_day(facts.item.effective_due),
        areas: placing
            .map(|p| p.areas.iter().map(|a| desk.seen_area(*a)).collect())
            .unwrap_or_default(),
        campaign: placing
            .and_then(|p| p.campaign)
            .map(|seen| desk.seen_campaign(seen))
            .unwrap_or_default(),
        measures: problem.measures.iter().map(|m| words.text(m)).collect(),
        course: course(desk, problem, facts),
        tasks: item_table(desk, &counts),
        tasks_text: others.map(|task| desk.seen_task(*task)).collect(),
        photos: photos(desk, &problem.photos),
        inspections: found_in(desk, key),
        tags: problem.head.tags.clone(),
        links: web_links(desk, &problem.head),
        attachments: desk.downloads(&problem.head.attachments),
        amendments: amendments(desk, &problem.head),
        body: super::body::body(desk, &problem.head),
    })
}

fn found_in(desk: &Desk<'_>, key: Key<Problem>) -> Vec<FoundIn> {
    let shelf = &desk.report.project.inspections;
    let found = desk.index.followed.problems[key.place()].iter();
    let lines = found.map(|(inspection, place)| {
        let link = desk.inspection(*inspection);
        let inspection = shelf.at(*inspection, desk.as_of());
        let finding = &inspection.findings[*place];
        FoundIn {
            date: inspection.date.to_string(),
            inspection: Link::new(&link.text, format!("{}#{}", link.href, finding.id)),
            text: desk.words.text(&finding.text),
        }
    });
    lines.collect()
}
