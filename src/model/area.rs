//! A work area 方面.

use super::{Head, Person, Seen, Text, Unit};

#[derive(Debug, Clone)]
pub(crate) struct Area {
    pub(crate) head: Head,
    pub(crate) name: Text,
    pub(crate) code: Option<String>,
    pub(crate) parent: Option<Seen<Area>>,
    pub(crate) lead: Option<Seen<Unit>>,
    pub(crate) sponsor: Option<Seen<Person>>,
    /// Several classifications may stand side by side; the default is `area`.
    pub(crate) axis: String,
}
