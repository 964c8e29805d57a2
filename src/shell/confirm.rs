//! `tongbao confirm`: that a task carries out a decision as it now reads, written into the task's own file.

use std::ffi::OsString;
use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use crate::date::Date;
use crate::derive::{self, Report};
use crate::diagnostic::Severity;
use crate::messages::Arg;
use crate::model::{Decision, Key, Project, Task};
use crate::output::Refusal;
use crate::source::{File, Source};
use crate::yaml::{self, Inserted, Unfit};
use crate::{names, pipeline, record};

use super::Ending;
use super::cli::{Confirming, Options};
use super::clock::Watch;
use super::console::Console;
use super::input;

const FIELD: &str = "confirmed";

type Carried = (Key<Task>, Key<Decision>);

pub(super) fn confirm(options: &Options, wanted: &Confirming, console: Console) -> Ending {
    let (mut input, console) = match input::read(options, console, &mut Watch::start()) {
        Ok(read) => read,
        Err(ending) => return ending,
    };
    if input.counts.errors > 0 {
        console.findings(&input.findings, &input.source);
        console.tell("confirm-stopped", &[]);
        return Ending::Findings;
    }
    let project = input::whole(&input.source);
    let on = wanted.on.unwrap_or(input.as_of);
    let carried = match carried(&pipeline::report(&project, on), wanted) {
        Ok(carried) => carried,
        Err(open) => return open.say(&project, (wanted, on), &console),
    };
    let (task, decision) = names_of(&project, carried, on);
    let day = on.to_string();
    let named = [
        ("task", Arg::Text(task)),
        ("decision", Arg::Text(decision)),
        ("date", Arg::Text(&day)),
    ];
    let digest = derive::decision_digest(&project, carried.1, on).map(|digest| digest.hex());
    let digest = digest.unwrap_or_default();
    if let Some(since) = confirmed(&project, carried, on, &digest) {
        let since = since.to_string();
        let [task, decision, _] = named;
        console.tell(
            "confirm-already",
            &[task, decision, ("date", Arg::Text(&since))],
        );
        return Ending::Well;
    }
    let by = wanted.by.as_deref().map(|by| ("by", by));
    let mut entry = vec![("decision", decision), ("on", &day)];
    entry.extend(by);
    entry.push(("digest", &digest));
    let origin = project.tasks.chronicle(carried.0).now.head.origin;
    let place = origin.file().0 as usize;
    let made = append(&input.source.files[place], origin.record(), &entry)
        .and_then(|made| proven(&mut input.source, place, made, (carried, on)));
    let file = &input.source.files[place];
    let at = options.root.join(&file.path);
    let shown = at.display().to_string();
    let made = match made {
        Ok(made) => made,
        Err(unfit) => {
            let entry = yaml::list_of_one(FIELD, &entry);
            let values = [
                ("path", Arg::Text(&shown)),
                ("task", Arg::Text(task)),
                ("entry", Arg::Text(&entry)),
            ];
            console.fail(unfit_message(unfit), &values);
            return Ending::Refused;
        }
    };
    if let Err(refusal) = replace(&at, made.text.as_bytes()) {
        console.refused(&refusal);
        return Ending::Refused;
    }
    let line = made.text[..made.at].matches('\n').count() + 1;
    console.print(&format!("{shown}:{line}\n{}\n", made.entry));
    console.tell("confirm-done", &named);
    Ending::Well
}

fn names_of(project: &Project, (task, decision): Carried, on: Date) -> (&str, &str) {
    (
        &project.tasks.at(task, on).head.id,
        &project.decisions.at(decision, on).head.id,
    )
}

/// Why it is not known what is to be confirmed.
enum Open {
    NoTask,
    /// The task carries out no such decision on that day, or several: these.
    Decision(Vec<Key<Decision>>),
}

