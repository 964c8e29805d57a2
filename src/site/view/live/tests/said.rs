//! The sentences of a summary, word for word, for none, one, two and many.

use crate::date::Date;
use crate::decimal::Decimal;
use crate::derive::{Rate, RollUp};
use crate::model::{Language, Light, State};

use super::super::summary::{compared, sentences};
use super::with_body;

fn said(language: Language, set: &RollUp) -> String {
    let gap = match language {
        Language::Chinese => "",
        Language::English => " ",
    };
    with_body(("文", language), |desk, _| sentences(desk, set).join(gap))
}

fn rate(count: u32, of: u32) -> Rate {
    let percent = Decimal::from(count * 100).over(Decimal::from(of));
    Rate { of, count, percent }
}

/// So many tasks, of which so many are finished, so many in progress and the rest not begun.
fn set(total: u32, done: u32, running: u32) -> RollUp {
    let mut set = RollUp {
        total,
        completion: rate(done, total),
        ..RollUp::default()
    };
    let mut put = |state: State, n: u32| {
        let place = State::ALL.iter().position(|one| *one == state);
        set.by_state[place.expect("a state")] = n;
    };
    put(State::InProgress, running);
    put(State::NotStarted, total - done - running);
    let mut light = |light: Light, n: u32| {
        let place = Light::ALL.iter().position(|one| *one == light);
        set.by_light[place.expect("a light")] = n;
    };
    light(Light::Done, done);
    light(Light::Red, total - done);
    set
}

#[test]
fn none_one_two_and_many_tasks() {
    let none = set(0, 0, 0);
    let one = RollUp {
        overdue: rate(1, 1),
        on_time: rate(0, 1),
        ..set(1, 0, 1)
    };
    let two = RollUp {
        on_time: rate(1, 2),
        overdue: rate(1, 2),
        ..set(2, 1, 1)
    };
    let many = RollUp {
        overdue: rate(3, 60),
        on_time: rate(10, 20),
        ..set(60, 12, 40)
    };
    for (set, chinese, english) in [
        (
            &none,
            "截至2026年6月30日，没有符合条件的任务。",
            "As of 30 June 2026, no task meets the conditions.",
        ),
        (
            &one,
            "截至2026年6月30日，1项任务中，已完成0项，占0.00%；推进中1项，未启动0项。亮灯情况：红灯1项。逾期1项，逾期率100.00%。\
             到期应完成1项，按时完成0项，按时完成率0.00%。",
            "As of 30 June 2026, there is one task; it is not finished. Lights: Red 1. One task is overdue (100.00%). \
             One task was due by then; it was not finished on time.",
        ),
        (
            &two,
            "截至2026年6月30日，2项任务中，已完成1项，占50.00%；推进中1项，未启动0项。亮灯情况：红灯1项、办结1项。逾期1项，逾期率50.00%。\
             到期应完成2项，按时完成1项，按时完成率50.00%。",
            "As of 30 June 2026, one of 2 tasks is finished (50.00%); 1 is in progress and 0 not started. Lights: Red 1, Done 1. \
             One task is overdue (50.00%). 2 tasks were due by then, of which one was finished on time (50.00%).",
        ),
        (
            &many,
            "截至2026年6月30日，60项任务中，已完成12项，占20.00%；推进中40项，未启动8项。亮灯情况：红灯48项、办结12项。逾期3项，逾期率5.00%。\
             到期应完成20项，按时完成10项，按时完成率50.00%。",
            "As of 30 June 2026, 12 of 60 tasks are finished (20.00%); 40 are in progress and 8 not started. Lights: Red 48, Done 12. \
             3 tasks are overdue (5.00%). 20 tasks were due by then, of which 10 were finished on time (50.00%).",
        ),
    ] {
        assert_eq!(said(Language::Chinese, set), chinese);
        assert_eq!(said(Language::English, set), english);
    }
}

#[test]
fn what_no_rate_counts_is_said_by_kind() {
    let with = |cancelled: u32, ongoing: u32, counted: u32, done: u32| RollUp {
        excluded_cancelled: cancelled,
        excluded_ongoing: ongoing,
        completion: rate(done, counted),
        ..set(cancelled + ongoing + counted, done, 0)
    };
    for (set, chinese, english) in [
        (
            with(0, 1, 0, 0),
            "常态化推进1项，不计入各项比率。",
            "As of 30 June 2026, there is one task, which the completion rate does not count. No rate counts the one ongoing task.",
        ),
        (
            with(1, 0, 1, 1),
            "已取消1项，不计入各项比率。",
            "As of 30 June 2026, there are 2 tasks. The completion rate counts one of them, which is finished; 0 are in progress \
             and 1 not started. No rate counts the one cancelled task.",
        ),
        (
            with(2, 3, 4, 1),
            "已取消2项、常态化推进3项，不计入各项比率。",
            "As of 30 June 2026, there are 9 tasks. The completion rate counts 4 of them, of which one is finished (25.00%); 0 are in \
             progress and 8 not started. No rate counts what is cancelled (2) or ongoing (3).",
        ),
        (
            with(0, 2, 0, 0),
            "常态化推进2项，不计入各项比率。",
            "The completion rate counts none of them; 0 are in progress and 2 not started. No rate counts the 2 ongoing tasks.",
        ),
    ] {
        for (language, wanted) in [(Language::Chinese, chinese), (Language::English, english)] {
            let text = said(language, &set);
            assert!(text.contains(wanted), "{text}");
        }
    }
}

#[test]
fn moves_are_said_by_their_direction() {
    let with = |done: u32, overdue: u32| RollUp {
        overdue: rate(overdue, 10),
        ..set(10, done, 0)
    };
    for (then, now, chinese, english) in [
        (
            with(1, 0),
            with(3, 2),
            "与2026年5月31日相比，完成率提高20.00个百分点，逾期任务由0项增加到2项。",
            "Since 31 May 2026 the completion rate has risen by 20.00 percentage points; overdue tasks rose from 0 to 2.",
        ),
        (
            with(3, 2),
            with(1, 1),
            "与2026年5月31日相比，完成率下降20.00个百分点，逾期任务由2项减少到1项。",
            "Since 31 May 2026 the completion rate has fallen by 20.00 percentage points; overdue tasks fell from 2 to 1.",
        ),
        (
            with(1, 1),
            with(1, 1),
            "与2026年5月31日相比，完成率持平，逾期任务仍为1项。",
            "Since 31 May 2026 the completion rate has not changed; one task is overdue, as before.",
        ),
        (
            with(1, 2),
            with(1, 2),
            "与2026年5月31日相比，完成率持平，逾期任务仍为2项。",
            "Since 31 May 2026 the completion rate has not changed; 2 tasks are overdue, as before.",
        ),
    ] {
        for (language, wanted) in [(Language::Chinese, chinese), (Language::English, english)] {
            let may = Date::new(2026, 5, 31).expect("a day");
            let text = with_body(("文", language), |desk, _| {
                compared(desk, &now, (&then, may))
            });
            assert_eq!(text.as_deref(), Some(wanted));
        }
    }
}
