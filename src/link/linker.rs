//! What every step of linking needs: the tables, the audience, and the findings so far.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use crate::config::unknown_series;
use crate::date::Date;
use crate::diagnostic::{Finding, Origin, Place, Value};
use crate::model::{
    Audience, Chronicle, Head, Language, Party, Seen, Series, SeriesKind, Shelf, Text, Visibility,
};
use crate::names;
use crate::record::{HeadRecord, Record, RecordKind, Words, Written};
use crate::source::{Asset, Source};

use super::Rest;
use super::edition::Release;
use super::frame::Frame;
use super::remembered::List;
use super::table::{Linked, Slot};
use super::trail::Trail;
use super::unknown::unknown;

/// After so many unknown references, looking for close names is not worth its time.
const SUGGESTED: usize = 100;

pub(super) struct Linker<'a> {
    pub(super) source: &'a Source,
    pub(super) audience: &'a Audience,
    /// The release of every bulletin, by its origin.
    pub(super) releases: Arc<HashMap<Origin, Release>>,
    pub(super) language: Language,
    pub(super) frame: Arc<Frame>,
    assets: HashMap<&'a str, &'a Asset>,
    /// Assets that some record refers to, seen by this audience or not.
    pub(super) used_assets: BTreeSet<String>,
    /// (type, slug) of every page so far, with the record that has it.
    pub(super) routes: HashMap<(RecordKind, Arc<str>), Origin>,
    suggested: usize,
    /// Decisions without an id of their own of which that has not been told.
    unnamed: HashSet<usize>,
    /// What was linked last has to do with more than itself and the frame.
    pub(super) is_entangled: bool,
    pub(super) findings: Vec<Finding>,
    /// Bodies of records that this audience may not see; they are checked all the same.
    pub(super) hidden_bodies: Vec<(Origin, crate::model::Body)>,
}

impl<'a> Linker<'a> {
    pub(super) fn new(
        (frame, findings): (Arc<Frame>, Vec<Finding>),
        source: &'a Source,
        (audience, releases): (&'a Audience, Arc<HashMap<Origin, Release>>),
    ) -> Linker<'a> {
        Linker {
            releases,
            findings,
            ..Linker::of(frame, source, audience)
        }
    }

