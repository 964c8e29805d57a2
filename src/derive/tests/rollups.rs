//! Roll-ups over sets, worked out by hand.

use crate::derive::{RollUp, facts, report};
use crate::model::{Cancellation, Item, Light, Limit, Pace, Seen, State, Verdict};

use super::programme::{
    Programme, closure, d, due, entry, extension, finished, n, percent, suspended,
};

/// Ten items seen on 1 July 2026, one for each case that a rate tells apart.
fn ten() -> Vec<fn(&mut Item)> {
    fn jan(item: &mut Item, limit: &str) {
        due(item, "2026-01-01", limit);
    }
    vec![
        // Finished on its due day, closed.
        |item| {
            jan(item, "2026-03-31");
            item.progress = vec![finished("2026-03-31")];
            let accepted = Some(Verdict::Accepted);
            item.closures = vec![closure(accepted, [None, None, Some("2026-04-10")])];
        },
        // Finished a day late.
        |item| {
            jan(item, "2026-03-31");
            item.weight = n("2");
            item.progress = vec![percent("2026-03-01", "10"), finished("2026-04-01")];
        },
        // Late for its first limit, in time for the extended one.
        |item| {
            jan(item, "2026-03-31");
            item.extensions = vec![extension(Some("2026-03-30"), "2026-05-31")];
            item.progress = vec![finished("2026-05-31")];
        },
        // Overdue.
        |item| {
            jan(item, "2026-06-30");
            item.progress = vec![percent("2026-06-01", "50")];
        },
        // Due today: open, so not in the on-time rate yet.
        |item| {
            jan(item, "2026-07-01");
            item.progress = vec![percent("2026-06-01", "120")];
        },
        // Due today and finished.
        |item| {
            jan(item, "2026-07-01");
            item.progress = vec![finished("2026-07-01")];
        },
        // Finished before a limit that has not come.
        |item| {
            jan(item, "2026-12-31");
            item.progress = vec![finished("2026-05-01")];
        },
        // Not to begin before August.
        |item| due(item, "2026-08-01", "2026-12-31"),
        // Ongoing.
        |item| {
            item.limit = Limit::Ongoing;
            item.start = Some(d("2026-01-01"));
            item.progress = vec![percent("2026-06-01", "40")];
        },
        // Cancelled; it was ongoing as well.
        |item| {
            item.limit = Limit::Ongoing;
            item.progress = vec![entry("2026-06-01")];
            let (on, by, reason) = (d("2026-06-02"), None, None);
            item.cancelled = Some(Cancellation { on, by, reason });
        },
    ]
}

fn rolled() -> RollUp {
    let mut programme = Programme::default();
    for change in ten() {
        programme.task(|task| change(&mut task.item));
    }
    let project = programme.project();
    report(&project, d("2026-07-01")).whole
}

#[test]
fn counts_and_rates() {
    let whole = rolled();
    assert_eq!(whole.total, 10);
    assert_eq!((whole.excluded_cancelled, whole.excluded_ongoing), (1, 1));
    assert_eq!(whole.by_state, [1, 3, 0, 4, 1, 1]);
    assert_eq!(whole.by_state[State::Finished as usize], 4);
    // Red: the overdue one. Grey: not yet to begin, and cancelled.
    for (light, count) in [
        (Light::Red, 1),
        (Light::Yellow, 0),
        (Light::Green, 2),
        (Light::Grey, 2),
        (Light::Done, 5),
        (Light::NoData, 0),
    ] {
        assert_eq!(whole.lights(light), count, "{light:?}");
    }
    // The 50 points of the overdue one are far behind, 120 % is on schedule at a P of 100; the one to come and the
    // ongoing one are unknown.
    assert_eq!(whole.by_pace, [0, 1, 0, 1, 2]);
    assert_eq!(Pace::ALL[3], Pace::FarBehind);
    let rates = [
        (whole.start, 7, 7, "100"),
        (whole.completion, 5, 8, "62.5"),
        // Limits before today: four, one of them open, one late; and the one finished today.
        (whole.on_time, 3, 5, "60"),
        (whole.overdue, 1, 8, "12.5"),
        (whole.closure, 1, 5, "20"),
    ];
    for (place, (rate, count, of, percent)) in rates.into_iter().enumerate() {
        assert_eq!((rate.count, rate.of), (count, of), "rate {place}");
        assert_eq!(rate.percent, Some(n(percent)), "rate {place}");
    }
    // (100 + 2·100 + 100 + 50 + 100 + 100 + 100 + 0) / 9
    assert_eq!(whole.weighted_progress, Some(n("83.33")));
    assert_eq!(whole.due_soon, 1);
}

