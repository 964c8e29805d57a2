//! How to read the site: every rule and threshold in force, and what each figure means.

use serde::Serialize;

use crate::decimal::Decimal;
use crate::site::desk::Desk;

use super::item::say;
use super::light_rule::{LightLine, light_line};
use super::parts::Link;

#[derive(Debug, Serialize)]
pub(crate) struct AboutView {
    pub(crate) as_of: String,
    pub(crate) counts: Vec<Counted>,
    pub(crate) pace: Vec<String>,
    pub(crate) due_soon: String,
    pub(crate) shares: String,
    /// In order: the first that holds decides.
    pub(crate) lights: Vec<LightLine>,
    pub(crate) basis: String,
    pub(crate) reporting: Vec<String>,
    pub(crate) calendar: Vec<String>,
    pub(crate) definitions: Vec<Definition>,
    pub(crate) downloads: Vec<Link>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Counted {
    pub(crate) label: String,
    pub(crate) count: String,
}

#[derive(Debug, Serialize)]
pub(crate) struct Definition {
    pub(crate) term: String,
    pub(crate) text: String,
}

/// Figures with a `define-…` message each, in the order of the page.
pub(crate) const DEFINED: [&str; 22] = [
    "counted",
    "parent-figures",
    "carried-out",
    "by-lead",
    "effective-due",
    "original-due",
    "state",
    "actual",
    "planned",
    "gap",
    "overdue",
    "due-soon",
    "stale",
    "start-rate",
    "completion-rate",
    "on-time-rate",
    "overdue-rate",
    "closure-rate",
    "report-rate",
    "weighted-progress",
    "burn-up",
    "reporting-course",
];

pub(crate) fn about(desk: &Desk<'_>) -> AboutView {
    let rules = &desk.report.project.rules;
    let words = desk.words;
    let points = |n: Decimal| vec![("n", n.to_string())];
    let far = [
        ("n", rules.behind_points.to_string()),
        ("far", rules.far_behind_points.to_string()),
    ];
    AboutView {
        as_of: words.day(desk.as_of()),
        counts: counts(desk),
        pace: vec![
            say(desk, "rule-ahead", &points(rules.ahead_points)),
            say(desk, "rule-on-schedule", &points(rules.behind_points)),
            say(desk, "rule-behind", &far),
            say(desk, "rule-far-behind", &points(rules.far_behind_points)),
        ],
        due_soon: words.count("rule-due-soon", rules.due_soon_days as usize),
        shares: words.plain(if rules.shares_add_up {
            "rule-shares-add-up"
        } else {
            "rule-shares-round"
        }),
        lights: rules
            .lights
            .iter()
            .map(|rule| light_line(desk, rule))
            .collect(),
        basis: words.optional(rules.basis.as_ref()),
        reporting: super::not_reported::rules_and_cut_offs(desk),
        calendar: calendar(desk),
        definitions: DEFINED
            .iter()
            .map(|id| Definition {
                term: words.plain(&format!("term-{id}")),
                text: words.plain(&format!("define-{id}")),
            })
            .collect(),
        downloads: downloads(desk),
    }
}

fn counts(desk: &Desk<'_>) -> Vec<Counted> {
    let report = desk.report;
    let there = |facts: usize| facts.to_string();
    let lines = [
        ("word-task", report.tasks.iter().flatten().count()),
        ("word-decision", report.decisions.iter().flatten().count()),
        (
            "word-meeting",
            report.meetings.iter().filter(|there| **there).count(),
        ),
        (
            "word-document",
            report.documents.iter().filter(|there| **there).count(),
        ),
        ("word-unit", report.units.iter().flatten().count()),
        ("word-person", report.people.iter().flatten().count()),
        ("word-area", report.areas.iter().flatten().count()),
    ];
    let lines = lines.into_iter();
    lines
        .map(|(id, count)| Counted {
            label: desk.words.plain(id),
            count: there(count),
        })
        .collect()
}

/// The days of the week that are off.
fn weekend(desk: &Desk<'_>) -> String {
    let days = desk.report.project.calendar.weekend.iter();
    let days: Vec<String> = days
        .map(|day| desk.words.plain(&format!("weekday-{}", *day as u8)))
        .collect();
    if days.is_empty() {
        return desk.words.plain("calendar-no-weekend");
    }
    desk.words
        .with("calendar-weekend", "days", &desk.words.list(&days))
}

/// The weekend, and which of the years that the work spans have their days off entered.
fn calendar(desk: &Desk<'_>) -> Vec<String> {
    let project = desk.report.project;
    let campaigns = project.campaigns.keys().filter_map(|key| {
        let period = &project.campaigns.at(key, desk.as_of()).period;
        let first = period.start?.year();
        let last = period.end.map_or(first, |end| end.year());
        Some((first, last.max(desk.as_of().year())))
    });
    let this = desk.as_of().year();
    let (first, last) = campaigns.fold((this, this), |(a, b), (c, d)| (a.min(c), b.max(d)));
    let (covered, open): (Vec<i16>, Vec<i16>) =
        (first..=last).partition(|year| project.calendar.covers(*year));
    let say_years = |id: &str, years: &[i16]| {
        let years: Vec<String> = years
            .iter()
            .map(|y| desk.words.with("year", "year", &y.to_string()))
            .collect();
        desk.words.with(id, "years", &desk.words.list(&years))
    };
    let mut lines = vec![weekend(desk)];
    if !covered.is_empty() {
        lines.push(say_years("calendar-covered", &covered));
    }
    if !open.is_empty() {
        lines.push(say_years("calendar-open", &open));
    }
    lines
}

fn downloads(desk: &Desk<'_>) -> Vec<Link> {
    let lists = crate::site::downloads::lists(desk);
    let names = lists.iter().map(|list| list.name);
    names
        .flat_map(|name| {
            ["csv", "json"].map(|kind| {
                let file = format!("data/{name}.{kind}");
                let title = desk.words.plain(&format!("data-{name}"));
                let text = say(
                    desk,
                    "data-file",
                    &[("title", title), ("kind", kind.to_uppercase())],
                );
                Link::new(&text, format!("{}{file}", desk.root))
            })
        })
        .chain([facts_file(desk)])
        .collect()
}

/// Every figure in one file.
pub(crate) fn facts_file(desk: &Desk<'_>) -> Link {
    let title = desk.words.plain("data-facts");
    let values = [("title", title), ("kind", "JSON".to_owned())];
    let text = say(desk, "data-file", &values);
    Link::new(&text, format!("{}data/facts.json", desk.root))
}
