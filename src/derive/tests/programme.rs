//! A small programme office in memory, without files.

use std::collections::BTreeMap;

use crate::date::Date;
use crate::decimal::Decimal;
use crate::derive::{ItemFacts, Report, report};
use crate::diagnostic::Origin;
use crate::model::{
    Area, Assessment, Attendance, Calendar, Campaign, Chronicle, Closure, Decision, Extension,
    Head, HelpNeeded, Indicator, Inspection, Item, Key, Language, Limit, Meeting, MeetingKind,
    Milestone, Period, Person, PlanPoint, Problem, ProgressEntry, Project, Rules, Seen, Shelf,
    Site, Suspension, Task, Text, Unit, Verdict, Visibility,
};
use crate::source::FileId;

pub(super) fn d(text: &str) -> Date {
    Date::parse(text).expect("a date in a test")
}

pub(super) fn n(text: &str) -> Decimal {
    Decimal::parse(text).expect("a number in a test")
}

pub(super) fn t(text: &str) -> Text {
    Text::Plain(text.to_owned())
}

/// Everything is pushed in written order; records hang on to keys.
#[derive(Default)]
pub(super) struct Programme {
    pub(super) rules: Rules,
    pub(super) calendar: Calendar,
    campaigns: Vec<Chronicle<Campaign>>,
    areas: Vec<Chronicle<Area>>,
    units: Vec<Chronicle<Unit>>,
    people: Vec<Chronicle<Person>>,
    tasks: Vec<Chronicle<Task>>,
    meetings: Vec<Chronicle<Meeting>>,
    decisions: Vec<Chronicle<Decision>>,
    pub(super) problems: Vec<Chronicle<Problem>>,
    pub(super) indicators: Vec<Chronicle<Indicator>>,
    pub(super) inspections: Vec<Chronicle<Inspection>>,
    pub(super) assessments: Vec<Chronicle<Assessment>>,
}

pub(super) fn push<T>(shelf: &mut Vec<Chronicle<T>>, now: T) -> Key<T> {
    let before = Vec::new();
    shelf.push(Chronicle { now, before });
    Key::new(shelf.len() - 1)
}

fn amend<T: Clone>(chronicle: &mut Chronicle<T>, on: &str, was: impl FnOnce(&mut T)) {
    let mut before = chronicle.now.clone();
    was(&mut before);
    chronicle.before.push((d(on), before));
}

pub(super) fn head(id: &str) -> Head {
    Head {
        id: id.to_owned(),
        origin: Origin::new(FileId(0), 0),
        slug: id.to_owned(),
        visibility: Visibility::Public,
        tags: Vec::new(),
        links: Vec::new(),
        attachments: Vec::new(),
        exists_from: None,
        body: None,
        translations: Vec::new(),
        extra: BTreeMap::new(),
        amendments: Vec::new(),
    }
}

impl Programme {
    pub(super) fn campaign(&mut self, change: impl FnOnce(&mut Campaign)) -> Key<Campaign> {
        let mut campaign = Campaign {
            head: head(&format!("c{}", self.campaigns.len())),
            name: t("示例活动"),
            aliases: Vec::new(),
            period: Period {
                start: None,
                end: None,
                text: None,
                approx: false,
            },
            goal: None,
            basis: Vec::new(),
            principles: Vec::new(),
            requirements: Vec::new(),
            key_periods: Vec::new(),
            command: Vec::new(),
            office: None,
            inspectorates: Vec::new(),
            charter: None,
            reporting: None,
            sponsorships: Vec::new(),
            rating_scale: Vec::new(),
            active: true,
        };
        change(&mut campaign);
        push(&mut self.campaigns, campaign)
    }

    pub(super) fn area(&mut self, change: impl FnOnce(&mut Area)) -> Key<Area> {
        let mut area = Area {
            head: head(&format!("a{}", self.areas.len())),
            name: t("示例方面"),
            code: None,
            parent: None,
            lead: None,
            sponsor: None,
            axis: "area".to_owned(),
        };
        change(&mut area);
        push(&mut self.areas, area)
    }

