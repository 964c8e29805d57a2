//! How far an indicator has come, and how that was worked out, in words.

use crate::derive::{AttainmentBasis, IndicatorFacts, NoAttainment};
use crate::model::Indicator;
use crate::site::desk::Desk;

use super::indicator::PartLine;
use super::item::say;

pub(crate) fn attained(desk: &Desk<'_>, facts: &IndicatorFacts) -> String {
    desk.words.percent(facts.attained)
}

pub(crate) fn basis(desk: &Desk<'_>, facts: &IndicatorFacts) -> String {
    let all = |id: &str, values: &[(&str, String)]| say(desk, id, values);
    match &facts.basis {
        AttainmentBasis::None(why) => desk.words.plain(none_id(*why)),
        AttainmentBasis::Way {
            value,
            baseline,
            target,
        } => {
            let values = [
                ("value", value.to_string()),
                ("baseline", baseline.to_string()),
                ("target", target.to_string()),
            ];
            all("attained-way", &values)
        }
        AttainmentBasis::Reached { value, target } => {
            let values = [("value", value.to_string()), ("target", target.to_string())];
            all("attained-reached", &values)
        }
        AttainmentBasis::LoweredTo { value, target } => {
            let values = [("value", value.to_string()), ("target", target.to_string())];
            all("attained-lowered", &values)
        }
        AttainmentBasis::Met { value, target } => {
            let values = [("value", value.to_string()), ("target", target.to_string())];
            all("attained-met", &values)
        }
        AttainmentBasis::InBand { value, low, high } => {
            let values = [
                ("value", value.to_string()),
                ("low", low.to_string()),
                ("high", high.to_string()),
            ];
            all("attained-in-band", &values)
        }
        AttainmentBasis::ToBand {
            value,
            baseline,
            low,
            high,
        } => {
            let values = [
                ("value", value.to_string()),
                ("baseline", baseline.to_string()),
                ("low", low.to_string()),
                ("high", high.to_string()),
            ];
            all("attained-to-band", &values)
        }
        AttainmentBasis::Parts { parts, hidden } => {
            let counted = parts.iter().filter(|part| part.credited.is_some()).count();
            let said = desk.words.count("attained-parts", counted);
            with_hidden(desk, said, *hidden)
        }
    }
}

/// Says what these readers may not see and is left out.
pub(crate) fn with_hidden(desk: &Desk<'_>, said: String, hidden: u32) -> String {
    if hidden == 0 {
        return said;
    }
    let left_out = desk.words.count("hidden-left-out", hidden as usize);
    let mark = desk.words.plain("semicolon");
    format!("{said}{mark}{left_out}")
}

fn none_id(why: NoAttainment) -> &'static str {
    match why {
        NoAttainment::Qualitative => "attained-qualitative",
        NoAttainment::NotObserved => "attained-not-observed",
        NoAttainment::NoTarget => "attained-no-target",
        NoAttainment::NoScale => "attained-no-scale",
        NoAttainment::NoParts => "attained-no-parts",
    }
}

/// Of a composite indicator, in written order.
pub(crate) fn parts(desk: &Desk<'_>, indicator: &Indicator) -> Vec<PartLine> {
    let lines = indicator.parts.iter().map(|part| {
        let key = part.indicator.key();
        let facts = key.and_then(|key| desk.report.indicators[key.place()].as_ref());
        PartLine {
            link: desk.seen_indicator(part.indicator),
            weight: part.weight.to_string(),
            credited: desk.words.percent(facts.and_then(|facts| facts.credited)),
        }
    });
    lines.collect()
}
