//! What the renderer noted with a site, for the build of the next: of use only to the program that wrote it, with the very
//! files that it wrote then, and as it was written.

use std::fs;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use crate::digest::Digest;
use crate::output::Refusal;

use super::list::{FILES, NOTE, OWN};
use super::means::Means;

const PART: &str = ".tongbao/pages.part";
const HEAD: &str = "tongbao-pages 2 ";

/// Notes of one program; those of another are not read, and without a program none is written.
#[derive(Debug, Default)]
pub(super) struct Note {
    program: Option<Digest>,
    last: Option<String>,
    next: Mutex<Option<String>>,
}

impl Note {
    /// With what the program noted with the site in `folder`.
    pub(super) fn of(folder: &Path, program: Digest) -> Note {
        let last = fs::read_to_string(folder.join(NOTE)).ok().and_then(|text| {
            let (first, note) = text.split_once('\n')?;
            (first == head(folder, program, note)?).then(|| note.to_owned())
        });
        Note {
            program: Some(program),
            last,
            next: Mutex::default(),
        }
    }

    pub(super) fn last(&self) -> Option<&str> {
        self.last.as_deref()
    }

    pub(super) fn leave(&self, note: String) {
        *self.next.lock().unwrap_or_else(PoisonError::into_inner) = Some(note);
    }

    /// Into the folder of the site that it was left with.
    pub(super) fn write(&self, folder: &Path, means: &Means) -> Result<(), Refusal> {
        let next = self.next.lock().unwrap_or_else(PoisonError::into_inner);
        let (Some(program), Some(note)) = (self.program, next.as_ref()) else {
            return Ok(());
        };
        if self.last.as_ref() == Some(note) && folder.join(NOTE).exists() {
            return Ok(());
        }
        let Some(head) = head(folder, program, note) else {
            return Ok(());
        };
        means.step()?;
        let own = folder.join(OWN);
        fs::create_dir_all(&own).map_err(Refusal::at("write-list", &own))?;
        let part = folder.join(PART);
        fs::write(&part, head + "\n" + note)
            .and_then(|()| fs::rename(&part, folder.join(NOTE)))
            .map_err(Refusal::at("write-list", &part))
    }
}

/// The line before a note: whose it is, the list of the files that it speaks of, and the note itself. Without a list it speaks of
/// nothing.
fn head(folder: &Path, program: Digest, note: &str) -> Option<String> {
    let files = Digest::of(&fs::read(folder.join(FILES)).ok()?);
    let note = Digest::of(note.as_bytes());
    let all = [program, files, note].map(|digest| digest.hex());
    Some(format!("{HEAD}{}", all.join(" ")))
}