#[test]
fn a_zero_denominator_has_no_rate() {
    let mut programme = Programme::default();
    programme.task(|task| due(&mut task.item, "2026-08-01", "2026-12-31"));
    programme.unit(|_| {});
    programme.unit(|_| {});
    let project = programme.project();
    let report = report(&project, d("2026-07-01"));
    let one = &report.whole;
    assert_eq!(one.start.percent, None);
    assert_eq!(one.on_time.percent, None);
    assert_eq!(one.closure.percent, None);
    assert_eq!(one.report.percent, None);
    assert_eq!(one.completion.percent, Some(n("0")));
    assert_eq!(one.weighted_progress, Some(n("0")));
    let empty = &report.units[1].as_ref().unwrap().as_lead;
    assert_eq!(*empty, RollUp::default());
}

#[test]
fn what_begins_before_its_start_is_not_yet_in_the_start_rate() {
    let mut programme = Programme::default();
    programme.task(|task| {
        due(&mut task.item, "2026-08-01", "2026-12-31");
        task.item.progress = vec![entry("2026-06-01")];
    });
    programme.task(|task| due(&mut task.item, "2026-07-01", "2026-12-31"));
    // Without a start it can be in no start rate.
    programme.task(|task| {
        task.item.limit = Limit::Due(d("2026-12-31"));
        task.item.progress = vec![entry("2026-06-01")];
    });
    let project = programme.project();
    let start = report(&project, d("2026-07-01")).whole.start;
    assert_eq!((start.count, start.of), (0, 1));
}

#[test]
fn suspended_items_are_overdue_too_and_stay_in_the_rates() {
    let mut programme = Programme::default();
    programme.task(|task| {
        due(&mut task.item, "2026-01-01", "2026-06-30");
        task.item.suspensions = vec![suspended("2026-03-01", None)];
    });
    let project = programme.project();
    let whole = report(&project, d("2026-07-01")).whole;
    assert_eq!((whole.overdue.count, whole.overdue.of), (1, 1));
    assert_eq!((whole.on_time.count, whole.on_time.of), (0, 1));
    assert_eq!(whole.lights(Light::Grey), 1);
}

#[test]
fn each_item_is_once_in_each_of_its_sets() {
    let mut programme = Programme::default();
    let city = programme.area(|_| {});
    let roads = programme.area(|area| area.parent = Some(Seen::Shown(city)));
    let parks = programme.area(|area| area.parent = Some(Seen::Shown(city)));
    let bureau = programme.unit(|_| {});
    let office = programme.unit(|unit| unit.parent = Some(Seen::Shown(bureau)));
    let team = programme.unit(|unit| unit.parent = Some(Seen::Shown(bureau)));
    programme.task(|task| {
        due(&mut task.item, "2026-01-01", "2026-12-31");
        task.item.areas = [roads, parks, roads].map(Seen::Shown).into();
        task.item.lead = Seen::Shown(office);
        task.item.responsible = [team, office].map(Seen::Shown).into();
        task.item.supporting = vec![Seen::Shown(bureau)];
    });
    programme.task(|task| {
        due(&mut task.item, "2026-01-01", "2026-12-31");
        task.item.areas = vec![Seen::Shown(city), Seen::Hidden];
        task.item.lead = Seen::Shown(team);
    });
    let project = programme.project();
    let report = report(&project, d("2026-02-01"));
    let area = |key: crate::model::Key<_>| {
        let set = report.areas[key.place()].as_ref().unwrap();
        (set.own.total, set.with_below.total)
    };
    assert_eq!(
        [area(city), area(roads), area(parks)],
        [(1, 2), (1, 1), (1, 1)]
    );
    let unit = |key: crate::model::Key<_>| {
        let set = report.units[key.place()].as_ref().unwrap();
        let lead = (set.as_lead.total, set.as_lead_with_below.total);
        (lead, (set.involved.total, set.involved_with_below.total))
    };
    assert_eq!(unit(bureau), ((0, 2), (0, 2)));
    assert_eq!(unit(office), ((1, 1), (1, 1)));
    assert_eq!(unit(team), ((1, 1), (2, 2)));
}

