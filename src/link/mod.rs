//! Records become a project: ids unique, references held, no cycles.
