//! A report that is held: its pages, lists and files are made one by one, when they are asked for by their address.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use crate::derive::Report;
use crate::diagnostic::Finding;
use crate::output::{Refusal, Sink};
use crate::parallel;
use crate::photo::Picture;
use crate::site::{
    Composed, Drafts, Index, Page, Published, Tree, Words, choices, compose, compose_missing,
    lists, picture, published, route, trees,
};
use crate::source::Asset;
use crate::theme::Theme;

use super::html::{Paper, Press, Presses};
use super::{Assets, Room, data, feed, for_machines, listed, search, shared};

/// A site of which any file can be had at once.
pub(crate) struct Held<'r> {
    report: &'r Report<'r>,
    theme: &'r Theme,
    assets: &'r [Asset],
    index: Index,
    /// That of the root first.
    trees: Vec<HeldTree<'r>>,
    /// Files that stand for what pages use of the content; found out when the first is asked for.
    published: OnceLock<Vec<Published<'r>>>,
}

/// The pages of one language.
struct HeldTree<'r> {
    tree: Tree,
    words: Words<'r>,
    press: Arc<Press>,
    /// Made when it is asked for: to show one task's page, no other has to be known.
    list: OnceLock<List>,
    /// The files of the search, made when the first is asked for; none where the theme has no search.
    search: Option<OnceLock<BTreeMap<String, Vec<u8>>>>,
}

/// All pages of a language.
struct List {
    /// In the order in which they are listed.
    pages: Vec<Page>,
    by_route: HashMap<String, Page>,
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
    (theme, presses): (&'r Theme, &Presses),
    (assets, drafts): (&'r [Asset], Drafts),
) -> Held<'r> {
    let index = Index {
        drafts,
        ..Index::new(report)
    };
    let own = Arc::new(Words::new(report.project.site.language, &theme.catalogue));
    let all = trees(&report.project.site).into_iter().map(|tree| {
        let words = Words::new(tree.language, theme.words(tree.language)).beside(&own);
        let shared = shared((report, &words), theme);
        let search = shared.search.then(OnceLock::new);
        HeldTree {
            tree,
            press: presses.of(tree.language, shared),
            list: OnceLock::new(),
            search,
            words,
        }
    });
    let trees = all.collect();
    Held {
        report,
        theme,
        assets,
        trees,
        index,
        published: OnceLock::new(),
    }
}

impl<'r> Held<'r> {
    /// The file at an address; none: the site has no such file.
    pub(crate) fn print(&self, address: &str) -> Result<Option<Sheet<'_>>, Box<Finding>> {
        let (tree, inside) = self.tree(address);
        if let Some(page) = self.page(tree, inside) {
            let composed = compose(self.report, &self.index, &tree.words, (page, None));
            let bytes = composed
                .map(|composed| press(tree, &composed))
                .transpose()?;
            return Ok(bytes.map(Sheet::Page));
        }
        if let Some(name) = inside.strip_prefix("theme/") {
            let part = self.theme.assets.get(name);
            return Ok(part.map(|part| Sheet::Made(Cow::Borrowed(&part.bytes))));
        }
        if let Some(name) = inside.strip_prefix("data/") {
            return Ok(self.data(tree, name).map(|bytes| Sheet::Made(bytes.into())));
        }
        if inside.starts_with("search/") {
            let made = self.search(tree).and_then(|files| files.get(inside));
            return Ok(made.map(|bytes| Sheet::Made(Cow::Borrowed(bytes))));
        }
        if ["feed.xml", "robots.txt"].contains(&inside) || feed::is_site_map(inside) {
            let told = |page: &&Page| !matches!(page, Page::NotFound | Page::Search);
            let pages = &self.list(tree).pages;
            let pages: Vec<Page> = pages.iter().filter(told).copied().collect();
            let files = for_machines((self.report, &self.index), &tree.words, &pages);
            let file = files.into_iter().find(|(name, _)| *name == inside);
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
        let (tree, inside) = self.tree(address);
        let depth = inside.matches('/').count();
        let composed = compose_missing(self.report, &self.index, &tree.words, depth);
        press(
            tree,
            &composed.expect("invariant: this page needs no record"),
        )
    }

