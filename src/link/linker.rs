//! What every step of linking needs: the tables, the audience, and the findings so far.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::config::Config;
use crate::date::Date;
use crate::diagnostic::{Finding, Origin, Place, Value};
use crate::model::{
    Audience, Chronicle, Head, Language, Party, ScoreRules, Seen, Series, SeriesKind, Shelf, Text,
    Visibility,
};
use crate::names;
use crate::record::{HeadRecord, Record, RecordKind, Records, Words, Written};
use crate::source::{Asset, Source};

use super::decision::{self, DecisionPlace};
use super::edition::Release;
use super::table::{Linked, Slot, Tables, names_of};
use super::trail::Trail;

/// After so many unknown references, looking for close names is not worth its time.
const SUGGESTED: usize = 100;

pub(super) struct Linker<'a> {
    pub(super) source: &'a Source,
    pub(super) audience: &'a Audience,
    /// The release of every bulletin, by its origin.
    pub(super) releases: HashMap<Origin, Release>,
    pub(super) language: Language,
    default_visibility: Visibility,
    series: HashMap<String, Series>,
    /// What holds for assessments that do not say.
    pub(super) scores: ScoreRules,
    /// Some series could not be read: references to it are no findings.
    are_series_broken: bool,
    pub(super) tables: Tables,
    assets: HashMap<&'a str, &'a Asset>,
    /// Assets that some record refers to, seen by this audience or not.
    pub(super) used_assets: BTreeSet<String>,
    /// (type, slug) of every page so far, with the record that has it.
    pub(super) routes: HashMap<(RecordKind, String), Origin>,
    /// The dates of meetings and documents, by their place among the records, for what they brought into being.
    dates: HashMap<(RecordKind, usize), Date>,
    pub(super) only_campaign: Option<String>,
    /// A record has to say which of them it belongs to.
    pub(super) has_several_campaigns: bool,
    suggested: usize,
    /// Ids by the names that people write in their place.
    named: HashMap<(RecordKind, String), Vec<String>>,
    /// Fields left out because of a fault, by the record's origin.
    struck: HashMap<Origin, Vec<String>>,
    /// Decisions without an id of their own, by their number.
    unnamed: HashSet<usize>,
    /// Where each decision stands, by its number.
    decisions: Vec<Place>,
    /// Records that are alone in their file, by its path.
    alone: HashMap<String, (RecordKind, Slot)>,
    pub(super) findings: Vec<Finding>,
    /// Bodies of records that this audience may not see; they are checked all the same.
    pub(super) hidden_bodies: Vec<(Origin, crate::model::Body)>,
}

impl<'a> Linker<'a> {
    pub(super) fn new(
        records: &Records,
        source: &'a Source,
        config: &Config,
        (audience, releases): (&'a Audience, HashMap<Origin, Release>),
    ) -> Linker<'a> {
        let series = config
            .site
            .series
            .iter()
            .map(|s| (s.id.clone(), s.clone()))
            .collect();
        let assets = source
            .assets
            .iter()
            .map(|asset| (asset.path.as_str(), asset))
            .collect();
        let only_campaign = match &records.campaigns[..] {
            [one] => Some(one.id.clone()),
            _ => None,
        };
        let mut linker = Linker {
            source,
            audience,
            releases,
            language: config.site.language,
            default_visibility: config.default_visibility,
            series,
            scores: config.rules.scores.clone(),
            are_series_broken: config.are_series_broken,
            tables: Tables::default(),
            assets,
            used_assets: BTreeSet::new(),
            routes: HashMap::new(),
            dates: HashMap::new(),
            only_campaign,
            has_several_campaigns: records.campaigns.len() > 1,
            suggested: 0,
            named: names_of(records),
            struck: HashMap::new(),
            unnamed: HashSet::new(),
            decisions: Vec::new(),
            alone: HashMap::new(),
            findings: Vec::new(),
            hidden_bodies: Vec::new(),
        };
        linker.enter_all(records);
        linker
    }

