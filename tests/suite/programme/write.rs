//! A made-up programme as the files of a site.

use std::fmt::Write;

use super::calendar::{Day, iso};
use super::generate::{AREAS, Item, PEOPLE, Programme, UNITS};
use crate::support::Site;

pub fn write(programme: &Programme) -> Site {
    let site = Site::empty();
    site.write("content/site.yaml", "title: Made up\nlanguage: en\n");
    site.write(
        "content/campaigns/all.yaml",
        "name: All\nperiod: {start: 2024-03-11, end: 2027-12-31}\nreporting: {cadence: monthly, cutoff_day: 25, grace_days: 3}\n",
    );
    let list = |number: usize, line: &dyn Fn(usize) -> String| -> String {
        (0..number).map(line).collect()
    };
    let areas = list(AREAS, &|n| {
        let sponsor = programme.area_sponsors[n];
        let sponsor = sponsor.map_or(String::new(), |p| format!(", sponsor: p{p}"));
        format!("- {{id: a{n}, name: Area {n}{sponsor}}}\n")
    });
    site.write("content/areas/all.yaml", &areas);
    let units = list(UNITS, &|n| format!("- {{id: u{n}, name: Unit {n}}}\n"));
    site.write("content/units/all.yaml", &units);
    let people = list(PEOPLE, &|n| format!("- {{id: p{n}, name: Person {n}}}\n"));
    site.write("content/people/all.yaml", &people);
    for (file, tasks) in programme.tasks.chunks(5).enumerate() {
        let mut text = String::new();
        for (place, task) in tasks.iter().enumerate() {
            let number = file * 5 + place;
            let mut fields = vec![format!("id: t{number}"), format!("title: Task {number}")];
            fields.extend(task_fields(task));
            fields.extend(item_fields(task));
            record(&mut text, "", &fields);
        }
        site.write(&format!("content/tasks/{file:03}.yaml"), &text);
    }
    for (number, meeting) in programme.meetings.iter().enumerate() {
        let mut text = format!(
            "title: Meeting {number}\ndate: {}\ndecisions:\n",
            iso(meeting.date)
        );
        for (place, decision) in meeting.decisions.iter().enumerate() {
            let mut fields = vec![
                format!("id: m{number}-{place}"),
                format!("text: Decision {number}-{place}"),
                format!("tasks: [{}]", ids("t", &decision.tasks)),
            ];
            if decision.is_action {
                fields.push("action: true".to_owned());
                fields.extend(item_fields(&decision.item));
            }
            record(&mut text, "  ", &fields);
        }
        site.write(&format!("content/meetings/m{number}.yaml"), &text);
    }
    site
}

fn record(text: &mut String, indent: &str, fields: &[String]) {
    for (place, field) in fields.iter().enumerate() {
        let mark = if place == 0 { "- " } else { "  " };
        writeln!(text, "{indent}{mark}{field}").expect("a String takes everything");
    }
}

fn ids(letter: &str, places: &[usize]) -> String {
    let ids: Vec<String> = places
        .iter()
        .map(|place| format!("{letter}{place}"))
        .collect();
    ids.join(", ")
}

fn hundredths(number: i128) -> String {
    format!("{}.{:02}", number / 100, number % 100)
}

/// `{a, b: 1}` of those parts that are there.
fn flow(parts: impl IntoIterator<Item = Option<String>>) -> String {
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    format!("{{{}}}", parts.join(", "))
}

fn on(name: &str, day: Option<Day>) -> Option<String> {
    day.map(|day| format!("{name}: {}", iso(day)))
}

fn task_fields(task: &Item) -> Vec<String> {
    let origin = task.origin.map(|(meeting, decision)| match decision {
        Some(decision) => format!("origin: {{decision: m{meeting}-{decision}}}"),
        None => format!("origin: {{meeting: m{meeting}}}"),
    });
    let target = match task.target {
        Some(target) => format!("target: {{quantity: {target}, unit: piece}}"),
        None => "target: {text: all of it}".to_owned(),
    };
    let plan = task
        .plan
        .iter()
        .map(|(at, percent)| format!("{{date: {}, percent: {}}}", iso(*at), hundredths(*percent)));
    let milestones = task.milestones.iter().map(|m| {
        flow([
            Some(format!(
                "title: M, weight: {}, key: {}",
                hundredths(m.weight),
                m.key
            )),
            on("due", Some(m.due)),
            on("done_on", m.done_on),
        ])
    });
    let suspended = task
        .suspended
        .iter()
        .map(|(from, to)| flow([on("from", Some(*from)), on("to", *to)]));
    let joined = |parts: &mut dyn Iterator<Item = String>| parts.collect::<Vec<_>>().join(", ");
    let all = [
        task.parent.map(|parent| format!("parent: t{parent}")),
        on("added_on", task.added_on),
        origin,
        Some(format!("areas: [{}]", ids("a", &task.areas))),
        task.sponsor.map(|person| format!("sponsor: p{person}")),
        on("start", task.start),
        task.due.is_none().then(|| "ongoing: true".to_owned()),
        Some(target),
        Some(format!("plan: [{}]", joined(&mut plan.into_iter()))),
        Some(format!(
            "milestones: [{}]",
            joined(&mut milestones.into_iter())
        )),
        task.cancelled
            .map(|day| format!("cancelled: {{on: {}}}", iso(day))),
        Some(format!(
            "suspended: [{}]",
            joined(&mut suspended.into_iter())
        )),
        Some(format!("weight: {}", hundredths(task.weight))),
    ];
    all.into_iter().flatten().collect()
}

/// What a task and an action decision have in common.
fn item_fields(item: &Item) -> Vec<String> {
    let progress = item.progress.iter().map(|entry| {
        flow([
            on("date", Some(entry.date)),
            Some("text: said".to_owned()),
            entry
                .percent
                .map(|percent| format!("percent: {}", hundredths(percent))),
            entry
                .quantity
                .map(|quantity| format!("quantity: {}", hundredths(quantity))),
            entry.finished.then(|| "finished: true".to_owned()),
            entry.needs_help.then(|| "needs_help: true".to_owned()),
        ])
    });
    let extensions = item
        .extensions
        .iter()
        .map(|(approved, due)| flow([on("approved_on", *approved), on("due", Some(*due))]));
    let closures = item.closures.iter().map(|closure| {
        flow([
            on("requested_on", closure.requested_on),
            on("verified_on", Some(closure.on)),
            on("closed_on", closure.accepted.then_some(closure.on)),
            Some(format!(
                "verdict: {}",
                if closure.accepted {
                    "accepted"
                } else {
                    "returned"
                }
            )),
        ])
    });
    let listed = |name: &str, parts: Vec<String>| {
        let parts: String = parts.iter().map(|part| format!("\n    - {part}")).collect();
        (!parts.is_empty()).then(|| format!("{name}:{parts}").replace('\n', "\n  "))
    };
    let all = [
        Some(format!("lead: u{}", item.lead)),
        Some(format!("responsible: [{}]", ids("u", &item.responsible))),
        on("due", item.due),
        listed("progress", progress.collect()),
        listed("extensions", extensions.collect()),
        listed("closure", closures.collect()),
    ];
    all.into_iter().flatten().collect()
}
