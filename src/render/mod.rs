//! Pages and a theme become bytes, one file per kind of output.

mod again;
mod batch;
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
use crate::site::view::SiteView;
use crate::site::{
    Drafts, Index, Page, Published, Tree, Use, Words, base_url, choices, compare_editions, lists,
    news, pages, published, site_view, trees,
};
use crate::source::Asset;
use crate::theme::Theme;

pub(crate) use held::{Held, Sheet, hold};
pub(crate) use html::Presses;

use batch::Printed;
use html::Press;

/// What was made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) pages: usize,
    pub(crate) assets: usize,
    pub(crate) data: usize,
}

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
    let (mut before, mut note) = (again::Note::read(sink.noted()), again::Note::default());
    for tree in trees(&report.project.site) {
        let words = Words::new(tree.language, theme.words(tree.language)).beside(&own);
        let press = (theme, &presses.value);
        let (printed, data, noted) =
            self::tree((report, &index, &words), press, (&mut before, sink))?;
        note.add(tree.folder, noted);
        value.pages += printed.pages;
        value.data += data;
        value.assets += put_theme(theme, tree, sink)?;
        all.add(printed);
    }
    sink.note(note.text());
    let files = published(assets, &all.assets);
    all.findings.extend(put_assets(&files, sink)?);
    value.assets += files.len();
    let findings = all.findings;
    Ok(Checked { value, findings })
}

/// The pages and lists of one language, with the number of lists and what is noted for the next build.
fn tree(
    (report, index, words): (&Report<'_>, &Index, &Words<'_>),
    (theme, presses): (&Theme, &Presses),
    (before, sink): (&mut again::Note, &dyn Sink),
) -> Result<(Printed, usize, Option<again::Tree>), Refusal> {
    compare_editions(report, index, words);
    let mut all = listed((report, index, words), theme);
    let shared = shared((report, words), theme);
    let searched = shared.search;
    let tree = Tree::of(&report.project.site, words.language);
    let printed_with = again::press(theme, words.language.tag(), &shared);
    let mut before = before.take(tree.folder, &printed_with);
    let press = presses.of(words.language, shared);
    let inside = Inside {
        folder: tree.folder,
        sink,
    };
    let standing = match before.search.take() {
        Some(note) => search::Standing::read(note, &inside)?,
        None => None,
    };
    let mut room = Room {
        report,
        index,
        words,
        tree,
        rows: rows::Printed::new(&press),
        press: &press,
        alone: false,
        sink,
        searched,
        before: Some(before),
        standing,
    };
    let mut printed = room.print(&all)?;
    // What is done with is let go before the next is made.
    room.rows = None;
    let (mut data, mut note) = (0, None);
    if searched {
        let batches = std::mem::take(&mut printed.batches);
        let offered = (&choices(report, words), words);
        let put = search::put(batches, room.standing.take(), offered, &room.inside())?;
        data += put.files;
        note = Some(put.note);
    }
    all.retain(|page| !matches!(page, Page::NotFound | Page::Search));
    data += room.lists()? + room.for_machines(&all)?;
    let pages = std::mem::take(&mut printed.of);
    let before = room.before.take();
    let noted = before.map(|before| before.with(pages, note));
    Ok((printed, data, noted))
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
        before: None,
        standing: None,
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
    /// What stands already; none where every page is printed, whatever stands.
    before: Option<again::Tree>,
    standing: Option<search::Standing>,
}

impl<'r> Room<'r> {
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

    fn keep(&self, paths: &[&str]) -> Result<bool, Refusal> {
        let paths = paths.iter().map(|path| format!("{}{path}", self.folder));
        let paths: Vec<String> = paths.collect();
        let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
        self.sink.keep(&paths)
    }

    fn read(&self, asset: &Asset) -> Result<Vec<u8>, Refusal> {
        self.sink.read(asset)
    }

    fn last(&self, path: &str) -> Result<Option<Vec<u8>>, Refusal> {
        self.sink.last(&format!("{}{path}", self.folder))
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
