//! Rules that offices have published, each written as a table of its own.

use crate::derive::ItemFacts;
use crate::model::{
    Amount, Bounds, Budget, Condition as C, Item, Light, LightRule, Notice, NoticeKind, Pace,
    Rating, Rules, State, Task,
};

use super::programme::{codes, d, due, entry, finished, n, percent, ruled, t};

fn table(lights: Vec<(Light, Vec<C>)>) -> Rules {
    let lights = lights.into_iter();
    Rules {
        lights: lights
            .map(|(light, when)| LightRule::new(light, when))
            .collect(),
        ..Rules::default()
    }
}

fn bounds(min: Option<&str>, max: Option<&str>) -> Bounds {
    Bounds {
        min: min.map(n),
        max: max.map(n),
        ..Bounds::default()
    }
}

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// 100 days from 21 March to 29 June 2026, seen on the fiftieth.
fn halfway(rules: &Rules, change: impl FnOnce(&mut Task)) -> ItemFacts {
    ruled(rules.clone(), "2026-05-10", |task| {
        due(&mut task.item, "2026-03-21", "2026-06-29");
        change(task);
    })
}

#[test]
fn yinchuan_starts_points_funds_and_statistics() {
    let rules = table(vec![
        (
            Light::Red,
            vec![
                C::State(vec![State::NotStarted]),
                C::MonthsSinceStart(bounds(Some("3"), None)),
            ],
        ),
        (Light::Red, vec![C::Gap(Bounds::above(30))]),
        (Light::Red, vec![C::FundsGap(Bounds::above(0))]),
        (
            Light::Red,
            vec![
                C::MonthsSinceStart(Bounds::above(2)),
                C::Untagged(words(&["已入统"])),
            ],
        ),
        (
            Light::Yellow,
            vec![
                C::State(vec![State::NotStarted]),
                C::MonthsSinceStart(bounds(Some("0"), None)),
                C::Untagged(words(&["有正当理由"])),
            ],
        ),
        (Light::Yellow, vec![C::Gap(bounds(Some("10"), Some("30")))]),
        (
            Light::Yellow,
            vec![
                C::MonthsSinceStart(bounds(Some("1"), None)),
                C::Untagged(words(&["已入统"])),
            ],
        ),
        (Light::Green, vec![C::Gap(Bounds::below(10))]),
    ]);
    let at = |actual: &str| {
        halfway(&rules, |task| {
            task.head.tags = words(&["已入统"]);
            task.item.progress = vec![percent("2026-05-01", actual)];
        })
    };
    // P is 50; both 10 and 30 points belong to yellow.
    for (actual, light) in [
        ("40.01", Light::Green),
        ("40", Light::Yellow),
        ("20", Light::Yellow),
        ("19.99", Light::Red),
    ] {
        assert_eq!(at(actual).light, light, "{actual}");
    }
    assert_eq!(codes(&at("40")), ["behind-schedule"]);
    let unpaid = halfway(&rules, |task| {
        task.head.tags = words(&["已入统"]);
        task.item.progress = vec![percent("2026-05-01", "50")];
        task.item.budget = Some(Budget {
            planned: Some(Amount(n("1000"))),
            available: None,
            paid: Some(Amount(n("499.9"))),
        });
    });
    assert_eq!(
        (unpaid.light, codes(&unpaid)),
        (Light::Red, vec!["funds-behind"])
    );
    let unentered = halfway(&rules, |task| {
        task.item.progress = vec![percent("2026-05-01", "50")]
    });
    assert_eq!(unentered.light, Light::Yellow);
    let waiting = halfway(&rules, |task| {
        task.head.tags = words(&["有正当理由", "已入统"])
    });
    assert_eq!(
        (waiting.light, codes(&waiting)),
        (Light::Green, vec!["in-order"])
    );
    let idle = halfway(&rules, |task| task.head.tags = words(&["已入统"]));
    assert_eq!(
        (idle.light, codes(&idle)),
        (Light::Yellow, vec!["not-started-though-due"])
    );
}

#[test]
fn xinhuang_the_share_of_the_month() {
    let rules = table(vec![
        (Light::Yellow, vec![C::MonthShare(Bounds::below(60))]),
        (Light::Blue, vec![C::MonthShare(Bounds::below(80))]),
    ]);
    // By 30 April 40 points are planned, by 10 May 50: the month so far asks for ten.
    for (now, light, share) in [
        ("30", Light::Yellow, "50"),
        ("31", Light::Blue, "60"),
        ("32.9", Light::Blue, "79"),
        ("33", Light::Green, "80"),
    ] {
        let facts = halfway(&rules, |task| {
            task.item.progress = vec![percent("2026-04-30", "25"), percent("2026-05-10", now)];
        });
        assert_eq!(facts.light, light, "{now}");
        if light != Light::Green {
            let value = format!("{:?}", facts.reasons[0].values);
            assert!(
                value.contains(&format!("Number({share})")),
                "{now}: {value}"
            );
        }
    }
}

