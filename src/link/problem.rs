//! Problems, inspections and instructions, linked and checked.

use crate::date::Date;
use crate::diagnostic::Finding;
use crate::model::{
    Feedback, Head, Inspection, InspectionFinding, Instruction, Item, Limit, Party, Photos,
    Problem, Rectification, Reopening, Text, Verdict,
};
use crate::record::{
    AttachmentRecord, FeedbackRecord, InspectionFindingRecord, InspectionRecord, InstructionRecord,
    PhotosRecord, ProblemRecord, RectificationRecord, ReopeningRecord, Whole,
};

use super::item;
use super::linker::Linker;
use super::task::lead_apart;
use super::trail::Trail;

/// The gravest severity.
const GRAVEST: u32 = 3;

pub(super) fn problem(record: ProblemRecord, head: Head, linker: &mut Linker<'_>) -> Problem {
    let trail = Trail::record(head.origin);
    let title = linker.require_text(record.title, &trail, "title");
    let found_on = linker
        .require(record.found_on.map(|day| day.0), &trail, "found_on")
        .unwrap_or(linker.no_day());
    let mut head = head;
    head.exists_from = head.exists_from.or(Some(found_on));
    let lead = linker.refer(record.lead, &trail.key("lead"));
    let responsible = linker.refer_all(record.responsible.0, &trail.key("responsible"));
    lead_apart(linker, lead, &responsible, &trail);
    let due = record.due.map(|day| day.0);
    not_before(linker, (due, found_on), ("due", "found_on"), &trail);
    let campaign = record
        .campaign
        .or_else(|| linker.frame.only_campaign.clone());
    let item = Item {
        responsible,
        areas: linker.refer_all(record.areas.0, &trail.key("areas")),
        campaign: linker.refer(campaign, &trail.key("campaign")),
        limit: due.map_or(Limit::Ongoing, Limit::Due),
        progress: item::progress(linker, record.progress.0, &trail.key("progress")),
        closures: item::closures(linker, record.closure.0, &trail.key("closure")),
        ..item::bare(lead)
    };
    let reopened = reopenings(linker, record.reopened.0, &item, &trail);
    Problem {
        title,
        found_on,
        found_by: linker.optional_party(record.found_by),
        source: record.source.map(|words| words.0),
        place: record.place.map(|words| words.0),
        severity: severity(linker, record.severity, &trail),
        lead,
        measures: record.measures.0.into_iter().map(|words| words.0).collect(),
        tasks: linker.refer_all(record.tasks.0, &trail.key("tasks")),
        item,
        reopened,
        photos: photos(linker, record.photos.0, &trail.key("photos")),
        head,
    }
}

/// A day that cannot lie before another of the same record.
fn not_before(
    linker: &mut Linker<'_>,
    (day, first): (Option<Date>, Date),
    (field, first_field): (&'static str, &'static str),
    trail: &Trail<'_>,
) {
    if day.is_some_and(|day| day < first) && first != linker.no_day() {
        let early = Finding::error("day-before-record", trail.key(field).here());
        let early = early.with("field", field).with("first", first);
        linker
            .findings
            .push(early.and_at("compared-here", trail.key(first_field).here()));
    }
}

/// A problem is re-opened after it was closed.
fn reopenings(
    linker: &mut Linker<'_>,
    records: Vec<ReopeningRecord>,
    item: &Item,
    trail: &Trail<'_>,
) -> Vec<Reopening> {
    let closed = item
        .closures
        .iter()
        .filter(|closure| closure.verdict == Some(Verdict::Accepted))
        .filter_map(|closure| closure.closed_on);
    let first_closed = closed.min();
    let mut all = Vec::with_capacity(records.len());
    for (n, record) in records.into_iter().enumerate() {
        let entry = trail.entry("reopened", n);
        let trail = entry.trail();
        let Some(on) = linker.require(record.on.map(|day| day.0), &trail, "on") else {
            continue;
        };
        if first_closed.is_none_or(|closed| on < closed) && !linker.is_struck(&trail, "closure") {
            let open = Finding::warning("reopened-while-open", trail.key("on").here());
            linker.findings.push(open.with("date", on));
        }
        let reason = record.reason.map(|words| words.0);
        all.push(Reopening { on, reason });
    }
    all
}

