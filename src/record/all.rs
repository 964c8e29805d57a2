//! Every record file of a source, read side by side.

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
#[derive(Debug, Default)]
pub(crate) struct Records {
    pub(crate) campaigns: Vec<Written<CampaignRecord>>,
    pub(crate) areas: Vec<Written<AreaRecord>>,
    pub(crate) units: Vec<Written<UnitRecord>>,
    pub(crate) people: Vec<Written<PersonRecord>>,
    pub(crate) tasks: Vec<Written<TaskRecord>>,
    pub(crate) meetings: Vec<Written<MeetingRecord>>,
    pub(crate) documents: Vec<Written<DocumentRecord>>,
    pub(crate) problems: Vec<Written<ProblemRecord>>,
    pub(crate) indicators: Vec<Written<IndicatorRecord>>,
    pub(crate) instructions: Vec<Written<InstructionRecord>>,
    pub(crate) inspections: Vec<Written<InspectionRecord>>,
    pub(crate) assessments: Vec<Written<AssessmentRecord>>,
    pub(crate) bulletins: Vec<Written<BulletinRecord>>,
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
#[derive(Debug, Clone)]
struct Read {
    parsed: ParsedFile,
    private: Vec<Private>,
}

/// What was made of every file when they were read last, so that only those that have changed are read again. What
/// comes out is the same as without it.
#[derive(Debug, Default)]
pub(crate) struct Known {
    limits: Option<Limits>,
    /// In the order of files, each with what it was made of.
    files: Vec<(File, Option<Read>)>,
    /// How many files did not have to be read the last time.
    pub(crate) hits: usize,
}

/// Reads every record file; `skip` names those that are read elsewhere.
pub(crate) fn read(source: &Source, limits: &Limits, skip: fn(&str) -> bool) -> Checked<Records> {
    let files = parallel::map(&source.files, |place, file| {
        (!skip(&file.path)).then(|| one(place, file, limits))
    });
    gathered(files)
}

/// The same, with what is known of files whose bytes are the same as before.
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
    let before = &known.files;
    let new = parallel::map(&source.files, |place, file| {
        let is_known = before.get(place).is_some_and(|(before, _)| before == file);
        (!is_known).then(|| (!skip(&file.path)).then(|| one(place, file, limits)))
    });
    known.hits = new.iter().filter(|new| new.is_none()).count();
    known.files.truncate(source.files.len());
    for (place, (file, new)) in source.files.iter().zip(new).enumerate() {
        let Some(new) = new else { continue };
        match known.files.get_mut(place) {
            Some(known) => *known = (file.clone(), new),
            None => known.files.push((file.clone(), new)),
        }
    }
    gathered(parallel::map(&known.files, |_, (_, read)| read.clone()))
}

fn one(place: usize, file: &File, limits: &Limits) -> Read {
    let id = FileId(u32::try_from(place).expect("invariant: fewer than 2^32 files"));
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
fn gathered(files: Vec<Option<Read>>) -> Checked<Records> {
    let mut records = Records::default();
    let mut findings: Vec<Finding> = Vec::new();
    for (place, read) in files.into_iter().enumerate() {
        let Some(Read { parsed, private }) = read else {
            continue;
        };
        let file = FileId(u32::try_from(place).expect("invariant: fewer than 2^32 files"));
        findings.extend(parsed.findings);
        records.lost.extend(parsed.lost);
        records
            .private
            .extend(private.into_iter().map(|number| (file, number)));
        match parsed.contents {
            Contents::Campaigns(all) => records.campaigns.extend(all),
            Contents::Areas(all) => records.areas.extend(all),
            Contents::Units(all) => records.units.extend(all),
            Contents::People(all) => records.people.extend(all),
            Contents::Tasks(all) => records.tasks.extend(all),
            Contents::Meetings(all) => records.meetings.extend(all),
            Contents::Documents(all) => records.documents.extend(all),
            Contents::Problems(all) => records.problems.extend(all),
            Contents::Indicators(all) => records.indicators.extend(all),
            Contents::Instructions(all) => records.instructions.extend(all),
            Contents::Inspections(all) => records.inspections.extend(all),
            Contents::Assessments(all) => records.assessments.extend(all),
            Contents::Bulletins(all) => records.bulletins.extend(all),
            Contents::Note(note) => records.notes.push(note),
            Contents::Site(..) | Contents::Calendar(_) | Contents::Nothing => {}
        }
    }
    Checked {
        value: records,
        findings,
    }
}
