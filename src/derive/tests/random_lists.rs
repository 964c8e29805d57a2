//! Random problems, indicators and assessments beside random tasks.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{Just, Strategy, any, prop_oneof};

use crate::date::Date;
use crate::decimal::Decimal;
use crate::model::{
    Baseline, Chronicle, Criterion, CriterionKind, Direction, Indicator, IndicatorKind,
    IndicatorPart, IndicatorTarget, InspectionFinding, Item, Key, Limit, ManualScore, Observation,
    Party, Points, Problem, Project, Reopening, Seen, TargetValue, Verdict, Veto,
};

use super::programme::{Programme, closure, entry, t};
use super::random::{Sketch, day, decisions, forget, undecided, when};

/// A problem in numbers; days count from 1 January 2025.
#[derive(Debug, Clone)]
struct Trouble {
    lead: Option<usize>,
    tasks: Vec<usize>,
    due: Option<i64>,
    exists_from: Option<i64>,
    /// (day, finished)
    entries: Vec<(i64, bool)>,
    /// (asked for on, how it was judged, after so many days)
    closures: Vec<(i64, Option<bool>, i64)>,
    reopened: Vec<i64>,
    /// Another unit answered for it before that day, and it was due by another.
    amended: Option<i64>,
}

fn trouble() -> impl Strategy<Value = Trouble> {
    let places = (option::of(0usize..5), vec(0usize..60, 0..3));
    let days = (option::of(when()), option::of(when()), option::of(when()));
    let lists = (
        vec(
            (when(), prop_oneof![4 => Just(false), 1 => Just(true)]),
            0..3,
        ),
        vec((when(), option::of(any::<bool>()), 0i64..30), 0..4),
        vec(when(), 0..3),
    );
    (places, days, lists).prop_map(|(places, days, lists)| Trouble {
        lead: places.0,
        tasks: places.1,
        due: days.0,
        exists_from: days.1,
        entries: lists.0,
        closures: lists.1,
        reopened: lists.2,
        amended: days.2,
    })
}

fn trouble_into(problem: &mut Problem, trouble: &Trouble, tasks: usize) {
    problem.head.exists_from = trouble.exists_from.map(day);
    problem.lead = trouble.lead.map(|lead| Seen::Shown(Key::new(lead)));
    let named = trouble.tasks.iter().filter(|place| **place < tasks);
    problem.tasks = named.map(|place| Seen::Shown(Key::new(*place))).collect();
    if trouble.tasks.len() == 2 {
        problem.tasks.push(Seen::Hidden);
    }
    problem.item.campaign = Some(Seen::Shown(Key::new(0)));
    problem.item.limit = trouble
        .due
        .map_or(Limit::Ongoing, |due| Limit::Due(day(due)));
    for (on, finished) in &trouble.entries {
        let mut made = entry(&day(*on).to_string());
        made.finished = *finished;
        problem.item.progress.push(made);
    }
    for (on, judged, after) in &trouble.closures {
        let (asked, done) = (day(*on).to_string(), day(*on + *after).to_string());
        problem.item.closures.push(match judged {
            None => closure(None, [Some(&asked), None, None]),
            Some(true) => closure(Some(Verdict::Accepted), [Some(&asked), None, Some(&done)]),
            Some(false) => closure(Some(Verdict::Returned), [Some(&asked), Some(&done), None]),
        });
    }
    let reopened = trouble.reopened.iter();
    problem.reopened = reopened
        .map(|on| Reopening {
            on: day(*on),
            reason: None,
        })
        .collect();
}

/// What is dated after a day taken off; a verdict goes with its day.
fn forget_trouble(problem: &mut Problem, after: Date) {
    problem.item.progress.retain(|entry| entry.date <= after);
    problem.reopened.retain(|one| one.on <= after);
    for closure in &mut problem.item.closures {
        let known = |on: Option<Date>| on.filter(|on| *on <= after);
        closure.requested_on = known(closure.requested_on);
        closure.verified_on = known(closure.verified_on);
        closure.closed_on = known(closure.closed_on);
        if closure.verified_on.or(closure.closed_on).is_none() {
            closure.verdict = None;
        }
    }
    let closures = &mut problem.item.closures;
    closures.retain(|one| {
        one.requested_on
            .or(one.verified_on)
            .or(one.closed_on)
            .is_some()
    });
}

