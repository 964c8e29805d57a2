//! The light of an item: the first rule that matches, with the reasons of every rule of that light, or an override.

use crate::date::Date;
use crate::decimal::Decimal;
use crate::model::{Item, Light, LightRule, Pace};

use super::item::{Subject, Viewpoint};
use super::months::{MonthEnds, Standing};
use super::reason::{number, reason, reasons_of};
use super::report::{ItemFacts, Overridden, Reason, ReasonValue};
use super::sight::{Sight, holds};

/// A light and what led to it.
pub(super) struct Judgement {
    pub(super) light: Light,
    pub(super) reasons: Vec<Reason>,
    pub(super) overridden: Option<Overridden>,
}

pub(super) fn judged(
    view: &Viewpoint,
    subject: &Subject,
    (facts, month_ends): (&ItemFacts, Option<MonthEnds<Standing>>),
) -> Judgement {
    let sight = Sight {
        view,
        subject,
        facts,
        month_ends,
    };
    let rules = &view.project.rules.lights;
    let matches = |rule: &LightRule| rule.when.iter().all(|c| holds(c, &sight));
    let Some(first) = rules.iter().position(matches) else {
        return Judgement {
            light: Light::Green,
            reasons: vec![in_order(facts)],
            overridden: None,
        };
    };
    let light = rules[first].light;
    let mut reasons: Vec<Reason> = Vec::new();
    for (place, rule) in rules.iter().enumerate().skip(first) {
        if rule.light == light && (place == first || matches(rule)) {
            let more = reasons_of(rule, place, &sight);
            // Two rules may say the same of an item in other words.
            let new = more
                .into_iter()
                .filter(|more| !reasons.iter().any(|r| r.says_the_same(more)));
            let new: Vec<Reason> = new.collect();
            reasons.extend(new);
        }
    }
    // Most items have one reason, and all are held until the last page is made.
    reasons.shrink_to_fit();
    Judgement {
        light,
        reasons,
        overridden: None,
    }
}

/// Why nothing speaks against an item.
fn in_order(facts: &ItemFacts) -> Reason {
    match facts.pace {
        Some(pace) if pace != Pace::Unknown => of_pace(pace, facts),
        _ if facts.ongoing => reason("ongoing-in-order", figures(facts)),
        _ => reason("in-order", figures(facts)),
    }
}

/// P, A and the limit, where they are known.
fn figures(facts: &ItemFacts) -> Vec<(&'static str, ReasonValue)> {
    let due = facts
        .effective_due
        .map(|due| ("due", ReasonValue::Date(due)));
    let planned = facts.planned.map(|p| ("planned", ReasonValue::Number(p)));
    let actual = facts.actual.map(|a| ("actual", ReasonValue::Number(a)));
    planned.into_iter().chain(actual).chain(due).collect()
}

/// A pace in words and numbers: points behind or ahead, or the gap, then P and A.
pub(super) fn of_pace(pace: Pace, facts: &ItemFacts) -> Reason {
    let gap = facts.gap.unwrap_or_default();
    let (code, first) = match pace {
        Pace::FarBehind => ("far-behind-schedule", ("points", gap)),
        Pace::Behind => ("behind-schedule", ("points", gap)),
        Pace::OnSchedule => ("on-schedule", ("gap", gap)),
        Pace::Ahead => ("ahead-of-schedule", ("points", -gap)),
        Pace::Unknown => return reason("pace-unknown", figures(facts)),
    };
    let values = vec![
        (first.0, ReasonValue::Number(first.1)),
        number("planned", facts.planned.unwrap_or_default()),
        number("actual", facts.actual.unwrap_or_default()),
    ];
    reason(code, values)
}

/// The last override dated by the day, while it is in force: to the end of `until`; without `until` for as long as no
/// later one is written. Grey and done stand as they are. Its reason comes first, then those of the table.
pub(super) fn overridden(item: &Item, day: Date, judgement: Judgement) -> Judgement {
    let dated = item.light_overrides.iter().filter(|o| o.on <= day);
    let last = dated.max_by_key(|o| o.on);
    let in_force = last.filter(|o| o.until.is_none_or(|until| day <= until));
    let Some(by_hand) = in_force else {
        return judgement;
    };
    if matches!(judgement.light, Light::Grey | Light::Done) {
        return judgement;
    }
    let mut values = vec![
        ("from", ReasonValue::Word(judgement.light.word())),
        ("on", ReasonValue::Date(by_hand.on)),
    ];
    values.extend(
        by_hand
            .until
            .map(|until| ("until", ReasonValue::Date(until))),
    );
    let first = Reason {
        code: "overridden",
        values,
        text: by_hand.reason.clone(),
    };
    Judgement {
        light: by_hand.light,
        reasons: std::iter::once(first).chain(judgement.reasons).collect(),
        overridden: Some(Overridden {
            from: judgement.light,
            by: by_hand.by.clone(),
            on: by_hand.on,
            until: by_hand.until,
            reason: by_hand.reason.clone(),
        }),
    }
}

/// Whole months between two days: the most that can be added to the first without passing the second.
pub(super) fn whole_months(from: Date, to: Date) -> Option<Decimal> {
    if to < from {
        return None;
    }
    let months = (i64::from(to.year()) - i64::from(from.year())) * 12 + i64::from(to.month())
        - i64::from(from.month());
    // The 31st falls on the 30th where the month has no more days.
    let falls_on = from.day().min(to.last_of_month().day());
    Some(Decimal::from_whole(months - i64::from(to.day() < falls_on)))
}
