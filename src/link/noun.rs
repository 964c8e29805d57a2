//! Campaigns, areas, units, people and documents, linked and checked.

use crate::diagnostic::Finding;
use crate::model::{
    Area, Basis, Campaign, CommandPost, Document, Head, KeyPeriod, Period, Person, Post, Reporting,
    ReportingCadence, Sponsored, Sponsorship, Text, Unit, Visibility,
};
use crate::record::{
    AreaRecord, BasisRecord, CampaignRecord, CommandPostRecord, DocumentRecord, KeyPeriodRecord,
    PersonRecord, ReportingRecord, SponsorshipRecord, UnitRecord,
};

use super::linker::Linker;
use super::trail::Trail;

pub(super) fn campaign(record: CampaignRecord, head: Head, linker: &mut Linker<'_>) -> Campaign {
    let trail = Trail::record(head.origin);
    let name = linker.require_text(record.name, &trail, "name");
    let period = linker
        .require(record.period, &trail, "period")
        .unwrap_or_default();
    let start = period.start.map(|day| day.0);
    if period.text.is_none() {
        linker.require(start, &trail.key("period"), "start");
    }
    let period = Period {
        start,
        end: period.end.map(|day| day.0),
        text: period.text.map(|words| words.0),
        approx: period.approx.0,
    };
    if let (Some(start), Some(end)) = (period.start, period.end)
        && end < start
    {
        let trail = trail.key("period");
        linker.findings.push(
            Finding::error("span-ends-before-start", trail.key("end").here())
                .and_at("start-here", trail.key("start").here()),
        );
    }
    let basis = record.basis.0.into_iter().enumerate();
    let basis = basis
        .map(|(n, one)| self::basis(linker, one, &trail.entry("basis", n).trail()))
        .collect();
    let key_periods = key_periods(linker, record.key_periods.0, &trail);
    let command = command(linker, record.command.0, &trail);
    let sponsorships = record.sponsorships.0.into_iter().enumerate();
    let sponsorships = sponsorships
        .filter_map(|(n, one)| sponsorship(linker, one, &trail.entry("sponsorships", n).trail()))
        .collect();
    let texts = |list: crate::record::List<crate::record::Words>| -> Vec<Text> {
        list.0.into_iter().map(|words| words.0).collect()
    };
    Campaign {
        name,
        aliases: texts(record.aliases),
        period,
        goal: record.goal.map(|words| words.0),
        basis,
        principles: texts(record.principles),
        requirements: texts(record.requirements),
        key_periods,
        command,
        office: linker.refer(record.office, &trail.key("office")),
        inspectorates: linker.refer_all(record.inspectorates.0, &trail.key("inspectorates")),
        charter: linker.refer(record.charter, &trail.key("charter")),
        reporting: record
            .reporting
            .and_then(|one| reporting(linker, &one, &trail.key("reporting"))),
        sponsorships,
        rating_scale: texts(record.rating_scale),
        active: record.active.is_none_or(|flag| flag.0),
        head,
    }
}

fn key_periods(
    linker: &mut Linker<'_>,
    records: Vec<KeyPeriodRecord>,
    trail: &Trail<'_>,
) -> Vec<KeyPeriod> {
    let periods = records.into_iter().enumerate();
    let periods = periods.filter_map(|(n, one)| {
        let entry = trail.entry("key_periods", n);
        let trail = entry.trail();
        let name = linker.require_text(one.name, &trail, "name");
        let from = linker.require(one.from.map(|day| day.0), &trail, "from");
        let to = linker.require(one.to.map(|day| day.0), &trail, "to");
        if let (Some(from), Some(to)) = (from, to)
            && to < from
        {
            linker.findings.push(
                Finding::error("span-ends-before-start", trail.key("to").here())
                    .and_at("start-here", trail.key("from").here()),
            );
        }
        let (from, to) = (from?, to?);
        Some(KeyPeriod { name, from, to })
    });
    periods.collect()
}

fn command(
    linker: &mut Linker<'_>,
    records: Vec<CommandPostRecord>,
    trail: &Trail<'_>,
) -> Vec<CommandPost> {
    let posts = records.into_iter().enumerate();
    let posts = posts.filter_map(|(n, one)| {
        let entry = trail.entry("command", n);
        let role = linker.require_text(one.role, &entry.trail(), "role");
        let person = linker.require(one.person, &entry.trail(), "person")?;
        let person = linker.party(person);
        Some(CommandPost { role, person })
    });
    posts.collect()
}

fn basis(linker: &mut Linker<'_>, record: BasisRecord, trail: &Trail<'_>) -> Basis {
    Basis {
        title: linker.require_text(record.title, trail, "title"),
        issuer: linker.optional_party(record.issuer),
        document_no: record.document_no,
        date: record.date.map(|day| day.0),
        url: record.url,
    }
}

fn reporting(
    linker: &mut Linker<'_>,
    record: &ReportingRecord,
    trail: &Trail<'_>,
) -> Option<Reporting> {
    let cadence = linker.require(record.cadence.map(|word| word.0), trail, "cadence");
    let cutoff = linker.require(record.cutoff_day.map(|day| day.0), trail, "cutoff_day");
    let (cadence, cutoff) = (cadence?, cutoff?);
    let last = match cadence {
        ReportingCadence::Weekly => 7,
        ReportingCadence::Monthly | ReportingCadence::Quarterly => 31,
    };
    if !(1..=last).contains(&cutoff) {
        let bad = Finding::error("bad-cutoff", trail.key("cutoff_day").here());
        linker.findings.push(
            bad.with("value", cutoff as usize)
                .with("last", last as usize),
        );
        return None;
    }
    let grace = record.grace_days.map_or(0, |days| days.0);
    let Ok(grace_days) = u8::try_from(grace) else {
        let bad = Finding::error("bad-cutoff", trail.key("grace_days").here());
        linker.findings.push(
            bad.with("value", grace as usize)
                .with("last", usize::from(u8::MAX)),
        );
        return None;
    };
    let cutoff_day = u8::try_from(cutoff).expect("invariant: at most 31");
    Some(Reporting {
        cadence,
        cutoff_day,
        grace_days,
    })
}

