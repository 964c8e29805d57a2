//! A mark in every field of every record type: whoever may not see a record finds none of its marks anywhere.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::shapes::Shapes;
use crate::build::{built, change, new_site};
use crate::support::Site;

/// What the marks of each level begin with; no other text does.
const MARKS: [(&str, &str); 3] = [
    ("public", "zqp-"),
    ("internal", "zqi-"),
    ("restricted", "zqr-"),
];

/// Fields that name another record, and the type of that; `other` is a second unit.
const REFERENCES: [(&str, &str); 42] = [
    ("area", "area"),
    ("areas", "area"),
    ("campaign", "campaign"),
    ("charter", "document"),
    ("decision", "decision"),
    ("depends_on", "task"),
    ("document", "document"),
    ("follow_up_of", "inspection"),
    ("indicator", "indicator"),
    ("indicators", "indicator"),
    ("inspection", "inspection"),
    ("inspectorates", "unit"),
    ("instruction", "instruction"),
    ("lead", "unit"),
    ("meeting", "meeting"),
    ("meetings", "meeting"),
    ("next_meeting", "meeting"),
    ("office", "unit"),
    ("person", "person"),
    ("problem", "problem"),
    ("responsible", "other"),
    ("sponsor", "person"),
    ("supporting", "other"),
    ("task", "task"),
    ("tasks", "task"),
    ("unit", "unit"),
    ("units", "unit"),
    // Names of people and units, which link where they are an id.
    ("approved_by", "unit"),
    ("by", "person"),
    ("chair", "person"),
    ("found_by", "unit"),
    ("head", "person"),
    ("inspectors", "unit"),
    ("issuer", "unit"),
    ("issuers", "unit"),
    ("liaison", "person"),
    ("minute_taker", "person"),
    ("owner", "person"),
    ("presenter", "person"),
    ("signatory", "person"),
    ("verifier", "unit"),
    ("who", "person"),
];

/// The least of each type, to refer to: its folder, and its fields besides id, visibility and a name.
const ANCHORS: [(&str, &str, &str); 13] = [
    ("campaign", "campaigns", "period: {start: 2026-01-01}"),
    ("area", "areas", "code: z"),
    ("unit", "units", "level: z"),
    ("other", "units", "level: z"),
    ("person", "people", "sort_key: z"),
    ("indicator", "indicators", "kind: qualitative"),
    ("problem", "problems", "found_on: 2026-01-05"),
    ("task", "tasks", "lead: @unit, due: 2026-12-31"),
    (
        "meeting",
        "meetings",
        "date: 2026-01-05, decisions: [{id: @decision, text: @decision}]",
    ),
    ("instruction", "instructions", "date: 2026-01-05, by: z"),
    ("inspection", "inspections", "date: 2026-01-05"),
    ("document", "documents", "date: 2026-01-05"),
    (
        "bulletin",
        "bulletins",
        "series: news, number: 9, period: {from: 2026-01-05, to: 2026-01-05}, as_of: 2026-01-05, dated: 2026-01-05",
    ),
];

/// Writes the values of one record.
struct Writer<'s> {
    shapes: &'s Shapes,
    kind: &'s str,
    /// What its own marks begin with.
    own: &'s str,
    /// What the ids of the records that it refers to begin with.
    others: &'s str,
    /// Every mark, and the field that it stands in.
    marks: &'s mut BTreeMap<String, String>,
}

