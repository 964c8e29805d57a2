//! `tongbao facts`: every derived figure as JSON on the standard output.

use crate::{derive, pipeline};

use super::Ending;
use super::cli::Options;
use super::clock::Watch;
use super::console::{Console, counted, seconds};
use super::input;

pub(super) fn facts(options: &Options, console: Console) -> Ending {
    let mut watch = Watch::start();
    let (input, console) = match input::read(options, console, &mut watch) {
        Ok(read) => read,
        Err(ending) => return ending,
    };
    if input.is_since_late(&console) {
        return Ending::Refused;
    }
    console.findings_aside(&input.findings, &input.source);
    if input.counts.errors > 0 {
        let time = seconds(watch.so_far());
        console.tell("checked", &counted(input.counts, input.records, &time));
        return Ending::Findings;
    }
    let report = watch.time("derive", || {
        pipeline::compared_report(&input.project, input.as_of, input.since)
    });
    let language = input.project.site.language;
    let json = serde_json::to_string_pretty(&derive::facts(&report, language))
        .expect("invariant: facts have plain keys");
    console.print(&format!("{json}\n"));
    console.laps(&watch);
    Ending::Well
}
