//! What was read of a file, under another number: files before it came or went.

use std::sync::Arc;

use crate::model::{Body, Entry};
use crate::source::FileId;

use super::file::{Contents, ParsedFile, Written};

impl ParsedFile {
    /// What would have been read of the same text as the file of this number.
    pub(super) fn number(&mut self, file: FileId) {
        // What is wrong in a file stands in it and nowhere else.
        for finding in &mut self.findings {
            finding.place.number(file);
            for (_, place) in &mut finding.related {
                place.number(file);
            }
        }
        match &mut self.contents {
            Contents::Campaigns(all) => number(all, file),
            Contents::Areas(all) => number(all, file),
            Contents::Units(all) => number(all, file),
            Contents::People(all) => number(all, file),
            Contents::Tasks(all) => number(all, file),
            Contents::Meetings(all) => number(all, file),
            Contents::Documents(all) => number(all, file),
            Contents::Problems(all) => number(all, file),
            Contents::Indicators(all) => number(all, file),
            Contents::Instructions(all) => number(all, file),
            Contents::Inspections(all) => number(all, file),
            Contents::Assessments(all) => number(all, file),
            Contents::Bulletins(all) => number(all, file),
            Contents::Note(note) => {
                note.file = file;
                body(&mut note.body, file);
            }
            Contents::Site(..) | Contents::Calendar(_) | Contents::Nothing => {}
        }
    }
}

fn number<T: Clone>(records: &mut [Arc<Written<T>>], file: FileId) {
    for record in records.iter_mut().map(Arc::make_mut) {
        record.origin = record.origin.of_file(file);
        let translations = record.translations.iter_mut().map(|(_, body)| body);
        record
            .body
            .iter_mut()
            .chain(translations)
            .for_each(|one| body(one, file));
        for earlier in &mut record.before {
            earlier.origin = earlier.origin.of_file(file);
        }
    }
}

fn body(body: &mut Body, own: FileId) {
    if let Entry::File { file, .. } = &mut body.entry {
        *file = own;
    }
}
