//! Lines of a meeting's minutes that begin `决定：`, `待办：`, `RESOLVED:` or `ACTION:` are decisions as well.
//!
//! They join the meeting's own `decisions` before anything is linked, so that they are checked and counted as all others
//! are; what is found wrong with one is then shown at its line.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::Arc;

use crate::date::{Date, NoDate};
use crate::diagnostic::{Finding, Origin, Path, Place};
use crate::markdown::{self, Reach, Target};
use crate::model::{
    Body, Decision, Entry, Language, Meeting, MinutesLine, Project, Shelf, Text, Unit,
};
use crate::names::folded;
use crate::record::{
    self, Day, DecisionRecord, Flag, List, MeetingRecord, RecordKind, Records, UnitRecord, Words,
    Written,
};

use super::linker::Linker;

mod line;
mod opening;
mod parts;
use line::{Line, Read, lines};

/// Where a decision of the minutes stands, in bytes of the body.
#[derive(Debug, Clone)]
struct Mark {
    id: String,
    line: Line,
    entry: Entry,
    /// Its date was wrong, and that has been said.
    bad_due: bool,
}

/// The marked lines of all meetings, by the version of the meeting and the place among its decisions.
#[derive(Debug, Default)]
pub(super) struct Marks(BTreeMap<(Origin, usize), Mark>);

/// Puts the marked lines of every meeting after its other decisions.
pub(super) fn join(records: &mut Records, own: Language, findings: &mut Vec<Finding>) -> Marks {
    let mut marks = Marks::default();
    let units = Units::new(&records.units);
    for meeting in &mut records.meetings {
        if !may_hold(meeting) {
            continue;
        }
        let meeting = Arc::make_mut(meeting);
        let body = meeting.body.clone();
        for earlier in &mut meeting.before {
            let then = earlier.head.body.clone();
            let then = then.and_then(|field| record::settled(record::bodies(field), own).0);
            let body = then.as_ref().or(body.as_ref());
            let of = (earlier.origin, meeting.id.as_str());
            let found = marks.join(of, (&mut earlier.value, body), &units);
            // A line that is there today is found faulty once.
            findings.extend(found.into_iter().filter(|_| then.is_some()));
        }
        let of = (meeting.origin, meeting.id.as_str());
        findings.extend(marks.join(of, (&mut meeting.value, body.as_ref()), &units));
    }
    marks
}

/// Whether any text that a meeting has or had may hold a marked line.
fn may_hold(meeting: &Written<MeetingRecord>) -> bool {
    let today = meeting
        .body
        .iter()
        .any(|body| line::may_hold(&body.markdown));
    let mut earlier = meeting.before.iter();
    today || earlier.any(|then| then.head.body.is_some())
}

impl Marks {
    fn join(
        &mut self,
        (origin, meeting): (Origin, &str),
        (record, body): (&mut MeetingRecord, Option<&Body>),
        units: &Units,
    ) -> Vec<Finding> {
        let Some(body) = body.filter(|body| line::may_hold(&body.markdown)) else {
            return Vec::new();
        };
        let mut findings = Vec::new();
        let in_agenda: usize = record.agenda.0.iter().map(|a| a.decisions.0.len()).sum();
        let at = |range: &Range<usize>| bytes(&body.entry, origin, range);
        let Read { lines, near } = lines(&body.markdown, &|name| units.longest(name));
        findings.extend(
            near.into_iter()
                .map(|(range, word)| Finding::note("no-mark", at(&range)).with("value", word)),
        );
        for line in lines {
            let place = record.decisions.0.len();
            let (due, fault) = match &line.due {
                Some((range, written)) => match Date::parse(written) {
                    Ok(date) => (Some(Day(date)), None),
                    Err(why) => {
                        let at = at(range);
                        let fault = match why {
                            NoDate::WithoutYear => Finding::error("year-less-date", at),
                            NoDate::NoSuchDay => Finding::error("impossible-date", at),
                            NoDate::NotIso => Finding::error("bad-date", at),
                        };
                        (None, Some(fault.with("value", written.as_str())))
                    }
                },
                None => {
                    let two = line.two.as_ref().filter(|_| line.action);
                    let fault = two.map(|[first, second]| {
                        Finding::error("two-dates", at(&line.range))
                            .with("first", first.as_str())
                            .with("second", second.as_str())
                    });
                    (None, fault)
                }
            };
            let bad_due = fault.is_some();
            findings.extend(fault);
            let mut named = line.units.iter().map(|(_, name)| units.id(name));
            let id = line.id.as_ref().map(|(_, id)| id.clone());
            record.decisions.0.push(DecisionRecord {
                id: id.clone(),
                text: Some(Words(Text::Plain(line.text.clone()))),
                lead: named.next(),
                responsible: List(named.collect()),
                due,
                action: Flag(line.action),
                ..DecisionRecord::default()
            });
            let id = id.unwrap_or_else(|| format!("{meeting}-{}", in_agenda + place + 1));
            let entry = body.entry.clone();
            let mark = Mark {
                id,
                line,
                entry,
                bad_due,
            };
            self.0.insert((origin, place), mark);
        }
        findings
    }