#[test]
fn facts_have_the_agreed_shape() {
    let mut programme = Programme::default();
    let campaign = programme.campaign(|_| {});
    let area = programme.area(|_| {});
    programme.person();
    let meeting = programme.meeting("2026-01-05");
    programme.decision(meeting, |_| {});
    programme.task(|task| {
        due(&mut task.item, "2026-01-01", "2026-06-30");
        task.item.campaign = Some(Seen::Shown(campaign));
        task.item.areas = vec![Seen::Shown(area)];
        task.item.milestones = vec![super::programme::milestone("2026-02-28", "1", None)];
        task.item.progress = vec![percent("2026-03-31", "18.5")];
    });
    programme.task(|task| {
        due(&mut task.item, "2026-01-01", "2026-06-30");
        task.item.lead = Seen::Hidden;
    });
    let project = programme.project();
    let report = report(&project, d("2026-07-01"));
    let json = serde_json::to_string(&facts(&report, crate::model::Language::Chinese)).unwrap();
    let task = r#"{"id":"t0","title":"示例任务","lead":"u0","state":"in_progress","light":"red","trend":null,"reasons":[{"code":"overdue","values":{"days":1,"work_days":1,"due":"2026-06-30"}},{"code":"far-behind-schedule","values":{"points":81.5,"planned":100,"actual":18.5}}],"pace":"far_behind","planned_percent":100,"actual_percent":18.5,"gap":81.5,"original_due":"2026-06-30","effective_due":"2026-06-30","days_overdue":1,"work_days_overdue":1,"due_soon":false,"stale":false,"finished_on":null,"closed_on":null,"milestones":[{"id":null,"title":"示例节点","due":"2026-02-28","done_on":null,"overdue":true,"days_late":123,"key":false}],"campaign":"c0","areas":["a0"]"#;
    assert!(json.contains(task), "{json}");
    assert!(
        json.contains(r#""id":"t1","title":"示例任务","lead":null"#),
        "{json}"
    );
    let one = r#""total":1,"excluded":{"cancelled":0,"ongoing":0},"by_state":{"not_started":0,"in_progress":1,"suspended":0,"finished":0,"closed":0,"cancelled":0},"by_light":{"red":1,"yellow":0,"no_data":0,"green":0,"grey":0,"done":0},"shares":{"red":100,"yellow":0,"no_data":0,"green":0,"grey":0,"done":0},"by_pace":{"ahead":0,"on_schedule":0,"behind":0,"far_behind":1,"unknown":0},"start_rate":100,"completion_rate":0,"on_time_rate":0,"overdue_count":1,"overdue_rate":100,"closure_rate":null,"report_rate":null,"weighted_progress":18.5"#;
    let head =
        r#"{"as_of":"2026-07-01","compared_with":null,"campaigns":[{"id":"c0","name":"示例活动","#;
    assert!(json.starts_with(head), "{json}");
    let area = format!(r#""areas":[{{"id":"a0","name":"示例方面",{one}"#);
    assert!(json.contains(&area), "{json}");
    let unit = format!(r#""units":[{{"id":"u0","name":"示例单位","as_lead":{{{one}"#);
    assert!(json.contains(&unit), "{json}");
    // Of its items, and of its problems.
    assert_eq!(json.matches(r#""with_below":{"#).count(), 2);
    let problems = r#""problems":[],"problem_sums":{"whole":{"total":0,"by_state":{"open":0,"rectifying":0,"rectified":0,"closed":0,"reopened":0}"#;
    assert!(json.contains(problems), "{json}");
    let end = r#""indicators":[],"assessments":[],"suspects":[],"burn_up":{"total":2,"points":[{"day":"2026-06-30","due":2,"finished":0},{"day":"2026-07-01","due":2,"finished":0}]},"reporting":{"cutoffs":[],"units":[]}}"#;
    assert!(json.ends_with(end), "{json}");
    // A decision without facts is not there.
    assert!(json.contains(r#""decisions":[]"#), "{json}");
    assert!(
        json.contains(r#""people":[{"id":"p0","name":"示例人员","total":0"#),
        "{json}"
    );
}
