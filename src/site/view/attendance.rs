//! Who was at a meeting: in written order, group by group, under the names of that day.

use serde::Serialize;

use crate::model::{Attendee, Meeting, Seen};
use crate::site::desk::Desk;

use super::parts::Link;

#[derive(Debug, Serialize)]
pub(crate) struct AttendanceList {
    pub(crate) label: String,
    /// Groups in protocol order.
    pub(crate) groups: Vec<Vec<AttendeeView>>,
}

#[derive(Debug, Serialize)]
pub(crate) struct AttendeeView {
    pub(crate) name: Link,
    /// The unit that a person stands for.
    pub(crate) unit: Link,
    pub(crate) capacity: String,
    pub(crate) count: String,
}

pub(crate) fn attendance(desk: &Desk<'_>, meeting: &Meeting) -> Vec<AttendanceList> {
    let of = &meeting.attendance;
    let lists = [
        ("attendance-present", &of.present),
        ("attendance-in-attendance", &of.in_attendance),
        ("attendance-apologies", &of.apologies),
        ("attendance-absent", &of.absent),
    ];
    let lists = lists.into_iter().filter(|(_, groups)| !groups.is_empty());
    lists
        .map(|(id, groups)| AttendanceList {
            label: desk.words.plain(id),
            groups: groups
                .iter()
                .map(|group| group.iter().map(|a| attendee(desk, meeting, a)).collect())
                .collect(),
        })
        .collect()
}

fn attendee(desk: &Desk<'_>, meeting: &Meeting, of: &Attendee) -> AttendeeView {
    let unit = of.unit.map(|unit| match unit {
        Seen::Shown(key) => desk.unit_on(key, meeting.date),
        Seen::Hidden => desk.hidden(),
    });
    let person = of.person.map(|p| desk.seen_person(p));
    let text = of.text.as_ref().map(|t| Link::text(&desk.words.text(t)));
    let (name, unit) = match person.or(text) {
        Some(name) => (name, unit.unwrap_or_default()),
        None => (unit.unwrap_or_default(), Link::default()),
    };
    AttendeeView {
        name,
        unit,
        capacity: desk.words.optional(of.capacity.as_ref()),
        count: of
            .count
            .map(|n| desk.words.count("attendee-count", n as usize))
            .unwrap_or_default(),
    }
}
