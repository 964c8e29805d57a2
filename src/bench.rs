//! Each pass by itself, over what was made ready before: for `benches/passes.rs`, and only with the feature `bench`.
//!
//! What a pass gives is held in a type of its own, so that nothing of the inside has to be opened.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::config;
use crate::date::Date;
use crate::derive::Report;
use crate::link;
use crate::model::{Audience, Project, Visibility};
use crate::output::{Refusal, Sink};
use crate::parallel;
use crate::pipeline;
use crate::record;
use crate::render::passes::{self, View};
use crate::shell::measured;
use crate::site::{Index, Words};
use crate::source::{Asset, Source};
use crate::theme::{self, Theme};

/// The input of a site, with its theme.
pub struct Site {
    root: PathBuf,
    source: Source,
    theme: Theme,
    audience: Audience,
    as_of: Date,
}

/// What `parse` gives.
pub struct Records(record::Records);

/// What `link` gives.
pub struct Programme(Project);

/// What `derive` gives.
pub struct Figures<'p>(Report<'p>);

/// What `compose` gives: every page of the site's own language.
pub struct Views<'s> {
    index: Index,
    words: Words<'s>,
    views: Vec<View>,
}

/// What `render` gives: the text of each page.
pub struct Sheets(Vec<String>);

/// Does all that follows on the thread that calls this; called once, before anything else.
pub fn use_this_thread() {
    parallel::use_this_thread();
}

/// Reads a site that says its own day; its errors would make every figure worthless, so there may be none.
pub fn open(root: &Path) -> Result<Site, String> {
    let source = measured::source(root).map_err(|refusal| refusal.to_string())?;
    let settings = pipeline::settings(&source).value;
    let as_of = settings.site.as_of;
    let as_of = as_of.ok_or_else(|| format!("{}: no site with a day", root.display()))?;
    let theme = theme::of_site(&source, &settings.site).value;
    let audience = Audience::up_to(Visibility::Internal);
    let found = pipeline::project(&source, pipeline::settings(&source), &audience).findings;
    if let Some(finding) = found.first() {
        return Err(format!("{}: {}", root.display(), finding.code));
    }
    let root = root.to_owned();
    Ok(Site {
        root,
        source,
        theme,
        audience,
        as_of,
    })
}

/// Reads every record file.
pub fn parse(site: &Site) -> Records {
    let limits = pipeline::settings(&site.source).value.limits;
    let skip = config::is_settings;
    Records(record::read(&site.source, &limits, skip).value)
}

/// Links the records; the settings are a small part of it.
pub fn link(site: &Site, records: Records) -> Programme {
    let settings = pipeline::settings(&site.source).value;
    Programme(link::link(records.0, &site.source, settings, &site.audience).value)
}

/// How many tasks a programme has.
pub fn tasks(programme: &Programme) -> usize {
    programme.0.tasks.keys().count()
}

/// Makes every fact.
pub fn derive<'p>(site: &Site, programme: &'p Programme) -> Figures<'p> {
    Figures(pipeline::report(&programme.0, site.as_of))
}

/// Makes the view of every page, with the tables that all of them look into.
pub fn compose<'s>(site: &'s Site, figures: &Figures<'_>) -> Views<'s> {
    let report = &figures.0;
    let (source, theme) = (&site.source, &site.theme);
    let drafts = pipeline::drafts(report.project, source, &site.audience, theme);
    let index = Index {
        drafts,
        ..Index::new(report)
    };
    let words = Words::new(report.project.site.language, &theme.catalogue);
    let pages = passes::listed((report, &index, &words), theme);
    crate::site::compare_editions(report, &index, &words);
    // Rows that stand in several tables are made into values here for each of them; a build prints them once.
    let views = parallel::map(&pages, |_, page| {
        let composed = crate::site::compose(report, &index, &words, (*page, None))?;
        Some((*page, composed))
    });
    let views = views.into_iter().flatten().collect();
    Views {
        index,
        words,
        views,
    }
}

/// Prints every page, from reading the templates on.
pub fn render(site: &Site, figures: &Figures<'_>, views: &Views<'_>) -> Sheets {
    let desk = (&figures.0, &views.index, &views.words);
    Sheets(passes::print(desk, &site.theme, &views.views))
}

/// Makes the lists for spreadsheets and other programs; tells how many bytes they are.
pub fn lists(figures: &Figures<'_>, views: &Views<'_>) -> usize {
    passes::lists((&figures.0, &views.index, &views.words))
}

/// Reads the printed pages and makes the files of the search, which go nowhere; tells how many bytes they are.
pub fn search(figures: &Figures<'_>, views: &Views<'_>, sheets: &Sheets) -> usize {
    let desk = (&figures.0, &views.index, &views.words);
    let nowhere = Nowhere::default();
    let made = passes::search(desk, (&views.views, &sheets.0), &nowhere);
    made.expect("invariant: nowhere never refuses");
    nowhere.0.into_inner()
}

/// Publishes the printed pages into a folder; tells how many were written.
pub fn write(site: &Site, views: &Views<'_>, sheets: &Sheets, out: &Path) -> Result<usize, String> {
    let pages: Vec<(&View, &String)> = views.views.iter().zip(&sheets.0).collect();
    let put = |sink: &dyn Sink| {
        let put = |_, ((_, composed), html): &(&View, &String)| {
            sink.put(&composed.page.route, html.as_bytes())
        };
        parallel::map(&pages, put).into_iter().collect()
    };
    measured::publish((&site.root, out), put).map_err(|refusal| refusal.to_string())
}

/// A sink that keeps nothing but the number of bytes.
#[derive(Default)]
struct Nowhere(AtomicUsize);

impl Sink for Nowhere {
    fn put(&self, _: &str, bytes: &[u8]) -> Result<(), Refusal> {
        self.0.fetch_add(bytes.len(), Ordering::Relaxed);
        Ok(())
    }

    fn copy(&self, _: &str, _: &Asset) -> Result<(), Refusal> {
        Ok(())
    }

    fn keep(&self, _: &[&str]) -> Result<bool, Refusal> {
        Ok(true)
    }

    fn read(&self, _: &Asset) -> Result<Vec<u8>, Refusal> {
        Ok(Vec::new())
    }
}
