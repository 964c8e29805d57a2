//! Entries that the shell found and could not read, as findings.

use crate::diagnostic::{Finding, Place, Value};
use crate::source::{Obstacle, Source};

pub(crate) fn unreadable(source: &Source) -> Vec<Finding> {
    let each = source.unreadable.iter().map(|entry| {
        let place = Place::Path(entry.path.clone());
        match entry.why {
            Obstacle::TooLarge { size, limit } => {
                let number = |bytes: u64| usize::try_from(bytes).unwrap_or(usize::MAX);
                Finding::error("too-large", place)
                    .with("size", number(size))
                    .with("limit", number(limit))
            }
            why => Finding::error("unreadable-file", place).with("cause", Value::Word(cause(why))),
        }
    });
    each.collect()
}

/// The catalogue's name of an obstacle.
fn cause(why: Obstacle) -> &'static str {
    match why {
        Obstacle::TooLarge { .. } | Obstacle::Refused(_) => "cause-refused",
        Obstacle::NameNotUtf8 => "cause-name-not-utf8",
        Obstacle::LinkOutside => "cause-link-outside",
        Obstacle::LinkToFolder => "cause-link-to-folder",
        Obstacle::LinkBroken => "cause-link-broken",
        Obstacle::NotAFile => "cause-not-a-file",
    }
}
