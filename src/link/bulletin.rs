//! Bulletins, linked and checked.

use crate::date::Date;
use crate::diagnostic::Finding;
use crate::frozen::{self, Edition};
use crate::model::{Bulletin, Erratum, Head, Mention, Party, Review, SeriesKind, Text, Withdrawal};
use crate::record::{
    BulletinRecord, ErratumRecord, List, MentionRecord, ReviewRecord, SpanRecord, Words,
};

use super::edition;
use super::linker::Linker;
use super::trail::Trail;

pub(super) fn bulletin(record: BulletinRecord, head: Head, linker: &mut Linker<'_>) -> Bulletin {
    let trail = Trail::record(head.origin);
    let title = linker.require_text(record.title, &trail, "title");
    linker.require(record.series.as_ref(), &trail, "series");
    let series = linker.series(record.series, SeriesKind::Bulletin, &trail.key("series"));
    let number = linker.require(record.number.map(|whole| whole.0), &trail, "number");
    let period = linker.require(record.period, &trail, "period");
    let (from, to) = self::period(linker, period, &trail);
    let as_of = linker.require(record.as_of.map(|day| day.0), &trail, "as_of");
    let dated = linker.require(record.dated.map(|day| day.0), &trail, "dated");
    if let (Some(as_of), Some(dated)) = (as_of, dated)
        && dated < as_of
    {
        let early = Finding::error("dated-before-as-of", trail.key("dated").here());
        let early = early.with("as_of", as_of).with("dated", dated);
        linker
            .findings
            .push(early.and_at("compared-here", trail.key("as_of").here()));
    }
    let dated = dated.unwrap_or(linker.no_day());
    let mut head = head;
    // A draft is shown from the day of its figures on.
    let is_released = linker.is_released(head.origin.current());
    let first = as_of.filter(|_| !is_released).unwrap_or(dated);
    head.exists_from = head.exists_from.or(Some(first));
    let campaign = record
        .campaign
        .or_else(|| linker.frame.only_campaign.clone());
    let issuers = record.issuers.0.into_iter();
    let mut issuers: Vec<Party> = issuers.map(|words| linker.party(words)).collect();
    let layout = record.layout.map(|word| word.0);
    if let Some(series) = series.as_ref().filter(|_| issuers.is_empty()) {
        let usual = series.issuers.iter();
        issuers = usual
            .map(|id| linker.party(Words(Text::Plain(id.clone()))))
            .collect();
    }
    let mut bulletin = Bulletin {
        title,
        campaign: linker.refer(campaign, &trail.key("campaign")),
        number: number.unwrap_or(0),
        from,
        to,
        as_of: as_of.unwrap_or(linker.no_day()),
        dated,
        kind: record.kind.map(|word| word.0).unwrap_or_default(),
        issuers,
        signatory: linker.optional_party(record.signatory),
        addressees: texts(record.addressees),
        copy_to: texts(record.copy_to),
        document_no: record.document_no,
        urgency: record.urgency.map(|words| words.0),
        layout: layout
            .or(series.as_ref().and_then(|series| series.layout))
            .unwrap_or_default(),
        commended: mentions(linker, record.commended.0, &trail.key("commended")),
        criticised: mentions(linker, record.criticised.0, &trail.key("criticised")),
        reviews: reviews(linker, record.reviews.0, &trail.key("reviews")),
        errata: errata(linker, record.errata.0, &trail.key("errata")),
        released: None,
        withdrawn: record.withdrawn.and_then(|one| {
            let on = linker.require(one.on.map(|day| day.0), &trail.key("withdrawn"), "on");
            let reason = one.reason.map(|words| words.0);
            Some(Withdrawal { on: on?, reason })
        }),
        series,
        head,
    };
    bulletin.released = edition::released(&bulletin, linker);
    orderly(&bulletin, linker);
    bulletin
}

