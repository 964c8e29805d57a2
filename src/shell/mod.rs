//! The world: the only room with I/O, clock, environment, threads' set-up and printing.

#![allow(
    clippy::disallowed_methods,
    reason = "the one room that touches disk, clock, environment and terminal"
)]

mod archive;
mod build;
mod changes;
mod check;
mod cli;
mod clock;
mod confirm;
mod console;
mod create;
mod disk;
mod draft;
mod explain;
mod facts;
mod input;
#[cfg(any(test, feature = "bench"))]
pub(crate) mod measured;
mod publish;
mod release;
mod scaffold;
mod serve;
mod unchanged;
mod verify;
mod watch;

use std::ffi::OsString;
use std::process::ExitCode;

use cli::{Act, Parsed};
use console::Console;

/// How a run ended, as the exit code says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    /// No error; warnings may be there.
    Well,
    /// At least one error, or a warning that counts as one.
    Findings,
    /// Usage, or the world refused.
    Refused,
}

impl From<Ending> for ExitCode {
    fn from(ending: Ending) -> ExitCode {
        match ending {
            Ending::Well => ExitCode::SUCCESS,
            Ending::Findings => ExitCode::from(1),
            Ending::Refused => ExitCode::from(2),
        }
    }
}

/// Runs the program with the words of its command line.
pub fn run(words: impl IntoIterator<Item = OsString>) -> ExitCode {
    let words: Vec<OsString> = words.into_iter().collect();
    let (act, options) = match cli::parse(&words) {
        Parsed::Do(act, options) => (act, options),
        Parsed::Said(ending) => return ending.into(),
    };
    if let Some(threads) = options.threads {
        crate::parallel::use_threads(threads);
    }
    let console = Console::new(&options);
    let ending = match act {
        Act::Build { out } => build::build(&options, out.as_deref(), console),
        Act::Archive(wanted) => archive::archive(&options, &wanted, console),
        Act::Verify(wanted) => verify::verify(&options, &wanted, &console),
        Act::Check => check::check(&options, console),
        Act::Facts => facts::facts(&options, console),
        Act::Changes { from, to, format } => {
            changes::changes(&options, (from, to), format, console)
        }
        Act::Explain { code } => explain::explain(code.as_deref(), &console),
        Act::Init { folder } => create::init(&options, &folder, &console),
        Act::New(wanted) => create::new(&options, &wanted, &console),
        Act::Confirm(wanted) => confirm::confirm(&options, &wanted, console),
        Act::Release { id } => release::release(&options, &id, console),
        Act::Serve(wanted) => serve::serve(&options, &wanted, console),
        Act::Completions { shell } => cli::completions(shell, &console),
    };
    ending.into()
}
