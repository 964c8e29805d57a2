//! Inheritance, sponsors, amended records, and records that are not there.

use crate::derive::report;
use crate::model::{Item, Key, Person, Seen, Sponsored, Sponsorship};

use super::programme::{Programme, d, due, facts_of, n, percent};

fn year(item: &mut Item) {
    due(item, "2026-01-01", "2026-12-31");
}

#[test]
fn areas_campaign_and_sponsor_come_from_the_nearest_parent_that_has_them() {
    let mut programme = Programme::default();
    let campaign = Seen::Shown(programme.campaign(|_| {}));
    let (roads, parks) = (programme.area(|_| {}), programme.area(|_| {}));
    let sponsor = Seen::Shown(programme.person());
    let top = programme.task(|task| {
        year(&mut task.item);
        task.item.campaign = Some(campaign);
        task.item.areas = vec![Seen::Shown(roads)];
        task.item.sponsor = Some(sponsor);
    });
    let middle = programme.task(|task| {
        year(&mut task.item);
        task.parent = Some(Seen::Shown(top));
        task.item.areas = vec![Seen::Shown(parks)];
    });
    let leaf = programme.task(|task| {
        year(&mut task.item);
        task.parent = Some(Seen::Shown(middle));
    });
    let orphan = programme.task(|task| {
        year(&mut task.item);
        task.parent = Some(Seen::Hidden);
    });
    let project = programme.project();
    let report = report(&project, d("2026-02-01"));
    let placing = report.task_placings[leaf.place()].as_ref().unwrap();
    assert_eq!(placing.campaign, Some(campaign));
    assert_eq!(placing.areas, [Seen::Shown(parks)]);
    assert_eq!(placing.sponsor, Some(sponsor));
    let placing = report.task_placings[orphan.place()].as_ref().unwrap();
    assert_eq!(
        (placing.campaign, placing.areas.len(), placing.sponsor),
        (None, 0, None)
    );
    assert_eq!(report.areas[roads.place()].as_ref().unwrap().own.total, 0);
    assert_eq!(report.areas[parks.place()].as_ref().unwrap().own.total, 1);
    assert_eq!(report.people[0].as_ref().unwrap().total, 1);
}

#[test]
fn an_absent_parent_makes_its_child_a_root() {
    let mut programme = Programme::default();
    let area = programme.area(|_| {});
    let parent = programme.task(|task| {
        year(&mut task.item);
        task.head.exists_from = Some(d("2026-05-01"));
        task.item.areas = vec![Seen::Shown(area)];
    });
    let child = programme.task(|task| {
        year(&mut task.item);
        task.parent = Some(Seen::Shown(parent));
    });
    let project = programme.project();
    let areas = |day: &str| {
        let report = report(&project, d(day));
        report.task_placings[child.place()]
            .as_ref()
            .unwrap()
            .areas
            .clone()
    };
    assert!(areas("2026-04-30").is_empty());
    assert_eq!(areas("2026-05-01"), [Seen::Shown(area)]);
}

