//! A meeting 会议, its attendance, its agenda and its minutes.

use super::word::worded;
use crate::date::Date;

use super::{
    Attachment, Campaign, Decision, Document, Head, Key, Party, Person, Seen, Series, Task, Text,
    Unit,
};

#[derive(Debug, Clone)]
pub(crate) struct Meeting {
    pub(crate) head: Head,
    pub(crate) title: Text,
    pub(crate) date: Date,
    pub(crate) campaign: Option<Seen<Campaign>>,
    pub(crate) series: Option<Series>,
    pub(crate) number: Option<u32>,
    pub(crate) kind: MeetingKind,
    pub(crate) session: Option<Session>,
    /// (start, end) as `HH:MM`.
    pub(crate) time: (Option<String>, Option<String>),
    pub(crate) place: Option<Text>,
    pub(crate) chair: Option<Party>,
    pub(crate) minute_taker: Option<Party>,
    pub(crate) purpose: Option<Text>,
    pub(crate) attendance: Attendance,
    pub(crate) agenda: Vec<AgendaItem>,
    /// Every decision, in and outside the agenda, in written order.
    pub(crate) decisions: Vec<Key<Decision>>,
    pub(crate) readouts: Vec<Readout>,
    pub(crate) speeches: Vec<Speech>,
    pub(crate) pledges: Vec<Pledge>,
    pub(crate) minutes: Option<Minutes>,
    /// As written: a date, the id of a meeting, or text.
    pub(crate) next_meeting: Option<NextMeeting>,
}

/// When they meet again, as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum NextMeeting {
    Meeting(Seen<Meeting>),
    Text(Text),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(crate) enum MeetingKind {
    Launch,
    Regular,
    Review,
    Working,
    Site,
    Board,
    #[default]
    Other,
}

worded!(MeetingKind {
    Launch "launch",
    Regular "regular",
    Review "review",
    Working "working",
    Site "site",
    Board "board",
    Other "other",
});

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Session {
    Am,
    Pm,
    Evening,
}

worded!(Session {
    Am "am",
    Pm "pm",
    Evening "evening",
});

/// Each list holds groups in written (protocol) order; an entry outside a nested list is a group with its neighbours.
#[derive(Debug, Clone, Default)]
pub(crate) struct Attendance {
    pub(crate) present: Vec<Vec<Attendee>>,
    pub(crate) in_attendance: Vec<Vec<Attendee>>,
    pub(crate) apologies: Vec<Vec<Attendee>>,
    pub(crate) absent: Vec<Vec<Attendee>>,
}

#[derive(Debug, Clone)]
pub(crate) struct Attendee {
    /// A person, a unit, both, or the text of an office class.
    pub(crate) person: Option<Seen<Person>>,
    pub(crate) unit: Option<Seen<Unit>>,
    pub(crate) text: Option<Text>,
    pub(crate) capacity: Option<Text>,
    pub(crate) count: Option<u32>,
}

#[derive(Debug, Clone)]
pub(crate) struct AgendaItem {
    pub(crate) no: Option<String>,
    pub(crate) title: Text,
    pub(crate) presenter: Option<Party>,
    pub(crate) kind: Option<AgendaKind>,
    pub(crate) papers: Vec<Paper>,
    /// Internal, always: none when this audience may not see it.
    pub(crate) discussion: Option<Text>,
}

/// What was tabled for an agenda item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Paper {
    Document(Seen<Document>),
    File(Attachment),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum AgendaKind {
    Report,
    Decision,
    Problem,
    Assignment,
    Information,
}

worded!(AgendaKind {
    Report "report",
    Decision "decision",
    Problem "problem",
    Assignment "assignment",
    Information "information",
});

#[derive(Debug, Clone)]
pub(crate) struct Readout {
    pub(crate) title: Option<Text>,
    pub(crate) document: Option<Seen<Document>>,
}

#[derive(Debug, Clone)]
pub(crate) struct Speech {
    pub(crate) who: Party,
    pub(crate) kind: Option<Text>,
    pub(crate) parts: Vec<SpeechPart>,
}

#[derive(Debug, Clone)]
pub(crate) struct SpeechPart {
    pub(crate) verb: Option<Text>,
    pub(crate) text: Text,
}

#[derive(Debug, Clone)]
pub(crate) struct Pledge {
    pub(crate) unit: Seen<Unit>,
    pub(crate) who: Option<Party>,
    pub(crate) text: Option<Text>,
    pub(crate) tasks: Vec<Seen<Task>>,
}

#[derive(Debug, Clone)]
pub(crate) struct Minutes {
    pub(crate) number: Option<String>,
    pub(crate) dated: Option<Date>,
    pub(crate) signatory: Option<Party>,
    pub(crate) approved: Option<Approval>,
    pub(crate) state: MinutesState,
}

#[derive(Debug, Clone)]
pub(crate) enum Approval {
    ByMeeting(Seen<Meeting>),
    On(Date),
    ByDefault,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum MinutesState {
    #[default]
    Draft,
    Approved,
}

worded!(MinutesState {
    Draft "draft",
    Approved "approved",
});
