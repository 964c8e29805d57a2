//! Registers: meetings by year, decisions, and documents by kind.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::derive::Count;
use crate::model::{Decision, Document, DocumentKind, Key, Meeting, Seen, State, Task, Unit};
use crate::site::desk::Desk;
use crate::site::route::Page;

use super::overview::{MeetingBrief, held, meeting_brief, upcoming};
use super::parts::{Download, LightView, Link, Row, iso, rows};
use super::record::{Amended, amendments, web_links};

#[derive(Debug, Serialize)]
pub(crate) struct MeetingsView {
    /// The year of this page; empty on the first page.
    pub(crate) year: String,
    pub(crate) years: Vec<YearLink>,
    pub(crate) upcoming: Vec<MeetingBrief>,
    /// Latest first.
    pub(crate) meetings: Vec<MeetingBrief>,
    pub(crate) counted: String,
}

#[derive(Debug, Serialize)]
pub(crate) struct YearLink {
    pub(crate) link: Link,
    pub(crate) count: String,
    pub(crate) current: bool,
}

#[derive(Debug, Serialize)]
pub(crate) struct DecisionsView {
    /// The year that is shown; the latest on the first page.
    pub(crate) year: String,
    pub(crate) years: Vec<YearLink>,
    /// By lead, in written order: how many of its decisions are in each state.
    pub(crate) units: Vec<UnitDecisions>,
    pub(crate) states: Vec<String>,
    pub(crate) coverage: Option<super::coverage::CoverageView>,
    pub(crate) counted: String,
    /// By meeting, latest first.
    pub(crate) meetings: Vec<DecisionGroup>,
}

#[derive(Debug, Serialize)]
pub(crate) struct UnitDecisions {
    pub(crate) unit: Link,
    pub(crate) total: String,
    /// In the order of the states.
    pub(crate) counts: Vec<String>,
}

#[derive(Debug, Serialize)]
pub(crate) struct DecisionGroup {
    pub(crate) date: String,
    pub(crate) meeting: Link,
    pub(crate) decisions: Vec<DecisionLine>,
}

#[derive(Debug, Serialize)]
pub(crate) struct DecisionLine {
    pub(crate) id: String,
    pub(crate) text: Link,
    pub(crate) outcome: String,
    pub(crate) lead: Link,
    pub(crate) due: String,
    /// None: nothing is to be done.
    pub(crate) light: Option<LightView>,
    pub(crate) state: String,
    pub(crate) actual: String,
    pub(crate) tasks: Vec<CarriedOut>,
    pub(crate) suspects: Vec<super::suspect::SuspectView>,
}

/// A task that carries a decision out, with its own light.
#[derive(Debug, Serialize)]
pub(crate) struct CarriedOut {
    #[serde(flatten)]
    pub(crate) link: Link,
    pub(crate) light: Option<LightView>,
}

#[derive(Debug, Serialize)]
pub(crate) struct DocumentsView {
    pub(crate) kinds: Vec<DocumentGroup>,
}

#[derive(Debug, Serialize)]
pub(crate) struct DocumentGroup {
    pub(crate) word: &'static str,
    pub(crate) kind: String,
    pub(crate) documents: Vec<DocumentLine>,
}

#[derive(Debug, Serialize)]
pub(crate) struct DocumentLine {
    pub(crate) date: String,
    pub(crate) link: Link,
    pub(crate) document_no: String,
    pub(crate) issuer: Link,
}

#[derive(Debug, Serialize)]
pub(crate) struct DocumentView {
    pub(crate) title: String,
    pub(crate) kind: String,
    pub(crate) date: super::item::Day,
    pub(crate) issuer: Link,
    pub(crate) author: Link,
    pub(crate) campaign: Option<Link>,
    pub(crate) document_no: String,
    pub(crate) unit: Link,
    pub(crate) due: String,
    pub(crate) submitted: String,
    pub(crate) retention: String,
    pub(crate) archival_code: String,
    pub(crate) areas: Vec<Link>,
    pub(crate) meetings: Vec<Link>,
    /// Tasks that it names, then tasks that came from it.
    pub(crate) tasks: Vec<Row>,
    pub(crate) tags: Vec<String>,
    pub(crate) links: Vec<Link>,
    pub(crate) attachments: Vec<Download>,
    pub(crate) amendments: Vec<Amended>,
    pub(crate) body: super::body::BodyView,
}

/// Years with a meeting held, latest first.
pub(crate) fn years(desk: &Desk<'_>) -> Vec<i16> {
    let shelf = &desk.report.project.meetings;
    let mut years: Vec<i16> = held(desk)
        .into_iter()
        .map(|key| shelf.at(key, desk.as_of()).date.year())
        .collect();
    years.dedup();
    years
}