#[test]
fn a_month_before_which_nothing_was_reported_begins_at_nothing() {
    let rules = table(vec![
        (Light::Yellow, vec![C::MonthShare(Bounds::below(60))]),
        (Light::Blue, vec![C::MonthShare(Bounds::missing())]),
    ]);
    let at = |actual: Option<&str>| {
        halfway(&rules, |task| {
            task.item.progress = actual
                .map(|a| percent("2026-05-02", a))
                .into_iter()
                .collect();
        })
    };
    assert_eq!(at(Some("5.99")).light, Light::Yellow);
    assert_eq!(at(Some("6")).light, Light::Green);
    assert_eq!(at(None).light, Light::Blue);
}

#[test]
fn guangyuan_unlikely_to_be_met() {
    let rules = table(vec![
        (Light::Red, vec![C::ForecastDaysLate(Bounds::above(0))]),
        (
            Light::Red,
            vec![C::OpenNoticesOf(
                NoticeKind::Yellow,
                bounds(Some("2"), None),
            )],
        ),
        (
            Light::Yellow,
            vec![C::Pace(vec![Pace::Behind, Pace::FarBehind])],
        ),
        (
            Light::Yellow,
            vec![C::MilestonesOverdue(bounds(Some("1"), None))],
        ),
        (
            Light::Blue,
            vec![C::State(vec![State::NotStarted, State::InProgress])],
        ),
    ]);
    let forecast = |day: &str| {
        halfway(&rules, |task| {
            let mut last = percent("2026-05-01", "50");
            last.forecast = Some(d(day));
            task.item.progress = vec![last];
        })
    };
    assert_eq!(forecast("2026-06-29").light, Light::Blue);
    assert_eq!(codes(&forecast("2026-06-29")), ["in-progress"]);
    assert_eq!(forecast("2026-06-30").light, Light::Red);
    assert_eq!(codes(&forecast("2026-06-30")), ["forecast-late"]);
    let notice = |issued_on: &str, closed_on: Option<&str>| Notice {
        number: None,
        kind: NoticeKind::Yellow,
        issued_on: d(issued_on),
        issuer: None,
        due: None,
        signed_for: None,
        response: None,
        closed_on: closed_on.map(d),
    };
    let noticed = |second: Notice| {
        halfway(&rules, |task| {
            task.item.progress = vec![percent("2026-05-01", "50")];
            task.notices = vec![notice("2026-04-01", None), second];
        })
    };
    assert_eq!(noticed(notice("2026-05-10", None)).light, Light::Red);
    assert_eq!(noticed(notice("2026-05-11", None)).light, Light::Blue);
    assert_eq!(
        noticed(notice("2026-05-01", Some("2026-05-10"))).light,
        Light::Blue
    );
    assert_eq!(
        noticed(notice("2026-05-01", Some("2026-05-11"))).light,
        Light::Red
    );
}

#[test]
fn suqian_blue_near_the_limit_red_until_closed() {
    let rules = table(vec![
        (Light::Red, vec![C::Overdue(true)]),
        (
            Light::Red,
            vec![
                C::State(vec![State::Finished]),
                C::FinishedDaysLate(Bounds::above(0)),
            ],
        ),
        (
            Light::Yellow,
            vec![C::Pace(vec![Pace::Behind, Pace::FarBehind])],
        ),
        (Light::Yellow, vec![C::Rated(words(&["质量不高"]))]),
        (
            Light::Blue,
            vec![
                C::State(vec![State::InProgress]),
                C::DaysToDue(bounds(None, Some("10"))),
            ],
        ),
    ]);
    let on = |day: &str, change: fn(&mut Item)| {
        ruled(rules.clone(), day, |task| {
            due(&mut task.item, "2026-03-21", "2026-06-29");
            task.item.progress = vec![percent("2026-03-22", "100")];
            change(&mut task.item);
        })
    };
    assert_eq!(on("2026-06-18", |_| {}).light, Light::Green);
    assert_eq!(on("2026-06-19", |_| {}).light, Light::Blue);
    assert_eq!(codes(&on("2026-06-19", |_| {})), ["due-soon"]);
    assert_eq!(on("2026-06-30", |_| {}).light, Light::Red);
    let late = |item: &mut Item| item.progress.push(finished("2026-07-02"));
    let facts = on("2026-07-10", late);
    assert_eq!(
        (facts.light, codes(&facts)),
        (Light::Red, vec!["finished-late"])
    );
    let poor = |item: &mut Item| {
        item.ratings = [("2026-04-01", "质量不高"), ("2026-05-01", "良好")]
            .map(|(on, level)| Rating {
                level: t(level),
                by: None,
                on: d(on),
                text: None,
            })
            .into();
    };
    assert_eq!(on("2026-04-30", poor).light, Light::Yellow);
    assert_eq!(codes(&on("2026-04-30", poor)), ["rated"]);
    assert_eq!(on("2026-05-01", poor).light, Light::Green);
}

