//! The command line: what was said, and what is meant by it; only this module and those in it name `clap` and `clap_complete`.

mod command;
mod fault;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use clap::error::ErrorKind;

use crate::date::Date;
use crate::messages::Catalogue;
use crate::model::Language;

use super::Ending;
use super::console::{self, Console};
use super::input::language_of;
use command::command;

/// What the program is asked to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Act {
    Build {
        out: Option<PathBuf>,
    },
    Check,
    Facts,
    Changes {
        from: Date,
        /// None: the as-of date.
        to: Option<Date>,
        format: ChangesFormat,
    },
    Explain {
        code: Option<String>,
    },
    Init {
        folder: PathBuf,
    },
    New(Wanted),
    Confirm(Confirming),
    Release {
        id: String,
    },
    Archive(Packing),
    Verify(Checking),
    Serve(Serving),
    Completions {
        shell: clap_complete::Shell,
    },
}

/// How changes are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ChangesFormat {
    Text,
    Markdown,
    Json,
}

/// A new record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wanted {
    pub(super) kind: String,
    pub(super) title: Option<String>,
    pub(super) id: Option<String>,
    /// Of a bulletin: its series.
    pub(super) series: Option<String>,
}

/// A task that carries out a decision as it reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Confirming {
    pub(super) task: String,
    /// None: the only one that the task carries out.
    pub(super) decision: Option<String>,
    pub(super) by: Option<String>,
    /// None: the as-of date.
    pub(super) on: Option<Date>,
}

/// A package to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Packing {
    /// An id, `type:id`, or `all`.
    pub(super) what: String,
    pub(super) folder: PathBuf,
    pub(super) sign: Option<PathBuf>,
    pub(super) source_id: Option<String>,
    pub(super) without_records: bool,
}

/// A package to be checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Checking {
    pub(super) folder: PathBuf,
    pub(super) allowed: Option<PathBuf>,
    pub(super) identity: Option<String>,
}

/// A preview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Serving {
    /// None: the first that is free.
    pub(super) port: Option<u16>,
    /// None: this machine alone.
    pub(super) host: Option<String>,
    /// The pages are to be opened in the browser.
    pub(super) open: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Format {
    #[default]
    Human,
    Json,
    Github,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum Volume {
    Quiet,
    #[default]
    Usual,
    Verbose,
}

/// What holds for every act.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Options {
    pub(super) root: PathBuf,
    pub(super) as_of: Option<Date>,
    /// Of `build`: the day that pages are compared with.
    pub(super) since: Option<Date>,
    pub(super) audience: Option<String>,
    pub(super) theme: Option<String>,
    pub(super) deny_warnings: bool,
    pub(super) format: Format,
    /// What `--lang` says.
    pub(super) language: Option<Language>,
    pub(super) threads: Option<usize>,
    pub(super) volume: Volume,
}

/// What came of the words: something to do, or it was said already.
pub(super) enum Parsed {
    Do(Act, Box<Options>),
    Said(Ending),
}

pub(super) fn parse(words: &[OsString]) -> Parsed {
    let language = asked_language(words).or_else(|| language_of_the_site(words));
    let catalogue = Catalogue::built_in(language.unwrap_or_else(console::language_of_the_system));
    match command(&catalogue).try_get_matches_from(words) {
        Ok(matches) => read(&matches, &catalogue),
        Err(error) => match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
                console::print_help(&error.render());
                Parsed::Said(Ending::Well)
            }
            _ => {
                console::complain(&fault::said(&error, &catalogue));
                Parsed::Said(Ending::Refused)
            }
        },
    }
}

/// `--lang`, before anything else is read, so that help and faults of usage speak it.
fn asked_language(words: &[OsString]) -> Option<Language> {
    let text = |word: &OsString| word.to_str().map(str::to_owned);
    let given = words.iter().enumerate().find_map(|(place, word)| {
        let word = text(word)?;
        match word.strip_prefix("--lang") {
            Some("") => words.get(place + 1).and_then(text),
            Some(rest) => rest.strip_prefix('=').map(str::to_owned),
            None => None,
        }
    });
    given.and_then(|tag| language(&tag))
}

/// The language of the site that a word names or that is here.
fn language_of_the_site(words: &[OsString]) -> Option<Language> {
    let mut named = words.iter().skip(1).rev().map(Path::new);
    named
        .find_map(language_of)
        .or_else(|| language_of(Path::new(".")))
}

fn language(tag: &str) -> Option<Language> {
    match tag {
        "zh-CN" | "zh" => Some(Language::Chinese),
        "en" => Some(Language::English),
        _ => None,
    }
}

