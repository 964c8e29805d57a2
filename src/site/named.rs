//! Records by their type and id, for what was written down with names: looked up once for a site, when first asked.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::model::{Head, Project, RecordRef, Seen, Shelf};
use crate::names::folded;

use super::desk::Desk;

/// By the type's word and the folded id.
#[derive(Debug, Default)]
pub(crate) struct Named(OnceLock<HashMap<(&'static str, String), RecordRef>>);

/// The record of this type and id, as this audience may see it.
pub(crate) fn named(desk: &Desk<'_>, kind: &str, id: &str) -> Option<RecordRef> {
    let all = desk.index.named.0.get_or_init(|| all(desk.report.project));
    let kind = KINDS.into_iter().find(|word| *word == kind)?;
    all.get(&(kind, folded(id).into_owned())).copied()
}

const KINDS: [&str; 14] = [
    "campaign",
    "area",
    "unit",
    "person",
    "task",
    "meeting",
    "decision",
    "document",
    "problem",
    "indicator",
    "instruction",
    "inspection",
    "assessment",
    "bulletin",
];

fn all(project: &Project) -> HashMap<(&'static str, String), RecordRef> {
    let mut all = HashMap::new();
    let [
        campaign,
        area,
        unit,
        person,
        task,
        meeting,
        decision,
        rest @ ..,
    ] = KINDS;
    let [
        document,
        problem,
        indicator,
        instruction,
        inspection,
        assessment,
        bulletin,
    ] = rest;
    enter(&mut all, campaign, &project.campaigns, |one| {
        (&one.head, RecordRef::Campaign)
    });
    enter(&mut all, area, &project.areas, |one| {
        (&one.head, RecordRef::Area)
    });
    enter(&mut all, unit, &project.units, |one| {
        (&one.head, RecordRef::Unit)
    });
    enter(&mut all, person, &project.people, |one| {
        (&one.head, RecordRef::Person)
    });
    enter(&mut all, task, &project.tasks, |one| {
        (&one.head, RecordRef::Task)
    });
    enter(&mut all, meeting, &project.meetings, |one| {
        (&one.head, RecordRef::Meeting)
    });
    enter(&mut all, decision, &project.decisions, |one| {
        (&one.head, RecordRef::Decision)
    });
    enter(&mut all, document, &project.documents, |one| {
        (&one.head, RecordRef::Document)
    });
    enter(&mut all, problem, &project.problems, |one| {
        (&one.head, RecordRef::Problem)
    });
    enter(&mut all, indicator, &project.indicators, |one| {
        (&one.head, RecordRef::Indicator)
    });
    enter(&mut all, instruction, &project.instructions, |one| {
        (&one.head, RecordRef::Instruction)
    });
    enter(&mut all, inspection, &project.inspections, |one| {
        (&one.head, RecordRef::Inspection)
    });
    enter(&mut all, assessment, &project.assessments, |one| {
        (&one.head, RecordRef::Assessment)
    });
    enter(&mut all, bulletin, &project.bulletins, |one| {
        (&one.head, RecordRef::Bulletin)
    });
    all
}

fn enter<T>(
    all: &mut HashMap<(&'static str, String), RecordRef>,
    kind: &'static str,
    shelf: &Shelf<T>,
    of: impl Fn(&T) -> (&Head, fn(Seen<T>) -> RecordRef),
) {
    for (key, noun) in shelf.iter() {
        let (head, reference) = of(&noun.now);
        let id = folded(&head.id).into_owned();
        all.insert((kind, id), reference(Seen::Shown(key)));
    }
}
