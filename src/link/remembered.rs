//! Records that were linked before: one that is the same, among others of which it learns the same, is not linked again.

use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use crate::config::Config;
use crate::diagnostic::{Finding, Origin};
use crate::model::{
    Area, Assessment, Audience, Campaign, Chronicle, Document, Indicator, Inspection, Instruction,
    Person, Problem, Task, Unit,
};
use crate::record::{
    AreaRecord, AssessmentRecord, CampaignRecord, DocumentRecord, IndicatorRecord,
    InspectionRecord, InstructionRecord, PersonRecord, ProblemRecord, RecordKind, Records,
    TaskRecord, UnitRecord, Written,
};
use crate::source::{Asset, Source};

use super::edition::Release;
use super::frame::Frame;
use super::head::slug_of;
use super::linker::Linker;
use super::outlined::Outlined;
use super::taught;

/// What is known from before. It changes how fast a project is there, never what it is.
#[derive(Debug, Default)]
pub(crate) struct Known {
    /// What the records that are remembered had learned.
    frame: Option<Arc<Frame>>,
    assets: Vec<Asset>,
    last: Option<Last>,
    /// Whether the records that were linked last taught the same as those before.
    #[cfg(test)]
    has_stood: bool,
    pub(super) outlined: Outlined,
    pub(super) records: Remembered,
}

/// The records that were linked last, with what was found when their frame was made.
#[derive(Debug)]
struct Last {
    records: Arc<Records>,
    releases: Arc<HashMap<Origin, Release>>,
    findings: Vec<Finding>,
}

/// One list for each type of which there may be many. Meetings give their decisions away, and bulletins what was
/// released: those are linked each time.
#[derive(Debug, Default)]
pub(super) struct Remembered {
    pub(super) campaigns: List<CampaignRecord, Campaign>,
    pub(super) areas: List<AreaRecord, Area>,
    pub(super) units: List<UnitRecord, Unit>,
    pub(super) people: List<PersonRecord, Person>,
    pub(super) tasks: List<TaskRecord, Task>,
    pub(super) documents: List<DocumentRecord, Document>,
    pub(super) problems: List<ProblemRecord, Problem>,
    pub(super) indicators: List<IndicatorRecord, Indicator>,
    pub(super) instructions: List<InstructionRecord, Instruction>,
    pub(super) inspections: List<InspectionRecord, Inspection>,
    pub(super) assessments: List<AssessmentRecord, Assessment>,
}

impl Known {
    /// One that keeps what it has seen; the default forgets.
    pub(crate) fn keeping() -> Known {
        Known {
            outlined: Outlined::keeping(),
            ..Known::default()
        }
    }

    pub(super) fn is_keeping(&self) -> bool {
        self.outlined.is_kept
    }

    /// How many bodies of the last project did not have to be looked through, of how many.
    pub(crate) fn bodies(&self) -> (usize, usize) {
        (self.outlined.hits, self.outlined.bodies)
    }

    /// Whether the tables of the last project are those of the one before.
    #[cfg(test)]
    pub(crate) fn has_stood(&self) -> bool {
        self.has_stood
    }

    /// How many tasks of the last project did not have to be linked.
    #[cfg(test)]
    pub(crate) fn tasks(&self) -> usize {
        self.records.tasks.recalled
    }

    /// What the records teach, with what is found in it. What was linked is forgotten where it would learn something
    /// else now; the records are held on to.
    pub(super) fn frame(
        &mut self,
        records: &Records,
        (source, config): (&Source, &Config),
        (audience, releases): (&Audience, &Arc<HashMap<Origin, Release>>),
    ) -> (Arc<Frame>, Vec<Finding>, Option<Arc<Records>>) {
        let made = || Frame::new(records, source, config, (audience, releases));
        if !self.is_keeping() {
            let (frame, findings) = made();
            return (Arc::new(frame), findings, None);
        }
        let last = self.last.take();
        let same = self.frame.as_ref().zip(last).filter(|(frame, last)| {
            let both = ((&*last.records, &*last.releases), (records, &**releases));
            taught::is_same(frame, both, (source, config), audience)
        });
        #[cfg(test)]
        {
            self.has_stood = same.is_some();
        }
        let (frame, findings) = match same {
            Some((frame, last)) => (Arc::clone(frame), last.findings),
            None => {
                let (frame, findings) = made();
                let same = self.frame.as_ref().filter(|known| ***known == frame);
                (same.map_or_else(|| Arc::new(frame), Arc::clone), findings)
            }
        };
        let is_same = self
            .frame
            .as_ref()
            .is_some_and(|known| Arc::ptr_eq(known, &frame));
        if !is_same || self.assets != source.assets {
            self.records = Remembered::keeping();
            self.frame = Some(Arc::clone(&frame));
            self.assets.clone_from(&source.assets);
        }
        let held = Arc::new(records.clone());
        self.last = Some(Last {
            records: Arc::clone(&held),
            releases: Arc::clone(releases),
            findings: findings.clone(),
        });
        (frame, findings, Some(held))
    }
}

