//! Long pages of the ledger's lines: on one page while they are few, else an index and sheets of some areas each.

use std::ops::Range;

use crate::messages::Arg;
use crate::model::{Area, Key};
use crate::site::desk::Desk;
use crate::site::route::Page;
use crate::site::words::number;

use super::item::say;
use super::ledger::{Lines, Part, heading, root_of};
use super::live::LedgerGroup;
use super::parts::Link;

/// Above this many lines they are split, and so many of several areas stand on a sheet.
const LONG: usize = 150;

/// How many lines of one area stand on a sheet.
const SHEET: usize = 300;

/// The first area of a sheet, or none for the lines without one, and which part of a long area it is, counted from 0.
pub(crate) type Sheet = (Option<Key<Area>>, usize);

/// The sheets of these lines; none where they stand on one page.
pub(crate) fn sheets(lines: &Lines) -> Vec<Sheet> {
    let sheets = gathered(lines).into_iter();
    sheets.map(|(sheet, _)| sheet).collect()
}

/// The sheets, and the places of the groups on each: neighbouring small areas stand together while there is room, a long
/// one stands alone, in parts.
fn gathered(lines: &Lines) -> Vec<(Sheet, Range<usize>)> {
    let all: usize = lines.iter().map(|(_, group)| group.len()).sum();
    let mut sheets: Vec<(Sheet, Range<usize>)> = Vec::new();
    if all <= LONG {
        return sheets;
    }
    let mut here = LONG;
    for (place, (area, group)) in lines.iter().enumerate() {
        match sheets.last_mut() {
            Some((_, places)) if here + group.len() <= LONG => {
                places.end = place + 1;
                here += group.len();
            }
            _ => {
                let parts = group.len().div_ceil(SHEET).max(1);
                sheets.extend((0..parts).map(|part| ((*area, part), place..place + 1)));
                // Nothing joins the parts of a long area.
                here = if parts > 1 { LONG + 1 } else { group.len() };
            }
        }
    }
    sheets
}

/// The lines of a sheet, or all of them on the only page.
pub(crate) fn on_sheet(lines: &Lines, sheet: Option<Sheet>) -> Vec<LedgerGroup<'_>> {
    let all = gathered(lines);
    match sheet {
        None if all.is_empty() => lines
            .iter()
            .map(|(area, group)| (*area, group.as_slice()))
            .collect(),
        None => Vec::new(),
        Some(wanted) => {
            let places = all.into_iter().find(|(sheet, _)| *sheet == wanted);
            let places = places.map_or(0..0, |(_, places)| places);
            let groups = lines[places].iter();
            let part =
                |group: &'_ Vec<_>| wanted.1 * SHEET..((wanted.1 + 1) * SHEET).min(group.len());
            groups
                .map(|(area, group)| (*area, &group[part(group)]))
                .collect()
        }
    }
}

/// Where the lines of each area are, with how many there are.
pub(crate) fn listed(desk: &Desk<'_>, page: impl Fn(Sheet) -> Page) -> Vec<Part> {
    let lines = &desk.index.lines;
    let sheets = sheets(lines).into_iter();
    let parts = sheets.flat_map(|sheet| {
        let groups = on_sheet(lines, Some(sheet)).into_iter();
        let href = desk.to(page(sheet));
        groups.map(move |(area, group)| {
            let name = in_part(desk, heading(desk, area).text, sheet.1);
            let place = match area == sheet.0 {
                true => href.clone(),
                false => format!("{href}#{}", anchor(desk, area)),
            };
            Part {
                link: Link::new(&name, place),
                lines: desk.words.count("lines", group.len()),
            }
        })
    });
    parts.collect()
}

/// The name of its area, of the first and of how many others there are, or of the area and the number of the part.
pub(crate) fn name(desk: &Desk<'_>, sheet: Sheet) -> String {
    let areas = on_sheet(&desk.index.lines, Some(sheet)).len();
    let first = heading(desk, sheet.0).text;
    if areas < 2 {
        return in_part(desk, first, sheet.1);
    }
    let values = [
        ("of", Arg::Text(&first)),
        ("all", number(areas)),
        ("others", number(areas - 1)),
    ];
    desk.words.say("sheet-areas", &values)
}

/// With the number of the part from the second on.
pub(crate) fn in_part(desk: &Desk<'_>, area: String, part: usize) -> String {
    if part == 0 {
        return area;
    }
    let values = [("of", area), ("part", (part + 1).to_string())];
    say(desk, "sheet-part", &values)
}

/// Where an area's lines begin on their page.
pub(crate) fn anchor(desk: &Desk<'_>, area: Option<Key<Area>>) -> String {
    match area {
        Some(area) => {
            let head = &desk.report.project.areas.chronicle(area).now.head;
            format!("area-{}", head.slug)
        }
        None => "without-area".to_owned(),
    }
}

/// The place where the lines of an area stand; the first of them where they are on several pages.
pub(crate) fn place_of(
    desk: &Desk<'_>,
    area: Key<Area>,
    (whole, part): (Page, impl Fn(Sheet) -> Page),
) -> Option<String> {
    let lines = &desk.index.lines;
    let root = Some(root_of(desk.report, area));
    let place = lines.iter().position(|(area, _)| *area == root)?;
    let sheet = gathered(lines)
        .into_iter()
        .find(|(_, places)| places.contains(&place));
    let page = sheet.map_or(whole, |(sheet, _)| part(sheet));
    Some(format!("{}#{}", desk.to(page), anchor(desk, root)))
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
    fn small_neighbours_share_a_sheet() {
        // A hundred areas of 2 lines: 75 of them are 150 lines, and 25 remain.
        let small = lines(&[2; 100]);
        let next = Some(Key::new(75));
        assert_eq!(sheets(&small), [(None, 0), (next, 0)]);
        let count = |sheet| on_sheet(&small, Some(sheet)).len();
        assert_eq!((count((None, 0)), count((next, 0))), (75, 25));
        // One that is too long to join them parts them; nothing joins the parts of a long one.
        let parted = lines(&[5, 5, 200, 5, 5, 301, 5]);
        let starts: Vec<_> = sheets(&parted)
            .into_iter()
            .map(|(area, part)| (area.map_or(0, |area| area.place()), part))
            .collect();
        assert_eq!(starts, [(0, 0), (2, 0), (3, 0), (5, 0), (5, 1), (6, 0)]);
        let all: usize = sheets(&parted)
            .into_iter()
            .flat_map(|sheet| on_sheet(&parted, Some(sheet)))
            .map(|(_, group)| group.len())
            .sum();
        assert_eq!(all, 526);
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
