//! What `init` and `new` write: the texts stand beside this file, one set for each language.

mod fill;
mod series;
mod theme;

pub(super) use fill::filled;
pub(super) use theme::{UnfitName, theme};

use crate::date::Date;
use crate::messages::{Arg, Catalogue};
use crate::model::{Head, Language, Project, Shelf, Unit};
use crate::names;
use crate::record::RecordKind;
use crate::source::Source;

/// The types that `new` can start.
pub(super) const KINDS: [RecordKind; 13] = RecordKind::FOLDERS;

/// A record that is wanted.
pub(super) struct Draft<'d> {
    pub(super) kind: RecordKind,
    pub(super) title: Option<&'d str>,
    pub(super) id: Option<&'d str>,
    pub(super) today: Date,
}

macro_rules! texts {
    ($folder:literal: $($path:literal),+ $(,)?) => {
        &[$(($path, include_str!(concat!("scaffold/", $folder, "/", $path)))),+]
    };
}

/// The files of a new site, by path, with dates around a day.
pub(super) fn site(
    language: Language,
    today: Date,
) -> impl Iterator<Item = (&'static str, String)> {
    let texts = site_texts(language).iter();
    texts.map(move |(path, text)| (*path, fill::filled(text, |name| fill::day(name, today))))
}

fn site_texts(language: Language) -> &'static [(&'static str, &'static str)] {
    match language {
        Language::Chinese => texts!("zh-CN":
            "content/site.yaml", "content/calendar.yaml", "content/campaigns/campaign.yaml", "content/areas/areas.yaml",
            "content/units/units.yaml", "content/people/people.yaml", "content/tasks/task-01.yaml",
            "content/tasks/task-02.md", "content/meetings/meeting-01.md", "content/documents/plan.md",
        ),
        Language::English => texts!("en":
            "content/site.yaml", "content/calendar.yaml", "content/campaigns/campaign.yaml", "content/areas/areas.yaml",
            "content/units/units.yaml", "content/people/people.yaml", "content/tasks/task-01.yaml",
            "content/tasks/task-02.md", "content/meetings/meeting-01.md", "content/documents/plan.md",
        ),
    }
}

fn template(kind: RecordKind, language: Language) -> (&'static str, &'static str) {
    macro_rules! of {
        ($name:literal) => {
            match language {
                Language::Chinese => include_str!(concat!("scaffold/zh-CN/new/", $name)),
                Language::English => include_str!(concat!("scaffold/en/new/", $name)),
            }
        };
    }
    match kind {
        RecordKind::Campaign => ("yaml", of!("campaign.yaml")),
        RecordKind::Area => ("yaml", of!("area.yaml")),
        RecordKind::Unit => ("yaml", of!("unit.yaml")),
        RecordKind::Person => ("yaml", of!("person.yaml")),
        RecordKind::Task => ("yaml", of!("task.yaml")),
        RecordKind::Meeting => ("md", of!("meeting.md")),
        RecordKind::Document => ("md", of!("document.md")),
        RecordKind::Problem => ("yaml", of!("problem.yaml")),
        RecordKind::Indicator => ("yaml", of!("indicator.yaml")),
        RecordKind::Instruction => ("yaml", of!("instruction.yaml")),
        RecordKind::Inspection => ("yaml", of!("inspection.yaml")),
        RecordKind::Assessment => ("yaml", of!("assessment.yaml")),
        RecordKind::Bulletin => ("md", of!("bulletin.md")),
        RecordKind::Decision => unreachable!("decisions have no folder of their own"),
    }
}

pub(super) fn kind(word: &str) -> Option<RecordKind> {
    KINDS.into_iter().find(|kind| kind.word() == word)
}

/// Why there is no such record to write.
pub(super) enum Unfit {
    /// It cannot be an id, or not the name of a file that is read.
    BadId,
    /// Another record of the type has it.
    TakenId,
}

/// Whether an id can be had.
pub(super) fn free(
    kind: RecordKind,
    id: &str,
    project: &Project,
    source: &Source,
) -> Result<(), Unfit> {
    if !names::is_id(id) || id.starts_with('.') {
        return Err(Unfit::BadId);
    }
    match is_taken(id, &ids(kind, project, source)) {
        true => Err(Unfit::TakenId),
        false => Ok(()),
    }
}

