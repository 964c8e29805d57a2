//! Places on the timeline, worked out by hand.
