//! Links and images in bodies: each is resolved once, and what leads nowhere is found at its line.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use crate::diagnostic::{Finding, Line, Origin, Path, Place};
use crate::markdown::{self, Outline, OutlineLink, Reach};
use crate::model::{
    Area, Assessment, Body, Bulletin, Campaign, Chronicle, Decision, Document, Entry, Head,
    Indicator, Inspection, Instruction, Language, LinkTarget, Meeting, Person, Problem, Project,
    RecordRef, Seen, Shelf, Task, Unit,
};
use crate::names::folded;
use crate::parallel;
use crate::record::RecordKind;

use super::linker::Linker;
use super::live::live;
use super::outlined::Outlined;
use super::table::{Linked, Slot};

/// The ids of the headings of every record's body that is linked to with an anchor.
type Anchors = HashMap<(RecordKind, String), HashSet<String>>;

/// Resolves every body of the project, and checks those that this audience may not see.
pub(super) fn resolve(project: &mut Project, linker: &mut Linker<'_>, outlined: &mut Outlined) {
    let mut anchors = Anchors::new();
    let note = &mut (&mut anchors, outlined);
    let campaigns = outlines(&project.campaigns, note, |c| &c.head, RecordKind::Campaign);
    let areas = outlines(&project.areas, note, |a| &a.head, RecordKind::Area);
    let units = outlines(&project.units, note, |u| &u.head, RecordKind::Unit);
    let people = outlines(&project.people, note, |p| &p.head, RecordKind::Person);
    let tasks = outlines(&project.tasks, note, |t| &t.head, RecordKind::Task);
    let meetings = outlines(&project.meetings, note, |m| &m.head, RecordKind::Meeting);
    let documents = outlines(&project.documents, note, |d| &d.head, RecordKind::Document);
    let problems = outlines(&project.problems, note, |p| &p.head, RecordKind::Problem);
    let indicators = outlines(
        &project.indicators,
        note,
        |i| &i.head,
        RecordKind::Indicator,
    );
    let instructions = outlines(
        &project.instructions,
        note,
        |i| &i.head,
        RecordKind::Instruction,
    );
    let inspections = outlines(
        &project.inspections,
        note,
        |i| &i.head,
        RecordKind::Inspection,
    );
    let assessments = outlines(
        &project.assessments,
        note,
        |a| &a.head,
        RecordKind::Assessment,
    );
    let bulletins = outlines(&project.bulletins, note, |b| &b.head, RecordKind::Bulletin);
    for (_, decision) in project.decisions.iter() {
        let head = &decision.now.head;
        anchors
            .entry((RecordKind::Decision, folded(&head.id).into_owned()))
            .or_default();
    }
    let reader = &mut BodyReader {
        linker,
        anchors: &anchors,
    };
    reader.shelf(&mut project.campaigns, campaigns, |c| &mut c.head);
    reader.shelf(&mut project.areas, areas, |a| &mut a.head);
    reader.shelf(&mut project.units, units, |u| &mut u.head);
    reader.shelf(&mut project.people, people, |p| &mut p.head);
    reader.shelf(&mut project.tasks, tasks, |t| &mut t.head);
    reader.shelf(&mut project.meetings, meetings, |m| &mut m.head);
    reader.shelf(&mut project.documents, documents, |d| &mut d.head);
    reader.shelf(&mut project.problems, problems, |one| &mut one.head);
    reader.shelf(&mut project.indicators, indicators, |one| &mut one.head);
    reader.shelf(&mut project.instructions, instructions, |one| &mut one.head);
    reader.shelf(&mut project.inspections, inspections, |one| &mut one.head);
    reader.shelf(&mut project.assessments, assessments, |one| &mut one.head);
    for (noun, outline) in project.bulletins.nouns_mut().zip(bulletins) {
        let before = reader.linker.findings.len();
        reader.noun(noun, outline, |one| &mut one.head);
        if noun.now.released.is_some() {
            // What was released stays as it is, whatever has become of what it names: that becomes text.
            reader.linker.findings.truncate(before);
        }
    }
    for (origin, body) in std::mem::take(&mut reader.linker.hidden_bodies) {
        let outline = markdown::outline(&body.markdown);
        reader.links(&body, origin, &outline);
        live(&body, origin, &outline, reader.linker);
    }
}

/// What the body of every record of a type holds, place by place, and the ids of its headings.
fn outlines<T: Sync>(
    shelf: &Shelf<T>,
    (anchors, outlined): &mut (&mut Anchors, &mut Outlined),
    head: fn(&T) -> &Head,
    kind: RecordKind,
) -> Vec<Option<Arc<Outline>>> {
    let heads: Vec<&Head> = shelf.iter().map(|(_, noun)| head(&noun.now)).collect();
    let known: &Outlined = outlined;
    let all = parallel::map(&heads, |_, head| known.of(kind, head));
    outlined.note(kind, &heads, &all);
    for (head, outline) in heads.iter().zip(&all) {
        let headings = outline.iter().flat_map(|outline| &outline.headings);
        let mut ids: HashSet<String> = headings.map(|heading| heading.id.clone()).collect();
        // In whatever language a page is read, what a link leads to has to be on it.
        for (_, body) in &head.translations {
            let outline = markdown::outline(&body.markdown);
            let has = |id: &String| outline.headings.iter().any(|heading| heading.id == *id);
            ids.retain(has);
        }
        anchors.insert((kind, folded(&head.id).into_owned()), ids);
    }
    all
}

