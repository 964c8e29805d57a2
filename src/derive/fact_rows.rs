//! The shape of `facts.json`: rows of plain values, whose names are the contract with other tools.

use serde::{Serialize, Serializer};

use crate::date::Date;
use crate::decimal::Decimal;
use crate::model::Head;

use super::course_rows::{BurnUpRow, ReportingRow};
use super::indicator_rows::IndicatorRow;
use super::problem_rows::{ProblemRow, ProblemSumsRow};
use super::score_rows::AssessmentRow;
use super::task_rows::{TaskRow, WorstRow};

/// All facts at one day, in the order of the records. Unknown is null; rates have at most two decimals, shares one.
#[derive(Debug, Serialize)]
pub(crate) struct Facts {
    pub(super) as_of: Date,
    /// The day that every `trend` looks back to: `--since`, else that of the main series' latest edition.
    pub(super) compared_with: Option<Date>,
    pub(super) campaigns: Vec<SetRow>,
    pub(super) areas: Vec<SetRow>,
    pub(super) units: Vec<UnitRow>,
    pub(super) people: Vec<SetRow>,
    pub(super) tasks: Vec<TaskRow>,
    pub(super) decisions: Vec<ItemRow>,
    pub(super) problems: Vec<ProblemRow>,
    pub(super) problem_sums: ProblemSumsRow,
    pub(super) indicators: Vec<IndicatorRow>,
    pub(super) assessments: Vec<AssessmentRow>,
    pub(super) suspects: Vec<SuspectRow>,
    /// Of every ledger item.
    pub(super) burn_up: BurnUpRow,
    /// What each unit owed at the last cut-offs as lead, and what came.
    pub(super) reporting: ReportingRow,
}

/// A task whose decision no longer says what it was taken on or confirmed for.
#[derive(Debug, Serialize)]
pub(super) struct SuspectRow {
    pub(super) task: String,
    pub(super) decision: String,
    pub(super) confirmed_on: Option<Date>,
    pub(super) changed_on: Option<Date>,
    /// Of the decision as it stands: what a confirmation has to name.
    pub(super) digest: Option<String>,
}

/// A set and what its items come to.
#[derive(Debug, Serialize)]
pub(super) struct SetRow {
    pub(super) id: String,
    pub(super) name: String,
    #[serde(flatten)]
    pub(super) own: RollUpRow,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) with_below: Option<RollUpRow>,
}

impl SetRow {
    pub(super) fn new(head: &Head, name: String, own: RollUpRow) -> SetRow {
        SetRow {
            id: head.id.clone(),
            name,
            own,
            with_below: None,
        }
    }
}

#[derive(Debug, Serialize)]
pub(super) struct UnitRow {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) as_lead: RollUpRow,
    pub(super) involved: RollUpRow,
    pub(super) as_lead_with_below: RollUpRow,
    pub(super) involved_with_below: RollUpRow,
    /// Over what it leads, and what units below it lead. Null: nothing.
    pub(super) worst_below: Option<WorstRow>,
}

#[derive(Debug, Serialize)]
pub(super) struct RollUpRow {
    pub(super) total: u32,
    pub(super) excluded: ExcludedRow,
    pub(super) by_state: Words<u32>,
    pub(super) by_light: Words<u32>,
    /// Each light's part of the total in percent, as the pages show it; null when the total is 0.
    pub(super) shares: Words<Option<Decimal>>,
    pub(super) by_pace: Words<u32>,
    pub(super) start_rate: Option<Decimal>,
    pub(super) completion_rate: Option<Decimal>,
    pub(super) on_time_rate: Option<Decimal>,
    pub(super) overdue_count: u32,
    pub(super) overdue_rate: Option<Decimal>,
    pub(super) closure_rate: Option<Decimal>,
    pub(super) report_rate: Option<Decimal>,
    pub(super) weighted_progress: Option<Decimal>,
    pub(super) due_soon_count: u32,
    pub(super) stale_count: u32,
}

#[derive(Debug, Serialize)]
pub(super) struct ExcludedRow {
    pub(super) cancelled: u32,
    pub(super) ongoing: u32,
}

/// A task, a decision or a problem.
#[derive(Debug, Serialize)]
pub(super) struct ItemRow {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) lead: Option<String>,
    pub(super) state: &'static str,
    pub(super) light: &'static str,
    /// Of the light since `compared_with`: `better`, `same` or `worse`. Null: no such day, it was not there then, or
    /// neither better nor worse.
    pub(super) trend: Option<&'static str>,
    pub(super) reasons: Vec<ReasonRow>,
    pub(super) pace: Option<&'static str>,
    pub(super) planned_percent: Option<Decimal>,
    pub(super) actual_percent: Option<Decimal>,
    pub(super) gap: Option<Decimal>,
    pub(super) original_due: Option<Date>,
    pub(super) effective_due: Option<Date>,
    pub(super) days_overdue: u32,
    pub(super) work_days_overdue: u32,
    pub(super) due_soon: bool,
    pub(super) stale: bool,
    pub(super) finished_on: Option<Date>,
    pub(super) closed_on: Option<Date>,
    pub(super) milestones: Vec<MilestoneRow>,
    #[serde(flatten)]
    pub(super) more: MoreRow,
}

/// What is known besides.
#[derive(Debug, Serialize)]
pub(super) struct MoreRow {
    pub(super) campaign: Option<String>,
    pub(super) areas: Vec<String>,
    pub(super) sponsor: Option<String>,
    pub(super) parent: Option<String>,
    pub(super) in_ledger: bool,
    pub(super) ongoing: bool,
    pub(super) begun: bool,
    pub(super) overdue: bool,
    pub(super) days_to_due: Option<u32>,
    pub(super) late_vs_original: bool,
    pub(super) timing: Option<&'static str>,
    pub(super) planned_basis: Option<&'static str>,
    pub(super) actual_basis: Option<&'static str>,
    pub(super) report_cutoff: Option<Date>,
    pub(super) report_owed: bool,
    pub(super) report_in_time: bool,
    pub(super) needs_help: bool,
    pub(super) overridden: Option<OverriddenRow>,
}

#[derive(Debug, Serialize)]
pub(super) struct OverriddenRow {
    pub(super) from: &'static str,
    pub(super) by: Option<String>,
    pub(super) on: Date,
    pub(super) until: Option<Date>,
    pub(super) reason: Option<String>,
}

#[derive(Debug, Serialize)]
pub(super) struct ReasonRow {
    pub(super) code: &'static str,
    pub(super) values: Words<ValueRow>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) text: Option<String>,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum ValueRow {
    Number(Decimal),
    Date(Date),
    Text(String),
    Word(&'static str),
}

#[derive(Debug, Serialize)]
pub(super) struct MilestoneRow {
    pub(super) id: Option<String>,
    pub(super) title: String,
    pub(super) due: Date,
    pub(super) done_on: Option<Date>,
    pub(super) overdue: bool,
    pub(super) days_late: u32,
    pub(super) key: bool,
}

/// An object whose keys keep their order.
#[derive(Debug)]
pub(super) struct Words<T>(pub(super) Vec<(&'static str, T)>);

impl<T: Serialize> Serialize for Words<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(word, value)| (word, value)))
    }
}