    pub(super) fn unit(&mut self, change: impl FnOnce(&mut Unit)) -> Key<Unit> {
        let mut unit = Unit {
            head: head(&format!("u{}", self.units.len())),
            name: t("示例单位"),
            short_name: None,
            former_names: Vec::new(),
            kind: None,
            level: None,
            parent: None,
            group: None,
            head_person: None,
            liaison: None,
            contact: None,
            active: (None, None),
        };
        change(&mut unit);
        push(&mut self.units, unit)
    }

    pub(super) fn person(&mut self) -> Key<Person> {
        let person = Person {
            head: head(&format!("p{}", self.people.len())),
            name: t("示例人员"),
            posts: Vec::new(),
            sort_key: None,
            contact: None,
        };
        push(&mut self.people, person)
    }

    /// Led by the unit `u0` unless it is said.
    pub(super) fn task(&mut self, change: impl FnOnce(&mut Task)) -> Key<Task> {
        let mut task = Task {
            head: head(&format!("t{}", self.tasks.len())),
            title: t("示例任务"),
            item: Item::bare(Seen::Shown(Key::new(0))),
            parent: None,
            kind: None,
            phase: None,
            key: false,
            origin: None,
            measures: Vec::new(),
            depends_on: Vec::new(),
            evidence: Vec::new(),
            notices: Vec::new(),
            confirmed: Vec::new(),
        };
        change(&mut task);
        push(&mut self.tasks, task)
    }

    /// What a task said before a day.
    pub(super) fn amend(&mut self, key: Key<Task>, on: &str, was: impl FnOnce(&mut Task)) {
        amend(&mut self.tasks[key.place()], on, was);
    }

    /// The same of a decision.
    pub(super) fn reword(&mut self, key: Key<Decision>, on: &str, before: &str) {
        let was = |decision: &mut Decision| decision.text = t(before);
        amend(&mut self.decisions[key.place()], on, was);
    }

    pub(super) fn meeting(&mut self, date: &str) -> Key<Meeting> {
        let meeting = Meeting {
            head: head(&format!("m{}", self.meetings.len())),
            title: t("示例会议"),
            date: d(date),
            campaign: None,
            series: None,
            number: None,
            kind: MeetingKind::Regular,
            session: None,
            time: (None, None),
            place: None,
            chair: None,
            minute_taker: None,
            purpose: None,
            attendance: Attendance::default(),
            agenda: Vec::new(),
            decisions: Vec::new(),
            readouts: Vec::new(),
            speeches: Vec::new(),
            pledges: Vec::new(),
            minutes: None,
            next_meeting: None,
        };
        push(&mut self.meetings, meeting)
    }

    pub(super) fn decision(
        &mut self,
        meeting: Key<Meeting>,
        change: impl FnOnce(&mut Decision),
    ) -> Key<Decision> {
        let mut decision = Decision {
            head: head(&format!("d{}", self.decisions.len())),
            meeting,
            agenda_place: None,
            line: None,
            text: t("示例议定事项"),
            outcome: None,
            lead: None,
            responsible: Vec::new(),
            supporting: Vec::new(),
            due: None,
            due_text: None,
            votes: None,
            tasks: Vec::new(),
            action: None,
        };
        change(&mut decision);
        push(&mut self.decisions, decision)
    }

