//! What was observed of each indicator by a day, and how far that is on the way to its target.

use crate::date::Date;
use crate::decimal::Decimal;
use crate::model::{
    Direction, Indicator, IndicatorKind, IndicatorPart, IndicatorTarget, Key, Observation, Project,
    Seen, TargetValue,
};

use super::progress::{capped, percent};
use super::report::{AttainmentBasis, IndicatorFacts, NoAttainment, PartAttainment};

pub(super) fn indicators(
    project: &Project,
    day: Date,
    there: &[bool],
) -> Vec<Option<IndicatorFacts>> {
    let mut known = vec![None; there.len()];
    for key in project.indicators.keys() {
        derive((project, day, there), key, &mut Vec::new(), &mut known);
    }
    known
}

/// Parts before the composite that is made of them; `above` are those that wait for this one.
fn derive(
    (project, day, there): (&Project, Date, &[bool]),
    key: Key<Indicator>,
    above: &mut Vec<Key<Indicator>>,
    known: &mut [Option<IndicatorFacts>],
) {
    // Versions of different days may close a ring that no single day's records have: the part that closes it has no A.
    if !there[key.place()] || known[key.place()].is_some() || above.contains(&key) {
        return;
    }
    let indicator = project.indicators.at(key, day);
    above.push(key);
    for part in indicator.parts.iter().filter_map(|p| p.indicator.key()) {
        derive((project, day, there), part, above, known);
    }
    above.pop();
    let parts = |part: &IndicatorPart| match part.indicator {
        Seen::Shown(part) if there[part.place()] => known[part.place()].as_ref(),
        _ => None,
    };
    let facts = match indicator.kind {
        IndicatorKind::Composite => {
            let own = observed(indicator, day);
            of_parts(indicator, (own, there), parts)
        }
        _ => {
            let baseline = indicator.baseline_at(day).map(|baseline| baseline.value);
            measured((indicator, baseline), observed(indicator, day))
        }
    };
    known[key.place()] = Some(facts);
}

/// What was observed, and the target in force; nothing is known yet of how one stands to the other.
fn observed(indicator: &Indicator, day: Date) -> IndicatorFacts {
    let by_day = indicator.observations.iter().enumerate();
    let by_day: Vec<(usize, &Observation)> = by_day.filter(|(_, one)| one.date <= day).collect();
    let numbers = by_day.iter().any(|(_, one)| one.value.is_some());
    let told = by_day
        .iter()
        .filter(|(_, one)| one.value.is_some() || !numbers);
    let last = told.clone().max_by_key(|(place, one)| (one.date, *place));
    let earlier = told.filter(|(_, one)| last.is_some_and(|(_, last)| one.date < last.date));
    let previous = earlier.max_by_key(|(place, one)| (one.date, *place));
    let value = |one: Option<&(usize, &Observation)>| one.and_then(|(_, one)| one.value);
    let targets = indicator.targets.iter();
    IndicatorFacts {
        last: last.map(|(place, _)| *place),
        previous: previous.map(|(place, _)| *place),
        change: value(last)
            .zip(value(previous))
            .map(|(now, before)| now - before),
        target: targets
            .clone()
            .position(|target| day <= target.by)
            .or(indicator.targets.len().checked_sub(1)),
        attained: None,
        credited: None,
        met: None,
        basis: AttainmentBasis::None(NoAttainment::NotObserved),
    }
}

/// With the baseline that is known by the day. A target is a plan, and known from the first.
fn measured(
    (indicator, baseline): (&Indicator, Option<Decimal>),
    own: IndicatorFacts,
) -> IndicatorFacts {
    let without = |why| IndicatorFacts {
        basis: AttainmentBasis::None(why),
        ..own.clone()
    };
    if indicator.kind == IndicatorKind::Qualitative {
        return without(NoAttainment::Qualitative);
    }
    let last = own.last.map(|place| &indicator.observations[place]);
    let Some(value) = last.and_then(|last| last.value) else {
        return without(NoAttainment::NotObserved);
    };
    let Some(target) = own.target.map(|place| &indicator.targets[place]) else {
        return without(NoAttainment::NoTarget);
    };
    let (attained, basis) = attained(indicator.direction, value, baseline, target);
    IndicatorFacts {
        attained,
        credited: attained.map(held),
        met: Some(meets(indicator.direction, value, target.value)),
        basis,
        ..own
    }
}

/// A*: held to 0–100.
pub(super) fn held(attained: Decimal) -> Decimal {
    capped(attained).max(Decimal::ZERO)
}

