//! What stands above a page: its template and section, its title, and the way back from it.

use super::desk::Desk;
use super::route::Page;
use super::view::parts::Link;
use super::view::{Content, changes, ledger, sheets};

/// The template of a page, and its entry in the menu.
pub(super) fn place(page: Page) -> (&'static str, &'static str) {
    match page {
        Page::Overview => ("index.html", "overview"),
        Page::Ledger | Page::LedgerIndex | Page::LedgerFull | Page::LedgerPart(..) => {
            ("ledger.html", "tasks")
        }
        Page::Timeline | Page::TimelineOf(..) => ("timeline.html", "timeline"),
        Page::Matrix | Page::MatrixOf(..) => ("matrix.html", "matrix"),
        Page::Areas => ("areas.html", "areas"),
        Page::Units => ("units.html", "units"),
        Page::People => ("people.html", "people"),
        Page::Meetings | Page::MeetingsOf(_) => ("meetings.html", "meetings"),
        Page::Decisions | Page::DecisionsOf(_) => ("decisions.html", "decisions"),
        Page::Supervision => ("supervision.html", "supervision"),
        Page::Sponsors => ("sponsors.html", "sponsors"),
        Page::KeyPeriods => ("key-periods.html", "key-periods"),
        Page::NoticeOfUnit(_) => ("notice-unit.html", "supervision"),
        Page::NoticeOfTask(_) => ("notice-task.html", "supervision"),
        Page::Documents => ("documents.html", "documents"),
        Page::Calendar | Page::CalendarOf(_) => ("calendar.html", "calendar"),
        Page::Further(list, _) => place(list.page(0)),
        Page::NotReported => ("not-reported.html", "not-reported"),
        Page::Changes(_) => ("changes.html", "changes"),
        Page::About => ("about.html", "about"),
        Page::Search => ("search.html", ""),
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
        Page::Compare(_) | Page::Between(..) => ("compare.html", "bulletins"),
    }
}

/// A group of the menu: its name, and its sections in order with the page of each. A group of one section is shown as
/// that section alone. A new list of the site needs a line here, its word `menu-<section>`, and, where it is not in
/// every site, a line in `pages::is_kept`.
pub(super) type MenuGroup = (&'static str, &'static [(&'static str, Page)]);

pub(super) const MENU: [MenuGroup; 7] = [
    ("overview", &[("overview", Page::Overview)]),
    (
        "ledger",
        &[
            ("tasks", Page::Ledger),
            ("timeline", Page::Timeline),
            ("matrix", Page::Matrix),
            ("problems", Page::Problems),
            ("indicators", Page::Indicators),
            ("areas", Page::Areas),
        ],
    ),
    (
        "parties",
        &[
            ("units", Page::Units),
            ("people", Page::People),
            ("sponsors", Page::Sponsors),
        ],
    ),
    (
        "gatherings",
        &[
            ("meetings", Page::Meetings),
            ("decisions", Page::Decisions),
            ("instructions", Page::Instructions),
        ],
    ),
    (
        "oversight",
        &[
            ("supervision", Page::Supervision),
            ("inspections", Page::Inspections),
            ("assessments", Page::Assessments),
            ("not-reported", Page::NotReported),
            ("key-periods", Page::KeyPeriods),
        ],
    ),
    (
        "news",
        &[
            ("bulletins", Page::Bulletins),
            ("changes", Page::Changes(0)),
        ],
    ),
    (
        "reference",
        &[
            ("documents", Page::Documents),
            ("calendar", Page::Calendar),
            ("about", Page::About),
        ],
    ),
];

/// The group of the menu that has the section; empty for a page that is in none.
pub(super) fn group_of(section: &str) -> &'static str {
    let group = MENU
        .iter()
        .find(|(_, entries)| entries.iter().any(|(name, _)| *name == section));
    group.map_or("", |(name, _)| *name)
}

pub(super) fn title(desk: &Desk<'_>, page: Page, view: &Content) -> String {
    let words = desk.words;
    match (page, view) {
        (Page::NotFound, _) => words.plain("not-found"),
        (Page::Search, _) => words.plain("search"),
        (Page::LedgerPart(area, part), _) => {
            let of = ledger::sheet_name(desk, (area, part));
            words.with("ledger-of", "area", &of)
        }
        (Page::Matrix, _) => words.plain("menu-matrix"),
        (Page::MatrixOf(area, part), _) => {
            let of = sheets::name(desk, (area, part));
            words.with("matrix-of", "of", &of)
        }
        (Page::TimelineOf(area, part), _) => {
            let of = sheets::name(desk, (area, part));
            words.with("timeline-of", "of", &of)
        }
        (Page::Further(list, part), _) => {
            let list = words.plain(&format!("menu-{}", list.word()));
            sheets::in_part(desk, list, part)
        }
        (Page::Changes(part), _) if part > 0 => changes::part_title(desk, part),
        (Page::LedgerFull, _) => words.plain("ledger-all"),
        (Page::CalendarOf(first), _) => words.with("calendar-of", "month", &words.month(first)),
        (Page::DecisionsOf(year), _) => words.with("decisions-of", "year", &year.to_string()),
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

pub(super) fn crumbs(desk: &Desk<'_>, page: Page, section: &str, view: &Content) -> Vec<Link> {
    if page == Page::Overview {
        return Vec::new();
    }
    let up = |section: &str, page: Page| {
        Link::new(&desk.words.plain(&format!("menu-{section}")), desk.to(page))
    };
    let mut crumbs = vec![up("overview", Page::Overview)];
    let section = MENU
        .iter()
        .flat_map(|(_, entries)| entries.iter())
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
