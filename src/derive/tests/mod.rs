//! Tables of facts worked out by hand.
#![allow(clippy::too_many_lines, reason = "a table is as long as its cases")]

mod changes;
mod course;
mod lights;
mod offices;
mod parents;
mod programme;
mod progress;
mod random;
mod reporting;
mod rollups;
mod shares;
mod structure;
mod suspect;
