//! Pages of problems, indicators, instructions, inspections and assessments, and those over which long lists go on.

use crate::site::desk::Desk;
use crate::site::route::{Listed, Page};
use crate::site::view::limit::LINES;
use crate::site::view::{assessment, indicator, inspection, instruction, problem};

/// Where lists that have no file go on.
pub(super) fn further(desk: &Desk<'_>) -> Vec<Page> {
    let documents = desk.report.documents.iter().filter(|there| **there);
    let sizes = [
        (Listed::Documents, documents.count()),
        (Listed::Instructions, instruction::known(desk).len()),
        (Listed::Inspections, inspection::known(desk).len()),
    ];
    let pages = sizes.into_iter().flat_map(|(list, size)| {
        let parts = size.div_ceil(LINES);
        (1..parts).map(move |part| Page::Further(list, part))
    });
    pages.collect()
}

/// Pages of problems, indicators, instructions, inspections and assessments; no list of what there is none of.
pub(super) fn followed(desk: &Desk<'_>) -> Vec<Page> {
    let problems = problem::known(desk).map(|(key, _)| Page::Problem(key));
    let indicators = indicator::known(desk).map(|(key, _)| Page::Indicator(key));
    let instructions = instruction::known(desk).into_iter().map(Page::Instruction);
    let inspections = inspection::known(desk).into_iter().map(Page::Inspection);
    let assessments = assessment::known(desk).into_iter();
    let assessments = assessments.map(|(key, _)| Page::Assessment(key));
    let mut pages = Vec::new();
    let mut add = |list: Page, mut each: Vec<Page>| {
        if !each.is_empty() {
            each.sort();
            pages.push(list);
            pages.append(&mut each);
        }
    };
    add(Page::Problems, problems.collect());
    add(Page::Indicators, indicators.collect());
    add(Page::Inspections, inspections.collect());
    add(Page::Instructions, instructions.collect());
    add(Page::Assessments, assessments.collect());
    pages
}
