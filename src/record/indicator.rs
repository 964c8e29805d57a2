//! An indicator as it is written.

use crate::model::{Direction, IndicatorKind};

use super::field::{Day, Flag, List, Number, Words};
use super::head::{part, record};
use super::word::Word;

record!(IndicatorRecord {
    name: Option<Words>,
    kind: Option<Word<IndicatorKind>>,
    campaign: Option<String>,
    unit_of_measure: Option<Words>,
    direction: Option<Word<Direction>>,
    baseline: Option<BaselineRecord>,
    targets: List<IndicatorTargetRecord>,
    observations: List<ObservationRecord>,
    parts: List<IndicatorPartRecord>,
    areas: List<String>,
    owner: Option<Words>,
    weight: Option<Number>,
});

part!(BaselineRecord { date: Option<Day>, value: Option<Number> });
part!(
    /// `value` is one number; for `direction: band` it is the two ends of the band.
    IndicatorTargetRecord { by: Option<Day>, value: List<Number> }
);
part!(ObservationRecord {
    date: Option<Day>,
    value: Option<Number>,
    text: Option<Words>,
    source: Option<Words>,
    provisional: Flag,
});
part!(IndicatorPartRecord { indicator: Option<String>, weight: Option<Number> });
