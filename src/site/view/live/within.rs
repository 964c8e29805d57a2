//! Tables of items with room for so many lines: of more the worst, and where all of them are.

use crate::derive::Count;
use crate::site::desk::Desk;
use crate::site::view::limit::{Kept, LINES, by_light, data_files, foremost, rest};
use crate::site::view::parts::Link;

use super::lines::{known, nested_table};
use super::table::TableView;

/// The table of these items as a page shows it, children under their parents; none without a row.
pub(crate) fn item_table(desk: &Desk<'_>, counts: &[Count]) -> Option<TableView> {
    table_within(desk, counts, LINES, |counts| data_files(desk, counts))
}

/// The same with at most so many rows: those with the worst lights, in the order of all; `all` gives the places where
/// none is left out.
pub(crate) fn table_within(
    desk: &Desk<'_>,
    counts: &[Count],
    most: usize,
    all: impl FnOnce(&[Count]) -> Vec<Link>,
) -> Option<TableView> {
    if counts.len() <= most {
        return nested_table(desk, counts);
    }
    let there = counts.iter().copied();
    let there: Vec<Count> = there
        .filter(|count| known(desk, *count).is_some())
        .collect();
    let shown = foremost(there.clone(), most, |count| by_light(desk, *count));
    let kept = Kept::of(there.len(), shown.len());
    let table = nested_table(desk, &shown)?;
    Some(TableView {
        rest: rest(desk, "rest-worst", kept, || all(&there)),
        ..table
    })
}
