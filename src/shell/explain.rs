//! `tongbao explain`: what a code means and how to mend what it names.

use crate::diagnostic;
use crate::messages::Arg;

use super::Ending;
use super::console::Console;

pub(super) fn explain(code: Option<&str>, console: &Console) -> Ending {
    let Some(code) = code else {
        let names: Vec<&str> = diagnostic::codes().map(|code| code.name).collect();
        console.tell("explain-list", &[]);
        console.print(&format!("{}\n", names.join("\n")));
        return Ending::Well;
    };
    match diagnostic::explain(code, console.words()) {
        Some(text) => {
            console.print(&format!("{}\n", text.trim_end()));
            Ending::Well
        }
        None => {
            console.fail("explain-unknown", &[("code", Arg::Text(code))]);
            Ending::Refused
        }
    }
}