#[test]
fn the_sponsor_is_the_first_that_is_named() {
    // Each step takes away the one that counted before.
    let sponsor = |without: usize, day: &str| {
        let mut programme = Programme::default();
        let people: Vec<Key<Person>> = (0..8).map(|_| programme.person()).collect();
        let named = |step: usize| (without <= step).then_some(Seen::Shown(people[step]));
        let above = programme.area(|area| area.sponsor = named(6));
        let area = programme.area(|area| {
            area.parent = Some(Seen::Shown(above));
            area.sponsor = named(5);
        });
        let bureau = programme.unit(|_| {});
        let unit = programme.unit(|unit| unit.parent = Some(Seen::Shown(bureau)));
        let campaign = programme.campaign(|campaign| {
            let all = [
                (7, Sponsored::Unit(Seen::Shown(bureau))),
                (4, Sponsored::Area(Seen::Shown(above))),
                (3, Sponsored::Task(Seen::Shown(Key::new(0)))),
                (2, Sponsored::Task(Seen::Shown(Key::new(1)))),
            ];
            for (step, of) in all {
                let (from, to) = (Some(d("2026-02-01")), Some(d("2026-03-31")));
                let person = named(step).map(|person| Sponsorship {
                    person,
                    of,
                    from,
                    to,
                });
                campaign.sponsorships.extend(person);
            }
        });
        let parent = programme.task(|task| {
            year(&mut task.item);
            task.item.campaign = Some(Seen::Shown(campaign));
            task.item.areas = vec![Seen::Shown(area)];
            task.item.sponsor = named(1);
        });
        let task = programme.task(|task| {
            year(&mut task.item);
            task.parent = Some(Seen::Shown(parent));
            task.item.lead = Seen::Shown(unit);
            task.item.sponsor = named(0);
        });
        let project = programme.project();
        let report = report(&project, d(day));
        let placing = report.task_placings[task.place()].as_ref().unwrap();
        placing
            .sponsor
            .and_then(|person| person.key())
            .map(Key::place)
    };
    for step in 0..8 {
        assert_eq!(sponsor(step, "2026-02-01"), Some(step));
    }
    assert_eq!(sponsor(8, "2026-02-01"), None);
    // Outside their days sponsorships count for nothing.
    assert_eq!(sponsor(2, "2026-03-31"), Some(2));
    assert_eq!(sponsor(2, "2026-04-01"), Some(5));
    assert_eq!(sponsor(7, "2026-01-31"), None);
}

#[test]
fn an_amended_record_is_read_as_it_was() {
    let mut programme = Programme::default();
    let (old, new) = (programme.unit(|_| {}), programme.unit(|_| {}));
    let task = programme.task(|task| {
        due(&mut task.item, "2026-01-01", "2026-06-30");
        task.item.lead = Seen::Shown(new);
        task.item.progress = vec![percent("2026-02-01", "20")];
    });
    programme.amend(task, "2026-03-01", |task| {
        due(&mut task.item, "2026-01-01", "2026-02-15");
        task.item.lead = Seen::Shown(old);
        task.item.progress = vec![percent("2026-02-01", "90")];
    });
    let project = programme.project();
    for (day, due, actual, leads) in [
        ("2026-02-28", "2026-02-15", "90", [1, 0]),
        ("2026-03-01", "2026-06-30", "20", [0, 1]),
    ] {
        let report = report(&project, d(day));
        let facts = facts_of(&report, task);
        assert_eq!(facts.effective_due, Some(d(due)), "{day}");
        assert_eq!(facts.actual, Some(n(actual)), "{day}");
        let totals = [old, new].map(|u| report.units[u.place()].as_ref().unwrap().as_lead.total);
        assert_eq!(totals, leads, "{day}");
    }
}

#[test]
fn sets_that_do_not_exist_yet_have_no_roll_up() {
    let mut programme = Programme::default();
    programme.unit(|_| {});
    let late = programme.unit(|unit| unit.head.exists_from = Some(d("2026-03-01")));
    programme.task(|task| {
        year(&mut task.item);
        task.item.lead = Seen::Shown(late);
    });
    let project = programme.project();
    let before = report(&project, d("2026-02-28"));
    assert!(before.units[late.place()].is_none());
    assert_eq!(before.whole.total, 1);
    let after = report(&project, d("2026-03-01"));
    assert_eq!(after.units[late.place()].as_ref().unwrap().as_lead.total, 1);
}

#[test]
fn a_ring_of_parents_ends_somewhere() {
    let mut programme = Programme::default();
    for parent in [1, 2, 0, 3] {
        programme.task(|task| {
            year(&mut task.item);
            task.parent = Some(Seen::Shown(Key::new(parent)));
        });
    }
    programme.area(|area| area.parent = Some(Seen::Shown(Key::new(0))));
    let project = programme.project();
    let report = report(&project, d("2026-02-01"));
    assert!(report.tasks.iter().all(Option::is_some));
    assert_eq!(report.whole.total, 2);
}
