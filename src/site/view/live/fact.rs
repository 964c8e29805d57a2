//! The value of a field of one record at the report's date; a field may have several, or none.

use crate::date::Date;
use crate::decimal::Decimal;
use crate::derive::{Count, ItemFacts, Placing};
use crate::model::{
    Decision, Field, Indicator, Item, Key, Meeting, Problem, RecordRef, Seen, TargetValue, Task,
    Text, Unit, Wanted,
};
use crate::site::desk::Desk;

use super::ask::Subject;
use super::set;

/// Every value of a field, in written order.
pub(super) fn values(desk: &Desk<'_>, subject: Subject, field: Field) -> Vec<Wanted> {
    match field {
        Field::Id => vec![Wanted::Text(subject.head(desk).id.clone())],
        Field::Tags => {
            let tags = subject.head(desk).tags.iter();
            tags.map(|tag| Wanted::Text(tag.clone())).collect()
        }
        Field::RecordType => vec![Wanted::Word(match subject {
            Subject::Item(Count::Task(_)) => "task",
            Subject::Item(Count::Decision(_)) => "decision",
            Subject::Unit(_) => "unit",
            Subject::Problem(_) => "problem",
            Subject::Indicator(_) => "indicator",
        })],
        _ => match subject {
            Subject::Item(count) => {
                let derived = subject.facts(desk).and_then(|facts| {
                    let item = subject.item(desk);
                    derived(desk, (item, facts), field)
                });
                derived.unwrap_or_else(|| own(desk, count, field))
            }
            Subject::Unit(key) => set::unit_values(desk, key, field),
            Subject::Problem(key) => problem(desk, key, field),
            Subject::Indicator(key) => indicator(desk, key, field),
        },
    }
}

/// A text as a reader has it, then its other wordings.
pub(super) fn texts(desk: &Desk<'_>, text: &Text) -> Vec<Wanted> {
    let wanted = text.wanted(desk.language());
    let others = text.wordings().filter(|wording| *wording != wanted);
    let all = std::iter::once(wanted).chain(others);
    all.filter(|text| !text.is_empty())
        .map(|text| Wanted::Text(text.to_owned()))
        .collect()
}

fn optional_texts(desk: &Desk<'_>, text: Option<&Text>) -> Vec<Wanted> {
    text.map(|text| texts(desk, text)).unwrap_or_default()
}

fn one(value: Option<Wanted>) -> Vec<Wanted> {
    value.into_iter().collect()
}

fn flag(is_so: bool) -> Vec<Wanted> {
    vec![Wanted::Flag(is_so)]
}

fn records<T: Copy>(all: &[T], of: impl Fn(T) -> RecordRef) -> Vec<Wanted> {
    all.iter().map(|one| Wanted::Record(of(*one))).collect()
}

/// Facts that are derived; none: the field is no such fact.
fn derived(
    desk: &Desk<'_>,
    (item, facts): (Option<&Item>, &ItemFacts),
    field: Field,
) -> Option<Vec<Wanted>> {
    let number = |figure: Option<Decimal>| one(figure.map(Wanted::Number));
    let days = |days: Option<u32>| one(days.map(|n| Wanted::Number(Decimal::from(n))));
    let date = |date| one(Option::map(date, Wanted::Date));
    Some(match field {
        Field::State => vec![Wanted::Word(facts.state.word())],
        Field::Light => vec![Wanted::Word(facts.light.word())],
        Field::Pace => one(facts.pace.map(|pace| Wanted::Word(pace.word()))),
        Field::Actual => number(facts.actual),
        Field::Planned => number(facts.planned),
        Field::Gap => number(facts.gap),
        Field::Due => date(facts.effective_due),
        Field::OriginalDue => date(facts.original_due),
        Field::FinishedOn => date(facts.finished_on),
        Field::ClosedOn => date(facts.closed_on),
        Field::ReportedOn => date(item.and_then(|item| desk.last_report(item, facts))),
        Field::Overdue => flag(facts.overdue),
        Field::DaysOverdue => days(Some(facts.days_overdue)),
        Field::WorkDaysOverdue => days(Some(facts.work_days_overdue)),
        Field::DaysToDue => days(facts.days_to_due),
        Field::DueSoon => flag(facts.due_soon),
        Field::Stale => flag(facts.stale),
        Field::NeedsHelp => flag(facts.needs_help),
        Field::Ongoing => flag(facts.ongoing),
        Field::Extended => flag(facts.original_due != facts.effective_due),
        _ => return None,
    })
}

