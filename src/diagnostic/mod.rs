//! Findings: what is wrong with the content, where, and how to mend it.

mod finding;
mod place;

pub(crate) use finding::{Checked, Finding, Severity, Value};
pub(crate) use place::{Origin, Part, Path, Place, Step};
