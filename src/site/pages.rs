//! The list of pages, and the view of each; pages are composed one by one, so that none has to be held.

mod followed;

use std::collections::BTreeSet;

use crate::derive::Report;
use crate::model::{Head, Language, Site};

use super::beside;
use super::desk::{Desk, Used};
use super::downloads::List;
use super::heading::{MENU, crumbs, group_of, place, title};
use super::index::{Index, known};
use super::news::News;
use super::picture::Use;
use super::route::{Listed, Page, Tree, route, to_root};
use super::view::live::Rows;
use super::view::{Content, MenuEntry, MenuGroup, MoreEntry, PageView, SamePage, SiteView};
use super::view::{
    about, area, assessment, bulletin, calendar, campaign, changes, compare, document, indicator,
    inspection, instruction, kept, key_periods, ledger, matrix, meeting, not_reported, notice,
    overview, person, problem, register, sponsors, supervision, task, timeline, unit,
};
use super::words::Words;

/// A page ready for its template.
pub(crate) struct Composed {
    pub(crate) template: &'static str,
    pub(crate) page: PageView,
    pub(crate) view: Content,
    /// Assets that it refers to, by their path in the source, and what for.
    pub(crate) assets: BTreeSet<(String, Use)>,
}

/// Makes what the comparisons of editions tell, all side by side, before their pages are asked for.
pub(crate) fn compare_editions(report: &Report<'_>, index: &Index, words: &Words<'_>) {
    let used = Used::default();
    kept::prepare(&desk(report, index, words, &used));
}

/// Every page of the site, in the order in which they are listed.
pub(crate) fn pages(report: &Report<'_>, index: &Index, words: &Words<'_>) -> Vec<Page> {
    let used = Used::default();
    let desk = desk(report, index, words, &used);
    let project = report.project;
    let mut pages = vec![Page::Overview];
    pages.extend(ledger::pages(&desk));
    pages.extend(timeline::pages(&desk));
    pages.extend(matrix::pages(&desk));
    pages.extend([Page::Areas, Page::Units, Page::People, Page::Meetings]);
    pages.extend(register::years(&desk).into_iter().map(Page::MeetingsOf));
    pages.extend([
        Page::Decisions,
        Page::Documents,
        Page::Calendar,
        Page::Supervision,
        Page::NotReported,
        Page::Sponsors,
        Page::KeyPeriods,
    ]);
    let years = register::decision_years(&desk).into_iter();
    pages.extend(years.map(Page::DecisionsOf));
    pages.extend(notice::units(&desk).into_iter().map(Page::NoticeOfUnit));
    pages.extend(notice::tasks(&desk).into_iter().map(Page::NoticeOfTask));
    pages.extend(calendar::months(&desk).into_iter().map(Page::CalendarOf));
    if report.earlier.is_some() {
        pages.extend((0..changes::parts(&desk)).map(Page::Changes));
    }
    pages.extend([Page::About, Page::NotFound]);
    let there = |known: bool, page: Page| known.then_some(page);
    let keys = project.campaigns.keys();
    pages.extend(
        keys.filter_map(|k| there(report.campaigns[k.place()].is_some(), Page::Campaign(k))),
    );
    let keys = project.areas.keys();
    pages.extend(keys.filter_map(|k| there(report.areas[k.place()].is_some(), Page::Area(k))));
    let keys = project.units.keys();
    pages.extend(keys.filter_map(|k| there(report.units[k.place()].is_some(), Page::Unit(k))));
    let keys = project.people.keys();
    pages.extend(keys.filter_map(|k| there(report.people[k.place()].is_some(), Page::Person(k))));
    let keys = project.tasks.keys();
    pages.extend(keys.filter_map(|k| there(report.tasks[k.place()].is_some(), Page::Task(k))));
    let keys = project.meetings.keys();
    pages.extend(keys.filter_map(|k| there(known(report, k), Page::Meeting(k))));
    let keys = project.documents.keys();
    pages.extend(keys.filter_map(|k| there(report.documents[k.place()], Page::Document(k))));
    pages.extend(followed::followed(&desk));
    pages.extend(followed::further(&desk));
    pages.extend(bulletin::pages(&desk));
    pages
}

