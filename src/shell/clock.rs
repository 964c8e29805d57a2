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
    laps: Vec<Lap>,
}

/// One pass.
pub(super) struct Lap {
    pub(super) pass: &'static str,
    pub(super) wall: Duration,
    /// Of all threads together; none where the system does not tell.
    pub(super) cpu: Option<Duration>,
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
        let (begun, used) = (Instant::now(), cpu());
        let result = work();
        let wall = begun.elapsed();
        let spent = |used| Some(cpu()?.saturating_sub(used));
        let cpu = used.and_then(spent);
        self.laps.push(Lap { pass, wall, cpu });
        result
    }

    pub(super) fn laps(&self) -> &[Lap] {
        &self.laps
    }

    pub(super) fn so_far(&self) -> Duration {
        self.started.elapsed()
    }
}

/// What all threads of this process have used of the processors.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn cpu() -> Option<Duration> {
    use rustix::time::{ClockId, clock_gettime};

    let used = clock_gettime(ClockId::ProcessCPUTime);
    let (seconds, rest) = (used.tv_sec.try_into(), used.tv_nsec.try_into());
    Some(Duration::new(seconds.ok()?, rest.ok()?))
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn cpu() -> Option<Duration> {
    None
}
