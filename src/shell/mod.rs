//! The world: the only room with I/O, clock, environment, threads' set-up and printing.

mod disk;
mod publish;
