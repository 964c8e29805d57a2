//! The ladder of supervision notices 督办单 on an item: reminder, notice, order, yellow card, red card.

use crate::date::Date;
use crate::model::{Item, Notice, NoticeKind, Verdict};

/// Where an item stands on the ladder at a day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Ladder {
    /// The highest rung among the open notices.
    pub(crate) rung: Option<NoticeKind>,
    /// Places of the notices issued ≤ D and not closed by then, in written order.
    pub(crate) open: Vec<usize>,
    /// Open, past their due, and without a response by D.
    pub(crate) unanswered: Vec<usize>,
    /// The rung above the highest unanswered notice, unless one that high is open already.
    pub(crate) suggested: Option<NoticeKind>,
}

/// The ladder from its foot.
const RUNGS: [NoticeKind; 5] = [
    NoticeKind::Reminder,
    NoticeKind::Notice,
    NoticeKind::Order,
    NoticeKind::Yellow,
    NoticeKind::Red,
];

pub(crate) fn ladder(notices: &[Notice], day: Date) -> Ladder {
    let places = notices.iter().enumerate();
    let open: Vec<usize> = places
        .filter(|(_, notice)| is_open(notice, day))
        .map(|(place, _)| place)
        .collect();
    let unanswered: Vec<usize> = open
        .iter()
        .copied()
        .filter(|place| is_unanswered(&notices[*place], day))
        .collect();
    let highest = |places: &[usize]| places.iter().map(|place| notices[*place].kind).max();
    let rung = highest(&open);
    let suggested = highest(&unanswered).and_then(next_rung);
    Ladder {
        rung,
        suggested: suggested.filter(|next| rung.is_none_or(|rung| rung < *next)),
        open,
        unanswered,
    }
}

fn is_open(notice: &Notice, day: Date) -> bool {
    notice.issued_on <= day && notice.closed_on.is_none_or(|closed| day < closed)
}

/// The due day itself is in time; a response without a day was there from the beginning.
fn is_unanswered(notice: &Notice, day: Date) -> bool {
    let answered = notice.response.as_ref();
    let answered = answered.is_some_and(|(on, _)| on.is_none_or(|on| on <= day));
    notice.due.is_some_and(|due| due < day) && !answered
}

/// None above the red card.
pub(crate) fn next_rung(kind: NoticeKind) -> Option<NoticeKind> {
    RUNGS.into_iter().find(|rung| kind < *rung)
}

/// The day of the last return of its closing by D, if nothing has been reported or asked since.
pub(crate) fn returned(item: &Item, day: Date) -> Option<Date> {
    let on = super::course::course(item, day).returned_on?;
    let finished = item
        .progress
        .iter()
        .any(|entry| entry.finished && on < entry.date && entry.date <= day);
    let closures = item.closures.iter();
    let asked = closures
        .filter(|closure| closure.verdict != Some(Verdict::Returned))
        .filter_map(|closure| closure.requested_on)
        .any(|asked| on < asked && asked <= day);
    (!finished && !asked).then_some(on)
}
