//! Problems, indicators, inspections and assessments of the small programme office.

use crate::decimal::Decimal;
use crate::model::{
    Assessment, Direction, Indicator, IndicatorKind, Inspection, Item, Key, Problem, Seen, Series,
    SeriesKind,
};

use super::programme::{Programme, d, head, push, t};

impl Programme {
    /// Without a lead, and without a limit, unless it is said.
    pub(super) fn problem(&mut self, change: impl FnOnce(&mut Problem)) -> Key<Problem> {
        let mut problem = Problem {
            head: head(&format!("q{}", self.problems.len())),
            title: t("示例问题"),
            found_on: d("2025-01-01"),
            found_by: None,
            source: None,
            place: None,
            severity: None,
            lead: None,
            measures: Vec::new(),
            tasks: Vec::new(),
            item: Item::bare(Seen::Hidden),
            reopened: Vec::new(),
            photos: Vec::new(),
        };
        change(&mut problem);
        problem.item.lead = problem.lead.unwrap_or(Seen::Hidden);
        push(&mut self.problems, problem)
    }

    /// A number that shall rise, unless it is said.
    pub(super) fn indicator(&mut self, change: impl FnOnce(&mut Indicator)) -> Key<Indicator> {
        let mut indicator = Indicator {
            head: head(&format!("i{}", self.indicators.len())),
            name: t("示例指标"),
            kind: IndicatorKind::Numeric,
            campaign: None,
            unit_of_measure: None,
            direction: Direction::Up,
            baseline: None,
            targets: Vec::new(),
            observations: Vec::new(),
            parts: Vec::new(),
            areas: Vec::new(),
            owner: None,
            weight: Decimal::ONE,
        };
        change(&mut indicator);
        push(&mut self.indicators, indicator)
    }

    pub(super) fn inspection(
        &mut self,
        date: &str,
        change: impl FnOnce(&mut Inspection),
    ) -> Key<Inspection> {
        let mut inspection = Inspection {
            head: head(&format!("v{}", self.inspections.len())),
            title: t("示例督查"),
            date: d(date),
            campaign: None,
            inspectors: Vec::new(),
            method: None,
            areas: Vec::new(),
            units: Vec::new(),
            tasks: Vec::new(),
            follow_up_of: None,
            findings: Vec::new(),
            conclusion: None,
            feedback: None,
        };
        inspection.head.exists_from = Some(inspection.date);
        change(&mut inspection);
        push(&mut self.inspections, inspection)
    }

    /// Of the series `s`, for every group, two decimals, up to 100.
    pub(super) fn assessment(
        &mut self,
        (from, to): (&str, &str),
        change: impl FnOnce(&mut Assessment),
    ) -> Key<Assessment> {
        let mut assessment = Assessment {
            head: head(&format!("s{}", self.assessments.len())),
            title: t("示例考核"),
            series: Some(Series {
                id: "s".to_owned(),
                name: t("示例考核"),
                kind: SeriesKind::Assessment,
                cadence: None,
                issuers: Vec::new(),
                layout: None,
                supplement_of: None,
                by_year: false,
            }),
            campaign: None,
            from: d(from),
            to: d(to),
            groups: Vec::new(),
            criteria: Vec::new(),
            manual_scores: Vec::new(),
            deductions: Vec::new(),
            bonuses: Vec::new(),
            vetoes: Vec::new(),
            cap: Decimal::HUNDRED,
            decimals: 2,
            bands: Vec::new(),
        };
        assessment.head.exists_from = Some(assessment.to);
        change(&mut assessment);
        push(&mut self.assessments, assessment)
    }
}
