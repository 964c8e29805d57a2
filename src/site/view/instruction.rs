//! Leaders' instructions: the list, and the page of each with the tasks that they led to.

use serde::Serialize;

use crate::derive::Count;
use crate::model::{Instruction, Key};
use crate::site::desk::Desk;
use crate::site::route::Listed;

use super::item::{Day, day, say};
use super::limit::{on_page, pages_of};
use super::live::{TableView, item_table};
use super::parts::{Download, Link, iso};
use super::record::{Amended, amendments, web_links};
use super::register::{CarriedOut, carried_out};

#[derive(Debug, Serialize)]
pub(crate) struct InstructionsView {
    pub(crate) counted: String,
    /// Latest first.
    pub(crate) instructions: Vec<InstructionLine>,
    /// The pages of a list that is split, with this one without an address; of very many those around it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) pages: Vec<Link>,
}

#[derive(Debug, Serialize)]
pub(crate) struct InstructionLine {
    pub(crate) date: String,
    pub(crate) link: Link,
    pub(crate) by: Link,
    pub(crate) lead: Link,
    pub(crate) due: String,
    pub(crate) tasks: Vec<CarriedOut>,
}

#[derive(Debug, Serialize)]
pub(crate) struct InstructionView {
    pub(crate) id: String,
    /// What it is about, else who gave it and when.
    pub(crate) title: String,
    pub(crate) date: Day,
    pub(crate) by: Link,
    pub(crate) text: String,
    pub(crate) lead: Link,
    pub(crate) due: String,
    /// Named only where the record names one, or the site has one.
    pub(crate) campaign: Link,
    pub(crate) tasks: Option<TableView>,
    /// Tasks that it names and that have no facts here.
    pub(crate) tasks_text: Vec<Link>,
    pub(crate) tags: Vec<String>,
    pub(crate) links: Vec<Link>,
    pub(crate) attachments: Vec<Download>,
    pub(crate) amendments: Vec<Amended>,
    pub(crate) body: super::body::BodyView,
}

/// Those that exist at D, latest first.
pub(crate) fn known(desk: &Desk<'_>) -> Vec<Key<Instruction>> {
    let shelf = &desk.report.project.instructions;
    let there = |key: &Key<Instruction>| desk.report.instructions[key.place()];
    let mut keys: Vec<Key<Instruction>> = shelf.keys().filter(there).collect();
    keys.sort_by_key(|key| std::cmp::Reverse(shelf.at(*key, desk.as_of()).date));
    keys
}

pub(crate) fn instructions(desk: &Desk<'_>, part: usize) -> InstructionsView {
    let keys = known(desk);
    InstructionsView {
        counted: desk.words.count("of-total", keys.len()),
        pages: pages_of(desk, (Listed::Instructions, part), keys.len()),
        instructions: on_page(keys, part).map(|key| line(desk, key)).collect(),
    }
}

pub(crate) fn line(desk: &Desk<'_>, key: Key<Instruction>) -> InstructionLine {
    let instruction = desk.report.project.instructions.at(key, desk.as_of());
    let tasks = desk.index.followed.instructions[key.place()].iter();
    InstructionLine {
        date: instruction.date.to_string(),
        link: desk.instruction(key),
        by: desk.party_on(&instruction.by, instruction.date),
        lead: instruction
            .lead
            .map(|unit| desk.seen_unit(unit))
            .unwrap_or_default(),
        due: iso(instruction.due),
        tasks: tasks.map(|task| carried_out(desk, *task)).collect(),
    }
}

/// None when it does not exist at D.
pub(crate) fn instruction(desk: &Desk<'_>, key: Key<Instruction>) -> Option<InstructionView> {
    if !desk.report.instructions[key.place()] {
        return None;
    }
    let instruction = desk.report.project.instructions.at(key, desk.as_of());
    let words = desk.words;
    let by = desk.party_on(&instruction.by, instruction.date);
    let tasks = &desk.index.followed.instructions[key.place()];
    let counts: Vec<Count> = tasks.iter().map(|task| Count::Task(*task)).collect();
    let shown = |task: &crate::model::Seen<crate::model::Task>| {
        task.key().is_some_and(|key| desk.task_facts(key).is_some())
    };
    let others = instruction.tasks.iter().filter(|task| !shown(task));
    Some(InstructionView {
        id: instruction.head.id.clone(),
        title: match &instruction.about {
            Some(about) => words.text(about),
            None => {
                let values = [
                    ("by", by.text.clone()),
                    ("date", words.day(instruction.date)),
                ];
                say(desk, "instruction-of", &values)
            }
        },
        date: day(desk, instruction.date),
        by,
        text: words.text(&instruction.text),
        lead: instruction
            .lead
            .map(|unit| desk.seen_unit(unit))
            .unwrap_or_default(),
        due: words.optional_day(instruction.due),
        campaign: instruction
            .campaign
            .map(|seen| desk.seen_campaign(seen))
            .unwrap_or_default(),
        tasks: item_table(desk, &counts),
        tasks_text: others.map(|task| desk.seen_task(*task)).collect(),
        tags: instruction.head.tags.clone(),
        links: web_links(desk, &instruction.head),
        attachments: desk.downloads(&instruction.head.attachments),
        amendments: amendments(desk, &instruction.head),
        body: super::body::body(desk, &instruction.head),
    })
}
