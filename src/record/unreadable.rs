//! Entries that the shell found and could not read, as findings.

use crate::diagnostic::{Finding, Place, Value};
use crate::source::{Obstacle, Source};

pub(crate) fn unreadable(source: &Source) -> Vec<Finding> {
    let each = source.unreadable.iter().map(|entry| {
        let place = Place::Path(entry.path.clone());
        match entry.why {
            Obstacle::TooLarge { size } => {
                let size = usize::try_from(size).unwrap_or(usize::MAX);
                Finding::error("too-large", place).with("size", size)
            }
            why => Finding::error("unreadable-file", place).with("cause", Value::Word(cause(why))),
        }
    });
    each.collect()
}

/// The catalogue's name of an obstacle.
fn cause(why: Obstacle) -> &'static str {
    match why {
        Obstacle::TooLarge { .. } | Obstacle::Refused(_) => "obstacle-refused",
        Obstacle::NameNotUtf8 => "obstacle-name-not-utf8",
        Obstacle::LinkOutside => "obstacle-link-outside",
        Obstacle::LinkToFolder => "obstacle-link-to-folder",
        Obstacle::LinkBroken => "obstacle-link-broken",
        Obstacle::NotAFile => "obstacle-not-a-file",
    }
}
