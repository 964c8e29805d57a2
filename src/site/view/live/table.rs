//! A filled directive as a page shows it: the second step, in which records become links of this page.

use std::sync::Arc;

use serde::{Serialize, Serializer};

use crate::derive::Count;
use crate::model::{Field, Light, Pace, ProblemState, State};
use crate::site::desk::Desk;
use crate::site::named::named;
use crate::site::view::body::record_link;
use crate::site::view::limit::RestView;
use crate::site::view::parts::Link;

use super::{Cell, Filled, Part, Picture, Row};

/// A table for the one component that draws tables; every table of records is one.
#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct TableView {
    /// Empty where the page has a caption of its own for it.
    pub(crate) caption: String,
    /// What goes with the caption.
    pub(crate) note: String,
    /// Said before the table, or in its place.
    pub(crate) sentences: Vec<String>,
    /// Drawn above the table.
    pub(crate) picture: Option<Box<Picture>>,
    /// Empty: there is no table.
    pub(crate) columns: Vec<ColumnView>,
    /// The number of its columns, for headings that go across.
    pub(crate) width: usize,
    /// How much room a script's tools need above it: `folded`, `open`; empty: none.
    pub(crate) tools: &'static str,
    pub(crate) groups: Vec<GroupView>,
    /// What is left out of it, where it has more rows than a page has room for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) rest: Option<RestView>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct ColumnView {
    pub(crate) label: String,
    pub(crate) class: String,
    /// Its words in the order that they are sorted in, parted by `|`; empty: they have no order of their own.
    pub(crate) order: String,
    /// Its cells are the heads of their rows.
    pub(crate) heads: bool,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct GroupView {
    /// None: its rows stand under no heading.
    pub(crate) heading: Option<Link>,
    pub(crate) rows: Vec<RowView>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct RowView {
    pub(crate) depth: usize,
    /// A parent of other rows, or of items elsewhere: it is not counted.
    pub(crate) heads: bool,
    /// None where the row is printed already.
    pub(crate) cells: Vec<CellView>,
    /// The row as the component `row` printed it before; safe HTML.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) html: Option<PrintedRow>,
}

/// A row that was printed, shared by the tables that it stands in: templates are given its HTML, and whoever compares views
/// its digest.
#[derive(Debug, Clone)]
pub(crate) struct PrintedRow {
    pub(crate) html: Arc<str>,
    pub(crate) of: [u8; 32],
}

impl Serialize for PrintedRow {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match serializer.is_human_readable() {
            true => serializer.serialize_str(&self.html),
            false => serializer.serialize_bytes(&self.of),
        }
    }
}

/// What a row of a table of items depends on, beside the report and the language.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct RowKey {
    pub(crate) count: Count,
    pub(crate) depth: usize,
    pub(crate) heads: bool,
    /// What links of the page begin with.
    pub(crate) root: &'static str,
}

/// Rows that were printed once, for an item stands in a dozen tables.
pub(crate) trait Rows: Sync {
    fn known(&self, key: &RowKey) -> Option<PrintedRow>;

    /// None where rows cannot be printed by themselves.
    fn print(&self, key: RowKey, row: &RowView, columns: &[ColumnView]) -> Option<PrintedRow>;
}

/// Most cells are a text and nothing else.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub(crate) enum CellView {
    Text(String),
    Rich(Box<RichView>),
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct RichView {
    pub(crate) links: Vec<Link>,
    /// The light's word for classes; empty: no light.
    pub(crate) light: String,
    /// `better`, `same`, `worse` since the day that the page is compared with; empty: nothing is said.
    pub(crate) trend: String,
    pub(crate) note: String,
    pub(crate) tag: String,
    pub(crate) id: String,
}

/// What a page shows of a filled directive.
pub(crate) fn view(desk: &Desk<'_>, filled: &Filled) -> TableView {
    let head = filled
        .columns
        .iter()
        .position(|column| column.key == "title");
    let head = head.unwrap_or(0);
    let columns = filled.columns.iter().enumerate();
    let groups = filled.groups.iter().map(|group| GroupView {
        heading: group.heading.as_ref().map(|part| link(desk, part)),
        rows: group.rows.iter().map(|one| row(desk, one)).collect(),
    });
    let rows = filled.groups.iter().map(|group| group.rows.len()).sum();
    TableView {
        caption: filled.title.clone(),
        note: filled.note.clone(),
        sentences: filled.sentences.clone(),
        picture: filled.picture.clone(),
        columns: columns
            .map(|(place, column)| ColumnView {
                label: column.label.clone(),
                class: column.class.clone(),
                order: order(desk, &column.key),
                heads: place == head,
            })
            .collect(),
        width: filled.columns.len(),
        tools: tools(rows),
        groups: groups.collect(),
        rest: None,
    }
}

pub(super) fn row(desk: &Desk<'_>, row: &Row) -> RowView {
    RowView {
        depth: row.depth,
        heads: row.heads,
        cells: row.cells.iter().map(|cell| shown(desk, cell)).collect(),
        html: None,
    }
}

/// Words of a course are sorted in the order of that course.
fn order(desk: &Desk<'_>, key: &str) -> String {
    let said = |family: &str, words: &[&str]| {
        let words: Vec<String> = words
            .iter()
            .map(|word| desk.words.of(family, word))
            .collect();
        words.join("|")
    };
    if key == Field::State.word() {
        said("state", &State::ALL.map(State::word))
    } else if key == Field::Pace.word() {
        said("pace", &Pace::ALL.map(Pace::word))
    } else if key == Field::ProblemState.word() {
        let states = ProblemState::ALL.map(ProblemState::word);
        said("field-problem-state", &states)
    } else {
        String::new()
    }
}

/// Short tables need no tools; those of a few rows keep them folded.
pub(super) fn tools(rows: usize) -> &'static str {
    match rows {
        0..6 => "",
        6..20 => "folded",
        _ => "open",
    }
}

fn shown(desk: &Desk<'_>, cell: &Cell) -> CellView {
    let is_plain = |part: &Part| part.record.is_none() && !part.hidden;
    let is_bare = [&cell.light, &cell.note, &cell.tag, &cell.id];
    if is_bare.iter().all(|text| text.is_empty()) {
        match &cell.parts[..] {
            [] => return CellView::Text(String::new()),
            [one] if is_plain(one) => return CellView::Text(one.text.clone()),
            _ => {}
        }
    }
    let is_light = |light: &&Light| light.word() == cell.light;
    CellView::Rich(Box::new(RichView {
        links: cell.parts.iter().map(|part| link(desk, part)).collect(),
        light: Light::ALL
            .iter()
            .find(is_light)
            .map(|light| light.word().replace('_', "-"))
            .unwrap_or_default(),
        trend: cell.trend.clone(),
        note: cell.note.clone(),
        tag: cell.tag.clone(),
        id: cell.id.clone(),
    }))
}

/// The text as it was filled in, leading to the record where it has a page now.
pub(super) fn link(desk: &Desk<'_>, part: &Part) -> Link {
    let record = part.key.or_else(|| {
        part.record
            .as_ref()
            .and_then(|name| named(desk, &name.kind, &name.id))
    });
    let href = record.map(|record| record_link(desk, record).href);
    Link {
        text: part.text.clone(),
        href: href.unwrap_or_default(),
        hidden: part.hidden,
    }
}
