//! Indicators: what was last observed, the target in force, and the share of the way that is done.

use crate::derive::{AttainmentBasis, IndicatorFacts, NoAttainment, report};
use crate::model::{
    Baseline, Direction, Indicator, IndicatorKind, IndicatorPart, IndicatorTarget, Key,
    Observation, Seen, TargetValue,
};

use super::programme::{Programme, d, n, t};

fn seen(date: &str, value: &str) -> Observation {
    Observation {
        date: d(date),
        value: Some(n(value)),
        text: None,
        source: None,
        provisional: false,
    }
}

fn told(date: &str) -> Observation {
    Observation {
        value: None,
        text: Some(t("明显好转")),
        ..seen(date, "0")
    }
}

fn target(by: &str, value: &str) -> IndicatorTarget {
    let value = match value.split_once("..") {
        Some((low, high)) => TargetValue::Band(n(low), n(high)),
        None => TargetValue::One(n(value)),
    };
    IndicatorTarget { by: d(by), value }
}

fn facts(day: &str, change: impl FnOnce(&mut Indicator)) -> IndicatorFacts {
    let mut programme = Programme::default();
    programme.indicator(change);
    let project = programme.project();
    report(&project, d(day)).indicators[0]
        .clone()
        .expect("an indicator that exists")
}

/// The facts of one value.
fn stands(direction: Direction, baseline: &str, end: &str, value: &str) -> IndicatorFacts {
    facts("2025-06-30", |indicator| {
        indicator.direction = direction;
        indicator.baseline = (!baseline.is_empty()).then(|| Baseline {
            date: None,
            value: n(baseline),
        });
        indicator.targets = vec![target("2025-12-31", end)];
        indicator.observations = vec![seen("2025-06-30", value)];
    })
}

#[test]
fn the_share_of_the_way() {
    use Direction::{Band, Down, Up};
    for (direction, baseline, end, value, attained, credited, met) in [
        // Up: 100·(v − b)/(t − b); 100·v/t without b.
        (Up, "20", "50", "35", "50", "50", false),
        (Up, "20", "50", "50", "100", "100", true),
        (Up, "20", "50", "30", "33.33", "33.33", false),
        (Up, "20", "50", "62", "140", "100", true),
        (Up, "20", "50", "14", "-20", "0", false),
        (Up, "", "80", "60", "75", "75", false),
        (Up, "", "3", "2", "66.67", "66.67", false),
        (Up, "", "80", "0", "0", "0", false),
        // Rounded up to 100.00 and not met.
        (Up, "", "100000", "99999.9", "100", "100", false),
        // Down: 100·(b − v)/(b − t); 100·t/v without b.
        (Down, "90", "30", "60", "50", "50", false),
        (Down, "90", "30", "30", "100", "100", true),
        (Down, "90", "30", "10", "133.33", "100", true),
        (Down, "90", "30", "99", "-15", "0", false),
        (Down, "90", "0", "0", "100", "100", true),
        (Down, "", "30", "40", "75", "75", false),
        (Down, "", "30", "24", "125", "100", true),
        (Down, "", "0", "24", "0", "0", false),
        // Band: its ends are in it. From 20 it is 20 to the nearer end of 40..60; at 35 a quarter of that is left.
        (Band, "", "40..60", "40", "100", "100", true),
        (Band, "", "40..60", "60", "100", "100", true),
        (Band, "20", "40..60", "35", "75", "75", false),
        (Band, "20", "40..60", "39.99", "99.95", "99.95", false),
        (Band, "20", "40..60", "10", "-50", "0", false),
        // From 80 down, and past the band to its other side: 5 of 20 are left.
        (Band, "80", "40..60", "65", "75", "75", false),
        (Band, "80", "40..60", "35", "75", "75", false),
    ] {
        let case = format!("{direction:?} {baseline} → {end} at {value}");
        let facts = stands(direction, baseline, end, value);
        assert_eq!(facts.attained, Some(n(attained)), "{case}");
        assert_eq!(facts.credited, Some(n(credited)), "{case}");
        assert_eq!(facts.met, Some(met), "{case}");
    }
}

