//! A build that would make what stands there already is known by sizes, times and options, and left out.

use std::path::Path;

use crate::date::Date;
use crate::digest::{Digest, Hasher};
use crate::messages::Arg;

use super::Ending;
use super::cli::Options;
use super::clock::{self, Watch};
use super::console::{Console, number, seconds};
use super::disk;
use super::input;
use super::publish::{Inputs, Publication, Target};

/// What a build is about to read.
pub(super) struct Look {
    sure: i64,
    digest: Digest,
}

impl Look {
    /// As it is remembered with the pages that came of it.
    pub(super) fn with(&self, pages: usize) -> Inputs {
        let (sure, digest) = (self.sure, self.digest);
        Inputs {
            sure,
            digest,
            pages,
        }
    }
}

/// Looks before anything is read: what changes while a build reads is then seen by the next.
pub(super) fn look(options: &Options) -> Option<Look> {
    let sure = clock::a_minute_ago();
    let digest = digest(options, sure)?;
    Some(Look { sure, digest })
}

/// Says that there is nothing to do, where the site in `out` was made of what is there now, without a finding, and every
/// file of it stands as it was left.
pub(super) fn told(
    options: &Options,
    out: &Path,
    console: &Console,
    watch: &mut Watch,
) -> Option<Ending> {
    let pages = watch.time("look", || {
        let last = Inputs::of(out)?;
        if digest(options, last.sure)? != last.digest {
            return None;
        }
        let audience = options.audience.as_deref().unwrap_or_default();
        let home = std::env::home_dir();
        let target = Target::check(out, &options.root, audience, home.as_deref()).ok()?;
        let standing =
            Publication::begin(target, || console.tell("waiting-for-build", &[])).ok()?;
        // Another build may have come first.
        let is_last = Inputs::of(out) == Some(last);
        (is_last && standing.is_whole()).then_some(last.pages)
    })?;
    console.laps(watch);
    let place = out.join("index.html").display().to_string();
    let time = seconds(watch.so_far());
    let values = [
        ("pages", Arg::Number(number(pages))),
        ("seconds", Arg::Text(&time)),
        ("place", Arg::Text(&place)),
    ];
    console.tell("built-before", &values);
    Some(Ending::Well)
}

/// Of all that a site is made of: the program, what it was asked for, the day, and every file that it would read.
fn digest(options: &Options, sure: i64) -> Option<Digest> {
    let (as_of, own) = input::days(options);
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let parts = [
        program()?.hex(),
        day(Some(as_of)),
        day(Some(own)),
        day(options.since),
        options.audience.clone().unwrap_or_default(),
        options.theme.clone().unwrap_or_default(),
        disk::stamp(&options.root, sure)?.hex(),
    ];
    Some(of_all(&parts))
}

/// Of this program: another one makes other pages of the same records.
pub(super) fn program() -> Option<Digest> {
    let program = std::env::current_exe().ok()?.metadata().ok()?;
    let written = format!("{} {:?}", program.len(), disk::times(&program)?);
    Some(of_all(&[env!("CARGO_PKG_VERSION").to_owned(), written]))
}

fn of_all(parts: &[String]) -> Digest {
    let mut hasher = Hasher::new();
    for part in parts {
        hasher.update(part.as_bytes());
        hasher.update(b"\0");
    }
    hasher.finish()
}
