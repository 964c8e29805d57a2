//! Links and images in bodies: each is resolved once, and what leads nowhere is found at its line.

use std::sync::Arc;

use crate::diagnostic::{Finding, Line, Origin, Path, Place};
use crate::markdown::{self, Outline, OutlineLink, Reach};
use crate::model::{
    Area, Assessment, Body, Bulletin, Campaign, Chronicle, Decision, Document, Entry, Few, Head,
    Indicator, Inspection, Instruction, Language, LinkTarget, Meeting, Person, Problem, Project,
    RecordRef, Seen, Shelf, Task, Unit,
};
use crate::record::{MeetingRecord, RecordKind};

use super::anchor::Anchored;
use super::linker::Linker;
use super::live::live;
use super::outlined::Outlined;
use super::remembered::{Known, List};
use super::table::{Linked, Slot};

/// Resolves every body of the project, and checks those that this audience may not see.
pub(super) fn resolve(project: &mut Project, linker: &mut Linker<'_>, known: &mut Known) {
    let Known {
        outlined, records, ..
    } = known;
    (outlined.hits, outlined.bodies) = (0, 0);
    let reader = &mut BodyReader {
        linker,
        outlined,
        anchored: Vec::new(),
    };
    macro_rules! shelves {
        ($($shelf:ident: $kind:ident),+) => {$(
            let list = (RecordKind::$kind, &mut records.$shelf);
            let heads: Heads<$kind> = (|one| &one.head, |one| &mut one.head);
            reader.shelf(&mut project.$shelf, list, heads);
        )+};
    }
    shelves!(campaigns: Campaign, areas: Area, units: Unit, people: Person, tasks: Task);
    let unknown = &mut List::<MeetingRecord, Meeting>::default();
    let heads: Heads<Meeting> = (|one| &one.head, |one| &mut one.head);
    let list = (RecordKind::Meeting, unknown);
    reader.shelf(&mut project.meetings, list, heads);
    shelves!(documents: Document, problems: Problem, indicators: Indicator);
    shelves!(instructions: Instruction, inspections: Inspection, assessments: Assessment);
    reader.bulletins(&mut project.bulletins);
    for (origin, body) in std::mem::take(&mut reader.linker.hidden_bodies) {
        let outline = markdown::outline(&body.markdown);
        reader.links(&body, origin, &outline);
        live(&body, origin, &outline, reader.linker);
    }
    for one in std::mem::take(&mut reader.anchored) {
        let broken = one.broken(project, reader.outlined);
        reader.linker.findings.extend(broken);
    }
}

/// So many bodies are looked through side by side; what all of them hold is never there at one time.
const AT_ONCE: usize = 1024;

/// How the head of a noun is had, to be read and to be written.
type Heads<T> = (fn(&T) -> &Head, fn(&mut T) -> &mut Head);

struct BodyReader<'l, 's> {
    linker: &'l mut Linker<'s>,
    outlined: &'l mut Outlined,
    anchored: Vec<Anchored>,
}

impl BodyReader<'_, '_> {
    fn shelf<R, T: Clone + Send + Sync>(
        &mut self,
        shelf: &mut Shelf<T>,
        (kind, known): (RecordKind, &mut List<R, T>),
        (head, head_mut): Heads<T>,
    ) {
        let mut new = Vec::new();
        for (place, noun) in shelf.held_mut().enumerate() {
            match known.is_whole(place) {
                true => self.outlined.count(head(&noun.now)),
                false => new.push((place, noun)),
            }
        }
        for some in new.chunks_mut(AT_ONCE) {
            let heads: Vec<&Head> = some.iter().map(|(_, noun)| head(&noun.now)).collect();
            let outlines = self.outlined.all(kind, &heads);
            for ((place, noun), outline) in some.iter_mut().zip(outlines) {
                let begun = self.linker.begin();
                self.noun(Arc::make_mut(noun), outline, head_mut);
                let trace = self.linker.end(begun);
                known.remember(*place, noun, trace);
            }
        }
    }

    /// What was released stays as it is, whatever has become of what it names: that becomes text.
    fn bulletins(&mut self, shelf: &mut Shelf<Bulletin>) {
        let heads: Vec<&Head> = shelf.iter().map(|(_, noun)| &noun.now.head).collect();
        let outlines = self.outlined.all(RecordKind::Bulletin, &heads);
        for (noun, outline) in shelf.nouns_mut().zip(outlines) {
            let before = (self.linker.findings.len(), self.anchored.len());
            self.noun(noun, outline, |one| &mut one.head);
            if noun.now.released.is_some() {
                self.linker.findings.truncate(before.0);
                self.anchored.truncate(before.1);
            }
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

    fn links(&mut self, body: &Body, origin: Origin, outline: &Outline) -> Few<String, LinkTarget> {
        let mut targets = Vec::with_capacity(outline.links.len());
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
        targets.into_iter().collect()
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
        let Some(slot) = self.linker.frame.tables.of(kind).find(&id).cloned() else {
            if !self.linker.frame.tables.of(kind).is_lost(&id) {
                let unknown = self.linker.unknown(kind, &id, place());
                self.linker.findings.push(unknown);
            }
            return None;
        };
        if kind == RecordKind::Decision {
            self.linker.note_unnamed(slot.record, &id, place);
        }
        if let Some(anchor) = &anchor {
            // Which headings are there is known when all bodies have been looked through.
            self.linker.is_entangled = true;
            self.anchored.extend(slot.shelf.map(|at| Anchored {
                to: (kind, at),
                anchor: anchor.clone(),
                written: destination.to_owned(),
                place: place(),
            }));
        }
        Some(LinkTarget::Record(reference(kind, &slot), anchor))
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
            return Some(LinkTarget::Asset(Box::new(asset.clone())));
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
