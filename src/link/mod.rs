//! Records become a project: ids unique, references held, no cycles.

mod anchor;
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
mod frame;
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
mod remembered;
mod sponsor;
mod table;
mod task;
mod taught;
mod trail;
mod unknown;

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use crate::config::Config;
use crate::diagnostic::{Checked, Finding, Origin};
use crate::model::{Audience, Chronicle, Meeting, Project, Shelf, Visibility};
use crate::parallel;
use crate::record::{RecordKind, Records, Word};
use crate::source::Source;

pub(crate) use days::days;
use edition::Release;
pub(crate) use edition::{Telling, differs};
use frame::Frame;
use linker::Linker;
use marked::Marks;
pub(crate) use remembered::Known;
use remembered::{List, Remembered};

/// Links all records as `audience` may see them. Every record is checked, seen or not; only what is seen is kept.
pub(crate) fn link(
    records: Records,
    source: &Source,
    config: Config,
    audience: &Audience,
) -> Checked<Project> {
    let known = (audience, &mut Known::default());
    let (mut linked, rest) = link_again(records, source, config, known);
    let found = self::rest(&linked.value, (source, audience), &rest);
    linked.findings.extend(found);
    linked
}

/// What is still to be looked at when a project stands. It can be shown before: no error is found any more.
pub(crate) struct Rest {
    frame: Arc<Frame>,
    releases: Arc<HashMap<Origin, Release>>,
    /// Where records are held on to; where they are not, they were looked at before they were linked.
    records: Option<Arc<Records>>,
    used_assets: BTreeSet<String>,
    marks: Marks,
}

/// The same, with what is known from before, and without `rest`.
pub(crate) fn link_again(
    mut records: Records,
    source: &Source,
    config: Config,
    (audience, known): (&Audience, &mut Known),
) -> (Checked<Project>, Rest) {
    let mut findings = Vec::new();
    let own = config.site.language;
    note::join(&mut records, source, own, &mut findings);
    restrict(&mut records);
    let releases = edition::join(&mut records, source, &mut findings);
    let marks = marked::join(&mut records, own, &mut findings);
    let releases = Arc::new(releases);
    let (frame, found, shared) = known.frame(&records, (source, &config), (audience, &releases));
    findings.extend(found);
    let mut linker = Linker::new((frame, findings), source, (audience, releases));
    let mut beside = linker.beside();
    if shared.is_none() {
        check::faults(&records, &mut beside);
        check::records(&records, &mut beside);
    }
    // Where records are held on to, they can be looked at while they are linked.
    let check = || {
        if let Some(records) = &shared {
            check::faults(records, &mut beside);
        }
        beside.findings
    };
    let link = || {
        let mut project = shelves(&mut records, config, (&mut linker, &mut known.records));
        body::resolve(&mut project, &mut linker, known);
        marks.settle(&mut project, &linker);
        (project, linker)
    };
    let ((value, linker), found) = parallel::both(link, check);
    let all = linker.findings.into_iter().chain(found);
    let findings = marks.moved(all.collect());
    let rest = Rest {
        frame: linker.frame,
        releases: linker.releases,
        records: shared,
        used_assets: linker.used_assets,
        marks,
    };
    (Checked { value, findings }, rest)
}

/// Checks over all records and over all nouns together.
pub(crate) fn rest(
    project: &Project,
    (source, audience): (&Source, &Audience),
    rest: &Rest,
) -> Vec<Finding> {
    let mut linker = Linker::resumed(rest, source, audience);
    if let Some(records) = &rest.records {
        check::records(records, &mut linker);
    }
    check::project(project, &mut linker);
    rest.marks.moved(linker.findings)
}

/// Every record on the shelf of its type.
fn shelves(
    records: &mut Records,
    config: Config,
    (linker, known): (&mut Linker<'_>, &mut Remembered),
) -> Project {
    let number = records.number();
    linker.routes.reserve(number);
    let of = (RecordKind::Campaign, &mut known.campaigns);
    let campaigns = linker.shelf(&mut records.campaigns, of, noun::campaign);
    let of = (RecordKind::Area, &mut known.areas);
    let areas = linker.shelf(&mut records.areas, of, noun::area);
    let of = (RecordKind::Unit, &mut known.units);
    let units = linker.shelf(&mut records.units, of, noun::unit);
    let of = (RecordKind::Person, &mut known.people);
    let people = linker.shelf(&mut records.people, of, noun::person);
    let of = (RecordKind::Task, &mut known.tasks);
    let tasks = linker.shelf(&mut records.tasks, of, task::task);
    let of = (RecordKind::Document, &mut known.documents);
    let documents = linker.shelf(&mut records.documents, of, noun::document);
    let of = (RecordKind::Problem, &mut known.problems);
    let problems = linker.shelf(&mut records.problems, of, problem::problem);
    let of = (RecordKind::Indicator, &mut known.indicators);
    let indicators = linker.shelf(&mut records.indicators, of, indicator::indicator);
    let of = (RecordKind::Instruction, &mut known.instructions);
    let instructions = linker.shelf(&mut records.instructions, of, problem::instruction);
    let of = (RecordKind::Inspection, &mut known.inspections);
    let inspections = linker.shelf(&mut records.inspections, of, problem::inspection);
    let of = (RecordKind::Assessment, &mut known.assessments);
    let assessments = linker.shelf(&mut records.assessments, of, assessment::assessment);
    let unknown = (RecordKind::Bulletin, &mut List::default());
    let bulletins = linker.shelf(&mut records.bulletins, unknown, bulletin::bulletin);
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
        if instruction.head.visibility.is_none() {
            let head = &mut Arc::make_mut(instruction).head;
            head.visibility = Some(Word(Visibility::Restricted));
        }
    }
}
