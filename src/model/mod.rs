//! The hall: the nouns of a programme office, with references that hold.

mod area;
mod askable;
mod assessment;
mod bulletin;
mod calendar;
mod campaign;
mod category;
mod decision;
mod document;
mod few;
mod field;
mod indicator;
mod inspection;
mod instruction;
mod item;
mod live;
mod meeting;
mod person;
mod problem;
mod project;
mod rules;
mod shelf;
mod site;
mod task;
mod text;
mod unit;
mod word;

pub(crate) use crate::messages::Language;
pub(crate) use area::Area;
pub(crate) use askable::named;
pub(crate) use assessment::{
    Assessment, Band, Criterion, CriterionKind, ManualScore, Points, Veto,
};
pub(crate) use bulletin::{Bulletin, BulletinKind, Erratum, Layout, Mention, Review, Withdrawal};
pub(crate) use calendar::Calendar;
pub(crate) use campaign::{
    Basis, Campaign, CommandPost, KeyPeriod, Period, Reporting, ReportingCadence, Sponsored,
    Sponsorship,
};
pub(crate) use category::Category;
pub(crate) use decision::{Decision, MinutesLine, Outcome};
pub(crate) use document::{Document, DocumentKind};
pub(crate) use few::Few;
pub(crate) use field::{Field, Holds, RefKind};
pub(crate) use indicator::{
    Baseline, Direction, Indicator, IndicatorKind, IndicatorPart, IndicatorTarget, Observation,
    TargetValue,
};
pub(crate) use inspection::{Feedback, Inspection, InspectionFinding, Rectification};
pub(crate) use instruction::Instruction;
pub(crate) use item::{
    Amount, Cancellation, Closure, Extension, HelpNeeded, Item, LightOverride, Limit, Milestone,
    Notice, NoticeKind, PlanPoint, ProgressEntry, Rating, Span, Suspension, Target, Verdict,
};
pub(crate) use live::{
    Asks, Condition as LiveCondition, Directive, DirectiveKind, Figure, LiveFact, LiveFacts, Of,
    RateName, Show, SortKey, Test, Wanted, Within,
};
pub(crate) use meeting::{
    AgendaItem, AgendaKind, Approval, Attendance, Attendee, Meeting, MeetingKind, Minutes,
    MinutesState, NextMeeting, Paper, Pledge, Readout, Session, Speech, SpeechPart,
};
pub(crate) use person::{Person, Post};
pub(crate) use problem::{Photos, Problem, ProblemState, Reopening};
pub(crate) use project::Project;
pub(crate) use rules::{Bounds, Condition, Light, LightRule, Pace, Rules, ScoreRules, State};
pub(crate) use shelf::{Chronicle, Key, Seen, Shelf};
pub(crate) use site::{Audience, Series, SeriesKind, Site, Visibility};
pub(crate) use task::{Budget, Confirmation, Task, TaskOrigin};
pub(crate) use text::{
    Attachment, Body, Entry, Extra, Head, LinkTarget, Party, RecordRef, Text, WebLink, Wordings,
};
pub(crate) use unit::{Unit, UnitKind};
pub(crate) use word::Worded;