impl Writer<'_> {
    fn mark(&mut self, path: &str) -> String {
        // Some fields are never public, whatever their record is.
        let level = match path.rsplit('.').next() {
            Some("contact") => "zqr-",
            Some("discussion") if self.own == "zqp-" => "zqi-",
            _ => self.own,
        };
        let plain = path.to_lowercase().replace(['.', '_'], "-");
        // Records of one level differ by what they refer to.
        let number = MARKS.iter().position(|(_, mark)| *mark == self.others);
        let mark = format!("{level}{}-{plain}", number.expect("a level"));
        self.marks.insert(mark.clone(), path.to_owned());
        mark
    }

    fn record(&mut self, level: &str) -> Value {
        let kind = self.kind;
        let mut record = self.shape(&format!("{kind}Record"), kind);
        let mark = self.mark(&format!("{kind}.x-more"));
        let fields = record.as_object_mut().expect("a record is a mapping");
        fields.insert("visibility".to_owned(), json!(level));
        fields.insert("x-note".to_owned(), json!(mark));
        fields.insert("x-more".to_owned(), json!({ mark.as_str(): [mark] }));
        record
    }

    /// A record, or a part of one.
    fn shape(&mut self, shape: &str, path: &str) -> Value {
        let mut all = Map::new();
        for (field, kind) in self.shapes.fields(shape) {
            let path = format!("{path}.{field}");
            if let Some(value) = self.field((shape, field), kind, &path) {
                all.insert(field.clone(), value);
            }
        }
        Value::Object(all)
    }

    /// None: what cannot stand beside the other fields.
    fn field(&mut self, (shape, field): (&str, &str), kind: &str, path: &str) -> Option<Value> {
        let inner = |outer: &str| kind.strip_prefix(outer)?.strip_suffix('>');
        if let Some(inner) = inner("Option<") {
            return self.field((shape, field), inner, path);
        }
        if let Some(inner) = inner("List<") {
            return Some(json!([self.field((shape, field), inner, path)?]));
        }
        if let Some(list) = inner("Word<") {
            return self.word(list).map(Value::from);
        }
        Some(match (shape, field) {
            // A site with such a record is not built at all; another test has that.
            (_, "classification") | ("SponsorshipRecord", "area" | "task") => return None,
            ("TaskRecord", "ongoing") => json!(false),
            ("TaskRecord" | "AreaRecord" | "UnitRecord", "parent") => {
                json!(format!("{}{}", self.others, self.kind.to_lowercase()))
            }
            ("BulletinRecord", "series") => json!("news"),
            ("AssessmentRecord", "series") => json!("scores"),
            ("MeetingRecord", "series") => json!("regular"),
            ("CriterionRecord", "id") | (_, "criterion") => json!(format!("{}mark", self.own)),
            ("TimeRecord", "start") => json!("14:30"),
            ("TimeRecord", "end") => json!("15:30"),
            (_, "url") => json!(format!("https://{}.example/", self.mark(path))),
            (_, "file" | "before" | "after") => json!(format!("assets/{}.txt", self.mark(path))),
            (_, "body") => json!(format!("{} [z](task:{}task)", self.mark(path), self.others)),
            _ => self.plain((shape, field), kind, path),
        })
    }

    fn plain(&mut self, (shape, field): (&str, &str), kind: &str, path: &str) -> Value {
        let refers = matches!(kind, "String" | "Words") && shape != "TargetRecord";
        let mut named = REFERENCES.iter().filter(|_| refers);
        if let Some((_, to)) = named.find(|(name, _)| *name == field) {
            return json!(format!("{}{to}", self.others));
        }
        match kind {
            "Words" | "String" | "HelpField" => json!(self.mark(path)),
            "Day" if matches!(field, "start" | "from") => json!("2026-01-05"),
            "Day" => json!("2026-03-02"),
            "Number" => json!("7"),
            "Whole" => json!(1),
            "Flag" => json!(true),
            "Raw" => json!({ "tags": [self.mark(path)] }),
            "AttendeeGroup" => json!([self.shape("AttendeeRecord", path), self.mark(path)]),
            "PaperRecord" => self.shape("AttachmentRecord", path),
            shape => self.shape(shape, path),
        }
    }

    /// The first of a closed list, unless the record's other fields ask for another.
    fn word(&self, list: &str) -> Option<&str> {
        match list {
            // It is set for the record as a whole.
            "Visibility" => None,
            "IndicatorKind" => Some("composite"),
            "CriterionKind" => Some("manual"),
            list => Some(self.shapes.word(list)),
        }
    }
}

/// A site with a record of every type at every level, each with every field, referring to hidden ones.
pub fn marked() -> (Site, BTreeMap<String, String>) {
    let site = new_site();
    let settings = "content/site.yaml";
    let more = "\nseries:\n  - {id: news, name: News, kind: bulletin}\n  - {id: scores, name: Scores, kind: assessment}\n";
    change(&site, settings, "\nseries:\n", more);
    let all = "  internal: [public, internal]\n  command: [public, internal, restricted]";
    change(&site, settings, "  internal: [public, internal]", all);
    for (level, mark) in &MARKS[1..] {
        for (name, folder, fields) in ANCHORS {
            let word = match folder {
                "campaigns" | "areas" | "units" | "people" | "indicators" => "name",
                "instructions" => "text",
                _ => "title",
            };
            let fields = fields.replace('@', mark);
            let text = format!("{{visibility: {level}, {word}: {mark}{name}, {fields}}}\n");
            site.write(&format!("content/{folder}/{mark}{name}.yaml"), &text);
        }
    }
    let shapes = Shapes::read();
    let mut marks = BTreeMap::new();
    for (own, others) in [(0, 1), (0, 2), (1, 1), (1, 2), (2, 1), (2, 2)] {
        let (level, own) = MARKS[own];
        for (kind, folder) in &shapes.kinds {
            let mut writer = Writer {
                shapes: &shapes,
                kind,
                own,
                others: MARKS[others].1,
                marks: &mut marks,
            };
            let record = writer.record(level);
            let path = format!("content/{folder}/{own}{others}-record.yaml");
            site.write(&path, &format!("{record:#}\n"));
        }
    }
    for (mark, path) in &marks {
        let last = path.rsplit('.').next().expect("a field");
        if matches!(last, "file" | "before" | "after") {
            site.write(&format!("content/assets/{mark}.txt"), mark);
        }
    }
    (site, marks)
}

