//! Meetings and their decisions, linked and checked.

use std::sync::Arc;

use crate::diagnostic::Finding;
use crate::model::{
    AgendaItem, Approval, Attendance, Attendee, Chronicle, Decision, Head, Key, Meeting, Minutes,
    NextMeeting, Paper, Pledge, Readout, SeriesKind, Shelf, Speech, SpeechPart, Text, Visibility,
};
use crate::record::{
    AgendaItemRecord, ApprovalRecord, AttendanceRecord, AttendeeGroup, AttendeeRecord, List,
    MeetingRecord, MinutesRecord, PaperRecord, PledgeRecord, ReadoutRecord, RecordKind,
    SpeechRecord, TimeRecord, Written,
};

use super::decision::{self, Setting};
use super::linker::Linker;
use super::trail::Trail;

/// Meetings and decisions, on their shelves.
pub(super) fn shelves(
    records: &mut Vec<Arc<Written<MeetingRecord>>>,
    linker: &mut Linker<'_>,
) -> (Vec<Chronicle<Meeting>>, Shelf<Decision>) {
    let mut meetings: Vec<Chronicle<Meeting>> = Vec::with_capacity(records.len());
    let mut decisions: Vec<Chronicle<Decision>> = Vec::new();
    for record in std::mem::take(records) {
        let mut record = Arc::unwrap_or_clone(record);
        let seen = linker.may_see(&record.head);
        record.before.sort_by_key(|earlier| earlier.on);
        let taken = decision::take(&mut record);
        let mut chronicle = linker.chronicle(record, RecordKind::Meeting, meeting);
        let setting = Setting {
            key: Key::new(meetings.len()),
            first: decisions.len(),
        };
        let made = decision::chronicles(taken, &mut chronicle, &setting, linker);
        if seen {
            decisions.extend(made);
            meetings.push(chronicle);
        }
    }
    (meetings, Shelf::new(decisions))
}

fn meeting(record: MeetingRecord, head: Head, linker: &mut Linker<'_>) -> Meeting {
    let trail = Trail::record(head.origin);
    let title = linker.require_text(record.title, &trail, "title");
    let date = linker
        .require(record.date.map(|day| day.0), &trail, "date")
        .unwrap_or(linker.no_day());
    let campaign = record
        .campaign
        .or_else(|| linker.frame.only_campaign.clone());

    Meeting {
        title,
        date,
        campaign: linker.refer(campaign, &trail.key("campaign")),
        series: linker.series(record.series, SeriesKind::Meeting, &trail.key("series")),
        number: record.number.map(|number| number.0),
        kind: record.kind.map(|word| word.0).unwrap_or_default(),
        session: record.session.map(|word| word.0),
        time: time(linker, record.time.unwrap_or_default(), &trail.key("time")),
        place: record.place.map(|words| words.0),
        chair: linker.optional_party(record.chair),
        minute_taker: linker.optional_party(record.minute_taker),
        purpose: record.purpose.map(|words| words.0),
        attendance: attendance(
            linker,
            record.attendance.unwrap_or_default(),
            &trail.key("attendance"),
        ),
        agenda: agenda(linker, record.agenda.0, &trail.key("agenda")),
        decisions: Vec::new(),
        readouts: readouts(linker, record.readouts.0, &trail.key("readouts")),
        speeches: speeches(linker, record.speeches.0, &trail.key("speeches")),
        pledges: pledges(linker, record.pledges.0, &trail.key("pledges")),
        minutes: record
            .minutes
            .map(|one| minutes(linker, one, &trail.key("minutes"))),
        next_meeting: record
            .next_meeting
            .map(|words| next_meeting(linker, words.0)),
        head,
    }
}

/// The id of a meeting refers to it, so that one who may not see that meeting does not read its id.
fn next_meeting(linker: &Linker<'_>, written: Text) -> NextMeeting {
    match &written {
        Text::Plain(id) => match linker.find(id) {
            Some(meeting) => NextMeeting::Meeting(meeting),
            None => NextMeeting::Text(written),
        },
        _ => NextMeeting::Text(written),
    }
}

