//! Where each page is: `<type>/<slug>.html`, a pure function of the page alone.

use crate::date::Date;
use crate::model::{
    Area, Assessment, Bulletin, Campaign, Decision, Document, Head, Indicator, Inspection,
    Instruction, Key, Language, Meeting, Person, Problem, Project, Site, Task, Unit,
};

/// All pages, lists and feeds of one language. The site's own language stands at the root, each of the others in a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tree {
    pub(crate) language: Language,
    /// What every route of the tree begins with, seen from the site's root: `en/`, or nothing.
    pub(crate) folder: &'static str,
}

impl Tree {
    pub(crate) fn of(site: &Site, language: Language) -> Tree {
        let folder = match language {
            _ if language == site.language => "",
            Language::Chinese => "zh-cn/",
            Language::English => "en/",
        };
        Tree { language, folder }
    }

    /// What leads from a page of the tree to the root of the whole site, where the files of the content are.
    pub(crate) fn to_top(self, route: &str) -> &'static str {
        match (self.folder.is_empty(), route.contains('/')) {
            (true, false) => "",
            (true, true) | (false, false) => "../",
            (false, true) => "../../",
        }
    }
}

/// The trees of a site, its own language first.
pub(crate) fn trees(site: &Site) -> Vec<Tree> {
    let others = site.languages.iter().copied();
    let others = others.filter(|language| *language != site.language);
    let all = std::iter::once(site.language).chain(others);
    all.map(|language| Tree::of(site, language)).collect()
}

/// A list without a file to take away: where it is long it goes on over further pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Listed {
    Documents,
    Instructions,
    Inspections,
}

impl Listed {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Listed::Documents => "documents",
            Listed::Instructions => "instructions",
            Listed::Inspections => "inspections",
        }
    }

    /// A page of it, from 0.
    pub(crate) fn page(self, part: usize) -> Page {
        match (part, self) {
            (1.., _) => Page::Further(self, part),
            (_, Listed::Documents) => Page::Documents,
            (_, Listed::Instructions) => Page::Instructions,
            (_, Listed::Inspections) => Page::Inspections,
        }
    }
}

/// A page of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Page {
    Overview,
    /// The ledger in one table.
    Ledger,
    /// The index of a ledger that is split by area.
    LedgerIndex,
    /// The full table beside a split ledger.
    LedgerFull,
    /// A sheet of a split ledger: the area, none for tasks without one, and the part of a long area.
    LedgerPart(Option<Key<Area>>, usize),
    /// When each item runs: all of them, or an index of the sheets.
    Timeline,
    /// A sheet of a timeline that is split: the first area on it, none for the items without one, and the part of a long area.
    TimelineOf(Option<Key<Area>>, usize),
    /// Which unit has which part in what: all of it, or an index of the sheets.
    Matrix,
    MatrixOf(Option<Key<Area>>, usize),
    Areas,
    Units,
    People,
    /// The newest year, with links to the others.
    Meetings,
    MeetingsOf(i16),
    /// The latest year, with links to the others.
    Decisions,
    DecisionsOf(i16),
    Documents,
    Calendar,
    /// One month of a calendar that is split, by its first day.
    CalendarOf(Date),
    /// A further page of a long list, from 1.
    Further(Listed, usize),
    NotReported,
    /// What changed since the day that pages are compared with: a part of a long list, from 0.
    Changes(usize),
    Supervision,
    Sponsors,
    KeyPeriods,
    /// The printable notice of a unit.
    NoticeOfUnit(Key<Unit>),
    /// The printable notices of a task.
    NoticeOfTask(Key<Task>),
    About,
    /// Only where the theme has a search.
    Search,
    NotFound,
    Campaign(Key<Campaign>),
    Area(Key<Area>),
    Unit(Key<Unit>),
    Person(Key<Person>),
    Task(Key<Task>),
    Meeting(Key<Meeting>),
    Document(Key<Document>),
    Problems,
    Indicators,
    Instructions,
    Inspections,
    Assessments,
    Bulletins,
    Problem(Key<Problem>),
    Indicator(Key<Indicator>),
    Instruction(Key<Instruction>),
    Inspection(Key<Inspection>),
    Assessment(Key<Assessment>),
    Bulletin(Key<Bulletin>),
    /// An edition against the one before it.
    Compare(Key<Bulletin>),
    /// Two editions that are not next to each other, the earlier one first.
    Between(Key<Bulletin>, Key<Bulletin>),
}

