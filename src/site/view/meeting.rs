//! Meetings: the page of each, with its outcomes and what became of them.

use serde::Serialize;

use crate::derive::Count;
use crate::model::{
    AgendaItem, AgendaKind, Approval, Key, Meeting, Minutes, MinutesState, NextMeeting, Paper,
    Party, Seen, Session,
};
use crate::site::desk::Desk;

use super::attendance::{AttendanceList, attendance};
use super::decision::{DecisionView, decisions};
use super::item::{day, say};
use super::live::{TableView, item_table};
use super::parts::{Download, Link};
use super::record::{Amended, amendments, web_links};
use super::task::Dated;
use super::unit::{PledgeKept, pledge};

#[derive(Debug, Serialize)]
pub(crate) struct MeetingView {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) kind: String,
    pub(crate) date: super::item::Day,
    /// `上午`, `09:00—11:30`.
    pub(crate) time: String,
    pub(crate) series: String,
    pub(crate) number: String,
    pub(crate) place: String,
    pub(crate) chair: Link,
    pub(crate) chair_posts: String,
    pub(crate) minute_taker: Link,
    pub(crate) purpose: String,
    /// Later than D: without outcomes.
    pub(crate) upcoming: bool,
    pub(crate) attendance: Vec<AttendanceList>,
    /// From it to its decisions and the tasks that carry them out.
    pub(crate) chain: Option<super::chain::ChainView>,
    pub(crate) agenda: Vec<AgendaView>,
    /// Decisions outside the agenda.
    pub(crate) decisions: Vec<DecisionView>,
    pub(crate) readouts: Vec<Link>,
    pub(crate) speeches: Vec<SpeechView>,
    pub(crate) pledges: Vec<Pledged>,
    /// What became of the last meeting's decisions by the day of this one.
    pub(crate) last: Vec<super::outcome::Followed>,
    pub(crate) minutes: Vec<Fact>,
    pub(crate) has_minutes: bool,
    pub(crate) draft: bool,
    pub(crate) body: super::body::BodyView,
    pub(crate) next_text: String,
    pub(crate) previous: Link,
    pub(crate) next: Link,
    pub(crate) documents: Vec<Dated>,
    /// Tasks that came from it.
    pub(crate) tasks: Option<TableView>,
    pub(crate) links: Vec<Link>,
    pub(crate) attachments: Vec<Download>,
    pub(crate) amendments: Vec<Amended>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Fact {
    pub(crate) label: String,
    pub(crate) value: Link,
}

#[derive(Debug, Serialize)]
pub(crate) struct AgendaView {
    pub(crate) no: String,
    pub(crate) title: String,
    pub(crate) kind: String,
    pub(crate) presenter: Link,
    pub(crate) papers: Vec<Download>,
    pub(crate) discussion: String,
    pub(crate) decisions: Vec<DecisionView>,
}

#[derive(Debug, Serialize)]
pub(crate) struct SpeechView {
    pub(crate) who: Link,
    pub(crate) posts: String,
    pub(crate) kind: String,
    pub(crate) parts: Vec<SpeechPartView>,
}

#[derive(Debug, Serialize)]
pub(crate) struct SpeechPartView {
    pub(crate) verb: String,
    pub(crate) text: String,
}

#[derive(Debug, Serialize)]
pub(crate) struct Pledged {
    pub(crate) unit: Link,
    pub(crate) who: Link,
    #[serde(flatten)]
    pub(crate) kept: PledgeKept,
}

