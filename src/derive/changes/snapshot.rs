//! What every record says at one date, as plain pairs of field and value that can be set against those of another date.

use std::collections::BTreeMap;

use crate::date::Date;
use crate::decimal::Decimal;
use crate::derive::course::{course, effective_due, original_due, suspension};
use crate::derive::report::{ItemFacts, Report};
use crate::model::{
    Decision, Indicator, Item, Key, Light, Outcome, Pace, Problem, ProblemState, Project, Seen,
    State, Target, TargetValue, Task, Text, Unit,
};

impl Field {
    /// Its numbers are shares of a hundred.
    pub(crate) fn is_percent(self) -> bool {
        matches!(self, Field::Actual | Field::Planned | Field::Attained)
    }
}

/// A record that is followed from date to date: its type and its place, which stands for its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Subject {
    Task(Key<Task>),
    Problem(Key<Problem>),
    Decision(Key<Decision>),
    Indicator(Key<Indicator>),
}

impl Subject {
    /// The type's word in data.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Subject::Task(_) => "task",
            Subject::Problem(_) => "problem",
            Subject::Decision(_) => "decision",
            Subject::Indicator(_) => "indicator",
        }
    }

    pub(crate) fn id(self, project: &Project, day: Date) -> &str {
        match self {
            Subject::Task(key) => &project.tasks.at(key, day).head.id,
            Subject::Problem(key) => &project.problems.at(key, day).head.id,
            Subject::Decision(key) => &project.decisions.at(key, day).head.id,
            Subject::Indicator(key) => &project.indicators.at(key, day).head.id,
        }
    }

    /// What the record is called: a decision by its text.
    pub(crate) fn title(self, project: &Project, day: Date) -> &Text {
        match self {
            Subject::Task(key) => &project.tasks.at(key, day).title,
            Subject::Problem(key) => &project.problems.at(key, day).title,
            Subject::Decision(key) => &project.decisions.at(key, day).text,
            Subject::Indicator(key) => &project.indicators.at(key, day).name,
        }
    }
}

