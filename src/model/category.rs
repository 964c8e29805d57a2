//! What a change may have come to, in the words of a programme office.

use super::word::worded;

/// A kind of change; a record may have several, and one that is new may have begun or been finished as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Category {
    New,
    Begun,
    Finished,
    Closed,
    Returned,
    NewlyOverdue,
    /// Its light is better.
    Recovered,
    Worsened,
    /// The limit in force is another, or its wording.
    DueChanged,
    LeadChanged,
    TargetChanged,
    Cancelled,
    Suspended,
    Resumed,
    /// Its actual figure moved, up or down.
    Progress,
    /// A problem that came back after it was closed.
    Reopened,
    /// An indicator was observed anew, or the parts of a composite were.
    Moved,
    Gone,
}

worded!(Category {
    New "new",
    Begun "begun",
    Finished "finished",
    Closed "closed",
    Returned "returned",
    NewlyOverdue "newly_overdue",
    Recovered "recovered",
    Worsened "worsened",
    DueChanged "due_changed",
    LeadChanged "lead_changed",
    TargetChanged "target_changed",
    Cancelled "cancelled",
    Suspended "suspended",
    Resumed "resumed",
    Progress "progress",
    Reopened "reopened",
    Moved "moved",
    Gone "gone",
});
