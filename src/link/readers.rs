//! Whether a bulletin names what its own readers may not see: before it is released, and in what was released.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::diagnostic::{Finding, Origin, Path, Place};
use crate::frozen::{self, Edition};
use crate::model::{Bulletin, LinkTarget, Mention, Project, RecordRef, Seen, Shelf, Visibility};
use crate::names::folded;
use crate::parallel;
use crate::record::{RecordKind, Records, Written};

use super::linker::Linker;

/// Drafts that name a record which is for fewer readers: it would stand in the edition as “not shown here”.
pub(super) fn drafts(project: &Project, linker: &mut Linker<'_>) {
    for (_, chronicle) in project.bulletins.iter() {
        let draft = &chronicle.now;
        if draft.released.is_none() {
            let level = draft.head.visibility;
            let found = hidden(project, draft).into_iter().map(|place| {
                let hidden = Finding::warning("names-hidden", place);
                hidden.with("visibility", level.word())
            });
            linker.findings.extend(found);
        }
    }
}

fn hidden(project: &Project, draft: &Bulletin) -> Vec<Place> {
    let is_out = |level: Option<Visibility>| level.is_none_or(|own| own > draft.head.visibility);
    let origin = draft.head.origin;
    let mut places = Vec::new();
    let lists: [(&'static str, &[Mention]); 2] = [
        ("commended", &draft.commended),
        ("criticised", &draft.criticised),
    ];
    for (list, mentions) in lists {
        for (place, mention) in mentions.iter().enumerate() {
            let unit = mention.unit.map(RecordRef::Unit);
            let task = mention.task.map(RecordRef::Task);
            for (key, named) in [("unit", unit), ("task", task)] {
                if named.is_some_and(|named| is_out(level(project, named))) {
                    places.push(origin.at(Path::new(list).place(place).key(key)));
                }
            }
        }
    }
    let Some(body) = &draft.head.body else {
        return places;
    };
    for (written, target) in body.links.iter() {
        let LinkTarget::Record(named, _) = target else {
            continue;
        };
        if is_out(level(project, *named)) {
            let start = body.markdown.find(written.as_str()).unwrap_or_default();
            places.push(super::body::bytes(
                body,
                origin,
                start..start + written.len(),
            ));
        }
    }
    places
}

/// For whom a record is; none: not for the audience that everything was linked for.
fn level(project: &Project, named: RecordRef) -> Option<Visibility> {
    fn of<T>(
        shelf: &Shelf<T>,
        seen: Seen<T>,
        head: fn(&T) -> &crate::model::Head,
    ) -> Option<Visibility> {
        let key = seen.key()?;
        Some(head(&shelf.chronicle(key).now).visibility)
    }
    match named {
        RecordRef::Campaign(seen) => of(&project.campaigns, seen, |one| &one.head),
        RecordRef::Area(seen) => of(&project.areas, seen, |one| &one.head),
        RecordRef::Unit(seen) => of(&project.units, seen, |one| &one.head),
        RecordRef::Person(seen) => of(&project.people, seen, |one| &one.head),
        RecordRef::Task(seen) => of(&project.tasks, seen, |one| &one.head),
        RecordRef::Meeting(seen) => of(&project.meetings, seen, |one| &one.head),
        RecordRef::Decision(seen) => of(&project.decisions, seen, |one| &one.head),
        RecordRef::Document(seen) => of(&project.documents, seen, |one| &one.head),
        RecordRef::Problem(seen) => of(&project.problems, seen, |one| &one.head),
        RecordRef::Indicator(seen) => of(&project.indicators, seen, |one| &one.head),
        RecordRef::Instruction(seen) => of(&project.instructions, seen, |one| &one.head),
        RecordRef::Inspection(seen) => of(&project.inspections, seen, |one| &one.head),
        RecordRef::Assessment(seen) => of(&project.assessments, seen, |one| &one.head),
        RecordRef::Bulletin(seen) => of(&project.bulletins, seen, |one| &one.head),
    }
}

/// Records that are for fewer readers today than a released edition that names them. What is released stays as it is,
/// so the office has to decide what becomes of it.
pub(super) fn editions(records: &Records, linker: &mut Linker<'_>) {
    let mut released: Vec<(&str, &Edition, Visibility)> = Vec::new();
    for bulletin in &records.bulletins {
        let release = linker.releases.get(&bulletin.origin);
        let Some((release, edition)) = release.and_then(|one| Some((one, one.edition.as_ref()?)))
        else {
            continue;
        };
        let Some(level) = release.visibility() else {
            continue;
        };
        // Whether one that is withdrawn stays readable was decided with it.
        if bulletin.value.withdrawn.is_none() {
            released.push((&bulletin.id, edition, level));
        }
    }
    // What an edition names is looked for only where some record is for fewer readers than one of them.
    let Some(widest) = released.iter().map(|(_, _, level)| *level).min() else {
        return;
    };
    let mut levels = levels(records, linker);
    levels.retain(|_, (own, _)| *own > widest);
    if levels.is_empty() {
        return;
    }
    let names = parallel::map(&released, |_, (_, edition, _)| frozen::named(edition));
    let mut named: BTreeMap<(String, String), Vec<(String, Visibility)>> = BTreeMap::new();
    for ((bulletin, _, level), names) in released.iter().zip(names) {
        for name in names {
            let editions = named.entry(name).or_default();
            editions.push(((*bulletin).to_owned(), *level));
        }
    }
    for ((kind, id), editions) in named {
        let Some((own, origin)) = levels.get(&(kind.as_str(), folded(&id).into_owned())) else {
            continue;
        };
        let more = editions.into_iter().filter(|(_, level)| own > level);
        let more: Vec<String> = more.map(|(bulletin, _)| bulletin).collect();
        if !more.is_empty() {
            let shown = Finding::warning("shown-in-edition", origin.field("visibility"));
            let shown = shown.with("id", id).with("editions", more);
            linker.findings.push(shown);
        }
    }
}

type Levels = HashMap<(&'static str, String), (Visibility, Origin)>;

/// For whom each record is today, by the word of its type and its id.
fn levels(records: &Records, linker: &Linker<'_>) -> Levels {
    fn of<R>(all: &[Arc<Written<R>>], kind: RecordKind, linker: &Linker<'_>) -> Levels {
        let each = all.iter().map(|record| {
            let id = folded(&record.id).into_owned();
            let level = linker.visibility(&record.head);
            ((kind.word(), id), (level, record.origin))
        });
        each.collect()
    }
    let all = [
        of(&records.campaigns, RecordKind::Campaign, linker),
        of(&records.areas, RecordKind::Area, linker),
        of(&records.units, RecordKind::Unit, linker),
        of(&records.people, RecordKind::Person, linker),
        of(&records.tasks, RecordKind::Task, linker),
        of(&records.meetings, RecordKind::Meeting, linker),
        of(&records.documents, RecordKind::Document, linker),
        of(&records.problems, RecordKind::Problem, linker),
        of(&records.indicators, RecordKind::Indicator, linker),
        of(&records.instructions, RecordKind::Instruction, linker),
        of(&records.inspections, RecordKind::Inspection, linker),
        of(&records.assessments, RecordKind::Assessment, linker),
    ];
    all.into_iter().flatten().collect()
}
