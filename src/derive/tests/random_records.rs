//! What always holds of all kinds of record together, amended ones too: changes, lights and counts.

use proptest::collection::vec;
use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

use crate::derive::changes::{Field, apply, changes, snapshot};
use crate::derive::{Count, Fate, REASON_CODES, report};
use crate::model::{Light, State};

use super::random::{actions, day, few_cases, sketch};
use super::random_lists::{beside, lists};

proptest! {
    #![proptest_config(few_cases())]

    #[test]
    fn snapshots_see_nothing_that_lies_ahead(
        sketches in vec(sketch(), 1..40), lists in lists(), on in 0i64..420,
    ) {
        let all = beside(&sketches, &lists, None);
        let known = beside(&sketches, &lists, Some(day(on)));
        let at = |project| snapshot(&report(project, day(on)));
        prop_assert_eq!(at(&all), at(&known));
    }

    #[test]
    fn changes_carry_a_snapshot_from_day_to_day(
        sketches in vec(sketch(), 1..40), lists in lists(), days in [0i64..420, 0i64..420, 0i64..420],
    ) {
        let project = beside(&sketches, &lists, None);
        let [a, b, c] = days.map(|on| snapshot(&report(&project, day(on))));
        prop_assert!(changes(&a, &a).records.is_empty());
        let mut carried = a.clone();
        apply(&mut carried, &changes(&a, &b));
        prop_assert_eq!(&carried, &b);
        apply(&mut carried, &changes(&b, &c));
        prop_assert_eq!(&carried, &c);
    }

    #[test]
    fn what_changed_can_be_said_in_a_word(
        sketches in vec(sketch(), 1..40), lists in lists(), days in [0i64..420, 0i64..420],
    ) {
        let project = beside(&sketches, &lists, None);
        let (from, to) = (days[0].min(days[1]), days[0].max(days[1]));
        let [from, to] = [from, to].map(|on| snapshot(&report(&project, day(on))));
        for (subject, change) in &changes(&from, &to).records {
            let words = change.categories();
            prop_assert!(change.fate == Fate::Stayed || !words.is_empty());
            // Who leads it, when it is due, that it was closed or came back, and that its light moved are never left unsaid.
            for field in [Field::Lead, Field::EffectiveDue, Field::ClosedOn, Field::ReopenedOn, Field::ObservedOn] {
                let told = change.now(field).is_none() || !words.is_empty();
                prop_assert!(told, "{:?} {:?}", subject, field);
            }
        }
    }

    #[test]
    fn every_light_of_a_decision_has_reasons(
        sketches in vec(sketch(), 1..40), lists in lists(), on in 0i64..420,
    ) {
        let project = beside(&sketches, &lists, None);
        let report = report(&project, day(on));
        for facts in report.decisions.iter().flatten().flatten() {
            prop_assert!(!facts.reasons.is_empty());
            prop_assert!(facts.reasons.iter().all(|reason| REASON_CODES.contains(&reason.code)));
            let ended = matches!(facts.state, State::Finished | State::Closed);
            prop_assert_eq!(facts.light == Light::Done, ended);
            prop_assert_eq!(facts.days_overdue > 0, facts.overdue);
        }
    }

    #[test]
    fn counts_by_lead_sum_to_the_total_with_action_decisions(
        sketches in vec(sketch(), 1..40), lists in lists(), on in 0i64..420,
    ) {
        let project = beside(&sketches, &lists, None);
        let report = report(&project, day(on));
        let decided = report.ledger.iter().filter(|count| matches!(count, Count::Decision(_)));
        // The meeting is on 1 March, the 59th day after 1 January.
        let actions = if on < 59 { 0 } else { actions(&sketches) };
        prop_assert_eq!(decided.count(), actions);
        prop_assert_eq!(report.whole.total as usize, report.ledger.len());
        let leads = report.units.iter().flatten().map(|unit| &unit.as_lead);
        prop_assert_eq!(leads.clone().map(|set| set.total).sum::<u32>(), report.whole.total);
        for light in 0..Light::ALL.len() {
            let led = leads.clone().map(|set| set.by_light[light]).sum::<u32>();
            prop_assert_eq!(led, report.whole.by_light[light]);
        }
        for set in leads {
            prop_assert_eq!(set.by_state.iter().sum::<u32>(), set.total);
        }
    }
}
