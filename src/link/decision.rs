//! The decisions of meetings, linked and checked, in every version of their meeting.

use crate::date::Date;
use crate::diagnostic::{Finding, Origin, Path};
use crate::model::{Chronicle, Decision, Head, Item, Key, Limit, Meeting, MinutesState, Seen};
use crate::record::{DecisionRecord, MeetingRecord, Written};

use super::head::slug_of;
use super::item;
use super::linker::Linker;
use super::task::lead_apart;
use super::trail::Trail;

/// Where a decision is written in its meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DecisionPlace {
    Agenda(usize, usize),
    Outside(usize),
}

/// A decision as a meeting's record lists it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Listed {
    pub(super) id: String,
    /// The id is its own, and not made of the meeting's id and a number.
    pub(super) own: bool,
    pub(super) at: DecisionPlace,
    /// The version of the meeting that lists it: today's, or an earlier one when it was struck since.
    pub(super) origin: Origin,
    /// The date of the meeting in that version.
    pub(super) date: Option<Date>,
}

impl Listed {
    pub(super) fn path(&self) -> Path {
        match self.at {
            DecisionPlace::Agenda(item, place) => Path::new("agenda")
                .place(item)
                .key("decisions")
                .place(place),
            DecisionPlace::Outside(place) => Path::new("decisions").place(place),
        }
    }
}

/// Every decision of a meeting: those of today in written order, then those that only earlier versions have. Where an
/// id stands twice in today's record, both are listed.
pub(super) fn every(meeting: &Written<MeetingRecord>) -> Vec<Listed> {
    let mut all = listed(&meeting.value, &meeting.id, meeting.origin);
    let mut earlier: Vec<_> = meeting.before.iter().collect();
    earlier.sort_by_key(|earlier| earlier.on);
    for then in earlier {
        for one in listed(&then.value, &meeting.id, then.origin) {
            if !all.iter().any(|other| other.id == one.id) {
                all.push(one);
            }
        }
    }
    all
}

fn listed(meeting: &MeetingRecord, id: &str, origin: Origin) -> Vec<Listed> {
    let agenda = meeting
        .agenda
        .0
        .iter()
        .enumerate()
        .flat_map(|(item, entry)| {
            let decisions = entry.decisions.0.iter().enumerate();
            decisions.map(move |(place, one)| (DecisionPlace::Agenda(item, place), one))
        });
    let outside = meeting.decisions.0.iter().enumerate();
    let outside = outside.map(|(place, one)| (DecisionPlace::Outside(place), one));
    let numbered = agenda.chain(outside).enumerate();
    numbered
        .map(|(number, (at, one))| Listed {
            id: one
                .id
                .clone()
                .unwrap_or_else(|| format!("{id}-{}", number + 1)),
            own: one.id.is_some(),
            at,
            origin,
            date: meeting.date.map(|day| day.0),
        })
        .collect()
}

/// A decision's record and where it was.
type Taken = (Listed, DecisionRecord);

/// The decisions of one version of a meeting.
struct Version {
    origin: Origin,
    taken: Vec<Taken>,
}

/// The decisions of all versions of a meeting, taken out of its record: today's first.
pub(super) struct AllTaken {
    every: Vec<Listed>,
    versions: Vec<Version>,
    /// The minutes are approved.
    approved: bool,
}

pub(super) fn take(record: &mut Written<MeetingRecord>) -> AllTaken {
    let every = every(record);
    let id = record.id.clone();
    let state = record
        .value
        .minutes
        .as_ref()
        .and_then(|minutes| minutes.state);
    let mut versions = vec![version(&mut record.value, &id, record.origin)];
    for earlier in &mut record.before {
        versions.push(version(&mut earlier.value, &id, earlier.origin));
    }
    AllTaken {
        every,
        versions,
        approved: state.is_some_and(|state| state.0 == MinutesState::Approved),
    }
}

