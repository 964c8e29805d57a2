//! Assessments: rescaled weights, bonuses and vetoes, ranks, bands and moves.

use crate::derive::{AssessmentFacts, GroupResult, UnitScore, report};
use crate::model::{Assessment, Band, Criterion, CriterionKind, Key, Points, Seen, Unit, Veto};

use super::programme::{Programme, d, due, n, percent, t};
use super::scores::{QUARTER, by_hand, criterion, found, only, scored, units};

const NEXT: (&str, &str) = ("2025-04-01", "2025-06-30");

fn points(unit: Key<Unit>, points: &str, on: Option<&str>) -> Points {
    Points {
        unit: Seen::Shown(unit),
        points: n(points),
        reason: Some(t("通报表扬")),
        source: None,
        on: on.map(d),
    }
}

fn veto(unit: Key<Unit>) -> Veto {
    Veto {
        unit: Seen::Shown(unit),
        reason: Some(t("安全生产")),
    }
}

fn band(name: &str, min: &str) -> Band {
    Band {
        name: t(name),
        min: n(min),
    }
}

/// Scored by hand, out of 100, in the next quarter.
fn table(
    scores: &[&str],
    change: impl FnOnce(&mut Assessment, &[Key<Unit>]),
) -> (AssessmentFacts, Vec<Key<Unit>>) {
    let mut programme = Programme::default();
    let units = units(&mut programme, scores.len());
    let key = programme.assessment(QUARTER, |assessment| {
        assessment.criteria = vec![criterion("c", "1", CriterionKind::Manual)];
        let given = units
            .iter()
            .zip(scores)
            .filter(|(_, score)| !score.is_empty());
        assessment.manual_scores = given.map(|(unit, score)| by_hand(*unit, score)).collect();
        change(assessment, &units);
    });
    let project = programme.project();
    (scored(&report(&project, d("2025-06-30")), key), units)
}

fn ranks(group: &GroupResult) -> Vec<(usize, u32, bool)> {
    let ranked = group.ranked.iter();
    ranked
        .map(|one| (one.unit.place(), one.rank, one.tied))
        .collect()
}

#[test]
fn equals_share_a_rank_and_the_next_is_skipped() {
    let (facts, units) = table(&["80", "95", "", "80.004", "99", "70"], |_, _| {});
    // 80.004 is 80.00 with two decimals: third together, then fifth.
    let expected = [
        (4, 1, false),
        (1, 2, false),
        (0, 3, true),
        (3, 3, true),
        (5, 5, false),
    ];
    assert_eq!(ranks(only(&facts)), expected);
    assert_eq!(only(&facts).unranked, vec![units[2]]);
    // Equal as they are shown, and so tied, even where more decimals would part them.
    let (facts, _) = table(&["80.04", "80.4", "79.6"], |assessment, _| {
        assessment.decimals = 0
    });
    assert_eq!(
        ranks(only(&facts)),
        [(0, 1, true), (1, 1, true), (2, 1, true)]
    );
}

#[test]
fn a_veto_ranks_last_and_in_the_lowest_band() {
    let bands = || vec![band("优秀", "90"), band("良好", "80"), band("合格", "60")];
    let (facts, _) = table(&["99", "85", "90", "59.99", "20"], |assessment, units| {
        assessment.bands = bands();
        assessment.vetoes = vec![veto(units[2]), veto(units[0]), veto(units[0])];
    });
    let group = only(&facts);
    // Two vetoed: both fourth, whatever they scored, in the order of the units.
    let expected = [
        (1, 1, false),
        (3, 2, false),
        (4, 3, false),
        (0, 4, true),
        (2, 4, true),
    ];
    assert_eq!(ranks(group), expected);
    let bands: Vec<Option<usize>> = group.ranked.iter().map(|one| one.band).collect();
    // Good; below every band; below every band; the lowest; the lowest.
    assert_eq!(bands, [Some(1), None, None, Some(2), Some(2)]);
    let first: &UnitScore = &group.ranked[3];
    assert!(first.vetoed);
    assert_eq!(
        (first.score, &first.vetoes[..]),
        (Some(n("99")), &[1, 2][..])
    );
    assert!(!group.ranked[0].vetoed);
}

#[test]
fn a_band_begins_at_its_least_score() {
    let (facts, _) = table(
        &["90", "89.99", "89.995", "60", "59.99"],
        |assessment, _| {
            assessment.bands = vec![band("优秀", "90"), band("合格", "60")];
        },
    );
    let mut bands: Vec<_> = only(&facts)
        .ranked
        .iter()
        .map(|one| (one.unit.place(), one.band))
        .collect();
    bands.sort();
    // 89.995 is 90.00 when rounded.
    assert_eq!(
        bands,
        [
            (0, Some(0)),
            (1, Some(1)),
            (2, Some(0)),
            (3, Some(1)),
            (4, None)
        ]
    );
}

