//! A report that is held: its pages, lists and files are made one by one, when they are asked for by their address.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::sync::OnceLock;

use crate::derive::Report;
use crate::diagnostic::Finding;
use crate::parallel;
use crate::site::{
    Composed, Drafts, Index, Page, Words, asset_route, compose, compose_missing, lists, pages,
    route, site_view,
};
use crate::source::Asset;
use crate::theme::Theme;

use super::html::Press;
use super::{data, for_machines};

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
    /// Assets that some page refers to; made when the first is asked for.
    used: OnceLock<BTreeSet<String>>,
}

/// A file of the site.
pub(crate) enum Sheet<'h> {
    /// HTML.
    Page(Vec<u8>),
    /// A list, a feed, a file of the theme.
    Made(Cow<'h, [u8]>),
    /// A file of the content, which stays on disk.
    Asset(&'h Asset),
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
    let press = press.of(&site_view(report, &words));
    let pages = pages(report, &index, &words);
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
        used: OnceLock::new(),
    }
}

impl Held<'_> {
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
        let machines = ["feed.xml", "sitemap.xml", "robots.txt"];
        if machines.contains(&address) {
            let files = for_machines((self.report, &self.index), &self.words, &self.pages);
            let file = files.into_iter().find(|(name, _)| *name == address);
            return Ok(file.map(|(_, bytes)| Sheet::Made(bytes.into())));
        }
        Ok(self.asset(address).map(Sheet::Asset))
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

    /// A file of the content, when some page of this audience refers to it: no other is part of the site.
    fn asset(&self, address: &str) -> Option<&Asset> {
        let mut assets = self.assets.iter();
        let asset = assets.find(|asset| asset_route(&asset.path) == address)?;
        let used = self.used.get_or_init(|| {
            let each = parallel::map(&self.pages, |_, page| {
                compose(self.report, &self.index, &self.words, *page)
                    .map(|composed| composed.assets)
                    .unwrap_or_default()
            });
            each.into_iter().flatten().collect()
        });
        used.contains(&asset.path).then_some(asset)
    }
}
