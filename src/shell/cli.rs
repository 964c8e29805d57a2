//! The command line: what may be said, in the reader's language; the only module that names `clap` and `clap_complete`.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::error::ErrorKind;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use crate::date::Date;
use crate::messages::Catalogue;
use crate::model::Language;

use super::Ending;
use super::console::{self, Console};

/// What the program is asked to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Act {
    Build { out: Option<PathBuf> },
    Check,
    Facts,
    Explain { code: Option<String> },
    Init { folder: PathBuf },
    New(Wanted),
    Completions { shell: clap_complete::Shell },
}

/// A new record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wanted {
    pub(super) kind: String,
    pub(super) title: Option<String>,
    pub(super) id: Option<String>,
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
    let catalogue =
        Catalogue::built_in(asked_language(words).unwrap_or_else(console::language_of_the_system));
    match command(&catalogue).try_get_matches_from(words) {
        Ok(matches) => read(&matches, &catalogue),
        Err(error) => {
            let helped = matches!(
                error.kind(),
                ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
            );
            console::print_help(&error.render(), helped);
            Parsed::Said(if helped {
                Ending::Well
            } else {
                Ending::Refused
            })
        }
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

fn language(tag: &str) -> Option<Language> {
    match tag {
        "zh-CN" | "zh" => Some(Language::Chinese),
        "en" => Some(Language::English),
        _ => None,
    }
}

const LANGUAGES: [&str; 3] = ["zh-CN", "zh", "en"];
const FORMATS: [&str; 3] = ["human", "json", "github"];

fn command(words: &Catalogue) -> Command {
    let says = |id: &str| words.say(id, &[]);
    let sub = |name: &'static str, id: &str| frame(Command::new(name).about(says(id)), words);
    let root = || {
        Arg::new("root")
            .value_name("ROOT")
            .help(says("help-site"))
            .value_parser(value_parser!(PathBuf))
    };
    let out = Arg::new("out")
        .long("out")
        .value_name("DIR")
        .help(says("help-out"));
    let out = out.value_parser(value_parser!(PathBuf));
    frame(Command::new("tongbao"), words)
        .about(says("help-about"))
        .version(env!("CARGO_PKG_VERSION"))
        .disable_version_flag(true)
        .arg(
            Arg::new("version")
                .long("version")
                .short('V')
                .action(ArgAction::Version)
                .help(says("help-version")),
        )
        .args(shared(words))
        .arg(out.clone().global(false))
        .subcommand(sub("build", "help-build").arg(root()).arg(out))
        .subcommand(sub("check", "help-check").arg(root()))
        .subcommand(sub("facts", "help-facts").arg(root()))
        .subcommand(
            sub("explain", "help-explain")
                .arg(Arg::new("code").value_name("CODE").help(says("help-code"))),
        )
        .subcommand(
            sub("init", "help-init").arg(
                Arg::new("folder")
                    .value_name("DIR")
                    .required(true)
                    .help(says("help-folder"))
                    .value_parser(value_parser!(PathBuf)),
            ),
        )
        .subcommand(
            sub("new", "help-new")
                .arg(
                    Arg::new("type")
                        .value_name("TYPE")
                        .required(true)
                        .help(says("help-type")),
                )
                .arg(
                    Arg::new("title")
                        .value_name("TITLE")
                        .help(says("help-title")),
                )
                .arg(
                    Arg::new("id")
                        .long("id")
                        .value_name("ID")
                        .help(says("help-id")),
                )
                .arg(
                    Arg::new("root")
                        .long("root")
                        .value_name("ROOT")
                        .help(says("help-site"))
                        .value_parser(value_parser!(PathBuf)),
                ),
        )
        .subcommand(
            sub("completions", "help-completions").arg(
                Arg::new("shell")
                    .value_name("SHELL")
                    .required(true)
                    .help(says("help-shell"))
                    .value_parser(value_parser!(clap_complete::Shell)),
            ),
        )
}

/// Help in the catalogue's words.
fn frame(command: Command, words: &Catalogue) -> Command {
    let says = |id: &str| words.say(id, &[]);
    let template = format!(
        "{{about-with-newline}}\n{}\n  {{usage}}\n\n{{all-args}}\n",
        says("help-usage")
    );
    command
        .help_template(template)
        .subcommand_help_heading(says("help-commands"))
        .subcommand_value_name(says("help-command"))
        .next_help_heading(says("help-options"))
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .arg(
            Arg::new("help")
                .long("help")
                .short('h')
                .action(ArgAction::Help)
                .help(says("help-help")),
        )
}

fn shared(words: &Catalogue) -> Vec<Arg> {
    let says = |id: &str| words.say(id, &[]);
    let flag = |name: &'static str, id: &str| {
        Arg::new(name)
            .long(name)
            .action(ArgAction::SetTrue)
            .help(says(id))
    };
    let option = |name: &'static str, value: &'static str, id: &str| {
        Arg::new(name).long(name).value_name(value).help(says(id))
    };
    let all = vec![
        option("as-of", "DATE", "help-as-of"),
        option("audience", "NAME", "help-audience"),
        option("theme", "NAME", "help-theme"),
        flag("deny-warnings", "help-deny-warnings"),
        option("message-format", "FORMAT", "help-message-format")
            .value_parser(PossibleValuesParser::new(FORMATS)),
        option("lang", "LANG", "help-lang").value_parser(PossibleValuesParser::new(LANGUAGES)),
        option("threads", "N", "help-threads").value_parser(value_parser!(u16).range(1..)),
        flag("quiet", "help-quiet")
            .short('q')
            .conflicts_with("verbose"),
        flag("verbose", "help-verbose").short('v'),
    ];
    all.into_iter().map(|arg| arg.global(true)).collect()
}

