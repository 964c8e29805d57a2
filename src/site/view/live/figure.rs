//! A figure inside a sentence, as text.

use crate::date::Date;
use crate::decimal::Decimal;
use crate::derive::{ProblemRollUp, RollUp, problem_roll_up, roll_up, sum, targets_met};
use crate::model::{Asks, Directive, DirectiveKind, Field, Figure, RateName, Show, Wanted};
use crate::site::desk::Desk;

use super::Dates;
use super::ask::Subject;
use super::fact::values;
use super::items::chosen;

/// A figure at its own date or the page's; a dash where there is none.
pub(crate) fn figure(desk: &Desk<'_>, dates: &Dates<'_>, figure: &Figure) -> String {
    let now = &dates.at(desk, figure.as_of);
    let words = now.words;
    match figure.asks {
        Asks::Count(kind) => all(now, figure, kind).len().to_string(),
        Asks::Rate(kind, name) => {
            let chosen = all(now, figure, kind);
            words.percent_cell(rate(now, &chosen, (kind, name)))
        }
        Asks::Sum(kind, field) => {
            let figures = of_field(now, figure, (kind, field)).into_iter();
            let figures = figures.filter_map(|value| match value {
                Wanted::Number(number) => Some(number),
                _ => None,
            });
            sum(figures).map_or_else(|| words.plain("no-figure"), |sum| sum.to_string())
        }
        Asks::Days(from, to) => {
            let from = from.unwrap_or(now.as_of());
            let to = to.unwrap_or(now.as_of());
            to.days_since(from).to_string().replace('-', "−")
        }
        Asks::Date(date) => words.day(date.unwrap_or(now.as_of())),
        Asks::LatestDate(kind, field) => {
            let dates = of_field(now, figure, (kind, field)).into_iter();
            let dates = dates.filter_map(|value| match value {
                Wanted::Date(date) => Some(date),
                _ => None,
            });
            let latest: Option<Date> = dates.max();
            latest.map_or_else(|| words.plain("no-figure"), |date| words.day(date))
        }
    }
}

fn all(desk: &Desk<'_>, figure: &Figure, kind: DirectiveKind) -> Vec<Subject> {
    let directive = Directive {
        kind,
        conditions: figure.conditions.clone(),
        columns: Vec::new(),
        sort: Vec::new(),
        group: None,
        limit: None,
        as_of: None,
        since: None,
        title: None,
        parents: false,
        show: Show::default(),
        of: None,
    };
    chosen(desk, &directive)
}

fn of_field(
    desk: &Desk<'_>,
    figure: &Figure,
    (kind, field): (DirectiveKind, Field),
) -> Vec<Wanted> {
    let records = all(desk, figure, kind).into_iter();
    records
        .flat_map(|subject| values(desk, subject, field))
        .collect()
}

fn rate(
    desk: &Desk<'_>,
    chosen: &[Subject],
    (kind, name): (DirectiveKind, RateName),
) -> Option<Decimal> {
    match kind {
        DirectiveKind::Problems => {
            let problems = chosen.iter().filter_map(|subject| match subject {
                Subject::Problem(key) => Some(*key),
                _ => None,
            });
            of_problems(&problem_roll_up(desk.report, problems), name)
        }
        DirectiveKind::Indicators => {
            let indicators = chosen.iter().filter_map(|subject| match subject {
                Subject::Indicator(key) => Some(*key),
                _ => None,
            });
            targets_met(desk.report, indicators).percent
        }
        _ => {
            let items = chosen.iter().filter_map(|subject| match subject {
                Subject::Item(count) => Some(*count),
                _ => None,
            });
            of_items(&roll_up(desk.report, items), name)
        }
    }
}

fn of_problems(set: &ProblemRollUp, name: RateName) -> Option<Decimal> {
    match name {
        RateName::Rectified => set.rectified.percent,
        RateName::Closure => set.closure.percent,
        RateName::OnTime => set.on_time.percent,
        RateName::Overdue => set.overdue.percent,
        _ => None,
    }
}

fn of_items(set: &RollUp, name: RateName) -> Option<Decimal> {
    match name {
        RateName::Start => set.start.percent,
        RateName::Completion => set.completion.percent,
        RateName::OnTime => set.on_time.percent,
        RateName::Overdue => set.overdue.percent,
        RateName::Closure => set.closure.percent,
        RateName::Report => set.report.percent,
        RateName::Progress => set.weighted_progress,
        RateName::Rectified | RateName::Met => None,
    }
}
