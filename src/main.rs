//! The door.

#![allow(
    clippy::disallowed_methods,
    reason = "the door hands the words of the command line in"
)]

use std::process::ExitCode;

/// Pages are made of many small texts: with it a large site takes a third less time than with the system's. Huge pages
/// are not asked for: they would add 25 MB to every run and save no time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    tongbao::shell::run(std::env::args_os())
}
