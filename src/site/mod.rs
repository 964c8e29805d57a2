//! A report becomes pages: a route each and a plain view.

mod comparison;
mod composed;
pub(crate) mod desk;
pub(crate) mod downloads;
mod edition;
mod followed_lists;
mod heading;
mod index;
mod named;
mod news;
#[cfg(test)]
pub(crate) mod office;
mod pages;
mod reread;
mod route;
mod scorecards;
pub(crate) mod view;
mod words;

pub(crate) use edition::{Drafts, editions, figure_name};
pub(crate) use index::Index;
pub(crate) use news::News;
pub(crate) use pages::{Composed, base_url, compose, lists, news, pages, site_view};
pub(crate) use route::{Page, Tree, asset_route, route, trees};
pub(crate) use words::Words;
