//! Records become a project: ids unique, references held, no cycles.

mod assessment;
mod asset;
mod body;
mod bulletin;
mod check;
mod condition;
mod cycle;
mod days;
mod decision;
mod edition;
mod far_off;
mod figure;
mod head;
mod indicator;
mod item;
mod linker;
mod live;
mod marked;
mod meeting;
mod note;
mod notice;
mod noun;
mod numbering;
mod outlined;
mod problem;
mod readers;
mod sponsor;
mod table;
mod task;
mod trail;

use crate::config::Config;
use crate::diagnostic::Checked;
use crate::model::{Audience, Chronicle, Meeting, Project, Shelf, Visibility};
use crate::record::{RecordKind, Records, Word};
use crate::source::Source;

pub(crate) use days::days;
pub(crate) use edition::{Telling, differs};
use linker::Linker;
pub(crate) use outlined::Outlined;

/// Links all records as `audience` may see them. Every record is checked, seen or not; only what is seen is kept.
pub(crate) fn link(
    records: Records,
    source: &Source,
    config: Config,
    audience: &Audience,
) -> Checked<Project> {
    link_again(
        records,
        source,
        config,
        (audience, &mut Outlined::default()),
    )
}

/// The same, with what is known of bodies from before.
pub(crate) fn link_again(
    mut records: Records,
    source: &Source,
    config: Config,
    (audience, outlined): (&Audience, &mut Outlined),
) -> Checked<Project> {
    (outlined.hits, outlined.bodies) = (0, 0);
    let mut findings = Vec::new();
    let own = config.site.language;
    note::join(&mut records, source, own, &mut findings);
    restrict(&mut records);
    let releases = edition::join(&mut records, source, &mut findings);
    let marks = marked::join(&mut records, own, &mut findings);
    let mut linker = Linker::new(&records, source, &config, (audience, releases));
    linker.findings.append(&mut findings);
    check::records(&records, &mut linker);
    let mut project = shelves(&mut records, config, &mut linker);
    body::resolve(&mut project, &mut linker, outlined);
    check::project(&project, &mut linker);
    marks.settle(&mut project, &mut linker);
    Checked {
        value: project,
        findings: linker.findings,
    }
}

/// Every record on the shelf of its type.
fn shelves(records: &mut Records, config: Config, linker: &mut Linker<'_>) -> Project {
    let number = records.number();
    let campaigns = linker.shelf(&mut records.campaigns, RecordKind::Campaign, noun::campaign);
    let areas = linker.shelf(&mut records.areas, RecordKind::Area, noun::area);
    let units = linker.shelf(&mut records.units, RecordKind::Unit, noun::unit);
    let people = linker.shelf(&mut records.people, RecordKind::Person, noun::person);
    let tasks = linker.shelf(&mut records.tasks, RecordKind::Task, task::task);
    let documents = linker.shelf(&mut records.documents, RecordKind::Document, noun::document);
    let problems = linker.shelf(&mut records.problems, RecordKind::Problem, problem::problem);
    let indicators = linker.shelf(
        &mut records.indicators,
        RecordKind::Indicator,
        indicator::indicator,
    );
    let instructions = linker.shelf(
        &mut records.instructions,
        RecordKind::Instruction,
        problem::instruction,
    );
    let inspections = linker.shelf(
        &mut records.inspections,
        RecordKind::Inspection,
        problem::inspection,
    );
    let assessments = linker.shelf(
        &mut records.assessments,
        RecordKind::Assessment,
        assessment::assessment,
    );
    let bulletins = linker.shelf(
        &mut records.bulletins,
        RecordKind::Bulletin,
        bulletin::bulletin,
    );
    let (meetings, decisions) = meeting::shelves(&mut records.meetings, linker);
    let meetings: Vec<Chronicle<Meeting>> = meetings;
    Project {
        site: config.site,
        calendar: config.calendar,
        rules: config.rules,
        campaigns,
        areas,
        units,
        people,
        tasks,
        meetings: Shelf::new(meetings),
        decisions,
        documents,
        problems,
        indicators,
        instructions,
        inspections,
        assessments,
        bulletins,
        sees_all: linker.audience.sees_all(),
        records: number,
        shows_internal: linker.audience.may_see(Visibility::Internal),
    }
}

/// A leader's instruction is restricted when it does not say otherwise, whatever the site's default is.
fn restrict(records: &mut Records) {
    for instruction in &mut records.instructions {
        let visibility = &mut instruction.head.visibility;
        visibility.get_or_insert(Word(Visibility::Restricted));
    }
}
