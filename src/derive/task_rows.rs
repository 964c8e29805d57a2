//! Tasks as rows of `facts.json`: what every item has, and what only tasks have.

use serde::Serialize;

use crate::date::Date;
use crate::model::{Key, Notice, Task};

use super::fact_rows::{ItemRow, MoreRow};
use super::facts::Rows;
use super::ladder::ladder;
use super::report::{Count, ItemFacts};
use super::worst::{Above, worst_below};

/// A row of an item, the worst light below it, and its supervision notices.
#[derive(Debug, Serialize)]
pub(super) struct TaskRow {
    #[serde(flatten)]
    item: ItemRow,
    /// Of a parent: the worst light of its leaves. Null: nothing is below.
    worst_below: Option<WorstRow>,
    /// Null: no notice was issued by D.
    notices: Option<NoticesRow>,
}

/// The worst light below a unit or a task, and the ids of the items that have it.
#[derive(Debug, Serialize)]
pub(super) struct WorstRow {
    light: &'static str,
    tasks: Vec<String>,
    decisions: Vec<String>,
}

/// Where a task stands on the ladder of supervision notices.
#[derive(Debug, Serialize)]
struct NoticesRow {
    /// The highest rung among the open notices; null when none is open.
    rung: Option<&'static str>,
    /// In written order.
    open: Vec<NoticeRow>,
    /// The earliest limit among the open ones.
    due: Option<Date>,
    /// The rung that comes next, because an open notice is past its limit and has no response.
    next: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct NoticeRow {
    number: Option<String>,
    kind: &'static str,
    issued_on: Date,
    due: Option<Date>,
    /// Past its limit, and without a response by D.
    unanswered: bool,
}

pub(super) fn task_rows(rows: &Rows) -> Vec<TaskRow> {
    let tasks = rows.project().tasks.keys().zip(&rows.report.tasks);
    let made = tasks.filter_map(|(key, facts)| Some(row(rows, key, facts.as_ref()?)));
    made.collect()
}

fn row(rows: &Rows, key: Key<Task>, facts: &ItemFacts) -> TaskRow {
    let task = rows.project().tasks.at(key, rows.report.as_of);
    let placing = rows.report.task_placings[key.place()].as_ref();
    let item = rows.item(facts, &task.item.milestones, rows.more(facts, placing));
    TaskRow {
        item: ItemRow {
            id: task.head.id.clone(),
            title: rows.text(&task.title),
            lead: rows.lead(Some(task.item.lead)),
            trend: rows.report.task_trend(key).known(),
            more: MoreRow {
                parent: parent(rows, task),
                ..item.more
            },
            ..item
        },
        worst_below: worst_row(rows, Above::Task(key)),
        notices: notices(&task.notices, rows.report.as_of),
    }
}

fn parent(rows: &Rows, task: &Task) -> Option<String> {
    let parent = task.parent.as_ref()?.key()?;
    rows.report.tasks[parent.place()].as_ref()?;
    let tasks = &rows.project().tasks;
    Some(tasks.at(parent, rows.report.as_of).head.id.clone())
}

pub(super) fn worst_row(rows: &Rows, above: Above) -> Option<WorstRow> {
    let (project, day) = (rows.project(), rows.report.as_of);
    let worst = worst_below(rows.report, above)?;
    let mut row = WorstRow {
        light: worst.light.word(),
        tasks: Vec::new(),
        decisions: Vec::new(),
    };
    for cause in worst.causes {
        match cause {
            Count::Task(key) => row.tasks.push(project.tasks.at(key, day).head.id.clone()),
            Count::Decision(key) => {
                let decision = project.decisions.at(key, day);
                row.decisions.push(decision.head.id.clone());
            }
        }
    }
    Some(row)
}

fn notices(notices: &[Notice], day: Date) -> Option<NoticesRow> {
    notices.iter().find(|notice| notice.issued_on <= day)?;
    let ladder = ladder(notices, day);
    let open = ladder.open.iter().map(|place| (place, &notices[*place]));
    Some(NoticesRow {
        rung: ladder.rung.map(|kind| kind.word()),
        open: open
            .map(|(place, notice)| NoticeRow {
                number: notice.number.clone(),
                kind: notice.kind.word(),
                issued_on: notice.issued_on,
                due: notice.due,
                unanswered: ladder.unanswered.contains(place),
            })
            .collect(),
        due: ladder.open.iter().filter_map(|at| notices[*at].due).min(),
        next: ladder.suggested.map(|kind| kind.word()),
    })
}
