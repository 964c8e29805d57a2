//! What linking one record may learn of all others: the tables of ids, and what the site says of itself.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::config::Config;
use crate::date::Date;
use crate::diagnostic::{Finding, Origin, Path, Place, Value};
use crate::model::{Audience, Language, ScoreRules, Series, Visibility};
use crate::names;
use crate::record::{HeadRecord, RecordKind, Records, Written};
use crate::source::Source;

use super::decision::{self, DecisionPlace};
use super::edition::{Release, is_out};
use super::table::{Slot, Tables, names_of};

/// What linking one record may learn of the others. As long as this is the same, so is what comes of the record.
#[derive(Debug, PartialEq)]
pub(super) struct Frame {
    audience: Audience,
    pub(super) language: Language,
    default_visibility: Visibility,
    pub(super) series: HashMap<String, Series>,
    /// What holds for assessments that do not say.
    pub(super) scores: ScoreRules,
    /// Some series could not be read: references to it are no findings.
    pub(super) are_series_broken: bool,
    pub(super) tables: Tables,
    /// The dates of meetings and documents, by their place among the records, for what they brought into being.
    pub(super) dates: HashMap<(RecordKind, usize), Date>,
    pub(super) only_campaign: Option<String>,
    /// A record has to say which of them it belongs to.
    pub(super) has_several_campaigns: bool,
    /// Ids by the names that people write in their place.
    pub(super) named: HashMap<(RecordKind, String), Vec<String>>,
    /// Fields left out because of a fault, by the record's origin.
    struck: HashMap<Origin, Vec<String>>,
    /// Decisions without an id of their own, by their number.
    pub(super) unnamed: HashSet<usize>,
    /// Where each decision stands, by its number.
    pub(super) decisions: Vec<Place>,
    /// Records that are alone in their file, by its path.
    pub(super) alone: HashMap<String, (RecordKind, Slot)>,
}

/// A frame that is being filled.
struct Entering<'e> {
    frame: Frame,
    source: &'e Source,
    releases: &'e HashMap<Origin, Release>,
    findings: Vec<Finding>,
}

impl Frame {
    /// With what is found while it is made.
    pub(super) fn new(
        records: &Records,
        source: &Source,
        config: &Config,
        (audience, releases): (&Audience, &HashMap<Origin, Release>),
    ) -> (Frame, Vec<Finding>) {
        let mut entering = Entering {
            frame: Frame::empty(config, records, audience),
            source,
            releases,
            findings: Vec::new(),
        };
        entering.enter_all(records);
        (entering.frame, entering.findings)
    }

    fn empty(config: &Config, records: &Records, audience: &Audience) -> Frame {
        let series = config.site.series.iter();
        let only_campaign = match &records.campaigns[..] {
            [one] => Some(one.id.clone()),
            _ => None,
        };
        Frame {
            audience: audience.clone(),
            language: config.site.language,
            default_visibility: config.default_visibility,
            series: series.map(|s| (s.id.clone(), s.clone())).collect(),
            scores: config.rules.scores.clone(),
            are_series_broken: config.are_series_broken,
            tables: Tables::default(),
            dates: HashMap::new(),
            only_campaign,
            has_several_campaigns: records.campaigns.len() > 1,
            named: names_of(records),
            struck: HashMap::new(),
            unnamed: HashSet::new(),
            decisions: Vec::new(),
            alone: HashMap::new(),
        }
    }

    /// Whether it was made by these settings for these readers.
    pub(super) fn is_for(&self, config: &Config, audience: &Audience) -> bool {
        let series = &config.site.series;
        let is_known = |one: &Series| self.series.get(&one.id) == Some(one);
        self.audience == *audience
            && self.language == config.site.language
            && self.default_visibility == config.default_visibility
            && self.scores == config.rules.scores
            && self.are_series_broken == config.are_series_broken
            && self.series.len() == series.len()
            && series.iter().all(is_known)
    }

    pub(super) fn visibility(&self, head: &HeadRecord) -> Visibility {
        head.visibility
            .map_or(self.default_visibility, |word| word.0)
    }

    /// Whether a field was left out because of a fault.
    pub(super) fn is_struck_field(&self, origin: Origin, field: &str) -> bool {
        let current = origin.current();
        let Some(fields) = self.struck.get(&current) else {
            return false;
        };
        // What was is read without the faulty values of its amendments.
        let is_before = origin != current;
        names::is_one_of(fields, field) || is_before && fields.iter().any(|one| one == "amended")
    }
}

