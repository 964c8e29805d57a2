//! A decision of a meeting, linked and checked.

use crate::date::Date;
use crate::diagnostic::Finding;
use crate::model::{Decision, Head, Item, Key, Limit, Meeting, Seen};
use crate::record::DecisionRecord;

use super::item;
use super::linker::Linker;
use super::meeting::DecisionPlace;
use super::slug::slug_of;
use super::task::lead_apart;
use super::trail::Trail;

/// The meeting of a decision, and its name there.
pub(super) struct Setting<'m> {
    pub(super) meeting: Key<Meeting>,
    pub(super) place: DecisionPlace,
    pub(super) id: &'m str,
    pub(super) head: &'m Head,
    /// From which its decisions exist: its date, or the day it was added when that is later.
    pub(super) date: Date,
}

pub(super) fn with_campaign(
    mut decision: Decision,
    campaign: Option<Seen<crate::model::Campaign>>,
) -> Decision {
    if let Some(action) = &mut decision.action {
        action.campaign = campaign;
    }
    decision
}

pub(super) fn decision(
    record: DecisionRecord,
    setting: &Setting<'_>,
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
        extra: std::collections::BTreeMap::new(),
        amendments: Vec::new(),
    };
    Decision {
        head,
        meeting: setting.meeting,
        agenda_place: match setting.place {
            DecisionPlace::Agenda(item, _) => Some(item),
            DecisionPlace::Outside(_) => None,
        },
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
