//! A meeting, its attendance, agenda and decisions, as they are written.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use crate::model::{AgendaKind, MeetingKind, MinutesState, Outcome, Session, Text};

use super::field::{Day, Flag, List, Whole, Words};
use super::head::{AttachmentRecord, part, record};
use super::item::{ClosureRecord, ExtensionRecord, ProgressRecord};
use super::word::Word;

record!(MeetingRecord {
    title: Option<Words>,
    date: Option<Day>,
    campaign: Option<String>,
    series: Option<String>,
    number: Option<Whole>,
    kind: Option<Word<MeetingKind>>,
    session: Option<Word<Session>>,
    time: Option<TimeRecord>,
    place: Option<Words>,
    chair: Option<Words>,
    minute_taker: Option<Words>,
    purpose: Option<Words>,
    attendance: Option<AttendanceRecord>,
    agenda: List<AgendaItemRecord>,
    decisions: List<DecisionRecord>,
    readouts: List<ReadoutRecord>,
    speeches: List<SpeechRecord>,
    pledges: List<PledgeRecord>,
    minutes: Option<MinutesRecord>,
    next_meeting: Option<Words>,
});

part!(TimeRecord { start: Option<String>, end: Option<String> });
part!(AttendanceRecord {
    present: List<AttendeeGroup>,
    in_attendance: List<AttendeeGroup>,
    apologies: List<AttendeeGroup>,
    absent: List<AttendeeGroup>,
});
part!(AttendeeRecord {
    person: Option<String>,
    unit: Option<String>,
    text: Option<Words>,
    capacity: Option<Words>,
    count: Option<Whole>,
});
part!(AgendaItemRecord {
    no: Option<String>,
    title: Option<Words>,
    presenter: Option<Words>,
    kind: Option<Word<AgendaKind>>,
    papers: List<PaperRecord>,
    discussion: Option<Words>,
    decisions: List<DecisionRecord>,
});
part!(
    /// A decision; its fields after `action` are those of an item.
    DecisionRecord {
        id: Option<String>,
        text: Option<Words>,
        outcome: Option<Word<Outcome>>,
        lead: Option<String>,
        responsible: List<String>,
        supporting: List<String>,
        due: Option<Day>,
        due_text: Option<Words>,
        votes: Option<Words>,
        tasks: List<String>,
        action: Flag,
        progress: List<ProgressRecord>,
        extensions: List<ExtensionRecord>,
        closure: List<ClosureRecord>,
    }
);
part!(ReadoutRecord { title: Option<Words>, document: Option<String> });
part!(SpeechRecord { who: Option<Words>, kind: Option<Words>, parts: List<SpeechPartRecord> });
part!(SpeechPartRecord { verb: Option<Words>, text: Option<Words> });
part!(PledgeRecord {
    unit: Option<String>,
    who: Option<Words>,
    text: Option<Words>,
    tasks: List<String>,
});
part!(MinutesRecord {
    number: Option<String>,
    dated: Option<Day>,
    signatory: Option<Words>,
    approved: Option<ApprovalRecord>,
    state: Option<Word<MinutesState>>,
});
part!(ApprovalRecord { meeting: Option<String>, date: Option<Day>, by_default: Flag });

/// One entry of an attendance list, or a nested list that is one group.
#[derive(Debug, Clone)]
pub(crate) enum AttendeeGroup {
    One(AttendeeRecord),
    Group(Vec<AttendeeRecord>),
}

/// A paper of an agenda item: a document by its id, or a file.
#[derive(Debug, Clone)]
pub(crate) enum PaperRecord {
    Document(String),
    File(AttachmentRecord),
}

struct PaperVisitor;

impl<'de> Visitor<'de> for PaperVisitor {
    type Value = PaperRecord;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("paper")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<PaperRecord, E> {
        Ok(PaperRecord::Document(text.to_owned()))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<PaperRecord, A::Error> {
        AttachmentRecord::deserialize(serde::de::value::MapAccessDeserializer::new(map))
            .map(PaperRecord::File)
    }
}

impl<'de> Deserialize<'de> for PaperRecord {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<PaperRecord, D::Error> {
        from.deserialize_any(PaperVisitor)
    }
}

struct GroupVisitor;

/// Plain text is the text of an office class.
fn class(text: &str) -> AttendeeRecord {
    AttendeeRecord {
        text: Some(Words(Text::Plain(text.to_owned()))),
        ..AttendeeRecord::default()
    }
}

/// An entry of a group: a mapping or plain text.
struct Entry(AttendeeRecord);

struct EntryVisitor;

impl<'de> Visitor<'de> for EntryVisitor {
    type Value = Entry;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("attendee")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Entry, E> {
        Ok(Entry(class(text)))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Entry, A::Error> {
        AttendeeRecord::deserialize(serde::de::value::MapAccessDeserializer::new(map)).map(Entry)
    }
}

impl<'de> Deserialize<'de> for Entry {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Entry, D::Error> {
        from.deserialize_any(EntryVisitor)
    }
}

impl<'de> Visitor<'de> for GroupVisitor {
    type Value = AttendeeGroup;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("attendee-or-group")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<AttendeeGroup, E> {
        Ok(AttendeeGroup::One(class(text)))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<AttendeeGroup, A::Error> {
        EntryVisitor
            .visit_map(map)
            .map(|entry| AttendeeGroup::One(entry.0))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<AttendeeGroup, A::Error> {
        let mut group = Vec::new();
        while let Some(Entry(one)) = seq.next_element()? {
            group.push(one);
        }
        Ok(AttendeeGroup::Group(group))
    }
}

impl<'de> Deserialize<'de> for AttendeeGroup {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<AttendeeGroup, D::Error> {
        from.deserialize_any(GroupVisitor)
    }
}
