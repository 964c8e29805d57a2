//! A task, linked and checked.

use crate::diagnostic::Finding;
use crate::model::{
    Amount, Budget, Confirmation, Head, Item, Notice, NoticeKind, Seen, Task, TaskOrigin, Unit,
};
use crate::record::{
    BudgetRecord, ConfirmationRecord, NoticeRecord, Number, OriginRecord, RecordKind, TaskRecord,
};

use super::item;
use super::linker::Linker;
use super::table::Linked;
use super::trail::Trail;

pub(super) fn task(record: TaskRecord, head: Head, linker: &mut Linker<'_>) -> Task {
    let mut record = record;
    let record = &mut record;
    let trail = Trail::record(head.origin);
    let title = linker.require_text(record.title.take(), &trail, "title");
    let origin = origin(linker, record.origin.take(), &trail.key("origin"));
    let mut head = head;
    head.exists_from = head
        .exists_from
        .or(origin.as_ref().and_then(|(_, from)| *from));
    let item = self::item(record, linker, &trail);
    let measures = std::mem::take(&mut record.measures).0;
    Task {
        title,
        item,
        parent: named(linker, record.parent.take(), &trail.key("parent")),
        kind: record.kind.take().map(|words| words.0),
        phase: record.phase.take().map(|words| words.0),
        key: record.key.0,
        origin: origin.map(|(origin, _)| origin),
        measures: measures.into_iter().map(|words| words.0).collect(),
        depends_on: linker.refer_all(
            std::mem::take(&mut record.depends_on).0,
            &trail.key("depends_on"),
        ),
        evidence: linker.attachments(
            std::mem::take(&mut record.evidence).0,
            &trail.key("evidence"),
        ),
        notices: notices(
            linker,
            std::mem::take(&mut record.notices).0,
            &trail.key("notices"),
        ),
        confirmed: confirmed(
            linker,
            std::mem::take(&mut record.confirmed).0,
            &trail.key("confirmed"),
        ),
        head,
    }
}

fn item(record: &mut TaskRecord, linker: &mut Linker<'_>, trail: &Trail<'_>) -> Item {
    let start = record.start.map(|day| day.0);
    let due = record.due.map(|day| day.0);
    let lead: Option<Seen<Unit>> = match record.lead.take() {
        Some(lead) => linker.refer(Some(lead), &trail.key("lead")),
        None => linker.require(None, trail, "lead"),
    };
    let responsible = linker.refer_all(
        std::mem::take(&mut record.responsible).0,
        &trail.key("responsible"),
    );
    lead_apart(linker, lead, &responsible, trail);
    let extensions = item::extensions(
        linker,
        std::mem::take(&mut record.extensions).0,
        &trail.key("extensions"),
    );
    item::extended(linker, due, &extensions, &trail.key("extensions"));
    let frame = item::frame(start, due, &extensions);
    item::due_after_start(linker, frame, trail);
    let progress = item::progress(
        linker,
        std::mem::take(&mut record.progress).0,
        &trail.key("progress"),
    );
    let closures = item::closures(
        linker,
        std::mem::take(&mut record.closure).0,
        &trail.key("closure"),
    );
    item::reported(linker, &progress, &closures, trail);
    let campaign = record.campaign.take();
    // With a parent too: that may not be there yet on the day that is looked at.
    let campaign = campaign.or_else(|| linker.frame.only_campaign.clone());
    let mut item = Item {
        responsible,
        supporting: linker.refer_all(
            std::mem::take(&mut record.supporting).0,
            &trail.key("supporting"),
        ),
        owner: linker.optional_party(record.owner.take()),
        liaison: linker.optional_party(record.liaison.take()),
        sponsor: named(linker, record.sponsor.take(), &trail.key("sponsor")),
        areas: linker.refer_all(std::mem::take(&mut record.areas).0, &trail.key("areas")),
        campaign: linker.refer(campaign, &trail.key("campaign")),
        start,
        limit: item::limit(linker, due, record.ongoing.0, trail),
        due_text: record.due_text.take().map(|words| words.0),
        target: item::target(linker, record.target.take(), &trail.key("target")),
        plan: item::plan(
            linker,
            std::mem::take(&mut record.plan).0,
            frame,
            &trail.key("plan"),
        ),
        milestones: item::milestones(
            linker,
            std::mem::take(&mut record.milestones).0,
            frame,
            &trail.key("milestones"),
        ),
        progress,
        extensions,
        closures,
        weight: item::weight(linker, record.weight, trail),
        ..item::bare(lead)
    };
    judgement(&mut item, record, linker, trail);
    item
}

/// What was decided on an item: ratings, overrides, its end before its time, its money.
fn judgement(item: &mut Item, record: &mut TaskRecord, linker: &mut Linker<'_>, trail: &Trail<'_>) {
    let ratings = std::mem::take(&mut record.rating).0;
    item.ratings = item::ratings(linker, ratings, &trail.key("rating"));
    let overrides = std::mem::take(&mut record.light_override).0;
    item.light_overrides = item::overrides(linker, overrides, &trail.key("light_override"));
    let cancelled = record.cancelled.take();
    item.cancelled = item::cancellation(linker, cancelled, &trail.key("cancelled"));
    let suspended = std::mem::take(&mut record.suspended).0;
    item.suspensions = item::suspensions(linker, suspended, &trail.key("suspended"));
    let budget = record.budget.take();
    item.budget = budget.map(|budget| self::budget(linker, &budget, &trail.key("budget")));
}