fn sponsorship(
    linker: &mut Linker<'_>,
    record: SponsorshipRecord,
    trail: &Trail<'_>,
) -> Option<Sponsorship> {
    let SponsorshipRecord {
        person,
        unit,
        area,
        task,
        from,
        to,
    } = record;
    let named =
        usize::from(unit.is_some()) + usize::from(area.is_some()) + usize::from(task.is_some());
    if named != 1 {
        linker
            .findings
            .push(Finding::error("sponsorship-of-one", trail.here()));
    }
    linker.require(person.as_ref(), trail, "person");
    let person = linker.refer(person, &trail.key("person"));
    let unit = linker.refer(unit, &trail.key("unit")).map(Sponsored::Unit);
    let area = linker.refer(area, &trail.key("area")).map(Sponsored::Area);
    let task = linker.refer(task, &trail.key("task")).map(Sponsored::Task);
    let of = unit.or(area).or(task)?;
    Some(Sponsorship {
        person: person?,
        of,
        from: from.map(|day| day.0),
        to: to.map(|day| day.0),
    })
}

pub(super) fn area(record: AreaRecord, head: Head, linker: &mut Linker<'_>) -> Area {
    const AXIS: &str = "area";
    let trail = Trail::record(head.origin);
    Area {
        name: linker.require_text(record.name, &trail, "name"),
        code: record.code,
        parent: linker.refer(record.parent, &trail.key("parent")),
        lead: linker.refer(record.lead, &trail.key("lead")),
        sponsor: linker.refer(record.sponsor, &trail.key("sponsor")),
        axis: record.axis.unwrap_or_else(|| AXIS.to_owned()),
        head,
    }
}

pub(super) fn unit(record: UnitRecord, head: Head, linker: &mut Linker<'_>) -> Unit {
    let trail = Trail::record(head.origin);
    let former = record.former_names.0.into_iter().enumerate();
    let former_names = former.map(|(n, one)| {
        let entry = trail.entry("former_names", n);
        (
            linker.require_text(one.name, &entry.trail(), "name"),
            one.until.map(|day| day.0),
        )
    });
    let former_names = former_names.collect();
    let active = record.active.unwrap_or_default();
    Unit {
        name: linker.require_text(record.name, &trail, "name"),
        short_name: record.short_name.map(|words| words.0),
        former_names,
        kind: record.kind.map(|word| word.0),
        level: record.level.map(|words| words.0),
        parent: linker.refer(record.parent, &trail.key("parent")),
        group: record.group.map(|words| words.0),
        head_person: linker.optional_party(record.head),
        liaison: linker.optional_party(record.liaison),
        contact: record
            .contact
            .map(|words| words.0)
            .filter(|_| linker.audience.may_see(Visibility::Restricted)),
        active: (active.from.map(|day| day.0), active.to.map(|day| day.0)),
        head,
    }
}

pub(super) fn person(record: PersonRecord, head: Head, linker: &mut Linker<'_>) -> Person {
    let trail = Trail::record(head.origin);
    let posts = record.posts.0.into_iter().enumerate();
    let posts = posts.map(|(n, post)| {
        let entry = trail.entry("posts", n);
        let trail = entry.trail();
        Post {
            unit: linker.refer(post.unit, &trail.key("unit")),
            title: linker.require_text(post.title, &trail, "title"),
            from: post.from.map(|day| day.0),
            to: post.to.map(|day| day.0),
        }
    });
    let posts = posts.collect();
    Person {
        name: linker.require_text(record.name, &trail, "name"),
        posts,
        sort_key: record.sort_key,
        contact: record
            .contact
            .map(|words| words.0)
            .filter(|_| linker.audience.may_see(Visibility::Restricted)),
        head,
    }
}

pub(super) fn document(record: DocumentRecord, head: Head, linker: &mut Linker<'_>) -> Document {
    let trail = Trail::record(head.origin);
    let title = linker.require_text(record.title, &trail, "title");
    let date = linker
        .require(record.date.map(|day| day.0), &trail, "date")
        .unwrap_or(linker.no_day());
    let campaign = record
        .campaign
        .or_else(|| linker.frame.only_campaign.clone());
    let mut head = head;
    head.exists_from = head.exists_from.or(Some(date));
    Document {
        title,
        date,
        campaign: linker.refer(campaign, &trail.key("campaign")),
        kind: record.kind.map(|word| word.0).unwrap_or_default(),
        author: linker.optional_party(record.author),
        issuer: linker.optional_party(record.issuer),
        document_no: record.document_no,
        areas: linker.refer_all(record.areas.0, &trail.key("areas")),
        meetings: linker.refer_all(record.meetings.0, &trail.key("meetings")),
        tasks: linker.refer_all(record.tasks.0, &trail.key("tasks")),
        unit: linker.refer(record.unit, &trail.key("unit")),
        due: record.due.map(|day| day.0),
        submitted_on: record.submitted_on.map(|day| day.0),
        retention: record.retention.map(|words| words.0),
        archival_code: record.archival_code,
        head,
    }
}
