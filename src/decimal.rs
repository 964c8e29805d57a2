//! Exact decimal numbers, rounded half away from zero.
