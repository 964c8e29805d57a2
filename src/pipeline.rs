//! The spine: reads as the drawing in ARCHITECTURE.md.
//!
//! `Source ─parse→ Records ─link→ Project ─derive(AsOf)→ Report ─compose→ Pages ─render→ Sink`

use crate::config::{self, Config};
use crate::date::Date;
use crate::derive::{self, Report};
use crate::diagnostic::{Checked, Finding};
use crate::link;
use crate::model::{Audience, Project};
use crate::record;
use crate::source::Source;

/// The settings, needed before anything else is read.
pub(crate) fn settings(source: &Source) -> Checked<Config> {
    config::read(source)
}

/// Records, linked as an audience may see them, with all that is wrong in them; `days` are the as-of date and the
/// site's own.
pub(crate) fn project(
    source: &Source,
    settings: Checked<Config>,
    audience: &Audience,
    days: (Date, Date),
) -> Checked<Project> {
    let mut findings: Vec<Finding> = record::unreadable(source);
    let config = settings.into(&mut findings);
    let records = record::read(source, &config.limits, config::is_settings).into(&mut findings);
    let value = link::link(records, source, config, audience).into(&mut findings);
    link::days(&value, source, days, &mut findings);
    Checked { value, findings }
}

/// Every fact at a date.
pub(crate) fn report(project: &Project, as_of: Date) -> Report<'_> {
    derive::report(project, as_of)
}
