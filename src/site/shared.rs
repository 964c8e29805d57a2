//! What all pages share: the site's name, its days and its menu.

use crate::derive::Report;

use super::pages::{MENU, is_kept};
use super::route::route;
use super::view::{MenuEntry, MoreEntry, SiteView};
use super::words::Words;

/// What all pages share.
pub(crate) fn site_view(report: &Report<'_>, words: &Words<'_>) -> SiteView {
    let site = &report.project.site;
    let kept = MENU.iter().filter(|(_, page)| is_kept(report, *page));
    let menu = kept.map(|(section, page)| MenuEntry {
        section,
        text: words.plain(&format!("menu-{section}")),
        href: route(report.project, *page),
    });
    let more = site.menu.iter().map(|(text, target)| MoreEntry {
        text: words.text(text),
        href: target.clone(),
        outside: target.contains(':') || target.starts_with('#'),
    });
    SiteView {
        contract: super::view::VERSION,
        title: words.text(&site.title),
        language: words.language.tag(),
        as_of: words.day(report.as_of),
        as_of_iso: report.as_of.to_string(),
        compared: report
            .earlier
            .as_ref()
            .map(|then| words.with("trend-since", "day", &words.day(then.as_of)))
            .unwrap_or_default(),
        menu: menu.collect(),
        more: more.collect(),
        base_url: site.base_url.clone().unwrap_or_default(),
        feed: site.base_url.is_some(),
    }
}
