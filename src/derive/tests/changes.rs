//! What changed from one day to another, worked out by hand for each kind of change.

use std::collections::BTreeMap;

use crate::derive::changes::{Field, Value, apply, changes, red_runs, snapshot};
use crate::derive::{Change, Changes, Fate, Subject, report};
use crate::model::Category;
use crate::model::{
    Cancellation, Indicator, IndicatorTarget, Key, Light, Limit, Observation, Problem, Project,
    Reopening, Seen, Target, TargetValue, Task, Verdict,
};

use super::programme::{Programme, closure, d, due, extension, finished, n, percent, suspended, t};

pub(super) fn between(project: &Project, from: &str, to: &str) -> Changes {
    let at = |day: &str| snapshot(&report(project, d(day)));
    changes(&at(from), &at(to))
}

/// One task from the end of February to the end of March; from 1 January, due at the end of June unless it is said.
fn in_march(change: impl FnOnce(&mut Task)) -> Vec<Category> {
    let mut programme = Programme::default();
    let task = programme.task(|task| {
        due(&mut task.item, "2025-01-01", "2025-06-30");
        change(task);
    });
    let changes = between(&programme.project(), "2025-02-28", "2025-03-31");
    let change = changes.records.get(&Subject::Task(task));
    change.map(|change| change.categories()).unwrap_or_default()
}

#[test]
fn a_record_is_new_from_its_day_and_may_have_begun() {
    let categories = in_march(|task| {
        task.head.exists_from = Some(d("2025-03-05"));
        task.item.progress = vec![percent("2025-03-10", "45")];
    });
    assert_eq!(categories, [Category::New, Category::Begun]);
}

#[test]
fn a_first_report_begins_and_lifts_the_light() {
    // 45 % on a plan of 90 of 180 days: yellow for not having begun by its start, then green.
    let categories = in_march(|task| task.item.progress = vec![percent("2025-03-10", "45")]);
    let wanted = [Category::Begun, Category::Recovered, Category::Progress];
    assert_eq!(categories, wanted);
}

#[test]
fn finished_and_closed_are_two_things() {
    let done = |task: &mut Task| {
        task.item.progress = vec![percent("2025-02-01", "50"), finished("2025-03-20")];
    };
    // Green to done is better.
    assert_eq!(in_march(done), [Category::Finished, Category::Recovered]);
    let closed = in_march(|task| {
        task.item.progress = vec![finished("2025-02-20")];
        let days = [None, None, Some("2025-03-20")];
        task.item.closures = vec![closure(Some(Verdict::Accepted), days)];
    });
    assert_eq!(closed, [Category::Closed]);
}

#[test]
fn what_is_returned_and_finished_anew_is_both() {
    let categories = in_march(|task| {
        task.item.progress = vec![finished("2025-02-20"), finished("2025-03-20")];
        let days = [None, Some("2025-03-10"), None];
        task.item.closures = vec![closure(Some(Verdict::Returned), days)];
    });
    assert_eq!(categories, [Category::Finished, Category::Returned]);
}

#[test]
fn a_limit_passed_is_newly_overdue_and_worse() {
    let categories = in_march(|task| {
        task.item.limit = Limit::Due(d("2025-03-30"));
        task.item.progress = vec![percent("2025-02-27", "90")];
    });
    assert_eq!(categories, [Category::NewlyOverdue, Category::Worsened]);
    let on_the_day = in_march(|task| {
        task.item.limit = Limit::Due(d("2025-03-31"));
        task.item.progress = vec![percent("2025-02-27", "95")];
    });
    assert_eq!(on_the_day, []);
}

#[test]
fn cancelled_suspended_and_resumed_move_no_light_to_better_or_worse() {
    let cancelled = in_march(|task| {
        let (by, reason) = (None, None);
        let on = d("2025-03-10");
        task.item.cancelled = Some(Cancellation { on, by, reason });
    });
    assert_eq!(cancelled, [Category::Cancelled]);
    let begun = || vec![percent("2025-02-27", "40")];
    let suspension = in_march(|task| {
        task.item.progress = begun();
        task.item.suspensions = vec![suspended("2025-03-15", None)];
    });
    assert_eq!(suspension, [Category::Suspended]);
    let resumed = in_march(|task| {
        task.item.progress = begun();
        task.item.suspensions = vec![suspended("2025-02-15", Some("2025-03-01"))];
    });
    assert_eq!(resumed, [Category::Resumed]);
}