fn time(
    linker: &mut Linker<'_>,
    record: TimeRecord,
    trail: &Trail<'_>,
) -> (Option<String>, Option<String>) {
    for (field, text) in [("start", &record.start), ("end", &record.end)] {
        if let Some(text) = text.as_deref().filter(|text| !is_time(text)) {
            linker
                .findings
                .push(Finding::error("bad-time", trail.key(field).here()).with("value", text));
        }
    }
    (record.start, record.end)
}

/// `9:00`, `14:30`.
fn is_time(text: &str) -> bool {
    let below = |part: &str, limit: u8| {
        (1..=2).contains(&part.len()) && part.parse::<u8>().is_ok_and(|number| number < limit)
    };
    text.split_once(':')
        .is_some_and(|(hour, minute)| below(hour, 24) && minute.len() == 2 && below(minute, 60))
}

fn attendance(linker: &mut Linker<'_>, record: AttendanceRecord, trail: &Trail<'_>) -> Attendance {
    let mut list = |groups: List<AttendeeGroup>, key: &'static str| {
        attendees(linker, groups.0, &trail.key(key))
    };
    Attendance {
        present: list(record.present, "present"),
        in_attendance: list(record.in_attendance, "in_attendance"),
        apologies: list(record.apologies, "apologies"),
        absent: list(record.absent, "absent"),
    }
}

/// A nested list is one group; entries beside each other outside of one are a group too.
fn attendees(
    linker: &mut Linker<'_>,
    groups: Vec<AttendeeGroup>,
    trail: &Trail<'_>,
) -> Vec<Vec<Attendee>> {
    let mut all: Vec<Vec<Attendee>> = Vec::new();
    let mut loose = false;
    for (place, group) in groups.into_iter().enumerate() {
        let trail = trail.place(place);
        match group {
            AttendeeGroup::One(one) => {
                let one = attendee(linker, one, &trail);
                match all.last_mut().filter(|_| loose) {
                    Some(group) => group.push(one),
                    None => all.push(vec![one]),
                }
                loose = true;
            }
            AttendeeGroup::Group(group) => {
                let each = group.into_iter().enumerate();
                all.push(
                    each.map(|(n, one)| attendee(linker, one, &trail.place(n)))
                        .collect(),
                );
                loose = false;
            }
        }
    }
    all
}

fn attendee(linker: &mut Linker<'_>, record: AttendeeRecord, trail: &Trail<'_>) -> Attendee {
    let named = record.person.is_some() || record.unit.is_some() || record.text.is_some();
    if !named && !linker.is_struck(trail, "attendance") {
        linker
            .findings
            .push(Finding::error("attendee-without-name", trail.here()));
    }
    Attendee {
        person: linker.refer(record.person, &trail.key("person")),
        unit: linker.refer(record.unit, &trail.key("unit")),
        text: record.text.map(|words| words.0),
        capacity: record.capacity.map(|words| words.0),
        count: record.count.map(|number| number.0),
    }
}

fn agenda(
    linker: &mut Linker<'_>,
    records: Vec<AgendaItemRecord>,
    trail: &Trail<'_>,
) -> Vec<AgendaItem> {
    let mut all = Vec::with_capacity(records.len());
    for (place, record) in records.into_iter().enumerate() {
        let trail = trail.place(place);
        all.push(AgendaItem {
            no: record.no,
            title: linker.require_text(record.title, &trail, "title"),
            presenter: linker.optional_party(record.presenter),
            kind: record.kind.map(|word| word.0),
            papers: papers(linker, record.papers.0, &trail.key("papers")),
            discussion: record
                .discussion
                .map(|words| words.0)
                .filter(|_| linker.audience.may_see(Visibility::Internal)),
        });
    }
    all
}