    fn enter_all(&mut self, records: &Records) {
        for (kind, id) in &records.lost {
            self.tables.of_mut(*kind).lose(id);
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
            let seen = self.may_see(&meeting.head);
            for one in decision::every(meeting) {
                let list = match one.at {
                    DecisionPlace::Agenda(..) => "agenda",
                    DecisionPlace::Outside(_) => "decisions",
                };
                if !one.own && !self.is_struck_field(meeting.origin, list) {
                    self.unnamed.insert(number);
                }
                let date = one.date.map(|day| ((RecordKind::Decision, number), day));
                self.dates.extend(date);
                let (path, origin) = (one.path(), one.origin);
                self.decisions.push(origin.at(path.clone()));
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
        self.dates
            .extend(meetings.filter_map(|(n, d)| d.map(|d| ((RecordKind::Meeting, n), d.0))));
        self.dates
            .extend(documents.filter_map(|(n, d)| d.map(|d| ((RecordKind::Document, n), d.0))));
        let inspections = records.inspections.iter().map(|one| one.value.date);
        let inspections = inspections.enumerate();
        let instructions = records.instructions.iter().map(|one| one.value.date);
        let instructions = instructions.enumerate();
        self.dates
            .extend(inspections.filter_map(|(n, d)| Some(((RecordKind::Inspection, n), d?.0))));
        self.dates
            .extend(instructions.filter_map(|(n, d)| Some(((RecordKind::Instruction, n), d?.0))));
    }

    fn enter<T>(&mut self, records: &[Written<T>], kind: RecordKind) {
        for (number, record) in records.iter().enumerate() {
            if !record.struck.is_empty() {
                self.struck.insert(record.origin, record.struck.clone());
            }
            let seen = self.sees(record);
            self.enter_id(kind, &record.id, (record.origin, None), (number, seen));
            let path = self
                .source
                .files
                .get(record.origin.file().0 as usize)
                .map(|file| file.path.clone());
            let slot = self.tables.of(kind).find(&record.id).cloned();
            if let (Some(_), Some(path), Some(slot)) = (&record.alone, path, slot) {
                self.alone.insert(path, (kind, slot));
            }
        }
    }

    fn enter_id(
        &mut self,
        kind: RecordKind,
        id: &str,
        (origin, path): (Origin, Option<crate::diagnostic::Path>),
        (number, seen): (usize, bool),
    ) {
        if id.is_empty() {
            self.tables
                .of_mut(kind)
                .enter(&format!("\0{number}"), origin, number, seen);
            return;
        }
        let taken = self.tables.of_mut(kind).enter(id, origin, number, seen);
        if let Some((earlier, record)) = taken.map(|slot| (slot.origin, slot.record)) {
            let first = match (&path, self.decisions.get(record)) {
                (Some(_), Some(first)) => first.clone(),
                _ => earlier.field("id"),
            };
            let path =
                path.map_or_else(|| crate::diagnostic::Path::new("id"), |path| path.key("id"));
            let twice = Finding::error("duplicate-id", origin.at(path)).with("id", id);
            let twice = twice.with("type", Value::Word(kind.label()));
            self.findings.push(twice.and_at("first-here", first));
        }
    }

    pub(super) fn visibility(&self, head: &HeadRecord) -> Visibility {
        head.visibility
            .map_or(self.default_visibility, |word| word.0)
    }

    pub(super) fn may_see(&self, head: &HeadRecord) -> bool {
        self.audience.may_see(self.visibility(head))
    }

    /// Links every record of a type; those that this audience may not see are checked and left out.
    pub(super) fn shelf<R: Record, T>(
        &mut self,
        records: &mut Vec<Written<R>>,
        kind: RecordKind,
        link: fn(R, Head, &mut Linker<'a>) -> T,
    ) -> Shelf<T> {
        let mut nouns = Vec::with_capacity(records.len());
        for record in std::mem::take(records) {
            let seen = self.sees(&record);
            let chronicle = self.chronicle(record, kind, link);
            if seen {
                nouns.push(chronicle);
            }
        }
        Shelf::new(nouns)
    }

    pub(super) fn chronicle<R: Record, T>(
        &mut self,
        record: Written<R>,
        kind: RecordKind,
        link: fn(R, Head, &mut Linker<'a>) -> T,
    ) -> Chronicle<T> {
        let seen = self.sees(&record);
        let mut head = self.head(record.head, (record.id, record.origin), kind, record.extra);
        match record.body {
            Some(body) if seen => head.body = Some(body),
            // What is released is not looked into again.
            Some(_) if self.is_released(record.origin) => {}
            Some(body) => self.hidden_bodies.push((record.origin, body)),
            None => {}
        }
        if kind == RecordKind::Bulletin && !record.translations.is_empty() {
            let one = Finding::warning("bulletin-in-one-language", record.origin.whole());
            self.findings.push(one);
        }
        if seen {
            head.translations = record.translations;
        } else {
            let hidden = record.translations.into_iter();
            let hidden = hidden.map(|(_, body)| (record.origin, body));
            self.hidden_bodies.extend(hidden);
        }
        let mut before: Vec<(Date, T)> = Vec::new();
        for earlier in record.before {
            let then = self.head_before(earlier.head, earlier.origin, &head);
            before.push((earlier.on, link(earlier.value, then, self)));
        }
        before.sort_by_key(|(on, _)| *on);
        Chronicle {
            now: link(record.value, head, self),
            before,
        }
    }

    /// The value, or a finding that the field is missing.
    pub(super) fn require<T>(
        &mut self,
        value: Option<T>,
        trail: &Trail<'_>,
        field: &'static str,
    ) -> Option<T> {
        if value.is_none() && !self.is_struck(trail, field) {
            // A key without a value is shown itself, else what it is missing from.
            let place = trail.key(field).here();
            let missing = Finding::error("missing-field", place).with("field", field);
            let whole = || self.kind_of(trail.origin());
            let kind = trail.part().unwrap_or_else(whole);
            self.findings.push(missing.with("type", Value::Word(kind)));
        }
        value
    }

    /// The catalogue's name of a record's type.
    fn kind_of(&self, origin: Origin) -> &'static str {
        let file = self.source.files.get(origin.file().0 as usize);
        let path = file.and_then(|file| file.path.strip_prefix("content/"));
        path.and_then(|path| path.split_once('/'))
            .and_then(|(folder, _)| RecordKind::of_folder(folder))
            .map_or("type-part", RecordKind::label)
    }

    /// Whether a field is missing only because a fault was found in it.
    pub(super) fn is_struck(&self, trail: &Trail<'_>, field: &str) -> bool {
        self.is_struck_field(trail.origin(), trail.top().unwrap_or(field))
    }

    pub(super) fn is_struck_field(&self, origin: Origin, field: &str) -> bool {
        let current = origin.current();
        let Some(fields) = self.struck.get(&current) else {
            return false;
        };
        // What was is read without the faulty values of its amendments.
        let is_before = origin != current;
        names::is_one_of(fields, field) || is_before && fields.iter().any(|one| one == "amended")
    }

    /// A decision that is referred to needs an id of its own: numbers shift when another is put before it.
    pub(super) fn note_unnamed(&mut self, number: usize, id: &str, place: &dyn Fn() -> Place) {
        // However often it is referred to, it lacks one id.
        if self.unnamed.remove(&number) {
            let without = Finding::warning("decision-without-id", self.decisions[number].clone());
            let without = without.with("id", id);
            self.findings.push(without.and_at("referred-here", place()));
        }
    }

    /// An action of approved minutes needs one as well.
    pub(super) fn note_unnamed_action(&mut self, id: &str) {
        let number = self
            .tables
            .of(RecordKind::Decision)
            .find(id)
            .map(|slot| slot.record);
        if let Some(number) = number.filter(|number| self.unnamed.remove(number)) {
            let without = Finding::warning("decision-without-id", self.decisions[number].clone());
            self.findings.push(without.with("id", id));
        }
    }

    pub(super) fn refer_decision(
        &mut self,
        id: Option<String>,
        trail: &Trail<'_>,
    ) -> Option<Seen<crate::model::Decision>> {
        let number = id
            .as_deref()
            .and_then(|id| self.tables.of(RecordKind::Decision).find(id))
            .map(|slot| slot.record);
        if let (Some(number), Some(id)) = (number, id.as_deref()) {
            self.note_unnamed(number, id, &|| trail.here());
        }
        self.refer(id, trail)
    }

    /// The record that a file holds, when it holds one alone: for links that name the file.
    pub(super) fn record_in_file(&self, written: &str, folder: &str) -> Option<(RecordKind, Slot)> {
        let bases = [folder, "content"];
        let mut paths = bases
            .into_iter()
            .filter_map(|base| super::asset::joined(base, written));
        paths.find_map(|path| self.alone.get(&path).cloned())
    }

    /// A day for a record whose date is missing: its finding keeps it from every page.
    pub(super) fn no_day(&self) -> Date {
        Date::new(1, 1, 1).expect("invariant: the first day of the calendar")
    }

    pub(super) fn require_text(
        &mut self,
        value: Option<Words>,
        trail: &Trail<'_>,
        field: &'static str,
    ) -> Text {
        let value = value.map(|words| words.0).filter(|text| !text.is_empty());
        self.require(value, trail, field).unwrap_or_default()
    }

    /// A reference by id, always checked.
    pub(super) fn refer<T: Linked>(
        &mut self,
        id: Option<String>,
        trail: &Trail<'_>,
    ) -> Option<Seen<T>> {
        let id = id?;
        match self.tables.of(T::KIND).find(&id) {
            Some(slot) => Some(slot.seen()),
            None => {
                if !self.tables.of(T::KIND).is_lost(&id) {
                    let unknown = self.unknown(T::KIND, &id, trail.here());
                    self.findings.push(unknown);
                }
                None
            }
        }
    }

    pub(super) fn refer_all<T: Linked>(
        &mut self,
        ids: Vec<String>,
        trail: &Trail<'_>,
    ) -> Vec<Seen<T>> {
        let each = ids.into_iter().enumerate();
        each.filter_map(|(place, id)| self.refer(Some(id), &trail.place(place)))
            .collect()
    }

    pub(super) fn unknown(&mut self, kind: RecordKind, id: &str, place: Place) -> Finding {
        self.suggested += 1;
        let by_name = self.named.get(&(kind, id.trim().to_owned()));
        let close = match (by_name, self.suggested) {
            (Some(ids), _) => ids.clone(),
            (None, n) if n <= SUGGESTED => names::close(
                id,
                self.tables
                    .of(kind)
                    .ids()
                    .filter(|id| !id.starts_with('\0')),
            ),
            (None, _) => Vec::new(),
        };
        let unknown = Finding::error("unknown-reference", place).with("id", id);
        unknown
            .with("type", Value::Word(kind.label()))
            .suggest(close)
    }

    /// What has this id, if anything has.
    pub(super) fn find<T: Linked>(&self, id: &str) -> Option<Seen<T>> {
        self.tables.of(T::KIND).find(id).map(|slot| slot.seen())
    }

    /// A person or unit when it is the id of one, else text.
    pub(super) fn party(&mut self, words: Words) -> Party {
        if let Text::Plain(id) = &words.0 {
            if let Some(slot) = self.tables.of(RecordKind::Person).find(id) {
                return Party::Person(slot.seen());
            }
            if let Some(slot) = self.tables.of(RecordKind::Unit).find(id) {
                return Party::Unit(slot.seen());
            }
        }
        Party::Text(words.0)
    }

    pub(super) fn optional_party(&mut self, words: Option<Words>) -> Option<Party> {
        words.map(|words| self.party(words))
    }

    /// The series of this id and kind, checked.
    pub(super) fn series(
        &mut self,
        id: Option<String>,
        kind: SeriesKind,
        trail: &Trail<'_>,
    ) -> Option<Series> {
        let id = id?;
        let known = self.series.get(&id).filter(|series| series.kind == kind);
        let known = known.cloned();
        if known.is_none() && !self.are_series_broken {
            let unknown = Finding::error("unknown-reference", trail.here()).with("id", id.as_str());
            let of_kind = self.series.values().filter(|series| series.kind == kind);
            let close = names::close(&id, of_kind.map(|series| series.id.as_str()));
            self.findings.push(
                unknown
                    .with("type", Value::Word("type-series"))
                    .suggest(close),
            );
        }
        known
    }

    /// Whether there may be a series of this id and kind.
    pub(super) fn has_series(&self, id: &str, kind: SeriesKind) -> bool {
        let known = self.series.get(id);
        self.are_series_broken || known.is_some_and(|series| series.kind == kind)
    }

    /// The series of this id, when it is of that kind.
    pub(super) fn series_of(&self, id: &str, kind: SeriesKind) -> Option<&Series> {
        self.series.get(id).filter(|series| series.kind == kind)
    }

    /// The date of a meeting or document that a record came from.
    pub(super) fn date_of(&self, kind: RecordKind, id: &str) -> Option<Date> {
        let record = self.tables.of(kind).find(id)?.record;
        self.dates.get(&(kind, record)).copied()
    }

    pub(super) fn asset(&self, path: &str) -> Option<&'a Asset> {
        self.assets.get(path).copied()
    }
}
