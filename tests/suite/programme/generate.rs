//! A made-up programme: a seed decides everything in it.

use super::calendar::{Day, day};

pub const TASKS: usize = 2000;
pub const UNITS: usize = 60;
pub const AREAS: usize = 4;
pub const PEOPLE: usize = 9;
const ROOTS: usize = 400;
const MEETINGS: usize = 60;

#[derive(Default)]
pub struct Programme {
    pub tasks: Vec<Item>,
    pub meetings: Vec<Meeting>,
    /// By area; the last area has none.
    pub area_sponsors: Vec<Option<usize>>,
}

pub struct Meeting {
    pub date: Day,
    pub decisions: Vec<Decision>,
}

pub struct Decision {
    pub item: Item,
    /// Else it only has tasks.
    pub is_action: bool,
    pub tasks: Vec<usize>,
}

/// A task, or what a decision has of one. Percents and weights are in hundredths.
#[derive(Default, Clone)]
pub struct Item {
    pub parent: Option<usize>,
    pub added_on: Option<Day>,
    /// The meeting that it comes from, and which of its decisions.
    pub origin: Option<(usize, Option<usize>)>,
    pub lead: usize,
    pub responsible: Vec<usize>,
    pub areas: Vec<usize>,
    pub sponsor: Option<usize>,
    pub start: Option<Day>,
    /// None is ongoing.
    pub due: Option<Day>,
    pub target: Option<i128>,
    pub plan: Vec<(Day, i128)>,
    pub milestones: Vec<Milestone>,
    pub progress: Vec<Entry>,
    pub extensions: Vec<(Option<Day>, Day)>,
    pub closures: Vec<Closure>,
    pub cancelled: Option<Day>,
    pub suspended: Vec<(Day, Option<Day>)>,
    pub weight: i128,
}

#[derive(Clone)]
pub struct Milestone {
    pub due: Day,
    pub weight: i128,
    pub done_on: Option<Day>,
    pub key: bool,
}

#[derive(Default, Clone)]
pub struct Entry {
    pub date: Day,
    pub percent: Option<i128>,
    pub quantity: Option<i128>,
    pub finished: bool,
    pub needs_help: bool,
}

#[derive(Clone)]
pub struct Closure {
    pub requested_on: Option<Day>,
    /// Verified, and closed when accepted.
    pub on: Day,
    pub accepted: bool,
}

/// Marsaglia's xorshift.
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Chance {
        Chance(seed | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// From the first to the last, both included.
    fn among(&mut self, first: i64, last: i64) -> i64 {
        let of = u64::try_from(last - first + 1).expect("in order");
        first + i64::try_from(self.next() % of).expect("small")
    }

    fn place(&mut self, of: usize) -> usize {
        usize::try_from(self.next() % of as u64).expect("small")
    }

    fn is(&mut self, percent: u64) -> bool {
        self.next() % 100 < percent
    }

    fn pick<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.place(all.len())]
    }
}

pub fn programme(seed: u64) -> Programme {
    let chance = &mut Chance::new(seed);
    let mut made = Programme {
        area_sponsors: (0..AREAS)
            .map(|area| (area + 1 < AREAS).then(|| chance.place(PEOPLE)))
            .collect(),
        ..Programme::default()
    };
    for number in 0..TASKS {
        let parent = (number >= ROOTS).then(|| chance.place(ROOTS));
        // Some roots have no children and are leaves themselves.
        let parent = parent.map(|root| root - root % 8 + root % 7);
        let task = task(chance, parent);
        made.tasks.push(task);
    }
    for _ in 0..MEETINGS {
        let date = chance.among(day(2024, 3, 11), day(2026, 9, 30));
        let number = chance.among(1, 5);
        let decisions = (0..number).map(|_| decision(chance, date)).collect();
        made.meetings.push(Meeting { date, decisions });
    }
    for task in 0..TASKS {
        if chance.is(8) {
            let meeting = chance.place(MEETINGS);
            let decisions = made.meetings[meeting].decisions.len();
            let decision = chance.is(60).then(|| chance.place(decisions));
            made.tasks[task].origin = Some((meeting, decision));
        }
    }
    made
}