/// (day, value)
type Observed = (i64, i64);

/// (owner, falling, baseline with its day, target, what was observed, before which day it was another target)
type Measure = (
    usize,
    bool,
    Option<(Option<i64>, i64)>,
    i64,
    Vec<Observed>,
    Option<i64>,
);

fn measure() -> impl Strategy<Value = Measure> {
    let observed = vec((when(), -20i64..120), 0..4);
    (
        0usize..5,
        any::<bool>(),
        option::of((option::of(when()), -20i64..120)),
        -20i64..120,
        observed,
        option::of(when()),
    )
}

fn measure_into(indicator: &mut Indicator, measure: &Measure) {
    let (owner, falling, baseline, target, observed, _) = measure;
    indicator.owner = Some(Party::Unit(Seen::Shown(Key::new(*owner))));
    indicator.direction = if *falling {
        Direction::Down
    } else {
        Direction::Up
    };
    indicator.baseline = baseline.map(|(dated, value)| Baseline {
        date: dated.map(day),
        value: Decimal::from_whole(value),
    });
    indicator.targets = vec![IndicatorTarget {
        by: day(200),
        value: TargetValue::One(Decimal::from_whole(*target)),
    }];
    let observations = observed.iter().map(|(on, value)| Observation {
        date: day(*on),
        value: Some(Decimal::from_whole(*value)),
        text: None,
        source: None,
        provisional: false,
    });
    indicator.observations = observations.collect();
}

/// What stands beside the tasks.
#[derive(Debug, Clone)]
pub(super) struct Lists {
    troubles: Vec<Trouble>,
    measures: Vec<Measure>,
    /// (day, unit, points)
    inspected: Vec<(i64, usize, u32)>,
    /// (unit, mark) of each of three periods.
    marks: Vec<(usize, u32)>,
    /// (unit, points, on)
    bonuses: Vec<(usize, u32, i64)>,
    vetoed: Option<usize>,
}

pub(super) fn lists() -> impl Strategy<Value = Lists> {
    let beside = (
        vec(trouble(), 0..20),
        vec(measure(), 0..8),
        vec((when(), 0usize..5, 0u32..60), 0..8),
        vec((0usize..5, 0u32..5), 0..5),
        vec((0usize..5, 1u32..5, when()), 0..3),
        option::of(0usize..5),
    );
    beside.prop_map(
        |(troubles, measures, inspected, marks, bonuses, vetoed)| Lists {
            troubles,
            measures,
            inspected,
            marks,
            bonuses,
            vetoed,
        },
    )
}

const KINDS: [CriterionKind; 7] = [
    CriterionKind::Manual,
    CriterionKind::Progress,
    CriterionKind::OnTime,
    CriterionKind::Closure,
    CriterionKind::Reporting,
    CriterionKind::Inspection,
    CriterionKind::Indicator,
];

