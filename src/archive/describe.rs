//! The values that a record has for the elements of its metadata, with how its page shows them.

use crate::date::Date;
use crate::derive::Report;
use crate::messages::Catalogue;
use crate::model::{Attachment, Bulletin, Campaign, Key, Meeting, Party, Seen, Text};
use crate::site::{Page, Words};

use super::contents;

/// The values of a record's elements, with how its page shows them.
pub(super) struct Described {
    pub(super) record: String,
    pub(super) title: String,
    pub(super) issuer: String,
    pub(super) class: String,
    pub(super) values: Vec<Value>,
}

pub(super) fn describe(
    report: &Report<'_>,
    words: &Words<'_>,
    record: Page,
    own: &Catalogue,
) -> Described {
    match record {
        Page::Meeting(key) => meeting(report, words, key, own),
        Page::Bulletin(key) => bulletin(report, words, key, own),
        _ => unreachable!("invariant: `find` gives no other pages"),
    }
}

fn meeting(
    report: &Report<'_>,
    words: &Words<'_>,
    key: Key<Meeting>,
    own: &Catalogue,
) -> Described {
    let project = report.project;
    let meeting = project.meetings.at(key, report.as_of);
    let issued = |day: &Date| *day <= report.as_of;
    let minutes = meeting
        .minutes
        .as_ref()
        .filter(|m| m.dated.as_ref().is_none_or(issued));
    let number = minutes.and_then(|m| m.number.clone()).unwrap_or_default();
    let signatory = minutes.and_then(|m| party(report, words, m.signatory.as_ref()?));
    let dated = minutes.and_then(|m| m.dated).unwrap_or(meeting.date);
    let campaign = meeting.campaign.as_ref();
    let (title, issuer) = (
        words.text(&meeting.title),
        office(report, words, campaign, meeting.date),
    );
    let class = words.optional(meeting.series.as_ref().map(|series| &series.name));
    let record = format!("{}:{}", contents::word(Page::Meeting(key)), meeting.head.id);
    let unseen = String::new;
    let mut values = common((&record, own), &title, &issuer);
    values.extend([
        ("genre", own.say("archive-minutes", &[]), unseen()),
        ("document-number", number.clone(), number),
        ("signatory", signatory.unwrap_or_default(), unseen()),
        (
            "attachments",
            attachments(words, &meeting.head.attachments),
            unseen(),
        ),
        ("dated", dated.to_string(), words.day(dated)),
        ("archival-code", unseen(), unseen()),
        ("year", meeting.date.year().to_string(), unseen()),
        ("class", class.clone(), class.clone()),
        ("date", meeting.date.to_string(), words.day(meeting.date)),
        ("place", words.optional(meeting.place.as_ref()), unseen()),
    ]);
    Described {
        record,
        title,
        issuer,
        class,
        values,
    }
}

fn bulletin(
    report: &Report<'_>,
    words: &Words<'_>,
    key: Key<Bulletin>,
    own: &Catalogue,
) -> Described {
    let bulletin = report.project.bulletins.at(key, report.as_of);
    let issuers = bulletin
        .issuers
        .iter()
        .filter_map(|one| party(report, words, one));
    let issuers: Vec<String> = issuers.collect();
    let issuer = match issuers.is_empty() {
        true => office(report, words, bulletin.campaign.as_ref(), bulletin.dated),
        false => issuers.join("; "),
    };
    let texts = |list: &[Text]| {
        let all: Vec<String> = list.iter().map(|text| words.text(text)).collect();
        all.join("; ")
    };
    let title = words.text(&bulletin.title);
    let class = words.optional(bulletin.series.as_ref().map(|series| &series.name));
    let record = format!(
        "{}:{}",
        contents::word(Page::Bulletin(key)),
        bulletin.head.id
    );
    let number = bulletin.document_no.clone().unwrap_or_default();
    let signatory = bulletin
        .signatory
        .as_ref()
        .and_then(|who| party(report, words, who));
    let unseen = String::new;
    let mut values = common((&record, own), &title, &issuer);
    values.extend([
        ("genre", own.say("archive-bulletin", &[]), unseen()),
        (
            "urgency",
            words.optional(bulletin.urgency.as_ref()),
            unseen(),
        ),
        ("document-number", number.clone(), number),
        ("signatory", signatory.unwrap_or_default(), unseen()),
        ("addressees", texts(&bulletin.addressees), unseen()),
        (
            "attachments",
            attachments(words, &bulletin.head.attachments),
            unseen(),
        ),
        (
            "dated",
            bulletin.dated.to_string(),
            words.day(bulletin.dated),
        ),
        ("copy-to", texts(&bulletin.copy_to), unseen()),
        ("printed-by", issuer.clone(), unseen()),
        (
            "printed-on",
            bulletin.dated.to_string(),
            words.day(bulletin.dated),
        ),
        ("year", bulletin.dated.year().to_string(), unseen()),
        ("class", class.clone(), unseen()),
        (
            "date",
            bulletin.dated.to_string(),
            words.day(bulletin.dated),
        ),
    ]);
    Described {
        record,
        title,
        issuer,
        class,
        values,
    }
}

type Value = (&'static str, String, String);

/// What every record has.
fn common((record, own): (&str, &Catalogue), title: &str, issuer: &str) -> Vec<Value> {
    let unseen = |element, value: &str| (element, value.to_owned(), String::new());
    let seen = |element, value: &str| (element, value.to_owned(), value.to_owned());
    vec![
        unseen("identifier", record),
        seen("title", title),
        unseen("issuer", issuer),
        unseen("aggregation", &own.say("archive-item", &[])),
        unseen("creator", issuer),
        unseen("electronic-number", record),
        seen("item-title", title),
        unseen("responsible", issuer),
    ]
}

/// The campaign's office by its name on that day, else the site.
fn office(
    report: &Report<'_>,
    words: &Words<'_>,
    campaign: Option<&Seen<Campaign>>,
    day: Date,
) -> String {
    let project = report.project;
    let campaign = campaign.and_then(Seen::key);
    let campaign = campaign.map(|key| project.campaigns.at(key, report.as_of));
    let office = campaign.and_then(|campaign| campaign.office.as_ref()?.key());
    match office {
        Some(unit) => words.text(project.units.at(unit, report.as_of).name_on(day)),
        None => words.text(&project.site.title),
    }
}

fn party(report: &Report<'_>, words: &Words<'_>, party: &Party) -> Option<String> {
    let (project, day) = (report.project, report.as_of);
    let name: &Text = match party {
        Party::Person(person) => &project.people.at(person.key()?, day).name,
        Party::Unit(unit) => &project.units.at(unit.key()?, day).name,
        Party::Text(text) => text,
    };
    Some(words.text(name))
}

fn attachments(words: &Words<'_>, list: &[Attachment]) -> String {
    let titles = list.iter().enumerate().map(|(place, file)| {
        let title = words.text(&file.title);
        let name = file.file.path.rsplit('/').next().unwrap_or_default();
        format!(
            "{}. {}",
            place + 1,
            if title.is_empty() { name } else { &title }
        )
    });
    titles.collect::<Vec<_>>().join("; ")
}
