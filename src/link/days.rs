//! What only the as-of date shows: years without a calendar, and facts so far ahead that the year is a slip.

use std::collections::{BTreeSet, HashSet};

use crate::date::Date;
use crate::diagnostic::{Finding, Path, Place};
use crate::model::{Chronicle, Item, Limit, Project, Task, Verdict};
use crate::source::{FileId, Source};

use super::far_off::far_off;

const CALENDAR: [&str; 2] = ["content/calendar.yaml", "content/calendar.yml"];

/// Facts later than this beside the as-of date are mistyped rather than early.
const AHEAD_MONTHS: i32 = 12;

/// What is found at `as_of`; `own` is the site's own date, so that an old edition is no reason to doubt newer facts.
pub(crate) fn days(
    project: &Project,
    source: &Source,
    (as_of, own): (Date, Date),
    findings: &mut Vec<Finding>,
) {
    uncovered(project, source, as_of, findings);
    far_off(project, own, findings);
    let last = as_of.max(own).plus_months(AHEAD_MONTHS);
    for (_, Chronicle { now, .. }) in project.tasks.iter() {
        ahead(now, last, findings);
    }
    // Whoever builds an old day knows that later editions are not out on it.
    for (_, Chronicle { now, .. }) in project.bulletins.iter().filter(|_| as_of == own) {
        if now.released.is_some() && now.dated > own {
            let later = Finding::note("dated-after-as-of", now.head.origin.field("dated"));
            findings.push(
                later
                    .with("dated", now.dated.to_string())
                    .with("as_of", own),
            );
        }
    }
    for (_, Chronicle { now, .. }) in project.documents.iter() {
        let place = now.head.origin.field("date");
        findings.extend(beyond(now.date, last, place));
    }
}

/// Years in which work days are counted and for which the office has entered nothing.
fn uncovered(project: &Project, source: &Source, as_of: Date, findings: &mut Vec<Finding>) {
    let calendar = &project.calendar;
    let kept = source
        .files
        .iter()
        .position(|file| CALENDAR.contains(&file.path.as_str()));
    let is_broken = |place: usize| {
        let own = u32::try_from(place).ok().map(FileId);
        findings.iter().any(|finding| finding.place.file() == own)
    };
    if kept.is_some_and(is_broken) {
        return;
    }
    let mut years: BTreeSet<i16> = BTreeSet::new();
    if !(calendar.off.is_empty() && calendar.work.is_empty()) {
        years.insert(as_of.year());
    }
    let parents: HashSet<usize> = project
        .tasks
        .iter()
        .filter_map(|(_, task)| task.now.parent?.key())
        .map(|key| key.place())
        .collect();
    let leaves = project
        .tasks
        .iter()
        .filter(|(key, _)| !parents.contains(&key.place()))
        .map(|(_, task)| &task.now.item);
    let actions = project
        .decisions
        .iter()
        .filter_map(|(_, decision)| decision.now.action.as_ref());
    for due in leaves
        .chain(actions)
        .filter_map(|item| open_due(item, as_of))
        .filter(|due| *due < as_of)
    {
        years.extend(due.year()..=as_of.year());
    }
    let path = kept.map_or(CALENDAR[0], |place| source.files[place].path.as_str());
    let missing = years.into_iter().filter(|year| !calendar.covers(*year));
    findings.extend(missing.map(|year| {
        Finding::warning("calendar-year-missing", Place::Path(path.to_owned()))
            .with("year", year.to_string())
    }));
}

/// The due date of an item that is neither done nor cancelled.
fn open_due(item: &Item, as_of: Date) -> Option<Date> {
    let Limit::Due(due) = item.limit else {
        return None;
    };
    let closed = item.closures.iter().any(|closure| {
        closure.verdict == Some(Verdict::Accepted)
            && closure.closed_on.is_some_and(|on| on <= as_of)
    });
    let finished = item
        .progress
        .iter()
        .any(|entry| entry.finished && entry.date <= as_of);
    let cancelled = item.cancelled.as_ref().is_some_and(|one| one.on <= as_of);
    let granted = item.extensions.iter().filter_map(|extension| {
        let approved = extension.approved_on.filter(|on| *on <= as_of)?;
        Some((approved, extension.due))
    });
    let due = granted
        .max_by_key(|(approved, _)| *approved)
        .map_or(due, |(_, due)| due);
    (!closed && !finished && !cancelled).then_some(due)
}

fn ahead(task: &Task, last: Date, findings: &mut Vec<Finding>) {
    let origin = task.head.origin;
    let at =
        |list: &str, place: usize, field: &str| origin.at(Path::new(list).place(place).key(field));
    for (n, entry) in task.item.progress.iter().enumerate() {
        findings.extend(beyond(entry.date, last, at("progress", n, "date")));
    }
    for (n, milestone) in task.item.milestones.iter().enumerate() {
        let done = milestone
            .done_on
            .and_then(|on| beyond(on, last, at("milestones", n, "done_on")));
        findings.extend(done);
    }
    for (n, closure) in task.item.closures.iter().enumerate() {
        let closed = closure
            .closed_on
            .and_then(|on| beyond(on, last, at("closure", n, "closed_on")));
        findings.extend(closed);
    }
}

fn beyond(date: Date, last: Date, place: Place) -> Option<Finding> {
    (date > last).then(|| Finding::note("future-record", place).with("date", date))
}