#[test]
fn with_nothing_to_be_a_share_of_it_is_met_or_unknown() {
    use Direction::{Band, Down, Up};
    for (direction, baseline, end, value, met) in [
        (Up, "", "0", "0", true),
        (Up, "", "0", "-1", false),
        (Up, "50", "50", "50", true),
        (Up, "50", "50", "49", false),
        // The baseline is beyond the target.
        (Up, "60", "50", "55", true),
        (Up, "60", "50", "49", false),
        (Down, "", "5", "0", true),
        (Down, "", "-5", "0", false),
        (Down, "", "2", "-1", true),
        (Down, "30", "30", "30", true),
        (Down, "30", "30", "31", false),
        (Band, "", "40..60", "39", false),
        // The baseline was within the band.
        (Band, "50", "40..60", "61", false),
    ] {
        let case = format!("{direction:?} {baseline} → {end} at {value}");
        let facts = stands(direction, baseline, end, value);
        assert_eq!(facts.met, Some(met), "{case}");
        assert_eq!(facts.attained, met.then(|| n("100")), "{case}");
        let why = AttainmentBasis::None(NoAttainment::NoScale);
        assert_eq!(facts.basis == why, !met, "{case}");
    }
}

#[test]
fn the_last_observation_and_the_one_before() {
    let course = |indicator: &mut Indicator| {
        indicator.observations = vec![
            seen("2025-03-31", "12"),
            seen("2025-01-31", "10"),
            // A correction of the same day.
            seen("2025-03-31", "13"),
            // Nothing was counted then.
            told("2025-04-30"),
            seen("2025-05-31", "11.5"),
        ];
    };
    for (day, last, previous, change) in [
        ("2025-01-30", None, None, None),
        ("2025-01-31", Some(1), None, None),
        ("2025-03-30", Some(1), None, None),
        ("2025-03-31", Some(2), Some(1), Some("3")),
        ("2025-04-30", Some(2), Some(1), Some("3")),
        ("2025-05-31", Some(4), Some(2), Some("-1.5")),
    ] {
        let facts = facts(day, course);
        assert_eq!((facts.last, facts.previous), (last, previous), "{day}");
        assert_eq!(facts.change, change.map(n), "{day}");
    }
}

#[test]
fn the_target_in_force() {
    let course = |indicator: &mut Indicator| {
        indicator.targets = vec![target("2025-06-30", "40"), target("2025-12-31", "80")];
        indicator.observations = vec![seen("2025-01-31", "40")];
    };
    for (day, place, attained, met) in [
        ("2025-06-30", 0, "100", true),
        ("2025-07-01", 1, "50", false),
        ("2025-12-31", 1, "50", false),
        // The last one stays in force.
        ("2026-01-01", 1, "50", false),
    ] {
        let facts = facts(day, course);
        assert_eq!(facts.target, Some(place), "{day}");
        assert_eq!(facts.attained, Some(n(attained)), "{day}");
        assert_eq!(facts.met, Some(met), "{day}");
    }
}

#[test]
fn what_is_missing_is_said() {
    let why = |change: fn(&mut Indicator)| {
        let facts = facts("2025-06-30", change);
        assert_eq!(
            (facts.attained, facts.credited, facts.met),
            (None, None, None)
        );
        facts.basis
    };
    let none = AttainmentBasis::None;
    assert_eq!(why(|_| {}), none(NoAttainment::NotObserved));
    assert_eq!(
        why(|indicator| {
            indicator.targets = vec![target("2025-12-31", "80")];
            indicator.observations = vec![seen("2025-07-01", "40")];
        }),
        none(NoAttainment::NotObserved)
    );
    assert_eq!(
        why(|indicator| indicator.observations = vec![seen("2025-06-30", "40")]),
        none(NoAttainment::NoTarget)
    );
    assert_eq!(
        why(|indicator| {
            indicator.kind = IndicatorKind::Qualitative;
            indicator.targets = vec![target("2025-12-31", "80")];
            indicator.observations = vec![told("2025-06-01")];
        }),
        none(NoAttainment::Qualitative)
    );
}

fn parts(of: &[(Seen<Indicator>, &str)]) -> Vec<IndicatorPart> {
    let parts = of.iter().map(|(indicator, weight)| IndicatorPart {
        indicator: *indicator,
        weight: n(weight),
    });
    parts.collect()
}

