//! Links and images in bodies: each is resolved once, and what leads nowhere is found at its line.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::diagnostic::{Finding, Origin, Place};
use crate::markdown::{self, OutlineLink, Reach};
use crate::model::{
    Area, Body, Campaign, Chronicle, Decision, Document, Entry, Head, LinkTarget, Meeting, Person,
    Project, RecordRef, Seen, Shelf, Task, Unit,
};
use crate::names::folded;
use crate::record::RecordKind;

use super::linker::Linker;
use super::table::{Linked, Slot};

/// The ids of the headings of every record's body that is linked to with an anchor.
type Anchors = HashMap<(RecordKind, String), HashSet<String>>;

/// Resolves every body of the project, and checks those that this audience may not see.
pub(super) fn resolve(project: &mut Project, linker: &mut Linker<'_>) {
    let mut anchors = Anchors::new();
    collect(
        &project.campaigns,
        &mut anchors,
        |c: &Campaign| &c.head,
        RecordKind::Campaign,
    );
    collect(
        &project.areas,
        &mut anchors,
        |a: &Area| &a.head,
        RecordKind::Area,
    );
    collect(
        &project.units,
        &mut anchors,
        |u: &Unit| &u.head,
        RecordKind::Unit,
    );
    collect(
        &project.people,
        &mut anchors,
        |p: &Person| &p.head,
        RecordKind::Person,
    );
    collect(
        &project.tasks,
        &mut anchors,
        |t: &Task| &t.head,
        RecordKind::Task,
    );
    collect(
        &project.meetings,
        &mut anchors,
        |m: &Meeting| &m.head,
        RecordKind::Meeting,
    );
    collect(
        &project.documents,
        &mut anchors,
        |d: &Document| &d.head,
        RecordKind::Document,
    );
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
    reader.shelf(&mut project.campaigns, |c| &mut c.head);
    reader.shelf(&mut project.areas, |a| &mut a.head);
    reader.shelf(&mut project.units, |u| &mut u.head);
    reader.shelf(&mut project.people, |p| &mut p.head);
    reader.shelf(&mut project.tasks, |t| &mut t.head);
    reader.shelf(&mut project.meetings, |m| &mut m.head);
    reader.shelf(&mut project.documents, |d| &mut d.head);
    for (origin, body) in std::mem::take(&mut reader.linker.hidden_bodies) {
        reader.links(&body, origin);
    }
}

fn collect<T>(shelf: &Shelf<T>, anchors: &mut Anchors, head: fn(&T) -> &Head, kind: RecordKind) {
    for (_, noun) in shelf.iter() {
        let head = head(&noun.now);
        let has_headings = head
            .body
            .as_ref()
            .filter(|body| body.markdown.contains('#'));
        let headings = has_headings
            .map(|body| markdown::outline(&body.markdown).headings)
            .unwrap_or_default();
        let ids = headings.into_iter().map(|heading| heading.id).collect();
        anchors.insert((kind, folded(&head.id).into_owned()), ids);
    }
}

struct BodyReader<'l, 's, 'a> {
    linker: &'l mut Linker<'s>,
    anchors: &'a Anchors,
}

impl BodyReader<'_, '_, '_> {
    fn shelf<T>(&mut self, shelf: &mut Shelf<T>, head: fn(&mut T) -> &mut Head) {
        for noun in shelf.nouns_mut() {
            self.noun(noun, head);
        }
    }

    fn noun<T>(&mut self, noun: &mut Chronicle<T>, head: fn(&mut T) -> &mut Head) {
        let now = head(&mut noun.now);
        let mut today = None;
        if let Some(body) = &mut now.body {
            body.links = self.links(body, now.origin);
            today = Some(body.clone());
        }
        for (_, then) in &mut noun.before {
            let then = head(then);
            let Some(body) = &mut then.body else { continue };
            match &today {
                Some(today) if today.markdown == body.markdown => body.clone_from(today),
                _ => body.links = self.links(body, then.origin),
            }
        }
    }

    fn links(&mut self, body: &Body, origin: Origin) -> BTreeMap<String, LinkTarget> {
        let mut targets = BTreeMap::new();
        if !body.markdown.contains("](")
            && !body.markdown.contains("]:")
            && !body.markdown.contains('<')
            && !body.markdown.contains("[^")
        {
            return targets;
        }
        let outline = markdown::outline(&body.markdown);
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
            Entry::Field => origin.whole(),
        };
        let folder = self.linker.folder_of(&at);
        if let Some((path, _)) = self.linker.find_asset(&path, &folder) {
            self.linker.used_assets.insert(path.clone());
            return Some(LinkTarget::Asset(path));
        }
        if let Some((kind, slot)) = self.linker.record_in_file(&path, &folder) {
            return Some(LinkTarget::Record(reference(kind, &slot), None));
        }
        let broken = Finding::error("broken-link", place()).with("target", destination);
        self.linker.findings.push(broken);
        None
    }
}

fn place(body: &Body, origin: Origin, link: &OutlineLink) -> Place {
    bytes(body, origin, link.range.clone())
}

fn bytes(body: &Body, origin: Origin, range: std::ops::Range<usize>) -> Place {
    match body.entry {
        Entry::File { file, offset } => Place::Bytes {
            file,
            start: offset + range.start,
            end: offset + range.end,
        },
        Entry::Field => origin.field("body"),
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

fn reference(kind: RecordKind, slot: &Slot) -> RecordRef {
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
    }
}
