//! `tongbao release`: an edition is written down for good, or not at all.

use std::fs;
use std::io::Write;
use std::path::Path;

use crate::date::Date;
use crate::diagnostic::{Checked, Located, Severity};
use crate::messages::{Arg, Catalogue};
use crate::model::{Bulletin, Language, Party, Project};
use crate::output::Refusal;
use crate::{frozen, names, pipeline, theme};

use super::Ending;
use super::cli::Options;
use super::clock::{self, Watch};
use super::console::{Console, number};
use super::draft;
use super::input::{self, Input};

pub(super) fn release(options: &Options, id: &str, console: Console) -> Ending {
    let (input, console) = match input::read(options, console, &mut Watch::start()) {
        Ok(read) => read,
        Err(ending) => return ending,
    };
    let project = input::whole(&input.source);
    let bulletins = project.bulletins.iter().map(|(_, bulletin)| &bulletin.now);
    let mut bulletins = bulletins.filter(|one| names::folded(&one.head.id) == names::folded(id));
    let Some(bulletin) = bulletins.next() else {
        unknown(id, &project, &console);
        return Ending::Refused;
    };
    let id = bulletin.head.id.as_str();
    if bulletin.released.is_some() {
        console.fail("release-already", &[("id", Arg::Text(id))]);
        return Ending::Refused;
    }
    if found(&input, bulletin, &console) || unfit(bulletin, &project, &console) {
        return Ending::Findings;
    }
    let site = &input.project.site;
    let Checked { value: theme, .. } = theme::load(&input.source, &site.theme, site.language);
    let Some(edition) = pipeline::edition(&input.source, &theme, id) else {
        unknown(id, &project, &console);
        return Ending::Refused;
    };
    let own = bulletin.head.origin.file();
    let own = &input.source.files[own.0 as usize].path;
    let folder = own.rsplit_once('/').map_or("", |(folder, _)| folder);
    let at = options.root.join(folder).join(frozen::file_name(id));
    if let Err(refusal) = keep(&at, &frozen::write(&edition)) {
        console.refused(&refusal);
        return Ending::Refused;
    }
    let place = at.display().to_string();
    let done = [("id", Arg::Text(id)), ("place", Arg::Text(&place))];
    console.tell("release-done", &done);
    console.tell("release-digest", &[("digest", Arg::Text(&edition.digest))]);
    console.tell("release-next", &[]);
    beside(&input, bulletin, &console);
    Ending::Well
}

/// What the office may want to know now: an edition that the site does not show yet, and warnings of other records.
fn beside(input: &Input, bulletin: &Bulletin, console: &Console) {
    let site = &input.project.site;
    let own = site.as_of.unwrap_or_else(|| clock::today(&site.time_zone));
    if bulletin.dated > own {
        // As it is written on the command line.
        let dated = bulletin.dated.to_string();
        let days = [("dated", Arg::Text(&dated)), ("as_of", Arg::Date(own))];
        console.tell("release-later", &days);
    }
    let warnings = input.counts.warnings;
    if warnings > 0 {
        let warnings = Arg::Number(number(warnings));
        console.tell("release-elsewhere", &[("warnings", warnings)]);
    }
}

fn unknown(id: &str, project: &Project, console: &Console) {
    let words = console.words();
    let all = || project.bulletins.iter().map(|(_, bulletin)| &bulletin.now);
    let close = names::close(id, all().map(|bulletin| bulletin.head.id.as_str()));
    let drafts = all().filter(|bulletin| bulletin.released.is_none());
    let drafts: Vec<String> = drafts.map(|bulletin| bulletin.head.id.clone()).collect();
    let hint = match (close.is_empty(), drafts.is_empty()) {
        (false, _) => words.say("release-close", &[("ids", Arg::List(&close))]),
        (true, false) => words.say("release-drafts", &[("ids", Arg::List(&drafts))]),
        (true, true) => words.say("release-no-drafts", &[]),
    };
    let values = [("id", Arg::Text(id)), ("close", Arg::Text(&hint))];
    console.fail("release-unknown", &values);
}

/// Errors anywhere, or warnings on the bulletin: they are shown, and it is not released.
fn found(input: &Input, bulletin: &Bulletin, console: &Console) -> bool {
    let id = bulletin.head.id.as_str();
    let of = |wanted: &dyn Fn(&Located) -> bool| -> Vec<Located> {
        let all = input.findings.iter();
        all.filter(|located| wanted(located)).cloned().collect()
    };
    let errors = of(&|located| located.finding.severity == Severity::Error);
    if !errors.is_empty() {
        console.findings(&errors, &input.source);
        let values = [
            ("id", Arg::Text(id)),
            ("errors", Arg::Number(number(errors.len()))),
        ];
        console.fail("release-errors", &values);
        return true;
    }
    let file = bulletin.head.origin.file();
    let warnings = of(&|located| {
        let finding = &located.finding;
        finding.severity == Severity::Warning && finding.place.file() == Some(file)
    });
    if !warnings.is_empty() {
        console.findings(&warnings, &input.source);
        let values = [
            ("id", Arg::Text(id)),
            ("warnings", Arg::Number(number(warnings.len()))),
        ];
        console.fail("release-warnings", &values);
    }
    !warnings.is_empty()
}

