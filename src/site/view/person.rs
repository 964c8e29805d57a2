//! People: those with a part in the work, and the page of each.

use serde::Serialize;

use crate::date::Date;
use crate::derive::RollUp;
use crate::model::{Key, Meeting, Person, Seen};
use crate::site::desk::Desk;

use super::campaign::{SponsorshipView, sponsorship, within};
use super::limit::{RestView, data_file, first};
use super::live::{TableView, item_table};
use super::parts::{Download, Link, Score, Summary, compared};
use super::record::{Amended, amendments, web_links};
use super::task::Dated;

#[derive(Debug, Serialize)]
pub(crate) struct PeopleView {
    /// Those who sponsor items, in written order.
    pub(crate) sponsors: Vec<Score>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) sponsors_rest: Option<RestView>,
    pub(crate) people: Vec<PersonLine>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) rest: Option<RestView>,
}

#[derive(Debug, Serialize)]
pub(crate) struct PersonLine {
    pub(crate) link: Link,
    pub(crate) posts: String,
    /// How the name is spelt for sorting; empty when the record does not say.
    pub(crate) sort_key: String,
}

#[derive(Debug, Serialize)]
pub(crate) struct PersonView {
    pub(crate) name: String,
    pub(crate) contact: String,
    pub(crate) posts: Vec<Held>,
    pub(crate) command: Vec<CommandRole>,
    pub(crate) summary: Summary,
    pub(crate) sponsors: Option<TableView>,
    pub(crate) sponsorships: Vec<SponsorshipView>,
    pub(crate) areas: Vec<Link>,
    pub(crate) chairs: Vec<Dated>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) chairs_rest: Option<RestView>,
    pub(crate) speaks: Vec<Dated>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) speaks_rest: Option<RestView>,
    pub(crate) links: Vec<Link>,
    pub(crate) attachments: Vec<Download>,
    pub(crate) amendments: Vec<Amended>,
    pub(crate) body: super::body::BodyView,
}

/// A post and its term.
#[derive(Debug, Serialize)]
pub(crate) struct Held {
    pub(crate) unit: Link,
    pub(crate) title: String,
    pub(crate) term: String,
    pub(crate) now: bool,
}

#[derive(Debug, Serialize)]
pub(crate) struct CommandRole {
    pub(crate) campaign: Link,
    pub(crate) role: String,
}

fn person_then<'r>(desk: &Desk<'r>, key: Key<Person>) -> Option<&'r RollUp> {
    desk.earlier()?.people[key.place()].as_ref()
}

pub(crate) fn people(desk: &Desk<'_>) -> PeopleView {
    let report = desk.report;
    let there = report.project.people.keys();
    let mut there: Vec<Key<Person>> = there
        .filter(|k| report.people[k.place()].is_some())
        .collect();
    let file = || vec![data_file(desk, "people")];
    let total = |key: &Key<Person>| {
        report.people[key.place()]
            .as_ref()
            .map_or(0, |set| set.total)
    };
    let sponsors = there.iter().copied().filter(|key| total(key) > 0);
    let mut sponsors: Vec<Key<Person>> = sponsors.collect();
    let sponsors_rest = first(desk, &mut sponsors, file);
    let rest = first(desk, &mut there, file);
    let sponsors = sponsors.into_iter().filter_map(|key| {
        Some(Score {
            name: desk.person(key),
            depth: 0,
            worst: String::new(),
            summary: compared(
                desk,
                report.people[key.place()].as_ref()?,
                person_then(desk, key),
            ),
        })
    });
    PeopleView {
        sponsors: sponsors.collect(),
        sponsors_rest,
        rest,
        people: there
            .iter()
            .map(|key| PersonLine {
                link: desk.person(*key),
                posts: posts_on(desk, *key, desk.as_of()),
                sort_key: sort_key(desk, *key),
            })
            .collect(),
    }
}

