//! One more entry in a list of a record, put into its text as a person would write it; every other byte stays.

use super::line::Line;
use super::tree::{Kind, Node, Pair};
use super::{Limits, Shape, syntax};

/// A text with the entry in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Inserted {
    pub(crate) text: String,
    /// The byte where what was put in begins, behind its indentation.
    pub(crate) at: usize,
    /// What was put in, without its indentation and without line ends of its own.
    pub(crate) entry: String,
}

/// Why an entry cannot be put into a text without touching more than that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unfit {
    /// The record, or the list, stands in brackets.
    Flow,
    /// The field has a single value.
    NotAList,
    /// Anything would be read otherwise than before, the entry apart.
    Changes,
}

/// How the entry comes to stand.
struct Form {
    /// The column of the field, or of the dashes of its list.
    column: usize,
    /// Without line ends and without the column.
    lines: Vec<String>,
    /// The last byte of what it comes after.
    after: usize,
}

/// Appends an entry, a mapping of texts, to the list in a field of a record; a field that is not there comes to stand
/// at the record's end. Both texts are read, and have to differ in that entry alone.
pub(crate) fn append(
    text: &str,
    record: u32,
    field: &str,
    entry: &[(&str, &str)],
) -> Result<Inserted, Unfit> {
    let nodes = sound(text).ok_or(Unfit::Changes)?;
    let node = nodes.get(record as usize).ok_or(Unfit::Changes)?;
    let form = form(text, node, field, entry)?;
    let mut wanted = nodes.clone();
    add(&mut wanted[record as usize], field, entry);
    let ends = ends(text, &form);
    let tried = ends.into_iter().map(|end| put(text, end, &form));
    let is_right = |made: &Inserted| {
        let read = sound(&made.text);
        read.is_some_and(|read| all_same(&read, &wanted))
    };
    tried.into_iter().find(is_right).ok_or(Unfit::Changes)
}

/// A list with this entry alone, as it would be written into a record.
pub(crate) fn list_of_one(field: &str, entry: &[(&str, &str)]) -> String {
    new_list(field, entry).join("\n")
}

/// The records of a text in which nothing is wrong.
fn sound(text: &str) -> Option<Vec<Node>> {
    let limits = Limits {
        max_depth: usize::MAX,
        ..Limits::default()
    };
    let read = syntax::candidates(text, Shape::Records, &limits);
    read.faults.is_empty().then_some(read.nodes)
}

fn form(text: &str, node: &Node, field: &str, entry: &[(&str, &str)]) -> Result<Form, Unfit> {
    if text[node.start..].starts_with('{') {
        return Err(Unfit::Flow);
    }
    let last = node.pairs().last().ok_or(Unfit::Changes)?;
    let Some(pair) = node.pair(field) else {
        return Ok(Form {
            column: column(text, last.key.start),
            lines: new_list(field, entry),
            after: last.key.end.max(last.value.end),
        });
    };
    if pair.value.text() == Some("") && pair.value.is_null() {
        return Ok(Form {
            column: column(text, pair.key.start),
            lines: new_list(field, entry).split_off(1),
            after: pair.key.end,
        });
    }
    let Kind::List(items) = &pair.value.kind else {
        return Err(Unfit::NotAList);
    };
    let last = items.last().ok_or(Unfit::Flow)?;
    let above = text[..last.start].trim_end();
    let dash = above.strip_suffix('-').ok_or(Unfit::Flow)?.len();
    let line = Line::at(text, dash);
    if !text[line.start..dash].trim_matches(' ').is_empty() {
        return Err(Unfit::Flow);
    }
    let lines = if text[last.start..].starts_with('{') {
        let pairs: Vec<String> = entry.iter().map(written).collect();
        vec![format!("- {{{}}}", pairs.join(", "))]
    } else {
        block(entry)
    };
    Ok(Form {
        column: dash - line.start,
        lines,
        after: last.end.max(dash + 1),
    })
}

fn column(text: &str, at: usize) -> usize {
    at - Line::at(text, at).start
}

fn new_list(field: &str, entry: &[(&str, &str)]) -> Vec<String> {
    let items = block(entry).into_iter().map(|line| format!("  {line}"));
    std::iter::once(format!("{field}:")).chain(items).collect()
}

fn block(entry: &[(&str, &str)]) -> Vec<String> {
    let marks = std::iter::once("- ").chain(std::iter::repeat("  "));
    let lines = entry.iter().zip(marks);
    lines
        .map(|(pair, mark)| format!("{mark}{}", written(pair)))
        .collect()
}