fn task(chance: &mut Chance, parent: Option<usize>) -> Item {
    let start = chance.among(day(2024, 3, 11), day(2026, 8, 31));
    let due = start + chance.among(20, 700);
    let mut item = Item {
        parent,
        added_on: chance.is(6).then(|| start + chance.among(-60, 60)),
        areas: (0..AREAS)
            .filter(|_| chance.is(if parent.is_some() { 10 } else { 40 }))
            .collect(),
        sponsor: chance.is(10).then(|| chance.place(PEOPLE)),
        start: chance.is(92).then_some(start),
        due: chance.is(93).then_some(due),
        target: chance
            .is(60)
            .then(|| chance.pick(&[1, 3, 7, 12, 130, 6000])),
        cancelled: chance.is(4).then(|| start + chance.among(10, 600)),
        weight: chance.pick(&[100, 100, 100, 50, 250, 333]),
        ..Item::default()
    };
    units(chance, &mut item);
    if item.due.is_some() {
        if item.start.is_some() && chance.is(30) {
            plan(chance, &mut item, (start, due));
        }
        if chance.is(30) {
            milestones(chance, &mut item, (start, due));
        }
        extensions(chance, &mut item, due);
    }
    if chance.is(6) {
        let from = start + chance.among(5, 500);
        let to = chance.is(60).then(|| from + chance.among(0, 120));
        item.suspended.push((from, to));
    }
    if parent.is_some() || chance.is(50) {
        course(chance, &mut item, start);
    }
    item
}

fn units(chance: &mut Chance, item: &mut Item) {
    item.lead = chance.place(UNITS);
    for _ in 0..chance.among(0, 3) {
        let unit = chance.place(UNITS);
        if unit != item.lead && !item.responsible.contains(&unit) {
            item.responsible.push(unit);
        }
    }
}

fn plan(chance: &mut Chance, item: &mut Item, (start, due): (Day, Day)) {
    let (mut at, mut percent) = (start, 0);
    for _ in 0..chance.among(1, 4) {
        at += chance.among(1, 200);
        percent += i128::from(chance.among(0, 3000));
        if at < due && percent <= 10_000 {
            item.plan.push((at, percent));
        }
    }
}

fn milestones(chance: &mut Chance, item: &mut Item, (start, due): (Day, Day)) {
    for _ in 0..chance.among(1, 5) {
        let at = chance.among(start, due);
        item.milestones.push(Milestone {
            due: at,
            weight: chance.pick(&[100, 100, 200, 350]),
            done_on: chance.is(60).then(|| at + chance.among(-20, 60)),
            key: chance.is(25),
        });
    }
}

fn extensions(chance: &mut Chance, item: &mut Item, due: Day) {
    let mut due = due;
    while chance.is(15) {
        let approved = chance.is(80).then(|| due + chance.among(-40, 10));
        due += chance.among(10, 200);
        item.extensions.push((approved, due));
    }
}

/// Reports, and what becomes of it in the end.
fn course(chance: &mut Chance, item: &mut Item, start: Day) {
    let in_percent = chance.is(40);
    let (mut at, mut done) = (start, 0);
    let entries = chance.among(0, 24);
    for _ in 0..entries {
        at += chance.among(5, 45);
        done += i128::from(chance.among(0, 1500));
        let silent = chance.is(15);
        let counted = item.target.filter(|_| !in_percent && !silent);
        item.progress.push(Entry {
            date: at,
            percent: (in_percent && !silent).then_some(done.min(10_000)),
            // In hundredths, like percents: 15.5 of 130.
            quantity: counted.map(|target| done * target / 100 / 50 * 50),
            needs_help: chance.is(6),
            ..Entry::default()
        });
    }
    let finished = |date| Entry {
        date,
        finished: true,
        ..Entry::default()
    };
    if entries == 0 || !chance.is(40) {
        return;
    }
    if chance.is(95) {
        at += chance.among(1, 20);
        item.progress.push(finished(at));
    }
    let closing = |requested_on, on, accepted| Closure {
        requested_on,
        on,
        accepted,
    };
    if chance.is(25) {
        at += chance.among(5, 30);
        item.closures.push(closing(Some(at - 3), at, false));
        if chance.is(50) {
            at += chance.among(5, 30);
            item.progress.push(finished(at));
        }
    }
    if chance.is(60) {
        let requested = chance.is(80).then_some(at + 2);
        at += chance.among(5, 40);
        item.closures.push(closing(requested, at, true));
    }
}

fn decision(chance: &mut Chance, date: Day) -> Decision {
    let mut item = Item {
        due: Some(date + chance.among(5, 300)),
        weight: 100,
        ..Item::default()
    };
    units(chance, &mut item);
    let due = item.due.unwrap_or(date);
    extensions(chance, &mut item, due);
    if chance.is(70) {
        course(chance, &mut item, date);
    }
    Decision {
        item,
        is_action: chance.is(75),
        tasks: match chance.among(0, 9) {
            0 => vec![chance.place(TASKS)],
            1 => vec![chance.place(TASKS), chance.place(TASKS)],
            _ => vec![],
        },
    }
}