/// Three quarters are assessed; with a day, nothing that is dated after it is known.
pub(super) fn beside(sketches: &[Sketch], lists: &Lists, known: Option<Date>) -> Project {
    let known_item = |item: &mut Item| {
        if let Some(after) = known {
            forget(item, after);
        }
    };
    let mut of_tasks = undecided(sketches, |task| known_item(&mut task.item));
    decisions(&mut of_tasks, sketches, known_item);
    let of_tasks = of_tasks.project();
    let mut units = of_tasks.units.clone();
    for (place, unit) in units.nouns_mut().enumerate() {
        unit.now.group = Some(t(if place < 3 { "县区" } else { "部门" }));
    }
    let mut made = Programme::default();
    for trouble in &lists.troubles {
        let key = made.problem(|problem| {
            trouble_into(problem, trouble, sketches.len());
            if let Some(after) = known {
                forget_trouble(problem, after);
            }
        });
        let was = |problem: &mut Problem| {
            problem.lead = Some(Seen::Shown(Key::new(4)));
            problem.item.lead = Seen::Shown(Key::new(4));
            problem.item.limit = Limit::Due(day(60));
        };
        let problem = &mut made.problems[key.place()];
        amended(problem, (trouble.amended.map(day), known), was);
    }
    for measure in &lists.measures {
        let is_known = |on: Date| known.is_none_or(|after| on <= after);
        let key = made.indicator(|indicator| {
            measure_into(indicator, measure);
            indicator.observations.retain(|one| is_known(one.date));
            let baseline = indicator.baseline;
            indicator.baseline = baseline.filter(|one| one.date.is_none_or(is_known));
        });
        let was = |indicator: &mut Indicator| {
            indicator.targets[0].value = TargetValue::One(Decimal::from_whole(7));
        };
        let indicator = &mut made.indicators[key.place()];
        amended(indicator, (measure.5.map(day), known), was);
    }
    let parts = (0..lists.measures.len()).map(|place| IndicatorPart {
        indicator: Seen::Shown(Key::new(place)),
        weight: Decimal::from_whole(1),
    });
    made.indicator(|indicator| {
        indicator.kind = IndicatorKind::Composite;
        indicator.parts = parts.collect();
    });
    let inspected = lists.inspected.iter();
    for (on, unit, points) in inspected.filter(|(on, _, _)| known.is_none_or(|k| day(*on) <= k)) {
        made.inspection(&day(*on).to_string(), |inspection| {
            inspection.findings = vec![finding(*unit, *points)];
        });
    }
    for quarter in 0..3 {
        let (from, to) = (day(quarter * 91), day(quarter * 91 + 90));
        made.assessment((&from.to_string(), &to.to_string()), |assessment| {
            let criteria = KINDS
                .iter()
                .zip(1u32..)
                .map(|(kind, weight)| criterion(*kind, weight));
            assessment.criteria = criteria.collect();
            let marks = lists.marks.iter().map(|(unit, mark)| ManualScore {
                unit: Seen::Shown(Key::new(*unit)),
                criterion: 0,
                score: Decimal::from(*mark),
                reason: None,
                by: None,
            });
            assessment.manual_scores = marks.collect();
            let given = lists.bonuses.iter().map(|(unit, points, on)| Points {
                unit: Seen::Shown(Key::new(*unit)),
                points: Decimal::from(*points),
                reason: None,
                source: None,
                on: Some(day(*on)),
            });
            assessment.bonuses = given
                .filter(|one| known.is_none_or(|after| one.on <= Some(after)))
                .collect();
            assessment.vetoes = lists.vetoed.iter().map(|unit| veto(*unit)).collect();
        });
    }
    let made = made.project();
    Project {
        units,
        problems: made.problems,
        indicators: made.indicators,
        inspections: made.inspections,
        assessments: made.assessments,
        ..of_tasks
    }
}

/// What a record said before a day; of an amendment after the known day only what it said before is known.
fn amended<T: Clone>(
    record: &mut Chronicle<T>,
    (on, known): (Option<Date>, Option<Date>),
    was: impl FnOnce(&mut T),
) {
    let Some(on) = on else { return };
    let mut before = record.now.clone();
    was(&mut before);
    if known.is_some_and(|known| known < on) {
        record.now = before;
    } else {
        record.before.push((on, before));
    }
}

fn criterion(kind: CriterionKind, weight: u32) -> Criterion {
    Criterion {
        id: kind.word().to_owned(),
        name: t(kind.word()),
        weight: Decimal::from(weight),
        kind,
        max: Decimal::from_whole(4),
        indicators: Vec::new(),
        note: None,
    }
}

fn veto(unit: usize) -> Veto {
    Veto {
        unit: Seen::Shown(Key::new(unit)),
        reason: None,
    }
}

fn finding(unit: usize, points: u32) -> InspectionFinding {
    InspectionFinding {
        id: "1".to_owned(),
        text: t("示例问题"),
        unit: Some(Seen::Shown(Key::new(unit))),
        place: None,
        severity: None,
        points: Some(Decimal::from(points)),
        photos: Vec::new(),
        due: None,
        problem: None,
        rectification: Vec::new(),
    }
}
