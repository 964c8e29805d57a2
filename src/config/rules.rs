//! The rules of judgement as site.yaml sets them.

use crate::decimal::Decimal;
use crate::diagnostic::{Finding, Origin, Path};
use crate::model::{Bounds, Condition, LightRule, Rules};
use crate::record::{self, BoundsRecord, Flag, LightRuleRecord, List, RulesRecord, WhenRecord};

use super::score;

pub(super) fn rules(record: RulesRecord, origin: Origin, findings: &mut Vec<Finding>) -> Rules {
    let usual = Rules::default();
    let pace = record.pace.unwrap_or_default();
    let points =
        |given: Option<record::Number>, usual: Decimal| given.map_or(usual, |number| number.0);
    let rules = Rules {
        // Written as a gap, -5, or as points ahead, 5.
        ahead_points: points(pace.ahead, usual.ahead_points).abs(),
        behind_points: points(pace.behind, usual.behind_points),
        far_behind_points: points(pace.far_behind, usual.far_behind_points),
        scores: score::scores(record.score.unwrap_or_default(), origin, findings),
        shares_add_up: record
            .shares
            .is_some_and(|word| word.0 == record::Sharing::SumTo100),
        due_soon_days: record
            .due_soon_days
            .map_or(usual.due_soon_days, |days| days.0),
        basis: record.basis.map(|basis| basis.0),
        lights: match record.light {
            Some(list) => light_rules(list, origin, findings),
            None => usual.lights,
        },
    };
    if rules.behind_points > rules.far_behind_points || rules.behind_points.is_negative() {
        findings.push(Finding::error(
            "pace-out-of-order",
            origin.at(Path::new("rules").key("pace")),
        ));
    }
    rules
}

fn light_rules(
    list: List<LightRuleRecord>,
    origin: Origin,
    findings: &mut Vec<Finding>,
) -> Vec<LightRule> {
    let mut all = Vec::new();
    for (place, record) in list.0.into_iter().enumerate() {
        let at = || Path::new("rules").key("light").place(place);
        let when = record.when.map(conditions).unwrap_or_default();
        match record.light {
            Some(light) if !when.is_empty() => {
                all.push(LightRule {
                    light: light.0,
                    when,
                    text: record.text.map(|text| text.0),
                });
            }
            Some(_) => findings.push(Finding::error("rule-without-condition", origin.at(at()))),
            None => {
                let missing = Finding::error("missing-field", origin.at(at().key("light")))
                    .with("field", "light");
                findings.push(missing.with("type", crate::diagnostic::Value::Word("type-rule")));
            }
        }
    }
    all
}

/// A flag of a rule, and the condition that it makes.
type ByFlag = (Option<Flag>, fn(bool) -> Condition);

/// The bounds of a figure in a rule, and the condition that they make.
type ByFigure = (Option<BoundsRecord>, fn(Bounds) -> Condition);

fn conditions(when: WhenRecord) -> Vec<Condition> {
    let mut all = Vec::new();
    let states: Vec<_> = when.state.0.into_iter().map(|word| word.0).collect();
    let paces: Vec<_> = when.pace.0.into_iter().map(|word| word.0).collect();
    all.extend((!states.is_empty()).then_some(Condition::State(states)));
    all.extend((!paces.is_empty()).then_some(Condition::Pace(paces)));
    all.extend((!when.tags.0.is_empty()).then_some(Condition::Tags(when.tags.0)));
    all.extend((!when.untagged.0.is_empty()).then_some(Condition::Untagged(when.untagged.0)));
    all.extend((!when.rated.0.is_empty()).then_some(Condition::Rated(when.rated.0)));
    all.extend((!when.kind.0.is_empty()).then_some(Condition::Kind(when.kind.0)));
    let flags: [ByFlag; 6] = [
        (when.ongoing, Condition::Ongoing),
        (when.overdue, Condition::Overdue),
        (when.due_soon, Condition::DueSoon),
        (when.stale, Condition::Stale),
        (when.needs_help, Condition::NeedsHelp),
        (when.before_start, Condition::BeforeStart),
    ];
    all.extend(
        flags
            .into_iter()
            .filter_map(|(flag, condition)| flag.map(|f| condition(f.0))),
    );
    let figures: [ByFigure; 15] = [
        (when.actual, Condition::Actual),
        (when.planned, Condition::Planned),
        (when.gap, Condition::Gap),
        (when.days_overdue, Condition::DaysOverdue),
        (when.days_to_due, Condition::DaysToDue),
        (when.months_since_start, Condition::MonthsSinceStart),
        (when.milestones_overdue, Condition::MilestonesOverdue),
        (when.milestone_days_late, Condition::MilestoneDaysLate),
        (
            when.key_milestone_days_late,
            Condition::KeyMilestoneDaysLate,
        ),
        (when.month_share, Condition::MonthShare),
        (when.last_month_share, Condition::LastMonthShare),
        (when.funds_gap, Condition::FundsGap),
        (when.open_notices, Condition::OpenNotices),
        (when.finished_days_late, Condition::FinishedDaysLate),
        (when.forecast_days_late, Condition::ForecastDaysLate),
    ];
    all.extend(
        figures
            .into_iter()
            .filter_map(|(figure, condition)| figure.map(|f| condition(bounds(f)))),
    );
    for (kind, figure) in when.open_notices_of.0 {
        all.push(Condition::OpenNoticesOf(kind.0, bounds(figure)));
    }
    all
}

fn bounds(record: BoundsRecord) -> Bounds {
    match record {
        BoundsRecord::Missing => Bounds {
            none: true,
            ..Bounds::default()
        },
        BoundsRecord::Within(fields) => Bounds {
            none: false,
            above: fields.above.map(|n| n.0),
            min: fields.min.map(|n| n.0),
            below: fields.below.map(|n| n.0),
            max: fields.max.map(|n| n.0),
        },
    }
}
