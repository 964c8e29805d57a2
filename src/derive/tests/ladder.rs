//! Notices on an item: which are open, which went without an answer, and what follows.

use crate::derive::{Ladder, ladder, next_rung, returned};
use crate::model::{Notice, NoticeKind, Verdict};

use super::programme::{alone_item, closure, d, finished};

fn notice(kind: NoticeKind, issued_on: &str, due: Option<&str>) -> Notice {
    Notice {
        number: None,
        kind,
        issued_on: d(issued_on),
        issuer: None,
        due: due.map(d),
        signed_for: None,
        response: None,
        closed_on: None,
    }
}

#[test]
fn a_notice_whose_due_passed_without_response_asks_for_the_next_rung() {
    let notices = [
        notice(NoticeKind::Reminder, "2026-03-01", Some("2026-03-10")),
        notice(NoticeKind::Notice, "2026-03-12", Some("2026-03-20")),
    ];
    let at = |day: &str| ladder(&notices, d(day));
    assert_eq!(at("2026-02-28"), Ladder::default());
    let due_day = at("2026-03-10");
    assert_eq!(
        (due_day.rung, due_day.suggested),
        (Some(NoticeKind::Reminder), None)
    );
    let past = at("2026-03-11");
    assert_eq!(
        (past.unanswered.as_slice(), past.suggested),
        (&[0][..], Some(NoticeKind::Notice))
    );
    // What was suggested has been issued.
    let issued = at("2026-03-12");
    assert_eq!(
        (issued.open.as_slice(), issued.suggested),
        (&[0, 1][..], None)
    );
    assert_eq!(at("2026-03-21").suggested, Some(NoticeKind::Order));
}

#[test]
fn a_response_or_a_closing_ends_it_from_its_day() {
    let mut answered = notice(NoticeKind::Yellow, "2026-03-01", Some("2026-03-10"));
    answered.response = Some((Some(d("2026-03-15")), None));
    answered.closed_on = Some(d("2026-03-20"));
    let at = |day: &str| ladder(std::slice::from_ref(&answered), d(day));
    assert_eq!(at("2026-03-14").suggested, Some(NoticeKind::Red));
    assert_eq!(at("2026-03-15").suggested, None);
    assert_eq!(at("2026-03-19").rung, Some(NoticeKind::Yellow));
    assert_eq!(at("2026-03-20"), Ladder::default());
}

#[test]
fn nothing_stands_above_the_red_card() {
    assert_eq!(next_rung(NoticeKind::Order), Some(NoticeKind::Yellow));
    assert_eq!(next_rung(NoticeKind::Red), None);
}

#[test]
fn a_returned_closing_waits_until_it_is_asked_for_again() {
    let item = alone_item(|item| {
        item.closures = vec![closure(
            Some(Verdict::Returned),
            [Some("2026-03-01"), Some("2026-03-05"), None],
        )];
        item.progress = vec![finished("2026-02-28"), finished("2026-04-02")];
    });
    assert_eq!(returned(&item, d("2026-03-04")), None);
    assert_eq!(returned(&item, d("2026-03-05")), Some(d("2026-03-05")));
    assert_eq!(returned(&item, d("2026-04-01")), Some(d("2026-03-05")));
    assert_eq!(returned(&item, d("2026-04-02")), None);
}
