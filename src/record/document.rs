//! A document as it is written.

use crate::model::DocumentKind;

use super::field::{Day, List, Words};
use super::head::record;
use super::word::Word;

record!(DocumentRecord {
    title: Option<Words>,
    date: Option<Day>,
    campaign: Option<String>,
    kind: Option<Word<DocumentKind>>,
    author: Option<Words>,
    issuer: Option<Words>,
    document_no: Option<String>,
    areas: List<String>,
    meetings: List<String>,
    tasks: List<String>,
    unit: Option<String>,
    due: Option<Day>,
    submitted_on: Option<Day>,
    retention: Option<Words>,
    archival_code: Option<String>,
});
