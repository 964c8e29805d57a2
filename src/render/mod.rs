//! Pages and a theme become bytes, one file per kind of output.

mod data;
mod feed;
mod held;
mod html;
mod outline;
#[cfg(any(test, feature = "bench"))]
pub(crate) mod passes;
mod pictures;
mod rows;
mod search;
mod tags;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::derive::{Report, facts};
use crate::diagnostic::{Checked, Finding};
use crate::output::{Refusal, Sink};
use crate::parallel;
use crate::site::view::SiteView;
use crate::site::view::live::Rows;
use crate::site::{
    Drafts, Index, Page, Published, Tree, Use, Words, base_url, choices, compare_editions, compose,
    entries, lists, news, pages, published, site_view, trees,
};
use crate::source::Asset;
use crate::theme::Theme;

pub(crate) use held::{Held, Sheet, hold};
pub(crate) use html::Presses;

use html::{Paper, Press};

/// What was made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) pages: usize,
    pub(crate) assets: usize,
    pub(crate) data: usize,
}

/// How many pages share one paper.
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
    let own = Arc::new(Words::new(report.project.site.language, &theme.catalogue));
    let presses = Presses::new(theme);
    let mut value = Counts::default();
    let mut all = Printed {
        findings: presses.findings,
        ..Printed::default()
    };
    if !all.findings.is_empty() {
        let findings = all.findings;
        return Ok(Checked { value, findings });
    }
    for tree in trees(&report.project.site) {
        let words = Words::new(tree.language, theme.words(tree.language)).beside(&own);
        let (printed, data) = self::tree((report, &index, &words), (theme, &presses.value), sink)?;
        value.pages += printed.pages;
        value.data += data;
        value.assets += put_theme(theme, tree, sink)?;
        all.add(printed);
    }
    let files = published(assets, &all.assets);
    all.findings.extend(put_assets(&files, sink)?);
    value.assets += files.len();
    let findings = all.findings;
    Ok(Checked { value, findings })
}

/// The pages and lists of one language, with the number of lists.
fn tree(
    (report, index, words): (&Report<'_>, &Index, &Words<'_>),
    (theme, presses): (&Theme, &Presses),
    sink: &dyn Sink,
) -> Result<(Printed, usize), Refusal> {
    let mut all = listed((report, index, words), theme);
    let shared = shared((report, words), theme);
    let searched = shared.search;
    let press = presses.of(words.language, shared);
    let mut room = Room {
        report,
        index,
        words,
        tree: Tree::of(&report.project.site, words.language),
        rows: rows::Printed::new(&press),
        press: &press,
        alone: false,
        sink,
        searched,
    };
    compare_editions(report, index, words);
    let mut printed = room.print(&all)?;
    // What is done with is let go before the next is made.
    room.rows = None;
    let mut data = 0;
    if searched {
        let batches = std::mem::take(&mut printed.batches);
        data += search::put(batches, &choices(report, words), words, &room.inside())?;
    }
    all.retain(|page| !matches!(page, Page::NotFound | Page::Search));
    data += room.lists()? + room.for_machines(&all)?;
    Ok((printed, data))
}

/// Every page of a language, in the order in which they are listed.
fn listed((report, index, words): (&Report<'_>, &Index, &Words<'_>), theme: &Theme) -> Vec<Page> {
    let mut all = pages(report, index, words);
    all.extend(has_search(theme).then_some(Page::Search));
    all
}

/// What all pages of a language share.
fn shared((report, words): (&Report<'_>, &Words<'_>), theme: &Theme) -> SiteView {
    SiteView {
        search: has_search(theme),
        ..site_view(report, words)
    }
}

fn has_search(theme: &Theme) -> bool {
    theme.assets.contains_key(search::SCRIPT)
}

/// What the pages use of the content.
pub(crate) type Assets = BTreeSet<(String, Use)>;

