//! Assessments: what each criterion gives a unit, and where it comes from.

use crate::derive::{AssessmentFacts, GroupResult, Report, ScoreBasis, report};
use crate::model::{
    Assessment, Criterion, CriterionKind, IndicatorTarget, InspectionFinding, Key, ManualScore,
    Observation, Party, Reporting, ReportingCadence, Seen, TargetValue, Unit, Verdict,
};

use super::programme::{Programme, closure, d, due, entry, finished, n, percent, t};

pub(super) const QUARTER: (&str, &str) = ("2025-01-01", "2025-03-31");

pub(super) fn criterion(id: &str, weight: &str, kind: CriterionKind) -> Criterion {
    Criterion {
        id: id.to_owned(),
        name: t(id),
        weight: n(weight),
        kind,
        max: n("100"),
        indicators: Vec::new(),
        note: None,
    }
}

pub(super) fn by_hand(unit: Key<Unit>, score: &str) -> ManualScore {
    ManualScore {
        unit: Seen::Shown(unit),
        criterion: 0,
        score: n(score),
        reason: Some(t("现场评议")),
        by: None,
    }
}

pub(super) fn units(programme: &mut Programme, count: usize) -> Vec<Key<Unit>> {
    let units = (0..count).map(|_| programme.unit(|unit| unit.group = Some(t("县区"))));
    units.collect()
}

pub(super) fn scored(report: &Report, key: Key<Assessment>) -> AssessmentFacts {
    report.assessments[key.place()].clone().expect("there")
}

pub(super) fn only(facts: &AssessmentFacts) -> &GroupResult {
    assert_eq!(facts.groups.len(), 1);
    &facts.groups[0]
}