macro_rules! fields {
    ($($(#[$note:meta])* $name:ident = $word:literal,)*) => {
        /// What is followed, in the order in which it is shown.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(crate) enum Field { $($(#[$note])* $name,)* }

        impl Field {
            pub(crate) const ALL: &[Field] = &[$(Field::$name,)*];

            /// The word in data and in the catalogues.
            pub(crate) fn word(self) -> &'static str {
                match self { $(Field::$name => $word,)* }
            }
        }
    };
}

fields! {
    /// Of a decision: its text.
    Title = "title",
    Outcome = "outcome",
    Lead = "lead",
    Responsible = "responsible",
    Supporting = "supporting",
    OriginalDue = "original_due",
    EffectiveDue = "effective_due",
    DueText = "due_text",
    TargetQuantity = "target_quantity",
    TargetUnit = "target_unit",
    TargetText = "target_text",
    State = "state",
    Light = "light",
    Begun = "begun",
    Actual = "actual_percent",
    Planned = "planned_percent",
    Gap = "gap",
    Pace = "pace",
    /// The day of the last return of its closing.
    ReturnedOn = "returned_on",
    FinishedOn = "finished_on",
    ClosedOn = "closed_on",
    CancelledOn = "cancelled_on",
    /// Since when the suspension in force runs.
    SuspendedFrom = "suspended_from",
    Overdue = "overdue",
    Stale = "stale",
    /// Of an indicator: the last observation by the day.
    ObservedOn = "observed_on",
    ObservedValue = "observed_value",
    ObservedText = "observed_text",
    /// The target in force: a number or a band, and the day by which it is to be reached.
    TargetValue = "target_value",
    TargetBy = "target_by",
    /// How far it is on the way to its target.
    Attained = "attained_percent",
    /// Of a problem: the day of its last coming back, also where it was closed again since.
    ReopenedOn = "reopened_on",
    /// It is an item of the ledger: a parent, or a decision with tasks, stands beside what is counted.
    Counted = "in_ledger",
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value {
    /// A flag that is up; one that is down is not there.
    Yes,
    Light(Light),
    State(State),
    ProblemState(ProblemState),
    Pace(Pace),
    Outcome(Outcome),
    Number(Decimal),
    Band(Decimal, Decimal),
    Date(Date),
    Text(Text),
    Unit(Seen<Unit>),
    Units(Vec<Seen<Unit>>),
}

/// The fields of one record; what is unknown or does not hold is not there.
pub(crate) type Fields = BTreeMap<Field, Value>;

/// Every record that exists at a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Snapshot {
    pub(crate) as_of: Date,
    pub(crate) records: BTreeMap<Subject, Fields>,
}

pub(crate) fn snapshot(report: &Report) -> Snapshot {
    let tasks = report.project.tasks.keys();
    let tasks = tasks.filter_map(|key| Some((Subject::Task(key), task(report, key)?)));
    let decisions = report.project.decisions.keys();
    let decisions =
        decisions.filter_map(|key| Some((Subject::Decision(key), decision(report, key)?)));
    let problems = report.project.problems.keys();
    let problems = problems.filter_map(|key| Some((Subject::Problem(key), problem(report, key)?)));
    let indicators = report.project.indicators.keys();
    let indicators =
        indicators.filter_map(|key| Some((Subject::Indicator(key), indicator(report, key)?)));
    let records = tasks.chain(problems).chain(decisions).chain(indicators);
    Snapshot {
        as_of: report.as_of,
        records: records.collect(),
    }
}

fn task(report: &Report, key: Key<Task>) -> Option<Fields> {
    let facts = report.tasks[key.place()].as_ref()?;
    let task = report.project.tasks.at(key, report.as_of);
    let mut fields = Fields::new();
    put(&mut fields, Field::Title, text(&task.title));
    item(&mut fields, &task.item, report.as_of);
    derived(&mut fields, facts);
    Some(fields)
}

fn decision(report: &Report, key: Key<Decision>) -> Option<Fields> {
    let facts = report.decisions[key.place()].as_ref()?;
    let decision = report.project.decisions.at(key, report.as_of);
    let mut fields = Fields::new();
    put(&mut fields, Field::Title, text(&decision.text));
    let outcome = decision.outcome.map(Value::Outcome);
    put(&mut fields, Field::Outcome, outcome);
    put(&mut fields, Field::Lead, decision.lead.map(Value::Unit));
    put(
        &mut fields,
        Field::Responsible,
        units(&decision.responsible),
    );
    put(&mut fields, Field::Supporting, units(&decision.supporting));
    let due = decision.due.map(Value::Date);
    put(&mut fields, Field::OriginalDue, due.clone());
    put(&mut fields, Field::EffectiveDue, due);
    let due_text = decision.due_text.as_ref().and_then(text);
    put(&mut fields, Field::DueText, due_text);
    if let Some(action) = &decision.action {
        item(&mut fields, action, report.as_of);
    }
    if let Some(facts) = facts {
        derived(&mut fields, facts);
    }
    Some(fields)
}

/// A problem whose lead is not named has none, whatever its item holds in that place.
fn problem(report: &Report, key: Key<Problem>) -> Option<Fields> {
    let facts = report.problems[key.place()].as_ref()?;
    let problem = report.project.problems.at(key, report.as_of);
    let mut fields = Fields::new();
    item(&mut fields, &problem.item, report.as_of);
    fields.remove(&Field::Lead);
    put(&mut fields, Field::Lead, problem.lead.map(Value::Unit));
    put(&mut fields, Field::Title, text(&problem.title));
    let due = original_due(&problem.item).map(Value::Date);
    put(&mut fields, Field::OriginalDue, due);
    let due = effective_due(&problem.item, report.as_of).map(Value::Date);
    put(&mut fields, Field::EffectiveDue, due);
    derived(&mut fields, &facts.item);
    let state = Value::ProblemState(facts.state);
    put(&mut fields, Field::State, Some(state));
    for (field, day) in [
        (Field::FinishedOn, facts.rectified_on),
        (Field::ClosedOn, facts.closed_on),
        (Field::ReturnedOn, facts.returned_on),
        (Field::ReopenedOn, facts.last_reopened_on),
    ] {
        fields.remove(&field);
        put(&mut fields, field, day.map(Value::Date));
    }
    Some(fields)
}

fn indicator(report: &Report, key: Key<Indicator>) -> Option<Fields> {
    let facts = report.indicators[key.place()].as_ref()?;
    let indicator = report.project.indicators.at(key, report.as_of);
    let mut fields = Fields::new();
    put(&mut fields, Field::Title, text(&indicator.name));
    if let Some(last) = facts.last.map(|place| &indicator.observations[place]) {
        put(&mut fields, Field::ObservedOn, Some(Value::Date(last.date)));
        let value = last.value.map(Value::Number);
        put(&mut fields, Field::ObservedValue, value);
        let said = last.text.as_ref().and_then(text);
        put(&mut fields, Field::ObservedText, said);
    }
    if let Some(target) = facts.target.map(|place| &indicator.targets[place]) {
        let value = match target.value {
            TargetValue::One(value) => Value::Number(value),
            TargetValue::Band(low, high) => Value::Band(low, high),
        };
        put(&mut fields, Field::TargetValue, Some(value));
        put(&mut fields, Field::TargetBy, Some(Value::Date(target.by)));
    }
    let attained = facts.attained.map(Value::Number);
    put(&mut fields, Field::Attained, attained);
    Some(fields)
}

fn put(fields: &mut Fields, field: Field, value: Option<Value>) {
    if let Some(value) = value {
        fields.insert(field, value);
    }
}

fn text(text: &Text) -> Option<Value> {
    (!text.is_empty()).then(|| Value::Text(text.clone()))
}

fn units(units: &[Seen<Unit>]) -> Option<Value> {
    (!units.is_empty()).then(|| Value::Units(units.to_vec()))
}

/// What its record says of an item, as far as it is dated by the day.
fn item(fields: &mut Fields, item: &Item, day: Date) {
    put(fields, Field::Lead, Some(Value::Unit(item.lead)));
    put(fields, Field::Responsible, units(&item.responsible));
    put(fields, Field::Supporting, units(&item.supporting));
    put(
        fields,
        Field::DueText,
        item.due_text.as_ref().and_then(text),
    );
    if let Some(target) = &item.target {
        self::target(fields, target);
    }
    let returned = course(item, day).returned_on;
    put(fields, Field::ReturnedOn, returned.map(Value::Date));
    let cancelled = item.cancelled.as_ref().map(|c| c.on);
    let cancelled = cancelled.filter(|on| *on <= day);
    put(fields, Field::CancelledOn, cancelled.map(Value::Date));
    let suspended = suspension(item, day).map(|s| s.span.from);
    put(fields, Field::SuspendedFrom, suspended.map(Value::Date));
}

fn target(fields: &mut Fields, target: &Target) {
    let quantity = target.quantity.map(Value::Number);
    put(fields, Field::TargetQuantity, quantity);
    let unit = target.unit.as_ref().and_then(text);
    put(fields, Field::TargetUnit, unit);
    let said = target.text.as_ref().and_then(text);
    put(fields, Field::TargetText, said);
}

fn derived(fields: &mut Fields, facts: &ItemFacts) {
    let flag = |flag: bool| flag.then_some(Value::Yes);
    let date = |date: Option<Date>| date.map(Value::Date);
    let number = |number: Option<Decimal>| number.map(Value::Number);
    for (field, value) in [
        (Field::OriginalDue, date(facts.original_due)),
        (Field::EffectiveDue, date(facts.effective_due)),
        (Field::State, Some(Value::State(facts.state))),
        (Field::Light, Some(Value::Light(facts.light))),
        (Field::Begun, flag(facts.begun)),
        (Field::Actual, number(facts.actual)),
        (Field::Planned, number(facts.planned)),
        (Field::Gap, number(facts.gap)),
        (Field::Pace, facts.pace.map(Value::Pace)),
        (Field::FinishedOn, date(facts.finished_on)),
        (Field::ClosedOn, date(facts.closed_on)),
        (Field::Overdue, flag(facts.overdue)),
        (Field::Stale, flag(facts.stale)),
        (Field::Counted, flag(facts.in_ledger)),
    ] {
        put(fields, field, value);
    }
}
