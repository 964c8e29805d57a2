//! Which fields each directive and figure may ask for, and the other names that they go by.

use super::field::Field;
use super::live::DirectiveKind;

/// What can be asked of an item: a task, or an action decision.
const ITEM: &[Field] = &[
    Field::Id,
    Field::Title,
    Field::Record,
    Field::Kind,
    Field::Phase,
    Field::Key,
    Field::Tags,
    Field::Lead,
    Field::Responsible,
    Field::Supporting,
    Field::Involved,
    Field::Group,
    Field::Areas,
    Field::Campaign,
    Field::Sponsor,
    Field::Parent,
    Field::Meeting,
    Field::Decision,
    Field::Document,
    Field::Start,
    Field::Due,
    Field::OriginalDue,
    Field::FinishedOn,
    Field::ClosedOn,
    Field::ReportedOn,
    Field::State,
    Field::Light,
    Field::Pace,
    Field::Actual,
    Field::Planned,
    Field::Gap,
    Field::Overdue,
    Field::DaysOverdue,
    Field::WorkDaysOverdue,
    Field::DaysToDue,
    Field::DueSoon,
    Field::Stale,
    Field::NeedsHelp,
    Field::Ongoing,
    Field::Extended,
    Field::Weight,
    Field::BudgetPlanned,
    Field::BudgetAvailable,
    Field::BudgetPaid,
    Field::Reason,
    Field::Progress,
    Field::Issues,
    Field::NextSteps,
    Field::Target,
];

const DECISION: &[Field] = &[
    Field::Id,
    Field::Title,
    Field::Tags,
    Field::Lead,
    Field::Responsible,
    Field::Supporting,
    Field::Involved,
    Field::Group,
    Field::Areas,
    Field::Campaign,
    Field::Sponsor,
    Field::Meeting,
    Field::Tasks,
    Field::Outcome,
    Field::Action,
    Field::Date,
    Field::Due,
    Field::OriginalDue,
    Field::FinishedOn,
    Field::ClosedOn,
    Field::ReportedOn,
    Field::State,
    Field::Light,
    Field::Pace,
    Field::Actual,
    Field::Planned,
    Field::Gap,
    Field::Overdue,
    Field::DaysOverdue,
    Field::WorkDaysOverdue,
    Field::DaysToDue,
    Field::DueSoon,
    Field::Stale,
    Field::NeedsHelp,
    Field::Ongoing,
    Field::Extended,
    Field::Reason,
    Field::Progress,
    Field::Issues,
    Field::NextSteps,
];

/// What a set of ledger items comes to.
const FIGURES: &[Field] = &[
    Field::Total,
    Field::Red,
    Field::Orange,
    Field::Yellow,
    Field::Blue,
    Field::NoData,
    Field::Green,
    Field::Grey,
    Field::Done,
    Field::OverdueItems,
    Field::StaleItems,
    Field::DueSoonItems,
    Field::StartRate,
    Field::CompletionRate,
    Field::OnTimeRate,
    Field::OverdueRate,
    Field::ClosureRate,
    Field::ReportRate,
    Field::WeightedProgress,
];

const UNIT: &[Field] = &[
    Field::Id,
    Field::Title,
    Field::UnitKind,
    Field::Level,
    Field::Group,
    Field::Tags,
    Field::ParentUnit,
    Field::Total,
    Field::Red,
    Field::Orange,
    Field::Yellow,
    Field::Blue,
    Field::NoData,
    Field::Green,
    Field::Grey,
    Field::Done,
    Field::OverdueItems,
    Field::StaleItems,
    Field::DueSoonItems,
    Field::StartRate,
    Field::CompletionRate,
    Field::OnTimeRate,
    Field::OverdueRate,
    Field::ClosureRate,
    Field::ReportRate,
    Field::WeightedProgress,
];

const PROBLEM: &[Field] = &[
    Field::Id,
    Field::Title,
    Field::Tags,
    Field::Lead,
    Field::Responsible,
    Field::Supporting,
    Field::Involved,
    Field::Group,
    Field::Areas,
    Field::Campaign,
    Field::Tasks,
    Field::FoundOn,
    Field::FoundBy,
    Field::Source,
    Field::Place,
    Field::Severity,
    Field::ProblemState,
    Field::Due,
    Field::Progress,
];

const INDICATOR: &[Field] = &[
    Field::Id,
    Field::Title,
    Field::Tags,
    Field::IndicatorKind,
    Field::Areas,
    Field::Campaign,
    Field::Measure,
    Field::Baseline,
    Field::Observed,
    Field::ObservedOn,
    Field::Owner,
    Field::Weight,
    Field::Target,
];

/// Names under which a field is asked for as well.
const ALIASES: &[(&str, Field)] = &[
    ("area", Field::Areas),
    ("unit", Field::Lead),
    ("name", Field::Title),
    ("parent", Field::ParentUnit),
    ("kind", Field::UnitKind),
    ("kind", Field::IndicatorKind),
    ("state", Field::ProblemState),
    ("date", Field::FoundOn),
    ("overdue", Field::OverdueItems),
    ("stale", Field::StaleItems),
    ("due_soon", Field::DueSoonItems),
    ("reported", Field::ReportedOn),
];

impl DirectiveKind {
    /// What `where` may ask of its records.
    pub(crate) fn conditions(self) -> &'static [Field] {
        match self {
            DirectiveKind::Decisions => DECISION,
            DirectiveKind::Units | DirectiveKind::Ranking => UNIT,
            DirectiveKind::Problems => PROBLEM,
            DirectiveKind::Indicators => INDICATOR,
            DirectiveKind::Tasks
            | DirectiveKind::Summary
            | DirectiveKind::Changes
            | DirectiveKind::Timeline
            | DirectiveKind::Chart => ITEM,
        }
    }

    /// What its columns may show, and what it may be sorted by.
    pub(crate) fn columns(self) -> &'static [Field] {
        match self {
            DirectiveKind::Summary => FIGURES,
            _ => self.conditions(),
        }
    }

    /// What its rows may be grouped by.
    pub(crate) fn groups(self) -> &'static [Field] {
        self.conditions()
    }
}

/// The field of this name, if it is among these.
pub(crate) fn named(name: &str, among: &[Field]) -> Option<Field> {
    let own = among.iter().find(|field| field.word() == name);
    let alias = || {
        let aliases = ALIASES.iter().filter(|(alias, _)| *alias == name);
        aliases.map(|(_, field)| field).find(|f| among.contains(f))
    };
    own.or_else(alias).copied()
}
