//! Inspections: the list, and the page of each with what it found and what became of that.

use serde::Serialize;

use crate::derive::Count;
use crate::model::{Inspection, InspectionFinding, Key, Seen, Task};
use crate::site::desk::Desk;
use crate::site::route::Listed;

use super::item::{Day, EventView, day};
use super::limit::{on_page, pages_of};
use super::live::{TableView, item_table};
use super::parts::{Download, Link, iso};
use super::photo::{PhotosView, photos};
use super::record::{Amended, amendments, web_links};
use super::task::Dated;

#[derive(Debug, Serialize)]
pub(crate) struct InspectionsView {
    pub(crate) counted: String,
    /// Latest first.
    pub(crate) inspections: Vec<InspectionLine>,
    /// The pages of a list that is split, with this one without an address; of very many those around it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) pages: Vec<Link>,
}

#[derive(Debug, Serialize)]
pub(crate) struct InspectionLine {
    pub(crate) date: String,
    pub(crate) link: Link,
    pub(crate) inspectors: Vec<Link>,
    pub(crate) method: String,
    /// How many things it found.
    pub(crate) findings: String,
    pub(crate) follow_up_of: Link,
}

#[derive(Debug, Serialize)]
pub(crate) struct InspectionView {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) date: Day,
    pub(crate) inspectors: Vec<Link>,
    pub(crate) method: String,
    pub(crate) campaign: Link,
    pub(crate) areas: Vec<Link>,
    pub(crate) units: Vec<Link>,
    /// Tasks in its scope.
    pub(crate) tasks: Vec<Link>,
    pub(crate) follow_up_of: Link,
    pub(crate) followed_by: Vec<Dated>,
    pub(crate) findings: Vec<FindingView>,
    /// What became of each finding of the inspection that it looked back at.
    pub(crate) earlier: Vec<EarlierFinding>,
    pub(crate) conclusion: String,
    pub(crate) feedback_sent: String,
    pub(crate) feedback_response: String,
    /// Tasks that came from it.
    pub(crate) led_to: Option<TableView>,
    pub(crate) tags: Vec<String>,
    pub(crate) links: Vec<Link>,
    pub(crate) attachments: Vec<Download>,
    pub(crate) amendments: Vec<Amended>,
    pub(crate) body: super::body::BodyView,
}

#[derive(Debug, Serialize)]
pub(crate) struct FindingView {
    /// Its anchor on the page too.
    pub(crate) id: String,
    pub(crate) text: String,
    pub(crate) unit: Link,
    pub(crate) place: String,
    pub(crate) severity: String,
    pub(crate) points: String,
    pub(crate) due: String,
    pub(crate) problem: Link,
    /// How its problem stands now; without a problem, whether anything was reported.
    pub(crate) standing: String,
    /// In written order, up to D.
    pub(crate) rectification: Vec<EventView>,
    pub(crate) photos: Vec<PhotosView>,
}

/// A finding of the earlier inspection, as it stands now.
#[derive(Debug, Serialize)]
pub(crate) struct EarlierFinding {
    pub(crate) finding: Link,
    pub(crate) unit: Link,
    pub(crate) problem: Link,
    pub(crate) standing: String,
    /// The last that was reported on putting it right.
    pub(crate) latest: Vec<EventView>,
    /// Findings of this inspection on the same problem.
    pub(crate) again: Vec<Link>,
}

/// Those that exist at D, latest first.
pub(crate) fn known(desk: &Desk<'_>) -> Vec<Key<Inspection>> {
    let shelf = &desk.report.project.inspections;
    let there = |key: &Key<Inspection>| desk.report.inspections[key.place()];
    let mut keys: Vec<Key<Inspection>> = shelf.keys().filter(there).collect();
    keys.sort_by_key(|key| std::cmp::Reverse(shelf.at(*key, desk.as_of()).date));
    keys
}

pub(crate) fn inspections(desk: &Desk<'_>, part: usize) -> InspectionsView {
    let keys = known(desk);
    InspectionsView {
        counted: desk.words.count("inspections-count", keys.len()),
        pages: pages_of(desk, (Listed::Inspections, part), keys.len()),
        inspections: on_page(keys, part).map(|key| line(desk, key)).collect(),
    }
}

fn line(desk: &Desk<'_>, key: Key<Inspection>) -> InspectionLine {
    let inspection = desk.report.project.inspections.at(key, desk.as_of());
    InspectionLine {
        date: inspection.date.to_string(),
        link: desk.inspection(key),
        inspectors: inspectors(desk, inspection),
        method: desk.words.optional(inspection.method.as_ref()),
        findings: inspection.findings.len().to_string(),
        follow_up_of: inspection
            .follow_up_of
            .map(|earlier| desk.seen_inspection(earlier))
            .unwrap_or_default(),
    }
}

/// By date, for pages of what they looked at.
pub(crate) fn dated(desk: &Desk<'_>, keys: &[Key<Inspection>]) -> Vec<Dated> {
    let shelf = &desk.report.project.inspections;
    let lines = keys.iter().map(|key| Dated {
        date: shelf.at(*key, desk.as_of()).date.to_string(),
        link: desk.inspection(*key),
    });
    lines.collect()
}