pub(crate) fn meeting(desk: &Desk<'_>, key: Key<Meeting>) -> Option<MeetingView> {
    if !desk.knows(key) {
        return None;
    }
    let meeting = desk.report.project.meetings.at(key, desk.as_of());
    let links = &desk.index.meetings[key.place()];
    let words = desk.words;
    let held = desk.report.meetings[key.place()];
    let minutes = meeting.minutes.as_ref().filter(|m| held && known(desk, m));
    let other = |key: Option<Key<Meeting>>| key.map(|k| desk.meeting(k)).unwrap_or_default();
    Some(MeetingView {
        id: meeting.head.id.clone(),
        title: words.text(&meeting.title),
        kind: words.of("meeting-kind", meeting.kind.word()),
        date: day(desk, meeting.date),
        time: time(desk, meeting),
        series: words.optional(meeting.series.as_ref().map(|s| &s.name)),
        number: meeting
            .number
            .map(|n| words.count("meeting-number", n as usize))
            .unwrap_or_default(),
        place: words.optional(meeting.place.as_ref()),
        chair: party(desk, meeting, meeting.chair.as_ref()),
        chair_posts: posts(desk, meeting, meeting.chair.as_ref()),
        minute_taker: party(desk, meeting, meeting.minute_taker.as_ref()),
        purpose: words.optional(meeting.purpose.as_ref()),
        upcoming: !held,
        attendance: when(held, || attendance(desk, meeting)),
        chain: super::chain::chain(desk, key),
        agenda: agenda(desk, meeting, held),
        decisions: when(held, || decisions(desk, meeting, None)),
        readouts: when(held, || readouts(desk, meeting)),
        speeches: when(held, || speeches(desk, meeting)),
        pledges: when(held, || pledges(desk, key, meeting)),
        last: when(held, || match links.previous {
            Some(last) => super::outcome::followed(desk, last, meeting.date),
            None => Vec::new(),
        }),
        minutes: minutes
            .map(|m| minutes_facts(desk, meeting, m))
            .unwrap_or_default(),
        has_minutes: minutes.is_some(),
        draft: minutes.is_some_and(|m| m.state == MinutesState::Draft),
        body: if held {
            super::minutes::minutes(desk, meeting)
        } else {
            super::body::BodyView::default()
        },
        next_text: next_text(desk, meeting, links.next.is_some()),
        previous: other(links.previous),
        next: other(links.next),
        documents: super::area::dated_documents(desk, &links.documents),
        tasks: item_table(
            desk,
            &links
                .tasks
                .iter()
                .map(|t| Count::Task(*t))
                .collect::<Vec<_>>(),
        ),
        links: web_links(desk, &meeting.head),
        attachments: desk.downloads(&meeting.head.attachments),
        amendments: amendments(desk, &meeting.head),
    })
}

fn when<T>(held: bool, outcomes: impl FnOnce() -> Vec<T>) -> Vec<T> {
    if held { outcomes() } else { Vec::new() }
}

/// Minutes dated later than D are not yet issued.
fn known(desk: &Desk<'_>, minutes: &Minutes) -> bool {
    minutes.dated.is_none_or(|d| d <= desk.as_of())
}

fn party(desk: &Desk<'_>, meeting: &Meeting, party: Option<&Party>) -> Link {
    party
        .map(|p| desk.party_on(p, meeting.date))
        .unwrap_or_default()
}

/// The posts that a person held on the day of the meeting.
fn posts(desk: &Desk<'_>, meeting: &Meeting, party: Option<&Party>) -> String {
    match party {
        Some(Party::Person(Seen::Shown(key))) => super::person::posts_on(desk, *key, meeting.date),
        _ => String::new(),
    }
}

fn time(desk: &Desk<'_>, meeting: &Meeting) -> String {
    let session = match meeting.session {
        Some(Session::Am) => desk.words.plain("session-am"),
        Some(Session::Pm) => desk.words.plain("session-pm"),
        Some(Session::Evening) => desk.words.plain("session-evening"),
        None => String::new(),
    };
    let clock = match &meeting.time {
        (Some(start), Some(end)) => {
            let ends = [("from", start.clone()), ("to", end.clone())];
            say(desk, "clock-span", &ends)
        }
        (Some(one), None) | (None, Some(one)) => one.clone(),
        (None, None) => String::new(),
    };
    if session.is_empty() || clock.is_empty() {
        return session + &clock;
    }
    let values = [("session", session), ("clock", clock)];
    say(desk, "session-and-clock", &values)
}

fn agenda(desk: &Desk<'_>, meeting: &Meeting, held: bool) -> Vec<AgendaView> {
    let items = meeting.agenda.iter().enumerate();
    items
        .map(|(place, item)| AgendaView {
            no: item.no.clone().unwrap_or_else(|| (place + 1).to_string()),
            title: desk.words.text(&item.title),
            kind: item.kind.map(|k| agenda_kind(desk, k)).unwrap_or_default(),
            presenter: party(desk, meeting, item.presenter.as_ref()),
            papers: item.papers.iter().map(|p| paper(desk, p)).collect(),
            discussion: discussion(desk, item, held),
            decisions: when(held, || decisions(desk, meeting, Some(place))),
        })
        .collect()
}