#[test]
fn bonuses_and_deductions_hold_to_zero_and_the_cap() {
    let (facts, _) = table(&["98", "50", "3", "60"], |assessment, units| {
        assessment.bonuses = vec![
            points(units[0], "1.5", None),
            points(units[0], "2", None),
            points(units[3], "5", Some("2025-07-01")),
            points(units[3], "1", Some("2025-06-30")),
        ];
        assessment.deductions = vec![points(units[1], "2.25", None), points(units[2], "4", None)];
    });
    let of = |place: usize| {
        let mut ranked = only(&facts).ranked.iter();
        ranked
            .find(|one| one.unit.place() == place)
            .expect("ranked")
    };
    assert_eq!(
        (of(0).base, of(0).bonuses.total, of(0).score),
        (Some(n("98")), n("3.5"), Some(n("100")))
    );
    assert_eq!(of(0).bonuses.entries, vec![0, 1]);
    assert_eq!(
        (of(1).deductions.total, of(1).score),
        (n("2.25"), Some(n("47.75")))
    );
    assert_eq!(of(2).score, Some(n("0")));
    // One of them is dated after D, 30 June.
    assert_eq!(
        (of(3).bonuses.entries.clone(), of(3).score),
        (vec![3], Some(n("61")))
    );
    let (facts, _) = table(&["98"], |assessment, units| {
        assessment.cap = n("110");
        assessment.bonuses = vec![points(units[0], "10", None)];
    });
    assert_eq!(only(&facts).ranked[0].score, Some(n("108")));
}

#[test]
fn weights_are_rescaled_over_what_has_data() {
    let mut programme = Programme::default();
    let units = units(&mut programme, 2);
    programme.inspection("2025-02-01", |inspection| {
        inspection.findings = vec![found(Some(units[0]), Some("20"))];
    });
    let key = programme.assessment(QUARTER, |assessment| {
        let hand = criterion("hand", "30", CriterionKind::Manual);
        let hand = Criterion {
            max: n("20"),
            ..hand
        };
        assessment.criteria = vec![
            hand,
            criterion("look", "50", CriterionKind::Inspection),
            criterion("done", "20", CriterionKind::Closure),
        ];
        assessment.manual_scores = vec![by_hand(units[0], "15"), by_hand(units[1], "18")];
    });
    let project = programme.project();
    let facts = scored(&report(&project, d("2025-03-31")), key);
    let group = only(&facts);
    // The second: 18 of 20 alone.
    assert_eq!(group.ranked[0].unit, units[1]);
    assert_eq!(group.ranked[0].score, Some(n("90")));
    assert_eq!(group.ranked[0].left_out, vec![1, 2]);
    // The first: (30·75 + 50·80) / 80 = 78.125 → 78.13; 28.13 and 50 of it.
    let first = &group.ranked[1];
    assert_eq!(first.score, Some(n("78.13")));
    assert_eq!(first.left_out, vec![2]);
    let given: Vec<_> = first.parts.iter().map(|part| part.points).collect();
    assert_eq!(given, [Some(n("28.13")), Some(n("50")), None]);
    let weights: Vec<_> = first.parts.iter().map(|part| part.weight).collect();
    assert_eq!(weights, [n("30"), n("50"), n("20")]);
}

#[test]
fn units_are_those_of_the_groups_and_active() {
    let mut programme = Programme::default();
    let mut unit = |group: Option<&str>, from: Option<&str>, to: Option<&str>| {
        programme.unit(|unit| {
            unit.group = group.map(t);
            unit.active = (from.map(d), to.map(d));
        })
    };
    let all = [
        unit(Some("部门"), None, None),
        unit(Some("县区"), None, Some("2025-03-31")),
        unit(Some("县区"), Some("2025-04-01"), None),
        unit(Some("县区"), None, Some("2025-03-30")),
        unit(None, None, None),
        unit(Some("园区"), None, None),
    ];
    let mut assess = |groups: &[&str]| {
        programme.assessment(QUARTER, |assessment| {
            assessment.groups = groups.iter().map(|group| t(group)).collect();
            assessment.criteria = vec![criterion("c", "1", CriterionKind::Manual)];
            assessment.manual_scores = all.iter().map(|unit| by_hand(*unit, "80")).collect();
        })
    };
    let named = assess(&["县区", "部门", "企业"]);
    let any = assess(&[]);
    let project = programme.project();
    let report = report(&project, d("2025-12-31"));
    let groups = |key| {
        let facts = scored(&report, key);
        let groups = facts.groups.into_iter().map(|group| {
            let units: Vec<usize> = group.ranked.iter().map(|one| one.unit.place()).collect();
            (group.name, units)
        });
        groups.collect::<Vec<_>>()
    };
    let expected = vec![
        (t("县区"), vec![1]),
        (t("部门"), vec![0]),
        (t("企业"), vec![]),
    ];
    assert_eq!(groups(named), expected);
    let expected = vec![
        (t("部门"), vec![0]),
        (t("县区"), vec![1]),
        (t("园区"), vec![5]),
    ];
    assert_eq!(groups(any), expected);
}

