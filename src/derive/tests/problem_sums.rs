//! What the problems of a set come to, and where a problem belongs.

use crate::derive::{ProblemRollUp, report};
use crate::model::{Key, Limit, Problem, Seen};

use super::problems::{accepted, again, asked, returned};
use super::programme::{Programme, d, n};

#[test]
fn what_the_problems_of_a_set_come_to() {
    let mut programme = Programme::default();
    let campaign = programme.campaign(|_| {});
    let above = programme.area(|_| {});
    let area = programme.area(|area| area.parent = Some(Seen::Shown(above)));
    let units: Vec<_> = (0..3).map(|_| programme.unit(|_| {})).collect();
    let mut add = |lead: Option<usize>, limit: &str, change: &dyn Fn(&mut Problem)| {
        programme.problem(|problem| {
            problem.lead = lead.map(|lead| Seen::Shown(units[lead]));
            problem.item.responsible = vec![Seen::Shown(units[2])];
            problem.item.campaign = Some(Seen::Shown(campaign));
            problem.item.areas = vec![Seen::Shown(area)];
            if !limit.is_empty() {
                problem.item.limit = Limit::Due(d(limit));
            }
            change(problem);
        });
    };
    // On 30 June: 0 leads a closed one in time, a rectified one whose limit is this day, and an overdue one;
    add(Some(0), "2025-06-01", &|p| {
        p.item.closures = vec![accepted("2025-06-01", "2025-06-05")];
    });
    add(Some(0), "2025-06-30", &|p| {
        p.item.closures = vec![asked("2025-06-30")]
    });
    add(Some(0), "2025-06-29", &|_| {});
    // 1 leads one that came back after its limit, and one without a limit whose closing was returned;
    add(Some(1), "2025-05-01", &|p| {
        p.item.closures = vec![accepted("2025-04-10", "2025-04-20")];
        p.reopened = vec![again("2025-06-20")];
    });
    add(Some(1), "", &|p| {
        p.item.closures = vec![returned("2025-06-01", "2025-06-10")]
    });
    // and nobody leads one that is due on this day and open.
    add(None, "2025-06-30", &|_| {});
    let project = programme.project();
    let report = report(&project, d("2025-06-30"));
    let whole = &report.problem_whole;
    assert_eq!(whole.total, 6);
    // Open, rectifying, rectified, closed, reopened.
    assert_eq!(whole.by_state, [2, 1, 1, 1, 1]);
    assert_eq!((whole.reopened, whole.returned), (1, 1));
    // Overdue: the third and the fourth. 2/6.
    assert_eq!((whole.overdue.count, whole.overdue.of), (2, 6));
    assert_eq!(whole.overdue.percent, Some(n("33.33")));
    assert_eq!((whole.rectified.count, whole.rectified.of), (2, 6));
    assert_eq!((whole.closure.count, whole.closure.of), (1, 2));
    assert_eq!(whole.closure.percent, Some(n("50")));
    // Limits reached: 1 and 29 June, 1 May, and 30 June of the rectified one alone; two of these four in time.
    assert_eq!((whole.on_time.count, whole.on_time.of), (2, 4));
    let led = |unit: usize| report.problem_units[unit].as_ref().expect("a unit");
    assert_eq!(led(0).as_lead.total, 3);
    assert_eq!(led(1).as_lead.total, 2);
    assert_eq!(led(2).as_lead, ProblemRollUp::default());
    assert_eq!(led(2).involved.total, 6);
    let of = |area: Key<_>| {
        report.problem_areas[area.place()]
            .as_ref()
            .expect("an area")
    };
    assert_eq!(of(area).own, *whole);
    assert_eq!((of(above).own.total, of(above).with_below.total), (0, 6));
    assert_eq!(report.problem_campaigns[0].as_ref(), Some(whole));
    // Problems are not ledger items.
    assert_eq!(report.whole.total, 0);
}

#[test]
fn nothing_to_divide_by_is_no_rate() {
    let project = Programme::default().project();
    let report = report(&project, d("2025-06-30"));
    assert_eq!(report.problem_whole, ProblemRollUp::default());
    assert_eq!(report.problem_whole.closure.percent, None);
}

#[test]
fn a_problem_belongs_where_its_tasks_do() {
    let mut programme = Programme::default();
    let areas: Vec<_> = (0..3).map(|_| programme.area(|_| {})).collect();
    for area in &areas[..2] {
        programme.task(|task| task.item.areas = vec![Seen::Shown(*area)]);
    }
    let tasks = || (0..2).map(|place| Seen::Shown(Key::new(place))).collect();
    programme.problem(|problem| problem.tasks = tasks());
    programme.problem(|problem| {
        problem.tasks = tasks();
        problem.item.areas = vec![Seen::Shown(areas[2])];
    });
    let project = programme.project();
    let report = report(&project, d("2025-06-30"));
    let placed = |place: usize| {
        report.problem_placings[place]
            .as_ref()
            .expect("there")
            .areas
            .len()
    };
    assert_eq!((placed(0), placed(1)), (2, 1));
    let totals: Vec<u32> = report
        .problem_areas
        .iter()
        .flatten()
        .map(|a| a.own.total)
        .collect();
    assert_eq!(totals, vec![1, 1, 1]);
}
