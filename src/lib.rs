//! The map of the house: records and notes in, a site of progress reports out.

mod archive;
#[cfg(any(test, feature = "bench"))]
#[doc(hidden)]
pub mod bench;
mod config;
mod date;
mod decimal;
mod derive;
mod diagnostic;
mod digest;
mod edition;
mod encoding;
mod frozen;
mod link;
mod markdown;
mod messages;
mod model;
mod names;
mod output;
mod parallel;
mod photo;
mod pipeline;
mod record;
mod render;
pub mod shell;
mod site;
mod source;
mod theme;
mod wording;
mod yaml;
