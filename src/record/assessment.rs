//! An assessment as it is written.

use crate::model::CriterionKind;

use super::field::{Day, List, Number, Whole, Words};
use super::head::{part, record};
use super::item::SpanRecord;
use super::word::Word;

record!(AssessmentRecord {
    title: Option<Words>,
    series: Option<String>,
    campaign: Option<String>,
    period: Option<SpanRecord>,
    groups: List<Words>,
    criteria: List<CriterionRecord>,
    manual_scores: List<ManualScoreRecord>,
    deductions: List<PointsRecord>,
    bonuses: List<PointsRecord>,
    vetoes: List<VetoRecord>,
    cap: Option<Number>,
    decimals: Option<Whole>,
    bands: List<BandRecord>,
});

part!(CriterionRecord {
    id: Option<String>,
    name: Option<Words>,
    weight: Option<Number>,
    kind: Option<Word<CriterionKind>>,
    max: Option<Number>,
    indicators: List<String>,
    note: Option<Words>,
});
part!(ManualScoreRecord {
    unit: Option<String>,
    criterion: Option<String>,
    score: Option<Number>,
    reason: Option<Words>,
    by: Option<Words>,
});
part!(PointsRecord {
    unit: Option<String>,
    points: Option<Number>,
    reason: Option<Words>,
    source: Option<Words>,
    on: Option<Day>,
});
part!(VetoRecord { unit: Option<String>, reason: Option<Words> });
part!(BandRecord { name: Option<Words>, min: Option<Number> });
