//! What may be said on the command line, and the help for it, in the reader's language.

mod packages;

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command, value_parser};

use crate::messages::Catalogue;

const LANGUAGES: [&str; 3] = ["zh-CN", "zh", "en"];
const FORMATS: [&str; 3] = ["human", "json", "github"];
const CHANGES_FORMATS: [&str; 3] = ["text", "markdown", "json"];

pub(super) fn command(words: &Catalogue) -> Command {
    let all = shared(words).into_iter().map(|arg| arg.global(true));
    let mut program = Command::new("tongbao")
        .version(env!("CARGO_PKG_VERSION"))
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .arg(
            Arg::new("version")
                .long("version")
                .short('V')
                .action(ArgAction::Version)
                .help(words.say("help-version", &[])),
        )
        .args(all)
        .arg(out(words));
    let packages = packages::subcommands(words);
    for subcommand in subcommands(words).into_iter().chain(packages) {
        program = program.subcommand(subcommand);
    }
    framed(program, "help-about", words)
}

fn subcommands(words: &Catalogue) -> [Command; 11] {
    let framed = |name: &'static str, help: &str, args: Vec<Arg>| {
        framed(Command::new(name).args(args), help, words)
    };
    let needed = |arg: Arg| arg.required(true);
    let folder = Arg::new("folder").value_parser(value_parser!(PathBuf));
    let shell = Arg::new("shell").value_parser(value_parser!(clap_complete::Shell));
    let id = Arg::new("id").long("id");
    let root = || Arg::new("root").value_parser(value_parser!(PathBuf));
    let site = || named(root(), ("value-site", "help-site"), words);
    let id = named(id, ("value-id", "help-id"), words);
    let kind = named(Arg::new("type"), ("value-type", "help-type"), words);
    let title = named(Arg::new("title"), ("value-title", "help-title"), words);
    let series = Arg::new("series").long("series");
    let series = named(series, ("value-series", "help-series"), words);
    let bulletin = named(Arg::new("bulletin"), ("value-id", "help-bulletin"), words);
    let code = named(Arg::new("code"), ("value-code", "help-code"), words);
    let folder = named(folder, ("value-folder", "help-folder"), words);
    let shell = named(shell, ("value-shell", "help-shell"), words);
    [
        framed(
            "build",
            "help-build",
            vec![site(), out(words), since(words)],
        ),
        framed("check", "help-check", vec![site()]),
        framed("serve", "help-serve", serve(site(), words)),
        framed("facts", "help-facts", vec![site(), since(words)]),
        framed("changes", "help-changes", changes(site(), words)),
        framed("explain", "help-explain", vec![code]),
        framed("init", "help-init", vec![needed(folder)]),
        framed(
            "new",
            "help-new",
            vec![needed(kind), title, id, series, site().long("root")],
        ),
        framed(
            "release",
            "help-release",
            vec![needed(bulletin), site().long("root")],
        ),
        framed("confirm", "help-confirm", confirm(site(), words)),
        framed("completions", "help-completions", vec![needed(shell)]),
    ]
}

fn changes(site: Arg, words: &Catalogue) -> Vec<Arg> {
    let option = |name: &'static str, value: &str, help: &str| {
        named(Arg::new(name).long(name), (value, help), words)
    };
    vec![
        site,
        option("from", "value-date", "help-from").required(true),
        option("to", "value-date", "help-to"),
        option("format", "value-format", "help-format")
            .value_parser(PossibleValuesParser::new(CHANGES_FORMATS)),
    ]
}

fn serve(site: Arg, words: &Catalogue) -> Vec<Arg> {
    let port = Arg::new("port").long("port");
    let port = port.value_parser(value_parser!(u16));
    let host = Arg::new("host").long("host");
    let open = Arg::new("open").long("open").action(ArgAction::SetTrue);
    vec![
        site,
        open.help(words.say("help-open", &[])),
        named(port, ("value-port", "help-port"), words),
        named(host, ("value-address", "help-host"), words),
        since(words),
    ]
}

fn confirm(site: Arg, words: &Catalogue) -> Vec<Arg> {
    let some =
        |name: &'static str, value: &str, help: &str| named(Arg::new(name), (value, help), words);
    vec![
        some("task", "value-task", "help-task").required(true),
        some("decision", "value-decision", "help-decision"),
        some("by", "value-by", "help-by").long("by"),
        some("on", "value-date", "help-on").long("on"),
        site.long("root"),
    ]
}

fn since(words: &Catalogue) -> Arg {
    let since = Arg::new("since").long("since");
    named(since, ("value-date", "help-since"), words)
}

fn out(words: &Catalogue) -> Arg {
    let out = Arg::new("out").long("out");
    let out = out.value_parser(value_parser!(PathBuf));
    named(out, ("value-folder", "help-out"), words)
}

/// A value's name and its help. The values that it may have stand in the help's own words.
fn named(arg: Arg, (value, help): (&str, &str), words: &Catalogue) -> Arg {
    arg.value_name(words.say(value, &[]))
        .help(words.say(help, &[]))
        .hide_possible_values(true)
}

/// What every command takes.
fn shared(words: &Catalogue) -> Vec<Arg> {
    let flag = |name: &'static str, help: &str| {
        let flag = Arg::new(name).long(name).action(ArgAction::SetTrue);
        flag.help(words.say(help, &[]))
    };
    let option = |name: &'static str, value: &str, help: &str| {
        named(Arg::new(name).long(name), (value, help), words)
    };
    vec![
        option("as-of", "value-date", "help-as-of"),
        option("audience", "value-name", "help-audience"),
        option("theme", "value-name", "help-theme"),
        flag("deny-warnings", "help-deny-warnings"),
        option("message-format", "value-format", "help-message-format")
            .value_parser(PossibleValuesParser::new(FORMATS)),
        option("lang", "value-language", "help-lang")
            .value_parser(PossibleValuesParser::new(LANGUAGES)),
        option("threads", "value-number", "help-threads")
            .value_parser(value_parser!(u16).range(1..)),
        flag("quiet", "help-quiet")
            .short('q')
            .conflicts_with("verbose"),
        flag("verbose", "help-verbose").short('v'),
        Arg::new("help")
            .long("help")
            .short('h')
            .action(ArgAction::Help)
            .help(words.say("help-help", &[])),
    ]
}

/// A command whose help is in the catalogue's words from the first line to the last.
fn framed(command: Command, about: &str, words: &Catalogue) -> Command {
    let says = |id: &str| words.say(id, &[]);
    let mut usage = vec!["tongbao".to_owned()];
    if command.get_name() != "tongbao" {
        usage.push(command.get_name().to_owned());
    }
    usage.push(format!("[{}]", says("value-options")));
    let mut parts = vec![format!(
        "{{about-with-newline}}\n{}\n  {{usage}}",
        says("help-usage")
    )];
    if command.has_subcommands() {
        usage.push(format!("[{}]", says("value-command")));
        parts.push(format!("{}\n{{subcommands}}", says("help-commands")));
    }
    for arg in command.get_positionals() {
        let name = arg.get_value_names().unwrap_or_default().join(" ");
        usage.push(match arg.is_required_set() {
            true => format!("<{name}>"),
            false => format!("[{name}]"),
        });
    }
    if command.get_positionals().next().is_some() {
        parts.push(format!("{}\n{{positionals}}", says("help-arguments")));
    }
    parts.push(format!("{}\n{{options}}\n", says("help-options")));
    command
        .about(says(about))
        .override_usage(usage.join(" "))
        .help_template(parts.join("\n\n"))
        .disable_help_flag(true)
}
