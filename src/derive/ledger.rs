//! The pass of this wing: what exists, where it belongs, what is derived for each item, and what it all comes to.

use crate::date::Date;
use crate::model::{Decision, Item, Key, Limit, Project, Seen, Task};

use super::item::{Subject, Viewpoint, leaf_facts, parent_facts};
use super::leaves::Leaves;
use super::placing::{Ladders, decision_placing, ladders, task_placings, upwards};
use super::presence::{Presence, presence};
use super::report::{Count, ItemFacts, Placing, Report};
use super::reporting::{Cutoffs, cutoffs};
use super::rollup::slip;
use super::sets::{RolledUp, sets};
use super::suspect::suspects;

/// Every fact of a project at a day. Nothing dated later counts: neither records that do not exist yet, nor what later
/// happened to those that do.
pub(crate) fn report(project: &Project, as_of: Date) -> Report<'_> {
    let presence = presence(project, as_of);
    let ladders = ladders(project, as_of, &presence);
    let desk = Desk {
        view: Viewpoint::new(project, as_of),
        cutoffs: campaign_cutoffs(project, as_of, &presence),
        presence: &presence,
    };
    let task_placings = task_placings(project, as_of, (&presence, &ladders));
    let decision_placings = decision_placings(&desk, &task_placings, &ladders);
    let (tasks, leaves) = task_facts(&desk, &task_placings);
    let decisions = decision_facts(&desk, &decision_placings, &leaves);
    let ledger = ledger(&tasks, &decisions);
    let mut without_area = 0;
    let mut sets = sets(&presence, &ladders);
    for count in &ledger {
        let (item, facts, placing) = match count {
            Count::Task(task) => (
                Some(&project.tasks.at(*task, as_of).item),
                tasks[task.place()].as_ref(),
                task_placings[task.place()].as_ref(),
            ),
            Count::Decision(decision) => (
                project.decisions.at(*decision, as_of).action.as_ref(),
                decisions[decision.place()]
                    .as_ref()
                    .and_then(Option::as_ref),
                decision_placings[decision.place()].as_ref(),
            ),
        };
        if let (Some(item), Some(facts), Some(placing)) = (item, facts, placing) {
            let slip = slip(facts, item.weight, (item.start, as_of));
            sets.add(item, placing, &slip);
            without_area += usize::from(!has_area(&desk, placing));
        }
    }
    let RolledUp {
        whole,
        campaigns,
        areas,
        units,
        people,
    } = sets.roll_up();
    Report {
        project,
        as_of,
        tasks,
        decisions,
        task_placings,
        decision_placings,
        campaigns,
        areas,
        units,
        people,
        meetings: presence.meetings,
        documents: presence.documents,
        problems: super::problem::problems(project, as_of, &presence.problems),
        indicators: super::indicator::indicators(project, as_of, &presence.indicators),
        instructions: presence.instructions,
        inspections: presence.inspections,
        assessments: super::score::assessments(&presence.assessments),
        bulletins: presence.bulletins,
        whole,
        ledger,
        without_area,
        children: presence.children,
        suspects: suspects(project, as_of, &presence.carried_out_by),
        carried_out_by: presence.carried_out_by,
    }
}

/// Stands in an area of the classification that the tables of areas show.
fn has_area(desk: &Desk, placing: &Placing) -> bool {
    let (areas, day) = (&desk.view.project.areas, desk.view.day);
    let mut keys = placing.areas.iter().filter_map(Seen::key);
    keys.any(|key| desk.presence.areas[key.place()] && areas.at(key, day).axis == "area")
}

/// What every item's facts need besides the item.
struct Desk<'p, 'a> {
    view: Viewpoint<'p>,
    presence: &'a Presence,
    /// By the campaign's place.
    cutoffs: Vec<Option<Cutoffs>>,
}

impl Desk<'_, '_> {
    fn cutoffs_of(&self, placing: Option<&Placing>) -> Option<Cutoffs> {
        let campaign = placing?.campaign?.key()?;
        self.cutoffs[campaign.place()]
    }
}

fn campaign_cutoffs(project: &Project, day: Date, presence: &Presence) -> Vec<Option<Cutoffs>> {
    let shelf = &project.campaigns;
    let there = shelf.keys().zip(&presence.campaigns);
    there
        .map(|(campaign, there)| {
            let reporting = shelf.at(campaign, day).reporting.filter(|_| *there)?;
            Some(cutoffs(reporting, day))
        })
        .collect()
}

/// Facts of all tasks, and what the leaves below each come to; a leaf is its own only leaf.
fn task_facts(desk: &Desk, placings: &[Option<Placing>]) -> (Vec<Option<ItemFacts>>, Vec<Leaves>) {
    let presence = desk.presence;
    let mut facts: Vec<Option<ItemFacts>> = vec![None; presence.tasks.len()];
    let mut leaves = vec![Leaves::default(); presence.tasks.len()];
    // From the bottom up: a parent comes after all its children.
    for key in presence.order.iter().rev() {
        let place = key.place();
        let task = desk.view.project.tasks.at(*key, desk.view.day);
        let is_leaf = presence.is_leaf(*key);
        let subject = subject(task, is_leaf, desk.cutoffs_of(placings[place].as_ref()));
        if is_leaf {
            let (own, one) = leaf_facts(&desk.view, &subject);
            facts[place] = Some(own);
            leaves[place] = one;
        } else {
            facts[place] = Some(parent_facts(&desk.view, &subject, &leaves[place]));
        }
        if let Some(parent) = presence.parents[place] {
            let below = leaves[place].clone();
            leaves[parent.place()].join(&below);
        }
    }
    (facts, leaves)
}

fn subject(task: &Task, is_leaf: bool, cutoffs: Option<Cutoffs>) -> Subject<'_> {
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

fn decision_subject<'a>(
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
fn topmost<'t>(
    tasks: &'t [Key<Task>],
    parents: &'t [Option<Key<Task>>],
) -> impl Iterator<Item = &'t Key<Task>> {
    tasks.iter().filter(|task| {
        let mut above = upwards(**task, parents).skip(1);
        !above.any(|parent| tasks.contains(&parent))
    })
}

/// What a decision that is no action has of an item: its units and its limit.
fn bare_item(decision: &Decision, first: &Item) -> Item {
    Item {
        lead: decision.lead.unwrap_or(first.lead),
        responsible: decision.responsible.clone(),
        supporting: decision.supporting.clone(),
        owner: None,
        liaison: None,
        sponsor: None,
        areas: Vec::new(),
        campaign: None,
        start: None,
        limit: decision.due.map_or(Limit::Ongoing, Limit::Due),
        due_text: decision.due_text.clone(),
        target: None,
        plan: Vec::new(),
        milestones: Vec::new(),
        progress: Vec::new(),
        extensions: Vec::new(),
        closures: Vec::new(),
        ratings: Vec::new(),
        light_overrides: Vec::new(),
        cancelled: None,
        suspensions: Vec::new(),
        budget: None,
        weight: crate::decimal::Decimal::ONE,
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
