//! A figure inside a sentence, as text.

use crate::date::Date;
use crate::derive::{Count, RollUp, roll_up, sum};
use crate::model::{Asks, Directive, DirectiveKind, Field, Figure, RateName, Wanted};
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
        Asks::Rate(name) => {
            let items = all(now, figure, DirectiveKind::Tasks).into_iter();
            let counts: Vec<Count> = items
                .filter_map(|subject| match subject {
                    Subject::Item(count) => Some(count),
                    _ => None,
                })
                .collect();
            words.percent_cell(rate(&roll_up(now.report, counts), name))
        }
        Asks::Sum(field) => {
            let figures = of_field(now, figure, field).into_iter();
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
        Asks::LatestDate(field) => {
            let dates = of_field(now, figure, field).into_iter();
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
    };
    chosen(desk, &directive)
}

fn of_field(desk: &Desk<'_>, figure: &Figure, field: Field) -> Vec<Wanted> {
    let items = all(desk, figure, DirectiveKind::Tasks).into_iter();
    items
        .flat_map(|subject| values(desk, subject, field))
        .collect()
}

fn rate(set: &RollUp, name: RateName) -> Option<crate::decimal::Decimal> {
    match name {
        RateName::Start => set.start.percent,
        RateName::Completion => set.completion.percent,
        RateName::OnTime => set.on_time.percent,
        RateName::Overdue => set.overdue.percent,
        RateName::Closure => set.closure.percent,
        RateName::Report => set.report.percent,
        RateName::Progress => set.weighted_progress,
    }
}
