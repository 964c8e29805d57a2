//! The door.

use std::process::ExitCode;

fn main() -> ExitCode {
    tongbao::shell::run(std::env::args_os())
}
