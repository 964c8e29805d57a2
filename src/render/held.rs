//! A report that is held: its pages, lists and files are made one by one, when they are asked for by their address.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::sync::{Mutex, OnceLock, PoisonError};

use crate::derive::Report;
use crate::diagnostic::Finding;
use crate::output::{Refusal, Sink};
use crate::parallel;
use crate::photo::Picture;
use crate::site::{
    Composed, Drafts, Index, Page, Published, Words, choices, compose, compose_missing, lists,
    pages, picture, published, route, site_view,
};
use crate::source::Asset;
use crate::theme::Theme;

use super::html::Press;
use super::{Room, data, for_machines, search};

/// A site of which any file can be had at once.
pub(crate) struct Held<'r> {
    report: &'r Report<'r>,
    theme: &'r Theme,
    assets: &'r [Asset],
    index: Index,
    words: Words<'r>,
    press: Press,
    /// In the order in which they are listed.
    pages: Vec<Page>,
    by_route: HashMap<String, Page>,
    /// Files that stand for what pages use of the content; found out when the first is asked for.
    published: OnceLock<Vec<Published<'r>>>,
    /// The theme has a search.
    searched: bool,
    /// Its files, made when the first is asked for.
    search: OnceLock<BTreeMap<String, Vec<u8>>>,
}

/// A file of the site.
pub(crate) enum Sheet<'h> {
    /// HTML.
    Page(Vec<u8>),
    /// A list, a feed, a file of the theme.
    Made(Cow<'h, [u8]>),
    /// A file of the content, which stays on disk.
    Asset(&'h Asset),
    /// A picture of this width, to be made of a file on disk.
    Picture(&'h Asset, &'h Picture, u32),
}

/// Makes ready whatever all pages share.
pub(crate) fn hold<'r>(
    report: &'r Report<'r>,
    (theme, press): (&'r Theme, Press),
    (assets, drafts): (&'r [Asset], Drafts),
) -> Held<'r> {
    let words = Words::new(report.project.site.language, &theme.catalogue);
    let index = Index {
        drafts,
        ..Index::new(report)
    };
    let searched = theme.assets.contains_key(search::SCRIPT);
    let mut shared = site_view(report, &words);
    shared.search = searched;
    let press = press.of(&shared);
    let mut pages = pages(report, &index, &words);
    if searched {
        pages.push(Page::Search);
    }
    let routes = pages
        .iter()
        .map(|page| (route(report.project, *page), *page));
    let by_route = routes.collect();
    Held {
        report,
        theme,
        assets,
        index,
        words,
        press,
        pages,
        by_route,
        published: OnceLock::new(),
        searched,
        search: OnceLock::new(),
    }
}

impl<'r> Held<'r> {
    /// The file at an address; none: the site has no such file.
    pub(crate) fn print(&self, address: &str) -> Result<Option<Sheet<'_>>, Box<Finding>> {
        if let Some(page) = self.by_route.get(address) {
            let composed = compose(self.report, &self.index, &self.words, *page);
            let bytes = composed.map(|composed| self.press(&composed)).transpose()?;
            return Ok(bytes.map(Sheet::Page));
        }
        if let Some(name) = address.strip_prefix("theme/") {
            let part = self.theme.assets.get(name);
            return Ok(part.map(|part| Sheet::Made(Cow::Borrowed(&part.bytes))));
        }
        if let Some(name) = address.strip_prefix("data/") {
            return Ok(self.data(name).map(|bytes| Sheet::Made(bytes.into())));
        }
        if self.searched && address.starts_with("search/") {
            let made = self.search().get(address);
            return Ok(made.map(|bytes| Sheet::Made(Cow::Borrowed(bytes))));
        }
        let machines = ["feed.xml", "sitemap.xml", "robots.txt"];
        if machines.contains(&address) {
            let files = for_machines((self.report, &self.index), &self.words, &self.pages);
            let file = files.into_iter().find(|(name, _)| *name == address);
            return Ok(file.map(|(_, bytes)| Sheet::Made(bytes.into())));
        }
        let mut files = self.published().iter();
        let file = files.find(|file| file.route == address);
        Ok(file.map(|file| match (picture(file.asset), file.width) {
            (Some(picture), Some(width)) => Sheet::Picture(file.asset, picture, width),
            _ => Sheet::Asset(file.asset),
        }))
    }

    /// What stands where there is no file.
    pub(crate) fn missing(&self, address: &str) -> Result<Vec<u8>, Box<Finding>> {
        let depth = address.matches('/').count();
        let composed = compose_missing(self.report, &self.index, &self.words, depth);
        self.press(&composed.expect("invariant: this page needs no record"))
    }

    fn press(&self, composed: &Composed) -> Result<Vec<u8>, Box<Finding>> {
        let mut bytes = Vec::with_capacity(32 * 1024);
        self.press.page(composed, &mut bytes)?;
        Ok(bytes)
    }

    fn data(&self, name: &str) -> Option<Vec<u8>> {
        if name == "facts.json" {
            return Some(data::json(&crate::derive::facts(self.report)));
        }
        let (name, ending) = name.rsplit_once('.')?;
        let lists = lists(self.report, &self.index, &self.words);
        let list = lists.iter().find(|list| list.name == name)?;
        match ending {
            "csv" => Some(data::csv(list)),
            "json" => Some(data::json(list)),
            _ => None,
        }
    }

    /// What stands for files of the content that some page of this audience refers to: no other is part of the site.
    fn published(&self) -> &[Published<'r>] {
        self.published.get_or_init(|| {
            let each = parallel::map(&self.pages, |_, page| {
                compose(self.report, &self.index, &self.words, *page)
                    .map(|composed| composed.assets)
                    .unwrap_or_default()
            });
            published(self.assets, &each.into_iter().flatten().collect())
        })
    }

    /// The files of the search, for which every page is printed once.
    fn search(&self) -> &BTreeMap<String, Vec<u8>> {
        self.search.get_or_init(|| {
            let kept = Kept::default();
            let room = Room {
                report: self.report,
                index: &self.index,
                words: &self.words,
                press: &self.press,
                sink: &kept,
                searched: true,
            };
            let words = &self.words;
            let made = room.print(&self.pages).and_then(|printed| {
                search::put(printed.batches, &choices(self.report, words), words, &kept)
            });
            // A sink in memory refuses nothing; a template's fault is told by the page that has it.
            made.expect("invariant: memory takes every file");
            kept.0.into_inner().unwrap_or_else(PoisonError::into_inner)
        })
    }
}

/// Keeps the files of the search, and no others.
#[derive(Default)]
struct Kept(Mutex<BTreeMap<String, Vec<u8>>>);

impl Sink for Kept {
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Refusal> {
        if path.starts_with("search/") {
            let mut files = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            files.insert(path.to_owned(), bytes.to_vec());
        }
        Ok(())
    }

    fn copy(&self, _: &str, _: &Asset) -> Result<(), Refusal> {
        Ok(())
    }

    fn keep(&self, _: &str) -> Result<bool, Refusal> {
        Ok(true)
    }

    fn read(&self, _: &Asset) -> Result<Vec<u8>, Refusal> {
        Ok(Vec::new())
    }
}