fn severity(linker: &mut Linker<'_>, written: Option<Whole>, trail: &Trail<'_>) -> Option<u8> {
    let written = written?.0;
    if !(1..=GRAVEST).contains(&written) {
        let bad = Finding::error("bad-severity", trail.key("severity").here());
        linker.findings.push(bad.with("value", written as usize));
        return None;
    }
    u8::try_from(written).ok()
}

/// Pairs of photographs; one of a pair may be missing.
pub(super) fn photos(
    linker: &mut Linker<'_>,
    records: Vec<PhotosRecord>,
    trail: &Trail<'_>,
) -> Vec<Photos> {
    let mut all = Vec::with_capacity(records.len());
    for (place, record) in records.into_iter().enumerate() {
        let trail = trail.place(place);
        if record.before.is_none() && record.after.is_none() {
            let place = trail.here();
            linker
                .findings
                .push(Finding::error("photos-without-file", place));
        }
        let mut photo = |file: Option<String>, field: &'static str| {
            let attachment = AttachmentRecord {
                title: record.caption.clone(),
                file: Some(file?),
            };
            linker.photograph(attachment, &trail.key(field))
        };
        let before = photo(record.before, "before");
        let after = photo(record.after, "after");
        let alt = record.alt.map(|words| words.0);
        if alt.as_ref().is_none_or(Text::is_empty) && (before.is_some() || after.is_some()) {
            let without = Finding::warning("image-without-alt", trail.key("alt").here());
            linker.findings.push(without);
        }
        all.push(Photos {
            before,
            after,
            caption: record.caption.map(|words| words.0),
            alt,
        });
    }
    all
}

pub(super) fn inspection(
    record: InspectionRecord,
    head: Head,
    linker: &mut Linker<'_>,
) -> Inspection {
    let trail = Trail::record(head.origin);
    let title = linker.require_text(record.title, &trail, "title");
    let date = linker
        .require(record.date.map(|day| day.0), &trail, "date")
        .unwrap_or(linker.no_day());
    let mut head = head;
    head.exists_from = head.exists_from.or(Some(date));
    let campaign = record
        .campaign
        .or_else(|| linker.frame.only_campaign.clone());
    let scope = record.scope.unwrap_or_default();
    let within = trail.key("scope");
    let inspectors = record.inspectors.0.into_iter();
    let inspectors: Vec<Party> = inspectors.map(|words| linker.party(words)).collect();
    let found = record.findings.0.into_iter().enumerate();
    let findings = found
        .map(|(n, one)| self::finding(linker, (n, one), date, &trail.entry("findings", n).trail()))
        .collect();
    let findings = unique(linker, findings, &trail);
    Inspection {
        title,
        date,
        campaign: linker.refer(campaign, &trail.key("campaign")),
        inspectors,
        method: record.method.map(|words| words.0),
        areas: linker.refer_all(scope.areas.0, &within.key("areas")),
        units: linker.refer_all(scope.units.0, &within.key("units")),
        tasks: linker.refer_all(scope.tasks.0, &within.key("tasks")),
        follow_up_of: linker.refer(record.follow_up_of, &trail.key("follow_up_of")),
        findings,
        conclusion: record.conclusion.map(|words| words.0),
        feedback: record.feedback.map(feedback),
        head,
    }
}

fn feedback(record: FeedbackRecord) -> Feedback {
    Feedback {
        sent_on: record.sent_on.map(|day| day.0),
        response: record.response.map(|words| words.0),
    }
}

