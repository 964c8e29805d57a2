//! `tongbao init` and `tongbao new`: a small working site, and one more record.

use std::fs;
use std::io::Write;
use std::path::Path;

use crate::messages::{Arg, Catalogue};
use crate::model::Project;
use crate::output::Refusal;
use crate::record::RecordKind;

use super::Ending;
use super::cli::{Options, Wanted};
use super::clock::{self, Watch};
use super::console::{Console, number};
use super::draft;
use super::input::{self, Input};
use super::scaffold::{self, Draft, Unfit, UnfitName};

/// The time zone of a new site.
const ZONE: &str = "Asia/Shanghai";

/// Writes a small site into a folder that is empty or not there.
pub(super) fn init(options: &Options, folder: &Path, console: &Console) -> Ending {
    let place = folder.display().to_string();
    let taken = fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some());
    if taken || folder.is_file() {
        console.fail("init-not-empty", &[("place", Arg::Text(&place))]);
        return Ending::Refused;
    }
    let today = options.as_of.unwrap_or_else(|| clock::today(ZONE));
    for (path, text) in scaffold::site(console.words().language(), today) {
        if let Err(refusal) = create(&folder.join(path), &text) {
            console.refused(&refusal);
            return Ending::Refused;
        }
    }
    console.tell("init-done", &[("place", Arg::Text(&place))]);
    console.tell("init-next", &[("place", Arg::Text(&place))]);
    Ending::Well
}

/// The word for something new that is not a record.
const THEME: &str = "theme";

/// Writes one record with the next free id, or the beginnings of a theme.
pub(super) fn new(options: &Options, wanted: &Wanted, console: &Console) -> Ending {
    if wanted.kind == THEME {
        return theme(options, wanted, console);
    }
    let Some(kind) = scaffold::kind(&wanted.kind) else {
        let kinds = scaffold::KINDS.iter().map(|kind| kind.word());
        let kinds: Vec<String> = kinds.chain([THEME]).map(str::to_owned).collect();
        let values = [
            ("type", Arg::Text(&wanted.kind)),
            ("types", Arg::Choice(&kinds)),
        ];
        console.fail("new-unknown-type", &values);
        return Ending::Refused;
    };
    let console = Console::new(options);
    let (input, console) = match input::read(options, console, &mut Watch::start()) {
        Ok(read) => read,
        Err(ending) => return ending,
    };
    let project = input::whole(&input.source);
    if let Some(series) = &wanted.series {
        return edition(options, (wanted, series), (&input, &project), &console);
    }
    let today = options
        .as_of
        .unwrap_or_else(|| clock::today(&project.site.time_zone));
    let draft = Draft {
        kind,
        title: wanted.title.as_deref(),
        id: wanted.id.as_deref(),
        today,
    };
    let id = wanted.id.as_deref().unwrap_or_default();
    let (path, text) = match scaffold::record(&draft, &project, &input.source, console.words()) {
        Ok(record) => record,
        Err(unfit) => {
            console.fail(said(&unfit), &[("id", Arg::Text(id))]);
            return Ending::Refused;
        }
    };
    let at = options.root.join(&path);
    if at.exists() {
        console.fail("new-exists", &[("place", Arg::Text(&path))]);
        return Ending::Refused;
    }
    match create(&at, &text) {
        Ok(()) => {
            let shown = at.display().to_string();
            console.tell(
                "new-done",
                &[
                    ("type", Arg::Word(kind.label())),
                    ("place", Arg::Text(&shown)),
                ],
            );
            Ending::Well
        }
        Err(refusal) => {
            console.refused(&refusal);
            Ending::Refused
        }
    }
}