/// What an unknown id stands for is hidden rather than absent: the finding is one already, and that nobody is named
/// would be a second.
fn named<T: Linked>(
    linker: &mut Linker<'_>,
    id: Option<String>,
    trail: &Trail<'_>,
) -> Option<Seen<T>> {
    let unknown = id.is_some().then_some(Seen::Hidden);
    linker.refer(id, trail).or(unknown)
}

/// The lead is not responsible as well.
pub(super) fn lead_apart(
    linker: &mut Linker<'_>,
    lead: Option<Seen<Unit>>,
    responsible: &[Seen<Unit>],
    trail: &Trail<'_>,
) {
    let Some(key) = lead.and_then(|lead| lead.key()) else {
        return;
    };
    if let Some(place) = responsible.iter().position(|unit| unit.key() == Some(key)) {
        let place = trail.key("responsible").place(place).here();
        linker.findings.push(
            Finding::error("lead-also-responsible", place)
                .and_at("lead-here", trail.key("lead").here()),
        );
    }
}

fn origin(
    linker: &mut Linker<'_>,
    record: Option<OriginRecord>,
    trail: &Trail<'_>,
) -> Option<(TaskOrigin, Option<crate::date::Date>)> {
    let record = record?;
    let dated = |kind, id: &Option<String>| id.as_deref().and_then(|id| linker.date_of(kind, id));
    let from = match &record.decision {
        Some(id) => linker.date_of(RecordKind::Decision, id),
        None => None,
    };
    let from = from
        .or(dated(RecordKind::Meeting, &record.meeting))
        .or(dated(RecordKind::Document, &record.document))
        .or(dated(RecordKind::Inspection, &record.inspection))
        .or(dated(RecordKind::Instruction, &record.instruction));
    let origin = TaskOrigin {
        meeting: linker.refer(record.meeting, &trail.key("meeting")),
        decision: linker.refer_decision(record.decision, &trail.key("decision")),
        document: linker.refer(record.document, &trail.key("document")),
        inspection: linker.refer(record.inspection, &trail.key("inspection")),
        instruction: linker.refer(record.instruction, &trail.key("instruction")),
        text: record.text.map(|words| words.0),
    };
    Some((origin, from))
}

fn budget(linker: &mut Linker<'_>, record: &BudgetRecord, trail: &Trail<'_>) -> Budget {
    let mut amount = |number: Option<Number>, field: &'static str| {
        let number = number?.0;
        if number.is_negative() {
            let negative = Finding::error("percent-out-of-range", trail.key(field).here());
            linker.findings.push(negative.with("value", number));
        }
        Some(Amount(number))
    };
    Budget {
        planned: amount(record.planned, "planned"),
        available: amount(record.available, "available"),
        paid: amount(record.paid, "paid"),
    }
}

fn notices(linker: &mut Linker<'_>, records: Vec<NoticeRecord>, trail: &Trail<'_>) -> Vec<Notice> {
    let mut all = Vec::with_capacity(records.len());
    for (place, record) in records.into_iter().enumerate() {
        let trail = trail.place(place);
        let issued = linker.require(record.issued_on.map(|day| day.0), &trail, "issued_on");
        let Some(issued_on) = issued else { continue };
        let signed = record.signed_for;
        all.push(Notice {
            number: record.number,
            kind: record.kind.map_or(NoticeKind::Notice, |word| word.0),
            issued_on,
            issuer: linker.optional_party(record.issuer),
            due: record.due.map(|day| day.0),
            signed_for: signed.map(|signed| {
                (
                    linker.optional_party(signed.who),
                    signed.on.map(|day| day.0),
                )
            }),
            response: record
                .response
                .map(|r| (r.on.map(|day| day.0), r.text.map(|words| words.0))),
            closed_on: record.closed_on.map(|day| day.0),
        });
    }
    all
}

fn confirmed(
    linker: &mut Linker<'_>,
    records: Vec<ConfirmationRecord>,
    trail: &Trail<'_>,
) -> Vec<Confirmation> {
    let mut all = Vec::with_capacity(records.len());
    for (place, record) in records.into_iter().enumerate() {
        let trail = trail.place(place);
        let on = linker.require(record.on.map(|day| day.0), &trail, "on");
        let digest = linker.require(record.digest, &trail, "digest");
        linker.require(record.decision.as_ref(), &trail, "decision");
        let decision = linker.refer_decision(record.decision, &trail.key("decision"));
        let (Some(on), Some(digest), Some(decision)) = (on, digest, decision) else {
            continue;
        };
        all.push(Confirmation {
            decision,
            on,
            by: linker.optional_party(record.by),
            digest,
        });
    }
    all
}