/// Whether the list has anything on it; lists of what every office has stand in any case.
fn is_kept(report: &Report<'_>, page: Page) -> bool {
    match page {
        Page::Problems => report.problems.iter().any(Option::is_some),
        Page::Indicators => report.indicators.iter().any(Option::is_some),
        Page::Instructions => report.instructions.contains(&true),
        Page::Inspections => report.inspections.contains(&true),
        Page::Assessments => report.assessments.iter().any(Option::is_some),
        Page::Bulletins => report.bulletins.contains(&true),
        Page::Changes(_) => report.earlier.is_some(),
        _ => true,
    }
}

fn desk<'a>(
    report: &'a Report<'a>,
    index: &'a Index,
    words: &'a Words<'a>,
    used: &'a Used,
) -> Desk<'a> {
    let (root, top) = ("", "");
    Desk {
        report,
        index,
        words,
        root,
        top,
        used,
        rows: None,
    }
}

/// None when the record of the page does not exist at D.
pub(crate) fn compose(
    report: &Report<'_>,
    index: &Index,
    words: &Words<'_>,
    (page, rows): (Page, Option<&dyn Rows>),
) -> Option<Composed> {
    let used = Used::default();
    let here = route(report.project, page);
    let root = to_root(&here);
    let tree = Tree::of(&report.project.site, words.language);
    let top = tree.to_top(&here);
    let desk = Desk {
        root,
        top,
        rows,
        ..desk(report, index, words, &used)
    };
    composed(&desk, page)
}

/// The page that is shown where there is none, for an address that lies so many folders deep.
pub(crate) fn compose_missing(
    report: &Report<'_>,
    index: &Index,
    words: &Words<'_>,
    depth: usize,
) -> Option<Composed> {
    const UP: &str = "../../../../../../../../";
    let used = Used::default();
    let root = UP.get(..depth * "../".len()).unwrap_or(UP);
    let desk = Desk {
        root,
        ..desk(report, index, words, &used)
    };
    composed(&desk, Page::NotFound)
}

fn composed(desk: &Desk<'_>, page: Page) -> Option<Composed> {
    let view = content(desk, page)?;
    let here = route(desk.report.project, page);
    let (template, section) = place(page);
    let title = title(desk, page, &view);
    let crumbs = crumbs(desk, page, section, &view);
    let (previous, next) = beside::links(desk, page);
    Some(Composed {
        template,
        page: PageView {
            title,
            languages: languages(desk, &here),
            address: address(desk, &here),
            route: here,
            root: desk.root,
            section,
            group: group_of(section),
            crumbs,
            previous,
            next,
            own_date: bulletin::own_date(desk, page),
            extra: head(desk, page)
                .map(|head| head.extra.clone())
                .unwrap_or_default(),
        },
        view,
        assets: desk.used.all(),
    })
}

/// Where a page is to be found: in full, else from the root of the whole site.
fn address(desk: &Desk<'_>, here: &str) -> String {
    let site = &desk.report.project.site;
    let tree = Tree::of(site, desk.language());
    match base_url(site, tree) {
        Some(base) => format!("{}/{here}", base.trim_end_matches('/')),
        None => format!("{}{here}", tree.folder),
    }
}

/// A page in every language of the site; none where it has only one.
fn languages(desk: &Desk<'_>, here: &str) -> Vec<SamePage> {
    let site = &desk.report.project.site;
    if site.languages.len() < 2 {
        return Vec::new();
    }
    let same = |language: &Language| {
        let tag = language.tag();
        SamePage {
            language: tag,
            name: desk.words.of("language", &tag.to_lowercase()),
            href: format!("{}{}{here}", desk.top, Tree::of(site, *language).folder),
            here: *language == desk.language(),
        }
    };
    site.languages.iter().map(same).collect()
}