#[test]
fn limit_lead_and_target_changed_are_told_with_both_values() {
    let mut programme = Programme::default();
    let (one, two) = (programme.unit(|_| {}), programme.unit(|_| {}));
    let task = programme.task(|task| {
        due(&mut task.item, "2025-01-01", "2025-06-30");
        task.item.progress = vec![percent("2025-02-27", "50")];
        task.item.extensions = vec![extension(Some("2025-03-03"), "2025-07-31")];
        task.item.lead = Seen::Shown(two);
        task.item.target = Some(Target {
            quantity: Some(n("12")),
            unit: None,
            text: None,
        });
    });
    programme.amend(task, "2025-03-10", |was| {
        was.item.lead = Seen::Shown(one);
        was.item.target = None;
    });
    let changes = between(&programme.project(), "2025-02-28", "2025-03-31");
    let change = &changes.records[&Subject::Task(task)];
    let wanted = [
        Category::DueChanged,
        Category::LeadChanged,
        Category::TargetChanged,
    ];
    assert_eq!(change.categories(), wanted);
    let lead = (
        Some(Value::Unit(Seen::Shown(one))),
        Some(Value::Unit(Seen::Shown(two))),
    );
    assert_eq!(change.fields[&Field::Lead], lead);
    let due = (
        Some(Value::Date(d("2025-06-30"))),
        Some(Value::Date(d("2025-07-31"))),
    );
    assert_eq!(change.fields[&Field::EffectiveDue], due);
    assert!(!change.has(Field::OriginalDue));
}

#[test]
fn progress_is_told_in_points_and_may_fall() {
    let mut programme = Programme::default();
    let task = programme.task(|task| {
        task.item.progress = vec![percent("2025-02-01", "62.5"), percent("2025-03-01", "40")];
    });
    let changes = between(&programme.project(), "2025-02-28", "2025-03-31");
    let change = &changes.records[&Subject::Task(task)];
    assert_eq!(change.progress_delta(), Some(n("-22.5")));
    assert!(change.categories().contains(&Category::Progress));
}

#[test]
fn a_parent_is_listed_and_not_counted() {
    let mut programme = Programme::default();
    let parent = programme.task(|_| {});
    programme.task(|task| {
        task.parent = Some(Seen::Shown(parent));
        task.item.progress = vec![finished("2025-03-05")];
    });
    let changes = between(&programme.project(), "2025-02-28", "2025-03-31");
    assert_eq!(changes.records.len(), 2);
    let finished = changes
        .counts()
        .into_iter()
        .find(|(_, category, _)| *category == Category::Finished);
    assert_eq!(finished, Some(("item", Category::Finished, 1)));
}

#[test]
fn a_plan_that_moves_on_is_the_calendar_alone() {
    let mut programme = Programme::default();
    let task = programme.task(|task| {
        due(&mut task.item, "2025-01-01", "2025-12-31");
        task.item.progress = vec![percent("2025-02-01", "30")];
    });
    let changes = between(&programme.project(), "2025-02-28", "2025-03-31");
    let change = &changes.records[&Subject::Task(task)];
    assert!(change.is_calendar_alone());
    assert_eq!(change.categories(), []);
}

#[test]
fn the_same_day_twice_changes_nothing_and_parts_make_the_whole() {
    let mut programme = Programme::default();
    let meeting = programme.meeting("2025-03-15");
    programme.decision(meeting, |_| {});
    programme.task(|task| task.item.progress = vec![percent("2025-03-10", "45")]);
    let project = programme.project();
    let at = |day: &str| snapshot(&report(&project, d(day)));
    assert!(
        between(&project, "2025-03-31", "2025-03-31")
            .records
            .is_empty()
    );
    let mut carried = at("2025-02-28");
    apply(&mut carried, &changes(&at("2025-02-28"), &at("2025-03-12")));
    apply(&mut carried, &changes(&at("2025-03-12"), &at("2025-03-31")));
    assert_eq!(carried, at("2025-03-31"));
    assert_eq!(carried.records.len(), 2);
}

#[test]
fn red_editions_count_back_from_the_newest_without_a_gap() {
    let mut programme = Programme::default();
    // Overdue from 1 March on, lifted by an override in April, and again red.
    let red = |task: &mut Task| due(&mut task.item, "2025-02-01", "2025-02-28");
    let always = programme.task(red);
    let lifted = programme.task(|task| {
        red(task);
        let mut by_hand = crate::model::LightOverride {
            light: Light::Yellow,
            by: None,
            on: d("2025-04-20"),
            until: Some(d("2025-05-10")),
            reason: None,
        };
        by_hand.reason = Some(t("示例原因"));
        task.item.light_overrides = vec![by_hand];
    });
    let never: Key<Task> =
        programme.task(|task| task.item.progress = vec![percent("2025-02-01", "10")]);
    let project = programme.project();
    let days = ["2025-05-31", "2025-04-30", "2025-03-31", "2025-02-28"].map(d);
    let runs = red_runs(&project, &days);
    assert_eq!(runs.get(&Subject::Task(always)), Some(&3));
    assert_eq!(runs.get(&Subject::Task(lifted)), Some(&1));
    assert_eq!(runs.get(&Subject::Task(never)), None);
    assert!(red_runs(&project, &[]).is_empty());
}

