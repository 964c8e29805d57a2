//! A unit as it is written.

use crate::model::UnitKind;

use super::field::{Day, List, Words};
use super::head::{part, record};
use super::word::Word;

record!(UnitRecord {
    name: Option<Words>,
    short_name: Option<Words>,
    former_names: List<FormerNameRecord>,
    kind: Option<Word<UnitKind>>,
    level: Option<Words>,
    parent: Option<String>,
    group: Option<Words>,
    head: Option<Words>,
    liaison: Option<Words>,
    contact: Option<Words>,
    active: Option<ActiveRecord>,
});

part!(FormerNameRecord { name: Option<Words>, until: Option<Day> });
part!(ActiveRecord { from: Option<Day>, to: Option<Day> });