/// What a task or decision says itself, or has from its parent.
fn own(desk: &Desk<'_>, count: Count, field: Field) -> Vec<Wanted> {
    let subject = Subject::Item(count);
    let placing = match count {
        Count::Task(key) => desk.placing(key),
        Count::Decision(key) => desk.report.decision_placings[key.place()].as_ref(),
    };
    match field {
        Field::Areas => records(
            placing.map(|p| p.areas.as_slice()).unwrap_or_default(),
            RecordRef::Area,
        ),
        Field::Campaign => {
            let campaign = placing.and_then(|p: &Placing| p.campaign);
            one(campaign.map(|seen| Wanted::Record(RecordRef::Campaign(seen))))
        }
        Field::Sponsor => {
            let sponsor = placing.and_then(|p: &Placing| p.sponsor);
            one(sponsor.map(|seen| Wanted::Record(RecordRef::Person(seen))))
        }
        Field::Start => one(subject
            .item(desk)
            .and_then(|item| item.start.map(Wanted::Date))),
        Field::Weight => one(subject.item(desk).map(|item| Wanted::Number(item.weight))),
        Field::BudgetPlanned | Field::BudgetAvailable | Field::BudgetPaid => {
            let budget = subject.item(desk).and_then(|item| item.budget);
            let amount = budget.and_then(|budget| match field {
                Field::BudgetPlanned => budget.planned,
                Field::BudgetAvailable => budget.available,
                _ => budget.paid,
            });
            one(amount.map(|amount| Wanted::Number(amount.0)))
        }
        _ => match count {
            Count::Task(key) => task(desk, key, field),
            Count::Decision(key) => decision(desk, key, field),
        },
    }
}

/// Lead and responsible units, each once.
fn involved(lead: Option<Seen<Unit>>, others: &[Seen<Unit>]) -> Vec<Wanted> {
    let mut all: Vec<Seen<Unit>> = lead.into_iter().collect();
    for unit in others {
        if !all.contains(unit) {
            all.push(*unit);
        }
    }
    records(&all, RecordRef::Unit)
}

/// The group of the unit that leads.
fn group(desk: &Desk<'_>, lead: Option<Seen<Unit>>) -> Vec<Wanted> {
    let unit = lead.as_ref().and_then(Seen::key);
    let unit = unit.map(|key| desk.report.project.units.at(key, desk.as_of()));
    optional_texts(desk, unit.and_then(|unit| unit.group.as_ref()))
}

fn task(desk: &Desk<'_>, key: Key<Task>, field: Field) -> Vec<Wanted> {
    let task = desk.report.project.tasks.at(key, desk.as_of());
    let item = &task.item;
    let origin = task.origin.as_ref();
    match field {
        Field::Title => texts(desk, &task.title),
        Field::Record => vec![Wanted::Word("task")],
        Field::Kind => optional_texts(desk, task.kind.as_ref()),
        Field::Phase => optional_texts(desk, task.phase.as_ref()),
        Field::Key => flag(task.key),
        Field::Lead => records(&[item.lead], RecordRef::Unit),
        Field::Responsible => records(&item.responsible, RecordRef::Unit),
        Field::Supporting => records(&item.supporting, RecordRef::Unit),
        Field::Involved => involved(Some(item.lead), &item.responsible),
        Field::Group => group(desk, Some(item.lead)),
        Field::Parent => one(task.parent.map(|p| Wanted::Record(RecordRef::Task(p)))),
        Field::Decision => {
            let decision = origin.and_then(|origin| origin.decision);
            one(decision.map(|seen| Wanted::Record(RecordRef::Decision(seen))))
        }
        Field::Document => {
            let document = origin.and_then(|origin| origin.document);
            one(document.map(|seen| Wanted::Record(RecordRef::Document(seen))))
        }
        Field::Meeting => {
            one(meeting_of(desk, task).map(|m| Wanted::Record(RecordRef::Meeting(m))))
        }
        _ => Vec::new(),
    }
}

/// The meeting that a task came from, itself or through a decision.
fn meeting_of(desk: &Desk<'_>, task: &Task) -> Option<Seen<Meeting>> {
    let origin = task.origin.as_ref()?;
    origin.meeting.or_else(|| {
        let decision = origin.decision.as_ref()?.key()?;
        let decision = desk.report.project.decisions.at(decision, desk.as_of());
        Some(Seen::Shown(decision.meeting))
    })
}

fn decision(desk: &Desk<'_>, key: Key<Decision>, field: Field) -> Vec<Wanted> {
    let project = desk.report.project;
    let decision = project.decisions.at(key, desk.as_of());
    let lead = decision
        .lead
        .or(decision.action.as_ref().map(|item| item.lead));
    match field {
        Field::Title => texts(desk, &decision.text),
        Field::Record => vec![Wanted::Word("decision")],
        Field::Key => flag(false),
        Field::Lead => one(lead.map(|seen| Wanted::Record(RecordRef::Unit(seen)))),
        Field::Responsible => records(&decision.responsible, RecordRef::Unit),
        Field::Supporting => records(&decision.supporting, RecordRef::Unit),
        Field::Involved => involved(lead, &decision.responsible),
        Field::Group => group(desk, lead),
        Field::Meeting => records(&[Seen::Shown(decision.meeting)], RecordRef::Meeting),
        Field::Decision => records(&[Seen::Shown(key)], RecordRef::Decision),
        Field::Tasks => desk.report.carried_out_by[key.place()]
            .iter()
            .map(|task| Wanted::Record(RecordRef::Task(Seen::Shown(*task))))
            .collect(),
        Field::Outcome => one(decision.outcome.map(|o| Wanted::Word(o.word()))),
        Field::Action => flag(decision.action.is_some()),
        Field::Date => vec![Wanted::Date(
            project.meetings.at(decision.meeting, desk.as_of()).date,
        )],
        // Only where nothing is derived of it.
        Field::Due | Field::OriginalDue => one(decision.due.map(Wanted::Date)),
        _ => Vec::new(),
    }
}

