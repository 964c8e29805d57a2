//! Checks over all records together: cycles, measurable targets, sponsors, titles, numbers, files that nobody needs.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::diagnostic::{Finding, Origin, Place, Value};
use crate::model::{
    Chronicle, Item, Key, Limit, Party, Person, Project, Seen, Shelf, Task, Text, Unit, Visibility,
};
use crate::names::folded;
use crate::record::{RecordKind, Records, TaskRecord, Written};

use super::cycle::cycles;
use super::linker::Linker;

/// What keeps records from being shown at all, as they are written, seen by this audience or not.
pub(super) fn faults(records: &Records, linker: &mut Linker<'_>) {
    let parents = |parent: &Option<String>| parent.iter().cloned().collect::<Vec<_>>();
    acyclic(
        linker,
        &records.areas,
        (RecordKind::Area, "parent"),
        |area| parents(&area.parent),
    );
    acyclic(
        linker,
        &records.units,
        (RecordKind::Unit, "parent"),
        |unit| parents(&unit.parent),
    );
    acyclic(
        linker,
        &records.tasks,
        (RecordKind::Task, "parent"),
        |task| parents(&task.parent),
    );
    acyclic(
        linker,
        &records.tasks,
        (RecordKind::Task, "depends_on"),
        |task| task.depends_on.0.clone(),
    );
    acyclic(
        linker,
        &records.indicators,
        (RecordKind::Indicator, "parts"),
        |indicator| {
            let parts = indicator.parts.0.iter();
            parts.filter_map(|part| part.indicator.clone()).collect()
        },
    );
    acyclic(
        linker,
        &records.inspections,
        (RecordKind::Inspection, "follow_up_of"),
        |inspection| parents(&inspection.follow_up_of),
    );
    super::notice::notices(&records.tasks, linker);
}

/// Other checks on the same: none of them finds an error.
pub(super) fn records(records: &Records, linker: &mut Linker<'_>) {
    measurable(&records.tasks, linker);
    super::numbering::bulletins(records, linker);
    super::readers::editions(records, linker);
    private(records, linker);
}

