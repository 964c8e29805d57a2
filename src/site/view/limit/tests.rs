//! Cuts of small lists, worked out by hand.

use super::{Kept, by_light, data_files, each, foremost, near, on_page, pages_of, rest};
use crate::date::Date;
use crate::derive::Count;
use crate::model::Language;
use crate::site::Words;
use crate::site::desk::Desk;
use crate::site::office::{at_desk, source};
use crate::site::route::{Listed, Page};
use crate::site::view::live::{TableView, table_within};
use crate::site::view::{area, calendar, ledger, supervision};
use crate::theme;

#[test]
fn groups_share_the_room_and_small_ones_stay_whole() {
    // All have room.
    assert_eq!(each(&[1, 2, 3], 6), 3);
    // Ten for three groups: the one of 2 leaves 8, 4 for each of the others.
    assert_eq!(each(&[9, 2, 9], 10), 4);
    // What is left of a division stays empty: 3 and 3 of 7.
    assert_eq!(each(&[8, 8], 7), 3);
    // One line stands for each, whatever room there is.
    assert_eq!(each(&[5, 5, 5], 2), 1);
    assert_eq!(each(&[], 4), 4);
    let kept = Kept::of_groups(&[9, 2, 9], 4);
    assert_eq!((kept.all, kept.shown), (20, 10));
}

#[test]
fn the_foremost_stay_in_their_order() {
    // The three least of them are 1, 1 and 2; of the two 2 the first one.
    let all = vec![('a', 2), ('b', 5), ('c', 1), ('d', 2), ('e', 1)];
    let kept = foremost(all.clone(), 3, |(_, rank)| *rank);
    assert_eq!(kept, [('a', 2), ('c', 1), ('e', 1)]);
    assert_eq!(foremost(all.clone(), 5, |(_, rank)| *rank), all);
    assert!(foremost(all, 0, |(_, rank)| *rank).is_empty());
}

#[test]
fn of_many_pages_those_around_one_are_named() {
    assert_eq!(near(20, 7), (0..20).collect::<Vec<_>>());
    assert_eq!(near(21, 0), [0, 1, 2, 3, 20]);
    assert_eq!(near(21, 20), [0, 17, 18, 19, 20]);
    assert_eq!(near(300, 100), [0, 97, 98, 99, 100, 101, 102, 103, 299]);
}

#[test]
fn pages_of_a_list_hold_each_line_once() {
    let all: Vec<usize> = (0..4_001).collect();
    let pages = (0..3).map(|page| on_page(all.clone(), page).collect::<Vec<_>>());
    let pages: Vec<Vec<usize>> = pages.collect();
    let sizes: Vec<usize> = pages.iter().map(Vec::len).collect();
    assert_eq!(sizes, [2_000, 2_000, 1]);
    assert_eq!(pages.concat(), all);
}

const SITE: &str = "title: 试验\nlanguage: zh-CN\nas_of: 2026-06-30\ndefault_visibility: public\n\
                    audiences: {public: [public]}\n";

/// Four tasks: red for being overdue, green, done, and red again.
const TASKS: &str = "\
- {id: a, title: 甲, lead: u, start: 2026-01-01, due: 2026-02-01}
- {id: b, title: 乙, lead: u, start: 2026-06-01, due: 2027-12-31, progress: {date: 2026-06-20, percent: 60}}
- {id: c, title: 丙, lead: u, start: 2026-01-01, due: 2026-12-31, progress: {date: 2026-05-20, percent: 100, finished: true}}
- {id: d, title: 丁, lead: u, start: 2026-01-01, due: 2026-03-01}
";