/// A record's path and text.
pub(super) fn record(
    draft: &Draft<'_>,
    project: &Project,
    source: &Source,
    words: &Catalogue,
) -> Result<(String, String), Unfit> {
    let ids = ids(draft.kind, project, source);
    let id = match draft.id {
        Some(id) if !names::is_id(id) || id.starts_with('.') => return Err(Unfit::BadId),
        Some(id) if is_taken(id, &ids) => return Err(Unfit::TakenId),
        Some(id) => id.to_owned(),
        None => next_id(draft.kind.word(), &ids),
    };
    let (ending, text) = template(draft.kind, words.language());
    let untitled = [
        ("type", Arg::Word(draft.kind.label())),
        ("id", Arg::Text(&id)),
    ];
    let untitled = words.say("new-title", &untitled);
    let title = quoted(draft.title.unwrap_or(&untitled));
    let unit = unit(project, draft.today);
    let area = area(project);
    let usual = series::usual(project, draft.kind);
    let number = series::next_number(project, usual, draft.today);
    let series = usual.map(|series| plain_or_quoted(&series.id));
    let lacking: Vec<&str> = [("unit", &unit), ("area", &area), ("series", &series)]
        .into_iter()
        .filter_map(|(name, value)| value.is_none().then_some(name))
        .collect();
    let text = fill::filled(&fill::without(text, &lacking), |name| match name {
        "id" => Some(id.clone()),
        "title" => Some(title.clone()),
        "later" => fill::day("today+3m", draft.today),
        "unit" => unit.clone(),
        "area" => area.clone(),
        "series" => series.clone(),
        "number" => Some(number.to_string()),
        name => fill::day(name, draft.today),
    });
    let path = format!("content/{}/{id}.{ending}", draft.kind.folder());
    Ok((path, text))
}

/// The first unit that is there on a day, else the first.
fn unit(project: &Project, day: Date) -> Option<String> {
    let all = || project.units.iter().map(|(_, noun)| &noun.now);
    let active = |unit: &&Unit| {
        let (from, to) = unit.active;
        from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to)
    };
    let unit = all().find(active).or_else(|| all().next())?;
    Some(plain_or_quoted(&unit.head.id))
}

/// The first area that has a sponsor, else the first.
fn area(project: &Project) -> Option<String> {
    let all = || project.areas.iter().map(|(_, noun)| &noun.now);
    let sponsored = all().find(|area| area.sponsor.is_some());
    let area = sponsored.or_else(|| all().next())?;
    Some(plain_or_quoted(&area.head.id))
}

/// A YAML text in double quotes, with what that needs escaped.
pub(super) fn quoted(text: &str) -> String {
    let escaped: String = text.chars().flat_map(escape).collect();
    format!("\"{escaped}\"")
}

/// An id as YAML has it: plain, unless it could be taken for a number or for one of YAML's words.
fn plain_or_quoted(id: &str) -> String {
    const WORDS: [&str; 9] = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"];
    let word = WORDS.iter().any(|word| id.eq_ignore_ascii_case(word));
    if id.starts_with(char::is_alphabetic) && !word {
        id.to_owned()
    } else {
        quoted(id)
    }
}

fn escape(c: char) -> Vec<char> {
    match c {
        '"' | '\\' => vec!['\\', c],
        '\n' | '\r' | '\t' => vec![' '],
        c => vec![c],
    }
}

fn heads<T>(shelf: &Shelf<T>, head: fn(&T) -> &Head) -> impl Iterator<Item = &Head> {
    shelf.iter().map(move |(_, noun)| head(&noun.now))
}

