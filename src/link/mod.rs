//! Records become a project: ids unique, references held, no cycles.

mod asset;
mod body;
mod check;
mod condition;
mod cycle;
mod days;
mod decision;
mod figure;
mod head;
mod item;
mod linker;
mod live;
mod meeting;
mod note;
mod noun;
mod sponsor;
mod table;
mod task;
mod trail;

use crate::config::Config;
use crate::diagnostic::Checked;
use crate::model::{Audience, Chronicle, Meeting, Project, Shelf};
use crate::record::{RecordKind, Records};
use crate::source::Source;

pub(crate) use days::days;
use linker::Linker;

/// Links all records as `audience` may see them. Every record is checked, seen or not; only what is seen is kept.
pub(crate) fn link(
    records: Records,
    source: &Source,
    config: Config,
    audience: &Audience,
) -> Checked<Project> {
    let mut findings = Vec::new();
    let mut records = records;
    note::join(&mut records, source, &mut findings);
    let mut linker = Linker::new(&records, source, &config, audience);
    linker.findings.append(&mut findings);
    check::records(&records, &mut linker);
    let number = records.number();
    let campaigns = linker.shelf(&mut records.campaigns, RecordKind::Campaign, noun::campaign);
    let areas = linker.shelf(&mut records.areas, RecordKind::Area, noun::area);
    let units = linker.shelf(&mut records.units, RecordKind::Unit, noun::unit);
    let people = linker.shelf(&mut records.people, RecordKind::Person, noun::person);
    let tasks = linker.shelf(&mut records.tasks, RecordKind::Task, task::task);
    let documents = linker.shelf(&mut records.documents, RecordKind::Document, noun::document);
    let (meetings, decisions) = meeting::shelves(&mut records.meetings, &mut linker);
    let meetings: Vec<Chronicle<Meeting>> = meetings;
    let mut project = Project {
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
        records: number,
    };
    body::resolve(&mut project, &mut linker);
    check::project(&project, &mut linker);
    Checked {
        value: project,
        findings: linker.findings,
    }
}
