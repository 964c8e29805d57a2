//! The facts of a report as data, for `facts.json` and for whoever checks the figures with other tools.

use crate::model::{
    Item, Key, Language, Light, Milestone, Pace, Party, Project, Seen, State, Text, Unit,
};

use super::course_rows::{burn_up_row, reporting_row};
use super::fact_rows::{
    ExcludedRow, Facts, ItemRow, MilestoneRow, MoreRow, OverriddenRow, ReasonRow, RollUpRow,
    SetRow, SuspectRow, UnitRow, ValueRow, Words,
};
use super::indicator_rows::indicator_rows;
use super::problem_rows::{problem_rows, problem_sums_row};
use super::report::{
    ActualBasis, ItemFacts, Placing, PlannedBasis, Reason, ReasonValue, Report, RollUp, Timing,
};
use super::score_rows::assessment_rows;
use super::suspect::decision_digest;
use super::task_rows::{task_rows, worst_row};
use super::worst::Above;

/// All facts of a report, in the order of the records, with names in the language that is wanted.
pub(crate) fn facts(report: &Report, language: Language) -> Facts {
    let project = report.project;
    let day = report.as_of;
    let name = |text: &Text| text.wanted(language).to_owned();
    let rows = Rows::new(report, language);
    let campaigns = project.campaigns.keys().zip(&report.campaigns);
    let areas = project.areas.keys().zip(&report.areas);
    let units = project.units.keys().zip(&report.units);
    let people = project.people.keys().zip(&report.people);
    Facts {
        as_of: day,
        compared_with: report.earlier.as_ref().map(|then| then.as_of),
        campaigns: campaigns
            .filter_map(|(key, set)| {
                let campaign = project.campaigns.at(key, day);
                let own = rows.roll_up(&set.as_ref()?.own);
                Some(SetRow::new(&campaign.head, name(&campaign.name), own))
            })
            .collect(),
        areas: areas
            .filter_map(|(key, set)| {
                let (area, set) = (project.areas.at(key, day), set.as_ref()?);
                let row = SetRow::new(&area.head, name(&area.name), rows.roll_up(&set.own));
                Some(SetRow {
                    with_below: Some(rows.roll_up(&set.with_below)),
                    ..row
                })
            })
            .collect(),
        units: units
            .filter_map(|(key, set)| {
                let (unit, set) = (project.units.at(key, day), set.as_ref()?);
                Some(UnitRow {
                    id: unit.head.id.clone(),
                    name: name(unit.name_on(day)),
                    as_lead: rows.roll_up(&set.as_lead),
                    involved: rows.roll_up(&set.involved),
                    as_lead_with_below: rows.roll_up(&set.as_lead_with_below),
                    involved_with_below: rows.roll_up(&set.involved_with_below),
                    worst_below: worst_row(&rows, Above::Unit(key)),
                })
            })
            .collect(),
        people: people
            .filter_map(|(key, set)| {
                let person = project.people.at(key, day);
                let own = rows.roll_up(set.as_ref()?);
                Some(SetRow::new(&person.head, name(&person.name), own))
            })
            .collect(),
        tasks: task_rows(&rows),
        decisions: rows.decisions(),
        problems: problem_rows(&rows),
        problem_sums: problem_sums_row(&rows),
        indicators: indicator_rows(&rows),
        assessments: assessment_rows(&rows),
        suspects: rows.suspects(),
        burn_up: burn_up_row(report),
        reporting: reporting_row(report),
    }
}

/// Makes rows in one language.
pub(super) struct Rows<'r> {
    pub(super) report: &'r Report<'r>,
    language: Language,
    /// Colours that the rules may give, and those that stand in every count.
    pub(super) lights: [bool; 8],
}

