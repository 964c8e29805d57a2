//! The spine: reads as the drawing in ARCHITECTURE.md.
//!
//! `Source ─parse→ Records ─link→ Project ─derive(AsOf)→ Report ─compose→ Pages ─render→ Sink`

use crate::archive::{self, Files, Terms};
use crate::config::{self, Config};
use crate::date::Date;
pub(crate) use crate::derive::Known as KnownFacts;
use crate::derive::{self, Report};
use crate::diagnostic::{Checked, Finding};
use crate::edition;
use crate::frozen::Edition;
use crate::link;
pub(crate) use crate::link::Rest;
use crate::model::{Audience, Project};
use crate::output::{Refusal, Sink};
use crate::record;
use crate::render::{self, Held, Presses};
use crate::site::{Drafts, Page};
use crate::source::{Asset, Source};
use crate::theme::Theme;

/// The settings, needed before anything else is read.
pub(crate) fn settings(source: &Source) -> Checked<Config> {
    config::read(source)
}

/// Records, linked as an audience may see them, with all that is wrong in them.
pub(crate) fn project(
    source: &Source,
    settings: Checked<Config>,
    audience: &Audience,
) -> Checked<Project> {
    let mut findings: Vec<Finding> = record::unreadable(source);
    let config = settings.into(&mut findings);
    let records = record::read(source, &config.limits, config::is_settings).into(&mut findings);
    let value = link::link(records, source, config, audience).into(&mut findings);
    Checked { value, findings }
}

/// What was made of the same files before. It changes how fast a project is there, never what it is.
pub(crate) struct Known {
    pub(crate) files: record::Known,
    pub(crate) records: link::Known,
}

impl Known {
    pub(crate) fn nothing() -> Known {
        Known {
            files: record::Known::default(),
            records: link::Known::keeping(),
        }
    }
}

/// The project of sources of which most were read before, and what is still to be looked at with `rest`.
pub(crate) fn project_again(
    source: &Source,
    settings: Checked<Config>,
    audience: &Audience,
    known: &mut Known,
) -> (Checked<Project>, Rest) {
    let mut findings: Vec<Finding> = record::unreadable(source);
    let config = settings.into(&mut findings);
    let skip = config::is_settings;
    let records = record::read_again(source, &config.limits, skip, &mut known.files);
    let records = records.into(&mut findings);
    let readers = (audience, &mut known.records);
    let (linked, rest) = link::link_again(records, source, config, readers);
    let value = linked.into(&mut findings);
    (Checked { value, findings }, rest)
}

/// What is found when a project stands, beside what was found before.
pub(crate) fn rest(
    project: &Project,
    (source, audience): (&Source, &Audience),
    rest: &Rest,
    findings: &mut Vec<Finding>,
) {
    findings.extend(link::rest(project, (source, audience), rest));
}

/// What only an as-of date and the site's own show, beside what was found before.
pub(crate) fn days(
    project: &Project,
    source: &Source,
    days: (Date, Date),
    findings: &mut Vec<Finding>,
) {
    link::days(project, source, days, findings);
}

/// Every fact at a date.
pub(crate) fn report(project: &Project, as_of: Date) -> Report<'_> {
    derive::report(project, as_of)
}

/// Every fact at a date, beside those of the day that pages are compared with.
pub(crate) fn compared_report(project: &Project, as_of: Date, since: Option<Date>) -> Report<'_> {
    derive::compared_report(project, as_of, since)
}

/// The same, with what is known from before.
pub(crate) fn compared_report_again<'p>(
    project: &'p Project,
    as_of: Date,
    since: Option<Date>,
    known: &mut KnownFacts,
) -> Report<'p> {
    derive::compared_report_again(project, as_of, since, known)
}

/// What drafts of bulletins come to, each as its own readers may see it.
pub(crate) fn drafts(
    project: &Project,
    source: &Source,
    audience: &Audience,
    theme: &Theme,
) -> Drafts {
    edition::drafts(project, source, audience, theme)
}

/// A bulletin as it would be released; none when there is no such bulletin.
pub(crate) fn edition(source: &Source, theme: &Theme, id: &str) -> Option<Edition> {
    edition::edition(source, theme, id)
}

/// Where released editions no longer are what the records of today make of them: all of it, or of each the first few
/// places.
pub(crate) fn differences(source: &Source, theme: &Theme, all: bool) -> Vec<Finding> {
    edition::differences(source, theme, all)
}

/// Every page, list and file of the site, as they are made.
pub(crate) fn site(
    report: &Report<'_>,
    theme: &Theme,
    (source, drafts): (&Source, Drafts),
    sink: &dyn Sink,
) -> Result<Checked<render::Counts>, Refusal> {
    render::site(report, theme, (&source.assets, drafts), sink)
}

/// The same, held: each file is made when it is asked for.
pub(crate) fn held<'r>(
    report: &'r Report<'r>,
    theme: (&'r Theme, &Presses),
    beside: (&'r [Asset], Drafts),
) -> Held<'r> {
    render::hold(report, theme, beside)
}

/// A theme's templates, ready to print with, or what is wrong in them.
pub(crate) fn presses(theme: &Theme) -> Checked<Presses> {
    Presses::new(theme)
}

/// The package of one record for the records office.
pub(crate) fn package(
    report: &Report<'_>,
    theme: &Theme,
    source: &Source,
    wanted: (Page, &Terms<'_>),
) -> Result<Checked<Files>, Refusal> {
    archive::package(report, theme, source, wanted)
}

#[cfg(test)]
mod tests;
