//! The way down from a record to a field, kept on the stack: a place is made only when there is a finding.

use crate::diagnostic::{Origin, Path, Place};

#[derive(Clone, Copy)]
enum Step {
    Record,
    Key(&'static str),
    Place(usize),
}

#[derive(Clone, Copy)]
pub(super) struct Trail<'t> {
    origin: Origin,
    above: Option<&'t Trail<'t>>,
    step: Step,
}

impl<'t> Trail<'t> {
    pub(super) fn record(origin: Origin) -> Trail<'static> {
        Trail {
            origin,
            above: None,
            step: Step::Record,
        }
    }

    pub(super) fn key(&'t self, key: &'static str) -> Trail<'t> {
        Trail {
            origin: self.origin,
            above: Some(self),
            step: Step::Key(key),
        }
    }

    pub(super) fn place(&'t self, place: usize) -> Trail<'t> {
        Trail {
            origin: self.origin,
            above: Some(self),
            step: Step::Place(place),
        }
    }

    /// One entry of a list field.
    pub(super) fn entry(&'t self, key: &'static str, place: usize) -> Entry<'t> {
        Entry {
            list: self.key(key),
            place,
        }
    }

    /// Where this is, for a finding.
    pub(super) fn here(&self) -> Place {
        self.origin.at(self.path())
    }

    pub(super) fn origin(&self) -> Origin {
        self.origin
    }

    /// The catalogue's name of the innermost part of a record that this is in; none for the record itself.
    pub(super) fn part(&self) -> Option<&'static str> {
        let above = || self.above.and_then(Trail::part);
        match self.step {
            Step::Key(key) => part_word(key).or_else(above),
            Step::Record | Step::Place(_) => above(),
        }
    }

    /// The record's own field on the way.
    pub(super) fn top(&self) -> Option<&'static str> {
        match (self.above, self.step) {
            (Some(above), step) => above.top().or(match step {
                Step::Key(key) => Some(key),
                Step::Record | Step::Place(_) => None,
            }),
            (None, _) => None,
        }
    }

    fn path(&self) -> Path {
        let above = self.above.map(Trail::path).unwrap_or_default();
        match self.step {
            Step::Record => above,
            Step::Key(key) => above.key(key),
            Step::Place(place) => above.place(place),
        }
    }
}

/// A list and a place in it, held together so that both steps live on the stack.
pub(super) struct Entry<'t> {
    list: Trail<'t>,
    place: usize,
}

impl Entry<'_> {
    pub(super) fn trail(&self) -> Trail<'_> {
        self.list.place(self.place)
    }
}

/// What an entry of this field is called.
fn part_word(key: &str) -> Option<&'static str> {
    Some(match key {
        "agenda" => "type-agenda",
        "amended" => "type-amendment",
        "attachments" | "evidence" | "papers" => "type-attachment",
        "bands" => "type-band",
        "baseline" | "observations" => "type-observation",
        "basis" => "type-basis",
        "bonuses" => "type-bonus",
        "cancelled" => "type-cancellation",
        "closure" => "type-closure",
        "command" => "type-command",
        "commended" | "criticised" => "type-mention",
        "confirmed" => "type-confirmation",
        "criteria" => "type-criterion",
        "decisions" => "type-decision",
        "deductions" => "type-deduction",
        "errata" => "type-erratum",
        "extensions" => "type-extension",
        "feedback" => "type-feedback",
        "findings" => "type-finding",
        "former_names" => "type-former-name",
        "key_periods" => "type-key-period",
        "light_override" => "type-light-override",
        "links" => "type-link",
        "manual_scores" => "type-score",
        "milestones" => "type-milestone",
        "notices" => "type-notice",
        "parts" => "type-part",
        "period" | "publicised" => "type-period",
        "photos" => "type-photo",
        "plan" => "type-plan-point",
        "pledges" => "type-pledge",
        "posts" => "type-post",
        "progress" => "type-progress",
        "rating" => "type-rating",
        "readouts" => "type-readout",
        "rectification" => "type-rectification",
        "reopened" => "type-reopening",
        "reporting" => "type-reporting",
        "reviews" => "type-review",
        "scope" => "type-scope",
        "speeches" => "type-speech",
        "sponsorships" => "type-sponsorship",
        "suspended" => "type-suspension",
        "targets" => "type-target",
        "vetoes" => "type-veto",
        "withdrawn" => "type-withdrawal",
        _ => return None,
    })
}
