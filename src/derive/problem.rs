//! The state of each problem at a day.

use crate::date::Date;
use crate::model::{ProblemState, Project};

use super::report::ProblemFacts;

pub(super) fn problems(project: &Project, day: Date, there: &[bool]) -> Vec<Option<ProblemFacts>> {
    let shelf = &project.problems;
    shelf
        .keys()
        .map(|key| {
            let problem = shelf.at(key, day);
            let begun = problem.item.progress.iter().any(|entry| entry.date <= day);
            let state = if begun {
                ProblemState::Rectifying
            } else {
                ProblemState::Open
            };
            there[key.place()].then_some(ProblemFacts { state })
        })
        .collect()
}
