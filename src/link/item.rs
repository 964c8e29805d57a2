//! What a task and an action decision have in common, linked and checked.

use crate::date::Date;
use crate::decimal::Decimal;
use crate::diagnostic::{Finding, Place, Value};
use crate::model::{
    Cancellation, Closure, Extension, HelpNeeded, Item, LightOverride, Limit, Milestone, PlanPoint,
    ProgressEntry, Rating, Seen, Span, Suspension, Target, Unit, Verdict,
};
use crate::record::{
    CancellationRecord, ClosureRecord, ExtensionRecord, HelpField, LightOverrideRecord,
    MilestoneRecord, PlanPointRecord, ProgressRecord, RatingRecord, SpanRecord, SuspensionRecord,
    TargetRecord,
};

use super::linker::Linker;
use super::trail::Trail;

/// The days between which an item's milestones and plan have to lie.
#[derive(Clone, Copy)]
pub(super) struct Frame {
    pub(super) start: Option<Date>,
    /// The original due date.
    pub(super) due: Option<Date>,
    /// The latest date to which an approved extension moves it.
    pub(super) latest: Option<Date>,
}

impl Frame {
    fn holds(self, day: Date) -> bool {
        self.start.is_none_or(|start| start <= day)
            && self.latest.is_none_or(|latest| day <= latest)
    }

    fn outside(self, code: &'static str, place: Place, day: Date) -> Finding {
        let open = |day: Option<Date>| day.map_or_else(|| Value::from("none"), Value::from);
        Finding::error(code, place)
            .with("date", day)
            .with("start", open(self.start))
            .with("due", open(self.latest))
    }
}

/// An item of which nothing but its lead is known. A task without a lead never leaves this pass: its finding is an error.
pub(super) fn bare(lead: Option<Seen<Unit>>) -> Item {
    Item::bare(lead.unwrap_or(Seen::Hidden))
}

/// The time limit: `due` or `ongoing: true`, one of them.
pub(super) fn limit(
    linker: &mut Linker<'_>,
    due: Option<Date>,
    ongoing: bool,
    trail: &Trail<'_>,
) -> Limit {
    match (due, ongoing) {
        (Some(due), false) => Limit::Due(due),
        (None, true) => Limit::Ongoing,
        (Some(_), true) => {
            linker.findings.push(Finding::error(
                "due-and-ongoing",
                trail.key("ongoing").here(),
            ));
            Limit::Ongoing
        }
        (None, false) if linker.is_struck(trail, "due") || linker.is_struck(trail, "ongoing") => {
            Limit::Ongoing
        }
        (None, false) => {
            linker.findings.push(Finding::error(
                "due-or-ongoing-missing",
                trail.key("due").here(),
            ));
            Limit::Ongoing
        }
    }
}

pub(super) fn frame(start: Option<Date>, due: Option<Date>, extensions: &[Extension]) -> Frame {
    let approved = extensions
        .iter()
        .filter(|extension| extension.approved_on.is_some());
    let latest = approved.map(|extension| extension.due).chain(due).max();
    Frame {
        start,
        due,
        latest: due.and(latest),
    }
}

pub(super) fn due_after_start(linker: &mut Linker<'_>, frame: Frame, trail: &Trail<'_>) {
    if let (Some(start), Some(due)) = (frame.start, frame.due)
        && due < start
    {
        let place = trail.key("due").here();
        linker.findings.push(
            Finding::error("due-before-start", place)
                .with("due", due)
                .with("start", start)
                .and_at("start-here", trail.key("start").here()),
        );
    }
}

pub(super) fn target(
    linker: &mut Linker<'_>,
    record: Option<TargetRecord>,
    trail: &Trail<'_>,
) -> Option<Target> {
    let record = record?;
    let quantity = record.quantity.map(|number| number.0);
    if quantity.is_some_and(|quantity| !quantity.is_positive()) {
        linker.findings.push(Finding::error(
            "target-not-positive",
            trail.key("quantity").here(),
        ));
    }
    let quantity = quantity.filter(|quantity| quantity.is_positive());
    Some(Target {
        quantity,
        unit: record.unit.map(|unit| unit.0),
        text: record.text.map(|text| text.0),
    })
}

