//! A task as it is written.

use super::field::{Day, Flag, List, Number, Words};
use super::head::{AttachmentRecord, part, record};
use super::item::{
    CancellationRecord, ClosureRecord, ExtensionRecord, LightOverrideRecord, MilestoneRecord,
    NoticeRecord, PlanPointRecord, ProgressRecord, RatingRecord, SuspensionRecord, TargetRecord,
};

record!(TaskRecord {
    title: Option<Words>,
    campaign: Option<String>,
    parent: Option<String>,
    areas: List<String>,
    kind: Option<Words>,
    phase: Option<Words>,
    key: Flag,
    lead: Option<String>,
    responsible: List<String>,
    supporting: List<String>,
    owner: Option<Words>,
    liaison: Option<Words>,
    sponsor: Option<String>,
    origin: Option<OriginRecord>,
    start: Option<Day>,
    due: Option<Day>,
    due_text: Option<Words>,
    ongoing: Flag,
    target: Option<TargetRecord>,
    plan: List<PlanPointRecord>,
    milestones: List<MilestoneRecord>,
    budget: Option<BudgetRecord>,
    measures: List<Words>,
    depends_on: List<String>,
    progress: List<ProgressRecord>,
    extensions: List<ExtensionRecord>,
    closure: List<ClosureRecord>,
    rating: List<RatingRecord>,
    light_override: List<LightOverrideRecord>,
    evidence: List<AttachmentRecord>,
    notices: List<NoticeRecord>,
    confirmed: List<ConfirmationRecord>,
    cancelled: Option<CancellationRecord>,
    suspended: List<SuspensionRecord>,
    weight: Option<Number>,
});

part!(OriginRecord {
    meeting: Option<String>,
    decision: Option<String>,
    document: Option<String>,
    inspection: Option<String>,
    instruction: Option<String>,
    text: Option<Words>,
});
part!(BudgetRecord { planned: Option<Number>, available: Option<Number>, paid: Option<Number> });
part!(ConfirmationRecord {
    decision: Option<String>,
    on: Option<Day>,
    by: Option<Words>,
    digest: Option<String>,
});
