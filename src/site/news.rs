//! What a feed tells: meetings held, documents issued and editions released, latest first.

use crate::date::Date;

use super::desk::Desk;
use super::route::{Page, route};
use super::view::body::excerpt;

/// How much of a document's text stands in the feed.
const SUMMARY: usize = 200;

#[derive(Debug)]
pub(crate) struct News {
    pub(crate) title: String,
    pub(crate) route: String,
    pub(crate) date: Date,
    pub(crate) summary: String,
}

pub(crate) fn news(desk: &Desk<'_>) -> Vec<News> {
    let project = desk.report.project;
    let meetings = super::view::overview::held(desk).into_iter().map(|key| {
        let meeting = project.meetings.at(key, desk.as_of());
        News {
            title: desk.words.text(&meeting.title),
            route: route(project, Page::Meeting(key)),
            date: meeting.date,
            summary: desk.words.optional(meeting.purpose.as_ref()),
        }
    });
    let there = project
        .documents
        .keys()
        .filter(|k| desk.report.documents[k.place()]);
    let documents = there.map(|key| {
        let document = project.documents.at(key, desk.as_of());
        News {
            title: desk.words.text(&document.title),
            route: route(project, Page::Document(key)),
            date: document.date,
            summary: excerpt(desk, &document.head, SUMMARY),
        }
    });
    let editions = super::view::bulletin::there(desk).into_iter();
    let editions = editions.filter_map(|key| {
        let bulletin = project.bulletins.at(key, desk.as_of());
        // A draft is no news.
        bulletin.released.as_ref()?;
        Some(News {
            title: bulletin.title_in(desk.language()).to_owned(),
            route: route(project, Page::Bulletin(key)),
            date: bulletin.dated,
            summary: super::view::bulletin::excerpt(desk, bulletin, SUMMARY),
        })
    });
    let mut news: Vec<News> = meetings.chain(documents).chain(editions).collect();
    news.sort_by(|a, b| (b.date, &b.route).cmp(&(a.date, &a.route)));
    news
}
