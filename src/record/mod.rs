//! The reading wing: one file in, its records out, each with the place it came from.

mod all;
mod area;
mod assessment;
mod body;
mod bulletin;
mod calendar;
mod campaign;
mod document;
mod fault;
mod field;
mod file;
mod head;
mod indicator;
mod insert;
mod inspection;
mod instruction;
mod item;
mod kind;
pub(crate) mod live;
mod meeting;
mod numbered;
mod person;
mod private;
mod problem;
mod site;
mod task;
mod unit;
mod unreadable;
mod word;

pub(crate) use all::{Known, Records, read, read_again};
pub(crate) use area::AreaRecord;
pub(crate) use assessment::{
    AssessmentRecord, BandRecord, CriterionRecord, ManualScoreRecord, PointsRecord, VetoRecord,
};
pub(crate) use body::{bodies, settled};
pub(crate) use bulletin::{BulletinRecord, ErratumRecord, MentionRecord, ReviewRecord};
pub(crate) use calendar::CalendarRecord;
pub(crate) use campaign::{
    BasisRecord, CampaignRecord, CommandPostRecord, KeyPeriodRecord, ReportingRecord,
    SponsorshipRecord,
};
pub(crate) use document::DocumentRecord;
pub(crate) use field::{Day, Flag, List, Named, Number, Whole, Words};
pub(crate) use file::{Contents, Front, Note, SourceText, Written, front_matter, parse};
pub(crate) use head::{AttachmentRecord, HeadRecord, Record};
pub(crate) use indicator::{
    IndicatorPartRecord, IndicatorRecord, IndicatorTargetRecord, ObservationRecord,
};
pub(crate) use insert::append;
pub(crate) use inspection::{
    FeedbackRecord, InspectionFindingRecord, InspectionRecord, RectificationRecord,
};
pub(crate) use instruction::InstructionRecord;
pub(crate) use item::{
    CancellationRecord, ClosureRecord, ExtensionRecord, HelpField, LightOverrideRecord,
    MilestoneRecord, NoticeRecord, PlanPointRecord, ProgressRecord, RatingRecord, SpanRecord,
    SuspensionRecord, TargetRecord,
};
pub(crate) use kind::RecordKind;
pub(crate) use meeting::{
    AgendaItemRecord, ApprovalRecord, AttendanceRecord, AttendeeGroup, AttendeeRecord,
    DecisionRecord, MeetingRecord, MinutesRecord, PaperRecord, PledgeRecord, ReadoutRecord,
    SpeechRecord, TimeRecord,
};
pub(crate) use person::PersonRecord;
pub(crate) use problem::{PhotosRecord, ProblemRecord, ReopeningRecord};
pub(crate) use site::{
    BoundsRecord, LightRuleRecord, LimitsRecord, RulesRecord, ScoreRecord, SeriesRecord,
    SiteRecord, WhenRecord,
};
pub(crate) use task::{BudgetRecord, ConfirmationRecord, OriginRecord, TaskRecord};
pub(crate) use unit::UnitRecord;
pub(crate) use unreadable::unreadable;
pub(crate) use word::{Sharing, Word};
