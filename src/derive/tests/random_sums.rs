//! What always holds of problems, indicators and assessments.

use proptest::collection::vec;
use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

use crate::decimal::Decimal;
use crate::derive::{
    AssessmentFacts, IndicatorFacts, ItemFacts, ProblemFacts, REASON_CODES, Report, report,
};
use crate::model::{Light, ProblemState, Shelf};

use super::random::{day, few_cases, sketch};
use super::random_lists::{beside, lists};

/// Later ones in a list may be gone, so places in it may move.
fn without_places(report: &Report) -> (Vec<Option<ProblemFacts>>, Vec<Option<IndicatorFacts>>) {
    let problems = report.problems.iter().cloned().map(|facts| {
        facts.map(|facts| ProblemFacts {
            item: ItemFacts {
                last_progress: None,
                ..facts.item
            },
            ..facts
        })
    });
    let indicators = report.indicators.iter().cloned().map(|facts| {
        facts.map(|facts| IndicatorFacts {
            last: None,
            previous: None,
            ..facts
        })
    });
    (problems.collect(), indicators.collect())
}

/// The same with bonuses by their points alone.
fn without_entries(all: &[Option<AssessmentFacts>]) -> Vec<Option<AssessmentFacts>> {
    let mut all = all.to_vec();
    let groups = all.iter_mut().flatten().flat_map(|facts| &mut facts.groups);
    for score in groups.flat_map(|group| &mut group.ranked) {
        score.bonuses.entries.clear();
    }
    all
}

proptest! {
    #![proptest_config(few_cases())]

    #[test]
    fn what_lies_after_the_day_changes_no_list(
        sketches in vec(sketch(), 1..40), lists in lists(), on in 0i64..420,
    ) {
        let all = beside(&sketches, &lists, None);
        let known = beside(&sketches, &lists, Some(day(on)));
        let (all, known) = (report(&all, day(on)), report(&known, day(on)));
        prop_assert_eq!(without_places(&all), without_places(&known));
        prop_assert_eq!(&all.problem_whole, &known.problem_whole);
        prop_assert_eq!(&all.problem_units, &known.problem_units);
        // Inspections that are not known have no key.
        let apart = |report: &Report| without_entries(&report.assessments).into_iter().map(|facts| {
            facts.map(|facts| facts.groups.into_iter().map(|group| {
                let ranked = group.ranked.iter().map(|one| (one.unit, one.rank, one.score, one.movement));
                (ranked.collect::<Vec<_>>(), group.unranked)
            }).collect::<Vec<_>>())
        }).collect::<Vec<_>>();
        prop_assert_eq!(apart(&all), apart(&known));
    }

    #[test]
    fn problems_add_up(sketches in vec(sketch(), 1..40), lists in lists(), on in 0i64..420) {
        let project = beside(&sketches, &lists, None);
        let report = report(&project, day(on));
        let there = report.problems.iter().flatten();
        prop_assert_eq!(there.clone().count(), report.problem_whole.total as usize);
        let led = report.problem_units.iter().flatten().map(|unit| unit.as_lead.total).sum::<u32>();
        let problems = project.problems.keys().zip(&report.problems).filter(|(_, facts)| facts.is_some());
        let without = problems.filter(|(key, _)| project.problems.at(*key, day(on)).lead.is_none()).count();
        prop_assert_eq!(led as usize + without, report.problem_whole.total as usize);
        for facts in there {
            prop_assert!(!facts.item.reasons.is_empty());
            prop_assert!(facts.item.reasons.iter().all(|reason| REASON_CODES.contains(&reason.code)));
            let ended = matches!(facts.state, ProblemState::Rectified | ProblemState::Closed);
            prop_assert_eq!(ended, facts.item.light == Light::Done);
            prop_assert_eq!(ended, facts.rectified_on.is_some());
            prop_assert_eq!(facts.state == ProblemState::Closed, facts.closed_on.is_some());
            prop_assert_eq!(facts.state == ProblemState::Reopened, facts.reopened_on.is_some());
            prop_assert!(!(ended && facts.item.overdue));
            // Closed, open again, closed again.
            let opened = facts.closed_times - u32::from(facts.closed_on.is_some());
            prop_assert!(facts.reopened_times <= opened);
            prop_assert!(facts.rectified_on <= Some(day(on)));
        }
    }

    #[test]
    fn ranks_and_scores_hold_together(sketches in vec(sketch(), 1..40), lists in lists(), on in 0i64..420) {
        let project = beside(&sketches, &lists, None);
        let report = report(&project, day(on));
        let hundred = Decimal::HUNDRED;
        for indicator in report.indicators.iter().flatten() {
            prop_assert_eq!(indicator.attained.is_some(), indicator.credited.is_some());
            prop_assert!(indicator.credited.is_none_or(|a| !a.is_negative() && a <= hundred));
        }
        let groups = report.assessments.iter().flatten().flat_map(|facts| &facts.groups);
        for group in groups {
            for one in &group.ranked {
                prop_assert!(one.score.is_none_or(|s| !s.is_negative() && s <= hundred));
                prop_assert!(one.score.is_some() || one.vetoed);
                let given: Decimal = one.parts.iter().filter_map(|part| part.points).sum();
                // Seven contributions and their sum are each half a hundredth away at most.
                prop_assert!((given - one.base.unwrap_or_default()).abs() <= Decimal::parse("0.04").unwrap());
                let ahead = group.ranked.iter().filter(|other| match (one.vetoed, other.vetoed) {
                    (true, vetoed) => !vetoed,
                    (false, true) => false,
                    (false, false) => one.score < other.score,
                });
                prop_assert_eq!(one.rank as usize, ahead.count() + 1);
            }
            prop_assert!(group.ranked.is_sorted_by_key(|one| one.rank));
        }
    }

    #[test]
    fn the_order_of_problems_and_assessments_changes_no_fact(
        sketches in vec(sketch(), 1..30), lists in lists(), on in 0i64..420,
    ) {
        let project = beside(&sketches, &lists, None);
        let mut turned = beside(&sketches, &lists, None);
        let (mut problems, mut assessments): (Vec<_>, Vec<_>) = (
            project.problems.iter().map(|(_, one)| one.clone()).collect(),
            project.assessments.iter().map(|(_, one)| one.clone()).collect(),
        );
        problems.reverse();
        assessments.reverse();
        turned.problems = Shelf::new(problems);
        turned.assessments = Shelf::new(assessments);
        let (one, other) = (report(&project, day(on)), report(&turned, day(on)));
        let mut problems = other.problems.clone();
        problems.reverse();
        prop_assert_eq!(&one.problems, &problems);
        prop_assert_eq!(&one.problem_whole, &other.problem_whole);
        let groups = |report: &Report| report.assessments.iter().map(|a| a.clone().map(|a| a.groups)).collect::<Vec<_>>();
        let mut turned = groups(&other);
        turned.reverse();
        prop_assert_eq!(groups(&one), turned);
    }
}