    /// The page at an address inside a tree.
    fn page(&self, tree: &HeldTree<'_>, inside: &str) -> Option<Page> {
        let listed = || self.list(tree).by_route.get(inside).copied();
        self.task(inside).or_else(listed)
    }

    /// The task whose page has this address.
    fn task(&self, inside: &str) -> Option<Page> {
        let slug = inside.strip_prefix("tasks/")?.strip_suffix(".html")?;
        let project = self.report.project;
        let mut tasks = project.tasks.keys();
        let task = tasks.find(|key| {
            let is_there = self.report.tasks[key.place()].is_some();
            is_there && project.tasks.chronicle(*key).now.head.slug == slug
        });
        let page = Page::Task(task?);
        (route(project, page) == inside).then_some(page)
    }

    fn list<'h>(&self, tree: &'h HeldTree<'_>) -> &'h List {
        tree.list.get_or_init(|| {
            let pages = listed((self.report, &self.index, &tree.words), self.theme);
            let routes = pages.iter();
            let routes = routes.map(|page| (route(self.report.project, *page), *page));
            let by_route = routes.collect();
            List { pages, by_route }
        })
    }

    /// The tree that an address lies in, and the address inside it.
    fn tree<'a>(&self, address: &'a str) -> (&HeldTree<'r>, &'a str) {
        let others = self.trees.iter().skip(1);
        let mut inside =
            others.filter_map(|tree| Some((tree, address.strip_prefix(tree.tree.folder)?)));
        inside.next().unwrap_or((&self.trees[0], address))
    }

    fn data(&self, tree: &HeldTree<'_>, name: &str) -> Option<Vec<u8>> {
        if name == "facts.json" {
            let facts = crate::derive::facts(self.report, tree.words.language);
            return Some(data::json(&facts));
        }
        let (name, ending) = name.rsplit_once('.')?;
        let lists = lists(self.report, &self.index, &tree.words);
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
            let mut used = Assets::new();
            for tree in &self.trees {
                let each = parallel::map(&self.list(tree).pages, |_, page| {
                    compose(self.report, &self.index, &tree.words, (*page, None))
                        .map(|composed| composed.assets)
                        .unwrap_or_default()
                });
                used.extend(each.into_iter().flatten());
            }
            published(self.assets, &used)
        })
    }

    /// The files of the search, for which every page is printed once.
    fn search<'h>(&self, tree: &'h HeldTree<'r>) -> Option<&'h BTreeMap<String, Vec<u8>>> {
        let files = tree.search.as_ref()?;
        Some(files.get_or_init(|| {
            let kept = Kept::default();
            let root = &self.trees[0];
            let room = Room {
                report: self.report,
                index: &self.index,
                words: &tree.words,
                // Its files are known by their address inside the tree.
                tree: root.tree,
                press: &tree.press,
                rows: None,
                alone: false,
                sink: &kept,
                searched: true,
                before: None,
                standing: None,
            };
            let words = &tree.words;
            let made = room.print(&self.list(tree).pages).and_then(|printed| {
                let offered = (&choices(self.report, words), words);
                search::put(printed.batches, None, offered, &kept)
            });
            made.expect("invariant: memory takes every file");
            kept.0.into_inner().unwrap_or_else(PoisonError::into_inner)
        }))
    }
}

fn press(tree: &HeldTree<'_>, composed: &Composed) -> Result<Vec<u8>, Box<Finding>> {
    let mut paper = Paper::default();
    tree.press.page(composed, &mut paper)?;
    Ok(paper.html.into_bytes())
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

    fn keep(&self, _: &[&str]) -> Result<bool, Refusal> {
        Ok(true)
    }

    fn read(&self, _: &Asset) -> Result<Vec<u8>, Refusal> {
        Ok(Vec::new())
    }
}
