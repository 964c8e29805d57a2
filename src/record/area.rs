//! A work area as it is written.

use super::field::Words;
use super::head::record;

record!(AreaRecord {
    name: Option<Words>,
    code: Option<String>,
    parent: Option<String>,
    lead: Option<String>,
    sponsor: Option<String>,
    axis: Option<String>,
});
