//! Where the score of one criterion comes from, in words and numbers, with links to what was looked at.

use serde::Serialize;

use crate::decimal::Decimal;
use crate::derive::{FindingPoints, PartAttainment, Rate, ScoreBasis};
use crate::model::{Inspection, Key, Party, Text};
use crate::site::desk::Desk;

use super::attainment::with_hidden;
use super::item::say;
use super::parts::Link;

#[derive(Debug, Default, Serialize)]
pub(crate) struct SourceView {
    pub(crate) text: String,
    /// Inspections, findings and indicators that it was read from.
    pub(crate) from: Vec<Link>,
}

pub(crate) fn source(desk: &Desk<'_>, basis: &ScoreBasis) -> SourceView {
    match basis {
        ScoreBasis::Progress { items } => counted(desk, "source-progress", *items),
        ScoreBasis::OnTime(rate) => rated(desk, "source-on-time", *rate),
        ScoreBasis::Closure(rate) => rated(desk, "source-closure", *rate),
        ScoreBasis::Reporting { rate, cutoffs } => reporting(desk, *rate, *cutoffs),
        ScoreBasis::Inspection {
            inspections,
            findings,
            points,
        } => inspected(desk, (inspections, findings), *points),
        ScoreBasis::Indicator { indicators, hidden } => measured(desk, indicators, *hidden),
        ScoreBasis::Manual {
            score,
            max,
            reason,
            by,
        } => by_hand(desk, (*score, *max), reason.as_ref(), by.as_ref()),
        ScoreBasis::NotScored => plain(desk.words.plain("source-not-scored")),
    }
}

fn plain(text: String) -> SourceView {
    let from = Vec::new();
    SourceView { text, from }
}

fn counted(desk: &Desk<'_>, id: &str, n: u32) -> SourceView {
    if n == 0 {
        return plain(desk.words.plain(&format!("{id}-none")));
    }
    plain(desk.words.count(id, n as usize))
}

fn rated(desk: &Desk<'_>, id: &str, rate: Rate) -> SourceView {
    if rate.of == 0 {
        return plain(desk.words.plain(&format!("{id}-none")));
    }
    let values = [
        ("count", rate.count.to_string()),
        ("of", rate.of.to_string()),
    ];
    plain(say(desk, id, &values))
}

fn reporting(desk: &Desk<'_>, rate: Rate, cutoffs: u32) -> SourceView {
    if rate.of == 0 {
        return plain(desk.words.plain("source-reporting-none"));
    }
    let values = [
        ("count", rate.count.to_string()),
        ("of", rate.of.to_string()),
        ("cutoffs", cutoffs.to_string()),
    ];
    plain(say(desk, "source-reporting", &values))
}

fn inspected(
    desk: &Desk<'_>,
    (inspections, findings): (&[Key<Inspection>], &[FindingPoints]),
    points: Decimal,
) -> SourceView {
    if inspections.is_empty() {
        return plain(desk.words.plain("source-inspection-none"));
    }
    let values = [
        ("inspections", inspections.len().to_string()),
        ("findings", findings.len().to_string()),
        ("points", points.to_string()),
    ];
    let id = if findings.is_empty() {
        "source-inspection-clean"
    } else {
        "source-inspection"
    };
    let shelf = &desk.report.project.inspections;
    let found = findings.iter().map(|one| {
        let inspection = shelf.at(one.inspection, desk.as_of());
        let finding = &inspection.findings[one.finding];
        let link = desk.inspection(one.inspection);
        let values = [
            ("text", desk.words.text(&finding.text)),
            ("points", one.points.to_string()),
        ];
        let text = say(desk, "source-finding", &values);
        Link::new(&text, format!("{}#{}", link.href, finding.id))
    });
    let mut from: Vec<Link> = found.collect();
    if from.is_empty() {
        from.extend(inspections.iter().map(|key| desk.inspection(*key)));
    }
    SourceView {
        text: say(desk, id, &values),
        from,
    }
}

fn measured(desk: &Desk<'_>, indicators: &[PartAttainment], hidden: u32) -> SourceView {
    let known = indicators.iter().filter(|one| one.credited.is_some());
    let text = match known.count() {
        0 => desk.words.plain("source-indicator-none"),
        n => desk.words.count("source-indicator", n),
    };
    let from = indicators.iter().map(|one| {
        let link = desk.indicator(one.indicator);
        let values = [
            ("name", link.text.clone()),
            ("attained", desk.words.percent(one.credited)),
            ("weight", one.weight.to_string()),
        ];
        Link::new(&say(desk, "source-attained", &values), link.href)
    });
    SourceView {
        text: with_hidden(desk, text, hidden),
        from: from.collect(),
    }
}

fn by_hand(
    desk: &Desk<'_>,
    (score, max): (Decimal, Decimal),
    reason: Option<&Text>,
    by: Option<&Party>,
) -> SourceView {
    let values = [("score", score.to_string()), ("max", max.to_string())];
    let mut said = vec![say(desk, "source-manual", &values)];
    let by = desk.optional_party(by).text;
    if !by.is_empty() {
        said.push(desk.words.with("source-manual-by", "by", &by));
    }
    said.extend(reason.map(|reason| desk.words.text(reason)));
    plain(said.join(&desk.words.plain("semicolon")))
}