/// The first page has the latest few; a year's page has all of it.
pub(crate) fn meetings(desk: &Desk<'_>, year: Option<i16>) -> MeetingsView {
    let shelf = &desk.report.project.meetings;
    let year_of = |key: &Key<Meeting>| shelf.at(*key, desk.as_of()).date.year();
    let all = held(desk);
    let shown: Vec<Key<Meeting>> = match year {
        Some(year) => all.iter().copied().filter(|k| year_of(k) == year).collect(),
        None => all.iter().copied().take(12).collect(),
    };
    let years = years(desk).into_iter().map(|of| YearLink {
        link: Link::new(
            &desk.words.with("year", "year", &of.to_string()),
            desk.to(Page::MeetingsOf(of)),
        ),
        count: all.iter().filter(|k| year_of(k) == of).count().to_string(),
        current: year == Some(of),
    });
    let ahead = if year.is_none() {
        upcoming(desk)
    } else {
        Vec::new()
    };
    MeetingsView {
        year: year.map(|y| y.to_string()).unwrap_or_default(),
        years: years.collect(),
        upcoming: ahead.into_iter().map(|k| meeting_brief(desk, k)).collect(),
        counted: desk.words.count("meetings-count", shown.len()),
        meetings: shown.into_iter().map(|k| meeting_brief(desk, k)).collect(),
    }
}

/// The decisions of a meeting that exist at D.
fn there(desk: &Desk<'_>, meeting: Key<Meeting>) -> Vec<Key<Decision>> {
    let meeting = desk.report.project.meetings.at(meeting, desk.as_of());
    let there = |key: &&Key<Decision>| desk.report.decisions[key.place()].is_some();
    meeting.decisions.iter().filter(there).copied().collect()
}

/// Years with decisions, latest first.
pub(crate) fn decision_years(desk: &Desk<'_>) -> Vec<i16> {
    let shelf = &desk.report.project.meetings;
    let with = held(desk)
        .into_iter()
        .filter(|key| !there(desk, *key).is_empty());
    let mut years: Vec<i16> = with
        .map(|key| shelf.at(key, desk.as_of()).date.year())
        .collect();
    years.dedup();
    years
}

/// The first page has the coverage and the latest year; a year's page has all of it.
pub(crate) fn decisions(desk: &Desk<'_>, year: Option<i16>) -> DecisionsView {
    let shelf = &desk.report.project.meetings;
    let years = decision_years(desk);
    let shown = year.or(years.first().copied());
    let mut counted = 0;
    let mut groups = Vec::new();
    for key in held(desk) {
        let meeting = shelf.at(key, desk.as_of());
        if Some(meeting.date.year()) != shown {
            continue;
        }
        let decisions: Vec<DecisionLine> = there(desk, key)
            .into_iter()
            .map(|d| decision_line(desk, d))
            .collect();
        if decisions.is_empty() {
            continue;
        }
        counted += decisions.len();
        groups.push(DecisionGroup {
            date: meeting.date.to_string(),
            meeting: desk.meeting(key),
            decisions,
        });
    }
    let count = |of: i16| {
        let of_year = |key: &Key<Meeting>| shelf.at(*key, desk.as_of()).date.year() == of;
        let meetings = held(desk).into_iter().filter(of_year);
        meetings.map(|key| there(desk, key).len()).sum::<usize>()
    };
    let year_link = |of: i16| YearLink {
        link: Link::new(
            &desk.words.with("year", "year", &of.to_string()),
            desk.to(Page::DecisionsOf(of)),
        ),
        count: count(of).to_string(),
        current: year == Some(of),
    };
    let first = year.is_none();
    DecisionsView {
        year: shown.map(|year| year.to_string()).unwrap_or_default(),
        years: years.into_iter().map(year_link).collect(),
        units: if first { by_unit(desk) } else { Vec::new() },
        states: State::ALL
            .iter()
            .map(|state| desk.words.of("state", state.word()))
            .collect(),
        coverage: first.then(|| super::coverage::coverage(desk)),
        counted: desk.words.count("decisions-count", counted),
        meetings: groups,
    }
}

fn by_unit(desk: &Desk<'_>) -> Vec<UnitDecisions> {
    let project = desk.report.project;
    let mut units: BTreeMap<Key<Unit>, (usize, [usize; 6])> = BTreeMap::new();
    for key in project.decisions.keys() {
        let lead = project.decisions.at(key, desk.as_of()).lead;
        let lead = lead.and_then(|lead| lead.key());
        let Some(lead) = lead.filter(|_| desk.report.decisions[key.place()].is_some()) else {
            continue;
        };
        let (total, states) = units.entry(lead).or_default();
        *total += 1;
        let state = desk.decision_facts(key).map(|facts| facts.state);
        if let Some(at) = State::ALL.iter().position(|one| Some(*one) == state) {
            states[at] += 1;
        }
    }
    units
        .into_iter()
        .map(|(unit, (total, states))| UnitDecisions {
            unit: desk.unit(unit),
            total: total.to_string(),
            counts: states.iter().map(usize::to_string).collect(),
        })
        .collect()
}

