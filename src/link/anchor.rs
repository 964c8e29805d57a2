//! Links to a heading of another record's body.

use std::collections::HashSet;

use crate::diagnostic::{Finding, Place};
use crate::model::{Head, Key, Project, Shelf};
use crate::names;
use crate::record::RecordKind;

use super::outlined::Outlined;

/// A link with an anchor.
pub(super) struct Anchored {
    /// The type, and the place on its shelf.
    pub(super) to: (RecordKind, usize),
    pub(super) anchor: String,
    pub(super) written: String,
    pub(super) place: Place,
}

impl Anchored {
    /// What is found when there is no such heading.
    pub(super) fn broken(self, project: &Project, outlined: &Outlined) -> Option<Finding> {
        let ids = self.ids(project, outlined);
        if ids.contains(&self.anchor) {
            return None;
        }
        let close = names::close(&self.anchor, ids.iter().map(String::as_str));
        let broken = Finding::error("broken-anchor", self.place).with("target", self.written);
        Some(broken.suggest(close))
    }

    /// The ids of the headings there.
    fn ids(&self, project: &Project, outlined: &Outlined) -> HashSet<String> {
        let (kind, _) = self.to;
        let Some(head) = head(project, self.to) else {
            return HashSet::new();
        };
        let outline = outlined.of(kind, head);
        let headings = outline.iter().flat_map(|outline| &outline.headings);
        let mut ids: HashSet<String> = headings.map(|heading| heading.id.clone()).collect();
        // In whatever language a page is read, what a link leads to has to be on it.
        for (_, body) in &head.translations {
            let outline = crate::markdown::outline(&body.markdown);
            ids.retain(|id| outline.headings.iter().any(|heading| heading.id == *id));
        }
        ids
    }
}

/// None: a decision, which has no text with headings.
fn head(project: &Project, (kind, at): (RecordKind, usize)) -> Option<&Head> {
    fn now<T>(shelf: &Shelf<T>, at: usize) -> &T {
        &shelf.chronicle(Key::new(at)).now
    }
    Some(match kind {
        RecordKind::Campaign => &now(&project.campaigns, at).head,
        RecordKind::Area => &now(&project.areas, at).head,
        RecordKind::Unit => &now(&project.units, at).head,
        RecordKind::Person => &now(&project.people, at).head,
        RecordKind::Task => &now(&project.tasks, at).head,
        RecordKind::Meeting => &now(&project.meetings, at).head,
        RecordKind::Decision => return None,
        RecordKind::Document => &now(&project.documents, at).head,
        RecordKind::Problem => &now(&project.problems, at).head,
        RecordKind::Indicator => &now(&project.indicators, at).head,
        RecordKind::Instruction => &now(&project.instructions, at).head,
        RecordKind::Inspection => &now(&project.inspections, at).head,
        RecordKind::Assessment => &now(&project.assessments, at).head,
        RecordKind::Bulletin => &now(&project.bulletins, at).head,
    })
}