/// Some pages by themselves, without a menu, into a sink; tells the assets of the content that they refer to.
pub(crate) fn alone(
    report: &Report<'_>,
    theme: &Theme,
    pages: &[Page],
    sink: &dyn Sink,
) -> Result<Checked<Assets>, Refusal> {
    let words = Words::new(report.project.site.language, &theme.catalogue);
    let index = Index::new(report);
    let mut shared = site_view(report, &words);
    shared.menu.clear();
    shared.menu_groups.clear();
    shared.more.clear();
    shared.languages.clear();
    let presses = Presses::new(theme);
    let mut findings = presses.findings;
    if !findings.is_empty() {
        let value = Assets::new();
        return Ok(Checked { value, findings });
    }
    let room = Room {
        report,
        index: &index,
        words: &words,
        tree: Tree::of(&report.project.site, words.language),
        press: &presses.value.of(words.language, shared),
        rows: None,
        alone: true,
        sink,
        searched: false,
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
    tree: Tree,
    press: &'r Press,
    rows: Option<rows::Printed<'r>>,
    /// The pages stand without a menu, and without others beside them.
    alone: bool,
    sink: &'r dyn Sink,
    /// Texts are kept for the search while pages are printed.
    searched: bool,
}

#[derive(Default)]
struct Printed {
    pages: usize,
    findings: Vec<Finding>,
    assets: Assets,
    /// For the search, in the order of pages.
    batches: Vec<search::Batch>,
}

impl Printed {
    /// A template's fault is told once, on however many pages it is met.
    fn add(&mut self, more: Printed) {
        self.pages += more.pages;
        self.assets.extend(more.assets);
        self.batches.extend(more.batches);
        for finding in more.findings {
            if !self.findings.contains(&finding) {
                self.findings.push(finding);
            }
        }
    }
}

impl<'r> Room<'r> {
    /// Pages in batches, each with one paper.
    fn print(&self, pages: &[Page]) -> Result<Printed, Refusal> {
        let batches: Vec<&[Page]> = pages.chunks(BATCH).collect();
        let mut all = Printed::default();
        for printed in parallel::map(&batches, |number, batch| self.print_batch(number, batch)) {
            all.add(printed?);
        }
        Ok(all)
    }

    /// The folder of the tree.
    fn inside(&self) -> Inside<'r> {
        Inside {
            folder: self.tree.folder,
            sink: self.sink,
        }
    }

    fn put(&self, route: &str, bytes: &[u8]) -> Result<(), Refusal> {
        self.inside().put(route, bytes)
    }

    fn print_batch(&self, number: usize, pages: &[Page]) -> Result<Printed, Refusal> {
        let mut printed = Printed::default();
        let inside = self.inside();
        let mut reading = search::Reading::new(number, &inside);
        let mut paper = Paper::default();
        let rows = self.rows.as_ref().map(|rows| rows as &dyn Rows);
        for page in pages {
            let composed = compose(self.report, self.index, self.words, (*page, rows));
            let Some(mut composed) = composed else {
                continue;
            };
            if self.alone {
                composed.page.languages.clear();
            }
            match self.press.page(&composed, &mut paper) {
                Ok(()) => {
                    self.put(&composed.page.route, paper.html.as_bytes())?;
                    if self.searched {
                        let named = (composed.page.title.as_str(), composed.page.route.as_str());
                        let entries = entries(self.report, *page);
                        reading.page(named, &paper.html, entries)?;
                    }
                    printed.pages += 1;
                    printed.assets.extend(composed.assets);
                }
                Err(finding) if printed.findings.contains(&finding) => {}
                Err(finding) => printed.findings.push(*finding),
            }
        }
        if self.searched {
            printed.batches.push(reading.finish()?);
        }
        Ok(printed)
    }

    fn lists(&self) -> Result<usize, Refusal> {
        let mut files = 1;
        for list in lists(self.report, self.index, self.words) {
            self.put(&format!("data/{}.csv", list.name), &data::csv(&list))?;
            self.put(&format!("data/{}.json", list.name), &data::json(&list))?;
            files += 2;
        }
        let facts = facts(self.report, self.words.language);
        self.put("data/facts.json", &data::json(&facts))?;
        Ok(files)
    }

    fn for_machines(&self, pages: &[Page]) -> Result<usize, Refusal> {
        let files = for_machines((self.report, self.index), self.words, pages);
        for (name, bytes) in &files {
            self.put(name, bytes)?;
        }
        Ok(files.len())
    }
}

/// A folder of a sink: that of one tree.
struct Inside<'s> {
    folder: &'static str,
    sink: &'s dyn Sink,
}

impl Sink for Inside<'_> {
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Refusal> {
        self.sink.put(&format!("{}{path}", self.folder), bytes)
    }

    fn copy(&self, path: &str, asset: &Asset) -> Result<(), Refusal> {
        self.sink.copy(&format!("{}{path}", self.folder), asset)
    }

    fn keep(&self, path: &str) -> Result<bool, Refusal> {
        self.sink.keep(&format!("{}{path}", self.folder))
    }

    fn read(&self, asset: &Asset) -> Result<Vec<u8>, Refusal> {
        self.sink.read(asset)
    }
}

/// Feed and site map: full addresses, so only where the site knows its own. One note for robots names all maps.
fn for_machines(
    (report, index): (&Report<'_>, &Index),
    words: &Words<'_>,
    pages: &[Page],
) -> Vec<(String, Vec<u8>)> {
    let site = &report.project.site;
    let tree = Tree::of(site, words.language);
    let Some(base) = base_url(site, tree) else {
        return Vec::new();
    };
    let mut bases = Vec::new();
    if site.languages.len() > 1 {
        let all = site.languages.iter().map(|one| Tree::of(site, *one));
        bases.extend(all.filter_map(|tree| Some((tree.language.tag(), base_url(site, tree)?))));
    }
    let address = feed::Address {
        base: &base,
        language: words.language.tag(),
        all: &bases,
    };
    let title = words.text(&site.title);
    let news = news(report, index, words);
    let routes = pages
        .iter()
        .map(|page| crate::site::route(report.project, *page));
    let routes: Vec<String> = routes.collect();
    let mut files = feed::site_maps(&address, &routes);
    files.push(("feed.xml".to_owned(), feed::atom(&title, &address, &news)));
    if tree.folder.is_empty() {
        files.push(("robots.txt".to_owned(), feed::robots(&address)));
    }
    files
}

/// The theme's files, where the templates of a tree look for them.
fn put_theme(theme: &Theme, tree: Tree, sink: &dyn Sink) -> Result<usize, Refusal> {
    for (name, part) in &theme.assets {
        sink.put(&format!("{}theme/{name}", tree.folder), &part.bytes)?;
    }
    Ok(theme.assets.len())
}

/// What stands, once for all trees, for those files of the content that some page of this audience refers to.
pub(crate) fn put_assets(
    files: &[Published<'_>],
    sink: &dyn Sink,
) -> Result<Vec<Finding>, Refusal> {
    for file in files.iter().filter(|file| file.width.is_none()) {
        sink.copy(&file.route, file.asset)?;
    }
    pictures::put(files, sink)
}