    fn of(frame: Arc<Frame>, source: &'a Source, audience: &'a Audience) -> Linker<'a> {
        let assets = source.assets.iter();
        Linker {
            source,
            audience,
            releases: Arc::default(),
            language: frame.language,
            assets: assets.map(|asset| (asset.path.as_str(), asset)).collect(),
            used_assets: BTreeSet::new(),
            routes: HashMap::new(),
            suggested: 0,
            unnamed: frame.unnamed.clone(),
            is_entangled: false,
            findings: Vec::new(),
            hidden_bodies: Vec::new(),
            frame,
        }
    }

    /// For checks that are made while records are linked.
    pub(super) fn beside(&self) -> Linker<'a> {
        Linker {
            releases: Arc::clone(&self.releases),
            ..Linker::of(Arc::clone(&self.frame), self.source, self.audience)
        }
    }

    /// For checks that are made when all are linked.
    pub(super) fn resumed(rest: &Rest, source: &'a Source, audience: &'a Audience) -> Linker<'a> {
        Linker {
            releases: Arc::clone(&rest.releases),
            used_assets: rest.used_assets.clone(),
            ..Linker::of(Arc::clone(&rest.frame), source, audience)
        }
    }

    pub(super) fn visibility(&self, head: &HeadRecord) -> Visibility {
        self.frame.visibility(head)
    }

    pub(super) fn may_see(&self, head: &HeadRecord) -> bool {
        self.audience.may_see(self.visibility(head))
    }

    /// Links every record of a type; those that this audience may not see are checked and left out.
    pub(super) fn shelf<R: Record + Clone, T>(
        &mut self,
        records: &mut Vec<Arc<Written<R>>>,
        (kind, known): (RecordKind, &mut List<R, T>),
        link: fn(R, Head, &mut Linker<'a>) -> T,
    ) -> Shelf<T> {
        let mut nouns = Vec::with_capacity(records.len());
        known.begin(records.len());
        for (place, record) in std::mem::take(records).into_iter().enumerate() {
            if let Some(noun) = known.recall((place, &record), kind, self) {
                nouns.push(noun);
                continue;
            }
            let seen = self.sees(&record);
            let kept = known.kept(&record);
            let begun = self.begin();
            let chronicle = self.chronicle(Arc::unwrap_or_clone(record), kind, link);
            let trace = self.end(begun);
            if seen {
                nouns.push(Arc::new(chronicle));
                known.note(place, kept, trace);
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
        self.frame.is_struck_field(origin, field)
    }

    /// A decision that is referred to needs an id of its own: numbers shift when another is put before it.
    pub(super) fn note_unnamed(&mut self, number: usize, id: &str, place: &dyn Fn() -> Place) {
        self.is_entangled |= self.frame.unnamed.contains(&number);
        // However often it is referred to, it lacks one id.
        if self.unnamed.remove(&number) {
            let without =
                Finding::warning("decision-without-id", self.frame.decisions[number].clone());
            let without = without.with("id", id);
            self.findings.push(without.and_at("referred-here", place()));
        }
    }

    /// An action of approved minutes needs one as well.
    pub(super) fn note_unnamed_action(&mut self, id: &str) {
        let number = self
            .frame
            .tables
            .of(RecordKind::Decision)
            .find(id)
            .map(|slot| slot.record);
        let number = number.filter(|number| self.frame.unnamed.contains(number));
        self.is_entangled |= number.is_some();
        if let Some(number) = number.filter(|number| self.unnamed.remove(number)) {
            let without =
                Finding::warning("decision-without-id", self.frame.decisions[number].clone());
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
            .and_then(|id| self.frame.tables.of(RecordKind::Decision).find(id))
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
        paths.find_map(|path| self.frame.alone.get(&path).cloned())
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
        match self.frame.tables.of(T::KIND).find(&id) {
            Some(slot) => Some(slot.seen()),
            None => {
                if !self.frame.tables.of(T::KIND).is_lost(&id) {
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
        // How many are suggested to is counted over all records.
        self.is_entangled = true;
        self.suggested += 1;
        let by_name = self.frame.named.get(&(kind, id.trim().to_owned()));
        let close = match (by_name, self.suggested) {
            (Some(ids), _) => Some(ids.clone()),
            (None, n) if n <= SUGGESTED => Some(names::close(
                id,
                self.frame
                    .tables
                    .of(kind)
                    .ids()
                    .filter(|id| !id.starts_with('\0')),
            )),
            (None, _) => None,
        };
        unknown((kind, id), place, close)
    }

    /// What has this id, if anything has.
    pub(super) fn find<T: Linked>(&self, id: &str) -> Option<Seen<T>> {
        self.frame
            .tables
            .of(T::KIND)
            .find(id)
            .map(|slot| slot.seen())
    }

    /// A person or unit when it is the id of one, else text.
    pub(super) fn party(&mut self, words: Words) -> Party {
        if let Text::Plain(id) = &words.0 {
            if let Some(slot) = self.frame.tables.of(RecordKind::Person).find(id) {
                return Party::Person(slot.seen());
            }
            if let Some(slot) = self.frame.tables.of(RecordKind::Unit).find(id) {
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
        let known = self
            .frame
            .series
            .get(&id)
            .filter(|series| series.kind == kind);
        let known = known.cloned();
        if known.is_none() && !self.frame.are_series_broken {
            let of_kind = self
                .frame
                .series
                .values()
                .filter(|series| series.kind == kind);
            let close = names::close(&id, of_kind.map(|series| series.id.as_str()));
            self.findings.push(unknown_series(&id, trail.here(), close));
        }
        known
    }

    /// Whether there may be a series of this id and kind.
    pub(super) fn has_series(&self, id: &str, kind: SeriesKind) -> bool {
        let known = self.frame.series.get(id);
        self.frame.are_series_broken || known.is_some_and(|series| series.kind == kind)
    }

    /// The series of this id, when it is of that kind.
    pub(super) fn series_of(&self, id: &str, kind: SeriesKind) -> Option<&Series> {
        self.frame
            .series
            .get(id)
            .filter(|series| series.kind == kind)
    }

    /// The date of a meeting or document that a record came from.
    pub(super) fn date_of(&self, kind: RecordKind, id: &str) -> Option<Date> {
        let record = self.frame.tables.of(kind).find(id)?.record;
        self.frame.dates.get(&(kind, record)).copied()
    }

    pub(super) fn asset(&self, path: &str) -> Option<&'a Asset> {
        self.assets.get(path).copied()
    }
}
