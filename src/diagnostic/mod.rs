//! Findings: what is wrong with the content, where, and how to mend it.

mod codes;
mod explain;
mod finding;
mod github;
mod human;
mod json;
mod locate;
mod place;
mod wording;

#[cfg(test)]
mod tests;

pub(crate) use codes::codes;
pub(crate) use explain::explain;
pub(crate) use finding::{Checked, Finding, Severity, Value};
pub(crate) use github::github;
pub(crate) use human::human;
pub(crate) use json::json;
pub(crate) use locate::{Finder, Located, Lookup, sort};
pub(crate) use place::{Line, Origin, Part, Path, Place, Step};

/// How many findings there are of each severity.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) errors: usize,
    pub(crate) warnings: usize,
    pub(crate) notes: usize,
}

pub(crate) fn count<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> Counts {
    let mut counts = Counts::default();
    for finding in findings {
        match finding.severity {
            Severity::Error => counts.errors += 1,
            Severity::Warning => counts.warnings += 1,
            Severity::Note => counts.notes += 1,
        }
    }
    counts
}
