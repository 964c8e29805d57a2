//! Tables of facts worked out by hand.

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