/// Where a text stands in what was published, names of files among it.
pub fn holding<'f>(files: &'f [(String, Vec<u8>)], text: &str) -> Vec<&'f str> {
    let text = text.as_bytes();
    let holds = |bytes: &[u8]| bytes.windows(text.len()).any(|window| window == text);
    let holding = files
        .iter()
        .filter(|(path, bytes)| holds(path.as_bytes()) || holds(bytes));
    holding.map(|(path, _)| path.as_str()).collect()
}

#[test]
fn no_field_of_any_record_shows_to_those_who_may_not_see_it() {
    let (site, _) = marked();
    for (words, hidden) in [
        (
            &["build", "--audience", "public", "--out", "out"][..],
            &["zqi-", "zqr-"][..],
        ),
        (&["build", "--out", "inside"], &["zqr-"]),
    ] {
        built(&site.run(words));
        let files = site.files(words.last().expect("a folder"));
        for mark in hidden {
            assert_eq!(holding(&files, mark), [""; 0], "{mark} {words:?}");
        }
        assert!(!holding(&files, "zqp-").is_empty());
    }
}

/// Fields that pages show; were the marks of the test wrong, they would be nowhere for anybody.
const SHOWN: [&str; 77] = [
    "Problem.title",
    "Indicator.name",
    "Assessment.title",
    "Area.name",
    "Area.body",
    "Campaign.goal",
    "Campaign.basis.title",
    "Document.title",
    "Document.body",
    "Document.document_no",
    "Document.attachments.file",
    "Meeting.title",
    "Meeting.place",
    "Meeting.agenda.title",
    "Meeting.agenda.discussion",
    "Meeting.agenda.decisions.text",
    "Meeting.attendance.present",
    "Meeting.decisions.progress.issues",
    "Meeting.pledges.text",
    "Meeting.speeches.parts.text",
    "Person.name",
    "Person.contact",
    "Person.posts.title",
    "Task.title",
    "Task.measures",
    "Task.progress.text",
    "Task.progress.next_steps",
    "Task.extensions.reason",
    "Task.notices.number",
    "Task.tags",
    "Task.links.title",
    "Unit.name",
    "Unit.contact",
    "Assessment.bands.name",
    "Assessment.body",
    "Assessment.criteria.name",
    "Assessment.criteria.note",
    "Bulletin.addressees",
    "Bulletin.body",
    "Bulletin.commended.text",
    "Bulletin.copy_to",
    "Bulletin.criticised.text",
    "Bulletin.document_no",
    "Bulletin.errata.is",
    "Bulletin.errata.reason",
    "Bulletin.errata.was",
    "Bulletin.reviews.stage",
    "Bulletin.title",
    "Bulletin.urgency",
    "Bulletin.withdrawn.reason",
    "Indicator.observations.source",
    "Indicator.observations.text",
    "Indicator.unit_of_measure",
    "Inspection.attachments.title",
    "Inspection.body",
    "Inspection.conclusion",
    "Inspection.feedback.response",
    "Inspection.findings.photos.alt",
    "Inspection.findings.photos.before",
    "Inspection.findings.photos.caption",
    "Inspection.findings.place",
    "Inspection.findings.rectification.text",
    "Inspection.findings.text",
    "Inspection.method",
    "Inspection.title",
    "Instruction.about",
    "Instruction.body",
    "Instruction.text",
    "Problem.body",
    "Problem.closure.note",
    "Problem.measures",
    "Problem.photos.after",
    "Problem.photos.caption",
    "Problem.place",
    "Problem.progress.text",
    "Problem.reopened.reason",
    "Problem.source",
];

#[test]
fn every_field_that_pages_show_shows_to_those_who_may_see_it() {
    let (site, marks) = marked();
    built(&site.run(&["build", "--audience", "command"]));
    let files = site.files("public");
    let shown: BTreeSet<&str> = marks
        .iter()
        .filter(|(mark, _)| mark.starts_with("zqr-") && !holding(&files, mark).is_empty())
        .map(|(_, path)| path.as_str())
        .collect();
    let missing: Vec<&str> = SHOWN
        .into_iter()
        .filter(|field| !shown.contains(field))
        .collect();
    assert!(missing.is_empty(), "{missing:?} of {shown:?}");
}
