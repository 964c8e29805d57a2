//! A released edition as its file keeps it for good: the shape, how it is read and written, and its digest.
//!
//! The file stands beside the bulletin's and is called `ID.frozen.json`. All of it is text as it was shown, so that
//! nothing of it depends on what the records say later.

mod difference;
mod layout;
mod reading;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::digest::Hasher;

pub(crate) use difference::{
    Difference, Spot, changed_comparison, changed_counts, changed_fields, changed_lines,
    changed_live,
};
pub(crate) use reading::{named, says};

/// What the shape of the file is called; a later one gets a number of its own.
const FORMAT: u32 = 1;

/// An edition as it was released.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Edition {
    pub(crate) format: u32,
    pub(crate) id: String,
    pub(crate) record: Record,
    pub(crate) body: Body,
    /// The ledger at its as-of date, as its own readers may see it: figures by their names.
    pub(crate) counts: BTreeMap<String, String>,
    /// What changed since the edition before; none for the first.
    pub(crate) changes: Option<Stored>,
    /// SHA-256 over all of the above, in lower-case hexadecimal.
    pub(crate) digest: String,
}

/// The fields of the bulletin; dates are ISO, words are the model's, names are those of the day that it bears.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Record {
    pub(crate) title: String,
    pub(crate) series: String,
    pub(crate) series_name: String,
    pub(crate) number: String,
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) as_of: String,
    pub(crate) dated: String,
    pub(crate) kind: String,
    pub(crate) issuers: Vec<String>,
    pub(crate) signatory: String,
    pub(crate) addressees: Vec<String>,
    pub(crate) copy_to: Vec<String>,
    pub(crate) document_no: String,
    pub(crate) urgency: String,
    pub(crate) layout: String,
    pub(crate) commended: Vec<String>,
    pub(crate) criticised: Vec<String>,
    pub(crate) reviews: Vec<Review>,
    pub(crate) visibility: String,
    pub(crate) language: String,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Review {
    pub(crate) stage: String,
    pub(crate) who: String,
    pub(crate) on: String,
}

/// The text as it was written, and what each live fact in it came to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Body {
    pub(crate) markdown: String,
    /// In the order of the text.
    pub(crate) live: Vec<Live>,
}

/// A live fact filled in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Live {
    /// The byte of the text where it stands.
    pub(crate) at: usize,
    #[serde(deserialize_with = "in_one_way")]
    pub(crate) filled: Stored,
}

/// A value kept as plain data; who made it can read it again. Held as the text of its JSON, without spaces: in pieces
/// the comparison of a large edition would take ten times the room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stored(Arc<str>);

impl Stored {
    pub(crate) fn of(value: &impl Serialize) -> Stored {
        let value = serde_json::to_value(value);
        Stored::written(&value.expect("invariant: what is frozen is plain data"))
    }

    /// Keys in their order and one way to write each text, whatever a file says: a digest goes over it.
    fn written(value: &Value) -> Stored {
        let json = serde_json::to_string(value);
        Stored(json.expect("invariant: a value can be written").into())
    }

    /// None when it is not of that shape.
    pub(crate) fn read<'s, T: Deserialize<'s>>(&'s self) -> Option<T> {
        serde_json::from_str(&self.0).ok()
    }

    fn value(&self) -> Value {
        serde_json::from_str(&self.0).expect("invariant: what is stored is JSON")
    }
}

impl Serialize for Stored {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}

/// Keys and texts in the one way to write them, whatever the file says.
fn in_one_way<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Stored, D::Error> {
    Value::deserialize(deserializer).map(|value| Stored::written(&value))
}

impl<'de> Deserialize<'de> for Stored {
    /// As it stands, but for the spaces: for what is long, where `read` sees to it that it is written in the one way.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Stored, D::Error> {
        let raw = <&RawValue>::deserialize(deserializer)?.get();
        if let Some(json) = compact(raw) {
            return Ok(Stored(json.as_ref().into()));
        }
        let value = serde_json::from_str(raw).map_err(D::Error::custom)?;
        Ok(Stored::written(&value))
    }
}

/// JSON without the spaces and line ends between its parts; none when it is nested deeply, has letters by number or names that
/// mean something to the reader, as only a full reading tells whether that is right.
fn compact(json: &str) -> Option<Cow<'_, str>> {
    /// Nothing that is frozen comes near; a reader gives up at twice as much.
    const DEEP: usize = 64;
    const RESERVED: &str = "\"$serde_json";
    let mut compact = String::new();
    // From `done` to `at` stands what is taken as it is.
    let (mut done, mut at, mut depth) = (0, 0, 0_usize);
    while let Some(byte) = json.as_bytes().get(at) {
        match byte {
            b'"' if json[at..].starts_with(RESERVED) => return None,
            b'"' => {
                at += text_end(&json[at..])?;
                continue;
            }
            b'{' | b'[' if depth == DEEP => return None,
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            b' ' | b'\n' | b'\r' | b'\t' => {
                compact.reserve(json.len() - done);
                compact.push_str(&json[done..at]);
                done = at + 1;
            }
            _ => {}
        }
        at += 1;
    }
    if done == 0 {
        return Some(json.into());
    }
    compact.push_str(&json[done..]);
    Some(compact.into())
}