impl Remembered {
    fn keeping() -> Remembered {
        Remembered {
            campaigns: List::keeping(),
            areas: List::keeping(),
            units: List::keeping(),
            people: List::keeping(),
            tasks: List::keeping(),
            documents: List::keeping(),
            problems: List::keeping(),
            indicators: List::keeping(),
            instructions: List::keeping(),
            inspections: List::keeping(),
            assessments: List::keeping(),
        }
    }
}

/// What linking a record did beside the noun that came of it.
#[derive(Debug, Default)]
pub(super) struct Trace {
    findings: Vec<Finding>,
    assets: BTreeSet<String>,
}

/// The records of a type.
#[derive(Debug)]
pub(super) struct List<R, T> {
    is_kept: bool,
    /// By their place among the records.
    linked: Vec<Option<Linked<R, T>>>,
    /// By their place on the shelf; none: remembered, and whole.
    new: Vec<Option<New<R>>>,
    recalled: usize,
}

#[derive(Debug)]
struct Linked<R, T> {
    record: Arc<Written<R>>,
    noun: Arc<Chronicle<T>>,
    origin: Origin,
    slug: Arc<str>,
    trace: Trace,
}

/// A record that is being linked, and its place among the records.
#[derive(Debug)]
pub(super) struct New<R> {
    place: usize,
    record: Option<Arc<Written<R>>>,
    /// None: it has to do with more than itself and the frame.
    trace: Option<Trace>,
}

impl<R, T> Default for List<R, T> {
    fn default() -> List<R, T> {
        List {
            is_kept: false,
            linked: Vec::new(),
            new: Vec::new(),
            recalled: 0,
        }
    }
}

impl<R, T> List<R, T> {
    fn keeping() -> List<R, T> {
        List {
            is_kept: true,
            ..List::default()
        }
    }

    /// So many records are linked now.
    pub(super) fn begin(&mut self, number: usize) {
        let kept = if self.is_kept { number } else { 0 };
        self.linked.resize_with(kept, || None);
        self.new = Vec::with_capacity(number);
        self.recalled = 0;
    }

    /// The noun of a record that is the same as before, with all that linking it did.
    pub(super) fn recall(
        &mut self,
        (place, record): (usize, &Arc<Written<R>>),
        kind: RecordKind,
        linker: &mut Linker<'_>,
    ) -> Option<Arc<Chronicle<T>>> {
        let known = self.linked.get(place)?.as_ref()?;
        if !Arc::ptr_eq(&known.record, record) {
            return None;
        }
        match linker.routes.entry((kind, Arc::clone(&known.slug))) {
            // Two records on one route are told by the later.
            Entry::Occupied(_) => return None,
            Entry::Vacant(route) => route.insert(known.origin),
        };
        linker.findings.extend_from_slice(&known.trace.findings);
        linker
            .used_assets
            .extend(known.trace.assets.iter().cloned());
        self.new.push(None);
        self.recalled += 1;
        Some(Arc::clone(&known.noun))
    }

    /// What may be remembered of a record once it is whole.
    pub(super) fn kept(&self, record: &Arc<Written<R>>) -> Option<Arc<Written<R>>> {
        self.is_kept.then(|| Arc::clone(record))
    }

    /// A noun comes on the shelf.
    pub(super) fn note(
        &mut self,
        place: usize,
        record: Option<Arc<Written<R>>>,
        trace: Option<Trace>,
    ) {
        self.new.push(Some(New {
            place,
            record,
            trace,
        }));
    }

    /// Whether the noun at this place of the shelf is whole.
    pub(super) fn is_whole(&self, place: usize) -> bool {
        matches!(self.new.get(place), Some(None))
    }

    /// The noun at this place of the shelf is whole now.
    pub(super) fn remember(&mut self, place: usize, noun: &Arc<Chronicle<T>>, more: Option<Trace>) {
        let new = self.new.get_mut(place).and_then(Option::take);
        let Some(New {
            place,
            record: Some(record),
            trace,
        }) = new
        else {
            return;
        };
        let both = trace.zip(more).map(|(mut trace, more)| {
            trace.findings.extend(more.findings);
            trace.assets.extend(more.assets);
            trace
        });
        self.linked[place] = both.map(|trace| Linked {
            origin: record.origin,
            slug: slug_of(record.head.slug.as_deref(), &record.id).into(),
            noun: Arc::clone(noun),
            record,
            trace,
        });
    }
}

/// Where the linker stood when a record was begun.
pub(super) struct Begun {
    findings: usize,
    hidden: usize,
    assets: BTreeSet<String>,
}

impl Linker<'_> {
    /// From here on it is seen what linking a record does.
    pub(super) fn begin(&mut self) -> Begun {
        self.is_entangled = false;
        Begun {
            findings: self.findings.len(),
            hidden: self.hidden_bodies.len(),
            assets: std::mem::take(&mut self.used_assets),
        }
    }

    /// What linking the record did; none where it would do something else beside other records.
    pub(super) fn end(&mut self, begun: Begun) -> Option<Trace> {
        let assets = std::mem::replace(&mut self.used_assets, begun.assets);
        self.used_assets.extend(assets.iter().cloned());
        let is_alone = !self.is_entangled && self.hidden_bodies.len() == begun.hidden;
        is_alone.then(|| Trace {
            findings: self.findings[begun.findings..].to_vec(),
            assets,
        })
    }
}
