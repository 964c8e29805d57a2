//! The reading wing: one file in, its records out, each with the place it came from.
