//! The door.

#![allow(
    clippy::disallowed_methods,
    reason = "the door hands the words of the command line in"
)]

use std::process::ExitCode;

fn main() -> ExitCode {
    tongbao::shell::run(std::env::args_os())
}