fn acyclic<T>(
    linker: &mut Linker<'_>,
    records: &[Arc<Written<T>>],
    (kind, field): (RecordKind, &'static str),
    targets: impl Fn(&T) -> Vec<String>,
) {
    let table = linker.frame.tables.of(kind);
    let place = |id: &String| table.find(id).map(|slot| slot.record);
    let graph: Vec<Vec<usize>> = records
        .iter()
        .map(|record| targets(&record.value).iter().filter_map(place).collect())
        .collect();
    for cycle in cycles(&graph) {
        let ids: Vec<String> = cycle.iter().map(|node| records[*node].id.clone()).collect();
        let found = Finding::error("cycle", records[cycle[0]].origin.field(field));
        let found = found.with("field", field).with("members", ids);
        let rest = cycle[1..].iter().fold(found, |all, node| {
            all.and_at("next-in-cycle", records[*node].origin.field(field))
        });
        linker.findings.push(rest);
    }
}

/// A leaf task says how its result is measured.
fn measurable(tasks: &[Arc<Written<TaskRecord>>], linker: &mut Linker<'_>) {
    let parents: HashSet<String> = tasks
        .iter()
        .filter_map(|task| task.value.parent.as_deref())
        .map(|id| folded(id).into_owned())
        .collect();
    for task in tasks {
        let target = task.value.target.as_ref();
        let measured = target.is_some_and(|t| t.quantity.is_some() || t.text.is_some());
        let struck = linker.is_struck_field(task.origin, "target");
        let over = task.value.cancelled.is_some();
        // Without an id, nobody can tell whether it has children.
        let struck = struck || task.id.is_empty();
        if !measured && !struck && !over && !parents.contains(folded(&task.id).as_ref()) {
            linker
                .findings
                .push(Finding::warning("no-target", task.origin.field("target")));
        }
    }
}

/// Telephone and identity-card numbers in files that hold a public record.
fn private(records: &Records, linker: &mut Linker<'_>) {
    if records.private.is_empty() {
        return;
    }
    let mut public: HashSet<crate::source::FileId> = HashSet::new();
    let mut note = |origin: Origin, head: &crate::record::HeadRecord| {
        if linker.visibility(head) == Visibility::Public {
            public.insert(origin.file());
        }
    };
    records
        .campaigns
        .iter()
        .for_each(|r| note(r.origin, &r.head));
    records.areas.iter().for_each(|r| note(r.origin, &r.head));
    records.units.iter().for_each(|r| note(r.origin, &r.head));
    records.people.iter().for_each(|r| note(r.origin, &r.head));
    records.tasks.iter().for_each(|r| note(r.origin, &r.head));
    records
        .meetings
        .iter()
        .for_each(|r| note(r.origin, &r.head));
    records
        .documents
        .iter()
        .for_each(|r| note(r.origin, &r.head));
    records
        .problems
        .iter()
        .for_each(|r| note(r.origin, &r.head));
    records
        .indicators
        .iter()
        .for_each(|r| note(r.origin, &r.head));
    records
        .instructions
        .iter()
        .for_each(|r| note(r.origin, &r.head));
    records
        .inspections
        .iter()
        .for_each(|r| note(r.origin, &r.head));
    records
        .assessments
        .iter()
        .for_each(|r| note(r.origin, &r.head));
    records
        .bulletins
        .iter()
        .for_each(|r| note(r.origin, &r.head));
    for (file, number) in &records.private {
        if public.contains(file) {
            let place = Place::Bytes {
                file: *file,
                start: number.start,
                end: number.end,
            };
            linker.findings.push(
                Finding::warning("private-number", place)
                    .with("kind", Value::Word(number.kind))
                    .with("number", number.masked.as_str()),
            );
        }
    }
}

/// Checks that need references resolved; none of them finds an error.
pub(super) fn project(project: &Project, linker: &mut Linker<'_>) {
    super::readers::drafts(project, linker);
    titles(&project.tasks, RecordKind::Task, linker, |task| {
        (&task.title, task.head.origin)
    });
    titles(&project.meetings, RecordKind::Meeting, linker, |meeting| {
        (&meeting.title, meeting.head.origin)
    });
    titles(
        &project.documents,
        RecordKind::Document,
        linker,
        |document| (&document.title, document.head.origin),
    );
    titles(&project.problems, RecordKind::Problem, linker, |problem| {
        (&problem.title, problem.head.origin)
    });
    titles(&project.units, RecordKind::Unit, linker, |unit| {
        (&unit.name, unit.head.origin)
    });
    if linker.frame.has_several_campaigns {
        campaigns(project, linker);
    }
    super::numbering::meetings(project, linker);
    terms(project, linker);
    super::sponsor::check(project, linker);
    images(linker);
    unused(linker);
}

/// Two records of a type with one title are hard to tell apart on a page.
fn titles<T>(
    shelf: &Shelf<T>,
    kind: RecordKind,
    linker: &mut Linker<'_>,
    title: impl Fn(&T) -> (&Text, Origin),
) {
    let mut seen: HashMap<&Text, Origin> = HashMap::new();
    for (_, Chronicle { now, .. }) in shelf.iter() {
        let (text, origin) = title(now);
        if text.is_empty() {
            continue;
        }
        if let Some(first) = seen.get(text) {
            let field = if kind == RecordKind::Unit {
                "name"
            } else {
                "title"
            };
            let twice = Finding::warning("duplicate-title", origin.field(field));
            let twice = twice.with("title", text.wanted(crate::model::Language::Chinese));
            linker
                .findings
                .push(twice.and_at("first-here", first.field(field)));
        } else {
            seen.insert(text, origin);
        }
    }
}

/// Of several campaigns, one is named by every meeting and by every task that is below no other.
fn campaigns(project: &Project, linker: &mut Linker<'_>) {
    let tasks = project.tasks.iter().map(|(_, task)| &task.now);
    let lost = tasks.filter(|task| task.parent.is_none() && task.item.campaign.is_none());
    let tasks = lost.map(|task| (task.head.origin, RecordKind::Task));
    let meetings = project.meetings.iter().map(|(_, meeting)| &meeting.now);
    let lost = meetings.filter(|meeting| meeting.campaign.is_none());
    let meetings = lost.map(|meeting| (meeting.head.origin, RecordKind::Meeting));
    for (origin, kind) in tasks.chain(meetings) {
        let missing = Finding::warning("no-campaign", origin.whole());
        let missing = missing.with("type", Value::Word(kind.label()));
        linker.findings.push(missing);
    }
}

/// Units and posts are active on the days on which they are named.
fn terms(project: &Project, linker: &mut Linker<'_>) {
    for (_, Chronicle { now, .. }) in project.tasks.iter() {
        task_units(project, now, linker);
    }
    // A meeting whose date could not be read is held on no day.
    let no_day = linker.no_day();
    let dated = project
        .meetings
        .iter()
        .filter(|(_, meeting)| meeting.now.date != no_day);
    for (_, Chronicle { now, .. }) in dated {
        let origin = now.head.origin;
        for (party, field) in [(&now.chair, "chair"), (&now.minute_taker, "minute_taker")] {
            if let Some(Party::Person(Seen::Shown(person))) = party {
                post(project, (*person, now.date), origin.field(field), linker);
            }
        }
        for (place, speech) in now.speeches.iter().enumerate() {
            if let Party::Person(Seen::Shown(person)) = speech.who {
                let path = crate::diagnostic::Path::new("speeches")
                    .place(place)
                    .key("who");
                post(project, (person, now.date), origin.at(path), linker);
            }
        }
    }
}

fn task_units(project: &Project, task: &Task, linker: &mut Linker<'_>) {
    let item: &Item = &task.item;
    let over = item.progress.iter().any(|entry| entry.finished) || item.cancelled.is_some();
    let due = match item.limit {
        Limit::Due(due) if !over => Some(due),
        Limit::Due(_) | Limit::Ongoing => None,
    };
    let origin = task.head.origin;
    let lead = [(item.lead, origin.field("lead"))];
    let listed = |units: &[Seen<Unit>], field: &'static str| -> Vec<(Seen<Unit>, Place)> {
        let each = units.iter().enumerate();
        each.map(|(n, unit)| {
            (
                *unit,
                origin.at(crate::diagnostic::Path::new(field).place(n)),
            )
        })
        .collect()
    };
    let others = listed(&item.responsible, "responsible")
        .into_iter()
        .chain(listed(&item.supporting, "supporting"));
    for (unit, place) in lead.into_iter().chain(others) {
        let Some(unit) = unit.key() else { continue };
        let unit: &Unit = &project.units.chronicle(unit).now;
        let outside = |day: &crate::date::Date| {
            unit.active.0.is_some_and(|from| *day < from)
                || unit.active.1.is_some_and(|to| to < *day)
        };
        let is_struck = linker.is_struck_field(unit.head.origin, "active");
        if let Some(day) = item
            .start
            .into_iter()
            .chain(due)
            .find(outside)
            .filter(|_| !is_struck)
        {
            let name = unit.name.wanted(crate::model::Language::Chinese);
            let inactive = Finding::warning("unit-not-active", place)
                .with("unit", name)
                .with("date", day);
            linker.findings.push(inactive);
        }
    }
}

