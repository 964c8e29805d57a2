//! The course of a problem: found, put right, its closing step by step, returned, re-opened, and what is still to come.

use serde::Serialize;

use crate::date::Date;
use crate::derive::ProblemFacts;
use crate::model::{Closure, Problem, ProblemState, Verdict};
use crate::site::desk::Desk;

use super::item::{Day, day};
use super::parts::Link;

#[derive(Debug, Serialize)]
pub(crate) struct StepView {
    /// `found`, `rectified`, `requested`, `verified`, `publicised`, `closed`, `returned` or `reopened`.
    pub(crate) word: &'static str,
    pub(crate) label: String,
    /// None: still to come.
    pub(crate) date: Option<Day>,
    pub(crate) by: Link,
    pub(crate) note: String,
}

/// The steps of a closing that goes well, in order.
const CLOSING: [&str; 4] = ["requested", "verified", "publicised", "closed"];

/// A step that was taken.
struct Taken {
    on: Date,
    word: &'static str,
    by: Link,
    note: String,
}

/// Everything up to D by its day, then the steps that are still to come.
pub(crate) fn course(desk: &Desk<'_>, problem: &Problem, facts: &ProblemFacts) -> Vec<StepView> {
    let mut taken = vec![Taken {
        on: problem.found_on,
        word: "found",
        by: desk.optional_party(problem.found_by.as_ref()),
        note: String::new(),
    }];
    taken.extend(facts.rectified_on.map(|on| bare(on, "rectified")));
    for closure in &problem.item.closures {
        closing(desk, closure, &mut taken);
    }
    for reopening in &problem.reopened {
        taken.push(Taken {
            note: desk.words.optional(reopening.reason.as_ref()),
            ..bare(reopening.on, "reopened")
        });
    }
    taken.retain(|step| step.on <= desk.as_of());
    taken.sort_by_key(|step| step.on);
    let left = to_come(&taken, facts.state);
    let taken = taken.into_iter().map(|step| StepView {
        word: step.word,
        label: label(desk, step.word),
        date: Some(day(desk, step.on)),
        by: step.by,
        note: step.note,
    });
    let left = left.iter().map(|word| StepView {
        word,
        label: label(desk, word),
        date: None,
        by: Link::default(),
        note: String::new(),
    });
    taken.chain(left).collect()
}

fn label(desk: &Desk<'_>, word: &str) -> String {
    desk.words.of("course", word)
}

fn bare(on: Date, word: &'static str) -> Taken {
    let (by, note) = (Link::default(), String::new());
    Taken { on, word, by, note }
}

fn closing(desk: &Desk<'_>, closure: &Closure, taken: &mut Vec<Taken>) {
    let returned = closure.verdict == Some(Verdict::Returned);
    let verified = if returned { "returned" } else { "verified" };
    taken.extend(closure.requested_on.map(|on| bare(on, "requested")));
    taken.extend(closure.verified_on.map(|on| Taken {
        by: desk.optional_party(closure.verifier.as_ref()),
        note: desk.words.optional(closure.note.as_ref()),
        ..bare(on, verified)
    }));
    if returned {
        return;
    }
    taken.extend(closure.publicised.map(|span| Taken {
        note: desk.words.span(Some(span.from), span.to),
        ..bare(span.from, "publicised")
    }));
    taken.extend(closure.closed_on.map(|on| bare(on, "closed")));
}

/// After the last return or re-opening the closing begins anew.
fn to_come(taken: &[Taken], state: ProblemState) -> &'static [&'static str] {
    if state == ProblemState::Closed {
        return &[];
    }
    let anew = |step: &Taken| matches!(step.word, "returned" | "reopened" | "found");
    let round = taken.iter().rev().take_while(|step| !anew(step));
    let reached = round
        .filter_map(|step| CLOSING.iter().position(|word| *word == step.word))
        .max();
    &CLOSING[reached.map_or(0, |place| place + 1)..]
}
