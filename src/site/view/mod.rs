//! The contract with themes: what each template is given.
//!
//! A template is given `page` ([`PageView`]) and `view`, whose fields are those of the struct of its page:
//!
//! | template | `view` |
//! |---|---|
//! | `index.html` | [`overview::OverviewView`] |
//! | `campaign.html` | [`campaign::CampaignView`] |
//! | `ledger.html` | [`ledger::LedgerView`] |
//! | `timeline.html` | [`timeline::TimelineView`] |
//! | `matrix.html` | [`matrix::MatrixView`] |
//! | `task.html` | [`task::TaskView`] |
//! | `areas.html`, `area.html` | [`area::AreasView`], [`area::AreaView`] |
//! | `units.html`, `unit.html` | [`unit::UnitsView`], [`unit::UnitView`] |
//! | `people.html`, `person.html` | [`person::PeopleView`], [`person::PersonView`] |
//! | `meetings.html`, `meeting.html` | [`register::MeetingsView`], [`meeting::MeetingView`] |
//! | `decisions.html` | [`register::DecisionsView`] |
//! | `documents.html`, `document.html` | [`document::DocumentsView`], [`document::DocumentView`] |
//! | `calendar.html`, `not-reported.html` | [`calendar::CalendarView`], [`not_reported::NotReportedView`] |
//! | `bulletins.html`, `bulletin.html` | [`bulletin::BulletinsView`], [`bulletin::BulletinView`] |
//! | `compare.html` | [`compare::CompareView`] |
//! | `problems.html`, `problem.html` | [`problem::ProblemsView`], [`problem::ProblemView`] |
//! | `indicators.html`, `indicator.html` | [`indicator::IndicatorsView`], [`indicator::IndicatorView`] |
//! | `instructions.html`, `instruction.html` | [`instruction::InstructionsView`], [`instruction::InstructionView`] |
//! | `inspections.html`, `inspection.html` | [`inspection::InspectionsView`], [`inspection::InspectionView`] |
//! | `assessments.html`, `assessment.html` | [`assessment::AssessmentsView`], [`assessment::AssessmentView`] |
//! | `supervision.html` | [`supervision::SupervisionView`] |
//! | `notice-unit.html`, `notice-task.html` | [`notice::UnitNoticeView`], [`notice::TaskNoticesView`] |
//! | `sponsors.html`, `key-periods.html` | [`sponsors::SponsorsView`], [`key_periods::KeyPeriodsView`] |
//! | `changes.html` | [`changes::ChangesView`] |
//! | `about.html` | [`about::AboutView`] |
//! | `search.html`, `404.html` | nothing |
//!
//! Filters: `iso | day` says an ISO date in the words of the language; `link | link` writes a
//! [`parts::Link`], `list | links` several of them parted as the language parts a list, and `text | said` a text of a
//! record, each with its language where that is not the page's.
//!
//! The headings in `<main>` get ids and permalinks when a page is printed. What is in there is then framed by the component
//! `main_part`, which takes what it wants of these: `page`; `before` and `after`, marks for the part up to the end of the first
//! heading (empty where the page opens otherwise) and for the rest, each to be printed once and in this order; `contents`, the
//! headings (`level`, `id`, `text`), none on a short page.
//!
//! Templates under `shared/` are printed once for all pages that stand alike, and a page is given their texts as
//! `shared.<name>`. Of `page` they are given `root`, `section`, `group` and `route`, the last empty unless the page is
//! the front page, the search or an entry of the menu.
//!
//! A row of a [`live::TableView`] that was printed before comes as `html` and without cells, unless a template of the
//! site's own goes through `.cells`.
//!
//! On every page there are also `site` ([`SiteView`]), `t` (messages without values, by id) and `theme` (the
//! theme's own settings). Every value is text made for readers, except: lists, flags, `depth` (a number), and
//! geometry, which is text that SVG attributes take as it stands. Text is empty where there is nothing to show;
//! a [`parts::Link`] without `href` is text alone. Dates in tables and lists are ISO, others in the words of
//! the language. Fields named `body` are safe HTML. Fields may be added; one that is renamed or leaves raises
//! [`VERSION`].

pub(crate) mod about;
pub(crate) mod area;
pub(crate) mod assessment;
pub(crate) mod attainment;
pub(crate) mod attendance;
mod axis;
pub(crate) mod body;
pub(crate) mod bulletin;
pub(crate) mod calendar;
pub(crate) mod campaign;
pub(crate) mod chain;
pub(crate) mod changes;
pub(crate) mod chart;
pub(crate) mod compare;
pub(crate) mod course;
pub(crate) mod coverage;
pub(crate) mod decision;
pub(crate) mod document;
pub(crate) mod figure;
pub(crate) mod followed;
pub(crate) mod headline;
pub(crate) mod indicator;
pub(crate) mod indicator_chart;
pub(crate) mod inspection;
pub(crate) mod instruction;
pub(crate) mod item;
pub(crate) mod journal;
pub(crate) mod kept;
pub(crate) mod key_periods;
pub(crate) mod ledger;

pub(crate) mod light_rule;
pub(crate) mod limit;
pub(crate) mod live;
pub(crate) mod matrix;
pub(crate) mod meeting;
pub(crate) mod minutes;
mod moves;
pub(crate) mod not_reported;
pub(crate) mod notice;
pub(crate) mod outcome;
pub(crate) mod overview;
mod pairs;
pub(crate) mod parts;
pub(crate) mod person;
pub(crate) mod photo;
pub(crate) mod pictures;
pub(crate) mod pressed_problem;
pub(crate) mod problem;
pub(crate) mod record;
pub(crate) mod register;
pub(crate) mod score_source;
pub(crate) mod sheets;
pub(crate) mod sponsors;
pub(crate) mod summary;
pub(crate) mod supervision;
pub(crate) mod suspect;
pub(crate) mod task;
pub(crate) mod timeline;
pub(crate) mod trace;
pub(crate) mod unit;
pub(crate) mod worst;
mod wrap;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::Extra;