struct BodyReader<'l, 's, 'a> {
    linker: &'l mut Linker<'s>,
    anchors: &'a Anchors,
}

impl BodyReader<'_, '_, '_> {
    fn shelf<T>(
        &mut self,
        shelf: &mut Shelf<T>,
        outlines: Vec<Option<Arc<Outline>>>,
        head: fn(&mut T) -> &mut Head,
    ) {
        for (noun, outline) in shelf.nouns_mut().zip(outlines) {
            self.noun(noun, outline, head);
        }
    }

    fn noun<T>(
        &mut self,
        noun: &mut Chronicle<T>,
        outline: Option<Arc<Outline>>,
        head: fn(&mut T) -> &mut Head,
    ) {
        let now = head(&mut noun.now);
        if let (Some(body), Some(outline)) = (&mut now.body, &outline) {
            body.links = self.links(body, now.origin, outline);
            body.live = live(body, now.origin, outline, self.linker);
            body.top_level = top_level(outline);
        }
        for (_, body) in &mut now.translations {
            self.body(body, now.origin);
        }
        let today = now.body.clone().filter(|_| !noun.before.is_empty());
        let translated = match noun.before.is_empty() {
            true => Vec::new(),
            false => now.translations.clone(),
        };
        for (_, then) in &mut noun.before {
            let then = head(then);
            let of_others = then.translations.iter_mut().map(|(_, body)| body);
            for body in then.body.iter_mut().chain(of_others) {
                let mut known = today.iter().chain(translated.iter().map(|(_, body)| body));
                match known.find(|known| known.markdown == body.markdown) {
                    Some(known) => body.clone_from(known),
                    None => self.body(body, then.origin),
                }
            }
        }
    }

    fn body(&mut self, body: &mut Body, origin: Origin) {
        let outline = markdown::outline(&body.markdown);
        body.links = self.links(body, origin, &outline);
        body.live = live(body, origin, &outline, self.linker);
        body.top_level = top_level(&outline);
    }

    fn links(
        &mut self,
        body: &Body,
        origin: Origin,
        outline: &Outline,
    ) -> BTreeMap<String, LinkTarget> {
        let mut targets = BTreeMap::new();
        for link in &outline.links {
            let place = || place(body, origin, link);
            if link.is_image && link.text.trim().is_empty() {
                let without = Finding::warning("image-without-alt", place());
                self.linker
                    .findings
                    .push(without.with("image", link.destination.as_str()));
            }
            let target = match link.reach {
                Reach::Outside => None,
                Reach::Refused => {
                    let bad =
                        Finding::error("bad-url", place()).with("url", link.destination.as_str());
                    self.linker.findings.push(bad);
                    None
                }
                Reach::Anchor => {
                    let id = decoded(&link.destination[1..]);
                    if !outline.headings.iter().any(|heading| heading.id == id) {
                        let broken = Finding::error("broken-anchor", place())
                            .with("target", link.destination.as_str());
                        let ids = outline.headings.iter().map(|heading| heading.id.as_str());
                        self.linker
                            .findings
                            .push(broken.suggest(crate::names::close(&id, ids)));
                    }
                    Some(LinkTarget::Anchor(id))
                }
                Reach::Record => self.record(&link.destination, &place),
                Reach::Local => self.local(&link.destination, body, origin, &place),
            };
            if let Some(LinkTarget::Asset(asset)) = &target
                && (link.is_image && asset.look.is_none())
            {
                let format = Finding::warning("image-format", place());
                self.linker.findings.push(format);
            }
            targets.extend(target.map(|target| (link.destination.clone(), target)));
        }
        for (name, range) in &outline.undefined_footnotes {
            let place = bytes(body, origin, range.clone());
            self.linker
                .findings
                .push(Finding::warning("undefined-footnote", place).with("name", name.as_str()));
        }
        targets
    }

    /// `task:ID` or `task:ID#anchor`.
    fn record(&mut self, destination: &str, place: &dyn Fn() -> Place) -> Option<LinkTarget> {
        let (word, rest) = destination.trim().split_once(':')?;
        let (id, anchor) = match rest.split_once('#') {
            Some((id, anchor)) => (decoded(id), Some(decoded(anchor))),
            None => (decoded(rest), None),
        };
        let word = word.to_ascii_lowercase();
        let kinds = RecordKind::FOLDERS
            .into_iter()
            .chain([RecordKind::Decision]);
        let kind = kinds.into_iter().find(|kind| kind.word() == word)?;
        let Some(slot) = self.linker.tables.of(kind).find(&id).cloned() else {
            if !self.linker.tables.of(kind).is_lost(&id) {
                let unknown = self.linker.unknown(kind, &id, place());
                self.linker.findings.push(unknown);
            }
            return None;
        };
        if kind == RecordKind::Decision {
            self.linker.note_unnamed(slot.record, &id, place);
        }
        if let Some(anchor) = &anchor {
            self.anchor(kind, &slot, anchor, (destination, place));
        }
        Some(LinkTarget::Record(reference(kind, &slot), anchor))
    }

    fn anchor(
        &mut self,
        kind: RecordKind,
        slot: &Slot,
        anchor: &str,
        (written, place): (&str, &dyn Fn() -> Place),
    ) {
        let known = self.anchors.get(&(kind, folded(&slot.id).into_owned()));
        if known.is_some_and(|ids| !ids.contains(anchor)) {
            let close =
                crate::names::close(anchor, known.into_iter().flatten().map(String::as_str));
            let broken = Finding::error("broken-anchor", place()).with("target", written);
            self.linker.findings.push(broken.suggest(close));
        }
    }

    /// A path: an asset, or the file of a record.
    fn local(
        &mut self,
        destination: &str,
        body: &Body,
        origin: Origin,
        place: &dyn Fn() -> Place,
    ) -> Option<LinkTarget> {
        let path = decoded(destination.split(['#', '?']).next().unwrap_or_default());
        let at = match body.entry {
            Entry::File { file, .. } => Place::File(file),
            Entry::Field | Entry::In(_) => origin.whole(),
        };
        let folder = self.linker.folder_of(&at);
        if let Some(asset) = self.linker.find_asset(&path, &folder) {
            self.linker.used_assets.insert(asset.path.clone());
            return Some(LinkTarget::Asset(asset.clone()));
        }
        if let Some((kind, slot)) = self.linker.record_in_file(&path, &folder) {
            return Some(LinkTarget::Record(reference(kind, &slot), None));
        }
        let broken = Finding::error("broken-link", place()).with("target", destination);
        self.linker.findings.push(broken);
        None
    }
}

