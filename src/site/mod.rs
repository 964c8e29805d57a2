//! A report becomes pages: a route each and a plain view.

mod beside;
mod comparison;
mod composed;
pub(crate) mod desk;
pub(crate) mod downloads;
mod edition;
mod files;
mod followed_lists;
mod heading;
mod index;
mod named;
mod news;
#[cfg(test)]
pub(crate) mod office;
mod pages;
mod picture;
mod reread;
mod route;
mod scorecards;
mod search;
pub(crate) mod view;
mod words;

pub(crate) use edition::{Drafts, editions, figure_name};
pub(crate) use index::Index;
pub(crate) use news::News;
pub(crate) use pages::{
    Composed, base_url, compare_editions, compose, compose_missing, lists, news, pages, site_view,
};
pub(crate) use picture::{Published, Use, picture, published};
pub(crate) use route::{Page, Tree, route, trees};
pub(crate) use search::{Entry, KINDS, choices, entries};
pub(crate) use words::Words;
