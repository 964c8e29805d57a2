//! Meetings and their decisions, linked and checked.

use crate::diagnostic::{Finding, Path};
use crate::model::{
    AgendaItem, Approval, Attendance, Attendee, Chronicle, Decision, Head, Key, Meeting, Minutes,
    MinutesState, Paper, Pledge, Readout, Shelf, Speech, SpeechPart, Visibility,
};
use crate::record::{
    AgendaItemRecord, ApprovalRecord, AttendanceRecord, AttendeeGroup, AttendeeRecord,
    DecisionRecord, List, MeetingRecord, MinutesRecord, PaperRecord, PledgeRecord, ReadoutRecord,
    RecordKind, SpeechRecord, TimeRecord, Written,
};

use super::decision::{Setting, decision, with_campaign};
use super::linker::Linker;
use super::trail::Trail;

/// Where a decision is written in its meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DecisionPlace {
    Agenda(usize, usize),
    Outside(usize),
}

pub(super) fn decision_path(place: DecisionPlace) -> Path {
    match place {
        DecisionPlace::Agenda(item, place) => Path::new("agenda")
            .place(item)
            .key("decisions")
            .place(place),
        DecisionPlace::Outside(place) => Path::new("decisions").place(place),
    }
}

/// Every decision of a meeting in written order: (it, its place, its id, whether the id is its own).
pub(super) fn decisions_of(
    meeting: &Written<MeetingRecord>,
) -> impl Iterator<Item = (&DecisionRecord, DecisionPlace, String, bool)> {
    places(&meeting.value)
        .into_iter()
        .enumerate()
        .map(|(number, (place, record))| {
            let id = record
                .id
                .clone()
                .unwrap_or_else(|| default_id(&meeting.id, number));
            (record, place, id, record.id.is_some())
        })
}

fn places(meeting: &MeetingRecord) -> Vec<(DecisionPlace, &DecisionRecord)> {
    let agenda = meeting
        .agenda
        .0
        .iter()
        .enumerate()
        .flat_map(|(item, entry)| {
            entry
                .decisions
                .0
                .iter()
                .enumerate()
                .map(move |(place, one)| (DecisionPlace::Agenda(item, place), one))
        });
    let outside = meeting
        .decisions
        .0
        .iter()
        .enumerate()
        .map(|(place, one)| (DecisionPlace::Outside(place), one));
    agenda.chain(outside).collect()
}

fn default_id(meeting: &str, number: usize) -> String {
    format!("{meeting}-{}", number + 1)
}

/// Meetings and decisions, on their shelves.
pub(super) fn shelves(
    records: &mut Vec<Written<MeetingRecord>>,
    linker: &mut Linker<'_>,
) -> (Vec<Chronicle<Meeting>>, Shelf<Decision>) {
    let mut meetings: Vec<Chronicle<Meeting>> = Vec::with_capacity(records.len());
    let mut decisions: Vec<Chronicle<Decision>> = Vec::new();
    for mut record in std::mem::take(records) {
        let seen = linker.may_see(&record.head);
        let approved = record
            .value
            .minutes
            .as_ref()
            .and_then(|m| m.state)
            .is_some_and(|s| s.0 == MinutesState::Approved);
        let now = take_decisions(&mut record.value, &record.id);
        let origin = record.origin;
        let mut earlier = Vec::new();
        for (on, origin, value) in &mut record.before {
            earlier.push((*on, *origin, take_decisions(value, &record.id)));
        }
        let mut chronicle = linker.chronicle(record, RecordKind::Meeting, meeting);
        let key = Key::new(meetings.len());
        let first = decisions.len();
        for (place, id, own, written) in now {
            let date = chronicle.now.date;
            let setting = Setting {
                meeting: key,
                place,
                id: &id,
                head: &chronicle.now.head,
                date: chronicle
                    .now
                    .head
                    .exists_from
                    .map_or(date, |added| added.max(date)),
            };
            let campaign = chronicle.now.campaign;
            let path = DecisionTrail::new(origin, place);
            if written.action.0 && approved && !own {
                linker.note_unnamed_action(&id);
            }
            let made = path.with(|trail| decision(written, &setting, linker, trail));
            let made = with_campaign(made, campaign);
            let mut before = Vec::new();
            for (on, origin, all) in &mut earlier {
                let Some(found) = all.iter().position(|(_, other, _, _)| *other == id) else {
                    continue;
                };
                let (place, _, _, written) = all.remove(found);
                let path = DecisionTrail::new(*origin, place);
                let then = path.with(|trail| decision(written, &setting, linker, trail));
                before.push((*on, with_campaign(then, campaign)));
            }
            before.sort_by_key(|(on, _)| *on);
            if seen {
                decisions.push(Chronicle { now: made, before });
            }
        }
        if seen {
            let keys: Vec<Key<Decision>> = (first..decisions.len()).map(Key::new).collect();
            chronicle
                .before
                .iter_mut()
                .for_each(|(_, then)| then.decisions.clone_from(&keys));
            chronicle.now.decisions = keys;
            meetings.push(chronicle);
        }
    }
    (meetings, Shelf::new(decisions))
}

type Taken = (DecisionPlace, String, bool, DecisionRecord);

fn take_decisions(meeting: &mut MeetingRecord, id: &str) -> Vec<Taken> {
    let mut all = Vec::new();
    for (item, entry) in meeting.agenda.0.iter_mut().enumerate() {
        let list = std::mem::take(&mut entry.decisions)
            .0
            .into_iter()
            .enumerate();
        all.extend(list.map(|(place, record)| (DecisionPlace::Agenda(item, place), record)));
    }
    let list = std::mem::take(&mut meeting.decisions)
        .0
        .into_iter()
        .enumerate();
    all.extend(list.map(|(place, record)| (DecisionPlace::Outside(place), record)));
    let named = all
        .into_iter()
        .enumerate()
        .map(|(number, (place, record))| {
            let own = record.id.is_some();
            let id = record.id.clone().unwrap_or_else(|| default_id(id, number));
            (place, id, own, record)
        });
    named.collect()
}

/// A decision's place as a trail, which lives on the stack of whoever walks it.
struct DecisionTrail {
    origin: crate::diagnostic::Origin,
    place: DecisionPlace,
}

impl DecisionTrail {
    fn new(origin: crate::diagnostic::Origin, place: DecisionPlace) -> DecisionTrail {
        DecisionTrail { origin, place }
    }

    fn with<R>(&self, walk: impl FnOnce(&Trail<'_>) -> R) -> R {
        let record = Trail::record(self.origin);
        match self.place {
            DecisionPlace::Agenda(item, place) => {
                let agenda = record.key("agenda");
                let item = agenda.place(item);
                walk(&item.entry("decisions", place).trail())
            }
            DecisionPlace::Outside(place) => walk(&record.entry("decisions", place).trail()),
        }
    }
}

fn meeting(record: MeetingRecord, head: Head, linker: &mut Linker<'_>) -> Meeting {
    let trail = Trail::record(head.origin);
    let title = linker.require_text(record.title, &trail, "title");
    let date = linker
        .require(record.date.map(|day| day.0), &trail, "date")
        .unwrap_or(linker.no_day());
    let campaign = record.campaign.or_else(|| linker.only_campaign.clone());

    Meeting {
        title,
        date,
        campaign: linker.refer(campaign, &trail.key("campaign")),
        series: linker.meeting_series(record.series, &trail.key("series")),
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
        next_meeting: record.next_meeting.map(|words| words.0),
        head,
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