fn read(matches: &ArgMatches, catalogue: &Catalogue) -> Parsed {
    let (name, inner) = matches.subcommand().unwrap_or(("build", matches));
    let before = matches.get_one::<PathBuf>("out").cloned();
    if before.is_some() && name != "build" {
        console::complain(&fault::unknown("--out", catalogue));
        return Parsed::Said(Ending::Refused);
    }
    let path = |id: &str| inner.try_get_one::<PathBuf>(id).ok().flatten().cloned();
    let given = |id: &str| inner.try_get_one::<String>(id).ok().flatten().cloned();
    let mut days = [None; 5];
    for (day, id) in days.iter_mut().zip(["as-of", "from", "to", "on", "since"]) {
        let Some(written) = given(id) else { continue };
        let Ok(date) = Date::parse(&written) else {
            let said = catalogue.say(
                "usage-bad-date",
                &[("value", crate::messages::Arg::Text(&written))],
            );
            console::complain(&said);
            return Parsed::Said(Ending::Refused);
        };
        *day = Some(date);
    }
    let [as_of, from, to, on, since] = days;
    let options = options(inner, (as_of, since));
    let act = match name {
        "build" => Act::Build {
            out: path("out").or(before),
        },
        name => act((name, inner), [from, to, on]),
    };
    Parsed::Do(act, Box::new(options))
}

/// What holds for every act.
fn options(inner: &ArgMatches, (as_of, since): (Option<Date>, Option<Date>)) -> Options {
    let text = |id: &str| inner.get_one::<String>(id).cloned();
    let path = |id: &str| inner.try_get_one::<PathBuf>(id).ok().flatten().cloned();
    let volume = match (inner.get_flag("quiet"), inner.get_flag("verbose")) {
        (true, _) => Volume::Quiet,
        (_, true) => Volume::Verbose,
        _ => Volume::Usual,
    };
    let format = match text("message-format").as_deref() {
        Some("json") => Format::Json,
        Some("github") => Format::Github,
        _ => Format::Human,
    };
    Options {
        root: path("root").unwrap_or_else(|| PathBuf::from(".")),
        as_of,
        since,
        audience: text("audience"),
        theme: text("theme"),
        deny_warnings: inner.get_flag("deny-warnings"),
        format,
        language: text("lang").as_deref().and_then(language),
        threads: inner.get_one::<u16>("threads").map(|n| usize::from(*n)),
        volume,
    }
}

/// What to do, but for building.
fn act((name, inner): (&str, &ArgMatches), [from, to, on]: [Option<Date>; 3]) -> Act {
    let given = |id: &str| inner.try_get_one::<String>(id).ok().flatten().cloned();
    match name {
        "check" => Act::Check,
        "facts" => Act::Facts,
        "changes" => Act::Changes {
            from: from.expect("invariant: required by the command line"),
            to,
            format: match given("format").as_deref() {
                Some("json") => ChangesFormat::Json,
                Some("markdown") => ChangesFormat::Markdown,
                _ => ChangesFormat::Text,
            },
        },
        "explain" => Act::Explain {
            code: given("code"),
        },
        "archive" | "verify" => package(name, inner),
        "serve" => Act::Serve(Serving {
            port: inner.get_one::<u16>("port").copied(),
            host: given("host"),
            open: inner.get_flag("open"),
        }),
        "init" => Act::Init {
            folder: inner
                .get_one::<PathBuf>("folder")
                .expect("invariant: required by the command line")
                .clone(),
        },
        "new" => Act::New(Wanted {
            kind: given("type").expect("invariant: required by the command line"),
            title: given("title"),
            id: given("id"),
            series: given("series"),
        }),
        "confirm" => Act::Confirm(Confirming {
            task: given("task").expect("invariant: required by the command line"),
            decision: given("decision"),
            by: given("by"),
            on,
        }),
        "release" => Act::Release {
            id: given("bulletin").expect("invariant: required by the command line"),
        },
        "completions" => Act::Completions {
            shell: *inner
                .get_one("shell")
                .expect("invariant: required by the command line"),
        },
        _ => unreachable!("every command of the command line is named"),
    }
}

/// `archive`, else `verify`.
fn package(name: &str, inner: &ArgMatches) -> Act {
    let text = |id: &str| inner.get_one::<String>(id).cloned();
    let path = |id: &str| inner.get_one::<PathBuf>(id).cloned();
    let folder = path("folder").expect("invariant: required by the command line");
    if name == "archive" {
        return Act::Archive(Packing {
            what: text("what").expect("invariant: required by the command line"),
            folder,
            sign: path("sign"),
            source_id: text("source-id"),
            without_records: inner.get_flag("without-records"),
        });
    }
    Act::Verify(Checking {
        folder,
        allowed: path("allowed-signers"),
        identity: text("identity"),
    })
}

pub(super) fn completions(shell: clap_complete::Shell, console: &Console) -> Ending {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command(console.words()), "tongbao", &mut script);
    console.print(&String::from_utf8_lossy(&script));
    Ending::Well
}
