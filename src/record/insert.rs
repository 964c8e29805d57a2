//! One more entry in a record's own file, in every form in which records may be written.

use crate::yaml::{self, Inserted, Unfit};

use super::file::{Front, front_matter};

/// A file's text with an entry more in a list of one of its records; the YAML of a note is that between its `---` lines.
pub(crate) fn append(
    (path, text): (&str, &str),
    record: u32,
    field: &str,
    entry: &[(&str, &str)],
) -> Result<Inserted, Unfit> {
    if !path.ends_with(".md") {
        return yaml::append(text, record, field, entry);
    }
    let Front::Matter(range, _) = front_matter(text) else {
        return Err(Unfit::Changes);
    };
    let (before, after) = (&text[..range.start], &text[range.end..]);
    let made = yaml::append(&text[range], record, field, entry)?;
    Ok(Inserted {
        text: format!("{before}{}{after}", made.text),
        at: before.len() + made.at,
        ..made
    })
}
