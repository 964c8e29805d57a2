//! The spine: reads as the drawing in ARCHITECTURE.md.