/// Every id of a type, and the names of its files, which are ids or may become some.
fn ids(kind: RecordKind, project: &Project, source: &Source) -> Vec<String> {
    let folder = format!("content/{}/", kind.folder());
    let files = source
        .files
        .iter()
        .filter(|file| file.path.starts_with(&folder));
    let stems = files.filter_map(|file| {
        let name = file.path.rsplit('/').next()?;
        name.rsplit_once('.').map(|(stem, _)| stem.to_owned())
    });
    let owned = |head: &Head| head.id.clone();
    let known: Vec<String> = match kind {
        RecordKind::Campaign => heads(&project.campaigns, |one| &one.head)
            .map(owned)
            .collect(),
        RecordKind::Area => heads(&project.areas, |one| &one.head).map(owned).collect(),
        RecordKind::Unit => heads(&project.units, |one| &one.head).map(owned).collect(),
        RecordKind::Person => heads(&project.people, |one| &one.head).map(owned).collect(),
        RecordKind::Task => heads(&project.tasks, |one| &one.head).map(owned).collect(),
        RecordKind::Meeting => heads(&project.meetings, |one| &one.head)
            .map(owned)
            .collect(),
        RecordKind::Decision => heads(&project.decisions, |one| &one.head)
            .map(owned)
            .collect(),
        RecordKind::Document => heads(&project.documents, |one| &one.head)
            .map(owned)
            .collect(),
        RecordKind::Problem => heads(&project.problems, |one| &one.head)
            .map(owned)
            .collect(),
        RecordKind::Indicator => heads(&project.indicators, |one| &one.head)
            .map(owned)
            .collect(),
        RecordKind::Instruction => heads(&project.instructions, |one| &one.head)
            .map(owned)
            .collect(),
        RecordKind::Inspection => heads(&project.inspections, |one| &one.head)
            .map(owned)
            .collect(),
        RecordKind::Assessment => heads(&project.assessments, |one| &one.head)
            .map(owned)
            .collect(),
        RecordKind::Bulletin => heads(&project.bulletins, |one| &one.head)
            .map(owned)
            .collect(),
    };
    known.into_iter().chain(stems).collect()
}

/// The next number in the manner of most ids of the type: after `gh-07` comes `gh-08`; else `task-01`.
fn next_id(word: &str, ids: &[String]) -> String {
    let mut groups: std::collections::BTreeMap<&str, (usize, u64, usize)> =
        std::collections::BTreeMap::new();
    for id in ids {
        let front = id.trim_end_matches(|c: char| c.is_ascii_digit());
        if let Ok(number) = id[front.len()..].parse::<u32>().map(u64::from)
            && front.ends_with(['-', '_', '.'])
        {
            let group = groups.entry(front).or_default();
            *group = (
                group.0 + 1,
                group.1.max(number),
                group.2.max(id.len() - front.len()),
            );
        }
    }
    let most = groups.into_iter().max_by_key(|(_, (count, ..))| *count);
    let (front, last, width) = match most {
        Some((front, (_, last, width))) => (front.to_owned(), last, width),
        None => (format!("{word}-"), 0, 2),
    };
    let mut number = last + 1;
    loop {
        let id = format!("{front}{number:0width$}");
        if !is_taken(&id, ids) {
            return id;
        }
        number += 1;
    }
}

fn is_taken(id: &str, ids: &[String]) -> bool {
    let id = names::folded(id);
    ids.iter().any(|taken| names::folded(taken) == id)
}

#[cfg(test)]
mod tests {
    use super::{next_id, plain_or_quoted, quoted};

    #[test]
    fn the_next_id_follows_the_manner_of_most() {
        let ids = |all: &[&str]| all.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
        assert_eq!(next_id("task", &ids(&["gh-01", "gh-09", "js-01"])), "gh-10");
        assert_eq!(next_id("task", &ids(&["plan", "其他"])), "task-01");
        assert_eq!(next_id("task", &ids(&["a-1", "a-2", "A-3", "b-1"])), "a-4");
    }

    #[test]
    fn titles_are_quoted_for_yaml() {
        assert_eq!(quoted("他说“好”: \"a\\b\""), "\"他说“好”: \\\"a\\\\b\\\"\"");
    }

    #[test]
    fn ids_that_yaml_would_read_otherwise_are_quoted() {
        for id in ["zjj", "住建局", "a.1"] {
            assert_eq!(plain_or_quoted(id), id);
        }
        for id in ["No", "1e5", "-", "_a"] {
            assert_eq!(plain_or_quoted(id), format!("\"{id}\""));
        }
    }
}
