//! What every act on a site begins with: its input read, linked and its findings placed.

use std::path::Path;

use crate::date::Date;
use crate::diagnostic::{self, Checked, Counts, Finding, Located, Severity};
use crate::messages::Arg;
use crate::model::{Audience, Project, Visibility};
use crate::output::Refusal;
use crate::source::Source;
use crate::{config, pipeline};

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
    pub(super) findings: Vec<Located>,
    pub(super) counts: Counts,
    /// How many records there are, seen by this audience or not.
    pub(super) records: usize,
}

/// Reads a site; what keeps it from being read has been said when none comes back.
pub(super) fn read(
    options: &Options,
    console: Console,
    watch: &mut Watch,
) -> Result<(Input, Console), Console> {
    if !options.root.join("content").is_dir() {
        let place = options.root.display().to_string();
        console.fail("usage-no-site", &[("place", Arg::Text(&place))]);
        return Err(console);
    }
    let source = match watch.time("read", || source(&options.root)) {
        Ok(source) => source,
        Err(refusal) => {
            console.refused(&refusal);
            return Err(console);
        }
    };
    let settings = pipeline::settings(&source);
    let language = settings.value.site.language;
    let console = console.speak(language);
    let Some(audience) = audience(options.audience.as_deref(), &settings.value.site.audiences)
    else {
        let name = options.audience.as_deref().unwrap_or_default();
        console.fail("usage-unknown-audience", &[("audience", Arg::Text(name))]);
        return Err(console);
    };
    let site = &settings.value.site;
    let own = site.as_of.unwrap_or_else(|| clock::today(&site.time_zone));
    let as_of = options.as_of.unwrap_or(own);
    let Checked {
        value: mut project,
        findings,
    } = watch.time("link", || {
        pipeline::project(&source, settings, &audience, (as_of, own))
    });
    if let Some(theme) = &options.theme {
        project.site.theme.clone_from(theme);
    }
    let records = project.records;
    let (findings, counts) = watch.time("findings", || {
        place(findings, &source, options.deny_warnings)
    });
    let input = Input {
        source,
        project,
        audience,
        as_of,
        findings,
        counts,
        records,
    };
    Ok((input, console))
}

fn source(root: &Path) -> Result<Source, Refusal> {
    let settings = ["site.yaml", "site.yml"]
        .iter()
        .find_map(|name| disk::small_file(&root.join("content").join(name)));
    disk::read_source(
        root,
        settings.map_or(config::FILE_BYTES, |bytes| config::file_bytes(&bytes)),
    )
}

/// The audience of this name; without a name, those who may see what is public and internal.
fn audience(name: Option<&str>, all: &[Audience]) -> Option<Audience> {
    match name {
        Some(name) => all.iter().find(|audience| audience.name == name).cloned(),
        None => {
            let sees = vec![Visibility::Public, Visibility::Internal];
            Some(Audience {
                name: String::new(),
                sees,
            })
        }
    }
}

/// Findings in the order of their places, and how many there are; denied warnings count as errors.
fn place(findings: Vec<Finding>, source: &Source, deny_warnings: bool) -> (Vec<Located>, Counts) {
    let lookup = diagnostic::Lookup {
        field: find_field,
        front_matter: find_front_matter,
    };
    let mut findings = diagnostic::sort(findings, source, &lookup);
    if deny_warnings {
        let warnings = findings
            .iter_mut()
            .filter(|located| located.finding.severity == Severity::Warning);
        warnings.for_each(|located| located.finding.severity = Severity::Error);
    }
    let counts = diagnostic::count(findings.iter().map(|located| &located.finding));
    (findings, counts)
}

fn find_field(text: &str, sought: &diagnostic::Sought<'_>) -> Option<std::ops::Range<usize>> {
    let key = sought.part == diagnostic::Part::Key;
    let found = crate::yaml::locate(text, sought.record, (sought.version, sought.steps), key)?;
    Some(found.0..found.1)
}

fn find_front_matter(text: &str) -> Option<std::ops::Range<usize>> {
    match crate::record::front_matter(text) {
        crate::record::Front::Matter(yaml, _) => Some(yaml),
        crate::record::Front::None | crate::record::Front::NotClosed => None,
    }
}