/// From the root of its tree, with `/`.
pub(crate) fn route(project: &Project, page: Page) -> String {
    let fixed = |name: &str| name.to_owned();
    match page {
        Page::Overview => fixed("index.html"),
        Page::Ledger | Page::LedgerIndex => fixed("tasks.html"),
        Page::LedgerFull => fixed("tasks-all.html"),
        Page::LedgerPart(None, 0) => fixed("ledger.html"),
        Page::LedgerPart(area, part) => sheet(project, "ledger", (area, part)),
        Page::Timeline => fixed("timeline.html"),
        Page::TimelineOf(area, part) => sheet(project, "timeline", (area, part)),
        Page::Matrix => fixed("matrix.html"),
        Page::MatrixOf(area, part) => sheet(project, "matrix", (area, part)),
        Page::Areas => fixed("areas.html"),
        Page::Units => fixed("units.html"),
        Page::People => fixed("people.html"),
        Page::Meetings => fixed("meetings.html"),
        Page::MeetingsOf(year) => format!("meetings-{year}.html"),
        Page::Decisions => fixed("decisions.html"),
        Page::DecisionsOf(year) => format!("decisions-{year}.html"),
        Page::Supervision => fixed("supervision.html"),
        Page::Sponsors => fixed("sponsors.html"),
        Page::KeyPeriods => fixed("key-periods.html"),
        Page::NoticeOfUnit(key) => {
            let slug = &project.units.chronicle(key).now.head.slug;
            format!("notices/unit-{slug}.html")
        }
        Page::NoticeOfTask(key) => {
            let slug = &project.tasks.chronicle(key).now.head.slug;
            format!("notices/task-{slug}.html")
        }
        Page::Documents => fixed("documents.html"),
        Page::Calendar => fixed("calendar.html"),
        Page::CalendarOf(first) => {
            format!("calendar-{:04}-{:02}.html", first.year(), first.month())
        }
        Page::Further(list, part) => format!("{}-{}.html", list.word(), part + 1),
        Page::Changes(0) => fixed("changes.html"),
        Page::Changes(part) => format!("changes-{}.html", part + 1),
        Page::NotReported => fixed("not-reported.html"),
        Page::About => fixed("about.html"),
        Page::Search => fixed("search.html"),
        Page::NotFound => fixed("404.html"),
        Page::Campaign(key) => of("campaigns", &project.campaigns.chronicle(key).now.head),
        Page::Area(key) => of("areas", &project.areas.chronicle(key).now.head),
        Page::Unit(key) => of("units", &project.units.chronicle(key).now.head),
        Page::Person(key) => of("people", &project.people.chronicle(key).now.head),
        Page::Task(key) => of("tasks", &project.tasks.chronicle(key).now.head),
        Page::Meeting(key) => of("meetings", &project.meetings.chronicle(key).now.head),
        Page::Document(key) => of("documents", &project.documents.chronicle(key).now.head),
        Page::Problems => fixed("problems.html"),
        Page::Indicators => fixed("indicators.html"),
        Page::Instructions => fixed("instructions.html"),
        Page::Inspections => fixed("inspections.html"),
        Page::Assessments => fixed("assessments.html"),
        Page::Bulletins => fixed("bulletins.html"),
        Page::Problem(key) => of("problems", &project.problems.chronicle(key).now.head),
        Page::Indicator(key) => of("indicators", &project.indicators.chronicle(key).now.head),
        Page::Instruction(key) => of(
            "instructions",
            &project.instructions.chronicle(key).now.head,
        ),
        Page::Inspection(key) => of("inspections", &project.inspections.chronicle(key).now.head),
        Page::Assessment(key) => of("assessments", &project.assessments.chronicle(key).now.head),
        Page::Bulletin(key) => of("bulletins", &project.bulletins.chronicle(key).now.head),
        Page::Compare(key) => of("compare", &project.bulletins.chronicle(key).now.head),
        Page::Between(earlier, later) => {
            let slug = |key| &project.bulletins.chronicle(key).now.head.slug;
            format!("compare/{}--{}.html", slug(earlier), slug(later))
        }
    }
}

