//! Directives and figures filled in: plain data that stands for itself, and what a page makes of it.
//!
//! `pieces` fills every live fact of a body at the page's date; what it gives can be kept as JSON and shown again by
//! `body::body_with`, on another day and on another page, without the report that it came from.

mod ask;
mod cell;
mod changes;
mod chart;
mod dates;
mod fact;
mod figure;
mod hold;
mod items;
mod lines;
mod observed;
pub(super) mod picture;
mod ranking;
mod set;
mod summary;
mod table;
#[cfg(test)]
mod tests;
mod timeline;
mod within;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::model::{Body, Directive, DirectiveKind, LiveFact, RecordRef};
use crate::site::desk::Desk;

pub(crate) use cell::milestone_said;
pub(crate) use dates::Dates;
pub(crate) use items::LEDGER_COLUMNS;
pub(crate) use lines::{LedgerGroup, flat_table, ledger_table};
pub(crate) use picture::Picture;
pub(crate) use table::{ColumnView, PrintedRow, RowKey, RowView, Rows, TableView, view};
pub(crate) use within::{item_table, table_within};

/// The live facts of a body, filled in: by the byte of the body where each stands.
pub(crate) type Pieces = BTreeMap<usize, Piece>;

/// A live fact, filled in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Piece {
    Figure(String),
    Directive(Filled),
}

/// What a directive comes to. It knows no page: records are named by type and id.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Filled {
    /// The directive's name.
    pub(crate) directive: String,
    /// ISO: the date of its facts.
    pub(crate) as_of: String,
    pub(crate) title: String,
    /// What goes with the title: how many there are, how many are left out.
    pub(crate) note: String,
    /// Said in words, before the table or in its place.
    pub(crate) sentences: Vec<String>,
    /// Drawn above the table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) picture: Option<Box<Picture>>,
    pub(crate) columns: Vec<Column>,
    pub(crate) groups: Vec<Group>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Column {
    /// The field's name.
    pub(crate) key: String,
    pub(crate) label: String,
    /// How its cells are set: `n` for figures, `d` for dates, `w` for words.
    pub(crate) class: String,
}

/// Rows under one heading; a table without groups has one, without a heading.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Group {
    pub(crate) heading: Option<Part>,
    pub(crate) rows: Vec<Row>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Row {
    /// Under its parents in this table; 0 at the root.
    #[serde(skip_serializing_if = "is_zero")]
    pub(crate) depth: usize,
    /// A parent: it is not counted.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) heads: bool,
    /// One for each column.
    pub(crate) cells: Vec<Cell>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Cell {
    pub(crate) parts: Vec<Part>,
    /// The word of the light that stands before the text.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(crate) light: String,
    /// How the light stands to the day that the page is compared with.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(crate) trend: String,
    /// Said in small after the text.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(crate) note: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(crate) tag: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(crate) id: String,
}

/// A text, and the record that it names.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Part {
    pub(crate) text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) record: Option<RecordName>,
    /// It stands for what this audience may not see.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) hidden: bool,
    /// Where the record stands in the project that this was made from, so that it need not be looked for.
    #[serde(skip)]
    pub(crate) key: Option<RecordRef>,
}

/// A record by its type and id.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct RecordName {
    #[serde(rename = "type")]
    pub(crate) kind: String,
    pub(crate) id: String,
}

fn is_zero(depth: &usize) -> bool {
    *depth == 0
}

/// Every live fact of a body at the page's date.
pub(crate) fn pieces(desk: &Desk<'_>, body: &Body) -> Pieces {
    let dates = Dates::of(desk, body.live.values());
    let facts = body.live.iter().map(|(place, fact)| {
        let piece = match fact {
            LiveFact::Directive(directive) => Piece::Directive(fill(desk, &dates, directive)),
            LiveFact::Figure(figure) => Piece::Figure(figure::figure(desk, &dates, figure)),
        };
        (*place, piece)
    });
    facts.collect()
}

/// What a directive comes to, at its own date or the page's.
pub(crate) fn fill(desk: &Desk<'_>, dates: &Dates<'_>, directive: &Directive) -> Filled {
    let now = &dates.at(desk, directive.as_of);
    let since = dates::since(desk, directive);
    let since = since.map(|since| dates.at(desk, Some(since)));
    let filled = match directive.kind {
        DirectiveKind::Tasks => items::tasks(now, directive),
        DirectiveKind::Decisions => items::decisions(now, directive),
        DirectiveKind::Problems => items::problems(now, directive),
        DirectiveKind::Indicators => items::indicators(now, directive),
        DirectiveKind::Units => items::units(now, directive),
        DirectiveKind::Summary => summary::summary(now, since.as_ref(), directive),
        DirectiveKind::Changes => changes::changes(now, since.as_ref(), directive),
        DirectiveKind::Ranking => ranking::ranking(now, directive),
        DirectiveKind::Timeline => timeline::timeline(now, directive),
        DirectiveKind::Chart => chart::chart(now, directive),
    };
    let mut notes = Vec::new();
    if now.as_of() != desk.as_of() {
        notes.push(
            desk.words
                .with("live-as-of", "date", &desk.words.day(now.as_of())),
        );
    }
    notes.extend(Some(filled.note).filter(|note| !note.is_empty()));
    Filled {
        directive: directive.kind.word().to_owned(),
        as_of: now.as_of().to_string(),
        title: title(desk, directive),
        note: notes.join(&desk.words.plain("semicolon")),
        ..filled
    }
}

fn title(desk: &Desk<'_>, directive: &Directive) -> String {
    match &directive.title {
        Some(title) => desk.words.text(title),
        None => desk.words.of("live-title", directive.kind.word()),
    }
}
