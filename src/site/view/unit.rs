//! Units: the list with scorecards, and the page of each.

use serde::Serialize;

use crate::derive::{Above, Count, RollUp, UnitFacts};
use crate::model::{Key, Meeting, Seen, Unit, UnitKind};
use crate::site::desk::Desk;
use crate::site::index::sponsorships_of;
use crate::site::route::Page;

use super::about::facts_file;
use super::area::documents_of;
use super::campaign::{SponsorshipView, sponsorship, within};
use super::followed::{FollowedView, of_unit};
use super::limit::{Kept, LINES, RestView, data_file, each, first, rest};
use super::live::{Picture, TableView, item_table};
use super::parts::{Download, Link, Score, Summary, compared, iso, row};
use super::pictures::{HeatMapView, LightRow, behind_bars, light_bars, reporting_of_items};
use super::record::{Amended, amendments, web_links};
use super::task::Dated;
use super::worst::{WorstView, worst, worst_note};

#[derive(Debug, Serialize)]
pub(crate) struct UnitsView {
    pub(crate) groups: Vec<UnitGroup>,
    /// Units that lead nothing.
    pub(crate) others: Vec<Link>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) rest: Option<RestView>,
    /// What is left out of those that lead nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) others_rest: Option<RestView>,
    pub(crate) matrix: Link,
}

#[derive(Debug, Serialize)]
pub(crate) struct UnitGroup {
    pub(crate) name: String,
    pub(crate) scores: Vec<Score>,
    pub(crate) lights: Option<Picture>,
}

#[derive(Debug, Serialize)]
pub(crate) struct UnitView {
    pub(crate) name: String,
    pub(crate) short_name: String,
    pub(crate) kind: String,
    pub(crate) level: String,
    pub(crate) group: String,
    pub(crate) active: String,
    pub(crate) former_names: Vec<FormerName>,
    pub(crate) parent: Link,
    pub(crate) children: Vec<Link>,
    pub(crate) head: Link,
    pub(crate) liaison: Link,
    pub(crate) contact: String,
    pub(crate) posts: Vec<Holder>,
    pub(crate) sponsorships: Vec<SponsorshipView>,
    /// Of what it and the units below it lead.
    pub(crate) worst: Option<WorstView>,
    pub(crate) as_lead: Summary,
    /// Lead or responsible: counts an item once for each unit.
    pub(crate) involved: Summary,
    /// Of what it leads, items that fall short of their plan.
    pub(crate) behind: Option<Picture>,
    /// What it owed at the last cut-offs, item by item, and what came.
    pub(crate) reporting: Option<HeatMapView>,
    pub(crate) leads: Option<TableView>,
    pub(crate) responsible: Option<TableView>,
    pub(crate) supporting: Option<TableView>,
    /// Decisions that it has a part in and that are not items of the ledger.
    pub(crate) decisions: Vec<Dated>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) decisions_rest: Option<RestView>,
    /// Tasks that it leads and whose decision was changed since.
    pub(crate) suspects: Vec<super::suspect::SuspectView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) suspects_rest: Option<RestView>,
    pub(crate) pledges: Vec<PledgeKept>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) pledges_rest: Option<RestView>,
    pub(crate) work_plans: Vec<WorkPlan>,
    pub(crate) areas: Vec<Link>,
    pub(crate) documents: Vec<Dated>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) documents_rest: Option<RestView>,
    pub(crate) followed: FollowedView,
    pub(crate) links: Vec<Link>,
    pub(crate) attachments: Vec<Download>,
    pub(crate) amendments: Vec<Amended>,
    pub(crate) body: super::body::BodyView,
}

#[derive(Debug, Serialize)]
pub(crate) struct FormerName {
    pub(crate) name: String,
    pub(crate) until: String,
}

/// Who holds or held a post.
#[derive(Debug, Serialize)]
pub(crate) struct Holder {
    pub(crate) person: Link,
    pub(crate) title: String,
    pub(crate) term: String,
    pub(crate) now: bool,
}

/// A pledge, and what became of the tasks that it names.
#[derive(Debug, Serialize)]
pub(crate) struct PledgeKept {
    pub(crate) date: String,
    pub(crate) meeting: Link,
    pub(crate) text: String,
    pub(crate) results: Option<TableView>,
}

#[derive(Debug, Serialize)]
pub(crate) struct WorkPlan {
    pub(crate) link: Link,
    pub(crate) due: String,
    /// Empty while it is not handed in.
    pub(crate) submitted: String,
    pub(crate) late: bool,
}

