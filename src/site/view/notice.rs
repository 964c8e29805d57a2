//! Printable notices 督办单: one for each unit with something to press for, one for each notice on an item.

use serde::Serialize;

use crate::derive::{Count, ladder};
use crate::model::{Key, Notice, NoticeKind, Seen, Task, Unit};
use crate::site::desk::Desk;

use super::item::{Day, day, say};
use super::limit::{Kept, LINES, RestView, by_light, data_files, foremost, rest};
use super::parts::Link;
use super::pressed_problem;
use super::supervision::{Found, Pressed, found, found_of, item, pressed};
use super::task::origin;

/// The notice of a unit; what is empty is filled in by hand.
#[derive(Debug, Serialize)]
pub(crate) struct UnitNoticeView {
    pub(crate) unit: Link,
    pub(crate) dated: Day,
    pub(crate) lines: Vec<NoticeLine>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) rest: Option<RestView>,
    /// Of the problem list.
    pub(crate) problems: Vec<NoticeLine>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) problem_rest: Option<RestView>,
    /// Where to answer: the campaign's office.
    pub(crate) feedback: Vec<Link>,
    pub(crate) liaison: Link,
}

#[derive(Debug, Serialize)]
pub(crate) struct NoticeLine {
    pub(crate) pressed: Pressed,
    pub(crate) source: String,
    pub(crate) leader: Link,
    pub(crate) supporting: Vec<Link>,
    pub(crate) requirement: String,
}

