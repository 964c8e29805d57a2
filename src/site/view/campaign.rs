//! The page of a campaign: why, how long, who commands it, and what it comes to.

use serde::Serialize;

use crate::date::Date;
use crate::derive::Count;
use crate::model::{
    Basis, Campaign, Key, Party, Period, ReportingCadence, Seen, Sponsored, Sponsorship,
};
use crate::site::desk::Desk;

use super::followed::{FollowedView, of_campaign};
use super::item::say;
use super::live::Picture;
use super::parts::{Download, Link, Score, Summary, compared, iso};
use super::pictures::{BurnUpView, burn_up_of};
use super::record::{Amended, amendments, web_link, web_links};

#[derive(Debug, Serialize)]
pub(crate) struct CampaignView {
    pub(crate) name: String,
    pub(crate) aliases: Vec<String>,
    pub(crate) period: String,
    pub(crate) goal: String,
    pub(crate) basis: Vec<BasisView>,
    pub(crate) principles: Vec<String>,
    pub(crate) requirements: Vec<String>,
    pub(crate) key_periods: Vec<KeyPeriodView>,
    pub(crate) command: Vec<CommandView>,
    pub(crate) office: Link,
    pub(crate) inspectorates: Vec<Link>,
    pub(crate) charter: Link,
    pub(crate) reporting: String,
    pub(crate) sponsorships: Vec<SponsorshipView>,
    pub(crate) rating_scale: Vec<String>,
    pub(crate) summary: Summary,
    pub(crate) followed: FollowedView,
    pub(crate) areas: Vec<Score>,
    pub(crate) area_lights: Option<Picture>,
    pub(crate) burn_up: Option<BurnUpView>,
    pub(crate) links: Vec<Link>,
    pub(crate) attachments: Vec<Download>,
    pub(crate) amendments: Vec<Amended>,
    pub(crate) body: super::body::BodyView,
}

#[derive(Debug, Serialize)]
pub(crate) struct BasisView {
    pub(crate) title: Link,
    pub(crate) issuer: Link,
    pub(crate) document_no: String,
    pub(crate) date: String,
}

#[derive(Debug, Serialize)]
pub(crate) struct KeyPeriodView {
    pub(crate) name: String,
    pub(crate) from: String,
    pub(crate) to: String,
    /// D lies within it.
    pub(crate) now: bool,
}

/// Those who share a role, in written order.
#[derive(Debug, Serialize)]
pub(crate) struct CommandView {
    pub(crate) role: String,
    pub(crate) people: Vec<CommanderView>,
}

#[derive(Debug, Serialize)]
pub(crate) struct CommanderView {
    pub(crate) person: Link,
    /// The posts held at D.
    pub(crate) posts: String,
}

#[derive(Debug, Serialize)]
pub(crate) struct SponsorshipView {
    pub(crate) person: Link,
    pub(crate) kind: String,
    pub(crate) of: Link,
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) now: bool,
}

pub(crate) fn campaign(desk: &Desk<'_>, key: Key<Campaign>) -> Option<CampaignView> {
    let campaign = desk.report.project.campaigns.at(key, desk.as_of());
    let set = desk.report.campaigns[key.place()].as_ref()?;
    let words = desk.words;
    let texts = |texts: &[crate::model::Text]| texts.iter().map(|t| words.text(t)).collect();
    Some(CampaignView {
        name: words.text(&campaign.name),
        aliases: texts(&campaign.aliases),
        period: period(desk, &campaign.period),
        goal: words.optional(campaign.goal.as_ref()),
        basis: campaign.basis.iter().map(|b| basis(desk, b)).collect(),
        principles: texts(&campaign.principles),
        requirements: texts(&campaign.requirements),
        key_periods: key_periods(desk, campaign),
        command: command(desk, campaign),
        office: campaign
            .office
            .map(|u| desk.seen_unit(u))
            .unwrap_or_default(),
        inspectorates: desk.units(&campaign.inspectorates),
        charter: campaign
            .charter
            .map(|d| desk.seen_document(d))
            .unwrap_or_default(),
        reporting: reporting(desk, campaign),
        sponsorships: campaign
            .sponsorships
            .iter()
            .map(|s| sponsorship(desk, s))
            .collect(),
        rating_scale: texts(&campaign.rating_scale),
        summary: compared(
            desk,
            &set.with_below,
            super::overview::campaign_then(desk, key),
        ),
        followed: of_campaign(desk, key),
        areas: super::ledger::areas(desk)
            .map(|key| super::overview::area_score(desk, key, 0))
            .collect(),
        area_lights: super::overview::area_lights(desk, "", super::ledger::areas(desk)),
        burn_up: burn_up_of(
            desk,
            &words.text(&campaign.name),
            (Some(key), items(desk, key)),
        ),
        links: web_links(desk, &campaign.head),
        attachments: desk.downloads(&campaign.head.attachments),
        amendments: amendments(desk, &campaign.head),
        body: super::body::body(desk, &campaign.head),
    })
}