/// The level of a body's highest heading; 1 when it has none.
fn top_level(outline: &Outline) -> u8 {
    let levels = outline.headings.iter().map(|heading| heading.level);
    levels.min().unwrap_or(1)
}

fn place(body: &Body, origin: Origin, link: &OutlineLink) -> Place {
    bytes(body, origin, link.range.clone())
}

pub(super) fn bytes(body: &Body, origin: Origin, range: std::ops::Range<usize>) -> Place {
    match body.entry {
        Entry::File { file, offset } => Place::Bytes {
            file,
            start: offset + range.start,
            end: offset + range.end,
        },
        Entry::Field => Place::Line {
            origin,
            path: Path::new("body"),
            line: Line::of(&body.markdown, &range),
        },
        Entry::In(language) => Place::Line {
            origin,
            path: Path::new("body").key(key(language)),
            line: Line::of(&body.markdown, &range),
        },
    }
}

/// Under which a body of this language stands.
pub(super) fn key(language: Language) -> &'static str {
    match language {
        Language::Chinese => "zh",
        Language::English => "en",
    }
}

/// `%E9%BE%99` and the like, as browsers and editors write them.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let raw = text.as_bytes();
    let mut at = 0;
    while at < raw.len() {
        let escaped = raw.get(at + 1..at + 3).filter(|_| raw[at] == b'%');
        let value = escaped
            .and_then(|two| std::str::from_utf8(two).ok())
            .and_then(|two| u8::from_str_radix(two, 16).ok());
        bytes.push(value.unwrap_or(raw[at]));
        at += if value.is_some() { 3 } else { 1 };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

pub(super) fn reference(kind: RecordKind, slot: &Slot) -> RecordRef {
    fn of<T: Linked>(slot: &Slot) -> RecordRef {
        let seen: Seen<T> = slot.seen();
        T::reference(seen)
    }
    match kind {
        RecordKind::Campaign => of::<Campaign>(slot),
        RecordKind::Area => of::<Area>(slot),
        RecordKind::Unit => of::<Unit>(slot),
        RecordKind::Person => of::<Person>(slot),
        RecordKind::Task => of::<Task>(slot),
        RecordKind::Meeting => of::<Meeting>(slot),
        RecordKind::Decision => of::<Decision>(slot),
        RecordKind::Document => of::<Document>(slot),
        RecordKind::Problem => of::<Problem>(slot),
        RecordKind::Indicator => of::<Indicator>(slot),
        RecordKind::Instruction => of::<Instruction>(slot),
        RecordKind::Inspection => of::<Inspection>(slot),
        RecordKind::Assessment => of::<Assessment>(slot),
        RecordKind::Bulletin => of::<Bulletin>(slot),
    }
}
