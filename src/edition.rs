//! Editions of bulletins: each is made from what its own readers may see, whoever the site is built for.

use std::collections::BTreeSet;

use crate::config;
use crate::diagnostic::Finding;
use crate::frozen::Edition;
use crate::link;
use crate::model::{Audience, Bulletin, Project, Visibility};
use crate::names::folded;
use crate::record;
use crate::site::{Drafts, Words, editions, figure_name};
use crate::source::Source;
use crate::theme::Theme;

/// The editions that the drafts of a project come to. Records are linked again only for readers who see other
/// things than those of the project.
pub(crate) fn drafts(
    project: &Project,
    source: &Source,
    audience: &Audience,
    theme: &Theme,
) -> Drafts {
    let words = Words::new(project.site.language, &theme.catalogue);
    let mut drafts = Drafts::new();
    for level in levels(project, |bulletin| bulletin.released.is_none()) {
        let readers = Audience::up_to(level);
        let is_wanted =
            |bulletin: &Bulletin| bulletin.released.is_none() && bulletin.head.visibility == level;
        let own = (!is_alike(&readers, audience)).then(|| linked(source, &readers));
        let made = editions(own.as_ref().unwrap_or(project), &words, &is_wanted);
        drafts.extend(made.into_iter().map(|(_, one)| (one.id.clone(), one)));
    }
    drafts
}

/// What every released edition comes to with the records of today, where that is something else.
/// Of each edition all of it is told, or only the first few places.
pub(crate) fn differences(source: &Source, theme: &Theme, all: bool) -> Vec<Finding> {
    let everything = linked(source, &Audience::up_to(Visibility::Restricted));
    let words = Words::new(everything.site.language, &theme.catalogue);
    let name = |key: &str| figure_name(&words, key);
    let telling = link::Telling { all, name: &name };
    let mut findings = Vec::new();
    for level in levels(&everything, |bulletin| bulletin.released.is_some()) {
        let is_wanted =
            |bulletin: &Bulletin| bulletin.released.is_some() && of_level(bulletin) == level;
        let own = linked(source, &Audience::up_to(level));
        for (key, today) in editions(&own, &words, &is_wanted) {
            let bulletin = &own.bulletins.chronicle(key).now;
            findings.extend(link::differs(bulletin, &today, source, &telling));
        }
    }
    findings
}

/// The edition of one bulletin as it would be released.
pub(crate) fn edition(source: &Source, theme: &Theme, id: &str) -> Option<Edition> {
    let everything = linked(source, &Audience::up_to(Visibility::Restricted));
    let is_it = |bulletin: &Bulletin| folded(&bulletin.head.id) == folded(id);
    let level = *levels(&everything, is_it).first()?;
    let words = Words::new(everything.site.language, &theme.catalogue);
    let own = linked(source, &Audience::up_to(level));
    let made = editions(&own, &words, &is_it);
    made.into_iter().next().map(|(_, edition)| edition)
}

/// Every visibility of some bulletins.
fn levels(project: &Project, is_wanted: impl Fn(&Bulletin) -> bool) -> BTreeSet<Visibility> {
    let bulletins = project.bulletins.iter().map(|(_, bulletin)| &bulletin.now);
    let wanted = bulletins.filter(|bulletin| is_wanted(bulletin));
    wanted.map(of_level).collect()
}

/// The level for which it was released, else its own.
fn of_level(bulletin: &Bulletin) -> Visibility {
    let released = bulletin.released.as_ref();
    released
        .and_then(|edition| Visibility::of_word(&edition.record.visibility))
        .unwrap_or(bulletin.head.visibility)
}

fn is_alike(one: &Audience, other: &Audience) -> bool {
    let sees =
        |audience: &Audience| -> BTreeSet<Visibility> { audience.sees.iter().copied().collect() };
    sees(one) == sees(other)
}

/// Records as some readers may see them; what is wrong in them was found before.
fn linked(source: &Source, readers: &Audience) -> Project {
    let config = config::read(source).value;
    let records = record::read(source, &config.limits, config::is_settings).value;
    link::link(records, source, config, readers).value
}