/// Scored by one criterion alone: the unit's s, and where it comes from.
fn single(
    kind: CriterionKind,
    build: impl FnOnce(&mut Programme, Key<Unit>),
) -> (Option<String>, Option<ScoreBasis>) {
    let mut programme = Programme::default();
    let unit = units(&mut programme, 1)[0];
    build(&mut programme, unit);
    let key = programme.assessment(QUARTER, |assessment| {
        assessment.criteria = vec![criterion("c", "5", kind)];
    });
    let project = programme.project();
    let facts = scored(&report(&project, d("2025-12-31")), key);
    let group = only(&facts);
    let Some(score) = group.ranked.first() else {
        assert_eq!(group.unranked, vec![unit]);
        return (None, None);
    };
    let part = &score.parts[0];
    assert_eq!(part.points, part.s);
    assert_eq!(score.score, part.s);
    (part.s.map(|s| s.to_string()), Some(part.basis.clone()))
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[test]
fn progress_is_that_of_the_last_day() {
    let (s, basis) = single(CriterionKind::Progress, |programme, unit| {
        for (weight, reported, later) in [("1", "50", "100"), ("3", "120", "0")] {
            programme.task(|task| {
                due(&mut task.item, "2025-01-01", "2025-12-31");
                task.item.lead = Seen::Shown(unit);
                task.item.weight = n(weight);
                task.item.progress = vec![
                    percent("2025-03-31", reported),
                    percent("2025-04-01", later),
                ];
            });
        }
    });
    // (1·50 + 3·100) / 4
    assert_eq!(s, some("87.5"));
    assert_eq!(basis, Some(ScoreBasis::Progress { items: 2 }));
}

#[test]
fn on_time_counts_what_was_due_in_the_period() {
    let (s, basis) = single(CriterionKind::OnTime, |programme, unit| {
        for (limit, end) in [
            // Before the period, and after it.
            ("2024-12-31", None),
            ("2025-04-01", Some("2025-03-01")),
            // Its first day, in time; late by a day; never; the last day in time, and the last day, not over yet.
            ("2025-01-01", Some("2025-01-01")),
            ("2025-02-28", Some("2025-03-01")),
            ("2025-03-30", None),
            ("2025-03-31", Some("2025-03-31")),
            ("2025-03-31", None),
        ] {
            programme.task(|task| {
                due(&mut task.item, "2024-01-01", limit);
                task.item.lead = Seen::Shown(unit);
                task.item.progress = end.into_iter().map(finished).collect();
            });
        }
    });
    // 2 of 4
    assert_eq!(s, some("50"));
    let Some(ScoreBasis::OnTime(rate)) = basis else {
        panic!("an on-time rate");
    };
    assert_eq!((rate.count, rate.of), (2, 4));
}

#[test]
fn closure_is_closed_of_finished() {
    let closed = |count: usize| {
        single(CriterionKind::Closure, |programme, unit| {
            for place in 0..3 {
                programme.task(|task| {
                    due(&mut task.item, "2025-01-01", "2025-03-31");
                    task.item.lead = Seen::Shown(unit);
                    task.item.progress = vec![finished("2025-02-01")];
                    if place < count {
                        let days = [Some("2025-02-02"), None, Some("2025-02-10")];
                        task.item.closures = vec![closure(Some(Verdict::Accepted), days)];
                    }
                });
            }
        })
    };
    assert_eq!(closed(2).0, some("66.67"));
    assert_eq!(closed(0).0, some("0"));
    // Nothing is finished: no data.
    assert_eq!(single(CriterionKind::Closure, |_, _| {}).0, None);
}

#[test]
fn reporting_counts_every_cutoff_of_the_period() {
    let (s, basis) = single(CriterionKind::Reporting, |programme, unit| {
        let campaign = programme.campaign(|campaign| {
            campaign.reporting = Some(Reporting {
                cadence: ReportingCadence::Monthly,
                cutoff_day: 30,
                grace_days: 2,
            });
        });
        programme.task(|task| {
            due(&mut task.item, "2024-11-01", "2025-12-31");
            task.item.lead = Seen::Shown(unit);
            task.item.campaign = Some(Seen::Shown(campaign));
            task.item.progress = ["2024-11-15", "2025-01-01", "2025-02-02", "2025-03-02"]
                .map(entry)
                .to_vec();
        });
    });
    // Graces run out on 1 January (of 30 December), 1 February (of 30 January) and 2 March (of 28 February); that of
    // 30 March on 1 April, in the next quarter. In time: 1 January, nothing by 1 February (2 February is late for it and
    // in time for February), 2 February.
    assert_eq!(s, some("66.67"));
    let Some(ScoreBasis::Reporting { rate, cutoffs }) = basis else {
        panic!("a report rate");
    };
    assert_eq!((rate.count, rate.of, cutoffs), (2, 3, 3));
}

pub(super) fn found(unit: Option<Key<Unit>>, points: Option<&str>) -> InspectionFinding {
    InspectionFinding {
        id: "1".to_owned(),
        text: t("示例问题"),
        unit: unit.map(Seen::Shown),
        place: None,
        severity: None,
        points: points.map(n),
        photos: Vec::new(),
        due: None,
        problem: None,
        rectification: Vec::new(),
    }
}

#[test]
fn inspections_take_points_off() {
    let s = |list: &[(&str, bool, &[Option<&str>])]| {
        single(CriterionKind::Inspection, |programme, unit| {
            let other = programme.unit(|_| {});
            for (date, in_scope, points) in list {
                programme.inspection(date, |inspection| {
                    inspection.units = in_scope.then_some(Seen::Shown(unit)).into_iter().collect();
                    inspection.findings = points.iter().map(|p| found(Some(unit), *p)).collect();
                    inspection.findings.push(found(Some(other), Some("50")));
                });
            }
        })
    };
    // Both ends of the period are in it; a finding without points takes nothing off.
    let both = s(&[
        ("2025-01-01", false, &[Some("2.5"), None]),
        ("2025-03-31", true, &[Some("10")]),
        ("2024-12-31", true, &[Some("40")]),
        ("2025-04-01", true, &[Some("40")]),
    ]);
    assert_eq!(both.0, some("87.5"));
    let Some(ScoreBasis::Inspection {
        inspections,
        findings,
        points,
    }) = both.1
    else {
        panic!("inspections");
    };
    assert_eq!(
        (inspections.len(), findings.len(), points),
        (2, 2, n("12.5"))
    );
    // In scope and nothing found; not below 0; nobody looked.
    assert_eq!(s(&[("2025-02-01", true, &[])]).0, some("100"));
    assert_eq!(
        s(&[("2025-02-01", true, &[Some("60"), Some("60")])]).0,
        some("0")
    );
    assert_eq!(s(&[("2025-02-01", false, &[])]).0, None);
}

#[test]
fn indicators_of_a_unit_are_weighted() {
    let build = |programme: &mut Programme, unit: Key<Unit>| {
        for (owner, weight, value) in [
            (Some(unit), "1", "40"),
            (Some(unit), "2", "70"),
            (None, "9", "10"),
        ] {
            programme.indicator(|indicator| {
                indicator.owner = owner.map(|unit| Party::Unit(Seen::Shown(unit)));
                indicator.weight = n(weight);
                indicator.targets = vec![IndicatorTarget {
                    by: d("2025-12-31"),
                    value: TargetValue::One(n("100")),
                }];
                indicator.observations = vec![Observation {
                    date: d("2025-03-31"),
                    value: Some(n(value)),
                    text: None,
                    source: None,
                    provisional: false,
                }];
            });
        }
    };
    // All that it owns: (40 + 2·70) / 3.
    assert_eq!(single(CriterionKind::Indicator, build).0, some("60"));

    // Of a list, what it or no unit owns: (40 + 9·10) / 10; the other unit has the last one alone.
    let mut programme = Programme::default();
    let units = units(&mut programme, 2);
    build(&mut programme, units[0]);
    let key = programme.assessment(QUARTER, |assessment| {
        let shown = |place| Seen::Shown(Key::new(place));
        let criterion = criterion("c", "1", CriterionKind::Indicator);
        assessment.criteria = vec![Criterion {
            indicators: vec![shown(0), shown(2), Seen::Hidden],
            ..criterion
        }];
    });
    let project = programme.project();
    let facts = scored(&report(&project, d("2025-12-31")), key);
    let scores: Vec<_> = only(&facts).ranked.iter().map(|one| one.score).collect();
    assert_eq!(scores, [n("13"), n("10")].map(Some));
    let ScoreBasis::Indicator { hidden, .. } = only(&facts).ranked[0].parts[0].basis else {
        panic!("indicators");
    };
    assert_eq!(hidden, 1);
}