/// The end of a text that begins with its quotation mark.
fn text_end(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 1;
    loop {
        match bytes.get(at)? {
            b'"' => return Some(at + 1),
            b'\\' if bytes.get(at + 1) == Some(&b'u') => return None,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
}

/// Why a file is no edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fault {
    /// No JSON, or not of this shape, at this line.
    Json { line: usize },
    /// A shape that this program does not know.
    Format(u32),
    /// It was changed after it was written: what stands in it, and what it comes to.
    Digest { written: String, real: String },
}

impl Edition {
    /// An edition with its digest.
    pub(crate) fn new(
        id: &str,
        record: Record,
        body: Body,
        (counts, changes): (BTreeMap<String, String>, Option<Stored>),
    ) -> Edition {
        let mut edition = Edition {
            format: FORMAT,
            id: id.to_owned(),
            record,
            body,
            counts,
            changes,
            digest: String::new(),
        };
        edition.digest = edition.real_digest();
        edition
    }

    /// Over the compact JSON of everything but the digest: spaces and line ends of the file do not count.
    fn real_digest(&self) -> String {
        let content = (
            self.format,
            &self.id,
            &self.record,
            &self.body,
            &self.counts,
        );
        let content = serde_json::to_string(&content);
        let content = content.expect("invariant: an edition is plain data");
        // The changes are the last of the list; they are long, and stand there as they are stored.
        let changes = self.changes.as_ref().map_or("null", |stored| &*stored.0);
        let mut hasher = Hasher::new();
        let content = content.strip_suffix(']').unwrap_or(&content);
        for part in [content, ",", changes, "]"] {
            hasher.update(part.as_bytes());
        }
        hasher.finish().hex()
    }
}

/// The edition in a file, held against its own digest.
pub(crate) fn read(bytes: &[u8]) -> Result<Edition, Fault> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let edition = parsed(bytes)?;
    // With the digest right, the changes are the text that was written then, in the one way to write it.
    if edition.digest == edition.real_digest() {
        return Ok(edition);
    }
    let whole: Value = serde_json::from_slice(bytes).map_err(broken)?;
    let edition = parsed(whole.to_string().as_bytes())?;
    let real = edition.real_digest();
    if edition.digest == real {
        Ok(edition)
    } else {
        let written = edition.digest;
        Err(Fault::Digest { written, real })
    }
}

fn parsed(bytes: &[u8]) -> Result<Edition, Fault> {
    let later = |error| match serde_json::from_slice(bytes) {
        Ok(Shape { format }) if format != FORMAT => Fault::Format(format),
        // A value inside counts its lines from its own beginning; a reading of the whole tells the file's.
        _ => broken(
            serde_json::from_slice::<Value>(bytes)
                .err()
                .unwrap_or(error),
        ),
    };
    let edition: Edition = serde_json::from_slice(bytes).map_err(later)?;
    if edition.format == FORMAT {
        Ok(edition)
    } else {
        Err(Fault::Format(edition.format))
    }
}

fn broken(error: serde_json::Error) -> Fault {
    Fault::Json { line: error.line() }
}

/// What is read of a file that has another shape, so that a later one is named and not taken for a broken one.
#[derive(Deserialize)]
struct Shape {
    format: u32,
}

/// The bytes of an edition's file; the same for the same edition.
pub(crate) fn write(edition: &Edition) -> Vec<u8> {
    let mut bytes = layout::written(edition);
    bytes.push(b'\n');
    bytes
}

/// The name of the file, beside the bulletin's own.
pub(crate) fn file_name(id: &str) -> String {
    format!("{id}.frozen.json")
}

impl Record {
    /// Every field with its text, lists one line for each entry, by the name that it has in the bulletin's record.
    fn fields(&self) -> Vec<(&'static str, String)> {
        let list = |texts: &[String]| texts.join("\n");
        let reviews = self.reviews.iter();
        let reviews: Vec<String> = reviews
            .map(|one| {
                format!("{} {} {}", one.stage, one.who, one.on)
                    .trim()
                    .to_owned()
            })
            .collect();
        vec![
            ("title", self.title.clone()),
            ("series", self.series.clone()),
            ("number", self.number.clone()),
            ("period", format!("{} – {}", self.from, self.to)),
            ("as_of", self.as_of.clone()),
            ("dated", self.dated.clone()),
            ("kind", self.kind.clone()),
            ("issuers", list(&self.issuers)),
            ("signatory", self.signatory.clone()),
            ("addressees", list(&self.addressees)),
            ("copy_to", list(&self.copy_to)),
            ("document_no", self.document_no.clone()),
            ("urgency", self.urgency.clone()),
            ("layout", self.layout.clone()),
            ("commended", list(&self.commended)),
            ("criticised", list(&self.criticised)),
            ("reviews", list(&reviews)),
            ("visibility", self.visibility.clone()),
        ]
    }
}

#[cfg(test)]
mod tests;
