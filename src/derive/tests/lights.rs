//! The usual table of lights, its reasons, and overrides.

use crate::derive::{ItemFacts, ReasonValue};
use crate::model::{
    Cancellation, HelpNeeded, Item, Light, LightOverride, Limit, Milestone, Rules, State,
};

use super::programme::{
    alone, codes, d, due, entry, finished, milestone, n, percent, ruled, suspended, t,
};

fn key(milestone: Milestone) -> Milestone {
    Milestone {
        key: true,
        ..milestone
    }
}

fn value(facts: &ItemFacts, code: &str, name: &str) -> Option<ReasonValue> {
    let reason = facts.reasons.iter().find(|reason| reason.code == code)?;
    let value = reason.values.iter().find(|(other, _)| *other == name)?;
    Some(value.1.clone())
}

fn number(facts: &ItemFacts, code: &str, name: &str) -> Option<String> {
    match value(facts, code, name)? {
        ReasonValue::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

#[track_caller]
fn lit(facts: &ItemFacts, light: Light, reasons: &[&str]) {
    assert_eq!((facts.light, codes(facts)), (light, reasons.to_vec()));
}

#[test]
fn grey_and_done_are_told_by_their_day() {
    let facts = alone("2026-07-15", |item| {
        due(item, "2026-01-01", "2026-06-30");
        let (on, by, reason) = (d("2026-05-01"), None, None);
        item.cancelled = Some(Cancellation { on, by, reason });
    });
    lit(&facts, Light::Grey, &["cancelled"]);
    assert_eq!(
        value(&facts, "cancelled", "on"),
        Some(ReasonValue::Date(d("2026-05-01")))
    );
    // A suspended item is grey even when it is overdue.
    let facts = alone("2026-07-15", |item| {
        due(item, "2026-01-01", "2026-06-30");
        item.suspensions = vec![suspended("2026-05-02", None)];
    });
    lit(&facts, Light::Grey, &["suspended"]);
    assert_eq!(
        value(&facts, "suspended", "from"),
        Some(ReasonValue::Date(d("2026-05-02")))
    );
    assert_eq!(facts.days_overdue, 15);
    let facts = alone("2025-12-31", |item| due(item, "2026-01-01", "2026-06-30"));
    lit(&facts, Light::Grey, &["before-start"]);
    let facts = alone("2026-07-15", |item| {
        due(item, "2026-01-01", "2026-06-30");
        item.progress = vec![finished("2026-07-14")];
    });
    lit(&facts, Light::Done, &["finished"]);
}

#[test]
fn begun_before_its_start_is_not_grey() {
    // 100 days planned; nothing yet due, 20 done.
    let facts = alone("2026-02-01", |item| {
        due(item, "2026-03-01", "2026-06-09");
        item.progress = vec![percent("2026-01-20", "20")];
    });
    lit(&facts, Light::Green, &["ahead-of-schedule"]);
    assert_eq!(
        number(&facts, "ahead-of-schedule", "points").as_deref(),
        Some("20")
    );
}

#[test]
fn overdue_is_red_with_days_and_work_days() {
    let facts = alone("2026-07-06", |item| {
        due(item, "2026-01-01", "2026-06-30");
        item.progress = vec![percent("2026-06-01", "98")];
    });
    lit(&facts, Light::Red, &["overdue"]);
    assert_eq!(number(&facts, "overdue", "days").as_deref(), Some("6"));
    assert_eq!(number(&facts, "overdue", "work_days").as_deref(), Some("4"));
    assert_eq!(
        value(&facts, "overdue", "due"),
        Some(ReasonValue::Date(d("2026-06-30")))
    );
}

#[test]
fn every_rule_of_the_light_gives_its_reason_in_order() {
    // P is 100 from the due day on, so 18 % is far behind as well; never the yellow reasons.
    let facts = alone("2026-07-06", |item| {
        due(item, "2026-01-01", "2026-06-30");
        item.progress = vec![percent("2026-06-01", "18")];
        item.milestones = vec![key(milestone("2026-06-05", "1", None))];
    });
    lit(
        &facts,
        Light::Red,
        &["overdue", "key-milestone-late", "far-behind-schedule"],
    );
    assert_eq!(
        number(&facts, "far-behind-schedule", "points").as_deref(),
        Some("82")
    );
    assert_eq!(
        number(&facts, "far-behind-schedule", "planned").as_deref(),
        Some("100")
    );
    assert_eq!(
        number(&facts, "far-behind-schedule", "actual").as_deref(),
        Some("18")
    );
    assert_eq!(
        number(&facts, "key-milestone-late", "days").as_deref(),
        Some("31")
    );
}

#[test]
fn a_key_milestone_is_red_from_the_thirty_first_day_on() {
    let at = |day: &str, done_on: Option<&str>, is_key: bool| {
        alone(day, |item| {
            due(item, "2026-01-01", "2026-12-31");
            let stone = milestone("2026-03-31", "1", done_on);
            item.milestones = vec![Milestone {
                key: is_key,
                ..stone
            }];
            item.progress = vec![percent("2026-03-30", "100")];
        })
    };
    lit(
        &at("2026-03-31", None, true),
        Light::Green,
        &["on-schedule"],
    );
    lit(
        &at("2026-04-01", None, true),
        Light::Yellow,
        &["milestones-overdue"],
    );
    lit(
        &at("2026-04-30", None, true),
        Light::Yellow,
        &["milestones-overdue"],
    );
    lit(
        &at("2026-05-01", None, true),
        Light::Red,
        &["key-milestone-late"],
    );
    lit(
        &at("2026-05-01", None, false),
        Light::Yellow,
        &["milestones-overdue"],
    );
    // Done late is done.
    lit(
        &at("2026-06-01", Some("2026-05-20"), true),
        Light::Green,
        &["on-schedule"],
    );
    assert_eq!(
        at("2026-06-01", Some("2026-05-20"), true).milestones[0].days_late,
        50
    );
}

#[test]
fn not_started_turns_yellow_at_the_start_and_red_after_three_months() {
    // No actual figure, so pace plays no part.
    let at = |day: &str| alone(day, |item| due(item, "2025-11-30", "2026-12-31"));
    lit(&at("2025-11-29"), Light::Grey, &["before-start"]);
    lit(
        &at("2025-11-30"),
        Light::Yellow,
        &["not-started-though-due"],
    );
    lit(
        &at("2026-02-27"),
        Light::Yellow,
        &["not-started-though-due"],
    );
    // 30 November + 3 months is held to the end of February.
    lit(&at("2026-02-28"), Light::Red, &["not-started-months"]);
    assert_eq!(
        number(&at("2026-02-28"), "not-started-months", "months").as_deref(),
        Some("3")
    );
    assert_eq!(
        number(&at("2026-05-29"), "not-started-months", "months").as_deref(),
        Some("5")
    );
}

#[test]
fn behind_is_yellow_and_far_behind_is_red() {
    let at = |actual: &str| {
        alone("2026-04-01", |item| {
            due(item, "2026-01-01", "2026-06-30");
            item.progress = vec![percent("2026-03-31", actual)];
        })
    };
    lit(&at("32"), Light::Yellow, &["behind-schedule"]);
    assert_eq!(
        number(&at("32"), "behind-schedule", "points").as_deref(),
        Some("18")
    );
    lit(&at("19"), Light::Red, &["far-behind-schedule"]);
    lit(&at("48"), Light::Green, &["on-schedule"]);
    assert_eq!(
        number(&at("48"), "on-schedule", "gap").as_deref(),
        Some("2")
    );
    lit(&at("90"), Light::Green, &["ahead-of-schedule"]);
}

#[test]
fn a_call_for_help_in_the_last_entry_is_yellow() {
    let with = |help: HelpNeeded| {
        alone("2026-04-01", |item| {
            due(item, "2026-01-01", "2026-06-30");
            let mut last = percent("2026-03-31", "60");
            last.needs_help = help;
            item.progress = vec![last, percent("2026-03-01", "10")];
        })
    };
    lit(&with(HelpNeeded::Yes), Light::Yellow, &["needs-help"]);
    let told = with(HelpNeeded::With(t("缺用地指标")));
    assert_eq!(
        value(&told, "needs-help", "text"),
        Some(ReasonValue::Text(t("缺用地指标")))
    );
    lit(&with(HelpNeeded::No), Light::Green, &["ahead-of-schedule"]);
}

#[test]
fn near_the_limit_a_figure_of_eighty_is_asked_for() {
    let at = |day: &str, item_with: fn(&mut Item)| {
        alone(day, |item| {
            item.limit = Limit::Due(d("2026-06-30"));
            item.progress = vec![entry("2026-06-01")];
            item_with(item);
        })
    };
    let eighty = |item: &mut Item| item.progress.push(percent("2026-06-02", "80"));
    let less = |item: &mut Item| item.progress.push(percent("2026-06-02", "79.99"));
    lit(
        &at("2026-06-15", |_| {}),
        Light::Yellow,
        &["due-soon-without-figure"],
    );
    lit(&at("2026-06-15", less), Light::Yellow, &["due-soon-behind"]);
    lit(&at("2026-06-15", eighty), Light::Green, &["in-order"]);
    lit(&at("2026-06-14", less), Light::Green, &["in-order"]);
    let near = at("2026-06-15", less);
    assert_eq!(
        number(&near, "due-soon-behind", "days").as_deref(),
        Some("15")
    );
    assert_eq!(
        number(&near, "due-soon-behind", "actual").as_deref(),
        Some("79.99")
    );
    // In progress without any figure, and the limit far.
    lit(
        &at("2026-06-14", |_| {}),
        Light::NoData,
        &["no-figure", "no-figure-no-plan"],
    );
}

#[test]
fn without_figures_there_is_no_data() {
    let facts = alone("2026-06-01", |item| {
        item.limit = Limit::Due(d("2026-12-31"))
    });
    lit(&facts, Light::NoData, &["no-figure-no-plan"]);
    // Ongoing and not begun: nothing can be asked of it.
    let facts = alone("2026-06-01", |item| item.limit = Limit::Ongoing);
    lit(&facts, Light::Green, &["ongoing-in-order"]);
    // Ongoing, in progress, and nothing to measure by.
    let facts = alone("2026-06-01", |item| {
        item.limit = Limit::Ongoing;
        item.progress = vec![entry("2026-05-01")];
    });
    lit(&facts, Light::NoData, &["no-figure"]);
    let facts = alone("2026-06-01", |item| {
        item.limit = Limit::Ongoing;
        item.progress = vec![percent("2026-05-01", "40")];
    });
    lit(&facts, Light::Green, &["ongoing-in-order"]);
}

fn by_hand(light: Light, on: &str, until: Option<&str>) -> LightOverride {
    LightOverride {
        light,
        by: None,
        on: d(on),
        until: until.map(d),
        reason: Some(t("省级已协调")),
    }
}

#[test]
fn an_override_holds_from_its_day_to_the_end_of_until() {
    let at = |day: &str, overrides: Vec<LightOverride>| {
        alone(day, |item| {
            due(item, "2026-01-01", "2026-06-30");
            item.light_overrides = overrides;
        })
    };
    let once = || vec![by_hand(Light::Yellow, "2026-07-05", Some("2026-07-10"))];
    lit(
        &at("2026-07-04", once()),
        Light::Red,
        &["overdue", "not-started-months"],
    );
    let over = at("2026-07-05", once());
    lit(
        &over,
        Light::Yellow,
        &["overridden", "overdue", "not-started-months"],
    );
    let shown = over.overridden.as_ref().unwrap();
    assert_eq!((shown.from, shown.on), (Light::Red, d("2026-07-05")));
    assert_eq!(shown.reason, Some(t("省级已协调")));
    assert_eq!(at("2026-07-10", once()).light, Light::Yellow);
    assert_eq!(at("2026-07-11", once()).light, Light::Red);
    assert_eq!(at("2026-07-11", once()).overridden, None);
    // Without `until` it stays; the last one counts, even when its own time has run out.
    let open = vec![by_hand(Light::Green, "2026-07-01", None)];
    assert_eq!(at("2027-07-01", open.clone()).light, Light::Green);
    let both = [once(), open].concat();
    assert_eq!(at("2026-07-04", both.clone()).light, Light::Green);
    assert_eq!(at("2026-07-11", both).light, Light::Red);
}

#[test]
fn an_override_never_replaces_grey_or_done() {
    let over = |change: fn(&mut Item)| {
        alone("2026-05-01", |item| {
            due(item, "2026-01-01", "2026-06-30");
            item.light_overrides = vec![by_hand(Light::Red, "2026-01-01", None)];
            change(item);
        })
    };
    let done = over(|item| item.progress = vec![finished("2026-04-01")]);
    assert_eq!((done.light, done.overridden), (Light::Done, None));
    let grey = over(|item| item.suspensions = vec![suspended("2026-04-01", None)]);
    assert_eq!((grey.light, grey.overridden), (Light::Grey, None));
}

#[test]
fn without_rules_all_is_green_and_says_how_it_stands() {
    let rules = Rules {
        lights: Vec::new(),
        ..Rules::default()
    };
    let facts = ruled(rules, "2026-07-05", |task| {
        due(&mut task.item, "2026-01-01", "2026-06-30");
        task.item.progress = vec![percent("2026-05-01", "10")];
    });
    // No rule minds it; the reason does not call it on schedule.
    lit(&facts, Light::Green, &["far-behind-schedule"]);
    assert_eq!(facts.state, State::InProgress);
    assert_eq!(facts.gap, Some(n("90")));
}