/// `市委副书记、市长`: the posts held on a day, each with its unit as it was then called.
pub(crate) fn posts_on(desk: &Desk<'_>, key: Key<Person>, day: Date) -> String {
    let person = desk.report.project.people.at(key, desk.as_of());
    let posts: Vec<String> = person
        .posts_on(day)
        .map(|post| {
            let unit = post.unit.as_ref().and_then(Seen::key);
            let unit = unit.map(|u| desk.unit_on(u, day).text).unwrap_or_default();
            let title = desk.words.text(&post.title);
            if unit.is_empty() || starts_with_its_unit(&title, &unit) {
                return title;
            }
            let values = [("unit", unit), ("title", title)];
            super::item::say(desk, "post-of-unit", &values)
        })
        .collect();
    desk.words.list(&posts)
}

/// `市长` of `市政府`, `市委书记` of `市委`: in Chinese the title already says whose it is.
fn starts_with_its_unit(title: &str, unit: &str) -> bool {
    let first = |text: &str| text.chars().next().filter(|c| !c.is_ascii());
    first(title).is_some() && first(title) == first(unit)
}

pub(crate) fn person(desk: &Desk<'_>, key: Key<Person>) -> Option<PersonView> {
    let person = desk.report.project.people.at(key, desk.as_of());
    let set = desk.report.people[key.place()].as_ref()?;
    let links = &desk.index.people[key.place()];
    let campaigns = &desk.report.project.campaigns;
    let words = desk.words;
    let file = || vec![data_file(desk, "meetings")];
    let mut chairs = dated_meetings(desk, &links.chairs);
    let chairs_rest = first(desk, &mut chairs, file);
    let mut speaks = dated_meetings(desk, &links.speaks);
    let speaks_rest = first(desk, &mut speaks, file);
    Some(PersonView {
        name: words.text(&person.name),
        contact: words.optional(person.contact.as_ref()),
        posts: held(desk, person),
        command: links
            .command
            .iter()
            .map(|(campaign, place)| CommandRole {
                campaign: desk.campaign(*campaign),
                role: words.text(&campaigns.at(*campaign, desk.as_of()).command[*place].role),
            })
            .collect(),
        summary: compared(desk, set, person_then(desk, key)),
        sponsors: item_table(desk, &links.sponsors),
        sponsorships: links
            .sponsorships
            .iter()
            .map(|(campaign, place)| {
                let of = &campaigns.at(*campaign, desk.as_of()).sponsorships[*place];
                sponsorship(desk, of)
            })
            .collect(),
        areas: links.areas.iter().map(|a| desk.area(*a)).collect(),
        chairs,
        chairs_rest,
        speaks,
        speaks_rest,
        links: web_links(desk, &person.head),
        attachments: desk.downloads(&person.head.attachments),
        amendments: amendments(desk, &person.head),
        body: super::body::body(desk, &person.head),
    })
}

fn held(desk: &Desk<'_>, person: &Person) -> Vec<Held> {
    let posts = person.posts.iter();
    posts
        .map(|post| Held {
            unit: match post.unit {
                Some(Seen::Shown(unit)) => desk.unit_on(unit, post.to.unwrap_or(desk.as_of())),
                Some(Seen::Hidden) => desk.hidden(),
                None => Link::default(),
            },
            title: desk.words.text(&post.title),
            term: desk.words.span(post.from, post.to),
            now: within(desk.as_of(), post.from, post.to),
        })
        .collect()
}

/// Latest first.
pub(crate) fn dated_meetings(desk: &Desk<'_>, keys: &[Key<Meeting>]) -> Vec<Dated> {
    let shelf = &desk.report.project.meetings;
    let mut keys = keys.to_vec();
    keys.sort_by_key(|key| std::cmp::Reverse((shelf.at(*key, desk.as_of()).date, *key)));
    keys.into_iter()
        .map(|key| Dated {
            date: shelf.at(key, desk.as_of()).date.to_string(),
            link: desk.meeting(key),
        })
        .collect()
}

fn sort_key(desk: &Desk<'_>, key: Key<Person>) -> String {
    let person = desk.report.project.people.at(key, desk.as_of());
    person.sort_key.clone().unwrap_or_default()
}