/// What an office does not release: it is said in plain words.
fn unfit(bulletin: &Bulletin, project: &Project, console: &Console) -> bool {
    let id = bulletin.head.id.as_str();
    let id = ("id", Arg::Text(id));
    let today = clock::today(&project.site.time_zone);
    let dated = ("dated", Arg::Date(bulletin.dated));
    if bulletin.withdrawn.is_some() {
        console.fail("release-withdrawn", &[id]);
    } else if bulletin.as_of > bulletin.dated {
        let as_of = ("as_of", Arg::Date(bulletin.as_of));
        console.fail("release-as-of", &[id, as_of, dated]);
    } else if bulletin.dated > today {
        let today = ("today", Arg::Date(today));
        console.fail("release-future", &[id, dated, today]);
    } else if let Some(who) = placeholder(bulletin) {
        console.fail("release-placeholder", &[id, ("who", Arg::Text(who))]);
    } else if let Some(on) = late_review(bulletin) {
        let on = ("on", Arg::Date(on));
        console.fail("release-review-late", &[id, on, dated]);
    } else if !bulletin.is_reviewed() {
        console.fail("release-not-reviewed", &[id, dated]);
    } else {
        return out_of_turn(bulletin, project, console);
    }
    true
}

/// A reviewer that is only the word which a template has in that place, in either language.
fn placeholder(bulletin: &Bulletin) -> Option<&str> {
    let languages = [Language::Chinese, Language::English];
    let words = languages.map(|one| Catalogue::built_in(one).say("review-placeholders", &[]));
    let mut reviewers = bulletin.reviews.iter().filter_map(|one| match &one.who {
        Some(Party::Text(text)) => Some(text.wordings().next()?.trim()),
        _ => None,
    });
    reviewers.find(|who| {
        let mut all = words.iter().flat_map(|list| list.split('|'));
        all.any(|word| word.eq_ignore_ascii_case(who))
    })
}

fn late_review(bulletin: &Bulletin) -> Option<Date> {
    let mut days = bulletin.reviews.iter().filter_map(|one| one.on);
    days.find(|on| *on > bulletin.dated)
}

/// Numbers follow each other: in the series, and within the year where it numbers by year.
fn out_of_turn(bulletin: &Bulletin, project: &Project, console: &Console) -> bool {
    let Some(series) = &bulletin.series else {
        return false;
    };
    let all = draft::editions(project, &series.id);
    let same_year = |one: &&&Bulletin| !series.by_year || one.dated.year() == bulletin.dated.year();
    let others: Vec<&Bulletin> = all
        .iter()
        .filter(same_year)
        .filter(|one| one.head.id != bulletin.head.id)
        .copied()
        .collect();
    let (id, count) = (("id", Arg::Text(&bulletin.head.id)), |n: u32| {
        Arg::Number(number(n as usize))
    });
    let drafts = others.iter().filter(|one| one.released.is_none());
    let earlier = drafts
        .map(|one| one.number)
        .filter(|n| *n < bulletin.number);
    if let Some(earlier) = earlier.min() {
        console.fail("release-earlier", &[id, ("number", count(earlier))]);
        return true;
    }
    let released = others.iter().filter(|one| one.released.is_some());
    let last = released.map(|one| one.number).max();
    // The first edition that an office keeps here may have any number.
    let is_first_of_all = all.iter().all(|one| one.released.is_none());
    let next = last.map_or(1, |last| last + 1);
    let is_next = bulletin.number == next || is_first_of_all && bulletin.number > 0;
    if !is_next {
        let values = [
            id,
            ("number", count(bulletin.number)),
            ("next", count(next)),
        ];
        console.fail("release-number", &values);
    }
    !is_next
}

/// The whole file or nothing, and never over one that is there.
fn keep(at: &Path, bytes: &[u8]) -> Result<(), Refusal> {
    let mut part = at.as_os_str().to_owned();
    part.push(".part");
    let part = Path::new(&part);
    let mut file = fs::File::create(part).map_err(Refusal::at("create", part))?;
    file.write_all(bytes)
        .and_then(|()| file.sync_all())
        .map_err(Refusal::at("write", part))?;
    drop(file);
    // A link refuses where a file is; a file system without links has only the rename.
    let linked = match fs::hard_link(part, at) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Err(error),
        Err(_) if !at.exists() => return fs::rename(part, at).map_err(Refusal::at("create", at)),
        Err(error) => Err(error),
    };
    let removed = fs::remove_file(part).map_err(Refusal::at("write", part));
    linked.map_err(Refusal::at("create", at)).and(removed)
}

#[cfg(test)]
mod tests {
    use super::keep;
    use std::fs;

    #[test]
    fn an_edition_is_written_once_and_leaves_nothing_else() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = folder.path().join("jb-01.frozen.json");
        keep(&at, b"{}\n").expect("a file");
        assert_eq!(fs::read(&at).expect("the file"), b"{}\n");
        assert!(keep(&at, b"other").is_err());
        assert_eq!(fs::read(&at).expect("the file"), b"{}\n");
        let names = fs::read_dir(folder.path()).expect("the folder");
        assert_eq!(names.count(), 1);
    }
}
