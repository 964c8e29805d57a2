//! Printing: findings, summaries and progress, each to its stream; the only module that names `indicatif`.

use std::io::{IsTerminal, Write};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::diagnostic::{self, Counts, Located};
use crate::messages::{Arg, Catalogue};
use crate::model::Language;
use crate::output::Refusal;
use crate::source::Source;

use super::cli::{Format, Options, Volume};
use super::clock::Watch;

/// Where a run speaks, and in which language.
pub(super) struct Console {
    catalogue: Catalogue,
    /// `--lang` was given: the site's own language does not change it.
    is_asked: bool,
    format: Format,
    volume: Volume,
}

impl Console {
    pub(super) fn new(options: &Options) -> Console {
        let of_site = || super::input::language_of(&options.root);
        let language = options.language.or_else(of_site);
        let language = language.unwrap_or_else(language_of_the_system);
        Console {
            catalogue: Catalogue::built_in(language),
            is_asked: options.language.is_some(),
            format: options.format,
            volume: options.volume,
        }
    }

    /// From here on the site's language, unless another was asked for.
    pub(super) fn speak(self, language: Language) -> Console {
        if self.is_asked {
            self
        } else {
            Console {
                catalogue: Catalogue::built_in(language),
                ..self
            }
        }
    }

    pub(super) fn words(&self) -> &Catalogue {
        &self.catalogue
    }

    /// What was asked for: to the standard output.
    pub(super) fn print(&self, text: &str) {
        write(&mut std::io::stdout().lock(), text);
    }