fn carried(report: &Report<'_>, wanted: &Confirming) -> Result<Carried, Open> {
    let project = report.project;
    let same = |id: &str, other: &str| names::folded(id) == names::folded(other);
    let mut tasks = project.tasks.iter();
    let task = tasks.find(|(_, task)| same(&task.now.head.id, &wanted.task));
    let (task, _) = task.ok_or(Open::NoTask)?;
    let all: Vec<Key<Decision>> = project
        .decisions
        .keys()
        .filter(|decision| report.carried_out_by[decision.place()].contains(&task))
        .collect();
    let fits = |key: &&Key<Decision>| {
        let id = &project.decisions.at(**key, report.as_of).head.id;
        wanted
            .decision
            .as_ref()
            .is_none_or(|wanted| same(id, wanted))
    };
    let mut fitting = all.iter().filter(fits);
    match (fitting.next(), fitting.next()) {
        (Some(decision), None) => Ok((task, *decision)),
        _ => Err(Open::Decision(all)),
    }
}

impl Open {
    fn say(
        self,
        project: &Project,
        (wanted, on): (&Confirming, Date),
        console: &Console,
    ) -> Ending {
        let day = on.to_string();
        let task = ("task", Arg::Text(&wanted.task));
        match self {
            Open::NoTask => {
                let ids = project
                    .tasks
                    .iter()
                    .map(|(_, task)| task.now.head.id.as_str());
                let close = names::close(&wanted.task, ids);
                let meant = ("meant", Arg::Choice(&close));
                match close.is_empty() {
                    true => console.fail("confirm-no-task", &[task]),
                    false => console.fail("confirm-no-such-task", &[task, meant]),
                }
            }
            Open::Decision(all) => {
                let id = |key: &Key<Decision>| project.decisions.at(*key, on).head.id.clone();
                let ids: Vec<String> = all.iter().map(id).collect();
                let list = ("decisions", Arg::List(&ids));
                match &wanted.decision {
                    _ if ids.is_empty() => {
                        console.fail("confirm-nothing", &[task, ("date", Arg::Text(&day))]);
                    }
                    Some(other) => {
                        let other = ("decision", Arg::Text(other));
                        console.fail("confirm-not-carried-out", &[task, other, list]);
                    }
                    None => console.fail("confirm-which", &[task, list]),
                }
            }
        }
        Ending::Refused
    }
}

/// The day of the last confirmation by that day, if it names this digest.
fn confirmed(project: &Project, carried: Carried, on: Date, digest: &str) -> Option<Date> {
    let all = project.tasks.at(carried.0, on).confirmed.iter();
    let by_then = all.filter(|c| c.on <= on && c.decision.key() == Some(carried.1));
    let last = by_then.max_by_key(|c| c.on)?;
    (last.digest == digest).then_some(last.on)
}

fn append(file: &File, number: u32, entry: &[(&str, &str)]) -> Result<Inserted, Unfit> {
    let text = std::str::from_utf8(&file.bytes).map_err(|_| Unfit::Changes)?;
    record::append((&file.path, text), number, FIELD, entry)
}

/// The text, if the whole site is as right with it as without, and the link is confirmed by it.
fn proven(
    source: &mut Source,
    place: usize,
    made: Inserted,
    (carried, on): (Carried, Date),
) -> Result<Inserted, Unfit> {
    source.files[place].bytes = made.text.clone().into_bytes().into();
    let checked = input::everything(source);
    let is_wrong = checked
        .findings
        .iter()
        .any(|f| f.severity == Severity::Error);
    let report = pipeline::report(&checked.value, on);
    let mut suspects = report.suspects.iter();
    let is_suspect = suspects.any(|link| (link.task, link.decision) == carried);
    match is_wrong || is_suspect {
        true => Err(Unfit::Changes),
        false => Ok(made),
    }
}

fn unfit_message(unfit: Unfit) -> &'static str {
    match unfit {
        Unfit::Flow => "confirm-in-brackets",
        Unfit::NotAList => "confirm-not-a-list",
        Unfit::Changes => "confirm-would-change",
    }
}

