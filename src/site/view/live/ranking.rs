//! The directive `ranking`: the ranks of an assessment, group by group, with those that have no rank apart.

use crate::derive::{AssessmentFacts, GroupResult, UnitScore};
use crate::messages::Arg;
use crate::model::{Assessment, Directive, Field, Key, Of, RecordRef, Seen, Unit};
use crate::site::desk::Desk;
use crate::site::view::assessment::figure;
use crate::site::words::number;

use super::ask::Subject;
use super::cell::{column, part, text};
use super::hold::holds;
use super::items::left_out;
use super::{Cell, Filled, Group, Part, Row};

const COLUMNS: &[Field] = &[
    Field::Rank,
    Field::Title,
    Field::Score,
    Field::Band,
    Field::Movement,
];

/// Of the assessment that it names, else of the newest one. `limit` is a rank: all who share the last one are listed.
pub(super) fn ranking(desk: &Desk<'_>, directive: &Directive) -> Filled {
    let Some((key, facts)) = wanted(desk, directive.of.as_ref()) else {
        return Filled {
            sentences: vec![desk.words.plain("live-none-ranking")],
            ..Filled::default()
        };
    };
    let assessment = desk.report.project.assessments.at(key, desk.as_of());
    let columns = match directive.columns.is_empty() {
        true => COLUMNS,
        false => &directive.columns,
    };
    let mut groups = Vec::new();
    let (mut all, mut shown) = (0, 0);
    let compared = facts.previous.is_some();
    for group in &facts.groups {
        let fits = |unit: Key<Unit>| holds(desk, Subject::Unit(unit), &directive.conditions);
        let ranked: Vec<&UnitScore> = group.ranked.iter().filter(|one| fits(one.unit)).collect();
        let bound = directive.limit.unwrap_or(usize::MAX);
        let first = ranked.iter().filter(|one| one.rank as usize <= bound);
        let rows: Vec<Row> = first
            .map(|one| row(desk, (assessment, one, compared), columns))
            .collect();
        all += ranked.len();
        shown += rows.len();
        let without: Vec<Key<Unit>> = group
            .unranked
            .iter()
            .copied()
            .filter(|u| fits(*u))
            .collect();
        groups.extend(headed(desk.words.text(&group.name), rows));
        let apart = without.iter().map(|unit| unranked(desk, *unit, columns));
        groups.extend(headed(apart_heading(desk, group), apart.collect()));
    }
    if groups.is_empty() {
        return Filled {
            sentences: vec![desk.words.of("live-none", "units")],
            ..Filled::default()
        };
    }
    let title = desk.words.text(&assessment.title);
    let day = desk.words.day(facts.scored_on.unwrap_or(assessment.to));
    let of = [
        ("title", Arg::Text(title.as_str())),
        ("date", Arg::Text(&day)),
    ];
    Filled {
        sentences: vec![desk.words.say("live-ranking-of", &of)],
        note: left_out(desk, "live-total-units", (all, shown)),
        columns: columns
            .iter()
            .map(|field| column(desk, *field, "live-column-units"))
            .collect(),
        groups,
        ..Filled::default()
    }
}

/// The assessment, once its period has ended; of several the one whose period ended last.
fn wanted<'a>(desk: &Desk<'a>, of: Option<&Of>) -> Option<(Key<Assessment>, &'a AssessmentFacts)> {
    let project = desk.report.project;
    let scored = project.assessments.keys().filter_map(|key| {
        let facts = desk.report.assessments[key.place()].as_ref()?;
        facts.scored_on.map(|_| (key, facts))
    });
    let fits = |key: Key<Assessment>| match of {
        None => true,
        Some(Of::Record(record)) => *record == RecordRef::Assessment(Seen::Shown(key)),
        Some(Of::Series(id)) => {
            let series = project.assessments.at(key, desk.as_of()).series.as_ref();
            series.is_some_and(|series| series.id == *id)
        }
    };
    scored
        .filter(|(key, _)| fits(*key))
        .max_by_key(|(key, _)| (project.assessments.at(*key, desk.as_of()).to, key.place()))
}

fn headed(heading: String, rows: Vec<Row>) -> Option<Group> {
    let heading = Some(Part {
        text: heading,
        ..Part::default()
    });
    (!rows.is_empty()).then_some(Group { heading, rows })
}

fn apart_heading(desk: &Desk<'_>, group: &GroupResult) -> String {
    let name = desk.words.text(&group.name);
    desk.words.with("live-unranked", "group", &name)
}

fn row(
    desk: &Desk<'_>,
    (assessment, score, compared): (&Assessment, &UnitScore, bool),
    columns: &[Field],
) -> Row {
    let words = desk.words;
    let cells = columns.iter().map(|field| match field {
        Field::Rank if score.tied => text(words.count("rank-tied", score.rank as usize)),
        Field::Rank => text(score.rank.to_string()),
        Field::Title => Cell {
            tag: match score.vetoed {
                true => words.plain("vetoed"),
                false => String::new(),
            },
            ..unit(desk, score.unit)
        },
        Field::Score => text(figure(desk, assessment, score.score)),
        Field::Band => text(
            match score.band.and_then(|band| assessment.bands.get(band)) {
                Some(band) => words.text(&band.name),
                None => words.plain("no-figure"),
            },
        ),
        Field::Movement if compared => text(movement(desk, score)),
        Field::Movement => text(desk.words.plain("no-figure")),
        _ => Cell::default(),
    });
    Row {
        cells: cells.collect(),
        ..Row::default()
    }
}

fn movement(desk: &Desk<'_>, score: &UnitScore) -> String {
    let Some(won) = score.movement else {
        return desk.words.plain("movement-new");
    };
    let places = usize::try_from(won.unsigned_abs()).unwrap_or(usize::MAX);
    match won {
        0 => desk.words.plain("movement-none"),
        1.. => desk.words.say("movement-up", &[("n", number(places))]),
        _ => desk.words.say("movement-down", &[("n", number(places))]),
    }
}

fn unranked(desk: &Desk<'_>, key: Key<Unit>, columns: &[Field]) -> Row {
    let cells = columns.iter().map(|field| match field {
        Field::Title => unit(desk, key),
        _ => text(desk.words.plain("no-figure")),
    });
    Row {
        cells: cells.collect(),
        ..Row::default()
    }
}

fn unit(desk: &Desk<'_>, key: Key<Unit>) -> Cell {
    Cell {
        parts: vec![part(desk, RecordRef::Unit(Seen::Shown(key)))],
        ..Cell::default()
    }
}