fn finding(
    linker: &mut Linker<'_>,
    (place, record): (usize, InspectionFindingRecord),
    date: Date,
    trail: &Trail<'_>,
) -> InspectionFinding {
    let points = record.points.map(|number| number.0);
    if let Some(points) = points.filter(|points| points.is_negative()) {
        let negative = Finding::error("points-negative", trail.key("points").here());
        linker.findings.push(negative.with("value", points));
    }
    let due = record.due.map(|day| day.0);
    if due.is_some_and(|due| due < date) && date != linker.no_day() {
        let early = Finding::error("day-before-record", trail.key("due").here());
        linker
            .findings
            .push(early.with("field", "due").with("first", date));
    }
    if let Some(id) = record.id.as_deref().filter(|id| !crate::names::is_id(id)) {
        let bad = Finding::error("bad-id", trail.key("id").here());
        linker.findings.push(bad.with("id", id));
    }
    InspectionFinding {
        id: record.id.unwrap_or_else(|| (place + 1).to_string()),
        text: linker.require_text(record.text, trail, "text"),
        unit: linker.refer(record.unit, &trail.key("unit")),
        place: record.place.map(|words| words.0),
        severity: severity(linker, record.severity, trail),
        points: points.filter(|points| !points.is_negative()),
        photos: photos(linker, record.photos.0, &trail.key("photos")),
        due,
        problem: linker.refer(record.problem, &trail.key("problem")),
        rectification: rectifications(linker, record.rectification.0, &trail.key("rectification")),
    }
}

/// Findings of one inspection have ids of their own: they are anchors on its page.
fn unique(
    linker: &mut Linker<'_>,
    findings: Vec<InspectionFinding>,
    trail: &Trail<'_>,
) -> Vec<InspectionFinding> {
    for (place, finding) in findings.iter().enumerate() {
        let earlier = findings[..place]
            .iter()
            .position(|other| other.id == finding.id);
        if let Some(earlier) = earlier {
            let list = trail.key("findings");
            let twice = Finding::error("duplicate-id", list.place(place).key("id").here());
            let twice = twice.with("id", finding.id.as_str());
            let kind = crate::diagnostic::Value::Word("type-finding");
            let twice = twice.with("type", kind);
            let first = list.place(earlier).key("id").here();
            linker.findings.push(twice.and_at("first-here", first));
        }
    }
    findings
}

fn rectifications(
    linker: &mut Linker<'_>,
    records: Vec<RectificationRecord>,
    trail: &Trail<'_>,
) -> Vec<Rectification> {
    let records = records.into_iter().enumerate();
    let all = records.filter_map(|(place, record)| {
        let trail = trail.place(place);
        let text = linker.require_text(record.text, &trail, "text");
        let on = linker.require(record.on.map(|day| day.0), &trail, "on")?;
        Some(Rectification { on, text })
    });
    all.collect()
}

pub(super) fn instruction(
    record: InstructionRecord,
    head: Head,
    linker: &mut Linker<'_>,
) -> Instruction {
    let trail = Trail::record(head.origin);
    let date = linker
        .require(record.date.map(|day| day.0), &trail, "date")
        .unwrap_or(linker.no_day());
    let mut head = head;
    head.exists_from = head.exists_from.or(Some(date));
    let due = record.due.map(|day| day.0);
    not_before(linker, (due, date), ("due", "date"), &trail);
    let campaign = record
        .campaign
        .or_else(|| linker.frame.only_campaign.clone());
    let by = linker.require(record.by, &trail, "by");
    Instruction {
        date,
        by: by.map_or(Party::Text(Text::Empty), |by| linker.party(by)),
        text: linker.require_text(record.text, &trail, "text"),
        about: record.about.map(|words| words.0),
        campaign: linker.refer(campaign, &trail.key("campaign")),
        lead: linker.refer(record.lead, &trail.key("lead")),
        due,
        tasks: linker.refer_all(record.tasks.0, &trail.key("tasks")),
        head,
    }
}