fn paper(desk: &Desk<'_>, paper: &Paper) -> Download {
    match paper {
        Paper::File(file) => desk.download(file),
        Paper::Document(document) => {
            let Link { text, href, .. } = desk.seen_document(*document);
            Download {
                title: text,
                href,
                note: String::new(),
            }
        }
    }
}

fn discussion(desk: &Desk<'_>, item: &AgendaItem, held: bool) -> String {
    let text = item.discussion.as_ref().filter(|_| held);
    desk.words.optional(text)
}

fn agenda_kind(desk: &Desk<'_>, kind: AgendaKind) -> String {
    desk.words.of("agenda-kind", kind.word())
}

fn readouts(desk: &Desk<'_>, meeting: &Meeting) -> Vec<Link> {
    let readouts = meeting.readouts.iter();
    readouts
        .map(|readout| {
            let title = readout.title.as_ref().map(|t| desk.words.text(t));
            match (readout.document, title) {
                (Some(Seen::Hidden), _) => desk.hidden(),
                (Some(Seen::Shown(key)), None) => desk.document(key),
                (Some(Seen::Shown(key)), Some(text)) => Link {
                    text,
                    ..desk.document(key)
                },
                (None, title) => Link::text(&title.unwrap_or_default()),
            }
        })
        .collect()
}

fn speeches(desk: &Desk<'_>, meeting: &Meeting) -> Vec<SpeechView> {
    let speeches = meeting.speeches.iter();
    speeches
        .map(|speech| SpeechView {
            who: party(desk, meeting, Some(&speech.who)),
            posts: posts(desk, meeting, Some(&speech.who)),
            kind: desk.words.optional(speech.kind.as_ref()),
            parts: speech
                .parts
                .iter()
                .map(|part| SpeechPartView {
                    verb: desk.words.optional(part.verb.as_ref()),
                    text: desk.words.text(&part.text),
                })
                .collect(),
        })
        .collect()
}

fn pledges(desk: &Desk<'_>, key: Key<Meeting>, meeting: &Meeting) -> Vec<Pledged> {
    let pledges = meeting.pledges.iter().enumerate();
    pledges
        .map(|(place, of)| Pledged {
            unit: match of.unit {
                Seen::Shown(unit) => desk.unit_on(unit, meeting.date),
                Seen::Hidden => desk.hidden(),
            },
            who: party(desk, meeting, of.who.as_ref()),
            kept: pledge(desk, key, place),
        })
        .collect()
}

fn minutes_facts(desk: &Desk<'_>, meeting: &Meeting, minutes: &Minutes) -> Vec<Fact> {
    let words = desk.words;
    let mut facts = Vec::new();
    let mut add = |id: &str, value: Link| {
        if !value.text.is_empty() {
            let label = words.plain(id);
            facts.push(Fact { label, value });
        }
    };
    add(
        "minutes-number",
        Link::text(minutes.number.as_deref().unwrap_or_default()),
    );
    add(
        "minutes-dated",
        Link::text(&words.optional_day(minutes.dated)),
    );
    add(
        "minutes-signatory",
        party(desk, meeting, minutes.signatory.as_ref()),
    );
    let state = words.of("minutes", minutes.state.word());
    add("minutes-state", Link::text(&state));
    match &minutes.approved {
        Some(Approval::ByMeeting(by)) => add("minutes-approved-at", desk.seen_meeting(*by)),
        Some(Approval::On(on)) => add("minutes-approved-on", Link::text(&words.day(*on))),
        Some(Approval::ByDefault) => {
            add(
                "minutes-approved-how",
                Link::text(&words.plain("minutes-by-default")),
            );
        }
        None => {}
    }
    facts
}

/// As it was written; a date as a date. Left out when the next of the series has a page.
fn next_text(desk: &Desk<'_>, meeting: &Meeting, linked: bool) -> String {
    let written = match meeting.next_meeting.as_ref() {
        Some(NextMeeting::Meeting(next)) => desk.seen_meeting(*next).text,
        Some(NextMeeting::Text(text)) => desk.words.optional(Some(text)),
        None => String::new(),
    };
    match crate::date::Date::parse(&written) {
        _ if linked => String::new(),
        Ok(date) => say(desk, "next-on", &[("date", desk.words.day(date))]),
        Err(_) => written,
    }
}
