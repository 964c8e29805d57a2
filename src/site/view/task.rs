//! The page of a task.

use serde::Serialize;

use crate::derive::{Above, Count};
use crate::model::{Key, Seen, Task};
use crate::site::desk::Desk;
use crate::site::index::parent;
use crate::site::route::Page;

use super::followed::{FollowedView, of_task};
use super::item::{Day, EventView, ItemView, day, item, say};
use super::live::{Picture, TableView, item_table};
use super::parts::{Download, LightView, Link};
use super::pictures::progress_bars;
use super::record::{Amended, amendments, web_links};
use super::suspect::{self, SuspectView};
use super::worst::{WorstView, worst};

#[derive(Debug, Serialize)]
pub(crate) struct TaskView {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) kind: String,
    pub(crate) phase: String,
    pub(crate) key: bool,
    pub(crate) tags: Vec<String>,
    pub(crate) facts: ItemView,
    /// Of the leaves below it; none where it is a leaf itself.
    pub(crate) worst: Option<WorstView>,
    /// It has children: its figures are made of theirs and it is not counted.
    pub(crate) is_parent: bool,
    pub(crate) areas: Vec<Link>,
    pub(crate) sponsor: Link,
    pub(crate) campaign: Link,
    pub(crate) measures: Vec<String>,
    pub(crate) notices: Vec<NoticeView>,
    /// The printable notice; empty without one.
    pub(crate) notice_sheet: String,
    pub(crate) evidence: Vec<Download>,
    /// Decisions that the task was confirmed to carry out.
    pub(crate) confirmed: Vec<ConfirmedView>,
    /// Decisions that were changed since.
    pub(crate) suspects: Vec<SuspectView>,
    pub(crate) attachments: Vec<Download>,
    pub(crate) links: Vec<Link>,
    /// Meeting, decision, document or text that it came from, with the word for each.
    pub(crate) origin: Vec<Labelled>,
    /// Decisions that it carries out.
    pub(crate) decisions: Vec<Link>,
    pub(crate) followed: FollowedView,
    /// Meetings and documents whose text speaks of it, and pledges.
    pub(crate) meetings: Vec<Dated>,
    pub(crate) documents: Vec<Dated>,
    pub(crate) pledges: Vec<PledgeMade>,
    pub(crate) parent: Link,
    pub(crate) siblings: Vec<Link>,
    /// What is done of its children against what was planned.
    pub(crate) child_bars: Option<Picture>,
    pub(crate) children: Option<TableView>,
    pub(crate) depends_on: Option<TableView>,
    pub(crate) needed_by: Option<TableView>,
    /// References that this audience may not see, or that do not exist at D.
    pub(crate) depends_on_text: Vec<Link>,
    pub(crate) amendments: Vec<Amended>,
    pub(crate) body: super::body::BodyView,
}

#[derive(Debug, Serialize)]
pub(crate) struct Labelled {
    pub(crate) label: String,
    pub(crate) link: Link,
}

#[derive(Debug, Serialize)]
pub(crate) struct Dated {
    pub(crate) date: String,
    pub(crate) link: Link,
}

#[derive(Debug, Serialize)]
pub(crate) struct PledgeMade {
    pub(crate) date: Day,
    pub(crate) meeting: Link,
    pub(crate) unit: Link,
    pub(crate) text: String,
}

#[derive(Debug, Serialize)]
pub(crate) struct NoticeView {
    pub(crate) number: String,
    pub(crate) kind: String,
    pub(crate) word: &'static str,
    pub(crate) issued: Day,
    pub(crate) issuer: Link,
    pub(crate) due: String,
    pub(crate) steps: Vec<EventView>,
    pub(crate) open: bool,
}