/// Puts a text in the place of a file in one act; a file that may not be written stays.
fn replace(at: &Path, bytes: &[u8]) -> Result<(), Refusal> {
    // Behind a link, the file itself.
    let real = at.canonicalize().map_err(Refusal::at("write", at))?;
    let facts = real.metadata().map_err(Refusal::at("write", at))?;
    if facts.permissions().readonly() {
        let locked = io::Error::from(ErrorKind::PermissionDenied);
        return Err(Refusal::at("write", at)(locked));
    }
    // A name with a dot is passed over by whoever reads the site meanwhile.
    let mut name = OsString::from(".");
    name.push(real.file_name().unwrap_or_default());
    name.push(format!(".{}", std::process::id()));
    let beside = real.with_file_name(name);
    let written = fs::File::create_new(&beside).and_then(|mut file| {
        file.write_all(bytes)?;
        file.set_permissions(facts.permissions())?;
        file.sync_all()
    });
    let done = written.and_then(|()| fs::rename(&beside, &real));
    done.map_err(|error| {
        // What could not be put in place is of no use; that it cannot be removed either is no news.
        let _ = fs::remove_file(&beside);
        Refusal::at("write", at)(error)
    })
}

#[cfg(test)]
mod tests {
    //! Every task of the sample, confirmed in its own file.

    use std::path::Path;
    use std::sync::Arc;

    use crate::record::{Contents, SourceText, TaskRecord, Written, parse};
    use crate::source::FileId;
    use crate::yaml::Limits;

    use super::super::disk;

    fn tasks(path: &str, text: &str) -> Vec<Arc<Written<TaskRecord>>> {
        let source = SourceText {
            file: FileId(0),
            path,
            bytes: text.as_bytes(),
        };
        let read = parse(source, &Limits::default());
        assert!(read.findings.is_empty(), "{path}: {:?}", read.findings);
        match read.contents {
            Contents::Tasks(tasks) => tasks,
            _ => Vec::new(),
        }
    }

    /// All that was read of a task, but for the place in the file where its body begins.
    fn said(task: &Written<TaskRecord>) -> String {
        let mut task = task.clone();
        let body = task.body.take().map(|body| body.markdown);
        format!("{task:?} {body:?}")
    }

    #[test]
    fn a_confirmation_changes_nothing_else_in_any_file_of_the_sample() {
        let sample = Path::new(env!("CARGO_MANIFEST_DIR"));
        let source = disk::read_source(sample, u64::MAX).expect("the sample");
        let files = source.files.iter();
        let mut confirmed = 0;
        for file in files.filter(|file| file.path.starts_with("content/tasks/")) {
            let text = std::str::from_utf8(&file.bytes).expect("UTF-8");
            let before = tasks(&file.path, text);
            for (place, task) in before.iter().enumerate() {
                let entry = [("decision", "zhb-09-3"), ("on", "2026-06-30")];
                let made = super::append(file, task.origin.record(), &entry);
                let made = made.unwrap_or_else(|unfit| panic!("{}: {unfit:?}", task.id));
                let mut after = tasks(&file.path, &made.text);
                let again = Arc::make_mut(&mut after[place]);
                let all = &mut again.value.confirmed.0;
                assert_eq!(all.len(), task.value.confirmed.0.len() + 1, "{}", task.id);
                let last = all.pop().and_then(|last| last.decision);
                assert_eq!(last.as_deref(), Some("zhb-09-3"), "{}", task.id);
                // Before an amendment as well: what was confirmed is no part of what it says was.
                for earlier in &mut again.before {
                    earlier.value.confirmed.0.pop();
                }
                let told: Vec<String> = after.iter().map(|task| said(task)).collect();
                let expected: Vec<String> = before.iter().map(|task| said(task)).collect();
                assert!(told == expected, "{}", task.id);
                confirmed += 1;
            }
        }
        assert!(confirmed > 50, "{confirmed}");
    }
}