/// What an office does with a bulletin has an order of its own.
fn orderly(bulletin: &Bulletin, linker: &mut Linker<'_>) {
    let none = linker.no_day();
    let trail = Trail::record(bulletin.head.origin);
    let is_current = bulletin.head.origin == bulletin.head.origin.current();
    if !is_current || [bulletin.as_of, bulletin.dated, bulletin.to].contains(&none) {
        return;
    }
    let dated = bulletin.dated;
    let errata = trail.key("errata");
    for (place, erratum) in bulletin.errata.iter().enumerate() {
        let says = |edition: &Edition| {
            let mut wordings = erratum.was.wordings();
            wordings.any(|was| frozen::says(edition, was))
        };
        if bulletin.released.as_ref().is_some_and(|one| !says(one)) {
            let nowhere = errata.place(place);
            let nowhere = Finding::warning("erratum-of-nothing", nowhere.key("was").here());
            linker.findings.push(nowhere);
        }
        if erratum.on < dated {
            let early = errata.place(place);
            let early = Finding::error("erratum-before-dated", early.key("on").here());
            linker
                .findings
                .push(early.with("on", erratum.on).with("dated", dated));
        }
    }
    if let Some(withdrawn) = bulletin.withdrawn.as_ref().filter(|one| one.on < dated) {
        let early = Finding::error(
            "withdrawn-before-dated",
            trail.key("withdrawn").key("on").here(),
        );
        linker
            .findings
            .push(early.with("on", withdrawn.on).with("dated", dated));
    }
    if bulletin.as_of < bulletin.to {
        let early = Finding::warning("as-of-before-period-end", trail.key("as_of").here());
        let early = early
            .with("as_of", bulletin.as_of)
            .with("to", bulletin.to)
            .and_at("period-here", trail.key("period").key("to").here());
        linker.findings.push(early);
    }
    let reviewed = |edition: &Edition| {
        let reviews = &edition.record.reviews;
        let whole = |one: &frozen::Review| !one.who.is_empty() && !one.on.is_empty();
        !reviews.is_empty() && reviews.iter().all(whole)
    };
    if bulletin.released.as_ref().is_some_and(|one| !reviewed(one)) {
        let without = Finding::warning("released-without-review", trail.key("reviews").here());
        linker.findings.push(without);
    }
}

fn texts(list: List<Words>) -> Vec<Text> {
    list.0.into_iter().map(|words| words.0).collect()
}

/// From one day to another, both required; a missing one has its finding and a stand-in.
pub(super) fn period(
    linker: &mut Linker<'_>,
    record: Option<SpanRecord>,
    trail: &Trail<'_>,
) -> (Date, Date) {
    let none = linker.no_day();
    let Some(record) = record else {
        return (none, none);
    };
    let trail = trail.key("period");
    let from = linker.require(record.from.map(|day| day.0), &trail, "from");
    let to = linker.require(record.to.map(|day| day.0), &trail, "to");
    if let (Some(from), Some(to)) = (from, to)
        && to < from
    {
        let ends = Finding::error("span-ends-before-start", trail.key("to").here());
        linker
            .findings
            .push(ends.and_at("start-here", trail.key("from").here()));
    }
    (from.unwrap_or(none), to.unwrap_or(none))
}

fn mentions(
    linker: &mut Linker<'_>,
    records: Vec<MentionRecord>,
    trail: &Trail<'_>,
) -> Vec<Mention> {
    let records = records.into_iter().enumerate();
    let all = records.map(|(place, record)| {
        let trail = trail.place(place);
        if record.unit.is_none() && record.task.is_none() && record.text.is_none() {
            linker.require::<()>(None, &trail, "unit");
        }
        Mention {
            unit: linker.refer(record.unit, &trail.key("unit")),
            task: linker.refer(record.task, &trail.key("task")),
            text: record.text.map(|words| words.0),
        }
    });
    all.collect()
}

fn reviews(linker: &mut Linker<'_>, records: Vec<ReviewRecord>, trail: &Trail<'_>) -> Vec<Review> {
    let records = records.into_iter().enumerate();
    let all = records.map(|(place, record)| Review {
        stage: linker.require_text(record.stage, &trail.place(place), "stage"),
        who: linker.optional_party(record.who),
        on: record.on.map(|day| day.0),
    });
    all.collect()
}

fn errata(linker: &mut Linker<'_>, records: Vec<ErratumRecord>, trail: &Trail<'_>) -> Vec<Erratum> {
    let records = records.into_iter().enumerate();
    let all = records.filter_map(|(place, record)| {
        let trail = trail.place(place);
        let was = linker.require_text(record.was, &trail, "was");
        let is = linker.require_text(record.is, &trail, "is");
        let on = linker.require(record.on.map(|day| day.0), &trail, "on")?;
        let reason = record.reason.map(|words| words.0);
        Some(Erratum {
            on,
            was,
            is,
            reason,
        })
    });
    all.collect()
}