fn problem(desk: &Desk<'_>, key: Key<Problem>, field: Field) -> Vec<Wanted> {
    let problem = desk.report.project.problems.at(key, desk.as_of());
    let item = &problem.item;
    let facts = desk.report.problems[key.place()].as_ref();
    let placing = desk.report.problem_placings[key.place()].as_ref();
    match field {
        Field::Title => texts(desk, &problem.title),
        Field::Lead => one(problem
            .lead
            .map(|seen| Wanted::Record(RecordRef::Unit(seen)))),
        Field::Responsible => records(&item.responsible, RecordRef::Unit),
        Field::Supporting => records(&item.supporting, RecordRef::Unit),
        Field::Involved => involved(problem.lead, &item.responsible),
        Field::Group => group(desk, problem.lead),
        Field::Areas => {
            let areas = placing.map(|p| p.areas.as_slice());
            records(areas.unwrap_or_default(), RecordRef::Area)
        }
        Field::Campaign => one(placing
            .and_then(|placing| placing.campaign)
            .map(|seen| Wanted::Record(RecordRef::Campaign(seen)))),
        Field::Tasks => records(&problem.tasks, RecordRef::Task),
        Field::FoundOn => vec![Wanted::Date(problem.found_on)],
        Field::Source => optional_texts(desk, problem.source.as_ref()),
        Field::Place => optional_texts(desk, problem.place.as_ref()),
        Field::Severity => one(problem
            .severity
            .map(|grade| Wanted::Number(Decimal::from(u32::from(grade))))),
        Field::ProblemState => one(facts.map(|facts| Wanted::Word(facts.state.word()))),
        Field::RectifiedOn => one(facts.and_then(|f| f.rectified_on).map(Wanted::Date)),
        Field::ReopenedOn => one(facts.and_then(|f| f.reopened_on).map(Wanted::Date)),
        Field::ReturnedOn => one(facts.and_then(|f| f.returned_on).map(Wanted::Date)),
        Field::ClosedOn => one(facts.and_then(|f| f.closed_on).map(Wanted::Date)),
        Field::ReopenedTimes => one(facts.map(|f| Wanted::Number(Decimal::from(f.reopened_times)))),
        _ => facts
            .and_then(|facts| derived(desk, (Some(item), &facts.item), field))
            .unwrap_or_default(),
    }
}

fn indicator(desk: &Desk<'_>, key: Key<Indicator>, field: Field) -> Vec<Wanted> {
    let indicator = desk.report.project.indicators.at(key, desk.as_of());
    let facts = desk.report.indicators[key.place()].as_ref();
    let last = facts.and_then(|facts| indicator.observations.get(facts.last?));
    match field {
        Field::Title => texts(desk, &indicator.name),
        Field::IndicatorKind => vec![Wanted::Word(indicator.kind.word())],
        Field::Areas => records(&indicator.areas, RecordRef::Area),
        Field::Campaign => one(indicator
            .campaign
            .map(|seen| Wanted::Record(RecordRef::Campaign(seen)))),
        Field::Measure => optional_texts(desk, indicator.unit_of_measure.as_ref()),
        Field::Baseline => one(indicator
            .baseline_at(desk.as_of())
            .map(|base| Wanted::Number(base.value))),
        Field::Observed => one(last.and_then(|last| last.value).map(Wanted::Number)),
        Field::ObservedOn => one(last.map(|last| Wanted::Date(last.date))),
        Field::Provisional => flag(last.is_some_and(|last| last.provisional)),
        Field::TargetBy => one(facts
            .and_then(|facts| indicator.targets.get(facts.target?))
            .map(|target| Wanted::Date(target.by))),
        Field::Attained => one(facts.and_then(|f| f.attained).map(Wanted::Number)),
        Field::Met => one(facts.and_then(|f| f.met).map(Wanted::Flag)),
        Field::Change => one(facts.and_then(|f| f.change).map(Wanted::Number)),
        Field::Weight => vec![Wanted::Number(indicator.weight)],
        _ => Vec::new(),
    }
}

/// The target of an indicator that is in force, as written.
pub(super) fn target(desk: &Desk<'_>, key: Key<Indicator>) -> Option<(Date, TargetValue)> {
    let indicator = desk.report.project.indicators.at(key, desk.as_of());
    let facts = desk.report.indicators[key.place()].as_ref()?;
    let target = indicator.targets.get(facts.target?)?;
    Some((target.by, target.value))
}
