//! The pass of this wing: what exists, where it belongs, what is derived for each item, and what it all comes to.

use crate::date::Date;
use crate::model::{Decision, Item, Key, Limit, Project, Seen, Task};
use crate::parallel;

use super::desk::{Desk, campaign_cutoffs};
use super::indicator::indicators;
use super::item::{Subject, Viewpoint, leaf_facts, parent_facts};
use super::known::Known;
use super::leaves::Leaves;
use super::placing::{Ladders, decision_placing, ladders, task_placings, upwards};
use super::presence::presence;
use super::problem::{problem_facts, problem_placings};
use super::problem_sums::problems_summed;
use super::report::{
    AreaProblems, AssessmentFacts, Count, ItemFacts, Placing, Report, RollUp, UnitFacts,
    UnitProblems, WithBelow,
};
use super::reporting::Cutoffs;
use super::rollup::{Tally, slip};
use super::score::assessments;
use super::sets::{RolledUp, Sets, sets};
use super::suspect::suspects;
use super::worst::Led;

/// Every fact of a project at a day. Nothing dated later counts: neither records that do not exist yet, nor what later
/// happened to those that do.
pub(crate) fn report(project: &Project, as_of: Date) -> Report<'_> {
    report_again(project, as_of, &mut Known::default())
}

/// The same, with what is known from before.
pub(super) fn report_again<'p>(project: &'p Project, as_of: Date, known: &mut Known) -> Report<'p> {
    let report = unscored(project, as_of, known);
    Report {
        assessments: assessments(&report),
        ..report
    }
}

/// All but the scores of assessments, which are made of the reports of other days.
pub(super) fn unscored<'p>(project: &'p Project, as_of: Date, known: &mut Known) -> Report<'p> {
    known.fit(project, as_of);
    let presence = presence(project, as_of);
    let ladders = ladders(project, as_of, &presence);
    let desk = Desk {
        view: Viewpoint::new(project, as_of),
        cutoffs: campaign_cutoffs(project, as_of, &presence),
        presence: &presence,
    };
    let task_placings = task_placings(project, as_of, (&presence, &ladders));
    let decision_placings = decision_placings(&desk, &task_placings, &ladders);
    let (tasks, leaves) = task_facts(&desk, &task_placings, known);
    let decisions = decision_facts(&desk, &decision_placings, &leaves);
    let ledger = ledger(&tasks, &decisions);
    let items = Items {
        project,
        day: as_of,
        facts: (&tasks, &decisions),
        placings: (&task_placings, &decision_placings),
    };
    let (sums, without_area) = summed(&items, &ledger, (&desk, &ladders));
    let problem_placings = problem_placings(&desk, &task_placings, &ladders);
    let problems = problem_facts(&desk, &problem_placings, (&tasks, &leaves));
    let problem_sums = problems_summed((&desk, &ladders), &problems, &problem_placings);
    Report {
        project,
        as_of,
        earlier: None,
        series: project.site.main_series.as_deref(),
        tasks,
        decisions,
        task_placings,
        decision_placings,
        campaigns: each(sums.campaigns, |own| WithBelow {
            // Nothing stands below a campaign.
            with_below: own.clone(),
            own,
        }),
        areas: each(sums.areas, WithBelow::from),
        units: each(sums.units, UnitFacts::from),
        people: sums.people,
        problems,
        indicators: indicators(project, as_of, &presence.indicators),
        assessments: each(present(&presence.assessments), |()| {
            AssessmentFacts::default()
        }),
        whole: sums.whole,
        ledger,
        led: Led::default(),
        without_area,
        problem_placings,
        problem_whole: problem_sums.whole,
        problem_campaigns: problem_sums.campaigns,
        problem_areas: each(problem_sums.areas, AreaProblems::from),
        problem_units: each(problem_sums.units, UnitProblems::from),
        meetings: presence.meetings,
        documents: presence.documents,
        instructions: presence.instructions,
        inspections: presence.inspections,
        bulletins: presence.bulletins,
        children: presence.children,
        suspects: suspects(project, as_of, &presence.carried_out_by),
        carried_out_by: presence.carried_out_by,
    }
}

fn each<T, U>(all: Vec<Option<T>>, made: impl Fn(T) -> U) -> Vec<Option<U>> {
    all.into_iter().map(|one| one.map(&made)).collect()
}

fn present(there: &[bool]) -> Vec<Option<()>> {
    there.iter().map(|there| there.then_some(())).collect()
}

