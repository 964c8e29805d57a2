//! `tongbao build`: the site, published whole or not at all.

use std::path::Path;

use super::Ending;
use super::cli::Options;
use super::console::Console;

pub(super) fn build(_options: &Options, _out: Option<&Path>, _console: Console) -> Ending {
    Ending::Refused
}