/// The first sheet of an area stands beside the index, the others and those of no area in a folder, where every name ends
/// with the sheet's number: so no slug can be taken for a sheet.
fn sheet(project: &Project, name: &str, (area, part): (Option<Key<Area>>, usize)) -> String {
    match (area, part) {
        (Some(area), 0) => format!("{name}-{}.html", slug(project, area)),
        (Some(area), _) => format!("{name}/{}-{}.html", slug(project, area), part + 1),
        (None, _) => format!("{name}/{}.html", part + 1),
    }
}

fn slug(project: &Project, area: Key<Area>) -> &str {
    &project.areas.chronicle(area).now.head.slug
}

/// A decision is shown on its meeting's page, at its slug.
pub(crate) fn decision_route(project: &Project, key: Key<Decision>) -> String {
    let decision = &project.decisions.chronicle(key).now;
    let page = route(project, Page::Meeting(decision.meeting));
    format!("{page}#{}", decision.head.slug)
}

/// Where a file of `content/` is put: `assets/plan.pdf`. A file outside `content/assets/` goes under `files/`.
/// Names are kept when every reader of the site can have them, else spelt in ASCII.
pub(crate) fn asset_route(path: &str) -> String {
    let inside = path.strip_prefix("content/").unwrap_or(path);
    let place = if inside.starts_with("assets/") {
        inside.to_owned()
    } else {
        format!("files/{inside}")
    };
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-_./".contains(&b);
    place
        .bytes()
        .map(|b| {
            if plain(b) {
                char::from(b).to_string()
            } else {
                format!("~{b:02x}")
            }
        })
        .collect()
}

/// What leads from a page back to the root of its tree: every link of that page begins with it.
pub(crate) fn to_root(route: &str) -> &'static str {
    if route.contains('/') { "../" } else { "" }
}

fn of(folder: &str, head: &Head) -> String {
    format!("{folder}/{}.html", head.slug)
}

#[cfg(test)]
mod tests {
    use super::{Tree, asset_route, to_root};
    use crate::model::Language;

    #[test]
    fn assets_keep_plain_names_and_spell_others_in_ascii() {
        for (path, route) in [
            ("content/assets/map.svg", "assets/map.svg"),
            (
                "content/meetings/2024/a b.pdf",
                "files/meetings/2024/a~20b.pdf",
            ),
            ("content/assets/图.png", "assets/~e5~9b~be.png"),
        ] {
            assert_eq!(asset_route(path), route);
        }
    }

    #[test]
    fn pages_in_a_folder_are_one_step_from_the_root() {
        assert_eq!(to_root("tasks/gh-01.html"), "../");
        assert_eq!(to_root("index.html"), "");
    }

    #[test]
    fn files_of_the_content_are_reached_from_every_tree() {
        let site = |own| crate::model::Site {
            language: own,
            ..site()
        };
        let own = Tree::of(&site(Language::Chinese), Language::Chinese);
        let other = Tree::of(&site(Language::Chinese), Language::English);
        assert_eq!((own.folder, other.folder), ("", "en/"));
        assert_eq!(
            Tree::of(&site(Language::English), Language::Chinese).folder,
            "zh-cn/"
        );
        let up = |tree: Tree| [tree.to_top("index.html"), tree.to_top("tasks/a.html")];
        assert_eq!(up(own), ["", "../"]);
        assert_eq!(up(other), ["../", "../../"]);
    }

    fn site() -> crate::model::Site {
        let source = crate::site::office::source(crate::site::office::OFFICE);
        crate::pipeline::settings(&source).value.site
    }
}
