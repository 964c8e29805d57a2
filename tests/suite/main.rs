//! The one suite: the program from outside, as people run it.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    reason = "these tests build sites in temporary folders and start the program"
)]

mod build;
mod cli;
mod layers;
mod programme;
mod support;
