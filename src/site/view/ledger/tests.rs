//! Sheets of small ledgers.

use std::collections::BTreeSet;

use super::{Key, Lines, Sheet, on_sheet, sheets};
use crate::derive::Count;
use crate::site::office::{OFFICE, at_desk, source};
use crate::site::route::{Page, route};

fn lines(sizes: &[usize]) -> Lines {
    let mut next = 0;
    let groups = sizes.iter().enumerate().map(|(place, size)| {
        let tasks = (next..next + size).map(|task| (Count::Task(Key::new(task)), 0));
        next += size;
        ((place > 0).then(|| Key::new(place)), tasks.collect())
    });
    groups.collect()
}

fn places(lines: &Lines, most: usize) -> Vec<Sheet> {
    sheets(lines, most).collect()
}

#[test]
fn an_area_stands_on_one_sheet_until_there_is_no_more_room() {
    let few = lines(&[3, 4, 5]);
    let (first, second) = (Some(Key::new(1)), Some(Key::new(2)));
    assert_eq!(places(&few, 5), [(None, 0), (first, 0), (second, 0)]);
    assert_eq!(
        places(&few, 4),
        [(None, 0), (first, 0), (second, 0), (second, 1)]
    );
    assert_eq!(
        places(&few, 2),
        [
            (None, 0),
            (None, 1),
            (first, 0),
            (first, 1),
            (second, 0),
            (second, 1),
            (second, 2),
        ]
    );
}

#[test]
fn every_line_stands_on_one_sheet_and_on_no_other() {
    for most in 1..=13 {
        let all = lines(&[1, 0, 12, 5, 13]);
        let mut seen: Vec<usize> = Vec::new();
        for sheet in sheets(&all, most) {
            let here = on_sheet(&all, sheet, most).map_or(&[][..], |(_, here)| here);
            assert!(here.len() <= most);
            seen.extend(here.iter().map(|(count, _)| match count {
                Count::Task(key) => key.place(),
                Count::Decision(_) => unreachable!("no decision was put in"),
            }));
        }
        // In their order, so each of the 31 once.
        assert_eq!(seen, (0..31).collect::<Vec<_>>(), "{most} lines a sheet");
    }
    assert!(on_sheet(&lines(&[3]), (None, 2), 2).is_none());
}

#[test]
fn sheets_have_addresses_of_their_own_and_first_ones_keep_theirs() {
    at_desk(&source(OFFICE), |desk| {
        let project = desk.report.project;
        let area = project.areas.keys().next();
        let to = |area, part| route(project, Page::LedgerPart(area, part));
        let all = [
            to(None, 0),
            to(None, 1),
            to(area, 0),
            to(area, 1),
            to(area, 10),
        ];
        assert_eq!(
            all,
            [
                "ledger.html",
                "ledger/2.html",
                "ledger-js.html",
                "ledger/js-2.html",
                "ledger/js-11.html",
            ]
        );
        let unlike: BTreeSet<_> = all.iter().collect();
        assert_eq!(unlike.len(), all.len());
    });
}