/// One problem, and one indicator, from the end of February to the end of March.
fn beside(
    problem: impl FnOnce(&mut Problem),
    indicator: impl FnOnce(&mut Indicator),
) -> (Change, Change) {
    let mut programme = Programme::default();
    let first = programme.problem(problem);
    let second = programme.indicator(indicator);
    let changes = between(&programme.project(), "2025-02-28", "2025-03-31");
    let none = Change {
        fate: Fate::Stayed,
        counted: false,
        fields: BTreeMap::new(),
    };
    let of = |subject| changes.records.get(&subject).cloned();
    (
        of(Subject::Problem(first)).unwrap_or(none.clone()),
        of(Subject::Indicator(second)).unwrap_or(none),
    )
}

fn problem(change: impl FnOnce(&mut Problem)) -> Vec<Category> {
    let found = |problem: &mut Problem| {
        problem.head.exists_from = Some(d("2025-02-01"));
        change(problem);
    };
    beside(found, |_| {}).0.categories()
}

#[test]
fn a_problem_is_found_rectified_closed_returned_and_reopened() {
    let found = beside(|p| p.head.exists_from = Some(d("2025-03-03")), |_| {}).0;
    assert_eq!(found.categories(), [Category::New]);
    let rectified = problem(|p| {
        p.item.progress = vec![percent("2025-02-10", "50"), finished("2025-03-10")];
    });
    assert!(rectified.contains(&Category::Finished));
    assert!(!rectified.contains(&Category::Closed));
    let closed = problem(|p| {
        p.item.progress = vec![finished("2025-02-20")];
        let days = [None, None, Some("2025-03-20")];
        p.item.closures = vec![closure(Some(Verdict::Accepted), days)];
    });
    assert_eq!(closed, [Category::Closed]);
    let returned = problem(|p| {
        p.item.progress = vec![finished("2025-02-20")];
        let days = [Some("2025-02-21"), Some("2025-03-20"), None];
        p.item.closures = vec![closure(Some(Verdict::Returned), days)];
    });
    assert!(returned.contains(&Category::Returned));
    assert!(!returned.contains(&Category::Finished));
    let reopened = problem(|p| {
        p.item.progress = vec![finished("2025-02-10")];
        let days = [None, None, Some("2025-02-20")];
        p.item.closures = vec![closure(Some(Verdict::Accepted), days)];
        p.reopened = vec![Reopening {
            on: d("2025-03-20"),
            reason: None,
        }];
    });
    assert!(reopened.contains(&Category::Reopened));
    assert!(!reopened.contains(&Category::Closed));
}

#[test]
fn a_problem_grows_overdue_and_its_light_worsens() {
    let late = problem(|p| {
        p.item.limit = Limit::Due(d("2025-03-15"));
        p.item.progress = vec![percent("2025-02-20", "90")];
    });
    assert_eq!(late, [Category::NewlyOverdue, Category::Worsened]);
}

#[test]
fn an_indicator_moves_and_its_attainment_with_it() {
    let seen = |date: &str, value: &str| Observation {
        date: d(date),
        value: Some(n(value)),
        text: None,
        source: None,
        provisional: false,
    };
    let (_, moved) = beside(
        |_| {},
        |indicator| {
            indicator.targets = vec![IndicatorTarget {
                by: d("2025-12-31"),
                value: TargetValue::One(n("80")),
            }];
            indicator.observations = vec![seen("2025-02-10", "20"), seen("2025-03-10", "60")];
        },
    );
    assert_eq!(moved.categories(), [Category::Moved]);
    // 20 of 80, then 60 of 80.
    let number = |of: &str| Some(Value::Number(n(of)));
    assert_eq!(moved.fields[&Field::Attained], (number("25"), number("75")));
    assert!(!moved.has(Field::TargetValue));
}

#[test]
fn the_target_that_comes_into_force_is_a_changed_target() {
    let target = |by: &str, low: &str, high: &str| IndicatorTarget {
        by: d(by),
        value: TargetValue::Band(n(low), n(high)),
    };
    let (_, changed) = beside(
        |_| {},
        |indicator| {
            let early = target("2025-03-15", "10", "20");
            indicator.targets = vec![early, target("2025-12-31", "30", "40")];
        },
    );
    assert_eq!(changed.categories(), [Category::TargetChanged]);
    let band = |low: &str, high: &str| Some(Value::Band(n(low), n(high)));
    let values = (band("10", "20"), band("30", "40"));
    assert_eq!(changed.fields[&Field::TargetValue], values);
}
