//! What puts a problem right when tasks are linked to it: all of them, seen or not, or a closing asked for.

use crate::derive::{ProblemFacts, report};
use crate::model::{
    Cancellation, Key, Light, Limit, Problem, ProblemState as P, ProgressEntry, Seen,
};

use super::problems::{asked, linked, returned};
use super::programme::{Programme, d, due, finished, percent};

/// One linked task, with this progress.
fn beside_one(
    day: &str,
    progress: &[ProgressEntry],
    change: impl FnOnce(&mut Problem),
) -> ProblemFacts {
    let task = |programme: &mut Programme| {
        programme.task(|task| {
            due(&mut task.item, "2025-01-01", "2025-06-30");
            task.item.progress = progress.to_vec();
        });
    };
    linked(day, task, |problem| {
        problem.tasks = vec![Seen::Shown(Key::new(0))];
        change(problem);
    })
}

fn own_finish(problem: &mut Problem) {
    problem.item.progress = vec![finished("2025-03-10")];
}

#[test]
fn a_hidden_task_may_be_unfinished() {
    let done = [finished("2025-04-10")];
    let hidden = |problem: &mut Problem| problem.tasks.push(Seen::Hidden);
    assert_eq!(beside_one("2025-05-01", &done, |_| {}).state, P::Rectified);
    let facts = beside_one("2025-05-01", &done, hidden);
    assert_eq!(facts.state, P::Rectifying);
    assert_eq!(facts.rectified_on, None);
    assert_ne!(facts.item.light, Light::Done);
    // Nothing of it is shown.
    assert_eq!(facts.tasks, vec![Key::new(0)]);
    // A closing that was asked for does not hang on any task.
    let facts = beside_one("2025-05-01", &done, |problem| {
        hidden(problem);
        problem.item.closures = vec![asked("2025-04-20")];
    });
    assert_eq!(facts.rectified_on, Some(d("2025-04-20")));
}

#[test]
fn a_hidden_task_alone_keeps_the_problems_own_report_from_settling_it() {
    let facts = linked(
        "2025-05-01",
        |_| {},
        |problem| {
            problem.tasks = vec![Seen::Hidden];
            problem.item.progress = vec![percent("2025-03-01", "80"), finished("2025-03-10")];
        },
    );
    assert_eq!(facts.state, P::Rectifying);
    // A of a problem with tasks is that of its tasks, and these are not known.
    assert_eq!(facts.item.actual, None);
    assert!(facts.tasks.is_empty() && !facts.item.report_owed);
}

#[test]
fn its_own_report_does_not_put_right_what_its_tasks_have_not() {
    let half = [percent("2025-03-01", "50")];
    assert_eq!(
        beside_one("2025-04-01", &half, own_finish).state,
        P::Rectifying
    );
    // With the last of its tasks, and not before.
    let done = [percent("2025-03-01", "50"), finished("2025-04-10")];
    assert_eq!(
        beside_one("2025-04-09", &done, own_finish).state,
        P::Rectifying
    );
    let facts = beside_one("2025-05-01", &done, own_finish);
    assert_eq!(facts.rectified_on, Some(d("2025-04-10")));
    // Returned after the tasks were finished: its own report of the new round stands.
    let facts = beside_one("2025-06-01", &done, |problem| {
        problem.item.progress = vec![finished("2025-03-10"), finished("2025-05-20")];
        problem.item.closures = vec![returned("2025-04-12", "2025-05-01")];
    });
    assert_eq!(facts.state, P::Rectified);
    assert_eq!(facts.rectified_on, Some(d("2025-05-20")));
}

#[test]
fn without_a_task_to_wait_for_its_own_report_counts() {
    let alone = linked("2025-04-01", |_| {}, own_finish);
    assert_eq!(alone.rectified_on, Some(d("2025-03-10")));
    // A cancelled task and an ongoing one are never finished.
    let mut programme = Programme::default();
    programme.task(|task| task.item.limit = Limit::Ongoing);
    programme.task(|task| {
        due(&mut task.item, "2025-01-01", "2025-06-30");
        let (by, reason) = (None, None);
        let on = d("2025-02-01");
        task.item.cancelled = Some(Cancellation { on, by, reason });
    });
    programme.problem(|problem| {
        problem.tasks = (0..2).map(|place| Seen::Shown(Key::new(place))).collect();
        own_finish(problem);
    });
    let project = programme.project();
    let report = report(&project, d("2025-04-01"));
    let facts = report.problems[0].as_ref().expect("there");
    assert_eq!(facts.state, P::Rectified);
}
