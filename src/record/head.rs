//! The fields that a record of any type may have, and the shape of a record type.

use serde::Deserialize;

use crate::model::Visibility;
use crate::yaml::Raw;

use super::field::{Day, Words};
use super::word::Word;

/// The common fields, taken out of a record.
#[derive(Debug, Clone, Default)]
pub(crate) struct HeadRecord {
    pub(crate) id: Option<String>,
    pub(crate) slug: Option<String>,
    pub(crate) visibility: Option<Word<Visibility>>,
    pub(crate) classification: Option<String>,
    pub(crate) tags: Vec<String>,
    pub(crate) links: Vec<LinkRecord>,
    pub(crate) attachments: Vec<AttachmentRecord>,
    pub(crate) added_on: Option<Day>,
    pub(crate) amended: Vec<AmendmentRecord>,
    pub(crate) body: Option<Words>,
}

/// A record type: what is written in its files.
pub(crate) trait Record: serde::de::DeserializeOwned + Default {
    /// Moves the common fields out.
    fn take_head(&mut self) -> HeadRecord;
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct LinkRecord {
    pub(crate) title: Option<Words>,
    pub(crate) url: Option<String>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct AttachmentRecord {
    pub(crate) title: Option<Words>,
    pub(crate) file: Option<String>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct AmendmentRecord {
    pub(crate) on: Option<Day>,
    pub(crate) by: Option<Words>,
    pub(crate) reason: Option<Words>,
    /// Read by the room of YAML, which reads the record again with these values.
    pub(crate) was: Option<Raw>,
}

/// A record type with the common fields beside its own.
macro_rules! record {
    ($(#[$doc:meta])* $name:ident { $($field:ident: $type:ty),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Default, serde::Deserialize)]
        #[serde(deny_unknown_fields, default)]
        pub(crate) struct $name {
            pub(crate) id: Option<String>,
            pub(crate) slug: Option<String>,
            pub(crate) visibility: Option<$crate::record::Word<$crate::model::Visibility>>,
            pub(crate) classification: Option<String>,
            pub(crate) tags: $crate::record::List<String>,
            pub(crate) links: $crate::record::List<$crate::record::head::LinkRecord>,
            pub(crate) attachments: $crate::record::List<$crate::record::head::AttachmentRecord>,
            pub(crate) added_on: Option<$crate::record::Day>,
            pub(crate) amended: $crate::record::List<$crate::record::head::AmendmentRecord>,
            pub(crate) body: Option<$crate::record::Words>,
            $(pub(crate) $field: $type,)*
        }

        impl $crate::record::head::Record for $name {
            fn take_head(&mut self) -> $crate::record::head::HeadRecord {
                $crate::record::head::HeadRecord {
                    id: self.id.take(),
                    slug: self.slug.take(),
                    visibility: self.visibility.take(),
                    classification: self.classification.take(),
                    tags: std::mem::take(&mut self.tags).0,
                    links: std::mem::take(&mut self.links).0,
                    attachments: std::mem::take(&mut self.attachments).0,
                    added_on: self.added_on.take(),
                    amended: std::mem::take(&mut self.amended).0,
                    body: self.body.take(),
                }
            }
        }
    };
}
pub(super) use record;

/// A part of a record: every field optional, no field unknown.
macro_rules! part {
    ($(#[$doc:meta])* $name:ident { $($field:ident: $type:ty),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Default, serde::Deserialize)]
        #[serde(deny_unknown_fields, default)]
        pub(crate) struct $name {
            $(pub(crate) $field: $type,)*
        }
    };
}
pub(super) use part;