#[test]
fn a_composite_is_the_mean_of_the_parts_that_have_one() {
    let mut programme = Programme::default();
    let mut part = |value: &str| {
        programme.indicator(|indicator| {
            indicator.targets = vec![target("2025-12-31", "100")];
            indicator.observations = vec![seen("2025-06-30", value)];
        })
    };
    let (half, over) = (part("50"), part("130"));
    let silent = programme.indicator(|_| {});
    let shown = Seen::Shown;
    let mut composite = |of: &[(Seen<Indicator>, &str)]| {
        let of = parts(of);
        programme.indicator(|indicator| {
            indicator.kind = IndicatorKind::Composite;
            indicator.parts = of;
        })
    };
    // (1·50 + 2·100) / 3; what exceeds 100 counts 100.
    let mean = composite(&[(shown(half), "1"), (shown(over), "2")]);
    // The silent part is left out, as is the hidden one.
    let with_silent = composite(&[(shown(over), "1"), (shown(silent), "7")]);
    let with_hidden = composite(&[(shown(over), "1"), (Seen::Hidden, "7")]);
    let nothing = composite(&[(shown(silent), "1")]);
    let of_composites = composite(&[(shown(mean), "1"), (shown(over), "1")]);
    let met = composite(&[(shown(over), "1")]);
    let project = programme.project();
    let report = report(&project, d("2025-06-30"));
    let facts = |key: Key<_>| report.indicators[key.place()].as_ref().expect("there");
    for (key, attained, met) in [
        (mean, Some("83.33"), Some(false)),
        (with_silent, Some("100"), None),
        (with_hidden, Some("100"), None),
        (nothing, None, None),
        // (83.33 + 100) / 2 = 91.665
        (of_composites, Some("91.67"), Some(false)),
        (met, Some("100"), Some(true)),
    ] {
        assert_eq!(facts(key).attained, attained.map(n), "{key:?}");
        assert_eq!(facts(key).credited, attained.map(n), "{key:?}");
        assert_eq!(facts(key).met, met, "{key:?}");
    }
    let AttainmentBasis::Parts { parts, hidden } = &facts(with_hidden).basis else {
        panic!("a composite with parts");
    };
    assert_eq!((parts.len(), *hidden), (1, 1));
    assert_eq!(
        facts(nothing).basis,
        AttainmentBasis::None(NoAttainment::NoParts)
    );
}

#[test]
fn a_part_that_does_not_exist_yet_is_left_out() {
    let mut programme = Programme::default();
    // Written before its part, and before the part exists.
    programme.indicator(|indicator| {
        indicator.kind = IndicatorKind::Composite;
        indicator.parts = parts(&[
            (Seen::Shown(Key::new(1)), "1"),
            (Seen::Shown(Key::new(2)), "1"),
        ]);
    });
    for from in ["2025-01-01", "2025-05-01"] {
        programme.indicator(|indicator| {
            indicator.head.exists_from = Some(d(from));
            indicator.targets = vec![target("2025-12-31", "100")];
            indicator.observations = vec![seen(
                "2025-02-01",
                if from < "2025-02" { "40" } else { "80" },
            )];
        });
    }
    let project = programme.project();
    let at = |day| {
        report(&project, d(day)).indicators[0]
            .clone()
            .expect("there")
            .attained
    };
    assert_eq!(at("2025-04-30"), Some(n("40")));
    assert_eq!(at("2025-05-01"), Some(n("60")));
}

#[test]
fn a_baseline_dated_after_the_day_is_not_known() {
    let measured = |dated: Option<&str>| {
        facts("2025-06-30", |indicator| {
            indicator.baseline = Some(Baseline {
                date: dated.map(d),
                value: n("20"),
            });
            indicator.targets = vec![target("2025-12-31", "50")];
            indicator.observations = vec![seen("2025-06-30", "35")];
        })
    };
    // 15 of 30 from the baseline on; 35 of 50 without it.
    for (dated, attained) in [
        (None, "50"),
        (Some("2025-06-30"), "50"),
        (Some("2025-07-01"), "70"),
    ] {
        assert_eq!(measured(dated).attained, Some(n(attained)), "{dated:?}");
    }
    let band = facts("2025-06-30", |indicator| {
        indicator.direction = Direction::Band;
        indicator.baseline = Some(Baseline {
            date: Some(d("2025-07-01")),
            value: n("20"),
        });
        indicator.targets = vec![target("2025-12-31", "40..60")];
        indicator.observations = vec![seen("2025-06-30", "35")];
    });
    assert_eq!(
        band.basis,
        AttainmentBasis::None(NoAttainment::NoScale),
        "no way without its beginning"
    );
}