use parts::Link;

/// The version of the contract; a theme says in `theme.yaml` which one it was made for.
pub(crate) const VERSION: u32 = 4;

/// What every page has.
#[derive(Debug, Serialize)]
pub(crate) struct PageView {
    pub(crate) title: String,
    /// The page in each language of the site, this one among them; empty where it has only one.
    pub(crate) languages: Vec<SamePage>,
    /// From the root of the tree of its language.
    pub(crate) route: String,
    /// In full where the site knows its own address, else from the root of the whole site.
    pub(crate) address: String,
    /// What every link to a page, a list or a file of the theme begins with: empty or `../`.
    pub(crate) root: &'static str,
    /// Its entry in the menu.
    pub(crate) section: &'static str,
    /// The group of that entry; empty for a page that is in no menu.
    pub(crate) group: &'static str,
    /// From the front page down; the page itself is not among them.
    pub(crate) crumbs: Vec<Link>,
    /// The record before this one and the one after it, in the order of their kind; empty at the ends.
    pub(crate) previous: Link,
    pub(crate) next: Link,
    /// The date of its figures where that is not the site's; else it is not there at all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) own_date: Option<item::Day>,
    /// What the record of the page has under `x-…` keys, as written.
    pub(crate) extra: BTreeMap<String, Extra>,
}

/// A page in one of the site's languages.
#[derive(Debug, Serialize)]
pub(crate) struct SamePage {
    /// `zh-CN` or `en`.
    pub(crate) language: &'static str,
    /// What the language is called in its own words.
    pub(crate) name: String,
    pub(crate) href: String,
    /// The language of this very page.
    pub(crate) here: bool,
}

/// What all pages share.
#[derive(Debug, PartialEq, Serialize)]
pub(crate) struct SiteView {
    /// The version of this contract.
    pub(crate) contract: u32,
    pub(crate) title: String,
    /// `zh-CN` or `en`.
    pub(crate) language: &'static str,
    /// Of every tree of the site.
    pub(crate) languages: Vec<&'static str>,
    pub(crate) as_of: String,
    pub(crate) as_of_iso: String,
    /// With which day pages are compared, in words; empty: with none.
    pub(crate) compared: String,
    /// All entries of the menu in one list.
    pub(crate) menu: Vec<MenuEntry>,
    /// The same entries in their groups; a group has one entry at least.
    pub(crate) menu_groups: Vec<MenuGroup>,
    /// Entries that the site adds.
    pub(crate) more: Vec<MoreEntry>,
    pub(crate) base_url: String,
    pub(crate) feed: bool,
    /// There is a `search.html`.
    pub(crate) search: bool,
}

/// Entries of the menu under one word.
#[derive(Debug, PartialEq, Serialize)]
pub(crate) struct MenuGroup {
    pub(crate) group: &'static str,
    pub(crate) text: String,
    pub(crate) entries: Vec<MenuEntry>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct MenuEntry {
    pub(crate) section: &'static str,
    pub(crate) text: String,
    /// From the site's root.
    pub(crate) href: String,
}

#[derive(Debug, PartialEq, Serialize)]
pub(crate) struct MoreEntry {
    pub(crate) text: String,
    /// From the site's root, unless it leads out of the site.
    pub(crate) href: String,
    pub(crate) outside: bool,
}

/// The view of one page, of the shape that its template is made for.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(crate) enum Content {
    Overview(Box<overview::OverviewView>),
    Campaign(Box<campaign::CampaignView>),
    Ledger(Box<ledger::LedgerView>),
    Timeline(Box<timeline::TimelineView>),
    Matrix(Box<matrix::MatrixView>),
    Task(Box<task::TaskView>),
    Areas(area::AreasView),
    Area(Box<area::AreaView>),
    Units(unit::UnitsView),
    Unit(Box<unit::UnitView>),
    People(person::PeopleView),
    Person(Box<person::PersonView>),
    Meetings(register::MeetingsView),
    Meeting(Box<meeting::MeetingView>),
    Decisions(register::DecisionsView),
    Documents(document::DocumentsView),
    Document(Box<document::DocumentView>),
    Calendar(calendar::CalendarView),
    NotReported(not_reported::NotReportedView),
    Bulletins(bulletin::BulletinsView),
    Bulletin(Box<bulletin::BulletinView>),
    Compare(Box<compare::CompareView>),
    Supervision(Box<supervision::SupervisionView>),
    UnitNotice(Box<notice::UnitNoticeView>),
    TaskNotices(Box<notice::TaskNoticesView>),
    Sponsors(sponsors::SponsorsView),
    KeyPeriods(key_periods::KeyPeriodsView),
    Changes(Box<changes::ChangesView>),
    About(Box<about::AboutView>),
    Problems(Box<problem::ProblemsView>),
    Problem(Box<problem::ProblemView>),
    Indicators(indicator::IndicatorsView),
    Indicator(Box<indicator::IndicatorView>),
    Instructions(instruction::InstructionsView),
    Instruction(Box<instruction::InstructionView>),
    Inspections(inspection::InspectionsView),
    Inspection(Box<inspection::InspectionView>),
    Assessments(assessment::AssessmentsView),
    Assessment(Box<assessment::AssessmentView>),
    Search,
    NotFound,
}
