//! A leader's instruction as it is written.

use super::field::{Day, List, Words};
use super::head::record;

record!(InstructionRecord {
    date: Option<Day>,
    by: Option<Words>,
    text: Option<Words>,
    about: Option<Words>,
    campaign: Option<String>,
    lead: Option<String>,
    due: Option<Day>,
    tasks: List<String>,
});
