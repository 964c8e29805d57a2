//! Facts of leaf tasks that were derived before: a task that stands in memory where it stood has the same ones.

use std::sync::Arc;

use crate::date::Date;
use crate::model::{Calendar, Chronicle, Key, Project, Rules, Task};

use super::leaves::Leaves;
use super::report::ItemFacts;
use super::reporting::Cutoffs;

/// What is known from before. It changes how fast a report is there, never what it is.
#[derive(Debug, Default)]
pub(crate) struct Known {
    is_kept: bool,
    /// By what all facts were judged.
    of: Option<(Date, Rules, Calendar)>,
    /// By the task's place.
    leaves: Vec<Option<Leaf>>,
}

/// What a task's facts were made of, and the facts.
#[derive(Debug)]
struct Leaf {
    task: Arc<Chronicle<Task>>,
    cutoffs: Option<Cutoffs>,
    made: (ItemFacts, Leaves),
}

impl Known {
    /// One that keeps what it has seen; the default forgets.
    pub(crate) fn keeping() -> Known {
        Known {
            is_kept: true,
            ..Known::default()
        }
    }

    /// How many facts are kept.
    #[cfg(test)]
    pub(crate) fn number(&self) -> usize {
        self.leaves.iter().flatten().count()
    }

    /// Forgets what would be judged otherwise now.
    pub(super) fn fit(&mut self, project: &Project, day: Date) {
        let is_same = |(on, rules, calendar): &(Date, Rules, Calendar)| {
            *on == day && *rules == project.rules && *calendar == project.calendar
        };
        if !self.is_kept {
            return;
        }
        if !self.of.as_ref().is_some_and(is_same) {
            self.leaves.clear();
            self.of = Some((day, project.rules.clone(), project.calendar.clone()));
        }
        self.leaves.resize_with(project.tasks.len(), || None);
    }

    /// The facts of a leaf that is the same, with the same cut-offs.
    pub(super) fn recall(
        &self,
        (project, key): (&Project, Key<Task>),
        cutoffs: Option<Cutoffs>,
    ) -> Option<(ItemFacts, Leaves)> {
        let known = self.leaves.get(key.place())?.as_ref()?;
        let is_same = Arc::ptr_eq(&known.task, project.tasks.held(key)) && known.cutoffs == cutoffs;
        is_same.then(|| known.made.clone())
    }

    pub(super) fn note(
        &mut self,
        (project, key): (&Project, Key<Task>),
        cutoffs: Option<Cutoffs>,
        made: &(ItemFacts, Leaves),
    ) {
        if self.is_kept {
            self.leaves[key.place()] = Some(Leaf {
                task: Arc::clone(project.tasks.held(key)),
                cutoffs,
                made: made.clone(),
            });
        }
    }
}