fn version(meeting: &mut MeetingRecord, id: &str, origin: Origin) -> Version {
    let names = listed(meeting, id, origin);
    let mut records: Vec<DecisionRecord> = Vec::with_capacity(names.len());
    for entry in &mut meeting.agenda.0 {
        records.append(&mut entry.decisions.0);
    }
    records.append(&mut meeting.decisions.0);
    let taken = names.into_iter().zip(records).collect();
    Version { origin, taken }
}

/// Where a meeting's decisions go.
pub(super) struct Setting {
    /// The meeting.
    pub(super) key: Key<Meeting>,
    /// The place on the shelf of its first decision.
    pub(super) first: usize,
}

/// A meeting's decisions as chronicles, their keys given to each version of the meeting.
pub(super) fn chronicles(
    taken: AllTaken,
    meeting: &mut Chronicle<Meeting>,
    setting: &Setting,
    linker: &mut Linker<'_>,
) -> Vec<Chronicle<Decision>> {
    let AllTaken {
        every,
        mut versions,
        approved,
    } = taken;
    let mut all = Vec::with_capacity(every.len());
    let mut keys: Vec<Vec<Key<Decision>>> = vec![Vec::new(); versions.len()];
    for (number, one) in every.iter().enumerate() {
        let mut made: Vec<Option<Decision>> = Vec::with_capacity(versions.len());
        for (place, version) in versions.iter_mut().enumerate() {
            let found = version
                .taken
                .iter()
                .position(|(other, _)| other.id == one.id);
            let found = found.map(|found| version.taken.remove(found));
            let then = match place {
                0 => &meeting.now,
                _ => &meeting.before[place - 1].1,
            };
            if found.is_some() {
                keys[place].push(Key::new(setting.first + number));
            }
            made.push(found.map(|(listed, record)| {
                if place == 0 && record.action.0 && approved && !listed.own {
                    linker.note_unnamed_action(&listed.id);
                }
                let at = Place {
                    meeting: setting.key,
                    at: listed.at,
                    id: &listed.id,
                    head: &then.head,
                    held: then.date,
                    date: then
                        .head
                        .exists_from
                        .map_or(then.date, |added| added.max(then.date)),
                };
                let made = walk(version.origin, listed.at, |trail| {
                    decision(record, &at, linker, trail)
                });
                with_campaign(made, then.campaign)
            }));
        }
        let days = meeting.before.iter().map(|(on, _)| *on);
        all.extend(chronicle(made, days));
    }
    for ((_, then), keys) in meeting.before.iter_mut().zip(keys.drain(1..)) {
        then.decisions = keys;
    }
    meeting.now.decisions = keys.pop().unwrap_or_default();
    all
}

/// The versions of one decision, today's first; in a version of its meeting that has it not, it does not exist.
fn chronicle(
    made: Vec<Option<Decision>>,
    days: impl Iterator<Item = Date>,
) -> Option<Chronicle<Decision>> {
    let any = made.iter().flatten().next()?.clone();
    let never = Date::new(9999, 12, 31);
    let absent = Decision {
        head: Head {
            exists_from: never,
            ..any.head.clone()
        },
        ..any
    };
    let mut versions = made
        .into_iter()
        .map(|version| version.unwrap_or_else(|| absent.clone()));
    let now = versions.next()?;
    let before = days.zip(versions).collect();
    Some(Chronicle { now, before })
}

/// Goes to a decision's place; the way stands on the stack of whoever goes.
fn walk<R>(origin: Origin, at: DecisionPlace, there: impl FnOnce(&Trail<'_>) -> R) -> R {
    let record = Trail::record(origin);
    match at {
        DecisionPlace::Agenda(item, place) => {
            let agenda = record.key("agenda");
            let item = agenda.place(item);
            there(&item.entry("decisions", place).trail())
        }
        DecisionPlace::Outside(place) => there(&record.entry("decisions", place).trail()),
    }
}

/// A decision's place in one version of its meeting.
struct Place<'m> {
    meeting: Key<Meeting>,
    at: DecisionPlace,
    id: &'m str,
    head: &'m Head,
    /// The day of the meeting.
    held: Date,
    /// From which it exists: the meeting's date, or the day the meeting was added when that is later.
    date: Date,
}