/// None when the task does not exist at D.
pub(crate) fn task(desk: &Desk<'_>, key: Key<Task>) -> Option<TaskView> {
    let task = desk.report.project.tasks.at(key, desk.as_of());
    let facts = desk.task_facts(key)?;
    let links = &desk.index.tasks[key.place()];
    let placing = desk.placing(key);
    let words = desk.words;
    let children = &desk.report.children[key.place()];
    let counts = |keys: &[Key<Task>]| keys.iter().map(|k| Count::Task(*k)).collect::<Vec<_>>();
    Some(TaskView {
        id: task.head.id.clone(),
        title: words.text(&task.title),
        kind: words.optional(task.kind.as_ref()),
        phase: words.optional(task.phase.as_ref()),
        key: task.key,
        tags: task.head.tags.clone(),
        worst: worst(desk, Above::Task(key)),
        facts: ItemView {
            light: LightView {
                trend: desk.trend(Count::Task(key)).word(),
                ..desk.light(facts.light)
            },
            ..item(desk, &task.item, facts)
        },
        is_parent: !children.is_empty(),
        areas: placing
            .map(|p| p.areas.iter().map(|a| desk.seen_area(*a)).collect())
            .unwrap_or_default(),
        sponsor: placing
            .and_then(|p| p.sponsor)
            .map(|p| desk.seen_person(p))
            .unwrap_or_default(),
        campaign: campaign(desk, key),
        measures: task.measures.iter().map(|m| words.text(m)).collect(),
        notices: notices(desk, task),
        notice_sheet: match task.notices.iter().any(|n| n.issued_on <= desk.as_of()) {
            true => desk.to(Page::NoticeOfTask(key)),
            false => String::new(),
        },
        evidence: desk.downloads(&task.evidence),
        confirmed: confirmed(desk, task),
        suspects: suspect::of_task(desk, key),
        attachments: desk.downloads(&task.head.attachments),
        links: web_links(desk, &task.head),
        origin: origin(desk, task),
        decisions: carries_out(desk, key),
        followed: of_task(desk, key),
        meetings: meetings(desk, key),
        documents: documents(desk, key),
        pledges: pledges(desk, key),
        parent: parent_link(desk, task),
        siblings: siblings(desk, task, key),
        child_bars: progress_bars(desk, &words.text(&task.title), &counts(children)),
        children: item_table(desk, &counts(children)),
        depends_on: depends_on(desk, task).0,
        depends_on_text: depends_on(desk, task).1,
        needed_by: item_table(desk, &counts(&links.needed_by)),
        amendments: amendments(desk, &task.head),
        body: super::body::body(desk, &task.head),
    })
}

/// Named only where the site has several.
fn campaign(desk: &Desk<'_>, key: Key<Task>) -> Link {
    match desk.placing(key).and_then(|p| p.campaign) {
        Some(Seen::Shown(campaign)) => desk.campaign(campaign),
        Some(Seen::Hidden) => desk.hidden(),
        None => Link::default(),
    }
}

fn parent_link(desk: &Desk<'_>, task: &Task) -> Link {
    match (task.parent, parent(desk.report, task)) {
        (Some(Seen::Hidden), _) => desk.hidden(),
        (_, Some(key)) => desk.task(key),
        _ => Link::default(),
    }
}

fn siblings(desk: &Desk<'_>, task: &Task, key: Key<Task>) -> Vec<Link> {
    let Some(parent) = parent(desk.report, task) else {
        return Vec::new();
    };
    let others = desk.report.children[parent.place()].iter();
    others
        .filter(|k| **k != key)
        .map(|k| desk.task(*k))
        .collect()
}

/// As rows where they have facts here, else as text.
fn depends_on(desk: &Desk<'_>, task: &Task) -> (Option<TableView>, Vec<Link>) {
    let there = |seen: &&Seen<Task>| seen.key().is_some_and(|k| desk.task_facts(k).is_some());
    let (known, other): (Vec<&Seen<Task>>, Vec<&Seen<Task>>) =
        task.depends_on.iter().partition(there);
    let counts: Vec<Count> = known
        .iter()
        .filter_map(|s| s.key())
        .map(Count::Task)
        .collect();
    (
        item_table(desk, &counts),
        other.into_iter().map(|s| desk.seen_task(*s)).collect(),
    )
}

pub(crate) fn origin(desk: &Desk<'_>, task: &Task) -> Vec<Labelled> {
    let Some(origin) = &task.origin else {
        return Vec::new();
    };
    let words = desk.words;
    let mut found = Vec::new();
    let mut add = |id: &str, link: Option<Link>| {
        if let Some(link) = link {
            let label = words.plain(id);
            found.push(Labelled { label, link });
        }
    };
    add(
        "origin-meeting",
        origin.meeting.map(|m| desk.seen_meeting(m)),
    );
    add(
        "origin-decision",
        origin.decision.map(|d| desk.seen_decision(d)),
    );
    add(
        "origin-document",
        origin.document.map(|d| desk.seen_document(d)),
    );
    add(
        "origin-inspection",
        origin.inspection.map(|one| desk.seen_inspection(one)),
    );
    add(
        "origin-instruction",
        origin.instruction.map(|one| desk.seen_instruction(one)),
    );
    let written = origin.text.as_ref().map(|t| Link::text(&words.text(t)));
    add("origin-text", written);
    found
}

