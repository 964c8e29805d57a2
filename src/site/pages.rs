//! The list of pages, and the view of each; pages are composed one by one, so that none has to be held.

use std::collections::BTreeSet;

use crate::derive::Report;
use crate::model::Head;

use super::desk::{Desk, Used};
use super::downloads::List;
use super::index::{Index, known};
use super::news::News;
use super::route::{Page, route, to_root};
use super::view::item::{Day, day};
use super::view::parts::Link;
use super::view::{Content, PageView};
use super::view::{
    about, area, assessment, bulletin, calendar, campaign, changes, compare, indicator, inspection,
    instruction, key_periods, ledger, meeting, notice, overview, person, problem, register,
    sponsors, supervision, task, unit,
};
use super::words::Words;

/// A page ready for its template.
pub(crate) struct Composed {
    pub(crate) template: &'static str,
    pub(crate) page: PageView,
    pub(crate) view: Content,
    /// Assets that it refers to, by their path in the source.
    pub(crate) assets: BTreeSet<String>,
}

/// Every page of the site, in the order in which they are listed.
pub(crate) fn pages(report: &Report<'_>, index: &Index, words: &Words<'_>) -> Vec<Page> {
    let used = Used::default();
    let desk = desk(report, index, words, &used);
    let project = report.project;
    let mut pages = vec![Page::Overview];
    pages.extend(ledger::pages(&desk));
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
    pages.extend(followed(&desk));
    pages.extend(bulletins(&desk));
    pages
}

/// The list of bulletins and each of them, where there are any.
fn bulletins(desk: &Desk<'_>) -> Vec<Page> {
    let there = bulletin::there(desk);
    let list = (!there.is_empty()).then_some(Page::Bulletins);
    let compared = there.iter().copied();
    let compared = compared.filter(|key| compare::is_compared(desk, *key));
    let compared: Vec<Page> = compared.map(Page::Compare).collect();
    let each = there.into_iter().map(Page::Bulletin);
    list.into_iter().chain(each).chain(compared).collect()
}

/// Pages of problems, indicators, instructions, inspections and assessments; no list of what there is none of.
fn followed(desk: &Desk<'_>) -> Vec<Page> {
    let problems = problem::known(desk).map(|(key, _)| Page::Problem(key));
    let indicators = indicator::known(desk).map(|(key, _)| Page::Indicator(key));
    let instructions = instruction::known(desk).into_iter().map(Page::Instruction);
    let inspections = inspection::known(desk).into_iter().map(Page::Inspection);
    let assessments = assessment::known(desk).into_iter();
    let assessments = assessments.map(|(key, _)| Page::Assessment(key));
    let mut pages = Vec::new();
    let mut add = |list: Page, mut each: Vec<Page>| {
        if !each.is_empty() {
            each.sort();
            pages.push(list);
            pages.append(&mut each);
        }
    };
    add(Page::Problems, problems.collect());
    add(Page::Indicators, indicators.collect());
    add(Page::Inspections, inspections.collect());
    add(Page::Instructions, instructions.collect());
    add(Page::Assessments, assessments.collect());
    pages
}

/// Whether the list has anything on it; lists of what every office has stand in any case.
pub(super) fn is_kept(report: &Report<'_>, page: Page) -> bool {
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
    let root = "";
    Desk {
        report,
        index,
        words,
        root,
        used,
    }
}

/// None when the record of the page does not exist at D.
pub(crate) fn compose(
    report: &Report<'_>,
    index: &Index,
    words: &Words<'_>,
    page: Page,
) -> Option<Composed> {
    let used = Used::default();
    let here = route(report.project, page);
    let root = to_root(&here);
    let desk = Desk {
        root,
        ..desk(report, index, words, &used)
    };
    let view = content(&desk, page)?;
    let (template, section) = place(page);
    let title = title(&desk, page, &view);
    let crumbs = crumbs(&desk, page, section, &view);
    Some(Composed {
        template,
        page: PageView {
            title,
            route: here,
            root,
            section,
            crumbs,
            own_date: own_date(&desk, page),
            extra: head(&desk, page)
                .map(|head| head.extra.clone())
                .unwrap_or_default(),
        },
        view,
        assets: used.into_paths(),
    })
}

