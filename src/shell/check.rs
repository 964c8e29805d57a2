//! `tongbao check`: everything that is wrong, and nothing is built.

use crate::{pipeline, theme};

use super::Ending;
use super::cli::{Format, Options, Volume};
use super::clock::Watch;
use super::console::{Console, counted, seconds};
use super::input;

pub(super) fn check(options: &Options, console: Console) -> Ending {
    let mut watch = Watch::start();
    let (mut input, console) = match input::read(options, console, &mut watch) {
        Ok(read) => read,
        Err(ending) => return ending,
    };
    if input.counts.errors == 0 && !input.source.frozen.is_empty() {
        let site = &input.project.site;
        let theme = theme::load(&input.source, &site.theme, site.language).value;
        // A reader of a list wants the first places, a tool all of them.
        let all = options.volume == Volume::Verbose || options.format == Format::Json;
        let differ = watch.time("editions", || {
            pipeline::differences(&input.source, &theme, all)
        });
        input.find(differ, options.deny_warnings);
    }
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