fn meets(direction: Direction, value: Decimal, target: TargetValue) -> bool {
    match (direction, target) {
        (Direction::Up | Direction::Band, TargetValue::One(target)) => target <= value,
        (Direction::Down, TargetValue::One(target)) => value <= target,
        (_, TargetValue::Band(low, high)) => low <= value && value <= high,
    }
}

fn attained(
    direction: Direction,
    value: Decimal,
    baseline: Option<Decimal>,
    target: &IndicatorTarget,
) -> (Option<Decimal>, AttainmentBasis) {
    let TargetValue::One(end) = target.value else {
        return by_band(value, baseline, target.value);
    };
    // Of what shall fall, both ends of every way are turned round.
    let (share, basis) = match (direction, baseline) {
        (Direction::Down, Some(baseline)) => (
            (baseline - value, baseline - end),
            AttainmentBasis::Way {
                value,
                baseline,
                target: end,
            },
        ),
        (_, Some(baseline)) => (
            (value - baseline, end - baseline),
            AttainmentBasis::Way {
                value,
                baseline,
                target: end,
            },
        ),
        (Direction::Down, None) => (
            (end, value),
            AttainmentBasis::LoweredTo { value, target: end },
        ),
        (_, None) => (
            (value, end),
            AttainmentBasis::Reached { value, target: end },
        ),
    };
    if share.1.is_positive() {
        return (percent(share.0, share.1), basis);
    }
    if meets(direction, value, target.value) {
        let basis = AttainmentBasis::Met { value, target: end };
        return (Some(Decimal::HUNDRED), basis);
    }
    (None, AttainmentBasis::None(NoAttainment::NoScale))
}

fn by_band(
    value: Decimal,
    baseline: Option<Decimal>,
    band: TargetValue,
) -> (Option<Decimal>, AttainmentBasis) {
    let (low, high) = match band {
        TargetValue::Band(low, high) => (low, high),
        TargetValue::One(one) => (one, one),
    };
    let distance = |from: Decimal| (low - from).max(from - high).max(Decimal::ZERO);
    if distance(value).is_zero() {
        let basis = AttainmentBasis::InBand { value, low, high };
        return (Some(Decimal::HUNDRED), basis);
    }
    let none = (None, AttainmentBasis::None(NoAttainment::NoScale));
    let Some(baseline) = baseline else {
        return none;
    };
    let way = distance(baseline);
    percent(way - distance(value), way).map_or(none, |attained| {
        let basis = AttainmentBasis::ToBand {
            value,
            baseline,
            low,
            high,
        };
        (Some(attained), basis)
    })
}

fn of_parts<'k>(
    indicator: &Indicator,
    (own, there): (IndicatorFacts, &[bool]),
    of: impl Fn(&IndicatorPart) -> Option<&'k IndicatorFacts>,
) -> IndicatorFacts {
    let mut parts = Vec::with_capacity(indicator.parts.len());
    let mut met = Vec::with_capacity(indicator.parts.len());
    let mut hidden = 0;
    for part in &indicator.parts {
        let facts = of(part);
        match part.indicator {
            Seen::Hidden => hidden += 1,
            Seen::Shown(key) if there[key.place()] => {
                parts.push(PartAttainment {
                    indicator: key,
                    weight: part.weight,
                    credited: facts.and_then(|facts| facts.credited),
                });
            }
            Seen::Shown(_) => {}
        }
        met.push(facts.and_then(|facts| facts.met));
    }
    let mean = mean(&parts);
    let basis = match mean {
        None if hidden == 0 => AttainmentBasis::None(NoAttainment::NoParts),
        _ => AttainmentBasis::Parts { parts, hidden },
    };
    IndicatorFacts {
        attained: mean,
        credited: mean,
        met: match &met[..] {
            all if all.contains(&Some(false)) => Some(false),
            all if all.contains(&None) || all.is_empty() => None,
            _ => Some(true),
        },
        basis,
        ..own
    }
}

/// The weighted mean of A*, over those that have one.
pub(super) fn mean(parts: &[PartAttainment]) -> Option<Decimal> {
    let known = || parts.iter().filter_map(|p| Some((p.weight, p.credited?)));
    let sum: Decimal = known().map(|(weight, credited)| weight * credited).sum();
    let of: Decimal = known().map(|(weight, _)| weight).sum();
    sum.over(of).map(|mean| mean.round(2))
}