pub(super) fn weight(
    linker: &mut Linker<'_>,
    record: Option<crate::record::Number>,
    trail: &Trail<'_>,
) -> Decimal {
    match record.map(|number| number.0) {
        Some(weight) if !weight.is_positive() => {
            linker.findings.push(Finding::error(
                "weight-not-positive",
                trail.key("weight").here(),
            ));
            Decimal::ONE
        }
        Some(weight) => weight,
        None => Decimal::ONE,
    }
}

pub(super) fn plan(
    linker: &mut Linker<'_>,
    records: Vec<PlanPointRecord>,
    frame: Frame,
    trail: &Trail<'_>,
) -> Vec<PlanPoint> {
    // An extension does not move the plan: from then on the rest runs straight to the new limit.
    let frame = Frame {
        latest: frame.due,
        ..frame
    };
    let mut points: Vec<(usize, PlanPoint)> = Vec::with_capacity(records.len());
    for (place, record) in records.into_iter().enumerate() {
        let trail = trail.place(place);
        let date = linker.require(record.date.map(|date| date.0), &trail, "date");
        let percent = linker.require(record.percent.map(|percent| percent.0), &trail, "percent");
        let (Some(date), Some(percent)) = (date, percent) else {
            continue;
        };
        if !frame.holds(date) {
            linker.findings.push(frame.outside(
                "plan-point-outside",
                trail.key("date").here(),
                date,
            ));
        }
        if percent.is_negative() || percent > Decimal::HUNDRED {
            let bad = Finding::error("percent-out-of-range", trail.key("percent").here());
            linker.findings.push(bad.with("value", percent));
        }
        points.push((place, PlanPoint { date, percent }));
    }
    points.sort_by_key(|(_, point)| point.date);
    for pair in points.windows(2) {
        let (place, later) = pair[1];
        let earlier = trail.place(pair[0].0);
        let trail = trail.place(place);
        if later.date == pair[0].1.date {
            let twice = Finding::error("plan-point-twice", trail.key("date").here());
            let twice = twice.with("date", later.date);
            linker
                .findings
                .push(twice.and_at("first-here", earlier.key("date").here()));
        } else if later.percent < pair[0].1.percent {
            let falls = Finding::error("plan-falls", trail.key("percent").here());
            linker.findings.push(
                falls
                    .with("from", pair[0].1.percent)
                    .with("to", later.percent)
                    .and_at("earlier-value", earlier.key("percent").here()),
            );
        }
    }
    points.into_iter().map(|(_, point)| point).collect()
}

pub(super) fn milestones(
    linker: &mut Linker<'_>,
    records: Vec<MilestoneRecord>,
    frame: Frame,
    trail: &Trail<'_>,
) -> Vec<Milestone> {
    let mut all = Vec::with_capacity(records.len());
    for (place, record) in records.into_iter().enumerate() {
        let trail = trail.place(place);
        let title = linker.require_text(record.title, &trail, "title");
        let Some(due) = linker.require(record.due.map(|due| due.0), &trail, "due") else {
            continue;
        };
        if !frame.holds(due) {
            linker.findings.push(frame.outside(
                "milestone-outside-task",
                trail.key("due").here(),
                due,
            ));
        }
        let weight = weight(linker, record.weight, &trail);
        let done_on = record.done_on.map(|done| done.0);
        all.push(Milestone {
            id: record.id,
            title,
            due,
            weight,
            done_on,
            key: record.key.0,
        });
    }
    all
}

pub(super) fn progress(
    linker: &mut Linker<'_>,
    records: Vec<ProgressRecord>,
    trail: &Trail<'_>,
) -> Vec<ProgressEntry> {
    let mut all = Vec::with_capacity(records.len());
    for (place, record) in records.into_iter().enumerate() {
        let trail = trail.place(place);
        let Some(date) = linker.require(record.date.map(|date| date.0), &trail, "date") else {
            continue;
        };
        let percent = record.percent.map(|number| number.0);
        let quantity = record.quantity.map(|number| number.0);
        for (field, figure) in [("percent", percent), ("quantity", quantity)] {
            if let Some(figure) = figure.filter(|figure| figure.is_negative()) {
                let negative = Finding::error("percent-out-of-range", trail.key(field).here());
                linker.findings.push(negative.with("value", figure));
            }
        }
        let entry = ProgressEntry {
            date,
            percent,
            quantity,
            text: record.text.map(|words| words.0),
            by: linker.optional_party(record.by),
            period: record.period.map(|words| words.0),
            done: record.done.map(|words| words.0),
            issues: record.issues.map(|words| words.0),
            next_steps: record.next_steps.map(|words| words.0),
            needs_help: match record.needs_help {
                None | Some(HelpField::Asked(false)) => HelpNeeded::No,
                Some(HelpField::Asked(true)) => HelpNeeded::Yes,
                Some(HelpField::For(words)) => HelpNeeded::With(words.0),
            },
            finished: record.finished.0,
            forecast: record.forecast.map(|day| day.0),
            confidence: record.confidence.map(|words| words.0),
            evidence: linker.attachments(record.evidence.0, &trail.key("evidence")),
        };
        let said = entry.text.is_some() || entry.done.is_some() || entry.issues.is_some();
        let given = entry.percent.is_some() || entry.quantity.is_some() || entry.finished;
        if !given && !said && !linker.is_struck(&trail, "progress") {
            linker
                .findings
                .push(Finding::error("empty-progress", trail.here()));
        }
        all.push(entry);
    }
    all
}