    pub(super) fn project(mut self) -> Project {
        if self.units.is_empty() {
            self.unit(|_| {});
        }
        Project {
            site: Site {
                title: t("示例市"),
                language: Language::Chinese,
                languages: vec![Language::Chinese],
                theme: "default".to_owned(),
                as_of: None,
                base_url: None,
                time_zone: "Asia/Shanghai".to_owned(),
                series: Vec::new(),
                audiences: Vec::new(),
                menu: Vec::new(),
                main_series: None,
                raw_html: false,
                masks: BTreeMap::new(),
            },
            calendar: self.calendar,
            rules: self.rules,
            campaigns: Shelf::new(self.campaigns),
            areas: Shelf::new(self.areas),
            units: Shelf::new(self.units),
            people: Shelf::new(self.people),
            tasks: Shelf::new(self.tasks),
            meetings: Shelf::new(self.meetings),
            decisions: Shelf::new(self.decisions),
            documents: Shelf::default(),
            problems: Shelf::new(self.problems),
            indicators: Shelf::new(self.indicators),
            instructions: Shelf::default(),
            inspections: Shelf::new(self.inspections),
            assessments: Shelf::new(self.assessments),
            bulletins: Shelf::default(),
            sees_all: true,
            records: 0,
            shows_internal: true,
        }
    }
}

/// The facts of one task that stands alone.
pub(super) fn alone(day: &str, change: impl FnOnce(&mut Item)) -> ItemFacts {
    ruled(Rules::default(), day, |task| change(&mut task.item))
}

/// An item that stands alone, as it is written.
pub(super) fn alone_item(change: impl FnOnce(&mut Item)) -> Item {
    let mut made = Item::bare(Seen::Shown(Key::new(0)));
    change(&mut made);
    made
}

/// The same under rules of the office's own.
pub(super) fn ruled(rules: Rules, day: &str, change: impl FnOnce(&mut Task)) -> ItemFacts {
    let mut programme = Programme {
        rules,
        ..Programme::default()
    };
    let task = programme.task(change);
    let project = programme.project();
    let report = report(&project, d(day));
    facts_of(&report, task).clone()
}

pub(super) fn facts_of<'r>(report: &'r Report, task: Key<Task>) -> &'r ItemFacts {
    report.tasks[task.place()]
        .as_ref()
        .expect("a task that exists")
}

pub(super) fn codes(facts: &ItemFacts) -> Vec<&'static str> {
    facts.reasons.iter().map(|reason| reason.code).collect()
}

pub(super) fn due(item: &mut Item, start: &str, due: &str) {
    item.start = Some(d(start));
    item.limit = Limit::Due(d(due));
}

pub(super) fn entry(date: &str) -> ProgressEntry {
    ProgressEntry {
        date: d(date),
        percent: None,
        quantity: None,
        text: None,
        by: None,
        period: None,
        done: None,
        issues: None,
        next_steps: None,
        needs_help: HelpNeeded::No,
        finished: false,
        forecast: None,
        confidence: None,
        evidence: Vec::new(),
    }
}

pub(super) fn percent(date: &str, percent: &str) -> ProgressEntry {
    ProgressEntry {
        percent: Some(n(percent)),
        ..entry(date)
    }
}

pub(super) fn finished(date: &str) -> ProgressEntry {
    ProgressEntry {
        finished: true,
        ..entry(date)
    }
}

pub(super) fn point(date: &str, percent: &str) -> PlanPoint {
    PlanPoint {
        date: d(date),
        percent: n(percent),
    }
}

pub(super) fn milestone(due: &str, weight: &str, done_on: Option<&str>) -> Milestone {
    Milestone {
        id: None,
        title: t("示例节点"),
        due: d(due),
        weight: n(weight),
        done_on: done_on.map(d),
        key: false,
    }
}

pub(super) fn extension(approved_on: Option<&str>, due: &str) -> Extension {
    Extension {
        asked_on: None,
        approved_on: approved_on.map(d),
        approved_by: None,
        due: d(due),
        reason: None,
    }
}

/// Requested, verified and closed on these days.
pub(super) fn closure(verdict: Option<Verdict>, days: [Option<&str>; 3]) -> Closure {
    let [requested_on, verified_on, closed_on] = days.map(|day| day.map(d));
    Closure {
        requested_on,
        verified_on,
        verifier: None,
        publicised: None,
        closed_on,
        verdict,
        note: None,
    }
}

pub(super) fn suspended(from: &str, to: Option<&str>) -> Suspension {
    Suspension {
        span: crate::model::Span {
            from: d(from),
            to: to.map(d),
        },
        reason: None,
    }
}