impl<'r> Rows<'r> {
    fn new(report: &'r Report<'r>, language: Language) -> Rows<'r> {
        let rules = &report.project.rules.lights;
        Rows {
            report,
            language,
            lights: Light::ALL.map(|light| {
                !matches!(light, Light::Orange | Light::Blue)
                    || rules.iter().any(|rule| rule.light == light)
            }),
        }
    }

    pub(super) fn project(&self) -> &'r Project {
        self.report.project
    }

    pub(super) fn text(&self, text: &Text) -> String {
        text.wanted(self.language).to_owned()
    }

    fn roll_up(&self, set: &RollUp) -> RollUpRow {
        let lights = Light::ALL.iter().zip(self.lights).zip(set.by_light);
        let lights = lights.filter(|((_, used), count)| *used || *count > 0);
        let states = State::ALL.iter().zip(set.by_state);
        let shares = set.light_shares(self.project().rules.shares_add_up);
        let shares = Light::ALL.iter().zip(shares).zip(self.lights);
        let shares = shares.filter(|((light, _), used)| *used || set.lights(**light) > 0);
        let paces = Pace::ALL.iter().zip(set.by_pace);
        RollUpRow {
            total: set.total,
            excluded: ExcludedRow {
                cancelled: set.excluded_cancelled,
                ongoing: set.excluded_ongoing,
            },
            by_state: Words(states.map(|(state, count)| (state.word(), count)).collect()),
            by_light: Words(lights.map(|((l, _), count)| (l.word(), count)).collect()),
            shares: Words(shares.map(|((l, share), _)| (l.word(), share)).collect()),
            by_pace: Words(paces.map(|(pace, count)| (pace.word(), count)).collect()),
            start_rate: set.start.percent,
            completion_rate: set.completion.percent,
            on_time_rate: set.on_time.percent,
            overdue_count: set.overdue.count,
            overdue_rate: set.overdue.percent,
            closure_rate: set.closure.percent,
            report_rate: set.report.percent,
            weighted_progress: set.weighted_progress,
            due_soon_count: set.due_soon,
            stale_count: set.stale,
        }
    }

    fn decisions(&self) -> Vec<ItemRow> {
        let (project, day) = (self.project(), self.report.as_of);
        let decisions = project.decisions.keys().zip(&self.report.decisions);
        let rows = decisions.filter_map(|(key, facts)| {
            let facts = facts.as_ref()?.as_ref()?;
            let decision = project.decisions.at(key, day);
            let action: Option<&Item> = decision.action.as_ref();
            let more = self.more(facts, self.report.decision_placings[key.place()].as_ref());
            let milestones = action.map_or(&[][..], |item| &item.milestones);
            Some(ItemRow {
                id: decision.head.id.clone(),
                trend: self.report.decision_trend(key).known(),
                title: self.text(&decision.text),
                lead: self.lead(action.map(|item| item.lead).or(decision.lead)),
                ..self.item(facts, milestones, more)
            })
        });
        rows.collect()
    }

    fn suspects(&self) -> Vec<SuspectRow> {
        let (project, day) = (self.project(), self.report.as_of);
        let links = self.report.suspects.iter();
        links
            .map(|link| SuspectRow {
                task: project.tasks.at(link.task, day).head.id.clone(),
                decision: project.decisions.at(link.decision, day).head.id.clone(),
                confirmed_on: link.confirmed_on,
                changed_on: link.changed_on,
                digest: decision_digest(project, link.decision, day).map(|digest| digest.hex()),
            })
            .collect()
    }

    pub(super) fn lead(&self, lead: Option<Seen<Unit>>) -> Option<String> {
        let units = &self.project().units;
        let lead: Key<Unit> = lead?.key()?;
        Some(units.at(lead, self.report.as_of).head.id.clone())
    }

    /// What every item has; the id, the title and the lead are the record's.
    pub(super) fn item(
        &self,
        facts: &ItemFacts,
        milestones: &[Milestone],
        more: MoreRow,
    ) -> ItemRow {
        let milestones = milestones.iter().zip(&facts.milestones);
        ItemRow {
            id: String::new(),
            title: String::new(),
            lead: None,
            state: facts.state.word(),
            light: facts.light.word(),
            trend: None,
            reasons: facts.reasons.iter().map(|r| self.reason(r)).collect(),
            pace: facts.pace.map(Pace::word),
            planned_percent: facts.planned,
            actual_percent: facts.actual,
            gap: facts.gap,
            original_due: facts.original_due,
            effective_due: facts.effective_due,
            days_overdue: facts.days_overdue,
            work_days_overdue: facts.work_days_overdue,
            due_soon: facts.due_soon,
            stale: facts.stale,
            finished_on: facts.finished_on,
            closed_on: facts.closed_on,
            milestones: milestones
                .map(|(milestone, facts)| MilestoneRow {
                    id: milestone.id.clone(),
                    title: self.text(&milestone.title),
                    due: milestone.due,
                    done_on: facts.done_on,
                    overdue: facts.overdue,
                    days_late: facts.days_late,
                    key: milestone.key,
                })
                .collect(),
            more,
        }
    }

    pub(super) fn more(&self, facts: &ItemFacts, placing: Option<&Placing>) -> MoreRow {
        let (project, day) = (self.project(), self.report.as_of);
        let campaign = placing.and_then(|placing| placing.campaign?.key());
        let sponsor = placing.and_then(|placing| placing.sponsor?.key());
        let areas = placing.map_or(&[][..], |placing| &placing.areas);
        let area_id = |key| project.areas.at(key, day).head.id.clone();
        MoreRow {
            campaign: campaign.map(|key| project.campaigns.at(key, day).head.id.clone()),
            areas: areas.iter().filter_map(Seen::key).map(area_id).collect(),
            sponsor: sponsor.map(|key| project.people.at(key, day).head.id.clone()),
            parent: None,
            in_ledger: facts.in_ledger,
            ongoing: facts.ongoing,
            begun: facts.begun,
            overdue: facts.overdue,
            days_to_due: facts.days_to_due,
            late_vs_original: facts.late_vs_original,
            timing: facts.timing.map(timing),
            planned_basis: planned_basis(&facts.planned_basis),
            actual_basis: actual_basis(&facts.actual_basis),
            report_cutoff: facts.report_cutoff,
            report_owed: facts.report_owed,
            report_in_time: facts.report_in_time,
            needs_help: facts.needs_help,
            overridden: facts.overridden.as_ref().map(|by_hand| OverriddenRow {
                from: by_hand.from.word(),
                by: by_hand.by.as_ref().and_then(|by| self.party(by)),
                on: by_hand.on,
                until: by_hand.until,
                reason: by_hand.reason.as_ref().map(|text| self.text(text)),
            }),
        }
    }

    /// The id of a person or a unit, else the text; nothing of what is hidden.
    pub(super) fn party(&self, party: &Party) -> Option<String> {
        let (project, day) = (self.project(), self.report.as_of);
        match party {
            Party::Person(person) => Some(project.people.at(person.key()?, day).head.id.clone()),
            Party::Unit(unit) => Some(project.units.at(unit.key()?, day).head.id.clone()),
            Party::Text(text) => Some(self.text(text)),
        }
    }

    fn reason(&self, reason: &Reason) -> ReasonRow {
        let values = reason.values.iter().map(|(name, value)| {
            let value = match value {
                ReasonValue::Number(number) => ValueRow::Number(number.round(2)),
                ReasonValue::Date(date) => ValueRow::Date(*date),
                ReasonValue::Text(text) => ValueRow::Text(self.text(text)),
                ReasonValue::Word(word) => ValueRow::Word(word),
            };
            (*name, value)
        });
        ReasonRow {
            code: reason.code,
            values: Words(values.collect()),
            text: reason.text.as_ref().map(|text| self.text(text)),
        }
    }
}

fn timing(timing: Timing) -> &'static str {
    match timing {
        Timing::Early => "early",
        Timing::OnTime => "on_time",
        Timing::Late => "late",
    }
}

fn planned_basis(basis: &PlannedBasis) -> Option<&'static str> {
    match basis {
        PlannedBasis::None => None,
        PlannedBasis::PastDue => Some("past_due"),
        PlannedBasis::Plan { .. } => Some("plan"),
        PlannedBasis::Milestones { .. } => Some("milestones"),
        PlannedBasis::Days { .. } => Some("days"),
        PlannedBasis::Leaves { .. } => Some("leaves"),
    }
}

fn actual_basis(basis: &ActualBasis) -> Option<&'static str> {
    match basis {
        ActualBasis::None => None,
        ActualBasis::Percent { .. } => Some("percent"),
        ActualBasis::Quantity { .. } => Some("quantity"),
        ActualBasis::Milestones { .. } => Some("milestones"),
        ActualBasis::Leaves { .. } => Some("leaves"),
    }
}
