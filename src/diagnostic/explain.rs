//! What a code means and how to mend what it names, at more length than a finding says it.

use std::fmt::Write;

use crate::messages::Catalogue;

use super::codes::code;
use super::wording::severity_id;

/// None when there is no such code.
pub(crate) fn explain(name: &str, catalogue: &Catalogue) -> Option<String> {
    let code = code(name.trim())?;
    let severity = catalogue.say(severity_id(code.severity), &[]);
    let text = catalogue.attribute(code.name, "explain", &[])?;
    let mut explained = String::new();
    writeln!(explained, "{severity}[{}]\n\n{text}", code.name)
        .expect("invariant: a string takes any text");
    Some(explained)
}