pub(crate) fn units(desk: &Desk<'_>) -> UnitsView {
    let report = desk.report;
    let mut groups: Vec<UnitGroup> = Vec::new();
    let mut bars: Vec<Vec<LightRow<'_>>> = Vec::new();
    let mut others = Vec::new();
    for key in report.project.units.keys() {
        let Some(facts) = &report.units[key.place()] else {
            continue;
        };
        if facts.as_lead.total == 0 {
            others.push(desk.unit(key));
            continue;
        }
        let unit = report.project.units.at(key, desk.as_of());
        let name = match (&unit.group, unit.kind) {
            (Some(group), _) => desk.words.text(group),
            (None, Some(kind)) => kind_word(desk, kind),
            (None, None) => String::new(),
        };
        let place = groups.iter().position(|group| group.name == name);
        let place = place.unwrap_or_else(|| {
            groups.push(UnitGroup {
                name,
                scores: Vec::new(),
                lights: None,
            });
            bars.push(Vec::new());
            groups.len() - 1
        });
        bars[place].push(LightRow {
            name: desk.unit(key).text,
            set: &facts.as_lead,
        });
        groups[place].scores.push(score(desk, key, &facts.as_lead));
    }
    let whole = desk.words.plain("other-units");
    // One scale for all groups, so that their bars can be compared.
    let largest = bars.iter().flatten().map(|row| row.set.total).max();
    let sizes: Vec<usize> = groups.iter().map(|group| group.scores.len()).collect();
    let most = each(&sizes, LINES);
    for (group, mut bars) in groups.iter_mut().zip(bars) {
        let of = if group.name.is_empty() {
            &whole
        } else {
            &group.name
        };
        bars.truncate(most);
        group.lights = light_bars(desk, of, &bars, largest);
        group.scores.truncate(most);
    }
    let kept = Kept::of_groups(&sizes, most);
    let matrix = Link::new(&desk.words.plain("menu-matrix"), desk.to(Page::Matrix));
    let list = || vec![data_file(desk, "units")];
    UnitsView {
        groups,
        others_rest: first(desk, &mut others, list),
        others,
        rest: rest(desk, "rest-groups-first", kept, list),
        matrix,
    }
}

fn score(desk: &Desk<'_>, key: Key<Unit>, set: &RollUp) -> Score {
    Score {
        name: desk.unit(key),
        depth: 0,
        worst: worst_note(desk, Above::Unit(key)),
        summary: compared(desk, set, unit_then(desk, key).map(|then| &then.as_lead)),
    }
}

fn unit_then<'r>(desk: &Desk<'r>, key: Key<Unit>) -> Option<&'r UnitFacts> {
    desk.earlier()?.units[key.place()].as_ref()
}

pub(crate) fn kind_word(desk: &Desk<'_>, kind: UnitKind) -> String {
    desk.words.of("unit-kind", kind.word())
}

pub(crate) fn unit(desk: &Desk<'_>, key: Key<Unit>) -> Option<UnitView> {
    let unit = desk.report.project.units.at(key, desk.as_of());
    let facts = desk.report.units[key.place()].as_ref()?;
    let then = unit_then(desk, key);
    let links = &desk.index.units[key.place()];
    let words = desk.words;
    let unit_name = desk.unit(key).text;
    let (mut decisions, mut suspects) = (decisions(desk, key), super::suspect::of_unit(desk, key));
    let decisions_rest = first(desk, &mut decisions, || vec![data_file(desk, "decisions")]);
    let suspects_rest = first(desk, &mut suspects, || vec![facts_file(desk)]);
    let mut pledges = links.pledges.clone();
    let pledges_rest = first(desk, &mut pledges, || {
        let meetings = desk.words.plain("menu-meetings");
        vec![Link::new(&meetings, desk.to(Page::Meetings))]
    });
    let (documents, documents_rest) = documents_of(desk, &links.documents);
    Some(UnitView {
        name: words.text(&unit.name),
        short_name: words.optional(unit.short_name.as_ref()),
        kind: unit.kind.map(|k| kind_word(desk, k)).unwrap_or_default(),
        level: level(desk, unit),
        group: words.optional(unit.group.as_ref()),
        active: words.span(unit.active.0, unit.active.1),
        former_names: former_names(desk, unit),
        parent: unit.parent.map(|u| desk.seen_unit(u)).unwrap_or_default(),
        children: links.children.iter().map(|u| desk.unit(*u)).collect(),
        head: desk.optional_party(unit.head_person.as_ref()),
        liaison: desk.optional_party(unit.liaison.as_ref()),
        contact: words.optional(unit.contact.as_ref()),
        posts: holders(desk, key),
        sponsorships: sponsorships_of(desk.report, &links.sponsored)
            .map(|s| sponsorship(desk, s))
            .collect(),
        worst: worst(desk, Above::Unit(key)),
        as_lead: compared(desk, &facts.as_lead, then.map(|then| &then.as_lead)),
        involved: compared(desk, &facts.involved, then.map(|then| &then.involved)),
        behind: behind_bars(desk, &unit_name, &links.leads),
        reporting: reporting_of_items(desk, &unit_name, &links.leads),
        leads: item_table(desk, &links.leads),
        responsible: item_table(desk, &links.responsible),
        supporting: item_table(desk, &links.supporting),
        decisions,
        decisions_rest,
        suspects,
        suspects_rest,
        pledges: pledges
            .into_iter()
            .map(|(m, place)| pledge(desk, m, place))
            .collect(),
        pledges_rest,
        work_plans: work_plans(desk, key),
        areas: links.areas.iter().map(|a| desk.area(*a)).collect(),
        documents,
        documents_rest,
        followed: of_unit(desk, key),
        links: web_links(desk, &unit.head),
        attachments: desk.downloads(&unit.head.attachments),
        amendments: amendments(desk, &unit.head),
        body: super::body::body(desk, &unit.head),
    })
}

