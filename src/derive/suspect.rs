//! Decision links that are suspect: the decision no longer says what the task was taken on to carry out.

use crate::date::Date;
use crate::digest::Digest;
use crate::model::{Decision, Key, Project, Seen, Task, Text, Unit};

use super::report::Suspect;

/// Every link from a task to a decision that it carries out and that is suspect at the day, by decision, then by task.
///
/// A link that was confirmed by the day is suspect while the decision's digest differs from that of the last
/// confirmation. A link that never was is suspect when the decision has changed since both were there: its digest
/// differs from the one it had on the day from which the task exists, or on the day of its meeting if that is later.
/// A decision that nobody has amended is therefore never suspect without a confirmation.
pub(super) fn suspects(
    project: &Project,
    day: Date,
    carried_out_by: &[Vec<Key<Task>>],
) -> Vec<Suspect> {
    let links = project.decisions.keys().zip(carried_out_by);
    let links = links.flat_map(|(decision, tasks)| tasks.iter().map(move |task| (*task, decision)));
    links
        .filter_map(|link| suspect(project, day, link))
        .collect()
}

fn suspect(
    project: &Project,
    day: Date,
    (task, decision): (Key<Task>, Key<Decision>),
) -> Option<Suspect> {
    let now = decision_digest(project, decision, day)?;
    let confirmed = project.tasks.at(task, day).confirmed.iter();
    let confirmed = confirmed.filter(|c| c.on <= day && c.decision.key() == Some(decision));
    let last = confirmed.max_by_key(|c| c.on);
    let (is_suspect, since) = match last {
        Some(last) => (last.digest != now.hex(), last.on),
        None => {
            let meeting = project.decisions.at(decision, day).meeting;
            let met = project.meetings.at(meeting, day).date;
            let from = project.tasks.at(task, day).head.exists_from;
            let both = from.map_or(met, |from| from.max(met));
            let then = decision_digest(project, decision, both);
            (then.is_some_and(|then| then != now), both)
        }
    };
    is_suspect.then(|| Suspect {
        task,
        decision,
        confirmed_on: last.map(|last| last.on),
        changed_on: changed_on(project, decision, (since, day)),
    })
}

/// The last day in the span, both its ends in it, from which the decision has asked something else than the day before.
fn changed_on(
    project: &Project,
    decision: Key<Decision>,
    (since, day): (Date, Date),
) -> Option<Date> {
    let asks = |day| decision_digest(project, decision, day);
    let amended = project.decisions.chronicle(decision).before.iter();
    let mut days = amended.map(|(on, _)| *on).rev();
    days.find(|on| since <= *on && *on <= day && asks(*on) != asks(on.plus_days(-1)))
}

/// SHA-256 of what a decision asks at a day: each of these parts as its number of bytes, a colon and its UTF-8: the
/// text (as written once; else the Chinese, then the English), the lead's id, the number of responsible units, their
/// ids, and the due date; what is not there is empty. None where a unit is hidden from this audience: its id, and so
/// the digest, cannot be known.
pub(crate) fn decision_digest(
    project: &Project,
    decision: Key<Decision>,
    day: Date,
) -> Option<Digest> {
    let decision = project.decisions.at(decision, day);
    let id = |unit: Seen<Unit>| Some(project.units.at(unit.key()?, day).head.id.clone());
    let mut parts = match &decision.text {
        Text::Empty => vec![String::new()],
        Text::Plain(text) => vec![text.clone()],
        Text::Translated(both) => {
            let written = [&both.zh, &both.en].into_iter();
            written
                .map(|text| text.clone().unwrap_or_default())
                .collect()
        }
    };
    parts.push(match decision.lead {
        Some(lead) => id(lead)?,
        None => String::new(),
    });
    parts.push(decision.responsible.len().to_string());
    for unit in &decision.responsible {
        parts.push(id(*unit)?);
    }
    parts.push(decision.due.map(|d| d.to_string()).unwrap_or_default());
    let parts = parts.iter().map(|part| format!("{}:{part}", part.len()));
    Some(Digest::of(parts.collect::<String>().as_bytes()))
}
