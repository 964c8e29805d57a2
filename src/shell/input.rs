//! What every act on a site begins with: its input read, linked and its findings placed.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use crate::date::Date;
use crate::diagnostic::{self, Checked, Counts, Finding, Located, Severity};
use crate::messages::Arg;
use crate::model::{Audience, Language, Project, Site, Visibility};
use crate::output::Refusal;
use crate::source::{File, FileId, Source};
use crate::{config, pipeline};

use super::Ending;
use super::cli::Options;
use super::clock::{self, Watch};
use super::console::Console;
use super::disk;

/// A site as it was read, with all that is wrong in it.
pub(super) struct Input {
    pub(super) source: Source,
    pub(super) project: Project,
    pub(super) audience: Audience,
    pub(super) as_of: Date,
    /// The day that pages are compared with, where one was asked for.
    pub(super) since: Option<Date>,
    pub(super) findings: Vec<Located>,
    pub(super) counts: Counts,
    /// How many of the errors are warnings that were denied.
    pub(super) denied: usize,
    /// How many records there are, seen by this audience or not.
    pub(super) records: usize,
}

impl Input {
    /// The day to compare with is not before the one that is shown: that is said, and nothing is made.
    pub(super) fn is_since_late(&self, console: &Console) -> bool {
        let Some(since) = self.since.filter(|since| *since >= self.as_of) else {
            return false;
        };
        let (since, as_of) = (since.to_string(), self.as_of.to_string());
        let values = [("since", Arg::Text(&since)), ("as_of", Arg::Text(&as_of))];
        console.fail("since-not-before", &values);
        true
    }
}

/// Reads a site; what keeps it from being read has been said when none comes back.
pub(super) fn read(
    options: &Options,
    console: Console,
    watch: &mut Watch,
) -> Result<(Input, Console), Ending> {
    if !is_site(options, &console) {
        return Err(Ending::Refused);
    }
    let source = match watch.time("read", || source(&options.root)) {
        Ok(source) => source,
        Err(refusal) => {
            console.refused(&refusal);
            return Err(Ending::Refused);
        }
    };
    let settings = pipeline::settings(&source);
    let language = settings.value.site.language;
    let console = console.speak(language);
    let Some(audience) = audience(options.audience.as_deref(), &settings.value.site.audiences)
    else {
        let name = options.audience.as_deref().unwrap_or_default();
        console.fail("usage-unknown-audience", &[("audience", Arg::Text(name))]);
        return Err(Ending::Refused);
    };
    let is_theme = |name: &str| config::themes(&source).contains(&name);
    if let Some(name) = options.theme.as_deref().filter(|name| !is_theme(name)) {
        let all = config::themes(&source).join(" | ");
        let values = [("theme", Arg::Text(name)), ("themes", Arg::Text(&all))];
        console.fail("usage-unknown-theme", &values);
        return Err(Ending::Refused);
    }
    let (as_of, own) = days_of(options, &settings.value.site);
    let Checked {
        value: mut project,
        mut findings,
    } = watch.time("link", || pipeline::project(&source, settings, &audience));
    pipeline::days(&project, &source, (as_of, own), &mut findings);
    if let Some(theme) = &options.theme {
        project.site.theme.clone_from(theme);
    }
    let records = project.records;
    let (found, counts) = (Vec::new(), Counts::default());
    let mut input = Input {
        source,
        project,
        audience,
        as_of,
        since: options.since,
        findings: found,
        counts,
        denied: 0,
        records,
    };
    watch.time("findings", || input.find(findings, options.deny_warnings));
    Ok((input, console))
}

impl Input {
    /// Puts findings in the order of their places, after those that are there; denied warnings count as errors.
    pub(super) fn find(&mut self, findings: Vec<Finding>, deny_warnings: bool) {
        let (placed, denied) = place(findings, &self.source, deny_warnings);
        self.denied += denied;
        self.findings.extend(placed);
        self.counts = diagnostic::count(self.findings.iter().map(|located| &located.finding));
    }
}

