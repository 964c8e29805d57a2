//! Finds the bytes of a field again, when a finding about it is shown.

use crate::diagnostic::Step;

use super::line::Line;
use super::tree::{Kind, Node};
use super::{Limits, Shape, syntax};

/// A text that was read for the places of its fields.
pub(crate) struct Places<'t> {
    text: &'t str,
    nodes: Vec<Node>,
}

/// Reads a text for the places of its fields.
pub(crate) fn places(text: &str) -> Places<'_> {
    // As deep as any site allows; how much aliases may add was checked when the file was read.
    let limits = Limits {
        max_depth: usize::MAX,
        ..Limits::default()
    };
    let nodes = syntax::candidates(text, Shape::Records, &limits).nodes;
    Places { text, nodes }
}

impl Places<'_> {
    /// Where a field of a record stands, or the key of the nearest thing above it that is there; of what spans
    /// several lines, the first. `version` n > 0 looks under `amended[n-1].was` first.
    pub(crate) fn locate(
        &self,
        record: u32,
        (version, path): (u16, &[Step]),
        key: bool,
    ) -> Option<(usize, usize)> {
        let record = self.nodes.get(record as usize)?;
        let was = version.checked_sub(1).and_then(|n| {
            let amended = &record.pair("amended")?.value;
            Some(&amended.items().get(usize::from(n))?.pair("was")?.value)
        });
        let old = was.filter(|was| match path.first() {
            Some(Step::Key(name)) => was.pair(name).is_some(),
            Some(Step::Place(_)) | None => false,
        });
        let range = follow(old.unwrap_or(record), path, key);
        Some(first_line(self.text, range))
    }
}

fn follow(root: &Node, path: &[Step], key: bool) -> (usize, usize) {
    let mut node = root;
    let mut name = root.range();
    for step in path {
        match step {
            Step::Key(step) => {
                let Some(pair) = node.pair(step) else {
                    return name;
                };
                name = pair.key.range();
                node = &pair.value;
            }
            Step::Place(place) => {
                let Some(item) = node.items().get(*place) else {
                    return name;
                };
                let is_itself = !matches!(node.kind, Kind::List(_));
                if !is_itself {
                    name = item.range();
                }
                node = item;
            }
        }
    }
    if key { name } else { node.range() }
}

/// A range held to its first line: a record of forty lines is shown by its first.
pub(super) fn first_line(text: &str, (start, end): (usize, usize)) -> (usize, usize) {
    let range = text.get(start..end).unwrap_or_default();
    let line = range.lines().next().unwrap_or_default();
    (start, start + line.len())
}

/// The fields that a broken line may have cost a record: its own key, and that of the nearest line above it that begins
/// in the record's column.
pub(super) fn fields_at(text: &str, at: usize, column: usize) -> Vec<String> {
    let line = Line::at(text, at);
    // A tab or a wide space hangs a line on the one above, however far to the left it begins.
    let hangs = |line: &Line<'_>| {
        let (at, content) = line.content();
        at - line.start > column || content.starts_with(['\t', '\u{3000}', '\u{a0}'])
    };
    let mut above = Some(line);
    while let Some(field) = above.filter(hangs) {
        above = field.above(text);
    }
    let mut names: Vec<String> = Vec::new();
    for key in [above, Some(line)]
        .into_iter()
        .flatten()
        .filter_map(|line| line.key())
    {
        if !names.iter().any(|name| name == key) {
            names.push(key.to_owned());
        }
    }
    names
}

/// The ids that a file declares, as far as they can be seen without reading it: references to a record that could not
/// be read are no findings of their own.
pub(crate) fn declared_ids(text: &str) -> Vec<String> {
    text.lines().filter_map(declared_id).collect()
}

fn declared_id(line: &str) -> Option<String> {
    let line = line.trim_start_matches([
        '\u{feff}', '\u{3000}', '\u{a0}', ' ', '\t', '-', '－', '—', '{', '｛',
    ]);
    let line = line
        .strip_prefix("id")
        .or_else(|| line.strip_prefix("\"id\""))?;
    // A colon that was forgotten has left a space.
    let value = line.trim_start().strip_prefix([':', '：']);
    let value = value.or_else(|| line.strip_prefix(' '))?.trim();
    let id = match value.chars().next()? {
        quote @ ('"' | '\'') => value[1..].split(quote).next()?,
        _ => {
            let value = value.split(" #").next()?;
            value.split([',', '}']).next()?.trim_end()
        }
    };
    (!id.is_empty()).then(|| id.to_owned())
}