#[test]
fn ouhai_last_month_missed_and_caught_up() {
    let rules = table(vec![
        (
            Light::Red,
            vec![
                C::LastMonthShare(Bounds::below(100)),
                C::Gap(Bounds::above(0)),
            ],
        ),
        (Light::Yellow, vec![C::LastMonthShare(Bounds::below(100))]),
    ]);
    // P: 10 at the end of March, 40 at the end of April, 50 on 10 May.
    let at = |april: &str, may: &str| {
        halfway(&rules, |task| {
            task.item.progress = vec![
                percent("2026-03-31", "10"),
                percent("2026-04-30", april),
                percent("2026-05-10", may),
            ];
        })
    };
    assert_eq!(at("40", "45").light, Light::Green);
    assert_eq!(at("39", "45").light, Light::Red);
    assert_eq!(
        codes(&at("39", "45")),
        ["last-month-share", "behind-schedule"]
    );
    assert_eq!(at("39", "50").light, Light::Yellow);
    assert_eq!(codes(&at("39", "50")), ["last-month-share"]);
}

#[test]
fn yichang_smooth_near_or_behind() {
    let rules = table(vec![
        (Light::Red, vec![C::Gap(Bounds::above(0))]),
        (Light::Red, vec![C::Overdue(true)]),
        (Light::Yellow, vec![C::DueSoon(true)]),
    ]);
    let on = |day: &str, actual: &str| {
        ruled(rules.clone(), day, |task| {
            due(&mut task.item, "2026-03-21", "2026-06-29");
            task.item.progress = vec![percent("2026-03-22", actual)];
        })
    };
    assert_eq!(on("2026-05-10", "50").light, Light::Green);
    assert_eq!(on("2026-05-10", "49.99").light, Light::Red);
    assert_eq!(on("2026-06-14", "100").light, Light::Yellow);
}

#[test]
fn a_contractor_counts_days_of_slip() {
    let rules = table(vec![
        (Light::Red, vec![C::DaysOverdue(bounds(Some("15"), None))]),
        (Light::Orange, vec![C::DaysOverdue(Bounds::above(7))]),
        (Light::Yellow, vec![C::DaysOverdue(bounds(Some("1"), None))]),
    ]);
    for (day, light) in [
        ("2026-06-29", Light::Green),
        ("2026-06-30", Light::Yellow),
        ("2026-07-06", Light::Yellow),
        ("2026-07-07", Light::Orange),
        ("2026-07-13", Light::Orange),
        ("2026-07-14", Light::Red),
    ] {
        let facts = ruled(rules.clone(), day, |task| {
            due(&mut task.item, "2026-03-21", "2026-06-29");
            task.item.progress = vec![entry("2026-04-01")];
        });
        assert_eq!(facts.light, light, "{day}");
    }
}

#[test]
fn the_offices_words_go_with_the_reason() {
    let mut rules = table(vec![(
        Light::Red,
        vec![C::Overdue(true), C::Kind(words(&["项目"]))],
    )]);
    rules.lights[0].text = Some(t("项目逾期即亮红灯"));
    let facts = ruled(rules, "2026-07-01", |task| {
        due(&mut task.item, "2026-01-01", "2026-06-30");
        task.kind = Some(t("项目"));
    });
    assert_eq!(codes(&facts), ["overdue", "kind"]);
    assert_eq!(facts.reasons[0].text, Some(t("项目逾期即亮红灯")));
    assert_eq!(facts.reasons[1].text, None);
}

#[test]
fn a_rule_that_only_denies_still_gives_a_reason() {
    let rules = table(vec![(Light::Blue, vec![C::Overdue(false)])]);
    let facts = halfway(&rules, |_| {});
    assert_eq!((facts.light, codes(&facts)), (Light::Blue, vec!["by-rule"]));
}
