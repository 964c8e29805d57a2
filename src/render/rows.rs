//! Rows of tables of items, printed once for all the pages of a language: an item stands in a dozen of them.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use crate::digest::Digest;
use crate::site::view::live::{ColumnView, PrintedRow, RowKey, RowView, Rows};

use super::html::Press;

/// The rows that were printed so far.
pub(super) struct Printed<'p> {
    press: &'p Press,
    rows: Mutex<HashMap<RowKey, PrintedRow>>,
}

impl<'p> Printed<'p> {
    /// None where a template of the site's own wants the cells.
    pub(super) fn new(press: &'p Press) -> Option<Printed<'p>> {
        press.prints_rows().then(|| Printed {
            press,
            rows: Mutex::default(),
        })
    }
}

impl Rows for Printed<'_> {
    fn known(&self, key: &RowKey) -> Option<PrintedRow> {
        let rows = self.rows.lock().unwrap_or_else(PoisonError::into_inner);
        rows.get(key).cloned()
    }

    /// What is wrong with the component is told by the page that wanted the row.
    fn print(&self, key: RowKey, row: &RowView, columns: &[ColumnView]) -> Option<PrintedRow> {
        let html = self.press.row(row, columns).ok()?;
        let row = PrintedRow {
            of: Digest::of(html.as_bytes()).0,
            html: html.into(),
        };
        let mut rows = self.rows.lock().unwrap_or_else(PoisonError::into_inner);
        rows.insert(key, row.clone());
        Some(row)
    }
}
