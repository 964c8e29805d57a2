//! Suspect decision links: confirmed and amended in every order.

use crate::date::Date;
use crate::derive::report;
use crate::model::{Confirmation, Decision, Key, Project, Seen, Task};

use super::programme::{Programme, d, t};

// printf '18:示例议定事项0:1:00:' | sha256sum
const AS_TAKEN: &str = "bbb0c3d7cd55135f54c591fe3a03129256c1e29d1d8f82006060a4407079a301";

const AS_REWORDED: &str = "b00a6cce0a877b95f6b8596a75d62575ac5b93739cf1b200fbb8ca3030ae0cfa";

fn confirmed(on: &str, digest: &str) -> Confirmation {
    Confirmation {
        decision: Seen::Shown(Key::new(0)),
        on: d(on),
        by: None,
        digest: digest.to_owned(),
    }
}

/// A decision of 1 March, reworded on 1 May if it is said, and a task that carries it out.
fn office(amended: bool, change: impl FnOnce(&mut Task)) -> Project {
    let mut programme = Programme::default();
    let task = programme.task(change);
    let meeting = programme.meeting("2025-03-01");
    let decision = programme.decision(meeting, |decision: &mut Decision| {
        decision.tasks = vec![Seen::Shown(task)];
        if amended {
            decision.text = t("改过的议定事项");
        }
    });
    if amended {
        programme.reword(decision, "2025-05-01", "示例议定事项");
    }
    programme.project()
}

/// (confirmed on, changed on) of the only suspect link.
fn told(project: &Project, day: &str) -> (Option<Date>, Option<Date>) {
    match report(project, d(day)).suspects[..] {
        [link] => (link.confirmed_on, link.changed_on),
        ref other => panic!("{other:?}"),
    }
}

fn suspects(project: &Project, day: &str) -> usize {
    report(project, d(day)).suspects.len()
}

#[test]
fn a_link_never_confirmed_is_suspect_once_its_decision_is_amended() {
    assert_eq!(suspects(&office(false, |_| {}), "2025-12-31"), 0);
    let amended = office(true, |_| {});
    assert_eq!(suspects(&amended, "2025-04-30"), 0);
    assert_eq!(suspects(&amended, "2025-05-01"), 1);
    assert_eq!(told(&amended, "2025-12-31"), (None, Some(d("2025-05-01"))));
}

#[test]
fn a_task_that_came_after_the_amendment_knew_it() {
    let later =
        |from: &'static str| office(true, move |task| task.head.exists_from = Some(d(from)));
    assert_eq!(suspects(&later("2025-05-01"), "2025-12-31"), 0);
    assert_eq!(suspects(&later("2025-04-30"), "2025-12-31"), 1);
}

#[test]
fn the_last_confirmation_by_the_day_counts() {
    let once = || confirmed("2025-03-10", AS_TAKEN);
    let project = office(true, |task| task.confirmed = vec![once()]);
    assert_eq!(suspects(&project, "2025-04-30"), 0);
    assert_eq!(suspects(&project, "2025-05-01"), 1);
    let days = (Some(d("2025-03-10")), Some(d("2025-05-01")));
    assert_eq!(told(&project, "2025-05-01"), days);
    // Confirmed anew as it reads now: printf '21:改过的议定事项0:1:00:' | sha256sum
    let anew = office(true, |task| {
        task.confirmed = vec![once(), confirmed("2025-05-02", AS_REWORDED)];
    });
    assert_eq!(suspects(&anew, "2025-05-01"), 1);
    assert_eq!(suspects(&anew, "2025-05-02"), 0);
    // One of something else is suspect from its own day on.
    let wrong = office(false, |task| {
        task.confirmed = vec![once(), confirmed("2025-06-01", &AS_TAKEN.replace('0', "1"))];
    });
    assert_eq!(suspects(&wrong, "2025-05-31"), 0);
    assert_eq!(suspects(&wrong, "2025-06-01"), 1);
    // Nobody has written down a change since.
    assert_eq!(told(&wrong, "2025-06-01"), (Some(d("2025-06-01")), None));
}
