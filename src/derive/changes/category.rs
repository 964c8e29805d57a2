//! What changes come to in the words of a programme office, read from old and new values alone.

use std::collections::BTreeMap;

use crate::date::Date;
use crate::decimal::Decimal;
use crate::derive::report::{Count, Report};
use crate::derive::trend::{Trend, light_trend};
use crate::model::{Category, Light, Project, State};

use super::snapshot::{Field, Subject, Value};
use super::{Change, Changes, Fate};

impl Change {
    /// All that it comes to, in the order of `Category::ALL`. A record that is gone is only that; one that is new had
    /// no light, limit, lead, target or figure before, so that none of these has changed.
    pub(crate) fn categories(&self) -> Vec<Category> {
        let all = Category::ALL.into_iter();
        match self.fate {
            Fate::Gone => vec![Category::Gone],
            _ => all.filter(|category| self.is(*category)).collect(),
        }
    }

    fn is(&self, category: Category) -> bool {
        let stayed = self.fate == Fate::Stayed;
        let any = |fields: &[Field]| stayed && fields.iter().any(|field| self.has(*field));
        let came = |field: Field| self.old(field).is_none() && self.now(field).is_some();
        match category {
            Category::New => self.fate == Fate::New,
            Category::Begun => came(Field::Begun),
            Category::Finished => {
                // Finished anew after a return or a re-opening between the two dates.
                let anew = self.has(Field::ReturnedOn) || self.has(Field::ReopenedOn);
                came(Field::FinishedOn) || anew && self.now(Field::FinishedOn).is_some()
            }
            // Of what came back in between, the second closing is one as well.
            Category::Closed => self.now(Field::ClosedOn).is_some(),
            Category::Returned => self.now(Field::ReturnedOn).is_some(),
            Category::NewlyOverdue => came(Field::Overdue),
            Category::Recovered => self.light_trend() == Trend::Better,
            Category::Worsened => self.light_trend() == Trend::Worse,
            Category::DueChanged => any(&[Field::EffectiveDue, Field::DueText]),
            Category::LeadChanged => any(&[Field::Lead]),
            Category::TargetChanged => {
                let own = [Field::TargetQuantity, Field::TargetUnit, Field::TargetText];
                any(&own) || any(&[Field::TargetValue, Field::TargetBy])
            }
            Category::Cancelled => came(Field::CancelledOn),
            Category::Suspended => self.state().1 == Some(State::Suspended),
            Category::Resumed => {
                let goes_on = [Some(State::NotStarted), Some(State::InProgress)];
                self.state().0 == Some(State::Suspended) && goes_on.contains(&self.state().1)
            }
            Category::Progress => self.progress_delta().is_some(),
            Category::Reopened => self.now(Field::ReopenedOn).is_some(),
            Category::Moved => {
                let observed = [Field::ObservedOn, Field::ObservedValue, Field::ObservedText];
                // A composite moves with its parts. Another target moves the share of the way alone.
                let aimed = any(&[Field::TargetValue, Field::TargetBy]);
                any(&observed) || any(&[Field::Attained]) && !aimed
            }
            Category::Gone => false,
        }
    }

    /// Of the light, where it changed and was there before.
    pub(crate) fn light_trend(&self) -> Trend {
        match (self.old(Field::Light), self.now(Field::Light)) {
            (Some(Value::Light(old)), Some(Value::Light(new))) => light_trend(Some(*old), *new),
            _ => Trend::None,
        }
    }

    fn state(&self) -> (Option<State>, Option<State>) {
        let state = |value: Option<&Value>| match value {
            Some(Value::State(state)) => Some(*state),
            _ => None,
        };
        (state(self.old(Field::State)), state(self.now(Field::State)))
    }

    /// Percentage points that the actual figure moved; a first figure counts from nothing, as in a roll-up.
    pub(crate) fn progress_delta(&self) -> Option<Decimal> {
        let number = |value: Option<&Value>| match value {
            Some(Value::Number(number)) => Some(*number),
            _ => None,
        };
        let new = number(self.now(Field::Actual)).filter(|_| self.fate == Fate::Stayed)?;
        let moved = new - number(self.old(Field::Actual)).unwrap_or_default();
        (!moved.is_zero()).then_some(moved)
    }
}

impl Changes {
    /// How many ledger items, problems and indicators fall under each category, in order, by the word for what is
    /// counted; parents and decisions carried out by tasks are listed and not counted.
    pub(crate) fn counts(&self) -> Vec<(&'static str, Category, usize)> {
        let mut counts: BTreeMap<(usize, Category), usize> = BTreeMap::new();
        for (subject, change) in &self.records {
            let group = match subject {
                Subject::Task(_) | Subject::Decision(_) if change.counted => 0,
                Subject::Problem(_) => 1,
                Subject::Indicator(_) => 2,
                Subject::Task(_) | Subject::Decision(_) => continue,
            };
            for category in change.categories() {
                *counts.entry((group, category)).or_default() += 1;
            }
        }
        let word = |group: usize| ["item", "problem", "indicator"][group];
        let counts = counts.into_iter();
        counts
            .map(|((group, category), n)| (word(group), category, n))
            .collect()
    }
}

/// In how many editions on end a ledger item, a decision carried out by tasks or a problem has been red, the first of
/// `days` included; newest first. Those that are not red on the first are not listed.
pub(crate) fn red_runs(project: &Project, days: &[Date]) -> BTreeMap<Subject, usize> {
    let mut runs: BTreeMap<Subject, usize> = BTreeMap::new();
    for (editions, day) in days.iter().enumerate() {
        let red = red(&crate::derive::report(project, *day));
        let mut goes_on = false;
        for subject in red {
            let run = runs.entry(subject).or_insert(0);
            if *run == editions {
                *run += 1;
                goes_on = true;
            }
        }
        runs.retain(|_, run| *run > 0);
        if !goes_on {
            break;
        }
    }
    runs
}

fn red(report: &Report<'_>) -> Vec<Subject> {
    let project = report.project;
    let items = report.ledger.iter().filter_map(|count| match *count {
        Count::Task(key) => Some((
            Subject::Task(key),
            report.tasks[key.place()].as_ref()?.light,
        )),
        // With those that tasks carry out, which are not counted.
        Count::Decision(_) => None,
    });
    let decisions = project.decisions.keys().filter_map(|key| {
        let facts = report.decisions[key.place()].as_ref()?.as_ref()?;
        Some((Subject::Decision(key), facts.light))
    });
    let problems = project.problems.keys().filter_map(|key| {
        let facts = report.problems[key.place()].as_ref()?;
        Some((Subject::Problem(key), facts.item.light))
    });
    let all = items.chain(decisions).chain(problems);
    all.filter(|(_, light)| *light == Light::Red)
        .map(|(subject, _)| subject)
        .collect()
}