fn written((key, value): &(&str, &str)) -> String {
    if is_plain(value) {
        return format!("{key}: {value}");
    }
    let mut quoted = String::with_capacity(value.len() + 2);
    for c in value.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            _ => quoted.push(c),
        }
    }
    format!("{key}: \"{quoted}\"")
}

/// Whether a text is one for every reader of YAML without quotes: dates, and words as in ids. Digests are longer, and
/// some would be numbers.
fn is_plain(text: &str) -> bool {
    const LONGEST: usize = 40;
    const OTHERWISE: [&str; 8] = ["null", "true", "false", "yes", "no", "on", "off", "y"];
    let is_date = text.len() == 10
        && text.bytes().enumerate().all(|(place, byte)| match place {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    let lower = text.to_ascii_lowercase();
    let is_word = text.starts_with(char::is_alphabetic)
        && text.chars().count() <= LONGEST
        && text
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))
        && !OTHERWISE.contains(&lower.as_str())
        && lower != "n";
    is_date || is_word
}

/// Where lines end behind which the entry may stand: with the comments that hang on what is before it, and also with the
/// blank lines that may be part of it.
fn ends(text: &str, form: &Form) -> [usize; 2] {
    let said = text[..form.after].trim_end().len();
    let mut line = Line::at(text, said);
    while let Some(below) = line.below(text) {
        let hangs = below.text.trim_start().starts_with('#') && below.indent() > form.column;
        if !hangs {
            break;
        }
        line = below;
    }
    let near = past(text, &line);
    while let Some(below) = line.below(text).filter(|line| line.text.trim().is_empty()) {
        line = below;
    }
    [near, past(text, &line)]
}

/// The byte behind a line and its end.
fn past(text: &str, line: &Line<'_>) -> usize {
    let end = line.end();
    text[end..]
        .find('\n')
        .map_or(text.len(), |length| end + length + 1)
}

fn put(text: &str, end: usize, form: &Form) -> Inserted {
    let (before, after) = text.split_at(end);
    let is_ended = before.ends_with('\n');
    let example = if is_ended {
        before
    } else {
        before.split_inclusive('\n').next().unwrap_or_default()
    };
    let line_end = if example.ends_with("\r\n") {
        "\r\n"
    } else {
        "\n"
    };
    let indent = " ".repeat(form.column);
    let entry = form.lines.join(&format!("{line_end}{indent}"));
    let (open, close) = match is_ended {
        true => ("", line_end),
        false => (line_end, ""),
    };
    Inserted {
        at: end + open.len() + indent.len(),
        text: format!("{before}{open}{indent}{entry}{close}{after}"),
        entry: form.lines.join("\n"),
    }
}

/// What the record has to be read as.
fn add(record: &mut Node, field: &str, entry: &[(&str, &str)]) {
    let scalar = |text: &str, plain| {
        node(Kind::Scalar {
            text: text.to_owned(),
            plain,
        })
    };
    let pairs = entry.iter().map(|(key, value)| Pair {
        key: scalar(key, true),
        value: scalar(value, is_plain(value)),
    });
    let entry = node(Kind::Map(pairs.collect()));
    let Kind::Map(fields) = &mut record.kind else {
        return;
    };
    match fields.iter_mut().find(|p| p.key.text() == Some(field)) {
        Some(Pair { value, .. }) => match &mut value.kind {
            Kind::List(items) => items.push(entry),
            Kind::Scalar { .. } | Kind::Map(_) => value.kind = Kind::List(vec![entry]),
        },
        None => fields.push(Pair {
            key: scalar(field, true),
            value: node(Kind::List(vec![entry])),
        }),
    }
}

fn node(kind: Kind) -> Node {
    Node {
        start: 0,
        end: 0,
        tagged: false,
        kind,
    }
}

fn all_same(a: &[Node], b: &[Node]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
}

/// Whether two nodes say the same, wherever they stand.
fn same(a: &Node, b: &Node) -> bool {
    a.tagged == b.tagged
        && match (&a.kind, &b.kind) {
            (
                Kind::Scalar { text, plain },
                Kind::Scalar {
                    text: other,
                    plain: is_plain,
                },
            ) => text == other && plain == is_plain,
            (Kind::List(items), Kind::List(others)) => all_same(items, others),
            (Kind::Map(pairs), Kind::Map(others)) => {
                let same_pair =
                    |(a, b): (&Pair, &Pair)| same(&a.key, &b.key) && same(&a.value, &b.value);
                pairs.len() == others.len() && pairs.iter().zip(others).all(same_pair)
            }
            _ => false,
        }
}