/// Writes the beginnings of a theme, on top of one that comes with the program.
fn theme(options: &Options, wanted: &Wanted, console: &Console) -> Ending {
    let Some(name) = wanted.title.as_deref().or(wanted.id.as_deref()) else {
        console.fail("new-theme-name", &[]);
        return Ending::Refused;
    };
    let files = match scaffold::theme(name, console.words().language()) {
        Ok(files) => files,
        Err(unfit) => {
            let message = match unfit {
                UnfitName::BadName => "new-theme-bad-name",
                UnfitName::BuiltIn => "new-theme-built-in",
            };
            console.fail(message, &[("name", Arg::Text(name))]);
            return Ending::Refused;
        }
    };
    let folder = options.root.join("themes").join(name);
    let place = folder.display().to_string();
    if folder.exists() {
        console.fail("new-theme-exists", &[("place", Arg::Text(&place))]);
        return Ending::Refused;
    }
    for (path, text) in &files {
        if let Err(refusal) = create(&options.root.join(path), text) {
            console.refused(&refusal);
            return Ending::Refused;
        }
    }
    let values = [("name", Arg::Text(name)), ("place", Arg::Text(&place))];
    console.tell("new-theme-done", &values);
    let site = argument(&options.root);
    let values = [("name", Arg::Text(name)), ("site", Arg::Text(&site))];
    console.tell("new-theme-next", &values);
    Ending::Well
}

/// A site's folder as it stands at the end of a command; nothing for the folder where the command is run.
fn argument(root: &Path) -> String {
    let shown = root.display().to_string();
    match shown.as_str() {
        "" | "." => String::new(),
        _ if shown.contains(char::is_whitespace) => format!(" \"{shown}\""),
        _ => format!(" {shown}"),
    }
}

/// Writes the next edition of a series as a draft.
fn edition(
    options: &Options,
    (wanted, series): (&Wanted, &str),
    (input, project): (&Input, &Project),
    console: &Console,
) -> Ending {
    if wanted.kind != RecordKind::Bulletin.word() {
        console.fail("new-series-only-bulletin", &[]);
        return Ending::Refused;
    }
    let Some(series) = draft::series(project, series) else {
        let known = draft::known(project);
        if known.is_empty() {
            console.fail("new-series-none", &[("series", Arg::Text(series))]);
            return Ending::Refused;
        }
        let values = [("series", Arg::Text(series)), ("known", Arg::List(&known))];
        console.fail("new-series-unknown", &values);
        return Ending::Refused;
    };
    let next = match draft::next(project, series, input.as_of) {
        Ok(next) => next,
        Err(end) => {
            let values = [("date", Arg::Date(input.as_of)), ("end", Arg::Date(end))];
            console.fail("new-series-not-after", &values);
            return Ending::Refused;
        }
    };
    let id = wanted.id.as_deref().unwrap_or(&next.id);
    if let Err(unfit) = scaffold::free(RecordKind::Bulletin, id, project, &input.source) {
        console.fail(said(&unfit), &[("id", Arg::Text(id))]);
        return Ending::Refused;
    }
    let title = wanted.title.as_deref();
    // The text is for the readers of the site, whatever language the office speaks with the program.
    let language = project.site.language;
    let words = Catalogue::built_in(language);
    let text = draft::text(&next, (id, title), project, &words);
    let at = options.root.join(format!("content/bulletins/{id}.md"));
    if let Err(refusal) = create(&at, &text) {
        console.refused(&refusal);
        return Ending::Refused;
    }
    let (place, count) = (at.display().to_string(), number(next.number as usize));
    let values = [
        ("series", Arg::Text(series.name.wanted(language))),
        ("number", Arg::Number(count)),
        ("place", Arg::Text(&place)),
    ];
    console.tell("new-edition", &values);
    console.tell("new-edition-next", &[("id", Arg::Text(id))]);
    Ending::Well
}

fn said(unfit: &Unfit) -> &'static str {
    match unfit {
        Unfit::BadId => "new-bad-id",
        Unfit::TakenId => "new-id-taken",
    }
}

/// A new file, never over one that is there.
fn create(path: &Path, text: &str) -> Result<(), Refusal> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(Refusal::at("create", folder))?;
    }
    let mut file = fs::File::create_new(path).map_err(Refusal::at("create", path))?;
    file.write_all(text.as_bytes())
        .map_err(Refusal::at("write", path))
}
