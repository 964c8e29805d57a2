//! What came back and was put right anew between two dates, composites that move, and what stays red beside the ledger.

use crate::derive::changes::{Field, Value, red_runs};
use crate::derive::{Change, Subject};
use crate::model::Category;
use crate::model::{
    Indicator, IndicatorKind, IndicatorPart, IndicatorTarget, Key, Limit, Observation, Problem,
    ProgressEntry, Project, Seen, TargetValue, Task, Verdict,
};

use super::changes::between;
use super::problems::{accepted, again, returned};
use super::programme::{Programme, closure, d, due, finished, n};

fn changed(project: &Project, subject: Subject, (from, to): (&str, &str)) -> Change {
    let changes = between(project, from, to);
    changes.records.get(&subject).expect("a change").clone()
}

fn problem(change: impl FnOnce(&mut Problem)) -> (Project, Subject) {
    let mut programme = Programme::default();
    let key = programme.problem(|problem| {
        problem.head.exists_from = Some(d("2025-01-01"));
        change(problem);
    });
    (programme.project(), Subject::Problem(key))
}

/// Closed, came back, and was closed again.
fn relapsed(problem: &mut Problem) {
    problem.item.closures = vec![
        accepted("2025-01-15", "2025-01-20"),
        accepted("2025-04-15", "2025-04-20"),
    ];
    problem.reopened = vec![again("2025-03-01")];
}

#[test]
fn a_relapse_and_a_second_closing_between_two_dates_are_both_told() {
    let (project, subject) = problem(relapsed);
    let all = [Category::Finished, Category::Closed, Category::Reopened];
    let change = changed(&project, subject, ("2025-02-15", "2025-06-30"));
    assert_eq!(change.categories(), all);
    let days = |old: Option<&str>, new: Option<&str>| {
        [old, new].map(|day| day.map(|day| Value::Date(d(day))))
    };
    for (field, old, new) in [
        (Field::FinishedOn, Some("2025-01-15"), Some("2025-04-15")),
        (Field::ClosedOn, Some("2025-01-20"), Some("2025-04-20")),
        (Field::ReopenedOn, None, Some("2025-03-01")),
    ] {
        let (was, is) = change.fields[&field].clone();
        assert_eq!([was, is], days(old, new), "{field:?}");
    }
    // Put right but not yet closed at the first date.
    let change = changed(&project, subject, ("2025-01-16", "2025-06-30"));
    assert_eq!(change.categories(), all);
    // Open again at the first date: it came back before.
    let change = changed(&project, subject, ("2025-03-31", "2025-06-30"));
    assert_eq!(change.categories(), all[..2]);
    // The second round lies after both.
    let change = changed(&project, subject, ("2025-01-10", "2025-02-15"));
    assert!(!change.has(Field::ReopenedOn));
}

#[test]
fn what_is_closed_returned_and_closed_again_is_closed_and_returned() {
    let closures = || {
        vec![
            accepted("2025-01-15", "2025-01-20"),
            returned("2025-02-20", "2025-03-01"),
            accepted("2025-04-15", "2025-04-20"),
        ]
    };
    let wanted = [Category::Finished, Category::Closed, Category::Returned];
    let mut programme = Programme::default();
    let task = programme.task(|task: &mut Task| {
        due(&mut task.item, "2025-01-01", "2025-12-31");
        task.item.closures = closures();
    });
    let project = programme.project();
    let days = ("2025-02-15", "2025-06-30");
    let change = changed(&project, Subject::Task(task), days);
    assert_eq!(change.categories(), wanted);
    let (project, subject) = problem(|problem| problem.item.closures = closures());
    let change = changed(&project, subject, days);
    assert_eq!(change.categories(), wanted);
}

#[test]
fn a_closing_whose_day_becomes_known_later_is_finished_once() {
    // Verified in February, so finished then; closed in March, which is then the day of its finish. Nothing came back.
    let (project, subject) = problem(|problem| {
        let days = [None, Some("2025-02-10"), Some("2025-03-10")];
        problem.item.closures = vec![closure(Some(Verdict::Accepted), days)];
    });
    let change = changed(&project, subject, ("2025-02-28", "2025-03-31"));
    assert_eq!(change.categories(), [Category::Closed]);
}