fn look<T>(look: impl FnOnce(&Desk<'_>) -> T) -> T {
    let files = [
        ("content/site.yaml", SITE),
        ("content/units/u.yaml", "- {id: u, name: 甲局}\n"),
        ("content/tasks/t.yaml", TASKS),
    ];
    at_desk(&source(&files), look)
}

#[test]
fn a_table_without_room_for_all_has_the_worst_and_says_where_the_others_are() {
    look(|desk| {
        let counts: Vec<Count> = desk.report.ledger.clone();
        assert_eq!(counts.len(), 4);
        let table = |most| {
            let all = |all: &[Count]| {
                assert_eq!(all.len(), 4);
                data_files(desk, all)
            };
            table_within(desk, &counts, most, all).unwrap()
        };
        let json = |most| serde_json::to_value(table(most)).unwrap();
        let titles = |most| {
            let rows = json(most)["groups"][0]["rows"].clone();
            let rows = rows.as_array().unwrap().clone();
            let titles = rows
                .iter()
                .map(|row| row["cells"][0]["links"][0]["text"].clone());
            titles
                .map(|one| one.as_str().unwrap().to_owned())
                .collect::<String>()
        };
        assert_eq!(titles(4), "甲乙丙丁");
        assert!(table(4).rest.is_none() && json(4).get("rest").is_none());
        // Red is worse than green, and green than done.
        assert_eq!(titles(3), "甲乙丁");
        assert_eq!(titles(2), "甲丁");
        // Overdue since February, not since March.
        assert_eq!(titles(1), "甲");
        let said = table(2).rest.unwrap();
        assert_eq!(
            said.said,
            "共4项，此处列灯号最重的2项，同色的先列逾期久的，另有2项未列出。"
        );
        let places: Vec<_> = said.all.iter().map(|link| link.href.as_str()).collect();
        assert_eq!(places, ["data/tasks.csv"]);
        assert_eq!(said.all[0].text, "任务（CSV）");
        assert!(by_light(desk, counts[0]) < by_light(desk, counts[1]));
    });
}

#[test]
fn what_is_left_out_is_said_in_both_languages() {
    let source = source(&[]);
    look(|desk| {
        let kept = Kept {
            all: 9_000,
            shown: 1_980,
            each: 33,
        };
        let said = |desk: &Desk<'_>, id| rest(desk, id, kept, Vec::new).unwrap().said;
        assert_eq!(
            said(desk, "rest-groups"),
            "共9000项，此处每个单位最多列33项，先列灯号重的，同色的先列逾期久的，另有7020项未列出。"
        );
        let english = theme::load(&source, "default", Language::English).value;
        let words = Words::new(Language::English, &english.catalogue);
        let desk = &Desk {
            words: &words,
            ..*desk
        };
        assert_eq!(
            said(desk, "rest-worst"),
            "Of 9000 items, the 1980 with the worst lights stand here, among items of one light those overdue the longest; left out: 7020."
        );
        assert_eq!(
            said(desk, "rest-days"),
            "The month has 9000 entries; at most 33 of each day stand here, meetings first, then limits, then milestones; left out: 7020."
        );
        assert!(rest(desk, "rest-first", Kept::of(5, 5), Vec::new).is_none());
    });
}

#[test]
fn a_list_that_goes_on_leads_to_its_pages() {
    look(|desk| {
        let pages = |here, lines| pages_of(desk, (Listed::Documents, here), lines);
        assert!(pages(0, 2_000).is_empty());
        let links: Vec<(String, String)> = pages(1, 4_001)
            .into_iter()
            .map(|link| (link.text, link.href))
            .collect();
        let link = |text: &str, href: &str| (text.to_owned(), href.to_owned());
        assert_eq!(
            links,
            [
                link("第1页", "documents.html"),
                link("第2页", ""),
                link("第3页", "documents-3.html"),
            ]
        );
    });
}

/// 2,100 tasks of which none was begun: those of the first unit are long overdue, ten of the second fall due in July.
#[test]
fn every_page_of_a_large_programme_is_held_to_its_room() {
    let task = |n: usize| {
        let (unit, due) = match n % 210 {
            0 => ("v", "2026-07-03"),
            _ => ("u", ["2026-02-01", "2026-02-02"][n % 2]),
        };
        format!(
            "- {{id: t{n}, title: 第{n}项, lead: {unit}, areas: a, start: 2026-01-01, due: {due}}}\n"
        )
    };
    let tasks: String = (0..2_100).map(task).collect();
    let files = [
        ("content/site.yaml", SITE),
        (
            "content/units/u.yaml",
            "- {id: u, name: 甲局}\n- {id: v, name: 乙局}\n",
        ),
        ("content/areas/a.yaml", "- {id: a, name: 规划}\n"),
        ("content/tasks/t.yaml", &tasks),
    ];
    at_desk(&source(&files), |desk| {
        let area = desk.report.project.areas.keys().next().unwrap();
        let parts = [(Some(area), 0), (Some(area), 1)];
        let parts = parts.map(|(area, part)| Page::LedgerPart(area, part));
        assert_eq!(
            ledger::pages(desk),
            [&[Page::LedgerIndex, Page::LedgerFull][..], &parts].concat()
        );
        let sheets = parts.map(|page| ledger::ledger(desk, page));
        let rows = |table: &Option<TableView>| {
            let groups = table.as_ref().unwrap().groups.iter();
            groups.map(|group| group.rows.len()).sum::<usize>()
        };
        assert_eq!(
            sheets.each_ref().map(|sheet| rows(&sheet.table)),
            [2_000, 100]
        );
        assert_eq!(sheets[1].counted, "共2100行，本页是第2001至2100行。");
        assert_eq!(sheets[1].sheets[0].href, "ledger-a.html");

        let area = area::area(desk, area).unwrap().items;
        assert_eq!(rows(&area), 2_000);
        let rest = area.unwrap().rest.unwrap();
        let places: Vec<_> = rest.all.iter().map(|link| link.href.as_str()).collect();
        assert_eq!(places, ["ledger-a.html", "data/tasks.csv"]);

        // The second unit has its ten, the first what they leave; both say how many they have.
        let supervision = supervision::supervision(desk);
        let units = supervision.units.iter();
        let units: Vec<_> = units
            .map(|unit| (unit.count.as_str(), unit.items.len()))
            .collect();
        assert_eq!(units, [("共2090项", 1_990), ("共10项", 10)]);
        assert!(supervision.rest.unwrap().said.contains("最多列1990项"));

        let page = Page::CalendarOf(Date::parse("2026-02-01").unwrap());
        let month = &calendar::calendar(desk, page).ahead[0];
        // Of 1,050 and 1,040 entries.
        let days: Vec<_> = month.days.iter().map(|day| day.entries.len()).collect();
        assert_eq!(days, [1_000, 1_000]);
        assert!(month.rest.as_ref().unwrap().said.contains("另有90条未列出"));
    });
}
