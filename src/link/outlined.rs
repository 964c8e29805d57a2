//! What bodies hold, known from before: a body whose text is the same is not looked through again.

use std::collections::HashMap;
use std::sync::Arc;

use crate::markdown::{self, Outline};
use crate::model::Head;
use crate::record::RecordKind;

/// The outlines of bodies, by the record. What comes out is the same as without it.
#[derive(Debug, Default)]
pub(crate) struct Outlined {
    is_kept: bool,
    by_record: HashMap<(RecordKind, String), (String, Arc<Outline>)>,
    /// How many bodies of the last project did not have to be looked through, of how many.
    pub(crate) hits: usize,
    pub(crate) bodies: usize,
}

impl Outlined {
    /// One that keeps what it has made; the default forgets.
    pub(crate) fn keeping() -> Outlined {
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

    /// Remembers what is new.
    pub(super) fn note(&mut self, kind: RecordKind, heads: &[&Head], all: &[Option<Arc<Outline>>]) {
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
