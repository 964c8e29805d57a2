//! `tongbao serve`: a site held in memory and shown as it is written; each page is made when it is asked for.

mod address;
mod answer;
mod dress;
mod keeper;
mod open;
mod reading;
mod shelf;
mod standing;
mod web;

use std::sync::mpsc;
use std::thread;

use crate::messages::Arg;
use crate::output::Refusal;

use super::Ending;
use super::cli::{Options, Serving};
use super::console::Console;
use super::{input, watch};
use address::Unbound;
use keeper::{Ask, Keeper};
use reading::Reading;

/// What is looked at for changes.
const FOLDERS: [&str; 2] = ["content", "themes"];

pub(super) fn serve(options: &Options, wanted: &Serving, console: Console) -> Ending {
    if !input::is_site(options, &console) {
        return Ending::Refused;
    }
    match begin(options, wanted, console) {
        Ok(()) => Ending::Well,
        Err(ending) => ending,
    }
}

/// Serves until the program is ended from outside.
fn begin(options: &Options, wanted: &Serving, console: Console) -> Result<(), Ending> {
    let refused = |console: &Console, act, at: &std::path::Path, cause| {
        console.refused(&Refusal::at(act, at)(cause));
        Ending::Refused
    };
    let root = match options.root.canonicalize() {
        Ok(root) => root,
        Err(cause) => return Err(refused(&console, "read", &options.root, cause)),
    };
    // A port that is taken is told before a large site is read.
    let bound = address::bind(wanted).map_err(|unbound| untaken(&console, &unbound))?;
    // From here on, so that no change is lost while the site is read.
    let watch = watch::watch(&root, &FOLDERS)
        .map_err(|cause| refused(&console, "watch", &options.root, cause))?;
    let options = Options {
        root,
        ..options.clone()
    };
    let (asks, inbox) = mpsc::channel();
    let (reading, console, first) = Reading::open(options, console)?;
    let url = bound.url();
    console.tell("serving", &[("address", Arg::Text(&url))]);
    let others = bound.url_for_others();
    match &others {
        _ if bound.is_loopback() => {}
        Some(url) => console.fail("serving-others", &[("address", Arg::Text(url))]),
        None => {
            let port = bound.at.port().to_string();
            console.fail("serving-somewhere", &[("port", Arg::Text(&port))]);
        }
    }
    console.tell("serving-end", &[]);
    if wanted.open && !open::open(&url) {
        console.fail("cannot-open", &[("address", Arg::Text(&url))]);
    }
    let shown = others.as_ref().unwrap_or(&url);
    let elsewhere = [("address", Arg::Text(shown))];
    let elsewhere = console.words().say("preview-elsewhere", &elsewhere);
    let (keeper, news) = Keeper::new((reading, console), (asks.clone(), inbox));
    let told = asks.clone();
    thread::spawn(move || watch.run(|changed| told.send(Ask::Changed(changed)).is_ok()));
    thread::spawn(move || keeper.keep(first));
    let door = web::Door::new((asks, news), &bound, &elsewhere);
    match web::run(bound.listener, door) {
        Ok(()) => Ok(()),
        Err(_) => Err(Ending::Refused),
    }
}

/// The address cannot be served at.
fn untaken(console: &Console, unbound: &Unbound) -> Ending {
    let cause = console.cause(&unbound.cause);
    let id = match unbound.cause.kind() {
        std::io::ErrorKind::AddrInUse => "serve-port-taken",
        _ => "serve-unbound",
    };
    let values = [
        ("address", Arg::Text(&unbound.address)),
        ("cause", Arg::Text(&cause)),
    ];
    console.fail(id, &values);
    Ending::Refused
}
