//! Publishing: a site goes to disk as a whole, beside the one that stands there, and takes its place in one act.
//!
//! What differs from the last build is written into a folder beside the target, and the rest is linked into it. Then
//! the two folders are exchanged. Killed at any moment, the old site or the new one is there, and the next build
//! clears away what was left. If nothing differs, nothing is touched.
//!
//! The acts of a [`Refusal`] from here: `lock`, `read-target`, `read-list`, `recover`, `write`, `copy`,
//! `replace-foreign` (a page would go where a file of other hands stands), `link`, `carry`, `write-list`, `exchange`,
//! `retire` (the new site is published, the old one could not be removed), and the words of [`Why`] for a target
//! that another build made unsuitable while this one waited.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::Mutex;

use crate::digest::Digest;
use crate::output::Refusal;
use crate::parallel;

use self::carry::is_untouched;
pub(crate) use self::inputs::Inputs;
use self::list::{Entry, List};
use self::lock::Lock;
use self::means::Means;
use self::noted::Note;
pub(crate) use self::target::{Target, Unsuitable, Why, occupied};
use self::walk::{Kind, walk};

mod carry;
mod exchange;
mod inputs;
mod list;
mod lock;
mod means;
mod noted;
mod taking;
mod target;
#[cfg(test)]
mod tests;
mod walk;

/// A site on its way to disk. Dropped before `finish`, it leaves all as it was.
#[derive(Debug)]
pub(crate) struct Publication {
    target: Target,
    means: Means,
    /// What the last build wrote, if one did.
    last: Option<List>,
    /// By path; empty while a file is being written, so that no path is taken twice.
    taken: Mutex<BTreeMap<String, Option<Taken>>>,
    /// What was to be read at the target and is gone or has other bytes than were left there, though size and time may be the same.
    damaged: Mutex<BTreeSet<String>>,
    /// What this site is made of, where a later build may rely on it.
    inputs: Option<Inputs>,
    note: Note,
    published: bool,
    /// Released after everything else.
    _lock: Lock,
}

/// A file of the site that is being built.
#[derive(Debug, Clone, Copy)]
struct Taken {
    entry: Entry,
    how: How,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum How {
    Written,
    /// Stands at the target as the last build left it.
    Kept,
    /// Stands at the target with the same bytes, by other hands.
    Adopted,
}

/// What a publication did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Outcome {
    /// Files that are new or have new bytes.
    pub(crate) written: usize,
    pub(crate) unchanged: usize,
    /// Files of the last build that are in this one no more.
    pub(crate) removed: usize,
    /// Entries of other hands that were taken across; none when nothing was touched.
    pub(crate) kept_foreign: usize,
    /// Whether the folder at the target is a new one.
    pub(crate) exchanged: bool,
}

impl Publication {
    /// Waits for other builds for this target, clears away what a killed one left, and reads what the last one wrote.
    ///
    /// `waiting` is called once if there is a build to wait for.
    pub(crate) fn begin(target: Target, waiting: impl FnOnce()) -> Result<Publication, Refusal> {
        Publication::begin_by(Means::default(), target, waiting)
    }

    fn begin_by(
        means: Means,
        target: Target,
        waiting: impl FnOnce(),
    ) -> Result<Publication, Refusal> {
        if let Some(above) = target.folder.parent() {
            fs::create_dir_all(above).map_err(Refusal::at("lock", above))?;
        }
        let lock = Lock::take(&target.lock(), waiting)?;
        exchange::recover(&target, &means)?;
        target.recheck()?;
        Ok(Publication {
            last: List::read(&target.folder)?,
            target,
            means,
            taken: Mutex::default(),
            damaged: Mutex::default(),
            inputs: None,
            note: Note::default(),
            published: false,
            _lock: lock,
        })
    }

    /// Whether every file of the last build stands as it was left.
    pub(crate) fn is_whole(&self) -> bool {
        let Some(last) = &self.last else {
            return false;
        };
        let entries: Vec<(&String, &Entry)> = last.entries.iter().collect();
        let stands = |_, (path, entry): &(&String, &Entry)| {
            is_untouched(&self.target.folder.join(path), entry).unwrap_or(false)
        };
        parallel::map(&entries, stands).into_iter().all(|one| one)
    }

    /// Notes what the site is made of, so that a build that would make it again can be left out.
    pub(crate) fn remember(&mut self, inputs: Inputs) {
        self.inputs = Some(inputs);
    }

    /// Lets what renders rely on what the same program noted with the site before, and note something for the next.
    pub(crate) fn made_by(&mut self, program: Digest) {
        self.note = Note::of(&self.target.folder, program);
    }

