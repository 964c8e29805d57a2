//! `tongbao check`: everything that is wrong, and nothing is built.

use super::Ending;
use super::cli::Options;
use super::clock::Watch;
use super::console::{Console, counted, seconds};
use super::input;

pub(super) fn check(options: &Options, console: Console) -> Ending {
    let mut watch = Watch::start();
    let (input, console) = match input::read(options, console, &mut watch) {
        Ok(read) => read,
        Err(ending) => return ending,
    };
    console.findings(&input.findings, &input.source);
    console.laps(&watch);
    let time = seconds(watch.so_far());
    let id = if input.findings.is_empty() {
        "checked-clean"
    } else {
        "checked"
    };
    console.tell(id, &counted(input.counts, input.records, &time));
    if input.counts.errors > 0 {
        Ending::Findings
    } else {
        Ending::Well
    }
}