/// What the ledger has of it, in written order.
fn items<'a>(desk: &Desk<'a>, key: Key<Campaign>) -> impl Iterator<Item = Count> + use<'a> {
    let report = desk.report;
    let placing = |count: &Count| match count {
        Count::Task(task) => report.task_placings[task.place()].as_ref(),
        Count::Decision(decision) => report.decision_placings[decision.place()].as_ref(),
    };
    let of_it = move |count: &Count| {
        let campaign = placing(count).and_then(|placing| placing.campaign?.key());
        campaign == Some(key)
    };
    report.ledger.iter().copied().filter(of_it)
}

/// As it was written, with its dates; an approximate end is said to be one.
pub(crate) fn period(desk: &Desk<'_>, period: &Period) -> String {
    let words = desk.words;
    let text = words.optional(period.text.as_ref());
    let end = words.optional_day(period.end);
    let end = if period.approx && !end.is_empty() {
        words.with("approximately", "date", &end)
    } else {
        end
    };
    let dates = words.span_of(&words.optional_day(period.start), &end);
    match (text.is_empty(), dates.is_empty()) {
        (false, false) => say(
            desk,
            "period-with-dates",
            &[("text", text), ("dates", dates)],
        ),
        (false, true) => text,
        (true, _) => dates,
    }
}

fn basis(desk: &Desk<'_>, basis: &Basis) -> BasisView {
    BasisView {
        title: web_link(&desk.words.text(&basis.title), basis.url.as_ref()),
        issuer: desk.optional_party(basis.issuer.as_ref()),
        document_no: basis.document_no.clone().unwrap_or_default(),
        date: iso(basis.date),
    }
}

fn key_periods(desk: &Desk<'_>, campaign: &Campaign) -> Vec<KeyPeriodView> {
    let periods = campaign.key_periods.iter();
    periods
        .map(|period| KeyPeriodView {
            name: desk.words.text(&period.name),
            from: period.from.to_string(),
            to: period.to.to_string(),
            now: within(desk.as_of(), Some(period.from), Some(period.to)),
        })
        .collect()
}

fn command(desk: &Desk<'_>, campaign: &Campaign) -> Vec<CommandView> {
    let mut roles: Vec<CommandView> = Vec::new();
    for post in &campaign.command {
        let role = desk.words.text(&post.role);
        let posts = match post.person {
            Party::Person(Seen::Shown(key)) => super::person::posts_on(desk, key, desk.as_of()),
            _ => String::new(),
        };
        let person = desk.party(&post.person);
        let one = CommanderView { person, posts };
        match roles.iter_mut().find(|known| known.role == role) {
            Some(known) => known.people.push(one),
            None => roles.push(CommandView {
                role,
                people: vec![one],
            }),
        }
    }
    roles
}

pub(crate) fn reporting(desk: &Desk<'_>, campaign: &Campaign) -> String {
    let Some(reporting) = campaign.reporting else {
        return String::new();
    };
    let id = format!("reporting-{}", reporting.cadence.word());
    let weekday = format!("weekday-{}", reporting.cutoff_day);
    let day = match reporting.cadence {
        ReportingCadence::Weekly => desk.words.plain(&weekday),
        _ => reporting.cutoff_day.to_string(),
    };
    let values = [("day", day), ("grace", reporting.grace_days.to_string())];
    say(desk, &id, &values)
}

pub(crate) fn sponsorship(desk: &Desk<'_>, of: &Sponsorship) -> SponsorshipView {
    let (kind, link) = match of.of {
        Sponsored::Unit(unit) => ("word-unit", desk.seen_unit(unit)),
        Sponsored::Area(area) => ("word-area", desk.seen_area(area)),
        Sponsored::Task(task) => ("word-task", desk.seen_task(task)),
    };
    SponsorshipView {
        person: desk.seen_person(of.person),
        kind: desk.words.plain(kind),
        of: link,
        from: iso(of.from),
        to: iso(of.to),
        now: within(desk.as_of(), of.from, of.to),
    }
}

pub(crate) fn within(day: Date, from: Option<Date>, to: Option<Date>) -> bool {
    from.is_none_or(|f| f <= day) && to.is_none_or(|t| day <= t)
}
