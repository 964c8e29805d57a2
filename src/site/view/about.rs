//! How to read the site: every rule and threshold in force, and what each figure means.

use serde::Serialize;

use crate::decimal::Decimal;
use crate::model::{Bounds, Condition, LightRule};
use crate::site::desk::Desk;

use super::item::say;
use super::parts::{LightView, Link};

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
pub(crate) struct LightLine {
    pub(crate) light: LightView,
    pub(crate) when: String,
}

#[derive(Debug, Serialize)]
pub(crate) struct Definition {
    pub(crate) term: String,
    pub(crate) text: String,
}

/// Figures with a `define-…` message each, in the order of the page.
pub(crate) const DEFINED: [&str; 16] = [
    "counted",
    "effective-due",
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
        reporting: super::calendar::cut_offs(desk),
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

fn light_line(desk: &Desk<'_>, rule: &LightRule) -> LightLine {
    let when = match &rule.text {
        Some(text) => desk.words.text(text),
        None => {
            let all: Vec<String> = rule.when.iter().map(|c| condition(desk, c)).collect();
            all.join(&desk.words.plain("and-mark"))
        }
    };
    LightLine {
        light: desk.light(rule.light),
        when,
    }
}

fn condition(desk: &Desk<'_>, condition: &Condition) -> String {
    let words = |family: &str, all: &[&str]| {
        let all: Vec<String> = all.iter().map(|word| desk.words.of(family, word)).collect();
        all.join(&desk.words.plain("or-mark"))
    };
    let flag = |id: &str, yes: bool| {
        let id = if yes {
            format!("when-{id}")
        } else {
            format!("when-not-{id}")
        };
        desk.words.plain(&id)
    };
    let figure = |id: &str, of: &Bounds| {
        let name = desk.words.plain(&format!("figure-{id}"));
        bounds(desk, &name, of)
    };
    match condition {
        Condition::State(states) => {
            let states: Vec<&str> = states.iter().map(|s| s.word()).collect();
            desk.words
                .with("when-state", "states", &words("state", &states))
        }
        Condition::Pace(paces) => {
            let paces: Vec<&str> = paces.iter().map(|p| p.word()).collect();
            desk.words
                .with("when-pace", "paces", &words("pace", &paces))
        }
        Condition::Ongoing(yes) => flag("ongoing", *yes),
        Condition::Overdue(yes) => flag("overdue", *yes),
        Condition::DueSoon(yes) => flag("due-soon", *yes),
        Condition::Stale(yes) => flag("stale", *yes),
        Condition::NeedsHelp(yes) => flag("needs-help", *yes),
        Condition::BeforeStart(yes) => flag("before-start", *yes),
        Condition::Untagged(tags) => {
            desk.words
                .with("when-untagged", "tags", &desk.words.list(tags))
        }
        Condition::Rated(levels) => {
            desk.words
                .with("when-rated", "levels", &desk.words.list(levels))
        }
        Condition::Tags(tags) => desk.words.with("when-tags", "tags", &desk.words.list(tags)),
        Condition::Kind(kinds) => desk
            .words
            .with("when-kind", "kinds", &desk.words.list(kinds)),
        Condition::Actual(of) => figure("actual", of),
        Condition::Planned(of) => figure("planned", of),
        Condition::Gap(of) => figure("gap", of),
        Condition::DaysOverdue(of) => figure("days-overdue", of),
        Condition::DaysToDue(of) => figure("days-to-due", of),
        Condition::MonthsSinceStart(of) => figure("months-since-start", of),
        Condition::MilestonesOverdue(of) => figure("milestones-overdue", of),
        Condition::MilestoneDaysLate(of) => figure("milestone-days-late", of),
        Condition::KeyMilestoneDaysLate(of) => figure("key-milestone-days-late", of),
        Condition::MonthShare(of) => figure("month-share", of),
        Condition::LastMonthShare(of) => figure("last-month-share", of),
        Condition::FundsGap(of) => figure("funds-gap", of),
        Condition::OpenNotices(of) => figure("open-notices", of),
        Condition::OpenNoticesOf(kind, of) => {
            let kind = desk.words.of("notice", super::task::notice_word(*kind));
            let name = desk.words.with("figure-open-notices-of", "kind", &kind);
            bounds(desk, &name, of)
        }
        Condition::FinishedDaysLate(of) => figure("finished-days-late", of),
        Condition::ForecastDaysLate(of) => figure("forecast-days-late", of),
    }
}

/// `欠序时进度 > 30`: the figure's name and its bounds.
fn bounds(desk: &Desk<'_>, name: &str, of: &Bounds) -> String {
    if of.none {
        return desk.words.with("figure-missing", "figure", name);
    }
    let signs = [
        (">", of.above),
        ("≥", of.min),
        ("<", of.below),
        ("≤", of.max),
    ];
    let bounds = signs
        .iter()
        .filter_map(|(sign, n)| Some(format!("{name} {sign} {}", (*n)?)));
    bounds
        .collect::<Vec<_>>()
        .join(&desk.words.plain("and-mark"))
}

/// Which of the years that the work spans have their days off entered.
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
    let mut lines = Vec::new();
    if !covered.is_empty() {
        lines.push(say_years("calendar-covered", &covered));
    }
    if !open.is_empty() {
        lines.push(say_years("calendar-open", &open));
    }
    lines
}

fn downloads(desk: &Desk<'_>) -> Vec<Link> {
    let names = crate::site::downloads::NAMES.iter();
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
fn facts_file(desk: &Desk<'_>) -> Link {
    let title = desk.words.plain("data-facts");
    let values = [("title", title), ("kind", "JSON".to_owned())];
    let text = say(desk, "data-file", &values);
    Link::new(&text, format!("{}data/facts.json", desk.root))
}