pub(super) fn extensions(
    linker: &mut Linker<'_>,
    records: Vec<ExtensionRecord>,
    trail: &Trail<'_>,
) -> Vec<Extension> {
    let mut all = Vec::with_capacity(records.len());
    for (place, record) in records.into_iter().enumerate() {
        let trail = trail.place(place);
        let Some(due) = linker.require(record.due.map(|due| due.0), &trail, "due") else {
            continue;
        };
        all.push(Extension {
            asked_on: record.asked_on.map(|day| day.0),
            approved_on: record.approved_on.map(|day| day.0),
            approved_by: linker.optional_party(record.approved_by),
            due,
            reason: record.reason.map(|words| words.0),
        });
    }
    all
}

/// An extension moves the due date to a later day.
pub(super) fn extended(
    linker: &mut Linker<'_>,
    due: Option<Date>,
    extensions: &[Extension],
    trail: &Trail<'_>,
) {
    let Some(mut due) = due else { return };
    let mut order: Vec<(usize, &Extension)> = extensions.iter().enumerate().collect();
    // What nobody has approved yet is asked for after all that was approved.
    order.sort_by_key(|(_, one)| (one.approved_on.is_none(), one.approved_on));
    for (place, extension) in order {
        if extension.due <= due {
            let early =
                Finding::warning("extension-before-due", trail.place(place).key("due").here());
            let early = early.with("extension", extension.due).with("due", due);
            linker.findings.push(early);
        }
        if extension.approved_on.is_some() {
            due = extension.due;
        }
    }
}

pub(super) fn closures(
    linker: &mut Linker<'_>,
    records: Vec<ClosureRecord>,
    trail: &Trail<'_>,
) -> Vec<Closure> {
    let mut all = Vec::with_capacity(records.len());
    for (place, record) in records.into_iter().enumerate() {
        let trail = trail.place(place);
        let verdict = record.verdict.map(|word| word.0);
        let closed_on = record.closed_on.map(|day| day.0);
        let verified_on = record.verified_on.map(|day| day.0);
        if verdict == Some(Verdict::Returned) {
            linker.require(verified_on, &trail, "verified_on");
        }
        if closed_on.is_some() {
            linker.require(verdict, &trail, "verdict");
        }
        all.push(Closure {
            requested_on: record.requested_on.map(|day| day.0),
            verified_on,
            verifier: linker.optional_party(record.verifier),
            publicised: record
                .publicised
                .and_then(|span| self::span(linker, span, &trail.key("publicised"))),
            closed_on,
            verdict,
            note: record.note.map(|words| words.0),
        });
    }
    all
}

pub(super) fn span(linker: &mut Linker<'_>, record: SpanRecord, trail: &Trail<'_>) -> Option<Span> {
    let from = linker.require(record.from.map(|day| day.0), trail, "from")?;
    let to = record.to.map(|day| day.0);
    if to.is_some_and(|to| to < from) {
        linker.findings.push(
            Finding::error("span-ends-before-start", trail.key("to").here())
                .and_at("start-here", trail.key("from").here()),
        );
    }
    Some(Span { from, to })
}

