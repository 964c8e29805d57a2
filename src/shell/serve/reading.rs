//! The site as it is on disk, kept in memory: read whole once, then file by file as they change.

use std::path::Path;
use std::sync::Arc;

use crate::date::Date;
use crate::diagnostic::{self, Checked, Counts, Finding, Located, Severity};
use crate::messages::Arg;
use crate::model::{Audience, Language, Project};
use crate::output::Refusal;
use crate::pipeline::{Known, Rest};
use crate::render::Presses;
use crate::site::Drafts;
use crate::source::{Asset, File, Source};
use crate::theme::{self, Theme};
use crate::{config, pipeline};

use super::super::Ending;
use super::super::cli::Options;
use super::super::clock;
use super::super::console::Console;
use super::super::watch::Changed;
use super::super::{disk, input};

/// What the preview shows is chosen in its bar, at first on the command line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Chosen {
    /// None: the site's own date, else today.
    pub(super) as_of: Option<Date>,
    /// None: those who see what is public and internal.
    pub(super) audience: Option<String>,
}

/// The sources, and what is made of them.
pub(super) struct Reading {
    options: Options,
    pub(super) source: Arc<Source>,
    pub(super) chosen: Chosen,
    theme: Option<Made>,
    known: Known,
}

/// A theme, and what it was made of.
struct Made {
    of: (Vec<File>, String, Vec<Language>),
    theme: Arc<Theme>,
    press: Arc<Presses>,
    findings: Vec<Finding>,
}

/// A site of which every page can be made, unless a look at it tells otherwise.
pub(super) struct Good {
    pub(super) project: Project,
    pub(super) theme: Arc<Theme>,
    pub(super) press: Arc<Presses>,
    pub(super) drafts: Drafts,
    pub(super) assets: Vec<Asset>,
    pub(super) as_of: Date,
    pub(super) since: Option<Date>,
    open: Open,
}

/// What has been found, and what is still to be looked at.
struct Open {
    rest: Rest,
    findings: Vec<Finding>,
    audience: Audience,
    days: (Date, Date),
}

/// What is said of a site that was read.
#[derive(Default)]
pub(super) struct Said {
    pub(super) findings: Vec<Located>,
    pub(super) counts: Counts,
    pub(super) records: usize,
    /// What keeps it from being shown and is no finding: a message and its values.
    pub(super) trouble: Option<Trouble>,
    pub(super) audiences: Vec<String>,
    /// The date that is shown, as far as it could be told.
    pub(super) as_of: Option<Date>,
}

/// A fault that no file has.
pub(super) enum Trouble {
    Usage(&'static str, Vec<(&'static str, String)>),
    World(Refusal),
}

/// A reading, and the site when it is good.
pub(super) struct Attempt {
    pub(super) said: Said,
    pub(super) language: Language,
    pub(super) good: Option<Good>,
}

impl Reading {
    /// Reads a site; what keeps it from being read at all has been said when none comes back.
    pub(super) fn open(
        options: Options,
        console: Console,
    ) -> Result<(Reading, Console, Attempt), Ending> {
        let source = match input::source(&options.root) {
            Ok(source) => source,
            Err(refusal) => {
                console.refused(&refusal);
                return Err(Ending::Refused);
            }
        };
        let chosen = Chosen {
            as_of: options.as_of,
            audience: options.audience.clone(),
        };
        let mut reading = Reading {
            options,
            source: Arc::new(source),
            chosen,
            theme: None,
            known: Known::nothing(),
        };
        let attempt = reading.attempt();
        let console = console.speak(attempt.language);
        if let Some(Trouble::Usage(id, values)) = &attempt.said.trouble {
            let values: Vec<_> = values.iter().map(|(k, v)| (*k, Arg::Text(v))).collect();
            console.fail(id, &values);
            return Err(Ending::Refused);
        }
        Ok((reading, console, attempt))
    }

    /// The site's folder.
    pub(super) fn root(&self) -> &Path {
        &self.options.root
    }

    /// How many files and texts were known from before, each of how many.
    pub(super) fn known(&self) -> [usize; 4] {
        let Known { files, records } = &self.known;
        let (hits, bodies) = records.bodies();
        [files.hits, self.source.files.len(), hits, bodies]
    }

    /// Reads again what changed; none when nothing did.
    pub(super) fn renew(&mut self, changed: &Changed) -> Option<Attempt> {
        let root = &self.options.root;
        let is_new = match changed {
            Changed::Paths(paths) if paths.len() <= MANY => disk::renew(
                Arc::make_mut(&mut self.source),
                root,
                input::limit(root),
                paths,
            ),
            Changed::Paths(_) | Changed::Anything => input::source(root).map(|source| {
                let is_new = *self.source != source;
                self.source = Arc::new(source);
                is_new
            }),
        };
        match is_new {
            Ok(true) => Some(self.attempt()),
            Ok(false) => None,
            Err(refusal) => {
                let mut attempt = self.attempt();
                attempt.good = None;
                attempt.said.trouble = Some(Trouble::World(refusal));
                Some(attempt)
            }
        }
    }