    /// A result in the catalogue's words: to the standard error, and not when quiet.
    pub(super) fn tell(&self, id: &str, values: &[(&str, Arg<'_>)]) {
        if self.volume > Volume::Quiet {
            complain(&self.catalogue.say(id, values));
        }
    }

    /// A fault of usage or of the world, with its hint.
    pub(super) fn fail(&self, id: &str, values: &[(&str, Arg<'_>)]) {
        complain(&self.catalogue.say(id, values));
        if let Some(hint) = self.catalogue.attribute(id, "hint", values) {
            complain(&hint);
        }
    }

    /// More than usual, when asked for.
    pub(super) fn detail(&self, id: &str, values: &[(&str, Arg<'_>)]) {
        if self.volume == Volume::Verbose {
            complain(&self.catalogue.say(id, values));
        }
    }

    /// A line that was put together already.
    pub(super) fn complain(&self, text: &str) {
        complain(text);
    }

    /// The world refused: which act, on which path, and why.
    pub(super) fn refused(&self, refusal: &Refusal) {
        let cause = self.cause(&refusal.cause);
        let values = [
            ("path", Arg::Text(&refusal.path)),
            ("cause", Arg::Text(&cause)),
        ];
        self.fail(&self.refusal(refusal), &values);
    }

    /// The same, not printed.
    pub(super) fn say_refused(&self, refusal: &Refusal) -> String {
        let cause = self.cause(&refusal.cause);
        let values = [
            ("path", Arg::Text(&refusal.path)),
            ("cause", Arg::Text(&cause)),
        ];
        self.catalogue.say(&self.refusal(refusal), &values)
    }

    fn refusal(&self, refusal: &Refusal) -> String {
        let id = format!("refused-{}", refusal.act);
        match self.catalogue.has(&id) {
            true => id,
            false => "refused-other".to_owned(),
        }
    }

    pub(super) fn cause(&self, error: &std::io::Error) -> String {
        use std::io::ErrorKind as Kind;
        let id = match error.kind() {
            Kind::NotFound => "io-not-found",
            Kind::PermissionDenied => "io-permission-denied",
            Kind::AlreadyExists => "io-already-exists",
            Kind::NotADirectory => "io-not-a-directory",
            Kind::IsADirectory => "io-is-a-directory",
            Kind::DirectoryNotEmpty => "io-directory-not-empty",
            Kind::ReadOnlyFilesystem => "io-read-only",
            Kind::StorageFull => "io-storage-full",
            Kind::QuotaExceeded => "io-quota",
            Kind::FileTooLarge => "io-file-too-large",
            Kind::ResourceBusy => "io-busy",
            Kind::InvalidFilename => "io-name-too-long",
            Kind::CrossesDevices => "io-crosses-devices",
            Kind::Interrupted => "io-interrupted",
            Kind::TimedOut => "io-timed-out",
            Kind::InvalidData => "io-invalid-text",
            _ => "io-other",
        };
        self.catalogue
            .say(id, &[("detail", Arg::Text(&error.to_string()))])
    }

    /// Findings in the asked form: for people to the standard error, for tools to the standard output.
    pub(super) fn findings(&self, findings: &[Located], source: &Source) {
        match self.format {
            Format::Human => {
                let shown = &findings[..findings.len().min(SHOWN)];
                let colour =
                    std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
                write(
                    &mut std::io::stderr().lock(),
                    &diagnostic::human(shown, source, &self.catalogue, colour),
                );
                if findings.len() > shown.len() {
                    let more = findings.len() - shown.len();
                    self.tell("more-findings", &[("count", Arg::Number(number(more)))]);
                }
                if let Some(first) = shown.first() {
                    self.tell("explain-offer", &[("code", Arg::Text(first.finding.code))]);
                }
            }
            Format::Json => self.print(&diagnostic::json(findings, &self.catalogue)),
            Format::Github => self.print(&diagnostic::github(findings, &self.catalogue)),
        }
    }

    /// Findings beside data on the standard output: always for people, to the standard error.
    pub(super) fn findings_aside(&self, findings: &[Located], source: &Source) {
        let text = match self.format {
            Format::Human => diagnostic::human(findings, source, &self.catalogue, false),
            Format::Json => diagnostic::json(findings, &self.catalogue),
            Format::Github => diagnostic::github(findings, &self.catalogue),
        };
        write(&mut std::io::stderr().lock(), &text);
    }

    /// How long each pass took, and what all threads used, when asked to say more.
    pub(super) fn laps(&self, watch: &Watch) {
        if self.volume == Volume::Verbose {
            for lap in watch.laps() {
                let (pass, wall) = (lap.pass, lap.wall.as_secs_f64());
                let name = self.catalogue.say(&format!("pass-{pass}"), &[]);
                let cpu = lap
                    .cpu
                    .map(|cpu| format!(", cpu {:.3} s", cpu.as_secs_f64()));
                let cpu = cpu.unwrap_or_default();
                complain(&format!("{pass} {wall:.3} s{cpu}  {name}"));
            }
        }
    }

    /// A bar for long work, on a terminal only.
    pub(super) fn bar(&self, steps: usize) -> Bar {
        let shown = self.volume > Volume::Quiet
            && self.format == Format::Human
            && std::io::stderr().is_terminal();
        let target = if shown {
            ProgressDrawTarget::stderr_with_hz(10)
        } else {
            ProgressDrawTarget::hidden()
        };
        let bar = ProgressBar::with_draw_target(Some(steps as u64), target);
        let style = ProgressStyle::with_template("{bar:32} {pos}/{len}")
            .unwrap_or_else(|_| ProgressStyle::default_bar());
        bar.set_style(style);
        Bar(bar)
    }
}

/// How many findings a terminal is shown at once.
const SHOWN: usize = 200;

/// Progress of long work; gone when dropped.
pub(super) struct Bar(ProgressBar);

impl Bar {
    pub(super) fn step(&self) {
        self.0.inc(1);
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}

/// The values of a summary.
pub(super) fn counted<'v>(
    counts: Counts,
    records: usize,
    seconds: &'v str,
) -> Vec<(&'static str, Arg<'v>)> {
    vec![
        ("records", Arg::Number(number(records))),
        ("errors", Arg::Number(number(counts.errors))),
        ("warnings", Arg::Number(number(counts.warnings))),
        ("notes", Arg::Number(number(counts.notes))),
        ("seconds", Arg::Text(seconds)),
    ]
}

pub(super) fn number(count: usize) -> crate::decimal::Decimal {
    crate::decimal::Decimal::from_whole(i64::try_from(count).unwrap_or(i64::MAX))
}

pub(super) fn seconds(time: Duration) -> String {
    format!("{:.1}", time.as_secs_f64())
}

/// Chinese when the system's locale is, else English.
pub(super) fn language_of_the_system() -> Language {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"];
    let set = names
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    match set {
        Some(locale) if locale.starts_with("zh") => Language::Chinese,
        _ => Language::English,
    }
}

/// A line to the standard error.
pub(super) fn complain(text: &str) {
    write(&mut std::io::stderr().lock(), &format!("{text}\n"));
}

/// Help that was asked for: to the standard output.
pub(super) fn print_help(text: &impl std::fmt::Display) {
    write(&mut std::io::stdout().lock(), &text.to_string());
}

/// A reader that went away wants no more of it; nobody is left to be told.
fn write(stream: &mut dyn Write, text: &str) {
    let _ = stream
        .write_all(text.as_bytes())
        .and_then(|()| stream.flush());
}
