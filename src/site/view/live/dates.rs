//! Reports at other dates than the page's, each made once for a body.

use std::collections::BTreeMap;

use crate::date::Date;
use crate::derive::{self, Report};
use crate::model::{Directive, DirectiveKind, LiveFact};
use crate::site::desk::Desk;
use crate::site::index::Index;

/// A report and its index for each other date that the live facts of a body ask for.
pub(crate) struct Dates<'p>(BTreeMap<Date, (Report<'p>, Index)>);

impl<'p> Dates<'p> {
    pub(crate) fn of<'f>(
        desk: &Desk<'p>,
        facts: impl IntoIterator<Item = &'f LiveFact>,
    ) -> Dates<'p> {
        let mut reports = BTreeMap::new();
        let wanted = facts.into_iter().flat_map(|fact| {
            let compared = match fact {
                LiveFact::Directive(directive) => since(desk, directive),
                LiveFact::Figure(_) => None,
            };
            fact.dates().chain(compared)
        });
        for date in wanted {
            if date < desk.as_of() {
                reports.entry(date).or_insert_with(|| {
                    let report = derive::report(desk.report.project, date);
                    let index = Index::new(&report);
                    (report, index)
                });
            }
        }
        Dates(reports)
    }

    /// The desk at a date; at the page's own for none, and for a later one: nothing of it is known yet.
    pub(crate) fn at<'d>(&'d self, desk: &'d Desk<'p>, date: Option<Date>) -> Desk<'d> {
        match date.and_then(|date| self.0.get(&date)) {
            Some((report, index)) => Desk {
                report,
                index,
                rows: None,
                ..*desk
            },
            None => *desk,
        }
    }
}

/// The day that a directive compares with: its own, else that of the page where the directive is at the page's date.
pub(super) fn since(desk: &Desk<'_>, directive: &Directive) -> Option<Date> {
    let compares = matches!(
        directive.kind,
        DirectiveKind::Changes | DirectiveKind::Summary
    );
    let of_page = || desk.report.earlier.as_ref().map(|report| report.as_of);
    directive.since.or_else(|| {
        let is_of_page = compares && directive.as_of.is_none();
        of_page().filter(|_| is_of_page)
    })
}
