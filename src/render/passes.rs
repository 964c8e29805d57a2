//! Printing, lists and search, each by itself over pages that were composed before: to be measured.
//!
//! A build does them page by page, so that no page has to be held.

use crate::derive::{Report, facts};
use crate::output::{Refusal, Sink};
use crate::parallel;
use crate::site::{Composed, Index, Page, Words, choices, entries};
use crate::theme::Theme;

use super::batch::BATCH;
use super::html::Paper;
use super::{Presses, data, search, shared};

/// What pages, lists and index of one language are made of.
pub(crate) type Desk<'r> = (&'r Report<'r>, &'r Index, &'r Words<'r>);

/// A page and its view.
pub(crate) type View = (Page, Composed);

/// Every page of a language, in the order in which they are listed.
pub(crate) fn listed(desk: Desk<'_>, theme: &Theme) -> Vec<Page> {
    super::listed(desk, theme)
}

/// The text of each page; none for one whose template is at fault.
pub(crate) fn print(desk: Desk<'_>, theme: &Theme, views: &[View]) -> Vec<String> {
    let (report, _, words) = desk;
    let presses = Presses::new(theme).value;
    let press = presses.of(words.language, shared((report, words), theme));
    let batches: Vec<&[View]> = views.chunks(BATCH).collect();
    let printed = parallel::map(&batches, |_, batch| {
        let mut paper = Paper::default();
        let pages = batch.iter().map(|(_, composed)| {
            let printed = press.page(composed, &mut paper);
            printed.map_or_else(|_| String::new(), |()| paper.html.clone())
        });
        pages.collect::<Vec<_>>()
    });
    printed.into_iter().flatten().collect()
}

/// The lists, and the facts of all records; tells how many bytes they are.
pub(crate) fn lists((report, index, words): Desk<'_>) -> usize {
    let lists = crate::site::lists(report, index, words);
    let both = |list| data::csv(list).len() + data::json(list).len();
    let facts = data::json(&facts(report, words.language));
    lists.iter().map(both).sum::<usize>() + facts.len()
}

/// Reads the pages that were printed, and puts index, titles and texts; tells how many files they are.
pub(crate) fn search(
    (report, _, words): Desk<'_>,
    (views, printed): (&[View], &[String]),
    sink: &dyn Sink,
) -> Result<usize, Refusal> {
    let pages: Vec<(&View, &String)> = views.iter().zip(printed).collect();
    let batches: Vec<&[(&View, &String)]> = pages.chunks(BATCH).collect();
    let read = parallel::map(&batches, |number, batch| {
        let mut reading = search::Reading::new(number, (sink, &|_| Ok(None)), None);
        for ((page, composed), html) in *batch {
            let entries = entries(report, *page);
            if !entries.is_empty() {
                let sheet = search::Sheet {
                    title: composed.page.title.clone(),
                    route: composed.page.route.clone(),
                    entries,
                    of: None,
                };
                reading.page(sheet, Some(html))?;
            }
        }
        reading.finish()
    });
    let batches = read.into_iter().collect::<Result<_, _>>()?;
    let offered = (&choices(report, words), words);
    Ok(search::put(batches, None, offered, sink)?.files)
}
