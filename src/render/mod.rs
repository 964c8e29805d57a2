//! Pages and a theme become bytes, one file per kind of output.

mod data;
mod feed;
mod html;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use crate::derive::{Report, facts};
use crate::diagnostic::{Checked, Finding};
use crate::output::{Refusal, Sink};
use crate::parallel;
use crate::site::{
    Drafts, Index, Page, Tree, Words, asset_route, base_url, compose, lists, news, pages,
    site_view, trees,
};
use crate::source::Asset;
use crate::theme::Theme;

use html::Press;

/// What was made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) pages: usize,
    pub(crate) assets: usize,
    pub(crate) data: usize,
}

/// How many pages share a buffer.
const BATCH: usize = 32;

/// Renders every page, list and asset of a site into a sink: one tree for each language.
pub(crate) fn site(
    report: &Report<'_>,
    theme: &Theme,
    (assets, drafts): (&[Asset], Drafts),
    sink: &dyn Sink,
) -> Result<Checked<Counts>, Refusal> {
    let index = Index {
        drafts,
        ..Index::new(report)
    };
    let own = Words::new(report.project.site.language, &theme.catalogue);
    let mut counts = Counts::default();
    let mut all = Printed::default();
    let trees = trees(&report.project.site);
    for tree in &trees {
        let words = Words::new(tree.language, theme.words(tree.language)).beside(&own);
        let (printed, data) = self::tree((report, &index, &words), theme, sink)?;
        counts.pages += printed.pages;
        counts.data += data;
        all.add(printed);
    }
    if all.pages > 0 {
        counts.assets = put_assets(theme, (assets, &all.assets), &trees, sink)?;
    }
    Ok(Checked {
        value: counts,
        findings: all.findings,
    })
}

/// The pages and lists of one language, with the number of lists; nothing where no template can be read.
fn tree(
    (report, index, words): (&Report<'_>, &Index, &Words<'_>),
    theme: &Theme,
    sink: &dyn Sink,
) -> Result<(Printed, usize), Refusal> {
    let shared = site_view(report, words);
    let Checked { value, findings } = Press::new(theme, theme.words(words.language), &shared);
    if !findings.is_empty() {
        let printed = Printed {
            findings,
            ..Printed::default()
        };
        return Ok((printed, 0));
    }
    let room = Room {
        report,
        index,
        words,
        tree: Tree::of(&report.project.site, words.language),
        press: &value,
        alone: false,
        sink,
    };
    let all = pages(report, index, words);
    let printed = room.print(&all)?;
    let data = room.lists()? + room.for_machines(&all)?;
    Ok((printed, data))
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
    shared.languages.clear();
    let press = Press::new(theme, &theme.catalogue, &shared);
    let room = Room {
        report,
        index: &index,
        words: &words,
        tree: Tree::of(&report.project.site, words.language),
        press: &press.value,
        alone: true,
        sink,
    };
    let mut findings = press.findings;
    if !findings.is_empty() {
        let value = BTreeSet::new();
        return Ok(Checked { value, findings });
    }
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
    tree: Tree,
    press: &'r Press,
    /// The pages stand without a menu, and without others beside them.
    alone: bool,
    sink: &'r dyn Sink,
}

#[derive(Default)]
struct Printed {
    pages: usize,
    findings: Vec<Finding>,
    assets: BTreeSet<String>,
}

impl Printed {
    /// A template's fault is told once, on however many pages it is met.
    fn add(&mut self, more: Printed) {
        self.pages += more.pages;
        self.assets.extend(more.assets);
        for finding in more.findings {
            if !self.findings.contains(&finding) {
                self.findings.push(finding);
            }
        }
    }
}

impl Room<'_> {
    /// Pages in batches, each with one buffer; a template's fault is told once.
    fn print(&self, pages: &[Page]) -> Result<Printed, Refusal> {
        let batches: Vec<&[Page]> = pages.chunks(BATCH).collect();
        let mut all = Printed::default();
        for printed in parallel::map(&batches, |_, batch| self.print_batch(batch)) {
            all.add(printed?);
        }
        Ok(all)
    }

    /// Into the folder of the tree.
    fn put(&self, route: &str, bytes: &[u8]) -> Result<(), Refusal> {
        self.sink
            .put(&format!("{}{route}", self.tree.folder), bytes)
    }

    fn print_batch(&self, pages: &[Page]) -> Result<Printed, Refusal> {
        let mut printed = Printed::default();
        let mut buffer = Vec::with_capacity(32 * 1024);
        for page in pages {
            let Some(mut composed) = compose(self.report, self.index, self.words, *page) else {
                continue;
            };
            if self.alone {
                composed.page.languages.clear();
            }
            match self.press.page(&composed, &mut buffer) {
                Ok(()) => {
                    self.put(&composed.page.route, &buffer)?;
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
            self.put(&format!("data/{}.csv", list.name), &data::csv(list))?;
            self.put(&format!("data/{}.json", list.name), &data::json(list))?;
        }
        let facts = facts(self.report, self.words.language);
        self.put("data/facts.json", &data::json(&facts))?;
        Ok(lists.len() * 2 + 1)
    }

    /// Feed and site map: full addresses, so only where the site knows its own. One note for robots names all maps.
    fn for_machines(&self, pages: &[Page]) -> Result<usize, Refusal> {
        let site = &self.report.project.site;
        let Some(base) = base_url(site, self.tree) else {
            return Ok(0);
        };
        let bases: Vec<(&str, String)> = if site.languages.len() > 1 {
            let all = site.languages.iter().map(|one| Tree::of(site, *one));
            all.filter_map(|tree| Some((tree.language.tag(), base_url(site, tree)?)))
                .collect()
        } else {
            Vec::new()
        };
        let address = feed::Address {
            base: &base,
            language: self.words.language.tag(),
            all: &bases,
        };
        let title = self.words.text(&site.title);
        let news = news(self.report, self.index, self.words);
        let worth = pages.iter().filter(|page| **page != Page::NotFound);
        let routes: Vec<String> = worth
            .map(|page| crate::site::route(self.report.project, *page))
            .collect();
        self.put("feed.xml", &feed::atom(&title, &address, &news))?;
        self.put("sitemap.xml", &feed::sitemap(&address, &routes))?;
        if !self.tree.folder.is_empty() {
            return Ok(2);
        }
        self.put("robots.txt", &feed::robots(&address))?;
        Ok(3)
    }
}

/// The theme's files, in each tree where its templates look for them, and once for all trees those of the content that
/// some page of this audience refers to.
fn put_assets(
    theme: &Theme,
    (assets, used): (&[Asset], &BTreeSet<String>),
    trees: &[Tree],
    sink: &dyn Sink,
) -> Result<usize, Refusal> {
    let mut put = 0;
    for tree in trees {
        for (name, part) in &theme.assets {
            sink.put(&format!("{}theme/{name}", tree.folder), &part.bytes)?;
            put += 1;
        }
    }
    for asset in assets.iter().filter(|asset| used.contains(&asset.path)) {
        sink.copy(&asset_route(&asset.path), asset)?;
        put += 1;
    }
    Ok(put)
}