/// The facts of tasks and decisions, and where they belong.
#[derive(Clone, Copy)]
pub(super) struct Items<'a> {
    project: &'a Project,
    day: Date,
    facts: (&'a [Option<ItemFacts>], &'a [Option<Option<ItemFacts>>]),
    placings: (&'a [Option<Placing>], &'a [Option<Placing>]),
}

impl<'a> Items<'a> {
    pub(super) fn of(report: &'a Report) -> Items<'a> {
        Items {
            project: report.project,
            day: report.as_of,
            facts: (&report.tasks, &report.decisions),
            placings: (&report.task_placings, &report.decision_placings),
        }
    }

    /// The record, the facts and the place of what is counted.
    pub(super) fn counted(self, count: Count) -> Option<(&'a Item, &'a ItemFacts, &'a Placing)> {
        match count {
            Count::Task(task) => Some((
                &self.project.tasks.at(task, self.day).item,
                self.facts.0[task.place()].as_ref()?,
                self.placings.0[task.place()].as_ref()?,
            )),
            Count::Decision(decision) => Some((
                self.project
                    .decisions
                    .at(decision, self.day)
                    .action
                    .as_ref()?,
                self.facts.1[decision.place()].as_ref()?.as_ref()?,
                self.placings.1[decision.place()].as_ref()?,
            )),
        }
    }
}

/// What the ledger comes to in each set, and how many of its items stand in no area of the usual classification.
fn summed(
    items: &Items,
    ledger: &[Count],
    (desk, ladders): (&Desk, &Ladders),
) -> (RolledUp<RollUp>, usize) {
    let mut without_area = 0;
    let mut sets: Sets<Tally> = sets(desk.presence, ladders);
    for (item, facts, placing) in ledger.iter().filter_map(|count| items.counted(*count)) {
        let slip = slip(facts, item.weight, (item.start, desk.view.day));
        sets.add(item, placing, &slip);
        without_area += usize::from(!has_area(desk, placing));
    }
    (sets.roll_up(), without_area)
}

/// Stands in an area of the classification that the tables of areas show.
fn has_area(desk: &Desk, placing: &Placing) -> bool {
    let (areas, day) = (&desk.view.project.areas, desk.view.day);
    let mut keys = placing.areas.iter().filter_map(Seen::key);
    keys.any(|key| desk.presence.areas[key.place()] && areas.at(key, day).axis == "area")
}

/// Facts of all tasks, and what the leaves below each come to; a leaf is its own only leaf.
fn task_facts(
    desk: &Desk,
    placings: &[Option<Placing>],
    known: &mut Known,
) -> (Vec<Option<ItemFacts>>, Vec<Leaves>) {
    let project = desk.view.project;
    let presence = desk.presence;
    let mut facts: Vec<Option<ItemFacts>> = vec![None; presence.tasks.len()];
    let mut leaves = vec![Leaves::default(); presence.tasks.len()];
    let cutoffs = |key: Key<Task>| desk.cutoffs_of(placings[key.place()].as_ref());
    let subject = |key: Key<Task>, is_leaf: bool| {
        let task = project.tasks.at(key, desk.view.day);
        subject(task, is_leaf, cutoffs(key))
    };
    // No leaf waits for another.
    let before = &*known;
    let made = parallel::map(&presence.order, |_, key| {
        let made = |key| (leaf_facts(&desk.view, &subject(key, true)), true);
        let recalled = || before.recall((project, *key), cutoffs(*key));
        let is_leaf = presence.is_leaf(*key);
        is_leaf.then(|| recalled().map_or_else(|| made(*key), |known| (known, false)))
    });
    // From the bottom up: a parent comes after all its children.
    for (key, made) in presence.order.iter().zip(made).rev() {
        let place = key.place();
        let (own, below) = match made {
            Some((made, is_new)) => {
                if is_new {
                    known.note((project, *key), cutoffs(*key), &made);
                }
                made
            }
            None => {
                let below = std::mem::take(&mut leaves[place]);
                let own = parent_facts(&desk.view, &subject(*key, false), &below);
                (own, below)
            }
        };
        if let Some(parent) = presence.parents[place] {
            leaves[parent.place()].join(&below);
        }
        facts[place] = Some(own);
        leaves[place] = below;
    }
    (facts, leaves)
}

pub(super) fn subject(task: &Task, is_leaf: bool, cutoffs: Option<Cutoffs>) -> Subject<'_> {
    Subject {
        item: &task.item,
        ongoing: task.item.limit == Limit::Ongoing,
        tags: &task.head.tags,
        kind: task.kind.as_ref(),
        notices: &task.notices,
        cutoffs: cutoffs.filter(|_| is_leaf),
        in_ledger: is_leaf,
    }
}