/// Bulletins have their figures as of a date of their own.
fn own_date(desk: &Desk<'_>, page: Page) -> Option<Day> {
    match page {
        Page::Bulletin(key) | Page::Compare(key) => {
            let bulletin = &desk.report.project.bulletins.chronicle(key).now;
            Some(day(desk, bulletin.as_of))
        }
        _ => None,
    }
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
        Page::Ledger | Page::LedgerIndex | Page::LedgerFull | Page::LedgerPart(_) => {
            Content::Ledger(Box::new(ledger::ledger(desk, page)))
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
        Page::Documents => Content::Documents(register::documents(desk)),
        Page::Calendar | Page::CalendarOf(_) => Content::Calendar(calendar::calendar(desk, page)),
        Page::NotReported => Content::NotReported(calendar::not_reported(desk)),
        Page::Changes(part) => Content::Changes(Box::new(changes::changes(desk, part))),
        Page::About => Content::About(Box::new(about::about(desk))),
        Page::NotFound => Content::NotFound,
        Page::Campaign(key) => Content::Campaign(Box::new(campaign::campaign(desk, key)?)),
        Page::Area(key) => Content::Area(Box::new(area::area(desk, key)?)),
        Page::Unit(key) => Content::Unit(Box::new(unit::unit(desk, key)?)),
        Page::Person(key) => Content::Person(Box::new(person::person(desk, key)?)),
        Page::Task(key) => Content::Task(Box::new(task::task(desk, key)?)),
        Page::Meeting(key) => Content::Meeting(Box::new(meeting::meeting(desk, key)?)),
        Page::Document(key) => Content::Document(Box::new(register::document(desk, key)?)),
        Page::Problems => Content::Problems(Box::new(problem::problems(desk))),
        Page::Problem(key) => Content::Problem(Box::new(problem::problem(desk, key)?)),
        Page::Indicators => Content::Indicators(indicator::indicators(desk)),
        Page::Indicator(key) => Content::Indicator(Box::new(indicator::indicator(desk, key)?)),
        Page::Instructions => Content::Instructions(instruction::instructions(desk)),
        Page::Instruction(key) => {
            Content::Instruction(Box::new(instruction::instruction(desk, key)?))
        }
        Page::Inspections => Content::Inspections(inspection::inspections(desk)),
        Page::Inspection(key) => Content::Inspection(Box::new(inspection::inspection(desk, key)?)),
        Page::Assessments => Content::Assessments(assessment::assessments(desk)),
        Page::Assessment(key) => Content::Assessment(Box::new(assessment::assessment(desk, key)?)),
        Page::Bulletins => Content::Bulletins(bulletin::bulletins(desk)),
        Page::Bulletin(key) => Content::Bulletin(Box::new(bulletin::bulletin(desk, key)?)),
        Page::Compare(key) => Content::Compare(Box::new(compare::compare(desk, key)?)),
    })
}

/// The template of a page, and its entry in the menu.
fn place(page: Page) -> (&'static str, &'static str) {
    match page {
        Page::Overview => ("index.html", "overview"),
        Page::Ledger | Page::LedgerIndex | Page::LedgerFull | Page::LedgerPart(_) => {
            ("ledger.html", "tasks")
        }
        Page::Areas => ("areas.html", "areas"),
        Page::Units => ("units.html", "units"),
        Page::People => ("people.html", "people"),
        Page::Meetings | Page::MeetingsOf(_) => ("meetings.html", "meetings"),
        Page::Decisions | Page::DecisionsOf(_) => ("decisions.html", "decisions"),
        Page::Supervision => ("supervision.html", "supervision"),
        Page::Sponsors => ("sponsors.html", "supervision"),
        Page::KeyPeriods => ("key-periods.html", "supervision"),
        Page::NoticeOfUnit(_) => ("notice-unit.html", "supervision"),
        Page::NoticeOfTask(_) => ("notice-task.html", "supervision"),
        Page::Documents => ("documents.html", "documents"),
        Page::Calendar | Page::CalendarOf(_) => ("calendar.html", "calendar"),
        Page::NotReported => ("not-reported.html", "supervision"),
        Page::Changes(_) => ("changes.html", "changes"),
        Page::About => ("about.html", "about"),
        Page::NotFound => ("404.html", ""),
        Page::Campaign(_) => ("campaign.html", "overview"),
        Page::Area(_) => ("area.html", "areas"),
        Page::Unit(_) => ("unit.html", "units"),
        Page::Person(_) => ("person.html", "people"),
        Page::Task(_) => ("task.html", "tasks"),
        Page::Meeting(_) => ("meeting.html", "meetings"),
        Page::Document(_) => ("document.html", "documents"),
        Page::Problems => ("problems.html", "problems"),
        Page::Problem(_) => ("problem.html", "problems"),
        Page::Indicators => ("indicators.html", "indicators"),
        Page::Indicator(_) => ("indicator.html", "indicators"),
        Page::Instructions => ("instructions.html", "instructions"),
        Page::Instruction(_) => ("instruction.html", "instructions"),
        Page::Inspections => ("inspections.html", "inspections"),
        Page::Inspection(_) => ("inspection.html", "inspections"),
        Page::Assessments => ("assessments.html", "assessments"),
        Page::Assessment(_) => ("assessment.html", "assessments"),
        Page::Bulletins => ("bulletins.html", "bulletins"),
        Page::Bulletin(_) => ("bulletin.html", "bulletins"),
        Page::Compare(_) => ("compare.html", "bulletins"),
    }
}

