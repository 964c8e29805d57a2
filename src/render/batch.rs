//! Pages, batch by batch: each is composed, and printed unless it stands already as it would be.

use crate::diagnostic::Finding;
use crate::digest::Digest;
use crate::output::{Refusal, Sink};
use crate::parallel;
use crate::site::view::PageView;
use crate::site::view::live::Rows;
use crate::site::{Composed, Page, compose, entries};

use super::html::Paper;
use super::{Assets, Room, again, search};

/// How many pages share one paper.
pub(super) const BATCH: usize = 32;

/// What came of some pages.
#[derive(Default)]
pub(super) struct Printed {
    pub(super) pages: usize,
    pub(super) findings: Vec<Finding>,
    pub(super) assets: Assets,
    /// Over what each page is printed from, by its address.
    pub(super) of: Vec<(String, Digest)>,
    /// For the search, in the order of pages.
    pub(super) batches: Vec<search::Batch>,
}

impl Printed {
    /// A template's fault is told once, on however many pages it is met.
    pub(super) fn add(&mut self, more: Printed) {
        self.pages += more.pages;
        self.assets.extend(more.assets);
        self.of.extend(more.of);
        self.batches.extend(more.batches);
        for finding in more.findings {
            self.find(finding);
        }
    }

    fn find(&mut self, finding: Finding) {
        if !self.findings.contains(&finding) {
            self.findings.push(finding);
        }
    }
}

impl Room<'_> {
    /// Pages in batches, each with one paper.
    pub(super) fn print(&self, pages: &[Page]) -> Result<Printed, Refusal> {
        let batches: Vec<&[Page]> = pages.chunks(BATCH).collect();
        let mut all = Printed::default();
        for printed in parallel::map(&batches, |number, batch| self.print_batch(number, batch)) {
            all.add(printed?);
        }
        Ok(all)
    }

    fn print_batch(&self, number: usize, pages: &[Page]) -> Result<Printed, Refusal> {
        let mut printed = Printed::default();
        let inside = self.inside();
        let standing = self.standing.as_ref().and_then(|all| all.texts(number));
        let again = |route: &str| self.print_again(pages, route);
        let mut reading = search::Reading::new(number, (&inside, &again), standing);
        let mut paper = Paper::default();
        for page in pages {
            let Some(composed) = self.composed(*page) else {
                continue;
            };
            let entries = match self.searched {
                true => entries(self.report, *page),
                false => Vec::new(),
            };
            let of = self.before.is_some();
            let of = of.then(|| again::page(&composed, &entries, paper.room()));
            let stays = self.stays(&composed, of.as_ref())?;
            if !stays {
                if let Err(finding) = self.press.page(&composed, &mut paper) {
                    printed.find(*finding);
                    continue;
                }
                self.put(&composed.page.route, paper.html.as_bytes())?;
            }
            printed.pages += 1;
            printed.assets.extend(composed.assets);
            let PageView { title, route, .. } = composed.page;
            printed.of.extend(of.map(|of| (route.clone(), of)));
            if !entries.is_empty() {
                let html = (!stays).then_some(paper.html.as_str());
                let sheet = search::Sheet {
                    title,
                    route,
                    entries,
                    of,
                };
                reading.page(sheet, html)?;
            }
        }
        if self.searched {
            printed.batches.push(reading.finish()?);
        }
        Ok(printed)
    }

    fn composed(&self, page: Page) -> Option<Composed> {
        let rows = self.rows.as_ref().map(|rows| rows as &dyn Rows);
        let mut composed = compose(self.report, self.index, self.words, (page, rows))?;
        if self.alone {
            composed.page.languages.clear();
        }
        Some(composed)
    }

    /// A page of these that was kept and is not as it was left.
    fn print_again(&self, pages: &[Page], route: &str) -> Result<Option<String>, Refusal> {
        let mut all = pages.iter().filter_map(|page| self.composed(*page));
        let Some(composed) = all.find(|composed| composed.page.route == route) else {
            return Ok(None);
        };
        let mut paper = Paper::default();
        if self.press.page(&composed, &mut paper).is_err() {
            return Ok(None);
        }
        self.put(route, paper.html.as_bytes())?;
        Ok(Some(paper.html))
    }

    /// Whether the page stands already; then it is taken as it is.
    fn stays(&self, composed: &Composed, of: Option<&Digest>) -> Result<bool, Refusal> {
        let route = composed.page.route.as_str();
        let both = self.before.as_ref().zip(of);
        let known = both.is_some_and(|(before, of)| before.has(route, of));
        Ok(known && self.inside().keep(&[route])?)
    }
}
