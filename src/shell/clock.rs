//! The clock: today in a time zone, and how long a pass took.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use crate::date::Date;

/// Today in a time zone of the IANA database; in Universal Time when there is no such zone.
pub(super) fn today(zone: &str) -> Date {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    let seconds = i64::try_from(since.as_secs()).unwrap_or(i64::MAX);
    let there =
        Date::from_unix_seconds(seconds, zone).or_else(|| Date::from_unix_seconds(seconds, "UTC"));
    there.expect("invariant: the database has Universal Time")
}

/// Nanoseconds since 1970 a minute ago. A file that was last written before is told by its time: some disks count in
/// steps of two seconds, and a server's clock may be a little behind.
pub(super) fn a_minute_ago() -> i64 {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    let then = since.saturating_sub(Duration::from_secs(60));
    i64::try_from(then.as_nanos()).unwrap_or(i64::MAX)
}

/// How long each pass took, in order.
pub(super) struct Watch {
    started: Instant,
    laps: Vec<(&'static str, Duration)>,
}

impl Watch {
    pub(super) fn start() -> Watch {
        Watch {
            started: Instant::now(),
            laps: Vec::new(),
        }
    }

    /// Does some work and notes how long it took.
    pub(super) fn time<T>(&mut self, pass: &'static str, work: impl FnOnce() -> T) -> T {
        let begun = Instant::now();
        let result = work();
        self.laps.push((pass, begun.elapsed()));
        result
    }

    pub(super) fn laps(&self) -> &[(&'static str, Duration)] {
        &self.laps
    }

    pub(super) fn so_far(&self) -> Duration {
        self.started.elapsed()
    }
}
