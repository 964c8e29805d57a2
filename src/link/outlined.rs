//! What bodies hold, known from before: a body whose text is the same is not looked through again.

use std::collections::HashMap;
use std::sync::Arc;

use crate::markdown::{self, Outline};
use crate::model::Head;
use crate::parallel;
use crate::record::RecordKind;

/// The outlines of bodies, by the record. What comes out is the same as without it.
#[derive(Debug, Default)]
pub(super) struct Outlined {
    pub(super) is_kept: bool,
    by_record: HashMap<(RecordKind, String), (String, Arc<Outline>)>,
    /// How many bodies of the last project did not have to be looked through, of how many.
    pub(super) hits: usize,
    pub(super) bodies: usize,
}

impl Outlined {
    /// One that keeps what it has made; the default forgets.
    pub(super) fn keeping() -> Outlined {
        Outlined {
            is_kept: true,
            ..Outlined::default()
        }
    }

    pub(super) fn of(&self, kind: RecordKind, head: &Head) -> Option<Arc<Outline>> {
        let body = head.body.as_ref()?;
        let known = self
            .is_kept
            .then(|| self.by_record.get(&(kind, head.id.clone())));
        let known = known.flatten().filter(|(text, _)| *text == body.markdown);
        Some(match known {
            Some((_, outline)) => Arc::clone(outline),
            None => Arc::new(markdown::outline(&body.markdown)),
        })
    }

    /// What the bodies of some records of a type hold, in their order.
    pub(super) fn all(&mut self, kind: RecordKind, heads: &[&Head]) -> Vec<Option<Arc<Outline>>> {
        let known: &Outlined = self;
        let all = parallel::map(heads, |_, head| known.of(kind, head));
        self.note(kind, heads, &all);
        all
    }

    /// A record that did not have to be linked again.
    pub(super) fn count(&mut self, head: &Head) {
        let body = usize::from(head.body.is_some());
        self.bodies += body;
        self.hits += body;
    }

    /// Remembers what is new.
    fn note(&mut self, kind: RecordKind, heads: &[&Head], all: &[Option<Arc<Outline>>]) {
        if !self.is_kept {
            return;
        }
        for (head, outline) in heads.iter().zip(all) {
            let (Some(body), Some(outline)) = (&head.body, outline) else {
                continue;
            };
            let key = (kind, head.id.clone());
            let known = self.by_record.get(&key);
            self.bodies += 1;
            if known.is_some_and(|(_, known)| Arc::ptr_eq(known, outline)) {
                self.hits += 1;
            } else {
                let new = (body.markdown.clone(), Arc::clone(outline));
                self.by_record.insert(key, new);
            }
        }
    }
}
