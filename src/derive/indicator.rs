//! What was observed of each indicator by a day.

use crate::date::Date;
use crate::model::Project;

use super::report::IndicatorFacts;

pub(super) fn indicators(
    project: &Project,
    day: Date,
    there: &[bool],
) -> Vec<Option<IndicatorFacts>> {
    let shelf = &project.indicators;
    shelf
        .keys()
        .map(|key| {
            let observations = shelf.at(key, day).observations.iter().enumerate();
            let known = observations.filter(|(_, one)| one.date <= day);
            let last = known.max_by_key(|(place, one)| (one.date, *place));
            let last = last.map(|(place, _)| place);
            there[key.place()].then_some(IndicatorFacts { last })
        })
        .collect()
}
