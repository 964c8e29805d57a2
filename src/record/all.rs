//! Every record file of a source, read side by side.

use std::sync::Arc;

use crate::diagnostic::{Checked, Finding};
use crate::parallel;
use crate::source::{File, FileId, Source};
use crate::yaml::Limits;

use super::file::{Contents, Note, ParsedFile, SourceText, Written, parse};
use super::private::{Private, private_numbers};
use super::{
    AreaRecord, AssessmentRecord, BulletinRecord, CampaignRecord, DocumentRecord, IndicatorRecord,
    InspectionRecord, InstructionRecord, MeetingRecord, PersonRecord, ProblemRecord, RecordKind,
    TaskRecord, UnitRecord,
};

/// All records, each list in the order of files and of writing.
#[derive(Debug, Clone, Default)]
pub(crate) struct Records {
    pub(crate) campaigns: Vec<Arc<Written<CampaignRecord>>>,
    pub(crate) areas: Vec<Arc<Written<AreaRecord>>>,
    pub(crate) units: Vec<Arc<Written<UnitRecord>>>,
    pub(crate) people: Vec<Arc<Written<PersonRecord>>>,
    pub(crate) tasks: Vec<Arc<Written<TaskRecord>>>,
    pub(crate) meetings: Vec<Arc<Written<MeetingRecord>>>,
    pub(crate) documents: Vec<Arc<Written<DocumentRecord>>>,
    pub(crate) problems: Vec<Arc<Written<ProblemRecord>>>,
    pub(crate) indicators: Vec<Arc<Written<IndicatorRecord>>>,
    pub(crate) instructions: Vec<Arc<Written<InstructionRecord>>>,
    pub(crate) inspections: Vec<Arc<Written<InspectionRecord>>>,
    pub(crate) assessments: Vec<Arc<Written<AssessmentRecord>>>,
    pub(crate) bulletins: Vec<Arc<Written<BulletinRecord>>>,
    pub(crate) notes: Vec<Note>,
    pub(crate) lost: Vec<(RecordKind, String)>,
    /// Telephone and identity-card numbers, which public records should not show.
    pub(crate) private: Vec<(FileId, Private)>,
}

impl Records {
    pub(crate) fn number(&self) -> usize {
        let people = self.campaigns.len() + self.units.len() + self.people.len();
        let work = self.tasks.len() + self.meetings.len() + self.documents.len();
        let checks = self.problems.len() + self.indicators.len() + self.instructions.len();
        let results = self.inspections.len() + self.assessments.len() + self.bulletins.len();
        people + self.areas.len() + work + checks + results
    }
}

/// One file, read.
#[derive(Debug)]
struct Read {
    parsed: ParsedFile,
    private: Vec<Private>,
}

/// What was made of every file when they were read last, so that only those that have changed are read again. What
/// comes out is the same as without it.
#[derive(Debug, Default)]
pub(crate) struct Known {
    limits: Option<Limits>,
    /// In the order of files.
    files: Vec<KnownFile>,
    /// How many files did not have to be read the last time.
    pub(crate) hits: usize,
}

/// A file, its number when it was last read, and what was made of it; none: it is read elsewhere.
#[derive(Debug)]
struct KnownFile {
    file: File,
    id: FileId,
    read: Option<Read>,
}

/// Reads every record file; `skip` names those that are read elsewhere.
pub(crate) fn read(source: &Source, limits: &Limits, skip: fn(&str) -> bool) -> Checked<Records> {
    let files = parallel::map(&source.files, |place, file| {
        (!skip(&file.path)).then(|| one(id(place), file, limits))
    });
    gathered(files.iter().map(Option::as_ref))
}

/// The same, with what is known of files whose path and bytes are the same as before.
pub(crate) fn read_again(
    source: &Source,
    limits: &Limits,
    skip: fn(&str) -> bool,
    known: &mut Known,
) -> Checked<Records> {
    if known.limits.as_ref() != Some(limits) {
        known.files.clear();
        known.limits = Some(*limits);
    }
    // Both stand in the order of their paths.
    let mut before = std::mem::take(&mut known.files).into_iter().peekable();
    let paired = source.files.iter().enumerate().map(|(place, file)| {
        while before.next_if(|one| one.file.path < file.path).is_some() {}
        (
            place,
            file,
            before.next_if(|one| one.file.path == file.path),
        )
    });
    let files = parallel::map_owned(paired.collect(), |(place, file, before)| {
        match before.filter(|one| one.file.bytes == file.bytes) {
            Some(known) => (known.numbered(id(place)), true),
            None => {
                let read = (!skip(&file.path)).then(|| one(id(place), file, limits));
                let (file, id) = (file.clone(), id(place));
                (KnownFile { file, id, read }, false)
            }
        }
    });
    known.hits = files.iter().filter(|(_, is_known)| *is_known).count();
    known.files = files.into_iter().map(|(file, _)| file).collect();
    gathered(known.files.iter().map(|one| one.read.as_ref()))
}

impl KnownFile {
    /// The same when files before it came or went.
    fn numbered(mut self, id: FileId) -> KnownFile {
        if let Some(read) = self.read.as_mut().filter(|_| self.id != id) {
            read.parsed.number(id);
        }
        self.id = id;
        self
    }
}

fn id(place: usize) -> FileId {
    FileId(u32::try_from(place).expect("invariant: fewer than 2^32 files"))
}

fn one(id: FileId, file: &File, limits: &Limits) -> Read {
    let text = SourceText {
        file: id,
        path: &file.path,
        bytes: &file.bytes,
    };
    Read {
        parsed: parse(text, limits),
        private: private_numbers(&file.bytes),
    }
}

/// The records of all files, in the order of files.
fn gathered<'r>(files: impl Iterator<Item = Option<&'r Read>>) -> Checked<Records> {
    let mut records = Records::default();
    let mut findings: Vec<Finding> = Vec::new();
    for (place, read) in files.enumerate() {
        let Some(Read { parsed, private }) = read else {
            continue;
        };
        findings.extend_from_slice(&parsed.findings);
        records.lost.extend_from_slice(&parsed.lost);
        let private = private.iter().map(|number| (id(place), number.clone()));
        records.private.extend(private);
        match &parsed.contents {
            Contents::Campaigns(all) => records.campaigns.extend_from_slice(all),
            Contents::Areas(all) => records.areas.extend_from_slice(all),
            Contents::Units(all) => records.units.extend_from_slice(all),
            Contents::People(all) => records.people.extend_from_slice(all),
            Contents::Tasks(all) => records.tasks.extend_from_slice(all),
            Contents::Meetings(all) => records.meetings.extend_from_slice(all),
            Contents::Documents(all) => records.documents.extend_from_slice(all),
            Contents::Problems(all) => records.problems.extend_from_slice(all),
            Contents::Indicators(all) => records.indicators.extend_from_slice(all),
            Contents::Instructions(all) => records.instructions.extend_from_slice(all),
            Contents::Inspections(all) => records.inspections.extend_from_slice(all),
            Contents::Assessments(all) => records.assessments.extend_from_slice(all),
            Contents::Bulletins(all) => records.bulletins.extend_from_slice(all),
            Contents::Note(note) => records.notes.push(note.clone()),
            Contents::Site(..) | Contents::Calendar(_) | Contents::Nothing => {}
        }
    }
    Checked {
        value: records,
        findings,
    }
}
