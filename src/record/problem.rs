//! A problem as it is written.

use super::field::{Day, List, Whole, Words};
use super::head::{part, record};
use super::item::{ClosureRecord, ProgressRecord};

record!(ProblemRecord {
    title: Option<Words>,
    found_on: Option<Day>,
    found_by: Option<Words>,
    source: Option<Words>,
    campaign: Option<String>,
    areas: List<String>,
    place: Option<Words>,
    severity: Option<Whole>,
    lead: Option<String>,
    responsible: List<String>,
    due: Option<Day>,
    measures: List<Words>,
    tasks: List<String>,
    progress: List<ProgressRecord>,
    closure: List<ClosureRecord>,
    reopened: List<ReopeningRecord>,
    photos: List<PhotosRecord>,
});

part!(ReopeningRecord { on: Option<Day>, reason: Option<Words> });
part!(
    /// The same place before and after.
    PhotosRecord {
        before: Option<String>,
        after: Option<String>,
        caption: Option<Words>,
        alt: Option<Words>,
    }
);