/// The catalogue's word for a usual level, else as written.
fn level(desk: &Desk<'_>, unit: &Unit) -> String {
    let written = desk.words.optional(unit.level.as_ref());
    let id = format!("level-{written}");
    if desk.words.has(&id) {
        desk.words.plain(&id)
    } else {
        written
    }
}

fn former_names(desk: &Desk<'_>, unit: &Unit) -> Vec<FormerName> {
    let names = unit.former_names.iter();
    names
        .map(|(name, until)| FormerName {
            name: desk.words.text(name),
            until: iso(*until),
        })
        .collect()
}

/// Those in office at D first, each part in written order.
fn holders(desk: &Desk<'_>, key: Key<Unit>) -> Vec<Holder> {
    let shelf = &desk.report.project.people;
    let posts = desk.index.units[key.place()].posts.iter();
    let mut holders: Vec<Holder> = posts
        .map(|(person, place)| {
            let post = &shelf.at(*person, desk.as_of()).posts[*place];
            Holder {
                person: desk.person(*person),
                title: desk.words.text(&post.title),
                term: desk.words.span(post.from, post.to),
                now: within(desk.as_of(), post.from, post.to),
            }
        })
        .collect();
    holders.sort_by_key(|holder| !holder.now);
    holders
}

fn decisions(desk: &Desk<'_>, key: Key<Unit>) -> Vec<Dated> {
    let links = &desk.index.units[key.place()];
    let project = desk.report.project;
    let all = links
        .leads
        .iter()
        .chain(&links.responsible)
        .chain(&links.supporting);
    let decided = all.filter_map(|count| match count {
        Count::Decision(decision) => Some(*decision),
        Count::Task(_) => None,
    });
    let apart = decided.filter(|d| row(desk, Count::Decision(*d)).is_none());
    apart
        .map(|decision| {
            let meeting = project.decisions.at(decision, desk.as_of()).meeting;
            Dated {
                date: project.meetings.at(meeting, desk.as_of()).date.to_string(),
                link: desk.decision(decision),
            }
        })
        .collect()
}

pub(crate) fn pledge(desk: &Desk<'_>, meeting: Key<Meeting>, place: usize) -> PledgeKept {
    let held = desk.report.project.meetings.at(meeting, desk.as_of());
    let pledge = &held.pledges[place];
    let tasks = pledge.tasks.iter().filter_map(Seen::key).map(Count::Task);
    PledgeKept {
        date: held.date.to_string(),
        meeting: desk.meeting(meeting),
        text: desk.words.optional(pledge.text.as_ref()),
        results: item_table(desk, &tasks.collect::<Vec<_>>()),
    }
}

fn work_plans(desk: &Desk<'_>, key: Key<Unit>) -> Vec<WorkPlan> {
    let shelf = &desk.report.project.documents;
    let plans = desk.index.units[key.place()].work_plans.iter();
    plans
        .map(|plan| {
            let document = shelf.at(*plan, desk.as_of());
            let submitted = desk.until_now(document.submitted_on);
            let by = submitted.unwrap_or(desk.as_of());
            WorkPlan {
                link: desk.document(*plan),
                due: iso(document.due),
                submitted: iso(submitted),
                late: document.due.is_some_and(|due| by > due),
            }
        })
        .collect()
}