fn read(matches: &ArgMatches, catalogue: &Catalogue) -> Parsed {
    let (name, inner) = matches.subcommand().unwrap_or(("build", matches));
    let text = |id: &str| inner.get_one::<String>(id).cloned();
    let path = |id: &str| inner.try_get_one::<PathBuf>(id).ok().flatten().cloned();
    let as_of = match text("as-of").map(|given| (Date::parse(&given), given)) {
        None => None,
        Some((Ok(date), _)) => Some(date),
        Some((Err(_), given)) => {
            let said = catalogue.say(
                "usage-bad-date",
                &[("value", crate::messages::Arg::Text(&given))],
            );
            console::complain(&said);
            return Parsed::Said(Ending::Refused);
        }
    };
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
    let options = Options {
        root: path("root").unwrap_or_else(|| PathBuf::from(".")),
        as_of,
        audience: text("audience"),
        theme: text("theme"),
        deny_warnings: inner.get_flag("deny-warnings"),
        format,
        language: text("lang").as_deref().and_then(language),
        threads: inner.get_one::<u16>("threads").map(|n| usize::from(*n)),
        volume,
    };
    let given = |id: &str| inner.try_get_one::<String>(id).ok().flatten().cloned();
    let act = match name {
        "check" => Act::Check,
        "facts" => Act::Facts,
        "explain" => Act::Explain {
            code: given("code"),
        },
        "init" => Act::Init {
            folder: path("folder").expect("invariant: required by the command line"),
        },
        "new" => Act::New(Wanted {
            kind: given("type").expect("invariant: required by the command line"),
            title: given("title"),
            id: given("id"),
        }),
        "completions" => Act::Completions {
            shell: *inner
                .get_one("shell")
                .expect("invariant: required by the command line"),
        },
        _ => Act::Build { out: path("out") },
    };
    Parsed::Do(act, Box::new(options))
}

pub(super) fn completions(shell: clap_complete::Shell, console: &Console) -> Ending {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command(console.words()), "tongbao", &mut script);
    console.print(&String::from_utf8_lossy(&script));
    Ending::Well
}