    /// Puts the site in place of the one before, unless that is the same.
    pub(crate) fn finish(mut self) -> Result<Outcome, Refusal> {
        let site = self.take_site();
        let count = |how| site.values().filter(|taken| taken.how == how).count();
        let written = count(How::Written);
        let mut outcome = Outcome {
            written,
            unchanged: site.len() - written,
            ..Outcome::default()
        };
        let same = |last: &List| count(How::Kept) == last.entries.len();
        if outcome.unchanged == count(How::Kept)
            && written == 0
            && self.last.as_ref().is_some_and(same)
        {
            self.write_inputs(&self.target.folder)?;
            self.note.write(&self.target.folder, &self.means)?;
            return Ok(outcome);
        }
        let entries = self.link_kept(site)?;
        (outcome.removed, outcome.kept_foreign) = self.carry_foreign(&entries)?;
        self.write_list(entries)?;
        let old = exchange::swap(&self.target, &self.means)?;
        self.published = true;
        outcome.exchanged = true;
        if let Some(old) = old {
            exchange::retire(&old, &self.target, self.last.as_ref(), &self.means)?;
        }
        Ok(outcome)
    }

    fn take_site(&mut self) -> BTreeMap<String, Taken> {
        let taken = self.taken.get_mut().expect("invariant: no writer panicked");
        let whole = |(path, taken): (String, Option<Taken>)| {
            let taken = taken.expect("invariant: a site is finished only if every file was taken");
            (path, taken)
        };
        std::mem::take(taken).into_iter().map(whole).collect()
    }

    fn link_kept(&self, site: BTreeMap<String, Taken>) -> Result<BTreeMap<String, Entry>, Refusal> {
        let staging = self.target.staging();
        let link = |(path, taken): (String, Taken)| {
            let mut entry = taken.entry;
            if taken.how != How::Written {
                let from = self.target.folder.join(&path);
                self.means.step()?;
                let time = carry::link(&from, &staging.join(&path), &self.means)
                    .map_err(Refusal::at("link", &from))?;
                entry.modified = time.or(entry.modified);
            }
            Ok((path, entry))
        };
        site.into_iter().map(link).collect()
    }

    /// Takes across what this program did not write; tells how many files of the last build are gone, and how many
    /// entries of other hands are kept. A page that was edited by hand and is built no more is such an entry.
    fn carry_foreign(&self, site: &BTreeMap<String, Entry>) -> Result<(usize, usize), Refusal> {
        let (from, to) = (&self.target.folder, self.target.staging());
        let none = List::empty(&self.target.audience);
        let last = self.last.as_ref().unwrap_or(&none);
        let gone = last.entries.keys().filter(|path| !site.contains_key(*path));
        let (mut removed, mut kept) = (gone.count(), 0);
        if !from.exists() {
            return Ok((removed, kept));
        }
        for met in walk(from)? {
            match met.kind {
                Kind::Folder { empty: false } => continue,
                Kind::Folder { empty: true } if last.has(&met) => continue,
                _ => {}
            }
            if let Some(path) = met.listed_as() {
                if site.contains_key(&path) {
                    continue;
                }
                if let Some(entry) = last.entries.get(&path) {
                    let at = from.join(&path);
                    if is_untouched(&at, entry).map_err(Refusal::at("read-target", &at))? {
                        continue;
                    }
                    removed -= 1;
                }
            }
            carry::across(&met, from, &to, &self.means)?;
            kept += 1;
        }
        Ok((removed, kept))
    }

    fn write_list(&self, entries: BTreeMap<String, Entry>) -> Result<(), Refusal> {
        let (site, staging) = (&self.target.folder, self.target.staging());
        let sequence = self.last.as_ref().and_then(|last| last.sequence);
        let list = List {
            audience: self.target.audience.clone(),
            sequence: Some(sequence.unwrap_or(0) + 1),
            entries,
        };
        self.means.step()?;
        list.write(&staging)?;
        self.write_inputs(&staging)?;
        self.note.write(&staging, &self.means)?;
        if let Ok(facts) = site.metadata() {
            let permissions = facts.permissions();
            fs::set_permissions(&staging, permissions).map_err(Refusal::at("write", &staging))?;
        }
        Ok(())
    }

    fn write_inputs(&self, folder: &Path) -> Result<(), Refusal> {
        match &self.inputs {
            Some(inputs) if Inputs::of(folder).as_ref() != Some(inputs) => {
                self.means.step()?;
                inputs.write(folder)
            }
            _ => Ok(()),
        }
    }
}

impl Drop for Publication {
    fn drop(&mut self) {
        if !self.published && self.means.step().is_ok() {
            drop(fs::remove_dir_all(self.target.staging()));
        }
    }
}