#[test]
fn movement_is_against_the_assessment_before_in_the_series() {
    let mut programme = Programme::default();
    let units = units(&mut programme, 3);
    let mut assess = |period, scores: &[&str], series: bool| {
        programme.assessment(period, |assessment| {
            assessment.criteria = vec![criterion("c", "1", CriterionKind::Manual)];
            let given = units
                .iter()
                .zip(scores)
                .filter(|(_, score)| !score.is_empty());
            assessment.manual_scores = given.map(|(unit, score)| by_hand(*unit, score)).collect();
            if !series {
                assessment.series = None;
            }
        })
    };
    // Written last period first.
    let second = assess(NEXT, &["90", "80", "70"], true);
    let first = assess(QUARTER, &["70", "90", ""], true);
    let alone = assess(NEXT, &["90", "80", "70"], false);
    let project = programme.project();
    let report = report(&project, d("2025-06-30"));
    let moves = |key| {
        let facts = scored(&report, key);
        let ranked = facts.groups[0].ranked.iter();
        let moves: Vec<_> = ranked
            .map(|one| (one.previous_rank, one.movement))
            .collect();
        (facts.previous, moves)
    };
    // 2 → 1, 1 → 2, and unranked before.
    let expected = vec![(Some(2), Some(1)), (Some(1), Some(-1)), (None, None)];
    assert_eq!(moves(second), (Some(first), expected));
    assert_eq!(moves(first), (None, vec![(None, None); 2]));
    assert_eq!(moves(alone), (None, vec![(None, None); 3]));
}

#[test]
fn nothing_is_scored_before_the_period_has_ended() {
    let mut programme = Programme::default();
    let unit = units(&mut programme, 1)[0];
    let key = programme.assessment(QUARTER, |assessment| {
        assessment.head.exists_from = None;
        assessment.criteria = vec![criterion("c", "1", CriterionKind::Manual)];
        assessment.manual_scores = vec![by_hand(unit, "80")];
    });
    let project = programme.project();
    let before = scored(&report(&project, d("2025-03-30")), key);
    assert_eq!(before, AssessmentFacts::default());
    let after = scored(&report(&project, d("2025-03-31")), key);
    assert_eq!(after.scored_on, Some(d("2025-03-31")));
    assert_eq!(only(&after).ranked.len(), 1);
}

#[test]
fn an_assessment_of_a_campaign_looks_at_its_items_alone() {
    let mut programme = Programme::default();
    let unit = units(&mut programme, 1)[0];
    let campaigns = [programme.campaign(|_| {}), programme.campaign(|_| {})];
    for (campaign, reported) in campaigns.iter().zip(["40", "100"]) {
        programme.task(|task| {
            due(&mut task.item, "2025-01-01", "2025-12-31");
            task.item.lead = Seen::Shown(unit);
            task.item.campaign = Some(Seen::Shown(*campaign));
            task.item.progress = vec![percent("2025-03-01", reported)];
        });
    }
    let mut assess = |campaign: Option<usize>| {
        programme.assessment(QUARTER, |assessment| {
            assessment.campaign = campaign.map(|place| Seen::Shown(campaigns[place]));
            assessment.criteria = vec![criterion("c", "1", CriterionKind::Progress)];
        })
    };
    let keys = [assess(Some(0)), assess(Some(1)), assess(None)];
    let project = programme.project();
    let report = report(&project, d("2025-03-31"));
    let scores = keys.map(|key| scored(&report, key).groups[0].ranked[0].score);
    assert_eq!(scores, [n("40"), n("100"), n("70")].map(Some));
}

#[test]
fn a_score_is_rounded_once_and_at_the_end() {
    let whole = |assessment: &mut Assessment| assessment.decimals = 0;
    let (facts, _) = table(&["84.4", "84.5"], |assessment, units| {
        whole(assessment);
        assessment.bonuses = vec![points(units[0], "0.4", None)];
        assessment.deductions = vec![points(units[1], "0.1", None)];
    });
    // 84.8 and 84.4; the base of each is shown as 84 and 85.
    let ranked = only(&facts).ranked.iter();
    let scores: Vec<_> = ranked.map(|one| (one.base, one.score)).collect();
    let n = |of: &str| Some(n(of));
    assert_eq!(scores, [(n("84"), n("85")), (n("85"), n("84"))]);
    assert_eq!(ranks(only(&facts)), [(0, 1, false), (1, 2, false)]);
}

#[test]
fn a_veto_ranks_last_even_without_data() {
    let (facts, units) = table(&["40", "", "", "90"], |assessment, units| {
        assessment.bands = vec![band("优秀", "90"), band("合格", "60")];
        assessment.vetoes = vec![veto(units[2]), veto(units[3])];
        assessment.bonuses = vec![points(units[2], "3", None)];
    });
    let group = only(&facts);
    let expected = [(0, 1, false), (2, 2, true), (3, 2, true)];
    assert_eq!(ranks(group), expected);
    assert_eq!(group.unranked, vec![units[1]]);
    let silent = &group.ranked[1];
    assert_eq!((silent.base, silent.score), (None, None));
    assert_eq!((silent.band, silent.vetoed), (Some(1), true));
    assert_eq!(silent.left_out, vec![0]);
    // Alone in its group it is last all the same.
    let (facts, _) = table(&[""], |assessment, units| {
        assessment.vetoes = vec![veto(units[0])];
    });
    assert_eq!(ranks(only(&facts)), [(0, 1, false)]);
}
