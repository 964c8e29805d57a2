//! `tongbao changes`: what is not at one day as it was at another, for people or as JSON, on the standard output.

mod rows;
mod tell;

use crate::date::Date;
use crate::messages::Arg;
use crate::{derive, pipeline, theme};

use super::Ending;
use super::cli::{ChangesFormat, Options};
use super::clock::Watch;
use super::console::{Console, counted, seconds};
use super::input;

pub(super) fn changes(
    options: &Options,
    (from, to): (Date, Option<Date>),
    format: ChangesFormat,
    console: Console,
) -> Ending {
    let mut watch = Watch::start();
    let (input, console) = match input::read(options, console, &mut watch) {
        Ok(read) => read,
        Err(ending) => return ending,
    };
    let to = to.unwrap_or(input.as_of);
    if to < from {
        let (from, to) = (from.to_string(), to.to_string());
        let values = [("from", Arg::Text(&from)), ("to", Arg::Text(&to))];
        console.fail("changes-backwards", &values);
        return Ending::Refused;
    }
    console.findings_aside(&input.findings, &input.source);
    if input.counts.errors > 0 {
        let time = seconds(watch.so_far());
        console.tell("checked", &counted(input.counts, input.records, &time));
        return Ending::Findings;
    }
    let project = &input.project;
    let (changes, red) = watch.time("derive", || {
        let at = |day| derive::snapshot(&pipeline::report(project, day));
        let changes = derive::changes(&at(from), &at(to));
        let main = project.site.main_series.as_deref();
        let days = derive::red_days(project, main, to);
        (changes, derive::red_runs(project, &days))
    });
    let language = options.language.unwrap_or(project.site.language);
    let text = match format {
        ChangesFormat::Json => {
            let rows = rows::rows(project, language, (&changes, &red));
            let json = serde_json::to_string_pretty(&rows);
            json.expect("invariant: rows have plain keys") + "\n"
        }
        ChangesFormat::Text | ChangesFormat::Markdown => {
            let theme = theme::load(&input.source, &project.site.theme, language).value;
            let teller = tell::Teller {
                project,
                language,
                words: &theme.catalogue,
                is_markdown: format == ChangesFormat::Markdown,
            };
            teller.tell(&changes, &red)
        }
    };
    console.print(&text);
    console.laps(&watch);
    Ending::Well
}