fn measured(observed: &[(&str, &str)]) -> impl FnOnce(&mut Indicator) {
    let observed = observed.iter().map(|(date, value)| Observation {
        date: d(date),
        value: Some(n(value)),
        text: None,
        source: None,
        provisional: false,
    });
    let observations: Vec<Observation> = observed.collect();
    |indicator| {
        indicator.targets = vec![IndicatorTarget {
            by: d("2025-12-31"),
            value: TargetValue::One(n("80")),
        }];
        indicator.observations = observations;
    }
}

fn composite(parts: &[Key<Indicator>]) -> impl FnOnce(&mut Indicator) {
    let part = |key: &Key<Indicator>| IndicatorPart {
        indicator: Seen::Shown(*key),
        weight: n("1"),
    };
    let parts: Vec<IndicatorPart> = parts.iter().map(part).collect();
    |indicator| {
        indicator.kind = IndicatorKind::Composite;
        indicator.parts = parts;
    }
}

#[test]
fn a_composite_moves_with_its_parts_and_when_it_is_first_known() {
    let mut programme = Programme::default();
    let twice = [("2025-02-10", "20"), ("2025-03-10", "60")];
    let moved = programme.indicator(measured(&twice));
    let first = programme.indicator(measured(&twice[1..]));
    let whole = programme.indicator(composite(&[moved]));
    let begun = programme.indicator(composite(&[first]));
    let project = programme.project();
    let days = ("2025-02-28", "2025-03-31");
    for (indicator, old) in [(whole, Some("25")), (begun, None)] {
        let change = changed(&project, Subject::Indicator(indicator), days);
        assert_eq!(change.categories(), [Category::Moved]);
        let number = |of: &str| Value::Number(n(of));
        let attained = (old.map(number), Some(number("75")));
        assert_eq!(change.fields[&Field::Attained], attained);
    }
}

#[test]
fn a_new_target_moves_the_share_of_the_way_and_not_the_indicator() {
    let mut programme = Programme::default();
    let key = programme.indicator(|indicator| {
        measured(&[("2025-02-10", "20")])(indicator);
        let early = IndicatorTarget {
            by: d("2025-03-15"),
            value: TargetValue::One(n("40")),
        };
        indicator.targets.insert(0, early);
    });
    let project = programme.project();
    let days = ("2025-02-28", "2025-03-31");
    let change = changed(&project, Subject::Indicator(key), days);
    assert!(change.has(Field::Attained));
    assert_eq!(change.categories(), [Category::TargetChanged]);
}

#[test]
fn problems_and_decisions_carried_out_by_tasks_stay_red_too() {
    let mut programme = Programme::default();
    let late = Limit::Due(d("2025-02-28"));
    let work: Vec<ProgressEntry> = vec![finished("2025-05-20")];
    let task = programme.task(|task| {
        due(&mut task.item, "2025-01-01", "2025-12-31");
        task.item.progress = work;
    });
    let meeting = programme.meeting("2025-01-10");
    let decision = programme.decision(meeting, |decision| {
        decision.tasks = vec![Seen::Shown(task)];
        decision.due = Some(d("2025-02-28"));
    });
    let open = programme.problem(|problem| problem.item.limit = late);
    let closed = programme.problem(|problem| {
        problem.item.limit = late;
        problem.item.closures = vec![accepted("2025-05-15", "2025-05-16")];
    });
    let project = programme.project();
    let days = ["2025-05-10", "2025-04-30", "2025-03-31", "2025-02-28"].map(d);
    let runs = red_runs(&project, &days);
    for subject in [
        Subject::Decision(decision),
        Subject::Problem(open),
        Subject::Problem(closed),
    ] {
        assert_eq!(runs.get(&subject), Some(&3), "{subject:?}");
    }
    let runs = red_runs(&project, &[d("2025-05-31"), d("2025-05-10")]);
    assert_eq!(runs.get(&Subject::Problem(open)), Some(&2));
    assert_eq!(runs.get(&Subject::Problem(closed)), None);
    assert_eq!(runs.get(&Subject::Decision(decision)), None);
}
