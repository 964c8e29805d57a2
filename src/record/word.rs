//! Words of closed lists, such as a unit's kind, and the values of the model that they stand for.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Error, Visitor};

use crate::model::{
    AgendaKind, BulletinKind, CriterionKind, Direction, DocumentKind, IndicatorKind, Language,
    Layout, Light, MeetingKind, MinutesState, NoticeKind, Outcome, Pace, ReportingCadence,
    SeriesKind, Session, State, UnitKind, Verdict, Visibility,
};

/// A word of the closed list of `T`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Word<T>(pub(crate) T);

pub(super) trait Listed: Copy + 'static {
    const NAMES: &'static [&'static str];
    const VALUES: &'static [Self];
}

macro_rules! words {
    ($type:ty { $($name:literal => $value:expr),+ $(,)? }) => {
        impl Listed for $type {
            const NAMES: &'static [&'static str] = &[$($name),+];
            const VALUES: &'static [$type] = &[$($value),+];
        }
    };
}

words!(Visibility { "public" => Visibility::Public, "internal" => Visibility::Internal, "restricted" => Visibility::Restricted });
words!(Language { "zh-CN" => Language::Chinese, "zh" => Language::Chinese, "en" => Language::English });
words!(SeriesKind { "bulletin" => SeriesKind::Bulletin, "meeting" => SeriesKind::Meeting, "assessment" => SeriesKind::Assessment });
words!(ReportingCadence {
    "weekly" => ReportingCadence::Weekly, "monthly" => ReportingCadence::Monthly, "quarterly" => ReportingCadence::Quarterly,
});
words!(UnitKind {
    "department" => UnitKind::Department, "county" => UnitKind::County, "zone" => UnitKind::Zone,
    "enterprise" => UnitKind::Enterprise, "school" => UnitKind::School, "task_force" => UnitKind::TaskForce,
    "committee" => UnitKind::Committee, "team" => UnitKind::Team, "external" => UnitKind::External,
});
words!(Verdict { "accepted" => Verdict::Accepted, "returned" => Verdict::Returned });
words!(NoticeKind {
    "reminder" => NoticeKind::Reminder, "notice" => NoticeKind::Notice, "order" => NoticeKind::Order,
    "yellow" => NoticeKind::Yellow, "red" => NoticeKind::Red,
});
words!(MeetingKind {
    "launch" => MeetingKind::Launch, "regular" => MeetingKind::Regular, "review" => MeetingKind::Review,
    "working" => MeetingKind::Working, "site" => MeetingKind::Site, "board" => MeetingKind::Board,
    "other" => MeetingKind::Other,
});
words!(Session { "am" => Session::Am, "pm" => Session::Pm, "evening" => Session::Evening });
words!(AgendaKind {
    "report" => AgendaKind::Report, "decision" => AgendaKind::Decision, "problem" => AgendaKind::Problem,
    "assignment" => AgendaKind::Assignment, "information" => AgendaKind::Information,
});
words!(Outcome {
    "adopted" => Outcome::Adopted, "agreed" => Outcome::Agreed, "agreed_in_principle" => Outcome::AgreedInPrinciple,
    "rejected" => Outcome::Rejected, "deferred" => Outcome::Deferred, "noted" => Outcome::Noted,
    "directed" => Outcome::Directed, "authorised" => Outcome::Authorised,
});
words!(MinutesState { "draft" => MinutesState::Draft, "approved" => MinutesState::Approved });
words!(DocumentKind {
    "plan" => DocumentKind::Plan, "rule" => DocumentKind::Rule, "notice" => DocumentKind::Notice,
    "news" => DocumentKind::News, "speech" => DocumentKind::Speech, "minutes" => DocumentKind::Minutes,
    "note" => DocumentKind::Note, "reference" => DocumentKind::Reference, "work_plan" => DocumentKind::WorkPlan,
});
words!(IndicatorKind {
    "numeric" => IndicatorKind::Numeric, "composite" => IndicatorKind::Composite,
    "qualitative" => IndicatorKind::Qualitative, "survey" => IndicatorKind::Survey,
});
words!(Direction { "up" => Direction::Up, "down" => Direction::Down, "band" => Direction::Band });
words!(CriterionKind {
    "progress" => CriterionKind::Progress, "on_time" => CriterionKind::OnTime,
    "closure" => CriterionKind::Closure, "reporting" => CriterionKind::Reporting,
    "inspection" => CriterionKind::Inspection, "indicator" => CriterionKind::Indicator,
    "manual" => CriterionKind::Manual,
});
words!(BulletinKind {
    "progress" => BulletinKind::Progress, "inspection" => BulletinKind::Inspection,
    "assessment" => BulletinKind::Assessment, "briefing" => BulletinKind::Briefing,
    "special" => BulletinKind::Special, "recheck" => BulletinKind::Recheck,
    "annual" => BulletinKind::Annual,
});
words!(Layout {
    "formal" => Layout::Formal, "brief" => Layout::Brief, "minutes" => Layout::Minutes, "plain" => Layout::Plain,
});
/// How shares of a whole are rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sharing {
    /// Each by itself.
    Round,
    /// By largest remainder.
    SumTo100,
}

/// Within what units are ranked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RankedBy {
    /// Their group, the only way that there is: naming it says what holds anyway.
    Group,
}

words!(RankedBy { "group" => RankedBy::Group });
words!(Sharing { "round" => Sharing::Round, "sum_to_100" => Sharing::SumTo100 });
words!(Light {
    "red" => Light::Red, "orange" => Light::Orange, "yellow" => Light::Yellow, "blue" => Light::Blue,
    "no_data" => Light::NoData, "green" => Light::Green, "grey" => Light::Grey, "done" => Light::Done,
});
words!(State {
    "not_started" => State::NotStarted, "in_progress" => State::InProgress, "suspended" => State::Suspended,
    "finished" => State::Finished, "closed" => State::Closed, "cancelled" => State::Cancelled,
});
words!(Pace {
    "ahead" => Pace::Ahead, "on_schedule" => Pace::OnSchedule, "behind" => Pace::Behind,
    "far_behind" => Pace::FarBehind, "unknown" => Pace::Unknown,
});

struct WordVisitor<T>(PhantomData<T>);

impl<T: Listed> Visitor<'_> for WordVisitor<T> {
    type Value = Word<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("word")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Word<T>, E> {
        let place = T::NAMES.iter().position(|name| *name == text);
        place
            .map(|p| Word(T::VALUES[p]))
            .ok_or_else(|| E::unknown_variant(text, T::NAMES))
    }
}

impl<'de, T: Listed> Deserialize<'de> for Word<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Word<T>, D::Error> {
        from.deserialize_str(WordVisitor(PhantomData))
    }
}
