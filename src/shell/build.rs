//! `tongbao build`: the site, published whole or not at all.

use std::path::{Path, PathBuf};

use crate::diagnostic::{Checked, Counts};
use crate::messages::Arg;
use crate::output::{Refusal, Sink};
use crate::source::Asset;
use crate::{pipeline, theme};

use super::Ending;
use super::cli::Options;
use super::clock::Watch;
use super::console::{Bar, Console, counted, number, seconds};
use super::input::{self, Input};
use super::publish::{Outcome, Publication, Target, Unsuitable, Why};
use super::unchanged::{self, Look};

/// The folder below the site's own that is built into when none is named.
const OUT: &str = "public";

pub(super) fn build(options: &Options, out: Option<&Path>, console: Console) -> Ending {
    let mut watch = Watch::start();
    let out = out.map_or_else(|| options.root.join(OUT), Path::to_path_buf);
    let console = match input::language_of(&options.root) {
        Some(language) => console.speak(language),
        None => console,
    };
    if let Some(ending) = unchanged::told(options, &out, &console, &mut watch) {
        return ending;
    }
    let look = unchanged::look(options);
    let (mut input, console) = match input::read(options, console, &mut watch) {
        Ok(read) => read,
        Err(ending) => return ending,
    };
    if input.is_since_late(&console) {
        return Ending::Refused;
    }
    let home = std::env::home_dir();
    let target = match Target::check(&out, &options.root, &input.audience.name, home.as_deref()) {
        Ok(target) => target,
        Err(unsuitable) => {
            self::unsuitable(&console, &unsuitable);
            return Ending::Refused;
        }
    };
    let site = &input.project.site;
    let Checked {
        value: theme,
        findings,
    } = theme::of_site(&input.source, site);
    input.find(findings, options.deny_warnings);
    if input.counts.errors > 0 {
        return stop(&input, &console, options);
    }
    match publish(
        &mut input,
        &theme,
        target,
        (&console, &mut watch, options.deny_warnings),
        look,
    ) {
        Ok(Some((pages, outcome))) => {
            console.findings(&input.findings, &input.source);
            console.laps(&watch);
            tell(&console, &input, (pages, outcome), (&watch, &out));
            Ending::Well
        }
        Ok(None) => stop(&input, &console, options),
        Err(refusal) => {
            console.refused(&refusal);
            Ending::Refused
        }
    }
}

/// Errors: nothing is built, and what is published stays.
fn stop(input: &Input, console: &Console, options: &Options) -> Ending {
    console.findings(&input.findings, &input.source);
    let Counts {
        errors, warnings, ..
    } = input.counts;
    let only_warnings = options.deny_warnings && errors == input.denied;
    if only_warnings {
        console.tell(
            "build-stopped-by-warnings",
            &[("warnings", Arg::Number(number(input.denied)))],
        );
    } else {
        let values = [
            ("errors", Arg::Number(number(errors))),
            ("warnings", Arg::Number(number(warnings))),
        ];
        console.tell("build-stopped", &values);
    }
    Ending::Findings
}

/// Derives, renders and publishes; none when a template was found to be wrong.
fn publish(
    input: &mut Input,
    theme: &theme::Theme,
    target: Target,
    (console, watch, deny_warnings): (&Console, &mut Watch, bool),
    look: Option<Look>,
) -> Result<Option<(usize, Outcome)>, Refusal> {
    let mut publication = Publication::begin(target, || console.tell("waiting-for-build", &[]))?;
    if let Some(program) = unchanged::program() {
        publication.made_by(program);
    }
    let drafts = watch.time("derive", || {
        pipeline::drafts(&input.project, &input.source, &input.audience, theme)
    });
    // From here on nothing is read out of the records' files.
    input.let_go();
    let report = watch.time("derive", || {
        pipeline::compared_report(&input.project, input.as_of, input.since)
    });
    let sink = Counting {
        bar: console.bar(input.records),
        publication: &publication,
    };
    let rendered = watch.time("render", || {
        pipeline::site(&report, theme, (&input.source, drafts), &sink)
    })?;
    drop(sink);
    drop(report);
    let Checked {
        value: counts,
        findings,
    } = rendered;
    input.find(findings, deny_warnings);
    if input.counts.errors > 0 {
        return Ok(None);
    }
    // What was found has to be said again, so it has to be found again.
    if let Some(look) = look.filter(|_| input.findings.is_empty()) {
        publication.remember(look.with(counts.pages));
    }
    let outcome = watch.time("publish", || publication.finish())?;
    Ok(Some((counts.pages, outcome)))
}

fn tell(
    console: &Console,
    input: &Input,
    (pages, outcome): (usize, Outcome),
    (watch, out): (&Watch, &PathBuf),
) {
    let time = seconds(watch.so_far());
    let place = out.join("index.html").display().to_string();
    let mut values = counted(input.counts, input.records, &time);
    values.push(("pages", Arg::Number(number(pages))));
    values.push(("place", Arg::Text(&place)));
    console.tell(
        if outcome.exchanged {
            "built"
        } else {
            "built-unchanged"
        },
        &values,
    );
}

/// A target that no site may take the place of.
fn unsuitable(console: &Console, found: &Unsuitable) {
    let path = found.path.display().to_string();
    let other = match &found.why {
        Why::SourceFolder { source } => source.display().to_string(),
        Why::InsideSite { site } => site.display().to_string(),
        Why::OtherAudience { found } => found.clone(),
        Why::Unreachable { cause } => console.cause(cause),
        _ => String::new(),
    };
    let values = [
        ("path", Arg::Text(&path)),
        ("other", Arg::Text(&other)),
        ("cause", Arg::Text(&other)),
    ];
    console.fail(&format!("refused-{}", found.why.word()), &values);
}

/// A sink that moves the bar along.
struct Counting<'p> {
    bar: Bar,
    publication: &'p Publication,
}

impl Sink for Counting<'_> {
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Refusal> {
        self.bar.step();
        self.publication.put(path, bytes)
    }

    fn copy(&self, path: &str, asset: &Asset) -> Result<(), Refusal> {
        self.bar.step();
        self.publication.copy(path, asset)
    }

    fn keep(&self, paths: &[&str]) -> Result<bool, Refusal> {
        let kept = self.publication.keep(paths)?;
        if kept {
            paths.iter().for_each(|_| self.bar.step());
        }
        Ok(kept)
    }

    fn read(&self, asset: &Asset) -> Result<Vec<u8>, Refusal> {
        self.publication.read(asset)
    }

    fn last(&self, path: &str) -> Result<Option<Vec<u8>>, Refusal> {
        self.publication.last(path)
    }

    fn noted(&self) -> Option<&str> {
        self.publication.noted()
    }

    fn note(&self, note: String) {
        self.publication.note(note);
    }
}