    /// What the sources come to for those who were chosen.
    pub(super) fn attempt(&mut self) -> Attempt {
        let settings = pipeline::settings(&self.source);
        let site = &settings.value.site;
        let own = site.as_of.unwrap_or_else(|| clock::today(&site.time_zone));
        let as_of = self.chosen.as_of.unwrap_or(own);
        let audience = input::audience(self.chosen.audience.as_deref(), &site.audiences);
        let said = Said {
            audiences: site.audiences.iter().map(|one| one.name.clone()).collect(),
            as_of: Some(as_of),
            trouble: self.trouble(audience.as_ref(), as_of),
            ..Said::default()
        };
        let language = site.language;
        let mut attempt = Attempt {
            said,
            language,
            good: None,
        };
        if let (Some(audience), None) = (audience, &attempt.said.trouble) {
            self.make(settings, (audience, (as_of, own)), &mut attempt);
        }
        attempt
    }

    /// What was asked for and is not there.
    fn trouble(&self, audience: Option<&Audience>, as_of: Date) -> Option<Trouble> {
        let usage = |id, key, value: &str| Some(Trouble::Usage(id, vec![(key, value.to_owned())]));
        if audience.is_none() {
            let name = self.chosen.audience.as_deref().unwrap_or_default();
            return usage("usage-unknown-audience", "audience", name);
        }
        let theme = self.options.theme.as_deref();
        if let Some(name) = theme.filter(|name| !config::themes(&self.source).contains(name)) {
            let all = config::themes(&self.source).join(" | ");
            let values = vec![("theme", name.to_owned()), ("themes", all)];
            return Some(Trouble::Usage("usage-unknown-theme", values));
        }
        let since = self.options.since.filter(|since| *since >= as_of)?;
        let values = vec![("since", since.to_string()), ("as_of", as_of.to_string())];
        Some(Trouble::Usage("since-not-before", values))
    }

    fn make(
        &mut self,
        settings: Checked<config::Config>,
        (audience, days): (Audience, (Date, Date)),
        attempt: &mut Attempt,
    ) {
        let known = &mut self.known;
        let (linked, rest) = pipeline::project_again(&self.source, settings, &audience, known);
        let Checked {
            value: mut project,
            mut findings,
        } = linked;
        if let Some(theme) = &self.options.theme {
            project.site.theme.clone_from(theme);
        }
        let (theme, press) = self.theme(&project, &mut findings);
        attempt.said.records = project.records;
        let is_good = !findings.iter().any(|finding| self.is_error(finding));
        let drafts = match is_good {
            true => pipeline::drafts(&project, &self.source, &audience, &theme),
            false => Drafts::default(),
        };
        let good = Good {
            project,
            theme,
            press,
            drafts,
            assets: self.source.assets.clone(),
            as_of: days.0,
            since: self.options.since,
            open: Open {
                rest,
                findings,
                audience,
                days,
            },
        };
        match is_good {
            true => attempt.good = Some(good),
            false => (attempt.said.findings, attempt.said.counts) = self.look().whole(&good),
        }
    }

    fn is_error(&self, finding: &Finding) -> bool {
        match finding.severity {
            Severity::Error => true,
            Severity::Warning => self.options.deny_warnings,
            Severity::Note => false,
        }
    }

    /// What looks a site through.
    pub(super) fn look(&self) -> Look {
        Look {
            source: Arc::clone(&self.source),
            deny_warnings: self.options.deny_warnings,
        }
    }

    /// The theme with its templates; made anew only when a file of it is another.
    fn theme(
        &mut self,
        project: &Project,
        findings: &mut Vec<Finding>,
    ) -> (Arc<Theme>, Arc<Presses>) {
        let site = &project.site;
        let is_it = |made: &Made| {
            let (files, name, languages) = &made.of;
            *files == self.source.themes && *name == site.theme && *languages == site.languages
        };
        let made = self.theme.take().filter(is_it).unwrap_or_else(|| {
            let mut theme = theme::of_site(&self.source, site);
            let press = pipeline::presses(&theme.value).into(&mut theme.findings);
            Made {
                of: (
                    self.source.themes.clone(),
                    site.theme.clone(),
                    site.languages.clone(),
                ),
                press: Arc::new(press),
                theme: Arc::new(theme.value),
                findings: theme.findings,
            }
        });
        findings.extend(made.findings.iter().cloned());
        let both = (Arc::clone(&made.theme), Arc::clone(&made.press));
        self.theme = Some(made);
        both
    }
}

/// A look at a site, beside which others may use what was read.
pub(super) struct Look {
    source: Arc<Source>,
    deny_warnings: bool,
}

/// Findings in the order of their places, and how many there are.
pub(super) type Found = (Vec<Located>, Counts);

impl Look {
    /// Whether nothing that is still to be found keeps a site from being shown: errors have been found by then.
    pub(super) fn can_wait(&self) -> bool {
        !self.deny_warnings
    }

    /// What was found until the site stood.
    pub(super) fn first(&self, good: &Good) -> Found {
        self.placed(good.open.findings.clone())
    }

    /// All that is wrong with a site.
    pub(super) fn whole(&self, good: &Good) -> Found {
        let open = &good.open;
        let mut findings = open.findings.clone();
        let readers = (&*self.source, &open.audience);
        pipeline::rest(&good.project, readers, &open.rest, &mut findings);
        pipeline::days(&good.project, &self.source, open.days, &mut findings);
        self.placed(findings)
    }

    fn placed(&self, findings: Vec<Finding>) -> Found {
        let (located, _) = input::place(findings, &self.source, self.deny_warnings);
        let counts = diagnostic::count(located.iter().map(|located| &located.finding));
        (located, counts)
    }
}

/// With more paths than these a walk over everything is quicker.
const MANY: usize = 64;
