//! Trends, the day that pages are compared with, and the worst light below, worked out by hand.

use crate::derive::trend::{More, Trend, figure_trend, light_trend};
use crate::derive::{Above, Count, compared_report, report, worst_below};
use crate::model::{Key, Light, Seen, Task};

use super::programme::{Programme, d, due, n, percent};

#[test]
fn lights_are_better_or_worse_in_the_order_of_the_table() {
    for (then, now, wanted) in [
        (Some(Light::Red), Light::Yellow, Trend::Better),
        (Some(Light::Green), Light::Done, Trend::Better),
        (Some(Light::Green), Light::Red, Trend::Worse),
        (Some(Light::Done), Light::Yellow, Trend::Worse),
        (Some(Light::Red), Light::Red, Trend::Same),
        (Some(Light::Grey), Light::Grey, Trend::Same),
        (Some(Light::Grey), Light::Red, Trend::None),
        (Some(Light::Red), Light::NoData, Trend::None),
        (None, Light::Red, Trend::None),
    ] {
        assert_eq!(light_trend(then, now), wanted, "{then:?} {now:?}");
    }
}

#[test]
fn more_is_better_of_some_figures_and_worse_of_others() {
    let figure = |of: &str| (!of.is_empty()).then(|| n(of));
    for (then, now, up, down) in [
        ("50", "50.01", Trend::Better, Trend::Worse),
        ("50.01", "50", Trend::Worse, Trend::Better),
        ("50.10", "50.1", Trend::Same, Trend::Same),
        ("", "50", Trend::None, Trend::None),
        ("50", "", Trend::None, Trend::None),
    ] {
        assert_eq!(figure_trend(figure(then), figure(now), More::IsBetter), up);
        assert_eq!(figure_trend(figure(then), figure(now), More::IsWorse), down);
    }
}

#[test]
fn a_report_is_compared_with_the_day_that_was_asked_for() {
    let mut programme = Programme::default();
    // Past its limit on 30 April, and before it on 31 March.
    let task = programme.task(|task| {
        due(&mut task.item, "2025-01-01", "2025-04-15");
        task.item.progress = vec![percent("2025-03-30", "95")];
    });
    let project = programme.project();
    let since = |day| compared_report(&project, d("2025-04-30"), day);
    assert_eq!(since(Some(d("2025-03-31"))).task_trend(task), Trend::Worse);
    assert_eq!(since(Some(d("2025-04-29"))).task_trend(task), Trend::Same);
    // There is no edition, and no day after today is an earlier one.
    assert_eq!(since(None).task_trend(task), Trend::None);
    assert_eq!(since(Some(d("2025-05-01"))).task_trend(task), Trend::None);
}

/// Red: past its limit; else green.
fn item(late: bool) -> impl Fn(&mut Task) {
    move |task| {
        let limit = if late { "2025-03-01" } else { "2025-12-31" };
        due(&mut task.item, "2025-01-01", limit);
        task.item.progress = vec![percent("2025-02-20", "90")];
    }
}

#[test]
fn only_what_causes_the_worst_light_below_a_parent_is_named() {
    let mut programme = Programme::default();
    let parent = programme.task(item(false));
    let mut below = |parent: Key<Task>, late: bool| {
        programme.task(|task| {
            item(late)(task);
            task.parent = Some(Seen::Shown(parent));
        })
    };
    let branch = below(parent, false);
    let fine = below(parent, false);
    let late = below(branch, true);
    let beside = below(branch, false);
    let project = programme.project();
    let report = report(&project, d("2025-03-31"));
    let worst = worst_below(&report, Above::Task(parent)).expect("there are leaves");
    assert_eq!(
        (worst.light, worst.causes),
        (Light::Red, vec![Count::Task(late)])
    );
    assert_eq!(worst_below(&report, Above::Task(fine)), None);
    assert_eq!(worst_below(&report, Above::Task(beside)), None);
}

#[test]
fn a_unit_answers_for_what_the_units_below_it_lead() {
    let mut programme = Programme::default();
    let top = programme.unit(|_| {});
    let bottom = programme.unit(|unit| unit.parent = Some(Seen::Shown(top)));
    let idle = programme.unit(|_| {});
    let mut led = |unit, late: bool| {
        programme.task(|task| {
            item(late)(task);
            task.item.lead = Seen::Shown(unit);
        })
    };
    let (first, second) = (led(top, false), led(top, false));
    let late = led(bottom, true);
    let project = programme.project();
    let report = report(&project, d("2025-03-31"));
    let worst = |unit| worst_below(&report, Above::Unit(unit)).map(|w| (w.light, w.causes));
    let red = Some((Light::Red, vec![Count::Task(late)]));
    assert_eq!(worst(top), red);
    assert_eq!(worst(bottom), red);
    assert_eq!(worst(idle), None);
    let before = crate::derive::report(&project, d("2025-02-28"));
    let green = worst_below(&before, Above::Unit(top)).expect("it leads three");
    assert_eq!(green.light, Light::Green);
    assert_eq!(green.causes, [first, second, late].map(Count::Task));
}
