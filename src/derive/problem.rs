//! The course of each problem at a day, in rounds that a return or a re-opening begins, and its facts.

use crate::date::Date;
use crate::model::{Key, Problem, ProblemState, Seen, State, Task, Verdict};

use super::course::{Course, accepted_finish, accepted_on};
use super::desk::Desk;
use super::item::{Made, Subject, facts, made_of};
use super::leaves::Leaves;
use super::ledger::topmost;
use super::months::standing;
use super::placing::{Ladders, problem_placing};
use super::progress::{actual, planned};
use super::report::{ItemFacts, Placing, ProblemFacts};
use super::reporting::owed;

/// Closings, returns and re-openings of a problem by a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Rounds {
    closed_on: Option<Date>,
    reopened_on: Option<Date>,
    last_reopened_on: Option<Date>,
    returned_on: Option<Date>,
    closed_times: u32,
    reopened_times: u32,
    since: Option<Since>,
}

/// What began the round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Since {
    /// With the place of the returned closing.
    Returned(Date, usize),
    Reopened(Date),
}

impl Since {
    /// What was closed could only be put right again from the day of its re-opening on; what was returned, after it.
    fn before(since: Option<Since>, day: Date) -> bool {
        match since {
            None => true,
            Some(Since::Returned(on, _)) => on < day,
            Some(Since::Reopened(on)) => on <= day,
        }
    }

    /// The same of a closing, whose place tells which of one day is the later one.
    fn before_closing(since: Option<Since>, day: Date, place: usize) -> bool {
        match since {
            Some(Since::Returned(on, returned)) => (on, returned) < (day, place),
            other => Since::before(other, day),
        }
    }
}

/// In the order of one day: what was closed before it is re-opened before it is closed again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Event {
    Reopened,
    /// A closing accepted or returned, with its place.
    Judged(usize, bool),
}

fn rounds(problem: &Problem, day: Date) -> Rounds {
    let judged = problem.item.closures.iter().enumerate();
    let judged = judged.filter_map(|(place, closure)| match closure.verdict? {
        Verdict::Accepted => Some((closure.closed_on?, Event::Judged(place, true))),
        Verdict::Returned => Some((closure.verified_on?, Event::Judged(place, false))),
    });
    let reopened = problem.reopened.iter();
    let reopened = reopened.map(|reopening| (reopening.on, Event::Reopened));
    let mut events: Vec<(Date, Event)> = judged.chain(reopened).collect();
    events.retain(|(on, _)| *on <= day);
    events.sort();
    let mut rounds = Rounds::default();
    for (on, event) in events {
        match event {
            Event::Reopened if rounds.closed_on.is_some() => {
                rounds.closed_on = None;
                rounds.reopened_on = Some(on);
                rounds.last_reopened_on = Some(on);
                rounds.reopened_times += 1;
                rounds.since = Some(Since::Reopened(on));
            }
            // Still open: nothing comes back.
            Event::Reopened => {}
            Event::Judged(_, true) => {
                rounds.closed_times += u32::from(rounds.closed_on.is_none());
                rounds.closed_on = Some(on);
                rounds.reopened_on = None;
            }
            Event::Judged(place, false) => {
                rounds.closed_on = None;
                rounds.returned_on = Some(on);
                rounds.since = Some(Since::Returned(on, place));
            }
        }
    }
    rounds
}

/// How far the linked tasks have come.
#[derive(Debug, Clone, Copy, Default)]
struct ByTasks {
    begun: bool,
    /// One is unfinished, or hidden and so perhaps unfinished.
    waits: bool,
    /// When the last of them was finished, once all are.
    finished_on: Option<Date>,
}

fn by_tasks(linked: &Linked, tasks: &[Option<ItemFacts>]) -> ByTasks {
    let hidden = linked.hidden;
    let linked = linked
        .tasks
        .iter()
        .filter_map(|key| tasks[key.place()].as_ref());
    let linked: Vec<&ItemFacts> = linked.filter(|f| f.state != State::Cancelled).collect();
    let counted = linked.iter().filter(|facts| !facts.ongoing);
    let ended = |facts: &&ItemFacts| matches!(facts.state, State::Finished | State::Closed);
    let waits = hidden || !counted.clone().all(ended);
    let last = counted.filter_map(|facts| facts.finished_on).max();
    ByTasks {
        begun: linked.iter().any(|facts| facts.begun),
        waits,
        finished_on: last.filter(|_| !waits),
    }
}

/// The first day of the round on which it was put right.
fn put_right(
    problem: &Problem,
    day: Date,
    since: Option<Since>,
    by_tasks: ByTasks,
) -> Option<Date> {
    let entries = problem.item.progress.iter();
    let reported = entries
        .filter(|entry| entry.finished && entry.date <= day && !by_tasks.waits)
        .map(|entry| entry.date)
        .filter(|on| Since::before(since, *on))
        // Not before the last of its tasks.
        .map(|on| by_tasks.finished_on.map_or(on, |tasks| on.max(tasks)));
    let closings = problem.item.closures.iter().enumerate();
    let asked = closings.filter_map(|(place, closure)| {
        let returned = closure.verdict == Some(Verdict::Returned)
            && closure.verified_on.is_none_or(|on| on <= day);
        let in_round = |on: &Date| *on <= day && Since::before_closing(since, *on, place);
        let accepted = accepted_on(closure, day).filter(|on| in_round(on));
        // Accepted in this round, though asked for before it.
        let accepted = accepted.and_then(|on| {
            accepted_finish(closure, day)
                .filter(|f| in_round(f))
                .or(Some(on))
        });
        let requested = closure.requested_on.filter(|on| in_round(on));
        requested.filter(|_| !returned).or(accepted)
    });
    let tasks = by_tasks.finished_on.filter(|on| Since::before(since, *on));
    reported.chain(asked).chain(tasks).min()
}

