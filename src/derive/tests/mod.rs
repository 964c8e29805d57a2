//! Tables of facts worked out by hand.
