//! The reading of right files: straight into structs, or not at all.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor,
};

use super::{Entry, Limits, Shape};

/// The records of a file with nothing wrong, unusual or kept apart in it.
pub(super) fn read<T: DeserializeOwned>(
    text: &str,
    shape: Shape,
    limits: &Limits,
) -> Option<Vec<Entry<T>>> {
    if is_unusual(text) {
        return None;
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut entries = Vec::new();
    for document in serde_yaml::Deserializer::from_str(text) {
        let records = Records {
            entries: &mut entries,
            limit: limits.max_records,
            shape,
        };
        records.deserialize(document).ok()?;
    }
    (!entries.is_empty()).then_some(entries)
}

/// A value that begins with `&` or `!`, since aliases have limits that only the marked reading knows and it names tags;
/// or brackets so deep that the fast parser, which takes time by the square of them, would not come back.
fn is_unusual(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut open = 0_usize;
    let marks = bytes
        .iter()
        .enumerate()
        .filter(|(_, byte)| MARKS[usize::from(**byte)]);
    for (place, byte) in marks {
        match byte {
            b'[' | b'{' => open += 1,
            b']' | b'}' => open = open.saturating_sub(1),
            b'&' | b'!' if begins_value(bytes, place) => return true,
            _ => {}
        }
        if open > MAX_OPEN {
            return true;
        }
    }
    false
}

const MAX_OPEN: usize = 128;

/// A look-up is three times as fast as comparing every byte with six.
static MARKS: [bool; 256] = {
    let mut marks = [false; 256];
    let mut place = 0;
    while place < 6 {
        marks[b"[]{}&!"[place] as usize] = true;
        place += 1;
    }
    marks
};

fn begins_value(bytes: &[u8], place: usize) -> bool {
    let next = bytes.get(place + 1);
    if matches!(next, None | Some(b' ' | b'\n' | b'\r' | b'\t')) && bytes[place] == b'&' {
        return false;
    }
    let mut before = bytes[..place].iter().rev();
    match before.find(|b| !matches!(b, b' ' | b'\t')) {
        // In Markdown, an image begins a line.
        None | Some(b'\n' | b'\r') => next != Some(&b'['),
        Some(before) => matches!(before, b':' | b'-' | b'[' | b'{' | b',' | b'?'),
    }
}

struct Records<'e, T> {
    entries: &'e mut Vec<Entry<T>>,
    limit: usize,
    shape: Shape,
}

impl<T> Records<'_, T> {
    fn add<E: Error>(&mut self, value: T) -> Result<(), E> {
        let limit = match self.shape {
            Shape::Records => self.limit,
            Shape::OneMapping => 1,
        };
        if self.entries.len() >= limit {
            return Err(E::custom("too many records"));
        }
        let number = u32::try_from(self.entries.len()).map_err(E::custom)?;
        self.entries.push(Entry::new(number, value));
        Ok(())
    }
}

impl<'de, T: DeserializeOwned> DeserializeSeed<'de> for Records<'_, T> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de, T: DeserializeOwned> Visitor<'de> for Records<'_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("records")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, map: A) -> Result<(), A::Error> {
        let value = T::deserialize(MapAccessDeserializer::new(map))?;
        self.add(value)
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut items: A) -> Result<(), A::Error> {
        if self.shape == Shape::OneMapping {
            return Err(A::Error::custom("a list"));
        }
        // An empty element would pass for a record without fields.
        while let Some(value) = items.next_element_seed(PhantomData::<Option<T>>)? {
            let value = value.ok_or_else(|| A::Error::custom("an empty element"))?;
            self.add(value)?;
        }
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        Ok(())
    }
}