fn inspectors(desk: &Desk<'_>, inspection: &Inspection) -> Vec<Link> {
    let parties = inspection.inspectors.iter();
    parties
        .map(|party| desk.party_on(party, inspection.date))
        .collect()
}

/// None when it does not exist at D.
pub(crate) fn inspection(desk: &Desk<'_>, key: Key<Inspection>) -> Option<InspectionView> {
    if !desk.report.inspections[key.place()] {
        return None;
    }
    let inspection = desk.report.project.inspections.at(key, desk.as_of());
    let links = &desk.index.followed.inspections[key.place()];
    let words = desk.words;
    let found = inspection.findings.iter();
    let counts: Vec<Count> = links.tasks.iter().map(|task| Count::Task(*task)).collect();
    let task = |task: &Seen<Task>| desk.seen_task(*task);
    let feedback = inspection.feedback.as_ref();
    let sent = feedback.and_then(|feedback| feedback.sent_on);
    let answered = feedback.filter(|_| sent.is_none_or(|on| on <= desk.as_of()));
    Some(InspectionView {
        id: inspection.head.id.clone(),
        title: words.text(&inspection.title),
        date: day(desk, inspection.date),
        inspectors: inspectors(desk, inspection),
        method: words.optional(inspection.method.as_ref()),
        campaign: inspection
            .campaign
            .map(|seen| desk.seen_campaign(seen))
            .unwrap_or_default(),
        areas: inspection
            .areas
            .iter()
            .map(|area| desk.seen_area(*area))
            .collect(),
        units: desk.units(&inspection.units),
        tasks: inspection.tasks.iter().map(task).collect(),
        follow_up_of: inspection
            .follow_up_of
            .map(|earlier| desk.seen_inspection(earlier))
            .unwrap_or_default(),
        followed_by: dated(desk, &links.followed_by),
        findings: found.map(|one| finding(desk, one)).collect(),
        earlier: earlier(desk, inspection),
        conclusion: words.optional(inspection.conclusion.as_ref()),
        feedback_sent: words.optional_day(desk.until_now(sent)),
        feedback_response: words.optional(answered.and_then(|f| f.response.as_ref())),
        led_to: item_table(desk, &counts),
        tags: inspection.head.tags.clone(),
        links: web_links(desk, &inspection.head),
        attachments: desk.downloads(&inspection.head.attachments),
        amendments: amendments(desk, &inspection.head),
        body: super::body::body(desk, &inspection.head),
    })
}

fn finding(desk: &Desk<'_>, finding: &InspectionFinding) -> FindingView {
    let words = desk.words;
    FindingView {
        id: finding.id.clone(),
        text: words.text(&finding.text),
        unit: finding
            .unit
            .map(|unit| desk.seen_unit(unit))
            .unwrap_or_default(),
        place: words.optional(finding.place.as_ref()),
        severity: super::problem::severity(desk, finding.severity),
        points: finding.points.map(|n| n.to_string()).unwrap_or_default(),
        due: iso(finding.due),
        problem: finding
            .problem
            .map(|problem| desk.seen_problem(problem))
            .unwrap_or_default(),
        standing: standing(desk, finding),
        rectification: rectification(desk, finding),
        photos: photos(desk, &finding.photos),
    }
}

fn rectification(desk: &Desk<'_>, finding: &InspectionFinding) -> Vec<EventView> {
    let so_far = finding.rectification.iter();
    let so_far = so_far.filter(|one| one.on <= desk.as_of());
    so_far
        .map(|one| EventView {
            date: Some(day(desk, one.on)),
            what: desk.words.text(&one.text),
            by: Link::default(),
            note: String::new(),
        })
        .collect()
}

fn standing(desk: &Desk<'_>, finding: &InspectionFinding) -> String {
    let words = desk.words;
    let problem = finding.problem.as_ref().and_then(Seen::key);
    let facts = problem.and_then(|key| desk.report.problems[key.place()].as_ref());
    let reported = finding.rectification.iter().any(|r| r.on <= desk.as_of());
    match (facts, reported) {
        (Some(facts), _) => words.of("problem-state", facts.state.word()),
        (None, true) => words.plain("finding-reported"),
        (None, false) => words.plain("finding-unreported"),
    }
}

fn earlier(desk: &Desk<'_>, inspection: &Inspection) -> Vec<EarlierFinding> {
    let Some(key) = inspection.follow_up_of.as_ref().and_then(Seen::key) else {
        return Vec::new();
    };
    if !desk.report.inspections[key.place()] {
        return Vec::new();
    }
    let page = desk.inspection(key).href;
    let before = desk.report.project.inspections.at(key, desk.as_of());
    let lines = before.findings.iter().map(|one| {
        let same = |other: &&InspectionFinding| {
            let problem = one.problem.as_ref().and_then(Seen::key);
            problem.is_some() && other.problem.as_ref().and_then(Seen::key) == problem
        };
        let again = inspection.findings.iter().filter(same);
        let mut latest = rectification(desk, one);
        latest.drain(..latest.len().saturating_sub(1));
        let view = finding(desk, one);
        EarlierFinding {
            finding: Link::new(&view.text, format!("{page}#{}", one.id)),
            unit: view.unit,
            problem: view.problem,
            standing: view.standing,
            latest,
            again: again
                .map(|other| Link::new(&other.id, format!("#{}", other.id)))
                .collect(),
        }
    });
    lines.collect()
}
