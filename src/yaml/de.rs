//! Reads a value of any type out of the marked tree; an error says what is wrong, where, and by which way it is reached.

use serde::de::{
    self, DeserializeSeed, Deserializer, EnumAccess, Error, IntoDeserializer, MapAccess, SeqAccess,
    Unexpected, VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use super::RAW;
use super::fault::FaultKind;
use super::number;
use super::tree::{Kind, Node, Pair};
use super::trouble::Trouble;

/// A node that is being read. Every scalar but null is a text; a type that wants more parses it.
#[derive(Clone, Copy)]
pub(super) struct Reader<'n>(pub(super) &'n Node);

impl<'n> Reader<'n> {
    fn visit_list<'de, V: Visitor<'de>>(
        self,
        items: &'n [Node],
        visitor: V,
    ) -> Result<V::Value, Trouble> {
        let mut items = Items { items, next: 0 };
        let value = visitor.visit_seq(&mut items)?;
        if items.next < items.items.len() {
            let message = format!("a list of {}", items.next);
            return Err(Trouble::custom(message));
        }
        Ok(value)
    }

    fn visit_pairs<'de, V: Visitor<'de>>(
        self,
        pairs: &'n [Pair],
        visitor: V,
    ) -> Result<V::Value, Trouble> {
        let mut access = Pairs { pairs, next: 0 };
        visitor.visit_map(&mut access).map_err(|trouble| {
            let last = access.next.checked_sub(1);
            match (&trouble.kind, last) {
                // Two names of one field: the later of them is the one that is too many.
                (FaultKind::DuplicateKey { name, .. }, Some(last)) if trouble.range.is_none() => {
                    Trouble {
                        range: Some(pairs[last].key.range()),
                        kind: FaultKind::DuplicateKey {
                            name: name.clone(),
                            first: pairs[0].key.range(),
                        },
                        trail: vec![last],
                    }
                }
                _ => trouble,
            }
        })
    }

    fn visit_integer<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Trouble> {
        let number = self.0.text().and_then(number::integer);
        let number = number.ok_or_else(|| Trouble::wrong_type("number", self.0))?;
        match (u64::try_from(number), i64::try_from(number)) {
            (Ok(number), _) => visitor.visit_u64(number),
            (_, Ok(number)) => visitor.visit_i64(number),
            _ => visitor.visit_i128(number),
        }
    }
}

macro_rules! integers {
    ($($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Trouble> {
            self.visit_integer(visitor)
        })*
    };
}

impl<'de> Deserializer<'de> for Reader<'_> {
    type Error = Trouble;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Trouble> {
        match &self.0.kind {
            _ if self.0.is_null() => visitor.visit_unit(),
            Kind::Scalar { text, .. } => visitor.visit_str(text),
            Kind::List(items) => self.visit_list(items, visitor),
            Kind::Map(pairs) => self.visit_pairs(pairs, visitor),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Trouble> {
        match &self.0.kind {
            Kind::Scalar { text, .. } => visitor.visit_str(text),
            Kind::List(_) | Kind::Map(_) => Err(Trouble::wrong_type("text", self.0)),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Trouble> {
        self.deserialize_str(visitor)
    }

    fn deserialize_char<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Trouble> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Trouble> {
        self.deserialize_str(visitor)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Trouble> {
        match self.0.text().and_then(number::truth) {
            Some(truth) => visitor.visit_bool(truth),
            None => Err(Trouble::wrong_type("yes-or-no", self.0)),
        }
    }

    integers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Trouble> {
        self.deserialize_f64(visitor)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Trouble> {
        match self.0.text().and_then(number::float) {
            Some(number) => visitor.visit_f64(number),
            None => Err(Trouble::wrong_type("number", self.0)),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Trouble> {
        if self.0.is_null() {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Trouble> {
        if self.0.is_null() {
            visitor.visit_unit()
        } else {
            Err(Trouble::wrong_type("nothing", self.0))
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Trouble> {
        match &self.0.kind {
            Kind::List(items) => self.visit_list(items, visitor),
            _ if self.0.is_null() => self.visit_list(&[], visitor),
            Kind::Scalar { .. } | Kind::Map(_) => Err(Trouble::wrong_type("list", self.0)),
        }
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Trouble> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Trouble> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Trouble> {
        match &self.0.kind {
            Kind::Map(pairs) => self.visit_pairs(pairs, visitor),
            _ if self.0.is_null() => self.visit_pairs(&[], visitor),
            Kind::Scalar { .. } | Kind::List(_) => Err(Trouble::wrong_type("mapping", self.0)),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Trouble> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Trouble> {
        match &self.0.kind {
            Kind::Scalar { text, .. } if !self.0.is_null() => visitor.visit_enum(Word(text)),
            _ => Err(Trouble::wrong_type("word", self.0)),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Trouble> {
        match &self.0.kind {
            _ if name != RAW => visitor.visit_newtype_struct(self),
            Kind::Map(_) => visitor.visit_unit(),
            _ => Err(Trouble::wrong_type("mapping", self.0)),
        }
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Trouble> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Trouble> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! { bytes byte_buf }
}

struct Items<'n> {
    items: &'n [Node],
    next: usize,
}

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Trouble;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Trouble> {
        let place = self.next;
        let Some(item) = self.items.get(place) else {
            return Ok(None);
        };
        self.next += 1;
        seed.deserialize(Reader(item))
            .map(Some)
            .map_err(|trouble| trouble.in_value(item).under(place))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.items.len() - self.next)
    }
}

struct Pairs<'n> {
    pairs: &'n [Pair],
    /// The number of keys read.
    next: usize,
}

impl<'de> MapAccess<'de> for Pairs<'_> {
    type Error = Trouble;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Trouble> {
        let place = self.next;
        let Some(pair) = self.pairs.get(place) else {
            return Ok(None);
        };
        self.next += 1;
        seed.deserialize(Reader(&pair.key))
            .map(Some)
            .map_err(|trouble| trouble.in_value(&pair.key).under(place))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Trouble> {
        let place = self.next - 1;
        let value = &self.pairs[place].value;
        seed.deserialize(Reader(value))
            .map_err(|trouble| trouble.in_value(value).under(place))
    }
}

/// A word that names a variant without content.
struct Word<'n>(&'n str);

impl<'de> EnumAccess<'de> for Word<'_> {
    type Error = Trouble;
    type Variant = NoContent;

    fn variant_seed<V: DeserializeSeed<'de>>(
        self,
        seed: V,
    ) -> Result<(V::Value, NoContent), Trouble> {
        let name: de::value::StrDeserializer<'_, Trouble> = self.0.into_deserializer();
        Ok((seed.deserialize(name)?, NoContent))
    }
}

struct NoContent;

impl<'de> VariantAccess<'de> for NoContent {
    type Error = Trouble;

    fn unit_variant(self) -> Result<(), Trouble> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, _: T) -> Result<T::Value, Trouble> {
        Err(Trouble::invalid_type(Unexpected::UnitVariant, &"content"))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Trouble> {
        Err(Trouble::invalid_type(Unexpected::UnitVariant, &"content"))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Trouble> {
        Err(Trouble::invalid_type(Unexpected::UnitVariant, &"content"))
    }
}