    /// Gives the decisions their lines and plain texts.
    pub(super) fn settle(&self, project: &mut Project, linker: &Linker<'_>) {
        if self.0.is_empty() {
            return;
        }
        let lines: HashMap<(Origin, &str), &Mark> = self
            .0
            .iter()
            .map(|((origin, _), mark)| ((*origin, mark.id.as_str()), mark))
            .collect();
        let names = UnitNames {
            units: &project.units,
            meetings: &project.meetings,
        };
        for decision in project.decisions.nouns_mut() {
            let versions = decision.before.iter_mut().map(|(_, then)| then);
            for version in versions.chain([&mut decision.now]) {
                let key = (version.head.origin, version.head.id.as_str());
                let marked = lines.get(&key).copied();
                if let Some(mark) = marked.filter(|_| version.agenda_place.is_none()) {
                    settle(version, mark, &names, linker);
                }
            }
        }
    }

    /// What was found in decisions of the minutes, at the lines themselves.
    pub(super) fn moved(&self, found: Vec<Finding>) -> Vec<Finding> {
        match self.0.is_empty() {
            true => found,
            false => found.into_iter().filter_map(|f| self.one(f)).collect(),
        }
    }

    fn one(&self, finding: Finding) -> Option<Finding> {
        let mark = self.mark(&finding.place);
        if mark.is_some_and(|mark| mark.bad_due) && finding.code == "action-without-due" {
            return None;
        }
        let related = finding.related.into_iter();
        Some(Finding {
            place: self.place(finding.place),
            related: related
                .map(|(label, place)| (label, self.place(place)))
                .collect(),
            ..finding
        })
    }

    fn mark(&self, place: &Place) -> Option<&Mark> {
        let Place::Field { origin, path, .. } = place else {
            return None;
        };
        self.0.get(&(*origin, outside(path)?))
    }

    fn place(&self, place: Place) -> Place {
        let (Some(mark), Place::Field { origin, path, .. }) = (self.mark(&place), &place) else {
            return place;
        };
        let (first, then) = (path.key_at(2), path.place_at(3));
        let line = &mark.line;
        let unit = |at: usize| line.units.get(at).map(|(range, _)| range);
        let range = match first {
            Some("lead") => unit(0),
            Some("responsible") => unit(then.unwrap_or(0) + 1),
            Some("due") => line.due.as_ref().map(|(range, _)| range),
            Some("id") => line.id.as_ref().map(|(range, _)| range),
            _ => None,
        };
        bytes(&mark.entry, *origin, range.unwrap_or(&line.range))
    }
}

/// The place in the list of `decisions` that a path leads through.
fn outside(path: &Path) -> Option<usize> {
    (path.key_at(0) == Some("decisions"))
        .then(|| path.place_at(1))
        .flatten()
}

fn bytes(entry: &Entry, origin: Origin, range: &Range<usize>) -> Place {
    match entry {
        Entry::File { file, offset } => Place::Bytes {
            file: *file,
            start: offset + range.start,
            end: offset + range.end,
        },
        Entry::Field => origin.field("body"),
        Entry::In(one) => origin.at(Path::new("body").key(super::body::key(*one))),
    }
}

/// Where the names of units are found.
struct UnitNames<'p> {
    units: &'p Shelf<Unit>,
    meetings: &'p Shelf<Meeting>,
}