pub(crate) fn decision_line(desk: &Desk<'_>, key: Key<crate::model::Decision>) -> DecisionLine {
    let decision = desk.report.project.decisions.at(key, desk.as_of());
    let facts = desk.decision_facts(key);
    let words = desk.words;
    let outcome = decision.outcome.map(super::decision::outcome_word);
    let tasks = desk.report.carried_out_by[key.place()].iter();
    DecisionLine {
        id: decision.head.id.clone(),
        text: desk.decision(key),
        outcome: outcome.map(|w| words.of("outcome", w)).unwrap_or_default(),
        lead: decision.lead.map(|u| desk.seen_unit(u)).unwrap_or_default(),
        due: iso(facts.and_then(|f| f.effective_due).or(decision.due)),
        light: facts.map(|f| desk.light(f.light)),
        state: facts
            .map(|f| words.of("state", f.state.word()))
            .unwrap_or_default(),
        actual: facts.map(|f| words.percent(f.actual)).unwrap_or_default(),
        tasks: tasks.map(|task| carried_out(desk, *task)).collect(),
        suspects: super::suspect::of_decision(desk, key),
    }
}

pub(crate) fn carried_out(desk: &Desk<'_>, task: Key<Task>) -> CarriedOut {
    let facts = desk.task_facts(task);
    CarriedOut {
        link: desk.task(task),
        light: facts.map(|facts| desk.light(facts.light)),
    }
}

pub(crate) fn documents(desk: &Desk<'_>) -> DocumentsView {
    let shelf = &desk.report.project.documents;
    let there = shelf.keys().filter(|k| desk.report.documents[k.place()]);
    let mut keys: Vec<Key<Document>> = there.collect();
    keys.sort_by_key(|key| {
        let document = shelf.at(*key, desk.as_of());
        (document.kind, std::cmp::Reverse((document.date, *key)))
    });
    let mut kinds: Vec<DocumentGroup> = Vec::new();
    for key in keys {
        let document = shelf.at(key, desk.as_of());
        let word = kind_word(document.kind);
        if kinds.last().is_none_or(|group| group.word != word) {
            kinds.push(DocumentGroup {
                word,
                kind: desk.words.of("document-kind", word),
                documents: Vec::new(),
            });
        }
        if let Some(group) = kinds.last_mut() {
            group.documents.push(document_line(desk, key));
        }
    }
    DocumentsView { kinds }
}

fn document_line(desk: &Desk<'_>, key: Key<Document>) -> DocumentLine {
    let document = desk.report.project.documents.at(key, desk.as_of());
    let issuer = document.issuer.as_ref().or(document.author.as_ref());
    DocumentLine {
        date: document.date.to_string(),
        link: desk.document(key),
        document_no: document.document_no.clone().unwrap_or_default(),
        issuer: issuer
            .map(|p| desk.party_on(p, document.date))
            .unwrap_or_default(),
    }
}

pub(crate) fn kind_word(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Plan => "plan",
        DocumentKind::Rule => "rule",
        DocumentKind::Notice => "notice",
        DocumentKind::News => "news",
        DocumentKind::Speech => "speech",
        DocumentKind::Minutes => "minutes",
        DocumentKind::Note => "note",
        DocumentKind::Reference => "reference",
        DocumentKind::WorkPlan => "work-plan",
    }
}

pub(crate) fn document(desk: &Desk<'_>, key: Key<Document>) -> Option<DocumentView> {
    if !desk.report.documents[key.place()] {
        return None;
    }
    let document = desk.report.project.documents.at(key, desk.as_of());
    let links = &desk.index.documents[key.place()];
    let words = desk.words;
    let on = document.date;
    let party = |party: &Option<crate::model::Party>| {
        party
            .as_ref()
            .map(|p| desk.party_on(p, on))
            .unwrap_or_default()
    };
    let mut tasks: Vec<Count> = document
        .tasks
        .iter()
        .filter_map(Seen::key)
        .chain(links.tasks.iter().copied())
        .map(Count::Task)
        .collect();
    let mut seen = Vec::new();
    tasks.retain(|count| {
        !seen.contains(count) && {
            seen.push(*count);
            true
        }
    });
    let mut meetings: Vec<Seen<Meeting>> = document.meetings.clone();
    for key in &links.meetings {
        let reference = Seen::Shown(*key);
        if !meetings.contains(&reference) {
            meetings.push(reference);
        }
    }
    Some(DocumentView {
        title: words.text(&document.title),
        kind: words.of("document-kind", kind_word(document.kind)),
        date: super::item::day(desk, on),
        issuer: party(&document.issuer),
        author: party(&document.author),
        campaign: document.campaign.map(|seen| desk.seen_campaign(seen)),
        document_no: document.document_no.clone().unwrap_or_default(),
        unit: document.unit.map(|u| desk.seen_unit(u)).unwrap_or_default(),
        due: words.optional_day(document.due),
        submitted: words.optional_day(desk.until_now(document.submitted_on)),
        retention: words.optional(document.retention.as_ref()),
        archival_code: document.archival_code.clone().unwrap_or_default(),
        areas: document.areas.iter().map(|a| desk.seen_area(*a)).collect(),
        meetings: meetings.into_iter().map(|m| desk.seen_meeting(m)).collect(),
        tasks: rows(desk, &tasks),
        tags: document.head.tags.clone(),
        links: web_links(desk, &document.head),
        attachments: desk.downloads(&document.head.attachments),
        amendments: amendments(desk, &document.head),
        body: super::body::body(desk, &document.head),
    })
}