impl Input {
    /// Lets go of the text of all files in which nothing was found: what is found when pages are made stands in
    /// templates and pictures. At ten thousand records it is a third of what would be held.
    pub(super) fn let_go(&mut self) {
        let shown = self.findings.iter().flat_map(Located::files);
        let shown: BTreeSet<FileId> = shown.collect();
        self.source.let_go(|file| shown.contains(&file));
    }
}

/// Findings in the order of their places, and how many of them are denied warnings: those count as errors.
pub(super) fn place(
    findings: Vec<Finding>,
    source: &Source,
    deny_warnings: bool,
) -> (Vec<Located>, usize) {
    let lookup = diagnostic::Lookup {
        open,
        front_matter: find_front_matter,
    };
    let mut placed = diagnostic::sort(findings, source, &lookup);
    let mut denied = 0;
    for located in &mut placed {
        if deny_warnings && located.finding.severity == Severity::Warning {
            located.finding.severity = Severity::Error;
            denied += 1;
        }
    }
    (placed, denied)
}

/// Whether there is a site; that there is none has been said.
pub(super) fn is_site(options: &Options, console: &Console) -> bool {
    let there = options.root.join("content").is_dir();
    if !there {
        let place = options.root.display().to_string();
        console.fail("usage-no-site", &[("place", Arg::Text(&place))]);
    }
    there
}

/// The language of the site in a folder; none where there is no site.
pub(super) fn language_of(root: &Path) -> Option<Language> {
    settings(root).map(|bytes| config::language(&bytes))
}

/// The day that is shown and the site's own, told by its settings alone.
pub(super) fn days(options: &Options) -> (Date, Date) {
    let mut source = Source::default();
    source
        .files
        .extend(settings(&options.root).map(|bytes| File {
            path: "content/site.yaml".to_owned(),
            bytes: Arc::new(bytes),
        }));
    days_of(options, &pipeline::settings(&source).value.site)
}

fn days_of(options: &Options, site: &Site) -> (Date, Date) {
    let own = site.as_of.unwrap_or_else(|| clock::today(&site.time_zone));
    (options.as_of.unwrap_or(own), own)
}

fn settings(root: &Path) -> Option<Vec<u8>> {
    let names = ["site.yaml", "site.yml"];
    let mut files = names.iter().map(|name| root.join("content").join(name));
    files.find_map(|file| disk::small_file(&file))
}

pub(super) fn source(root: &Path) -> Result<Source, Refusal> {
    disk::read_source(root, limit(root))
}

/// How many bytes a file may have that is held in memory.
pub(super) fn limit(root: &Path) -> u64 {
    settings(root).map_or(config::FILE_BYTES, |bytes| config::file_bytes(&bytes))
}

/// The audience of this name; without a name, those who may see what is public and internal.
pub(super) fn audience(name: Option<&str>, all: &[Audience]) -> Option<Audience> {
    match name {
        Some(name) => all.iter().find(|audience| audience.name == name).cloned(),
        None => {
            let sees = vec![Visibility::Public, Visibility::Internal];
            Some(Audience::new(String::new(), sees))
        }
    }
}

/// A site as those see it from whom nothing is hidden: an id that is hidden is taken all the same.
pub(super) fn whole(source: &Source) -> Project {
    everything(source).value
}

/// The same, with all that is wrong in it.
pub(super) fn everything(source: &Source) -> Checked<Project> {
    let everyone = Audience::up_to(Visibility::Restricted);
    pipeline::project(source, pipeline::settings(source), &everyone)
}

fn open(text: &str) -> diagnostic::Finder<'_> {
    let places = crate::yaml::places(text);
    Box::new(move |sought| {
        let key = sought.part == diagnostic::Part::Key;
        let found = places.locate(sought.record, (sought.version, sought.steps), key)?;
        Some(found.0..found.1)
    })
}

fn find_front_matter(text: &str) -> Option<std::ops::Range<usize>> {
    match crate::record::front_matter(text) {
        crate::record::Front::Matter(yaml, _) => Some(yaml),
        crate::record::Front::None | crate::record::Front::NotClosed => None,
    }
}