fn papers(linker: &mut Linker<'_>, records: Vec<PaperRecord>, trail: &Trail<'_>) -> Vec<Paper> {
    let mut all = Vec::with_capacity(records.len());
    for (place, record) in records.into_iter().enumerate() {
        let trail = trail.place(place);
        match record {
            PaperRecord::Document(id) => {
                all.extend(linker.refer(Some(id), &trail).map(Paper::Document))
            }
            PaperRecord::File(file) => all.extend(linker.attachment(file, &trail).map(Paper::File)),
        }
    }
    all
}

fn readouts(
    linker: &mut Linker<'_>,
    records: Vec<ReadoutRecord>,
    trail: &Trail<'_>,
) -> Vec<Readout> {
    let mut all = Vec::with_capacity(records.len());
    for (place, record) in records.into_iter().enumerate() {
        let trail = trail.place(place);
        if record.document.is_none() {
            linker.require(record.title.as_ref(), &trail, "title");
        }
        let document = linker.refer(record.document, &trail.key("document"));
        all.push(Readout {
            title: record.title.map(|words| words.0),
            document,
        });
    }
    all
}

fn speeches(linker: &mut Linker<'_>, records: Vec<SpeechRecord>, trail: &Trail<'_>) -> Vec<Speech> {
    let mut all = Vec::with_capacity(records.len());
    for (place, record) in records.into_iter().enumerate() {
        let trail = trail.place(place);
        let Some(who) = linker.require(record.who, &trail, "who") else {
            continue;
        };
        let who = linker.party(who);
        let parts = record.parts.0.into_iter().enumerate().map(|(n, part)| {
            let entry = trail.entry("parts", n);
            let text = linker.require_text(part.text, &entry.trail(), "text");
            SpeechPart {
                verb: part.verb.map(|words| words.0),
                text,
            }
        });
        let parts = parts.collect();
        all.push(Speech {
            who,
            kind: record.kind.map(|words| words.0),
            parts,
        });
    }
    all
}

fn pledges(linker: &mut Linker<'_>, records: Vec<PledgeRecord>, trail: &Trail<'_>) -> Vec<Pledge> {
    let mut all = Vec::with_capacity(records.len());
    for (place, record) in records.into_iter().enumerate() {
        let trail = trail.place(place);
        linker.require(record.unit.as_ref(), &trail, "unit");
        let Some(unit) = linker.refer(record.unit, &trail.key("unit")) else {
            continue;
        };
        all.push(Pledge {
            unit,
            who: linker.optional_party(record.who),
            text: record.text.map(|words| words.0),
            tasks: linker.refer_all(record.tasks.0, &trail.key("tasks")),
        });
    }
    all
}

fn minutes(linker: &mut Linker<'_>, record: MinutesRecord, trail: &Trail<'_>) -> Minutes {
    Minutes {
        number: record.number,
        dated: record.dated.map(|day| day.0),
        signatory: linker.optional_party(record.signatory),
        approved: record
            .approved
            .and_then(|approval| self::approval(linker, approval, &trail.key("approved"))),
        state: record.state.map(|word| word.0).unwrap_or_default(),
    }
}

fn approval(
    linker: &mut Linker<'_>,
    record: ApprovalRecord,
    trail: &Trail<'_>,
) -> Option<Approval> {
    if let Some(meeting) = record.meeting {
        return linker
            .refer(Some(meeting), &trail.key("meeting"))
            .map(Approval::ByMeeting);
    }
    record
        .date
        .map(|day| Approval::On(day.0))
        .or(record.by_default.0.then_some(Approval::ByDefault))
}

#[cfg(test)]
mod tests {
    use super::is_time;

    #[test]
    fn times_are_hours_and_minutes() {
        assert!(is_time("9:00") && is_time("09:05") && is_time("23:59"));
        assert!(!is_time("24:00") && !is_time("9:5") && !is_time("9点") && !is_time("9:60"));
    }
}