impl Entering<'_> {
    fn sees(&self, head: &HeadRecord, origin: Origin) -> bool {
        let audience = &self.frame.audience;
        !is_out(self.releases.get(&origin), audience)
            && audience.may_see(self.frame.visibility(head))
    }

    fn enter_all(&mut self, records: &Records) {
        for (kind, id) in &records.lost {
            self.frame.tables.of_mut(*kind).lose(id);
        }
        self.enter(&records.campaigns, RecordKind::Campaign);
        self.enter(&records.areas, RecordKind::Area);
        self.enter(&records.units, RecordKind::Unit);
        self.enter(&records.people, RecordKind::Person);
        self.enter(&records.tasks, RecordKind::Task);
        self.enter(&records.meetings, RecordKind::Meeting);
        self.enter(&records.documents, RecordKind::Document);
        self.enter(&records.problems, RecordKind::Problem);
        self.enter(&records.indicators, RecordKind::Indicator);
        self.enter(&records.instructions, RecordKind::Instruction);
        self.enter(&records.inspections, RecordKind::Inspection);
        self.enter(&records.assessments, RecordKind::Assessment);
        self.enter(&records.bulletins, RecordKind::Bulletin);
        let mut number = 0;
        for meeting in &records.meetings {
            let seen = self.sees(&meeting.head, meeting.origin);
            for one in decision::every(meeting) {
                let list = match one.at {
                    DecisionPlace::Agenda(..) => "agenda",
                    DecisionPlace::Outside(_) => "decisions",
                };
                if !one.own && !self.frame.is_struck_field(meeting.origin, list) {
                    self.frame.unnamed.insert(number);
                }
                let date = one.date.map(|day| ((RecordKind::Decision, number), day));
                self.frame.dates.extend(date);
                let (path, origin) = (one.path(), one.origin);
                self.frame.decisions.push(origin.at(path.clone()));
                self.enter_id(
                    RecordKind::Decision,
                    &one.id,
                    (origin, Some(path)),
                    (number, seen),
                );
                number += 1;
            }
        }
        let meetings = records.meetings.iter().map(|m| m.value.date).enumerate();
        let documents = records.documents.iter().map(|d| d.value.date).enumerate();
        self.frame
            .dates
            .extend(meetings.filter_map(|(n, d)| d.map(|d| ((RecordKind::Meeting, n), d.0))));
        self.frame
            .dates
            .extend(documents.filter_map(|(n, d)| d.map(|d| ((RecordKind::Document, n), d.0))));
        let inspections = records.inspections.iter().map(|one| one.value.date);
        let inspections = inspections.enumerate();
        let instructions = records.instructions.iter().map(|one| one.value.date);
        let instructions = instructions.enumerate();
        self.frame
            .dates
            .extend(inspections.filter_map(|(n, d)| Some(((RecordKind::Inspection, n), d?.0))));
        self.frame
            .dates
            .extend(instructions.filter_map(|(n, d)| Some(((RecordKind::Instruction, n), d?.0))));
    }

    fn enter<T>(&mut self, records: &[Arc<Written<T>>], kind: RecordKind) {
        for (number, record) in records.iter().enumerate() {
            if !record.struck.is_empty() {
                self.frame
                    .struck
                    .insert(record.origin, record.struck.clone());
            }
            let seen = self.sees(&record.head, record.origin);
            self.enter_id(kind, &record.id, (record.origin, None), (number, seen));
            let path = self
                .source
                .files
                .get(record.origin.file().0 as usize)
                .map(|file| file.path.clone());
            let slot = self.frame.tables.of(kind).find(&record.id).cloned();
            if let (Some(_), Some(path), Some(slot)) = (&record.alone, path, slot) {
                self.frame.alone.insert(path, (kind, slot));
            }
        }
    }

    fn enter_id(
        &mut self,
        kind: RecordKind,
        id: &str,
        (origin, path): (Origin, Option<Path>),
        (number, seen): (usize, bool),
    ) {
        if id.is_empty() {
            self.frame
                .tables
                .of_mut(kind)
                .enter(&format!("\0{number}"), origin, number, seen);
            return;
        }
        let taken = self
            .frame
            .tables
            .of_mut(kind)
            .enter(id, origin, number, seen);
        if let Some((earlier, record)) = taken.map(|slot| (slot.origin, slot.record)) {
            let first = match (&path, self.frame.decisions.get(record)) {
                (Some(_), Some(first)) => first.clone(),
                _ => earlier.field("id"),
            };
            let path = path.map_or_else(|| Path::new("id"), |path| path.key("id"));
            let twice = Finding::error("duplicate-id", origin.at(path)).with("id", id);
            let twice = twice.with("type", Value::Word(kind.label()));
            self.findings.push(twice.and_at("first-here", first));
        }
    }
}
