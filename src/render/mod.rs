//! Pages and a theme become bytes, one file per kind of output.

mod data;
mod feed;
mod held;
mod html;
mod outline;
mod pictures;
mod search;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use crate::derive::Report;
use crate::diagnostic::{Checked, Finding};
use crate::output::{Refusal, Sink};
use crate::parallel;
use crate::site::{
    Drafts, Index, Page, Published, Use, Words, choices, compose, entries, lists, news, pages,
    published, site_view,
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
    let searched = theme.assets.contains_key(search::SCRIPT);
    let mut shared = site_view(report, &words);
    shared.search = searched;
    let press = press.value.of(&shared);
    let room = Room {
        report,
        index: &index,
        words: &words,
        press: &press,
        sink,
        searched,
    };
    let mut all = pages(report, &index, &words);
    if searched {
        all.push(Page::Search);
    }
    let printed = room.print(&all)?;
    findings.extend(printed.findings);
    let mut data = room.lists()? + room.for_machines(&all)?;
    if searched {
        data += search::put(printed.batches, &choices(report, &words), &words, sink)?;
    }
    for (name, part) in &theme.assets {
        sink.put(&format!("theme/{name}"), &part.bytes)?;
    }
    let files = published(assets, &printed.assets);
    findings.extend(put_assets(&files, sink)?);
    let value = Counts {
        pages: printed.pages,
        assets: theme.assets.len() + files.len(),
        data,
    };
    Ok(Checked { value, findings })
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
    let press = Press::new(theme);
    let mut findings = press.findings;
    if !findings.is_empty() {
        let value = Assets::new();
        return Ok(Checked { value, findings });
    }
    let press = press.value.of(&shared);
    let room = Room {
        report,
        index: &index,
        words: &words,
        press: &press,
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
    press: &'r Press,
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

impl Room<'_> {
    /// Pages in batches, each with one buffer; a template's fault is told once.
    fn print(&self, pages: &[Page]) -> Result<Printed, Refusal> {
        let batches: Vec<&[Page]> = pages.chunks(BATCH).collect();
        let mut all = Printed::default();
        for printed in parallel::map(&batches, |number, batch| self.print_batch(number, batch)) {
            let printed = printed?;
            all.pages += printed.pages;
            all.assets.extend(printed.assets);
            all.batches.extend(printed.batches);
            let new = printed
                .findings
                .into_iter()
                .filter(|f| !all.findings.contains(f));
            let new: Vec<Finding> = new.collect();
            all.findings.extend(new);
        }
        Ok(all)
    }

    fn print_batch(&self, number: usize, pages: &[Page]) -> Result<Printed, Refusal> {
        let mut printed = Printed::default();
        let mut reading = search::Reading::new(number, self.sink);
        let mut buffer = Vec::with_capacity(32 * 1024);
        for page in pages {
            let Some(composed) = compose(self.report, self.index, self.words, *page) else {
                continue;
            };
            match self.press.page(&composed, &mut buffer) {
                Ok(()) => {
                    self.sink.put(&composed.page.route, &buffer)?;
                    if self.searched {
                        let named = (composed.page.title.as_str(), composed.page.route.as_str());
                        let entries = entries(self.report, *page);
                        reading.page(named, &buffer, entries)?;
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
    let worth = pages
        .iter()
        .filter(|page| !matches!(page, Page::NotFound | Page::Search));
    let routes: Vec<String> = worth
        .map(|page| crate::site::route(report.project, *page))
        .collect();
    vec![
        ("feed.xml", feed::atom(&title, base, &news)),
        ("sitemap.xml", feed::sitemap(base, &routes)),
        ("robots.txt", feed::robots(base)),
    ]
}

/// What stands for those files of the content that some page of this audience refers to.
pub(crate) fn put_assets(
    files: &[Published<'_>],
    sink: &dyn Sink,
) -> Result<Vec<Finding>, Refusal> {
    for file in files.iter().filter(|file| file.width.is_none()) {
        sink.copy(&file.route, file.asset)?;
    }
    pictures::put(files, sink)
}
