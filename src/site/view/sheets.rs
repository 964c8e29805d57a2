//! Long pages of the ledger's lines: on one page while they are few, else an index and sheets for each area.

use crate::model::{Area, Key};
use crate::site::desk::Desk;
use crate::site::route::Page;

use super::item::say;
use super::ledger::{Lines, Part, heading, root_of};
use super::live::LedgerGroup;
use super::parts::Link;

/// Above this many lines they are split.
const LONG: usize = 150;

/// How many lines of one area stand on a sheet.
const SHEET: usize = 300;

/// One area's lines, or those of no area, from a part of them, counted from 0.
pub(crate) type Sheet = (Option<Key<Area>>, usize);

/// The sheets of these lines; none where they stand on one page.
pub(crate) fn sheets(lines: &Lines) -> Vec<Sheet> {
    let all: usize = lines.iter().map(|(_, group)| group.len()).sum();
    if all <= LONG {
        return Vec::new();
    }
    let sheets = lines.iter().flat_map(|(area, group)| {
        let parts = group.len().div_ceil(SHEET);
        (0..parts).map(|part| (*area, part))
    });
    sheets.collect()
}

/// The lines of a sheet, or all of them on the only page.
pub(crate) fn on_sheet(lines: &Lines, sheet: Option<Sheet>) -> Vec<LedgerGroup<'_>> {
    match sheet {
        None if sheets(lines).is_empty() => lines
            .iter()
            .map(|(area, group)| (*area, group.as_slice()))
            .collect(),
        None => Vec::new(),
        Some((wanted, part)) => lines
            .iter()
            .filter(|(area, _)| *area == wanted)
            .map(|(area, group)| (*area, group.chunks(SHEET).nth(part).unwrap_or_default()))
            .collect(),
    }
}

/// Where the sheets are, with how many lines each has.
pub(crate) fn listed(desk: &Desk<'_>, page: impl Fn(Sheet) -> Page) -> Vec<Part> {
    let lines = &desk.index.lines;
    let parts = sheets(lines).into_iter().map(|sheet| {
        let here = on_sheet(lines, Some(sheet));
        let count = here.iter().map(|(_, group)| group.len()).sum();
        Part {
            link: Link::new(&name(desk, sheet), desk.to(page(sheet))),
            lines: desk.words.count("lines", count),
        }
    });
    parts.collect()
}

/// The area's name, with the number of the part from the second on.
pub(crate) fn name(desk: &Desk<'_>, (area, part): Sheet) -> String {
    let area = heading(desk, area).text;
    if part == 0 {
        return area;
    }
    let values = [("of", area), ("part", (part + 1).to_string())];
    say(desk, "sheet-part", &values)
}

/// The page on which the lines of an area stand; the first of them where there are several.
pub(crate) fn page_of(
    desk: &Desk<'_>,
    area: Key<Area>,
    (whole, part): (Page, impl Fn(Sheet) -> Page),
) -> Option<Page> {
    let lines = &desk.index.lines;
    let root = Some(root_of(desk.report, area));
    let is_there = lines.iter().any(|(area, _)| *area == root);
    if !is_there {
        return None;
    }
    Some(if sheets(lines).is_empty() {
        whole
    } else {
        part((root, 0))
    })
}

/// How many lines there are on a page.
pub(crate) fn count(groups: &[LedgerGroup<'_>]) -> usize {
    groups.iter().map(|(_, group)| group.len()).sum()
}

#[cfg(test)]
mod tests {
    use super::{Key, Lines, on_sheet, sheets};
    use crate::derive::Count;

    fn lines(sizes: &[usize]) -> Lines {
        let group = |(place, size): (usize, &usize)| {
            let tasks = (0..*size).map(|task| (Count::Task(Key::new(task)), 0));
            let area = (place > 0).then(|| Key::new(place));
            (area, tasks.collect())
        };
        sizes.iter().enumerate().map(group).collect()
    }

    #[test]
    fn a_hundred_and_fifty_lines_stand_on_one_page() {
        let few = lines(&[50, 100]);
        assert!(sheets(&few).is_empty());
        assert_eq!(on_sheet(&few, None).len(), 2);
    }

    #[test]
    fn more_stand_by_area_and_a_long_area_in_parts() {
        // 3 and 620: two areas, the second on sheets of 300, 300 and 20.
        let many = lines(&[3, 620]);
        let area = Some(Key::new(1));
        assert_eq!(sheets(&many), [(None, 0), (area, 0), (area, 1), (area, 2)]);
        assert!(on_sheet(&many, None).is_empty());
        for (part, count, first) in [(0, 300, 0), (1, 300, 300), (2, 20, 600)] {
            let here = on_sheet(&many, Some((area, part)));
            assert_eq!(here.len(), 1);
            assert_eq!(here[0].1.len(), count);
            assert_eq!(here[0].1[0].0, Count::Task(Key::new(first)));
        }
    }
}