/// The head of the record that a page is of.
fn head<'a>(desk: &Desk<'a>, page: Page) -> Option<&'a Head> {
    let (project, day) = (desk.report.project, desk.as_of());
    match page {
        Page::Campaign(key) => Some(&project.campaigns.at(key, day).head),
        Page::Area(key) => Some(&project.areas.at(key, day).head),
        Page::Unit(key) => Some(&project.units.at(key, day).head),
        Page::Person(key) => Some(&project.people.at(key, day).head),
        Page::Task(key) => Some(&project.tasks.at(key, day).head),
        Page::Meeting(key) => Some(&project.meetings.at(key, day).head),
        Page::Document(key) => Some(&project.documents.at(key, day).head),
        Page::Problem(key) => Some(&project.problems.at(key, day).head),
        Page::Indicator(key) => Some(&project.indicators.at(key, day).head),
        Page::Instruction(key) => Some(&project.instructions.at(key, day).head),
        Page::Inspection(key) => Some(&project.inspections.at(key, day).head),
        Page::Assessment(key) => Some(&project.assessments.at(key, day).head),
        Page::Bulletin(key) => Some(&project.bulletins.at(key, day).head),
        _ => None,
    }
}

fn content(desk: &Desk<'_>, page: Page) -> Option<Content> {
    Some(match page {
        Page::Overview => Content::Overview(Box::new(overview::overview(desk))),
        Page::Ledger | Page::LedgerIndex | Page::LedgerFull | Page::LedgerPart(..) => {
            Content::Ledger(Box::new(ledger::ledger(desk, page)))
        }
        Page::Timeline => Content::Timeline(Box::new(timeline::timeline(desk, None))),
        Page::TimelineOf(area, part) => {
            Content::Timeline(Box::new(timeline::timeline(desk, Some((area, part)))))
        }
        Page::Matrix => Content::Matrix(Box::new(matrix::matrix(desk, None))),
        Page::MatrixOf(area, part) => {
            Content::Matrix(Box::new(matrix::matrix(desk, Some((area, part)))))
        }
        Page::Areas => Content::Areas(area::areas(desk)),
        Page::Units => Content::Units(unit::units(desk)),
        Page::People => Content::People(person::people(desk)),
        Page::Meetings => Content::Meetings(register::meetings(desk, None)),
        Page::MeetingsOf(year) => Content::Meetings(register::meetings(desk, Some(year))),
        Page::Decisions => Content::Decisions(register::decisions(desk, None)),
        Page::DecisionsOf(year) => Content::Decisions(register::decisions(desk, Some(year))),
        Page::Supervision => Content::Supervision(Box::new(supervision::supervision(desk))),
        Page::Sponsors => Content::Sponsors(sponsors::sponsors(desk)),
        Page::KeyPeriods => Content::KeyPeriods(key_periods::key_periods(desk)),
        Page::NoticeOfUnit(key) => Content::UnitNotice(Box::new(notice::of_unit(desk, key)?)),
        Page::NoticeOfTask(key) => Content::TaskNotices(Box::new(notice::of_task(desk, key)?)),
        Page::Documents => Content::Documents(document::documents(desk, 0)),
        Page::Further(list, part) => match list {
            Listed::Documents => Content::Documents(document::documents(desk, part)),
            Listed::Instructions => Content::Instructions(instruction::instructions(desk, part)),
            Listed::Inspections => Content::Inspections(inspection::inspections(desk, part)),
        },
        Page::Calendar | Page::CalendarOf(_) => Content::Calendar(calendar::calendar(desk, page)),
        Page::NotReported => Content::NotReported(not_reported::not_reported(desk)),
        Page::Changes(part) => Content::Changes(Box::new(changes::changes(desk, part))),
        Page::About => Content::About(Box::new(about::about(desk))),
        Page::Search => Content::Search,
        Page::NotFound => Content::NotFound,
        Page::Campaign(key) => Content::Campaign(Box::new(campaign::campaign(desk, key)?)),
        Page::Area(key) => Content::Area(Box::new(area::area(desk, key)?)),
        Page::Unit(key) => Content::Unit(Box::new(unit::unit(desk, key)?)),
        Page::Person(key) => Content::Person(Box::new(person::person(desk, key)?)),
        Page::Task(key) => Content::Task(Box::new(task::task(desk, key)?)),
        Page::Meeting(key) => Content::Meeting(Box::new(meeting::meeting(desk, key)?)),
        Page::Document(key) => Content::Document(Box::new(document::document(desk, key)?)),
        Page::Problems => Content::Problems(Box::new(problem::problems(desk))),
        Page::Problem(key) => Content::Problem(Box::new(problem::problem(desk, key)?)),
        Page::Indicators => Content::Indicators(indicator::indicators(desk)),
        Page::Indicator(key) => Content::Indicator(Box::new(indicator::indicator(desk, key)?)),
        Page::Instructions => Content::Instructions(instruction::instructions(desk, 0)),
        Page::Instruction(key) => {
            Content::Instruction(Box::new(instruction::instruction(desk, key)?))
        }
        Page::Inspections => Content::Inspections(inspection::inspections(desk, 0)),
        Page::Inspection(key) => Content::Inspection(Box::new(inspection::inspection(desk, key)?)),
        Page::Assessments => Content::Assessments(assessment::assessments(desk)),
        Page::Assessment(key) => Content::Assessment(Box::new(assessment::assessment(desk, key)?)),
        Page::Bulletins => Content::Bulletins(bulletin::bulletins(desk)),
        Page::Bulletin(key) => Content::Bulletin(Box::new(bulletin::bulletin(desk, key)?)),
        Page::Compare(key) => Content::Compare(Box::new(compare::compare(desk, key)?)),
        Page::Between(earlier, later) => {
            Content::Compare(Box::new(compare::between(desk, earlier, later)?))
        }
    })
}

