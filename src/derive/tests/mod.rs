//! Tables of facts worked out by hand.
#![allow(clippy::too_many_lines, reason = "a table is as long as its cases")]

mod burn_up;
mod changes;
mod course;
mod indicators;
mod ladder;
mod lights;
mod lists;
mod offices;
mod parents;
mod problem_sums;
mod problems;
mod programme;
mod progress;
mod random;
mod random_lists;
mod random_records;
mod random_sums;
mod random_walks;
mod ranks;
mod rectified;
mod relapses;
mod reporting;
mod reporting_course;
mod rollups;
mod schedule;
mod scores;
mod shares;
mod structure;
mod suspect;
mod trends;
