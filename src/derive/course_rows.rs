//! What was finished and what was reported in the course of time, as data.

use serde::Serialize;

use crate::date::Date;

use super::burn_up::burn_up;
use super::report::Report;
use super::reporting_course::unit_reporting;

#[derive(Debug, Serialize)]
pub(super) struct BurnUpRow {
    /// Neither cancelled nor ongoing.
    total: u32,
    points: Vec<BurnPointRow>,
}

#[derive(Debug, Serialize)]
struct BurnPointRow {
    day: Date,
    /// Items whose limit in force is that day or before.
    due: u32,
    finished: u32,
}

#[derive(Debug, Serialize)]
pub(super) struct ReportingRow {
    cutoffs: Vec<Date>,
    units: Vec<UnitReportsRow>,
}

#[derive(Debug, Serialize)]
struct UnitReportsRow {
    id: String,
    /// Beside the cut-offs.
    at: Vec<ReportedRow>,
}

#[derive(Debug, Serialize)]
struct ReportedRow {
    owed: u32,
    in_time: u32,
    late: u32,
    missing: u32,
}

pub(super) fn burn_up_row(report: &Report) -> BurnUpRow {
    let made = burn_up(report, None, report.ledger.iter().copied());
    let points = made.points.into_iter().map(|point| BurnPointRow {
        day: point.day,
        due: point.due,
        finished: point.finished,
    });
    BurnUpRow {
        total: made.total,
        points: points.collect(),
    }
}

pub(super) fn reporting_row(report: &Report) -> ReportingRow {
    let course = unit_reporting(report);
    let units = course.rows.into_iter().map(|(unit, cells)| UnitReportsRow {
        id: report.project.units.at(unit, report.as_of).head.id.clone(),
        at: cells
            .into_iter()
            .map(|cell| ReportedRow {
                owed: cell.owed,
                in_time: cell.in_time,
                late: cell.late,
                missing: cell.missing,
            })
            .collect(),
    });
    ReportingRow {
        cutoffs: course.cutoffs,
        units: units.collect(),
    }
}
