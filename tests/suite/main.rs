//! The one suite: the program from outside, as people run it.

mod findings;
mod support;
