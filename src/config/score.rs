//! What site.yaml sets for assessments that do not say: the highest score, its decimals and the bands.

use std::cmp::Reverse;

use crate::diagnostic::{Finding, Origin, Path, Value};
use crate::model::{Band, ScoreRules};
use crate::record::{BandRecord, ScoreRecord};

pub(super) fn scores(
    record: ScoreRecord,
    origin: Origin,
    findings: &mut Vec<Finding>,
) -> ScoreRules {
    let usual = ScoreRules::default();
    let at = |field: &'static str| origin.at(Path::new("rules").key("score").key(field));
    let cap = record.cap.map_or(usual.cap, |number| number.0);
    if !cap.is_positive() {
        findings.push(Finding::error("score-not-positive", at("cap")).with("value", cap));
    }
    let decimals = record.decimals.map_or(usual.decimals, |whole| whole.0);
    if decimals > ScoreRules::MOST_DECIMALS {
        let many = Finding::error("too-many-decimals", at("decimals"));
        let many = many.with("value", decimals as usize);
        findings.push(many.with("most", ScoreRules::MOST_DECIMALS as usize));
    }
    ScoreRules {
        cap: if cap.is_positive() { cap } else { usual.cap },
        decimals: decimals.min(ScoreRules::MOST_DECIMALS),
        bands: bands(record.bands.0, origin, findings),
    }
}

fn bands(records: Vec<BandRecord>, origin: Origin, findings: &mut Vec<Finding>) -> Vec<Band> {
    let mut all: Vec<Band> = Vec::with_capacity(records.len());
    for (place, record) in records.into_iter().enumerate() {
        let at = |field: &'static str| {
            let list = Path::new("rules").key("score").key("bands");
            origin.at(list.place(place).key(field))
        };
        let missing = |field: &'static str| {
            let missing = Finding::error("missing-field", at(field)).with("field", field);
            missing.with("type", Value::Word("type-rule"))
        };
        let name = record.name.map(|words| words.0);
        let min = record.min.map(|number| number.0);
        findings.extend(name.is_none().then(|| missing("name")));
        findings.extend(min.is_none().then(|| missing("min")));
        let (Some(name), Some(min)) = (name, min) else {
            continue;
        };
        if all.iter().any(|other| other.min == min) {
            findings.push(Finding::error("band-twice", at("min")).with("value", min));
        }
        all.push(Band { name, min });
    }
    all.sort_by_key(|band| Reverse(band.min));
    all
}
