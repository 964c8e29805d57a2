//! Whether records teach linking what those before them taught: most edits change nothing that others learn.

use std::collections::HashMap;
use std::sync::Arc;

use crate::config::Config;
use crate::diagnostic::Origin;
use crate::model::Audience;
use crate::record::{MeetingRecord, Records, Written};
use crate::source::Source;

use super::decision;
use super::edition::{Release, is_out};
use super::frame::Frame;

type Releases = HashMap<Origin, Release>;

/// Records, and what of their bulletins was released.
pub(super) type Taught<'t> = (&'t Records, &'t Releases);

/// A frame, and what records are held against that it was made of.
struct Held<'h> {
    frame: &'h Frame,
    source: &'h Source,
}

/// Whether a frame made now would be the one that was made of the records before. A record that is in memory where it
/// was is not looked at.
pub(super) fn is_same(
    frame: &Frame,
    (before, now): (Taught<'_>, Taught<'_>),
    (source, config): (&Source, &Config),
    audience: &Audience,
) -> bool {
    let held = Held { frame, source };
    let (released, releases) = (before.1, now.1);
    let (before, now) = (before.0, now.0);
    frame.is_for(config, audience)
        && before.lost == now.lost
        && held.all(&before.campaigns, &now.campaigns, |_, _| true)
        && held.all(&before.areas, &now.areas, |a, b| {
            a.value.name == b.value.name
        })
        && held.all(&before.units, &now.units, |a, b| {
            let short = a.value.short_name == b.value.short_name;
            short && a.value.name == b.value.name
        })
        && held.all(&before.people, &now.people, |a, b| {
            a.value.name == b.value.name
        })
        && held.all(&before.tasks, &now.tasks, |_, _| true)
        && held.all(&before.meetings, &now.meetings, are_meetings_same)
        && held.all(&before.documents, &now.documents, |a, b| {
            a.value.date == b.value.date
        })
        && held.all(&before.problems, &now.problems, |_, _| true)
        && held.all(&before.indicators, &now.indicators, |_, _| true)
        && held.all(&before.instructions, &now.instructions, |a, b| {
            a.value.date == b.value.date
        })
        && held.all(&before.inspections, &now.inspections, |a, b| {
            a.value.date == b.value.date
        })
        && held.all(&before.assessments, &now.assessments, |_, _| true)
        && held.all(&before.bulletins, &now.bulletins, |_, _| true)
        && now.bulletins.iter().all(|one| {
            let out = |all: &Releases| is_out(all.get(&one.origin), audience);
            out(released) == out(releases)
        })
}

impl Held<'_> {
    /// The same records in the same order, as far as any type is learned of; `and` looks at what is its own.
    fn all<T>(
        &self,
        before: &[Arc<Written<T>>],
        now: &[Arc<Written<T>>],
        and: impl Fn(&Written<T>, &Written<T>) -> bool,
    ) -> bool {
        let mut pairs = before.iter().zip(now);
        before.len() == now.len()
            && pairs.all(|(then, now)| {
                Arc::ptr_eq(then, now) || (self.one(then, now) && and(then, now))
            })
    }

    fn one<T>(&self, then: &Written<T>, now: &Written<T>) -> bool {
        then.origin == now.origin
            && then.id == now.id
            && then.struck == now.struck
            && then.head.visibility == now.head.visibility
            && then.alone == now.alone
            && (now.alone.is_none() || self.has_file(now.origin))
    }

    /// Whether a record was alone in the file of this path before.
    fn has_file(&self, origin: Origin) -> bool {
        let file = self.source.files.get(origin.file().0 as usize);
        file.is_some_and(|file| self.frame.alone.contains_key(&file.path))
    }
}

/// What others learn of a meeting: its day, and each of its decisions.
fn are_meetings_same(then: &Written<MeetingRecord>, now: &Written<MeetingRecord>) -> bool {
    let (before, after) = (decision::every(then), decision::every(now));
    then.value.date == now.value.date && before == after
}