/// Sections of the menu, in order, with the page of each.
pub(super) const MENU: [(&str, Page); 18] = [
    ("overview", Page::Overview),
    ("tasks", Page::Ledger),
    ("problems", Page::Problems),
    ("indicators", Page::Indicators),
    ("areas", Page::Areas),
    ("units", Page::Units),
    ("people", Page::People),
    ("meetings", Page::Meetings),
    ("decisions", Page::Decisions),
    ("instructions", Page::Instructions),
    ("inspections", Page::Inspections),
    ("assessments", Page::Assessments),
    ("documents", Page::Documents),
    ("changes", Page::Changes(0)),
    ("bulletins", Page::Bulletins),
    ("calendar", Page::Calendar),
    ("supervision", Page::Supervision),
    ("about", Page::About),
];

fn title(desk: &Desk<'_>, page: Page, view: &Content) -> String {
    let words = desk.words;
    match (page, view) {
        (Page::NotFound, _) => words.plain("not-found"),
        (Page::LedgerPart(area), _) => {
            let area = ledger::heading(desk, area).text;
            words.with("ledger-of", "area", &area)
        }
        (Page::Changes(part), _) if part > 0 => changes::part_title(desk, part),
        (Page::LedgerFull, _) => words.plain("ledger-all"),
        (Page::CalendarOf(first), _) => words.with("calendar-of", "month", &words.month(first)),
        (Page::DecisionsOf(year), _) => words.with("decisions-of", "year", &year.to_string()),
        (Page::NotReported, _) => words.plain("menu-not-reported"),
        (Page::Sponsors, _) => words.plain("menu-sponsors"),
        (Page::KeyPeriods, _) => words.plain("menu-key-periods"),
        (_, Content::UnitNotice(v)) => words.with("notice-to", "of", &v.unit.text),
        (_, Content::TaskNotices(v)) => words.with("notice-on", "of", &v.title.text),
        (Page::MeetingsOf(year), _) => words.with("meetings-of", "year", &year.to_string()),
        (_, Content::Campaign(v)) => v.name.clone(),
        (_, Content::Task(v)) => v.title.clone(),
        (_, Content::Area(v)) => v.name.clone(),
        (_, Content::Unit(v)) => v.name.clone(),
        (_, Content::Person(v)) => v.name.clone(),
        (_, Content::Meeting(v)) => v.title.clone(),
        (_, Content::Document(v)) => v.title.clone(),
        (_, Content::Bulletin(v)) => v.title.clone(),
        (_, Content::Compare(v)) => v.title.clone(),
        (_, Content::Assessment(v)) => v.title.clone(),
        (_, Content::Inspection(v)) => v.title.clone(),
        (_, Content::Instruction(v)) => v.title.clone(),
        (_, Content::Indicator(v)) => v.name.clone(),
        (_, Content::Problem(v)) => v.title.clone(),
        _ => words.plain(&format!("menu-{}", place(page).1)),
    }
}

fn crumbs(desk: &Desk<'_>, page: Page, section: &str, view: &Content) -> Vec<Link> {
    if page == Page::Overview {
        return Vec::new();
    }
    let up = |section: &str, page: Page| {
        Link::new(&desk.words.plain(&format!("menu-{section}")), desk.to(page))
    };
    let mut crumbs = vec![up("overview", Page::Overview)];
    let section = MENU
        .iter()
        .find(|(name, top)| *name == section && *top != Page::Overview);
    if let Some((name, top)) = section.filter(|(_, top)| *top != page && page != Page::LedgerIndex)
    {
        crumbs.push(up(name, *top));
    }
    match view {
        Content::Task(v) if !v.parent.text.is_empty() => crumbs.push(v.parent.clone()),
        Content::Area(v) if !v.parent.text.is_empty() => crumbs.push(v.parent.clone()),
        _ => {}
    }
    crumbs
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
