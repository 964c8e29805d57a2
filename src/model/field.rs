//! What directives and figures can ask of a record: its own fields and its derived facts, by name.

use super::{Category, IndicatorKind, Light, Outcome, Pace, ProblemState, State, UnitKind, Worded};

/// What a field holds, and so how it is compared and written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Holds {
    Text,
    Number,
    /// A number that is shown as a percentage.
    Percent,
    Date,
    Flag,
    /// One of these words.
    Word(&'static [&'static str]),
    Record(RefKind),
    /// It can be a column and nothing else.
    Shown,
}

/// The type of record that a field refers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RefKind {
    Unit,
    Person,
    Area,
    Campaign,
    Task,
    Meeting,
    Decision,
    Document,
}

impl RefKind {
    /// Records of this type have others below them.
    pub(crate) fn is_tree(self) -> bool {
        matches!(self, RefKind::Unit | RefKind::Area | RefKind::Task)
    }
}

const FOLLOWED: &[&str] = &["task", "decision", "problem", "indicator"];
const RECORDS: &[&str] = &["task", "decision"];

macro_rules! fields {
    ($($name:ident $word:literal $holds:expr;)+) => {
        /// A fact of a record, by its name in `where`, `columns`, `sort` and `group`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(crate) enum Field { $($name,)+ }

        impl Field {
            #[cfg(test)]
            pub(crate) const ALL: &'static [Field] = &[$(Field::$name,)+];

            pub(crate) fn word(self) -> &'static str {
                match self { $(Field::$name => $word,)+ }
            }

            pub(crate) fn holds(self) -> Holds {
                match self { $(Field::$name => $holds,)+ }
            }
        }
    };
}

fields! {
    Id "id" Holds::Text;
    Title "title" Holds::Text;
    Record "record" Holds::Word(RECORDS);
    Kind "kind" Holds::Text;
    UnitKind "unit_kind" Holds::Word(UnitKind::WORDS);
    Level "level" Holds::Text;
    Phase "phase" Holds::Text;
    Key "key" Holds::Flag;
    Tags "tags" Holds::Text;
    Lead "lead" Holds::Record(RefKind::Unit);
    Responsible "responsible" Holds::Record(RefKind::Unit);
    Supporting "supporting" Holds::Record(RefKind::Unit);
    Involved "involved" Holds::Record(RefKind::Unit);
    Group "group" Holds::Text;
    Areas "areas" Holds::Record(RefKind::Area);
    Campaign "campaign" Holds::Record(RefKind::Campaign);
    Sponsor "sponsor" Holds::Record(RefKind::Person);
    Parent "parent" Holds::Record(RefKind::Task);
    ParentUnit "parent_unit" Holds::Record(RefKind::Unit);
    Meeting "meeting" Holds::Record(RefKind::Meeting);
    Decision "decision" Holds::Record(RefKind::Decision);
    Document "document" Holds::Record(RefKind::Document);
    Tasks "tasks" Holds::Record(RefKind::Task);
    Outcome "outcome" Holds::Word(Outcome::WORDS);
    Action "action" Holds::Flag;
    Date "date" Holds::Date;
    Start "start" Holds::Date;
    Due "due" Holds::Date;
    OriginalDue "original_due" Holds::Date;
    FinishedOn "finished_on" Holds::Date;
    ClosedOn "closed_on" Holds::Date;
    ReportedOn "reported_on" Holds::Date;
    State "state" Holds::Word(State::WORDS);
    Light "light" Holds::Word(Light::WORDS);
    Pace "pace" Holds::Word(Pace::WORDS);
    Actual "actual" Holds::Percent;
    Planned "planned" Holds::Percent;
    Gap "gap" Holds::Number;
    Overdue "overdue" Holds::Flag;
    DaysOverdue "days_overdue" Holds::Number;
    WorkDaysOverdue "work_days_overdue" Holds::Number;
    DaysToDue "days_to_due" Holds::Number;
    DueSoon "due_soon" Holds::Flag;
    Stale "stale" Holds::Flag;
    NeedsHelp "needs_help" Holds::Flag;
    Ongoing "ongoing" Holds::Flag;
    Extended "extended" Holds::Flag;
    Weight "weight" Holds::Number;
    BudgetPlanned "budget_planned" Holds::Number;
    BudgetAvailable "budget_available" Holds::Number;
    BudgetPaid "budget_paid" Holds::Number;
    Reason "reason" Holds::Shown;
    Progress "progress" Holds::Shown;
    Issues "issues" Holds::Shown;
    NextSteps "next_steps" Holds::Shown;
    Target "target" Holds::Shown;
    Total "total" Holds::Number;
    Red "red" Holds::Number;
    Orange "orange" Holds::Number;
    Yellow "yellow" Holds::Number;
    Blue "blue" Holds::Number;
    NoData "no_data" Holds::Number;
    Green "green" Holds::Number;
    Grey "grey" Holds::Number;
    Done "done" Holds::Number;
    OverdueItems "overdue_items" Holds::Number;
    StaleItems "stale_items" Holds::Number;
    DueSoonItems "due_soon_items" Holds::Number;
    StartRate "start_rate" Holds::Percent;
    CompletionRate "completion_rate" Holds::Percent;
    OnTimeRate "on_time_rate" Holds::Percent;
    OverdueRate "overdue_rate" Holds::Percent;
    ClosureRate "closure_rate" Holds::Percent;
    ReportRate "report_rate" Holds::Percent;
    WeightedProgress "weighted_progress" Holds::Percent;
    FoundOn "found_on" Holds::Date;
    FoundBy "found_by" Holds::Shown;
    Source "source" Holds::Text;
    Place "place" Holds::Text;
    Severity "severity" Holds::Number;
    ProblemState "problem_state" Holds::Word(ProblemState::WORDS);
    IndicatorKind "indicator_kind" Holds::Word(IndicatorKind::WORDS);
    Measure "measure" Holds::Text;
    Baseline "baseline" Holds::Number;
    Observed "observed" Holds::Number;
    ObservedOn "observed_on" Holds::Date;
    Owner "owner" Holds::Shown;
    RectifiedOn "rectified_on" Holds::Date;
    ReopenedOn "reopened_on" Holds::Date;
    ReturnedOn "returned_on" Holds::Date;
    ReopenedTimes "reopened_times" Holds::Number;
    Attained "attained" Holds::Percent;
    Met "met" Holds::Flag;
    Change "change" Holds::Number;
    Provisional "provisional" Holds::Flag;
    TargetBy "target_by" Holds::Date;
    Milestones "milestones" Holds::Shown;
    RecordType "type" Holds::Word(FOLLOWED);
    Category "category" Holds::Word(Category::WORDS);
    What "what" Holds::Shown;
    Was "was" Holds::Shown;
    Is "is" Holds::Shown;
    Rank "rank" Holds::Number;
    Score "score" Holds::Number;
    Band "band" Holds::Shown;
    Movement "movement" Holds::Number;
}