/// The course as the common table of lights reads it: put right is finished, re-opened is in progress.
fn course(problem: &Problem, day: Date, by_tasks: ByTasks) -> (Rounds, Course) {
    let rounds = rounds(problem, day);
    let reported = problem.item.progress.iter().any(|entry| entry.date <= day);
    let closings = problem.item.closures.iter();
    let mut asked = closings.filter_map(|closure| {
        let accepted = accepted_on(closure, day);
        closure.requested_on.filter(|on| *on <= day).or(accepted)
    });
    let asked = asked.next().is_some();
    let open_again = rounds.reopened_on.is_some();
    let put_right = put_right(problem, day, rounds.since, by_tasks);
    let course = Course {
        cancelled: false,
        suspended: false,
        begun: reported || asked || by_tasks.begun || open_again,
        returned_on: rounds.returned_on,
        finished_on: put_right.filter(|_| !open_again),
        closed_on: rounds.closed_on,
    };
    (rounds, course)
}

fn state(rounds: &Rounds, course: &Course) -> ProblemState {
    match course.state() {
        _ if rounds.reopened_on.is_some() => ProblemState::Reopened,
        State::Closed => ProblemState::Closed,
        State::Finished => ProblemState::Rectified,
        State::NotStarted => ProblemState::Open,
        State::InProgress | State::Suspended | State::Cancelled => ProblemState::Rectifying,
    }
}

struct Linked {
    /// Those that exist and are shown, each once.
    tasks: Vec<Key<Task>>,
    /// There are others.
    hidden: bool,
}

impl Linked {
    fn is_none(&self) -> bool {
        self.tasks.is_empty() && !self.hidden
    }
}

fn linked(desk: &Desk, problem: &Problem) -> Linked {
    let hidden = problem.tasks.contains(&Seen::Hidden);
    let mut tasks = Vec::with_capacity(problem.tasks.len());
    for task in problem.tasks.iter().filter_map(Seen::key) {
        if desk.presence.tasks[task.place()] && !tasks.contains(&task) {
            tasks.push(task);
        }
    }
    Linked { tasks, hidden }
}

pub(super) fn problem_placings(
    desk: &Desk,
    tasks: &[Option<Placing>],
    ladders: &Ladders,
) -> Vec<Option<Placing>> {
    let shelf = &desk.view.project.problems;
    let place = |key| {
        let problem = shelf.at(key, desk.view.day);
        let by = linked(desk, problem).tasks;
        let by: Vec<&Placing> = by
            .iter()
            .filter_map(|t| tasks[t.place()].as_ref())
            .collect();
        problem_placing(problem, &by, ladders)
    };
    let problems = shelf.keys().zip(&desk.presence.problems);
    problems
        .map(|(key, there)| there.then(|| place(key)))
        .collect()
}

pub(super) fn problem_facts(
    desk: &Desk,
    placings: &[Option<Placing>],
    (tasks, leaves): (&[Option<ItemFacts>], &[Leaves]),
) -> Vec<Option<ProblemFacts>> {
    let shelf = &desk.view.project.problems;
    let derive = |(key, placing): (Key<Problem>, &Option<Placing>)| {
        let placing = placing.as_ref()?;
        let problem = shelf.at(key, desk.view.day);
        let linked = linked(desk, problem);
        let by_tasks = by_tasks(&linked, tasks);
        let (rounds, course) = course(problem, desk.view.day, by_tasks);
        let mut below = Leaves::default();
        for task in topmost(&linked.tasks, &desk.presence.parents) {
            below.join(&leaves[task.place()]);
        }
        let subject = subject(desk, problem, (placing, linked.is_none()));
        let made = match linked.is_none() {
            true => made_alone(desk, problem, &subject, course),
            false => made_of(&below, course),
        };
        Some(ProblemFacts {
            state: state(&rounds, &course),
            item: facts(&desk.view, &subject, made),
            rectified_on: course.finished_on,
            closed_on: rounds.closed_on,
            reopened_on: rounds.reopened_on,
            last_reopened_on: rounds.last_reopened_on,
            returned_on: rounds.returned_on,
            closed_times: rounds.closed_times,
            reopened_times: rounds.reopened_times,
            tasks: linked.tasks,
        })
    };
    shelf.keys().zip(placings).map(derive).collect()
}

fn subject<'a>(
    desk: &Desk,
    problem: &'a Problem,
    (placing, alone): (&Placing, bool),
) -> Subject<'a> {
    Subject {
        item: &problem.item,
        ongoing: false,
        tags: &problem.head.tags,
        kind: None,
        notices: &[],
        cutoffs: desk.cutoffs_of(Some(placing)).filter(|_| alone),
        in_ledger: false,
    }
}

/// A problem that no task is linked to, not even a hidden one, reports for itself.
fn made_alone(desk: &Desk, problem: &Problem, subject: &Subject, now: Course) -> Made {
    let (item, day) = (&problem.item, desk.view.day);
    let on = |day| course(problem, day, ByTasks::default()).1;
    Made {
        course: now,
        actual: actual(item, day),
        planned: planned(item, day),
        month_ends: desk
            .view
            .month_ends
            .map(|ends| ends.map(|end| standing(item, end, &on(end)))),
        owed: owed(day, subject.cutoffs, &item.progress, on),
    }
}