/// The lists that readers can take away.
pub(crate) fn lists(report: &Report<'_>, index: &Index, words: &Words<'_>) -> Vec<List> {
    let used = Used::default();
    super::downloads::lists(&desk(report, index, words, &used))
}

/// What a feed tells.
pub(crate) fn news(report: &Report<'_>, index: &Index, words: &Words<'_>) -> Vec<News> {
    let used = Used::default();
    super::news::news(&desk(report, index, words, &used))
}

/// The groups of the menu that have anything in them.
fn menu(report: &Report<'_>, words: &Words<'_>) -> Vec<MenuGroup> {
    let entry = |(section, page): &(&'static str, Page)| MenuEntry {
        section,
        text: words.plain(&format!("menu-{section}")),
        href: route(report.project, *page),
    };
    let groups = MENU.iter().map(|(group, sections)| {
        let kept = sections.iter().filter(|(_, page)| is_kept(report, *page));
        MenuGroup {
            group,
            text: words.plain(&format!("menu-group-{group}")),
            entries: kept.map(entry).collect(),
        }
    });
    groups.filter(|group| !group.entries.is_empty()).collect()
}

/// What all pages share.
pub(crate) fn site_view(report: &Report<'_>, words: &Words<'_>) -> SiteView {
    let site = &report.project.site;
    let tree = Tree::of(site, words.language);
    let groups = menu(report, words);
    let more = site.menu.iter().map(|(text, target)| MoreEntry {
        text: words.text(text),
        href: more(tree, target),
        outside: target.contains(':') || target.starts_with('#'),
    });
    SiteView {
        contract: super::view::VERSION,
        title: words.text(&site.title),
        language: words.language.tag(),
        languages: site.languages.iter().map(|one| one.tag()).collect(),
        as_of: words.day(report.as_of),
        as_of_iso: report.as_of.to_string(),
        compared: report
            .earlier
            .as_ref()
            .map(|then| words.with("trend-since", "day", &words.day(then.as_of)))
            .unwrap_or_default(),
        menu: groups.iter().flat_map(|g| g.entries.clone()).collect(),
        menu_groups: groups,
        more: more.collect(),
        base_url: base_url(site, tree).unwrap_or_default(),
        feed: site.base_url.is_some(),
        search: false,
    }
}

/// An entry of the site's own menu, seen from the root of a tree: files of the content stand once for all trees.
fn more(tree: Tree, target: &str) -> String {
    let is_file = ["assets/", "files/"].iter().any(|f| target.starts_with(f));
    let up = tree.to_top("index.html");
    format!("{}{target}", if is_file { up } else { "" })
}

/// The full address of a tree; none where the site does not know its own.
pub(crate) fn base_url(site: &Site, tree: Tree) -> Option<String> {
    let base = site.base_url.as_ref()?;
    if tree.folder.is_empty() {
        return Some(base.clone());
    }
    Some(format!("{}/{}", base.trim_end_matches('/'), tree.folder))
}
