//! The one suite: the program from outside, as people run it.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    reason = "these tests build sites in temporary folders and start the program"
)]
#![allow(
    unreachable_pub,
    reason = "one binary; its modules share what is in support"
)]

mod archive;
mod audience;
mod build;
mod cli;
mod confirm;
mod create;
mod facts;
mod findings;
mod layers;
mod photos;
mod programme;
mod readme;
mod release;
mod serve;
mod since;
mod supervision;
mod support;
mod themes;
