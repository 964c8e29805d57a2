//! A person as written.

use super::field::{Day, List, Words};
use super::head::{part, record};

record!(PersonRecord {
    name: Option<Words>,
    posts: List<PostRecord>,
    sort_key: Option<String>,
    contact: Option<Words>,
});

part!(PostRecord { unit: Option<String>, title: Option<Words>, from: Option<Day>, to: Option<Day> });