fn decision_placings(
    desk: &Desk,
    tasks: &[Option<Placing>],
    ladders: &Ladders,
) -> Vec<Option<Placing>> {
    let (project, day) = (desk.view.project, desk.view.day);
    let place = |key: Key<Decision>| {
        let decision = project.decisions.at(key, day);
        let by = &desk.presence.carried_out_by[key.place()];
        let by: Vec<&Placing> = by
            .iter()
            .filter_map(|task| tasks[task.place()].as_ref())
            .collect();
        let campaign = project.meetings.at(decision.meeting, day).campaign;
        decision_placing(decision, campaign, &by, ladders)
    };
    let decisions = project.decisions.keys().zip(&desk.presence.decisions);
    decisions
        .map(|(key, there)| there.then(|| place(key)))
        .collect()
}

fn decision_facts(
    desk: &Desk,
    placings: &[Option<Placing>],
    leaves: &[Leaves],
) -> Vec<Option<Option<ItemFacts>>> {
    let (project, day) = (desk.view.project, desk.view.day);
    let derive = |key: Key<Decision>| {
        let decision = project.decisions.at(key, day);
        let tasks = &desk.presence.carried_out_by[key.place()];
        if tasks.is_empty() {
            let item = decision.action.as_ref()?;
            let cutoffs = desk.cutoffs_of(placings[key.place()].as_ref());
            let subject = decision_subject(decision, item, cutoffs);
            return Some(leaf_facts(&desk.view, &subject).0);
        }
        let mut below = Leaves::default();
        for task in topmost(tasks, &desk.presence.parents) {
            below.join(&leaves[task.place()]);
        }
        let bare;
        let item = match &decision.action {
            Some(item) => item,
            None => {
                bare = bare_item(decision, &project.tasks.at(tasks[0], day).item);
                &bare
            }
        };
        let subject = Subject {
            ongoing: decision.action.is_some() && item.limit == Limit::Ongoing,
            in_ledger: false,
            ..decision_subject(decision, item, None)
        };
        Some(parent_facts(&desk.view, &subject, &below))
    };
    let decisions = project.decisions.keys().zip(&desk.presence.decisions);
    decisions
        .map(|(key, there)| there.then(|| derive(key)))
        .collect()
}

pub(super) fn decision_subject<'a>(
    decision: &'a Decision,
    item: &'a Item,
    cutoffs: Option<Cutoffs>,
) -> Subject<'a> {
    Subject {
        item,
        ongoing: item.limit == Limit::Ongoing,
        tags: &decision.head.tags,
        kind: None,
        notices: &[],
        cutoffs,
        in_ledger: true,
    }
}

/// Tasks with none of the others above them, so that a leaf named twice is counted once.
pub(super) fn topmost<'t>(
    tasks: &'t [Key<Task>],
    parents: &'t [Option<Key<Task>>],
) -> impl Iterator<Item = &'t Key<Task>> {
    tasks.iter().filter(|task| {
        let mut above = upwards(**task, parents).skip(1);
        !above.any(|parent| tasks.contains(&parent))
    })
}

/// What a decision that is no action has of an item: its units and its limit.
pub(super) fn bare_item(decision: &Decision, first: &Item) -> Item {
    Item {
        responsible: decision.responsible.clone(),
        supporting: decision.supporting.clone(),
        limit: decision.due.map_or(Limit::Ongoing, Limit::Due),
        due_text: decision.due_text.clone(),
        ..Item::bare(decision.lead.unwrap_or(first.lead))
    }
}

/// What is counted, in written order: leaf tasks, then action decisions that no task carries out.
fn ledger(tasks: &[Option<ItemFacts>], decisions: &[Option<Option<ItemFacts>>]) -> Vec<Count> {
    let counted = |facts: Option<&ItemFacts>| facts.is_some_and(|facts| facts.in_ledger);
    let places = (0..tasks.len()).filter(|place| counted(tasks[*place].as_ref()));
    let tasks = places.map(|place| Count::Task(Key::new(place)));
    let facts = |place: usize| decisions[place].as_ref().and_then(Option::as_ref);
    let places = (0..decisions.len()).filter(|place| counted(facts(*place)));
    tasks
        .chain(places.map(|place| Count::Decision(Key::new(place))))
        .collect()
}