pub(super) fn ratings(
    linker: &mut Linker<'_>,
    records: Vec<RatingRecord>,
    trail: &Trail<'_>,
) -> Vec<Rating> {
    let mut all = Vec::with_capacity(records.len());
    for (place, record) in records.into_iter().enumerate() {
        let trail = trail.place(place);
        let level = linker.require_text(record.level, &trail, "level");
        let Some(on) = linker.require(record.on.map(|on| on.0), &trail, "on") else {
            continue;
        };
        let by = linker.optional_party(record.by);
        all.push(Rating {
            level,
            by,
            on,
            text: record.text.map(|words| words.0),
        });
    }
    all
}

pub(super) fn overrides(
    linker: &mut Linker<'_>,
    records: Vec<LightOverrideRecord>,
    trail: &Trail<'_>,
) -> Vec<LightOverride> {
    let mut all = Vec::with_capacity(records.len());
    for (place, record) in records.into_iter().enumerate() {
        let trail = trail.place(place);
        let light = linker.require(record.light.map(|word| word.0), &trail, "light");
        let on = linker.require(record.on.map(|on| on.0), &trail, "on");
        let reason = linker.require(record.reason.map(|words| words.0), &trail, "reason");
        let (Some(light), Some(on)) = (light, on) else {
            continue;
        };
        let by = linker.optional_party(record.by);
        all.push(LightOverride {
            light,
            by,
            on,
            until: record.until.map(|day| day.0),
            reason,
        });
    }
    all
}

pub(super) fn cancellation(
    linker: &mut Linker<'_>,
    record: Option<CancellationRecord>,
    trail: &Trail<'_>,
) -> Option<Cancellation> {
    let record = record?;
    let on = linker.require(record.on.map(|on| on.0), trail, "on")?;
    let by = linker.optional_party(record.by);
    Some(Cancellation {
        on,
        by,
        reason: record.reason.map(|words| words.0),
    })
}

pub(super) fn suspensions(
    linker: &mut Linker<'_>,
    records: Vec<SuspensionRecord>,
    trail: &Trail<'_>,
) -> Vec<Suspension> {
    let mut all = Vec::with_capacity(records.len());
    for (place, record) in records.into_iter().enumerate() {
        let trail = trail.place(place);
        let span = SpanRecord {
            from: record.from,
            to: record.to,
        };
        let Some(span) = self::span(linker, span, &trail) else {
            continue;
        };
        all.push(Suspension {
            span,
            reason: record.reason.map(|words| words.0),
        });
    }
    all
}

/// What progress says of itself: a percent that falls without a word, 100 % that is not finished, a closing of what
/// was never finished.
pub(super) fn reported(
    linker: &mut Linker<'_>,
    progress: &[ProgressEntry],
    closures: &[Closure],
    trail: &Trail<'_>,
) {
    let list = trail.key("progress");
    let mut order: Vec<usize> = (0..progress.len()).collect();
    order.sort_by_key(|place| progress[*place].date);
    let mut last: Option<(usize, Decimal)> = None;
    for place in &order {
        let entry = &progress[*place];
        let Some(percent) = entry.percent else {
            continue;
        };
        let explained = entry.text.is_some() || entry.done.is_some() || entry.issues.is_some();
        if let Some((earlier, from)) = last.filter(|(_, from)| percent < *from && !explained) {
            let falls = Finding::warning(
                "percent-falls-without-text",
                list.place(*place).key("percent").here(),
            );
            let falls = falls.with("from", from).with("to", percent);
            let earlier = list.place(earlier).key("percent").here();
            linker.findings.push(falls.and_at("earlier-value", earlier));
        }
        last = Some((*place, percent));
    }
    let accepted = closures
        .iter()
        .position(|closure| closure.verdict == Some(Verdict::Accepted));
    let finished = progress.iter().any(|entry| entry.finished);
    let full = |entry: &ProgressEntry| {
        entry
            .percent
            .is_some_and(|percent| percent >= Decimal::HUNDRED)
    };
    if let Some(place) = order
        .iter()
        .rfind(|place| progress[**place].percent.is_some())
        && full(&progress[*place])
        && !finished
        && accepted.is_none()
    {
        let warning = Finding::warning(
            "full-not-finished",
            list.place(*place).key("percent").here(),
        );
        linker.findings.push(warning);
    }
    if let Some(place) = accepted.filter(|_| !finished && !linker.is_struck(trail, "progress")) {
        let closure = trail.key("closure");
        linker.findings.push(Finding::warning(
            "closed-without-finish",
            closure.place(place).here(),
        ));
    }
}
