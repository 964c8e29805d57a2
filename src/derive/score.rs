//! Scores and ranks of assessments.

use super::report::AssessmentFacts;

pub(super) fn assessments(there: &[bool]) -> Vec<Option<AssessmentFacts>> {
    there
        .iter()
        .map(|there| there.then_some(AssessmentFacts {}))
        .collect()
}