/// The notices issued on a task, one sheet for each.
#[derive(Debug, Serialize)]
pub(crate) struct TaskNoticesView {
    pub(crate) id: String,
    pub(crate) title: Link,
    pub(crate) standing: String,
    pub(crate) next: String,
    pub(crate) sheets: Vec<Sheet>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Sheet {
    pub(crate) anchor: String,
    pub(crate) kind: String,
    pub(crate) word: &'static str,
    pub(crate) number: String,
    pub(crate) issued: Day,
    pub(crate) matter: Link,
    pub(crate) source: String,
    pub(crate) leader: Link,
    pub(crate) lead: Link,
    pub(crate) supporting: Vec<Link>,
    pub(crate) requirement: String,
    pub(crate) due: String,
    pub(crate) issuer: Link,
    pub(crate) liaison: Link,
    pub(crate) signed: String,
    pub(crate) result: String,
    pub(crate) closed: String,
}

/// Units with something to press for.
pub(crate) fn units(desk: &Desk<'_>) -> Vec<Key<Unit>> {
    let mut units: Vec<Key<Unit>> = found(desk).iter().filter_map(|one| one.lead).collect();
    let problems = pressed_problem::found_problems(desk);
    units.extend(problems.iter().filter_map(|one| one.lead?.key()));
    units.sort_unstable();
    units.dedup();
    units.retain(|unit| desk.report.units[unit.place()].is_some());
    units
}

/// Tasks on which a notice was issued by D.
pub(crate) fn tasks(desk: &Desk<'_>) -> Vec<Key<Task>> {
    let shelf = &desk.report.project.tasks;
    let there = shelf
        .keys()
        .filter(|k| desk.report.tasks[k.place()].is_some());
    there
        .filter(|key| {
            let notices = &shelf.at(*key, desk.as_of()).notices;
            notices.iter().any(|n| n.issued_on <= desk.as_of())
        })
        .collect()
}

pub(crate) fn of_unit(desk: &Desk<'_>, key: Key<Unit>) -> Option<UnitNoticeView> {
    desk.report.units[key.place()].as_ref()?;
    let unit = desk.report.project.units.at(key, desk.as_of());
    let mine = found_of(desk, key);
    let counts: Vec<Count> = mine.iter().map(|one| one.count).collect();
    let mine = foremost(mine, LINES, |one| by_light(desk, one.count));
    let kept = Kept::of(counts.len(), mine.len());
    let (problems, problem_rest) = pressed_problem::lines(desk, key);
    Some(UnitNoticeView {
        unit: Link {
            text: desk.words.text(&unit.name),
            ..desk.unit(key)
        },
        dated: day(desk, desk.as_of()),
        lines: mine.iter().filter_map(|one| line(desk, one)).collect(),
        rest: rest(desk, "rest-worst", kept, || data_files(desk, &counts)),
        problems,
        problem_rest,
        feedback: offices(desk),
        liaison: desk.optional_party(unit.liaison.as_ref()),
    })
}

fn offices(desk: &Desk<'_>) -> Vec<Link> {
    let shelf = &desk.report.project.campaigns;
    let there = shelf
        .keys()
        .filter(|k| desk.report.campaigns[k.place()].is_some());
    let office = |key| shelf.at(key, desk.as_of()).office;
    let offices = there.filter_map(office);
    offices.map(|unit| desk.seen_unit(unit)).collect()
}

fn line(desk: &Desk<'_>, one: &Found) -> Option<NoticeLine> {
    let (of, _) = item(desk, one.count)?;
    let placing = match one.count {
        Count::Task(key) => desk.placing(key),
        Count::Decision(key) => desk.report.decision_placings[key.place()].as_ref(),
    };
    let leader = placing.and_then(|placing| placing.sponsor);
    let others = of.responsible.iter().chain(&of.supporting);
    Some(NoticeLine {
        pressed: pressed(desk, one)?,
        source: source(desk, one.count),
        leader: leader.map(|p| desk.seen_person(p)).unwrap_or_default(),
        supporting: others.map(|unit| desk.seen_unit(*unit)).collect(),
        requirement: requirement(desk, one.count),
    })
}

/// `会议：…`, or the meeting of a decision.
fn source(desk: &Desk<'_>, count: Count) -> String {
    let project = desk.report.project;
    match count {
        Count::Task(key) => {
            let origins = origin(desk, project.tasks.at(key, desk.as_of()));
            let origins = origins.into_iter().map(|of| {
                let values = [("label", of.label), ("text", of.link.text)];
                say(desk, "labelled", &values)
            });
            desk.words.list(&origins.collect::<Vec<_>>())
        }
        Count::Decision(key) => {
            let meeting = project.decisions.at(key, desk.as_of()).meeting;
            desk.meeting(meeting).text
        }
    }
}

/// The target in words, then the measures.
fn requirement(desk: &Desk<'_>, count: Count) -> String {
    let Count::Task(key) = count else {
        return String::new();
    };
    let task = desk.report.project.tasks.at(key, desk.as_of());
    let target = task.item.target.as_ref();
    let target = target.map(|target| super::item::target(desk, target));
    let measures = task.measures.iter().map(|text| desk.words.text(text));
    let all: Vec<String> = target.into_iter().chain(measures).collect();
    let all: Vec<String> = all.into_iter().filter(|text| !text.is_empty()).collect();
    all.join(&desk.words.plain("semicolon"))
}

pub(crate) fn of_task(desk: &Desk<'_>, key: Key<Task>) -> Option<TaskNoticesView> {
    desk.task_facts(key)?;
    let task = desk.report.project.tasks.at(key, desk.as_of());
    let ladder = ladder(&task.notices, desk.as_of());
    let kind = |kind: NoticeKind| desk.words.of("notice", kind.word());
    let standing = ladder.rung.map(|rung| {
        let values = [("kind", kind(rung)), ("n", ladder.open.len().to_string())];
        say(desk, "notices-open", &values)
    });
    let issued = task.notices.iter().filter(|n| n.issued_on <= desk.as_of());
    let sheets: Vec<Sheet> = issued
        .enumerate()
        .map(|(place, notice)| sheet(desk, (key, task), (place, notice)))
        .collect();
    Some(TaskNoticesView {
        id: task.head.id.clone(),
        title: desk.task(key),
        standing: standing.unwrap_or_else(|| desk.words.plain("notices-none-open")),
        next: ladder
            .suggested
            .map(|next| desk.words.with("notice-next", "kind", &kind(next)))
            .unwrap_or_default(),
        sheets,
    })
}

fn sheet(
    desk: &Desk<'_>,
    (key, task): (Key<Task>, &Task),
    (place, notice): (usize, &Notice),
) -> Sheet {
    let words = desk.words;
    let on = notice.issued_on;
    let unit = |unit: &Seen<Unit>| match unit {
        Seen::Shown(key) => desk.unit_on(*key, on),
        Seen::Hidden => desk.hidden(),
    };
    let others = task.item.responsible.iter().chain(&task.item.supporting);
    let leader = desk.placing(key).and_then(|placing| placing.sponsor);
    let issuer = notice.issuer.as_ref();
    Sheet {
        anchor: format!("notice-{}", place + 1),
        kind: words.of("notice", notice.kind.word()),
        word: notice.kind.word(),
        number: notice.number.clone().unwrap_or_default(),
        issued: day(desk, on),
        matter: desk.task(key),
        source: source(desk, Count::Task(key)),
        leader: leader.map(|p| desk.seen_person(p)).unwrap_or_default(),
        lead: unit(&task.item.lead),
        supporting: others.map(unit).collect(),
        requirement: requirement(desk, Count::Task(key)),
        due: words.optional_day(notice.due),
        issuer: issuer.map(|by| desk.party_on(by, on)).unwrap_or_default(),
        liaison: desk.optional_party(task.item.liaison.as_ref()),
        signed: signed(desk, notice),
        result: response(desk, notice),
        closed: desk
            .until_now(notice.closed_on)
            .map(|on| words.with("notice-closed-on", "date", &words.day(on)))
            .unwrap_or_default(),
    }
}

fn signed(desk: &Desk<'_>, notice: &Notice) -> String {
    let Some((who, on)) = &notice.signed_for else {
        return String::new();
    };
    if on.is_some_and(|on| on > desk.as_of()) {
        return String::new();
    }
    let who = desk.optional_party(who.as_ref()).text;
    let parts = [who, desk.words.optional_day(*on)];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}

fn response(desk: &Desk<'_>, notice: &Notice) -> String {
    let Some((on, text)) = &notice.response else {
        return String::new();
    };
    if on.is_some_and(|on| on > desk.as_of()) {
        return String::new();
    }
    let parts = [
        desk.words.optional_day(*on),
        desk.words.optional(text.as_ref()),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(&desk.words.plain("colon"))
}