fn with_campaign(
    mut decision: Decision,
    campaign: Option<Seen<crate::model::Campaign>>,
) -> Decision {
    if let Some(action) = &mut decision.action {
        action.campaign = campaign;
    }
    decision
}

fn decision(
    record: DecisionRecord,
    setting: &Place<'_>,
    linker: &mut Linker<'_>,
    trail: &Trail<'_>,
) -> Decision {
    if !crate::names::is_id(setting.id) {
        linker
            .findings
            .push(Finding::error("bad-id", trail.key("id").here()).with("id", setting.id));
    }
    let text = linker.require_text(record.text, trail, "text");
    let named = record.lead.is_some();
    let lead = linker.refer(record.lead, &trail.key("lead"));
    let responsible = linker.refer_all(record.responsible.0, &trail.key("responsible"));
    lead_apart(linker, lead, &responsible, trail);
    let supporting = linker.refer_all(record.supporting.0, &trail.key("supporting"));
    let due = record.due.map(|day| day.0);
    due_after_meeting(due, setting.held, linker, trail);
    let progress = item::progress(linker, record.progress.0, &trail.key("progress"));
    let extensions = item::extensions(linker, record.extensions.0, &trail.key("extensions"));
    let closures = item::closures(linker, record.closure.0, &trail.key("closure"));
    let due_text = record.due_text.map(|words| words.0);
    let reported = !(progress.is_empty() && extensions.is_empty() && closures.is_empty());
    if reported && !record.action.0 && !linker.is_struck(trail, "action") {
        linker
            .findings
            .push(Finding::error("progress-without-action", trail.here()));
    }
    let action = record.action.0.then(|| {
        let item = Item {
            responsible: responsible.clone(),
            supporting: supporting.clone(),
            limit: due.map_or(Limit::Ongoing, Limit::Due),
            due_text: due_text.clone(),
            progress,
            extensions,
            closures,
            ..item::bare(lead)
        };
        action(item, (named, due), linker, trail)
    });
    let head = Head {
        id: setting.id.to_owned(),
        origin: setting.head.origin,
        slug: slug_of(None, setting.id),
        visibility: setting.head.visibility,
        tags: Vec::new(),
        links: Vec::new(),
        attachments: Vec::new(),
        exists_from: Some(setting.date),
        body: None,
        translations: Vec::new(),
        extra: std::collections::BTreeMap::new(),
        amendments: Vec::new(),
    };
    Decision {
        head,
        meeting: setting.meeting,
        agenda_place: match setting.at {
            DecisionPlace::Agenda(item, _) => Some(item),
            DecisionPlace::Outside(_) => None,
        },
        line: None,
        text,
        outcome: record.outcome.map(|word| word.0),
        lead,
        responsible,
        supporting,
        due,
        due_text,
        votes: record.votes.map(|words| words.0),
        tasks: linker.refer_all(record.tasks.0, &trail.key("tasks")),
        action,
    }
}

/// What a meeting decides cannot have been due before it.
fn due_after_meeting(due: Option<Date>, held: Date, linker: &mut Linker<'_>, trail: &Trail<'_>) {
    if let Some(due) = due.filter(|due| *due < held) {
        let early = Finding::warning("due-before-meeting", trail.key("due").here());
        let early = early.with("due", due).with("held", held);
        linker.findings.push(early);
    }
}

/// An action has a lead and a time limit, and is reported on as a task is.
fn action(
    item: Item,
    (named, due): (bool, Option<Date>),
    linker: &mut Linker<'_>,
    trail: &Trail<'_>,
) -> Item {
    if !named && !linker.is_struck(trail, "lead") {
        linker.findings.push(Finding::error(
            "action-without-lead",
            trail.key("lead").here(),
        ));
    }
    if due.is_none() && !linker.is_struck(trail, "due") {
        linker.findings.push(Finding::error(
            "action-without-due",
            trail.key("due").here(),
        ));
    }
    item::extended(linker, due, &item.extensions, &trail.key("extensions"));
    item::reported(linker, &item.progress, &item.closures, trail);
    item
}
