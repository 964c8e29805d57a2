//! Pages and a theme become bytes, one file per kind of output.

mod data;
mod feed;
mod held;
mod html;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use crate::derive::Report;
use crate::diagnostic::{Checked, Finding};
use crate::output::{Refusal, Sink};
use crate::parallel;
use crate::site::{
    Drafts, Index, Page, Words, asset_route, compose, lists, news, pages, site_view,
};
use crate::source::Asset;
use crate::theme::Theme;

pub(crate) use held::{Held, Sheet, hold};
pub(crate) use html::Press;

/// What was made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) pages: usize,
    pub(crate) assets: usize,
    pub(crate) data: usize,
}

/// How many pages share a buffer.
const BATCH: usize = 32;

/// Renders every page, list and asset of a site into a sink.
pub(crate) fn site(
    report: &Report<'_>,
    theme: &Theme,
    (assets, drafts): (&[Asset], Drafts),
    sink: &dyn Sink,
) -> Result<Checked<Counts>, Refusal> {
    let words = Words::new(report.project.site.language, &theme.catalogue);
    let index = Index {
        drafts,
        ..Index::new(report)
    };
    let press = Press::new(theme);
    let mut findings = press.findings;
    if !findings.is_empty() {
        let value = Counts::default();
        return Ok(Checked { value, findings });
    }
    let press = press.value.of(&site_view(report, &words));
    let room = Room {
        report,
        index: &index,
        words: &words,
        press: &press,
        sink,
    };
    let all = pages(report, &index, &words);
    let printed = room.print(&all)?;
    findings.extend(printed.findings);
    let data = room.lists()? + room.for_machines(&all)?;
    let assets = put_assets(theme, assets, &printed.assets, sink)?;
    let value = Counts {
        pages: printed.pages,
        assets,
        data,
    };
    Ok(Checked { value, findings })
}

/// Some pages by themselves, without a menu, into a sink; tells the assets of the content that they refer to.
pub(crate) fn alone(
    report: &Report<'_>,
    theme: &Theme,
    pages: &[Page],
    sink: &dyn Sink,
) -> Result<Checked<BTreeSet<String>>, Refusal> {
    let words = Words::new(report.project.site.language, &theme.catalogue);
    let index = Index::new(report);
    let mut shared = site_view(report, &words);
    shared.menu.clear();
    shared.more.clear();
    let press = Press::new(theme);
    let mut findings = press.findings;
    if !findings.is_empty() {
        let value = BTreeSet::new();
        return Ok(Checked { value, findings });
    }
    let press = press.value.of(&shared);
    let room = Room {
        report,
        index: &index,
        words: &words,
        press: &press,
        sink,
    };
    let printed = room.print(pages)?;
    findings.extend(printed.findings);
    let value = printed.assets;
    Ok(Checked { value, findings })
}

/// All that stands ready while pages are printed.
struct Room<'r> {
    report: &'r Report<'r>,
    index: &'r Index,
    words: &'r Words<'r>,
    press: &'r Press,
    sink: &'r dyn Sink,
}

#[derive(Default)]
struct Printed {
    pages: usize,
    findings: Vec<Finding>,
    assets: BTreeSet<String>,
}

impl Room<'_> {
    /// Pages in batches, each with one buffer; a template's fault is told once.
    fn print(&self, pages: &[Page]) -> Result<Printed, Refusal> {
        let batches: Vec<&[Page]> = pages.chunks(BATCH).collect();
        let mut all = Printed::default();
        for printed in parallel::map(&batches, |_, batch| self.print_batch(batch)) {
            let printed = printed?;
            all.pages += printed.pages;
            all.assets.extend(printed.assets);
            let new = printed
                .findings
                .into_iter()
                .filter(|f| !all.findings.contains(f));
            let new: Vec<Finding> = new.collect();
            all.findings.extend(new);
        }
        Ok(all)
    }

    fn print_batch(&self, pages: &[Page]) -> Result<Printed, Refusal> {
        let mut printed = Printed::default();
        let mut buffer = Vec::with_capacity(32 * 1024);
        for page in pages {
            let Some(composed) = compose(self.report, self.index, self.words, *page) else {
                continue;
            };
            match self.press.page(&composed, &mut buffer) {
                Ok(()) => {
                    self.sink.put(&composed.page.route, &buffer)?;
                    printed.pages += 1;
                    printed.assets.extend(composed.assets);
                }
                Err(finding) if printed.findings.contains(&finding) => {}
                Err(finding) => printed.findings.push(*finding),
            }
        }
        Ok(printed)
    }

    fn lists(&self) -> Result<usize, Refusal> {
        let lists = lists(self.report, self.index, self.words);
        for list in &lists {
            self.sink
                .put(&format!("data/{}.csv", list.name), &data::csv(list))?;
            self.sink
                .put(&format!("data/{}.json", list.name), &data::json(list))?;
        }
        let facts = crate::derive::facts(self.report);
        self.sink.put("data/facts.json", &data::json(&facts))?;
        Ok(lists.len() * 2 + 1)
    }

    fn for_machines(&self, pages: &[Page]) -> Result<usize, Refusal> {
        let files = for_machines((self.report, self.index), self.words, pages);
        for (name, bytes) in &files {
            self.sink.put(name, bytes)?;
        }
        Ok(files.len())
    }
}

/// Feed and site map: full addresses, so only where the site knows its own.
fn for_machines(
    (report, index): (&Report<'_>, &Index),
    words: &Words<'_>,
    pages: &[Page],
) -> Vec<(&'static str, Vec<u8>)> {
    let Some(base) = &report.project.site.base_url else {
        return Vec::new();
    };
    let title = words.text(&report.project.site.title);
    let news = news(report, index, words);
    let worth = pages.iter().filter(|page| **page != Page::NotFound);
    let routes: Vec<String> = worth
        .map(|page| crate::site::route(report.project, *page))
        .collect();
    vec![
        ("feed.xml", feed::atom(&title, base, &news)),
        ("sitemap.xml", feed::sitemap(base, &routes)),
        ("robots.txt", feed::robots(base)),
    ]
}

/// The theme's files, and those of the content that some page of this audience refers to.
fn put_assets(
    theme: &Theme,
    assets: &[Asset],
    used: &BTreeSet<String>,
    sink: &dyn Sink,
) -> Result<usize, Refusal> {
    for (name, part) in &theme.assets {
        sink.put(&format!("theme/{name}"), &part.bytes)?;
    }
    let wanted = assets.iter().filter(|asset| used.contains(&asset.path));
    let mut copied = 0;
    for asset in wanted {
        sink.copy(&asset_route(&asset.path), asset)?;
        copied += 1;
    }
    Ok(theme.assets.len() + copied)
}