fn post(
    project: &Project,
    (person, day): (Key<Person>, crate::date::Date),
    place: Place,
    linker: &mut Linker<'_>,
) {
    let person = &project.people.chronicle(person).now;
    let is_out = !person.posts.is_empty() && person.posts_on(day).next().is_none();
    if is_out && !linker.is_struck_field(person.head.origin, "posts") {
        let name = person.name.wanted(crate::model::Language::Chinese);
        linker.findings.push(
            Finding::warning("post-not-valid", place)
                .with("person", name)
                .with("date", day),
        );
    }
}

/// Images that some record refers to and that cannot be published, or not as they are.
fn images(linker: &mut Linker<'_>) {
    let all = linker.source.assets.iter();
    let used = all.filter(|asset| linker.used_assets.contains(&asset.path));
    let found: Vec<Finding> = used
        .filter_map(|asset| Some((asset, asset.look.as_ref()?)))
        .flat_map(|(asset, look)| super::asset::look(asset, look))
        .collect();
    linker.findings.extend(found);
}

/// Files under `content/` that no record refers to.
fn unused(linker: &mut Linker<'_>) {
    let all = linker.source.assets.iter();
    let unused = all.filter(|asset| !linker.used_assets.contains(&asset.path));
    let found: Vec<Finding> = unused
        .map(|asset| Finding::warning("unused-asset", Place::Path(asset.path.clone())))
        .collect();
    linker.findings.extend(found);
}