/// What its links hide from these readers, its text hides too; units that it names are in it by their short names.
fn settle(decision: &mut Decision, mark: &Mark, names: &UnitNames<'_>, linker: &Linker<'_>) {
    let line = &mark.line;
    decision.line = Some(MinutesLine {
        range: line.range.clone(),
        units: line.units.iter().map(|(range, _)| range.clone()).collect(),
        id: line.id.as_ref().map(|(range, _)| range.clone()),
    });
    let resolve = |link: &markdown::Link<'_>| match link.reach {
        Reach::Record if is_hidden(link.destination, linker) => Target::Hidden,
        _ => Target::Text,
    };
    let in_language = |language| {
        let written = named(decision, line, (names, language));
        let text = markdown::plain(&written, HIDDEN, &resolve, &|_| String::new());
        text.trim().to_owned()
    };
    let (zh, en) = (
        in_language(Language::Chinese),
        in_language(Language::English),
    );
    decision.text = match zh == en {
        true => Text::Plain(zh),
        false => Text::translated(Some(zh), Some(en)),
    };
}

/// Stands for what these readers may not see.
const HIDDEN: &str = "……";

/// The text of a line with the units that stand in its sentence, by the names that they had at the meeting.
fn named(
    decision: &Decision,
    line: &Line,
    (names, language): (&UnitNames<'_>, Language),
) -> String {
    let day = names.meetings.chronicle(decision.meeting).now.date;
    let mut text = line.text.clone();
    for (range, place) in line.inside.iter().rev() {
        // A unit that is not known is a fault, and has been found.
        let known = match place {
            0 => decision.lead,
            place => decision.responsible.get(place - 1).copied(),
        };
        let Some(unit) = known else { continue };
        let name = match unit.key() {
            Some(key) => {
                let unit = names.units.at(key, day);
                let short = unit
                    .short_name
                    .as_ref()
                    .filter(|_| unit.name_on(day) == &unit.name);
                markdown::backslashed(short.unwrap_or(unit.name_on(day)).wanted(language))
            }
            None => HIDDEN.to_owned(),
        };
        text.replace_range(range.clone(), &name);
    }
    text
}

fn is_hidden(destination: &str, linker: &Linker<'_>) -> bool {
    let Some((word, rest)) = destination.trim().split_once(':') else {
        return false;
    };
    let id = rest.split('#').next().unwrap_or_default();
    let word = word.to_ascii_lowercase();
    let kinds = RecordKind::FOLDERS
        .into_iter()
        .chain([RecordKind::Decision]);
    let mut kinds = kinds.filter(|kind| kind.word() == word);
    let slot = kinds.find_map(|kind| linker.frame.tables.of(kind).find(id));
    slot.is_some_and(|slot| slot.shelf.is_none())
}

/// Units by what people write after `@`: the id, the name or the short name.
struct Units {
    ids: HashMap<String, Vec<String>>,
}

impl Units {
    fn new(records: &[Arc<Written<UnitRecord>>]) -> Units {
        let mut ids: HashMap<String, Vec<String>> = HashMap::new();
        for unit in records {
            let mut note = |name: &str| {
                let known = ids.entry(folded(name).into_owned()).or_default();
                if !known.contains(&unit.id) {
                    known.push(unit.id.clone());
                }
            };
            note(&unit.id);
            let names = [&unit.value.name, &unit.value.short_name];
            for words in names.into_iter().flatten() {
                words.0.wordings().for_each(&mut note);
            }
        }
        Units { ids }
    }

    /// How much of what follows an `@` is a unit: `@市财政局牵头` names 市财政局. None of it: the whole is a wrong name.
    fn longest(&self, name: &str) -> usize {
        let ends = name.char_indices().map(|(at, c)| at + c.len_utf8());
        let ends: Vec<usize> = ends.collect();
        let known = |end: &&usize| self.ids.contains_key(folded(&name[..**end]).as_ref());
        ends.iter().rev().find(known).copied().unwrap_or(name.len())
    }

    /// The id; a name that several units have stays as it is, and is found to be none.
    fn id(&self, name: &str) -> String {
        match self.ids.get(folded(name).as_ref()).map(Vec::as_slice) {
            Some([id]) => id.clone(),
            _ => name.to_owned(),
        }
    }
}