/// Decisions whose `tasks` name it, or that its origin names; each with the page of its meeting.
fn carries_out(desk: &Desk<'_>, key: Key<Task>) -> Vec<Link> {
    let decisions = &desk.index.tasks[key.place()].decisions;
    decisions.iter().map(|d| desk.decision(*d)).collect()
}

fn meetings(desk: &Desk<'_>, key: Key<Task>) -> Vec<Dated> {
    let shelf = &desk.report.project.meetings;
    let keys = desk.index.tasks[key.place()].meetings.iter();
    keys.map(|k| Dated {
        date: shelf.at(*k, desk.as_of()).date.to_string(),
        link: desk.meeting(*k),
    })
    .collect()
}

fn documents(desk: &Desk<'_>, key: Key<Task>) -> Vec<Dated> {
    let shelf = &desk.report.project.documents;
    let keys = desk.index.tasks[key.place()].documents.iter();
    keys.map(|k| Dated {
        date: shelf.at(*k, desk.as_of()).date.to_string(),
        link: desk.document(*k),
    })
    .collect()
}

fn pledges(desk: &Desk<'_>, key: Key<Task>) -> Vec<PledgeMade> {
    let shelf = &desk.report.project.meetings;
    let made = desk.index.tasks[key.place()].pledges.iter();
    made.map(|(meeting, place)| {
        let held = shelf.at(*meeting, desk.as_of());
        let pledge = &held.pledges[*place];
        PledgeMade {
            date: day(desk, held.date),
            meeting: Link {
                href: desk.to(Page::Meeting(*meeting)),
                ..desk.meeting(*meeting)
            },
            unit: match pledge.unit {
                Seen::Shown(unit) => desk.unit_on(unit, held.date),
                Seen::Hidden => desk.hidden(),
            },
            text: desk.words.optional(pledge.text.as_ref()),
        }
    })
    .collect()
}

fn notices(desk: &Desk<'_>, task: &Task) -> Vec<NoticeView> {
    let issued = task.notices.iter().filter(|n| n.issued_on <= desk.as_of());
    let views = issued.map(|notice| {
        let word = notice.kind.word();
        NoticeView {
            number: notice.number.clone().unwrap_or_default(),
            kind: desk.words.of("notice", word),
            word,
            issued: day(desk, notice.issued_on),
            issuer: notice
                .issuer
                .as_ref()
                .map(|by| desk.party_on(by, notice.issued_on))
                .unwrap_or_default(),
            due: desk.words.optional_day(notice.due),
            steps: notice_steps(desk, notice),
            open: desk.until_now(notice.closed_on).is_none(),
        }
    });
    views.collect()
}

fn notice_steps(desk: &Desk<'_>, notice: &crate::model::Notice) -> Vec<EventView> {
    let mut steps = Vec::new();
    if let Some((who, on)) = &notice.signed_for
        && on.is_none_or(|d| d <= desk.as_of())
    {
        steps.push(EventView {
            date: on.map(|d| day(desk, d)),
            what: desk.words.plain("notice-signed"),
            by: desk.optional_party(who.as_ref()),
            note: String::new(),
        });
    }
    if let Some((on, text)) = &notice.response
        && on.is_none_or(|d| d <= desk.as_of())
    {
        steps.push(EventView {
            date: on.map(|d| day(desk, d)),
            what: desk.words.plain("notice-response"),
            by: Link::default(),
            note: desk.words.optional(text.as_ref()),
        });
    }
    if let Some(closed) = desk.until_now(notice.closed_on) {
        steps.push(EventView {
            date: Some(day(desk, closed)),
            what: say(desk, "notice-closed", &[]),
            by: Link::default(),
            note: String::new(),
        });
    }
    steps
}

#[derive(Debug, Serialize)]
pub(crate) struct ConfirmedView {
    pub(crate) decision: Link,
    pub(crate) on: String,
    pub(crate) by: Link,
}

fn confirmed(desk: &Desk<'_>, task: &Task) -> Vec<ConfirmedView> {
    let so_far = task.confirmed.iter().filter(|one| one.on <= desk.as_of());
    so_far
        .map(|one| ConfirmedView {
            decision: desk.seen_decision(one.decision),
            on: desk.words.day(one.on),
            by: desk.optional_party(one.by.as_ref()),
        })
        .collect()
}
